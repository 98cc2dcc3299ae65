#include "fo/resolve.h"

#include <assert.h>
#include <string.h>

#include "fo/read.h"

enum { LEVEL_RELATIVE = 3, LEVEL_ABSOLUTE, LEVEL_PART, LEVEL_LATER = 16 };

typedef bool (*reader)(fo_resolver *, const fo_property *, fo_component, fo_slice, void *);

static const reader readers[FO_KIND_COUNT] = {
#define FO_KIND(id, function, expected) fo_read_##function,
#include "fo/kinds.def"
#undef FO_KIND
};

/* ---- groups and styles ---- */

const void *fo_style_group(const fo_style *s, fo_group g) {
  const void *p;
  memcpy(&p, (const char *)s + fo_group_table[g].style_pointer, sizeof p);
  return p;
}

static void set_group(fo_style *s, fo_group g, const void *p) {
  memcpy((char *)s + fo_group_table[g].style_pointer, &p, sizeof p);
}

const void *fo_style_field(const fo_style *s, const fo_property *p) {
  if (p->group == FO_GROUP_COUNT) return NULL;
  return (const char *)fo_style_group(s, (fo_group)p->group) + (p->offset - fo_group_table[p->group].offset);
}

static const fo_style *source_of(const fo_resolver *r, fo_group g) {
  return fo_group_table[g].inherited ? r->parent : &r->initial;
}

void fo_resolver_touch(fo_resolver *r, fo_group g) {
  if (r->touched >> g & 1) return;
  r->touched |= 1u << g;
  memcpy(fo_resolver_field(r, fo_group_table[g].offset), fo_style_group(source_of(r, g), g), fo_group_table[g].size);
  if (g != FO_GROUP_box) return;
  for (int i = 0; i < 4; i++) r->work.box.border[i].width = MPT_PT; /* medium, until there is no style */
}

static const void *intern_group(fo_resolver *r, fo_group g) {
  const fo_group_info *info = &fo_group_table[g];
  const void *work = fo_resolver_field(r, info->offset), *source = fo_style_group(source_of(r, g), g);
  if (source && !memcmp(work, source, info->size)) return source;
  return map_intern(&r->groups[g], work, info->size);
}

/* ---- messages ---- */

bool fo_resolver_first(fo_resolver *r, diag_code code, fo_slice text) {
  char key[200];
  size_t n = text.n < sizeof key - 4 ? text.n : sizeof key - 4;
  uint32_t number = code;
  memcpy(key, &number, 4);
  memcpy(key + 4, text.at, n);
  if (map_find(&r->said, key, n + 4)) return false;
  map_put(&r->said, key, n + 4, r);
  return true;
}

const char *fo_resolver_quote(fo_resolver *r, fo_slice s) {
  const size_t most = 120;
  if (s.n <= most) return arena_strndup(r->diags->arena, s.at, s.n);
  size_t n = most;
  while (n && ((unsigned char)s.at[n] & 0xC0) == 0x80) n--;
  return arena_printf(r->diags->arena, "%.*s...", (int)n, s.at);
}

void fo_resolver_later(fo_resolver *r, fo_slice what) {
  if (fo_resolver_first(r, DIAG_NOT_BUILT, what))
    diag_add(r->diags, DIAG_NOT_BUILT, r->place, fo_resolver_quote(r, what), (const char *)NULL);
}

static const char *expected(fo_resolver *r, const fo_property *p) {
  const char *text = fo_kind_expected((fo_kind)p->kind);
  if (text) return text;
  strbuf b = strbuf_new(r->diags->arena);
  for (const fo_word *w = p->words; w->keyword != FO_KEYWORD_COUNT; w++) {
    if (b.n) strbuf_puts(&b, w[1].keyword == FO_KEYWORD_COUNT ? " or " : ", ");
    strbuf_puts(&b, fo_keyword_slice(w->keyword).at);
  }
  return b.at;
}

/* Said once for each pair of name and value: a template's slip shows up hundreds of times. */
static void report_value(fo_resolver *r, uint16_t attribute, const fo_property *p) {
  const fo_attribute *a = &r->attributes.at[attribute];
  fo_slice name = a->name, value = a->value;
  const char *text = arena_printf(r->diags->arena, "%.*s=\"%s\"", (int)name.n, name.at, fo_resolver_quote(r, value));
  if (!fo_resolver_first(r, DIAG_INVALID_VALUE, (fo_slice){text, strlen(text)})) return;
  if (p) diag_add(r->diags, DIAG_INVALID_VALUE, r->place, text, expected(r, p), (const char *)NULL);
  else diag_add(r->diags, DIAG_INVALID_SHORTHAND, r->place, text, (const char *)NULL);
}

/* ---- specs ---- */

