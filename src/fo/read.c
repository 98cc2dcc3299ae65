/* Readers of lengths, numbers, keywords, compounds and colours. */
#include "fo/read.h"

#include <string.h>

static bool store_integer(void *field, size_t size, int64_t v) {
  switch (size) {
  case 1: *(uint8_t *)field = (uint8_t)v; break;
  case 2: *(int16_t *)field = (int16_t)v; break;
  default: *(int32_t *)field = (int32_t)v; break;
  }
  return true;
}

bool fo_read_plain(fo_resolver *r, const fo_property *p, fo_component c, fo_slice v, void *field) {
  (void)r, (void)p, (void)c, (void)v, (void)field;
  return true;
}

bool fo_read_enum(fo_resolver *r, const fo_property *p, fo_component c, fo_slice v, void *field) {
  (void)r, (void)c;
  int value;
  if (!fo_word_find(p->words, v, &value)) return false;
  *(fo_enum *)field = (fo_enum)value;
  return true;
}

/* True for the first keyword of the property. */
bool fo_read_bool(fo_resolver *r, const fo_property *p, fo_component c, fo_slice v, void *field) {
  (void)r, (void)c;
  int value;
  if (!fo_word_find(p->words, v, &value)) return false;
  *(uint8_t *)field = value == p->words[0].value;
  return true;
}

bool fo_read_integer(fo_resolver *r, const fo_property *p, fo_component c, fo_slice v, void *field) {
  (void)c;
  int word;
  if (fo_word_find(p->words, v, &word)) return store_integer(field, p->size, word);
  fo_numeric n;
  int64_t i;
  if (!fo_numeric_read(r, p, v, &n) || !fo_numeric_integer(n, &i)) return false;
  return store_integer(field, p->size, i < p->least ? p->least : i > p->most ? p->most : i);
}

bool fo_read_orientation(fo_resolver *r, const fo_property *p, fo_component c, fo_slice v, void *field) {
  (void)c;
  fo_numeric n;
  int64_t i;
  if (!fo_numeric_read(r, p, v, &n) || !fo_numeric_integer(n, &i)) return false;
  if (i % 90 || i < p->least || i > p->most) return false;
  return store_integer(field, p->size, (i + 360) % 360);
}

/* ---- lengths ---- */

static bool read_mpt(fo_resolver *r, const fo_property *p, fo_slice v, mpt *out) {
  fo_numeric n;
  return fo_numeric_read(r, p, v, &n) && fo_numeric_mpt(n, -1, out);
}

/* A length, a percentage or one of the keywords, which all mean that no length is given. */
static bool read_flexible(fo_resolver *r, const fo_property *p, fo_slice v, fo_length *out) {
  int word;
  if (fo_word_find(p->words, v, &word)) {
    *out = (fo_length){.is_auto = true};
    return true;
  }
  fo_numeric n;
  return fo_numeric_read(r, p, v, &n) && fo_numeric_length(n, out);
}

bool fo_read_length(fo_resolver *r, const fo_property *p, fo_component c, fo_slice v, void *field) {
  (void)c;
  return read_mpt(r, p, v, field);
}

bool fo_read_length_percent(fo_resolver *r, const fo_property *p, fo_component c, fo_slice v, void *field) {
  (void)c;
  return read_flexible(r, p, v, field);
}

bool fo_read_indent(fo_resolver *r, const fo_property *p, fo_component c, fo_slice v, void *field) {
  (void)c;
  if (!read_flexible(r, p, v, field)) return false;
  r->margin_given[p->offset == offsetof(fo_groups, indent.start_indent) ? SIDE_START : SIDE_END] = false;
  return true;
}

bool fo_read_position(fo_resolver *r, const fo_property *p, fo_component c, fo_slice v, void *field) {
  static const fo_word words[] = {{FO_LEFT, 0},    {FO_TOP, 0},      {FO_CENTER, 50},
                                  {FO_RIGHT, 100}, {FO_BOTTOM, 100}, {FO_KEYWORD_COUNT, 0}};
  (void)c;
  int percent;
  if (!fo_word_find(words, v, &percent)) return read_flexible(r, p, v, field);
  *(fo_length *)field = (fo_length){.percent = percent * 1000};
  return true;
}

