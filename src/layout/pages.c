#include "layout/pages.h"

#include <string.h>

#include "layout/compose.h"
#include "layout/markers.h"
#include "layout/number.h"
#include "layout/references.h"
#include "layout/region.h"

/* ---- numbers ---- */

static int first_number(int next, int initial) {
  if (initial > 0) return initial;
  if (initial == -1) return next | 1;
  if (initial == -2) return next + (next & 1);
  return next;
}

/* The parity that force-page-count asks of the last page's number (XSL 1.1, 7.27); -1: none. */
static int last_parity(const fo_node *sequence, const fo_node *next, int first) {
  switch (sequence->style->page->force_page_count) {
  case FO_EVEN: return (first + 1) & 1;
  case FO_ODD: return first & 1;
  case FO_END_ON_EVEN: return 0;
  case FO_END_ON_ODD: return 1;
  case FO_AUTO: {
    int initial = next ? next->style->page->initial_page_number : 0;
    if (initial == -1) return 0;
    if (initial == -2) return 1;
    return initial > 0 ? (initial + 1) & 1 : -1;
  }
  default: return -1;
  }
}

static const char *label_of(arena *a, const fo_node *sequence, int number) {
  return number_format(a, number, sequence->style->page);
}

/* ---- what is known before composing ---- */

static void foresee_leaf(layout *l, const layout_leaf *leaf, int number, const char *label) {
  for (uint32_t k = 0; k < leaf->anchor_count; k++) references_begin(l->references, leaf->anchors[k], number, label);
  for (uint32_t k = 0; k < leaf->end_count; k++) references_end(l->references, leaf->ends[k], number, label);
  if (leaf->kind != LEAF_LINE) return;
  const text_break *b = &leaf->u.line.breaks->line[leaf->index];
  for (uint32_t k = 0; k < b->anchor_count; k++) {
    references_begin(l->references, b->anchors[k], number, label);
    references_end(l->references, b->anchors[k], number, label);
  }
}

static void foresee(layout *l, const fo_node *sequence, page_plans plans) {
  for (uint32_t i = 0; i < plans.n; i++) {
    const page_plan *p = &plans.at[i];
    arena_mark m = arena_save(l->scratch);
    const char *label = label_of(l->scratch, sequence, p->number);
    if (i == 0) references_begin(l->references, sequence, p->number, label);
    for (uint32_t k = p->from; k < p->to; k++) foresee_leaf(l, &p->list->leaves.at[k], p->number, label);
    if (i + 1 == plans.n) references_end(l->references, sequence, p->number, label);
    arena_restore(l->scratch, m);
  }
}

/* ---- one page ---- */

static void report_overfull(layout *l, const page_plan *plan, const page *p, mpt64 excess) {
  const fo_node *n = plan->list->leaves.at[plan->from].node;
  layout_report_excess(l, DIAG_PAGE_TOO_LOW, n ? n : plan->list->container, p->label, excess);
}

static area *compose_body(compose *c, const page_plan *plan, area *page_areas) {
  const layout_list *list = plan->list;
  const fo_region *body = &plan->master->region[REGION_BODY];
  if (!body->node) return NULL;
  area *view = region_open(c, body, page_areas);
  mpt height = region_height(body);
  mpt64 room = (mpt64)height - layout_list_extent(list, plan->from, plan->to), shrink = 0;
  for (uint32_t i = plan->from; i + 1 < plan->to; i++) shrink += list->items.at[i].shrink;
  if (room < 0) c->squeeze = mpt_clamp(-room < shrink ? -room : shrink);
  fo_enum align = body->node->style->inherited->display_align;
  mpt y = room <= 0 ? 0 : align == FO_AFTER ? mpt_clamp(room) : align == FO_CENTER ? mpt_clamp(room / 2) : 0;
  layout_list_compose(c, list, plan->from, plan->to, view, 0, y);
  if (plan->from < plan->to && room + shrink < 0) report_overfull(c->layout, plan, c->page, -(room + shrink));
  return view;
}

