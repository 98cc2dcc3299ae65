/* points: every place of a paragraph's text where a line may end, from three sources in one pass: the opportunities of
 * UAX #14, hyphenation, soft hyphens. Keeps within the line are laid over them at the end. */
#include <string.h>
#include <unicode/uchar.h>

#include "base/utf8.h"
#include "text/flow.h"

typedef struct pointer {
  text_flow *flow;
  text_paragraph *p;
  const char *text;
  size_t size;
  const uint8_t *opportunity;
  VEC(text_point) points;
  size_t event; /* next event to be looked at */
  uint32_t span;
} pointer;

/* Moves on to the span of byte `at`; calls go forward. */
static const text_span *span_at(pointer *w, size_t at) {
  while (w->event < w->flow->events.n && w->flow->events.at[w->event].at <= at) {
    const flow_event *e = &w->flow->events.at[w->event++];
    if (e->kind == EVENT_SPAN) w->span = e->span;
  }
  return &w->p->spans[w->span];
}

static void add_point(pointer *w, size_t at, text_point_kind kind, bool added) {
  if (kind == POINT_NONE || !at || at >= w->size) return;
  text_point *last = w->points.n ? &w->points.at[w->points.n - 1] : NULL;
  if (last && last->at == at) return;
  VEC_PUSH(w->p->arena, w->points, (text_point){.at = (uint32_t)at, .kind = (uint8_t)kind, .added = added});
}

static bool is_letter(uint32_t cp) {
  if (cp < 0x80) return (cp | 32) - 'a' < 26;
  return U_GET_GC_MASK((UChar32)cp) & (U_GC_L_MASK | U_GC_M_MASK);
}

/* The end of the letters that begin at `at`. */
static size_t letters_end(const pointer *w, size_t at, size_t end) {
  while (at < end) {
    size_t i = at;
    if (!is_letter(utf8_next(w->text, end, &i))) break;
    at = i;
  }
  return at;
}

static bool has_event(const pointer *w, flow_event_kind kind, size_t from, size_t to) {
  for (size_t i = w->event; i < w->flow->events.n && w->flow->events.at[i].at < to; i++)
    if (w->flow->events.at[i].kind == kind && w->flow->events.at[i].at > from) return true;
  return false;
}

static unsigned characters(const char *s, size_t n) {
  unsigned count = 0;
  for (size_t i = 0; i < n; i++) count += ((unsigned char)s[i] & 0xC0) != 0x80;
  return count;
}

static text_point_kind hyphen_kind(const char *s, size_t n, size_t at) {
  return characters(s, at) <= 2 || characters(s + at, n - at) <= 2 ? POINT_HYPHEN_SHORT : POINT_HYPHEN;
}

/* Points inside the letters begin .. end-1, a whole word. */
static void divide_word(pointer *w, size_t begin, size_t end) {
  const text_span *span = span_at(w, begin);
  const fo_text_style *style = span->style;
  const char *word = w->text + begin;
  size_t n = end - begin;
  if (!span->patterns || n < 4 || n > HYPHEN_WORD) return;
  if (!word_is_divisible(word, n, style->text_transform == FO_UPPERCASE)) return;
  if (has_event(w, EVENT_SOFT_HYPHEN, begin, end)) return; /* the author has divided it */
  uint8_t cuts[HYPHEN_POINTS];
  size_t count = hyphenator_divide(w->flow->context->engine->hyphenator, span->patterns, word, n,
                                   style->hyphenation_remain, style->hyphenation_push, cuts);
  for (size_t i = 0; i < count; i++) add_point(w, begin + cuts[i], hyphen_kind(word, n, cuts[i]), true);
}

static bool has_digit(const char *s, size_t n) {
  for (size_t i = 0; i < n; i++)
    if (s[i] >= '0' && s[i] <= '9') return true;
  return false;
}

/* UAX #14 inside of letters (ideographs, Thai): breaks without a hyphen. */
static void break_letters(pointer *w, size_t begin, size_t end) {
  for (size_t i = begin + 1; i < end; i++)
    if (w->opportunity[i]) add_point(w, i, POINT_OTHER, false);
}

static bool is_ideographic(const char *s) {
  return (unsigned char)s[0] >= 0xE0 && (unsigned char)s[0] != 0xE1;
}

static void point_token(pointer *w, size_t begin, size_t end) {
  const char *s = w->text + begin;
  size_t n = end - begin;
  token_kind kind = token_classify(s, n);
  bool divisible = kind == TOKEN_WORDS && !has_digit(s, n);
  for (size_t i = begin; i < end;) {
    size_t letters = letters_end(w, i, end);
    if (letters > i) {
      if (is_ideographic(w->text + i)) break_letters(w, i, letters);
      else if (divisible && span_at(w, i)->style->wrap) divide_word(w, i, letters);
      i = letters;
    } else {
      utf8_next(w->text, end, &i);
    }
    if (i < end && w->opportunity[i] && span_at(w, i - 1)->style->wrap)
      add_point(w, i, token_point(kind, s, n, i - begin), false);
  }
}

static size_t token_end(const char *s, size_t at, size_t n) {
  while (at < n && s[at] != ' ' && s[at] != '\n' && !(s[at] == (char)0xC2 && at + 1 < n && s[at + 1] == (char)0xA0))
    at++;
  return at;
}

