/* From inline content to pieces: white space, case, characters without a font, and what is not text. */
#include "text_fixture.h"

#include <stdio.h>
#include <unistd.h>

#define CHECK(t, id, width, ...) assert_string_equal(text_dump(t, id, width), __VA_ARGS__)

static void test_white_space_collapses_over_inlines(void **state) {
  (void)state;
  text_fixture t;
  text_open(&t, "<fo:block id=\"a\">  uno   <fo:inline> dos </fo:inline>  tres\n\t cuatro  </fo:block>"
                "<fo:block id=\"b\">   <fo:inline> </fo:inline> </fo:block>"
                "<fo:block id=\"c\">1<fo:inline> </fo:inline><fo:inline id=\"z\"/> <fo:inline> </fo:inline>2</fo:block>"
                "<fo:block id=\"d\"/>");
  CHECK(&t, "a", 200, "uno dos tres cuatro#\n");
  CHECK(&t, "b", 200, "nothing");
  CHECK(&t, "c", 200, "1 {#z 10}2#\n");
  CHECK(&t, "d", 200, "nothing");
  text_close(&t);
}

static void test_linefeeds(void **state) {
  (void)state;
  text_fixture t;
  text_open(&t,
            "<fo:block id=\"a\" linefeed-treatment=\"preserve\">uno  \n  dos\n\ntres\n</fo:block>"
            "<fo:block id=\"b\" linefeed-treatment=\"ignore\">uno\ndos</fo:block>"
            "<fo:block id=\"c\" linefeed-treatment=\"treat-as-zero-width-space\">uno\ndos</fo:block>"
            "<fo:block id=\"d\" linefeed-treatment=\"preserve\" white-space-treatment=\"preserve\" "
            "white-space-collapse=\"false\">uno  \n  dos  x</fo:block>"
            "<fo:block id=\"e\" white-space-treatment=\"ignore\">uno dos</fo:block>"
            "<fo:block id=\"f\" linefeed-treatment=\"preserve\" white-space-treatment=\"ignore-if-before-linefeed\">"
            "uno <fo:inline> </fo:inline>\n dos</fo:block>"
            "<fo:block id=\"g\">uno&#x2028;dos</fo:block>");
  CHECK(&t, "a", 200, "uno#\ndos#\n#\ntres#\n");
  CHECK(&t, "b", 200, "unodos#\n");
  CHECK(&t, "c", 25, "uno\u200B\ndos#\n");
  CHECK(&t, "d", 200, "uno#\n  dos  x#\n");
  CHECK(&t, "e", 200, "unodos#\n");
  CHECK(&t, "f", 200, "uno#\n dos#\n");
  CHECK(&t, "g", 200, "uno#\ndos#\n");
  text_close(&t);
}

static void test_case_keeps_accents(void **state) {
  (void)state;
  text_fixture t;
  text_open(
      &t,
      "<fo:block id=\"a\" text-transform=\"uppercase\">águila straße ñandú</fo:block>"
      "<fo:block id=\"b\" text-transform=\"capitalize\">águila real l’eau <fo:inline>i</fo:inline>ndia 3d</fo:block>"
      "<fo:block id=\"c\" text-transform=\"lowercase\">ÁÑO ΟΔΟΣ</fo:block>"
      "<fo:block id=\"d\" text-transform=\"uppercase\" language=\"tr\">i</fo:block>");
  CHECK(&t, "a", 300, "ÁGUILA STRASSE ÑANDÚ#\n");
  CHECK(&t, "b", 300, "Águila Real L’eau India 3d#\n");
  CHECK(&t, "c", 300, "áño οδος#\n");
  CHECK(&t, "d", 300, "İ#\n");
  text_close(&t);
}

