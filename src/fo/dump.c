/* dump: the resolved tree as text, one line a node, for `--dump fo` and for tests:
 *
 *     fo:block #7 P:3 font-size="14" space-before="24 retain"
 *       "Integrantes de la "
 *
 * #7 is the node's number, P:3 its structure element. Lengths are in points. A property is shown where it differs from the
 * parent's (inherited ones) or from the initial value.
 */
#include <string.h>

#include "base/utf8.h"
#include "fo/resolve.h"

const char *fo_keyword_name(fo_enum k) {
  return fo_keyword_slice(k).at;
}

static void put_length(strbuf *out, fo_length l) {
  if (l.is_auto) {
    strbuf_puts(out, "auto");
    return;
  }
  if (l.length || (!l.percent && !l.units)) strbuf_milli(out, l.length);
  if (l.percent) {
    if (l.length && l.percent > 0) strbuf_putc(out, '+');
    strbuf_milli(out, l.percent);
    strbuf_putc(out, '%');
  }
  if (l.units) {
    if (l.length || l.percent) strbuf_putc(out, '+');
    strbuf_milli(out, l.units);
    strbuf_putc(out, '*');
  }
}

static bool same_length(fo_length a, fo_length b) {
  return !memcmp(&a, &b, sizeof a);
}

static void put_range(strbuf *out, const fo_range *g) {
  if (same_length(g->min, g->opt) && same_length(g->max, g->opt)) {
    put_length(out, g->opt);
    return;
  }
  put_length(out, g->min);
  strbuf_putc(out, '/');
  put_length(out, g->opt);
  strbuf_putc(out, '/');
  put_length(out, g->max);
}

static void put_space(strbuf *out, const fo_space *s) {
  if (s->min != s->opt || s->max != s->opt) {
    strbuf_milli(out, s->min);
    strbuf_putc(out, '/');
    strbuf_milli(out, s->opt);
    strbuf_putc(out, '/');
    strbuf_milli(out, s->max);
  } else {
    strbuf_milli(out, s->opt);
  }
  if (s->retain) strbuf_puts(out, " retain");
  if (s->precedence == SPACE_FORCE) strbuf_puts(out, " force");
  else if (s->precedence) strbuf_printf(out, " precedence %d", s->precedence);
}

static void put_strength(strbuf *out, int v) {
  if (v == FO_KEEP_ALWAYS) strbuf_puts(out, "always");
  else if (!v) strbuf_puts(out, "auto");
  else strbuf_int(out, v);
}

/* line/column/page */
static void put_keep(strbuf *out, const fo_keep *k) {
  put_strength(out, k->line);
  strbuf_putc(out, '/');
  put_strength(out, k->column);
  strbuf_putc(out, '/');
  put_strength(out, k->page);
}

static void put_color(strbuf *out, fo_color c) {
  if (!c.a) strbuf_puts(out, "transparent");
  else strbuf_printf(out, "#%02x%02x%02x", c.r, c.g, c.b);
}

static void put_quoted(strbuf *out, const char *s, size_t n) {
  for (size_t i = 0; i < n; i++) {
    unsigned char c = (unsigned char)s[i];
    if (c == '\n') strbuf_puts(out, "\\n");
    else if (c == '\t') strbuf_puts(out, "\\t");
    else if (c < 0x20) strbuf_printf(out, "\\x%02x", c);
    else {
      if (c == '"' || c == '\\') strbuf_putc(out, '\\');
      strbuf_putc(out, (char)c);
    }
  }
}

static void put_integer(strbuf *out, const fo_property *p, const void *field) {
  int32_t v = p->size == 1 ? *(const uint8_t *)field : p->size == 2 ? *(const int16_t *)field : *(const int32_t *)field;
  for (const fo_word *w = p->words; w && w->keyword != FO_KEYWORD_COUNT; w++)
    if (w->value == v) {
      strbuf_puts(out, fo_keyword_name(w->keyword));
      return;
    }
  strbuf_int(out, v);
}

