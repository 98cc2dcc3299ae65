/* paragraph: the text room's front: the engine of a session, and a paragraph's measures. */
#include "text/paragraph.h"

#include "text/items.h"

text_engine *text_engine_new(arena *session, font_set *fonts) {
  text_engine *e = ARENA_NEW(session, text_engine);
  e->arena = session;
  e->fonts = fonts;
  e->hyphenator = hyphenator_new(session);
  e->shaper = shaper_new(session);
  e->breaker = line_breaker_new(session);
  e->scratch = arena_new(arena_trap(session), 0);
  return e;
}

void text_engine_add_hyphenation_directory(text_engine *e, const char *path) {
  hyphenator_add_directory(e->hyphenator, path);
}

void text_engine_free(text_engine *e) {
  if (!e) return;
  hyphenator_free(e->hyphenator);
  shaper_free(e->shaper);
  line_breaker_free(e->breaker);
  arena_free(e->scratch);
  e->scratch = NULL;
}

const text_breaks *text_paragraph_break(text_paragraph *p, const text_context *c, mpt width) {
  return &paragraph_break(p, c, (text_place){0, 0}, width)->result;
}

const text_breaks *text_paragraph_break_rest(text_paragraph *p, const text_context *c, const text_breaks *b,
                                             uint32_t from, mpt width) {
  const broken *lines = (const broken *)b; /* `result` is its first member */
  return &paragraph_break(p, c, lines->lines[from].from, width)->result;
}

bool text_paragraph_has_numbers(const text_paragraph *p) {
  return p->numbers;
}

/* A line may end here in a narrow column: not inside of words or keys. */
static bool parts_words(const line_item *line, const solver_item *item) {
  if (item->break_kind != SOLVER_MAY || item->keep) return item->break_kind == SOLVER_MUST;
  switch (line->kind) {
  case POINT_HYPHEN:
  case POINT_HYPHEN_SHORT:
  case POINT_COMPOUND_SHORT:
  case POINT_KEY:
  case POINT_ADDRESS:
  case POINT_SPACE_STUCK: return false;
  default: return true;
  }
}

#define MEASURED_AT_ONCE 4000

static void measure(text_paragraph *p) {
  arena *a = p->engine->scratch;
  arena_mark mark = arena_save(a);
  mpt64 word = 0, line = 0;
  text_place start = {0, 0};
  for (bool complete = false; !complete;) {
    arena_mark stretch = arena_save(a);
    item_list l = items_build(p, a, 0, start, MEASURED_AT_ONCE, NULL);
    for (size_t i = 0; i < l.items.n; i++) {
      const solver_item *item = &l.items.at[i];
      word += item->size;
      line += item->size;
      if (word + item->pre > p->min_width) p->min_width = mpt_clamp(word + item->pre);
      if (line + item->pre > p->max_width) p->max_width = mpt_clamp(line + item->pre);
      bool forced = l.lines.at[i].forced;
      word = parts_words(&l.lines.at[i], item) ? 0 : word + item->gap;
      line = forced ? 0 : line + item->gap;
      start = l.lines.at[i].next;
    }
    complete = l.complete || !l.items.n;
    arena_restore(a, stretch);
  }
  arena_restore(a, mark);
  p->measured = true;
}

/* Measured once, when first asked for: nothing that a caller could see changes. */
static const text_paragraph *measured(const text_paragraph *p) {
  if (!p->measured) measure((text_paragraph *)p);
  return p;
}

mpt text_paragraph_min_width(const text_paragraph *p) {
  return measured(p)->min_width;
}

mpt text_paragraph_max_width(const text_paragraph *p) {
  return measured(p)->max_width;
}
