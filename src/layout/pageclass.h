/* pageclass: the page breaker's view of the page masters. A class is what decides how the pages go on: the state of the
 * master automaton, the parity of the next page's number, and whether it is the first of its page sequence.
 *
 *     class 0 ---- page 1 (first) ----> class (state, parity) ---- page 2 ----> ...
 *
 * A page may bring a blank one in front of it (a break to an odd page where an even one comes next), and the last page
 * one behind it (force-page-count).
 */
#ifndef PLIEGO_LAYOUT_PAGECLASS_H
#define PLIEGO_LAYOUT_PAGECLASS_H

#include "layout/layout.h"

typedef struct page_turn {                                   /* one page of content, with the blank ones around it */
  const fo_page_master *blank_before, *master, *blank_after; /* blank ones: NULL if none */
  int class_after;
  mpt height; /* of the body */
  bool made;
} page_turn;

typedef struct page_classes {
  const fo_master_automaton *masters;
  int count;
  bool uniform;     /* all bodies have the same width */
  mpt tallest;      /* height of the tallest body */
  int first_number; /* of the sequence's first page */
  int last_parity;  /* that the last page's number must have; -1: any */
  arena *arena;
  page_turn **turns; /* by class: its turns, made when first asked for */
} page_classes;

page_classes page_classes_new(arena *a, const fo_master_automaton *m, int first_number, int last_parity);

/* The page that begins in `class` behind a break of that kind; `last`: it is the last one with content. */
const page_turn *page_classes_turn(page_classes *p, int class_before, fo_enum break_kind, bool last);

#endif
