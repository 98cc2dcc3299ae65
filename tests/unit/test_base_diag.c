/* Diagnostics: their sentences, places, counts, and the table behind them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/diag.h"

static trap t;

static int setup(void **state) {
  *state = arena_new(&t, 0);
  return 0;
}

static int teardown(void **state) {
  arena_free(*state);
  return 0;
}

static const char *said(arena *a, diag_place place, const char *one, const char *two) {
  diag_list *l = diag_list_new(a);
  diag_add(l, DIAG_MISSING_CHARACTER, place, one, two, (const char *)NULL);
  return diag_format(a, l->first, NULL);
}

static void test_a_place_is_as_exact_as_it_is_known(void **state) {
  arena *a = *state;
#define SENTENCE "warning: No font has the character x (U+0078). Use another character or a font family that has it."
  assert_string_equal(said(a, (diag_place){0}, "x", "U+0078"), SENTENCE);
  assert_string_equal(said(a, (diag_place){.file = "a.xml"}, "x", "U+0078"), "a.xml: " SENTENCE);
  assert_string_equal(said(a, (diag_place){.file = "a.xml", .line = 12}, "x", "U+0078"), "a.xml:12: " SENTENCE);
  assert_string_equal(said(a, (diag_place){.line = 12}, "x", "U+0078"), SENTENCE);
  assert_string_equal(
      said(a, (diag_place){.file = "a.xml", .line = 12, .template_file = "p.xsl", .template_line = 88}, "x", "U+0078"),
      "a.xml:12: " SENTENCE " (template p.xsl:88)");
  assert_string_equal(said(a, (diag_place){.template_file = "p.xsl"}, "x", "U+0078"), SENTENCE " (template p.xsl)");
}

static void test_arguments_are_never_formats(void **state) {
  arena *a = *state;
  assert_string_equal(said(a, (diag_place){0}, "%s%n%2", "%1%e%"),
                      "warning: No font has the character %s%n%2 (%1%e%). Use another character or a font family that "
                      "has it.");
  assert_string_equal(said(a, (diag_place){0}, NULL, NULL),
                      "warning: No font has the character  (). Use another character or a font family that has it.");
}

static void test_the_element_is_named(void **state) {
  arena *a = *state;
  diag_list *l = diag_list_new(a);
  diag_add(l, DIAG_SCHEMA_TEXT_ONLY, (diag_place){.element = "fo:block"}, (const char *)NULL);
  assert_string_equal(diag_format(a, l->first, NULL), "error: <fo:block> takes text only, no elements.");
}

static void test_everything_is_copied(void **state) {
  arena *a = *state;
  diag_list *l = diag_list_new(a);
  char file[] = "a.xml", element[] = "fo:block", one[] = "x", sheet[] = "s.xsl";
  diag_add(l, DIAG_MISSING_CHARACTER, (diag_place){file, 3, element, 4, sheet, 5}, one, "y", (const char *)NULL);
  memset(file, '-', 5), memset(element, '-', 8), memset(one, '-', 1), memset(sheet, '-', 5);
  const diag *d = l->first;
  assert_string_equal(d->place.file, "a.xml");
  assert_string_equal(d->place.element, "fo:block");
  assert_string_equal(d->place.template_file, "s.xsl");
  assert_string_equal(d->args[0], "x");
  assert_int_equal(d->place.line + (int)d->place.node + d->place.template_line, 12);
}

static void test_they_are_counted_and_stay_in_order(void **state) {
  diag_list *l = diag_list_new(*state);
  diag_add(l, DIAG_FILE_ABSENT, (diag_place){0}, "a", (const char *)NULL);
  diag_add(l, DIAG_TABLE_EMPTY, (diag_place){0}, (const char *)NULL);
  diag_add(l, DIAG_TABLE_MISSING, (diag_place){0}, "1", "2", (const char *)NULL);
  diag_add(l, DIAG_FILE_ABSENT, (diag_place){0}, "a", (const char *)NULL);
  assert_int_equal(l->errors, 2);
  assert_int_equal(l->warnings, 1);
  static const diag_code order[] = {DIAG_FILE_ABSENT, DIAG_TABLE_EMPTY, DIAG_TABLE_MISSING, DIAG_FILE_ABSENT};
  size_t i = 0;
  for (const diag *d = l->first; d; d = d->next) assert_int_equal(d->code, order[i++]);
  assert_int_equal(i, 4);
}

static void test_once_is_by_code_and_first_argument(void **state) {
  diag_list *l = diag_list_new(*state);
  for (int i = 0; i < 3; i++) {
    diag_add_once(l, DIAG_UNKNOWN_PROPERTY, (diag_place){.line = i}, "x", (const char *)NULL);
    diag_add_once(l, DIAG_UNKNOWN_PROPERTY, (diag_place){.line = i}, "y", (const char *)NULL);
    diag_add_once(l, DIAG_UNKNOWN_ELEMENT, (diag_place){.line = i}, "x", (const char *)NULL);
    diag_add_once(l, DIAG_TABLE_EMPTY, (diag_place){.line = i}, (const char *)NULL);
  }
  assert_int_equal(l->warnings, 4);
  for (const diag *d = l->first; d; d = d->next) assert_int_equal(d->place.line, 0);
}

static const char *to_spanish(const char *text) {
  if (!strcmp(text, "warning")) return "aviso";
  if (!strcmp(text, "template")) return "plantilla";
  if (strstr(text, "%2")) return "%2 antes de %1.";
  return text;
}

static void test_a_translation_may_change_the_order(void **state) {
  arena *a = *state;
  diag_list *l = diag_list_new(a);
  diag_add(l, DIAG_TABLE_WIDE, (diag_place){.file = "a.xml", .template_file = "p.xsl"}, "1", "2", (const char *)NULL);
  assert_string_equal(diag_format(a, l->first, to_spanish),
                      "a.xml: aviso: 2 antes de 1. Make columns narrower, or give them proportional-column-width(). "
                      "(plantilla p.xsl)");
}

/* What every row of diag.def must be. */
static void test_the_table(void **state) {
  (void)state;
  for (int c = 0; c < DIAG_CODE_COUNT; c++) {
    const char *name = diag_code_name((diag_code)c), *text = diag_code_text((diag_code)c);
    const char *hint = diag_code_hint((diag_code)c);
    if (!name[0] || !text[0]) fail_msg("row %d is not complete", c);
    size_t n = strlen(text), h = strlen(hint);
    bool ends = strchr(".?!", text[n - 1]) || !strcmp(text + n - 2, "%1");
    if (!ends) fail_msg("%s: the text is no sentence: %s", name, text);
    if (h && hint[0] != '%' && !strchr(".?!", hint[h - 1])) fail_msg("%s: the hint is no sentence: %s", name, hint);
    for (const char *p = text; (p = strchr(p, '%')); p++)
      if (p[1] != 'e' && (p[1] < '1' || p[1] > '0' + DIAG_ARGS)) fail_msg("%s: no such argument: %s", name, p);
    for (int other = 0; other < c; other++)
      if (!strcmp(name, diag_code_name((diag_code)other))) fail_msg("%s stands twice", name);
  }
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
  const struct CMUnitTest tests[] = {
      TEST(test_a_place_is_as_exact_as_it_is_known),
      TEST(test_arguments_are_never_formats),
      TEST(test_the_element_is_named),
      TEST(test_everything_is_copied),
      TEST(test_they_are_counted_and_stay_in_order),
      TEST(test_once_is_by_code_and_first_argument),
      TEST(test_a_translation_may_change_the_order),
      TEST(test_the_table),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
