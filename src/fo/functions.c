#include "fo/functions.h"

static bool numbers(const fo_value *args, int n, fo_numeric *out) {
  for (int i = 0; i < n; i++)
    if (!fo_value_numeric(&args[i], &out[i])) return false;
  return true;
}

static int64_t round_to(int64_t v, int64_t bias) {
  int64_t w = v + bias, q = w / FO_MICRO;
  if (w < 0 && w % FO_MICRO) q--;
  return q * FO_MICRO;
}

static bool round_argument(const fo_value *arg, int64_t bias, fo_value *out) {
  fo_numeric v;
  if (!fo_value_numeric(arg, &v) || v.length) return false;
  fo_value_set(out, (fo_numeric){.value = round_to(v.value, bias)});
  return true;
}

bool fo_call_floor(fo_resolver *r, const fo_property *p, const fo_value *args, int n, fo_value *out) {
  (void)r, (void)p, (void)n;
  return round_argument(&args[0], 0, out);
}

bool fo_call_ceiling(fo_resolver *r, const fo_property *p, const fo_value *args, int n, fo_value *out) {
  (void)r, (void)p, (void)n;
  return round_argument(&args[0], FO_MICRO - 1, out);
}

bool fo_call_round(fo_resolver *r, const fo_property *p, const fo_value *args, int n, fo_value *out) {
  (void)r, (void)p, (void)n;
  return round_argument(&args[0], FO_MICRO / 2, out);
}

bool fo_call_abs(fo_resolver *r, const fo_property *p, const fo_value *args, int n, fo_value *out) {
  (void)r, (void)p, (void)n;
  fo_numeric a;
  if (!fo_value_numeric(&args[0], &a) || !fo_numeric_comparable(a, a)) return false;
  if (a.value < 0) a.value = -a.value;
  if (a.percent < 0) a.percent = -a.percent;
  fo_value_set(out, a);
  return true;
}

static bool pick(const fo_value *args, bool larger, fo_value *out) {
  fo_numeric v[2];
  if (!numbers(args, 2, v) || !fo_numeric_comparable(v[0], v[1])) return false;
  bool second = v[0].value + v[0].percent < v[1].value + v[1].percent;
  fo_value_set(out, v[second == larger]);
  return true;
}

bool fo_call_min(fo_resolver *r, const fo_property *p, const fo_value *args, int n, fo_value *out) {
  (void)r, (void)p, (void)n;
  return pick(args, false, out);
}

bool fo_call_max(fo_resolver *r, const fo_property *p, const fo_value *args, int n, fo_value *out) {
  (void)r, (void)p, (void)n;
  return pick(args, true, out);
}

/* A number of 0..most or a percentage, as 0..255. */
static bool channel(const fo_value *arg, int64_t most, uint8_t *out) {
  fo_numeric v;
  if (!fo_value_numeric(arg, &v) || v.units || (v.length && v.value)) return false;
  int64_t c = v.percent ? fo_numeric_scale(v.percent, 255, 100) : fo_numeric_scale(v.value, 255, most);
  c = (c + FO_MICRO / 2) / FO_MICRO;
  *out = (uint8_t)(c < 0 ? 0 : c > 255 ? 255 : c);
  return true;
}

bool fo_call_rgb(fo_resolver *r, const fo_property *p, const fo_value *args, int n, fo_value *out) {
  (void)r, (void)p, (void)n;
  *out = (fo_value){.kind = FO_VALUE_COLOR, .color.a = 255};
  return channel(&args[0], 255, &out->color.r) && channel(&args[1], 255, &out->color.g) &&
         channel(&args[2], 255, &out->color.b);
}

/* The profile's colours are not used: the fallback of the first three arguments is (5.10.2). */
bool fo_call_rgb_icc(fo_resolver *r, const fo_property *p, const fo_value *args, int n, fo_value *out) {
  fo_resolver_later(r, (fo_slice){"rgb-icc()", 9});
  return fo_call_rgb(r, p, args, n, out);
}

bool fo_call_cmyk(fo_resolver *r, const fo_property *p, const fo_value *args, int n, fo_value *out) {
  (void)p, (void)n;
  uint8_t c[4];
  for (int i = 0; i < 4; i++)
    if (!channel(&args[i], 1, &c[i])) return false;
  fo_resolver_later(r, (fo_slice){"cmyk()", 6});
  *out = (fo_value){.kind = FO_VALUE_COLOR, .color.a = 255};
  uint8_t *to[3] = {&out->color.r, &out->color.g, &out->color.b};
  for (int i = 0; i < 3; i++) *to[i] = (uint8_t)((255 - c[i]) * (255 - c[3]) / 255);
  return true;
}

