#include "layout/list.h"

#include "layout/collect.h"
#include "layout/layout.h"
#include "layout/space.h"

_Static_assert(FO_KEYWORD_COUNT < 256, "a break's keyword must fit solver_item.flag");

int list_keep_strength(fo_keep k) {
  int s = k.page > k.column ? k.page : k.column;
  return s == FO_KEEP_ALWAYS ? KEEP_WEIGHT_ALWAYS : s > KEEP_WEIGHT_NUMBER ? KEEP_WEIGHT_NUMBER : s;
}

mpt list_content_x(const list_builder *b, const fo_node *node) {
  return mpt_clamp((mpt64)b->x + fo_length_at(node->style->indent->start_indent, b->width));
}

mpt list_content_width(const list_builder *b, const fo_node *node) {
  fo_length own = node->style->size->inline_progression.opt;
  if (node->element == FO_ELEMENT_BLOCK_CONTAINER && !fo_length_is_auto(own)) {
    return mpt_max(fo_length_at(own, b->width), 0);
  }
  mpt64 w = (mpt64)b->width - fo_length_at(node->style->indent->start_indent, b->width) -
            fo_length_at(node->style->indent->end_indent, b->width);
  return w < 0 ? 0 : mpt_clamp(w);
}

/* ---- the pending join ---- */

static mpt add(mpt a, mpt64 b) {
  return mpt_clamp(a + b);
}

static void clear_join(list_builder *b) {
  b->spaces.n = 0;
  b->space_split = 0;
  b->space_opened = b->space_fenced = false;
  b->gap = b->stretch = b->shrink = b->pre = b->post = 0;
  b->keep = 0;
  b->break_kind = FO_AUTO;
  b->break_empty = false;
}

/* Resolves the spaces collected so far into gap, pre and post. `ends`: a reference area ends behind them. */
static void resolve_spaces(list_builder *b, bool ends) {
  const fo_space *s = b->spaces.at;
  size_t n = b->spaces.n, split = b->space_split;
  fo_space whole = space_resolve(s, n, b->space_fenced, ends);
  b->gap = add(b->gap, whole.opt);
  b->stretch = add(b->stretch, whole.max - whole.opt);
  b->shrink = add(b->shrink, whole.opt - whole.min);
  /* An edge that is retained at the break fences the space off from the page's edge. */
  bool page_ends = ends || b->join_pre == 0, page_begins = b->space_fenced || b->join_post == 0;
  b->pre = add(b->pre, space_resolve(s, split, b->space_fenced, page_ends).opt);
  b->post = add(b->post, space_resolve(s + split, n - split, page_begins, ends).opt);
  b->spaces.n = 0;
}

void list_fence(list_builder *b, bool begin) {
  if (!begin) b->space_split = b->spaces.n;
  resolve_spaces(b, !begin);
  b->space_split = 0;
  b->space_fenced = begin;
  b->space_opened = begin;
}

static void finish_join(list_builder *b) {
  layout_list *l = b->list;
  if (!l->items.n) {
    b->space_split = 0;
    l->lead = add(b->post, space_resolve(b->spaces.at, b->spaces.n, b->space_fenced || b->reference, false).opt);
    l->first_break = b->break_kind;
    l->keep_before = b->keep;
    clear_join(b);
    return;
  }
  if (!b->space_opened) b->space_split = b->spaces.n;
  resolve_spaces(b, false);
  solver_item *it = &l->items.at[l->items.n - 1];
  it->gap = add(it->gap, b->gap);
  it->stretch = add(it->stretch, b->stretch);
  it->shrink = add(it->shrink, b->shrink);
  layout_leaf *leaf = &l->leaves.at[l->leaves.n - 1];
  leaf->together = (uint16_t)b->join_together;
  leaf->space_pre = b->pre;
  leaf->space_post = b->post;
  it->pre = add(it->pre, (mpt64)b->pre + b->join_pre);
  it->post = add(it->post, (mpt64)b->post + b->join_post);
  int keep = b->keep > b->join_together ? b->keep : b->join_together;
  if (keep > it->keep) it->keep = (uint16_t)keep;
  if (b->break_kind != FO_AUTO) {
    it->break_kind = SOLVER_MUST;
    it->flag = (uint8_t)b->break_kind;
  }
  if (it->break_kind == SOLVER_MUST) {
    it->keep = 0;
    if (!it->flag) it->flag = FO_PAGE;
  }
  clear_join(b);
}

