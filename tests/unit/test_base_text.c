/* strbuf, utf8 and map. */
#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/length.h"
#include "base/map.h"
#include "base/near.h"
#include "base/strbuf.h"
#include "base/utf8.h"

static trap t;

static int setup(void **state) {
  *state = arena_new(&t, 0);
  return 0;
}

static int teardown(void **state) {
  arena_free(*state);
  return 0;
}

/* ---- strbuf ---- */

static void test_milli_writes_points(void **state) {
  static const struct {
    int64_t v;
    const char *text;
  } cases[] = {{0, "0"},
               {1, ".001"},
               {-1, "-.001"},
               {10, ".01"},
               {100, ".1"},
               {-40, "-.04"},
               {999, ".999"},
               {1000, "1"},
               {-1000, "-1"},
               {12500, "12.5"},
               {-12050, "-12.05"},
               {1001, "1.001"},
               {100000, "100"},
               {INT64_MAX, "9223372036854775.807"},
               {INT64_MIN, "-9223372036854775.808"}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    strbuf b = strbuf_new(*state);
    strbuf_milli(&b, cases[i].v);
    assert_string_equal(b.at, cases[i].text);
    assert_int_equal(b.n, strlen(b.at));
  }
}

static void test_int_writes_what_printf_writes(void **state) {
  static const int64_t values[] = {0, 7, -7, 10, 99, 100, -100, INT32_MIN, INT64_MAX, INT64_MIN};
  for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
    strbuf b = strbuf_new(*state);
    strbuf_int(&b, values[i]);
    char text[32];
    snprintf(text, sizeof text, "%" PRId64, values[i]);
    assert_string_equal(b.at, text);
  }
}

static void test_a_buffer_grows_and_stays_terminated(void **state) {
  strbuf b = strbuf_new(*state);
  assert_string_equal(b.at, "");
  for (int i = 0; i < 5000; i++) {
    strbuf_putc(&b, (char)('a' + i % 26));
    assert_int_equal(b.at[b.n], 0);
    if (i % 100 == 0) arena_alloc(*state, 1); /* so that it must move */
  }
  assert_int_equal(b.n, 5000);
  for (int i = 0; i < 5000; i++) assert_int_equal(b.at[i], 'a' + i % 26);
  strbuf_reset(&b);
  assert_string_equal(b.at, "");
  strbuf_put(&b, "a\0b", 3);
  assert_int_equal(b.n, 3);
  strbuf_put(&b, NULL, 0);
  strbuf_puts(&b, "");
  strbuf_printf(&b, "%s%d", "c", 4);
  assert_memory_equal(b.at, "a\0bc4", 6);
  strbuf_printf(&b, "%0300d", 1);
  assert_int_equal(b.n, 305);
}

/* ---- utf8 ---- */

static void test_all_code_points_come_back(void **state) {
  (void)state;
  for (uint32_t cp = 0; cp <= 0x10FFFF; cp++) {
    if (cp == 0xD800) cp = 0xE000;
    char s[4];
    size_t n = utf8_put(s, cp), i = 0;
    if (utf8_next(s, n, &i) != cp || i != n) fail_msg("U+%04X", (unsigned)cp);
    for (size_t cut = 1; cut < n; cut++) {
      i = 0;
      if (utf8_next(s, cut, &i) != 0xFFFD || i != 1) fail_msg("U+%04X cut", (unsigned)cp);
    }
  }
}

static void test_what_is_no_code_point_is_replaced(void **state) {
  (void)state;
  static const uint32_t wrong[] = {0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0x110000, UINT32_MAX};
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    char s[4];
    assert_int_equal(utf8_put(s, wrong[i]), 3);
    assert_memory_equal(s, "\xEF\xBF\xBD", 3);
  }
}

