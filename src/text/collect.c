/* collect: walks the inline-level formatting objects of a block and makes one text of them, with events where
 * something other than text stands (XSL 1.1, 6.6 and 6.10-6.12). White space, atoms and points are others' work. */
#include <string.h>
#include <unicode/uchar.h>

#include "base/utf8.h"
#include "text/flow.h"

/* Larger type than 10,000 pt is set at that size: so widths of words stay far from overflow. */
#define LARGEST_SIZE (10000 * MPT_PT)

typedef struct walk {
  text_flow *flow;
  mpt shift; /* of the baseline, by the inlines around, up */
  const text_span *around;
  bool retrieved; /* inside of a retrieved marker */
} walk;

/* ---- spans ---- */

static mpt at_least_0(int64_t v) {
  return v < 0 ? 0 : mpt_clamp(v);
}

static void set_spacing(text_span *s, const fo_text_style *t) {
  const fo_space *letter = &t->letter_spacing, *word = &t->word_spacing;
  s->letter = letter->opt;
  s->letter_stretch = at_least_0((int64_t)letter->max - letter->opt);
  s->letter_shrink = at_least_0((int64_t)letter->opt - letter->min);
  mpt own = mpt_clamp(muldiv(s->face->space, s->size, s->face->units_per_em));
  s->space = word->opt;
  s->space_width = mpt_clamp((mpt64)own + s->letter + word->opt);
  if (word->min != word->opt || word->max != word->opt) {
    s->space_stretch = at_least_0((int64_t)word->max - word->opt);
    s->space_shrink = at_least_0((int64_t)word->opt - word->min);
  } else { /* as good sans-serif setting has it: from three quarters to one and a half of the space */
    s->space_stretch = own / 2;
    s->space_shrink = own / 4;
  }
}

static void report_font(const text_flow *f, const fo_node *node, const fo_font_style *font, const font_face *face) {
  diag_place place = fo_place(f->context->document, node);
  if (!face) {
    diag_add_once(f->context->diags, DIAG_NO_FONTS, place, (const char *)NULL);
  } else if (font->families && font->families[0]) {
    diag_add_once(f->context->diags, DIAG_FONT_NOT_FOUND, place, font->families[0], face->family, (const char *)NULL);
  }
}

static const hyphen_patterns *patterns_of(const text_flow *f, const fo_node *node, const fo_text_style *t) {
  if (!t->hyphenate || !t->language) return NULL;
  const hyphen_patterns *p = hyphenator_find(f->context->engine->hyphenator, t->language, t->country);
  if (!p)
    diag_add_once(f->context->diags, DIAG_NO_HYPHENATION, fo_place(f->context->document, node), t->language,
                  (const char *)NULL);
  return p;
}

static uint32_t add_span(walk *w, const fo_node *node, const fo_style *style, tag_id tag) {
  text_flow *f = w->flow;
  const fo_font_style *font = style->font;
  const fo_text_style *text = style->text;
  if (f->spans.n) {
    const text_span *last = &f->spans.at[f->spans.n - 1];
    if (last->node == node && last->font == font && last->style == text && last->shift == w->shift && last->tag == tag)
      return (uint32_t)f->spans.n - 1;
  }
  bool exact = true;
  text_span s = {.node = node, .font = font, .style = text, .inl = style->inl, .tag = tag, .shift = w->shift};
  s.face = font_set_find(f->context->engine->fonts, font, &exact);
  if (!s.face || !exact) report_font(f, node, font, s.face);
  s.size = font->size < 0 ? 0 : mpt_min(font->size, LARGEST_SIZE);
  if (s.face) set_spacing(&s, text);
  s.patterns = patterns_of(f, node, text);
  s.manner = (shape_manner){hb_language_from_string(text->language ? text->language : "und", -1), HB_SCRIPT_LATIN,
                            text->letter_spacing.opt != 0};
  line_height height = text_height(&s, f->paragraph->style->text->line_stacking);
  s.ascent = height.ascent;
  s.descent = height.descent;
  VEC_PUSH(f->arena, f->spans, s);
  return (uint32_t)f->spans.n - 1;
}