static void attach(list_builder *b, const fo_node ***to, uint32_t *count, const fo_node *const *nodes, size_t n) {
  if (!n) return;
  *to = arena_grow(b->arena, *to, *count * sizeof **to, (*count + n) * sizeof **to);
  for (size_t i = 0; i < n; i++) (*to)[(*count)++] = nodes[i];
}

static void attach_waiting(list_builder *b, layout_leaf *leaf) {
  attach(b, &leaf->anchors, &leaf->anchor_count, b->anchors.at, b->anchors.n);
  attach(b, &leaf->ends, &leaf->end_count, b->pending_ends.at, b->pending_ends.n);
  b->anchors.n = b->pending_ends.n = 0;
}

static layout_leaf *last_leaf(const list_builder *b) {
  return b->list->leaves.n ? &b->list->leaves.at[b->list->leaves.n - 1] : NULL;
}

static uint32_t next_unit(const list_builder *b) {
  const layout_leaf *last = last_leaf(b);
  return last ? last->unit + 1 : 0;
}

static bool same_unit(const layout_leaf *a, const layout_leaf *b) {
  if (!a || a->kind != b->kind) return false;
  switch (a->kind) {
  case LEAF_LINE: return a->u.line.paragraph == b->u.line.paragraph;
  case LEAF_CUT: return a->u.table == b->u.table;
  case LEAF_PAIR: return a->u.pair == b->u.pair;
  default: return false;
  }
}

void list_push(list_builder *b, layout_leaf leaf, mpt size) {
  layout_list *l = b->list;
  const layout_leaf *before = last_leaf(b);
  leaf.unit = same_unit(before, &leaf) ? before->unit : next_unit(b);
  finish_join(b);
  leaf.box = b->box;
  leaf.anchors = leaf.ends = NULL;
  leaf.anchor_count = leaf.end_count = 0;
  leaf.space_pre = leaf.space_post = 0;
  attach_waiting(b, &leaf);
  VEC_PUSH(l->arena, l->leaves, leaf);
  VEC_PUSH(l->arena, l->items, (solver_item){.size = size < 0 ? 0 : size});
  b->join_together = b->keep_together;
  b->join_pre = b->edge_pre;
  b->join_post = b->edge_post;
}

void list_join(list_builder *b, mpt pre, mpt post, int keep_strength, int penalty, uint8_t break_kind) {
  if (!b->list->items.n) return;
  solver_item *it = &b->list->items.at[b->list->items.n - 1];
  it->pre = add(it->pre, pre);
  it->post = add(it->post, post);
  if (keep_strength > it->keep) it->keep = (uint16_t)keep_strength;
  it->penalty += penalty;
  if (break_kind > it->break_kind) it->break_kind = break_kind;
}

void list_space(list_builder *b, const fo_space *s, fo_side side) {
  if (side == SIDE_BEFORE && !b->space_opened) {
    b->space_opened = true;
    b->space_split = b->spaces.n;
  }
  if (!space_is_void(s)) VEC_PUSH(b->arena, b->spaces, *s);
}

void list_keep(list_builder *b, int strength) {
  if (strength > b->keep) b->keep = strength;
}

static void push_empty(list_builder *b, const fo_node *node) {
  list_push(b, (layout_leaf){.kind = LEAF_EMPTY, .node = node}, 0);
}

static int break_rank(fo_enum kind) {
  switch (kind) {
  case FO_AUTO: return 0;
  case FO_COLUMN: return 1;
  case FO_PAGE: return 2;
  default: return 3;
  }
}

void list_break(list_builder *b, fo_enum kind) {
  if (break_rank(kind) == 0) return;
  layout_leaf *last = last_leaf(b);
  /* A break before the first child of a box was taken to the box's beginning (list_open). */
  if (last && last->kind == LEAF_EDGE && last->index == 0 && last->box == b->box) return;
  if (b->break_empty) push_empty(b, b->list->container); /* an empty block has a page of its own between two breaks */
  last = last_leaf(b);
  if (b->anchors.n || b->pending_ends.n) {
    /* An empty block with an id before a forced break stays on the page that ends. */
    if (last) attach_waiting(b, last);
    else push_empty(b, b->anchors.n ? b->anchors.at[0] : b->list->container);
  }
  if (break_rank(kind) >= break_rank(b->break_kind)) b->break_kind = kind;
}

