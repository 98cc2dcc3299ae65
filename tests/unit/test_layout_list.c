/* The list builder: what list_open, list_push and list_close make of the joins. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "layout/collect.h"
#include "layout/layout.h"

/* A block with a style of its own. */
typedef struct block {
  fo_node node;
  fo_style style;
  fo_block_style s;
  fo_box_style box;
  fo_reference_style reference;
} block;

static const fo_indent_style no_indent;
static const fo_size_style no_size = {.inline_progression.opt.is_auto = 1, .block_progression.opt.is_auto = 1};

static trap t;
static arena *a;
static list_builder b;
static block container, blocks[8];

static void init(block *x, fo_element element) {
  *x = (block){.node.element = element};
  x->style.indent = &no_indent;
  x->style.size = &no_size;
  x->style.block = &x->s;
  x->style.box = &x->box;
  x->style.reference = &x->reference;
  x->node.style = &x->style;
}

static int begin(void **state) {
  (void)state;
  if (TRAP_ARM(&t)) return -1;
  a = arena_new(&t, 0);
  init(&container, FO_ELEMENT_FLOW);
  for (int i = 0; i < 8; i++) init(&blocks[i], FO_ELEMENT_BLOCK);
  b = list_builder_new(NULL, a, &container.node, 400000);
  return 0;
}

static int end(void **state) {
  (void)state;
  arena_free(a);
  return 0;
}

static fo_space space(mpt opt) {
  return (fo_space){.min = opt, .opt = opt, .max = opt};
}

static void open(int i) {
  list_open(&b, &blocks[i].node);
}

static void close(int i) {
  list_close(&b, &blocks[i].node);
}

static void line(void) {
  list_push(&b, (layout_leaf){.kind = LEAF_LINE}, 10000);
}

static solver_item *item(int i) {
  assert_true((size_t)i < b.list->items.n);
  return &b.list->items.at[i];
}

static void spaces_meet_between_blocks(void **state) {
  (void)state;
  blocks[0].s.space_before = space(7000);
  blocks[0].s.space_after = space(5000);
  blocks[1].s.space_before = space(8000);
  blocks[1].s.space_before.retain = 1;
  blocks[1].s.space_after = space(3000);
  open(0), line(), close(0);
  open(1), line(), close(1);
  list_builder_finish(&b);
  assert_int_equal(b.list->lead, 0); /* conditional space at the page's top */
  assert_int_equal(item(0)->gap, 8000);
  assert_int_equal(item(0)->pre, 0);
  assert_int_equal(item(0)->post, 8000);
  assert_int_equal(item(1)->pre, 0);
  assert_int_equal(layout_list_extent(b.list, 0, 2), 28000);
  assert_int_equal(layout_list_extent(b.list, 1, 2), 18000);
}

static void an_empty_block_lets_spaces_meet(void **state) {
  (void)state;
  blocks[0].s.space_after = space(5000);
  blocks[1].s.space_before = space(6000);
  blocks[1].s.space_after = space(9000);
  blocks[2].s.space_before = space(4000);
  open(0), line(), close(0);
  open(1), close(1);
  open(2), line(), close(2);
  list_builder_finish(&b);
  assert_int_equal(item(0)->gap, 9000);
}

static void padding_fences_spaces(void **state) {
  (void)state;
  blocks[0].s.space_before = space(7000);
  blocks[0].box.padding[SIDE_BEFORE].width.length = 2000;
  blocks[0].box.padding[SIDE_AFTER].width.length = 3000;
  blocks[1].s.space_before = space(4000);
  blocks[1].s.space_after = space(6000);
  line();
  open(0), open(1), line(), close(1), close(0);
  line();
  list_builder_finish(&b);
  assert_int_equal(b.list->items.n, 5);
  assert_int_equal(item(0)->gap, 7000);
  assert_int_equal(item(0)->break_kind, SOLVER_MAY);
  assert_int_equal(item(1)->size, 2000);
  assert_int_equal(item(1)->gap, 4000);
  assert_int_equal(item(1)->break_kind, SOLVER_NEVER);
  assert_int_equal(item(2)->gap, 6000);
  assert_int_equal(item(2)->break_kind, SOLVER_NEVER);
  assert_int_equal(item(3)->size, 3000);
  assert_int_equal(item(3)->gap, 0);
}

static void retained_edges_show_inside(void **state) {
  (void)state;
  blocks[0].box.padding[SIDE_BEFORE].width.length = 2000;
  blocks[0].box.padding[SIDE_BEFORE].retain = 1;
  blocks[0].box.padding[SIDE_AFTER].width.length = 3000;
  blocks[0].box.border[SIDE_AFTER] = (fo_border){.width = 500, .retain = 1};
  blocks[1].s.space_before = space(4000);
  open(0), line(), open(1), line(), close(1), close(0);
  line();
  list_builder_finish(&b);
  assert_int_equal(item(1)->gap, 4000);
  assert_int_equal(item(1)->pre, 500);
  assert_int_equal(item(1)->post, 6000); /* the edge, and the space that it fences off from the page's top */
  assert_int_equal(item(3)->pre, 0);     /* behind the box */
  assert_int_equal(item(3)->post, 0);
}

static void keeps_reach_over_their_joins(void **state) {
  (void)state;
  blocks[0].s.keep_with_next.page = FO_KEEP_ALWAYS;
  blocks[1].s.keep_together.column = 5;
  blocks[2].s.keep_together.page = 3;
  blocks[2].s.keep_with_previous.page = 8;
  open(0), line(), line(), close(0);
  open(1), line(), line(), open(2), line(), line(), close(2), close(1);
  line();
  list_builder_finish(&b);
  assert_int_equal(item(0)->keep, 0);
  assert_int_equal(item(1)->keep, KEEP_WEIGHT_ALWAYS);
  assert_int_equal(item(2)->keep, 5);
  assert_int_equal(item(3)->keep, 8);
  assert_int_equal(item(4)->keep, 5);
  assert_int_equal(item(5)->keep, 0);
}

