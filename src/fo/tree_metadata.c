/* The document's title, author and the like: from the XMP in fo:declarations, completed from fo:title and xml:lang.
 * Properties of XMP are elements or attributes of rdf:Description; those of Dublin Core are containers of rdf:li, of
 * which alternatives count by their first or "x-default" one, and the others are joined. */
#include <libxml/tree.h>
#include <string.h>

#include "fo/build.h"

#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define DC "http://purl.org/dc/elements/1.1/"
#define PDF "http://ns.adobe.com/pdf/1.3/"
#define XMP "http://ns.adobe.com/xap/1.0/"
#define DESCENT 6 /* x:xmpmeta / rdf:RDF / rdf:Description / property */

static const struct {
  size_t offset;
  const char *space, *name;
} rows[] = {
#define FO_METADATA(field, space, name) {offsetof(fo_metadata, field), space, name},
#include "fo/metadata.def"
#undef FO_METADATA
};
enum { ROW_COUNT = sizeof rows / sizeof *rows };

typedef struct reader {
  fo_build *b;
  const char *found[ROW_COUNT];
} reader;

static bool is_name(const xmlNs *ns, const xmlChar *local, const char *space, const char *name) {
  return ns && ns->href && !strcmp((const char *)ns->href, space) && !strcmp((const char *)local, name);
}

/* Text right below x and in its rdf:li, one after the other. */
static void put_direct(strbuf *out, const xmlNode *x) {
  for (const xmlNode *c = x->children; c; c = c->next)
    if ((c->type == XML_TEXT_NODE || c->type == XML_CDATA_SECTION_NODE) && c->content)
      strbuf_puts(out, (const char *)c->content);
}

static const char *trimmed(fo_build *b, const strbuf *s) {
  fo_slice t = fo_slice_trim((fo_slice){s->at, s->n});
  return t.n ? arena_strndup(b->arena, t.at, t.n) : NULL;
}

static bool is_default(const xmlNode *li) {
  for (const xmlAttr *a = li->properties; a; a = a->next)
    if (!strcmp((const char *)a->name, "lang") && a->children && a->children->content)
      return !strcmp((const char *)a->children->content, "x-default");
  return false;
}

/* rdf:Alt: the default or first item; rdf:Bag and rdf:Seq: all, with commas. */
static const char *container_text(fo_build *b, const xmlNode *container) {
  bool alternative = !strcmp((const char *)container->name, "Alt"), done = false;
  strbuf out = strbuf_new(b->arena);
  for (const xmlNode *li = container->children; li; li = li->next) {
    if (li->type != XML_ELEMENT_NODE) continue;
    bool chosen = alternative && is_default(li);
    if (alternative && done && !chosen) continue;
    if (alternative) strbuf_reset(&out);
    else if (out.n) strbuf_puts(&out, ", ");
    put_direct(&out, li);
    done = true;
    if (chosen) break;
  }
  return trimmed(b, &out);
}

static const char *property_text(fo_build *b, const xmlNode *x) {
  for (const xmlNode *c = x->children; c; c = c->next)
    if (c->type == XML_ELEMENT_NODE && c->ns && !strcmp((const char *)c->ns->href, RDF)) return container_text(b, c);
  strbuf out = strbuf_new(b->arena);
  put_direct(&out, x);
  return trimmed(b, &out);
}

static void read_attributes(reader *m, const xmlNode *x) {
  for (const xmlAttr *a = x->properties; a; a = a->next)
    for (int i = 0; i < ROW_COUNT; i++)
      if (!m->found[i] && is_name(a->ns, a->name, rows[i].space, rows[i].name)) {
        strbuf out = strbuf_new(m->b->arena);
        put_direct(&out, (const xmlNode *)a);
        m->found[i] = trimmed(m->b, &out);
      }
}

static void descend(reader *m, const xmlNode *x, int depth) {
  for (const xmlNode *c = x->children; c; c = c->next) {
    if (c->type != XML_ELEMENT_NODE) continue;
    int i = 0;
    while (i < ROW_COUNT && !is_name(c->ns, c->name, rows[i].space, rows[i].name)) i++;
    if (i < ROW_COUNT) {
      if (!m->found[i]) m->found[i] = property_text(m->b, c);
    } else if (depth < DESCENT) {
      read_attributes(m, c);
      descend(m, c, depth + 1);
    }
  }
}

void fo_metadata_read(fo_build *b, void *declarations) {
  reader m = {.b = b};
  descend(&m, declarations, 0);
  for (int i = 0; i < ROW_COUNT; i++) {
    char *field = (char *)&b->document->metadata + rows[i].offset;
    const char *now;
    memcpy(&now, field, sizeof now);
    if (!now) memcpy(field, &m.found[i], sizeof now);
  }
}

void fo_metadata_complete(fo_build *b) {
  fo_metadata *m = &b->document->metadata;
  for (const fo_node *s = b->document->root->first; s && !m->title; s = s->next)
    for (const fo_node *n = s->first; n && s->element == FO_ELEMENT_PAGE_SEQUENCE && !m->title; n = n->next)
      if (n->element == FO_ELEMENT_TITLE) {
        const char *text = fo_node_text(b->arena, n);
        m->title = *text ? text : NULL;
      }
  const fo_text_style *t = b->document->root->style->text;
  if (!m->language && t->language)
    m->language = t->country ? arena_printf(b->arena, "%s-%s", t->language, t->country) : t->language;
}