void list_anchor(list_builder *b, const fo_node *node) {
  VEC_PUSH(b->arena, b->anchors, node);
}

void list_anchor_end(list_builder *b, const fo_node *node, bool had_leaf) {
  layout_leaf *last = last_leaf(b);
  if (had_leaf && last) attach(b, &last->ends, &last->end_count, &node, 1);
  else VEC_PUSH(b->arena, b->pending_ends, node);
}

/* ---- opening and closing ---- */

static bool has_marker(const fo_node *n) {
  for (const fo_node *c = n->first; c; c = c->next) {
    if (c->element == FO_ELEMENT_MARKER) return true;
  }
  return false;
}

void list_anchor_node(list_builder *b, const fo_node *node) {
  if (node->style->reference->id) list_anchor(b, node);
  for (const fo_node *c = node->first; c; c = c->next) {
    if (c->element == FO_ELEMENT_MARKER) list_anchor(b, c);
  }
}

void list_anchor_node_end(list_builder *b, const fo_node *node, bool had_leaf) {
  if (node->style->reference->id) list_anchor_end(b, node, had_leaf);
  if (!has_marker(node)) return;
  for (const fo_node *c = node->first; c; c = c->next) {
    if (c->element == FO_ELEMENT_MARKER) list_anchor_end(b, c, had_leaf);
  }
}

static mpt edge_size(const list_builder *b, const fo_box_style *s, fo_side side, bool retained_only) {
  mpt64 e = 0;
  if (!retained_only || s->border[side].retain) e += s->border[side].width;
  if (!retained_only || s->padding[side].retain) e += fo_length_at(s->padding[side].width, b->width);
  return e < 0 ? 0 : mpt_clamp(e);
}

static bool paints(const fo_box_style *s) {
  if (s->background.a || s->background_image) return true;
  for (int i = 0; i < 4; i++) {
    if (s->border[i].width) return true;
  }
  return false;
}

/* The box of a block, or NULL when it has nothing to paint and no edges. */
static layout_box *make_box(list_builder *b, const fo_node *node) {
  const fo_box_style *s = node->style->box;
  if (node->element == FO_ELEMENT_TABLE) return NULL;
  mpt before = edge_size(b, s, SIDE_BEFORE, false), after = edge_size(b, s, SIDE_AFTER, false);
  if (!before && !after && !paints(s)) return NULL;
  layout_box *x = ARENA_NEW(b->arena, layout_box);
  x->node = node;
  x->parent = b->box;
  x->depth = b->box ? b->box->depth + 1 : 1;
  mpt start = edge_size(b, s, SIDE_START, false), end = edge_size(b, s, SIDE_END, false);
  x->x = mpt_clamp((mpt64)list_content_x(b, node) - start);
  x->width = mpt_clamp((mpt64)list_content_width(b, node) + start + end);
  x->before = before;
  x->after = after;
  x->retained_before = edge_size(b, s, SIDE_BEFORE, true);
  x->retained_after = edge_size(b, s, SIDE_AFTER, true);
  x->first_unit = next_unit(b);
  return x;
}

static const fo_node *first_block_child(const fo_node *n) {
  if (n->element != FO_ELEMENT_BLOCK && n->element != FO_ELEMENT_LIST_BLOCK &&
      n->element != FO_ELEMENT_BLOCK_CONTAINER) {
    return NULL;
  }
  const fo_node *c = n->first;
  while (c && (c->element == FO_ELEMENT_MARKER || collect_is_blank(c))) c = c->next;
  return c && c->element != FO_TEXT ? c : NULL;
}

/* A break or keep before the first child of a box is one before the box: no area stands in front of the child but its
 * ancestors' (4.8). */
static void hoist_first_child(list_builder *b, const fo_node *node) {
  for (const fo_node *c = first_block_child(node); c; c = first_block_child(c)) {
    list_break(b, c->style->block->break_before);
    list_keep(b, list_keep_strength(c->style->block->keep_with_previous));
  }
}

