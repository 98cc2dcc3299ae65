/* table_border: collapsed borders (CSS2, 17.6.2; XSL 1.1, 6.7.10, border-collapse), and the insets of cells.
 *
 *          column 0      column 1
 *        +----line-----+----line-----+   row 0: line(0, c)     A segment of a line belongs to what meets at it:
 *      stem           stem          stem                       the cells above and below, their rows, their sections,
 *        +----line-----+----line-----+   row 1: line(1, c)     at the table's edge the columns and the table. The
 *                                                              strongest claim is drawn, once.
 *
 * At a page break, other things meet: a row and the repeated footer, the repeated header and a row, or a row and the
 * table's edge. Those segments are resolved when they are needed (table_border_between), and where they are wider
 * than what the rows reserved, the seam says by how much the rows grow.
 */
#include "layout/table.h"

/* Stronger styles first (17.6.2.1, rule 3). */
static int style_rank(fo_enum style) {
  static const fo_enum order[] = {FO_DOUBLE, FO_SOLID, FO_DASHED, FO_DOTTED, FO_RIDGE, FO_OUTSET, FO_GROOVE, FO_INSET};
  int n = sizeof order / sizeof *order;
  for (int i = 0; i < n; i++)
    if (order[i] == style) return i;
  return n;
}

table_claim table_border_stronger(table_claim a, table_claim b) {
  if (!a.border || !b.border) return a.border ? a : b;
  bool hides = b.border->style == FO_HIDDEN;
  if (a.border->style == FO_HIDDEN || hides) return a.border->style == FO_HIDDEN ? a : b;
  if (a.border->width != b.border->width) return a.border->width > b.border->width ? a : b;
  int x = style_rank(a.border->style), y = style_rank(b.border->style);
  if (x != y) return x < y ? a : b;
  return b.rank < a.rank ? b : a;
}

static table_claim claim(const fo_node *node, fo_side side, table_rank rank) {
  return (table_claim){node ? &node->style->box->border[side] : NULL, rank};
}

static const fo_border *drawn(table_claim c) {
  return c.border && c.border->style != FO_HIDDEN && c.border->style != FO_NONE && c.border->width > 0 ? c.border
                                                                                                       : NULL;
}

/* What the row on one side of a horizontal line claims: `side` is the row's side that the line lies on. */
static table_claim claim_of_row(const layout_table *t, uint32_t row, uint32_t column, fo_side side) {
  const table_row *r = &t->rows.at[row];
  const table_section *s = &t->sections.at[r->section];
  uint32_t i = table_slot(t, row, column);
  table_claim c = {NULL, TABLE_RANK_CELL};
  if (i != TABLE_NO_CELL) c = claim(t->cells.at[i].node, side, TABLE_RANK_CELL);
  c = table_border_stronger(c, claim(r->node, side, TABLE_RANK_ROW));
  bool edge = side == SIDE_BEFORE ? row == s->first : row + 1 == s->end;
  return edge ? table_border_stronger(c, claim(s->node, side, TABLE_RANK_SECTION)) : c;
}

static table_claim claim_of_table(const layout_table *t, uint32_t column, fo_side side) {
  table_claim c = claim(t->column[column].node, side, TABLE_RANK_COLUMN);
  return table_border_stronger(c, claim(t->node, side, TABLE_RANK_TABLE));
}

const fo_border *table_border_between(const layout_table *t, uint32_t upper, uint32_t lower, uint32_t column) {
  table_claim a =
      upper == TABLE_NO_ROW ? claim_of_table(t, column, SIDE_BEFORE) : claim_of_row(t, upper, column, SIDE_AFTER);
  table_claim b =
      lower == TABLE_NO_ROW ? claim_of_table(t, column, SIDE_AFTER) : claim_of_row(t, lower, column, SIDE_BEFORE);
  return drawn(table_border_stronger(a, b));
}

static const fo_border *line_segment(const layout_table *t, uint32_t row, uint32_t column) {
  uint32_t n = (uint32_t)t->rows.n;
  if (row > 0 && row < n) {
    uint32_t above = table_slot(t, row - 1, column), below = table_slot(t, row, column);
    if (above == below && above != TABLE_NO_CELL) return NULL;
  }
  return table_border_between(t, row > 0 ? row - 1 : TABLE_NO_ROW, row < n ? row : TABLE_NO_ROW, column);
}

/* The vertical segment of one row at the edge before `column`. */
static const fo_border *stem_segment(const layout_table *t, uint32_t row, uint32_t column) {
  const table_row *r = &t->rows.at[row];
  const fo_node *section = t->sections.at[r->section].node;
  bool first = column == 0, last = column == t->column_count;
  uint32_t left = first ? TABLE_NO_CELL : table_slot(t, row, column - 1);
  uint32_t right = last ? TABLE_NO_CELL : table_slot(t, row, column);
  if (left == right && left != TABLE_NO_CELL) return NULL;
  table_claim c = {NULL, TABLE_RANK_CELL};
  if (left != TABLE_NO_CELL) c = claim(t->cells.at[left].node, SIDE_END, TABLE_RANK_CELL);
  if (right != TABLE_NO_CELL) c = table_border_stronger(c, claim(t->cells.at[right].node, SIDE_START, TABLE_RANK_CELL));
  if (first || last) {
    fo_side side = first ? SIDE_START : SIDE_END;
    c = table_border_stronger(c, claim(r->node, side, TABLE_RANK_ROW));
    c = table_border_stronger(c, claim(section, side, TABLE_RANK_SECTION));
    c = table_border_stronger(c, claim(t->node, side, TABLE_RANK_TABLE));
  }
  if (!first) c = table_border_stronger(c, claim(t->column[column - 1].node, SIDE_END, TABLE_RANK_COLUMN));
  if (!last) c = table_border_stronger(c, claim(t->column[column].node, SIDE_START, TABLE_RANK_COLUMN));
  return drawn(c);
}