/* How far an inline's baseline is from its parent's, up: baseline-shift and alignment-baseline (7.14). */
static mpt shift_of(const walk *w, const fo_style *style, mpt ascent, mpt descent, mpt middle) {
  const fo_inline_style *inl = style->inl;
  mpt64 shift = inl->baseline_shift.length;
  const text_span *around = w->around;
  if (!fo_length_is_auto(inl->alignment_adjust)) shift -= inl->alignment_adjust.length;
  if (around && around->face) {
    const font_face *face = around->face;
    mpt top = font_scale(face, face->ascender, around->size), bottom = font_scale(face, face->descender, around->size);
    switch (inl->alignment_baseline) {
    case FO_MIDDLE: shift += font_scale(face, face->x_height, around->size) / 2 - middle; break;
    case FO_CENTRAL: shift += (top + bottom) / 2 - (ascent - descent) / 2; break;
    case FO_BEFORE_EDGE:
    case FO_TEXT_BEFORE_EDGE: shift += top - ascent; break;
    case FO_AFTER_EDGE:
    case FO_TEXT_AFTER_EDGE: shift += bottom + descent; break;
    default: break;
    }
  }
  return mpt_clamp(shift);
}

/* ---- nodes ---- */

static void walk_children(walk *w, const fo_node *first, const fo_node *end);

static void add_anchor(walk *w, const fo_node *node) {
  flow_event_add(w->flow, (flow_event){.kind = EVENT_ANCHOR, .node = node});
}

static bool has_edges(const fo_node *node) {
  const fo_box_style *box = node->style->box;
  const fo_block_style *block = node->style->block;
  if (node->element == FO_ELEMENT_BASIC_LINK || box->background.a || block->space_start.opt || block->space_end.opt)
    return true;
  for (int side = 0; side < 4; side++)
    if (box->border[side].width || box->padding[side].width.length || box->padding[side].width.percent) return true;
  return false;
}

static int16_t keep_together(const fo_node *node) {
  int16_t own = node->style->block->keep_together.line;
  return node->parent && node->parent->style->block->keep_together.line == own
             ? 0
             : own; /* an inherited one is the block's */
}

static void walk_inline(walk *w, const fo_node *node) {
  text_flow *f = w->flow;
  bool edges = has_edges(node);
  const fo_block_style *block = node->style->block;
  flow_keep keep = {(uint32_t)f->n, 0, keep_together(node), block->keep_with_next.line, block->keep_with_previous.line};
  if (!edges && node->style->reference->id) add_anchor(w, node);
  mpt outer_shift = w->shift;
  const text_span *outer = w->around;
  text_span own = {.font = node->style->font};
  bool exact;
  own.face = font_set_find(f->context->engine->fonts, own.font, &exact);
  own.size = own.font->size < 0 ? 0 : mpt_min(own.font->size, LARGEST_SIZE);
  mpt ascent = 0, descent = 0, middle = 0;
  if (own.face) {
    ascent = font_scale(own.face, own.face->ascender, own.size);
    descent = -font_scale(own.face, own.face->descender, own.size);
    middle = font_scale(own.face, own.face->x_height, own.size) / 2;
  }
  w->shift = mpt_clamp((mpt64)w->shift + shift_of(w, node->style, ascent, descent, middle));
  if (edges)
    flow_event_add(f,
                   (flow_event){.kind = EVENT_OPEN, .node = node, .span = add_span(w, node, node->style, node->tag)});
  w->around = &own;
  walk_children(w, node->first, NULL);
  w->around = outer;
  w->shift = outer_shift;
  if (edges) flow_event_add(f, (flow_event){.kind = EVENT_CLOSE, .node = node});
  keep.end = (uint32_t)f->n;
  if (keep.together || keep.with_next || keep.with_previous) VEC_PUSH(f->context->scratch, f->keeps, keep);
}

static void walk_number(walk *w, const fo_node *node) {
  text_flow *f = w->flow;
  bool known = false;
  const char *text = f->context->page_number ? f->context->page_number(f->context->context, node, &known) : NULL;
  if (!text || !text[0]) text = "0";
  if (node->style->reference->id) add_anchor(w, node);
  uint32_t span = add_span(w, node, node->style, node->tag);
  uint32_t begin = (uint32_t)f->n;
  flow_add_raw(f, span, text, strlen(text));
  f->numbers = true;
  flow_event e = {.kind = EVENT_NUMBER, .span = span, .node = node, .end = (uint32_t)f->n};
  flow_event_add(f, e);
  f->events.at[f->events.n - 1].at = begin;
}

