/* Fonts: what a directory gives, how a style finds its face, what stands in. */
#include "text_fixture.h"

#include <stdio.h>
#include <unistd.h>

static const char *const sans[] = {"Liberation Sans", NULL};

static fo_font_style style_of(const char *const *families, int16_t weight, fo_enum slant) {
  return (fo_font_style){families, 12000, weight, slant, FO_NORMAL, FO_NORMAL};
}

typedef struct world {
  trap trap;
  arena *a;
  font_set *set;
  int n;
} world;

static void open_world(world *w, const char *directory) {
  memset(w, 0, sizeof *w);
  w->a = arena_new(&w->trap, 0);
  w->set = font_set_new(w->a);
  w->n = font_set_add_directory(w->set, directory);
}

static void close_world(world *w) {
  font_set_close(w->set);
  arena_free(w->a);
}

static void test_a_directory_is_listed_in_order_of_name(void **state) {
  (void)state;
  world w;
  open_world(&w, FONTS);
  assert_int_equal(w.n, 12);
  assert_int_equal(font_set_count(w.set), 12);
  assert_string_equal(font_set_at(w.set, 0)->postscript_name, "LiberationMono-Bold");
  assert_string_equal(font_set_at(w.set, 11)->postscript_name, "LiberationSerif");
  assert_int_equal(font_set_at(w.set, 11)->number, 11);
  assert_null(font_set_at(w.set, 12));
  assert_int_equal(font_set_add_directory(w.set, "/nowhere"), -1);
  close_world(&w);
}

static void check_face(world *w, const char *const *families, int16_t weight, fo_enum slant, bool exact,
                       const char *name) {
  fo_font_style style = style_of(families, weight, slant);
  bool found;
  const font_face *f = font_set_find(w->set, &style, &found);
  assert_non_null(f);
  assert_string_equal(f->postscript_name, name);
  assert_int_equal(found, exact);
}

static void test_family_weight_and_slant(void **state) {
  (void)state;
  world w;
  open_world(&w, FONTS);
  check_face(&w, sans, 400, FO_NORMAL, true, "LiberationSans");
  check_face(&w, sans, 700, FO_NORMAL, true, "LiberationSans-Bold");
  check_face(&w, sans, 400, FO_ITALIC, true, "LiberationSans-Italic");
  check_face(&w, sans, 700, FO_OBLIQUE, true, "LiberationSans-BoldItalic");
  check_face(&w, sans, 500, FO_NORMAL, true, "LiberationSans");
  check_face(&w, sans, 600, FO_NORMAL, true, "LiberationSans-Bold");
  check_face(&w, sans, 100, FO_NORMAL, true, "LiberationSans");
  close_world(&w);
}

static void test_generic_and_metric_names(void **state) {
  (void)state;
  world w;
  open_world(&w, FONTS);
  static const char *const mixed[] = {"Nowhere", "monospace", NULL};
  static const char *const arial[] = {"ARIAL", NULL}, *const times[] = {"Times New Roman", NULL};
  static const char *const none[] = {"Nowhere", NULL};
  check_face(&w, mixed, 400, FO_NORMAL, true, "LiberationMono");
  check_face(&w, arial, 700, FO_NORMAL, true, "LiberationSans-Bold");
  check_face(&w, times, 400, FO_ITALIC, true, "LiberationSerif-Italic");
  check_face(&w, none, 400, FO_NORMAL, false, "LiberationSans");
  close_world(&w);
}

static void test_metrics(void **state) {
  (void)state;
  world w;
  open_world(&w, FONTS);
  fo_font_style style = style_of(sans, 400, FO_NORMAL);
  bool exact;
  const font_face *f = font_set_find(w.set, &style, &exact);
  assert_int_equal(f->units_per_em, 2048);
  assert_int_equal(f->ascender, 1854);
  assert_int_equal(f->descender, -434);
  assert_int_equal(f->cap_height, 1409);
  assert_int_equal(f->space, 569);
  assert_int_equal(f->hyphen, 0xAD);
  assert_false(f->fixed_pitch || f->serif || f->italic);
  assert_true(font_face_has(f, 0xF1));
  assert_true(font_face_has(f, 0x2026));
  assert_false(font_face_has(f, 0x6C49));
  assert_int_equal(font_scale(f, 1024, 12000), 6000);
  static const char *const mono[] = {"Liberation Mono", NULL}, *const serif[] = {"Liberation Serif", NULL};
  fo_font_style m = style_of(mono, 400, FO_NORMAL), s = style_of(serif, 700, FO_ITALIC);
  assert_true(font_set_find(w.set, &m, &exact)->fixed_pitch);
  f = font_set_find(w.set, &s, &exact);
  assert_true(f->serif && f->italic && f->weight == 700 && f->italic_angle < 0);
  close_world(&w);
}

static void test_fallback_takes_a_face_that_has_the_character(void **state) {
  (void)state;
  world w;
  open_world(&w, FONTS);
  fo_font_style style = style_of(sans, 700, FO_NORMAL);
  const font_face *f = font_set_fallback(w.set, &style, 'x');
  assert_string_equal(f->postscript_name, "LiberationSans-Bold");
  assert_null(font_set_fallback(w.set, &style, 0x6C49));
  close_world(&w);
}

static void write_file(const char *path, const char *bytes, size_t n) {
  FILE *f = fopen(path, "wb");
  assert_non_null(f);
  fwrite(bytes, 1, n, f);
  fclose(f);
}

static void test_files_that_are_no_fonts_are_left_out(void **state) {
  (void)state;
  char directory[] = "/tmp/pliego-fonts-XXXXXX", path[64];
  assert_non_null(mkdtemp(directory));
  static const char head[] = "\0\1\0\0\0\x10\1\0\0\4\0\0OS/2\0\0\0\0\xFF\xFF\xFF\xF0\xFF\xFF\xFF\xFF";
  snprintf(path, sizeof path, "%s/a.ttf", directory);
  write_file(path, "this is no font", 15);
  snprintf(path, sizeof path, "%s/b.otf", directory);
  write_file(path, head, sizeof head);
  snprintf(path, sizeof path, "%s/c.ttf", directory);
  write_file(path, "", 0);
  world w;
  open_world(&w, directory);
  assert_int_equal(w.n, 0);
  fo_font_style style = style_of(sans, 400, FO_NORMAL);
  bool exact;
  assert_null(font_set_find(w.set, &style, &exact));
  assert_null(font_set_fallback(w.set, &style, 'a'));
  close_world(&w);
  for (char c = 'a'; c <= 'c'; c++) {
    snprintf(path, sizeof path, "%s/%c.%s", directory, c, c == 'b' ? "otf" : "ttf");
    unlink(path);
  }
  rmdir(directory);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_a_directory_is_listed_in_order_of_name),
      cmocka_unit_test(test_family_weight_and_slant),
      cmocka_unit_test(test_generic_and_metric_names),
      cmocka_unit_test(test_metrics),
      cmocka_unit_test(test_fallback_takes_a_face_that_has_the_character),
      cmocka_unit_test(test_files_that_are_no_fonts_are_left_out),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
