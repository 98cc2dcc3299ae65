/* Properties: kinds of values, compounds, shorthands and their precision, inheritance, what is computed from others. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "fo_fixture.h"

/* The style of <fo:block id="t" ATTRIBUTES/> in a block with OUTER. */
static const fo_style *style_in(fo_fixture *f, const char *outer, const char *attributes) {
  char flow[2000];
  snprintf(flow, sizeof flow, "<fo:block %s><fo:block id='t' %s>x</fo:block></fo:block>", outer, attributes);
  fo_fixture_flow(f, flow);
  const fo_node *n = fo_fixture_find(f, "t");
  assert_non_null(n);
  return n->style;
}

static const fo_style *style_of(fo_fixture *f, const char *attributes) {
  return style_in(f, "", attributes);
}

static void assert_no_messages(const fo_fixture *f) {
  assert_string_equal(fo_fixture_messages(f), "");
}

static void assert_length(fo_length l, mpt length, int32_t percent) {
  assert_int_equal(l.is_auto, 0);
  assert_int_equal(l.length, length);
  assert_int_equal(l.percent, percent);
}

static void assert_color(fo_color c, unsigned rgb) {
  assert_int_equal(c.a, 255);
  assert_int_equal((unsigned)c.r << 16 | (unsigned)c.g << 8 | c.b, rgb);
}

static void initial_values(void **state) {
  (void)state;
  fo_fixture f;
  const fo_style *s = style_of(&f, "");
  assert_no_messages(&f);
  assert_int_equal(s->font->size, 12000);
  assert_int_equal(s->font->weight, 400);
  assert_int_equal(s->font->slant, FO_NORMAL);
  assert_string_equal(s->font->families[0], "sans-serif");
  assert_null(s->font->families[1]);
  assert_color(s->text->color, 0);
  assert_int_equal(s->text->line_height.is_auto, 1);
  assert_int_equal(s->text->text_align, FO_START);
  assert_int_equal(s->text->text_align_last, FO_RELATIVE);
  assert_int_equal(s->text->orphans, 2);
  assert_int_equal(s->text->widows, 2);
  assert_int_equal(s->text->wrap, 1);
  assert_int_equal(s->text->hyphenate, 0);
  assert_int_equal(s->text->hyphen, 0x2010);
  assert_int_equal(s->text->hyphenation_ladder, 0);
  assert_null(s->text->language);
  assert_int_equal(s->inherited->border_collapse, FO_COLLAPSE);
  assert_int_equal(s->inherited->visible, 1);
  assert_length(s->leader->length.min, 0, 0);
  assert_length(s->leader->length.opt, 12000, 0);
  assert_length(s->leader->length.max, 0, 100000);
  assert_int_equal(s->leader->rule_thickness, 1000);
  assert_length(s->list->distance_between_starts, 24000, 0);
  assert_int_equal(s->box->border[SIDE_BEFORE].style, FO_NONE);
  assert_int_equal(s->box->border[SIDE_BEFORE].width, 0);
  assert_int_equal(s->box->background.a, 0);
  assert_int_equal(s->size->inline_progression.opt.is_auto, 1);
  assert_int_equal(s->table->columns_spanned, 1);
  assert_int_equal(s->table->column_number, 0);
  assert_int_equal(s->table->column_width.is_auto, 1);
  assert_int_equal(s->page->maximum_repeats, -1);
  assert_string_equal(s->page->format, "1");
  assert_int_equal(s->position->top.is_auto, 1);
  fo_fixture_close(&f);
}

static void lengths_in_all_units(void **state) {
  (void)state;
  static const struct {
    const char *text;
    mpt value;
  } cases[] = {{"10pt", 10000}, {"1in", 72000},    {"2.5cm", 70866}, {"25.4mm", 72000}, {"1pc", 12000},
               {"10px", 10000}, {"1.5em", 15000},  {"-3pt", -3000},  {"+3pt", 3000},    {".5pt", 500},
               {"0", 0},        {"  4pt  ", 4000}, {"0.0005pt", 1},  {"0.0004pt", 0}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    fo_fixture f;
    char attributes[80];
    snprintf(attributes, sizeof attributes, "font-size='10pt' text-indent='%s'", cases[i].text);
    const fo_style *s = style_of(&f, attributes);
    assert_no_messages(&f);
    assert_length(s->text->text_indent, cases[i].value, 0);
    fo_fixture_close(&f);
  }
}

