/* Lines: where paragraphs are broken, how lines are filled, leaders, page numbers, measures, and input that is out to hurt. */
#include "text_fixture.h"

#define CHECK(t, id, width, ...) assert_string_equal(text_dump(t, id, width), __VA_ARGS__)
#define SPANISH " language=\"es\" country=\"MX\" hyphenate=\"true\" "
#define PROSE                                                                                                          \
  "El Consejo General del Instituto aprobó la creación e integración de la Comisión Provisional de Vinculación "  \
  "Institucional para el periodo siguiente. "

/* ---- justified ---- */

static void test_justified_lines_end_at_the_width(void **state) {
  (void)state;
  text_fixture t;
  text_open(&t, "<fo:block id=\"a\" text-align=\"justify\"" SPANISH "text-indent=\"20pt\">" PROSE "</fo:block>");
  CHECK(&t, "a", 359,
        "El Consejo General del Instituto aprobó la creación e integra=\n"
        "ción de la Comisión Provisional de Vinculación Institucional para el \n"
        "periodo siguiente.#\n");
  text_paragraph *p = text_collect(&t, "a");
  const text_breaks *b = text_paragraph_break(p, &t.context, 359000);
  for (uint32_t i = 0; i < b->n; i++) {
    const text_line *line = text_paragraph_set(p, &t.context, b, i, t.arena);
    if (!b->line[i].forced) assert_int_equal(text_end_of(line), 359000);
    assert_int_equal(line->pieces[0].x, i ? 0 : 20000);
    assert_int_equal(b->line[i].hyphenated, i == 0);
    assert_false(b->line[i].overflow);
  }
  assert_ptr_equal(text_paragraph_break(p, &t.context, 359000), b); /* remembered */
  text_close(&t);
}

/* The mean word space of a line, in hundredths of the font's own; the space that hangs behind its end is left out. */
static int space_of(const text_line *line) {
  mpt64 sum = 0;
  int n = 0;
  for (uint32_t i = 0; i < line->n; i++) {
    const text_run *run = &line->pieces[i].run;
    for (uint32_t k = 0; k < run->n; k++)
      if (run->text[run->glyphs[k].cluster] == ' ' && (i + 1 < line->n || k + 1 < run->n)) {
        sum += run->glyphs[k].advance;
        n++;
      }
  }
  return n ? (int)(sum * 100 / n / 3334) : 0;
}

static void test_letter_spacing_takes_its_share(void **state) {
  (void)state;
  text_fixture t;
  text_open(&t,
            "<fo:block id=\"a\" text-align=\"justify\" text-align-last=\"justify\">uno dos tres cuatro cinco</fo:block>"
            "<fo:block id=\"b\" text-align=\"justify\" text-align-last=\"justify\" letter-spacing.minimum=\"-0.06pt\" "
            "letter-spacing.optimum=\"0pt\" letter-spacing.maximum=\"0.06pt\">uno dos tres cuatro cinco</fo:block>");
  const text_line *plain = text_line_of(&t, "a", 138, 0), *spaced = text_line_of(&t, "b", 138, 0);
  assert_int_equal(text_end_of(plain), 138000);
  assert_int_equal(text_end_of(spaced), 138000);
  assert_true(space_of(spaced) < space_of(plain));
  assert_in_range(spaced->pieces[0].run.letter_space, 1, 60);
  assert_int_equal(plain->pieces[0].run.letter_space, 0);
  spaced = text_line_of(&t, "b", 134, 0);
  assert_int_equal(text_end_of(spaced), 134000);
  assert_in_range(-spaced->pieces[0].run.letter_space, 1, 60);
  text_close(&t);
}

static void test_word_spacing_limits(void **state) {
  (void)state;
  text_fixture t;
  text_open(&t, "<fo:block id=\"a\" word-spacing=\"5pt\">uno dos</fo:block>"
                "<fo:block id=\"b\" text-align=\"justify\">uno&#160;dos tres cuatro cinco</fo:block>");
  assert_int_equal(space_of(text_line_of(&t, "a", 200, 0)), 249);
  const text_line *line = text_line_of(&t, "b", 72, 0);
  const text_run *run = &line->pieces[0].run;
  assert_int_equal(text_end_of(line), 72000);
  assert_int_equal(run->glyphs[3].advance, run->glyphs[7].advance); /* a no-break space gives like any other */
  assert_memory_equal(run->text, "uno\u00A0dos tres", 13);
  text_close(&t);
}

