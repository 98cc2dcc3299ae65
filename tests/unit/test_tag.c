/* The structure tree: order, roles, its dump. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "tag/tag.h"

static trap t;

static int setup(void **state) {
  *state = arena_new(&t, 0);
  return 0;
}

static int teardown(void **state) {
  arena_free(*state);
  return 0;
}

static void test_ids_count_from_one_and_children_keep_their_order(void **state) {
  tag_tree *tree = tag_tree_new(*state);
  tag_id document = tag_add(tree, 0, TAG_DOCUMENT);
  tag_id one = tag_add(tree, document, TAG_P), two = tag_add(tree, document, TAG_P);
  tag_id inner = tag_add(tree, one, TAG_SPAN), three = tag_add(tree, document, TAG_P);
  assert_int_equal(document, 1);
  assert_int_equal(three, 5);
  assert_int_equal(tag_at(tree, document)->first, one);
  assert_int_equal(tag_at(tree, one)->next, two);
  assert_int_equal(tag_at(tree, two)->next, three);
  assert_int_equal(tag_at(tree, three)->next, 0);
  assert_int_equal(tag_at(tree, document)->last, three);
  assert_int_equal(tag_at(tree, inner)->parent, one);
  assert_int_equal(tag_at(tree, inner)->row_span, 1);
  assert_int_equal(tag_at(tree, inner)->column_span, 1);
}

static void test_every_role_is_found_by_its_name_and_only_by_it(void **state) {
  (void)state;
  for (int r = 0; r < TAG_ROLE_COUNT; r++) {
    if (r == TAG_NONE) continue;
    assert_int_equal(tag_role_find(tag_role_name((tag_role)r)), r);
  }
  assert_int_equal(tag_role_find("H1"), TAG_H1);
  assert_int_equal(tag_role_find("TOCI"), TAG_TOCI);
  assert_int_equal(tag_role_find(""), TAG_ROLE_COUNT);
  assert_int_equal(tag_role_find("h1"), TAG_ROLE_COUNT);
  assert_int_equal(tag_role_find("H7"), TAG_ROLE_COUNT);
  assert_string_equal(tag_role_name(TAG_NONE), "");
}

static void test_levels_are_those_of_the_standard(void **state) {
  (void)state;
  assert_int_equal(tag_role_level(TAG_SECT), TAG_LEVEL_GROUP);
  assert_int_equal(tag_role_level(TAG_TABLE), TAG_LEVEL_BLOCK);
  assert_int_equal(tag_role_level(TAG_LINK), TAG_LEVEL_INLINE);
  assert_int_equal(tag_role_level(TAG_TD), TAG_LEVEL_OTHER);
}

static void test_the_dump_shows_depth_and_what_is_set(void **state) {
  arena *a = *state;
  tag_tree *tree = tag_tree_new(a);
  tag_id document = tag_add(tree, 0, TAG_DOCUMENT);
  tag_at(tree, document)->language = "es-MX";
  tag_id section = tag_add(tree, document, TAG_SECT);
  tag_at(tree, tag_add(tree, section, TAG_H1))->id = "cap-1";
  tag_id list = tag_add(tree, section, TAG_L);
  tag_at(tree, list)->numbering = TAG_NUMBERING_LOWER_ALPHA;
  tag_add(tree, tag_add(tree, list, TAG_LI), TAG_LBL);
  tag_id row = tag_add(tree, tag_add(tree, document, TAG_TABLE), TAG_TR);
  tag_id head = tag_add(tree, row, TAG_TH);
  tag_at(tree, head)->scope = TAG_SCOPE_COLUMN;
  tag_at(tree, head)->column_span = 2;
  tag_at(tree, head)->row_span = 3;
  tag_id figure = tag_add(tree, 0, TAG_FIGURE);
  tag_at(tree, figure)->alt = "a \"seal\"\nof wax";
  tag_at(tree, figure)->actual = "\\";
  tag_add(tree, figure, TAG_NONE);
  strbuf out = strbuf_new(a);
  tag_dump(tree, &out);
  assert_string_equal(out.at, "Document #1 lang=es-MX\n"
                              "  Sect #2\n"
                              "    H1 #3 id=cap-1\n"
                              "    L #4 numbering=LowerAlpha\n"
                              "      LI #5\n"
                              "        Lbl #6\n"
                              "  Table #7\n"
                              "    TR #8\n"
                              "      TH #9 rows=3 columns=2 scope=Column\n"
                              "Figure #10 alt=\"a \\\"seal\\\"\\x0Aof wax\" actual=\"\\\\\"\n"
                              "  - #11\n");
}

static void test_an_empty_tree_dumps_to_nothing(void **state) {
  strbuf out = strbuf_new(*state);
  tag_dump(tag_tree_new(*state), &out);
  assert_string_equal(out.at, "");
}

static void test_a_tree_may_be_as_deep_as_it_likes(void **state) {
  tag_tree *tree = tag_tree_new(*state);
  tag_id id = 0;
  for (int i = 0; i < 2000; i++) id = tag_add(tree, id, TAG_DIV);
  strbuf out = strbuf_new(*state);
  tag_dump(tree, &out);
  assert_non_null(strstr(out.at, "Div #2000\n"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(test_ids_count_from_one_and_children_keep_their_order, setup, teardown),
      cmocka_unit_test(test_every_role_is_found_by_its_name_and_only_by_it),
      cmocka_unit_test(test_levels_are_those_of_the_standard),
      cmocka_unit_test_setup_teardown(test_the_dump_shows_depth_and_what_is_set, setup, teardown),
      cmocka_unit_test_setup_teardown(test_an_empty_tree_dumps_to_nothing, setup, teardown),
      cmocka_unit_test_setup_teardown(test_a_tree_may_be_as_deep_as_it_likes, setup, teardown),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
