/* Where lines may end: UAX #14 with its tailoring, and hyphenation. */
#include "text_fixture.h"

/* Marks the opportunities of a text: "|" may, "!" must. */
static const char *opportunities(arena *a, const char *text) {
  line_breaker *b = line_breaker_new(a);
  size_t n = strlen(text);
  uint8_t *at = ARENA_ARRAY(a, uint8_t, n + 1);
  line_breaker_find(b, text, n, at);
  strbuf out = strbuf_new(a);
  for (size_t i = 0; i < n; i++) {
    if (at[i]) strbuf_putc(&out, at[i] == OPPORTUNITY_MUST ? '!' : '|');
    strbuf_putc(&out, text[i]);
  }
  line_breaker_free(b);
  return out.at;
}

static void test_opportunities_of_official_prose(void **state) {
  (void)state;
  trap t;
  arena *a = arena_new(&t, 0);
  assert_string_equal(opportunities(a, "Mayo -2026"), "Mayo |-2026");
  assert_string_equal(opportunities(a, "a)–q) y (b)"), "a)–|q) |y |(b)");
  assert_string_equal(opportunities(a, "art.\u00A057, 2025-2026"), "art.\u00A057, |2025-2026");
  assert_string_equal(opportunities(a, "uno\ndos"), "uno\n!dos");
  assert_string_equal(opportunities(a, "¿Qué? «No» fin."), "¿Qué? |«No» |fin.");
  assert_string_equal(opportunities(a, "x \xC2\xA0 y"), "x |\xC2\xA0 |y");
  assert_string_equal(opportunities(a, ""), "");
  arena_free(a);
}

static void check_point(const char *token, size_t at, text_point_kind kind) {
  size_t n = strlen(token);
  assert_int_equal(token_point(token_classify(token, n), token, n, at), kind);
}

static void test_breaks_inside_of_tokens(void **state) {
  (void)state;
  check_point("IECM/ACU-CG-107/2025", 5, POINT_KEY);
  check_point("IECM/ACU-CG-107/2025", 9, POINT_KEY);
  check_point("IECM-JA125-25", 5, POINT_KEY);
  check_point("y/o", 2, POINT_NONE);
  check_point("él/ella", 4, POINT_NONE);
  check_point("público/privado", 9, POINT_SLASH);
  check_point("-2026", 1, POINT_NONE);
  check_point("político-electorales", 10, POINT_COMPOUND);
  check_point("a)–q)", 5, POINT_COMPOUND_SHORT);
  check_point("2025–2026", 7, POINT_COMPOUND_SHORT);
  check_point("ex-presidente", 3, POINT_COMPOUND_SHORT);
  check_point("http://www.iecm.mx/a/b", 19, POINT_ADDRESS);
  check_point("alguien@iecm.mx", 8, POINT_ADDRESS);
}

static void check_space(const char *before, const char *after, text_point_kind kind) {
  assert_int_equal(space_point(before, strlen(before), after, strlen(after)), kind);
}

static void test_breaks_at_spaces(void **state) {
  (void)state;
  check_space("Mayo", "-2026", POINT_SPACE_STUCK);
  check_space("Enero", "-", POINT_SPACE_DASH);
  check_space("Enero", "–", POINT_SPACE_DASH);
  check_space("Enero", "–dijo", POINT_SPACE);
  check_space("y", "la", POINT_SPACE_SHORT);
  check_space("artículo", "57", POINT_SPACE_NUMBER);
  check_space("El", "7", POINT_SPACE);
  check_space("la", "ciudad", POINT_SPACE);
  check_space("", "", POINT_SPACE);
}

static bool divisible(const char *word) {
  return word_is_divisible(word, strlen(word), false);
}

