/* table_measure: how wide content must be at least and would like to be at most, for table-layout="auto" (CSS2,
 * 17.5.2.2): the widest word or image, and the longest line that no break is forced in.
 *
 * Nothing is laid out here. Indents are measured from the cell's edge (they are inherited as computed), so that a
 * paragraph needs its own indents and its words, however deep it stands.
 */
#include "layout/table.h"

#include <stdlib.h>

static table_want widest(table_want a, table_want b) {
  return (table_want){mpt_max(a.min, b.min), mpt_max(a.max, b.max)};
}

static table_want wider_by(table_want w, mpt64 more) {
  return (table_want){mpt_clamp(w.min + more), mpt_clamp(w.max + more)};
}

static mpt definite(fo_length l) {
  return fo_length_is_auto(l) || l.percent ? -1 : mpt_max(l.length, 0);
}

static table_want measure_children(layout *l, const fo_node *parent);

static table_want measure_run(layout *l, const fo_node *block, const fo_node *first, const fo_node *end) {
  arena_mark mark = arena_save(l->scratch);
  table_want w = {0};
  text_paragraph *p = text_paragraph_collect(&l->text_context, l->scratch, block, first, end);
  if (p) {
    const fo_indent_style *i = block->style->indent;
    w = (table_want){text_paragraph_min_width(p), text_paragraph_max_width(p)};
    w = wider_by(w, (mpt64)i->start_indent.length + i->end_indent.length);
  }
  arena_restore(l->scratch, mark);
  return w;
}

static table_want measure_table(layout *l, const fo_node *node) {
  const fo_range *r = &node->style->size->inline_progression;
  mpt given = definite(!fo_length_is_auto(r->opt) ? r->opt : r->min);
  table_want w = {given, given};
  if (given < 0) {
    w = (table_want){0};
    arena_mark mark = arena_save(l->scratch);
    diag_list *diags = l->diags;
    l->diags = diag_list_new(l->scratch); /* what is wrong with it is said when it is laid out */
    layout_table *t = table_new(l, l->scratch, node, 0);
    table_want *want = t ? ARENA_ARRAY(l->scratch, table_want, t->column_count) : NULL;
    if (t) table_measure_columns(t, want);
    mpt64 min = 0, max = 0;
    for (uint32_t c = 0; t && c < t->column_count; c++) min += want[c].min, max += want[c].max;
    w = (table_want){mpt_clamp(min), mpt_clamp(max)};
    l->diags = diags;
    arena_restore(l->scratch, mark);
  }
  const fo_indent_style *i = node->style->indent;
  return wider_by(w, (mpt64)i->start_indent.length + i->end_indent.length);
}

static table_want measure_container(layout *l, const fo_node *node) {
  const fo_range *r = &node->style->size->inline_progression;
  mpt given = definite(r->opt);
  const fo_indent_style *i = node->style->indent;
  table_want w = given >= 0 ? (table_want){given, given} : measure_children(l, node);
  return wider_by(w, (mpt64)i->start_indent.length + i->end_indent.length);
}

static bool is_block_level(const fo_node *n) {
  switch (n->element) {
  case FO_ELEMENT_BLOCK:
  case FO_ELEMENT_BLOCK_CONTAINER:
  case FO_ELEMENT_LIST_BLOCK:
  case FO_ELEMENT_LIST_ITEM:
  case FO_ELEMENT_LIST_ITEM_LABEL:
  case FO_ELEMENT_LIST_ITEM_BODY:
  case FO_ELEMENT_TABLE:
  case FO_ELEMENT_TABLE_AND_CAPTION:
  case FO_ELEMENT_TABLE_CAPTION: return true;
  case FO_ELEMENT_WRAPPER:
  case FO_ELEMENT_UNKNOWN:
  case FO_ELEMENT_INLINE:
  case FO_ELEMENT_BASIC_LINK:
    for (const fo_node *c = n->first; c; c = c->next)
      if (is_block_level(c)) return true;
    return false;
  default: return false;
  }
}

static table_want measure_children(layout *l, const fo_node *parent) {
  table_want w = {0};
  const fo_node *run = NULL;
  for (const fo_node *c = parent->first; c; c = c->next) {
    if (c->element == FO_ELEMENT_MARKER) continue;
    if (!is_block_level(c)) {
      if (!run) run = c;
      continue;
    }
    if (run) w = widest(w, measure_run(l, parent, run, c));
    run = NULL;
    if (c->element == FO_ELEMENT_TABLE) w = widest(w, measure_table(l, c));
    else if (c->element == FO_ELEMENT_BLOCK_CONTAINER) w = widest(w, measure_container(l, c));
    else w = widest(w, measure_children(l, c));
  }
  return run ? widest(w, measure_run(l, parent, run, NULL)) : w;
}

table_want table_measure_content(layout *l, const fo_node *node) {
  return measure_children(l, node);
}

/* ---- columns ---- */

typedef struct spanning {
  const table_cell *cell;
  table_want want;
} spanning;

static int spanning_compare(const void *x, const void *y) {
  const table_cell *a = ((const spanning *)x)->cell, *b = ((const spanning *)y)->cell;
  if (a->columns != b->columns) return a->columns < b->columns ? -1 : 1;
  return a < b ? -1 : a > b;
}

/* What a cell wants beyond its columns is shared out by what they want already. */
static void spread(table_want *want, const spanning *s) {
  mpt64 min = 0, max = 0;
  uint32_t from = s->cell->column, n = s->cell->columns;
  for (uint32_t c = from; c < from + n; c++) min += want[c].min, max += want[c].max;
  mpt64 more_min = s->want.min - min, more_max = s->want.max - max;
  mpt64 at = 0, given_min = 0, given_max = 0;
  for (uint32_t c = from; c < from + n; c++) {
    at += want[c].max;
    mpt64 part = max > 0 ? at : c + 1 - from, whole = max > 0 ? max : n;
    mpt64 to_min = more_min > 0 ? table_share(more_min, part, whole) : 0;
    mpt64 to_max = more_max > 0 ? table_share(more_max, part, whole) : 0;
    want[c] = (table_want){mpt_clamp(want[c].min + to_min - given_min), mpt_clamp(want[c].max + to_max - given_max)};
    given_min = to_min;
    given_max = to_max;
  }
}

void table_measure_columns(layout_table *t, table_want *want) {
  VEC(spanning) wide = {0};
  arena *scratch = t->arena;
  for (uint32_t c = 0; c < t->column_count; c++) {
    mpt own = t->column[c].width.units ? -1 : definite(t->column[c].width);
    want[c] = own >= 0 ? (table_want){own, own} : (table_want){0};
  }
  for (size_t i = 0; i < t->cells.n; i++) {
    const table_cell *k = &t->cells.at[i];
    if (k->columns == 1 && definite(t->column[k->column].width) >= 0 && !t->column[k->column].width.units) continue;
    mpt given = definite(k->node->style->size->inline_progression.opt);
    table_want w = given >= 0 ? (table_want){given, given} : table_measure_content(t->layout, k->node);
    w = wider_by(w, (mpt64)k->start + k->end);
    if (k->columns == 1) want[k->column] = widest(want[k->column], w);
    else VEC_PUSH(scratch, wide, (spanning){k, w});
  }
  if (wide.n) qsort(wide.at, wide.n, sizeof *wide.at, spanning_compare);
  for (size_t i = 0; i < wide.n; i++) spread(want, &wide.at[i]);
}