void table_border_resolve(layout_table *t) {
  uint32_t rows = (uint32_t)t->rows.n, columns = t->column_count;
  t->line = ARENA_ARRAY(t->arena, const fo_border *, ((size_t)rows + 1) * columns);
  t->stem = ARENA_ARRAY(t->arena, const fo_border *, (size_t)rows *(columns + 1));
  for (uint32_t r = 0; r <= rows; r++)
    for (uint32_t c = 0; c < columns; c++) t->line[(size_t)r * columns + c] = line_segment(t, r, c);
  for (uint32_t r = 0; r < rows; r++)
    for (uint32_t c = 0; c <= columns; c++) t->stem[(size_t)r * (columns + 1) + c] = stem_segment(t, r, c);
}

/* Half of a line that the cell in this slot reserved at its own edge. */
static mpt reserved(const layout_table *t, uint32_t row, uint32_t column, fo_side side) {
  uint32_t i = table_slot(t, row, column);
  uint32_t at = side == SIDE_BEFORE ? row : row + 1;
  if (i != TABLE_NO_CELL) at = side == SIDE_BEFORE ? t->cells.at[i].row : t->cells.at[i].row + t->cells.at[i].rows;
  const fo_border *line = t->line[(size_t)at * t->column_count + column];
  return side == SIDE_BEFORE ? table_half_after(line) : table_half_before(line);
}

table_seam table_border_seam(const layout_table *t, uint32_t upper, uint32_t lower) {
  table_seam s = {0};
  if (!t->collapse) return s;
  for (uint32_t c = 0; c < t->column_count; c++) {
    const fo_border *line = table_border_between(t, upper, lower, c);
    mpt above = table_half_before(line), below = table_half_after(line);
    if (upper == TABLE_NO_ROW) s.outer = mpt_max(s.outer, above);
    else s.up = mpt_max(s.up, above - reserved(t, upper, c, SIDE_AFTER));
    if (lower == TABLE_NO_ROW) s.outer = mpt_max(s.outer, below);
    else s.down = mpt_max(s.down, below - reserved(t, lower, c, SIDE_BEFORE));
  }
  return s;
}

/* ---- insets ---- */

static void inset_collapsed(const layout_table *t, table_cell *k) {
  uint32_t n = t->column_count;
  for (uint32_t c = k->column; c < k->column + k->columns; c++) {
    k->before = mpt_max(k->before, table_half_after(t->line[(size_t)k->row * n + c]));
    k->after = mpt_max(k->after, table_half_before(t->line[((size_t)k->row + k->rows) * n + c]));
  }
  for (uint32_t r = k->row; r < k->row + k->rows; r++) {
    k->start = mpt_max(k->start, table_half_after(t->stem[(size_t)r * (n + 1) + k->column]));
    k->end = mpt_max(k->end, table_half_before(t->stem[(size_t)r * (n + 1) + k->column + k->columns]));
  }
  k->before_again = k->before;
  k->after_again = k->after;
}

static void inset_separate(const layout_table *t, table_cell *k) {
  const fo_border *b = k->node->style->box->border;
  k->gap = t->row_gap / 2;
  k->start = t->column_gap / 2 + b[SIDE_START].width;
  k->end = t->column_gap / 2 + b[SIDE_END].width;
  k->before = k->gap + b[SIDE_BEFORE].width;
  k->after = k->gap + b[SIDE_AFTER].width;
  k->before_again = k->gap + (b[SIDE_BEFORE].retain ? b[SIDE_BEFORE].width : 0);
  k->after_again = k->gap + (b[SIDE_AFTER].retain ? b[SIDE_AFTER].width : 0);
}

static mpt padding(const fo_node *node, fo_side side, mpt base) {
  return mpt_max(fo_length_at(node->style->box->padding[side].width, base), 0);
}

void table_border_insets(layout_table *t, mpt base) {
  for (size_t i = 0; i < t->cells.n; i++) {
    table_cell *k = &t->cells.at[i];
    if (t->collapse) inset_collapsed(t, k);
    else inset_separate(t, k);
    mpt before = padding(k->node, SIDE_BEFORE, base), after = padding(k->node, SIDE_AFTER, base);
    const fo_padding *p = k->node->style->box->padding;
    k->start = mpt_clamp((mpt64)k->start + padding(k->node, SIDE_START, base));
    k->end = mpt_clamp((mpt64)k->end + padding(k->node, SIDE_END, base));
    k->before = mpt_clamp((mpt64)k->before + before);
    k->after = mpt_clamp((mpt64)k->after + after);
    /* A collapsed table is closed by a rule at a break: the padding keeps the text off it. */
    if (t->collapse || p[SIDE_BEFORE].retain) k->before_again = mpt_clamp((mpt64)k->before_again + before);
    if (t->collapse || p[SIDE_AFTER].retain) k->after_again = mpt_clamp((mpt64)k->after_again + after);
  }
}
