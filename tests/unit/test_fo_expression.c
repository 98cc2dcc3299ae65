/* Expressions (XSL 1.1, 5.9-5.10): arithmetic, functions, what has no value. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "fo_fixture.h"

/* text-indent of a 10 pt block with that value; *messages says what was reported. */
static fo_length indent_of(const char *value, const char **messages) {
  static char kept[2000];
  fo_fixture f;
  char flow[4000];
  snprintf(flow, sizeof flow,
           "<fo:block text-indent='7pt'><fo:block id='t' font-size='10pt' text-indent=\"%s\">x</fo:block></fo:block>",
           value);
  fo_fixture_flow(&f, flow);
  fo_length l = fo_fixture_find(&f, "t")->style->text->text_indent;
  snprintf(kept, sizeof kept, "%s", fo_fixture_messages(&f));
  *messages = kept;
  fo_fixture_close(&f);
  return l;
}

typedef struct expected {
  const char *text;
  mpt length;
  int32_t percent;
} expected;

static void assert_values(const expected *cases, size_t n) {
  for (size_t i = 0; i < n; i++) {
    const char *messages;
    fo_length l = indent_of(cases[i].text, &messages);
    if (*messages || l.length != cases[i].length || l.percent != cases[i].percent)
      fail_msg("%s gave %d + %d%%, not %d + %d%%. %s", cases[i].text, l.length, l.percent, cases[i].length,
               cases[i].percent, messages);
  }
}
#define ASSERT_VALUES(cases) assert_values(cases, sizeof cases / sizeof *cases)

static void arithmetic(void **state) {
  (void)state;
  static const expected cases[] = {
      {"1pt + 2pt", 3000, 0},
      {"5pt - 2pt", 3000, 0},
      {"5pt-2pt", 3000, 0},
      {"2 * 3pt", 6000, 0},
      {"3pt*2", 6000, 0},
      {"1pt + 2 * 3pt", 7000, 0},
      {"(1pt + 2pt) * 3", 9000, 0},
      {"10pt div 4", 2500, 0},
      {"1in div 3 * 3", 72000, 0},
      {"(10pt div 2pt) * 1pt", 5000, 0},
      {"10pt mod 4pt", 2000, 0},
      {"(-10pt) mod 4pt", -2000, 0},
      {"-(2pt + 1em)", -12000, 0},
      {"- -3pt", 3000, 0},
      {"50%", 0, 50000},
      {"100% - 2em", -20000, 100000},
      {"(100% - 2em) div 2", -10000, 50000},
      {"12.5% * 2", 0, 25000},
      {"0 + 3pt", 3000, 0},
      {"(7 mod 4) * 1pt", 3000, 0},
      {"1.333333pt", 1333, 0},
  };
  ASSERT_VALUES(cases);
}

static void functions(void **state) {
  (void)state;
  static const expected cases[] = {
      {"max(2pt, 3pt)", 3000, 0},
      {"min(2pt, 3pt)", 2000, 0},
      {"min(20%, 30%)", 0, 20000},
      {"max(1pt, max(2pt, 0.5em))", 5000, 0},
      {"abs(-3pt)", 3000, 0},
      {"abs( -20% )", 0, 20000},
      {"floor(2.7) * 1pt", 2000, 0},
      {"floor(-2.1) * 1pt", -3000, 0},
      {"ceiling(2.1) * 1pt", 3000, 0},
      {"ceiling(-2.9) * 1pt", -2000, 0},
      {"round(2.5) * 1pt", 3000, 0},
      {"round(-2.5) * 1pt", -2000, 0},
      {"from-parent()", 7000, 0},
      {"from-parent(text-indent) + 1pt", 8000, 0},
      {"inherited-property-value() * 2", 14000, 0},
      {"from-parent('font-size')", 12000, 0},
      {"from-nearest-specified-value()", 7000, 0},
      {"from-nearest-specified-value(font-size)", 12000, 0},
      {"from-parent(orphans) * 1pt", 2000, 0},
      {"from-parent(leader-length.maximum)", 0, 100000},
  };
  ASSERT_VALUES(cases);
}

/* Every one is reported and leaves the inherited 7 pt. */
static void what_has_no_value(void **state) {
  (void)state;
  static const char *const texts[] = {"",
                                      "1pt +",
                                      "+",
                                      "1pt 2pt",
                                      "(1pt",
                                      "1pt)",
                                      "1pt + 2",
                                      "2pt * 3pt",
                                      "3pt div 0",
                                      "3pt div 0pt",
                                      "3pt mod 0pt",
                                      "5 mod 2pt",
                                      "1pt div 50%",
                                      "max(1pt, 50%)",
                                      "max(1pt)",
                                      "min()",
                                      "nothing(1pt)",
                                      "from-parent(colour)",
                                      "from-parent(color)",
                                      "inherited-property-value(space-before)",
                                      "body-start()",
                                      "label-end()",
                                      "from-table-column()",
                                      "round(1pt)",
                                      "1pt mod",
                                      "div",
                                      "'text'",
                                      "red",
                                      "#ff0000",
                                      "1..2pt",
                                      "1e3pt",
                                      "rgb(1,2)",
                                      "max(1pt,2pt,3pt)",
                                      "max(1pt 2pt)",
                                      "url(x)",
                                      "5 - ",
                                      "1pt-",
                                      "--",
                                      "((((",
                                      "%",
                                      "pt"};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    const char *messages;
    fo_length l = indent_of(texts[i], &messages);
    if (!strstr(messages, "INVALID_VALUE") || l.length != 7000)
      fail_msg("%s gave %d. %s", texts[i], l.length, messages);
  }
}