static void test_no_more_than_two_hyphens_in_a_row(void **state) {
  (void)state;
  text_fixture t;
  text_open(&t, "<fo:block id=\"a\" text-align=\"justify\"" SPANISH ">" PROSE PROSE PROSE "</fo:block>"
                "<fo:block id=\"b\" text-align=\"justify\"" SPANISH "hyphenation-ladder-count=\"1\">" PROSE PROSE PROSE
                "</fo:block>");
  for (int width = 150; width < 400; width += 10)
    for (int k = 0; k < 2; k++) {
      const text_breaks *b = text_paragraph_break(text_collect(&t, k ? "b" : "a"), &t.context, width * MPT_PT);
      int row = 0;
      for (uint32_t i = 0; i < b->n; i++) {
        row = b->line[i].hyphenated ? row + 1 : 0;
        assert_in_range(row, 0, k ? 1 : 2);
      }
    }
  text_close(&t);
}

static void test_the_last_word_stays_whole(void **state) {
  (void)state;
  text_fixture t;
  text_open(&t, "<fo:block id=\"a\" text-align=\"justify\"" SPANISH "text-indent=\"20pt\">" PROSE "</fo:block>");
  CHECK(
      &t, "a", 389,
      "El Consejo General del Instituto aprobó la creación e integración \n"
      "de la Comisión Provisional de Vinculación Institucional para el periodo \nsiguiente.#\n"); /* not: siguien-te */
  text_close(&t);
}

static void test_keys_hold_together(void **state) {
  (void)state;
  text_fixture t;
  text_open(
      &t, "<fo:block id=\"a\" text-align=\"justify\">Mayo -2026, la opción y/o; político-electorales; en la ciudad, y "
          "en la clave IECM-JA125-25 o bien en IECM/ACU-CG-107/2025 fin</fo:block>");
  for (int width = 110; width < 400; width += 7) {
    const char *dump = text_dump(&t, "a", width);
    assert_null(strstr(dump, "Mayo \n"));
    assert_null(strstr(dump, "-\n2026"));
    assert_null(strstr(dump, "y/\no"));
    if (width > 300) assert_non_null(strstr(dump, "IECM-JA125-25"));
    if (width > 330) assert_non_null(strstr(dump, "IECM/ACU-CG-107/2025"));
  }
  text_close(&t);
}

/* ---- hyphens ---- */

static void test_hyphens_only_where_needed_in_ragged_text(void **state) {
  (void)state;
  text_fixture t;
  text_open(&t, "<fo:block id=\"a\"" SPANISH ">Enero - Noviembre 2026</fo:block>"
                "<fo:block id=\"b\"" SPANISH ">" PROSE "</fo:block>"
                "<fo:block id=\"c\"" SPANISH ">Constitucionalmente</fo:block>"
                "<fo:block id=\"d\"" SPANISH ">El IECM y la COVIN con OPLEs</fo:block>");
  CHECK(&t, "a", 90, "Enero - \nNoviembre 2026#\n");
  CHECK(&t, "b", 130,
        "El Consejo General \ndel Instituto aprobó la \ncreación e integración \nde la Comisión \nProvisional de \n"
        "Vinculación Institucional \npara el periodo \nsiguiente.#\n");
  CHECK(&t, "c", 60, "Consti=\ntucional=\nmente#\n");
  CHECK(&t, "d", 41, "El \nIECM \ny la \nCOVIN \ncon \nOPLEs#\n");
  assert_null(t.fo.diags->first);
  text_close(&t);
}