static void point_space(pointer *w, size_t token, size_t from, size_t to) {
  const text_span *span = span_at(w, from);
  if (!w->opportunity[to] || !span->style->wrap) return;
  size_t next = token_end(w->text, to, w->size);
  text_point_kind kind = space_point(w->text + token, from - token, w->text + to, next - to);
  add_point(w, to, kind, false);
}

static void add_points(pointer *w) {
  size_t token = 0;
  for (size_t i = 0; i < w->size;) {
    size_t from = i;
    if (w->text[i] == ' ') {
      while (i < w->size && w->text[i] == ' ') i++;
      point_space(w, token, from, i);
      token = i;
    } else if (w->text[i] == '\n') {
      i++;
      token = i;
    } else if (token_end(w->text, i, w->size) == i) { /* no-break space */
      i += 2;
      token = i;
    } else {
      token = i;
      i = token_end(w->text, i, w->size);
      point_token(w, from, i);
    }
  }
}

/* The first point at or behind byte `at`. */
static size_t point_from(const pointer *w, uint32_t at) {
  size_t low = 0, high = w->points.n;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (w->points.at[middle].at < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

static void keep_point(pointer *w, size_t i, int16_t strength) {
  if (strength > 0 && i < w->points.n && w->points.at[i].keep < strength) w->points.at[i].keep = (uint16_t)strength;
}

static void add_keeps(pointer *w) {
  for (size_t k = 0; k < w->flow->keeps.n; k++) {
    const flow_keep *keep = &w->flow->keeps.at[k];
    size_t first = point_from(w, keep->begin + 1);
    if (keep->together > 0)
      for (size_t i = first; i < w->points.n && w->points.at[i].at < keep->end; i++) keep_point(w, i, keep->together);
    keep_point(w, point_from(w, keep->end), keep->with_next);
    size_t before = point_from(w, keep->begin + 1);
    if (before) keep_point(w, before - 1, keep->with_previous);
  }
}

/* Next to a leader a space is another kind of point, and so is the leader's own end. */
static void mark_leaders(pointer *w) {
  for (size_t i = 0; i < w->flow->events.n; i++) {
    const flow_event *e = &w->flow->events.at[i];
    if (e->kind != EVENT_OBJECT || e->node->element != FO_ELEMENT_LEADER) continue;
    size_t before = e->at, after = e->at + 3;
    while (after < w->size && w->text[after] == ' ') after++;
    for (size_t k = point_from(w, (uint32_t)before); k < w->points.n && w->points.at[k].at <= after; k++)
      w->points.at[k].kind = w->points.at[k].at == before ? POINT_BEFORE_LEADER : POINT_AFTER_LEADER;
  }
}

/* Merges the soft hyphens in; takes out what stands inside of page numbers, whose text may change. */
static void add_soft_hyphens(pointer *w) {
  size_t wanted = 0;
  for (size_t i = 0; i < w->flow->events.n; i++)
    wanted += w->flow->events.at[i].kind == EVENT_SOFT_HYPHEN || w->flow->events.at[i].kind == EVENT_NUMBER;
  if (!wanted) return;
  VEC(text_point) merged = {0};
  VEC_RESERVE(w->p->arena, merged, w->points.n + wanted);
  size_t k = 0;
  for (size_t i = 0; i < w->flow->events.n; i++) {
    const flow_event *e = &w->flow->events.at[i];
    if (e->kind != EVENT_SOFT_HYPHEN && e->kind != EVENT_NUMBER) continue;
    for (; k < w->points.n && w->points.at[k].at < e->at; k++) VEC_PUSH(w->p->arena, merged, w->points.at[k]);
    if (e->kind == EVENT_NUMBER) {
      if (k < w->points.n && w->points.at[k].at == e->at) VEC_PUSH(w->p->arena, merged, w->points.at[k++]);
      while (k < w->points.n && w->points.at[k].at < e->end) k++;
    } else if (e->at && e->at < w->size && w->text[e->at - 1] != ' ' && w->text[e->at] != ' ') {
      if (k < w->points.n && w->points.at[k].at == e->at) k++;
      VEC_PUSH(w->p->arena, merged, (text_point){.at = e->at, .kind = POINT_HYPHEN, .added = 1});
    }
  }
  for (; k < w->points.n; k++) VEC_PUSH(w->p->arena, merged, w->points.at[k]);
  w->points.at = merged.at;
  w->points.n = merged.n;
  w->points.cap = merged.cap;
}

void flow_to_points(text_flow *f) {
  text_paragraph *p = f->paragraph;
  if (!p->text_size || !p->span_count) return;
  uint8_t *opportunity = ARENA_ARRAY(f->context->scratch, uint8_t, p->text_size + 1);
  line_breaker_find(f->context->engine->breaker, p->text, p->text_size, opportunity);
  pointer w = {.flow = f, .p = p, .text = p->text, .size = p->text_size, .opportunity = opportunity};
  VEC_RESERVE(p->arena, w.points, p->text_size / 4 + 4);
  add_points(&w);
  add_soft_hyphens(&w);
  mark_leaders(&w);
  add_keeps(&w);
  p->points = w.points.at;
  p->point_count = (uint32_t)w.points.n;
}
