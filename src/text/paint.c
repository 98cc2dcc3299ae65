/* paint: a line's measured slots to pieces, from left to right. Words and spaces of one span make one run of glyphs.
 * Backgrounds stand before the glyphs they lie under: their piece is put down when the inline opens and gets its width
 * when it closes; links likewise. Text decorations follow their glyphs and grow while the next run has the same.
 */
#include <string.h>

#include "text/set.h"

#define NO_PIECE UINT32_MAX

typedef struct open_inline {
  const text_atom *atom; /* its ATOM_OPEN */
  uint32_t box, link;    /* pieces; NO_PIECE */
} open_inline;

typedef enum { DECORATION_UNDER, DECORATION_OVER, DECORATION_THROUGH, DECORATION_COUNT } decoration;

typedef struct painter {
  line_setter *s;
  piece_list pieces;
  VEC(open_inline) open;
  text_glyph *glyphs; /* room for the whole line */
  uint32_t glyph_count;
  char *text;
  uint32_t text_size;
  mpt x;
  /* the run under way: */
  bool running;
  const text_span *span;
  const font_face *face;
  uint32_t first_glyph, first_byte;
  mpt run_x;
  bool uniform; /* letter space is behind every glyph */
  uint32_t rules[DECORATION_COUNT];
} painter;

/* ---- glyphs ---- */

static mpt rule_y(const text_span *span, int top, int thickness) {
  mpt middle = scaled(span->face, (int64_t)top - thickness / 2, span->size);
  return mpt_clamp(-(mpt64)middle - span->shift);
}

static void decorate(painter *t, decoration which, int top, int thickness, mpt x, mpt width) {
  const text_span *span = t->span;
  mpt y = rule_y(span, top, thickness), thick = scaled(span->face, thickness, span->size);
  fo_color color = span->inl->decoration_color.a ? span->inl->decoration_color : span->style->color;
  if (t->rules[which] != NO_PIECE) {
    text_piece *last = &t->pieces.at[t->rules[which]];
    if (last->x + last->width == x && last->y == y && last->height == thick &&
        !memcmp(&last->color, &color, sizeof color)) {
      last->width = mpt_clamp((mpt64)last->width + width);
      return;
    }
  }
  t->rules[which] = (uint32_t)t->pieces.n;
  VEC_PUSH(t->s->arena, t->pieces,
           (text_piece){.kind = PIECE_RULE,
                        .x = x,
                        .y = y,
                        .width = width,
                        .height = thick,
                        .node = span->node,
                        .tag = TAG_ARTIFACT,
                        .color = color,
                        .rule_style = FO_SOLID});
}

static void end_run(painter *t) {
  if (!t->running) return;
  t->running = false;
  const text_span *span = t->span;
  mpt letter = setter_letter(t->s, span), width = t->x - t->run_x;
  text_run run = {
      .face = t->face, .size = span->size, .color = span->style->color, .letter_space = t->uniform ? letter : 0};
  run.glyphs = t->glyphs + t->first_glyph;
  run.n = t->glyph_count - t->first_glyph;
  run.text = t->text + t->first_byte;
  run.text_size = t->text_size - t->first_byte;
  VEC_PUSH(t->s->arena, t->pieces,
           (text_piece){.kind = PIECE_GLYPHS,
                        .x = t->run_x,
                        .y = -span->shift,
                        .width = width,
                        .node = span->node,
                        .tag = span->tag,
                        .run = run});
  const font_face *face = span->face;
  const fo_inline_style *inl = span->inl;
  if (inl->underline)
    decorate(t, DECORATION_UNDER, face->underline_position, face->underline_thickness, t->run_x, width);
  if (inl->overline) decorate(t, DECORATION_OVER, face->ascender, face->underline_thickness, t->run_x, width);
  if (inl->line_through)
    decorate(t, DECORATION_THROUGH, face->strikeout_position, face->strikeout_thickness, t->run_x, width);
}

static void begin_run(painter *t, const text_span *span, const font_face *face) {
  if (t->running && t->span == span && t->face == face) return;
  end_run(t);
  t->running = t->uniform = true;
  t->span = span;
  t->face = face;
  t->first_glyph = t->glyph_count;
  t->first_byte = t->text_size;
  t->run_x = t->x;
}

static void put_text(painter *t, const char *text, uint32_t n) {
  memcpy(t->text + t->text_size, text, n);
  t->text_size += n;
}

/* `base`: the cluster that stands for the next byte of the run's text. */
static void put_glyph(painter *t, const shaped_glyph *g, int kern, uint32_t base) {
  mpt size = t->span->size;
  text_glyph *out = &t->glyphs[t->glyph_count++];
  out->id = g->id;
  mpt64 advance = scaled(t->face, (int64_t)g->advance + kern, size);
  if (g->last) advance += setter_letter(t->s, t->span);
  else t->uniform = false;
  out->advance = mpt_clamp(advance);
  out->x_offset = scaled(t->face, g->x_offset, size);
  out->y_offset = scaled(t->face, g->y_offset, size);
  out->cluster = g->cluster - base + (t->text_size - t->first_byte);
  t->x = mpt_clamp((mpt64)t->x + out->advance);
}