static void put_character(strbuf *out, uint32_t cp) {
  char bytes[4];
  put_quoted(out, bytes, utf8_put(bytes, cp));
}

static void put_families(strbuf *out, const char *const *families) {
  for (const char *const *f = families; *f; f++) {
    if (f != families) strbuf_puts(out, ", ");
    put_quoted(out, *f, strlen(*f));
  }
}

static void put_decoration(strbuf *out, const fo_inline_style *inl) {
  size_t from = out->n;
  if (inl->underline) strbuf_puts(out, "underline ");
  if (inl->overline) strbuf_puts(out, "overline ");
  if (inl->line_through) strbuf_puts(out, "line-through ");
  if (out->n == from) strbuf_puts(out, "none ");
  put_color(out, inl->decoration_color);
}

static void put_text(strbuf *out, const char *s) {
  if (s) put_quoted(out, s, strlen(s));
  else strbuf_puts(out, "none");
}

static const void *companion_of(const fo_style *s, const fo_property *p) {
  return (const char *)fo_style_group(s, (fo_group)p->group) + (p->companion - fo_group_table[p->group].offset);
}

static void put_value(strbuf *out, const fo_style *s, const fo_property *p) {
  const void *field = fo_style_field(s, p);
  switch ((fo_kind)p->kind) {
  case FO_KIND_ENUM: strbuf_puts(out, fo_keyword_name(*(const fo_enum *)field)); break;
  case FO_KIND_BOOL: strbuf_puts(out, fo_keyword_name(p->words[*(const uint8_t *)field ? 0 : 1].keyword)); break;
  case FO_KIND_INTEGER:
  case FO_KIND_ORIENTATION:
  case FO_KIND_FONT_WEIGHT: put_integer(out, p, field); break;
  case FO_KIND_LENGTH:
  case FO_KIND_FONT_SIZE: strbuf_milli(out, *(const mpt *)field); break;
  case FO_KIND_BORDER_WIDTH:
    strbuf_milli(out, *(const mpt *)field);
    if (*(const uint8_t *)companion_of(s, p)) strbuf_puts(out, " retain");
    break;
  case FO_KIND_SEPARATION:
    strbuf_milli(out, *(const mpt *)field);
    strbuf_putc(out, '/');
    strbuf_milli(out, *(const mpt *)companion_of(s, p));
    break;
  case FO_KIND_PADDING:
    put_length(out, ((const fo_padding *)field)->width);
    if (((const fo_padding *)field)->retain) strbuf_puts(out, " retain");
    break;
  case FO_KIND_LINE_HEIGHT:
    if (((const fo_length *)field)->is_auto) strbuf_puts(out, "normal");
    else put_length(out, *(const fo_length *)field);
    break;
  case FO_KIND_CONTENT_SIZE: {
    fo_enum fit = *(const fo_enum *)companion_of(s, p);
    if (fit != FO_NONE) strbuf_puts(out, fo_keyword_name(fit));
    else put_length(out, *(const fo_length *)field);
    break;
  }
  case FO_KIND_LENGTH_PERCENT:
  case FO_KIND_INDENT:
  case FO_KIND_POSITION:
  case FO_KIND_MARGIN:
  case FO_KIND_BASELINE_SHIFT:
  case FO_KIND_ALIGNMENT_ADJUST: put_length(out, *(const fo_length *)field); break;
  case FO_KIND_RANGE: put_range(out, field); break;
  case FO_KIND_SPACE: put_space(out, field); break;
  case FO_KIND_KEEP: put_keep(out, field); break;
  case FO_KIND_COLOR:
  case FO_KIND_BORDER_COLOR: put_color(out, *(const fo_color *)field); break;
  case FO_KIND_CHARACTER: put_character(out, *(const uint32_t *)field); break;
  case FO_KIND_FONT_FAMILY: put_families(out, *(const char *const *const *)field); break;
  case FO_KIND_DECORATION: put_decoration(out, s->inl); break;
  case FO_KIND_LANGUAGE:
  case FO_KIND_COUNTRY:
  case FO_KIND_STRING:
  case FO_KIND_NAME:
  case FO_KIND_TEXT:
  case FO_KIND_URI: put_text(out, *(const char *const *)field); break;
  case FO_KIND_PLAIN:
  case FO_KIND_COUNT: break;
  }
}