static void font_sizes(void **state) {
  (void)state;
  static const struct {
    const char *text;
    mpt value;
  } cases[] = {{"medium", 12000}, {"xx-small", 6944}, {"xx-large", 20736}, {"larger", 12000},  {"smaller", 8333},
               {"150%", 15000},   {"2em", 20000},     {"14pt", 14000},     {"inherit", 10000}, {"1em + 50%", 15000}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    fo_fixture f;
    char attributes[80];
    snprintf(attributes, sizeof attributes, "font-size='%s'", cases[i].text);
    const fo_style *s = style_in(&f, "font-size='10pt'", attributes);
    assert_no_messages(&f);
    assert_int_equal(s->font->size, cases[i].value);
    fo_fixture_close(&f);
  }
}

/* em means the element's own size wherever font-size stands among the attributes. */
static void em_is_the_own_font_size(void **state) {
  (void)state;
  fo_fixture f;
  const fo_style *s = style_in(&f, "font-size='10pt'", "space-before='1em' text-indent='2em' font-size='20pt'");
  assert_int_equal(s->block->space_before.opt, 20000);
  assert_length(s->text->text_indent, 40000, 0);
  fo_fixture_close(&f);
}

static void font_weights(void **state) {
  (void)state;
  static const struct {
    const char *outer, *inner;
    int value;
  } cases[] = {{"normal", "bold", 700},  {"normal", "bolder", 700}, {"bold", "bolder", 900}, {"300", "bolder", 400},
               {"900", "lighter", 700},  {"bold", "lighter", 400},  {"400", "lighter", 100}, {"400", "600", 600},
               {"bold", "inherit", 700}, {"bold", "normal", 400}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    fo_fixture f;
    char outer[80], inner[80];
    snprintf(outer, sizeof outer, "font-weight='%s'", cases[i].outer);
    snprintf(inner, sizeof inner, "font-weight='%s'", cases[i].inner);
    assert_int_equal(style_in(&f, outer, inner)->font->weight, cases[i].value);
    fo_fixture_close(&f);
  }
}

static void font_families(void **state) {
  (void)state;
  fo_fixture f;
  const fo_style *s = style_of(&f, "font-family=' Liberation Sans ,\"Foo, Bar\",  serif'");
  assert_string_equal(s->font->families[0], "Liberation Sans");
  assert_string_equal(s->font->families[1], "Foo, Bar");
  assert_string_equal(s->font->families[2], "serif");
  assert_null(s->font->families[3]);
  fo_fixture_close(&f);
}

static void line_heights(void **state) {
  (void)state;
  static const struct {
    const char *text;
    mpt value;
    int32_t factor;
  } cases[] = {{"15pt", 15000, 0}, {"1.5", 15000, 1500}, {"150%", 15000, 0}, {"2em", 20000, 0}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    fo_fixture f;
    char attributes[80];
    snprintf(attributes, sizeof attributes, "line-height='%s' font-size='10pt'", cases[i].text);
    const fo_style *s = style_of(&f, attributes);
    assert_length(s->text->line_height, cases[i].value, 0);
    assert_int_equal(s->text->line_height_factor, cases[i].factor);
    fo_fixture_close(&f);
  }
}

/* A number is inherited as a number, a percentage as the length it came to. */
static void line_height_is_inherited(void **state) {
  (void)state;
  fo_fixture f;
  assert_length(style_in(&f, "line-height='1.5'", "font-size='20pt'")->text->line_height, 30000, 0);
  fo_fixture_close(&f);
  assert_length(style_in(&f, "line-height='150%'", "font-size='20pt'")->text->line_height, 18000, 0);
  fo_fixture_close(&f);
  assert_int_equal(style_in(&f, "line-height='15pt'", "line-height='normal'")->text->line_height.is_auto, 1);
  fo_fixture_close(&f);
  assert_length(style_in(&f, "line-height='2'", "font-size='20pt' line-height='inherit'")->text->line_height, 40000, 0);
  fo_fixture_close(&f);
}

static void colors(void **state) {
  (void)state;
  static const struct {
    const char *text;
    unsigned rgb;
  } cases[] = {{"red", 0xff0000},           {"#5a2a62", 0x5a2a62},          {"#Fa0", 0xffaa00},
               {"rgb(1, 2, 3)", 0x010203},  {"rgb(100%,0%,50%)", 0xff0080}, {"Navy", 0x000080},
               {"rebeccapurple", 0x663399}, {"aliceblue", 0xf0f8ff},        {"yellowgreen", 0x9acd32},
               {"rgb(300,0,0)", 0xff0000}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    fo_fixture f;
    char attributes[80];
    snprintf(attributes, sizeof attributes, "color='%s'", cases[i].text);
    const fo_style *s = style_of(&f, attributes);
    assert_no_messages(&f);
    assert_color(s->text->color, cases[i].rgb);
    fo_fixture_close(&f);
  }
  fo_fixture f;
  assert_int_equal(style_of(&f, "background-color='transparent'")->box->background.a, 0);
  fo_fixture_close(&f);
}