static void test_a_character_without_a_font_is_reported_once(void **state) {
  (void)state;
  text_fixture t;
  text_open(&t, "<fo:block id=\"a\">汉 汉 x</fo:block>\n<fo:block id=\"b\">汉</fo:block>"
                "<fo:block id=\"c\" font-family=\"Nada, Otra\">x</fo:block>");
  CHECK(&t, "a", 200, "? ? x#\n");
  CHECK(&t, "b", 200, "?#\n");
  CHECK(&t, "c", 200, "x#\n");
  assert_string_equal(fo_fixture_messages(&t.fo),
                      "1 warning MISSING_CHARACTER U+6C49\n2 warning FONT_NOT_FOUND Nada\n");
  text_close(&t);
}

static void test_fallback_makes_a_run_of_its_own(void **state) {
  (void)state;
  text_fixture t;
  /* Of the bundled faces only Liberation Serif has U+F004. */
  text_open(&t, "<fo:block id=\"a\" font-family=\"Liberation Sans\">a&#xF004;b</fo:block>");
  const text_line *line = text_line_of(&t, "a", 200, 0);
  assert_int_equal(line->n, 3);
  static const char *const families[] = {"Liberation Sans", "Liberation Serif", "Liberation Sans"};
  static const char *const texts[] = {"a", "\uF004", "b"};
  for (uint32_t i = 0; i < 3; i++) {
    const text_run *run = &line->pieces[i].run;
    assert_string_equal(run->face->family, families[i]);
    assert_int_equal(run->text_size, strlen(texts[i]));
    assert_memory_equal(run->text, texts[i], run->text_size);
    assert_int_equal(run->n, 1);
    assert_int_not_equal(run->glyphs[0].id, 0);
  }
  assert_null(t.fo.diags->first);
  text_close(&t);
}

static void test_a_glyph_stands_for_all_its_characters(void **state) {
  (void)state;
  text_fixture t;
  text_open(&t, "<fo:block id=\"a\">ne\u0301n</fo:block><fo:block id=\"b\" letter-spacing=\"2pt\">fin</fo:block>");
  const text_piece *p = text_piece_of(text_line_of(&t, "a", 200, 0), PIECE_GLYPHS, 0);
  assert_int_equal(p->run.n, 3);
  assert_int_equal(p->run.glyphs[1].cluster, 1);
  assert_int_equal(p->run.glyphs[2].cluster, 4);
  assert_int_equal(p->run.text_size, 5);
  p = text_piece_of(text_line_of(&t, "b", 200, 0), PIECE_GLYPHS, 0);
  assert_int_equal(p->run.n, 3);
  assert_int_equal(p->run.letter_space, 2000);
  text_close(&t);
}

static void test_letters_are_kerned(void **state) {
  (void)state;
  text_fixture t;
  text_open(&t, "<fo:block id=\"a\">AV</fo:block><fo:block id=\"b\">A<fo:inline>V</fo:inline></fo:block>");
  assert_true(text_end_of(text_line_of(&t, "a", 200, 0)) < text_end_of(text_line_of(&t, "b", 200, 0)));
  text_close(&t);
}

static void test_boxes_and_links_go_over_line_ends(void **state) {
  (void)state;
  text_fixture t;
  text_open(
      &t,
      "<fo:block id=\"a\">uno <fo:basic-link internal-destination=\"a\">dos tres cuatro cinco seis siete ocho nueve"
      "</fo:basic-link> doce</fo:block>"
      "<fo:block id=\"b\">uno <fo:inline border=\"1pt solid red\" padding=\"2pt\" space-start=\"5pt\">dos tres cuatro "
      "cinco seis</fo:inline> siete</fo:block>"
      "<fo:block id=\"c\"><fo:inline background-color=\"yellow\"><fo:basic-link external-destination=\"x\">uno"
      "</fo:basic-link> dos</fo:inline></fo:block>");
  CHECK(&t, "a", 120,
        "uno {link 23 79 <}dos tres cuatro \n{link 0 111 }cinco seis siete ocho \n{link 0 33 >}nueve doce#\n");
  CHECK(&t, "b", 120, "uno {box 28 82 <}dos tres cuatro \n{box 0 56 >}cinco seis siete#\n");
  CHECK(&t, "c", 120, "{box 0 43 <>}{link 0 20 <>}uno dos#\n");
  text_close(&t);
}

