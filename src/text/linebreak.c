/* linebreak: which of a paragraph's points become line ends: the set of them with the least sum of demerits (Knuth and
 * Plass, Breaking Paragraphs into Lines, 1981), found by base/solver.
 *
 *   demerits of a line    gap: how far its word spaces are from their natural width. The square of the ratio, so that
 *                         all gaps come out alike, and its sixth power, so that no single line gapes
 *                         end: what kind of point it is (points.def)
 *                         company: a line much looser than the one above, hyphens one below the other
 *                         last line: one short word or syllable alone
 *   class after a line    hyphens in a row (0, 1, 2 or more) x fitness (tight, decent, loose)
 *
 * Ragged text is judged by the room left at its line ends; a hyphen there must save much room.
 */
#include "text/items.h"
#include "text/justify.h"

#include <string.h>

#define CHUNK 3000 /* items solved at once: a paragraph of more is broken in overlapping stretches */

enum { TIGHT, DECENT, LOOSE, FITNESS_COUNT };
#define HYPHENS 3 /* 0, 1, 2 or more in a row */

/* Demerits. A line whose spaces are stretched by all they give (1.5 spaces wide) has 2 * UNIT. */
#define UNIT 10000
#define LINE 100
#define MISMATCH 6000           /* a tight line next to a loose one */
#define SECOND_HYPHEN 6000      /* two line ends in a row */
#define LADDER 500000000        /* more than two, or than hyphenation-ladder-count */
#define LAST_WORD_DIVIDED 25000 /* the last line but one ends in a hyphen */
#define LAST_WORD_ALONE 100000  /* and its end is all of the last line */
#define SHORT_LAST 30000        /* the last line is one short word */
#define SYLLABLE_LAST 600000    /* the last line is the end of a divided word */

static const struct {
  int32_t justified, ragged;
  uint8_t hyphen;
} points[] = {
#define POINT(id, justified, ragged, hyphen) {justified, ragged, hyphen},
#include "text/points.def"
#undef POINT
};

typedef struct judgement {
  const item_list *list;
  const text_paragraph *p;
  mpt width, last_indent, indent, em;
  bool justified, last_justified, centred;
  int ladder_count; /* hyphenation-ladder-count; more than are counted here is none: 0 */
} judgement;

static elastic elastic_between(const item_list *l, uint32_t from, uint32_t to) {
  const elastic *end = to < l->lines.n ? &l->lines.at[to].before : &l->sum;
  const elastic *start = &l->lines.at[from].before, *gap = &l->lines.at[to - 1].gap;
  return (elastic){end->space_stretch - start->space_stretch - gap->space_stretch,
                   end->space_shrink - start->space_shrink - gap->space_shrink,
                   end->letter_stretch - start->letter_stretch - gap->letter_stretch,
                   end->letter_shrink - start->letter_shrink - gap->letter_shrink,
                   end->leader_stretch - start->leader_stretch - gap->leader_stretch,
                   end->leader_shrink - start->leader_shrink - gap->leader_shrink};
}

/* UNIT * (r^2 + r^6), r = ratio / 1000; at most 10^16, which sums of lines bear */
static int64_t gap_demerits(int32_t ratio) {
  int64_t r = ratio < 0 ? -ratio : ratio;
  int64_t square = r * r / 1000; /* thousandths, as all here */
  int64_t sixth = square * square / 1000 * square / 1000;
  return (square + sixth) * (UNIT / 1000);
}

static int fitness_of(int32_t ratio) {
  return ratio < -500 ? TIGHT : ratio > 600 ? LOOSE : DECENT;
}

typedef struct line_measure {
  mpt64 surplus; /* room less natural width */
  mpt64 overflow;
  adjustment adjust;
  bool last; /* of the paragraph, or before a linefeed */
} line_measure;

static line_measure measure_line(const judgement *j, uint32_t from, uint32_t to, mpt64 extent) {
  const line_item *end = &j->list->lines.at[to - 1];
  line_measure m = {.last = end->forced};
  m.surplus = (mpt64)j->width - (m.last ? j->last_indent : 0) - extent;
  elastic e = elastic_between(j->list, from, to);
  bool fill = m.last ? j->last_justified : j->justified;
  if (!fill && m.surplus >= 0) return m;
  if (!j->justified) e.space_shrink = e.letter_shrink = 0;
  m.adjust = justify(&e, m.surplus);
  if (m.adjust.rest > 0) { /* nothing gives: as bad as a single space that has to */
    mpt64 spaces = m.adjust.rest / (j->em / 7 + 1);
    m.adjust.ratio = spaces < RATIO_MAX / 1000 ? (int32_t)spaces * 1000 : RATIO_MAX;
  }
  if (m.adjust.rest < 0) m.overflow = -m.adjust.rest;
  return m;
}

