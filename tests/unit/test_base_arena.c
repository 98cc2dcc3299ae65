/* Arena and trap: alignment, zeros, growth in place, marks, limits, and the way out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"

static trap t;

static int setup(void **state) {
  *state = arena_new(&t, 0);
  return 0;
}

static int teardown(void **state) {
  arena_free(*state);
  return 0;
}

static bool all_zero(const void *p, size_t n) {
  const unsigned char *b = p;
  for (size_t i = 0; i < n; i++)
    if (b[i]) return false;
  return true;
}

static void test_every_piece_is_aligned_zeroed_and_its_own(void **state) {
  arena *a = *state;
  unsigned char *pieces[300];
  for (size_t n = 0; n < 300; n++) {
    pieces[n] = arena_alloc(a, n);
    assert_int_equal((uintptr_t)pieces[n] % _Alignof(max_align_t), 0);
    assert_true(all_zero(pieces[n], n));
    memset(pieces[n], (int)(n % 255) + 1, n);
  }
  for (size_t n = 0; n < 300; n++)
    for (size_t i = 0; i < n; i++) assert_int_equal(pieces[n][i], n % 255 + 1);
}

static void test_memory_that_comes_again_is_zeroed_again(void **state) {
  arena *a = *state;
  memset(arena_alloc(a, 5000), 0xAA, 5000);
  arena_reset(a);
  assert_true(all_zero(arena_alloc(a, 5000), 5000));
  arena_mark m = arena_save(a);
  memset(arena_alloc(a, 3000), 0xBB, 3000);
  arena_restore(a, m);
  assert_true(all_zero(arena_alloc(a, 3000), 3000));
}

static void test_the_last_piece_grows_in_place(void **state) {
  arena *a = *state;
  unsigned char *p = arena_alloc(a, 10);
  memset(p, 7, 10);
  unsigned char *q = arena_grow(a, p, 10, 500);
  assert_ptr_equal(p, q);
  assert_int_equal(q[9], 7);
  assert_true(all_zero(q + 10, 490));
}

static void test_a_piece_that_is_not_the_last_is_copied(void **state) {
  arena *a = *state;
  unsigned char *p = arena_alloc(a, 10);
  memset(p, 7, 10);
  unsigned char *other = arena_alloc(a, 1);
  *other = 9;
  unsigned char *q = arena_grow(a, p, 10, 500);
  assert_ptr_not_equal(p, q);
  assert_int_equal(q[0] + q[9], 14);
  assert_true(all_zero(q + 10, 490));
  memset(q, 1, 500);
  assert_int_equal(*other, 9);
}

static void test_growth_goes_over_chunks_and_from_nothing(void **state) {
  arena *a = *state;
  size_t size = 0;
  unsigned char *p = NULL;
  for (size_t next = 1; next < 3000000; size = next, next = next * 3 / 2 + 1) {
    p = arena_grow(a, p, size, next);
    assert_true(all_zero(p + size, next - size));
    memset(p + size, (int)(next % 251), next - size);
  }
  assert_int_equal(p[0], 1);
  assert_ptr_not_equal(arena_grow(a, NULL, 0, 0), NULL);
}

static void test_a_shorter_copy_keeps_what_fits(void **state) {
  arena *a = *state;
  char *p = arena_grow(a, arena_strdup(a, "abcdef"), 7, 3);
  assert_memory_equal(p, "abc", 3);
}

static void test_marks_wind_back_over_chunks(void **state) {
  arena *a = *state;
  char *kept = arena_strdup(a, "kept");
  size_t held = arena_held(a);
  arena_mark m = arena_save(a);
  for (int i = 0; i < 100; i++) memset(arena_alloc(a, 10000), 1, 10000);
  assert_true(arena_held(a) > held + 900000);
  arena_mark inner = arena_save(a);
  arena_alloc(a, 100);
  arena_restore(a, inner);
  arena_restore(a, m);
  assert_int_equal(arena_held(a), held);
  assert_string_equal(kept, "kept");
  char *again = arena_alloc(a, 4);
  assert_true(again > kept && again < kept + 200); /* the place right behind it */
}

static void test_a_mark_of_an_empty_arena_empties_it(void **state) {
  arena *a = *state;
  arena_mark m = arena_save(a);
  void *first = arena_alloc(a, 100);
  arena_restore(a, m);
  assert_non_null(first);
  assert_true(all_zero(arena_alloc(a, 100), 100));
  arena_restore(a, m);
  arena_restore(a, m);
}

static void test_a_reset_arena_keeps_one_chunk(void **state) {
  arena *a = *state;
  arena_reset(a);
  for (int i = 0; i < 50; i++) arena_alloc(a, 30000);
  size_t held = arena_held(a);
  arena_reset(a);
  size_t kept = arena_held(a);
  assert_true(kept > 0 && kept < held);
  arena_alloc(a, 30000);
  assert_int_equal(arena_held(a), kept);
}

