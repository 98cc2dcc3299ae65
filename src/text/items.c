/* items: atoms and points to boxes and joins.
 *
 *   atoms   [word    ][s]CLOSE OPEN[word][NBSP][number]
 *   points        |hyphen           |space
 *   items   [box ][box]    gap      [box ] gap [box   ]
 *               pre:hyphen               never
 *
 * Between two boxes there is a region of spaces and edges without a box of their own. Its join is made when the box
 * behind it comes: only then it is known whether there is a point. The edge that closes an inline stays on the line that
 * ends, the edge that opens one goes to the next: `cut` is the first atom of the next line.
 */
#include "text/items.h"

#include <string.h>

#define ELASTIC_REACH 3 /* lines looser than this many times what spaces give are not looked at first */

#define EMERGENCY_KEEP 30000 /* dividing a word at any letter is worse than breaking any keep */

typedef struct builder {
  const text_paragraph *p;
  arena *a;
  mpt width;
  const item_list *divide;
  size_t range; /* of divide */
  item_list list;
  solver_item item; /* the box under way */
  elastic box;
  text_place begin; /* of the item */
  bool boxed;       /* it has a box */
  bool soft;        /* its line begins where the breaker ended one: white space there hangs on that one */
  uint8_t inside;
  mpt letter; /* letter space that ends the box and that a line's end does not show */
  /* the region behind it: */
  bool gap;
  mpt64 gap_width;
  elastic gap_elastic;
  mpt64 carry; /* edges that open: of the next box */
  uint32_t region, cut;
  bool cut_fixed;
  uint32_t point;
} builder;

void elastic_add(elastic *sum, const elastic *e) {
  sum->space_stretch += e->space_stretch;
  sum->space_shrink += e->space_shrink;
  sum->letter_stretch += e->letter_stretch;
  sum->letter_shrink += e->letter_shrink;
  sum->leader_stretch += e->leader_stretch;
  sum->leader_shrink += e->leader_shrink;
}

/* ---- joins ---- */

static void push(builder *b, line_item line) {
  item_list *l = &b->list;
  mpt64 own = b->box.space_shrink + b->box.letter_shrink + b->box.leader_shrink;
  if (own > l->box_shrink) l->box_shrink = own;
  mpt64 end = (mpt64)b->item.size + b->item.pre;
  if (b->width && end > b->width) VEC_PUSH(b->a, l->wide, (text_range){b->begin.at, line.next.at});
  b->item.shrink = mpt_clamp(own + line.gap.space_shrink + line.gap.letter_shrink);
  mpt64 spread = b->box.space_stretch + line.gap.space_stretch;
  b->item.stretch =
      mpt_clamp(spread * ELASTIC_REACH + b->box.letter_stretch + line.gap.letter_stretch + b->box.leader_stretch);
  line.before = l->sum;
  line.inside = b->inside;
  elastic_add(&l->sum, &b->box);
  elastic_add(&l->sum, &line.gap);
  VEC_PUSH(b->a, l->items, b->item);
  VEC_PUSH(b->a, l->lines, line);
  b->item = (solver_item){0};
  b->box = (elastic){0};
  b->boxed = false;
  b->inside = 0;
  b->begin = line.next;
  b->letter = 0;
}

static void clear_region(builder *b) {
  b->gap = false;
  b->gap_width = b->carry = 0;
  b->gap_elastic = (elastic){0};
  b->cut_fixed = false;
}

static void put_point(builder *b, line_item *line, const text_point *pt) {
  line->kind = pt->kind;
  line->added = pt->added;
  b->item.keep = pt->keep;
  b->item.break_kind = SOLVER_MAY;
}

/* The point at byte `at`, NULL if none; calls go forward. */
static const text_point *point_at(builder *b, uint32_t at) {
  while (b->point < b->p->point_count && b->p->points[b->point].at < at) b->point++;
  return b->point < b->p->point_count && b->p->points[b->point].at == at ? &b->p->points[b->point] : NULL;
}

/* Byte `at` is inside of a range that may be divided anywhere. */
static bool divided_at(builder *b, uint32_t at, const text_span *span) {
  const item_list *d = b->divide;
  if (!d || !span->style->wrap) return false;
  while (b->range < d->wide.n && d->wide.at[b->range].end <= at) b->range++;
  return b->range < d->wide.n && d->wide.at[b->range].begin < at;
}

/* What a hyphen adds behind the last box: words that two inlines share may be divided between these. */
static mpt64 added_hyphen(builder *b) {
  const text_atom *last = &b->p->atoms[b->region - 1];
  if (last->kind != ATOM_WORD) return 0;
  word_part part = word_cut(b->p, b->a, last, last->begin, last->end, true);
  return (mpt64)word_part_width(&part, &b->p->spans[last->span]) - last->width;
}