static void put_word(painter *t, const line_slot *slot) {
  const word_part *part = &slot->part;
  if (part->end == part->first) return;
  begin_run(t, slot->span, part->body->face);
  uint32_t base = part->body->glyphs[part->first].cluster;
  for (uint32_t i = part->first; i < part->end; i++)
    put_glyph(t, &part->body->glyphs[i], i + 1 == part->end ? part->last_kern : 0, base);
  put_text(t, slot->text + base, slot->text_size - base);
  if (!part->hyphen) return;
  base = part->hyphen->glyphs[part->hyphen_first].cluster;
  for (uint32_t i = part->hyphen_first; i < part->hyphen->n; i++) put_glyph(t, &part->hyphen->glyphs[i], 0, base);
  put_text(t, "\xC2\xAD", 2);
}

static const char *space_text(const text_atom *atom, uint32_t *size) {
  *size = atom->flags & ATOM_FIXED ? 2 : 1;
  return atom->flags & ATOM_FIXED ? "\xC2\xA0" : " ";
}

/* Space characters that share `width`. A face without a space has nothing to show: the line just moves on. */
static void put_spaces(painter *t, const line_slot *slot) {
  const text_span *span = slot->span;
  uint32_t size;
  const char *text = space_text(slot->atom, &size);
  shape_manner manner = span->manner;
  const shaped *space = shaper_shape(t->s->p->engine->shaper, t->s->arena, span->face, manner, text, size);
  if (space->n != 1 || !space->glyphs[0].id) {
    end_run(t);
    t->x = mpt_clamp((mpt64)t->x + slot->width);
    return;
  }
  begin_run(t, span, span->face);
  mpt64 left = slot->width;
  for (uint32_t i = slot->count; i; i--) {
    text_glyph *out = &t->glyphs[t->glyph_count++];
    *out = (text_glyph){.id = space->glyphs[0].id, .cluster = t->text_size - t->first_byte};
    out->advance = mpt_clamp(left / i);
    left -= out->advance;
    put_text(t, text, size);
  }
  t->x = mpt_clamp((mpt64)t->x + slot->width);
}

/* The line's last glyph is set: letter space behind it is not part of the line's width, and neither is the space that hangs
 * there. */
static void end_text(painter *t) {
  const text_span *span = t->s->hanging;
  if (t->running) t->x = mpt_clamp((mpt64)t->x - setter_letter(t->s, t->span));
  if (!span || !t->running || t->span != span || t->face != span->face) return;
  const shaped *space = shaper_shape(t->s->p->engine->shaper, t->s->arena, span->face, span->manner, " ", 1);
  if (space->n != 1 || !space->glyphs[0].id) return;
  t->glyphs[t->glyph_count++] =
      (text_glyph){.id = space->glyphs[0].id, .advance = span->space_width, .cluster = t->text_size - t->first_byte};
  put_text(t, " ", 1);
}

/* ---- inlines ---- */

static bool is_painted(const fo_node *node) {
  const fo_box_style *box = node->style->box;
  if (box->background.a || box->background_image) return true;
  for (int side = 0; side < 4; side++)
    if (box->border[side].width) return true;
  return false;
}

static void push_box(painter *t, const text_atom *atom, bool starts) {
  const text_span *span = &t->s->p->spans[atom->span];
  const fo_node *node = atom->u.node;
  open_inline in = {atom, NO_PIECE, NO_PIECE};
  mpt ascent = 0, descent = 0;
  if (span->face) {
    ascent = scaled(span->face, span->face->ascender, span->size);
    descent = -scaled(span->face, span->face->descender, span->size);
  }
  mpt x = mpt_clamp((mpt64)t->x + (starts ? node->style->block->space_start.opt : 0));
  mpt y = mpt_clamp(-(mpt64)span->shift - ascent), height = mpt_clamp((mpt64)ascent + descent);
  if (node->element == FO_ELEMENT_BASIC_LINK) {
    in.link = (uint32_t)t->pieces.n;
    VEC_PUSH(t->s->arena, t->pieces,
             (text_piece){
                 .kind = PIECE_LINK, .x = x, .y = y, .height = height, .node = node, .tag = node->tag, .open = starts});
  }
  if (is_painted(node)) {
    const fo_box_style *box = node->style->box;
    mpt64 before = (mpt64)box->border[SIDE_BEFORE].width + box->padding[SIDE_BEFORE].width.length;
    mpt64 after = (mpt64)box->border[SIDE_AFTER].width + box->padding[SIDE_AFTER].width.length;
    in.box = (uint32_t)t->pieces.n;
    VEC_PUSH(t->s->arena, t->pieces,
             (text_piece){.kind = PIECE_BOX,
                          .x = x,
                          .y = mpt_clamp(y - before),
                          .height = mpt_clamp(height + before + after),
                          .node = node,
                          .tag = TAG_ARTIFACT,
                          .open = starts});
  }
  VEC_PUSH(t->s->context->scratch, t->open, in);
}

