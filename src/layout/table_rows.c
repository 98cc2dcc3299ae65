/* table_rows: cells laid out, row heights, and groups of rows with their cuts (XSL 1.1, 6.7.9, 7.15; CSS2, 17.5.3).
 *
 *      row 0   A  B         group 0: row 0
 *      row 1   C  D         group 1: rows 1 and 2, for D spans both
 *      row 2   E  |
 *      row 3   F  G         group 2: row 3
 *
 * A row is as high as its highest cell; a spanning cell that needs more makes its rows grow, those without a height of
 * their own first. Between groups the table may be broken freely; within a group only at a cut (cuts.h).
 */
#include "layout/table.h"

#include <stdlib.h>

#include "layout/pair.h"

static mpt64 slot_width(const layout_table *t, const table_cell *k) {
  return (mpt64)t->edge[k->column + k->columns] - t->edge[k->column];
}

static void lay_cells_out(layout_table *t) {
  for (size_t i = 0; i < t->cells.n; i++) {
    table_cell *k = &t->cells.at[i];
    mpt width = mpt_clamp(slot_width(t, k) - k->start - k->end);
    k->list = layout_list_build(t->layout, t->arena, k->node, mpt_max(width, 0));
    k->extent = mpt_clamp(layout_list_extent(k->list, 0, (uint32_t)k->list->items.n));
  }
}

static bool stands_on_baseline(const table_cell *k) {
  const fo_inherited_style *s = k->node->style->inherited;
  return s->display_align == FO_AUTO && s->relative_align == FO_BASELINE;
}

/* First lines of the cells that ask for it on one baseline (7.14.6). */
static void align_baselines(layout_table *t, const table_row *row) {
  mpt deepest = 0, at;
  for (int pass = 0; pass < 2; pass++) {
    for (uint32_t i = row->first_cell; i < row->end_cell; i++) {
      table_cell *k = &t->cells.at[i];
      if (!stands_on_baseline(k) || !layout_list_baseline(k->list, &at)) continue;
      at = mpt_clamp((mpt64)at + k->before);
      if (pass == 0) deepest = mpt_max(deepest, at);
      else k->baseline_shift = deepest - at;
    }
  }
}

/* A height that is given, or the least one; a percentage has no base here. */
static mpt given_height(const fo_node *n) {
  if (!n) return 0;
  const fo_range *r = &n->style->size->block_progression;
  mpt h = 0;
  if (!fo_length_is_auto(r->min)) h = mpt_max(h, r->min.length);
  if (!fo_length_is_auto(r->opt)) h = mpt_max(h, r->opt.length);
  return h;
}

static mpt cell_height(const table_cell *k) {
  mpt content = mpt_max(mpt_clamp((mpt64)k->extent + k->baseline_shift), given_height(k->node));
  return mpt_clamp((mpt64)k->before + content + k->after);
}

/* ---- heights ---- */

/* Makes rows first .. end-1 higher by `more`: those without a height of their own, or else all, in proportion. */
static void grow_rows(layout_table *t, uint32_t first, uint32_t end, mpt64 more) {
  bool any_free = false;
  for (uint32_t r = first; r < end; r++) any_free |= given_height(t->rows.at[r].node) == 0;
  mpt64 total = 0;
  uint32_t count = 0;
  for (uint32_t r = first; r < end; r++) {
    if (any_free && given_height(t->rows.at[r].node) > 0) continue;
    total += t->rows.at[r].height;
    count++;
  }
  mpt64 part = 0, given = 0;
  for (uint32_t r = first; r < end; r++) {
    table_row *row = &t->rows.at[r];
    if (any_free && given_height(row->node) > 0) continue;
    part += total > 0 ? row->height : 1;
    mpt64 upto = table_share(more, part, total > 0 ? total : count);
    row->height = mpt_clamp(row->height + upto - given);
    given = upto;
  }
}

static int spanning_compare(const void *x, const void *y) {
  const table_cell *a = *(table_cell *const *)x, *b = *(table_cell *const *)y;
  if (a->rows != b->rows) return a->rows < b->rows ? -1 : 1;
  return a < b ? -1 : a > b;
}