static bool length_is_relative(fo_length l) {
  return l.percent != 0;
}

static void walk_object(walk *w, const fo_node *node) {
  text_flow *f = w->flow;
  text_object *o = ARENA_NEW(f->arena, text_object);
  o->node = node;
  o->style = node->style;
  if (node->style->reference->id) add_anchor(w, node);
  if (node->element == FO_ELEMENT_LEADER) {
    const fo_leader_style *leader = node->style->leader;
    o->relative = length_is_relative(leader->length.min) || length_is_relative(leader->length.opt) ||
                  length_is_relative(leader->length.max);
    if (leader->pattern == FO_USE_CONTENT && node->first)
      o->content = text_paragraph_collect(f->context, f->arena, node, node->first, NULL);
  } else {
    const fo_range *width = &node->style->size->inline_progression;
    o->relative = length_is_relative(width->opt) || length_is_relative(width->max) || length_is_relative(width->min);
    if (node->style->graphic->src && f->context->images)
      o->image = image_load(f->context->images, node->style->graphic->src, f->context->diags,
                            fo_place(f->context->document, node));
  }
  mpt outer = w->shift;
  object_size size = {0};
  if (o->image || node->element != FO_ELEMENT_LEADER) {
    text_span none = {.size = 0};
    size = object_measure(&none, o, 0);
  }
  w->shift = mpt_clamp((mpt64)w->shift + shift_of(w, node->style, size.ascent, size.descent, size.ascent / 2));
  uint32_t span = add_span(w, node, node->style, node->tag);
  w->shift = outer;
  uint32_t at = (uint32_t)f->n;
  flow_add_raw(f, span, "\xEF\xBF\xBC", 3);
  flow_event_add(f, (flow_event){.kind = EVENT_OBJECT, .span = span, .node = node, .object = o});
  f->events.at[f->events.n - 1].at = at;
  f->relative |= o->relative;
}

static void walk_marker(walk *w, const fo_node *retrieve) {
  const text_context *c = w->flow->context;
  if (w->retrieved || !c->marker) return;
  const fo_node *marker = c->marker(c->context, retrieve);
  if (!marker) return;
  w->retrieved = true;
  walk_children(w, marker->first, NULL);
  w->retrieved = false;
}

static void walk_character(walk *w, const fo_node *node) {
  char bytes[4];
  uint32_t cp = node->style->inl->character;
  if (node->style->reference->id) add_anchor(w, node);
  if (!cp) return;
  uint32_t span = add_span(w, node, node->style, node->tag);
  flow_add_text(w->flow, span, bytes, utf8_put(bytes, cp));
}

static void walk_text(walk *w, const fo_node *node) {
  if (!node->text_size) return;
  const fo_node *element = node->parent ? node->parent : node;
  flow_add_text(w->flow, add_span(w, element, node->style, node->tag), node->text, node->text_size);
}

/* Block-level content inside of an inline: its text is kept, on lines of its own. */
static void walk_block(walk *w, const fo_node *node) {
  uint32_t span = add_span(w, node, node->style, node->tag);
  if (node->style->reference->id) add_anchor(w, node);
  if (!w->flow->line_start) flow_add_newline(w->flow, span);
  walk_children(w, node->first, NULL);
  if (!w->flow->line_start) flow_add_newline(w->flow, span);
}