static void pop_box(painter *t, bool ends) {
  if (!t->open.n) return;
  open_inline in = t->open.at[--t->open.n];
  mpt64 end = (mpt64)t->x - (ends ? in.atom->u.node->style->block->space_end.opt : 0);
  uint32_t pieces[2] = {in.box, in.link};
  for (int i = 0; i < 2; i++) {
    if (pieces[i] == NO_PIECE) continue;
    text_piece *piece = &t->pieces.at[pieces[i]];
    piece->width = mpt_clamp(end - piece->x);
    piece->close = ends;
  }
}

/* The inlines that were opened on earlier lines, from the outside in. */
static void reopen(painter *t, uint32_t scope) {
  const text_paragraph *p = t->s->p;
  VEC(uint32_t) chain = {0};
  for (; scope != NO_SCOPE; scope = p->atoms[scope].scope) VEC_PUSH(t->s->context->scratch, chain, scope);
  for (size_t i = chain.n; i; i--) push_box(t, &p->atoms[chain.at[i - 1]], false);
}

static void put_anchor(painter *t, const fo_node *node) {
  VEC_PUSH(t->s->arena, t->pieces,
           (text_piece){.kind = PIECE_ANCHOR, .x = t->x, .y = -t->s->measured->ascent, .node = node, .tag = node->tag});
}

static void put_image(painter *t, const line_slot *slot) {
  const text_span *span = slot->span;
  const object_size *o = &slot->object;
  mpt top = mpt_clamp(-(mpt64)o->ascent - span->shift);
  if (slot->atom->u.object->image)
    VEC_PUSH(t->s->arena, t->pieces,
             (text_piece){.kind = PIECE_IMAGE,
                          .x = mpt_clamp((mpt64)t->x + o->image_x),
                          .y = mpt_clamp((mpt64)top + o->image_y),
                          .width = o->image_width,
                          .height = o->image_height,
                          .node = span->node,
                          .tag = span->tag,
                          .image = slot->atom->u.object->image});
  for (size_t i = 0; i < t->open.n; i++) { /* a link covers the image in it */
    if (t->open.at[i].link == NO_PIECE) continue;
    text_piece *link = &t->pieces.at[t->open.at[i].link];
    mpt bottom = link->y + link->height;
    if (top < link->y) link->y = top;
    if (bottom < -span->shift) bottom = -span->shift;
    link->height = mpt_clamp((mpt64)bottom - link->y);
  }
  t->x = mpt_clamp((mpt64)t->x + slot->width);
}

static void put_slot(painter *t, const line_slot *slot) {
  switch (slot->atom->kind) {
  case ATOM_WORD: put_word(t, slot); return;
  case ATOM_SPACE:
    if (!slot->hidden) put_spaces(t, slot);
    return;
  case ATOM_NEWLINE: return;
  default: break;
  }
  end_run(t);
  const fo_node *node = slot->atom->u.node;
  switch (slot->atom->kind) {
  case ATOM_LEADER:
    leader_paint(t->s, &t->pieces, slot, t->x, slot->width);
    t->x = mpt_clamp((mpt64)t->x + slot->width);
    break;
  case ATOM_IMAGE: put_image(t, slot); break;
  case ATOM_OPEN:
    if (node->style->reference->id) put_anchor(t, node);
    push_box(t, slot->atom, true);
    t->x = mpt_clamp((mpt64)t->x + slot->width);
    break;
  case ATOM_CLOSE:
    t->x = mpt_clamp((mpt64)t->x + slot->width);
    pop_box(t, true);
    break;
  default: put_anchor(t, node); break;
  }
}

static void make_room(painter *t) {
  size_t glyphs = 1, bytes = 1;
  for (uint32_t i = 0; i < t->s->n; i++) {
    const line_slot *slot = &t->s->slots[i];
    glyphs += slot->count;
    bytes += (size_t)slot->count * 2;
    if (slot->atom->kind != ATOM_WORD) continue;
    glyphs += slot->part.end - slot->part.first;
    if (slot->part.hyphen) glyphs += slot->part.hyphen->n - slot->part.hyphen_first;
    bytes += slot->text_size + 2;
  }
  t->glyphs = ARENA_ARRAY(t->s->arena, text_glyph, glyphs);
  t->text = arena_alloc(t->s->arena, bytes);
}

const text_line *setter_paint(line_setter *s) {
  painter t = {.s = s, .x = s->x, .rules = {NO_PIECE, NO_PIECE, NO_PIECE}};
  make_room(&t);
  if (s->n) reopen(&t, s->slots[0].atom->kind == ATOM_CLOSE ? s->slots[0].atom->span : s->slots[0].atom->scope);
  for (uint32_t i = 0; i < s->n; i++) {
    put_slot(&t, &s->slots[i]);
    if (i == s->last_box) end_text(&t);
  }
  end_run(&t);
  while (t.open.n) pop_box(&t, false);
  text_line *line = ARENA_NEW(s->arena, text_line);
  *line = (text_line){
      .width = s->width, .ascent = s->measured->ascent, .descent = s->measured->descent, .pending = s->pending};
  line->pieces = t.pieces.at;
  line->n = (uint32_t)t.pieces.n;
  return line;
}
