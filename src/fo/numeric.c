/* Numbers and lengths of expressions: their arithmetic, what they are made from, what they become. */
#include "fo/expression.h"

static int64_t clamp(__int128 v) {
  return v > FO_MICRO_MAX ? FO_MICRO_MAX : v < -FO_MICRO_MAX ? -FO_MICRO_MAX : (int64_t)v;
}

/* a * b / c, rounded half away from zero. */
int64_t fo_numeric_scale(int64_t a, int64_t b, int64_t c) {
  __int128 p = (__int128)a * b;
  if (c < 0) p = -p, c = -c;
  return clamp(p >= 0 ? (p + c / 2) / c : -((-p + c / 2) / c));
}

fo_numeric fo_numeric_add(fo_numeric a, fo_numeric b, int sign) {
  return (fo_numeric){.value = clamp((__int128)a.value + sign * b.value),
                      .percent = clamp((__int128)a.percent + sign * b.percent),
                      .units = clamp((__int128)a.units + sign * b.units),
                      .length = a.length || b.length};
}

bool fo_numeric_alike(fo_numeric a, fo_numeric b) {
  return a.length == b.length || (!a.length && !a.value) || (!b.length && !b.value);
}

bool fo_numeric_comparable(fo_numeric a, fo_numeric b) {
  if (!fo_numeric_alike(a, b) || a.units || b.units) return false;
  return (!a.percent && !b.percent) || (!a.value && !b.value);
}

/* ---- traits of other objects as numbers ---- */

static fo_numeric from_mpt(mpt v) {
  return (fo_numeric){.value = (int64_t)v * 1000, .length = true};
}

bool fo_numeric_from_length(const fo_length *l, fo_numeric *out) {
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
  case FO_KIND_PADDING: return fo_numeric_from_length(&((const fo_padding *)v->field)->width, out);
  case FO_KIND_LENGTH_PERCENT:
  case FO_KIND_INDENT:
  case FO_KIND_POSITION:
  case FO_KIND_MARGIN:
  case FO_KIND_LINE_HEIGHT:
  case FO_KIND_BASELINE_SHIFT:
  case FO_KIND_CONTENT_SIZE:
  case FO_KIND_ALIGNMENT_ADJUST: return fo_numeric_from_length(v->field, out);
  case FO_KIND_RANGE: {
    const fo_range *g = v->field;
    fo_component c = v->component;
    return fo_numeric_from_length(c == FO_COMPONENT_MINIMUM   ? &g->min
                                  : c == FO_COMPONENT_MAXIMUM ? &g->max
                                                              : &g->opt,
                                  out);
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

bool fo_value_numeric(const fo_value *v, fo_numeric *out) {
  if (v->kind == FO_VALUE_FIELD) return field_numeric(v, out);
  *out = v->numeric;
  return v->kind == FO_VALUE_NUMERIC;
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
  *out = mpt_clamp(to_thousandths(n.value) + to_thousandths(fo_numeric_scale(n.percent, base, 100000)));
  return true;
}

bool fo_numeric_integer(fo_numeric n, int64_t *out) {
  if (n.length) return false;
  *out = muldiv(n.value, 1, FO_MICRO);
  return true;
}
