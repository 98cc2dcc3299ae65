/* compose: a part of a list as areas.
 *
 * The leaves are walked with a stack of the boxes that are open. A box that began on an earlier part is opened first,
 * with the edge it retains; a box that goes on into the next part is closed last:
 *
 *     y -> | retained edges of A, B | space | leaf  gap  leaf ... leaf | space | retained edges of B, A |
 *            A and B go on from before                                           A and B go on behind
 */
#include "layout/compose.h"

#include "layout/container.h"
#include "layout/layout.h"
#include "layout/markers.h"
#include "layout/references.h"

typedef struct open_box {
  const layout_box *box;
  area *area;    /* where its content goes: its own area, or the one around it when it paints nothing */
  mpt64 x, y;    /* origin of `area`, from the origin of the parent given */
  mpt64 top;     /* of the border box */
  bool has_area; /* `area` is its own */
} open_box;

typedef struct walk {
  compose *c;
  const layout_list *list;
  uint32_t from, to;
  area *parent;
  mpt x;
  mpt64 y;
  VEC(open_box) open;
  mpt squeeze;                      /* to take from the joins */
  mpt64 shrink, shrink_seen, taken; /* of all joins; of those passed */
} walk;

tag_id compose_tag(const compose *c, tag_id tag) {
  return c->artifact ? TAG_ARTIFACT : tag;
}

void compose_anchor(compose *c, const fo_node *node, area *parent, mpt x, mpt y) {
  layout *l = c->layout;
  if (node->element == FO_ELEMENT_MARKER) {
    if (!c->artifact) markers_begin(l->markers, node);
    return;
  }
  if (!node->style->reference->id) return;
  references_begin(l->references, node, c->page->number, c->page->label);
  if (!references_place(l->references, node)) return; /* a running head, a repeated header: once is enough */
  area_append(parent, area_new(c->arena, AREA_ANCHOR, node, compose_tag(c, node->tag), x, y, 0, 0));
}

void compose_anchor_end(compose *c, const fo_node *node) {
  if (node->element == FO_ELEMENT_MARKER) {
    if (!c->artifact) markers_end(c->layout->markers, node);
  } else {
    references_end(c->layout->references, node, c->page->number, c->page->label);
  }
}

/* ---- boxes ---- */

static area *inner_area(const walk *w) {
  return w->open.n ? w->open.at[w->open.n - 1].area : w->parent;
}

static mpt64 inner_x(const walk *w) {
  return w->open.n ? w->open.at[w->open.n - 1].x : 0;
}

static mpt64 inner_y(const walk *w) {
  return w->open.n ? w->open.at[w->open.n - 1].y : 0;
}

static bool box_paints(const fo_box_style *s) {
  if (s->background.a || s->background_image) return true;
  for (int i = 0; i < 4; i++) {
    if (s->border[i].width) return true;
  }
  return false;
}

/* The leaf is not the first of its paragraph, table or list item. */
static bool is_inside_unit(const layout_leaf *leaf) {
  return leaf->rest || (leaf->index && leaf->kind != LEAF_EDGE);
}

/* Of a box around the part's first leaf, around its last one. */
static bool goes_on_from_before(const walk *w, const layout_box *b) {
  const layout_leaf *first = &w->list->leaves.at[w->from];
  return b->first_unit < first->unit || (b->first_unit == first->unit && is_inside_unit(first));
}

static bool goes_on_behind(const walk *w, const layout_box *b) {
  return w->to < w->list->leaves.n && w->list->leaves.at[w->to].unit < b->end_unit;
}

static uint8_t painted_sides(const walk *w, const layout_box *b) {
  const fo_border *border = b->node->style->box->border;
  uint8_t sides = 0;
  for (int i = 0; i < 4; i++) {
    if (border[i].width) sides |= (uint8_t)(1u << i);
  }
  if (goes_on_from_before(w, b) && !border[SIDE_BEFORE].retain) sides &= (uint8_t) ~(1u << SIDE_BEFORE);
  if (goes_on_behind(w, b) && !border[SIDE_AFTER].retain) sides &= (uint8_t) ~(1u << SIDE_AFTER);
  return sides;
}