static void colors_of_other_spaces_fall_back(void **state) {
  (void)state;
  fo_fixture f;
  assert_color(style_of(&f, "color='rgb-icc(10,20,30,#CMYK,1,0,0,0)'")->text->color, 0);
  assert_non_null(strstr(fo_fixture_messages(&f), "INVALID_VALUE")); /* #CMYK is no value of an expression */
  fo_fixture_close(&f);
  assert_color(style_of(&f, "color=\"rgb-icc(10,20,30,'x',1)\"")->text->color, 0x0a141e);
  assert_non_null(strstr(fo_fixture_messages(&f), "NOT_BUILT rgb-icc()"));
  fo_fixture_close(&f);
  assert_color(style_of(&f, "color='cmyk(0,1,1,0)'")->text->color, 0xff0000);
  assert_non_null(strstr(fo_fixture_messages(&f), "NOT_BUILT cmyk()"));
  fo_fixture_close(&f);
}

static void spaces(void **state) {
  (void)state;
  fo_fixture f;
  const fo_style *s =
      style_of(&f, "space-before='6pt' space-before.maximum='9pt' space-before.conditionality='retain' "
                   "space-before.precedence='force' space-after.minimum='1pt' space-after.precedence='3'");
  assert_no_messages(&f);
  const fo_space *b = &s->block->space_before, *a = &s->block->space_after;
  assert_int_equal(b->min, 6000);
  assert_int_equal(b->opt, 6000);
  assert_int_equal(b->max, 9000);
  assert_int_equal(b->retain, 1);
  assert_int_equal(b->precedence, SPACE_FORCE);
  assert_int_equal(a->min, 1000);
  assert_int_equal(a->opt, 0);
  assert_int_equal(a->precedence, 3);
  fo_fixture_close(&f);
}

/* Components go before the whole, in any order of attributes. */
static void components_go_first(void **state) {
  (void)state;
  fo_fixture f;
  const fo_style *s = style_of(&f, "space-before.maximum='9pt' space-before='6pt' leader-length.optimum='3pt'");
  assert_int_equal(s->block->space_before.max, 9000);
  assert_int_equal(s->block->space_before.opt, 6000);
  assert_length(s->leader->length.opt, 3000, 0);
  assert_length(s->leader->length.max, 0, 100000);
  fo_fixture_close(&f);
}

static void letter_and_word_spacing(void **state) {
  (void)state;
  fo_fixture f;
  const fo_style *s =
      style_in(&f, "letter-spacing='1pt'", "letter-spacing='normal' word-spacing='2pt' word-spacing.minimum='1pt'");
  assert_int_equal(s->text->letter_spacing.opt, 0);
  assert_int_equal(s->text->word_spacing.min, 1000);
  assert_int_equal(s->text->word_spacing.opt, 2000);
  assert_int_equal(s->text->word_spacing.max, 2000);
  fo_fixture_close(&f);
}

static void keeps_and_breaks(void **state) {
  (void)state;
  fo_fixture f;
  const fo_style *s =
      style_of(&f, "keep-together='always' keep-with-next.within-page='7' keep-with-next.within-column='always' "
                   "keep-with-previous='auto' break-before='odd-page' span='all'");
  assert_no_messages(&f);
  assert_int_equal(s->block->keep_together.page, FO_KEEP_ALWAYS);
  assert_int_equal(s->block->keep_together.column, FO_KEEP_ALWAYS);
  assert_int_equal(s->block->keep_together.line, FO_KEEP_AUTO); /* a block may still be broken into lines */
  assert_int_equal(s->block->keep_with_next.page, 7);
  assert_int_equal(s->block->keep_with_next.column, FO_KEEP_ALWAYS);
  assert_int_equal(s->block->keep_with_previous.page, FO_KEEP_AUTO);
  assert_int_equal(s->block->break_before, FO_ODD_PAGE);
  assert_int_equal(s->block->span, FO_ALL);
  fo_fixture_close(&f);
  fo_fixture_flow(&f, "<fo:block><fo:inline id='i' keep-together='always'>x</fo:inline></fo:block>");
  assert_int_equal(fo_fixture_find(&f, "i")->style->block->keep_together.line, FO_KEEP_ALWAYS);
  fo_fixture_close(&f);
}

