/* table_grid: which cell stands in which slot (XSL 1.1, 6.7.6-6.7.10, 7.28.3-7.28.15).
 *
 * Cells are placed row by row, from left to right, over what row spans from above leave free:
 *
 *      columns    0    1    2    3            busy[column] = the row up to which a span holds it
 *      row 0      A    B----B    C
 *      row 1      A    D    E    C            D, E go to the first free places: 1 and 2
 *
 * What cannot be (a place that is taken, a span beyond the last row, more columns than are declared) is reported with
 * its line and repaired: the cell goes to the next place that is free for all of it.
 */
#include "layout/table.h"

#include <string.h>

typedef struct grid {
  layout_table *t;
  uint32_t busy[TABLE_COLUMNS_MAX]; /* row + 1 */
  uint32_t used;                    /* columns that any cell needs */
  uint32_t row;                     /* the row that is being filled */
  uint32_t next;                    /* the column after the last cell placed in it */
  bool told_width, told_missing;
} grid;

static diag_place place(const grid *g, const fo_node *n) {
  return fo_place(g->t->layout->fo, n);
}

static const char *number(const grid *g, int64_t n) {
  return arena_printf(g->t->layout->scratch, "%lld", (long long)n);
}

static void begin_row(grid *g, const fo_node *node) {
  layout_table *t = g->t;
  g->row = (uint32_t)t->rows.n;
  g->next = 0;
  table_row row = {.node = node, .section = (uint32_t)t->sections.n - 1};
  row.first_cell = row.end_cell = (uint32_t)t->cells.n;
  VEC_PUSH(t->arena, t->rows, row);
}

/* The first place from `from` on that is free over `columns` columns; TABLE_COLUMNS_MAX when there is none. */
static uint32_t first_free(const grid *g, uint32_t from, uint32_t columns) {
  uint32_t run = 0;
  for (uint32_t c = from; c < TABLE_COLUMNS_MAX; c++) {
    run = g->busy[c] > g->row ? 0 : run + 1;
    if (run == columns) return c + 1 - columns;
  }
  return TABLE_COLUMNS_MAX;
}

/* Where the cell goes; reports when that is not where it wants to be. */
static uint32_t place_cell(const grid *g, const fo_node *node, uint32_t columns) {
  int32_t wanted = node->style->table->column_number;
  if (wanted > 0) {
    uint32_t at = wanted > TABLE_COLUMNS_MAX ? TABLE_COLUMNS_MAX : (uint32_t)wanted - 1;
    uint32_t found = first_free(g, at, columns);
    if (found != at)
      diag_add(g->t->layout->diags, DIAG_TABLE_TAKEN, place(g, node), number(g, wanted), (const char *)NULL);
    return found;
  }
  uint32_t at = first_free(g, g->next, 1), found = first_free(g, at, columns);
  if (found != at)
    diag_add(g->t->layout->diags, DIAG_TABLE_OVERLAP, place(g, node), number(g, columns), number(g, at + 1),
             (const char *)NULL);
  return found;
}

static uint32_t span(int32_t given, uint32_t most) {
  return given < 1 ? 1 : (uint32_t)given > most ? most : (uint32_t)given;
}

static void add_cell(grid *g, const fo_node *node) {
  layout_table *t = g->t;
  const fo_table_style *s = node->style->table;
  uint32_t columns = span(s->columns_spanned, TABLE_COLUMNS_MAX), rows = span(s->rows_spanned, INT32_MAX / 2);
  uint32_t column = place_cell(g, node, columns);
  if (column + columns > TABLE_COLUMNS_MAX) {
    columns = 1;
    column = first_free(g, g->next, 1);
    if (column == TABLE_COLUMNS_MAX) column = first_free(g, 0, 1);
    diag_add(t->layout->diags, DIAG_TABLE_LIMIT, place(g, node), number(g, TABLE_COLUMNS_MAX), (const char *)NULL);
    if (column == TABLE_COLUMNS_MAX) return;
  } else if (t->declared && column + columns > t->declared && !g->told_width) {
    g->told_width = true;
    diag_add(t->layout->diags, DIAG_TABLE_COLUMNS, place(g, node), number(g, column + columns), number(g, t->declared),
             (const char *)NULL);
  }
  for (uint32_t c = column; c < column + columns; c++) g->busy[c] = g->row + rows;
  if (column + columns > g->used) g->used = column + columns;
  g->next = column + columns;
  VEC_PUSH(t->arena, t->cells,
           (table_cell){.node = node, .row = g->row, .column = column, .rows = rows, .columns = columns});
  t->rows.at[g->row].end_cell = (uint32_t)t->cells.n;
}

