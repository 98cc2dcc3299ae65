/* plan: where the pages of a page sequence end, by total fit (base/solver.h) over (leaf, page class).
 *
 * The body of a page is ragged at its bottom. What a page costs, first things first:
 *
 *   overflow   content that does not fit though nothing may be broken off it
 *   keep       the keep that the break at its end violates, by a weight: strengths are ranked, and one of a rank weighs
 *              more than all breaks of lower ranks together (4.8: a stronger keep is never given up for weaker ones)
 *   demerits   a constant (fewer pages), the square of the room left at the bottom in thousandths of the page (not on the
 *              last page or before a forced break), the penalty of the join (a hyphen), a page that ends with a few lines
 */
#include "layout/pages.h"

#define PAGE_COST 1000000
#define SHORT_PAGE 70 /* thousandths: a last page that is filled less than this looks stranded */

typedef struct rank {
  uint16_t strength;
  int64_t weight;
} rank;

typedef struct planner {
  const layout_list *list;
  page_classes *classes;
  rank *ranks; /* by strength, rising */
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
  while (((uint64_t)1 << bits) <= p->list->items.n) bits++;
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

/* ---- pages ---- */

static fo_enum break_before(const planner *p, uint32_t from) {
  if (from == 0) return p->list->first_break;
  const solver_item *it = &p->list->items.at[from - 1];
  return it->break_kind == SOLVER_MUST ? it->flag : FO_AUTO;
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
  const page_turn *t = page_classes_turn(p->classes, part->class_before, break_before(p, part->from), part->final);
  const solver_item *end = &p->list->items.at[part->to - 1];
  bool must = !part->final && end->break_kind == SOLVER_MUST;
  mpt64 extent = part->extent + (part->from == 0 ? p->list->lead : 0);
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
  fo_enum kind = break_before(p, from);
  mpt height = mpt_max(page_classes_turn(p->classes, class_before, kind, false)->height,
                       page_classes_turn(p->classes, class_before, kind, true)->height);
  return (mpt64)height - (from == 0 ? p->list->lead : 0);
}

typedef VEC(page_plan) plan_vec;

static void add_turn(layout *l, plan_vec *v, const page_turn *t, uint32_t from, uint32_t to, int *number) {
  if (t->blank_before) VEC_PUSH(l->sequence, *v, (page_plan){t->blank_before, from, from, (*number)++, true});
  VEC_PUSH(l->sequence, *v, (page_plan){t->master, from, to, (*number)++, false});
  if (t->blank_after) VEC_PUSH(l->sequence, *v, (page_plan){t->blank_after, to, to, (*number)++, true});
}

page_plans pages_plan(layout *l, const layout_list *list, page_classes *classes) {
  planner p = {.list = list, .classes = classes};
  arena_mark m = arena_save(l->scratch);
  rank_keeps(&p, l->scratch);
  solver_problem problem = {.items = list->items.at,
                            .n = (uint32_t)list->items.n,
                            .class_count = classes->count,
                            .first_class = 0,
                            .judge = judge,
                            .limit = limit,
                            .context = &p};
  solver_solution s = solver_solve(&problem, l->sequence, l->scratch);
  arena_restore(l->scratch, m);
  plan_vec v = {0};
  int number = classes->first_number, class = 0;
  for (uint32_t i = 0, from = 0; i < s.n; from = s.breaks[i++]) {
    const page_turn *t = page_classes_turn(classes, class, break_before(&p, from), i + 1 == s.n);
    add_turn(l, &v, t, from, s.breaks[i], &number);
    class = s.classes[i];
  }
  /* A flow without content has its one page all the same. */
  if (!s.n) add_turn(l, &v, page_classes_turn(classes, 0, list->first_break, true), 0, 0, &number);
  return (page_plans){v.at, (uint32_t)v.n};
}
