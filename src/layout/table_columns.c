/* table_columns: from widths to column edges (XSL 1.1, 6.7.4, 7.28; CSS2, 17.5.2).
 *
 *     |-- 32 pt --|------------ proportional(2) ------------|-- proportional(1) --|
 *     edge 0      1                                         2                     3 = the table's width
 *
 * Edges are sums of what has a width of its own plus the share of the rest up to there, rounded once: so they never
 * drift, and the last one is the table's width exactly.
 */
#include "layout/table.h"

#define SHARE_ONE 1000 /* proportional-column-width(1) */
#define SHARE_MOST 1000000

static const char *points(const layout_table *t, mpt64 v) {
  strbuf b = strbuf_new(t->layout->scratch);
  strbuf_milli(&b, v);
  return b.at;
}

/* ---- declaring ---- */

static void declare(layout_table *t, const fo_node *node, uint32_t *next, bool *told) {
  const fo_table_style *s = node->style->table;
  uint32_t at = s->column_number > 0 ? (uint32_t)s->column_number - 1 : *next;
  uint64_t count = (uint64_t)(s->columns_repeated > 0 ? s->columns_repeated : 1) *
                   (uint64_t)(s->columns_spanned > 0 ? s->columns_spanned : 1);
  uint64_t end = at + count;
  if (end > TABLE_COLUMNS_MAX) {
    if (!*told)
      diag_add(t->layout->diags, DIAG_TABLE_LIMIT, fo_place(t->layout->fo, node),
               arena_printf(t->layout->scratch, "%d", TABLE_COLUMNS_MAX), (const char *)NULL);
    *told = true;
    end = TABLE_COLUMNS_MAX;
  }
  for (uint32_t c = at; c < end; c++) {
    t->column[c].node = node;
    /* 7.28.3: the width of an element that spans columns says nothing about each of them */
    if (s->columns_spanned <= 1 && !fo_length_is_auto(s->column_width)) t->column[c].width = s->column_width;
  }
  *next = (uint32_t)end;
  if (end > t->declared) t->declared = (uint32_t)end;
}

void table_columns_declare(layout_table *t) {
  uint32_t next = 0;
  bool told = false;
  t->column = ARENA_ARRAY(t->arena, table_column, TABLE_COLUMNS_MAX);
  for (uint32_t c = 0; c < TABLE_COLUMNS_MAX; c++) t->column[c].width.is_auto = 1;
  for (const fo_node *c = t->node->first; c; c = c->next)
    if (c->element == FO_ELEMENT_TABLE_COLUMN) declare(t, c, &next, &told);
}

/* ---- fixed ---- */

typedef struct split {
  mpt64 own;     /* of the columns' own widths */
  int64_t share; /* of the rest, in SHARE_ONE */
} split;

static bool column_wants_rest(const table_column *c) {
  return fo_length_is_auto(c->width) || c->width.units > 0;
}

/* No sum of columns exceeds MPT_MAX, whatever the input says. */
static mpt widest_column(const layout_table *t) {
  return MPT_MAX / (mpt)(t->column_count ? t->column_count : 1);
}

/* What a column takes of a table `width` wide. Shares are brought below SHARE_MOST by `scale`. */
static split column_split(const layout_table *t, const table_column *c, mpt width, int32_t scale) {
  split s = {0};
  if (fo_length_is_auto(c->width)) {
    s.share = SHARE_ONE / scale;
  } else {
    s.own = mpt_min(mpt_max(fo_length_at(c->width, width), 0), widest_column(t));
    if (c->width.units > 0) s.share = c->width.units / scale;
  }
  if (s.share == 0 && column_wants_rest(c)) s.share = 1;
  return s;
}

static int32_t share_scale(const layout_table *t) {
  int32_t most = 0;
  for (uint32_t c = 0; c < t->column_count; c++)
    if (!fo_length_is_auto(t->column[c].width) && t->column[c].width.units > most) most = t->column[c].width.units;
  return most / SHARE_MOST + 1;
}

static bool widths_are_definite(const layout_table *t) {
  for (uint32_t c = 0; c < t->column_count; c++)
    if (column_wants_rest(&t->column[c]) || t->column[c].width.percent) return false;
  return true;
}

/* Edges of a table `width` wide: own widths, scaled to own / own_of when they must yield or fill; the rest by shares. */
static void set_edges(layout_table *t, mpt width, mpt64 own, mpt64 own_of, int64_t shares, int32_t scale) {
  mpt64 sum = 0;
  int64_t share = 0;
  for (uint32_t c = 0; c < t->column_count; c++) {
    t->edge[c] = mpt_clamp((own_of > 0 ? table_share(sum, own, own_of) : 0) +
                           (shares > 0 ? table_share(width - own, share, shares) : 0));
    split s = column_split(t, &t->column[c], width, scale);
    sum += s.own;
    share += s.share;
  }
  t->edge[t->column_count] = width;
}

