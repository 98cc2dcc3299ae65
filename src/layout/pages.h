/* pages: a page sequence from its flow to finished pages.
 *
 *   lists of the flow (flows.h)  ->  plan (plan.c): which leaves on which page  ->  pages (pages.c): areas, to the sink
 */
#ifndef PLIEGO_LAYOUT_PAGES_H
#define PLIEGO_LAYOUT_PAGES_H

#include "layout/flows.h"
#include "layout/layout.h"
#include "layout/pageclass.h"

/* One page of the plan: leaves from .. to-1 of `list` (equal on a blank page). */
typedef struct page_plan {
  const fo_page_master *master;
  const layout_list *list;
  uint32_t from, to;
  int number;
  bool blank;
} page_plan;

typedef struct page_plans {
  page_plan *at;
  uint32_t n;
} page_plans;

/* Where the flow is broken into pages: total fit. In `l->sequence`. */
page_plans pages_plan(layout *l, flows *f, page_classes *classes);

/* Lays one fo:page-sequence out and gives its pages to the sink. `next`: the page sequence that follows, or NULL. */
void layout_page_sequence(layout *l, const fo_node *sequence, const fo_node *next);

#endif