static void huge_values_are_clamped(void **state) {
  (void)state;
  static const expected cases[] = {
      {"99999999999999999999999pt", MPT_MAX, 0}, {"-999999999999in", -MPT_MAX, 0},
      {"999999999pt * 999999999", MPT_MAX, 0},   {"999999999pt div 0.000001", MPT_MAX, 0},
      {"999999999in + 999999999in", MPT_MAX, 0}, {"999999999em", MPT_MAX, 0},
      {"0.00000000000000000000001pt", 0, 0},
  };
  ASSERT_VALUES(cases);
  const char *messages;
  assert_true(indent_of("999999999%*999999999", &messages).percent > 0);
}

static void nesting_is_limited(void **state) {
  (void)state;
  char deep[3000];
  memset(deep, '(', 1000);
  memcpy(deep + 1000, "1pt", 3);
  memset(deep + 1003, ')', 1000);
  deep[2003] = 0;
  const char *messages;
  assert_int_equal(indent_of(deep, &messages).length, 7000);
  assert_non_null(strstr(messages, "INVALID_VALUE"));
  memset(deep, '-', 2000);
  memcpy(deep + 2000, "1pt", 4);
  assert_int_equal(indent_of(deep, &messages).length, 1000);
}

static void lists(void **state) {
  (void)state;
  fo_fixture f;
  fo_fixture_flow(
      &f,
      "<fo:list-block provisional-distance-between-starts='30pt' provisional-label-separation='5pt' margin-left='4pt'>"
      "<fo:list-item margin-left='2pt'><fo:list-item-label id='l' end-indent='label-end()'><fo:block>1.</fo:block>"
      "</fo:list-item-label><fo:list-item-body id='b' start-indent='body-start() + 1pt'><fo:block id='in'>x"
      "</fo:block></fo:list-item-body></fo:list-item></fo:list-block>");
  assert_string_equal(fo_fixture_messages(&f), "");
  fo_length end = fo_fixture_find(&f, "l")->style->indent->end_indent;
  assert_int_equal(end.percent, 100000);
  assert_int_equal(end.length, -31000); /* 6 + 30 - 5 */
  assert_int_equal(fo_fixture_find(&f, "b")->style->indent->start_indent.length, 37000);
  assert_int_equal(fo_fixture_find(&f, "in")->style->indent->start_indent.length, 37000);
  fo_fixture_close(&f);
}

static void table_columns(void **state) {
  (void)state;
  fo_fixture f;
  fo_fixture_flow(
      &f, "<fo:table><fo:table-column text-align='center' number-columns-repeated='2' column-width='9pt'/>"
          "<fo:table-column column-number='3' text-align='end'/><fo:table-body>"
          "<fo:table-row><fo:table-cell id='a' number-rows-spanned='2' "
          "text-align='from-table-column()'><fo:block>x</fo:block></fo:table-cell>"
          "<fo:table-cell id='b' column-number='3' "
          "text-align='from-table-column(text-align)'><fo:block>x</fo:block></fo:table-cell></fo:table-row>"
          "<fo:table-row><fo:table-cell id='c' text-align='from-table-column()' "
          "text-indent='from-table-column(column-width)'>"
          "<fo:block>x</fo:block></fo:table-cell>"
          "<fo:table-cell id='d' text-align='from-table-column()'><fo:block>x</fo:block></fo:table-cell></fo:table-row>"
          "</fo:table-body></fo:table>");
  assert_string_equal(fo_fixture_messages(&f), "");
  assert_int_equal(fo_fixture_find(&f, "a")->style->text->text_align, FO_CENTER);
  assert_int_equal(fo_fixture_find(&f, "b")->style->text->text_align, FO_END);
  assert_int_equal(fo_fixture_find(&f, "c")->style->text->text_align, FO_CENTER); /* column 1 is taken by a */
  assert_int_equal(fo_fixture_find(&f, "c")->style->text->text_indent.length, 9000);
  assert_int_equal(fo_fixture_find(&f, "d")->style->text->text_align, FO_END);
  fo_fixture_close(&f);
}

static void proportional_widths(void **state) {
  (void)state;
  fo_fixture f;
  fo_fixture_flow(
      &f, "<fo:table><fo:table-column id='a' column-width='proportional-column-width(1.5) + 2pt'/>"
          "<fo:table-column id='b' column-width='2 * proportional-column-width(1)'/><fo:table-body><fo:table-cell>"
          "<fo:block>x</fo:block></fo:table-cell></fo:table-body></fo:table>");
  fo_length a = fo_fixture_find(&f, "a")->style->table->column_width,
            b = fo_fixture_find(&f, "b")->style->table->column_width;
  assert_int_equal(a.units, 1500);
  assert_int_equal(a.length, 2000);
  assert_int_equal(b.units, 2000);
  fo_fixture_close(&f);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(arithmetic),         cmocka_unit_test(functions),
      cmocka_unit_test(what_has_no_value),  cmocka_unit_test(huge_values_are_clamped),
      cmocka_unit_test(nesting_is_limited), cmocka_unit_test(lists),
      cmocka_unit_test(table_columns),      cmocka_unit_test(proportional_widths),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
