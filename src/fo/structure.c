/* structure: which formatting object makes which structure element (ISO 32000-1, 14.8.4; XSL 1.1, 7.5.2 role).
 *
 * Every node gets the tag of the structure element that its content belongs to: its own one or that of the nearest
 * ancestor. A role property decides; without one, elements.def does, with these rules:
 *   - a block of inline content is a P, but makes no element inside another P, heading, label or inline element;
 *   - a block of blocks makes none; one with both is a Div, and each run of inline content between its blocks a P;
 *   - an inline makes a Span only to carry another language or an alternative text;
 *   - parts of tables and lists make elements only inside a Table or L (not of one whose role says otherwise);
 *   - fo:static-content, fo:marker, role="artifact" and pictures with an empty fox:alt-text are artifacts with all
 *     that is in them.
 *
 *      block            block             Div
 *        block     ->     P               |-- P   text, inline, text
 *        block            P               |-- P   block
 *                                         `-- P   text
 */
#include <string.h>

#include "fo/build.h"

static const uint8_t defaults[FO_ELEMENT_COUNT] = {
#define FO_ELEMENT(id, name, content, role, state) [FO_ELEMENT_##id] = TAG_##role,
#include "fo/elements.def"
#undef FO_ELEMENT
};

/* Content of such an element is text: no P may stand in it. */
static bool holds_text(tag_role role) {
  switch (role) {
  case TAG_P:
  case TAG_H:
  case TAG_H1:
  case TAG_H2:
  case TAG_H3:
  case TAG_H4:
  case TAG_H5:
  case TAG_H6:
  case TAG_LBL:
  case TAG_FIGURE:
  case TAG_FORMULA: return true;
  case TAG_NOTE: return false;
  default: return tag_role_level(role) == TAG_LEVEL_INLINE;
  }
}

/* Content of such an element stands in paragraphs. */
static bool holds_paragraphs(tag_role role) {
  switch (role) {
  case TAG_DOCUMENT:
  case TAG_PART:
  case TAG_ART:
  case TAG_SECT:
  case TAG_DIV:
  case TAG_BLOCKQUOTE: return true;
  default: return false;
  }
}

static bool same_language(const fo_scope *s, const fo_text_style *t) {
  return t->language == s->language && (!t->language || t->country == s->country);
}

static tag_role role_of_block(fo_scope *s, fo_contents has) {
  if (holds_text(s->role)) return TAG_NONE;
  if (has.blocks && has.inlines) return TAG_DIV;
  return has.inlines ? TAG_P : TAG_NONE;
}

static tag_role role_of_list_part(const fo_scope *s, fo_element e) {
  switch (e) {
  case FO_ELEMENT_LIST_ITEM: return s->list == TAG_L ? TAG_LI : s->list == TAG_TOC ? TAG_TOCI : TAG_NONE;
  case FO_ELEMENT_LIST_ITEM_LABEL: return s->item == TAG_LI || s->item == TAG_TOCI ? TAG_LBL : TAG_NONE;
  default: return s->item == TAG_LI ? TAG_LBODY : TAG_NONE;
  }
}

static tag_role default_role(const fo_build *b, fo_scope *s, const fo_node *n, fo_contents has) {
  (void)b;
  const fo_style *style = n->style;
  switch (n->element) {
  case FO_ELEMENT_BLOCK: return role_of_block(s, has);
  case FO_ELEMENT_BLOCK_CONTAINER: return holds_text(s->role) ? TAG_NONE : TAG_DIV;
  case FO_ELEMENT_INLINE:
  case FO_ELEMENT_WRAPPER:
  case FO_ELEMENT_UNKNOWN:
    return !has.blocks && has.inlines && (style->reference->alt_text || !same_language(s, style->text)) ? TAG_SPAN
                                                                                                        : TAG_NONE;
  case FO_ELEMENT_LIST_ITEM:
  case FO_ELEMENT_LIST_ITEM_LABEL:
  case FO_ELEMENT_LIST_ITEM_BODY: return role_of_list_part(s, n->element);
  case FO_ELEMENT_TABLE_AND_CAPTION: return TAG_TABLE;
  case FO_ELEMENT_TABLE:
    return s->outer->style.element == FO_ELEMENT_TABLE_AND_CAPTION && s->table ? TAG_NONE : TAG_TABLE;
  case FO_ELEMENT_TABLE_HEADER:
  case FO_ELEMENT_TABLE_FOOTER:
  case FO_ELEMENT_TABLE_BODY:
  case FO_ELEMENT_TABLE_ROW: return s->table ? defaults[n->element] : TAG_NONE;
  case FO_ELEMENT_TABLE_CELL: return !s->table ? TAG_NONE : s->header ? TAG_TH : TAG_TD;
  default: return defaults[n->element];
  }
}

