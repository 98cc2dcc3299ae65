/* inline: what a paragraph is inside. Private to the text room.
 *
 * Collecting makes one text of all inline content, in order, and lists that point into it:
 *
 *   FO     Acuerdo <fo:inline font-weight="bold">IECM</fo:inline>, p. <fo:page-number-citation .../>
 *   text   A c u e r d o _ I E C M , _ p . _ 3
 *   atoms  [word       ][s]OPEN[word]CLOSE[w][s][w ][s][number]
 *   points          |hyphen ^space
 *
 * Atoms are what a line is set from; points are the byte offsets where it may end. An atom that is a point's place
 * inside (a word with hyphenation points) is divided there. Objects (leaders, images) stand in the text as U+FFFC.
 */
#ifndef PLIEGO_TEXT_INLINE_H
#define PLIEGO_TEXT_INLINE_H

#include "text/breaks.h"
#include "text/hyphen.h"
#include "text/paragraph.h"
#include "text/shape.h"

struct text_engine {
  arena *arena;
  font_set *fonts;
  hyphenator *hyphenator;
  shaper *shaper;
  line_breaker *breaker;
  arena *scratch; /* for what has no context's */
};

/* How a stretch of text is set: of one FO, after all inheritance. */
typedef struct text_span {
  const fo_node *node;
  const fo_font_style *font;
  const fo_text_style *style;
  const fo_inline_style *inl;
  tag_id tag;
  const font_face *face;
  mpt size;
  mpt shift;                                    /* of the baseline, up */
  mpt letter, letter_stretch, letter_shrink;    /* behind every glyph cluster */
  mpt space;                                    /* added to a word space's own advance */
  mpt space_width, space_stretch, space_shrink; /* of one word space, all in */
  mpt ascent, descent;                          /* that it asks of its line */
  shape_manner manner;
  const hyphen_patterns *patterns; /* NULL: not hyphenated */
} text_span;

typedef enum {
  ATOM_WORD,    /* glyphs that are divided only at points */
  ATOM_SPACE,   /* one or more U+0020, or U+00A0 */
  ATOM_NEWLINE, /* a preserved linefeed */
  ATOM_LEADER,
  ATOM_IMAGE,
  ATOM_OPEN, /* start and end edge of an inline that has id, link, border, padding, background or space */
  ATOM_CLOSE,
  ATOM_ANCHOR /* id, marker or footnote without extent */
} atom_kind;

enum {
  ATOM_NUMBER = 1, /* WORD: text comes from text_context.page_number */
  ATOM_FIXED = 2,  /* SPACE: no-break */
  ATOM_KEPT = 4    /* SPACE: kept where it begins a paragraph or a line behind a linefeed */
};

#define NO_SCOPE UINT32_MAX

typedef struct text_atom {
  uint8_t kind, flags;
  uint32_t span;       /* WORD, SPACE, LEADER, IMAGE, OPEN. CLOSE: the atom of its OPEN */
  uint32_t begin, end; /* bytes of the paragraph's text */
  uint32_t scope;      /* the ATOM_OPEN that it stands in, NO_SCOPE for none; of OPEN and CLOSE: the OPEN around them */
  mpt width;           /* natural. LEADER, IMAGE: in `object` */
  union {
    const shaped *word;               /* WORD */
    const fo_node *node;              /* OPEN, CLOSE, ANCHOR */
    const struct text_object *object; /* LEADER, IMAGE */
  } u;
} text_atom;

/* A leader or an image: sizes that may depend on the line's width are found when the line is broken. */
typedef struct text_object {
  const fo_node *node;
  const fo_style *style;
  const image *image;             /* NULL for leaders, and for images that could not be read */
  struct text_paragraph *content; /* leader-pattern use-content; NULL */
  bool relative;                  /* some length of it is a percentage of the line's width */
} text_object;

struct text_paragraph {
  arena *arena;
  text_engine *engine;
  const fo_node *block;
  const fo_style *style;
  const char *text;
  uint32_t text_size;
  const text_atom *atoms;
  uint32_t atom_count;
  const text_span *spans;
  uint32_t span_count;
  const text_point *points;
  uint32_t point_count;
  bool numbers, relative;
  mpt strut_ascent, strut_descent; /* of the block's own font and line height: the least a line has */
  struct broken *broken;           /* one for each width and beginning it was broken at */
  bool warned_width, warned_number;
  bool measured;
  mpt min_width, max_width;
};

/* Where a line begins or ends: in atom `atom`, at byte `at` of the text (its begin, or a point inside of a word). */
typedef struct text_place {
  uint32_t atom, at;
} text_place;

typedef struct broken_line {
  text_place from, to;
  uint8_t hyphen; /* ends in a hyphen to be added */
  uint8_t final;  /* ends the paragraph or at a linefeed */
} broken_line;

typedef struct broken {
  text_breaks result;
  const broken_line *lines;
  text_place start;
  struct broken *next;
} broken;

/* ---- measures shared by breaking and setting ---- */

static inline mpt scaled(const font_face *face, int64_t units, mpt size) {
  return mpt_clamp(muldiv(units, size, face->units_per_em));
}

/* Glyphs of `word` whose clusters begin in bytes from .. to-1 (from the word's start). */
void word_slice(const shaped *word, uint32_t from, uint32_t to, uint32_t *first, uint32_t *end);
/* Their width, with letter spacing behind each cluster. */
mpt word_width(const shaped *word, const text_span *span, uint32_t first, uint32_t end);

/* A word divided at a point, both ends exact: kerning and ligatures over the cut are undone, the hyphen is in. */
typedef struct word_part {
  const shaped *body;    /* glyphs of the part ... */
  uint32_t first, end;   /* ... are these */
  uint32_t base;         /* byte of the paragraph's text that body's cluster 0 stands for */
  mpt last_kern;         /* to be added to the last glyph's advance */
  const shaped *hyphen;  /* glyphs behind them; NULL for none ... */
  uint32_t hyphen_first; /* ... from this one on */
} word_part;
word_part word_cut(const text_paragraph *p, arena *a, const text_atom *atom, uint32_t from, uint32_t to, bool hyphen);
mpt word_part_width(const word_part *part, const text_span *span);
uint32_t word_part_clusters(const word_part *part);

typedef struct object_size {
  mpt width, stretch, shrink;                      /* of the leader's or image's inline size */
  mpt ascent, descent;                             /* that it asks of its line; of an image, before any shift */
  mpt image_x, image_y, image_width, image_height; /* image_y down from the object's top */
} object_size;
object_size object_measure(const text_span *span, const text_object *o, mpt line_width);

/* What an inline adds before and after its content: space, border, padding. */
typedef struct text_edge {
  mpt start, end;
} text_edge;
text_edge edge_of(const fo_node *node);

typedef struct line_height {
  mpt ascent, descent;
} line_height;
/* Of the block's nominal line (XSL 1.1, 4.5): the font's height and half of the leading on each side. */
line_height strut_of(const fo_font_style *font, const fo_text_style *text, const font_face *face);
/* What text asks of its line, by line-stacking-strategy (7.16.10). */
line_height text_height(const text_span *span, fo_enum strategy);

/* ---- stages ---- */

/* Where the lines from `start` on end, at a width of the line area. In breaks and setting: `scratch` is given back. */
const broken *paragraph_break(text_paragraph *p, const text_context *c, text_place start, mpt width);

#endif