static void page_break_properties(void **state) {
  (void)state;
  fo_fixture f;
  const fo_style *s = style_of(&f, "page-break-before='always' page-break-after='avoid' page-break-inside='avoid'");
  assert_int_equal(s->block->break_before, FO_PAGE);
  assert_int_equal(s->block->keep_with_next.page, FO_KEEP_ALWAYS);
  assert_int_equal(s->block->keep_with_next.line, FO_KEEP_AUTO);
  assert_int_equal(s->block->keep_together.column, FO_KEEP_ALWAYS);
  fo_fixture_close(&f);
  s = style_of(&f, "page-break-before='right' break-before='column'");
  assert_int_equal(s->block->break_before, FO_COLUMN);
  fo_fixture_close(&f);
}

static void border_of(const fo_style *s, fo_side side, fo_enum style, mpt width, unsigned rgb) {
  const fo_border *b = &s->box->border[side];
  assert_int_equal(b->style, style);
  assert_int_equal(b->width, width);
  if (style != FO_NONE) assert_color(b->color, rgb);
}

static void border_shorthands(void **state) {
  (void)state;
  fo_fixture f;
  const fo_style *s = style_of(&f, "border='0.5pt solid #5a2a62'");
  for (int i = 0; i < 4; i++) border_of(s, (fo_side)i, FO_SOLID, 500, 0x5a2a62);
  fo_fixture_close(&f);
  s = style_of(&f, "border='solid' color='red'"); /* medium, and the colour of the text */
  border_of(s, SIDE_END, FO_SOLID, 1000, 0xff0000);
  fo_fixture_close(&f);
  s = style_of(&f, "border='1pt' color='red'"); /* no style: no border */
  border_of(s, SIDE_END, FO_NONE, 0, 0);
  fo_fixture_close(&f);
  s = style_of(&f, "border-style='solid dashed' border-width='1pt 2pt 3pt' border-color='red lime blue black'");
  border_of(s, SIDE_BEFORE, FO_SOLID, 1000, 0xff0000);
  border_of(s, SIDE_END, FO_DASHED, 2000, 0x00ff00);
  border_of(s, SIDE_AFTER, FO_SOLID, 3000, 0x0000ff);
  border_of(s, SIDE_START, FO_DASHED, 2000, 0);
  fo_fixture_close(&f);
  s = style_of(&f, "border-before='2pt dotted red' border-bottom='thick double'");
  border_of(s, SIDE_BEFORE, FO_DOTTED, 2000, 0xff0000);
  border_of(s, SIDE_AFTER, FO_DOUBLE, 2000, 0);
  border_of(s, SIDE_START, FO_NONE, 0, 0);
  fo_fixture_close(&f);
}

/* XSL 1.1, 5.2: border, then border-width and its like, then border-top, then the properties, in any order of attributes. */
static void precision_of_borders(void **state) {
  (void)state;
  fo_fixture f;
  const fo_style *s =
      style_of(&f, "border-top-color='blue' border-top='2pt dashed red' border-width='3pt' border='1pt solid lime'");
  assert_no_messages(&f);
  border_of(s, SIDE_BEFORE, FO_DASHED, 2000, 0x0000ff);
  border_of(s, SIDE_AFTER, FO_SOLID, 3000, 0x00ff00);
  fo_fixture_close(&f);
}

/* 5.3.1: an absolute name that is given goes before the relative one, a shorthand after it. */
static void absolute_and_relative_names(void **state) {
  (void)state;
  fo_fixture f;
  const fo_style *s = style_of(&f, "border-top-width='4pt' border-before-width='5pt' border-style='solid'");
  border_of(s, SIDE_BEFORE, FO_SOLID, 4000, 0);
  fo_fixture_close(&f);
  s = style_of(&f, "border-start-width='10pt' border-width='1pt' border-style='solid' padding-end='2pt' padding='1pt'");
  border_of(s, SIDE_START, FO_SOLID, 10000, 0);
  border_of(s, SIDE_END, FO_SOLID, 1000, 0);
  assert_length(s->box->padding[SIDE_END].width, 2000, 0);
  assert_length(s->box->padding[SIDE_START].width, 1000, 0);
  fo_fixture_close(&f);
}

static void conditionality(void **state) {
  (void)state;
  fo_fixture f;
  const fo_style *s =
      style_of(&f, "border-before-width.conditionality='retain' border-before-style='solid' "
                   "border-before-width.length='3pt' padding-after.conditionality='retain' padding-after='2pt'");
  assert_no_messages(&f);
  border_of(s, SIDE_BEFORE, FO_SOLID, 3000, 0);
  assert_int_equal(s->box->border[SIDE_BEFORE].retain, 1);
  assert_int_equal(s->box->border[SIDE_AFTER].retain, 0);
  assert_int_equal(s->box->padding[SIDE_AFTER].retain, 1);
  assert_length(s->box->padding[SIDE_AFTER].width, 2000, 0);
  fo_fixture_close(&f);
}

