/* measure: widths and heights of what lines are made of. Breaking and setting both ask here, so that a line comes out as
 * wide as the breaker believed. */
#include <string.h>

#include "base/utf8.h"
#include "text/inline.h"

/* ---- words ---- */

void word_slice(const shaped *word, uint32_t from, uint32_t to, uint32_t *first, uint32_t *end) {
  uint32_t i = 0;
  while (i < word->n && word->glyphs[i].cluster < from) i++;
  *first = i;
  while (i < word->n && word->glyphs[i].cluster < to) i++;
  *end = i;
}

mpt word_width(const shaped *word, const text_span *span, uint32_t first, uint32_t end) {
  mpt64 sum = 0;
  for (uint32_t i = first; i < end; i++) {
    const shaped_glyph *g = &word->glyphs[i];
    sum += scaled(word->face, g->advance, span->size);
    if (g->last) sum += span->letter;
  }
  return mpt_clamp(sum);
}

/* The character drawn for a hyphen; 0: the face has none. */
static uint32_t hyphen_of(const text_span *span, const font_face *face) {
  uint32_t wanted = span->style->hyphen;
  bool usual = !wanted || wanted == '-' || wanted == 0x2010 || wanted == 0xAD;
  return !usual && font_face_has(face, wanted) ? wanted : face->hyphen;
}

/* The word can be divided before byte `at` and both parts keep their glyphs. */
static bool safe_at(const shaped *word, uint32_t at) {
  for (uint32_t i = 0; i < word->n; i++)
    if (word->glyphs[i].cluster >= at) return word->glyphs[i].cluster == at && !word->glyphs[i].unsafe;
  return false;
}

static const shaped *shape_again(const text_paragraph *p, arena *a, const text_atom *atom, const char *text, size_t n) {
  return shaper_shape(p->engine->shaper, a, atom->u.word->face, p->spans[atom->span].manner, text, n);
}

/* The part's own glyphs with those of the hyphen shaped behind its last cluster. False when that cluster does not
 * stay as it is. */
static bool add_hyphen(const text_paragraph *p, arena *a, const text_atom *atom, word_part *part, uint32_t to,
                       uint32_t hyphen) {
  uint32_t last = part->body->glyphs[part->end - 1].cluster + atom->begin;
  char text[64 + 4];
  size_t n = to - last;
  if (n > 64) return false;
  memcpy(text, p->text + last, n);
  const shaped *alone = shape_again(p, a, atom, text, n);
  n += utf8_put(text + n, hyphen);
  const shaped *both = shape_again(p, a, atom, text, n);
  if (both->n <= alone->n || both->glyphs[alone->n].cluster != to - last) return false;
  part->last_kern = both->glyphs[alone->n - 1].advance - alone->glyphs[alone->n - 1].advance;
  part->hyphen = both;
  part->hyphen_first = alone->n;
  return true;
}

static word_part shape_part(const text_paragraph *p, arena *a, const text_atom *atom, uint32_t from, uint32_t to,
                            uint32_t hyphen) {
  size_t n = to - from;
  char *text = arena_alloc(a, n + 4);
  memcpy(text, p->text + from, n);
  if (hyphen) n += utf8_put(text + n, hyphen);
  word_part part = {.body = shape_again(p, a, atom, text, n), .base = from};
  word_slice(part.body, 0, to - from, &part.first, &part.end);
  if (hyphen) {
    part.hyphen = part.body;
    part.hyphen_first = part.end;
  }
  return part;
}

word_part word_cut(const text_paragraph *p, arena *a, const text_atom *atom, uint32_t from, uint32_t to, bool hyphen) {
  const shaped *word = atom->u.word;
  word_part part = {.body = word, .end = word->n, .base = atom->begin};
  uint32_t drawn = hyphen ? hyphen_of(&p->spans[atom->span], word->face) : 0;
  if (from == atom->begin && to == atom->end && !drawn) return part;
  bool safe = (from == atom->begin || safe_at(word, from - atom->begin)) &&
              (to == atom->end || safe_at(word, to - atom->begin));
  if (safe) {
    word_slice(word, from - atom->begin, to - atom->begin, &part.first, &part.end);
    if (!drawn || (part.end > part.first && add_hyphen(p, a, atom, &part, to, drawn))) return part;
  }
  return shape_part(p, a, atom, from, to, drawn);
}

