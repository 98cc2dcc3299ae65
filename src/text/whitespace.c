/* whitespace: character data on its way into a paragraph (XSL 1.1, 4.7.2 and 7.17).
 *
 *   linefeed-treatment      each U+000A is dropped, kept, or becomes U+0020 or U+200B
 *   white-space-collapse    white space behind white space goes, over the borders of inlines too
 *   white-space-treatment   white space around linefeeds and at the paragraph's ends goes; that around the line ends
 *                           that the breaker chooses is seen to when the line is set
 *
 * White space before a linefeed is in the text before the linefeed is seen: it is overwritten with NUL bytes (holes) and
 * taken out at the end.
 */
#include <stdio.h>
#include <string.h>
#include <unicode/ucasemap.h>
#include <unicode/uchar.h>

#include "base/utf8.h"
#include "text/flow.h"

#define LONGEST_TEXT ((size_t)1 << 30)

static void reserve(text_flow *f, size_t more) {
  size_t want = f->n + more;
  if (want <= f->cap) return;
  if (want > LONGEST_TEXT)
    trap_fail(arena_trap(f->arena), TRAP_LIMIT, "a paragraph of more than %zu bytes", LONGEST_TEXT);
  size_t cap = f->cap * 2 > want ? f->cap * 2 : want;
  f->text = arena_grow(f->context->scratch, f->text, f->cap, cap);
  f->cap = cap;
}

static void put(text_flow *f, const char *s, size_t n) {
  reserve(f, n);
  memcpy(f->text + f->n, s, n);
  f->n += n;
}

void flow_event_add(text_flow *f, flow_event e) {
  e.at = (uint32_t)f->n;
  VEC_PUSH(f->context->scratch, f->events, e);
}

static void use_span(text_flow *f, uint32_t span) {
  if (span == f->span) return;
  flow_event_add(f, (flow_event){.kind = EVENT_SPAN, .span = span});
  f->span = span;
}

void flow_add_raw(text_flow *f, uint32_t span, const char *s, size_t n) {
  use_span(f, span);
  put(f, s, n);
  f->line_start = f->after_space = f->in_word = false;
}

void flow_add_newline(text_flow *f, uint32_t span) {
  use_span(f, span);
  flow_end_line(f, true);
  put(f, "\n", 1);
  f->line_start = true;
  f->after_space = f->in_word = false;
}

static bool dropped_before_linefeed(const fo_text_style *t, bool linefeed) {
  switch (t->white_space_treatment) {
  case FO_IGNORE:
  case FO_IGNORE_IF_BEFORE_LINEFEED:
  case FO_IGNORE_IF_SURROUNDING_LINEFEED: return true;
  default: return linefeed && t->white_space_collapse;
  }
}

static bool dropped_after_linefeed(const fo_text_style *t) {
  switch (t->white_space_treatment) {
  case FO_IGNORE:
  case FO_IGNORE_IF_AFTER_LINEFEED:
  case FO_IGNORE_IF_SURROUNDING_LINEFEED: return true;
  default: return false;
  }
}

void flow_end_line(text_flow *f, bool linefeed) {
  size_t event = f->events.n;
  const fo_text_style *style = NULL;
  size_t from = f->n; /* text from here on is of `style` */
  for (size_t i = f->n; i && (f->text[i - 1] == ' ' || !f->text[i - 1]); i--) {
    while (i - 1 < from && event) {
      const flow_event *e = &f->events.at[--event];
      if (e->kind != EVENT_SPAN) continue;
      style = f->spans.at[e->span].style;
      from = e->at;
    }
    if (!style || i - 1 < from || !dropped_before_linefeed(style, linefeed)) break;
    f->holes += f->text[i - 1] == ' ';
    f->text[i - 1] = 0;
  }
}

void flow_compact(text_flow *f) {
  if (!f->holes) return;
  size_t to = 0, event = 0, keep_count = f->keeps.n;
  uint32_t *moved = ARENA_ARRAY(f->context->scratch, uint32_t, f->n + 1);
  for (size_t i = 0; i < f->n; i++) {
    moved[i] = (uint32_t)to;
    if (f->text[i]) f->text[to++] = f->text[i];
  }
  moved[f->n] = (uint32_t)to;
  f->n = to;
  f->holes = 0;
  for (; event < f->events.n; event++) {
    f->events.at[event].at = moved[f->events.at[event].at];
    f->events.at[event].end = moved[f->events.at[event].end];
  }
  for (size_t i = 0; i < keep_count; i++) {
    f->keeps.at[i].begin = moved[f->keeps.at[i].begin];
    f->keeps.at[i].end = moved[f->keeps.at[i].end];
  }
}

static void add_space(text_flow *f, const fo_text_style *t) {
  f->in_word = false;
  if (t->white_space_treatment == FO_IGNORE) return;
  if (f->line_start && dropped_after_linefeed(t)) return;
  if (f->after_space && t->white_space_collapse) return;
  put(f, " ", 1);
  f->after_space = true;
}

