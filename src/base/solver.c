/* The search runs once over the break positions, from left to right, and holds the beginnings that are still open:
 *
 *     position      0      1      2      3      4      5
 *     state         (0,0)  (1,0)  (2,0)  (2,1)  ...              (position, class): the best way there, its cost
 *     active        |------- part 0..3 -------|
 *                          |-- part 1..3 -----|                   at 3, every open beginning is asked for its part
 *
 * With S, T, H the running sums of size + gap, stretch and shrink over all items before a position,
 *
 *     extent(i..j) = (S[j] - gap[j-1] + pre[j-1]) - (S[i] - post[i-1])
 *
 * so that a part costs two subtractions. A part is feasible when its extent less its shrink is within the limit of its
 * beginning. A beginning is closed when no later break can end a feasible part: `reach` holds for each break position
 * the least shrunk end of it and of all later ones up to the next forced break. That test is exact with negative sizes
 * and with `pre` that comes and goes (a table's footer), where "the first part that is too long" would close too early.
 *
 * A solution always exists: the shortest part of each beginning is judged whether it is feasible or not, so that every
 * break position that is allowed has a state, and the end is one.
 */
#include "base/solver.h"

#include <assert.h>

#define NO_STATE UINT32_MAX

typedef struct state {
  solver_cost cost;
  uint32_t position, previous, index;
  int class;
} state;

typedef struct beginning {
  mpt64 natural, stretch, shrink; /* sums before it, `natural` less its `post` */
  mpt64 limit, least_extent;
  uint32_t state;
  bool overfull_judged;
} beginning;

typedef struct search {
  const solver_problem *p;
  arena *scratch;
  mpt64 *reach;                /* [1..n] at break positions; see above */
  mpt64 size, stretch, shrink; /* running sums over the items before the current position */
  VEC(state) states;           /* by position, then by class: every predecessor stands before its successors */
  VEC(beginning) open;         /* in the order of their states */
  state *best;                 /* [class] at the current position; previous == NO_STATE: not reached */
} search;

int solver_cost_compare(solver_cost a, solver_cost b) {
  if (a.overflow != b.overflow) return a.overflow < b.overflow ? -1 : 1;
  if (a.keep != b.keep) return a.keep < b.keep ? -1 : 1;
  return a.demerits < b.demerits ? -1 : a.demerits > b.demerits;
}

static int64_t add(int64_t a, int64_t b) {
  int64_t sum;
  if (__builtin_add_overflow(a, b, &sum)) return a < 0 ? INT64_MIN : INT64_MAX;
  return sum;
}

solver_cost solver_cost_add(solver_cost a, solver_cost b) {
  return (solver_cost){add(a.overflow, b.overflow), add(a.keep, b.keep), add(a.demerits, b.demerits)};
}

static uint8_t break_at(const solver_problem *p, uint32_t position) {
  return position == p->n ? SOLVER_MUST : p->items[position - 1].break_kind;
}

/* The running sums come once forward for the ends, then the least is taken backward within each stretch that no part
 * can leave. */
static void measure_reach(search *s) {
  const solver_problem *p = s->p;
  s->reach = ARENA_ARRAY(s->scratch, mpt64, (size_t)p->n + 1);
  mpt64 shrunk = 0;
  for (uint32_t j = 1; j <= p->n; j++) {
    const solver_item *it = &p->items[j - 1];
    s->reach[j] = shrunk + it->size + it->pre;
    shrunk += (mpt64)it->size + it->gap - it->shrink;
  }
  mpt64 least = INT64_MAX;
  for (uint32_t j = p->n; j; j--) {
    uint8_t kind = break_at(p, j);
    if (kind == SOLVER_MUST) least = INT64_MAX;
    if (kind != SOLVER_NEVER && s->reach[j] < least) least = s->reach[j];
    s->reach[j] = least;
  }
}

static void open_beginning(search *s, state st) {
  const solver_problem *p = s->p;
  beginning b = {s->size, s->stretch, s->shrink, 0, INT64_MIN, (uint32_t)s->states.n, false};
  if (st.position) b.natural -= p->items[st.position - 1].post;
  b.limit = p->limit(p->context, st.position, st.class);
  if (p->least) b.least_extent = p->least(p->context, st.position, st.class);
  VEC_PUSH(s->scratch, s->states, st);
  VEC_PUSH(s->scratch, s->open, b);
}

