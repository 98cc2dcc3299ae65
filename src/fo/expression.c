/* The grammar of 5.9, one function a line:
 *
 *   sum      = product { ("+" | "-") product }
 *   product  = unary { ("*" | "div" | "mod") unary }
 *   unary    = { "-" } primary
 *   primary  = number [unit] | "(" sum ")" | "#" colour | "'" literal "'" | name [ "(" sum { "," sum } ")" ]
 *
 * A minus sign needs no white space before it after a number: 5pt-2pt is a difference, since no unit holds one.
 */
#include "fo/functions.h"

#include <string.h>

#define DEPTH_LIMIT 32

typedef struct parser {
  fo_resolver *r;
  const fo_property *p;
  fo_slice s;
  size_t i;
  int depth;
} parser;

static bool sum(parser *x, fo_value *out);

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
  *out = v > FO_MICRO_MAX ? FO_MICRO_MAX : v;
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
    out->value = fo_numeric_scale(number, units[k].numerator, units[k].denominator);
    return true;
  }
  if (!fo_slice_is(unit, "em")) return false;
  out->value = fo_numeric_scale(number, r->em, 1000);
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

static const struct {
  const char *name;
  int least, most; /* arguments */
  fo_function call;
} functions[] = {
#define FO_FUNCTION(name, least, most, function) {name, least, most, fo_call_##function},
#include "fo/functions.def"
#undef FO_FUNCTION
};

/* ---- grammar ---- */

static bool arguments(parser *x, fo_value *args, int *n) {
  *n = 0;
  if (take_char(x, ')')) return true;
  do {
    if (*n == FO_ARGUMENT_LIMIT || !sum(x, &args[(*n)++])) return false;
  } while (take_char(x, ','));
  return take_char(x, ')');
}

static bool function_call(parser *x, fo_slice name, fo_value *out) {
  fo_value args[FO_ARGUMENT_LIMIT];
  int n;
  if (!arguments(x, args, &n)) return false;
  for (size_t k = 0; k < sizeof functions / sizeof *functions; k++)
    if (fo_slice_is(name, functions[k].name))
      return n >= functions[k].least && n <= functions[k].most && functions[k].call(x->r, x->p, args, n, out);
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
    fo_value_set(out, n);
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
  if (!primary(x, out) || !fo_value_numeric(out, &v)) return false;
  fo_value_set(out, fo_numeric_add((fo_numeric){0}, v, -1));
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
  *out = (fo_numeric){.value = fo_numeric_scale(a.value, b.value, FO_MICRO),
                      .percent = fo_numeric_scale(a.percent, b.value, FO_MICRO),
                      .units = fo_numeric_scale(a.units, b.value, FO_MICRO),
                      .length = a.length};
  return true;
}

static bool divide(fo_numeric a, fo_numeric b, fo_numeric *out) {
  if (b.length) {
    int64_t above = b.percent ? a.percent : a.value, below = b.percent ? b.percent : b.value;
    if (!a.length || !fo_numeric_comparable(a, b) || !below) return false;
    *out = (fo_numeric){.value = fo_numeric_scale(above, FO_MICRO, below)};
    return true;
  }
  if (!b.value) return false;
  *out = (fo_numeric){.value = fo_numeric_scale(a.value, FO_MICRO, b.value),
                      .percent = fo_numeric_scale(a.percent, FO_MICRO, b.value),
                      .units = fo_numeric_scale(a.units, FO_MICRO, b.value),
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
    if (!unary(x, &right) || !fo_value_numeric(out, &a) || !fo_value_numeric(&right, &b) || !operation(a, b, &c))
      return false;
    fo_value_set(out, c);
  }
}

static bool sum(parser *x, fo_value *out) {
  if (++x->depth > DEPTH_LIMIT || !product(x, out)) return false;
  for (;;) {
    int sign = take_char(x, '+') ? 1 : take_char(x, '-') ? -1 : 0;
    if (!sign) break;
    fo_value right;
    fo_numeric a, b;
    if (!product(x, &right) || !fo_value_numeric(out, &a) || !fo_value_numeric(&right, &b) || !fo_numeric_alike(a, b))
      return false;
    fo_value_set(out, fo_numeric_add(a, b, sign));
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
  return fo_expression_read(r, p, text, &v) && fo_value_numeric(&v, out);
}
