/* The solver against every way there is, on small random lists, and at its edges. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/solver.h"

#define MOST 9 /* items of a random list: 2^8 ways at most */
#define CLASSES 3

static uint64_t seed;

static uint32_t next_random(void) { /* xorshift64* */
  seed ^= seed >> 12;
  seed ^= seed << 25;
  seed ^= seed >> 27;
  return (uint32_t)((seed * 0x2545F4914F6CDD1Du) >> 32);
}

static int between(int least, int most) {
  return least + (int)(next_random() % (uint32_t)(most - least + 1));
}

typedef struct world {
  solver_item items[MOST];
  uint32_t n;
  int classes;
  mpt limits[CLASSES];
  mpt first_indent;
  uint32_t judged;
} world;

static mpt64 world_limit(void *context, uint32_t from, int class_before) {
  const world *w = context;
  return w->limits[class_before] - (from ? 0 : w->first_indent);
}

/* Slack squared, or what is too long; keeps and penalties of the break; the class changes with the break's flag. */
static solver_verdict world_judge(void *context, const solver_part *p) {
  world *w = context;
  w->judged++;
  solver_verdict v = {{0, 0, 0}, 0};
  mpt64 slack = world_limit(w, p->from, p->class_before) - p->extent;
  if (slack + p->shrink < 0) v.cost.overflow = -(slack + p->shrink);
  mpt64 give = slack >= 0 ? p->stretch : p->shrink;
  if (!p->final) v.cost.demerits = slack * slack / (1 + give);
  const solver_item *last = &w->items[p->to - 1];
  if (!p->final) {
    v.cost.keep = last->keep;
    v.cost.demerits += last->penalty;
  }
  v.class_after = last->flag ? (p->class_before + 1) % w->classes : 0;
  if (last->flag && p->class_before == w->classes - 1) v.cost.demerits += 50;
  return v;
}

static solver_problem problem_of(world *w) {
  return (solver_problem){w->items, w->n, w->classes, 0, world_judge, world_limit, w};
}

static bool may_break(const world *w, uint32_t position) {
  return position == w->n || w->items[position - 1].break_kind != SOLVER_NEVER;
}

static solver_part naive_part(const world *w, uint32_t from, uint32_t to, int class_before) {
  solver_part p = {from, to, 0, class_before, 0, 0, 0, to == w->n};
  if (from) p.extent += w->items[from - 1].post;
  for (uint32_t i = from; i < to; i++) {
    p.extent += w->items[i].size;
    if (i + 1 == to) continue;
    p.extent += w->items[i].gap;
    p.stretch += w->items[i].stretch;
    p.shrink += w->items[i].shrink;
  }
  p.extent += w->items[to - 1].pre;
  return p;
}

/* All ways from `from`, by trial. The parts that may be used: feasible ones, and the shortest that is not. */
static bool try_all(world *w, uint32_t from, int class_before, solver_cost so_far, solver_cost *best, bool any) {
  if (from == w->n) {
    if (any && solver_cost_compare(so_far, *best) >= 0) return true;
    *best = so_far;
    return true;
  }
  bool overfull = false;
  for (uint32_t to = from + 1; to <= w->n; to++) {
    if (may_break(w, to)) {
      solver_part p = naive_part(w, from, to, class_before);
      bool fits = p.extent - p.shrink <= world_limit(w, from, class_before);
      if (fits || !overfull) {
        solver_verdict v = world_judge(w, &p);
        any = try_all(w, to, v.class_after, solver_cost_add(so_far, v.cost), best, any);
      }
      overfull |= !fits;
    }
    if (w->items[to - 1].break_kind == SOLVER_MUST) break;
  }
  return any;
}

/* The solution is a way that exists, and costs what it says. */
static void check_way(world *w, const solver_solution *s) {
  solver_cost sum = {0, 0, 0};
  uint32_t from = 0;
  int class_before = 0;
  for (uint32_t i = 0; i < s->n; i++) {
    assert_true(s->breaks[i] > from && s->breaks[i] <= w->n);
    assert_true(may_break(w, s->breaks[i]));
    for (uint32_t k = from + 1; k < s->breaks[i]; k++) assert_int_not_equal(w->items[k - 1].break_kind, SOLVER_MUST);
    solver_part p = naive_part(w, from, s->breaks[i], class_before);
    solver_verdict v = world_judge(w, &p);
    sum = solver_cost_add(sum, v.cost);
    assert_int_equal(s->classes[i], v.class_after);
    class_before = v.class_after;
    from = s->breaks[i];
  }
  assert_int_equal(from, w->n);
  assert_int_equal(solver_cost_compare(sum, s->cost), 0);
}

