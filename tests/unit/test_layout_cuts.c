/* Cuts of columns that stand side by side: hand-made ones, and random ones against every constraint there is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "layout/cuts.h"

#define COLUMNS 3
#define LEAVES 6

static trap the_trap;

static int open_arenas(void **state) {
  if (TRAP_ARM(&the_trap)) return -1;
  arena **a = test_malloc(2 * sizeof *a);
  a[0] = arena_new(&the_trap, 0);
  a[1] = arena_new(&the_trap, 0);
  *state = a;
  return 0;
}

static int close_arenas(void **state) {
  arena **a = *state;
  arena_free(a[0]);
  arena_free(a[1]);
  test_free(a);
  return 0;
}

/* ---- by hand ---- */

static layout_list *lines(arena *a, uint32_t n, mpt size) {
  layout_list *l = ARENA_NEW(a, layout_list);
  for (uint32_t i = 0; i < n; i++) VEC_PUSH(a, l->items, (solver_item){.size = size});
  return l;
}

static void assert_cut(const cut_set *s, uint32_t k, mpt y, mpt post, uint32_t first, uint32_t second) {
  assert_in_range(k, 0, s->n);
  assert_int_equal(s->at[k].y, y);
  assert_int_equal(s->at[k].post, post);
  assert_int_equal(s->at[k].consumed[0], first);
  assert_int_equal(s->at[k].consumed[1], second);
}

static void test_equal_lines(void **state) {
  arena **a = *state;
  cut_column c[2] = {{.list = lines(a[0], 3, 12)}, {.list = lines(a[0], 2, 12)}};
  cut_set s = layout_cuts(a[0], a[1], c, 2, 0, 0);
  assert_int_equal(s.n, 3);
  assert_int_equal(s.height, 36);
  assert_cut(&s, 0, 0, 0, 0, 0);
  assert_cut(&s, 1, 12, 0, 1, 1);
  assert_cut(&s, 2, 24, 0, 2, 2);
  assert_cut(&s, 3, 36, 0, 3, 2);
  assert_true(s.at[1].inside);
  assert_int_equal(s.at[1].penalty, 0);
}

/* Lines of 10 and of 15: each stop takes what ends above it, and the rest needs the room it lost. */
static void test_unequal_lines(void **state) {
  arena **a = *state;
  cut_column c[2] = {{.list = lines(a[0], 3, 10)}, {.list = lines(a[0], 2, 15)}};
  cut_set s = layout_cuts(a[0], a[1], c, 2, 0, 0);
  assert_int_equal(s.n, 4);
  assert_cut(&s, 1, 10, 10, 1, 0); /* the second column begins again: 30 below the cut, 20 were left */
  assert_int_equal(s.at[1].penalty, CUT_PENALTY_NOT_BEGUN);
  assert_cut(&s, 2, 15, 5, 1, 1); /* 20 of the first */
  assert_cut(&s, 3, 20, 5, 2, 1); /* 15 of the second */
  assert_cut(&s, 4, 30, 0, 3, 2);
}

static void test_edges_again(void **state) {
  arena **a = *state;
  cut_column c[1] = {{.list = lines(a[0], 2, 10), .lead = 3, .trail = 4, .lead_again = 2, .trail_again = 1}};
  cut_set s = layout_cuts(a[0], a[1], c, 1, 0, 0);
  assert_int_equal(s.n, 2);
  assert_int_equal(s.height, 27);
  assert_int_equal(s.at[1].y, 14);   /* 3 + 10 + 1 */
  assert_int_equal(s.at[1].post, 3); /* 2 + 10 + 4 = 16; 27 - 14 = 13 */
  assert_int_equal(cut_extent(&s, 1, 2), 16);
}

static void test_widows_hold(void **state) {
  arena **a = *state;
  layout_list *three = lines(a[0], 3, 10);
  three->items.at[0].keep = three->items.at[1].keep = KEEP_WEIGHT_WIDOW;
  cut_column c[2] = {{.list = lines(a[0], 3, 10)}, {.list = three}};
  cut_set s = layout_cuts(a[0], a[1], c, 2, 0, 100);
  assert_int_equal(s.n, 3);
  assert_cut(&s, 1, 10, 10, 1, 0);
  assert_cut(&s, 2, 20, 20, 2, 0);
  assert_int_equal(s.at[2].keep, 0);
  /* ... but not when it is taller than a page */
  s = layout_cuts(a[0], a[1], c, 2, 0, 25);
  assert_cut(&s, 2, 20, 0, 2, 2);
  assert_int_equal(s.at[2].keep, KEEP_WEIGHT_WIDOW);
}

