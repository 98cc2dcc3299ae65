#include "fo/expression.h"

#include <string.h>

#define DEPTH_LIMIT 32
#define ARGUMENT_LIMIT 8

typedef struct parser {
  fo_resolver *r;
  const fo_property *p;
  fo_slice s;
  size_t i;
  int depth;
} parser;

static bool sum(parser *x, fo_value *out);

static int64_t clamp(__int128 v) {
  return v > FO_MICRO_MAX ? FO_MICRO_MAX : v < -FO_MICRO_MAX ? -FO_MICRO_MAX : (int64_t)v;
}

/* a * b / c, rounded half away from zero. */
static int64_t scale(int64_t a, int64_t b, int64_t c) {
  __int128 p = (__int128)a * b;
  if (c < 0) p = -p, c = -c;
  return clamp(p >= 0 ? (p + c / 2) / c : -((-p + c / 2) / c));
}

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

static bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_name_char(char c) {
  return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == '.' || (unsigned char)c >= 0x80;
}

static bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* digits [. digits] at s[*i], in millionths. */
static bool read_number(fo_slice s, size_t *i, int64_t *out) {
  size_t k = *i;
  int64_t v = 0, place = FO_MICRO / 10;
  bool any = false;
  for (; k < s.n && is_digit(s.at[k]); k++, any = true)
    if (v < 1000000000) v = v * 10 + (s.at[k] - '0');
  v *= FO_MICRO;
  if (k < s.n && s.at[k] == '.') {
    for (k++; k < s.n && is_digit(s.at[k]); k++, any = true, place /= 10) v += (s.at[k] - '0') * place;
  }
  if (!any) return false;
  *out = clamp(v);
  *i = k;
  return true;
}

/* The unit at s[*i], if there is one, made part of *out. */
static bool read_unit(const fo_resolver *r, fo_slice s, size_t *i, int64_t number, fo_numeric *out) {
  static const struct {
    const char *name;
    int32_t numerator, denominator;
  } units[] = {
#define FO_UNIT(name, numerator, denominator) {name, numerator, denominator},
#include "fo/units.def"
#undef FO_UNIT
  };
  *out = (fo_numeric){.value = number};
  if (*i < s.n && s.at[*i] == '%') {
    *out = (fo_numeric){.percent = number, .length = true};
    ++*i;
    return true;
  }
  fo_slice unit = {s.at + *i, 0};
  while (*i + unit.n < s.n && is_letter(unit.at[unit.n])) unit.n++;
  if (!unit.n) return true;
  *i += unit.n;
  out->length = true;
  for (size_t k = 0; k < sizeof units / sizeof *units; k++) {
    if (!fo_slice_is(unit, units[k].name)) continue;
    out->value = scale(number, units[k].numerator, units[k].denominator);
    return true;
  }
  if (!fo_slice_is(unit, "em")) return false;
  out->value = scale(number, r->em, 1000);
  return true;
}

static void skip_space(parser *x) {
  while (x->i < x->s.n && is_space(x->s.at[x->i])) x->i++;
}

static bool at_char(parser *x, char c) {
  skip_space(x);
  return x->i < x->s.n && x->s.at[x->i] == c;
}

static bool take_char(parser *x, char c) {
  if (!at_char(x, c)) return false;
  x->i++;
  return true;
}

/* ---- traits of other objects as numbers ---- */

static fo_numeric from_mpt(mpt v) {
  return (fo_numeric){.value = (int64_t)v * 1000, .length = true};
}

static bool from_length(const fo_length *l, fo_numeric *out) {
  *out = (fo_numeric){.value = (int64_t)l->length * 1000,
                      .percent = (int64_t)l->percent * 1000,
                      .units = (int64_t)l->units * 1000,
                      .length = true};
  return !l->is_auto;
}

static bool from_integer(const void *field, size_t size, fo_numeric *out) {
  int64_t v = 0;
  if (size == 1) v = *(const uint8_t *)field;
  else if (size == 2) v = *(const int16_t *)field;
  else v = *(const int32_t *)field;
  *out = (fo_numeric){.value = v * FO_MICRO};
  return true;
}

