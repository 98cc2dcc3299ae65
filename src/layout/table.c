/* table: from fo:table to pieces of the break list. See table.h for the whole way. */
#include "layout/table.h"

#include "layout/collect.h"

/* Demerits of breaks inside rows. A page that ends about eight lines short costs 40000: a row is split only where
 * breaking before it would leave more room empty than the first of these says. */
#define SPLIT_ROW 70000
#define SPLIT_FIRST_ROW 60000 /* in addition: the header with a fragment of a row under it */
#define SPLIT_SPAN 20000      /* between two rows, through a cell that spans both */

mpt64 table_share(mpt64 of, mpt64 part, mpt64 total) {
  while (total > MPT_MAX) {
    total /= 2;
    part /= 2;
  }
  return total > 0 ? muldiv(mpt_clamp(of), mpt_clamp(part), total) : 0;
}

/* ---- the table as such ---- */

static mpt box_edge(const fo_node *node, fo_side side, mpt base, bool again) {
  const fo_border *b = &node->style->box->border[side];
  const fo_padding *p = &node->style->box->padding[side];
  mpt64 e = 0;
  if (!again || b->retain) e += b->width;
  if (!again || p->retain) e += mpt_max(fo_length_at(p->width, base), 0);
  return mpt_clamp(e);
}

static void set_edges(layout_table *t, mpt base) {
  uint32_t rows = (uint32_t)t->rows.n;
  if (t->collapse) {
    t->before = table_border_seam(t, TABLE_NO_ROW, 0).outer;
    t->after = table_border_seam(t, rows - 1, TABLE_NO_ROW).outer;
    return;
  }
  t->before = box_edge(t->node, SIDE_BEFORE, base, false);
  t->after = box_edge(t->node, SIDE_AFTER, base, false);
  t->before_again = box_edge(t->node, SIDE_BEFORE, base, true);
  t->after_again = box_edge(t->node, SIDE_AFTER, base, true);
}

layout_table *table_new(layout *l, arena *a, const fo_node *node, mpt percent_base) {
  const fo_inherited_style *s = node->style->inherited;
  layout_table *t = ARENA_NEW(a, layout_table);
  t->node = node;
  t->layout = l;
  t->arena = a;
  t->collapse = s->border_collapse != FO_SEPARATE;
  if (!t->collapse) {
    t->row_gap = mpt_max(s->border_separation_block, 0);
    t->column_gap = mpt_max(s->border_separation_inline, 0);
  }
  table_columns_declare(t);
  table_grid_build(t);
  if (!t->cells.n) return NULL;
  if (t->collapse) table_border_resolve(t);
  table_border_insets(t, percent_base);
  set_edges(t, percent_base);
  return t;
}

static void set_repeats(layout_table *t) {
  const fo_table_style *s = t->node->style->table;
  t->repeat_header = t->header_rows > 0 && !s->omit_header_at_break;
  t->repeat_footer = t->footer_rows > 0 && !s->omit_footer_at_break;
  for (uint32_t r = 0; r < t->header_rows; r++)
    t->header_height = mpt_clamp((mpt64)t->header_height + t->rows.at[r].height);
  for (uint32_t r = (uint32_t)t->rows.n - t->footer_rows; r < t->rows.n; r++)
    t->footer_height = mpt_clamp((mpt64)t->footer_height + t->rows.at[r].height);
}

/* ---- breaks ---- */

table_end table_end_below(const layout_table *t, uint32_t upper) {
  uint32_t footer = (uint32_t)t->rows.n - t->footer_rows;
  table_end e = {.group = t->repeat_footer};
  e.seam = table_border_seam(t, upper, e.group ? footer : TABLE_NO_ROW);
  e.edge = !t->collapse ? t->after_again : e.group ? t->after : e.seam.outer;
  return e;
}

table_end table_end_above(const layout_table *t, uint32_t lower) {
  table_end e = {.group = t->repeat_header};
  e.seam = table_border_seam(t, e.group ? t->header_rows - 1 : TABLE_NO_ROW, lower);
  e.edge = !t->collapse ? t->before_again : e.group ? t->before : e.seam.outer;
  return e;
}

