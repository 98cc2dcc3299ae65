/* Readers of fonts, of what depends on the font size, and of names. */
#include <string.h>

#include "base/utf8.h"
#include "fo/read.h"

#define FONT_SIZE_MOST (8000 * MPT_PT)
#define FAMILY_LIMIT 32

/* ---- fonts ---- */

static bool is_quote(char c) {
  return c == '"' || c == '\'';
}

/* One family name: quotes off, runs of white space to one blank. */
static const char *intern_family(fo_resolver *r, fo_slice s) {
  s = fo_slice_trim(s);
  if (s.n >= 2 && is_quote(s.at[0]) && s.at[s.n - 1] == s.at[0]) s = fo_slice_trim((fo_slice){s.at + 1, s.n - 2});
  char name[128];
  size_t n = 0;
  for (size_t i = 0; i < s.n && n < sizeof name; i++) {
    char c = s.at[i] == '\n' || s.at[i] == '\t' || s.at[i] == '\r' ? ' ' : s.at[i];
    if (c == ' ' && n && name[n - 1] == ' ') continue;
    name[n++] = c;
  }
  return n ? map_intern_str(&r->strings, name, n) : NULL;
}

bool fo_read_font_family(fo_resolver *r, const fo_property *p, fo_component c, fo_slice v, void *field) {
  (void)p, (void)c;
  const char *families[FAMILY_LIMIT + 1] = {0};
  size_t n = 0, from = 0;
  char quote = 0;
  for (size_t i = 0; i <= v.n && n < FAMILY_LIMIT; i++) {
    if (i < v.n && is_quote(v.at[i])) quote = quote == v.at[i] ? 0 : quote ? quote : v.at[i];
    if (i < v.n && (v.at[i] != ',' || quote)) continue;
    const char *name = intern_family(r, (fo_slice){v.at + from, i - from});
    if (name) families[n++] = name;
    from = i + 1;
  }
  if (!n) return false;
  *(const char *const **)field = map_intern(&r->strings, families, (n + 1) * sizeof *families);
  return true;
}

bool fo_read_font_size(fo_resolver *r, const fo_property *p, fo_component c, fo_slice v, void *field) {
  static const struct {
    const char *name;
    mpt size;
  } names[] = {
#define FO_FONT_SIZE(name, size) {name, size},
#include "fo/units.def"
#undef FO_FONT_SIZE
  };
  (void)c;
  mpt size = 0, outer = r->em;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (fo_slice_is(v, names[i].name)) size = names[i].size;
  fo_numeric n;
  if (fo_slice_is(v, "larger")) size = (mpt)muldiv(outer, 12, 10);
  else if (fo_slice_is(v, "smaller")) size = (mpt)muldiv(outer, 10, 12);
  else if (!size && (!fo_numeric_read(r, p, v, &n) || !fo_numeric_mpt(n, outer, &size))) return false;
  if (size < 0) return false;
  *(mpt *)field = size > FONT_SIZE_MOST ? FONT_SIZE_MOST : size;
  return true;
}

bool fo_read_font_weight(fo_resolver *r, const fo_property *p, fo_component c, fo_slice v, void *field) {
  (void)c;
  int w = r->parent->font ? r->parent->font->weight : 400;
  fo_numeric n;
  int64_t i;
  if (fo_slice_is(v, "normal")) w = 400;
  else if (fo_slice_is(v, "bold")) w = 700;
  else if (fo_slice_is(v, "bolder")) w = w < 350 ? 400 : w < 550 ? 700 : 900;
  else if (fo_slice_is(v, "lighter")) w = w < 550 ? 100 : w < 750 ? 400 : 700;
  else if (!fo_numeric_read(r, p, v, &n) || !fo_numeric_integer(n, &i) || i < 100 || i > 900) return false;
  else w = (int)(i / 100) * 100;
  *(int16_t *)field = (int16_t)w;
  return true;
}

/* A number is inherited as such, so it is kept beside the length that it gives here (7.16.4). */
bool fo_read_line_height(fo_resolver *r, const fo_property *p, fo_component c, fo_slice v, void *field) {
  if (c != FO_COMPONENT_NONE && c != FO_COMPONENT_OPTIMUM) return true; /* a line has one height here */
  fo_length *height = field;
  int word;
  fo_numeric n;
  mpt l;
  int64_t factor = 0;
  if (fo_word_find(p->words, v, &word)) {
    *height = (fo_length){.is_auto = true};
  } else if (!fo_numeric_read(r, p, v, &n)) {
    return false;
  } else if (!n.length) {
    if (n.value < 0) return false;
    factor = muldiv(n.value, 1, 1000);
    if (factor > INT32_MAX) factor = INT32_MAX;
    *height = (fo_length){.length = mpt_clamp(muldiv(r->em, factor, 1000))};
  } else {
    if (!fo_numeric_mpt(n, r->em, &l) || l < 0) return false;
    *height = (fo_length){.length = l};
  }
  r->work.text.line_height_factor = (int32_t)factor;
  r->line_height_given = true;
  return true;
}

/* "normal" is the font's own leading, known to text/ only: 1.2 stands for it where a percentage refers to it. */
static mpt line_height_of(const fo_style *s) {
  if (!s->text || !s->font) return 0;
  return s->text->line_height.is_auto ? (mpt)muldiv(s->font->size, 12, 10) : s->text->line_height.length;
}