static void test_never_and_must(void **state) {
  arena **a = *state;
  layout_list *l = lines(a[0], 4, 10), *m = lines(a[0], 4, 10);
  l->items.at[1].break_kind = SOLVER_NEVER;
  m->items.at[0].break_kind = SOLVER_MUST;
  m->items.at[0].flag = FO_ODD_PAGE;
  cut_column c[2] = {{.list = l}, {.list = m}};
  cut_set s = layout_cuts(a[0], a[1], c, 2, 0, 0);
  assert_int_equal(s.n, 4);
  assert_cut(&s, 1, 10, 0, 1, 1);
  assert_int_equal(s.at[1].break_kind, FO_ODD_PAGE);
  assert_cut(&s, 2, 20, 10, 1, 2);
  assert_int_equal(s.at[2].break_kind, FO_AUTO);
  assert_cut(&s, 3, 30, 0, 3, 3);
}

static void test_together(void **state) {
  arena **a = *state;
  cut_column c[2] = {{.list = lines(a[0], 3, 10), .together = true}, {.list = lines(a[0], 2, 15), .together = true}};
  cut_set s = layout_cuts(a[0], a[1], c, 2, 0, 0);
  assert_int_equal(s.n, 3);
  assert_cut(&s, 1, 15, 5, 1, 1);
}

/* A cell over two rows; the row boundary is a cut although no leaf ends there. */
static void test_row_span(void **state) {
  arena **a = *state;
  cut_column c[3] = {{.list = lines(a[0], 4, 12), .height = 60},
                     {.list = lines(a[0], 1, 12), .height = 30},
                     {.list = lines(a[0], 1, 12), .start = 30, .height = 30}};
  cut_set s = layout_cuts(a[0], a[1], c, 3, 60, 0);
  assert_int_equal(s.height, 60);
  /* 12; 24 as far as the row boundary at 30; 42, where the second row's cell ends. The cut at 36 would leave the third
     line 6 of room above it when the part before it ended at 30 and the second row kept its height: it goes. */
  assert_int_equal(s.n, 4);
  assert_int_equal(s.at[1].y, 12);
  assert_int_equal(s.at[2].y, 30);
  assert_int_equal(s.at[2].consumed[0], 2);
  assert_int_equal(s.at[2].consumed[1], 1);
  assert_int_equal(s.at[2].consumed[2], 0);
  assert_int_equal(s.at[2].post, 0);
  assert_int_equal(s.at[3].y, 42);
  assert_int_equal(s.at[3].consumed[0], 3);
}

/* A nested table: its footer before a break, its header after it; and space that is discarded there. */
static void test_joins_that_change(void **state) {
  arena **a = *state;
  layout_list *l = lines(a[0], 3, 10);
  l->items.at[0].pre = 5;
  l->items.at[0].post = 7;
  l->items.at[1].gap = 6;
  l->items.at[1].keep = 3;
  l->items.at[1].penalty = 40;
  cut_column c[1] = {{.list = l}};
  cut_set s = layout_cuts(a[0], a[1], c, 1, 0, 0);
  assert_int_equal(s.n, 3);
  assert_int_equal(s.height, 36);
  assert_int_equal(s.at[1].y, 15);
  assert_int_equal(cut_extent(&s, 1, 3), 7 + 10 + 6 + 10);
  assert_int_equal(s.at[2].y, 20);
  assert_int_equal(cut_extent(&s, 2, 3), 10);
  assert_int_equal(s.at[2].keep, 3);
  assert_int_equal(s.at[2].penalty, 40);
}

/* Ids and markers alone have no extent: no cut is made for them, and none is charged. */
static void test_blank(void **state) {
  arena **a = *state;
  layout_list *led = lines(a[0], 3, 10);
  led->items.at[0].size = 0;
  cut_column c[2] = {{.list = led}, {.list = lines(a[0], 2, 0)}};
  cut_set s = layout_cuts(a[0], a[1], c, 2, 0, 0);
  assert_int_equal(s.n, 2);
  assert_cut(&s, 1, 10, 0, 2, 2);
  assert_int_equal(s.at[1].penalty, 0);
}

