/* atoms: cuts a paragraph's text into words, spaces and objects, and shapes the words. A word is cut where its face
 * or script changes: no glyphs join over such a place. */
#include <string.h>
#include <unicode/uchar.h>

#include "base/utf8.h"
#include "text/flow.h"

/* Longer words are shaped in pieces, so that no input makes HarfBuzz hold it all at once. */
#define LONGEST_WORD 400

typedef struct atomizer {
  text_flow *flow;
  text_paragraph *p;
  VEC(text_atom) atoms;
  uint32_t scope;
  uint32_t span;
} atomizer;

static text_atom *add_atom(atomizer *t, text_atom a) {
  a.span = t->span;
  a.scope = t->scope;
  VEC_PUSH(t->p->arena, t->atoms, a);
  return &t->atoms.at[t->atoms.n - 1];
}

static const text_span *span_of(const atomizer *t) {
  return &t->flow->spans.at[t->span];
}

static void add_word(atomizer *t, const font_face *face, hb_script_t script, uint32_t begin, uint32_t end,
                     uint8_t flags) {
  const text_span *span = span_of(t);
  shape_manner manner = span->manner;
  if (script != HB_SCRIPT_INVALID) manner.script = script;
  const shaped *word =
      shaper_shape(t->flow->context->engine->shaper, t->p->arena, face, manner, t->flow->text + begin, end - begin);
  mpt width = word_width(word, span, 0, word->n);
  add_atom(t,
           (text_atom){.kind = ATOM_WORD, .flags = flags, .begin = begin, .end = end, .width = width, .u.word = word});
}

static hb_script_t script_of(uint32_t cp) {
  if (cp < 0x80) return (cp | 32) - 'a' < 26 ? HB_SCRIPT_LATIN : HB_SCRIPT_INVALID;
  if (cp < 0xC0) return HB_SCRIPT_INVALID;
  if (cp < 0x250) return cp == 0xD7 || cp == 0xF7 ? HB_SCRIPT_INVALID : HB_SCRIPT_LATIN;
  hb_script_t s = hb_unicode_script(hb_unicode_funcs_get_default(), cp);
  return s == HB_SCRIPT_COMMON || s == HB_SCRIPT_INHERITED || s == HB_SCRIPT_UNKNOWN ? HB_SCRIPT_INVALID : s;
}

/* A mark or joiner stays with the face of what it stands on, where that has it. */
static const font_face *face_for(atomizer *t, const font_face *current, uint32_t cp) {
  const text_span *span = span_of(t);
  if (cp < 0x300) return font_face_has(span->face, cp) ? span->face : flow_face(t->flow, span, cp);
  if (current && current != span->face && (U_GET_GC_MASK((UChar32)cp) & (U_GC_M_MASK | U_GC_CF_MASK)) &&
      font_face_has(current, cp))
    return current;
  const font_face *face = flow_face(t->flow, span, cp);
  return face ? face : span->face;
}

static bool ends_word(unsigned char c, unsigned char next) {
  return c == ' ' || c == '\n' || (c == 0xC2 && next == 0xA0);
}

/* Words of text begin .. end-1, which holds no white space. */
static void add_words(atomizer *t, uint32_t begin, uint32_t end, uint8_t flags) {
  const char *s = t->flow->text;
  const font_face *face = NULL;
  hb_script_t script = HB_SCRIPT_INVALID;
  uint32_t from = begin;
  for (size_t i = begin; i < end;) {
    size_t at = i;
    uint32_t cp = utf8_next(s, end, &i);
    const font_face *own = face_for(t, face, cp);
    hb_script_t sc = script_of(cp);
    bool other_script = sc != HB_SCRIPT_INVALID && script != HB_SCRIPT_INVALID && sc != script;
    bool too_long = at - from >= LONGEST_WORD && !(cp >= 0x300 && (U_GET_GC_MASK((UChar32)cp) & U_GC_M_MASK));
    if (face && (own != face || other_script || too_long)) {
      add_word(t, face, script, from, (uint32_t)at, flags);
      from = (uint32_t)at;
      script = HB_SCRIPT_INVALID;
    }
    face = own;
    if (sc != HB_SCRIPT_INVALID) script = sc;
  }
  if (from < end) add_word(t, face, script, from, end, flags);
}

