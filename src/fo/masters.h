/* masters: simple page masters with their five regions as rectangles, and the automaton that a
 * page-sequence-master is (XSL 1.1, 6.4.8-6.4.12).
 */
#ifndef PLIEGO_FO_MASTERS_H
#define PLIEGO_FO_MASTERS_H

#include "fo/tree.h"

typedef enum { REGION_BODY, REGION_BEFORE, REGION_AFTER, REGION_START, REGION_END, REGION_COUNT } fo_region_kind;

typedef struct fo_region {
  const fo_node *node;     /* NULL: the master has no such region; a body is always there (the master's own node) */
  const char *name;        /* region-name or its default, "xsl-region-body" ... */
  mpt x, y, width, height; /* of the border rectangle, from the page's top left corner */
  mpt content_x, content_y, content_width, content_height; /* inside border and padding */
} fo_region;

typedef struct fo_page_master {
  const fo_node *node;
  const char *name;
  mpt width, height;
  fo_region region[REGION_COUNT];
  int column_count; /* of the body */
  mpt column_gap;
  mpt column_width;
} fo_page_master;

typedef struct fo_masters fo_masters;

/* Reports masters that are named twice, unknown, without room; never fails: a document without masters gets US Letter
 * with margins of an inch. */
fo_masters *fo_masters_build(arena *a, const fo_document *d, diag_list *diags);

/* State of the automaton of one page sequence before a page: small, so that the page breaker can search over it. */
typedef uint16_t fo_master_state;

typedef struct fo_master_choice {
  const fo_page_master *master; /* never NULL */
  fo_master_state next;
} fo_master_choice;

/* The automaton for a page-sequence's master-reference (a simple master or a sequence); state 0 begins it. Never NULL:
 * for a master that is not there (reported when the masters are built) the document's first page master stands in. */
typedef struct fo_master_automaton fo_master_automaton;
const fo_master_automaton *fo_masters_find(const fo_masters *m, const char *reference);
/* States are 0 .. count-1. */
int fo_master_state_count(const fo_master_automaton *m);
fo_master_choice fo_master_choose(const fo_master_automaton *m, fo_master_state state, int page_number, bool first,
                                  bool last, bool blank);
/* True when first/rest/odd/even/blank/last never change the body's width or height: one class for all pages. */
bool fo_master_uniform(const fo_master_automaton *m);

#endif