static void test_added_hyphens_are_soft_hyphens_in_the_text(void **state) {
  (void)state;
  text_fixture t;
  text_open(&t, "<fo:block id=\"a\"" SPANISH ">Constitucionalmente</fo:block>"
                "<fo:block id=\"b\">ex&#173;plícita</fo:block>"
                "<fo:block id=\"c\"" SPANISH ">insti<fo:inline font-weight=\"bold\">tuto</fo:inline></fo:block>"
                "<fo:block id=\"d\"" SPANISH "hyphenation-remain-character-count=\"4\" "
                "hyphenation-push-character-count=\"6\">constitucional</fo:block>");
  const text_line *line = text_line_of(&t, "a", 60, 0);
  const text_run *run = &line->pieces[0].run;
  assert_memory_equal(run->text, "Consti\u00AD", 8);
  assert_int_equal(run->glyphs[run->n - 1].cluster, 6);
  hb_codepoint_t glyph;
  assert_true(hb_font_get_nominal_glyph(run->face->font, 0xAD, &glyph));
  assert_int_equal(run->glyphs[run->n - 1].id, glyph);
  CHECK(&t, "b", 40, "ex=\nplícita#\n");
  CHECK(&t, "b", 90, "explícita#\n");
  CHECK(&t, "c", 34, "insti=\ntuto#\n"); /* on the border of two inlines */
  CHECK(&t, "d", 63, "constitu=\ncional#\n");
  text_close(&t);
}

static void test_a_language_without_patterns_is_reported(void **state) {
  (void)state;
  text_fixture t;
  text_open(&t, "<fo:block id=\"a\" language=\"qq\" hyphenate=\"true\">institucional</fo:block>");
  CHECK(&t, "a", 200, "institucional#\n");
  assert_string_equal(fo_fixture_messages(&t.fo), "1 warning NO_HYPHENATION qq\n");
  text_close(&t);
}

/* ---- alignment ---- */

static mpt start_of(text_fixture *t, const char *id, int width, uint32_t line) {
  return text_line_of(t, id, width, line)->pieces[0].x;
}

static void test_alignment_and_indents(void **state) {
  (void)state;
  text_fixture t;
  text_open(&t, "<fo:block id=\"c\" text-align=\"center\">uno</fo:block>"
                "<fo:block id=\"e\" text-align=\"end\">uno</fo:block>"
                "<fo:block id=\"l\" text-align=\"end\" last-line-end-indent=\"10pt\">uno</fo:block>"
                "<fo:block id=\"j\" text-align=\"justify\" text-align-last=\"center\">uno</fo:block>"
                "<fo:block id=\"i\" text-indent=\"-10pt\">uno dos tres</fo:block>"
                "<fo:block id=\"s\" text-align=\"end\" letter-spacing=\"3pt\">uno</fo:block>");
  mpt uno = text_end_of(text_line_of(&t, "i", 100, 0)) + 10000;
  (void)uno;
  assert_int_equal(start_of(&t, "c", 100, 0), (100000 - 20022) / 2);
  assert_int_equal(start_of(&t, "e", 100, 0), 100000 - 20022);
  assert_int_equal(start_of(&t, "l", 100, 0), 90000 - 20022);
  assert_int_equal(start_of(&t, "j", 100, 0), (100000 - 20022) / 2);
  assert_int_equal(start_of(&t, "i", 40, 0), -10000);
  assert_int_equal(start_of(&t, "i", 40, 1), 0);
  assert_int_equal(start_of(&t, "s", 100, 0), 100000 - 20022 - 6000);
  text_close(&t);
}

static void test_wrap_and_keeps_in_a_line(void **state) {
  (void)state;
  text_fixture t;
  text_open(&t,
            "<fo:block id=\"a\" wrap-option=\"no-wrap\">uno dos tres cuatro</fo:block>"
            "<fo:block id=\"b\">uno dos <fo:inline keep-together.within-line=\"always\">tres cuatro cinco</fo:inline> "
            "seis</fo:block>");
  text_paragraph *p = text_collect(&t, "a");
  const text_breaks *b = text_paragraph_break(p, &t.context, 50000);
  assert_int_equal(b->n, 1);
  assert_true(b->line[0].overflow);
  CHECK(&t, "b", 110, "uno dos \ntres cuatro cinco \nseis#\n");
  CHECK(&t, "b", 60, "uno dos \ntres cuatro \ncinco seis#\n");
  text_close(&t);
}