static void open_one(walk *w, const layout_box *b) {
  open_box o = {.box = b, .area = inner_area(w), .x = inner_x(w), .y = inner_y(w), .top = w->y};
  if (box_paints(b->node->style->box)) {
    mpt64 x = (mpt64)w->x + b->x;
    area *own = area_new(w->c->arena, AREA_BLOCK, b->node, compose_tag(w->c, b->node->tag), mpt_clamp(x - o.x),
                         mpt_clamp(w->y - o.y), b->width, 0);
    own->sides = painted_sides(w, b);
    area_append(o.area, own);
    o = (open_box){.box = b, .area = own, .x = x, .y = w->y, .top = w->y, .has_area = true};
  }
  VEC_PUSH(w->c->arena, w->open, o);
  if (goes_on_from_before(w, b)) w->y += b->retained_before;
}

static void close_one(walk *w) {
  open_box *o = &w->open.at[--w->open.n];
  if (goes_on_behind(w, o->box)) w->y += o->box->retained_after;
  if (o->has_area) o->area->height = mpt_clamp(w->y - o->top);
}

/* Opens `b` and what is around it and not open, outermost first. */
static void open_to(walk *w, const layout_box *b, uint32_t open_depth) {
  for (uint32_t depth = open_depth + 1; b && depth <= b->depth; depth++) {
    const layout_box *at = b;
    while (at->depth > depth) at = at->parent;
    open_one(w, at);
  }
}

/* Closes what does not hold `b`. */
static void close_to(walk *w, const layout_box *b) {
  while (w->open.n) {
    const layout_box *top = w->open.at[w->open.n - 1].box, *at = b;
    while (at && at->depth > top->depth) at = at->parent;
    if (at == top) return;
    close_one(w);
  }
}

/* ---- leaves ---- */

static void anchors_of(walk *w, const layout_leaf *leaf, mpt64 y) {
  for (uint32_t k = 0; k < leaf->anchor_count; k++) {
    compose_anchor(w->c, leaf->anchors[k], inner_area(w), mpt_clamp(w->x + leaf->x - inner_x(w)),
                   mpt_clamp(y - inner_y(w)));
  }
}

static void ends_of(walk *w, const layout_leaf *leaf) {
  for (uint32_t k = 0; k < leaf->end_count; k++) compose_anchor_end(w->c, leaf->ends[k]);
}

static void line_anchors(walk *w, const text_break *b) {
  const page *p = w->c->page;
  for (uint32_t k = 0; k < b->anchor_count; k++) {
    const fo_node *n = b->anchors[k];
    if (n->element == FO_ELEMENT_MARKER) {
      if (w->c->artifact) continue;
      markers_begin(w->c->layout->markers, n);
      markers_end(w->c->layout->markers, n);
    } else {
      references_begin(w->c->layout->references, n, p->number, p->label);
      references_end(w->c->layout->references, n, p->number, p->label);
    }
  }
}

static void put_line(walk *w, const layout_leaf *leaf, mpt height) {
  compose *c = w->c;
  const text_breaks *br = leaf->u.line.breaks;
  line_anchors(w, &br->line[leaf->index]);
  const text_line *line =
      text_paragraph_set(leaf->u.line.paragraph, &c->layout->text_context, br, leaf->index, c->arena);
  area *a = area_new(c->arena, AREA_LINE, leaf->node, compose_tag(c, leaf->node->tag),
                     mpt_clamp(w->x + leaf->x - inner_x(w)), mpt_clamp(w->y - inner_y(w)), line->width, height);
  a->u.line = line;
  area_append(inner_area(w), a);
  if (line->pending) references_pending_line(c->layout->references, leaf->u.line.paragraph, br, leaf->index, a);
}

/* The end of the run of pieces of one table or list item that begins at i. */
static uint32_t run_end(const walk *w, uint32_t i) {
  const layout_leaf *leaf = w->list->leaves.at;
  uint32_t k = i + 1;
  while (k < w->to && leaf[k].kind == leaf[i].kind && leaf[k].index == leaf[k - 1].index + 1 &&
         (leaf[i].kind == LEAF_CUT ? leaf[k].u.table == leaf[i].u.table : leaf[k].u.pair == leaf[i].u.pair)) {
    k++;
  }
  return k;
}