static void offer(search *s, const beginning *b, const solver_part *part) {
  solver_verdict v = s->p->judge(s->p->context, part);
  const state *from = &s->states.at[b->state];
  assert(v.class_after >= 0 && v.class_after < s->p->class_count);
  state *best = &s->best[v.class_after];
  solver_cost cost = solver_cost_add(from->cost, v.cost);
  if (best->previous != NO_STATE && solver_cost_compare(cost, best->cost) >= 0) return;
  *best = (state){cost, part->to, b->state, from->index + 1, v.class_after};
}

/* Has all open beginnings judged at break position j, closes those that are done, and opens j's own. */
static void visit(search *s, uint32_t j) {
  const solver_problem *p = s->p;
  const solver_item *it = &p->items[j - 1];
  mpt64 end = s->size + it->size + it->pre;
  mpt64 later = break_at(p, j) == SOLVER_MUST ? INT64_MAX : s->reach[j + 1];
  for (int c = 0; c < p->class_count; c++) s->best[c].previous = NO_STATE;
  size_t kept = 0;
  for (size_t k = 0; k < s->open.n; k++) {
    beginning b = s->open.at[k];
    mpt64 extent = end - b.natural, shrink = s->shrink - b.shrink;
    bool fits = extent - shrink <= b.limit;
    bool short_of_it = later != INT64_MAX && extent + s->stretch - b.stretch < b.least_extent;
    if (!short_of_it && (fits || !b.overfull_judged)) {
      const state *from = &s->states.at[b.state];
      offer(s, &b,
            &(solver_part){from->position, j, from->index, from->class, extent, s->stretch - b.stretch, shrink,
                           j == p->n});
      b.overfull_judged |= !fits;
    }
    if (later == INT64_MAX) continue;
    if (b.overfull_judged && later - b.natural + b.shrink > b.limit) continue;
    s->open.at[kept++] = b;
  }
  s->open.n = kept;
}

/* Sums over the joins and boxes up to and with item j-1. */
static void advance(search *s, uint32_t j) {
  const solver_item *it = &s->p->items[j - 1];
  s->size += (mpt64)it->size + it->gap;
  s->stretch += it->stretch;
  s->shrink += it->shrink;
}

static uint32_t run(search *s) {
  const solver_problem *p = s->p;
  open_beginning(s, (state){.previous = NO_STATE, .class = p->first_class});
  for (uint32_t j = 1; j <= p->n; j++) {
    bool stop = break_at(p, j) != SOLVER_NEVER;
    if (stop) visit(s, j);
    if (j == p->n) break;
    advance(s, j);
    if (!stop) continue;
    for (int c = 0; c < p->class_count; c++)
      if (s->best[c].previous != NO_STATE) open_beginning(s, s->best[c]);
  }
  int least = -1;
  for (int c = 0; c < p->class_count; c++) {
    if (s->best[c].previous == NO_STATE) continue;
    if (least < 0 || solver_cost_compare(s->best[c].cost, s->best[least].cost) < 0) least = c;
  }
  VEC_PUSH(s->scratch, s->states, s->best[least]);
  return (uint32_t)s->states.n - 1;
}

solver_solution solver_solve(const solver_problem *p, arena *a, arena *scratch) {
  solver_solution r = {0};
  if (!p->n) return r;
  arena_mark mark = arena_save(scratch);
  search s = {.p = p, .scratch = scratch};
  s.best = ARENA_ARRAY(scratch, state, (size_t)p->class_count);
  measure_reach(&s);
  uint32_t at = run(&s);
  r.n = s.states.at[at].index;
  r.cost = s.states.at[at].cost;
  r.breaks = ARENA_ARRAY(a, uint32_t, r.n);
  r.classes = ARENA_ARRAY(a, int, r.n);
  for (uint32_t i = r.n; i; i--) {
    const state *st = &s.states.at[at];
    r.breaks[i - 1] = st->position;
    r.classes[i - 1] = st->class;
    at = st->previous;
  }
  if (a != scratch) arena_restore(scratch, mark);
  return r;
}