static void test_a_word_wider_than_its_column(void **state) {
  (void)state;
  text_fixture t;
  text_open(&t, "<fo:block id=\"a\">el\nelectroencefalografista va</fo:block>");
  CHECK(&t, "a", 80, "el electroencef\nalografista va#\n");
  CHECK(&t, "a", 1, "e\nl \ne\nl\ne\nc\nt\nr\no\ne\nn\nc\ne\nf\na\nl\no\ng\nr\na\nf\ni\ns\nt\na \nv\na#\n");
  assert_string_equal(fo_fixture_messages(&t.fo),
                      "1 warning WORD_TOO_WIDE electroencefalografista\n1 warning WORD_TOO_WIDE el\n");
  text_close(&t);
}

/* ---- heights ---- */

static void check_height(text_fixture *t, const char *id, mpt ascent, mpt descent) {
  text_paragraph *p = text_collect(t, id);
  const text_breaks *b = text_paragraph_break(p, &t->context, 200000);
  assert_int_equal(b->line[0].ascent, ascent);
  assert_int_equal(b->line[0].descent, descent);
}

static void test_line_heights(void **state) {
  (void)state;
  text_fixture t;
  text_open(&t, "<fo:block id=\"a\" font-size=\"12pt\" line-height=\"15pt\">x</fo:block>"
                "<fo:block id=\"b\" font-size=\"12pt\" line-height=\"10pt\">x</fo:block>"
                "<fo:block id=\"c\" font-size=\"12pt\" line-height=\"15pt\">x<fo:inline "
                "font-size=\"24pt\">x</fo:inline></fo:block>"
                "<fo:block id=\"d\" font-size=\"12pt\" line-height=\"15pt\" line-stacking-strategy=\"font-height\">x"
                "<fo:inline font-size=\"24pt\">x</fo:inline></fo:block>"
                "<fo:block id=\"e\" font-size=\"12pt\" line-height=\"15pt\">x<fo:inline font-size=\"8pt\" "
                "baseline-shift=\"5pt\">x</fo:inline></fo:block>");
  check_height(&t, "a", 11660, 3340); /* 10863 + 2543, 1594 of leading */
  check_height(&t, "b", 9160, 840);
  check_height(&t, "d", 11660, 3340);
  check_height(&t, "e", 12242, 3340); /* 7242 + 5000 */
  text_paragraph *p = text_collect(&t, "c");
  const text_breaks *b = text_paragraph_break(p, &t.context, 200000);
  assert_in_range(b->line[0].ascent, 15000, 21727);
  text_close(&t);
}

/* ---- leaders ---- */

static const text_piece *dots_of(const text_line *line) {
  for (uint32_t i = 0; i < line->n; i++)
    if (line->pieces[i].kind == PIECE_GLYPHS && line->pieces[i].tag == TAG_ARTIFACT) return &line->pieces[i];
  return NULL;
}

#define ENTRY(id, indent, title)                                                                                       \
  "<fo:block id=\"" id "\" text-align-last=\"justify\" text-indent=\"" indent "\">" title                              \
  " <fo:leader leader-pattern=\"dots\" leader-pattern-width=\"5pt\" leader-length.minimum=\"10pt\" "                   \
  "leader-length.optimum=\"20pt\" leader-length.maximum=\"100%\"/> <fo:page-number-citation ref-id=\"a\"/></fo:block>"

static void test_dots_stand_in_columns(void **state) {
  (void)state;
  text_fixture t;
  text_open(&t, ENTRY("a", "0pt", "Introducción") ENTRY("b", "13pt", "Marco legal")
                    ENTRY("c", "0pt", "El marco legal y su objeto"));
  static const char *const ids[] = {"a", "b"};
  for (int i = 0; i < 2; i++) {
    const text_line *line = text_line_of(&t, ids[i], 200, 0);
    const text_piece *dots = dots_of(line);
    assert_int_equal(text_end_of(line), 200000);
    assert_int_equal(dots->run.glyphs[0].advance, 5000);
    assert_int_equal((200000 - (dots->x - (5000 - 3334) / 2)) % 5000, 0);
    assert_int_equal(space_of(line), 100); /* the leader takes all */
  }
  /* A title that leaves no room takes the number along. */
  const char *dump = text_dump(&t, "c", 150);
  assert_non_null(strstr(dump, "\n"));
  assert_null(strstr(dump, "\n1#"));
  text_close(&t);
}

