/* references: which page an id stands on, and the lines that wait to know.
 *
 *   before layout        every page sequence gets an estimate of its first page and its length
 *   pages are solved     the pages of all top-level leaves are known: foreseen
 *   a page is composed   each id that is met is noted; a line with a number that is unknown is put on the page with
 *                        the estimate and remembered here (the page is then `pending`)
 *   an id gets known     the lines that waited for it are set again; when no line of a page waits any more, they go to
 *                        the sink in their order
 *   the end              what still waits is set with "?"
 */
#ifndef PLIEGO_LAYOUT_REFERENCES_H
#define PLIEGO_LAYOUT_REFERENCES_H

#include "layout/layout.h"

/* Walks the document for the estimates. */
references *references_new(layout *l);

/* The first area of a node (its id) is on page `number`, printed `label`; the last one. The first word counts for a
 * beginning, the latest for an end. `label` is copied. */
void references_begin(references *r, const fo_node *node, int number, const char *label);
void references_end(references *r, const fo_node *node, int number, const char *label);

/* The node's id becomes a destination: true the first time. */
bool references_place(references *r, const fo_node *node);

/* What a page-number-citation or -last prints. */
const char *references_number(references *r, const fo_node *citation, bool *known);

/* There are citations between first and end (exclusive) that cannot be answered yet. */
bool references_wait(const references *r, const fo_node *first, const fo_node *end);

/* A line of the page `l->now` was set with a number that is not known. */
void references_pending_line(references *r, text_paragraph *p, const text_breaks *b, uint32_t index, area *line);
/* The page is composed, all its ids are noted: sets its waiting lines again that are known by now, keeps the others.
 * True when some are left: the page is pending. */
bool references_page_done(references *r, const page *p);
/* After pages have gone to the sink: sends the lines of pages of which everything is known. */
void references_flush(references *r);
/* At the document's end: sends all that is left. */
void references_finish(references *r);

#endif