static bool field_numeric(const fo_value *v, fo_numeric *out) {
  const fo_property *q = v->property;
  switch ((fo_kind)q->kind) {
  case FO_KIND_LENGTH:
  case FO_KIND_FONT_SIZE:
  case FO_KIND_SEPARATION:
  case FO_KIND_BORDER_WIDTH: *out = from_mpt(*(const mpt *)v->field); return true;
  case FO_KIND_INTEGER: return from_integer(v->field, q->size, out);
  case FO_KIND_FONT_WEIGHT: return from_integer(v->field, q->size, out);
  case FO_KIND_PADDING: return from_length(&((const fo_padding *)v->field)->width, out);
  case FO_KIND_LENGTH_PERCENT:
  case FO_KIND_INDENT:
  case FO_KIND_POSITION:
  case FO_KIND_MARGIN:
  case FO_KIND_LINE_HEIGHT:
  case FO_KIND_BASELINE_SHIFT:
  case FO_KIND_CONTENT_SIZE:
  case FO_KIND_ALIGNMENT_ADJUST: return from_length(v->field, out);
  case FO_KIND_RANGE: {
    const fo_range *g = v->field;
    fo_component c = v->component;
    return from_length(c == FO_COMPONENT_MINIMUM ? &g->min : c == FO_COMPONENT_MAXIMUM ? &g->max : &g->opt, out);
  }
  case FO_KIND_SPACE: {
    const fo_space *g = v->field;
    fo_component c = v->component;
    *out = from_mpt(c == FO_COMPONENT_MINIMUM ? g->min : c == FO_COMPONENT_MAXIMUM ? g->max : g->opt);
    return true;
  }
  default: return false;
  }
}

static bool as_numeric(const fo_value *v, fo_numeric *out) {
  if (v->kind == FO_VALUE_FIELD) return field_numeric(v, out);
  *out = v->numeric;
  return v->kind == FO_VALUE_NUMERIC;
}

static void set_numeric(fo_value *v, fo_numeric n) {
  *v = (fo_value){.kind = FO_VALUE_NUMERIC, .numeric = n};
}

/* ---- functions (5.10) ---- */

static bool same_nature(fo_numeric a, fo_numeric b) {
  return a.length == b.length || (!a.length && !a.value) || (!b.length && !b.value);
}

static bool comparable(fo_numeric a, fo_numeric b) {
  if (!same_nature(a, b) || a.units || b.units) return false;
  return (!a.percent && !b.percent) || (!a.value && !b.value);
}

static bool numbers(const fo_value *args, int n, fo_numeric *out) {
  for (int i = 0; i < n; i++)
    if (!as_numeric(&args[i], &out[i])) return false;
  return true;
}

static int64_t round_to(int64_t v, int64_t bias) {
  int64_t w = v + bias, q = w / FO_MICRO;
  if (w < 0 && w % FO_MICRO) q--;
  return q * FO_MICRO;
}

static bool round_argument(const fo_value *arg, int64_t bias, fo_value *out) {
  fo_numeric v;
  if (!as_numeric(arg, &v) || v.length) return false;
  set_numeric(out, (fo_numeric){.value = round_to(v.value, bias)});
  return true;
}

static bool call_floor(parser *x, const fo_value *args, int n, fo_value *out) {
  (void)x, (void)n;
  return round_argument(&args[0], 0, out);
}

static bool call_ceiling(parser *x, const fo_value *args, int n, fo_value *out) {
  (void)x, (void)n;
  return round_argument(&args[0], FO_MICRO - 1, out);
}

static bool call_round(parser *x, const fo_value *args, int n, fo_value *out) {
  (void)x, (void)n;
  return round_argument(&args[0], FO_MICRO / 2, out);
}

