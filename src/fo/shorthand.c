/* Shorthands (XSL 1.1, 5.2 and 7.31): one attribute becomes specs of the properties that it stands for, at its level of precision. */
#include <string.h>

#include "fo/resolve.h"

typedef struct expansion {
  fo_resolver *r;
  const fo_shorthand *shorthand;
  uint16_t attribute;
} expansion;

static void add(const expansion *x, uint16_t property, fo_component c, fo_slice v) {
  fo_resolver_add(x->r, (fo_property_id)property, c, x->shorthand->level, x->attribute, v);
}

static void add_text(const expansion *x, uint16_t property, const char *text) {
  add(x, property, FO_COMPONENT_NONE, (fo_slice){text, strlen(text)});
}

/* Up to `most` pieces; -1 when there are more. */
static int split(fo_slice v, fo_slice *pieces, int most) {
  int n = 0;
  for (fo_slice piece = fo_slice_next(&v); piece.n; piece = fo_slice_next(&v)) {
    if (n == most) return -1;
    pieces[n++] = piece;
  }
  return n;
}

static bool expand_sides(const expansion *x, fo_slice v) {
  static const uint8_t which[5][4] = {{0}, {0, 0, 0, 0}, {0, 1, 0, 1}, {0, 1, 2, 1}, {0, 1, 2, 3}};
  fo_slice pieces[4];
  int n = split(v, pieces, 4);
  if (n < 1) return false;
  for (int i = 0; i < 4; i++) add(x, x->shorthand->target[i], FO_COMPONENT_NONE, pieces[which[n][i]]);
  return true;
}

static bool is_word_of(fo_property_id id, fo_slice v) {
  int value;
  return fo_word_find(fo_property_table[id].words, v, &value);
}

static bool is_color(fo_slice v) {
  fo_color c;
  return v.at[0] == '#' || fo_slice_is(v, "transparent") || fo_color_find(v, &c) ||
         (v.n > 4 && v.at[v.n - 1] == ')' && (!memcmp(v.at, "rgb", 3) || !memcmp(v.at, "cmyk", 4)));
}

static bool is_length(fo_slice v) {
  return (v.at[0] >= '0' && v.at[0] <= '9') || v.at[0] == '.' || v.at[0] == '-' || v.at[0] == '+' || v.at[0] == '(';
}

/* Targets come in threes: width, style, colour. What is not given is set back to its initial value. */
static bool expand_border(const expansion *x, fo_slice v) {
  fo_slice pieces[3], found[3] = {{NULL, 0}};
  int n = split(v, pieces, 3);
  if (n < 1) return false;
  for (int i = 0; i < n; i++) {
    bool width = is_length(pieces[i]) || fo_slice_is(pieces[i], "thin") || fo_slice_is(pieces[i], "medium") ||
                 fo_slice_is(pieces[i], "thick");
    int part = width ? 0 : is_word_of(FO_PROPERTY_BORDER_TOP_STYLE, pieces[i]) ? 1 : is_color(pieces[i]) ? 2 : -1;
    if (part < 0 || found[part].n) return false;
    found[part] = pieces[i];
  }
  if (!found[0].n) found[0] = (fo_slice){"medium", 6};
  if (!found[1].n) found[1] = (fo_slice){"none", 4};
  for (int i = 0; i < x->shorthand->target_count; i++)
    if (found[i % 3].n) add(x, x->shorthand->target[i], FO_COMPONENT_NONE, found[i % 3]);
  return true;
}

/* [style || variant || weight]? size[/line-height]? family (7.31.13) */
static bool expand_font(const expansion *x, fo_slice v) {
  const fo_shorthand *s = x->shorthand;
  for (int i = 0; i < 3; i++) add_text(x, s->target[i], "normal");
  fo_slice piece = fo_slice_next(&v);
  for (; piece.n; piece = fo_slice_next(&v)) {
    bool number = piece.n == 3 && piece.at[1] == '0' && piece.at[2] == '0';
    if (fo_slice_is(piece, "normal")) continue;
    if (is_word_of(FO_PROPERTY_FONT_STYLE, piece)) add(x, FO_PROPERTY_FONT_STYLE, FO_COMPONENT_NONE, piece);
    else if (is_word_of(FO_PROPERTY_FONT_VARIANT, piece)) add(x, FO_PROPERTY_FONT_VARIANT, FO_COMPONENT_NONE, piece);
    else if (number || fo_slice_is(piece, "bold") || fo_slice_is(piece, "bolder") || fo_slice_is(piece, "lighter"))
      add(x, FO_PROPERTY_FONT_WEIGHT, FO_COMPONENT_NONE, piece);
    else break;
  }
  v = fo_slice_trim(v);
  const char *slash = piece.n ? memchr(piece.at, '/', piece.n) : NULL;
  fo_slice height = {"normal", 6};
  if (slash) {
    height = (fo_slice){slash + 1, piece.n - (size_t)(slash - piece.at) - 1};
    piece.n = (size_t)(slash - piece.at);
  }
  if (!piece.n || !height.n || !v.n) return false;
  add(x, FO_PROPERTY_FONT_SIZE, FO_COMPONENT_NONE, piece);
  add(x, FO_PROPERTY_LINE_HEIGHT, FO_COMPONENT_NONE, height);
  add(x, FO_PROPERTY_FONT_FAMILY, FO_COMPONENT_NONE, v);
  return true;
}