static void test_rules_and_repeated_content(void **state) {
  (void)state;
  text_fixture t;
  text_open(&t, "<fo:block id=\"a\">x<fo:leader leader-pattern=\"rule\" leader-length=\"30pt\" "
                "rule-thickness=\"1pt\"/>y</fo:block>"
                "<fo:block id=\"b\">x<fo:leader leader-pattern=\"use-content\" leader-length=\"30pt\" "
                "leader-pattern-width=\"9pt\">+</fo:leader>y</fo:block>"
                "<fo:block id=\"c\">x<fo:leader leader-pattern=\"space\" leader-length=\"30pt\"/>y</fo:block>"
                "<fo:block id=\"d\">x<fo:leader leader-pattern=\"dots\" leader-length=\"30pt\"/>y</fo:block>");
  CHECK(&t, "a", 100, "x{rule 6 30}y#\n");
  CHECK(&t, "b", 100, "x+++y#\n");
  CHECK(&t, "c", 100, "xy#\n");
  CHECK(&t, "d", 100, "x........y#\n");
  const text_line *line = text_line_of(&t, "a", 100, 0);
  assert_int_equal(text_piece_of(line, PIECE_RULE, 0)->height, 1000);
  assert_int_equal(text_piece_of(line, PIECE_RULE, 0)->tag, TAG_ARTIFACT);
  text_close(&t);
}

/* ---- page numbers ---- */

static void test_a_line_is_set_again_with_its_number(void **state) {
  (void)state;
  text_fixture t;
  text_open(&t, ENTRY("a", "0pt", "Introducción"));
  t.known = false;
  text_paragraph *p = text_collect(&t, "a");
  assert_true(text_paragraph_has_numbers(p));
  const text_breaks *b = text_paragraph_break(p, &t.context, 200000);
  const text_line *line = text_paragraph_set(p, &t.context, b, 0, t.arena);
  assert_true(line->pending);
  uint32_t dots = dots_of(line)->run.n;
  t.known = true;
  t.number = "118";
  line = text_paragraph_set(p, &t.context, b, 0, t.arena);
  assert_false(line->pending);
  assert_int_equal(text_end_of(line), 200000);
  assert_in_range(dots - dots_of(line)->run.n, 2, 3); /* two more digits of 6.7 pt, dots of 5 pt */
  assert_null(t.fo.diags->first);
  text_close(&t);
}

static void test_a_number_too_wide_for_its_room(void **state) {
  (void)state;
  text_fixture t;
  text_open(&t, "<fo:block id=\"a\">Véase la página <fo:page-number-citation ref-id=\"a\"/>.</fo:block>");
  t.known = false;
  text_paragraph *p = text_collect(&t, "a");
  const text_breaks *b = text_paragraph_break(p, &t.context, 109000);
  assert_int_equal(b->n, 1);
  t.known = true;
  t.number = "12";
  text_paragraph_set(p, &t.context, b, 0, t.arena); /* the spaces give */
  assert_null(t.fo.diags->first);
  t.number = "123456";
  text_paragraph_set(p, &t.context, b, 0, t.arena);
  text_paragraph_set(p, &t.context, b, 0, t.arena);
  assert_string_equal(fo_fixture_messages(&t.fo), "1 warning NUMBER_TOO_WIDE 123456\n");
  text_close(&t);
}

static void test_numbers_are_found_before_collecting(void **state) {
  (void)state;
  text_fixture t;
  text_open(&t,
            "<fo:block id=\"a\">x <fo:inline><fo:page-number/></fo:inline></fo:block><fo:block id=\"b\">x</fo:block>");
  assert_true(text_nodes_have_numbers(fo_fixture_find(&t.fo, "a")->first, NULL));
  assert_false(text_nodes_have_numbers(fo_fixture_find(&t.fo, "b")->first, NULL));
  text_close(&t);
}

/* ---- measures ---- */