void fo_resolver_add(fo_resolver *r, fo_property_id id, fo_component c, uint8_t level, uint16_t attribute,
                     fo_slice value) {
  const fo_property *p = &fo_property_table[id];
  bool before = p->first || id == FO_PROPERTY_FONT_SIZE;
  fo_spec s = {.property = (uint16_t)id,
               .component = (uint8_t)c,
               .order = (uint8_t)(level + (before ? 0 : LEVEL_LATER)),
               .attribute = attribute,
               .value = value};
  VEC_PUSH(r->arena, r->specs, s);
  fo_spec *at = r->specs.at;
  size_t i = r->specs.n - 1;
  for (; i && at[i - 1].order > s.order; i--) at[i] = at[i - 1];
  at[i] = s;
}

static uint8_t level_of(const fo_property *p, fo_component c) {
  if (p->part || c != FO_COMPONENT_NONE) return (uint8_t)(LEVEL_PART + p->absolute);
  return p->absolute ? LEVEL_ABSOLUTE : LEVEL_RELATIVE;
}

void fo_resolver_put(fo_resolver *r, fo_name name, fo_slice attribute, fo_slice value) {
  uint16_t n = (uint16_t)r->attributes.n;
  VEC_PUSH(r->arena, r->attributes, (fo_attribute){name, attribute, value});
  if (name.id >= FO_PROPERTY_COUNT) {
    if (!fo_shorthand_expand(r, name.id, n, fo_slice_trim(value))) report_value(r, n, NULL);
    return;
  }
  fo_component c = (fo_component)name.component;
  fo_resolver_add(r, (fo_property_id)name.id, c, level_of(&fo_property_table[name.id], c), n, value);
}

static void copy_traits(fo_resolver *r, const fo_property *p, const fo_style *from, const fo_property *q) {
  memcpy(fo_resolver_field(r, p->offset), fo_style_field(from, q), p->size);
  if (!p->companion_size) return;
  const char *group = fo_style_group(from, (fo_group)p->group);
  memcpy(fo_resolver_field(r, p->companion), group + (p->companion - fo_group_table[p->group].offset),
         p->companion_size);
}

/* from-parent() and its like of the same kind of property give all of its parts, keywords too. */
static bool read_field(fo_resolver *r, const fo_property *p, fo_slice v) {
  if (v.n < 5 || v.at[v.n - 1] != ')' || (v.at[0] != 'f' && v.at[0] != 'i')) return false;
  fo_value value;
  if (!fo_expression_read(r, p, v, &value) || value.kind != FO_VALUE_FIELD) return false;
  if (value.property->kind != p->kind || value.property->size != p->size || value.component) return false;
  memcpy(fo_resolver_field(r, p->offset), value.field, p->size);
  if (p->kind == FO_KIND_LINE_HEIGHT) {
    r->work.text.line_height_factor = 0;
    r->line_height_given = true;
  }
  return true;
}

/* Kinds that are no copy of a trait cannot be inherited by copying. */
static bool read_inherit(fo_resolver *r, const fo_property *p) {
  if (p->kind == FO_KIND_DECORATION) return true;
  if (p->kind == FO_KIND_MARGIN && (fo_element_has_margins(r->element) || fo_element_is_inline(r->element)))
    return false;
  copy_traits(r, p, r->parent, p);
  if (p->kind == FO_KIND_LINE_HEIGHT) {
    r->work.text.line_height_factor = r->parent->text->line_height_factor;
    r->line_height_given = false; /* a number follows this element's font size */
  }
  if (p->kind == FO_KIND_BORDER_COLOR)
    r->border_colored[(p->offset - offsetof(fo_groups, box.border)) / sizeof(fo_border)] = true;
  return true;
}

bool fo_resolver_read(fo_resolver *r, fo_property_id id, fo_component c, fo_slice value) {
  const fo_property *p = &fo_property_table[id];
  if (p->kind != FO_KIND_TEXT && p->kind != FO_KIND_CHARACTER) value = fo_slice_trim(value);
  if (p->group == FO_GROUP_COUNT) {
    bool initial = fo_slice_is(value, p->initial) || fo_slice_is(value, "inherit");
    if (p->later && !initial) fo_resolver_later(r, (fo_slice){p->name, strlen(p->name)});
    return true;
  }
  fo_resolver_touch(r, (fo_group)p->group);
  if (fo_slice_is(value, "inherit")) return read_inherit(r, p);
  if (read_field(r, p, value)) return true;
  return readers[p->kind](r, p, c, value, fo_resolver_field(r, p->offset));
}

/* ---- an element ---- */

static bool decorates(const fo_style *s) {
  return s->inl && (s->inl->underline || s->inl->overline || s->inl->line_through);
}