/* The role that the author gave; TAG_ROLE_COUNT when there is none that can be used. */
static tag_role given_role(fo_build *b, const fo_node *n, bool *artifact) {
  const char *name = n->style->reference->role;
  if (!name) return TAG_ROLE_COUNT;
  if (!strcasecmp(name, "artifact")) {
    *artifact = true;
    return TAG_NONE;
  }
  tag_role role = tag_role_find(name);
  if (role == TAG_ROLE_COUNT || role == TAG_NONE) {
    if (fo_resolver_first(b->resolver, DIAG_UNKNOWN_ROLE, (fo_slice){name, strlen(name)}))
      diag_add(b->diags, DIAG_UNKNOWN_ROLE, fo_place(b->document, n), name, (const char *)NULL);
    return TAG_ROLE_COUNT;
  }
  return role;
}

static const char *language_tag(fo_build *b, const fo_text_style *t) {
  if (!t->country) return t->language;
  return arena_printf(b->document->tags->arena, "%s-%s", t->language, t->country);
}

static tag_id add_tag(fo_build *b, fo_scope *s, tag_id parent, tag_role role, const fo_node *n) {
  tag_id id = tag_add(b->document->tags, parent, role);
  tag_node *t = tag_at(b->document->tags, id);
  const fo_text_style *text = n->style->text;
  t->line = n->line;
  t->fo = n->number;
  if (text->language && !same_language(s, text)) {
    t->language = language_tag(b, text);
    s->language = text->language;
    s->country = text->country;
  }
  return id;
}

static void describe(fo_build *b, fo_scope *s, const fo_node *n) {
  tag_node *t = tag_at(b->document->tags, s->tag);
  t->id = n->style->reference->id;
  t->alt = n->style->reference->alt_text;
  if (s->role != TAG_TD && s->role != TAG_TH) return;
  t->row_span = (uint16_t)n->style->table->rows_spanned;
  t->column_span = (uint16_t)n->style->table->columns_spanned;
  if (s->role == TAG_TH) t->scope = s->header ? TAG_SCOPE_COLUMN : TAG_SCOPE_ROW;
}

/* The TR that cells without a row stand in; starts-row and ends-row divide them (6.7.7). */
static tag_id implicit_row(fo_build *b, fo_scope *body, const fo_node *cell) {
  if (cell->style->table->starts_row) body->row = 0;
  if (!body->row) body->row = add_tag(b, body, body->tag, TAG_TR, cell);
  tag_id row = body->row;
  if (cell->style->table->ends_row) body->row = 0;
  return row;
}

static bool is_table_part(fo_element e) {
  return e == FO_ELEMENT_TABLE_HEADER || e == FO_ELEMENT_TABLE_FOOTER || e == FO_ELEMENT_TABLE_BODY;
}

static void remember(fo_scope *s, const fo_node *n, tag_role role) {
  switch (n->element) {
  case FO_ELEMENT_TABLE_AND_CAPTION: s->table = role == TAG_TABLE; break;
  case FO_ELEMENT_TABLE: s->table = role == TAG_TABLE || (role == TAG_NONE && s->table); break;
  case FO_ELEMENT_TABLE_HEADER: s->header = true; break;
  case FO_ELEMENT_TABLE_CELL:
  case FO_ELEMENT_TABLE_CAPTION: s->table = s->header = false; break;
  case FO_ELEMENT_LIST_BLOCK: s->list = role; break;
  case FO_ELEMENT_LIST_ITEM: s->item = role; break;
  default: break;
  }
}

