#include "layout/pageclass.h"

#include "layout/region.h"

#define BREAKS 3

/* Looks at every master that may be chosen. */
static void measure_bodies(page_classes *p) {
  mpt width = -1;
  p->uniform = true;
  for (int state = 0; state < fo_master_state_count(p->masters); state++) {
    for (int k = 0; k < 8; k++) {
      const fo_page_master *m =
          fo_master_choose(p->masters, (fo_master_state)state, k & 1 ? 1 : 2, k & 2, k & 4, false).master;
      const fo_region *body = &m->region[REGION_BODY];
      if (width >= 0 && width != region_width(body)) p->uniform = false;
      width = region_width(body);
      p->tallest = mpt_max(p->tallest, region_height(body));
    }
  }
}

page_classes page_classes_new(arena *a, const fo_master_automaton *m, int first_number, int last_parity) {
  page_classes p = {.masters = m, .first_number = first_number, .last_parity = last_parity, .arena = a};
  p.count = 1 + 2 * fo_master_state_count(m);
  p.turns = ARENA_ARRAY(a, page_turn *, (size_t)p.count);
  measure_bodies(&p);
  return p;
}

typedef struct place {
  fo_master_state state;
  int parity;
  bool first;
} place;

static place place_of(const page_classes *p, int class) {
  if (class == 0) return (place){0, p->first_number & 1, true};
  return (place){(fo_master_state)((class - 1) / 2), (class - 1) % 2, false};
}

/* One page further. Of its number only the parity counts for the choice of a master. */
static const fo_page_master *step(const page_classes *p, place *at, bool last, bool blank) {
  fo_master_choice c = fo_master_choose(p->masters, at->state, at->parity ? 1 : 2, at->first, last, blank);
  *at = (place){c.next, !at->parity, false};
  return c.master;
}

static page_turn make_turn(const page_classes *p, int class, int wanted, bool last) {
  page_turn t = {.made = true};
  place at = place_of(p, class);
  if (wanted >= 0 && at.parity != wanted) t.blank_before = step(p, &at, false, true);
  bool fill = last && p->last_parity >= 0 && at.parity != p->last_parity;
  t.master = step(p, &at, last && !fill, false);
  if (fill) t.blank_after = step(p, &at, true, true);
  t.class_after = 1 + at.state * 2 + at.parity;
  t.height = region_height(&t.master->region[REGION_BODY]);
  return t;
}

const page_turn *page_classes_turn(page_classes *p, int class_before, fo_enum break_kind, bool last) {
  int kind = break_kind == FO_EVEN_PAGE ? 1 : break_kind == FO_ODD_PAGE ? 2 : 0;
  static const int parity[BREAKS] = {-1, 0, 1};
  page_turn **of_class = &p->turns[class_before];
  if (!*of_class) *of_class = ARENA_ARRAY(p->arena, page_turn, BREAKS * 2);
  page_turn *t = &(*of_class)[kind * 2 + last];
  if (!t->made) *t = make_turn(p, class_before, parity[kind], last);
  return t;
}
