/* paragraph: a run of inline content, from FO nodes to broken and set lines.
 *
 *   collect   FO inline nodes -> items: white space (XSL 1.1, 4.7 and 7.17), case, fallback faces, shaping (HarfBuzz),
 *             break opportunities (UAX #14), hyphenation points
 *   break     width -> where the lines end (total fit, base/solver), measures only. Remembered for each width
 *   set       one line -> positioned pieces. May be repeated when a page number becomes known
 */
#ifndef PLIEGO_TEXT_PARAGRAPH_H
#define PLIEGO_TEXT_PARAGRAPH_H

#include "fo/tree.h"
#include "text/font.h"
#include "text/line.h"

/* The session's tools for text: fonts, hyphenation dictionaries (loaded when first needed), break rules. */
typedef struct text_engine text_engine;
text_engine *text_engine_new(arena *session, font_set *fonts);
void text_engine_add_hyphenation_directory(text_engine *e, const char *path);
void text_engine_free(text_engine *e);

/* What a paragraph needs of its document. Page numbers: the string to print for a page-number,
 * page-number-citation or page-number-citation-last; an estimate of the same length, with *known false, when it
 * is not known yet. */
typedef struct text_context {
  text_engine *engine;
  const fo_document *document;
  image_cache *images;
  diag_list *diags;
  arena *scratch;
  const char *(*page_number)(void *context, const fo_node *node, bool *known);
  /* for fo:retrieve-marker in inline content: the marker to put in its place, or NULL */
  const fo_node *(*marker)(void *context, const fo_node *retrieve);
  void *context;
} text_context;

typedef struct text_paragraph text_paragraph;

typedef struct text_break { /* one line of a broken paragraph */
  mpt ascent, descent;
  mpt natural;                   /* width of its content before justification */
  uint8_t hyphenated;            /* ends in a hyphen that the breaker added, or in one of the text's own */
  uint8_t overflow;              /* wider than its room even when shrunk */
  uint8_t forced;                /* ends with a preserved linefeed or the paragraph */
  const fo_node *const *anchors; /* ids, markers, footnotes that stand in it, in order */
  uint32_t anchor_count;
} text_break;

typedef struct text_breaks {
  mpt width;
  const text_break *line;
  uint32_t n;
} text_breaks;

/* Collects the inline-level children first .. end (exclusive; NULL for all that follow) of `block`; `a` lives as long
 * as the paragraph. NULL when they make no line (only white space that is dropped). */
text_paragraph *text_paragraph_collect(const text_context *c, arena *a, const fo_node *block, const fo_node *first,
                                       const fo_node *end);
/* Words wider than `width` are reported once. Width is that of the line area (indents are taken off by the caller). */
const text_breaks *text_paragraph_break(text_paragraph *p, const text_context *c, mpt width);
/* The lines from..n-1 of `b` broken anew at another width: the rest of a paragraph that goes on on a page whose body has
 * another width. Its first line takes no text-indent. Lives as long as the paragraph. */
const text_breaks *text_paragraph_break_rest(text_paragraph *p, const text_context *c, const text_breaks *b,
                                             uint32_t from, mpt width);
/* Line i of a break, as pieces in `a`. */
const text_line *text_paragraph_set(text_paragraph *p, const text_context *c, const text_breaks *b, uint32_t i,
                                    arena *a);
/* Narrowest width without an emergency break, and width without any break: for table-layout="auto". */
mpt text_paragraph_min_width(const text_paragraph *p);
mpt text_paragraph_max_width(const text_paragraph *p);
/* It holds page numbers: it must live in the document's arena if a line of it is still pending. */
bool text_paragraph_has_numbers(const text_paragraph *p);
/* The FO has inline content between first and end that needs page numbers (asked before collecting). */
bool text_nodes_have_numbers(const fo_node *first, const fo_node *end);

#endif