/* Margins of pages and body regions are traits; those of blocks become indents and spaces (5.3.2). */
bool fo_read_margin(fo_resolver *r, const fo_property *p, fo_component c, fo_slice v, void *field) {
  (void)c;
  fo_length l;
  if (!read_flexible(r, p, v, &l)) return false;
  bool whole = !l.percent && !l.units;
  fo_space space = {.min = l.length, .opt = l.length, .max = l.length};
  bool lengthwise = p->side == SIDE_START || p->side == SIDE_END;
  if (fo_element_has_margins(r->element) && lengthwise) {
    r->margin[p->side] = l;
    r->margin_given[p->side] = !l.is_auto;
  } else if (fo_element_has_margins(r->element)) {
    fo_resolver_touch(r, FO_GROUP_block);
    fo_space *to = p->side == SIDE_BEFORE ? &r->work.block.space_before : &r->work.block.space_after;
    if (!whole) return false;
    memcpy(to, &space, sizeof *to);
  } else if (fo_element_is_inline(r->element) && lengthwise) {
    fo_resolver_touch(r, FO_GROUP_block);
    fo_space *to = p->side == SIDE_START ? &r->work.block.space_start : &r->work.block.space_end;
    if (!whole) return false;
    memcpy(to, &space, sizeof *to);
  } else {
    if (l.is_auto) l = (fo_length){0};
    memcpy(field, &l, sizeof l);
  }
  return true;
}

/* ---- compounds (5.11) ---- */

static bool read_retain(fo_slice v, uint8_t *out) {
  static const fo_word words[] = {{FO_DISCARD, 0}, {FO_RETAIN, 1}, {FO_KEYWORD_COUNT, 0}};
  int value;
  if (!fo_word_find(words, v, &value)) return false;
  *out = (uint8_t)value;
  return true;
}

bool fo_read_padding(fo_resolver *r, const fo_property *p, fo_component c, fo_slice v, void *field) {
  fo_padding *padding = field;
  if (c == FO_COMPONENT_CONDITIONALITY) return read_retain(v, &padding->retain);
  return read_flexible(r, p, v, &padding->width);
}

bool fo_read_border_width(fo_resolver *r, const fo_property *p, fo_component c, fo_slice v, void *field) {
  static const struct {
    const char *name;
    mpt width;
  } names[] = {
#define FO_BORDER_WIDTH(name, width) {name, width},
#include "fo/units.def"
#undef FO_BORDER_WIDTH
  };
  if (c == FO_COMPONENT_CONDITIONALITY) return read_retain(v, fo_resolver_field(r, p->companion));
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    if (!fo_slice_is(v, names[i].name)) continue;
    *(mpt *)field = names[i].width;
    return true;
  }
  mpt width;
  if (!read_mpt(r, p, v, &width)) return false;
  *(mpt *)field = mpt_max(width, 0);
  return true;
}

bool fo_read_range(fo_resolver *r, const fo_property *p, fo_component c, fo_slice v, void *field) {
  fo_range *g = field;
  fo_length l;
  if (!read_flexible(r, p, v, &l)) return false;
  if (c == FO_COMPONENT_NONE || c == FO_COMPONENT_MINIMUM) memcpy(&g->min, &l, sizeof l);
  if (c == FO_COMPONENT_NONE || c == FO_COMPONENT_OPTIMUM) memcpy(&g->opt, &l, sizeof l);
  if (c == FO_COMPONENT_NONE || c == FO_COMPONENT_MAXIMUM) memcpy(&g->max, &l, sizeof l);
  return true;
}

static bool read_precedence(fo_resolver *r, const fo_property *p, fo_slice v, int16_t *out) {
  static const fo_word words[] = {{FO_FORCE, SPACE_FORCE}, {FO_KEYWORD_COUNT, 0}};
  int word;
  fo_numeric n;
  int64_t i;
  if (fo_word_find(words, v, &word)) i = word;
  else if (!fo_numeric_read(r, p, v, &n) || !fo_numeric_integer(n, &i)) return false;
  else if (i >= SPACE_FORCE) i = SPACE_FORCE - 1;
  *out = (int16_t)(i < -SPACE_FORCE ? -SPACE_FORCE : i);
  return true;
}