static void test_text(void **state) {
  arena *a = *state;
  assert_string_equal(arena_strdup(a, "á"), "á");
  assert_string_equal(arena_strdup(a, ""), "");
  assert_string_equal(arena_strndup(a, "abcdef", 2), "ab");
  assert_string_equal(arena_strndup(a, NULL, 0), "");
  assert_string_equal(arena_printf(a, "%d-%s", 12, "x"), "12-x");
  assert_string_equal(arena_printf(a, "%s", ""), "");
  char *longer = arena_printf(a, "%05000d", 7);
  assert_int_equal(strlen(longer), 5000);
  assert_memory_equal(arena_copy(a, "\0\1\2", 3), "\0\1\2", 3);
}

static void test_a_vector_grows_and_keeps_its_elements(void **state) {
  arena *a = *state;
  VEC(int) v = {0};
  for (int i = 0; i < 10000; i++) {
    VEC_PUSH(a, v, i);
    if (i % 7 == 0) arena_alloc(a, 3);
  }
  assert_int_equal(v.n, 10000);
  for (int i = 0; i < 10000; i++) assert_int_equal(v.at[i], i);
  VEC_RESERVE(a, v, 50000);
  assert_true(v.cap >= 50000 && v.n == 10000 && v.at[9999] == 9999);
}

/* ---- the trap ---- */

static void test_the_limit_springs_the_trap(void **state) {
  (void)state;
  arena *volatile a = arena_new(&t, 100000);
  volatile int given = 0;
  if (TRAP_ARM(&t) == TRAP_NONE) {
    for (;;) {
      arena_alloc(a, 1000);
      given = given + 1;
    }
  }
  assert_int_equal(t.reason, TRAP_MEMORY);
  assert_non_null(strstr(t.detail, "100000"));
  assert_in_range(given, 70, 100); /* nearly all of it was given */
  assert_true(arena_held(a) <= 100000);
  arena_free(a);
}

static void test_a_limit_counts_what_was_given_back(void **state) {
  (void)state;
  arena *volatile a = arena_new(&t, 100000);
  if (TRAP_ARM(&t) != TRAP_NONE) fail_msg("%s", t.detail);
  for (int i = 0; i < 100; i++) {
    arena_mark m = arena_save(a);
    arena_alloc(a, 60000);
    arena_restore(a, m);
  }
  arena_free(a);
}

static void check_sprung(arena *a, size_t n, size_t size) {
  if (TRAP_ARM(&t) == TRAP_NONE) {
    arena_calloc(a, n, size);
    fail_msg("%zu x %zu bytes were given", n, size);
  }
  assert_int_equal(t.reason, TRAP_MEMORY);
}

static void test_sizes_that_no_memory_has_spring_the_trap(void **state) {
  arena *a = *state;
  check_sprung(a, SIZE_MAX, 1);
  check_sprung(a, SIZE_MAX - 20, 1);
  check_sprung(a, SIZE_MAX / 2, 3);
  check_sprung(a, (size_t)1 << 32, (size_t)1 << 32);
  assert_non_null(arena_calloc(a, SIZE_MAX, 0));
}

static void test_the_trap_says_what_failed(void **state) {
  (void)state;
  volatile int passed = 0;
  switch (TRAP_ARM(&t)) {
  case TRAP_NONE: passed = 1; trap_fail(&t, TRAP_IO, "disk %d of %s", 7, "two");
  case TRAP_IO: break;
  default: fail();
  }
  assert_int_equal(passed, 1);
  assert_string_equal(t.detail, "disk 7 of two");
  if (TRAP_ARM(&t) == TRAP_NONE) trap_fail(&t, TRAP_LIMIT, "%0999d", 1); /* longer than the room */
  assert_int_equal(t.reason, TRAP_LIMIT);
  assert_int_equal(strlen(t.detail), sizeof t.detail - 1);
}

static void test_a_free_of_nothing_is_allowed(void **state) {
  (void)state;
  arena_free(NULL);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
  const struct CMUnitTest tests[] = {
      TEST(test_every_piece_is_aligned_zeroed_and_its_own),
      TEST(test_memory_that_comes_again_is_zeroed_again),
      TEST(test_the_last_piece_grows_in_place),
      TEST(test_a_piece_that_is_not_the_last_is_copied),
      TEST(test_growth_goes_over_chunks_and_from_nothing),
      TEST(test_a_shorter_copy_keeps_what_fits),
      TEST(test_marks_wind_back_over_chunks),
      TEST(test_a_mark_of_an_empty_arena_empties_it),
      TEST(test_a_reset_arena_keeps_one_chunk),
      TEST(test_text),
      TEST(test_a_vector_grows_and_keeps_its_elements),
      TEST(test_the_limit_springs_the_trap),
      TEST(test_a_limit_counts_what_was_given_back),
      TEST(test_sizes_that_no_memory_has_spring_the_trap),
      TEST(test_the_trap_says_what_failed),
      TEST(test_a_free_of_nothing_is_allowed),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