static void font_shorthand(void **state) {
  (void)state;
  fo_fixture f;
  const fo_style *s = style_of(&f, "font='italic bold 10pt/1.5 \"Liberation Serif\", serif'");
  assert_no_messages(&f);
  assert_int_equal(s->font->slant, FO_ITALIC);
  assert_int_equal(s->font->weight, 700);
  assert_int_equal(s->font->size, 10000);
  assert_length(s->text->line_height, 15000, 0);
  assert_string_equal(s->font->families[0], "Liberation Serif");
  assert_string_equal(s->font->families[1], "serif");
  fo_fixture_close(&f);
  s = style_in(&f, "font-weight='bold' line-height='20pt'", "font='9pt serif' font-size='8pt'");
  assert_int_equal(s->font->weight, 400);
  assert_int_equal(s->font->size, 8000);
  assert_int_equal(s->text->line_height.is_auto, 1);
  fo_fixture_close(&f);
}

static void background_shorthands(void **state) {
  (void)state;
  fo_fixture f;
  const fo_style *s = style_of(&f, "background=\"url('a b.png') no-repeat right 10pt #eee\"");
  assert_color(s->box->background, 0xeeeeee);
  assert_string_equal(s->box->background_image, "a b.png");
  assert_int_equal(s->box->background_repeat, FO_NO_REPEAT);
  assert_length(s->box->background_x, 0, 100000);
  assert_length(s->box->background_y, 10000, 0);
  fo_fixture_close(&f);
  s = style_of(&f, "background-position='bottom left'");
  assert_length(s->box->background_x, 0, 0);
  assert_length(s->box->background_y, 0, 100000);
  fo_fixture_close(&f);
}

static void white_space(void **state) {
  (void)state;
  fo_fixture f;
  const fo_style *s = style_of(&f, "white-space='pre' wrap-option='wrap'");
  assert_int_equal(s->text->linefeed_treatment, FO_PRESERVE);
  assert_int_equal(s->text->white_space_collapse, 0);
  assert_int_equal(s->text->white_space_treatment, FO_PRESERVE);
  assert_int_equal(s->text->wrap, 1);
  fo_fixture_close(&f);
  s = style_in(&f, "white-space='pre'", "white-space='nowrap'");
  assert_int_equal(s->text->linefeed_treatment, FO_TREAT_AS_SPACE);
  assert_int_equal(s->text->white_space_collapse, 1);
  assert_int_equal(s->text->wrap, 0);
  fo_fixture_close(&f);
}

static void languages(void **state) {
  (void)state;
  fo_fixture f;
  const fo_style *s = style_in(&f, "xml:lang='es-MX'", "");
  assert_string_equal(s->text->language, "es");
  assert_string_equal(s->text->country, "MX");
  fo_fixture_close(&f);
  s = style_in(&f, "xml:lang='es-MX'", "xml:lang='EN'");
  assert_string_equal(s->text->language, "en");
  assert_null(s->text->country);
  fo_fixture_close(&f);
  s = style_of(&f, "xml:lang='zh-Hant-tw' language='yue'");
  assert_string_equal(s->text->language, "yue");
  assert_string_equal(s->text->country, "TW");
  fo_fixture_close(&f);
}

static void decorations_are_handed_down(void **state) {
  (void)state;
  fo_fixture f;
  const fo_style *s = style_in(&f, "text-decoration='underline' color='red'", "color='blue'");
  assert_int_equal(s->inl->underline, 1);
  assert_color(s->inl->decoration_color, 0xff0000);
  fo_fixture_close(&f);
  s = style_in(&f, "text-decoration='underline'", "text-decoration='line-through no-underline' baseline-shift='3pt'");
  assert_int_equal(s->inl->underline, 0);
  assert_int_equal(s->inl->line_through, 1);
  assert_length(s->inl->baseline_shift, 3000, 0);
  fo_fixture_close(&f);
}

static void baseline_shifts(void **state) {
  (void)state;
  fo_fixture f;
  const char *outer = "font-size='12pt' line-height='15pt'";
  assert_length(style_in(&f, outer, "baseline-shift='super'")->inl->baseline_shift, 4000, 0);
  fo_fixture_close(&f);
  assert_length(style_in(&f, outer, "vertical-align='sub'")->inl->baseline_shift, -2400, 0);
  fo_fixture_close(&f);
  assert_length(style_in(&f, outer, "baseline-shift='20%'")->inl->baseline_shift, 3000, 0);
  fo_fixture_close(&f);
  assert_length(style_in(&f, outer, "vertical-align='-2pt'")->inl->baseline_shift, -2000, 0);
  fo_fixture_close(&f);
  assert_int_equal(style_in(&f, outer, "vertical-align='middle'")->inl->alignment_baseline, FO_MIDDLE);
  fo_fixture_close(&f);
}