/* UNIT * the square of twice the empty part of the line */
static int64_t ragged_demerits(const judgement *j, mpt64 surplus) {
  if (surplus <= 0 || j->width <= 0) return 0;
  int64_t part = surplus >= j->width ? 1000 : surplus * 1000 / j->width;
  return part * part * 4 / 1000 * (UNIT / 1000);
}

static int64_t last_line_demerits(const judgement *j, const solver_part *part, int hyphens) {
  int64_t d = 0;
  mpt64 content = part->extent;
  if (!part->from && !part->index) return 0;
  if (hyphens) d += LAST_WORD_DIVIDED;
  bool fragment = j->list->lines.at[part->from].inside;
  if (fragment && !elastic_between(j->list, part->from, part->to).space_stretch) d += LAST_WORD_ALONE;
  mpt64 least = (mpt64)j->em * 3 > (mpt64)j->indent * 2 ? (mpt64)j->em * 3 : (mpt64)j->indent * 2;
  if (least > j->width / 3) least = j->width / 3;
  if (content < least) d += fragment ? SYLLABLE_LAST : SHORT_LAST;
  return d;
}

static solver_verdict judge(void *context, const solver_part *part) {
  const judgement *j = context;
  const line_item *end = &j->list->lines.at[part->to - 1];
  const solver_item *item = &j->list->items.at[part->to - 1];
  line_measure m = measure_line(j, part->from, part->to, part->extent);
  int hyphens = part->class_before / FITNESS_COUNT, fitness = part->class_before % FITNESS_COUNT;
  solver_verdict v = {.cost = {.overflow = m.overflow, .keep = item->keep, .demerits = LINE}};
  bool filled = m.last ? j->last_justified || m.surplus < 0 : j->justified;
  int own = DECENT;
  if (filled) {
    v.cost.demerits += gap_demerits(m.adjust.ratio);
    own = fitness_of(m.adjust.ratio);
    if (own - fitness > 1 || fitness - own > 1) v.cost.demerits += MISMATCH;
  } else if (!m.last || j->centred) {
    v.cost.demerits += ragged_demerits(j, m.surplus);
  }
  if (end->forced) {
    v.cost.keep = 0;
    v.cost.demerits += last_line_demerits(j, part, hyphens);
    v.class_after = DECENT;
    return v;
  }
  v.cost.demerits += j->justified ? points[end->kind].justified : points[end->kind].ragged;
  if (points[end->kind].hyphen) {
    if (hyphens) v.cost.demerits += SECOND_HYPHEN;
    if (j->ladder_count && hyphens >= j->ladder_count) v.cost.keep++;
    if (hyphens == HYPHENS - 1) v.cost.demerits += LADDER;
    hyphens = hyphens + 1 < HYPHENS ? hyphens + 1 : HYPHENS - 1;
  } else {
    hyphens = 0;
  }
  v.class_after = hyphens * FITNESS_COUNT + own;
  return v;
}

static mpt64 limit(void *context, uint32_t from, int class_before) {
  const judgement *j = context;
  (void)from;
  (void)class_before;
  return (mpt64)j->width + j->list->box_shrink;
}

/* Shorter lines are seldom worth a look: see solve. */
static mpt64 least_extent(void *context, uint32_t from, int class_before) {
  const judgement *j = context;
  (void)from;
  (void)class_before;
  return j->justified ? j->width : (mpt64)j->width * 2 / 5;
}

/* First among lines that are fairly full; among all where these overflow, break a keep or pile hyphens up. */
static solver_solution solve(judgement *j, int first_class, arena *scratch) {
  solver_problem problem = {.items = j->list->items.at,
                            .n = (uint32_t)j->list->items.n,
                            .class_count = HYPHENS * FITNESS_COUNT,
                            .first_class = first_class,
                            .judge = judge,
                            .limit = limit,
                            .least = least_extent,
                            .context = j};
  solver_solution r = solver_solve(&problem, scratch, scratch);
  bool fair = r.cost.demerits < 2500 * UNIT + (int64_t)r.n * 20 * UNIT;
  if (!r.cost.overflow && !r.cost.keep && fair) return r;
  problem.least = NULL;
  return solver_solve(&problem, scratch, scratch);
}