static void make_random(world *w) {
  memset(w, 0, sizeof *w);
  w->n = (uint32_t)between(1, MOST);
  w->classes = between(1, CLASSES);
  for (int c = 0; c < CLASSES; c++) w->limits[c] = between(5, 40);
  w->first_indent = between(0, 5);
  bool elastic = between(0, 1), odd = between(0, 2) == 0, negative = between(0, 3) == 0;
  for (uint32_t i = 0; i < w->n; i++) {
    solver_item *it = &w->items[i];
    it->size = between(negative ? -6 : 0, 14);
    it->gap = between(negative ? -3 : 0, 4);
    if (elastic) it->stretch = between(0, 3), it->shrink = between(0, 2);
    if (odd) it->pre = between(-8, 20), it->post = between(-8, 20);
    it->break_kind = between(0, 9) < 7 ? SOLVER_MAY : between(0, 3) ? SOLVER_NEVER : SOLVER_MUST;
    it->flag = between(0, 2) == 0;
    it->keep = between(0, 4) ? 0 : (uint16_t)between(1, 3);
    it->penalty = between(0, 3) ? 0 : between(-60, 60);
  }
}

typedef struct arenas {
  trap t;
  arena *a, *scratch;
} arenas;

static int setup(void **state) {
  static arenas s;
  s.a = arena_new(&s.t, 0);
  s.scratch = arena_new(&s.t, 0);
  *state = &s;
  return 0;
}

static int teardown(void **state) {
  arenas *s = *state;
  arena_free(s->a);
  arena_free(s->scratch);
  return 0;
}

static void test_random_lists_cost_what_the_best_way_costs(void **state) {
  arenas *s = *state;
  uint32_t several = 0, over = 0, kept = 0;
  for (uint64_t round = 1; round <= 20000; round++) {
    seed = round * 0x9E3779B97F4A7C15u;
    world w;
    make_random(&w);
    solver_problem p = problem_of(&w);
    solver_solution got = solver_solve(&p, s->a, s->scratch);
    check_way(&w, &got);
    solver_cost best = {0, 0, 0};
    try_all(&w, 0, 0, (solver_cost){0, 0, 0}, &best, false);
    if (solver_cost_compare(best, got.cost)) fail_msg("round %u is not the best way", (unsigned)round);
    several += got.n > 1;
    over += best.overflow > 0;
    kept += best.keep > 0;
    arena_reset(s->a);
  }
  assert_true(several > 10000 && over > 2000 && kept > 500); /* the cases are worth something */
}

static solver_solution solve(arenas *s, world *w) {
  if (!w->classes) w->classes = 1;
  solver_problem p = problem_of(w);
  return solver_solve(&p, s->a, s->scratch);
}

static void check_breaks(const solver_solution *r, uint32_t n, const uint32_t *breaks) {
  assert_int_equal(r->n, n);
  assert_memory_equal(r->breaks, breaks, n * sizeof *breaks);
}
#define CHECK_BREAKS(r, ...)                                                                                           \
  check_breaks(&(r), sizeof((uint32_t[]){__VA_ARGS__}) / sizeof(uint32_t), (uint32_t[]){__VA_ARGS__})

static void test_an_empty_list_has_no_parts(void **state) {
  world w = {.limits = {10}};
  solver_solution r = solve(*state, &w);
  assert_int_equal(r.n, 0);
  assert_int_equal(r.cost.overflow + r.cost.keep + r.cost.demerits, 0);
  assert_int_equal(w.judged, 0);
}

static void test_one_item_is_one_part_whatever_its_break_kind(void **state) {
  for (int kind = SOLVER_MAY; kind <= SOLVER_MUST; kind++) {
    world w = {.items = {{.size = 4, .break_kind = (uint8_t)kind}}, .n = 1, .limits = {10}};
    solver_solution r = solve(*state, &w);
    CHECK_BREAKS(r, 1);
    assert_int_equal(r.cost.overflow, 0);
  }
}