static void dimensions(void **state) {
  (void)state;
  fo_fixture f;
  const fo_style *s = style_of(&f, "width='50%' max-height='40pt' min-width='10pt'");
  const fo_range *i = &s->size->inline_progression, *b = &s->size->block_progression;
  assert_length(i->opt, 0, 50000);
  assert_length(i->max, 0, 50000);
  assert_length(i->min, 10000, 0);
  assert_int_equal(b->opt.is_auto, 1);
  assert_length(b->max, 40000, 0);
  fo_fixture_close(&f);
  s = style_of(&f, "inline-progression-dimension.minimum='1in' block-progression-dimension='20pt' max-width='none'");
  assert_length(s->size->inline_progression.min, 72000, 0);
  assert_int_equal(s->size->inline_progression.opt.is_auto, 1);
  assert_length(s->size->block_progression.opt, 20000, 0);
  fo_fixture_close(&f);
}

static void table_properties(void **state) {
  (void)state;
  fo_fixture f;
  fo_fixture_flow(&f,
                  "<fo:table id='t' table-layout='fixed' border-separation='2pt' border-spacing='3pt 4pt' "
                  "table-omit-header-at-break='true' border-collapse='separate'>"
                  "<fo:table-column id='c' column-width='proportional-column-width(2.5)' number-columns-repeated='0'/>"
                  "<fo:table-body><fo:table-cell id='d' number-columns-spanned='3' ends-row='true' "
                  "border='1pt solid'><fo:block>x</fo:block></fo:table-cell></fo:table-body></fo:table>");
  assert_no_messages(&f);
  const fo_style *t = fo_fixture_find(&f, "t")->style, *c = fo_fixture_find(&f, "c")->style,
                 *d = fo_fixture_find(&f, "d")->style;
  assert_int_equal(t->table->layout, FO_FIXED);
  assert_int_equal(t->table->omit_header_at_break, 1);
  assert_int_equal(t->inherited->border_separation_block, 2000); /* the property is more precise than the shorthand */
  assert_int_equal(d->inherited->border_collapse, FO_SEPARATE);
  assert_int_equal(c->table->column_width.units, 2500);
  assert_int_equal(c->table->columns_repeated, 1);
  assert_int_equal(d->table->columns_spanned, 3);
  assert_int_equal(d->table->ends_row, 1);
  assert_int_equal(d->box->border[0].precedence, 5);
  fo_fixture_close(&f);
}

static void margins_become_indents(void **state) {
  (void)state;
  fo_fixture f;
  const fo_style *s = style_in(&f, "start-indent='10pt' end-indent='5pt'",
                               "margin-left='3pt' padding-left='2pt' border-left='1pt solid' margin-top='7pt'");
  assert_no_messages(&f);
  assert_length(s->indent->start_indent, 16000, 0);
  assert_length(s->indent->end_indent, 5000, 0);
  assert_int_equal(s->block->space_before.opt, 7000);
  fo_fixture_close(&f);
  s = style_in(&f, "start-indent='10pt'", "padding='2pt'"); /* no margin: the indent stays */
  assert_length(s->indent->start_indent, 10000, 0);
  fo_fixture_close(&f);
  s = style_in(&f, "start-indent='10pt'", "margin='4pt' start-indent='1pt'"); /* a shorthand is less precise */
  assert_length(s->indent->start_indent, 1000, 0);
  assert_length(s->indent->end_indent, 4000, 0);
  assert_int_equal(s->block->space_after.max, 4000);
  fo_fixture_close(&f);
  s = style_in(&f, "start-indent='10pt'", "margin-left='4pt' start-indent='1pt'"); /* an absolute name more */
  assert_length(s->indent->start_indent, 14000, 0);
  fo_fixture_close(&f);
  s = style_in(&f, "start-indent='10%'", "margin-left='5%' padding-left='1pt'");
  assert_length(s->indent->start_indent, 1000, 15000);
  fo_fixture_close(&f);
}

