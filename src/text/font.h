/* font: faces and the set they are found in. A face is a file opened once with HarfBuzz; all its measures are
 * in font units. The set belongs to the session and is frozen before the first document.
 */
#ifndef PLIEGO_TEXT_FONT_H
#define PLIEGO_TEXT_FONT_H

#include <hb.h>

#include "base/arena.h"
#include "fo/style.h"

typedef struct font_face {
  uint32_t number; /* in the set, from 0 */
  const char *path;
  const char *family; /* as in the name table */
  const char *postscript_name;
  int weight; /* 100..900 */
  bool italic;
  bool fixed_pitch, serif;
  hb_blob_t *blob;
  hb_face_t *face;
  hb_font_t *font; /* scaled to units_per_em */
  int units_per_em;
  int ascender, descender; /* of the em box for line stacking: descender is negative */
  int cap_height, x_height;
  int underline_position, underline_thickness, strikeout_position, strikeout_thickness;
  int bbox[4];
  double italic_angle; /* for the font descriptor only */
  uint16_t embedding;  /* OS/2 fsType */
  uint32_t glyph_count;
  uint16_t stretch;  /* OS/2 usWidthClass: 1..9, 5 is normal */
  uint32_t hyphen;   /* what is drawn where a line is hyphenated: U+00AD if the face has it, U+2010, or '-'; 0 none */
  int space;         /* advance of U+0020 */
  uint64_t latin[6]; /* bit n: it has U+n, below U+0180 */
} font_face;

/* The face has a glyph for the code point. */
bool font_face_has(const font_face *f, uint32_t cp);

typedef struct font_set font_set;

font_set *font_set_new(arena *session);
/* All .ttf and .otf files of a directory, in order of name; returns how many, -1 when it cannot be read.
 * Files are only listed and their names read here; faces are opened when first found. */
int font_set_add_directory(font_set *s, const char *path);
/* The face for a style: first family of the list that the set has (generic names serif, sans-serif, monospace
 * map by table), nearest weight and slant as in CSS fonts 3, 5.2. NULL only when the set is empty. *exact is
 * false when no family of the list was found. */
const font_face *font_set_find(font_set *s, const fo_font_style *style, bool *exact);
/* A face that has `cp`: the other families of the list, then any face of the set in order of name; NULL. */
const font_face *font_set_fallback(font_set *s, const fo_font_style *style, uint32_t cp);
uint32_t font_set_count(const font_set *s);
const font_face *font_set_at(font_set *s, uint32_t number);
/* Gives back what HarfBuzz holds. */
void font_set_close(font_set *s);

/* font units to millipoints at a size */
static inline mpt font_scale(const font_face *f, int units, mpt size) {
  return (mpt)muldiv(units, size, f->units_per_em);
}

#endif