static void report_no_share(const layout_table *t, mpt64 own, mpt width) {
  diag_add(t->layout->diags, DIAG_TABLE_NO_SHARE, fo_place(t->layout->fo, t->node), points(t, own), points(t, width),
           (const char *)NULL);
}

void table_columns_fix(layout_table *t, mpt *width, mpt room) {
  bool given = *width >= 0;
  if (!given) *width = mpt_max(room, 0);
  int32_t scale = share_scale(t);
  mpt64 own = 0;
  int64_t shares = 0;
  for (uint32_t c = 0; c < t->column_count; c++) {
    split s = column_split(t, &t->column[c], *width, scale);
    own += s.own;
    shares += s.share;
  }
  if (shares > 0 && own < *width) {
    set_edges(t, *width, own, own, shares, scale);
  } else if (shares > 0) {
    report_no_share(t, own, *width);
    set_edges(t, *width, *width / 2, own, shares, scale);
  } else {
    if (own > *width || (!given && widths_are_definite(t))) *width = (mpt)own;
    if (own > 0) set_edges(t, *width, *width, own, 0, scale);
    else
      for (uint32_t c = 0; c <= t->column_count; c++) t->edge[c] = (mpt)table_share(*width, c, t->column_count);
  }
}

/* ---- automatic (CSS2, 17.5.2.2) ---- */

static bool wants_measure(const layout_table *t) {
  if (t->node->style->table->layout != FO_AUTO) return false;
  bool any = false;
  for (uint32_t c = 0; c < t->column_count; c++) {
    if (!fo_length_is_auto(t->column[c].width) && t->column[c].width.units > 0) return false; /* fixed layout only */
    any |= fo_length_is_auto(t->column[c].width);
  }
  return any;
}

/* base + part * of / total */
static mpt64 between(mpt64 base, mpt64 part, mpt64 of, mpt64 total) {
  return total > 0 ? base + table_share(of, part, total) : base;
}

/* `width` -1: as wide as its content wants, up to the room. */
static void fit_columns(layout_table *t, mpt *width, mpt room) {
  table_want *want = ARENA_ARRAY(t->arena, table_want, t->column_count);
  table_measure_columns(t, want);
  mpt64 min = 0, max = 0;
  for (uint32_t c = 0; c < t->column_count; c++) {
    const fo_length w = t->column[c].width;
    if (!fo_length_is_auto(w)) want[c].min = want[c].max = mpt_max(fo_length_at(w, *width < 0 ? room : *width), 0);
    want[c].min = mpt_min(want[c].min, widest_column(t));
    want[c].max = mpt_max(mpt_min(want[c].max, widest_column(t)), want[c].min);
    min += want[c].min;
    max += want[c].max;
  }
  if (*width < 0) *width = mpt_clamp(max < room ? max : room);
  mpt64 sum_min = 0, sum_max = 0;
  for (uint32_t c = 0; c < t->column_count; c++) {
    mpt64 edge;
    if (*width >= max) edge = max > 0 ? table_share(sum_max, *width, max) : table_share(*width, c, t->column_count);
    else if (*width >= min) edge = between(sum_min, sum_max - sum_min, *width - min, max - min);
    else edge = table_share(sum_min, *width, min);
    t->edge[c] = mpt_clamp(edge);
    sum_min += want[c].min;
    sum_max += want[c].max;
  }
  t->edge[t->column_count] = *width;
}

/* ---- both ---- */

static mpt given_width(const fo_node *table, mpt room) {
  const fo_range *r = &table->style->size->inline_progression;
  fo_length l = !fo_length_is_auto(r->opt) ? r->opt : r->min;
  return fo_length_is_auto(l) ? -1 : mpt_max(fo_length_at(l, room), 0);
}

void table_columns_resolve(layout_table *t, mpt room) {
  mpt width = given_width(t->node, room);
  t->edge = ARENA_ARRAY(t->arena, mpt, (size_t)t->column_count + 1);
  if (room < 0) room = 0;
  if (wants_measure(t)) fit_columns(t, &width, room);
  else table_columns_fix(t, &width, room);
  if (width > room)
    diag_add(t->layout->diags, DIAG_TABLE_WIDE, fo_place(t->layout->fo, t->node), points(t, width), points(t, room),
             (const char *)NULL);
  t->width = width;
}