static void test_bytes_that_are_not_utf8(void **state) {
  (void)state;
  static const char *const wrong[] = {
      "\x80",             /* a continuation alone */
      "\xBF",             /* another */
      "\xC0\x80",         /* NUL in two bytes */
      "\xC1\xBF",         /* 7F in two bytes */
      "\xE0\x9F\xBF",     /* 7FF in three */
      "\xF0\x8F\xBF\xBF", /* FFFF in four */
      "\xED\xA0\x80",     /* a high surrogate */
      "\xED\xBF\xBF",     /* a low surrogate */
      "\xF4\x90\x80\x80", /* 110000 */
      "\xF5\x80\x80\x80", /* beyond */
      "\xF8\x88\x80\x80\x80",
      "\xFC\x84\x80\x80\x80\x80",
      "\xFE",
      "\xFF",
      "\xC3(",
      "\xE2\x82(",
      "\xE2(\xA1",
      "\xF0\x9F\x98(",
      "\xF0(\x8C\xBC",
  };
  for (size_t k = 0; k < sizeof wrong / sizeof *wrong; k++) {
    size_t i = 0, n = strlen(wrong[k]);
    assert_int_equal(utf8_next(wrong[k], n, &i), 0xFFFD);
    assert_int_equal(i, 1);
    while (i < n) utf8_next(wrong[k], n, &i);
    assert_int_equal(i, n); /* never beyond */
  }
  assert_int_equal(utf8_count("a\x80\xC3(\xC3\xA1", 6), 5);
  assert_int_equal(utf8_count("", 0), 0);
}

static void test_no_four_bytes_read_too_far(void **state) {
  (void)state;
  uint64_t seed = 88172645463325252u;
  for (int round = 0; round < 200000; round++) {
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    char s[4];
    memcpy(s, &seed, 4);
    for (size_t i = 0; i < 4;) {
      size_t before = i;
      uint32_t cp = utf8_next(s, 4, &i);
      assert_true(i > before && i <= 4);
      char back[4];
      if (cp != 0xFFFD) assert_int_equal(utf8_put(back, cp), i - before);
    }
  }
}

/* ---- map ---- */

static void test_a_map_finds_what_was_put(void **state) {
  arena *a = *state;
  map m = map_new(a);
  assert_null(map_find_str(&m, "none"));
  static char values[5000];
  for (int i = 0; i < 5000; i++) map_put_str(&m, arena_printf(a, "key-%d", i), &values[i]);
  for (int i = 0; i < 5000; i++) assert_ptr_equal(map_find_str(&m, arena_printf(a, "key-%d", i)), &values[i]);
  assert_null(map_find_str(&m, "key-5000"));
  assert_null(map_find_str(&m, "key-"));
  assert_null(map_find_str(&m, ""));
  map_put_str(&m, "key-3", &values[9]);
  assert_ptr_equal(map_find_str(&m, "key-3"), &values[9]);
  assert_int_equal(m.entries.n, 5000);
}

static void test_entries_stay_in_order_of_insertion(void **state) {
  arena *a = *state;
  map m = map_new(a);
  for (int i = 999; i >= 0; i--) map_put_str(&m, arena_printf(a, "%d", i), NULL);
  for (size_t i = 0; i < 1000; i++) assert_string_equal(m.entries.at[i].key, arena_printf(a, "%d", 999 - (int)i));
}

static void test_keys_are_bytes(void **state) {
  arena *a = *state;
  map m = map_new(a);
  char one = 1, two = 2, three = 3, none = 4;
  map_put(&m, "a\0b", 3, &one);
  map_put(&m, "a\0c", 3, &two);
  map_put(&m, "a", 1, &three);
  map_put(&m, "", 0, &none);
  assert_ptr_equal(map_find(&m, "a\0b", 3), &one);
  assert_ptr_equal(map_find(&m, "a\0c", 3), &two);
  assert_ptr_equal(map_find_str(&m, "a"), &three);
  assert_ptr_equal(map_find(&m, NULL, 0), &none);
  assert_null(map_find(&m, "a\0", 2));
}

