/* shape: words to glyphs with HarfBuzz, in font units, each different word once.
 *
 * A word is shaped without regard to size, colour or place; the same entry serves wherever the word stands in that
 * face, language and script. Glyphs are in logical order (left to right), clusters rise.
 */
#ifndef PLIEGO_TEXT_SHAPE_H
#define PLIEGO_TEXT_SHAPE_H

#include <hb.h>

#include "base/arena.h"
#include "base/map.h"
#include "text/font.h"

typedef struct shaped_glyph {
  uint16_t id;
  uint8_t unsafe; /* text cannot be divided before this glyph without shaping both parts again */
  uint8_t last;   /* last glyph of its cluster: letter space comes behind it */
  uint32_t cluster;
  int32_t advance, x_offset, y_offset;
} shaped_glyph;

typedef struct shaped {
  const font_face *face;
  const shaped_glyph *glyphs;
  uint32_t n;
  uint32_t clusters;
} shaped;

/* What besides face and text decides on the glyphs. */
typedef struct shape_manner {
  hb_language_t language;
  hb_script_t script;
  bool no_ligatures; /* letters are spaced */
} shape_manner;

typedef struct shaper shaper;

shaper *shaper_new(arena *session);
void shaper_free(shaper *s);
/* The result lives in the session's arena, or in `a` when the cache is full or the word is long. */
const shaped *shaper_shape(shaper *s, arena *a, const font_face *face, shape_manner m, const char *text, size_t size);

#endif