/* Strings of the document and of the initial style are interned apart. */
static bool is_string(const fo_property *p) {
  return p->size == sizeof(const char *) && p->kind != FO_KIND_FONT_FAMILY &&
         (p->kind == FO_KIND_LANGUAGE || p->kind == FO_KIND_COUNTRY || p->kind == FO_KIND_STRING ||
          p->kind == FO_KIND_NAME || p->kind == FO_KIND_TEXT || p->kind == FO_KIND_URI);
}

static bool differs(const fo_style *s, const fo_style *base, const fo_property *p) {
  const void *a = fo_style_field(s, p), *b = fo_style_field(base, p);
  if (is_string(p)) {
    const char *x = *(const char *const *)a, *y = *(const char *const *)b;
    return x != y && (!x || !y || strcmp(x, y) != 0);
  }
  if (p->kind == FO_KIND_DECORATION)
    return s->inl->underline != base->inl->underline || s->inl->overline != base->inl->overline ||
           s->inl->line_through != base->inl->line_through;
  if (p->companion_size && memcmp(companion_of(s, p), companion_of(base, p), p->companion_size)) return true;
  return memcmp(a, b, p->size) != 0;
}

static void dump_style(strbuf *out, const fo_node *n, const fo_style *initial) {
  const fo_style *parent = n->parent ? n->parent->style : initial;
  for (int id = 1; id < FO_PROPERTY_COUNT; id++) {
    const fo_property *p = &fo_property_table[id];
    if (p->group == FO_GROUP_COUNT || p->part || (p->absolute && p->kind != FO_KIND_MARGIN)) continue;
    const fo_style *base = fo_group_table[p->group].inherited ? parent : initial;
    if (fo_style_group(n->style, (fo_group)p->group) == fo_style_group(base, (fo_group)p->group)) continue;
    if (p->kind == FO_KIND_FONT_FAMILY && base == initial && !n->parent) base = initial;
    if (!differs(n->style, base, p)) continue;
    strbuf_printf(out, " %s=\"", p->name);
    put_value(out, n->style, p);
    strbuf_putc(out, '"');
  }
}

static void dump_node(const fo_document *d, strbuf *out, const fo_node *n, uint32_t depth, const fo_style *initial) {
  for (uint32_t i = 0; i < depth; i++) strbuf_puts(out, "  ");
  if (n->element == FO_TEXT) {
    strbuf_putc(out, '"');
    put_quoted(out, n->text, n->text_size);
    strbuf_putc(out, '"');
  } else {
    strbuf_printf(out, "%s #%u", fo_element_name(n->element), (unsigned)n->number);
  }
  if (n->tag && (!n->parent || n->tag != n->parent->tag))
    strbuf_printf(out, " %s:%u", tag_role_name(tag_at(d->tags, n->tag)->role), (unsigned)n->tag);
  if (!n->tag && n->parent && n->parent->tag) strbuf_puts(out, " artifact");
  if (n->element != FO_TEXT) dump_style(out, n, initial);
  strbuf_putc(out, '\n');
}

void fo_dump(const fo_document *d, strbuf *out) {
  const fo_style *initial = &fo_resolver_new(out->arena, diag_list_new(out->arena))->initial;
  uint32_t depth = 0;
  const fo_node *n = d->root;
  while (n) {
    dump_node(d, out, n, depth, initial);
    if (n->first) {
      n = n->first;
      depth++;
      continue;
    }
    while (n && !n->next) {
      n = n->parent;
      depth--;
    }
    if (n) n = n->next;
  }
}
