/* columns: which column of its table a cell stands in, for from-table-column() (XSL 1.1, 5.10.4). Spans are followed as in
 * 6.7.10; what is impossible about them is layout's to report. */
#include "fo/build.h"

static void reserve(arena *a, fo_columns *c, size_t n) {
  if (n > FO_COLUMN_LIMIT) n = FO_COLUMN_LIMIT;
  while (c->taken.n < n) VEC_PUSH(a, c->taken, 0);
}

static void skip_taken(fo_columns *c) {
  while (c->next < c->taken.n && c->taken.at[c->next]) c->next++;
}

static void end_row(fo_columns *c) {
  for (size_t i = 0; i < c->taken.n; i++)
    if (c->taken.at[i]) c->taken.at[i]--;
  c->next = 0;
  skip_taken(c);
}

static void open_column(arena *a, fo_columns *c, const fo_node *n) {
  const fo_table_style *t = n->style->table;
  uint32_t from = t->column_number ? (uint32_t)t->column_number - 1 : (uint32_t)c->style.n;
  uint32_t end = from + (uint32_t)t->columns_repeated;
  if (end > FO_COLUMN_LIMIT) end = FO_COLUMN_LIMIT;
  while (c->style.n < end) VEC_PUSH(a, c->style, NULL);
  for (; from < end; from++) c->style.at[from] = n->style;
}

static void open_cell(arena *a, fo_columns *c, const fo_node *n) {
  const fo_table_style *t = n->style->table;
  if (t->starts_row && c->next) end_row(c);
  if (t->column_number) c->next = (uint32_t)t->column_number - 1;
  uint32_t end = c->next + (uint32_t)t->columns_spanned;
  reserve(a, c, end);
  for (uint32_t i = c->next; i < end && i < c->taken.n; i++) c->taken.at[i] = (uint32_t)t->rows_spanned;
  c->next = end < FO_COLUMN_LIMIT ? end : FO_COLUMN_LIMIT;
  skip_taken(c);
  if (t->ends_row) end_row(c);
}

void fo_columns_open(arena *a, fo_style_scope *s, const fo_node *n) {
  fo_columns *c = s->columns;
  switch (n->element) {
  case FO_ELEMENT_TABLE: s->columns = ARENA_NEW(a, fo_columns); break;
  case FO_ELEMENT_TABLE_COLUMN:
    if (c) open_column(a, c, n);
    break;
  case FO_ELEMENT_TABLE_HEADER:
  case FO_ELEMENT_TABLE_FOOTER:
  case FO_ELEMENT_TABLE_BODY:
    for (size_t i = 0; c && i < c->taken.n; i++) c->taken.at[i] = 0;
    if (c) c->next = 0;
    break;
  case FO_ELEMENT_TABLE_CELL:
    if (c) open_cell(a, c, n);
    break;
  default: break;
  }
}

void fo_columns_close(fo_style_scope *s, const fo_node *n) {
  if (n->element == FO_ELEMENT_TABLE_ROW && s->columns) end_row(s->columns);
}