/* ---- lines ---- */

typedef struct line_sink {
  text_paragraph *p;
  arena *scratch;
  VEC(text_break) breaks;
  VEC(broken_line) lines;
  bool emergency;
} line_sink;

static void raise_to(text_break *b, mpt64 ascent, mpt64 descent) {
  if (ascent > b->ascent) b->ascent = mpt_clamp(ascent);
  if (descent > b->descent) b->descent = mpt_clamp(descent);
}

static const fo_node *anchor_of(const text_atom *atom) {
  if (atom->kind == ATOM_ANCHOR) return atom->u.node;
  return atom->kind == ATOM_OPEN && atom->u.node->style->reference->id ? atom->u.node : NULL;
}

/* Height and anchors of the atoms of a line. */
static void look_at_atoms(const text_paragraph *p, const broken_line *line, mpt width, text_break *b) {
  uint32_t end = line->to.atom + (line->to.atom < p->atom_count && line->to.at > p->atoms[line->to.atom].begin);
  uint32_t count = 0, last_span = UINT32_MAX;
  for (uint32_t k = line->from.atom; k < end; k++) {
    const text_atom *atom = &p->atoms[k];
    count += anchor_of(atom) != NULL;
    bool text = atom->kind == ATOM_WORD || atom->kind == ATOM_SPACE || atom->kind == ATOM_LEADER;
    if (text && atom->span != last_span) {
      last_span = atom->span;
      raise_to(b, p->spans[atom->span].ascent, p->spans[atom->span].descent);
    } else if (atom->kind == ATOM_IMAGE) {
      const text_span *span = &p->spans[atom->span];
      object_size s = object_measure(span, atom->u.object, width);
      raise_to(b, (mpt64)s.ascent + span->shift, -(mpt64)span->shift);
    }
  }
  if (!count) return;
  const fo_node **anchors = ARENA_ARRAY(p->arena, const fo_node *, count);
  for (uint32_t k = line->from.atom; k < end; k++) {
    const fo_node *node = anchor_of(&p->atoms[k]);
    if (node) anchors[b->anchor_count++] = node;
  }
  b->anchors = anchors;
}

static void add_line(line_sink *s, const judgement *j, text_place from, uint32_t first, uint32_t to) {
  const item_list *l = j->list;
  const line_item *end = &l->lines.at[to - 1];
  mpt64 extent = l->items.at[to - 1].pre - (mpt64)l->items.at[to - 1].gap;
  if (first) extent += l->items.at[first - 1].post;
  for (uint32_t i = first; i < to; i++) extent += (mpt64)l->items.at[i].size + l->items.at[i].gap;
  line_measure m = measure_line(j, first, to, extent);
  broken_line line = {from, end->next, end->added, end->forced};
  text_break b = {.natural = mpt_clamp(extent), .overflow = m.overflow > 0, .forced = end->forced};
  b.hyphenated = !end->forced && points[end->kind].hyphen;
  if (s->p->text_size) {
    b.ascent = s->p->strut_ascent;
    b.descent = s->p->strut_descent;
  }
  look_at_atoms(s->p, &line, j->width, &b);
  if (end->kind == POINT_EMERGENCY) s->emergency = true;
  VEC_PUSH(s->scratch, s->lines, line);
  VEC_PUSH(s->scratch, s->breaks, b);
}

/* All on one line: nothing to solve. */
static bool is_one_line(const item_list *l, mpt width) {
  if (!l->complete || l->wide.n) return false;
  mpt64 extent = 0;
  for (size_t i = 0; i < l->items.n; i++) {
    if (i + 1 < l->items.n && l->items.at[i].break_kind == SOLVER_MUST) return false;
    extent += (mpt64)l->items.at[i].size + l->items.at[i].gap;
  }
  return extent <= width;
}

/* How many of the solution's lines to keep when the list is only a stretch of the paragraph: those well before its
 * end, and a number that does not end inside of a word if that can be. */
static uint32_t lines_to_keep(const item_list *l, const solver_solution *r) {
  if (l->complete) return r->n;
  uint32_t most = 0;
  while (most + 1 < r->n && r->breaks[most] <= l->items.n * 3 / 4) most++;
  if (!most) most = 1;
  for (uint32_t n = most; n; n--)
    if (r->breaks[n - 1] >= l->lines.n || !l->lines.at[r->breaks[n - 1]].inside) return n;
  return most;
}

