/* set: one line under way to pieces. Private to setting lines. */
#ifndef PLIEGO_TEXT_SET_H
#define PLIEGO_TEXT_SET_H

#include "text/justify.h"

/* An atom of the line, measured. */
typedef struct line_slot {
  const text_atom *atom;
  const text_span *span; /* NULL for edges and anchors */
  word_part part;        /* WORD */
  const char *text;      /* WORD: what the part's clusters count from */
  uint32_t text_size;    /* WORD: bytes that the part stands for, without an added hyphen */
  bool hyphen;           /* WORD: one is added */
  object_size object;    /* LEADER, IMAGE */
  uint32_t count;        /* SPACE: characters */
  mpt width;             /* natural; after sharing out: final */
  bool hidden;           /* SPACE at the line's start or end */
} line_slot;

typedef struct line_setter {
  text_paragraph *p;
  const text_context *context;
  arena *arena; /* of the pieces */
  const broken_line *line;
  const text_break *measured;
  mpt width; /* of the line area */
  line_slot *slots;
  uint32_t n;
  uint32_t first_box, last_box; /* slots; n if there is none */
  mpt64 natural;
  elastic elastic;
  adjustment adjust;
  mpt x;                    /* where the content begins */
  const text_span *hanging; /* a space behind the line's end, so that text reads back as words; NULL for none */
  bool pending, has_numbers;
} line_setter;

/* Letter space behind each cluster of a span's text in this line. */
mpt setter_letter(const line_setter *s, const text_span *span);

/* paint.c: slots to pieces */
const text_line *setter_paint(line_setter *s);

typedef VEC(text_piece) piece_list;
/* leader.c: a leader from x to x + width. */
void leader_paint(line_setter *s, piece_list *out, const line_slot *slot, mpt x, mpt width);

#endif
