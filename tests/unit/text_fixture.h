/* text_fixture: paragraphs out of FO strings, set and written down.
 *
 *   text_fixture t;
 *   text_open(&t, "<fo:block id=\"p\" ...>...</fo:block>");
 *   assert_string_equal(text_dump(&t, "p", 200), "first line \nsecond line#\n");
 *   text_close(&t);
 *
 * A dump has one line a line: the text of its glyphs, an added hyphen as "=", "#" where the paragraph or a linefeed ends it;
 * other pieces in braces: {rule x width} {image x y width height} {box x width <>} {link x width <>} {#id x}, where < and >
 * tell that the inline begins and ends on this line. Measures in whole points, rounded.
 */
#ifndef PLIEGO_TEST_TEXT_FIXTURE_H
#define PLIEGO_TEST_TEXT_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fo_fixture.h"
#include "text/inline.h"

#ifndef FONTS
#define FONTS "fonts"
#endif
#define HYPHENATION "/usr/share/hyphen"

typedef struct text_fixture {
  fo_fixture fo;
  trap trap;
  arena *session, *arena, *scratch;
  font_set *fonts;
  text_context context;
  const char *number; /* what page_number says; NULL: "1" */
  bool known;
  const fo_node *marker;
} text_fixture;

static inline const char *text_page_number(void *context, const fo_node *node, bool *known) {
  text_fixture *t = context;
  (void)node;
  *known = t->known;
  return t->number ? t->number : "1";
}

static inline const fo_node *text_marker(void *context, const fo_node *retrieve) {
  (void)retrieve;
  return ((text_fixture *)context)->marker;
}

/* A trap that is sprung in a test is the test's failure. */
static inline void text_ready(text_fixture *t) {
  t->session = arena_new(&t->trap, 0);
  t->arena = arena_new(&t->trap, 0);
  t->scratch = arena_new(&t->trap, 0);
  t->fonts = font_set_new(t->session);
  assert_true(font_set_add_directory(t->fonts, FONTS) > 0);
  text_engine *engine = text_engine_new(t->session, t->fonts);
  text_engine_add_hyphenation_directory(engine, HYPHENATION);
  t->context =
      (text_context){.engine = engine, .document = t->fo.document, .diags = t->fo.diags, .scratch = t->scratch};
  t->context.images = image_cache_new(t->session, "tests/unit");
  t->context.page_number = text_page_number;
  t->context.marker = text_marker;
  t->context.context = t;
  t->known = true;
}

static inline void text_open(text_fixture *t, const char *flow) {
  memset(t, 0, sizeof *t);
  fo_fixture_flow(&t->fo, flow);
  text_ready(t);
}

static inline void text_close(text_fixture *t) {
  text_engine_free(t->context.engine);
  font_set_close(t->fonts);
  arena_free(t->scratch);
  arena_free(t->arena);
  arena_free(t->session);
  fo_fixture_close(&t->fo);
}

static inline text_paragraph *text_collect(text_fixture *t, const char *id) {
  const fo_node *block = fo_fixture_find(&t->fo, id);
  assert_non_null(block);
  return text_paragraph_collect(&t->context, t->arena, block, block->first, NULL);
}

static inline void text_put_run(strbuf *b, const text_run *run) {
  for (uint32_t i = 0; i < run->text_size; i++) {
    if ((unsigned char)run->text[i] == 0xC2 && (unsigned char)run->text[i + 1] == 0xAD) {
      strbuf_putc(b, '=');
      i++;
    } else {
      strbuf_putc(b, run->text[i]);
    }
  }
}

static inline int text_points(mpt v) {
  return (int)(v >= 0 ? (v + 500) / 1000 : -((-v + 500) / 1000));
}

static inline void text_put_piece(strbuf *b, const text_piece *p) {
  const char *edges = p->open ? p->close ? "<>" : "<" : p->close ? ">" : "";
  int x = text_points(p->x), y = text_points(p->y), w = text_points(p->width), h = text_points(p->height);
  switch (p->kind) {
  case PIECE_GLYPHS: text_put_run(b, &p->run); break;
  case PIECE_RULE: strbuf_printf(b, "{rule %d %d}", x, w); break;
  case PIECE_IMAGE: strbuf_printf(b, "{image %d %d %d %d}", x, y, w, h); break;
  case PIECE_BOX: strbuf_printf(b, "{box %d %d %s}", x, w, edges); break;
  case PIECE_LINK: strbuf_printf(b, "{link %d %d %s}", x, w, edges); break;
  case PIECE_ANCHOR: {
    const char *id = p->node->style->reference->id;
    strbuf_printf(b, "{#%s %d}", id ? id : fo_element_name(p->node->element), x);
    break;
  }
  }
}

static inline const char *text_dump_paragraph(text_fixture *t, text_paragraph *p, mpt width) {
  strbuf b = strbuf_new(t->arena);
  if (!p) return "nothing";
  const text_breaks *breaks = text_paragraph_break(p, &t->context, width);
  for (uint32_t i = 0; i < breaks->n; i++) {
    const text_line *line = text_paragraph_set(p, &t->context, breaks, i, t->arena);
    for (uint32_t k = 0; k < line->n; k++) text_put_piece(&b, &line->pieces[k]);
    strbuf_puts(&b, breaks->line[i].forced ? "#\n" : "\n");
  }
  return b.at;
}

/* `width` in points. */
static inline const char *text_dump(text_fixture *t, const char *id, int width) {
  return text_dump_paragraph(t, text_collect(t, id), width * MPT_PT);
}

/* Line i of the paragraph at a width in points. */
static inline const text_line *text_line_of(text_fixture *t, const char *id, int width, uint32_t i) {
  text_paragraph *p = text_collect(t, id);
  const text_breaks *b = text_paragraph_break(p, &t->context, width * MPT_PT);
  assert_true(i < b->n);
  return text_paragraph_set(p, &t->context, b, i, t->arena);
}

/* Where the last visible glyph of a line ends. */
static inline mpt text_end_of(const text_line *line) {
  mpt end = 0;
  for (uint32_t i = 0; i < line->n; i++) {
    const text_piece *p = &line->pieces[i];
    if (p->kind == PIECE_GLYPHS && p->tag != TAG_ARTIFACT) end = p->x + p->width;
  }
  return end;
}

/* The n-th piece of a kind, from 0; NULL. */
static inline const text_piece *text_piece_of(const text_line *line, text_piece_kind kind, uint32_t n) {
  for (uint32_t i = 0; i < line->n; i++)
    if (line->pieces[i].kind == kind && !n--) return &line->pieces[i];
  return NULL;
}

#endif