static void add_linefeed(text_flow *f, uint32_t span, const fo_text_style *t) {
  switch (t->linefeed_treatment) {
  case FO_IGNORE: break;
  case FO_PRESERVE: flow_add_newline(f, span); break;
  case FO_TREAT_AS_ZERO_WIDTH_SPACE: put(f, "\xE2\x80\x8B", 3); break;
  default: add_space(f, t); break;
  }
}

static void report_missing(text_flow *f, const text_span *span, uint32_t cp) {
  char name[16], glyph[5] = "";
  snprintf(name, sizeof name, "U+%04X", (unsigned)cp);
  glyph[utf8_put(glyph, cp)] = 0;
  diag_add_once(f->context->diags, DIAG_MISSING_CHARACTER, fo_place(f->context->document, span->node), name, glyph,
                (const char *)NULL);
}

/* The character to print for one that no font may have. */
static uint32_t printable(text_flow *f, const text_span *span, uint32_t cp) {
  if (!span->face || flow_face(f, span, cp)) return cp;
  report_missing(f, span, cp);
  return flow_face(f, span, 0xFFFD) ? 0xFFFD : '?';
}

static void add_character(text_flow *f, uint32_t span_index, uint32_t cp) {
  const text_span *span = &f->spans.at[span_index];
  if (cp == 0xAD) {
    flow_event_add(f, (flow_event){.kind = EVENT_SOFT_HYPHEN});
    return;
  }
  if (cp == 0x2028 || cp == 0x2029) {
    flow_add_newline(f, span_index);
    return;
  }
  if (span->style->text_transform == FO_CAPITALIZE) {
    bool letter = u_isalpha((UChar32)cp) || u_isdigit((UChar32)cp);
    bool joins = cp == '\'' || cp == 0x2019 || (U_GET_GC_MASK((UChar32)cp) & U_GC_M_MASK);
    if (letter && !f->in_word) cp = (uint32_t)u_totitle((UChar32)cp);
    f->in_word = letter || (joins && f->in_word);
  }
  char bytes[4];
  put(f, bytes, utf8_put(bytes, printable(f, span, cp)));
  f->line_start = f->after_space = false;
}

/* The bytes of plain ASCII that begin s and need nothing done to them. */
static size_t plain_prefix(const char *s, size_t n) {
  size_t i = 0;
  while (i < n && (unsigned char)s[i] - 0x21u < 0x7F - 0x21) i++;
  return i;
}

/* All of U+0021 .. U+007E. */
static bool has_ascii(const font_face *face) {
  uint64_t low = UINT64_MAX << 0x21, high = UINT64_MAX >> 1;
  return face && (face->latin[0] & low) == low && (face->latin[1] & high) == high;
}

static void add_cased(text_flow *f, uint32_t span, const char *s, size_t n) {
  const fo_text_style *t = f->spans.at[span].style;
  bool plain = t->text_transform != FO_CAPITALIZE && has_ascii(f->spans.at[span].face);
  for (size_t i = 0; i < n;) {
    size_t run = plain ? plain_prefix(s + i, n - i) : 0;
    if (run) {
      put(f, s + i, run);
      f->line_start = f->after_space = false;
      i += run;
    } else if (s[i] == '\n') {
      add_linefeed(f, span, t);
      i++;
    } else if (s[i] == ' ' || s[i] == '\t' || s[i] == '\r') {
      add_space(f, t);
      i++;
    } else if ((unsigned char)s[i] < 0x20 || s[i] == 0x7F) {
      i++; /* XML has no such characters */
    } else {
      add_character(f, span, utf8_next(s, n, &i));
    }
  }
}

void flow_add_text(text_flow *f, uint32_t span, const char *s, size_t n) {
  use_span(f, span);
  const fo_text_style *t = f->spans.at[span].style;
  if (t->text_transform != FO_UPPERCASE && t->text_transform != FO_LOWERCASE) {
    add_cased(f, span, s, n);
    return;
  }
  UErrorCode error = U_ZERO_ERROR;
  UCaseMap *cases = n < INT32_MAX / 4 ? ucasemap_open(t->language ? t->language : "", 0, &error) : NULL;
  if (!cases || U_FAILURE(error)) {
    add_cased(f, span, s, n);
    return;
  }
  int32_t cap = (int32_t)n * 3 + 16; /* no character grows more than threefold */
  char *cased = arena_alloc(f->context->scratch, (size_t)cap);
  int32_t size = t->text_transform == FO_UPPERCASE ? ucasemap_utf8ToUpper(cases, cased, cap, s, (int32_t)n, &error)
                                                   : ucasemap_utf8ToLower(cases, cased, cap, s, (int32_t)n, &error);
  ucasemap_close(cases);
  if (U_FAILURE(error) || size > cap) add_cased(f, span, s, n);
  else add_cased(f, span, cased, (size_t)size);
}
