/* flow: the inline content of a paragraph as one text with events, on its way to atoms. Private to collecting. */
#ifndef PLIEGO_TEXT_FLOW_H
#define PLIEGO_TEXT_FLOW_H

#include "text/inline.h"

typedef enum {
  EVENT_SPAN,       /* from here on the text is `span`'s */
  EVENT_OPEN,       /* `node` */
  EVENT_CLOSE,      /* `node` */
  EVENT_ANCHOR,     /* `node` */
  EVENT_OBJECT,     /* U+FFFC at `at` stands for `object` */
  EVENT_NUMBER,     /* text at .. end-1 is a page number, of `span` */
  EVENT_SOFT_HYPHEN /* U+00AD stood here */
} flow_event_kind;

typedef struct flow_event {
  uint8_t kind;
  uint32_t at, end; /* bytes of the text */
  uint32_t span;
  const fo_node *node;
  const text_object *object;
} flow_event;

typedef struct flow_keep { /* keeps of an inline in its line */
  uint32_t begin, end;
  int16_t together, with_next, with_previous;
} flow_keep;

typedef struct known_fallback { /* a slot of the small table of faces for characters that a span's own face lacks */
  const fo_font_style *font;
  const font_face *face;
  uint32_t cp;
} known_fallback;
#define FALLBACK_SLOTS 64

typedef struct text_flow {
  const text_context *context;
  text_paragraph *paragraph;
  arena *arena; /* the paragraph's */
  char *text;
  size_t n, cap;
  VEC(flow_event) events; /* by `at` */
  VEC(flow_keep) keeps;
  VEC(text_span) spans;
  uint32_t span;    /* of the last EVENT_SPAN */
  bool line_start;  /* nothing but white space since the last linefeed */
  bool after_space; /* the last character was white space that was kept */
  bool in_word;     /* for text-transform="capitalize" */
  bool numbers, relative;
  size_t holes; /* bytes of the text that were taken out again: NUL */
  known_fallback fallbacks[FALLBACK_SLOTS];
  int depth;
} text_flow;

/* whitespace.c */
void flow_event_add(text_flow *f, flow_event e);
/* Adds character data of a span: linefeeds, white space, case, missing characters (XSL 1.1, 7.16-7.17). */
void flow_add_text(text_flow *f, uint32_t span, const char *s, size_t n);
/* Adds bytes as they are. */
void flow_add_raw(text_flow *f, uint32_t span, const char *s, size_t n);
void flow_add_newline(text_flow *f, uint32_t span);
/* The line ends here: white space before it goes, where the style says so. */
void flow_end_line(text_flow *f, bool linefeed);
/* Takes the holes out. */
void flow_compact(text_flow *f);

/* collect.c */
const font_face *flow_face(text_flow *f, const text_span *span, uint32_t cp); /* NULL: no font has it */

/* atoms.c */
void flow_to_atoms(text_flow *f);
/* points.c */
void flow_to_points(text_flow *f);

#endif