/* What is handed down although its group is not inherited, and what is not although its group is (7.21.4). */
static void begin_exceptions(fo_resolver *r) {
  if (decorates(r->parent)) {
    fo_resolver_touch(r, FO_GROUP_inl);
    const fo_inline_style *from = r->parent->inl;
    r->work.inl.underline = from->underline;
    r->work.inl.overline = from->overline;
    r->work.inl.line_through = from->line_through;
    r->work.inl.decoration_color = from->decoration_color;
  }
  if (r->parent->inherited && r->parent->inherited->reference_orientation) {
    fo_resolver_touch(r, FO_GROUP_inherited);
    r->work.inherited.reference_orientation = 0;
  }
}

void fo_resolver_begin(fo_resolver *r, fo_element element, const fo_style_scope *parent, diag_place place) {
  r->scope = parent;
  r->parent = parent ? parent->style : &r->initial;
  r->element = element;
  r->place = place;
  r->attributes.n = 0;
  r->specs.n = 0;
  r->touched = 0;
  r->decorated = false;
  r->line_height_given = false;
  r->em = r->parent->font ? r->parent->font->size : 12 * MPT_PT;
  memset(r->specified, 0, sizeof r->specified);
  memset(r->margin_given, 0, sizeof r->margin_given);
  memset(r->border_colored, 0, sizeof r->border_colored);
  begin_exceptions(r);
}

/* A trait of a LATER property that is not the initial one. */
static void check_built(fo_resolver *r, const fo_property *p) {
  if (!p->later || p->group == FO_GROUP_COUNT) return;
  if (memcmp(fo_resolver_field(r, p->offset), fo_style_field(&r->initial, p), p->size))
    fo_resolver_later(r, (fo_slice){p->name, strlen(p->name)});
}

static void read_specs(fo_resolver *r) {
  for (size_t i = 0; i < r->specs.n; i++) {
    const fo_spec *s = &r->specs.at[i];
    const fo_property *p = &fo_property_table[s->property];
    r->specified[s->property / 64] |= (uint64_t)1 << (s->property % 64);
    if (fo_resolver_read(r, (fo_property_id)s->property, (fo_component)s->component, s->value)) check_built(r, p);
    else report_value(r, s->attribute, p);
    if (s->property == FO_PROPERTY_FONT_SIZE) r->em = r->work.font.size;
  }
}

/* XSL 1.1, 7.28.1: table, cell, column, row, body, header, from the strongest. */
static int32_t default_precedence(fo_element e) {
  switch (e) {
  case FO_ELEMENT_TABLE: return 6;
  case FO_ELEMENT_TABLE_CELL: return 5;
  case FO_ELEMENT_TABLE_COLUMN: return 4;
  case FO_ELEMENT_TABLE_ROW: return 3;
  case FO_ELEMENT_TABLE_BODY: return 2;
  case FO_ELEMENT_TABLE_HEADER: return 1;
  default: return 0;
  }
}

static const fo_text_style *text_now(const fo_resolver *r) {
  return r->touched >> FO_GROUP_text & 1 ? &r->work.text : r->parent->text;
}

static bool is_specified(const fo_resolver *r, fo_property_id id) {
  return r->specified[id / 64] >> (id % 64) & 1;
}

static void finish_box(fo_resolver *r) {
  static const fo_property_id precedence[4] = {FO_PROPERTY_BORDER_BEFORE_PRECEDENCE,
                                               FO_PROPERTY_BORDER_AFTER_PRECEDENCE, FO_PROPERTY_BORDER_START_PRECEDENCE,
                                               FO_PROPERTY_BORDER_END_PRECEDENCE};
  for (int i = 0; i < 4; i++) {
    fo_border *b = &r->work.box.border[i];
    if (b->style == FO_NONE || b->style == FO_HIDDEN) b->width = 0;
    if (b->style == FO_NONE) memset(&b->color, 0, sizeof b->color);
    else if (!r->border_colored[i]) b->color = text_now(r)->color;
    if (b->style != FO_NONE && !is_specified(r, precedence[i])) b->precedence = default_precedence(r->element);
    if (r->work.box.padding[i].width.length < 0) r->work.box.padding[i].width.length = 0;
  }
}

/* line-height given as a number follows the font size (7.16.4). */
static void finish_line_height(fo_resolver *r) {
  const fo_text_style *text = text_now(r);
  if (!(r->touched >> FO_GROUP_font & 1) || !text->line_height_factor || r->line_height_given) return;
  fo_resolver_touch(r, FO_GROUP_text);
  r->work.text.line_height.length = mpt_clamp(muldiv(r->work.font.size, r->work.text.line_height_factor, 1000));
}