static void test_anchors_stand_on_their_lines(void **state) {
  (void)state;
  text_fixture t;
  text_open(&t, "<fo:block id=\"a\">uno <fo:inline id=\"x\"/>dos <fo:wrapper id=\"y\">tres</fo:wrapper></fo:block>"
                "<fo:block id=\"b\"><fo:inline id=\"z\"/></fo:block>"
                "<fo:block id=\"c\">uno<fo:inline id=\"w\"/> dos</fo:block>");
  text_paragraph *p = text_collect(&t, "a");
  const text_breaks *b = text_paragraph_break(p, &t.context, 30 * MPT_PT);
  assert_int_equal(b->n, 3);
  assert_int_equal(b->line[0].anchor_count, 0);
  assert_int_equal(b->line[1].anchor_count, 1);
  assert_string_equal(b->line[1].anchors[0]->style->reference->id, "x");
  assert_string_equal(b->line[2].anchors[0]->style->reference->id, "y");
  p = text_collect(&t, "b");
  b = text_paragraph_break(p, &t.context, 30 * MPT_PT);
  assert_int_equal(b->n, 1);
  assert_int_equal(b->line[0].anchor_count, 1);
  assert_int_equal(b->line[0].ascent + b->line[0].descent, 0);
  CHECK(&t, "c", 30, "uno {#w 20}\ndos#\n");
  text_close(&t);
}

static void test_decorations(void **state) {
  (void)state;
  text_fixture t;
  text_open(&t, "<fo:block id=\"a\">uno <fo:inline text-decoration=\"underline\">dos <fo:inline "
                "color=\"red\">tres</fo:inline> cuatro"
                "</fo:inline> cinco</fo:block>");
  CHECK(&t, "a", 70, "uno dos {rule 23 43}tres \ncuatro{rule 0 33} cinco#\n");
  const text_line *line = text_line_of(&t, "a", 70, 0);
  const text_piece *rule = text_piece_of(line, PIECE_RULE, 0);
  assert_in_range(rule->y, 500, 2000);
  assert_in_range(rule->height, 500, 1200);
  assert_int_equal(rule->tag, TAG_ARTIFACT);
  text_close(&t);
}

static void test_blocks_inside_of_inlines_keep_their_text(void **state) {
  (void)state;
  text_fixture t;
  text_open(&t, "<fo:block id=\"a\">uno<fo:inline><fo:block>dos</fo:block></fo:inline>tres</fo:block>");
  CHECK(&t, "a", 200, "uno#\ndos#\ntres#\n");
  text_close(&t);
}

static void test_retrieved_markers_and_characters(void **state) {
  (void)state;
  text_fixture t;
  text_open(&t,
            "<fo:block id=\"a\"><fo:marker marker-class-name=\"c\">uno <fo:inline font-weight=\"bold\">dos</fo:inline>"
            "</fo:marker>x<fo:character character=\"&#xE1;\"/></fo:block>");
  CHECK(&t, "a", 200, "{#fo:marker 0}xá#\n");
  fo_node block = *fo_fixture_find(&t.fo, "a"), retrieve = block;
  retrieve.element = FO_ELEMENT_RETRIEVE_MARKER;
  retrieve.first = retrieve.next = NULL;
  block.first = &retrieve;
  assert_string_equal(
      text_dump_paragraph(&t, text_paragraph_collect(&t.context, t.arena, &block, &retrieve, NULL), 100000), "nothing");
  t.marker = fo_fixture_find(&t.fo, "a")->first;
  assert_int_equal(t.marker->element, FO_ELEMENT_MARKER);
  assert_string_equal(
      text_dump_paragraph(&t, text_paragraph_collect(&t.context, t.arena, &block, &retrieve, NULL), 100000),
      "uno dos#\n");
  text_close(&t);
}