static void walk_node(walk *w, const fo_node *node) {
  switch (node->element) {
  case FO_TEXT: walk_text(w, node); break;
  case FO_ELEMENT_CHARACTER: walk_character(w, node); break;
  case FO_ELEMENT_LEADER:
  case FO_ELEMENT_EXTERNAL_GRAPHIC:
  case FO_ELEMENT_INSTREAM_FOREIGN_OBJECT: walk_object(w, node); break;
  case FO_ELEMENT_PAGE_NUMBER:
  case FO_ELEMENT_PAGE_NUMBER_CITATION:
  case FO_ELEMENT_PAGE_NUMBER_CITATION_LAST: walk_number(w, node); break;
  case FO_ELEMENT_RETRIEVE_MARKER:
  case FO_ELEMENT_RETRIEVE_TABLE_MARKER: walk_marker(w, node); break;
  case FO_ELEMENT_MARKER: add_anchor(w, node); break;
  case FO_ELEMENT_FOOTNOTE_BODY: break;
  case FO_ELEMENT_FOOTNOTE:
    walk_children(w, node->first, NULL);
    add_anchor(w, node);
    break;
  case FO_ELEMENT_BLOCK:
  case FO_ELEMENT_BLOCK_CONTAINER:
  case FO_ELEMENT_LIST_BLOCK:
  case FO_ELEMENT_LIST_ITEM:
  case FO_ELEMENT_TABLE:
  case FO_ELEMENT_TABLE_AND_CAPTION:
  case FO_ELEMENT_TABLE_ROW: walk_block(w, node); break;
  default: walk_inline(w, node); break;
  }
}

static void walk_children(walk *w, const fo_node *first, const fo_node *end) {
  for (const fo_node *n = first; n && n != end; n = n->next) walk_node(w, n);
}

/* ---- the paragraph ---- */

const font_face *flow_face(text_flow *f, const text_span *span, uint32_t cp) {
  if (!span->face || font_face_has(span->face, cp)) return span->face;
  if (u_hasBinaryProperty((UChar32)cp, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return span->face;
  if (cp == 0xA0 || u_charType((UChar32)cp) == U_SPACE_SEPARATOR) return span->face; /* HarfBuzz makes them of U+0020 */
  known_fallback *slot = &f->fallbacks[cp % FALLBACK_SLOTS];
  if (slot->font != span->font || slot->cp != cp) {
    slot->font = span->font;
    slot->cp = cp;
    slot->face = font_set_fallback(f->context->engine->fonts, span->font, cp);
  }
  return slot->face;
}

text_paragraph *text_paragraph_collect(const text_context *c, arena *a, const fo_node *block, const fo_node *first,
                                       const fo_node *end) {
  arena_mark scratch = arena_save(c->scratch);
  text_flow *f = ARENA_NEW(c->scratch, text_flow);
  f->context = c;
  f->arena = a;
  f->span = UINT32_MAX;
  f->line_start = true;
  text_paragraph *p = f->paragraph = ARENA_NEW(a, text_paragraph);
  p->arena = a;
  p->engine = c->engine;
  p->block = block;
  p->style = block->style;
  walk w = {.flow = f};
  text_span own = {.font = block->style->font};
  bool exact;
  own.face = font_set_find(c->engine->fonts, own.font, &exact);
  own.size = own.font->size < 0 ? 0 : mpt_min(own.font->size, LARGEST_SIZE);
  w.around = &own;
  walk_children(&w, first, end);
  flow_end_line(f, false);
  flow_compact(f);
  bool anchors = false;
  for (size_t i = 0; i < f->events.n; i++)
    anchors |= f->events.at[i].kind == EVENT_ANCHOR || f->events.at[i].kind == EVENT_OPEN;
  if (!(f->n ? own.face != NULL : anchors)) {
    arena_restore(c->scratch, scratch);
    return NULL;
  }
  p->numbers = f->numbers;
  p->relative = f->relative;
  line_height strut = strut_of(own.font, block->style->text, own.face);
  p->strut_ascent = strut.ascent;
  p->strut_descent = strut.descent;
  flow_to_atoms(f);
  flow_to_points(f);
  arena_restore(c->scratch, scratch);
  return p;
}

static bool node_has_numbers(const fo_node *n) {
  switch (n->element) {
  case FO_ELEMENT_PAGE_NUMBER:
  case FO_ELEMENT_PAGE_NUMBER_CITATION:
  case FO_ELEMENT_PAGE_NUMBER_CITATION_LAST: return true;
  default: return text_nodes_have_numbers(n->first, NULL);
  }
}

bool text_nodes_have_numbers(const fo_node *first, const fo_node *end) {
  for (const fo_node *n = first; n && n != end; n = n->next)
    if (n->element != FO_TEXT && n->element != FO_ELEMENT_FOOTNOTE_BODY && n->element != FO_ELEMENT_MARKER &&
        node_has_numbers(n))
      return true;
  return false;
}