static void keeps_at_the_ends_belong_to_the_container(void **state) {
  (void)state;
  blocks[0].s.keep_with_previous.page = 4;
  blocks[1].s.keep_with_next.page = FO_KEEP_ALWAYS;
  open(0), line(), close(0);
  open(1), line(), close(1);
  list_builder_finish(&b);
  assert_int_equal(b.list->keep_before, 4);
  assert_int_equal(b.list->keep_after, KEEP_WEIGHT_ALWAYS);
  assert_int_equal(item(1)->keep, 0);
}

static void breaks_join(void **state) {
  (void)state;
  blocks[0].s.break_after = FO_PAGE;
  blocks[0].s.keep_with_next.page = FO_KEEP_ALWAYS;
  blocks[1].s.break_before = FO_ODD_PAGE;
  open(0), line(), close(0);
  open(1), line(), close(1);
  list_builder_finish(&b);
  assert_int_equal(item(0)->break_kind, SOLVER_MUST);
  assert_int_equal(item(0)->flag, FO_ODD_PAGE);
  assert_int_equal(item(0)->keep, 0);
}

static void an_empty_block_between_breaks_has_a_page(void **state) {
  (void)state;
  blocks[1].s.break_before = blocks[2].s.break_before = FO_PAGE;
  open(0), line(), close(0);
  open(1), close(1);
  open(2), line(), close(2);
  list_builder_finish(&b);
  assert_int_equal(b.list->items.n, 3);
  assert_int_equal(b.list->leaves.at[1].kind, LEAF_EMPTY);
  assert_int_equal(item(0)->break_kind, SOLVER_MUST);
  assert_int_equal(item(1)->break_kind, SOLVER_MUST);
}

static void a_first_child_breaks_before_its_box(void **state) {
  (void)state;
  blocks[0].box.padding[SIDE_BEFORE].width.length = 2000;
  blocks[0].node.first = &blocks[1].node;
  blocks[1].s.break_before = FO_PAGE;
  line();
  open(0), open(1), line(), close(1), close(0);
  list_builder_finish(&b);
  assert_int_equal(item(0)->break_kind, SOLVER_MUST);
  assert_int_equal(item(1)->break_kind, SOLVER_NEVER);
}

static void a_last_child_breaks_behind_its_box(void **state) {
  (void)state;
  blocks[0].box.padding[SIDE_AFTER].width.length = 2000;
  blocks[1].s.break_after = FO_PAGE;
  open(0), open(1), line(), close(1), close(0);
  line();
  list_builder_finish(&b);
  assert_int_equal(item(0)->break_kind, SOLVER_NEVER);
  assert_int_equal(item(1)->break_kind, SOLVER_MUST);
}

static void ids_go_with_leaves(void **state) {
  (void)state;
  blocks[0].reference.id = "outer";
  blocks[1].reference.id = "empty";
  blocks[2].reference.id = "end";
  open(0), open(1), close(1), line(), line(), close(0);
  open(2), close(2);
  list_builder_finish(&b);
  const layout_leaf *l = b.list->leaves.at;
  assert_int_equal(b.list->leaves.n, 2);
  assert_int_equal(l[0].anchor_count, 2);
  assert_ptr_equal(l[0].anchors[0], &blocks[0].node);
  assert_ptr_equal(l[0].anchors[1], &blocks[1].node);
  assert_int_equal(l[0].end_count, 1);
  assert_int_equal(l[1].end_count, 2);
  assert_ptr_equal(l[1].ends[0], &blocks[0].node);
  assert_ptr_equal(l[1].anchors[0], &blocks[2].node);
}

static void an_id_before_a_break_stays_in_front(void **state) {
  (void)state;
  blocks[1].reference.id = "last";
  blocks[2].s.break_before = FO_PAGE;
  open(0), line(), close(0);
  open(1), close(1);
  open(2), line(), close(2);
  list_builder_finish(&b);
  assert_int_equal(b.list->leaves.at[0].anchor_count, 1);
  assert_int_equal(b.list->leaves.at[1].anchor_count, 0);
}

static void a_fence_parts_spaces(void **state) {
  (void)state;
  blocks[0].s.space_before = space(7000);
  blocks[1].s.space_before = space(4000);
  blocks[2].s.space_before = space(5000);
  blocks[2].s.space_before.retain = 1;
  line();
  open(0), list_fence(&b, true), open(1), line(), close(1);
  open(2), line(), close(2), list_fence(&b, false), close(0);
  list_builder_finish(&b);
  assert_int_equal(item(0)->gap, 7000); /* the conditional space inside begins a reference area */
  assert_int_equal(item(0)->post, 0);
  assert_int_equal(item(1)->gap, 5000);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, begin, end)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(spaces_meet_between_blocks),
      TEST(an_empty_block_lets_spaces_meet),
      TEST(padding_fences_spaces),
      TEST(retained_edges_show_inside),
      TEST(keeps_reach_over_their_joins),
      TEST(keeps_at_the_ends_belong_to_the_container),
      TEST(breaks_join),
      TEST(an_empty_block_between_breaks_has_a_page),
      TEST(a_first_child_breaks_before_its_box),
      TEST(a_last_child_breaks_behind_its_box),
      TEST(ids_go_with_leaves),
      TEST(an_id_before_a_break_stays_in_front),
      TEST(a_fence_parts_spaces),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
