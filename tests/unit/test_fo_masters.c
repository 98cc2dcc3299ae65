/* Page masters: the regions' rectangles, and the automaton of a page-sequence-master. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "fo/masters.h"
#include "fo_fixture.h"

typedef struct masters_fixture {
  fo_fixture fo;
  fo_masters *masters;
} masters_fixture;

static void masters_open(masters_fixture *f, const char *set) {
  char xml[6000];
  snprintf(xml, sizeof xml,
           "<fo:root>%s<fo:page-sequence master-reference='s'><fo:flow "
           "flow-name='xsl-region-body'><fo:block>x</fo:block></fo:flow>"
           "</fo:page-sequence></fo:root>",
           set);
  fo_fixture_open(&f->fo, xml);
  f->masters = fo_masters_build(f->fo.arena, f->fo.document, f->fo.diags);
}

static void masters_close(masters_fixture *f) {
  fo_fixture_close(&f->fo);
}

#define SET(content) "<fo:layout-master-set>" content "</fo:layout-master-set>"
#define PAGE(name)                                                                                                     \
  "<fo:simple-page-master master-name='" name                                                                          \
  "' page-width='100pt' page-height='200pt'><fo:region-body/></fo:simple-page-master>"
#define PAGES PAGE("a") PAGE("b") PAGE("c") PAGE("d")
#define CONDITION(name, conditions) "<fo:conditional-page-master-reference master-reference='" name "' " conditions "/>"

/* The masters of `n` pages, the page after the nth being the last: their names in a row. `blank` is a page number. */
static const char *walk(const fo_master_automaton *m, int first_number, int n, int blank) {
  static char names[100];
  fo_master_state state = 0;
  int i = 0;
  for (; i < n; i++) {
    fo_master_choice c = fo_master_choose(m, state, first_number + i, i == 0, i == n - 1, first_number + i == blank);
    assert_true(c.next < fo_master_state_count(m));
    names[i] = c.master->name[0];
    state = c.next;
  }
  names[i] = 0;
  return names;
}

static void assert_region(const fo_page_master *m, fo_region_kind kind, mpt x, mpt y, mpt width, mpt height) {
  const fo_region *r = &m->region[kind];
  assert_non_null(r->node);
  assert_int_equal(r->x, x * 1000);
  assert_int_equal(r->y, y * 1000);
  assert_int_equal(r->width, width * 1000);
  assert_int_equal(r->height, height * 1000);
}

static const fo_page_master *page_of(const masters_fixture *f, const char *name) {
  return fo_master_choose(fo_masters_find(f->masters, name), 0, 1, true, false, false).master;
}

static void five_regions(void **state) {
  (void)state;
  masters_fixture f;
  masters_open(
      &f,
      SET("<fo:simple-page-master master-name='s' page-width='500pt' page-height='800pt' margin='10pt 20pt 30pt 40pt'>"
          "<fo:region-body margin='50pt' region-name='main'/><fo:region-before extent='60pt'/>"
          "<fo:region-after extent='10%'/><fo:region-start extent='25pt' region-name='left'/><fo:region-end "
          "extent='35pt'/>"
          "</fo:simple-page-master>"));
  assert_string_equal(fo_fixture_messages(&f.fo), "");
  const fo_page_master *m = page_of(&f, "s");
  assert_int_equal(m->width, 500000);
  assert_int_equal(m->height, 800000);
  /* within the margins: 440 x 760 at (40, 10) */
  assert_region(m, REGION_BODY, 90, 60, 340, 660);
  assert_region(m, REGION_BEFORE, 65, 10, 380, 60);
  assert_region(m, REGION_AFTER, 65, 694, 380, 76);
  assert_region(m, REGION_START, 40, 10, 25, 760);
  assert_region(m, REGION_END, 445, 10, 35, 760);
  assert_string_equal(m->region[REGION_BODY].name, "main");
  assert_string_equal(m->region[REGION_BEFORE].name, "xsl-region-before");
  assert_string_equal(m->region[REGION_AFTER].name, "xsl-region-after");
  assert_string_equal(m->region[REGION_START].name, "left");
  assert_string_equal(m->region[REGION_END].name, "xsl-region-end");
  assert_int_equal(m->column_count, 1);
  assert_int_equal(m->column_width, 340000);
  masters_close(&f);
}