void fo_structure_open(fo_build *b, fo_scope *s, fo_node *n, fo_contents has) {
  bool artifact = n->element == FO_ELEMENT_STATIC_CONTENT || n->element == FO_ELEMENT_MARKER;
  const char *alt = n->style->reference->alt_text;
  tag_role role = given_role(b, n, &artifact);
  bool given = role != TAG_ROLE_COUNT;
  if (!given) role = default_role(b, s, n, has);
  if (role == TAG_FIGURE && alt && !*alt) artifact = true;
  if (role == TAG_NONE && alt && *alt && has.inlines) role = has.blocks ? TAG_DIV : TAG_SPAN;
  s->run = s->row = 0;
  s->artifact = s->artifact || artifact;
  if (s->artifact) {
    s->tag = n->tag = TAG_ARTIFACT;
    s->mixed = false;
    return;
  }
  bool inside_mixed =
      (n->element == FO_ELEMENT_WRAPPER || n->element == FO_ELEMENT_UNKNOWN) && s->mixed && !s->outer->run;
  if (role != TAG_NONE) {
    tag_id parent = s->outer->run ? s->outer->run : s->tag;
    if (n->element == FO_ELEMENT_TABLE_CELL && is_table_part(s->outer->model) && s->table)
      parent = implicit_row(b, s->outer, n);
    s->tag = add_tag(b, s, parent, role, n);
    s->role = role;
    describe(b, s, n);
  } else if (s->outer->run) {
    s->tag = s->outer->run;
    s->role = TAG_P;
  }
  s->mixed = inside_mixed || (has.inlines && s->tag && holds_paragraphs(s->role) && role != TAG_NONE);
  n->tag = s->tag;
  remember(s, n, role);
}

void fo_structure_child(fo_build *b, fo_scope *s, bool block) {
  if (!s->mixed) return;
  if (block) s->run = 0;
  else if (!s->run) s->run = add_tag(b, s, s->tag, TAG_P, s->node);
}

tag_id fo_structure_text(const fo_scope *s) {
  return s->run ? s->run : s->tag;
}

/* ---- ListNumbering (ISO 32000-1, 14.8.5.5), read off the first two labels ---- */

static bool starts_roman(const char *first, const char *second, char i) {
  bool alone = first[0] == i && !(first[1] >= 'A' && first[1] <= 'Z') && !(first[1] >= 'a' && first[1] <= 'z');
  return alone && (!second || (second[0] == i && second[1] == i));
}

static uint8_t numbering_of(const char *first, const char *second) {
  static const struct {
    const char *sign;
    uint8_t numbering;
  } signs[] = {{"\xE2\x80\xA2", TAG_NUMBERING_DISC},   {"\xE2\x97\x8F", TAG_NUMBERING_DISC},
               {"\xC2\xB7", TAG_NUMBERING_DISC},       {"\xE2\x97\xA6", TAG_NUMBERING_CIRCLE},
               {"\xE2\x97\x8B", TAG_NUMBERING_CIRCLE}, {"\xE2\x96\xA0", TAG_NUMBERING_SQUARE},
               {"\xE2\x96\xAA", TAG_NUMBERING_SQUARE}};
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
    if (!strncmp(first, signs[i].sign, strlen(signs[i].sign))) return signs[i].numbering;
  if (*first == '(') first++;
  if (second && *second == '(') second++;
  if (*first >= '0' && *first <= '9') return TAG_NUMBERING_DECIMAL;
  if (starts_roman(first, second, 'I')) return TAG_NUMBERING_UPPER_ROMAN;
  if (starts_roman(first, second, 'i')) return TAG_NUMBERING_LOWER_ROMAN;
  if (*first >= 'A' && *first <= 'Z') return TAG_NUMBERING_UPPER_ALPHA;
  if (*first >= 'a' && *first <= 'z') return TAG_NUMBERING_LOWER_ALPHA;
  return TAG_NUMBERING_NONE;
}

static const char *next_label(fo_build *b, const fo_node **item) {
  while (*item && (*item)->element != FO_ELEMENT_LIST_ITEM) *item = (*item)->next;
  if (!*item) return NULL;
  const fo_node *label = (*item)->first;
  *item = (*item)->next;
  while (label && label->element != FO_ELEMENT_LIST_ITEM_LABEL) label = label->next;
  return label ? fo_node_text(b->arena, label) : NULL;
}

void fo_structure_close(fo_build *b, fo_scope *s, const fo_node *n) {
  if (n->element != FO_ELEMENT_LIST_BLOCK || s->list != TAG_L || s->artifact) return;
  const fo_node *item = n->first;
  const char *first = next_label(b, &item);
  if (first) tag_at(b->document->tags, s->tag)->numbering = numbering_of(first, next_label(b, &item));
}
