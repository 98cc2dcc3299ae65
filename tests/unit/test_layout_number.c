#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "layout/number.h"

static arena *a;

static const char *say(int number, const char *format) {
  fo_page_style s = {.format = format};
  return number_format(a, number, &s);
}

static void decimal(void **state) {
  (void)state;
  assert_string_equal(say(1, "1"), "1");
  assert_string_equal(say(1205, "1"), "1205");
  assert_string_equal(say(7, "001"), "007");
  assert_string_equal(say(1205, "01"), "1205");
  assert_string_equal(say(0, "1"), "0");
  assert_string_equal(say(-3, "1"), "-3");
  assert_string_equal(say(9, NULL), "9");
  assert_string_equal(say(9, ""), "9");
  assert_string_equal(say(9, "?"), "9");
}

static void roman(void **state) {
  (void)state;
  assert_string_equal(say(1, "i"), "i");
  assert_string_equal(say(4, "i"), "iv");
  assert_string_equal(say(1994, "I"), "MCMXCIV");
  assert_string_equal(say(3999, "I"), "MMMCMXCIX");
  assert_string_equal(say(4000, "I"), "4000");
  assert_string_equal(say(0, "i"), "0");
}

static void letters(void **state) {
  (void)state;
  assert_string_equal(say(1, "a"), "a");
  assert_string_equal(say(26, "A"), "Z");
  assert_string_equal(say(27, "a"), "aa");
  assert_string_equal(say(52, "a"), "az");
  assert_string_equal(say(702, "a"), "zz");
  assert_string_equal(say(703, "a"), "aaa");
  assert_string_equal(say(2147483647, "a"), "fxshrxw");
}

static void around(void **state) {
  (void)state;
  assert_string_equal(say(3, "- 1 -"), "- 3 -");
  assert_string_equal(say(3, "(I)"), "(III)");
}

static void grouping(void **state) {
  (void)state;
  fo_page_style s = {.format = "1", .grouping_separator = ",", .grouping_size = 3};
  assert_string_equal(number_format(a, 999, &s), "999");
  assert_string_equal(number_format(a, 1000, &s), "1,000");
  assert_string_equal(number_format(a, 1234567, &s), "1,234,567");
}

int main(void) {
  trap t;
  if (TRAP_ARM(&t)) return 1;
  a = arena_new(&t, 0);
  const struct CMUnitTest tests[] = {cmocka_unit_test(decimal), cmocka_unit_test(roman), cmocka_unit_test(letters),
                                     cmocka_unit_test(around), cmocka_unit_test(grouping)};
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  arena_free(a);
  return failed;
}