/* A box comes at atom k: makes the join before it, if there is one. */
static void enter_box(builder *b, uint32_t k) {
  const text_atom *atom = &b->p->atoms[k];
  if (!b->boxed) { /* the line's first box */
    b->item.size = mpt_clamp((mpt64)b->item.size + b->carry + b->gap_width);
    elastic_add(&b->box, &b->gap_elastic);
    clear_region(b);
    return;
  }
  const text_point *pt = point_at(b, atom->begin);
  text_point emergency = {.at = atom->begin, .kind = POINT_EMERGENCY, .keep = EMERGENCY_KEEP};
  if (!pt && divided_at(b, atom->begin, &b->p->spans[atom->span])) pt = &emergency;
  mpt64 carry = b->carry;
  if (b->gap || pt) {
    line_item line = {.gap = b->gap_elastic, .next = {b->cut, b->p->atoms[b->cut].begin}};
    b->item.break_kind = SOLVER_NEVER;
    if (pt) put_point(b, &line, pt);
    b->item.gap = mpt_clamp(b->gap_width);
    b->item.pre = mpt_clamp((pt && pt->added ? added_hyphen(b) : 0) - b->letter);
    push(b, line);
  }
  b->item.size = mpt_clamp((mpt64)b->item.size + carry);
  clear_region(b);
}

static void leave_box(builder *b, uint32_t k) {
  b->boxed = true;
  b->region = b->cut = k + 1;
}

/* ---- words ---- */

static void add_width(builder *b, const text_span *span, mpt width, uint32_t clusters) {
  b->item.size = mpt_clamp((mpt64)b->item.size + width);
  b->box.letter_stretch += (mpt64)clusters * span->letter_stretch;
  b->box.letter_shrink += (mpt64)clusters * span->letter_shrink;
  b->letter = span->letter;
}

static uint32_t clusters_in(const shaped *word, uint32_t first, uint32_t end) {
  uint32_t n = 0;
  for (uint32_t i = first; i < end; i++) n += word->glyphs[i].last;
  return n;
}

static void add_slice(builder *b, const text_atom *atom, uint32_t from, uint32_t to) {
  const shaped *word = atom->u.word;
  const text_span *span = &b->p->spans[atom->span];
  if (from == atom->begin && to == atom->end) {
    add_width(b, span, atom->width, word->clusters);
    return;
  }
  uint32_t first, end;
  word_slice(word, from - atom->begin, to - atom->begin, &first, &end);
  add_width(b, span, word_width(word, span, first, end), clusters_in(word, first, end));
}

static mpt slice_width(const builder *b, const text_atom *atom, uint32_t from, uint32_t to) {
  uint32_t first, end;
  word_slice(atom->u.word, from - atom->begin, to - atom->begin, &first, &end);
  return word_width(atom->u.word, &b->p->spans[atom->span], first, end);
}

/* The join at byte `at` inside of a word: `pre` and `post` make up for what shaping the parts alone changes. */
static void cut_word(builder *b, uint32_t k, uint32_t from, const text_point *pt) {
  const text_atom *atom = &b->p->atoms[k];
  const text_span *span = &b->p->spans[atom->span];
  uint32_t at = pt->at;
  line_item line = {.next = {k, at}};
  word_part head = word_cut(b->p, b->a, atom, from, at, pt->added),
            tail = word_cut(b->p, b->a, atom, at, atom->end, false);
  put_point(b, &line, pt);
  b->item.pre = mpt_clamp((mpt64)word_part_width(&head, span) - slice_width(b, atom, from, at) - span->letter);
  b->item.post = 0;
  if (tail.body != atom->u.word)
    b->item.post = mpt_clamp((mpt64)word_part_width(&tail, span) - slice_width(b, atom, at, atom->end));
  push(b, line);
  b->inside = 1;
  b->boxed = true;
}

/* The next cluster of the word behind byte `at` where it may be divided in an emergency; `to` when there is none. */
static uint32_t next_cluster(builder *b, const text_atom *atom, uint32_t at, uint32_t to) {
  const item_list *d = b->divide;
  if (!divided_at(b, at + 1, &b->p->spans[atom->span])) return to;
  uint32_t last = d->wide.at[b->range].end < to ? d->wide.at[b->range].end : to;
  const shaped *word = atom->u.word;
  for (uint32_t i = 0; i < word->n; i++) {
    uint32_t c = atom->begin + word->glyphs[i].cluster;
    if (c > at && c < last) return c;
  }
  return to;
}

static void add_word(builder *b, uint32_t k, uint32_t from) {
  const text_atom *atom = &b->p->atoms[k];
  uint32_t start = from;
  while (from < atom->end) {
    while (b->point < b->p->point_count && b->p->points[b->point].at <= from) b->point++;
    const text_point *pt = b->point < b->p->point_count ? &b->p->points[b->point] : NULL;
    uint32_t to = pt && pt->at < atom->end ? pt->at : atom->end;
    uint32_t cluster = atom->flags & ATOM_NUMBER ? to : next_cluster(b, atom, from, to);
    text_point emergency = {.at = cluster, .kind = POINT_EMERGENCY, .keep = EMERGENCY_KEEP};
    if (cluster < to) pt = &emergency;
    to = cluster < to ? cluster : to;
    add_slice(b, atom, from, to);
    if (to < atom->end) cut_word(b, k, start, pt);
    from = to;
  }
}

