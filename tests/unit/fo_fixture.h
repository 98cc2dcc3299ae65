/* fo_fixture: a formatting-object tree out of a string, for tests.
 *
 *   fo_fixture f;
 *   fo_fixture_open(&f, "<fo:root ...>...</fo:root>");   the prefixes fo and fox are declared on the root for you
 *   ... f.document, f.diags ...
 *   fo_fixture_close(&f);
 */
#ifndef PLIEGO_TEST_FO_FIXTURE_H
#define PLIEGO_TEST_FO_FIXTURE_H

#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fo/tree.h"

typedef struct fo_fixture {
  trap trap;
  arena *arena;
  diag_list *diags;
  fo_document *document;
} fo_fixture;

#define FO_FIXTURE_SPACES                                                                                              \
  " xmlns:fo=\"http://www.w3.org/1999/XSL/Format\" xmlns:fox=\"http://xmlgraphics.apache.org/fop/extensions\""

/* A page master "m" (300 x 400 pt, margins 0) for fo_fixture_flow. */
#define FO_FIXTURE_MASTERS                                                                                             \
  "<fo:layout-master-set><fo:simple-page-master master-name=\"m\" page-width=\"300pt\" page-height=\"400pt\">"         \
  "<fo:region-body/></fo:simple-page-master></fo:layout-master-set>"

static inline void fo_fixture_parse(fo_fixture *f, const char *xml, size_t size, int options) {
  memset(f, 0, sizeof *f);
  f->arena = arena_new(&f->trap, 0);
  f->diags = diag_list_new(f->arena);
  xmlDoc *doc = xmlReadMemory(xml, (int)size, "test.fo", NULL, XML_PARSE_NONET | XML_PARSE_HUGE | options);
  if (!doc) {
    fprintf(stderr, "not well-formed: %.200s\n", xml);
    abort();
  }
  f->document = fo_document_build(f->arena, doc, "test.fo", f->diags);
  xmlFreeDoc(doc);
}

/* `xml` begins with "<fo:root"; the namespaces are put in. */
static inline void fo_fixture_open(fo_fixture *f, const char *xml) {
  const char *root = "<fo:root";
  size_t n = strlen(root), rest = strlen(xml + n), spaces = strlen(FO_FIXTURE_SPACES);
  char *full = malloc(n + spaces + rest + 1);
  memcpy(full, root, n);
  memcpy(full + n, FO_FIXTURE_SPACES, spaces);
  memcpy(full + n + spaces, xml + n, rest + 1);
  fo_fixture_parse(f, full, n + spaces + rest, XML_PARSE_NOENT);
  free(full);
}

/* A document with one page sequence that has `flow` as the content of its flow. */
static inline void fo_fixture_flow(fo_fixture *f, const char *flow) {
  const char *before = "<fo:root>" FO_FIXTURE_MASTERS "<fo:page-sequence master-reference=\"m\">"
                       "<fo:flow flow-name=\"xsl-region-body\">";
  const char *after = "</fo:flow></fo:page-sequence></fo:root>";
  size_t size = strlen(before) + strlen(flow) + strlen(after) + 1;
  char *full = malloc(size);
  snprintf(full, size, "%s%s%s", before, flow, after);
  fo_fixture_open(f, full);
  free(full);
}

static inline void fo_fixture_close(fo_fixture *f) {
  arena_free(f->arena);
  xmlCleanupParser();
}

/* The node with that id; NULL if none. */
static inline const fo_node *fo_fixture_find(const fo_fixture *f, const char *id) {
  return map_find_str(&f->document->ids, id);
}

static inline const char *fo_fixture_dump(const fo_fixture *f) {
  strbuf b = strbuf_new(f->arena);
  fo_dump(f->document, &b);
  return b.at;
}

static inline const char *fo_fixture_tags(const fo_fixture *f) {
  strbuf b = strbuf_new(f->arena);
  tag_dump(f->document->tags, &b);
  return b.at;
}

/* All messages, one a line: "12 error CODE first-argument". */
static inline const char *fo_fixture_messages(const fo_fixture *f) {
  static const char *const severities[] = {"note", "warning", "error"};
  strbuf b = strbuf_new(f->arena);
  for (const diag *d = f->diags->first; d; d = d->next)
    strbuf_printf(&b, "%d %s %s%s%s\n", d->place.line, severities[d->severity], diag_code_name(d->code),
                  d->args[0] ? " " : "", d->args[0] ? d->args[0] : "");
  return b.at;
}

#endif
