/* plan: where the pages of a page sequence end, by total fit (base/solver.h) over (leaf, page class).
 *
 * The body of a page is ragged at its bottom. What a page costs, first things first:
 *
 *   overflow   content that does not fit though nothing may be broken off it
 *   keep       the keep that the break at its end violates, by a weight: strengths are ranked, and one of a rank weighs
 *              more than all breaks of lower ranks together (4.8: a stronger keep is never given up for weaker ones)
 *   demerits   a constant (fewer pages), the square of the room left at the bottom in thousandths of the page (not on the
 *              last page or before a forced break), the penalty of the join (a hyphen), a page that ends with a few lines
 *
 * Where masters give bodies of different widths, the flow has a list for each (flows.h). Pages are then solved in runs
 * of one width: from a place on, with the lines of the width that the next page has; what the solution says is taken as
 * far as the width stays. Only a stretch of the list is looked at, twice as long each time that all of it was taken.
 */
#include "layout/pages.h"
#include "layout/region.h"

#define PAGE_COST 1000000
#define SHORT_PAGE 70   /* thousandths: a last page that is filled less than this looks stranded */
#define FIRST_STRETCH 4 /* pages that a run looks ahead at least, where widths differ */

typedef struct rank {
  uint16_t strength;
  int64_t weight;
} rank;

typedef struct planner {
  layout *layout;
  page_classes *classes;
  const layout_list *list;
  uint32_t base, n; /* leaves base .. base+n-1 of the list are solved */
  mpt lead;         /* before leaf `base` at the top of a page */
  rank *ranks;      /* by strength, rising */
  uint32_t rank_count;
} planner;

/* ---- weights of keeps ---- */

static void collect_strengths(planner *p, arena *scratch) {
  uint32_t n = (uint32_t)p->list->items.n;
  const solver_item *items = p->list->items.at;
  VEC(rank) ranks = {0};
  for (uint32_t i = 0; i + 1 < n; i++) {
    uint16_t s = items[i].keep;
    if (!s) continue;
    size_t at = ranks.n;
    while (at && ranks.at[at - 1].strength > s) at--;
    if (at && ranks.at[at - 1].strength == s) continue;
    VEC_PUSH(scratch, ranks, (rank){0});
    for (size_t k = ranks.n - 1; k > at; k--) ranks.at[k] = ranks.at[k - 1];
    ranks.at[at] = (rank){s, 0};
  }
  p->ranks = ranks.at;
  p->rank_count = (uint32_t)ranks.n;
}

/* With at most 2^bits breaks, rank k weighs 2^(bits * k). When 62 bits do not hold all ranks, the weakest share one. */
static void rank_keeps(planner *p, arena *scratch) {
  collect_strengths(p, scratch);
  int bits = 1;
  while (((uint64_t)1 << bits) <= p->n) bits++;
  uint32_t levels = (uint32_t)(62 / bits);
  uint32_t merged = p->rank_count > levels ? p->rank_count - levels : 0;
  for (uint32_t k = 0; k < p->rank_count; k++) {
    uint32_t level = k > merged ? k - merged : 0;
    p->ranks[k].weight = (int64_t)1 << ((uint32_t)bits * level);
  }
}

static int64_t keep_weight(const planner *p, uint16_t strength) {
  uint32_t low = 0, high = p->rank_count;
  if (!strength) return 0;
  while (low < high) {
    uint32_t mid = (low + high) / 2;
    if (p->ranks[mid].strength < strength) low = mid + 1;
    else high = mid;
  }
  return p->ranks[low].weight;
}

/* ---- what a page costs ---- */

/* The forced break before leaf `at` of a list. */
static fo_enum break_before(const layout_list *list, uint32_t at) {
  if (at == 0) return list->first_break;
  const solver_item *it = &list->items.at[at - 1];
  return it->break_kind == SOLVER_MUST ? it->flag : FO_AUTO;
}

static const page_turn *turn_from(const planner *p, uint32_t from, int class_before, bool last) {
  return page_classes_turn(p->classes, class_before, break_before(p->list, p->base + from), last);
}

/* Leaves up to `to` end the flow (not only the stretch that is looked at). */
static bool ends_flow(const planner *p, uint32_t to) {
  return p->base + to == p->list->items.n;
}

static int64_t thousandths(mpt64 part, mpt height) {
  return height > 0 ? part * 1000 / height : 1000;
}

static int64_t room_demerits(const solver_part *part, mpt height, mpt64 extent, bool must) {
  int64_t d = 0;
  if (extent > height) { /* joins shrink */
    int64_t used = part->shrink > 0 ? (extent - height) * 100 / part->shrink : 100;
    d += used * used;
  } else if (part->final || must) {
    int64_t filled = thousandths(extent, height);
    if (filled < SHORT_PAGE) d += 4 * (SHORT_PAGE - filled) * (SHORT_PAGE - filled);
  } else {
    int64_t room = thousandths(height - extent, height);
    d += room * room;
  }
  return d;
}

