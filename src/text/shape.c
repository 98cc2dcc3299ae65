#include "text/shape.h"

#include <string.h>

#define CACHED_WORD 64     /* bytes: longer words are shaped each time */
#define CACHED_WORDS 60000 /* entries: about 20 MB at most */

/* What stands before a word's bytes in the cache's keys. */
typedef struct key_head {
  uint32_t face;
  uint32_t script;
  hb_language_t language;
} key_head;

struct shaper {
  arena *arena;
  map words;
  hb_buffer_t *buffer;
};

shaper *shaper_new(arena *session) {
  shaper *s = ARENA_NEW(session, shaper);
  s->arena = session;
  s->words = map_new(session);
  s->buffer = hb_buffer_create();
  hb_buffer_set_cluster_level(s->buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
  return s;
}

void shaper_free(shaper *s) {
  if (!s) return;
  hb_buffer_destroy(s->buffer);
  s->buffer = NULL;
}

static const hb_feature_t spaced[] = {
    {HB_TAG('l', 'i', 'g', 'a'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
    {HB_TAG('c', 'l', 'i', 'g'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
};

static void run_harfbuzz(shaper *s, const font_face *face, shape_manner m, const char *text, size_t size) {
  hb_buffer_t *b = s->buffer;
  hb_buffer_clear_contents(b);
  hb_buffer_add_utf8(b, text, (int)size, 0, (int)size);
  hb_buffer_set_direction(b, HB_DIRECTION_LTR);
  hb_buffer_set_script(b, m.script);
  hb_buffer_set_language(b, m.language);
  /* A lone soft hyphen is asked for only to be drawn at a line's end. */
  bool hyphen = size >= 2 && (unsigned char)text[size - 2] == 0xC2 && (unsigned char)text[size - 1] == 0xAD;
  hb_buffer_set_flags(b, hyphen ? HB_BUFFER_FLAG_PRESERVE_DEFAULT_IGNORABLES : HB_BUFFER_FLAG_DEFAULT);
  hb_shape(face->font, b, m.no_ligatures ? spaced : NULL, m.no_ligatures ? 2 : 0);
}

static shaped *shape(shaper *s, arena *a, const font_face *face, shape_manner m, const char *text, size_t size) {
  run_harfbuzz(s, face, m, text, size);
  unsigned n;
  const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(s->buffer, &n);
  const hb_glyph_position_t *at = hb_buffer_get_glyph_positions(s->buffer, &n);
  shaped *word = ARENA_NEW(a, shaped);
  shaped_glyph *glyphs = ARENA_ARRAY(a, shaped_glyph, n);
  for (unsigned i = 0; i < n; i++) {
    shaped_glyph *g = &glyphs[i];
    g->id = (uint16_t)info[i].codepoint;
    g->unsafe = (hb_glyph_info_get_glyph_flags(&info[i]) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK) != 0;
    g->last = i + 1 == n || info[i + 1].cluster != info[i].cluster;
    g->cluster = info[i].cluster;
    g->advance = at[i].x_advance;
    g->x_offset = at[i].x_offset;
    g->y_offset = at[i].y_offset;
    word->clusters += g->last;
  }
  word->face = face;
  word->glyphs = glyphs;
  word->n = n;
  return word;
}

const shaped *shaper_shape(shaper *s, arena *a, const font_face *face, shape_manner m, const char *text, size_t size) {
  if (size > CACHED_WORD) return shape(s, a, face, m, text, size);
  struct {
    key_head head;
    char text[CACHED_WORD];
  } key;
  key.head = (key_head){face->number << 1 | m.no_ligatures, m.script, m.language};
  memcpy(key.text, text, size);
  const shaped *known = map_find(&s->words, &key, sizeof key.head + size);
  if (known) return known;
  if (s->words.entries.n >= CACHED_WORDS) return shape(s, a, face, m, text, size);
  shaped *word = shape(s, s->arena, face, m, text, size);
  map_put(&s->words, &key, sizeof key.head + size, word);
  return word;
}