/* A reference area starts anew. */
static void margins_of_containers(void **state) {
  (void)state;
  fo_fixture f;
  fo_fixture_flow(&f, "<fo:block start-indent='10pt'><fo:block-container id='c' margin-left='3pt'><fo:block id='b'>x"
                      "</fo:block></fo:block-container></fo:block>");
  assert_length(fo_fixture_find(&f, "c")->style->indent->start_indent, 3000, 0);
  assert_length(fo_fixture_find(&f, "b")->style->indent->start_indent, 3000, 0);
  fo_fixture_close(&f);
}

static void margins_of_inlines(void **state) {
  (void)state;
  fo_fixture f;
  fo_fixture_flow(&f, "<fo:block><fo:inline id='i' margin-left='3pt' margin-right='4pt'>x</fo:inline></fo:block>");
  const fo_style *s = fo_fixture_find(&f, "i")->style;
  assert_int_equal(s->block->space_start.opt, 3000);
  assert_int_equal(s->block->space_end.opt, 4000);
  assert_length(s->indent->start_indent, 0, 0);
  fo_fixture_close(&f);
}

/* inherit takes what is not inherited by itself, and the parent's computed value, not its text. */
static void explicit_inheritance(void **state) {
  (void)state;
  fo_fixture f;
  const fo_style *s = style_in(&f, "font-size='20pt' space-before='1em' border='2pt solid red' text-align='center'",
                               "font-size='10pt' space-before='inherit' border='inherit' text-align='inherit'");
  assert_no_messages(&f);
  assert_int_equal(s->block->space_before.opt, 20000);
  border_of(s, SIDE_START, FO_SOLID, 2000, 0xff0000);
  assert_int_equal(s->text->text_align, FO_CENTER);
  fo_fixture_close(&f);
}

static void styles_are_shared(void **state) {
  (void)state;
  fo_fixture f;
  fo_fixture_flow(&f, "<fo:block id='a' color='red'>x</fo:block><fo:block id='b' color='red'>x</fo:block>"
                      "<fo:block id='c'><fo:block id='d' space-before='3pt'>x</fo:block>"
                      "<fo:block id='e' space-before='1pt + 2pt'>x</fo:block><fo:inline>y</fo:inline></fo:block>");
  const fo_node *a = fo_fixture_find(&f, "a"), *b = fo_fixture_find(&f, "b"), *c = fo_fixture_find(&f, "c"),
                *d = fo_fixture_find(&f, "d"), *e = fo_fixture_find(&f, "e");
  assert_ptr_equal(a->style->text, b->style->text);
  assert_ptr_equal(a->style->font, c->style->font);
  assert_ptr_equal(d->style->block, e->style->block);
  assert_ptr_not_equal(a->style->text, c->style->text);
  assert_ptr_equal(a->first->style, a->style);
  assert_ptr_equal(c->last->style->text, c->style->text);
  fo_fixture_close(&f);
}

static void names_and_references(void **state) {
  (void)state;
  fo_fixture f;
  fo_fixture_flow(
      &f, "<fo:block id='auto'>x<fo:external-graphic id='g' src=\"url( 'logo 1.png' )\" content-width='scale-to-fit' "
          "content-height='50%' fox:alt-text=' two  words '/>"
          "<fo:basic-link id='l' external-destination='url(http://a.b/c)'>y</fo:basic-link></fo:block>");
  const fo_style *g = fo_fixture_find(&f, "g")->style;
  assert_non_null(fo_fixture_find(&f, "auto"));
  assert_string_equal(g->graphic->src, "logo 1.png");
  assert_int_equal(g->graphic->content_width_fit, FO_SCALE_TO_FIT);
  assert_int_equal(g->graphic->content_height_fit, FO_NONE);
  assert_length(g->graphic->content_height, 0, 50000);
  assert_string_equal(g->reference->alt_text, " two  words ");
  assert_string_equal(fo_fixture_find(&f, "l")->style->reference->external_destination, "http://a.b/c");
  fo_fixture_close(&f);
}

static void characters(void **state) {
  (void)state;
  fo_fixture f;
  fo_fixture_flow(&f, "<fo:block hyphenation-character='&#xad;'><fo:character id='c' character=' '/></fo:block>");
  assert_int_equal(fo_fixture_find(&f, "c")->style->inl->character, ' ');
  assert_int_equal(fo_fixture_find(&f, "c")->style->text->hyphen, 0xad);
  fo_fixture_close(&f);
}