static uint8_t space_flags(const fo_text_style *style) {
  fo_enum t = style->white_space_treatment;
  return t == FO_PRESERVE || t == FO_IGNORE_IF_BEFORE_LINEFEED ? ATOM_KEPT : 0;
}

static void add_spaces(atomizer *t, uint32_t begin, uint32_t end, uint8_t flags) {
  const text_span *span = span_of(t);
  int64_t count = flags & ATOM_FIXED ? (end - begin) / 2 : end - begin;
  add_atom(t, (text_atom){.kind = ATOM_SPACE,
                          .flags = flags,
                          .begin = begin,
                          .end = end,
                          .width = mpt_clamp(count * span->space_width)});
}

static void add_text(atomizer *t, uint32_t begin, uint32_t end) {
  const unsigned char *s = (const unsigned char *)t->flow->text;
  const text_span *span = span_of(t);
  for (uint32_t i = begin; i < end;) {
    uint32_t from = i;
    if (s[i] == ' ') {
      while (i < end && s[i] == ' ') i++;
      add_spaces(t, from, i, space_flags(span->style));
    } else if (s[i] == '\n') {
      i++;
      add_atom(t, (text_atom){.kind = ATOM_NEWLINE, .begin = from, .end = i});
    } else if (s[i] == 0xC2 && i + 1 < end && s[i + 1] == 0xA0) {
      while (i + 1 < end && s[i] == 0xC2 && s[i + 1] == 0xA0) i += 2;
      add_spaces(t, from, i, ATOM_FIXED);
    } else {
      while (i < end && !ends_word(s[i], i + 1 < end ? s[i + 1] : 0)) i++;
      add_words(t, from, i, 0);
    }
  }
}

static void open_scope(atomizer *t, const fo_node *node, uint32_t at, uint32_t span) {
  text_edge edge = edge_of(node);
  add_atom(t, (text_atom){.kind = ATOM_OPEN, .begin = at, .end = at, .width = edge.start, .u.node = node})->span = span;
  t->scope = (uint32_t)t->atoms.n - 1;
}

static void close_scope(atomizer *t, const fo_node *node, uint32_t at) {
  text_edge edge = edge_of(node);
  uint32_t open = t->scope;
  t->scope = t->atoms.at[open].scope;
  add_atom(t, (text_atom){.kind = ATOM_CLOSE, .begin = at, .end = at, .width = edge.end, .u.node = node})->span = open;
}

static void add_event(atomizer *t, const flow_event *e) {
  switch (e->kind) {
  case EVENT_SPAN: t->span = e->span; break;
  case EVENT_OPEN: open_scope(t, e->node, e->at, e->span); break;
  case EVENT_CLOSE: close_scope(t, e->node, e->at); break;
  case EVENT_ANCHOR:
    add_atom(t, (text_atom){.kind = ATOM_ANCHOR, .begin = e->at, .end = e->at, .u.node = e->node});
    break;
  case EVENT_NUMBER: add_words(t, e->at, e->end, ATOM_NUMBER); break;
  case EVENT_OBJECT:
    add_atom(t, (text_atom){.kind = e->node->element == FO_ELEMENT_LEADER ? ATOM_LEADER : ATOM_IMAGE,
                            .begin = e->at,
                            .end = e->at + 3,
                            .u.object = e->object});
    break;
  default: break;
  }
}

void flow_to_atoms(text_flow *f) {
  text_paragraph *p = f->paragraph;
  atomizer t = {.flow = f, .p = p, .scope = NO_SCOPE};
  VEC_RESERVE(p->arena, t.atoms, f->n / 4 + f->events.n + 4);
  uint32_t at = 0;
  for (size_t i = 0; i < f->events.n; i++) {
    const flow_event *e = &f->events.at[i];
    if (e->at > at) add_text(&t, at, e->at);
    if (e->at > at) at = e->at;
    add_event(&t, e);
    if (e->kind == EVENT_NUMBER) at = e->end;
    if (e->kind == EVENT_OBJECT) at = e->at + 3;
  }
  if (at < f->n) add_text(&t, at, (uint32_t)f->n);
  p->atoms = t.atoms.at;
  p->atom_count = (uint32_t)t.atoms.n;
  p->spans = f->spans.at;
  p->span_count = (uint32_t)f->spans.n;
  p->text = arena_strndup(p->arena, f->text ? f->text : "", f->n);
  p->text_size = (uint32_t)f->n;
}
