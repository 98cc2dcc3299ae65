#include "layout/references.h"

#include "layout/number.h"

/* Characters that a page is guessed to hold: for the number of digits to reserve. */
#define CHARACTERS_A_PAGE 2200

typedef struct place { /* of one id */
  bool begun, ended, placed;
  int first, last;
  const char *first_label, *last_label;
} place;

typedef struct guess { /* of one page sequence */
  const fo_node *sequence;
  int first_page, pages;
  uint32_t nodes; /* element nodes in it */
} guess;

typedef struct waiting_line {
  text_paragraph *paragraph;
  const text_breaks *breaks;
  uint32_t index;
  area *area; /* on its page; from references_page_done on a copy with absolute x, y */
} waiting_line;

typedef struct waiting_page {
  page now; /* index, number, label: what a page-number in its lines prints */
  VEC(waiting_line) lines;
  const fo_node *unknown; /* one citation that holds it up */
} waiting_page;

struct references {
  layout *layout;
  arena *arena;
  map places;
  VEC(guess) guesses;
  VEC(waiting_line) fresh; /* of the page that is composed, in the page's arena's time */
  VEC(waiting_page *) pages;
  const fo_node *unknown; /* the latest citation that could not be answered */
  bool finished;
};

/* ---- estimates ---- */

static uint64_t characters_in(const fo_node *n, uint32_t *nodes) {
  if (n->element == FO_TEXT) return n->text_size;
  if (n->element == FO_ELEMENT_STATIC_CONTENT) return 0;
  ++*nodes;
  uint64_t sum = 0;
  for (const fo_node *c = n->first; c; c = c->next) sum += characters_in(c, nodes);
  return sum;
}

static void guess_sequences(references *r, const fo_node *root) {
  int number = 1;
  for (const fo_node *s = root->first; s; s = s->next) {
    if (s->element != FO_ELEMENT_PAGE_SEQUENCE) continue;
    guess g = {.sequence = s};
    uint64_t n = characters_in(s, &g.nodes);
    g.pages = n / CHARACTERS_A_PAGE > 99999 ? 99999 : (int)(n / CHARACTERS_A_PAGE) + 1;
    int initial = s->style->page->initial_page_number;
    g.first_page = initial > 0 ? initial : number;
    number = g.first_page > MPT_MAX - g.pages ? g.first_page : g.first_page + g.pages;
    VEC_PUSH(r->arena, r->guesses, g);
  }
}

references *references_new(layout *l) {
  references *r = ARENA_NEW(l->document, references);
  r->layout = l;
  r->arena = l->document;
  r->places = map_new(r->arena);
  guess_sequences(r, l->fo->root);
  return r;
}

static const guess *guess_find(const references *r, const fo_node *n) {
  while (n && n->element != FO_ELEMENT_PAGE_SEQUENCE) n = n->parent;
  for (size_t i = 0; i < r->guesses.n; i++) {
    if (r->guesses.at[i].sequence == n) return &r->guesses.at[i];
  }
  return r->guesses.n ? &r->guesses.at[r->guesses.n - 1] : NULL;
}

static const char *estimate(references *r, const fo_node *target, bool last) {
  const guess *g = guess_find(r, target);
  if (!g) return "1";
  mpt64 number = g->first_page;
  if (target == g->sequence || target->element == FO_ELEMENT_ROOT) {
    if (last) number += g->pages - 1;
  } else if (target->number > g->sequence->number && g->nodes) {
    number += muldiv(g->pages - 1, target->number - g->sequence->number, g->nodes);
  }
  return number_format(r->arena, mpt_clamp(number), g->sequence->style->page);
}

/* ---- places ---- */

static place *place_of(references *r, const fo_node *node) {
  const char *id = node->style->reference->id;
  if (!id) return NULL;
  place *p = map_find_str(&r->places, id);
  if (!p) {
    p = ARENA_NEW(r->arena, place);
    map_put_str(&r->places, id, p);
  }
  return p;
}

void references_begin(references *r, const fo_node *node, int number, const char *label) {
  place *p = place_of(r, node);
  if (!p || p->begun) return;
  p->begun = true;
  p->first = number;
  p->first_label = arena_strdup(r->arena, label);
}

void references_end(references *r, const fo_node *node, int number, const char *label) {
  place *p = place_of(r, node);
  if (!p || (p->ended && p->last == number)) return;
  p->ended = true;
  p->last = number;
  p->last_label = arena_strdup(r->arena, label);
}

bool references_place(references *r, const fo_node *node) {
  place *p = place_of(r, node);
  if (!p || p->placed) return false;
  p->placed = true;
  return true;
}

static const char *find_label(const references *r, const fo_node *citation) {
  const char *id = citation->style->reference->ref_id;
  const place *p = id ? map_find_str(&r->places, id) : NULL;
  if (!p) return NULL;
  if (citation->element != FO_ELEMENT_PAGE_NUMBER_CITATION_LAST) return p->begun ? p->first_label : NULL;
  return p->ended ? p->last_label : r->finished && p->begun ? p->first_label : NULL;
}