/* sub and super: a fifth below and a third above the baseline, in sizes of the parent's font. */
bool fo_read_baseline_shift(fo_resolver *r, const fo_property *p, fo_component c, fo_slice v, void *field) {
  (void)c;
  mpt size = r->parent->font ? r->parent->font->size : 0, l = 0;
  fo_numeric n;
  if (fo_slice_is(v, "sub")) l = -size / 5;
  else if (fo_slice_is(v, "super")) l = size / 3;
  else if (fo_slice_is(v, "baseline")) l = 0;
  else if (!fo_numeric_read(r, p, v, &n) || !fo_numeric_mpt(n, line_height_of(r->parent), &l)) return false;
  *(fo_length *)field = (fo_length){.length = l};
  return true;
}

/* The names of baselines say the same as auto: the glyphs' own baseline. */
bool fo_read_alignment_adjust(fo_resolver *r, const fo_property *p, fo_component c, fo_slice v, void *field) {
  return fo_read_length_percent(r, p, c, v, field);
}

bool fo_read_decoration(fo_resolver *r, const fo_property *p, fo_component c, fo_slice v, void *field) {
  enum { UNDERLINE, OVERLINE, LINE_THROUGH, NOTHING };
  static const struct {
    const char *name;
    uint8_t which, on;
  } names[] = {{"none", NOTHING, 0},           {"blink", NOTHING, 0},        {"no-blink", NOTHING, 0},
               {"underline", UNDERLINE, 1},    {"overline", OVERLINE, 1},    {"line-through", LINE_THROUGH, 1},
               {"no-underline", UNDERLINE, 0}, {"no-overline", OVERLINE, 0}, {"no-line-through", LINE_THROUGH, 0}};
  (void)p, (void)c, (void)field;
  fo_inline_style *inl = &r->work.inl;
  uint8_t on[4] = {inl->underline, inl->overline, inl->line_through, 0};
  bool decorated = false;
  for (fo_slice piece = fo_slice_next(&v); piece.n; piece = fo_slice_next(&v)) {
    size_t i = 0;
    while (i < sizeof names / sizeof *names && !fo_slice_is(piece, names[i].name)) i++;
    if (i == sizeof names / sizeof *names) return false;
    on[names[i].which] = names[i].on;
    if (names[i].on) decorated = true;
  }
  inl->underline = on[UNDERLINE], inl->overline = on[OVERLINE], inl->line_through = on[LINE_THROUGH];
  r->decorated = decorated;
  return true;
}

/* ---- names ---- */

static fo_slice unquote(fo_slice v) {
  if (v.n >= 2 && is_quote(v.at[0]) && v.at[v.n - 1] == v.at[0]) return (fo_slice){v.at + 1, v.n - 2};
  return v;
}

bool fo_read_character(fo_resolver *r, const fo_property *p, fo_component c, fo_slice v, void *field) {
  (void)r, (void)p, (void)c;
  if (v.n > 1) v = unquote(v);
  size_t i = 0;
  if (!v.n) return false;
  uint32_t cp = utf8_next(v.at, v.n, &i);
  if (i != v.n) return false;
  *(uint32_t *)field = cp;
  return true;
}

static bool read_code(fo_resolver *r, fo_slice v, bool upper, const char **out) {
  char code[16];
  if (fo_slice_is(v, "none")) {
    *out = NULL;
    return true;
  }
  v = unquote(v);
  if (!v.n || v.n > sizeof code) return false;
  for (size_t i = 0; i < v.n; i++) {
    char l = (char)(v.at[i] | 32);
    bool letter = l >= 'a' && l <= 'z', digit = v.at[i] >= '0' && v.at[i] <= '9';
    if (!letter && !digit) return false;
    code[i] = digit ? v.at[i] : upper ? (char)(l - 32) : l;
  }
  *out = map_intern_str(&r->strings, code, v.n);
  return true;
}

bool fo_read_language(fo_resolver *r, const fo_property *p, fo_component c, fo_slice v, void *field) {
  (void)p, (void)c;
  return read_code(r, v, false, field);
}

bool fo_read_country(fo_resolver *r, const fo_property *p, fo_component c, fo_slice v, void *field) {
  (void)p, (void)c;
  return read_code(r, v, true, field);
}

/* A name; none and auto mean that there is none. */
bool fo_read_string(fo_resolver *r, const fo_property *p, fo_component c, fo_slice v, void *field) {
  (void)p, (void)c;
  v = unquote(v);
  bool none = !v.n || fo_slice_is(v, "none") || fo_slice_is(v, "auto");
  *(const char **)field = none ? NULL : map_intern_str(&r->strings, v.at, v.n);
  return true;
}

/* The same, but any word is a name. */
bool fo_read_name(fo_resolver *r, const fo_property *p, fo_component c, fo_slice v, void *field) {
  (void)p, (void)c;
  v = unquote(v);
  *(const char **)field = v.n ? map_intern_str(&r->strings, v.at, v.n) : NULL;
  return true;
}

/* Free text, taken as it is. */
bool fo_read_text(fo_resolver *r, const fo_property *p, fo_component c, fo_slice v, void *field) {
  (void)p, (void)c;
  *(const char **)field = map_intern_str(&r->strings, v.at, v.n);
  return true;
}

bool fo_read_uri(fo_resolver *r, const fo_property *p, fo_component c, fo_slice v, void *field) {
  if (v.n > 5 && !memcmp(v.at, "url(", 4) && v.at[v.n - 1] == ')') v = fo_slice_trim((fo_slice){v.at + 4, v.n - 5});
  return fo_read_string(r, p, c, v, field);
}