static bool call_abs(parser *x, const fo_value *args, int n, fo_value *out) {
  (void)x, (void)n;
  fo_numeric a;
  if (!as_numeric(&args[0], &a) || !comparable(a, a)) return false;
  if (a.value < 0) a.value = -a.value;
  if (a.percent < 0) a.percent = -a.percent;
  set_numeric(out, a);
  return true;
}

static bool pick(const fo_value *args, bool larger, fo_value *out) {
  fo_numeric v[2];
  if (!numbers(args, 2, v) || !comparable(v[0], v[1])) return false;
  bool second = v[0].value + v[0].percent < v[1].value + v[1].percent;
  set_numeric(out, v[second == larger]);
  return true;
}

static bool call_min(parser *x, const fo_value *args, int n, fo_value *out) {
  (void)x, (void)n;
  return pick(args, false, out);
}

static bool call_max(parser *x, const fo_value *args, int n, fo_value *out) {
  (void)x, (void)n;
  return pick(args, true, out);
}

/* A number of 0..most or a percentage, as 0..255. */
static bool channel(const fo_value *arg, int64_t most, uint8_t *out) {
  fo_numeric v;
  if (!as_numeric(arg, &v) || v.units || (v.length && v.value)) return false;
  int64_t c = v.percent ? scale(v.percent, 255, 100) : scale(v.value, 255, most);
  c = (c + FO_MICRO / 2) / FO_MICRO;
  *out = (uint8_t)(c < 0 ? 0 : c > 255 ? 255 : c);
  return true;
}

static bool call_rgb(parser *x, const fo_value *args, int n, fo_value *out) {
  (void)x, (void)n;
  *out = (fo_value){.kind = FO_VALUE_COLOR, .color.a = 255};
  return channel(&args[0], 255, &out->color.r) && channel(&args[1], 255, &out->color.g) &&
         channel(&args[2], 255, &out->color.b);
}

/* The profile's colours are not used: the fallback of the first three arguments is (5.10.2). */
static bool call_rgb_icc(parser *x, const fo_value *args, int n, fo_value *out) {
  fo_resolver_later(x->r, (fo_slice){"rgb-icc()", 9});
  return call_rgb(x, args, n, out);
}

static bool call_cmyk(parser *x, const fo_value *args, int n, fo_value *out) {
  (void)n;
  uint8_t c[4];
  for (int i = 0; i < 4; i++)
    if (!channel(&args[i], 1, &c[i])) return false;
  fo_resolver_later(x->r, (fo_slice){"cmyk()", 6});
  *out = (fo_value){.kind = FO_VALUE_COLOR, .color.a = 255};
  uint8_t *to[3] = {&out->color.r, &out->color.g, &out->color.b};
  for (int i = 0; i < 3; i++) *to[i] = (uint8_t)((255 - c[i]) * (255 - c[3]) / 255);
  return true;
}

/* The property that an argument names, or the one at work. */
static bool named_property(parser *x, const fo_value *args, int n, fo_value *out) {
  *out = (fo_value){.kind = FO_VALUE_FIELD, .property = x->p};
  if (!n) return x->p->group != FO_GROUP_COUNT;
  if (args[0].kind != FO_VALUE_TEXT) return false;
  fo_name name = fo_name_find(&x->r->names, args[0].text);
  if (name.id == FO_PROPERTY_NONE || name.id >= FO_PROPERTY_COUNT) return false;
  out->property = &fo_property_table[name.id];
  out->component = name.component;
  return out->property->group != FO_GROUP_COUNT;
}

static bool call_from_parent(parser *x, const fo_value *args, int n, fo_value *out) {
  if (!named_property(x, args, n, out)) return false;
  out->field = fo_style_field(x->r->parent, out->property);
  return true;
}

static bool call_inherited_property_value(parser *x, const fo_value *args, int n, fo_value *out) {
  if (!call_from_parent(x, args, n, out)) return false;
  return fo_group_table[out->property->group].inherited;
}