static void test_empty(void **state) {
  arena **a = *state;
  cut_column c[1] = {{.list = lines(a[0], 0, 0), .lead = 2, .trail = 3}};
  cut_set s = layout_cuts(a[0], a[1], c, 1, 20, 0);
  assert_int_equal(s.n, 1);
  assert_int_equal(s.height, 20);
  s = layout_cuts(a[0], a[1], NULL, 0, 0, 0);
  assert_int_equal(s.n, 1);
  assert_int_equal(s.height, 0);
}

/* ---- at random ---- */

static uint64_t seed;

static int between(int least, int most) { /* xorshift64* */
  seed ^= seed >> 12;
  seed ^= seed << 25;
  seed ^= seed >> 27;
  uint32_t r = (uint32_t)((seed * 0x2545F4914F6CDD1Du) >> 32);
  return least + (int)(r % (uint32_t)(most - least + 1));
}

static layout_list *random_list(arena *a) {
  layout_list *l = lines(a, (uint32_t)between(0, LEAVES), 0);
  l->lead = between(0, 3) ? 0 : between(1, 4);
  for (size_t i = 0; i < l->items.n; i++) {
    solver_item *it = &l->items.at[i];
    it->size = between(1, 20);
    it->gap = between(0, 2) ? 0 : between(1, 9);
    it->pre = between(0, 4) ? 0 : between(1, 9);
    it->post = between(0, 4) ? 0 : between(1, 9);
    int kind = between(0, 9);
    if (kind == 0) it->break_kind = SOLVER_NEVER;
    if (kind == 1) it->keep = KEEP_WEIGHT_WIDOW;
    if (kind == 2) it->keep = 5;
  }
  if (l->items.n) {
    solver_item *last = &l->items.at[l->items.n - 1];
    last->gap = last->post = 0;
    last->keep = 0;
    last->break_kind = SOLVER_MAY;
  }
  return l;
}

static mpt64 extent(const layout_list *l, uint32_t from, uint32_t to) {
  const solver_item *it = l->items.at;
  mpt64 e = from ? it[from - 1].post : l->lead;
  for (uint32_t i = from; i < to; i++) e += (mpt64)it[i].size + (i + 1 < to ? it[i].gap : it[i].pre);
  return e;
}

static bool may_cut(const layout_list *l, uint32_t b) {
  if (b == 0 || b == l->items.n) return true;
  const solver_item *j = &l->items.at[b - 1];
  return j->break_kind != SOLVER_NEVER && j->keep < KEEP_WEIGHT_WIDOW;
}

/* y that b leaves of a column reach when it is cut behind them */
static mpt64 reach(const cut_column *c, uint32_t b) {
  if (b == 0) return c->start;
  return c->start + c->lead + extent(c->list, 0, b) + (b == c->list->items.n ? c->trail : c->trail_again);
}

static mpt64 box_end(const cut_column *c) {
  uint32_t n = (uint32_t)c->list->items.n;
  mpt64 end = n ? reach(c, n) : (mpt64)c->start + c->lead + c->list->lead + c->trail;
  return end < (mpt64)c->start + c->height ? (mpt64)c->start + c->height : end;
}

/* Room that column c has too little (negative) or too much in the part from cut i to cut j. */
static mpt64 room_left(const cut_set *s, const cut_column *c, uint32_t number, uint32_t i, uint32_t j) {
  uint32_t a = s->at[i].consumed[number], z = s->at[j].consumed[number], n = (uint32_t)c->list->items.n;
  bool begun = i > 0 && c->start < s->at[i].y;
  mpt64 top = begun ? 0 : cut_shift(s, i, c->start);
  mpt64 bottom = s->at[j].y;
  if (z == n && box_end(c) < bottom) bottom = box_end(c);
  bottom = cut_shift(s, i, (mpt)bottom);
  mpt64 need = (a == 0 ? c->lead : c->lead_again) + extent(c->list, a, z) + (z == n ? c->trail : c->trail_again);
  return bottom - top - need;
}