bool fo_read_space(fo_resolver *r, const fo_property *p, fo_component c, fo_slice v, void *field) {
  fo_space *s = field;
  if (c == FO_COMPONENT_CONDITIONALITY) return read_retain(v, &s->retain);
  if (c == FO_COMPONENT_PRECEDENCE) return read_precedence(r, p, v, &s->precedence);
  mpt l = 0;
  int word;
  if (!fo_word_find(p->words, v, &word) && !read_mpt(r, p, v, &l)) return false;
  if (c == FO_COMPONENT_NONE || c == FO_COMPONENT_MINIMUM) s->min = l;
  if (c == FO_COMPONENT_NONE || c == FO_COMPONENT_OPTIMUM) s->opt = l;
  if (c == FO_COMPONENT_NONE || c == FO_COMPONENT_MAXIMUM) s->max = l;
  return true;
}

bool fo_read_separation(fo_resolver *r, const fo_property *p, fo_component c, fo_slice v, void *field) {
  mpt l;
  if (!read_mpt(r, p, v, &l)) return false;
  if (c != FO_COMPONENT_INLINE_DIRECTION) *(mpt *)field = l;
  if (c != FO_COMPONENT_BLOCK_DIRECTION) *(mpt *)fo_resolver_field(r, p->companion) = l;
  return true;
}

/* keep="always" alone would, by the letter of 7.20.3, also forbid a block to be broken into lines. Nobody who writes it on a
   block means that, and no formatter does it: the within-line part is set on inline-level FOs only. */
bool fo_read_keep(fo_resolver *r, const fo_property *p, fo_component c, fo_slice v, void *field) {
  static const fo_word words[] = {{FO_AUTO, FO_KEEP_AUTO}, {FO_ALWAYS, FO_KEEP_ALWAYS}, {FO_KEYWORD_COUNT, 0}};
  fo_keep *k = field;
  int strength;
  fo_numeric n;
  int64_t i;
  if (!fo_word_find(words, v, &strength)) {
    if (!fo_numeric_read(r, p, v, &n) || !fo_numeric_integer(n, &i)) return false;
    strength = i < 1 ? 1 : i >= FO_KEEP_ALWAYS ? FO_KEEP_ALWAYS - 1 : (int)i;
  }
  bool line = c == FO_COMPONENT_WITHIN_LINE || (c == FO_COMPONENT_NONE && !fo_element_is_block(r->element));
  if (line) k->line = (int16_t)strength;
  if (c == FO_COMPONENT_NONE || c == FO_COMPONENT_WITHIN_COLUMN) k->column = (int16_t)strength;
  if (c == FO_COMPONENT_NONE || c == FO_COMPONENT_WITHIN_PAGE) k->page = (int16_t)strength;
  return true;
}

bool fo_read_content_size(fo_resolver *r, const fo_property *p, fo_component c, fo_slice v, void *field) {
  (void)c;
  fo_enum *fit = fo_resolver_field(r, p->companion);
  int word;
  if (fo_word_find(p->words, v, &word)) {
    *(fo_length *)field = (fo_length){.is_auto = true};
    *fit = word == FO_AUTO ? FO_NONE : (fo_enum)word;
    return true;
  }
  if (!read_flexible(r, p, v, field)) return false;
  *fit = FO_NONE;
  return true;
}

/* ---- colours ---- */

bool fo_read_color(fo_resolver *r, const fo_property *p, fo_component c, fo_slice v, void *field) {
  (void)c;
  fo_color color;
  fo_value value;
  if (fo_slice_is(v, "transparent")) color = (fo_color){0, 0, 0, 0};
  else if (fo_color_find(v, &color)) (void)0;
  else if (fo_expression_read(r, p, v, &value) && value.kind == FO_VALUE_COLOR) color = value.color;
  else return false;
  *(fo_color *)field = color;
  return true;
}

bool fo_read_border_color(fo_resolver *r, const fo_property *p, fo_component c, fo_slice v, void *field) {
  if (!fo_read_color(r, p, c, v, field)) return false;
  r->border_colored[(p->offset - offsetof(fo_groups, box.border)) / sizeof(fo_border)] = true;
  return true;
}