const char *references_number(references *r, const fo_node *citation, bool *known) {
  const char *label = find_label(r, citation), *id = citation->style->reference->ref_id;
  const fo_node *target = id ? map_find_str(&r->layout->fo->ids, id) : NULL;
  *known = label || !target || r->finished; /* a reference to nothing was reported with the tree */
  if (label) return label;
  if (*known) {
    if (target) {
      diag_add_once(r->layout->diags, DIAG_NUMBER_UNKNOWN, fo_place(r->layout->fo, citation), id, (const char *)NULL);
    }
    return "?";
  }
  r->unknown = citation;
  return estimate(r, target, citation->element == FO_ELEMENT_PAGE_NUMBER_CITATION_LAST);
}

bool references_wait(const references *r, const fo_node *first, const fo_node *end) {
  for (const fo_node *n = first; n && n != end; n = n->next) {
    if (n->element == FO_ELEMENT_PAGE_NUMBER_CITATION || n->element == FO_ELEMENT_PAGE_NUMBER_CITATION_LAST) {
      if (!find_label(r, n)) return true;
    } else if (n->element == FO_ELEMENT_RETRIEVE_MARKER) {
      const text_context *t = &r->layout->text_context;
      const fo_node *m = t->marker(t->context, n);
      if (m && references_wait(r, m->first, NULL)) return true;
    } else if (references_wait(r, n->first, NULL)) {
      return true;
    }
  }
  return false;
}

/* ---- lines that wait ---- */

void references_pending_line(references *r, text_paragraph *p, const text_breaks *b, uint32_t index, area *line) {
  VEC_PUSH(r->arena, r->fresh, (waiting_line){p, b, index, line});
}

static const text_line *set_again(references *r, const waiting_line *w, arena *a) {
  r->unknown = NULL;
  return text_paragraph_set(w->paragraph, &r->layout->text_context, w->breaks, w->index, a);
}

static waiting_line *fresh_of(references *r, const area *a) {
  for (size_t i = 0; i < r->fresh.n; i++) {
    if (r->fresh.at[i].area == a) return &r->fresh.at[i];
  }
  return NULL;
}

/* Copies the lines that still wait, with their place on the page. */
static void keep_lines(references *r, waiting_page *to, const area *a, mpt64 x, mpt64 y) {
  for (; a; a = a->next) {
    if (a->kind == AREA_LINE && a->u.line->pending) {
      waiting_line *w = fresh_of(r, a);
      if (!w) continue;
      waiting_line kept = *w;
      kept.area =
          area_new(r->arena, AREA_LINE, a->node, a->tag, mpt_clamp(x + a->x), mpt_clamp(y + a->y), a->width, a->height);
      VEC_PUSH(r->arena, to->lines, kept);
    }
    keep_lines(r, to, a->first, x + a->x, y + a->y);
  }
}

bool references_page_done(references *r, const page *p) {
  if (!r->fresh.n) return false;
  const fo_node *unknown = NULL;
  for (size_t i = 0; i < r->fresh.n; i++) {
    waiting_line *w = &r->fresh.at[i];
    w->area->u.line = set_again(r, w, r->layout->page);
    if (w->area->u.line->pending) unknown = r->unknown;
  }
  if (unknown) {
    waiting_page *keep = ARENA_NEW(r->arena, waiting_page);
    keep->now = (page){.index = p->index, .number = p->number, .sequence = p->sequence};
    keep->now.label = arena_strdup(r->arena, p->label);
    keep->unknown = unknown;
    keep_lines(r, keep, p->first, 0, 0);
    if (keep->lines.n) VEC_PUSH(r->arena, r->pages, keep);
    else unknown = NULL;
  }
  r->fresh.n = 0;
  return unknown != NULL;
}

/* Sets all lines of the page and sends them; false when one still waits. */
static bool send_lines(references *r, waiting_page *w) {
  layout *l = r->layout;
  const page *now = l->now;
  arena_mark m = arena_save(l->page);
  l->now = &w->now;
  bool ready = true;
  for (size_t i = 0; i < w->lines.n && ready; i++) {
    const text_line *line = set_again(r, &w->lines.at[i], l->page);
    w->lines.at[i].area->u.line = line;
    if (!line->pending) continue;
    ready = false;
    w->unknown = r->unknown;
  }
  for (size_t i = 0; i < w->lines.n && ready; i++) l->sink.late(l->sink.context, w->now.index, w->lines.at[i].area);
  l->now = now;
  arena_restore(l->page, m);
  return ready;
}

void references_flush(references *r) {
  size_t kept = 0;
  for (size_t i = 0; i < r->pages.n; i++) {
    waiting_page *w = r->pages.at[i];
    bool done = (r->finished || !w->unknown || find_label(r, w->unknown)) && send_lines(r, w);
    if (!done) r->pages.at[kept++] = w;
  }
  r->pages.n = kept;
}

void references_finish(references *r) {
  r->finished = true;
  references_flush(r);
}
