/* pair: list items. Label and body are two columns of one set of cuts; both are laid out over the full width of the
 * reference area, for their indents (label-end(), body-start()) are measured from there, and label and body are no
 * reference areas (XSL 1.1, 6.8.3).
 *
 *     reference area
 *     |-- start-indent --[label]....|                    end-indent = label-end()
 *     |------ start-indent = body-start() ---[body]....|
 */
#include "layout/pair.h"

#include "layout/collect.h"
#include "layout/layout.h"

bool layout_list_baseline(const layout_list *list, mpt *baseline) {
  mpt64 y = list->lead;
  for (size_t i = 0; i < list->leaves.n; i++) {
    const layout_leaf *leaf = &list->leaves.at[i];
    mpt inner;
    switch (leaf->kind) {
    case LEAF_EDGE:
    case LEAF_EMPTY: break;
    case LEAF_LINE: *baseline = mpt_clamp(y + leaf->u.line.breaks->line[leaf->index].ascent); return true;
    case LEAF_PAIR:
      if (!layout_list_baseline(leaf->u.pair->column[PAIR_BODY].list, &inner)) return false;
      *baseline = mpt_clamp(y + leaf->u.pair->column[PAIR_BODY].start + inner);
      return true;
    default: return false;
    }
    y += (mpt64)list->items.at[i].size + list->items.at[i].gap;
  }
  return false;
}

static const fo_node *child_of(const fo_node *parent, fo_element element) {
  for (const fo_node *c = parent->first; c; c = c->next)
    if (c->element == element) return c;
  return NULL;
}

static const layout_list *empty_list(arena *a, const fo_node *container, mpt width) {
  layout_list *list = ARENA_NEW(a, layout_list);
  list->arena = a;
  list->container = container;
  list->width = width;
  list->first_break = FO_AUTO;
  return list;
}

/* The first lines of both columns on one baseline (7.14.6). */
static void align_baselines(cut_column *column) {
  mpt at[PAIR_COLUMNS];
  for (int c = 0; c < PAIR_COLUMNS; c++)
    if (!layout_list_baseline(column[c].list, &at[c])) return;
  mpt deepest = mpt_max(at[PAIR_LABEL], at[PAIR_BODY]);
  for (int c = 0; c < PAIR_COLUMNS; c++) column[c].lead = deepest - at[c];
}

static layout_pair *pair_new(list_builder *b, const fo_node *item) {
  layout_pair *p = ARENA_NEW(b->arena, layout_pair);
  p->item = item;
  const fo_node *node[PAIR_COLUMNS] = {child_of(item, FO_ELEMENT_LIST_ITEM_LABEL),
                                       child_of(item, FO_ELEMENT_LIST_ITEM_BODY)};
  for (int c = 0; c < PAIR_COLUMNS; c++) {
    p->column[c].list =
        node[c] ? layout_list_build(b->layout, b->arena, node[c], b->width) : empty_list(b->arena, item, b->width);
    p->column[c].together = true;
  }
  if (item->style->inherited->relative_align == FO_BASELINE) align_baselines(p->column);
  p->cuts = layout_cuts(b->arena, b->layout->scratch, p->column, PAIR_COLUMNS, 0, layout_cuts_limit(b->layout));
  return p;
}

static void pair_push(list_builder *b, const fo_node *item) {
  layout_pair *p = pair_new(b, item);
  const layout_list *label = p->column[PAIR_LABEL].list, *body = p->column[PAIR_BODY].list;
  if (label->items.n + body->items.n == 0) {
    if (!child_of(item, FO_ELEMENT_LIST_ITEM_LABEL) && !child_of(item, FO_ELEMENT_LIST_ITEM_BODY))
      list_children(b, item); /* its content stands in neither: it is kept */
    return;
  }
  list_break(b, label->first_break);
  list_break(b, body->first_break);
  list_keep(b, label->keep_before > body->keep_before ? label->keep_before : body->keep_before);
  layout_leaf leaf = {.kind = LEAF_PAIR, .node = item, .x = b->x, .u.pair = p};
  for (uint32_t k = 0; k < p->cuts.n; k++) {
    const cut *from = &p->cuts.at[k], *to = &p->cuts.at[k + 1];
    leaf.index = k;
    list_push(b, leaf, to->y - from->y);
    if (k + 1 == p->cuts.n) break;
    list_join(b, 0, to->post, to->keep, to->penalty, SOLVER_MAY);
    list_break(b, to->break_kind);
  }
  list_keep(b, label->keep_after > body->keep_after ? label->keep_after : body->keep_after);
}

void layout_list_block_push(list_builder *b, const fo_node *list_block) {
  for (const fo_node *c = list_block->first; c; c = c->next) {
    if (c->element == FO_ELEMENT_WRAPPER || c->element == FO_ELEMENT_UNKNOWN) {
      size_t before = b->list->leaves.n;
      list_anchor_node(b, c);
      layout_list_block_push(b, c);
      list_anchor_node_end(b, c, b->list->leaves.n > before);
    } else if (c->element == FO_ELEMENT_LIST_ITEM) {
      list_open(b, c);
      pair_push(b, c);
      list_close(b, c);
    }
  }
}

mpt layout_pair_compose(compose *c, layout_pair *p, uint32_t from, uint32_t to, area *parent, mpt x, mpt y) {
  const cut *first = &p->cuts.at[from], *last = &p->cuts.at[to];
  for (int i = 0; i < PAIR_COLUMNS; i++) {
    const cut_column *column = &p->column[i];
    uint32_t a = first->consumed[i], z = last->consumed[i];
    if (a == z) continue;
    mpt lead = a == 0 ? column->lead : column->lead_again;
    layout_list_compose(c, column->list, a, z, parent, x, mpt_clamp((mpt64)y + lead));
  }
  return cut_extent(&p->cuts, from, to);
}