/* XSL 1.1, 5.3.2: indent = (inherited indent, unless it makes a reference area) + margin + padding + border. */
static void finish_indents(fo_resolver *r) {
  const fo_box_style *box = r->touched >> FO_GROUP_box & 1 ? &r->work.box : r->initial.box;
  for (int side = SIDE_START; side <= SIDE_END; side++) {
    if (!r->margin_given[side]) continue;
    fo_resolver_touch(r, FO_GROUP_indent);
    const fo_indent_style *outer = r->parent->indent;
    fo_length base = side == SIDE_START ? outer->start_indent : outer->end_indent;
    if (r->element == FO_ELEMENT_BLOCK_CONTAINER) base = (fo_length){0};
    fo_length m = r->margin[side], p = box->padding[side].width;
    int64_t length = (int64_t)base.length + m.length + p.length + box->border[side].width;
    int64_t percent = (int64_t)base.percent + m.percent + p.percent;
    fo_length sum = {.length = mpt_clamp(length), .percent = mpt_clamp(percent)};
    memcpy(side == SIDE_START ? &r->work.indent.start_indent : &r->work.indent.end_indent, &sum, sizeof sum);
  }
}

static const fo_style *intern_style(fo_resolver *r) {
  fo_style s = {0};
  bool same = true;
  for (int g = 0; g < FO_GROUP_COUNT; g++) {
    const void *p =
        r->touched >> g & 1 ? intern_group(r, (fo_group)g) : fo_style_group(source_of(r, (fo_group)g), (fo_group)g);
    same = same && p == fo_style_group(r->parent, (fo_group)g);
    set_group(&s, (fo_group)g, p);
  }
  return same && r->parent != &r->initial ? r->parent : map_intern(&r->styles, &s, sizeof s);
}

const fo_style *fo_resolver_finish(fo_resolver *r) {
  if (r->specs.n) read_specs(r);
  if (r->touched >> FO_GROUP_box & 1) finish_box(r);
  finish_line_height(r);
  finish_indents(r);
  if (r->decorated) r->work.inl.decoration_color = text_now(r)->color;
  return intern_style(r);
}

/* ---- initial values ---- */

static void read_initial(fo_resolver *r, fo_property_id id) {
  const fo_property *p = &fo_property_table[id];
  fo_slice v = {p->initial, strlen(p->initial)};
  bool understood = true;
  if (id == FO_PROPERTY_LEADER_LENGTH) { /* three values: 7.22.4 */
    for (int c = FO_COMPONENT_MINIMUM; c <= FO_COMPONENT_MAXIMUM; c++)
      understood = understood && fo_resolver_read(r, id, (fo_component)c, fo_slice_next(&v));
  } else {
    understood = fo_resolver_read(r, id, FO_COMPONENT_NONE, v);
  }
  assert(understood);
  (void)understood;
}

fo_resolver *fo_resolver_new(arena *a, diag_list *diags) {
  fo_resolver *r = ARENA_NEW(a, fo_resolver);
  r->arena = a;
  r->diags = diags;
  fo_name_index_fill(&r->names);
  r->strings = map_new(a);
  r->styles = map_new(a);
  r->said = map_new(a);
  for (int g = 0; g < FO_GROUP_COUNT; g++) r->groups[g] = map_new(a);
  r->parent = &r->initial;
  r->element = FO_ELEMENT_ROOT;
  r->em = 12 * MPT_PT;
  r->touched = (1u << FO_GROUP_COUNT) - 1; /* the workbench is zero and all of it is wanted */
  for (int id = 1; id < FO_PROPERTY_COUNT; id++) {
    const fo_property *p = &fo_property_table[id];
    if (p->initial && p->group != FO_GROUP_COUNT && !p->absolute) read_initial(r, (fo_property_id)id);
  }
  finish_box(r);
  for (int g = 0; g < FO_GROUP_COUNT; g++) {
    const fo_group_info *info = &fo_group_table[g];
    set_group(&r->initial, (fo_group)g, map_intern(&r->groups[g], fo_resolver_field(r, info->offset), info->size));
  }
  return r;
}

/* ---- elements ---- */

enum { CONTENT_BLOCK = 1, CONTENT_INLINE, CONTENT_OTHER };

static const uint8_t contents[FO_ELEMENT_COUNT] = {
#define FO_ELEMENT(id, name, content, role, state) [FO_ELEMENT_##id] = CONTENT_##content,
#include "fo/elements.def"
#undef FO_ELEMENT
};

bool fo_element_has_margins(fo_element e) {
  return contents[e] == CONTENT_BLOCK || e == FO_ELEMENT_LIST_ITEM;
}

bool fo_element_is_block(fo_element e) {
  return contents[e] == CONTENT_BLOCK || contents[e] == CONTENT_OTHER;
}

bool fo_element_is_inline(fo_element e) {
  return contents[e] == CONTENT_INLINE;
}