static void add_row(grid *g, const fo_node *row) {
  begin_row(g, row);
  for (const fo_node *c = row->first; c; c = c->next)
    if (c->element == FO_ELEMENT_TABLE_CELL) add_cell(g, c);
}

/* Cells that stand in the section itself: starts-row and ends-row part them (7.28.6, 7.28.15). */
static void add_loose_cell(grid *g, const fo_node *cell, bool *row_open) {
  if (!*row_open || cell->style->table->starts_row) begin_row(g, NULL);
  add_cell(g, cell);
  *row_open = !cell->style->table->ends_row;
}

/* Spans end with their section. */
static void clip_spans(grid *g, const table_section *s) {
  layout_table *t = g->t;
  for (uint32_t r = s->first; r < s->end; r++) {
    for (uint32_t i = t->rows.at[r].first_cell; i < t->rows.at[r].end_cell; i++) {
      table_cell *cell = &t->cells.at[i];
      if (cell->rows <= s->end - r) continue;
      diag_add(t->layout->diags, DIAG_TABLE_ROWS, place(g, cell->node), number(g, cell->rows), number(g, s->end - r),
               (const char *)NULL);
      cell->rows = s->end - r;
    }
  }
}

static void add_section(grid *g, const fo_node *node, table_section_kind kind) {
  layout_table *t = g->t;
  table_section s = {.node = node, .kind = kind, .first = (uint32_t)t->rows.n};
  VEC_PUSH(t->arena, t->sections, s);
  bool row_open = false;
  for (const fo_node *c = node->first; c; c = c->next) {
    if (c->element == FO_ELEMENT_TABLE_ROW) {
      add_row(g, c);
      row_open = false;
    } else if (c->element == FO_ELEMENT_TABLE_CELL) {
      add_loose_cell(g, c, &row_open);
    }
  }
  table_section *kept = &t->sections.at[t->sections.n - 1];
  kept->end = (uint32_t)t->rows.n;
  clip_spans(g, kept);
  for (uint32_t c = 0; c < TABLE_COLUMNS_MAX; c++) g->busy[c] = 0;
}

static void fill_slots(grid *g) {
  layout_table *t = g->t;
  size_t n = (size_t)t->rows.n * t->column_count;
  t->slot = ARENA_ARRAY(t->arena, uint32_t, n);
  memset(t->slot, 0xff, n * sizeof *t->slot);
  for (uint32_t i = 0; i < t->cells.n; i++) {
    const table_cell *cell = &t->cells.at[i];
    for (uint32_t r = cell->row; r < cell->row + cell->rows; r++)
      for (uint32_t c = cell->column; c < cell->column + cell->columns; c++)
        t->slot[(size_t)r * t->column_count + c] = i;
  }
}

static void report_missing(grid *g) {
  const layout_table *t = g->t;
  for (uint32_t r = 0; r < t->rows.n; r++) {
    uint32_t filled = 0;
    for (uint32_t c = 0; c < t->column_count; c++) filled += table_slot(t, r, c) != TABLE_NO_CELL;
    if (filled == t->column_count) continue;
    const table_row *row = &t->rows.at[r];
    const fo_node *node = row->node                         ? row->node
                          : row->end_cell > row->first_cell ? t->cells.at[row->first_cell].node
                                                            : t->sections.at[row->section].node;
    diag_add(t->layout->diags, DIAG_TABLE_MISSING, place(g, node), number(g, filled), number(g, t->column_count),
             (const char *)NULL);
    return; /* once a table */
  }
}

void table_grid_build(layout_table *t) {
  static const struct {
    fo_element element;
    table_section_kind kind;
  } order[] = {{FO_ELEMENT_TABLE_HEADER, TABLE_HEADER},
               {FO_ELEMENT_TABLE_BODY, TABLE_BODY},
               {FO_ELEMENT_TABLE_FOOTER, TABLE_FOOTER}};
  grid *g = ARENA_NEW(t->arena, grid);
  g->t = t;
  for (size_t k = 0; k < sizeof order / sizeof *order; k++)
    for (const fo_node *c = t->node->first; c; c = c->next)
      if (c->element == order[k].element) add_section(g, c, order[k].kind);
  t->column_count = g->used > t->declared ? g->used : t->declared;
  fill_slots(g);
  report_missing(g);
  for (size_t s = 0; s < t->sections.n; s++) {
    uint32_t rows = t->sections.at[s].end - t->sections.at[s].first;
    if (t->sections.at[s].kind == TABLE_HEADER) t->header_rows += rows;
    if (t->sections.at[s].kind == TABLE_FOOTER) t->footer_rows += rows;
  }
}
