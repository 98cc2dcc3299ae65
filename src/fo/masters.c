/* masters: which page master comes next.
 *
 * A page-sequence-master is a row of sub-sequences; each gives pages until its maximum-repeats is used up, then the next one
 * does (6.4.8). The automaton's state says which sub-sequence, and how many pages it has given:
 *
 *      single "cover"     repeatable "plain", 3 times        alternatives, no limit        used up
 *          state 0           states 1, 2, 3                        state 4                 state 5
 *
 * One without limit needs one state only. Alternatives are tried in order; when none fits a page, the next sub-sequence
 * is asked, and when none is left, the last page master of all is taken again (reported when the masters are built, as
 * far as it can be foreseen).
 */
#include "fo/masters.h"

#include <string.h>

#include "fo/regions.h"

#define STATE_LIMIT 1000 /* of one sequence: longer repeats count as unlimited */

typedef struct alternative {
  const fo_page_master *master;
  fo_enum position, parity, blank; /* FO_ANY: does not matter */
} alternative;

typedef struct sub_sequence {
  alternative *at;
  uint32_t n;
  fo_master_state first; /* its first state */
  uint16_t repeats;      /* states it has; 0: it gives no page */
  bool unlimited;
} sub_sequence;

struct fo_master_automaton {
  VEC(sub_sequence) subs;
  const fo_page_master *fallback; /* the last one of all */
  int state_count;
};

struct fo_masters {
  arena *arena;
  const fo_document *document;
  diag_list *diags;
  map pages;    /* master-name -> fo_page_master */
  map automata; /* master-name -> fo_master_automaton */
  const fo_page_master *first;
  const fo_master_automaton *otherwise; /* for references to nothing */
};

/* ---- choosing ---- */

static bool fits(const alternative *a, int number, bool first, bool last, bool blank) {
  bool position = a->position == FO_FIRST  ? first
                  : a->position == FO_LAST ? last
                  : a->position == FO_REST ? !first && !last
                  : a->position == FO_ONLY ? first && last
                                           : true;
  bool parity = a->parity == FO_ANY || (number % 2 != 0) == (a->parity == FO_ODD);
  return position && parity && (a->blank == FO_ANY || blank == (a->blank == FO_BLANK));
}

static size_t sub_of(const fo_master_automaton *m, fo_master_state state) {
  size_t i = 0;
  while (i < m->subs.n && state >= m->subs.at[i].first + m->subs.at[i].repeats) i++;
  return i;
}

static fo_master_state after(const fo_master_automaton *m, size_t i, fo_master_state state) {
  const sub_sequence *s = &m->subs.at[i];
  if (s->unlimited) return s->first;
  fo_master_state next = (fo_master_state)((state < s->first ? s->first : state) + 1);
  return next;
}

fo_master_choice fo_master_choose(const fo_master_automaton *m, fo_master_state state, int page_number, bool first,
                                  bool last, bool blank) {
  for (size_t i = sub_of(m, state); i < m->subs.n; i++) {
    const sub_sequence *s = &m->subs.at[i];
    for (uint32_t k = 0; k < s->n && s->repeats; k++)
      if (fits(&s->at[k], page_number, first, last, blank))
        return (fo_master_choice){s->at[k].master, after(m, i, state)};
  }
  return (fo_master_choice){m->fallback, state};
}

int fo_master_state_count(const fo_master_automaton *m) {
  return m->state_count;
}

bool fo_master_uniform(const fo_master_automaton *m) {
  const fo_region *body = &m->fallback->region[REGION_BODY];
  for (size_t i = 0; i < m->subs.n; i++)
    for (uint32_t k = 0; k < m->subs.at[i].n; k++) {
      const fo_region *other = &m->subs.at[i].at[k].master->region[REGION_BODY];
      if (other->content_width != body->content_width || other->content_height != body->content_height) return false;
    }
  return true;
}

const fo_master_automaton *fo_masters_find(const fo_masters *m, const char *reference) {
  const fo_master_automaton *found = reference ? map_find_str(&m->automata, reference) : NULL;
  return found ? found : m->otherwise;
}

/* ---- building ---- */

/* The page master of that name; the document's first one when there is none, which is reported. */
static const fo_page_master *find_page(const fo_masters *m, const fo_node *n) {
  const char *name = n->style->page->master_reference;
  const fo_page_master *found = name ? map_find_str(&m->pages, name) : NULL;
  if (name && !found) diag_add(m->diags, DIAG_MASTER_UNKNOWN, fo_place(m->document, n), name, (const char *)NULL);
  return found ? found : m->first;
}

static void add_sub(fo_masters *m, fo_master_automaton *a, const fo_node *n, int32_t repeats, alternative *at,
                    uint32_t count) {
  int room = STATE_LIMIT - a->state_count;
  bool unlimited = repeats < 0 || repeats > room;
  sub_sequence s = {.at = at,
                    .n = count,
                    .first = (fo_master_state)a->state_count,
                    .repeats = (uint16_t)(unlimited ? 1 : repeats),
                    .unlimited = unlimited};
  if (repeats > room) diag_add(m->diags, DIAG_MASTER_REPEATS, fo_place(m->document, n), (const char *)NULL);
  if (!count) return;
  VEC_PUSH(m->arena, a->subs, s);
  a->state_count += s.repeats;
  a->fallback = at[count - 1].master;
}