/* ---- other atoms ---- */

static void add_space(builder *b, const text_atom *atom) {
  const text_span *span = &b->p->spans[atom->span];
  mpt64 count = atom->flags & ATOM_FIXED ? (atom->end - atom->begin) / 2 : atom->end - atom->begin;
  if (!b->boxed && !(atom->flags & (b->soft ? ATOM_FIXED : ATOM_FIXED | ATOM_KEPT))) return;
  b->gap = true;
  b->gap_width += atom->width;
  b->gap_elastic.space_stretch += count * span->space_stretch;
  b->gap_elastic.space_shrink += count * span->space_shrink;
  b->gap_elastic.letter_stretch += count * span->letter_stretch;
  b->gap_elastic.letter_shrink += count * span->letter_shrink;
  b->cut_fixed = true;
}

static void add_object(builder *b, const text_atom *atom) {
  object_size s = object_measure(&b->p->spans[atom->span], atom->u.object, b->width);
  b->item.size = mpt_clamp((mpt64)b->item.size + s.width);
  b->box.leader_stretch += s.stretch;
  b->box.leader_shrink += s.shrink;
  b->letter = 0;
}

static void add_edge(builder *b, uint32_t k) {
  const text_atom *atom = &b->p->atoms[k];
  switch (atom->kind) {
  case ATOM_OPEN:
    b->carry += atom->width;
    b->cut_fixed = true;
    break;
  case ATOM_CLOSE:
    b->item.size = mpt_clamp((mpt64)b->item.size + atom->width);
    if (atom->span < b->region) b->cut = k + 1;
    break;
  default:
    if (!b->cut_fixed) b->cut = k + 1;
    break;
  }
}

/* Ends the line at atom k, a linefeed, or at the paragraph's end. */
static void end_line(builder *b, uint32_t k) {
  uint32_t at = k < b->p->atom_count ? b->p->atoms[k].end : b->p->text_size;
  line_item line = {.forced = true, .next = {k + (k < b->p->atom_count), at}};
  b->item.size = mpt_clamp((mpt64)b->item.size + b->carry);
  b->item.pre = mpt_clamp(-(mpt64)b->letter);
  b->item.break_kind = SOLVER_MUST;
  push(b, line);
  clear_region(b);
  b->soft = false;
}

/* The breaker, not a linefeed, ended the line before `start`. */
static bool is_soft(const text_paragraph *p, text_place start) {
  if (!start.atom && !start.at) return false;
  if (start.at > p->atoms[start.atom].begin) return true;
  for (uint32_t k = start.atom; k--;)
    if (p->atoms[k].end > p->atoms[k].begin) return p->atoms[k].kind != ATOM_NEWLINE;
  return false;
}

static uint32_t first_point(const text_paragraph *p, uint32_t at) {
  uint32_t low = 0, high = p->point_count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (p->points[middle].at < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

item_list items_build(const text_paragraph *p, arena *a, mpt width, text_place start, uint32_t most,
                      const item_list *divide) {
  builder b = {
      .p = p, .a = a, .width = width, .divide = divide, .begin = start, .region = start.atom, .cut = start.atom};
  uint32_t at = start.at;
  b.soft = start.atom < p->atom_count && is_soft(p, start);
  if (!start.atom && !start.at) {
    mpt indent = fo_length_at(p->style->text->text_indent, width);
    b.item.size = indent;
  }
  b.point = first_point(p, start.at);
  size_t room = (size_t)p->point_count - b.point + 16;
  if (room > most) room = most;
  VEC_RESERVE(a, b.list.items, room);
  VEC_RESERVE(a, b.list.lines, room);
  uint32_t k = start.atom;
  for (; k < p->atom_count; k++, at = 0) {
    const text_atom *atom = &p->atoms[k];
    bool box = atom->kind == ATOM_WORD || atom->kind == ATOM_LEADER || atom->kind == ATOM_IMAGE;
    if (box) {
      enter_box(&b, k);
      if (b.list.items.n >= most && b.list.items.at[b.list.items.n - 1].break_kind == SOLVER_MAY && !b.boxed) break;
      if (atom->kind == ATOM_WORD) add_word(&b, k, at > atom->begin ? at : atom->begin);
      else add_object(&b, atom);
      leave_box(&b, k);
    } else if (atom->kind == ATOM_SPACE) {
      add_space(&b, atom);
    } else if (atom->kind == ATOM_NEWLINE) {
      end_line(&b, k);
      b.region = b.cut = k + 1;
    } else {
      add_edge(&b, k);
    }
  }
  b.list.complete = k == p->atom_count;
  bool open = b.boxed || !b.list.items.n || (b.list.lines.at[b.list.lines.n - 1].next.atom < p->atom_count);
  if (b.list.complete && open) end_line(&b, k);
  return b.list;
}