mpt word_part_width(const word_part *part, const text_span *span) {
  mpt64 sum = word_width(part->body, span, part->first, part->end);
  if (part->hyphen) sum += word_width(part->hyphen, span, part->hyphen_first, part->hyphen->n);
  if (part->last_kern) {
    int32_t advance = part->body->glyphs[part->end - 1].advance;
    sum += scaled(part->body->face, (int64_t)advance + part->last_kern, span->size) -
           scaled(part->body->face, advance, span->size);
  }
  return mpt_clamp(sum);
}

uint32_t word_part_clusters(const word_part *part) {
  uint32_t n = 0;
  for (uint32_t i = part->first; i < part->end; i++) n += part->body->glyphs[i].last;
  if (part->hyphen)
    for (uint32_t i = part->hyphen_first; i < part->hyphen->n; i++) n += part->hyphen->glyphs[i].last;
  return n;
}

/* ---- objects ---- */

static mpt not_negative(int64_t v) {
  return v < 0 ? 0 : mpt_clamp(v);
}

#define LEADER_OPTIMUM (12 * MPT_PT) /* initial leader-length.optimum (7.22.4) */

static void measure_leader(object_size *s, const text_span *span, const fo_leader_style *leader, mpt line_width) {
  const fo_range *r = &leader->length;
  s->width = fo_length_is_auto(r->opt) ? LEADER_OPTIMUM : not_negative(fo_length_at(r->opt, line_width));
  mpt most = fo_length_is_auto(r->max) ? line_width : fo_length_at(r->max, line_width);
  mpt least = fo_length_is_auto(r->min) ? 0 : fo_length_at(r->min, line_width);
  s->stretch = not_negative((int64_t)most - s->width);
  s->shrink = not_negative((int64_t)s->width - not_negative(least));
  s->ascent = span->ascent;
  s->descent = span->descent;
}

/* One side of the image's content: -1 when nothing decides it. */
static int64_t content_side(fo_length length, fo_enum fit, mpt own, int64_t room) {
  switch (fit) {
  case FO_SCALE_TO_FIT: return room;
  case FO_SCALE_DOWN_TO_FIT: return room >= 0 && room < own ? room : own;
  case FO_SCALE_UP_TO_FIT: return room > own ? room : own;
  default: return fo_length_is_auto(length) ? -1 : not_negative(fo_length_at(length, own));
  }
}

static int64_t viewport_side(const fo_range *r, mpt base, bool percent_known) {
  if (fo_length_is_auto(r->opt) || (r->opt.percent && !percent_known)) return -1;
  return not_negative(fo_length_at(r->opt, base));
}

/* Size of the content by content-width, content-height, scaling (XSL 1.1, 7.15). */
static void scale_content(const fo_graphic_style *g, mpt own_width, mpt own_height, int64_t room_width,
                          int64_t room_height, mpt64 *width, mpt64 *height) {
  int64_t w = content_side(g->content_width, g->content_width_fit, own_width, room_width);
  int64_t h = content_side(g->content_height, g->content_height_fit, own_height, room_height);
  if (g->scaling == FO_NON_UNIFORM || own_width <= 0 || own_height <= 0) {
    *width = w >= 0 ? w : own_width;
    *height = h >= 0 ? h : own_height;
    return;
  }
  if (w >= 0 && (h < 0 || muldiv(w, own_height, own_width) <= h)) {
    *width = w;
    *height = muldiv(w, own_height, own_width);
  } else if (h >= 0) {
    *height = h;
    *width = muldiv(h, own_width, own_height);
  } else {
    *width = own_width;
    *height = own_height;
  }
}