static const unsigned char png[] = {
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52,
    0x00, 0x00, 0x00, 0x28, 0x00, 0x00, 0x00, 0x14, 0x08, 0x00, 0x00, 0x00, 0x00, 0xDA, 0x2D, 0x20,
    0x67, 0x00, 0x00, 0x00, 0x14, 0x49, 0x44, 0x41, 0x54, 0x78, 0xDA, 0x63, 0x68, 0x20, 0x12, 0x30,
    0x8C, 0x2A, 0x1C, 0x55, 0x38, 0xAA, 0x10, 0x04, 0x00, 0xC8, 0xB4, 0x90, 0x10, 0xFC, 0xAF, 0xB1,
    0x4F, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
};

static void test_images(void **state) {
  (void)state;
  const char *path = "/tmp/pliego-test-text.png";
  FILE *f = fopen(path, "wb");
  assert_non_null(f);
  fwrite(png, 1, sizeof png, f);
  fclose(f);
#define GRAPHIC "<fo:external-graphic src=\"/tmp/pliego-test-text.png\" "
  text_fixture t;
  text_open(&t, "<fo:block id=\"a\">x" GRAPHIC "/>y</fo:block>"
                "<fo:block id=\"b\">" GRAPHIC "content-width=\"60pt\"/></fo:block>"
                "<fo:block id=\"c\">" GRAPHIC "content-width=\"scale-to-fit\" width=\"50%\"/></fo:block>"
                "<fo:block id=\"d\">" GRAPHIC
                "content-width=\"30pt\" content-height=\"30pt\" scaling=\"non-uniform\"/></fo:block>"
                "<fo:block id=\"e\">" GRAPHIC "content-width=\"200%\" content-height=\"10pt\"/></fo:block>"
                "<fo:block id=\"f\" text-align=\"center\">" GRAPHIC "width=\"100pt\" height=\"50pt\"/></fo:block>"
                "<fo:block id=\"g\">" GRAPHIC "content-width=\"300pt\"/></fo:block>"
                "<fo:block id=\"h\">x" GRAPHIC "baseline-shift=\"-10pt\"/></fo:block>");
  CHECK(&t, "a", 200, "x{image 6 -20 40 20}y#\n");
  CHECK(&t, "b", 200, "{image 0 -30 60 30}#\n");
  CHECK(&t, "c", 200, "{image 0 -50 100 50}#\n");
  CHECK(&t, "d", 200, "{image 0 -30 30 30}#\n");
  CHECK(&t, "e", 200, "{image 0 -10 20 10}#\n");
  CHECK(&t, "f", 200, "{image 80 -50 40 20}#\n");
  CHECK(&t, "g", 200, "{image 0 -150 300 150}#\n");
  CHECK(&t, "h", 200, "x{image 6 -10 40 20}#\n");
  assert_string_equal(fo_fixture_messages(&t.fo), "1 warning GRAPHIC_TOO_WIDE /tmp/pliego-test-text.png\n");
  const text_line *line = text_line_of(&t, "b", 200, 0);
  assert_int_equal(line->ascent, 30000);
  line = text_line_of(&t, "h", 200, 0);
  assert_int_equal(line->descent, 10000);
  text_close(&t);
  unlink(path);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_white_space_collapses_over_inlines),
      cmocka_unit_test(test_linefeeds),
      cmocka_unit_test(test_case_keeps_accents),
      cmocka_unit_test(test_a_character_without_a_font_is_reported_once),
      cmocka_unit_test(test_fallback_makes_a_run_of_its_own),
      cmocka_unit_test(test_a_glyph_stands_for_all_its_characters),
      cmocka_unit_test(test_letters_are_kerned),
      cmocka_unit_test(test_boxes_and_links_go_over_line_ends),
      cmocka_unit_test(test_anchors_stand_on_their_lines),
      cmocka_unit_test(test_decorations),
      cmocka_unit_test(test_blocks_inside_of_inlines_keep_their_text),
      cmocka_unit_test(test_retrieved_markers_and_characters),
      cmocka_unit_test(test_images),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