static void precedence_gives_the_corners(void **state) {
  (void)state;
  masters_fixture f;
  masters_open(&f, SET("<fo:simple-page-master master-name='s' page-width='500pt' page-height='800pt'><fo:region-body/>"
                       "<fo:region-before extent='60pt' precedence='true'/><fo:region-after extent='50pt'/>"
                       "<fo:region-start extent='25pt'/></fo:simple-page-master>"));
  const fo_page_master *m = page_of(&f, "s");
  assert_region(m, REGION_BEFORE, 0, 0, 500, 60);
  assert_region(m, REGION_AFTER, 25, 750, 475, 50);
  assert_region(m, REGION_START, 0, 60, 25, 740);
  assert_null(m->region[REGION_END].node);
  masters_close(&f);
}

static void borders_and_padding_are_inside(void **state) {
  (void)state;
  masters_fixture f;
  masters_open(&f, SET("<fo:simple-page-master master-name='s' page-width='500pt' page-height='800pt'>"
                       "<fo:region-body margin='10pt' border='2pt solid' padding-left='3pt' "
                       "padding-top='4pt'/></fo:simple-page-master>"));
  const fo_region *r = &page_of(&f, "s")->region[REGION_BODY];
  assert_int_equal(r->x, 10000);
  assert_int_equal(r->content_x, 15000);
  assert_int_equal(r->content_y, 16000);
  assert_int_equal(r->content_width, 480000 - 7000);
  assert_int_equal(r->content_height, 780000 - 8000);
  masters_close(&f);
}

static void columns(void **state) {
  (void)state;
  masters_fixture f;
  masters_open(&f, SET("<fo:simple-page-master master-name='s' page-width='500pt' page-height='800pt'>"
                       "<fo:region-body column-count='3' column-gap='10pt'/></fo:simple-page-master>"));
  const fo_page_master *m = page_of(&f, "s");
  assert_int_equal(m->column_count, 3);
  assert_int_equal(m->column_gap, 10000);
  assert_int_equal(m->column_width, 160000);
  masters_close(&f);
  masters_open(&f, SET("<fo:simple-page-master master-name='s' page-width='500pt' page-height='800pt'>"
                       "<fo:region-body column-count='3' column-gap='300pt'/></fo:simple-page-master>"));
  assert_int_equal(page_of(&f, "s")->column_count, 1);
  assert_int_equal(page_of(&f, "s")->column_width, 500000);
  assert_non_null(strstr(fo_fixture_messages(&f.fo), "error COLUMNS_NO_ROOM"));
  masters_close(&f);
}

static void what_leaves_no_room_is_left_out(void **state) {
  (void)state;
  masters_fixture f;
  masters_open(
      &f, "\n" SET("\n<fo:simple-page-master master-name='s' page-width='0pt' page-height='-5pt' margin-left='700pt'>\n"
                   "<fo:region-body margin-top='500pt' margin-bottom='400pt'/><fo:region-before "
                   "extent='9000pt'/></fo:simple-page-master>"));
  const fo_page_master *m = page_of(&f, "s");
  assert_int_equal(m->width, 612000);
  assert_int_equal(m->height, 792000);
  assert_region(m, REGION_BODY, 0, 0, 612, 792);
  assert_region(m, REGION_BEFORE, 0, 0, 612, 792);
  assert_string_equal(fo_fixture_messages(&f.fo),
                      "3 error PAGE_SIZE page-width\n3 error PAGE_SIZE page-height\n3 error PAGE_NO_ROOM\n"
                      "4 error PAGE_NO_ROOM\n");
  masters_close(&f);
}

static void pages_without_size_are_letter(void **state) {
  (void)state;
  masters_fixture f;
  masters_open(&f, SET("<fo:simple-page-master master-name='s'><fo:region-body/></fo:simple-page-master>"));
  assert_region(page_of(&f, "s"), REGION_BODY, 0, 0, 612, 792);
  masters_close(&f);
}

static void documents_without_masters(void **state) {
  (void)state;
  masters_fixture f;
  masters_open(&f, "");
  const fo_page_master *m = page_of(&f, "s");
  assert_region(m, REGION_BODY, 72, 72, 468, 648);
  assert_string_equal(fo_fixture_messages(&f.fo),
                      "1 error MISSING_CHILD fo:layout-master-set\n1 error MASTER_UNKNOWN s\n");
  masters_close(&f);
}

