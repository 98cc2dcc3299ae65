/* set: a line's atoms measured once more, with the page numbers as they are known now, and its surplus of width shared
 * out among leaders, letters and spaces. Painting follows in paint.c.
 *
 *   |indent|word space word OPEN word-|            natural width, from the same measures as the breaker's
 *   |indent|word  space  word OPEN word-|          surplus shared out: the line ends exactly at its width
 */
#include "text/set.h"

#include <string.h>

mpt setter_letter(const line_setter *s, const text_span *span) {
  int32_t share = s->adjust.letter_share;
  mpt64 own = share >= 0 ? span->letter_stretch : span->letter_shrink;
  return mpt_clamp(span->letter + muldiv(own, share, SHARE_WHOLE));
}

/* ---- measuring ---- */

static void measure_number(line_setter *s, line_slot *slot) {
  const text_context *c = s->context;
  bool known = false;
  const char *text = c->page_number ? c->page_number(c->context, slot->span->node, &known) : NULL;
  s->has_numbers = true;
  s->pending |= !known;
  if (!text || !text[0]) return;
  uint32_t size = (uint32_t)strlen(text);
  if (size == slot->text_size && !memcmp(text, slot->text, size)) return;
  slot->text = arena_strndup(s->arena, text, size);
  slot->text_size = size;
  const shaped *word =
      shaper_shape(s->p->engine->shaper, s->arena, slot->atom->u.word->face, slot->span->manner, text, size);
  slot->part = (word_part){.body = word, .end = word->n};
  slot->width = word_width(word, slot->span, 0, word->n);
}

static void measure_word(line_setter *s, line_slot *slot, uint32_t k, bool hyphen) {
  const text_atom *atom = slot->atom;
  const broken_line *line = s->line;
  uint32_t from = k == line->from.atom && line->from.at > atom->begin ? line->from.at : atom->begin;
  uint32_t to = k == line->to.atom && line->to.at < atom->end ? line->to.at : atom->end;
  slot->part = word_cut(s->p, s->arena, atom, from, to, hyphen);
  slot->text = s->p->text + slot->part.base;
  slot->text_size = to - slot->part.base;
  slot->hyphen = hyphen && slot->part.hyphen;
  slot->width = word_part_width(&slot->part, slot->span);
  if (atom->flags & ATOM_NUMBER) measure_number(s, slot);
}

static void measure_slot(line_setter *s, line_slot *slot, uint32_t k, bool hyphen) {
  const text_atom *atom = slot->atom = &s->p->atoms[k];
  slot->width = atom->width;
  if (atom->kind == ATOM_CLOSE || atom->kind == ATOM_ANCHOR || atom->kind == ATOM_NEWLINE) return;
  slot->span = &s->p->spans[atom->span];
  switch (atom->kind) {
  case ATOM_WORD: measure_word(s, slot, k, hyphen); break;
  case ATOM_SPACE:
    slot->count = atom->flags & ATOM_FIXED ? (atom->end - atom->begin) / 2 : atom->end - atom->begin;
    break;
  case ATOM_LEADER:
  case ATOM_IMAGE:
    slot->object = object_measure(slot->span, atom->u.object, s->width);
    slot->width = slot->object.width;
    break;
  default: break;
  }
}

/* Spaces behind the last box, and before the first unless the line begins a paragraph or follows a linefeed. */
static void hide_spaces(line_setter *s, bool soft_start) {
  for (uint32_t i = 0; i < s->n; i++) {
    line_slot *slot = &s->slots[i];
    if (slot->atom->kind != ATOM_SPACE || (slot->atom->flags & ATOM_FIXED)) continue;
    bool leading = i < s->first_box && (soft_start || !(slot->atom->flags & ATOM_KEPT));
    bool trailing = s->first_box < s->n && i > s->last_box;
    slot->hidden = leading || trailing;
  }
}

static bool starts_softly(const text_paragraph *p, text_place from) {
  if (!from.atom && !from.at) return false;
  if (from.atom < p->atom_count && from.at > p->atoms[from.atom].begin) return true;
  for (uint32_t k = from.atom; k--;)
    if (p->atoms[k].end > p->atoms[k].begin) return p->atoms[k].kind != ATOM_NEWLINE;
  return false;
}