static void set_heights(layout_table *t) {
  VEC(table_cell *) spanning = {0};
  for (size_t r = 0; r < t->rows.n; r++) {
    table_row *row = &t->rows.at[r];
    align_baselines(t, row);
    row->height = given_height(row->node);
    for (uint32_t i = row->first_cell; i < row->end_cell; i++) {
      table_cell *k = &t->cells.at[i];
      if (k->rows == 1) row->height = mpt_max(row->height, cell_height(k));
      else VEC_PUSH(t->arena, spanning, k);
    }
  }
  if (spanning.n) qsort(spanning.at, spanning.n, sizeof *spanning.at, spanning_compare);
  for (size_t i = 0; i < spanning.n; i++) {
    const table_cell *k = spanning.at[i];
    mpt64 have = 0;
    for (uint32_t r = k->row; r < k->row + k->rows; r++) have += t->rows.at[r].height;
    if (cell_height(k) > have) grow_rows(t, k->row, k->row + k->rows, cell_height(k) - have);
  }
  mpt64 sum = 0;
  for (size_t r = 0; r < t->rows.n; r++) sum += t->rows.at[r].height;
  mpt64 more = (mpt64)given_height(t->node) - sum;
  if (more > 0) grow_rows(t, 0, (uint32_t)t->rows.n, more);
}

/* ---- groups ---- */

static table_section_kind kind_of(const layout_table *t, uint32_t row) {
  return t->sections.at[t->rows.at[row].section].kind;
}

/* The row after `row` belongs to the same group. */
static bool joined(const layout_table *t, uint32_t row) {
  table_section_kind kind = kind_of(t, row);
  if (kind_of(t, row + 1) != kind) return false;
  if (kind != TABLE_BODY) return true; /* header and footer are not broken */
  for (uint32_t c = 0; c < t->column_count; c++) {
    uint32_t i = table_slot(t, row, c);
    if (i != TABLE_NO_CELL && i == table_slot(t, row + 1, c)) return true;
  }
  return false;
}

static void cut_group(layout_table *t, table_group *g, mpt limit) {
  uint32_t n = g->end_cell - g->first_cell;
  arena_mark mark = arena_save(t->layout->scratch);
  cut_column *columns = ARENA_ARRAY(t->layout->scratch, cut_column, n);
  for (uint32_t i = 0; i < n; i++) {
    const table_cell *k = &t->cells.at[g->first_cell + i];
    const table_row *last = &t->rows.at[k->row + k->rows - 1];
    columns[i] = (cut_column){.list = k->list,
                              .start = t->rows.at[k->row].y,
                              .height = last->y + last->height - t->rows.at[k->row].y,
                              .lead = mpt_clamp((mpt64)k->before + k->baseline_shift),
                              .trail = k->after,
                              .lead_again = k->before_again,
                              .trail_again = k->after_again};
  }
  g->cuts = layout_cuts(t->arena, t->layout->scratch, columns, n, g->height, limit);
  arena_restore(t->layout->scratch, mark);
}

/* One piece, not to be cut. */
static void keep_group_whole(layout_table *t, table_group *g) {
  uint32_t n = g->end_cell - g->first_cell;
  cut *at = ARENA_ARRAY(t->arena, cut, 2);
  for (int k = 0; k < 2; k++) {
    at[k] = (cut){.y = k ? g->height : 0, .break_kind = FO_AUTO, .consumed = ARENA_ARRAY(t->arena, uint32_t, n)};
    for (uint32_t i = 0; k && i < n; i++) at[k].consumed[i] = (uint32_t)t->cells.at[g->first_cell + i].list->items.n;
  }
  g->cuts = (cut_set){at, 1, g->height};
}

/* Nothing would be gained by cutting it: it may not be, and it fits on a page. */
static bool stays_whole(const layout_table *t, const table_group *g, mpt limit) {
  if (kind_of(t, g->first) != TABLE_BODY) return true;
  if (g->end - g->first > 1 || g->height > limit) return false;
  const fo_node *row = t->rows.at[g->first].node;
  return row && list_keep_strength(row->style->block->keep_together) == KEEP_WEIGHT_ALWAYS;
}

static void add_group(layout_table *t, uint32_t first, uint32_t end, mpt limit) {
  table_group g = {.first = first, .end = end};
  g.first_cell = t->rows.at[first].first_cell;
  g.end_cell = t->rows.at[end - 1].end_cell;
  for (uint32_t r = first; r < end; r++) {
    t->rows.at[r].group = (uint32_t)t->groups.n;
    t->rows.at[r].y = g.height;
    g.height = mpt_clamp((mpt64)g.height + t->rows.at[r].height);
  }
  if (stays_whole(t, &g, limit)) keep_group_whole(t, &g);
  else cut_group(t, &g, limit);
  VEC_PUSH(t->arena, t->groups, g);
}

void table_rows_layout(layout_table *t, mpt limit) {
  lay_cells_out(t);
  set_heights(t);
  uint32_t first = 0;
  for (uint32_t r = 0; r < t->rows.n; r++) {
    if (r + 1 < t->rows.n && joined(t, r)) continue;
    add_group(t, first, r + 1, limit);
    first = r + 1;
  }
}