static bool is_place(fo_slice v) {
  static const char *const names[] = {"left", "center", "right", "top", "bottom"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (fo_slice_is(v, names[i])) return true;
  return is_length(v);
}

/* One or two values; "top" and "bottom" may come first (7.31.2). */
static bool add_position(const expansion *x, const fo_slice *v, int n) {
  fo_slice horizontal = {"50%", 3}, vertical = horizontal;
  for (int i = 0; i < n; i++) {
    bool upright = fo_slice_is(v[i], "top") || fo_slice_is(v[i], "bottom");
    bool across = fo_slice_is(v[i], "left") || fo_slice_is(v[i], "right");
    if (upright || (!across && i == 1)) vertical = v[i];
    else horizontal = v[i];
  }
  add(x, FO_PROPERTY_BACKGROUND_POSITION_HORIZONTAL, FO_COMPONENT_NONE, horizontal);
  add(x, FO_PROPERTY_BACKGROUND_POSITION_VERTICAL, FO_COMPONENT_NONE, vertical);
  return true;
}

static bool expand_background_position(const expansion *x, fo_slice v) {
  fo_slice pieces[2];
  int n = split(v, pieces, 2);
  return n > 0 && add_position(x, pieces, n);
}

static bool expand_background(const expansion *x, fo_slice v) {
  fo_slice pieces[6], places[2];
  int n = split(v, pieces, 6), place_count = 0;
  if (n < 1) return false;
  for (int i = 0; i < x->shorthand->target_count; i++) {
    const fo_property *p = &fo_property_table[x->shorthand->target[i]];
    add_text(x, x->shorthand->target[i], p->initial);
  }
  for (int i = 0; i < n; i++) {
    fo_slice s = pieces[i];
    if (is_color(s)) add(x, FO_PROPERTY_BACKGROUND_COLOR, FO_COMPONENT_NONE, s);
    else if (is_word_of(FO_PROPERTY_BACKGROUND_REPEAT, s)) add(x, FO_PROPERTY_BACKGROUND_REPEAT, FO_COMPONENT_NONE, s);
    else if (fo_slice_is(s, "none") || (s.n > 4 && !memcmp(s.at, "url(", 4)))
      add(x, FO_PROPERTY_BACKGROUND_IMAGE, FO_COMPONENT_NONE, s);
    else if (fo_slice_is(s, "scroll") || fo_slice_is(s, "fixed"))
      add(x, FO_PROPERTY_BACKGROUND_ATTACHMENT, FO_COMPONENT_NONE, s);
    else if (is_place(s) && place_count < 2) places[place_count++] = s;
    else return false;
  }
  return !place_count || add_position(x, places, place_count);
}

static bool expand_words(const expansion *x, fo_slice v) {
  uint16_t id = (uint16_t)(FO_PROPERTY_COUNT + (x->shorthand - fo_shorthand_table));
  bool found = false;
  for (int any = 0; any < 2 && !found; any++) {
    for (size_t i = 0; i < fo_expansion_count; i++) {
      const fo_expansion_row *row = &fo_expansion_table[i];
      if (row->shorthand != id || (any ? strcmp(row->value, "*") != 0 : !fo_slice_is(v, row->value))) continue;
      fo_slice to = {row->expansion, strlen(row->expansion)};
      add(x, row->property, row->component, any ? v : to);
      found = true;
    }
  }
  return found;
}

/* RFC 3066: language, then the country where there is one: "es-MX", "zh-Hant-TW" (7.31.24). */
static bool expand_language(const expansion *x, fo_slice v) {
  size_t n = 0;
  while (n < v.n && v.at[n] != '-' && v.at[n] != '_') n++;
  fo_slice language = {v.at, n}, country = {"none", 4};
  while (n < v.n) {
    size_t from = ++n;
    while (n < v.n && v.at[n] != '-' && v.at[n] != '_') n++;
    if (n - from == 2) country = (fo_slice){v.at + from, 2};
  }
  if (!language.n) language = (fo_slice){"none", 4};
  add(x, FO_PROPERTY_LANGUAGE, FO_COMPONENT_NONE, language);
  add(x, FO_PROPERTY_COUNTRY, FO_COMPONENT_NONE, country);
  return true;
}

static bool expand_pair(const expansion *x, fo_slice v) {
  fo_slice pieces[2];
  int n = split(v, pieces, 2);
  if (n < 1) return false;
  if (x->shorthand->target_count == 1) { /* border-spacing: across, then down */
    add(x, x->shorthand->target[0], FO_COMPONENT_INLINE_DIRECTION, pieces[0]);
    add(x, x->shorthand->target[0], FO_COMPONENT_BLOCK_DIRECTION, pieces[n - 1]);
    return true;
  }
  add(x, x->shorthand->target[0], FO_COMPONENT_NONE, pieces[0]);
  add(x, x->shorthand->target[1], FO_COMPONENT_NONE, pieces[n - 1]);
  return true;
}

bool fo_shorthand_expand(fo_resolver *r, uint16_t shorthand, uint16_t attribute, fo_slice v) {
  static bool (*const expanders[])(const expansion *,
                                   fo_slice) = {[EXPAND_SIDES] = expand_sides,
                                                [EXPAND_BORDER] = expand_border,
                                                [EXPAND_FONT] = expand_font,
                                                [EXPAND_BACKGROUND] = expand_background,
                                                [EXPAND_BACKGROUND_POSITION] = expand_background_position,
                                                [EXPAND_WORDS] = expand_words,
                                                [EXPAND_LANGUAGE] = expand_language,
                                                [EXPAND_PAIR] = expand_pair};
  const fo_shorthand *s = &fo_shorthand_table[shorthand - FO_PROPERTY_COUNT];
  expansion x = {r, s, attribute};
  if (!v.n) return false;
  if (fo_slice_is(v, "inherit")) {
    for (int i = 0; i < s->target_count; i++) add(&x, s->target[i], FO_COMPONENT_NONE, v);
    return true;
  }
  return expanders[s->expansion](&x, v);
}