static void test_an_item_that_is_too_large_overflows_alone(void **state) {
  world w = {.items = {{.size = 4}, {.size = 25}, {.size = 4}}, .n = 3, .limits = {10}};
  solver_solution r = solve(*state, &w);
  CHECK_BREAKS(r, 1, 2, 3);
  assert_int_equal(r.cost.overflow, 15);
}

static void test_where_no_break_is_allowed_all_is_one_part(void **state) {
  world w = {.n = 5, .limits = {10}};
  for (uint32_t i = 0; i < w.n; i++) w.items[i] = (solver_item){.size = 4, .break_kind = SOLVER_NEVER};
  solver_solution r = solve(*state, &w);
  CHECK_BREAKS(r, 5);
  assert_int_equal(r.cost.overflow, 10);
}

static void test_a_forced_break_ends_a_part_that_has_room(void **state) {
  world w = {.items = {{.size = 1}, {.size = 1, .break_kind = SOLVER_MUST}, {.size = 1}}, .n = 3, .limits = {10}};
  solver_solution r = solve(*state, &w);
  CHECK_BREAKS(r, 2, 3);
}

/* Broken at 1 the footer (pre) makes the part too long; all three together fit. The beginning must stay open. */
static void test_a_part_that_fits_behind_one_that_does_not_is_found(void **state) {
  world w = {.items = {{.size = 4, .pre = 9}, {.size = 3, .pre = 9}, {.size = 3}}, .n = 3, .limits = {10}};
  solver_solution r = solve(*state, &w);
  CHECK_BREAKS(r, 3);
  assert_int_equal(r.cost.overflow, 0);
}

static void test_a_header_that_is_repeated_counts_in_every_part_but_the_first(void **state) {
  world w = {.n = 6, .limits = {10}};
  for (uint32_t i = 0; i < w.n; i++) w.items[i] = (solver_item){.size = 3, .post = 4};
  solver_solution r = solve(*state, &w);
  assert_int_equal(r.cost.overflow, 0);
  for (uint32_t i = 0, from = 0; i < r.n; from = r.breaks[i++])
    assert_true((r.breaks[i] - from) * 3 + (from ? 4 : 0) <= 10);
}

static solver_verdict free_judge(void *context, const solver_part *p) {
  int *classes = context;
  return (solver_verdict){{p->extent > 40, 0, 0}, (int)p->to % *classes};
}

static mpt64 forty(void *context, uint32_t from, int class_before) {
  (void)context, (void)from, (void)class_before;
  return 40;
}

static void test_equal_ways_go_to_the_earlier_beginning(void **state) {
  arenas *s = *state;
  solver_item items[4] = {{.size = 9}, {.size = 9}, {.size = 9}, {.size = 9}};
  int classes = 2;
  solver_problem p = {items, 4, classes, 0, free_judge, forty, &classes};
  solver_solution r = solver_solve(&p, s->a, s->scratch);
  CHECK_BREAKS(r, 4); /* all of 1+3, 2+2, 1+1+2 ... cost the same */
  items[3].size = 20;
  r = solver_solve(&p, s->a, s->scratch);
  CHECK_BREAKS(r, 1, 4);
}

static mpt64 one_item(void *context, uint32_t from, int class_before) {
  (void)context, (void)from, (void)class_before;
  return 1;
}

static solver_verdict order_judge(void *context, const solver_part *p) {
  uint32_t *expected = context;
  solver_verdict v = {{0, 0, 1}, p->to % 2};
  assert_int_equal(p->index, *expected);
  *expected += 1;
  return v;
}

static void test_a_part_knows_how_many_precede_it(void **state) {
  arenas *s = *state;
  solver_item items[5] = {{.size = 1}, {.size = 1}, {.size = 1}, {.size = 1}, {.size = 1}};
  uint32_t expected = 0;
  for (int i = 0; i < 5; i++) items[i].break_kind = SOLVER_MUST; /* one part at a time */
  solver_problem p = {items, 5, 2, 0, order_judge, one_item, &expected};
  solver_solution r = solver_solve(&p, s->a, s->scratch);
  CHECK_BREAKS(r, 1, 2, 3, 4, 5);
  assert_int_equal(r.classes[0], 1);
  assert_int_equal(r.classes[4], 1);
  assert_int_equal(r.cost.demerits, 5);
}

