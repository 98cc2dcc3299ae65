#include "layout/container.h"

#include "layout/collect.h"
#include "layout/compose.h"
#include "layout/layout.h"

struct layout_container {
  const fo_node *node;
  const layout_list *list;
  mpt width, height; /* of the viewport: the content rectangle as it stands on the page */
  int rotation;
};

/* The turn against what is around it (reference-orientation is counted from the enclosing reference area, 7.21.3). */
static int rotation_of(const fo_node *n) {
  int own = n->style->inherited->reference_orientation;
  int outer = n->parent ? n->parent->style->inherited->reference_orientation : 0;
  return ((own - outer) % 360 + 360) % 360;
}

static bool is_given(fo_length l) {
  return !fo_length_is_auto(l) && l.percent == 0;
}

static mpt height_of(const fo_node *n) {
  const fo_range *r = &n->style->size->block_progression;
  fo_length h = is_given(r->opt) ? r->opt : is_given(r->max) && is_given(r->min) ? r->min : (fo_length){.is_auto = 1};
  return fo_length_is_auto(h) ? -1 : h.length < 0 ? 0 : h.length;
}

static void push_undivided(list_builder *b, const fo_node *node, mpt height, int rotation) {
  layout_container *k = ARENA_NEW(b->arena, layout_container);
  k->node = node;
  k->rotation = rotation;
  k->width = list_content_width(b, node);
  bool turned = rotation == 90 || rotation == 270;
  /* Turned content without a height has lines as long as the area around it is wide. */
  mpt line = turned ? (height >= 0 ? height : k->width) : k->width;
  list_builder inner = list_builder_new(b->layout, b->arena, node, line);
  list_children(&inner, node);
  list_builder_finish(&inner);
  k->list = inner.list;
  mpt extent = mpt_clamp(layout_list_extent(k->list, 0, (uint32_t)k->list->items.n));
  k->height = height >= 0 ? height : turned ? line : extent;
  if (turned && fo_length_is_auto(node->style->size->inline_progression.opt)) k->width = extent;
  layout_leaf leaf = {.kind = LEAF_CONTAINER, .node = node, .x = list_content_x(b, node)};
  leaf.u.container = k;
  list_push(b, leaf, k->height);
}

/* Room that is left of a minimum height stands behind the content. There is such a leaf at every width. */
static void push_filler(list_builder *b, const fo_node *node, uint32_t first) {
  fo_length min = node->style->size->block_progression.min;
  if (!is_given(min)) return;
  mpt64 extent = layout_list_extent(b->list, first, (uint32_t)b->list->items.n);
  list_push(b, (layout_leaf){.kind = LEAF_EMPTY, .node = node},
            extent < min.length ? mpt_clamp(min.length - extent) : 0);
}

static void push_divided(list_builder *b, const fo_node *node) {
  mpt x = b->x, width = b->width;
  mpt inner_x = list_content_x(b, node), inner_width = list_content_width(b, node);
  b->x = inner_x;
  b->width = inner_width;
  list_fence(b, true);
  uint32_t first = (uint32_t)b->list->items.n;
  list_children(b, node);
  push_filler(b, node, first);
  list_fence(b, false);
  b->x = x;
  b->width = width;
}

void layout_container_push(list_builder *b, const fo_node *node) {
  mpt height = height_of(node);
  int rotation = rotation_of(node);
  list_open(b, node);
  if (height >= 0 || rotation) push_undivided(b, node, height, rotation);
  else push_divided(b, node);
  list_close(b, node);
}

/* ---- composing ---- */

static mpt align_offset(fo_enum display_align, mpt64 room) {
  if (room <= 0) return 0;
  return display_align == FO_AFTER ? mpt_clamp(room) : display_align == FO_CENTER ? mpt_clamp(room / 2) : 0;
}

mpt64 layout_viewport_fill(compose *c, const layout_list *list, area *view, fo_enum display_align) {
  uint32_t n = (uint32_t)list->items.n;
  bool turned = view->rotation == 90 || view->rotation == 270;
  mpt64 room = (mpt64)(turned ? view->width : view->height) - layout_list_extent(list, 0, n);
  layout_list_compose(c, list, 0, n, view, 0, align_offset(display_align, room));
  return room < 0 ? -room : 0;
}

void layout_container_compose(compose *c, const layout_container *k, area *parent, mpt x, mpt y) {
  const fo_style *s = k->node->style;
  area *view = area_new(c->arena, AREA_VIEWPORT, k->node, compose_tag(c, k->node->tag), x, y, k->width, k->height);
  view->rotation = (int16_t)k->rotation;
  view->clip = s->size->overflow == FO_HIDDEN;
  area_append(parent, view);
  mpt64 excess = layout_viewport_fill(c, k->list, view, s->inherited->display_align);
  if (excess) layout_report_excess(c->layout, DIAG_CONTAINER_TOO_LOW, k->node, NULL, excess);
}