static void add_alternatives(fo_masters *m, fo_master_automaton *a, const fo_node *n) {
  uint32_t count = 0;
  for (const fo_node *c = n->first; c; c = c->next) count += c->element == FO_ELEMENT_CONDITIONAL_PAGE_MASTER_REFERENCE;
  alternative *at = ARENA_ARRAY(m->arena, alternative, count);
  uint32_t i = 0;
  for (const fo_node *c = n->first; c; c = c->next) {
    if (c->element != FO_ELEMENT_CONDITIONAL_PAGE_MASTER_REFERENCE) continue;
    const fo_page_style *p = c->style->page;
    at[i++] = (alternative){find_page(m, c), p->page_position, p->odd_or_even, p->blank_or_not_blank};
  }
  add_sub(m, a, n, n->style->page->maximum_repeats, at, count);
}

static void add_plain(fo_masters *m, fo_master_automaton *a, const fo_node *n, int32_t repeats) {
  alternative *at = ARENA_NEW(m->arena, alternative);
  *at = (alternative){find_page(m, n), FO_ANY, FO_ANY, FO_ANY};
  add_sub(m, a, n, repeats, at, 1);
}

/* Says when a page can come up for which the last sub-sequence has no alternative. */
static void check_last(const fo_masters *m, const fo_master_automaton *a, const fo_node *n) {
  static const char *const pages[] = {"an even page", "an odd page"};
  if (!a->subs.n) return;
  const sub_sequence *s = &a->subs.at[a->subs.n - 1];
  for (int odd = 0; odd < 2; odd++) {
    bool found = false;
    for (uint32_t k = 0; k < s->n; k++) found = found || fits(&s->at[k], odd, false, false, false);
    if (found) continue;
    diag_add(m->diags, DIAG_MASTER_GAP, fo_place(m->document, n), pages[odd], (const char *)NULL);
    return;
  }
}

static void build_sequence(fo_masters *m, const fo_node *n, fo_master_automaton *a) {
  for (const fo_node *c = n->first; c; c = c->next) {
    switch (c->element) {
    case FO_ELEMENT_SINGLE_PAGE_MASTER_REFERENCE: add_plain(m, a, c, 1); break;
    case FO_ELEMENT_REPEATABLE_PAGE_MASTER_REFERENCE: add_plain(m, a, c, c->style->page->maximum_repeats); break;
    case FO_ELEMENT_REPEATABLE_PAGE_MASTER_ALTERNATIVES: add_alternatives(m, a, c); break;
    default: break;
    }
  }
  if (!a->subs.n) diag_add(m->diags, DIAG_MASTER_EMPTY, fo_place(m->document, n), (const char *)NULL);
  check_last(m, a, n);
}

static void name_automaton(fo_masters *m, const fo_node *n, const fo_master_automaton *a) {
  const char *name = n->style->page->master_name;
  if (!name) return;
  if (map_find_str(&m->automata, name))
    diag_add(m->diags, DIAG_MASTER_TWICE, fo_place(m->document, n), name, (const char *)NULL);
  else map_put_str(&m->automata, name, (void *)(uintptr_t)a);
}

static fo_master_automaton *new_automaton(fo_masters *m, const fo_page_master *fallback) {
  fo_master_automaton *a = ARENA_NEW(m->arena, fo_master_automaton);
  a->fallback = fallback;
  return a;
}

static fo_master_automaton *single_master(fo_masters *m, const fo_page_master *p) {
  fo_master_automaton *a = new_automaton(m, p);
  alternative *at = ARENA_NEW(m->arena, alternative);
  *at = (alternative){p, FO_ANY, FO_ANY, FO_ANY};
  add_sub(m, a, p->node, -1, at, 1);
  return a;
}

static void build_page(fo_masters *m, const fo_node *n) {
  fo_page_master *p = ARENA_NEW(m->arena, fo_page_master);
  p->node = n;
  p->name = n->style->page->master_name ? n->style->page->master_name : "";
  fo_regions_measure(p, m->document, m->diags);
  if (!m->first) {
    m->first = p;
    m->otherwise = single_master(m, p);
  }
  if (*p->name && !map_find_str(&m->pages, p->name)) map_put_str(&m->pages, p->name, p);
  name_automaton(m, n, single_master(m, p));
}

static void build_default(fo_masters *m) {
  fo_page_master *p = ARENA_NEW(m->arena, fo_page_master);
  fo_regions_default(p, m->document->root);
  m->first = p;
  m->otherwise = single_master(m, p);
}

static void check_references(const fo_masters *m) {
  for (const fo_node *n = m->document->root->first; n; n = n->next) {
    const char *name = n->style->page->master_reference;
    if (n->element == FO_ELEMENT_PAGE_SEQUENCE && name && !map_find_str(&m->automata, name))
      diag_add(m->diags, DIAG_MASTER_UNKNOWN, fo_place(m->document, n), name, (const char *)NULL);
  }
}

/* All children of fo:layout-master-set that are `e`. */
static void each(fo_masters *m, fo_element e, void (*build)(fo_masters *, const fo_node *)) {
  for (const fo_node *set = m->document->root->first; set; set = set->next)
    for (const fo_node *n = set->first; n && set->element == FO_ELEMENT_LAYOUT_MASTER_SET; n = n->next)
      if (n->element == e) build(m, n);
}

static void build_page_sequence(fo_masters *m, const fo_node *n) {
  fo_master_automaton *a = new_automaton(m, m->first);
  build_sequence(m, n, a);
  a->state_count++; /* all used up */
  name_automaton(m, n, a);
}

fo_masters *fo_masters_build(arena *a, const fo_document *d, diag_list *diags) {
  fo_masters *m = ARENA_NEW(a, fo_masters);
  m->arena = a;
  m->document = d;
  m->diags = diags;
  m->pages = map_new(a);
  m->automata = map_new(a);
  each(m, FO_ELEMENT_SIMPLE_PAGE_MASTER, build_page);
  if (!m->first) build_default(m);
  each(m, FO_ELEMENT_PAGE_SEQUENCE_MASTER, build_page_sequence);
  check_references(m);
  return m;
}