static solver_verdict slack_judge(void *context, const solver_part *p) {
  uint32_t *judged = context;
  *judged += 1;
  mpt64 slack = 40 - p->extent;
  solver_verdict v = {{slack < 0 ? -slack : 0, 0, p->final ? 0 : slack * slack}, 0};
  return v;
}

/* A book of 50,000 lines: what is judged stays in proportion to the lines of a page, and nothing is left behind. */
static void test_beginnings_that_are_full_are_not_asked_again(void **state) {
  arenas *s = *state;
  uint32_t n = 50000, judged = 0;
  solver_item *items = ARENA_ARRAY(s->a, solver_item, n);
  for (uint32_t i = 0; i < n; i++) items[i] = (solver_item){.size = 1};
  solver_problem p = {items, n, 1, 0, slack_judge, forty, &judged};
  arena_alloc(s->scratch, 1);
  arena_mark before = arena_save(s->scratch);
  solver_solution r = solver_solve(&p, s->a, s->scratch);
  assert_int_equal(r.n, n / 40);
  for (uint32_t i = 0; i < r.n; i++) assert_int_equal(r.breaks[i], (i + 1) * 40);
  assert_in_range(judged, n, n * 41);
  assert_ptr_equal(arena_save(s->scratch).chunk, before.chunk);
  assert_int_equal(arena_save(s->scratch).used, before.used);
}

static void test_the_result_may_stand_in_the_scratch_arena(void **state) {
  arenas *s = *state;
  world w = {.items = {{.size = 6}, {.size = 6}}, .n = 2, .limits = {10}, .classes = 1};
  solver_problem p = problem_of(&w);
  solver_solution r = solver_solve(&p, s->a, s->a);
  memset(arena_alloc(s->a, 64), 0xFF, 64);
  CHECK_BREAKS(r, 1, 2);
}

static void test_costs_compare_by_overflow_then_keep_then_demerits(void **state) {
  (void)state;
  solver_cost a = {1, 5, 9}, b = {2, 0, 0}, c = {1, 6, -100}, d = {1, 5, 10};
  assert_true(solver_cost_compare(a, b) < 0 && solver_cost_compare(b, a) > 0);
  assert_true(solver_cost_compare(a, c) < 0 && solver_cost_compare(c, a) > 0);
  assert_true(solver_cost_compare(a, d) < 0 && solver_cost_compare(d, a) > 0);
  assert_int_equal(solver_cost_compare(a, a), 0);
  solver_cost huge = {INT64_MAX, INT64_MIN, 1}, sum = solver_cost_add(huge, (solver_cost){1, -1, 1});
  assert_true(sum.overflow == INT64_MAX && sum.keep == INT64_MIN && sum.demerits == 2);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(test_random_lists_cost_what_the_best_way_costs, setup, teardown),
      cmocka_unit_test_setup_teardown(test_an_empty_list_has_no_parts, setup, teardown),
      cmocka_unit_test_setup_teardown(test_one_item_is_one_part_whatever_its_break_kind, setup, teardown),
      cmocka_unit_test_setup_teardown(test_an_item_that_is_too_large_overflows_alone, setup, teardown),
      cmocka_unit_test_setup_teardown(test_where_no_break_is_allowed_all_is_one_part, setup, teardown),
      cmocka_unit_test_setup_teardown(test_a_forced_break_ends_a_part_that_has_room, setup, teardown),
      cmocka_unit_test_setup_teardown(test_a_part_that_fits_behind_one_that_does_not_is_found, setup, teardown),
      cmocka_unit_test_setup_teardown(test_a_header_that_is_repeated_counts_in_every_part_but_the_first, setup,
                                      teardown),
      cmocka_unit_test_setup_teardown(test_equal_ways_go_to_the_earlier_beginning, setup, teardown),
      cmocka_unit_test_setup_teardown(test_a_part_knows_how_many_precede_it, setup, teardown),
      cmocka_unit_test_setup_teardown(test_beginnings_that_are_full_are_not_asked_again, setup, teardown),
      cmocka_unit_test_setup_teardown(test_the_result_may_stand_in_the_scratch_arena, setup, teardown),
      cmocka_unit_test(test_costs_compare_by_overflow_then_keep_then_demerits),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
