/* table: fo:table from its FO to pieces of a break list, and from pieces to areas (XSL 1.1, 6.7).
 *
 *     grid       sections, rows, cells and their spans -> every slot knows its cell        table_grid.c
 *     borders    collapsed borders resolved for every segment of the grid                  table_border.c
 *     columns    widths -> column edges; the last edge is the table's width exactly        table_columns.c, table_measure.c
 *     rows       cells laid out, row heights, groups of rows that spans join, their cuts   table_rows.c
 *     pieces     header | group, cut .. cut | group | ... | footer -> the break list       table.c
 *     areas      backgrounds, cells, rules of the pieces that came on one page             table_compose.c
 *
 * A break between two pieces ends the part with the footer (the join's `pre`) and begins the next one with the header
 * (`post`). The page breaker never learns what a table is.
 *
 *     part on page 1:  header  g0.0  g0.1  g1.0 | footer*          * repeated: an artifact
 *     part on page 2:  header* g1.1  g2.0         footer
 *
 * Rows are numbered through the whole table: header, bodies, footer. Collapsed borders are centred on the grid's lines,
 * half of each lies in the cells at either side; of the outer ones, half lies outside in the inline direction and
 * inside the table's extent in the block direction. With separate borders, half of border-separation lies around each
 * cell, inside its slot.
 */
#ifndef PLIEGO_LAYOUT_TABLE_H
#define PLIEGO_LAYOUT_TABLE_H

#include "layout/cuts.h"
#include "layout/layout.h"
#include "layout/list.h"

#define TABLE_COLUMNS_MAX 1000
#define TABLE_NO_ROW UINT32_MAX
#define TABLE_NO_CELL UINT32_MAX

typedef enum { TABLE_HEADER, TABLE_BODY, TABLE_FOOTER } table_section_kind;

typedef struct table_section {
  const fo_node *node;
  table_section_kind kind;
  uint32_t first, end; /* rows */
} table_section;

typedef struct table_column {
  const fo_node *node; /* its fo:table-column; NULL */
  fo_length width;     /* auto where none was given */
} table_column;

typedef struct table_row {
  const fo_node *node; /* fo:table-row; NULL where the cells stand in the section itself */
  uint32_t section;
  uint32_t first_cell, end_cell; /* cells that begin in it */
  uint32_t group;
  mpt y; /* from its group's top */
  mpt height;
} table_row;

typedef struct table_cell {
  const fo_node *node;
  uint32_t row, column, rows, columns;
  mpt start, end;    /* insets from the slot's edges to the content: separation, border, padding */
  mpt gap;           /* of them, block separation outside the box (separate borders), above and below alike */
  mpt before, after; /* the same in the block direction, with `gap` */
  mpt before_again, after_again; /* what of them is repeated at a break */
  mpt baseline_shift;            /* content is moved down by it, to stand on the row's baseline */
  const layout_list *list;
  mpt extent; /* of its content */
} table_cell;

typedef struct table_group { /* rows that can only be broken together */
  uint32_t first, end;       /* rows */
  uint32_t first_cell, end_cell;
  uint32_t first_piece, end_piece;
  cut_set cuts;
  mpt height;
} table_group;

typedef struct table_piece {
  uint32_t group, cut;
} table_piece;

struct layout_table {
  const fo_node *node;
  layout *layout;
  arena *arena;
  bool collapse;
  mpt width;                     /* between the outer column edges; separate borders of the table lie outside */
  mpt before, after;             /* extent of the table's own edges above the first and below the last row */
  mpt before_again, after_again; /* the same at a break, where the model has them (separate) */
  mpt row_gap, column_gap;       /* border-separation; 0 when collapsed */

  uint32_t column_count;
  table_column *column; /* TABLE_COLUMNS_MAX while the grid is built */
  uint32_t declared;    /* columns that fo:table-column elements declare */
  mpt *edge;            /* column_count + 1, from the table's x */

  VEC(table_section) sections;
  VEC(table_row) rows;
  VEC(table_cell) cells; /* in order of row, then of their place in it */
  uint32_t *slot;        /* rows x column_count: cell, or TABLE_NO_CELL */