static void find_hanging(line_setter *s) {
  const broken_line *line = s->line;
  if (line->final || line->hyphen || s->last_box >= s->n || s->slots[s->last_box].atom->kind != ATOM_WORD) return;
  const text_atom *next = line->to.atom < s->p->atom_count ? &s->p->atoms[line->to.atom] : NULL;
  bool space = next && next->kind == ATOM_SPACE && !(next->flags & ATOM_FIXED);
  for (uint32_t i = s->last_box + 1; i < s->n; i++) space |= s->slots[i].hidden;
  if (space) s->hanging = s->slots[s->last_box].span;
}

static void measure_slots(line_setter *s) {
  const broken_line *line = s->line;
  const text_paragraph *p = s->p;
  bool part = line->to.atom < p->atom_count && line->to.at > p->atoms[line->to.atom].begin;
  uint32_t end = line->to.atom + part;
  s->n = end - line->from.atom;
  s->slots = ARENA_ARRAY(s->context->scratch, line_slot, s->n);
  s->first_box = s->last_box = s->n;
  for (uint32_t i = 0; i < s->n; i++) {
    uint8_t kind = p->atoms[line->from.atom + i].kind;
    if (kind != ATOM_WORD && kind != ATOM_LEADER && kind != ATOM_IMAGE) continue;
    if (s->first_box == s->n) s->first_box = i;
    s->last_box = i;
  }
  for (uint32_t i = 0; i < s->n; i++)
    measure_slot(s, &s->slots[i], line->from.atom + i, line->hyphen && i == s->last_box);
  hide_spaces(s, starts_softly(p, line->from));
  find_hanging(s);
}

/* ---- sharing out ---- */

static uint32_t slot_clusters(const line_slot *slot) {
  if (slot->atom->kind == ATOM_WORD) return word_part_clusters(&slot->part);
  return slot->atom->kind == ATOM_SPACE && !slot->hidden ? slot->count : 0;
}

static void add_up(line_setter *s) {
  elastic *e = &s->elastic;
  for (uint32_t i = 0; i < s->n; i++) {
    const line_slot *slot = &s->slots[i];
    if (slot->hidden) continue;
    s->natural += slot->width;
    if (slot->atom->kind == ATOM_LEADER || slot->atom->kind == ATOM_IMAGE) {
      e->leader_stretch += slot->object.stretch;
      e->leader_shrink += slot->object.shrink;
    } else if (slot->span && slot->atom->kind != ATOM_OPEN) {
      uint32_t clusters = slot_clusters(slot);
      e->letter_stretch += (mpt64)clusters * slot->span->letter_stretch;
      e->letter_shrink += (mpt64)clusters * slot->span->letter_shrink;
      e->space_stretch += (mpt64)slot->count * slot->span->space_stretch;
      e->space_shrink += (mpt64)slot->count * slot->span->space_shrink;
    }
  }
  if (s->last_box < s->n && s->slots[s->last_box].atom->kind == ATOM_WORD)
    s->natural -= s->slots[s->last_box].span->letter;
}

/* Shares `total` out by weight, so that the parts add up exactly. */
typedef struct sharing {
  mpt64 total, weights, done, given;
} sharing;

static mpt next_share(sharing *h, mpt64 weight) {
  if (!h->weights) return 0;
  h->done += weight;
  mpt64 upto = (mpt64)((__int128)h->total * h->done / h->weights);
  mpt64 part = upto - h->given;
  h->given = upto;
  return mpt_clamp(part);
}

static bool is_spread(const line_setter *s, const line_slot *slot) {
  return slot->atom->kind == ATOM_SPACE && !slot->hidden && s->first_box < s->n;
}