static judgement judgement_of(const text_paragraph *p, mpt width) {
  const fo_text_style *t = p->style->text;
  judgement j = {.p = p, .width = width};
  j.justified = t->text_align == FO_JUSTIFY;
  j.last_justified = t->text_align_last == FO_JUSTIFY;
  j.centred = t->text_align == FO_CENTER;
  j.last_indent = mpt_clamp(fo_length_at(t->last_line_end_indent, width));
  j.indent = fo_length_at(t->text_indent, width);
  j.em = p->style->font->size;
  j.ladder_count = t->hyphenation_ladder < HYPHENS ? t->hyphenation_ladder : 0;
  return j;
}

static void report_wide(text_paragraph *p, const text_context *c, text_range r) {
  if (p->warned_width) return;
  p->warned_width = true;
  for (uint32_t k = 0; k < p->atom_count; k++) {
    const text_atom *atom = &p->atoms[k];
    if (atom->begin < r.begin || atom->begin >= r.end) continue;
    if (atom->kind == ATOM_IMAGE) {
      const char *src = atom->u.object->style->graphic->src;
      diag_add(c->diags, DIAG_GRAPHIC_TOO_WIDE, fo_place(c->document, atom->u.object->node), src ? src : "",
               (const char *)NULL);
      return;
    }
    if (atom->kind != ATOM_WORD) continue;
    uint32_t size = r.end - atom->begin;
    while (size && p->text[atom->begin + size - 1] == ' ') size--;
    bool cut = size > 60;
    if (cut) size = 60;
    while (cut && size && ((unsigned char)p->text[atom->begin + size] & 0xC0) == 0x80) size--;
    diag_add(c->diags, DIAG_WORD_TOO_WIDE, fo_place(c->document, p->spans[atom->span].node),
             arena_printf(c->scratch, "%.*s%s", (int)size, p->text + atom->begin, cut ? "..." : ""),
             (const char *)NULL);
    return;
  }
}

/* Lines from *start on; false when the paragraph's end is reached. */
static bool break_stretch(line_sink *s, const text_context *c, judgement *j, text_place *start, int *class) {
  item_list plain = items_build(s->p, s->scratch, j->width, *start, CHUNK, NULL);
  item_list list = plain;
  if (plain.wide.n) list = items_build(s->p, s->scratch, j->width, *start, CHUNK, &plain);
  j->list = &list;
  if (is_one_line(&list, j->width)) {
    add_line(s, j, *start, 0, (uint32_t)list.items.n);
    return false;
  }
  solver_solution r = solve(j, *class, s->scratch);
  uint32_t keep = lines_to_keep(&list, &r), first = 0;
  bool overflow = false;
  for (uint32_t i = 0; i < keep; i++) {
    add_line(s, j, *start, first, r.breaks[i]);
    overflow |= s->breaks.at[s->breaks.n - 1].overflow;
    first = r.breaks[i];
    *start = list.lines.at[first - 1].next;
  }
  *class = r.classes[keep - 1];
  if (plain.wide.n && (overflow || s->emergency)) report_wide(s->p, c, plain.wide.at[0]);
  return !list.complete || keep < r.n;
}

const broken *paragraph_break(text_paragraph *p, const text_context *c, text_place start, mpt width) {
  for (const broken *b = p->broken; b; b = b->next)
    if (b->result.width == width && b->start.atom == start.atom && b->start.at == start.at) return b;
  arena_mark mark = arena_save(c->scratch);
  line_sink s = {.p = p, .scratch = c->scratch};
  judgement j = judgement_of(p, width < 0 ? 0 : width);
  text_place at = start;
  int class = DECENT;
  while (break_stretch(&s, c, &j, &at, &class)) continue;
  broken *b = ARENA_NEW(p->arena, broken);
  b->result =
      (text_breaks){width, arena_copy(p->arena, s.breaks.at, s.breaks.n * sizeof *s.breaks.at), (uint32_t)s.breaks.n};
  b->lines = arena_copy(p->arena, s.lines.at, s.lines.n * sizeof *s.lines.at);
  b->start = start;
  b->next = p->broken;
  p->broken = b;
  arena_restore(c->scratch, mark);
  return b;
}