static bool specifies(const fo_style_scope *s, const fo_property *p) {
  for (int id = 1; id < FO_PROPERTY_COUNT; id++) {
    const fo_property *q = &fo_property_table[id];
    if (q->group == p->group && q->offset == p->offset && s->specified[id / 64] >> (id % 64) & 1) return true;
  }
  return false;
}

static bool call_from_nearest_specified_value(parser *x, const fo_value *args, int n, fo_value *out) {
  if (!named_property(x, args, n, out)) return false;
  const fo_style *found = &x->r->initial;
  for (const fo_style_scope *s = x->r->scope; s; s = s->outer) {
    if (!specifies(s, out->property)) continue;
    found = s->style;
    break;
  }
  out->field = fo_style_field(found, out->property);
  return true;
}

static bool call_from_table_column(parser *x, const fo_value *args, int n, fo_value *out) {
  const fo_columns *c = x->r->scope ? x->r->scope->columns : NULL;
  if (!c || x->r->element != FO_ELEMENT_TABLE_CELL || !named_property(x, args, n, out)) return false;
  uint32_t column = c->next;
  if (x->r->touched >> FO_GROUP_table & 1 && x->r->work.table.column_number)
    column = (uint32_t)x->r->work.table.column_number - 1;
  const fo_style *s = column < c->style.n && c->style.at[column] ? c->style.at[column] : x->r->parent;
  out->field = fo_style_field(s, out->property);
  return true;
}

static const fo_style *nearest_list_item(const parser *x) {
  for (const fo_style_scope *s = x->r->scope; s; s = s->outer)
    if (s->element == FO_ELEMENT_LIST_ITEM) return s->style;
  return NULL;
}

static bool list_distances(parser *x, fo_numeric *start, fo_numeric *distance, fo_numeric *separation) {
  const fo_style *item = nearest_list_item(x);
  return item && from_length(&item->indent->start_indent, start) &&
         from_length(&item->list->distance_between_starts, distance) &&
         from_length(&item->list->label_separation, separation);
}

static fo_numeric add(fo_numeric a, fo_numeric b, int sign) {
  return (fo_numeric){.value = clamp((__int128)a.value + sign * b.value),
                      .percent = clamp((__int128)a.percent + sign * b.percent),
                      .units = clamp((__int128)a.units + sign * b.units),
                      .length = a.length || b.length};
}

static bool call_body_start(parser *x, const fo_value *args, int n, fo_value *out) {
  (void)args, (void)n;
  fo_numeric start, distance, separation;
  if (!list_distances(x, &start, &distance, &separation)) return false;
  set_numeric(out, add(start, distance, 1));
  return true;
}

static bool call_label_end(parser *x, const fo_value *args, int n, fo_value *out) {
  (void)args, (void)n;
  fo_numeric start, distance, separation;
  if (!list_distances(x, &start, &distance, &separation)) return false;
  fo_numeric whole = {.percent = (int64_t)100 * FO_MICRO, .length = true};
  set_numeric(out, add(whole, add(add(start, distance, 1), separation, -1), -1));
  return true;
}

static bool call_proportional_column_width(parser *x, const fo_value *args, int n, fo_value *out) {
  (void)x, (void)n;
  fo_numeric v;
  if (!as_numeric(&args[0], &v) || v.length || v.value < 0) return false;
  set_numeric(out, (fo_numeric){.units = v.value, .length = true});
  return true;
}

static const struct {
  const char *name;
  int least, most; /* arguments */
  bool (*call)(parser *x, const fo_value *args, int n, fo_value *out);
} functions[] = {
#define FO_FUNCTION(name, least, most, call) {name, least, most, call},
#include "fo/functions.def"
#undef FO_FUNCTION
};

/* ---- grammar ---- */

static bool arguments(parser *x, fo_value *args, int *n) {
  *n = 0;
  if (take_char(x, ')')) return true;
  do {
    if (*n == ARGUMENT_LIMIT || !sum(x, &args[(*n)++])) return false;
  } while (take_char(x, ','));
  return take_char(x, ')');
}