static mpt end_extent(const table_end *e, mpt group_height) {
  return mpt_clamp((mpt64)e->seam.up + e->seam.down + e->edge + (e->group ? group_height : 0));
}

static const fo_block_style *block_of(const table_row *r) {
  return r->node ? r->node->style->block : NULL;
}

static int keep_with_next(const layout_table *t, uint32_t row) {
  const table_row *r = &t->rows.at[row];
  int keep = r->node ? list_keep_strength(block_of(r)->keep_with_next) : 0;
  for (uint32_t i = r->first_cell; i < r->end_cell; i++)
    if (t->cells.at[i].list->keep_after > keep) keep = t->cells.at[i].list->keep_after;
  return keep;
}

static int keep_with_previous(const layout_table *t, uint32_t row) {
  const table_row *r = &t->rows.at[row];
  int keep = r->node ? list_keep_strength(block_of(r)->keep_with_previous) : 0;
  for (uint32_t i = r->first_cell; i < r->end_cell; i++)
    if (t->cells.at[i].list->keep_before > keep) keep = t->cells.at[i].list->keep_before;
  return keep;
}

static void break_before(list_builder *b, const layout_table *t, uint32_t row) {
  const table_row *r = &t->rows.at[row];
  if (r->node) list_break(b, block_of(r)->break_before);
  for (uint32_t i = r->first_cell; i < r->end_cell; i++) list_break(b, t->cells.at[i].list->first_break);
}

static void break_after(list_builder *b, const layout_table *t, uint32_t row) {
  const table_row *r = &t->rows.at[row];
  if (r->node) list_break(b, block_of(r)->break_after);
}

static int keep_in_section(const layout_table *t, uint32_t upper, uint32_t lower) {
  const table_row *u = &t->rows.at[upper], *l = &t->rows.at[lower];
  if (u->section != l->section) return 0;
  return list_keep_strength(t->sections.at[u->section].node->style->block->keep_together);
}

/* The join between two rows of the body, or inside one (upper == lower). */
static void join_rows(list_builder *b, const layout_table *t, uint32_t upper, uint32_t lower, const cut *k) {
  table_end below = table_end_below(t, upper), above = table_end_above(t, lower);
  mpt post = mpt_clamp((mpt64)end_extent(&above, t->header_height) + (k ? k->post : 0));
  int keep = keep_in_section(t, upper, lower), penalty = 0;
  if (k) {
    if (k->keep > keep) keep = k->keep;
    penalty = k->penalty + (upper == lower ? SPLIT_ROW : k->inside ? SPLIT_SPAN : 0);
    if (upper == lower && lower == t->header_rows) penalty += SPLIT_FIRST_ROW;
  }
  if (upper == lower) {
    const table_row *r = &t->rows.at[upper];
    int together = r->node ? list_keep_strength(block_of(r)->keep_together) : 0;
    if (together > keep) keep = together;
  } else {
    int next = keep_with_next(t, upper), previous = keep_with_previous(t, lower);
    if (next > keep) keep = next;
    if (previous > keep) keep = previous;
  }
  list_join(b, end_extent(&below, t->footer_height), post, keep, penalty, SOLVER_MAY);
  if (k) list_break(b, k->break_kind);
  if (upper == lower) return;
  break_after(b, t, upper);
  break_before(b, t, lower);
}

/* Rows at both sides of a cut of a group. */
static void rows_at_cut(const layout_table *t, const table_group *g, mpt y, uint32_t *upper, uint32_t *lower) {
  uint32_t r = g->first;
  while (r + 1 < g->end && t->rows.at[r].y + t->rows.at[r].height < y) r++;
  *upper = *lower = r;
  if (r + 1 < g->end && t->rows.at[r].y + t->rows.at[r].height == y) *lower = r + 1;
}

/* ---- pushing ---- */

typedef struct pusher {
  list_builder *b;
  layout_table *t;
  layout_leaf leaf;
  uint32_t begun, ended; /* rows whose ids and markers are placed */
} pusher;

static void anchor_begin(pusher *p, uint32_t row) {
  const table_row *r = &p->t->rows.at[row];
  const table_section *s = &p->t->sections.at[r->section];
  if (row == s->first) list_anchor_node(p->b, s->node);
  if (r->node) list_anchor_node(p->b, r->node);
}