static void test_acronyms_are_not_divided(void **state) {
  (void)state;
  assert_true(divisible("constitución"));
  assert_true(divisible("Constitución"));
  assert_true(divisible("Órgano"));
  assert_true(divisible("INSTITUCIONAL"));
  assert_false(divisible("IECM"));
  assert_false(divisible("COVIN"));
  assert_false(divisible("OPLEs"));
  assert_true(word_is_divisible("COVIN", 5, true));
}

/* The word with "-" where it may be divided. */
static const char *divided(arena *a, hyphenator *h, const hyphen_patterns *p, const char *word, unsigned remain,
                           unsigned push) {
  uint8_t points[HYPHEN_POINTS];
  size_t n = hyphenator_divide(h, p, word, strlen(word), remain, push, points), from = 0;
  strbuf b = strbuf_new(a);
  for (size_t i = 0; i < n; i++) {
    strbuf_put(&b, word + from, points[i] - from);
    strbuf_putc(&b, '-');
    from = points[i];
  }
  strbuf_puts(&b, word + from);
  return b.at;
}

static void test_spanish_words(void **state) {
  (void)state;
  trap t;
  arena *a = arena_new(&t, 0);
  hyphenator *h = hyphenator_new(a);
  hyphenator_add_directory(h, "/nowhere");
  hyphenator_add_directory(h, HYPHENATION);
  const hyphen_patterns *p = hyphenator_find(h, "es", "MX");
  assert_non_null(p);
  assert_string_equal(divided(a, h, p, "institucional", 2, 2), "ins-ti-tu-cio-nal");
  assert_string_equal(divided(a, h, p, "institucional", 4, 6), "insti-tu-cional");
  assert_string_equal(divided(a, h, p, "INSTITUCIONAL", 2, 2), "INS-TI-TU-CIO-NAL");
  assert_string_equal(divided(a, h, p, "México", 2, 2), "Mé-xi-co");
  assert_string_equal(divided(a, h, p, "ÓRGANO", 2, 2), "ÓR-GANO");
  assert_string_equal(divided(a, h, p, "compañía", 2, 2), "com-pa-ñía");
  assert_string_equal(divided(a, h, p, "institucional", 2, 2), "ins-ti-tu-cio-nal");
  assert_string_equal(divided(a, h, p, "y", 1, 1), "y");
  assert_ptr_equal(hyphenator_find(h, "es", "MX"), p);
  assert_non_null(hyphenator_find(h, "es", NULL));
  assert_non_null(hyphenator_find(h, "es", "XX"));
  assert_non_null(hyphenator_find(h, "en", "US"));
  assert_null(hyphenator_find(h, "qq", NULL));
  assert_null(hyphenator_find(h, "../../etc/passwd", NULL));
  assert_null(hyphenator_find(h, NULL, NULL));
  hyphenator_free(h);
  arena_free(a);
}

static void test_words_too_long_are_left_whole(void **state) {
  (void)state;
  trap t;
  arena *a = arena_new(&t, 0);
  hyphenator *h = hyphenator_new(a);
  hyphenator_add_directory(h, HYPHENATION);
  const hyphen_patterns *p = hyphenator_find(h, "es", "MX");
  char word[400];
  uint8_t points[HYPHEN_POINTS];
  for (size_t n = 2; n < sizeof word; n++) {
    for (size_t i = 0; i < n; i++) word[i] = "banderola"[i % 9];
    size_t count = hyphenator_divide(h, p, word, n, 2, 2, points);
    assert_in_range(count, 0, HYPHEN_POINTS);
    for (size_t i = 0; i < count; i++) assert_in_range(points[i], 2, n - 2);
  }
  hyphenator_free(h);
  arena_free(a);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_opportunities_of_official_prose),
      cmocka_unit_test(test_breaks_inside_of_tokens),
      cmocka_unit_test(test_breaks_at_spaces),
      cmocka_unit_test(test_acronyms_are_not_divided),
      cmocka_unit_test(test_spanish_words),
      cmocka_unit_test(test_words_too_long_are_left_whole),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