/* Pieces i .. k-1 of a table or list item, with their anchors where each piece begins. */
static void put_run(walk *w, uint32_t i, uint32_t k) {
  const layout_leaf *leaf = &w->list->leaves.at[i];
  const solver_item *items = w->list->items.at;
  area *parent = inner_area(w);
  mpt x = mpt_clamp(w->x + leaf->x - inner_x(w)), y = mpt_clamp(w->y - inner_y(w));
  mpt64 at = w->y;
  for (uint32_t p = i; p < k; p++) {
    anchors_of(w, &w->list->leaves.at[p], at);
    at += (mpt64)items[p].size + items[p].gap;
  }
  mpt extent = leaf->kind == LEAF_CUT
                   ? layout_table_compose(w->c, leaf->u.table, leaf->index, leaf->index + (k - i), parent, x, y)
                   : layout_pair_compose(w->c, leaf->u.pair, leaf->index, leaf->index + (k - i), parent, x, y);
  for (uint32_t p = i; p < k; p++) ends_of(w, &w->list->leaves.at[p]);
  w->y += extent;
}

/* The gap at join i, with its share of the squeeze. */
static mpt64 gap_at(walk *w, uint32_t i) {
  const solver_item *it = &w->list->items.at[i];
  if (!w->squeeze || !it->shrink) return it->gap;
  w->shrink_seen += it->shrink;
  mpt64 taken = w->shrink > 0 ? muldiv(w->squeeze, w->shrink_seen, w->shrink) : 0;
  mpt64 gap = it->gap - (taken - w->taken);
  w->taken = taken;
  return gap;
}

static uint32_t put_leaf(walk *w, uint32_t i) {
  const layout_leaf *leaf = &w->list->leaves.at[i];
  mpt size = w->list->items.at[i].size;
  if (leaf->kind == LEAF_CUT || leaf->kind == LEAF_PAIR) {
    uint32_t k = run_end(w, i);
    put_run(w, i, k);
    return k;
  }
  anchors_of(w, leaf, w->y);
  if (leaf->kind == LEAF_LINE) put_line(w, leaf, size);
  if (leaf->kind == LEAF_CONTAINER) {
    layout_container_compose(w->c, leaf->u.container, inner_area(w), mpt_clamp(w->x + leaf->x - inner_x(w)),
                             mpt_clamp(w->y - inner_y(w)));
  }
  ends_of(w, leaf);
  w->y += size;
  return i + 1;
}

static void begin_part(walk *w) {
  const layout_leaf *leaf = w->list->leaves.at;
  if (w->from == 0) {
    w->y += w->list->lead;
    return;
  }
  const layout_box *b = leaf[w->from].box;
  while (b && !goes_on_from_before(w, b)) b = b->parent;
  open_to(w, b, 0);
  w->y += leaf[w->from - 1].space_post;
}

mpt layout_list_compose(compose *c, const layout_list *list, uint32_t from, uint32_t to, area *parent, mpt x, mpt y) {
  if (from >= to) return 0;
  walk w = {.c = c, .list = list, .from = from, .to = to, .parent = parent, .x = x, .y = y, .squeeze = c->squeeze};
  c->squeeze = 0;
  if (w.squeeze) {
    for (uint32_t i = from; i + 1 < to; i++) w.shrink += list->items.at[i].shrink;
  }
  const layout_leaf *leaf = list->leaves.at;
  begin_part(&w);
  for (uint32_t i = from; i < to;) {
    close_to(&w, leaf[i].box);
    open_to(&w, leaf[i].box, w.open.n ? w.open.at[w.open.n - 1].box->depth : 0);
    i = put_leaf(&w, i);
    if (i < to) {
      close_to(&w, leaf[i].box);
      w.y += gap_at(&w, i - 1);
    }
  }
  const layout_box *last = leaf[to - 1].box;
  while (last && !goes_on_behind(&w, last)) last = last->parent;
  close_to(&w, last);
  w.y += leaf[to - 1].space_pre;
  while (w.open.n) close_one(&w);
  return mpt_clamp(w.y - y);
}