static void masters_without_body(void **state) {
  (void)state;
  masters_fixture f;
  masters_open(&f, SET("<fo:simple-page-master master-name='s' page-width='100pt' page-height='200pt'/>"));
  assert_region(page_of(&f, "s"), REGION_BODY, 0, 0, 100, 200);
  assert_string_equal(fo_fixture_messages(&f.fo), "1 error MISSING_CHILD fo:region-body\n");
  masters_close(&f);
}

static void names(void **state) {
  (void)state;
  masters_fixture f;
  masters_open(
      &f,
      SET(PAGES PAGE(
          "a") "<fo:page-sequence-master master-name='b'><fo:repeatable-page-master-reference master-reference='zz'/>"
               "</fo:page-sequence-master><fo:page-sequence-master master-name='e'/>"
               "<fo:simple-page-master master-name='f'><fo:region-body/><fo:region-body/></fo:simple-page-master>"));
  assert_string_equal(fo_fixture_messages(&f.fo),
                      "1 error MASTER_TWICE a\n1 error REGION_TWICE\n1 error MASTER_UNKNOWN zz\n"
                      "1 error MASTER_TWICE b\n1 error MASTER_EMPTY\n1 error MASTER_UNKNOWN s\n");
  assert_string_equal(walk(fo_masters_find(f.masters, "nothing"), 1, 3, 0), "aaa");
  assert_string_equal(walk(fo_masters_find(f.masters, NULL), 1, 3, 0), "aaa");
  assert_string_equal(walk(fo_masters_find(f.masters, "e"), 1, 2, 0), "aa");
  assert_string_equal(walk(fo_masters_find(f.masters, "b"), 1, 2, 0), "bb");
  assert_int_equal(fo_master_state_count(fo_masters_find(f.masters, "c")), 1);
  masters_close(&f);
}

static void sub_sequences_follow_each_other(void **state) {
  (void)state;
  masters_fixture f;
  masters_open(
      &f, SET(PAGES "<fo:page-sequence-master master-name='s'><fo:single-page-master-reference master-reference='a'/>"
                    "<fo:repeatable-page-master-reference master-reference='b' maximum-repeats='2'/>"
                    "<fo:repeatable-page-master-reference master-reference='d' maximum-repeats='0'/>"
                    "<fo:repeatable-page-master-reference master-reference='c'/></fo:page-sequence-master>"));
  const fo_master_automaton *m = fo_masters_find(f.masters, "s");
  assert_string_equal(fo_fixture_messages(&f.fo), "");
  assert_string_equal(walk(m, 1, 7, 0), "abbcccc");
  assert_string_equal(walk(m, 1, 2, 0), "ab");
  assert_int_equal(fo_master_state_count(m), 5);
  masters_close(&f);
}

static void used_up_sequences_stay_with_the_last_master(void **state) {
  (void)state;
  masters_fixture f;
  masters_open(
      &f, SET(PAGES "<fo:page-sequence-master master-name='s'><fo:single-page-master-reference master-reference='a'/>"
                    "<fo:repeatable-page-master-alternatives maximum-repeats='2'>" CONDITION("b", "odd-or-even='odd'")
                        CONDITION("c", "") "</fo:repeatable-page-master-alternatives></fo:page-sequence-master>"));
  const fo_master_automaton *m = fo_masters_find(f.masters, "s");
  assert_string_equal(walk(m, 1, 7, 0), "acbcccc");
  masters_close(&f);
}

