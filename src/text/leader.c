/* leader: rules, dots and repeated content between two pieces of text (XSL 1.1, 6.6.9).
 *
 *   Introducción . . . . . . . 3|     the pattern stands on a grid that is measured from the line's end, so that the
 *   Marco legal . . . . . . . . 3|    dots of all lines that end at the same edge are in columns, whatever their
 *   |--|--|--|--|--|--|--|--|--|--|   start-indent and their leader-alignment
 */
#include "text/set.h"

static const text_line *content_line(line_setter *s, const text_object *o, mpt *width) {
  if (!o->content) return NULL;
  const text_breaks *b = text_paragraph_break(o->content, s->context, MPT_MAX);
  if (!b->n) return NULL;
  *width = b->line[0].natural;
  return *width > 0 ? text_paragraph_set(o->content, s->context, b, 0, s->arena) : NULL;
}

static mpt pattern_width(const fo_leader_style *leader, mpt natural, mpt line_width) {
  mpt w = fo_length_is_auto(leader->pattern_width) ? natural : fo_length_at(leader->pattern_width, line_width);
  return w < natural ? natural : w;
}

/* Cells of the grid that lie whole in x .. x + width: the left edge of the first, how many. Repeated content that is not to
 * be aligned begins with the leader. */
static int64_t cells(const line_setter *s, const fo_leader_style *leader, mpt x, mpt width, mpt cell, mpt64 *first) {
  if (leader->pattern != FO_DOTS && leader->alignment == FO_NONE) {
    *first = x;
    return width > 0 ? width / cell : 0;
  }
  mpt64 from_end = (mpt64)s->width - x, to_end = from_end - width;
  int64_t most = from_end >= 0 ? from_end / cell : -((-from_end + cell - 1) / cell);
  int64_t least = to_end >= 0 ? (to_end + cell - 1) / cell : -(-to_end / cell);
  *first = (mpt64)s->width - most * cell;
  return most > least ? most - least : 0;
}

#define MOST_CELLS 20000

static void paint_dots(line_setter *s, piece_list *out, const line_slot *slot, mpt x, mpt width) {
  const text_span *span = slot->span;
  const shaped *dot = shaper_shape(s->p->engine->shaper, s->arena, span->face, span->manner, ".", 1);
  if (dot->n != 1 || !dot->glyphs[0].id) return;
  mpt own = scaled(span->face, dot->glyphs[0].advance, span->size);
  const fo_leader_style *leader = slot->atom->u.object->style->leader;
  mpt cell = pattern_width(leader, own, s->width);
  if (cell <= 0) return;
  mpt64 first;
  int64_t n = cells(s, leader, x, width, cell, &first);
  if (n <= 0 || n > MOST_CELLS) return;
  text_glyph *glyphs = ARENA_ARRAY(s->arena, text_glyph, (size_t)n);
  char *text = arena_alloc(s->arena, (size_t)n);
  for (int64_t i = 0; i < n; i++) {
    glyphs[i] = (text_glyph){.id = dot->glyphs[0].id, .advance = cell, .cluster = (uint32_t)i};
    text[i] = '.';
  }
  text_run run = {
      .face = span->face, .size = span->size, .color = span->style->color, .glyphs = glyphs, .n = (uint32_t)n};
  run.letter_space = cell - own;
  run.text = text;
  run.text_size = (uint32_t)n;
  VEC_PUSH(s->arena, *out,
           (text_piece){.kind = PIECE_GLYPHS,
                        .x = mpt_clamp(first + (cell - own) / 2),
                        .y = -span->shift,
                        .width = mpt_clamp(n * (mpt64)cell),
                        .node = span->node,
                        .tag = TAG_ARTIFACT,
                        .run = run});
}

static void paint_rule(line_setter *s, piece_list *out, const line_slot *slot, mpt x, mpt width) {
  const fo_leader_style *leader = slot->atom->u.object->style->leader;
  if (leader->rule_thickness <= 0 || leader->rule_style == FO_NONE || width <= 0) return;
  VEC_PUSH(s->arena, *out,
           (text_piece){.kind = PIECE_RULE,
                        .x = x,
                        .y = mpt_clamp(-(mpt64)leader->rule_thickness / 2 - slot->span->shift),
                        .width = width,
                        .height = leader->rule_thickness,
                        .node = slot->span->node,
                        .tag = TAG_ARTIFACT,
                        .color = slot->span->style->color,
                        .rule_style = leader->rule_style});
}

static void paint_content(line_setter *s, piece_list *out, const line_slot *slot, mpt x, mpt width) {
  mpt own = 0;
  const text_line *line = content_line(s, slot->atom->u.object, &own);
  if (!line) return;
  const fo_leader_style *leader = slot->atom->u.object->style->leader;
  mpt cell = pattern_width(leader, own, s->width);
  mpt64 first;
  int64_t n = cells(s, leader, x, width, cell, &first);
  if (n > MOST_CELLS) return;
  for (int64_t i = 0; i < n; i++)
    for (uint32_t k = 0; k < line->n; k++) {
      text_piece piece = line->pieces[k];
      if (piece.kind == PIECE_ANCHOR) continue;
      piece.x = mpt_clamp((mpt64)piece.x + first + i * cell);
      piece.y = mpt_clamp((mpt64)piece.y - slot->span->shift);
      if (piece.kind != PIECE_LINK) piece.tag = TAG_ARTIFACT;
      VEC_PUSH(s->arena, *out, piece);
    }
}

void leader_paint(line_setter *s, piece_list *out, const line_slot *slot, mpt x, mpt width) {
  switch (slot->atom->u.object->style->leader->pattern) {
  case FO_DOTS: paint_dots(s, out, slot, x, width); break;
  case FO_RULE: paint_rule(s, out, slot, x, width); break;
  case FO_USE_CONTENT: paint_content(s, out, slot, x, width); break;
  default: break;
  }
}