static void share_out(line_setter *s, mpt64 surplus) {
  bool wider = surplus >= 0;
  sharing leaders = {s->adjust.leader, wider ? s->elastic.leader_stretch : s->elastic.leader_shrink, 0, 0};
  mpt64 letters = 0, counted = 0;
  for (uint32_t i = 0; i < s->n; i++) {
    line_slot *slot = &s->slots[i];
    if (slot->atom->kind == ATOM_LEADER || slot->atom->kind == ATOM_IMAGE)
      slot->width =
          mpt_clamp((mpt64)slot->width + next_share(&leaders, wider ? slot->object.stretch : slot->object.shrink));
    uint32_t clusters = slot->span ? slot_clusters(slot) : 0;
    if (i == s->last_box && clusters) clusters--; /* behind the last one nothing shows */
    if (clusters) letters += (mpt64)clusters * (setter_letter(s, slot->span) - slot->span->letter);
    if (is_spread(s, slot)) counted += slot->count;
  }
  mpt64 weights = wider ? s->elastic.space_stretch : s->elastic.space_shrink;
  bool even = !weights && wider && s->adjust.rest > 0; /* no space gives: all alike then, the line must be full */
  mpt64 total = s->adjust.space + s->adjust.letter - letters + (even ? s->adjust.rest : 0);
  sharing spaces = {total, even ? counted : weights, 0, 0};
  for (uint32_t i = 0; i < s->n; i++) {
    line_slot *slot = &s->slots[i];
    if (!is_spread(s, slot)) continue;
    mpt64 weight = even ? 1 : wider ? slot->span->space_stretch : slot->span->space_shrink;
    mpt letter = setter_letter(s, slot->span) - slot->span->letter;
    slot->width =
        mpt_clamp((mpt64)slot->width + next_share(&spaces, weight * slot->count) + (mpt64)letter * slot->count);
  }
}

static fo_enum alignment(const line_setter *s) {
  const fo_text_style *t = s->p->style->text;
  if (!s->line->final) return t->text_align;
  if (t->text_align_last != FO_RELATIVE) return t->text_align_last;
  return t->text_align == FO_JUSTIFY ? FO_START : t->text_align;
}

static void align(line_setter *s) {
  const fo_text_style *t = s->p->style->text;
  bool first_line = !s->line->from.atom && !s->line->from.at;
  mpt indent = first_line ? fo_length_at(t->text_indent, s->width) : 0;
  mpt last_indent = s->line->final ? fo_length_at(t->last_line_end_indent, s->width) : 0;
  mpt64 surplus = (mpt64)s->width - indent - last_indent - s->natural;
  fo_enum how = alignment(s);
  mpt64 left = surplus;
  if (how == FO_JUSTIFY || surplus < 0) {
    if (how != FO_JUSTIFY && t->text_align != FO_JUSTIFY && !s->has_numbers)
      s->elastic.space_shrink = s->elastic.letter_shrink = 0;
    s->adjust = justify(&s->elastic, surplus);
    share_out(s, surplus);
    left = 0;
  }
  bool ltr_end = how == FO_END || how == FO_RIGHT;
  s->x = mpt_clamp(indent + (how == FO_CENTER ? left / 2 : ltr_end ? left : 0));
}

static void report_number(line_setter *s) {
  if (!s->has_numbers || s->pending || s->adjust.rest >= 0 || s->measured->overflow || s->p->warned_number) return;
  s->p->warned_number = true;
  for (uint32_t i = 0; i < s->n; i++) {
    const line_slot *slot = &s->slots[i];
    if (slot->atom->kind != ATOM_WORD || !(slot->atom->flags & ATOM_NUMBER)) continue;
    diag_add(s->context->diags, DIAG_NUMBER_TOO_WIDE, fo_place(s->context->document, slot->span->node),
             arena_strndup(s->context->scratch, slot->text, slot->text_size), (const char *)NULL);
    return;
  }
}

const text_line *text_paragraph_set(text_paragraph *p, const text_context *c, const text_breaks *b, uint32_t i,
                                    arena *a) {
  const broken *lines = (const broken *)b; /* `result` is its first member */
  arena_mark mark = arena_save(c->scratch);
  line_setter s = {
      .p = p, .context = c, .arena = a, .line = &lines->lines[i], .measured = &b->line[i], .width = b->width};
  measure_slots(&s);
  add_up(&s);
  align(&s);
  report_number(&s);
  const text_line *line = setter_paint(&s);
  if (a != c->scratch) arena_restore(c->scratch, mark);
  return line;
}