static void check_parts(const cut_set *s, const cut_column *columns, uint32_t n) {
  for (uint32_t i = 0; i < s->n; i++) {
    bool tight = i == 0, any = false;
    for (uint32_t c = 0; c < n; c++) {
      uint32_t a = s->at[i].consumed[c];
      bool begun = columns[c].start < s->at[i].y;
      if (a < columns[c].list->items.n || !begun) any = true;
      if (columns[c].start > 0)
        tight = true; /* where rows begin, cuts yield to each other: no more than room is asked */
      if (i > 0 && a == 0 && !begun) {
        assert_true(cut_shift(s, i, columns[c].start) >= 0);
        tight |= cut_shift(s, i, columns[c].start) == 0;
      }
      if (i > 0 && a == 0 && !begun) continue; /* it moves with the shift */
      for (uint32_t j = i + 1; j <= s->n; j++) {
        if (s->at[j].consumed[c] == a) continue;
        mpt64 room = room_left(s, &columns[c], c, i, j);
        assert_true(room >= 0);
        tight |= room == 0;
      }
    }
    assert_true(cut_extent(s, i, i + 1) >= 0);
    tight |= cut_extent(s, i, i + 1) == 0 || (!any && s->at[i].post == 0);
    assert_true(tight);
  }
}

static void check_choice(const cut_set *s, const cut_column *columns, uint32_t n, mpt64 y) {
  uint32_t want[COLUMNS] = {0};
  bool all = true;
  for (uint32_t c = 0; c < n; c++) {
    for (uint32_t b = 0; b <= columns[c].list->items.n; b++)
      if (may_cut(columns[c].list, b) && (b == 0 || reach(&columns[c], b) <= y)) want[c] = b;
    all &= want[c] == columns[c].list->items.n;
  }
  bool found = all;
  for (uint32_t k = 0; k <= s->n; k++) found |= memcmp(s->at[k].consumed, want, n * sizeof *want) == 0;
  assert_true(found);
}

static void check(const cut_set *s, const cut_column *columns, uint32_t n) {
  for (uint32_t c = 0; c < n; c++) {
    assert_int_equal(s->at[0].consumed[c], 0);
    assert_int_equal(s->at[s->n].consumed[c], columns[c].list->items.n);
    for (uint32_t k = 0; k < s->n; k++) {
      assert_true(s->at[k].consumed[c] <= s->at[k + 1].consumed[c]);
      assert_true(may_cut(columns[c].list, s->at[k].consumed[c]));
      if (k > 0 && s->at[k].consumed[c]) assert_true(reach(&columns[c], s->at[k].consumed[c]) <= s->at[k].y);
    }
    assert_true(box_end(&columns[c]) <= s->height);
  }
  for (uint32_t k = 0; k + 1 < s->n; k++) assert_true(s->at[k].y < s->at[k + 1].y);
  assert_true(s->at[s->n].y == s->height);
  check_parts(s, columns, n);
  for (uint32_t c = 0; c < n; c++)
    if (columns[c].start > 0) return; /* rows: cuts between them come before those inside */
  for (uint32_t c = 0; c < n; c++) {
    for (uint32_t b = 1; b <= columns[c].list->items.n; b++)
      if (may_cut(columns[c].list, b)) check_choice(s, columns, n, reach(&columns[c], b));
  }
}

static void test_random(void **state) {
  arena **a = *state;
  for (seed = 1; seed < 1000000 * 20ull;) {
    uint64_t round = seed;
    seed = round * 0x9E3779B97F4A7C15u | 1;
    arena_mark mark = arena_save(a[0]);
    cut_column c[COLUMNS] = {0};
    uint32_t n = (uint32_t)between(1, COLUMNS);
    for (uint32_t i = 0; i < n; i++) {
      c[i] = (cut_column){.list = random_list(a[0]), .lead = between(0, 4), .trail = between(0, 4)};
      if (between(0, 1)) c[i].lead_again = between(0, 5), c[i].trail_again = between(0, 5);
      if (i > 0 && between(0, 2) == 0) c[i].start = between(0, 40);
      if (between(0, 3) == 0) c[i].height = between(0, 60);
    }
    cut_set s = layout_cuts(a[0], a[1], c, n, between(0, 3) ? 0 : between(0, 100), 0);
    check(&s, c, n);
    arena_restore(a[0], mark);
    seed = round + 500;
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_equal_lines),    cmocka_unit_test(test_unequal_lines),
      cmocka_unit_test(test_edges_again),    cmocka_unit_test(test_widows_hold),
      cmocka_unit_test(test_never_and_must), cmocka_unit_test(test_together),
      cmocka_unit_test(test_row_span),       cmocka_unit_test(test_joins_that_change),
      cmocka_unit_test(test_blank),          cmocka_unit_test(test_empty),
      cmocka_unit_test(test_random),
  };
  return cmocka_run_group_tests(tests, open_arenas, close_arenas);
}
