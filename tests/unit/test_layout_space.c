/* Space resolution, XSL 1.1, 4.3.1. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "layout/space.h"

static fo_space at(mpt opt) {
  return (fo_space){.min = opt, .opt = opt, .max = opt};
}

static void largest_optimum_wins(void **state) {
  (void)state;
  fo_space s[] = {at(6000), at(12000), at(3000)};
  assert_int_equal(space_resolve(s, 3, false, false).opt, 12000);
  assert_int_equal(space_resolve(s, 0, false, false).opt, 0);
  fo_space negative[] = {at(-4000), at(-9000)};
  assert_int_equal(space_resolve(negative, 2, false, false).opt, -4000);
}

static void equal_optima_narrow_the_range(void **state) {
  (void)state;
  fo_space s[] = {{.min = 2000, .opt = 8000, .max = 20000},
                  {.min = 4000, .opt = 8000, .max = 9000},
                  {.min = 0, .opt = 7000, .max = 7000}};
  fo_space r = space_resolve(s, 3, false, false);
  assert_int_equal(r.min, 4000);
  assert_int_equal(r.opt, 8000);
  assert_int_equal(r.max, 9000);
}

static void precedence_beats_size(void **state) {
  (void)state;
  fo_space s[] = {at(20000), at(5000), at(4000)};
  s[1].precedence = s[2].precedence = 2;
  assert_int_equal(space_resolve(s, 3, false, false).opt, 5000);
}

static void forcing_spaces_add_up(void **state) {
  (void)state;
  fo_space s[] = {at(20000), at(5000), at(4000)};
  s[1].precedence = s[2].precedence = SPACE_FORCE;
  assert_int_equal(space_resolve(s, 3, false, false).opt, 9000);
}

static void conditional_goes_at_the_edges(void **state) {
  (void)state;
  fo_space s[] = {at(10000), at(5000), at(12000)};
  assert_int_equal(space_resolve(s, 3, true, false).opt, 0);
  assert_int_equal(space_resolve(s, 3, false, true).opt, 0);
  s[1].retain = 1; /* what stands behind it, away from the edge, stays */
  assert_int_equal(space_resolve(s, 3, true, false).opt, 12000);
  assert_int_equal(space_resolve(s, 3, false, true).opt, 10000);
  assert_int_equal(space_resolve(s, 3, true, true).opt, 5000);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(largest_optimum_wins),
                                     cmocka_unit_test(equal_optima_narrow_the_range),
                                     cmocka_unit_test(precedence_beats_size), cmocka_unit_test(forcing_spaces_add_up),
                                     cmocka_unit_test(conditional_goes_at_the_edges)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