void list_open(list_builder *b, const fo_node *node) {
  const fo_block_style *s = node->style->block;
  list_break(b, s->break_before);
  list_keep(b, list_keep_strength(s->keep_with_previous));
  layout_box *box = make_box(b, node);
  if (box && box->before) hoist_first_child(b, node);
  list_anchor_node(b, node);
  list_space(b, &s->space_before, SIDE_BEFORE);
  list_frame f = {.node = node, .outer_box = b->box, .box = box, .outer_together = b->keep_together};
  f.first_leaf = (uint32_t)b->list->leaves.n;
  f.outer_pre = b->edge_pre;
  f.outer_post = b->edge_post;
  VEC_PUSH(b->arena, b->frames, f);
  int together = list_keep_strength(s->keep_together);
  if (together > b->keep_together) b->keep_together = together;
  if (!box) return;
  b->box = box;
  b->edge_pre = add(b->edge_pre, box->retained_after);
  b->edge_post = add(b->edge_post, box->retained_before);
  if (box->before) {
    list_push(b, (layout_leaf){.kind = LEAF_EDGE, .node = node}, box->before);
    list_join(b, 0, 0, 0, 0, SOLVER_NEVER);
  }
}

static void close_box(list_builder *b, layout_box *box, bool has_leaf) {
  if (box->after) {
    int keep = b->keep;
    fo_enum break_kind = b->break_kind;
    bool break_empty = b->break_empty;
    if (has_leaf) { /* what follows the last child follows the box */
      b->keep = 0;
      b->break_kind = FO_AUTO;
      b->break_empty = false;
      list_join(b, 0, 0, 0, 0, SOLVER_NEVER);
    }
    list_push(b, (layout_leaf){.kind = LEAF_EDGE, .index = 1, .node = box->node}, box->after);
    if (has_leaf) {
      b->keep = keep;
      b->break_kind = break_kind;
      b->break_empty = break_empty;
    }
  }
  box->end_unit = next_unit(b);
}

void list_close(list_builder *b, const fo_node *node) {
  const fo_block_style *s = node->style->block;
  list_frame f = b->frames.at[--b->frames.n];
  if (f.box) close_box(b, f.box, b->list->leaves.n > f.first_leaf);
  bool had_leaf = b->list->leaves.n > f.first_leaf;
  b->box = f.outer_box;
  b->keep_together = f.outer_together;
  b->edge_pre = f.outer_pre;
  b->edge_post = f.outer_post;
  if (b->join_together > b->keep_together) b->join_together = b->keep_together;
  b->join_pre = mpt_min(b->join_pre, b->edge_pre);
  b->join_post = mpt_min(b->join_post, b->edge_post);
  list_anchor_node_end(b, node, had_leaf);
  if (!had_leaf && break_rank(s->break_before)) b->break_empty = true;
  list_space(b, &s->space_after, SIDE_AFTER);
  list_keep(b, list_keep_strength(s->keep_with_next));
  list_break(b, s->break_after);
}

/* ---- the whole list ---- */

list_builder list_builder_new(layout *l, arena *a, const fo_node *container, mpt width) {
  list_builder b = {.layout = l, .arena = a, .width = width};
  b.list = ARENA_NEW(a, layout_list);
  b.list->arena = a;
  b.list->container = container;
  b.list->width = width;
  b.list->first_break = b.break_kind = FO_AUTO;
  b.reference = container->element != FO_ELEMENT_LIST_ITEM_LABEL && container->element != FO_ELEMENT_LIST_ITEM_BODY;
  b.keep_together = list_keep_strength(container->style->block->keep_together);
  return b;
}

void list_builder_finish(list_builder *b) {
  layout_list *l = b->list;
  if (b->break_empty) push_empty(b, l->container);
  if (b->anchors.n || b->pending_ends.n) {
    layout_leaf *last = last_leaf(b);
    if (last) attach_waiting(b, last);
    else push_empty(b, b->anchors.n ? b->anchors.at[0] : l->container);
  }
  if (!l->items.n) return;
  b->space_split = b->spaces.n;
  resolve_spaces(b, b->reference);
  solver_item *it = &l->items.at[l->items.n - 1];
  it->pre = add(it->pre, b->pre);
  l->leaves.at[l->leaves.n - 1].space_pre = b->pre;
  it->gap = it->stretch = it->shrink = it->post = 0;
  it->break_kind = SOLVER_MAY;
  it->keep = 0;
  l->keep_after = b->keep;
}

mpt64 layout_list_extent(const layout_list *list, uint32_t from, uint32_t to) {
  if (from >= to) return 0;
  const solver_item *it = list->items.at;
  mpt64 e = from ? it[from - 1].post : list->lead;
  for (uint32_t i = from; i < to; i++) e += (mpt64)it[i].size + (i + 1 < to ? it[i].gap : it[i].pre);
  return e;
}