static void test_narrowest_and_widest(void **state) {
  (void)state;
  text_fixture t;
  text_open(&t, "<fo:block id=\"a\"" SPANISH ">uno constitución</fo:block>"
                "<fo:block id=\"b\">IECM/ACU-CG-107/2025 y</fo:block>"
                "<fo:block id=\"c\" linefeed-treatment=\"preserve\">uno dos\nuno</fo:block>"
                "<fo:block id=\"d\" wrap-option=\"no-wrap\">uno dos</fo:block>");
  text_paragraph *a = text_collect(&t, "a"), *b = text_collect(&t, "b"), *c = text_collect(&t, "c"),
                 *d = text_collect(&t, "d");
  mpt word = text_paragraph_max_width(a) - 20022 - 3334;
  assert_int_equal(text_paragraph_min_width(a), word);
  assert_int_equal(text_paragraph_min_width(b), text_paragraph_max_width(b) - 3334 - 6000);
  assert_int_equal(text_paragraph_min_width(c), 20022);
  assert_int_equal(text_paragraph_max_width(c), text_paragraph_max_width(d));
  assert_int_equal(text_paragraph_min_width(d), text_paragraph_max_width(d));
  assert_int_equal(text_paragraph_break(c, &t.context, text_paragraph_max_width(c))->n, 2);
  assert_int_equal(text_paragraph_break(d, &t.context, text_paragraph_max_width(d))->n, 1);
  text_close(&t);
}

static void test_the_rest_at_another_width(void **state) {
  (void)state;
  text_fixture t;
  text_open(&t,
            "<fo:block id=\"a\" text-indent=\"20pt\">uno dos tres cuatro cinco seis siete ocho nueve diez</fo:block>");
  text_paragraph *p = text_collect(&t, "a");
  const text_breaks *b = text_paragraph_break(p, &t.context, 80000);
  const text_breaks *rest = text_paragraph_break_rest(p, &t.context, b, 1, 130000);
  strbuf out = strbuf_new(t.arena);
  for (uint32_t i = 0; i < rest->n; i++) {
    const text_line *line = text_paragraph_set(p, &t.context, rest, i, t.arena);
    assert_int_equal(line->pieces[0].x, 0);
    text_put_run(&out, &line->pieces[0].run);
  }
  assert_string_equal(out.at, "tres cuatro cinco seis siete ocho nueve diez");
  assert_int_equal(rest->n, 2);
  text_close(&t);
}

/* ---- hostile ---- */

typedef struct flow_text {
  fo_node text;
  text_paragraph *p;
} flow_text;

/* A paragraph of `n` bytes of text in the style of block "a". */
static text_paragraph *paragraph_of(text_fixture *t, const char *text, size_t n) {
  fo_node *block = arena_copy(t->arena, fo_fixture_find(&t->fo, "a"), sizeof(fo_node));
  fo_node *node = ARENA_NEW(t->arena, fo_node);
  *node = (fo_node){.element = FO_TEXT, .style = block->style, .parent = block, .text = text, .text_size = (uint32_t)n};
  block->first = block->last = node;
  return text_paragraph_collect(&t->context, t->arena, block, node, NULL);
}

static void set_all(text_fixture *t, text_paragraph *p, mpt width, size_t *bytes) {
  const text_breaks *b = text_paragraph_break(p, &t->context, width);
  arena *a = arena_new(&t->trap, 0);
  *bytes = 0;
  for (uint32_t i = 0; i < b->n; i++) {
    const text_line *line = text_paragraph_set(p, &t->context, b, i, a);
    for (uint32_t k = 0; k < line->n; k++) *bytes += line->pieces[k].run.text_size;
    arena_reset(a);
  }
  arena_free(a);
}

static void test_ten_megabytes(void **state) {
  (void)state;
  text_fixture t;
  text_open(&t, "<fo:block id=\"a\" text-align=\"justify\"" SPANISH "/>");
  size_t n = 10u << 20, bytes;
  char *text = malloc(n);
  for (size_t i = 0; i < n; i++) text[i] = "institucional y "[i % 16];
  text_paragraph *p = paragraph_of(&t, text, n);
  assert_non_null(p);
  set_all(&t, p, 400000, &bytes);
  assert_in_range(bytes, n - 1, n + n / 8); /* all of it, and the hyphens */
  free(text);
  text_close(&t);
}

