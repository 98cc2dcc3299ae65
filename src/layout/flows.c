#include "layout/flows.h"

#include "layout/collect.h"

typedef struct flow_list {
  layout_list *list;
  uint32_t used; /* leaves before this one stand on pages already */
} flow_list;

struct flows {
  layout *layout;
  const fo_node *flow;
  VEC(flow_list) lists; /* one for each width */
};

flows *flows_new(layout *l, const fo_node *flow) {
  flows *f = ARENA_NEW(l->sequence, flows);
  f->layout = l;
  f->flow = flow;
  return f;
}

static flow_list *entry_for(flows *f, mpt width) {
  layout *l = f->layout;
  for (size_t i = 0; i < f->lists.n; i++) {
    if (f->lists.at[i].list->width == width) return &f->lists.at[i];
  }
  layout_list *list = layout_list_build(l, l->sequence, f->flow, width);
  if (l->dump_items) layout_list_dump(l, list, l->dump_items);
  VEC_PUSH(l->sequence, f->lists, (flow_list){list, 0});
  return &f->lists.at[f->lists.n - 1];
}

layout_list *flows_list(flows *f, mpt width) {
  return entry_for(f, width)->list;
}

/* ---- a place in another list ---- */

static uint32_t first_of_unit(const layout_list *list, uint32_t unit) {
  uint32_t low = 0, high = (uint32_t)list->leaves.n;
  while (low < high) {
    uint32_t mid = low + (high - low) / 2;
    if (list->leaves.at[mid].unit < unit) low = mid + 1;
    else high = mid;
  }
  return low;
}

/* The rest of a unit: leaves and items that go on where a page ended inside it. */
typedef struct rest {
  layout_leaf *leaves;
  solver_item *items;
  uint32_t n;
} rest;

static rest rest_as_it_is(arena *a, const layout_list *list, uint32_t from, uint32_t end) {
  uint32_t n = end - from;
  return (rest){arena_copy(a, list->leaves.at + from, n * sizeof(layout_leaf)),
                arena_copy(a, list->items.at + from, n * sizeof(solver_item)), n};
}

static rest rest_of_paragraph(flows *f, const layout_list *list, uint32_t from, uint32_t end, mpt width) {
  layout *l = f->layout;
  layout_leaf leaf = list->leaves.at[from];
  solver_item join = list->items.at[from - 1]; /* inside the paragraph, as all joins of the rest */
  const fo_text_style *t = leaf.node->style->text;
  const text_breaks *b =
      text_paragraph_break_rest(leaf.u.line.paragraph, &l->text_context, leaf.u.line.breaks, leaf.index, width);
  rest r = {ARENA_ARRAY(l->sequence, layout_leaf, b->n), ARENA_ARRAY(l->sequence, solver_item, b->n), b->n};
  leaf.u.line.breaks = b;
  leaf.rest = true;
  for (uint32_t i = 0; i < b->n; i++) {
    leaf.index = i;
    r.leaves[i] = leaf;
    r.items[i] = join;
    r.items[i].size = mpt_clamp((mpt64)b->line[i].ascent + b->line[i].descent);
    line_join j = collect_line_join(t, b, i, true);
    r.items[i].keep = (uint16_t)(j.keep > leaf.together ? j.keep : leaf.together);
    r.items[i].penalty = j.penalty;
  }
  if (b->n) { /* what ends with the paragraph's last leaf */
    r.leaves[b->n - 1].ends = list->leaves.at[end - 1].ends;
    r.leaves[b->n - 1].end_count = list->leaves.at[end - 1].end_count;
  }
  return r;
}

/* A list of its own for what is left: the leaf before the place, the rest, what follows in `to`. */
static layout_list *tail_list(flows *f, const layout_list *list, uint32_t from, const rest *r, const layout_list *to,
                              uint32_t next) {
  arena *a = f->layout->sequence;
  layout_list *t = ARENA_NEW(a, layout_list);
  *t = (layout_list){.arena = a, .container = to->container, .width = to->width, .keep_after = to->keep_after};
  t->first_break = FO_AUTO;
  VEC_PUSH(a, t->leaves, list->leaves.at[from - 1]);
  VEC_PUSH(a, t->items, list->items.at[from - 1]);
  for (uint32_t i = 0; i < r->n; i++) {
    VEC_PUSH(a, t->leaves, r->leaves[i]);
    VEC_PUSH(a, t->items, r->items[i]);
  }
  for (uint32_t i = next; i < to->leaves.n; i++) {
    VEC_PUSH(a, t->leaves, to->leaves.at[i]);
    VEC_PUSH(a, t->items, to->items.at[i]);
  }
  return t;
}

layout_list *flows_go_on(flows *f, const layout_list *list, uint32_t from, mpt width, uint32_t *at) {
  entry_for(f, list->width)->used = from;
  flow_list *e = entry_for(f, width);
  layout_list *to = e->list;
  *at = from;
  if (to == list) return to;
  const layout_leaf *leaf = &list->leaves.at[from];
  uint32_t first = first_of_unit(to, leaf->unit), next = first_of_unit(to, leaf->unit + 1);
  *at = first;
  if (from == 0 || list->leaves.at[from - 1].unit != leaf->unit || first == next) return to;
  uint32_t end = first_of_unit(list, leaf->unit + 1);
  rest r = leaf->kind == LEAF_LINE ? rest_of_paragraph(f, list, from, end, width)
                                   : rest_as_it_is(f->layout->sequence, list, from, end);
  if (r.n) { /* behind the unit all is as in the other list */
    mpt size = r.items[r.n - 1].size;
    r.items[r.n - 1] = to->items.at[next - 1];
    r.items[r.n - 1].size = size;
  }
  for (uint32_t i = 0; i < r.n; i++) {
    r.leaves[i].box = to->leaves.at[first].box;
    r.leaves[i].x = to->leaves.at[first].x;
  }
  if (r.n > next - first || next - r.n < e->used || next == r.n) {
    e->list = tail_list(f, list, from, &r, to, next);
    e->used = *at = 1;
    return e->list;
  }
  *at = next - r.n;
  for (uint32_t i = 0; i < r.n; i++) {
    to->leaves.at[*at + i] = r.leaves[i];
    to->items.at[*at + i] = r.items[i];
  }
  return to;
}
