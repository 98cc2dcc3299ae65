#include "layout/region.h"

#include <string.h>

#include "layout/compose.h"
#include "layout/container.h"

int region_rotation(const fo_region *r) {
  int turn = r->node ? r->node->style->inherited->reference_orientation % 360 : 0;
  return turn < 0 ? turn + 360 : turn;
}

static bool lies_across(const fo_region *r) {
  int turn = region_rotation(r);
  return turn == 90 || turn == 270;
}

mpt region_width(const fo_region *r) {
  return mpt_max(lies_across(r) ? r->content_height : r->content_width, 0);
}

mpt region_height(const fo_region *r) {
  return mpt_max(lies_across(r) ? r->content_width : r->content_height, 0);
}

area *region_open(compose *c, const fo_region *r, area *page_areas) {
  const fo_style *s = r->node->style;
  uint8_t sides = 0;
  for (int i = 0; i < 4; i++) {
    if (s->box->border[i].width) sides |= (uint8_t)(1u << i);
  }
  if (sides || s->box->background.a || s->box->background_image) {
    area *box = area_new(c->arena, AREA_BLOCK, r->node, TAG_ARTIFACT, r->x, r->y, r->width, r->height);
    box->sides = sides;
    area_append(page_areas, box);
  }
  area *view = area_new(c->arena, AREA_VIEWPORT, r->node, TAG_ARTIFACT, r->content_x, r->content_y, r->content_width,
                        r->content_height);
  view->rotation = (int16_t)region_rotation(r);
  view->clip = s->size->overflow == FO_HIDDEN;
  return view;
}

static const fo_node *static_content_for(const fo_node *sequence, const char *region) {
  for (const fo_node *n = sequence->first; n; n = n->next) {
    const char *flow_name = n->style->page->flow_name;
    if (n->element == FO_ELEMENT_STATIC_CONTENT && flow_name && strcmp(flow_name, region) == 0) return n;
  }
  return NULL;
}

void region_static(compose *c, fo_region_kind kind, area *page_areas) {
  layout *l = c->layout;
  const fo_region *r = &c->page->master->region[kind];
  if (!r->node) return;
  area *view = region_open(c, r, page_areas);
  const fo_node *content = static_content_for(c->page->sequence, r->name);
  if (!content) return;
  layout_list *list = layout_list_build(l, l->page, content, region_width(r));
  if (l->dump_items) layout_list_dump(l, list, l->dump_items);
  area_append(page_areas, view);
  bool artifact = c->artifact;
  c->artifact = true;
  mpt64 excess = layout_viewport_fill(c, list, view, r->node->style->inherited->display_align);
  c->artifact = artifact;
  if (excess) layout_report_excess(l, DIAG_REGION_TOO_LOW, content, r->name, excess);
}