/* The property that an argument names, or the one at work. */
static bool named_property(fo_resolver *r, const fo_property *p, const fo_value *args, int n, fo_value *out) {
  *out = (fo_value){.kind = FO_VALUE_FIELD, .property = p};
  if (!n) return p->group != FO_GROUP_COUNT;
  if (args[0].kind != FO_VALUE_TEXT) return false;
  fo_name name = fo_name_find(&r->names, args[0].text);
  if (name.id == FO_PROPERTY_NONE || name.id >= FO_PROPERTY_COUNT) return false;
  out->property = &fo_property_table[name.id];
  out->component = name.component;
  return out->property->group != FO_GROUP_COUNT;
}

bool fo_call_from_parent(fo_resolver *r, const fo_property *p, const fo_value *args, int n, fo_value *out) {
  if (!named_property(r, p, args, n, out)) return false;
  out->field = fo_style_field(r->parent, out->property);
  return true;
}

bool fo_call_inherited_property_value(fo_resolver *r, const fo_property *p, const fo_value *args, int n,
                                      fo_value *out) {
  if (!fo_call_from_parent(r, p, args, n, out)) return false;
  return fo_group_table[out->property->group].inherited;
}

static bool specifies(const fo_style_scope *s, const fo_property *p) {
  for (int id = 1; id < FO_PROPERTY_COUNT; id++) {
    const fo_property *q = &fo_property_table[id];
    if (q->group == p->group && q->offset == p->offset && s->specified[id / 64] >> (id % 64) & 1) return true;
  }
  return false;
}

bool fo_call_from_nearest_specified_value(fo_resolver *r, const fo_property *p, const fo_value *args, int n,
                                          fo_value *out) {
  if (!named_property(r, p, args, n, out)) return false;
  const fo_style *found = &r->initial;
  for (const fo_style_scope *s = r->scope; s; s = s->outer) {
    if (!specifies(s, out->property)) continue;
    found = s->style;
    break;
  }
  out->field = fo_style_field(found, out->property);
  return true;
}

bool fo_call_from_table_column(fo_resolver *r, const fo_property *p, const fo_value *args, int n, fo_value *out) {
  const fo_columns *c = r->scope ? r->scope->columns : NULL;
  if (!c || r->element != FO_ELEMENT_TABLE_CELL || !named_property(r, p, args, n, out)) return false;
  uint32_t column = c->next;
  if (r->touched >> FO_GROUP_table & 1 && r->work.table.column_number)
    column = (uint32_t)r->work.table.column_number - 1;
  const fo_style *s = column < c->style.n && c->style.at[column] ? c->style.at[column] : r->parent;
  out->field = fo_style_field(s, out->property);
  return true;
}

static const fo_style *nearest_list_item(const fo_resolver *r) {
  for (const fo_style_scope *s = r->scope; s; s = s->outer)
    if (s->element == FO_ELEMENT_LIST_ITEM) return s->style;
  return NULL;
}

static bool list_distances(const fo_resolver *r, fo_numeric *start, fo_numeric *distance, fo_numeric *separation) {
  const fo_style *item = nearest_list_item(r);
  return item && fo_numeric_from_length(&item->indent->start_indent, start) &&
         fo_numeric_from_length(&item->list->distance_between_starts, distance) &&
         fo_numeric_from_length(&item->list->label_separation, separation);
}

bool fo_call_body_start(fo_resolver *r, const fo_property *p, const fo_value *args, int n, fo_value *out) {
  (void)p, (void)args, (void)n;
  fo_numeric start, distance, separation;
  if (!list_distances(r, &start, &distance, &separation)) return false;
  fo_value_set(out, fo_numeric_add(start, distance, 1));
  return true;
}

bool fo_call_label_end(fo_resolver *r, const fo_property *p, const fo_value *args, int n, fo_value *out) {
  (void)p, (void)args, (void)n;
  fo_numeric start, distance, separation;
  if (!list_distances(r, &start, &distance, &separation)) return false;
  fo_numeric whole = {.percent = (int64_t)100 * FO_MICRO, .length = true};
  fo_value_set(out, fo_numeric_add(whole, fo_numeric_add(fo_numeric_add(start, distance, 1), separation, -1), -1));
  return true;
}

bool fo_call_proportional_column_width(fo_resolver *r, const fo_property *p, const fo_value *args, int n,
                                       fo_value *out) {
  (void)r, (void)p, (void)n;
  fo_numeric v;
  if (!fo_value_numeric(&args[0], &v) || v.length || v.value < 0) return false;
  fo_value_set(out, (fo_numeric){.units = v.value, .length = true});
  return true;
}
