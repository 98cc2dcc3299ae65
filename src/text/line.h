/* line: a finished line of text as positioned pieces. Immutable; made by paragraph.c, painted by pdf/.
 *
 *      x ->
 *      +----------------------- width ------------------------+  \
 *      |  glyphs        leader . . . . .        glyphs  image |   ascent      height = ascent + descent
 *  ----baseline-----------------------------------------------    /           (half-leading is in both)
 *      +------------------------------------------------------+   descent
 *
 * Piece coordinates: x from the line's start, y down from the baseline.
 */
#ifndef PLIEGO_TEXT_LINE_H
#define PLIEGO_TEXT_LINE_H

#include "fo/tree.h"
#include "graphic/image.h"
#include "text/font.h"

typedef struct text_glyph {
  uint16_t id;
  uint16_t unused;
  mpt advance;            /* final: with kerning, letter-spacing and justification */
  mpt x_offset, y_offset; /* y up, as HarfBuzz has it */
  uint32_t cluster;       /* byte offset in the run's text of the first character it stands for */
} text_glyph;

typedef struct text_run { /* glyphs of one face, size, colour and tag, left to right */
  const font_face *face;
  mpt size;
  fo_color color;
  mpt letter_space; /* contained in every advance of the run: what a Tc operator could say */
  const text_glyph *glyphs;
  uint32_t n;
  const char *text; /* UTF-8 that the glyphs stand for; clusters index it. A hyphen that the line breaker
                           added is U+00AD here */
  uint32_t text_size;
} text_run;

typedef enum {
  PIECE_GLYPHS,
  PIECE_RULE,  /* underline, strike-through, leader rule: from (x, y) to (x + width, y), `height` thick, y its middle */
  PIECE_IMAGE, /* image scaled to width x height, top left at (x, y) */
  PIECE_BOX,   /* background and borders of an inline: width x height, top left at (x, y); style in node */
  PIECE_LINK,  /* active area of a basic-link (node): width x height, top left at (x, y) */
  PIECE_ANCHOR /* the place of an id or marker (node) */
} text_piece_kind;

typedef struct text_piece {
  text_piece_kind kind;
  mpt x, y, width, height;
  const fo_node *node; /* where it comes from */
  tag_id tag;          /* TAG_ARTIFACT for what only decorates: leaders, rules, backgrounds */
  text_run run;        /* GLYPHS */
  fo_color color;      /* RULE */
  fo_enum rule_style;  /* RULE: FO_SOLID FO_DASHED FO_DOTTED FO_DOUBLE ... */
  uint8_t open, close; /* BOX: its start/end edge is on this line (borders and padding there) */
  const image *image;  /* IMAGE */
} text_piece;

typedef struct text_line {
  mpt width; /* of the line area */
  mpt ascent, descent;
  const text_piece *pieces;
  uint32_t n;
  bool pending; /* holds a number that was not known: to be set again */
} text_line;

#endif