static mpt64 within(const fo_range *r, mpt64 v, mpt base) {
  if (!fo_length_is_auto(r->max) && (!r->max.percent || base) && v > fo_length_at(r->max, base))
    v = fo_length_at(r->max, base);
  if (!fo_length_is_auto(r->min) && v < fo_length_at(r->min, base)) v = fo_length_at(r->min, base);
  return v;
}

static mpt aligned(fo_enum align, mpt64 room, mpt64 own) {
  return align == FO_CENTER                     ? mpt_clamp((room - own) / 2)
         : align == FO_END || align == FO_AFTER ? mpt_clamp(room - own)
                                                : 0;
}

static void measure_image(object_size *s, const text_object *o, mpt line_width) {
  const fo_style *style = o->style;
  const fo_range *w = &style->size->inline_progression, *h = &style->size->block_progression;
  mpt own_width = o->image ? o->image->width : 0, own_height = o->image ? o->image->height : 0;
  int64_t room_width = viewport_side(w, line_width, line_width > 0), room_height = viewport_side(h, 0, false);
  mpt64 width, height;
  scale_content(style->graphic, own_width, own_height, room_width, room_height, &width, &height);
  mpt64 view_width = within(w, room_width >= 0 ? room_width : width, line_width);
  mpt64 view_height = within(h, room_height >= 0 ? room_height : height, 0);
  text_edge edge = edge_of(o->node);
  s->width = mpt_clamp(view_width + edge.start + edge.end);
  s->ascent = mpt_clamp(view_height);
  s->image_width = mpt_clamp(width);
  s->image_height = mpt_clamp(height);
  s->image_x = mpt_clamp((mpt64)edge.start + aligned(style->text->text_align, view_width, width));
  s->image_y = aligned(style->inherited->display_align, view_height, height);
}

object_size object_measure(const text_span *span, const text_object *o, mpt line_width) {
  object_size s = {0};
  if (o->node->element == FO_ELEMENT_LEADER) measure_leader(&s, span, o->style->leader, line_width);
  else measure_image(&s, o, line_width);
  return s;
}

text_edge edge_of(const fo_node *node) {
  const fo_box_style *box = node->style->box;
  const fo_block_style *block = node->style->block;
  return (text_edge){
      mpt_clamp((mpt64)box->border[SIDE_START].width + box->padding[SIDE_START].width.length + block->space_start.opt),
      mpt_clamp((mpt64)box->border[SIDE_END].width + box->padding[SIDE_END].width.length + block->space_end.opt)};
}

/* ---- heights ---- */

line_height strut_of(const fo_font_style *font, const fo_text_style *text, const font_face *face) {
  mpt size = font->size < 0 ? 0 : font->size;
  mpt ascent = face ? scaled(face, face->ascender, size) : size,
      descent = face ? -scaled(face, face->descender, size) : 0;
  mpt64 line = fo_length_is_auto(text->line_height) ? muldiv(size, 6, 5) : fo_length_at(text->line_height, size);
  mpt64 leading = line - ascent - descent, above = leading >= 0 ? leading / 2 : -((1 - leading) / 2);
  return (line_height){mpt_clamp(ascent + above), mpt_clamp(descent + (leading - above))};
}

/* In the strategy max-height text asks for the height of its font, but never for more than its own line-height, so
 * that tight leading is kept. */
line_height text_height(const text_span *span, fo_enum strategy) {
  line_height strut = strut_of(span->font, span->style, span->face), h = strut;
  if (!span->face || strategy == FO_FONT_HEIGHT) return (line_height){-MPT_MAX, -MPT_MAX};
  if (strategy != FO_LINE_HEIGHT) {
    mpt ascent = scaled(span->face, span->face->ascender, span->size);
    mpt descent = -scaled(span->face, span->face->descender, span->size);
    h = (line_height){mpt_min(ascent, strut.ascent), mpt_min(descent, strut.descent)};
  }
  return (line_height){mpt_clamp((mpt64)h.ascent + span->shift), mpt_clamp((mpt64)h.descent - span->shift)};
}