static bool function_call(parser *x, fo_slice name, fo_value *out) {
  fo_value args[ARGUMENT_LIMIT];
  int n;
  if (!arguments(x, args, &n)) return false;
  for (size_t k = 0; k < sizeof functions / sizeof *functions; k++)
    if (fo_slice_is(name, functions[k].name))
      return n >= functions[k].least && n <= functions[k].most && functions[k].call(x, args, n, out);
  return false;
}

static bool hex_digit(char c, int *out) {
  if (is_digit(c)) *out = c - '0';
  else if (c >= 'a' && c <= 'f') *out = c - 'a' + 10;
  else if (c >= 'A' && c <= 'F') *out = c - 'A' + 10;
  else return false;
  return true;
}

static bool hex_color(parser *x, fo_value *out) {
  int d[7], n = 0;
  while (n < 7 && x->i < x->s.n && hex_digit(x->s.at[x->i], &d[n])) n++, x->i++;
  if (n != 3 && n != 6) return false;
  *out = (fo_value){.kind = FO_VALUE_COLOR, .color.a = 255};
  uint8_t *c[3] = {&out->color.r, &out->color.g, &out->color.b};
  for (int k = 0; k < 3; k++) *c[k] = (uint8_t)(n == 3 ? d[k] * 17 : d[2 * k] * 16 + d[2 * k + 1]);
  return true;
}

static bool literal(parser *x, char quote, fo_value *out) {
  fo_slice t = {x->s.at + x->i, 0};
  while (x->i < x->s.n && x->s.at[x->i] != quote) x->i++, t.n++;
  if (x->i == x->s.n) return false;
  x->i++;
  *out = (fo_value){.kind = FO_VALUE_TEXT, .text = t};
  return true;
}

static bool primary(parser *x, fo_value *out) {
  skip_space(x);
  if (x->i == x->s.n) return false;
  char c = x->s.at[x->i];
  if (is_digit(c) || c == '.') {
    int64_t number;
    fo_numeric n;
    if (!read_number(x->s, &x->i, &number) || !read_unit(x->r, x->s, &x->i, number, &n)) return false;
    set_numeric(out, n);
    return true;
  }
  if (c == '(') {
    x->i++;
    return sum(x, out) && take_char(x, ')');
  }
  if (c == '#') {
    x->i++;
    return hex_color(x, out);
  }
  if (c == '\'' || c == '"') {
    x->i++;
    return literal(x, c, out);
  }
  fo_slice name = {x->s.at + x->i, 0};
  while (x->i < x->s.n && is_name_char(x->s.at[x->i])) x->i++, name.n++;
  if (!name.n) return false;
  if (take_char(x, '(')) return function_call(x, name, out);
  *out = (fo_value){.kind = FO_VALUE_TEXT, .text = name};
  return true;
}

static bool unary(parser *x, fo_value *out) {
  bool negative = false;
  while (at_char(x, '-')) x->i++, negative = !negative;
  if (!negative) return primary(x, out);
  fo_numeric v;
  if (!primary(x, out) || !as_numeric(out, &v)) return false;
  set_numeric(out, add((fo_numeric){0}, v, -1));
  out->numeric.length = v.length;
  return true;
}

static bool multiply(fo_numeric a, fo_numeric b, fo_numeric *out) {
  if (a.length && b.length) return false;
  if (b.length) {
    fo_numeric t = a;
    a = b;
    b = t;
  }
  *out = (fo_numeric){.value = scale(a.value, b.value, FO_MICRO),
                      .percent = scale(a.percent, b.value, FO_MICRO),
                      .units = scale(a.units, b.value, FO_MICRO),
                      .length = a.length};
  return true;
}

static bool divide(fo_numeric a, fo_numeric b, fo_numeric *out) {
  if (b.length) {
    int64_t above = b.percent ? a.percent : a.value, below = b.percent ? b.percent : b.value;
    if (!a.length || !comparable(a, b) || !below) return false;
    *out = (fo_numeric){.value = scale(above, FO_MICRO, below)};
    return true;
  }
  if (!b.value) return false;
  *out = (fo_numeric){.value = scale(a.value, FO_MICRO, b.value),
                      .percent = scale(a.percent, FO_MICRO, b.value),
                      .units = scale(a.units, FO_MICRO, b.value),
                      .length = a.length};
  return true;
}