static solver_verdict judge(void *context, const solver_part *part) {
  planner *p = context;
  bool last = part->final && ends_flow(p, part->to);
  const page_turn *t = turn_from(p, part->from, part->class_before, last);
  const solver_item *end = &p->list->items.at[p->base + part->to - 1];
  bool must = !last && end->break_kind == SOLVER_MUST;
  mpt64 extent = part->extent + (part->from == 0 ? p->lead : 0);
  solver_verdict v = {.class_after = t->class_after};
  mpt64 over = extent - part->shrink - t->height;
  if (over > 0) v.cost.overflow = over;
  v.cost.demerits = PAGE_COST * (1 + !!t->blank_before) + room_demerits(part, t->height, extent, must);
  if (!part->final && !must) {
    v.cost.keep = keep_weight(p, end->keep);
    v.cost.demerits += end->penalty;
  }
  return v;
}

static mpt64 limit(void *context, uint32_t from, int class_before) {
  planner *p = context;
  mpt height = mpt_max(turn_from(p, from, class_before, false)->height, turn_from(p, from, class_before, true)->height);
  return (mpt64)height - (from == 0 ? p->lead : 0);
}

/* ---- runs ---- */

typedef VEC(page_plan) plan_vec;

typedef struct progress {
  layout *layout;
  page_classes *classes;
  plan_vec pages;
  layout_list *list;
  uint32_t from; /* leaf of `list` that the next page begins with */
  int class, number;
} progress;

static void add_turn(progress *g, const page_turn *t, uint32_t to) {
  arena *a = g->layout->sequence;
  page_plan plan = {.list = g->list, .from = g->from, .to = g->from, .blank = true};
  if (t->blank_before) {
    plan.master = t->blank_before;
    plan.number = g->number++;
    VEC_PUSH(a, g->pages, plan);
  }
  VEC_PUSH(a, g->pages, (page_plan){t->master, g->list, g->from, to, g->number++, false});
  if (t->blank_after) {
    plan.master = t->blank_after;
    plan.number = g->number++;
    VEC_PUSH(a, g->pages, plan);
  }
  g->from = to;
  g->class = t->class_after;
}

static const page_turn *next_turn(const progress *g, bool last) {
  return page_classes_turn(g->classes, g->class, break_before(g->list, g->from), last);
}

static mpt next_width(const progress *g) {
  return region_width(&next_turn(g, false)->master->region[REGION_BODY]);
}

/* Leaves that some pages from here on may take at most. */
static uint32_t stretch_end(const progress *g, uint32_t pages) {
  uint32_t n = (uint32_t)g->list->items.n, to = g->from;
  mpt64 room = (mpt64)pages * mpt_max(g->layout->body_height, 1);
  while (to < n && room > 0) room -= g->list->items.at[to++].size;
  return to;
}

/* Solves leaves g->from .. to-1 and takes pages while their width is that of the list. True when what was taken ends
 * only where the stretch (without its last page, which more leaves could change) or the flow ends. */
static bool run(progress *g, uint32_t to, uint32_t *taken) {
  layout *l = g->layout;
  planner p = {.layout = l, .classes = g->classes, .list = g->list, .base = g->from, .n = to - g->from};
  p.lead = g->from ? g->list->items.at[g->from - 1].post : g->list->lead;
  arena_mark m = arena_save(l->scratch);
  rank_keeps(&p, l->scratch);
  solver_problem problem = {.items = g->list->items.at + g->from,
                            .n = p.n,
                            .class_count = g->classes->count,
                            .first_class = g->class,
                            .judge = judge,
                            .limit = limit,
                            .context = &p};
  solver_solution s = solver_solve(&problem, l->page, l->scratch);
  arena_restore(l->scratch, m);
  uint32_t n = (uint32_t)g->list->items.n, i = 0;
  bool whole = to == n;
  *taken = 0;
  for (; i < s.n && (whole || i + 1 < s.n || i == 0); i++) {
    if (i && next_width(g) != g->list->width) return false;
    uint32_t end = p.base + s.breaks[i];
    add_turn(g, next_turn(g, end == n), end);
    ++*taken;
  }
  return true;
}

page_plans pages_plan(layout *l, flows *f, page_classes *classes) {
  progress g = {.layout = l, .classes = classes, .number = classes->first_number};
  const page_turn *first = page_classes_turn(classes, 0, FO_AUTO, false);
  g.list = flows_list(f, region_width(&first->master->region[REGION_BODY]));
  /* A flow without content has its one page all the same. */
  if (!g.list->items.n) add_turn(&g, next_turn(&g, true), 0);
  uint32_t stretch = classes->uniform ? UINT32_MAX : FIRST_STRETCH;
  while (g.from < g.list->items.n) {
    if (!classes->uniform) g.list = flows_go_on(f, g.list, g.from, next_width(&g), &g.from);
    uint32_t to = classes->uniform ? (uint32_t)g.list->items.n : stretch_end(&g, stretch), taken;
    arena_reset(l->page);
    bool all = run(&g, to, &taken);
    if (classes->uniform) break;
    stretch = all && stretch < UINT32_MAX / 2 ? stretch * 2 : FIRST_STRETCH;
  }
  return (page_plans){g.pages.at, (uint32_t)g.pages.n};
}