static void test_one_word_of_a_megabyte(void **state) {
  (void)state;
  text_fixture t;
  text_open(&t, "<fo:block id=\"a\"/>");
  size_t n = 1u << 20, bytes;
  char *text = malloc(n);
  memset(text, 'x', n);
  text_paragraph *p = paragraph_of(&t, text, n);
  set_all(&t, p, 400000, &bytes);
  assert_int_equal(bytes, n);
  assert_int_equal(text_paragraph_min_width(p), text_paragraph_max_width(p));
  free(text);
  text_close(&t);
}

static void test_control_and_stray_characters(void **state) {
  (void)state;
  text_fixture t;
  text_open(&t, "<fo:block id=\"a\"/>");
  static const char text[] =
      "a\001b\x7F\xFF\xC3 \xED\xA0\x80 \xC2\xAD\xC2\xAD c\u200B\u2060\uFEFF\u202E\u0301 \U0001F600";
  size_t bytes;
  text_paragraph *p = paragraph_of(&t, text, sizeof text - 1);
  set_all(&t, p, 100000, &bytes);
  set_all(&t, p, 1, &bytes);
  set_all(&t, p, 0, &bytes);
  set_all(&t, p, -5000, &bytes);
  set_all(&t, p, MPT_MAX, &bytes);
  assert_in_range(bytes, 8, 60);
  text_close(&t);
}

static void test_silly_styles(void **state) {
  (void)state;
  text_fixture t;
  text_open(&t,
            "<fo:block id=\"a\" font-size=\"0pt\">uno dos</fo:block>"
            "<fo:block id=\"b\" font-size=\"900000pt\" letter-spacing=\"900000pt\" word-spacing=\"900000pt\" "
            "text-indent=\"900000pt\" line-height=\"900000pt\">uno dos tres</fo:block>"
            "<fo:block id=\"c\" letter-spacing=\"-900000pt\" text-align=\"justify\">uno dos tres</fo:block>"
            "<fo:block id=\"d\">x<fo:leader leader-length=\"900000pt\" leader-pattern=\"dots\"/>y"
            "<fo:leader leader-length=\"-5pt\" leader-pattern=\"rule\"/></fo:block>"
            "<fo:block id=\"e\"><fo:inline padding=\"900000pt\" baseline-shift=\"900000pt\">x</fo:inline></fo:block>");
  static const char *const ids[] = {"a", "b", "c", "d", "e"};
  for (int i = 0; i < 5; i++)
    for (int width = 0; width < 300; width += 99) assert_non_null(text_dump(&t, ids[i], width));
  assert_int_equal(text_end_of(text_line_of(&t, "a", 100, 0)), 0);
  text_close(&t);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_justified_lines_end_at_the_width),
      cmocka_unit_test(test_letter_spacing_takes_its_share),
      cmocka_unit_test(test_word_spacing_limits),
      cmocka_unit_test(test_no_more_than_two_hyphens_in_a_row),
      cmocka_unit_test(test_the_last_word_stays_whole),
      cmocka_unit_test(test_keys_hold_together),
      cmocka_unit_test(test_hyphens_only_where_needed_in_ragged_text),
      cmocka_unit_test(test_added_hyphens_are_soft_hyphens_in_the_text),
      cmocka_unit_test(test_a_language_without_patterns_is_reported),
      cmocka_unit_test(test_alignment_and_indents),
      cmocka_unit_test(test_wrap_and_keeps_in_a_line),
      cmocka_unit_test(test_a_word_wider_than_its_column),
      cmocka_unit_test(test_line_heights),
      cmocka_unit_test(test_dots_stand_in_columns),
      cmocka_unit_test(test_rules_and_repeated_content),
      cmocka_unit_test(test_a_line_is_set_again_with_its_number),
      cmocka_unit_test(test_a_number_too_wide_for_its_room),
      cmocka_unit_test(test_numbers_are_found_before_collecting),
      cmocka_unit_test(test_narrowest_and_widest),
      cmocka_unit_test(test_the_rest_at_another_width),
      cmocka_unit_test(test_ten_megabytes),
      cmocka_unit_test(test_one_word_of_a_megabyte),
      cmocka_unit_test(test_control_and_stray_characters),
      cmocka_unit_test(test_silly_styles),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