static void alternatives(void **state) {
  (void)state;
  masters_fixture f;
  masters_open(
      &f,
      SET(PAGES PAGE("e")
              PAGE("f") "<fo:page-sequence-master master-name='s'><fo:repeatable-page-master-alternatives>" CONDITION(
                  "f", "blank-or-not-blank='blank'") CONDITION("e", "page-position='only'")
                  CONDITION("a", "page-position='first'") CONDITION("d", "page-position='last'")
                      CONDITION("b", "odd-or-even='odd' page-position='rest'") CONDITION(
                          "c",
                          "odd-or-even='even' blank-or-not-blank='not-blank'") "</"
                                                                               "fo:repeatable-page-master-alternatives>"
                                                                               "</fo:page-sequence-master>"));
  const fo_master_automaton *m = fo_masters_find(f.masters, "s");
  assert_string_equal(fo_fixture_messages(&f.fo), "");
  assert_string_equal(walk(m, 1, 6, 0), "acbcbd");
  assert_string_equal(walk(m, 2, 6, 0), "abcbcd");
  assert_string_equal(walk(m, 1, 1, 0), "e");
  assert_string_equal(walk(m, 1, 2, 0), "ad");
  assert_string_equal(walk(m, 1, 5, 4), "acbfd");
  assert_int_equal(fo_master_state_count(m), 2);
  masters_close(&f);
}

/* Where no alternative fits, the next sub-sequence is asked; where none is left, the last master of all stands in. */
static void gaps_between_alternatives(void **state) {
  (void)state;
  masters_fixture f;
  masters_open(
      &f,
      SET(PAGES
          "<fo:page-sequence-master master-name='s'><fo:repeatable-page-master-alternatives "
          "maximum-repeats='3'>" CONDITION(
              "a",
              "page-position='first'") "</fo:repeatable-page-master-alternatives>"
                                       "<fo:repeatable-page-master-alternatives>" CONDITION("b", "odd-or-even='odd'")
                                           CONDITION(
                                               "c",
                                               "page-position='last'") "</fo:repeatable-page-master-alternatives></"
                                                                       "fo:page-sequence-master>"));
  const fo_master_automaton *m = fo_masters_find(f.masters, "s");
  assert_string_equal(walk(m, 1, 4, 0), "acbc");
  assert_string_equal(fo_fixture_messages(&f.fo), "1 warning MASTER_GAP an even page\n");
  masters_close(&f);
}

static void many_repeats_count_as_unlimited(void **state) {
  (void)state;
  masters_fixture f;
  masters_open(
      &f, SET(PAGES "<fo:page-sequence-master master-name='s'><fo:single-page-master-reference master-reference='a'/>"
                    "<fo:repeatable-page-master-reference master-reference='b' "
                    "maximum-repeats='30000'/></fo:page-sequence-master>"));
  const fo_master_automaton *m = fo_masters_find(f.masters, "s");
  assert_string_equal(walk(m, 1, 4, 0), "abbb");
  assert_int_equal(fo_master_state_count(m), 3);
  assert_string_equal(fo_fixture_messages(&f.fo), "1 note MASTER_REPEATS\n");
  masters_close(&f);
}

static void uniform_bodies(void **state) {
  (void)state;
  masters_fixture f;
  masters_open(
      &f, SET(PAGES "<fo:simple-page-master master-name='w' page-width='120pt' "
                    "page-height='200pt'><fo:region-body/></fo:simple-page-master>"
                    "<fo:page-sequence-master master-name='s'><fo:single-page-master-reference master-reference='a'/>"
                    "<fo:repeatable-page-master-reference master-reference='b'/></fo:page-sequence-master>"
                    "<fo:page-sequence-master master-name='t'><fo:single-page-master-reference master-reference='w'/>"
                    "<fo:repeatable-page-master-reference master-reference='b'/></fo:page-sequence-master>"));
  assert_true(fo_master_uniform(fo_masters_find(f.masters, "a")));
  assert_true(fo_master_uniform(fo_masters_find(f.masters, "s")));
  assert_false(fo_master_uniform(fo_masters_find(f.masters, "t")));
  masters_close(&f);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(five_regions),
      cmocka_unit_test(precedence_gives_the_corners),
      cmocka_unit_test(borders_and_padding_are_inside),
      cmocka_unit_test(columns),
      cmocka_unit_test(what_leaves_no_room_is_left_out),
      cmocka_unit_test(pages_without_size_are_letter),
      cmocka_unit_test(documents_without_masters),
      cmocka_unit_test(masters_without_body),
      cmocka_unit_test(names),
      cmocka_unit_test(sub_sequences_follow_each_other),
      cmocka_unit_test(used_up_sequences_stay_with_the_last_master),
      cmocka_unit_test(alternatives),
      cmocka_unit_test(gaps_between_alternatives),
      cmocka_unit_test(many_repeats_count_as_unlimited),
      cmocka_unit_test(uniform_bodies),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