static bool modulo(fo_numeric a, fo_numeric b, fo_numeric *out) {
  if (a.length != b.length || a.percent || b.percent || a.units || b.units || !b.value) return false;
  *out = (fo_numeric){.value = a.value % b.value, .length = a.length};
  return true;
}

/* An operator that is a word: it stands between white space or after a parenthesis. */
static bool take_word(parser *x, const char *word) {
  skip_space(x);
  size_t n = strlen(word);
  if (x->s.n - x->i <= n || memcmp(x->s.at + x->i, word, n) != 0 || is_name_char(x->s.at[x->i + n])) return false;
  x->i += n;
  return true;
}

static bool product(parser *x, fo_value *out) {
  if (!unary(x, out)) return false;
  for (;;) {
    bool (*operation)(fo_numeric, fo_numeric, fo_numeric *) = take_char(x, '*')     ? multiply
                                                              : take_word(x, "div") ? divide
                                                              : take_word(x, "mod") ? modulo
                                                                                    : NULL;
    if (!operation) return true;
    fo_value right;
    fo_numeric a, b, c;
    if (!unary(x, &right) || !as_numeric(out, &a) || !as_numeric(&right, &b) || !operation(a, b, &c)) return false;
    set_numeric(out, c);
  }
}

static bool sum(parser *x, fo_value *out) {
  if (++x->depth > DEPTH_LIMIT || !product(x, out)) return false;
  for (;;) {
    int sign = take_char(x, '+') ? 1 : take_char(x, '-') ? -1 : 0;
    if (!sign) break;
    fo_value right;
    fo_numeric a, b;
    if (!product(x, &right) || !as_numeric(out, &a) || !as_numeric(&right, &b) || !same_nature(a, b)) return false;
    set_numeric(out, add(a, b, sign));
  }
  x->depth--;
  return true;
}

bool fo_expression_read(fo_resolver *r, const fo_property *p, fo_slice text, fo_value *out) {
  parser x = {.r = r, .p = p, .s = text};
  if (!sum(&x, out)) return false;
  skip_space(&x);
  return x.i == text.n;
}

bool fo_numeric_read(fo_resolver *r, const fo_property *p, fo_slice text, fo_numeric *out) {
  size_t i = 0;
  int64_t number;
  bool negative = text.n && text.at[0] == '-';
  if (negative || (text.n && text.at[0] == '+')) i = 1;
  if (read_number(text, &i, &number) && read_unit(r, text, &i, negative ? -number : number, out) && i == text.n)
    return true;
  fo_value v;
  return fo_expression_read(r, p, text, &v) && as_numeric(&v, out);
}

/* ---- to traits ---- */

static int64_t to_thousandths(int64_t micro) {
  return muldiv(micro, 1, 1000);
}

static int32_t to_int32(int64_t v) {
  return v > INT32_MAX ? INT32_MAX : v < -INT32_MAX ? -INT32_MAX : (int32_t)v;
}

bool fo_numeric_length(fo_numeric n, fo_length *out) {
  if (!n.length && n.value) return false;
  *out = (fo_length){.length = mpt_clamp(to_thousandths(n.value)),
                     .percent = to_int32(to_thousandths(n.percent)),
                     .units = to_int32(to_thousandths(n.units))};
  return true;
}

bool fo_numeric_mpt(fo_numeric n, mpt base, mpt *out) {
  if ((!n.length && n.value) || n.units || (n.percent && base < 0)) return false;
  *out = mpt_clamp(to_thousandths(n.value) + to_thousandths(scale(n.percent, base, 100000)));
  return true;
}

bool fo_numeric_integer(fo_numeric n, int64_t *out) {
  if (n.length) return false;
  *out = muldiv(n.value, 1, FO_MICRO);
  return true;
}