  const fo_border **line; /* (rows + 1) x column_count: horizontal segments, unbroken; NULL none. Collapse only */
  const fo_border **stem; /* rows x (column_count + 1): vertical segments */

  VEC(table_group) groups;
  VEC(table_piece) pieces;
  uint32_t header_rows, footer_rows; /* numbers of */
  bool repeat_header, repeat_footer;
  mpt header_height, footer_height; /* of their rows */
};

/* Where a part of the table ends or begins anew: what the border there needs beyond what the rows reserve for it. */
typedef struct table_seam {
  mpt up, down; /* by which the row above and the row below grow */
  mpt outer;    /* what stands outside when there is no row at the other side */
} table_seam;

/* ---- inside the table files ---- */

/* Sections, rows, cells, slots; what cannot be is reported and repaired. */
void table_grid_build(layout_table *t);
static inline uint32_t table_slot(const layout_table *t, uint32_t row, uint32_t column) {
  return t->slot[(size_t)row * t->column_count + column];
}

/* fo:table-column elements, before the grid is built. */
void table_columns_declare(layout_table *t);
/* Column edges for a table that may be `room` wide; insets of the cells are known. */
void table_columns_resolve(layout_table *t, mpt room);
/* Edges from widths: exposed for its tests. `width` is in: the table's width, -1 for auto; out: the sum. Reports what
 * does not fit. */
void table_columns_fix(layout_table *t, mpt *width, mpt room);

/* Least and most that the block-level content of `node` wants, in a reference area of its own. */
typedef struct table_want {
  mpt min, max;
} table_want;
table_want table_measure_content(layout *l, const fo_node *node);
/* The same of all a table's columns; `want` has column_count entries. */
void table_measure_columns(layout_table *t, table_want *want);
/* The grid, borders and insets of a table, as far as widths are not needed. `percent_base`: for paddings. */
layout_table *table_new(layout *l, arena *a, const fo_node *node, mpt percent_base);

/* The stronger of two collapsing borders (CSS2, 17.6.2.1); ranks: TABLE_RANK_..., the lower wins; ties go to `a`. */
typedef enum { TABLE_RANK_CELL, TABLE_RANK_ROW, TABLE_RANK_SECTION, TABLE_RANK_COLUMN, TABLE_RANK_TABLE } table_rank;
typedef struct table_claim {
  const fo_border *border; /* NULL: no claim */
  table_rank rank;
} table_claim;
table_claim table_border_stronger(table_claim a, table_claim b);
/* Resolves every segment of the unbroken grid. */
void table_border_resolve(layout_table *t);
/* Horizontal segment of one column between two rows that meet at a break or at a repeated header; TABLE_NO_ROW: the
 * table's edge. NULL: none. */
const fo_border *table_border_between(const layout_table *t, uint32_t upper, uint32_t lower, uint32_t column);
table_seam table_border_seam(const layout_table *t, uint32_t upper, uint32_t lower);
/* Insets of all cells. */
void table_border_insets(layout_table *t, mpt percent_base);
/* A border's halves: above or left of the line, below or right of it. */
static inline mpt table_half_before(const fo_border *b) {
  return b ? b->width / 2 : 0;
}
static inline mpt table_half_after(const fo_border *b) {
  return b ? b->width - b->width / 2 : 0;
}

/* What a part that ends below row `upper`, or begins with row `lower`, has at that end beside its rows: the seam and
 * the repeated footer or header, or the closing edge. */
typedef struct table_end {
  table_seam seam;
  mpt edge;   /* the table's own edge: half of its outer rule, or its border and padding */
  bool group; /* the header or footer is repeated */
} table_end;
table_end table_end_below(const layout_table *t, uint32_t upper);
table_end table_end_above(const layout_table *t, uint32_t lower);

/* `of` in the proportion part : total; no overflow for any sums of lengths. */
mpt64 table_share(mpt64 of, mpt64 part, mpt64 total);

/* Lays the cells out, fixes row heights and groups, cuts the groups. */
void table_rows_layout(layout_table *t, mpt limit);

#endif