/* What is not understood is said with the attribute, once, and leaves the inherited value. */
static void bad_values_are_said_once(void **state) {
  (void)state;
  fo_fixture f;
  fo_fixture_flow(&f,
                  "\n<fo:block text-align='center'>\n<fo:block id='t' text-align='centre' font-size='12'>x</fo:block>\n"
                  "<fo:block text-align='centre' border='1pt sold red' margin='1 2 3 4 5'>x</fo:block></fo:block>");
  assert_int_equal(fo_fixture_find(&f, "t")->style->text->text_align, FO_CENTER);
  assert_string_equal(fo_fixture_messages(&f), "3 warning INVALID_VALUE font-size=\"12\"\n"
                                               "3 warning INVALID_VALUE text-align=\"centre\"\n"
                                               "4 warning INVALID_SHORTHAND border=\"1pt sold red\"\n"
                                               "4 warning INVALID_SHORTHAND margin=\"1 2 3 4 5\"\n");
  const diag *d = f.diags->first->next;
  assert_string_equal(d->args[1], "start, center, end, justify, left, right, inside or outside");
  fo_fixture_close(&f);
}

static void values_of_wrong_kind(void **state) {
  (void)state;
  static const char *const attributes[] = {"widows='many'",
                                           "color='blau'",
                                           "color='#12345'",
                                           "space-before='10%'",
                                           "text-indent='3'",
                                           "font-weight='1000'",
                                           "line-height='-1'",
                                           "keep-together='yes'",
                                           "font-family=','",
                                           "width='10xy'",
                                           "reference-orientation='45'",
                                           "hyphenation-character='ab'",
                                           "language='not a code'",
                                           "space-before.precedence='high'",
                                           "border-top-width='10%'",
                                           "column-width='1pt +'",
                                           "font-size='-1pt'",
                                           "text-indent='rgb(1,2,3)'"};
  for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++) {
    fo_fixture f;
    style_of(&f, attributes[i]);
    assert_non_null(strstr(fo_fixture_messages(&f), "warning INVALID_VALUE "));
    fo_fixture_close(&f);
  }
}

static void unknown_names_are_said_once(void **state) {
  (void)state;
  fo_fixture f;
  fo_fixture_flow(
      &f, "\n<fo:block colour='red' space-before.middle='1pt'>x</fo:block>\n<fo:block colour='blue' fox:foo='1' "
          "azimuth='left'>x</fo:block>");
  assert_string_equal(fo_fixture_messages(&f),
                      "2 warning UNKNOWN_PROPERTY colour\n2 warning UNKNOWN_PROPERTY space-before.middle\n");
  fo_fixture_close(&f);
}

static void what_is_not_built_is_said_once(void **state) {
  (void)state;
  fo_fixture f;
  fo_fixture_flow(&f, "\n<fo:block writing-mode='rl-tb' score-spaces='true'>x</fo:block>\n"
                      "<fo:block writing-mode='tb-rl' clear='both' direction='ltr'>x</fo:block>");
  assert_string_equal(fo_fixture_messages(&f), "2 warning NOT_BUILT writing-mode\n3 warning NOT_BUILT clear\n");
  fo_fixture_close(&f);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(initial_values),
      cmocka_unit_test(lengths_in_all_units),
      cmocka_unit_test(font_sizes),
      cmocka_unit_test(em_is_the_own_font_size),
      cmocka_unit_test(font_weights),
      cmocka_unit_test(font_families),
      cmocka_unit_test(line_heights),
      cmocka_unit_test(line_height_is_inherited),
      cmocka_unit_test(colors),
      cmocka_unit_test(colors_of_other_spaces_fall_back),
      cmocka_unit_test(spaces),
      cmocka_unit_test(components_go_first),
      cmocka_unit_test(letter_and_word_spacing),
      cmocka_unit_test(keeps_and_breaks),
      cmocka_unit_test(page_break_properties),
      cmocka_unit_test(border_shorthands),
      cmocka_unit_test(precision_of_borders),
      cmocka_unit_test(absolute_and_relative_names),
      cmocka_unit_test(conditionality),
      cmocka_unit_test(font_shorthand),
      cmocka_unit_test(background_shorthands),
      cmocka_unit_test(white_space),
      cmocka_unit_test(languages),
      cmocka_unit_test(decorations_are_handed_down),
      cmocka_unit_test(baseline_shifts),
      cmocka_unit_test(dimensions),
      cmocka_unit_test(table_properties),
      cmocka_unit_test(margins_become_indents),
      cmocka_unit_test(margins_of_containers),
      cmocka_unit_test(margins_of_inlines),
      cmocka_unit_test(explicit_inheritance),
      cmocka_unit_test(styles_are_shared),
      cmocka_unit_test(names_and_references),
      cmocka_unit_test(characters),
      cmocka_unit_test(bad_values_are_said_once),
      cmocka_unit_test(values_of_wrong_kind),
      cmocka_unit_test(unknown_names_are_said_once),
      cmocka_unit_test(what_is_not_built_is_said_once),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