static void emit_page(layout *l, const fo_node *sequence, const page_plan *plan) {
  static const fo_region_kind order[] = {REGION_BEFORE, REGION_AFTER, REGION_START, REGION_END};
  arena_reset(l->page);
  page p = {.index = l->page_count++, .number = plan->number, .master = plan->master, .sequence = sequence};
  p.label = label_of(l->page, sequence, plan->number);
  p.blank = plan->blank;
  l->now = &p;
  markers_begin_page(l->markers);
  compose c = {.layout = l, .arena = l->page, .page_index = p.index, .page = &p};
  area body = {0}, around = {0}; /* the flow is composed first: static content shows its markers */
  area *view = compose_body(&c, plan, &body);
  for (size_t i = 0; i < sizeof order / sizeof *order; i++) region_static(&c, order[i], &around);
  if (view) area_append(&body, view);
  p.first = around.first ? around.first : body.first;
  if (around.last) around.last->next = body.first;
  p.pending = references_page_done(l->references, &p);
  l->now = NULL;
  l->sink.page(l->sink.context, &p);
}

/* ---- the sequence ---- */

static const fo_node *child_of(const fo_node *n, fo_element e) {
  const fo_node *c = n->first;
  while (c && c->element != e) c = c->next;
  return c;
}

static void check_flow_names(layout *l, const fo_node *flow, const fo_page_master *m) {
  const char *name = flow->style->page->flow_name;
  if (name && strcmp(name, m->region[REGION_BODY].name)) {
    diag_add_once(l->diags, DIAG_FLOW_NOT_BODY, fo_place(l->fo, flow), name, m->region[REGION_BODY].name,
                  (const char *)NULL);
  }
}

static bool is_region_of(const fo_master_automaton *m, const char *name) {
  for (int state = 0; state < fo_master_state_count(m); state++) {
    for (int k = 0; k < 16; k++) {
      fo_master_choice c = fo_master_choose(m, (fo_master_state)state, k & 1 ? 1 : 2, k & 2, k & 4, k & 8);
      for (int r = 0; r < REGION_COUNT; r++) {
        if (c.master->region[r].node && !strcmp(c.master->region[r].name, name)) return true;
      }
    }
  }
  return false;
}

static void check_static_names(layout *l, const fo_node *sequence, const fo_master_automaton *m) {
  for (const fo_node *n = sequence->first; n; n = n->next) {
    const char *name = n->style->page->flow_name;
    if (n->element != FO_ELEMENT_STATIC_CONTENT || !name || is_region_of(m, name)) continue;
    diag_add_once(l->diags, DIAG_STATIC_NOWHERE, fo_place(l->fo, n), name, (const char *)NULL);
  }
}

void layout_page_sequence(layout *l, const fo_node *sequence, const fo_node *next) {
  const fo_master_automaton *masters = fo_masters_find(l->masters, sequence->style->page->master_reference);
  const fo_node *flow = child_of(sequence, FO_ELEMENT_FLOW);
  if (!masters) return;
  if (!flow) {
    diag_add(l->diags, DIAG_NO_FLOW, fo_place(l->fo, sequence), (const char *)NULL);
    return;
  }
  markers_begin_sequence(l->markers);
  int first = first_number(l->next_number, sequence->style->page->initial_page_number);
  page_classes classes = page_classes_new(l->sequence, masters, first, last_parity(sequence, next, first));
  check_flow_names(l, flow, page_classes_turn(&classes, 0, FO_AUTO, false)->master);
  check_static_names(l, sequence, masters);
  l->body_height = classes.tallest;
  page_plans plans = pages_plan(l, flows_new(l, flow), &classes);
  foresee(l, sequence, plans);
  for (uint32_t i = 0; i < plans.n; i++) emit_page(l, sequence, &plans.at[i]);
  l->next_number = plans.at[plans.n - 1].number + 1;
  arena_reset(l->sequence);
  references_flush(l->references);
}