/* Keys that fall into one slot of the smallest table: found by probing, told apart by their bytes. */
static void test_keys_with_the_same_slot(void **state) {
  arena *a = *state;
  map probe = map_new(a), m = map_new(a);
  uint32_t mine[20], n = 0;
  for (uint32_t i = 0; n < 20; i++) {
    map_put(&probe, &i, sizeof i, a);
    if ((probe.entries.at[probe.entries.n - 1].hash & (m.slot_count - 1)) == 5) mine[n++] = i;
  }
  for (uint32_t i = 0; i < n; i++) map_put(&m, &mine[i], sizeof mine[i], &mine[i]);
  assert_int_equal(m.slot_count, 32); /* still the smallest table */
  for (uint32_t i = 0; i < n; i++) assert_ptr_equal(map_find(&m, &mine[i], sizeof mine[i]), &mine[i]);
}

static void test_interned_bytes_are_one_pointer(void **state) {
  arena *a = *state;
  map m = map_new(a);
  char text[] = "serif";
  const char *s = map_intern_str(&m, text, 5);
  assert_ptr_not_equal(s, text);
  text[0] = 'S';
  assert_string_equal(s, "serif");
  assert_ptr_equal(map_intern_str(&m, "serif, sans", 5), s);
  assert_ptr_not_equal(map_intern_str(&m, text, 5), s);
  for (int i = 0; i < 1000; i++) map_intern(&m, &i, sizeof i);
  assert_ptr_equal(map_intern_str(&m, "serif", 5), s);
  int seven = 7;
  assert_memory_equal(map_intern(&m, &seven, sizeof seven), &seven, sizeof seven);
  assert_string_equal(map_intern_str(&m, "", 0), "");
}

/* ---- length, near ---- */

static void test_muldiv_rounds_half_away_from_zero(void **state) {
  (void)state;
  assert_int_equal(muldiv(7, 1, 2), 4);
  assert_int_equal(muldiv(-7, 1, 2), -4);
  assert_int_equal(muldiv(1, 1, 3), 0);
  assert_int_equal(muldiv(-2, 1, 3), -1);
  assert_int_equal(muldiv(MPT_MAX, MPT_MAX, MPT_MAX), MPT_MAX);
  assert_int_equal(muldiv(INT64_MAX, 3, 3), INT64_MAX);
  assert_int_equal(muldiv(INT64_MIN, 3, 3), INT64_MIN);
  assert_int_equal(muldiv(INT64_MAX, INT64_MAX, 1), INT64_MAX);
  assert_int_equal(muldiv(INT64_MAX, INT64_MIN, 1), INT64_MIN);
  assert_int_equal(mpt_clamp(INT64_MAX), MPT_MAX);
  assert_int_equal(mpt_clamp(INT64_MIN), -MPT_MAX);
  assert_int_equal(mpt_clamp(-5), -5);
}

static void test_near_names(void **state) {
  (void)state;
  static const char *const names[] = {"font-size", "font-style", "color"};
  assert_string_equal(near_match("font-szie", names, 3), "font-size");
  assert_string_equal(near_match("colour", names, 3), "color");
  assert_null(near_match("color", names, 3)); /* it is there */
  assert_null(near_match("zzz", names, 3));
  assert_null(near_match("", names, 3));
  assert_null(near_match("x", NULL, 0));
  assert_int_equal(near_distance("abcd", "abdc"), 1);
  assert_int_equal(near_distance("", "abc"), 3);
  assert_int_equal(near_distance("kitten", "sitting"), 3);
  char longer[100] = {0};
  memset(longer, 'a', 99);
  assert_true(near_distance(longer, longer) > NEAR_LONGEST);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
  const struct CMUnitTest tests[] = {
      TEST(test_milli_writes_points),
      TEST(test_int_writes_what_printf_writes),
      TEST(test_a_buffer_grows_and_stays_terminated),
      TEST(test_all_code_points_come_back),
      TEST(test_what_is_no_code_point_is_replaced),
      TEST(test_bytes_that_are_not_utf8),
      TEST(test_no_four_bytes_read_too_far),
      TEST(test_a_map_finds_what_was_put),
      TEST(test_entries_stay_in_order_of_insertion),
      TEST(test_keys_are_bytes),
      TEST(test_keys_with_the_same_slot),
      TEST(test_interned_bytes_are_one_pointer),
      TEST(test_muldiv_rounds_half_away_from_zero),
      TEST(test_near_names),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
