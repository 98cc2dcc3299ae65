/* font: one font file, read with HarfBuzz. The file is mapped, never copied: probing touches the table directory and
 * the name and OS/2 tables only, so that a directory of fonts costs little before the first one is used.
 * Tables as in the OpenType specification 1.9. */
#include "text/font.h"

#include <hb-ot.h>
#include <string.h>

#include "text/face.h"

typedef struct table {
  hb_blob_t *blob;
  const unsigned char *at;
  unsigned size;
} table;

static table table_open(hb_face_t *face, const char *tag) {
  table t = {hb_face_reference_table(face, HB_TAG(tag[0], tag[1], tag[2], tag[3])), NULL, 0};
  t.at = (const unsigned char *)hb_blob_get_data(t.blob, &t.size);
  return t;
}

static void table_close(table *t) {
  hb_blob_destroy(t->blob);
}

/* Big-endian; 0 behind the table's end. */
static unsigned table_u16(const table *t, unsigned i) {
  return i + 2 <= t->size ? (unsigned)t->at[i] << 8 | t->at[i + 1] : 0;
}

static int table_i16(const table *t, unsigned i) {
  return (int16_t)table_u16(t, i);
}

static const char *name(arena *a, hb_face_t *face, hb_ot_name_id_t id) {
  char buffer[256];
  unsigned size = sizeof buffer;
  hb_ot_name_get_utf8(face, id, hb_language_from_string("en", 2), &size, buffer);
  if (!buffer[0] || size == 0) {
    size = sizeof buffer;
    hb_ot_name_get_utf8(face, id, HB_LANGUAGE_INVALID, &size, buffer);
  }
  return size ? arena_strdup(a, buffer) : NULL;
}

bool face_probe(arena *a, const char *path, font_face *out) {
  *out = (font_face){.weight = 400, .stretch = 5};
  hb_blob_t *blob = hb_blob_create_from_file_or_fail(path);
  if (!blob) return false;
  hb_face_t *face = hb_face_create(blob, 0);
  hb_blob_destroy(blob);
  out->glyph_count = hb_face_get_glyph_count(face);
  out->family = name(a, face, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY);
  if (!out->family) out->family = name(a, face, HB_OT_NAME_ID_FONT_FAMILY);
  table os2 = table_open(face, "OS/2");
  if (os2.size >= 64) {
    unsigned weight = table_u16(&os2, 4), width = table_u16(&os2, 6), selection = table_u16(&os2, 62);
    out->weight = weight < 10 ? (int)weight * 100 : weight > 1000 ? 900 : (int)weight;
    if (width >= 1 && width <= 9) out->stretch = (uint16_t)width;
    out->italic = (selection & 0x0201) != 0; /* ITALIC or OBLIQUE */
    if (out->weight < 100) out->weight = 400;
  }
  table_close(&os2);
  hb_face_destroy(face);
  if (!out->glyph_count || !out->family) return false;
  out->path = arena_strdup(a, path);
  return true;
}

static int metric(hb_font_t *font, hb_ot_metrics_tag_t tag, int otherwise) {
  hb_position_t v;
  return hb_ot_metrics_get_position(font, tag, &v) ? v : otherwise;
}

static void read_tables(font_face *f) {
  table head = table_open(f->face, "head");
  for (unsigned i = 0; i < 4; i++) f->bbox[i] = table_i16(&head, 36 + 2 * i);
  table_close(&head);
  table post = table_open(f->face, "post");
  f->italic_angle = table_i16(&post, 4) + table_u16(&post, 6) / 65536.0;
  f->fixed_pitch = table_u16(&post, 12) || table_u16(&post, 14);
  table_close(&post);
  table os2 = table_open(f->face, "OS/2");
  f->embedding = (uint16_t)table_u16(&os2, 8);
  /* PANOSE: 2 is Latin text; serif style 2..10 has serifs, 11..15 has not */
  if (os2.size > 34) f->serif = os2.at[32] == 2 && os2.at[33] >= 2 && os2.at[33] <= 10;
  table_close(&os2);
}

static void read_metrics(font_face *f) {
  int em = f->units_per_em;
  hb_font_extents_t extents;
  if (hb_font_get_h_extents(f->font, &extents) && extents.ascender > 0) {
    f->ascender = extents.ascender;
    f->descender = extents.descender > 0 ? -extents.descender : extents.descender;
  } else {
    f->ascender = em * 4 / 5;
    f->descender = f->ascender - em;
  }
  f->cap_height = metric(f->font, HB_OT_METRICS_TAG_CAP_HEIGHT, em * 7 / 10);
  f->x_height = metric(f->font, HB_OT_METRICS_TAG_X_HEIGHT, em / 2);
  f->underline_position = metric(f->font, HB_OT_METRICS_TAG_UNDERLINE_OFFSET, -em / 10);
  f->underline_thickness = metric(f->font, HB_OT_METRICS_TAG_UNDERLINE_SIZE, em / 20);
  f->strikeout_position = metric(f->font, HB_OT_METRICS_TAG_STRIKEOUT_OFFSET, f->x_height / 2);
  f->strikeout_thickness = metric(f->font, HB_OT_METRICS_TAG_STRIKEOUT_SIZE, f->underline_thickness);
}

static void read_coverage(font_face *f) {
  hb_codepoint_t glyph;
  for (uint32_t cp = 0x20; cp < 64 * 6; cp++)
    if (hb_font_get_nominal_glyph(f->font, cp, &glyph) && glyph) f->latin[cp / 64] |= (uint64_t)1 << cp % 64;
}

static const uint32_t hyphens[] = {0xAD, 0x2010, '-'};

bool face_open(arena *a, font_face *f) {
  f->blob = hb_blob_create_from_file_or_fail(f->path);
  if (!f->blob) return false;
  f->face = hb_face_create(f->blob, 0);
  hb_face_make_immutable(f->face);
  f->font = hb_font_create(f->face);
  f->units_per_em = (int)hb_face_get_upem(f->face);
  f->glyph_count = hb_face_get_glyph_count(f->face);
  if (f->units_per_em <= 0 || !f->glyph_count) {
    face_close(f);
    return false;
  }
  f->postscript_name = name(a, f->face, HB_OT_NAME_ID_POSTSCRIPT_NAME);
  if (!f->postscript_name) f->postscript_name = f->family;
  read_tables(f);
  read_metrics(f);
  read_coverage(f);
  hb_codepoint_t glyph;
  if (hb_font_get_nominal_glyph(f->font, ' ', &glyph)) f->space = hb_font_get_glyph_h_advance(f->font, glyph);
  else f->space = f->units_per_em / 4;
  for (size_t i = 0; i < sizeof hyphens / sizeof *hyphens && !f->hyphen; i++)
    if (font_face_has(f, hyphens[i])) f->hyphen = hyphens[i];
  hb_font_make_immutable(f->font);
  return true;
}

void face_close(font_face *f) {
  hb_font_destroy(f->font);
  hb_face_destroy(f->face);
  hb_blob_destroy(f->blob);
  f->font = NULL;
  f->face = NULL;
  f->blob = NULL;
}

bool font_face_has(const font_face *f, uint32_t cp) {
  if (cp < 64 * 6) return f->latin[cp / 64] >> cp % 64 & 1;
  hb_codepoint_t glyph;
  return hb_font_get_nominal_glyph(f->font, cp, &glyph) && glyph;
}