static void anchor_end(pusher *p, uint32_t row) {
  const table_row *r = &p->t->rows.at[row];
  const table_section *s = &p->t->sections.at[r->section];
  if (r->node) list_anchor_node_end(p->b, r->node, true);
  if (row + 1 == s->end) list_anchor_node_end(p->b, s->node, true);
}

static void push_piece(pusher *p, const table_group *g, uint32_t k) {
  layout_table *t = p->t;
  const cut *from = &g->cuts.at[k], *to = &g->cuts.at[k + 1];
  bool last = k + 1 == g->cuts.n;
  mpt64 size = (mpt64)to->y - from->y;
  if (g->first == 0 && k == 0) size += t->before;
  if (g->end == t->rows.n && last) size += t->after;
  for (; p->begun < g->end && (last || t->rows.at[p->begun].y < to->y); p->begun++) anchor_begin(p, p->begun);
  p->leaf.index = (uint32_t)t->pieces.n;
  VEC_PUSH(t->arena, t->pieces, (table_piece){(uint32_t)(g - t->groups.at), k});
  list_push(p->b, p->leaf, mpt_clamp(size));
  for (; p->ended < p->begun; p->ended++) {
    const table_row *r = &t->rows.at[p->ended];
    if (!last && (mpt64)r->y + r->height > to->y) break;
    anchor_end(p, p->ended);
  }
}

static bool is_body(const layout_table *t, const table_group *g) {
  return g->first >= t->header_rows && g->first < t->rows.n - t->footer_rows;
}

static void push_group(pusher *p, table_group *g) {
  layout_table *t = p->t;
  g->first_piece = (uint32_t)t->pieces.n;
  for (uint32_t k = 0; k < g->cuts.n; k++) {
    push_piece(p, g, k);
    if (k + 1 == g->cuts.n) break;
    uint32_t upper, lower;
    rows_at_cut(t, g, g->cuts.at[k + 1].y, &upper, &lower);
    join_rows(p->b, t, upper, lower, &g->cuts.at[k + 1]);
  }
  g->end_piece = (uint32_t)t->pieces.n;
}

static void push_groups(list_builder *b, layout_table *t, mpt x) {
  pusher p = {.b = b, .t = t};
  p.leaf = (layout_leaf){.kind = LEAF_CUT, .node = t->node, .x = x, .u.table = t};
  uint32_t first = t->header_rows, end = (uint32_t)t->rows.n - t->footer_rows;
  if (first < end) {
    break_before(b, t, first);
    list_keep(b, keep_with_previous(t, first));
  }
  for (size_t i = 0; i < t->groups.n; i++) {
    table_group *g = &t->groups.at[i];
    if (i > 0) {
      if (is_body(t, g) && is_body(t, g - 1)) join_rows(b, t, g->first - 1, g->first, NULL);
      else list_join(b, 0, 0, 0, 0, SOLVER_NEVER); /* neither header nor footer stands alone */
    }
    push_group(&p, g);
  }
  if (first < end) {
    break_after(b, t, end - 1);
    list_keep(b, keep_with_next(t, end - 1));
  }
}

/* A table in a table-and-caption stands where text-align puts it (6.7.2). */
static mpt aligned_x(const layout_table *t, mpt x, mpt room) {
  const fo_node *outer = t->node->parent;
  if (!outer || outer->element != FO_ELEMENT_TABLE_AND_CAPTION || t->width >= room) return x;
  fo_enum align = outer->style->text->text_align;
  return align == FO_CENTER ? x + (room - t->width) / 2 : align == FO_END ? x + room - t->width : x;
}

void layout_table_push(list_builder *b, const fo_node *node) {
  layout *l = b->layout;
  mpt room = list_content_width(b, node);
  layout_table *t = table_new(l, b->arena, node, room);
  if (!t) {
    diag_add(l->diags, DIAG_TABLE_EMPTY, fo_place(l->fo, node), (const char *)NULL);
    return;
  }
  table_columns_resolve(t, room);
  table_rows_layout(t, layout_cuts_limit(l));
  set_repeats(t);
  push_groups(b, t, aligned_x(t, list_content_x(b, node), room));
}
