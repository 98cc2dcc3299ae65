/* property: what is known of every property (XSL 1.1, chapter 7) as constant tables, and the names to find them by.
 * The rows stand in properties.def and shorthands.def; nothing here depends on a document.
 */
#ifndef PLIEGO_FO_PROPERTY_H
#define PLIEGO_FO_PROPERTY_H

#include <stddef.h>

#include "fo/style.h"

#define FO_COLUMN_LIMIT 1000 /* most columns of a table */
#define FO_NAME_SLOTS 1024   /* a power of two, over twice the number of names */

/* Bytes of an attribute value, not NUL-terminated. */
typedef struct fo_slice {
  const char *at;
  size_t n;
} fo_slice;

typedef enum {
#define FO_GROUP(member, inherited) FO_GROUP_##member,
#include "fo/groups.def"
#undef FO_GROUP
  FO_GROUP_COUNT
} fo_group;

/* All groups by value: the workbench on which a style is put together. Offsets of traits are offsets into it. */
typedef struct fo_groups {
  fo_font_style font;
  fo_text_style text;
  fo_indent_style indent;
  fo_list_style list;
  fo_inherited_style inherited;
  fo_leader_style leader;
  fo_box_style box;
  fo_block_style block;
  fo_size_style size;
  fo_inline_style inl;
  fo_table_style table;
  fo_position_style position;
  fo_graphic_style graphic;
  fo_reference_style reference;
  fo_page_style page;
} fo_groups;

typedef struct fo_group_info {
  uint16_t offset, size;  /* in fo_groups */
  uint16_t style_pointer; /* offset of its pointer in fo_style */
  bool inherited;
} fo_group_info;

extern const fo_group_info fo_group_table[FO_GROUP_COUNT];

typedef enum {
#define FO_KIND(id, function, expected) FO_KIND_##id,
#include "fo/kinds.def"
#undef FO_KIND
  FO_KIND_COUNT
} fo_kind;

typedef enum {
  FO_COMPONENT_NONE,
#define FO_COMPONENT(id, name) FO_COMPONENT_##id,
#include "fo/components.def"
#undef FO_COMPONENT
  FO_COMPONENT_COUNT
} fo_component;

typedef enum {
  FO_PROPERTY_NONE, /* no such property */
#define FO_PROPERTY(id, ...) FO_PROPERTY_##id,
#define FO_PROPERTY_PLAIN(id, ...) FO_PROPERTY_##id,
#include "fo/properties.def"
#undef FO_PROPERTY
#undef FO_PROPERTY_PLAIN
  FO_PROPERTY_COUNT
} fo_property_id;

typedef enum {
  FO_SHORTHAND_NONE = FO_PROPERTY_COUNT - 1, /* shorthands are numbered on from the properties */
#define FO_SHORTHAND(id, ...) FO_SHORTHAND_##id,
#include "fo/shorthands.def"
#undef FO_SHORTHAND
  FO_NAME_COUNT
} fo_shorthand_id;

/* A keyword of a property and the trait's value for it. The list ends with keyword FO_KEYWORD_COUNT. */
typedef struct fo_word {
  uint16_t keyword;
  int16_t value;
} fo_word;

typedef struct fo_property {
  const char *name;
  const char *initial; /* NULL: none, or an absolute name */
  const fo_word *words;
  int32_t least, most; /* of an integer */
  uint16_t offset, size;
  uint16_t companion, companion_size; /* the second trait; size 0: none */
  uint8_t group;                      /* FO_GROUP_COUNT: it has no trait */
  uint8_t kind;
  uint8_t side; /* margins */
  bool absolute, part, first, later;
} fo_property;

extern const fo_property fo_property_table[FO_PROPERTY_COUNT];

typedef enum {
  EXPAND_SIDES,      /* 1 to 4 values: top, right, bottom, left */
  EXPAND_BORDER,     /* width, style, colour in any order, for the sides in the list */
  EXPAND_FONT,       /* CSS font */
  EXPAND_BACKGROUND, /* CSS background */
  EXPAND_BACKGROUND_POSITION,
  EXPAND_WORDS,    /* by expansions.def */
  EXPAND_LANGUAGE, /* xml:lang */
  EXPAND_PAIR      /* one value for both targets, or one for each */
} fo_expansion;

typedef struct fo_shorthand {
  const char *name;
  fo_expansion expansion;
  uint8_t level; /* of precision (5.2): higher goes before lower; properties are above all */
  uint8_t target_count;
  uint16_t target[12]; /* fo_property_id */
} fo_shorthand;

extern const fo_shorthand fo_shorthand_table[FO_NAME_COUNT - FO_PROPERTY_COUNT];

/* What one value of a shorthand given by keywords stands for: a list of rows of expansions.def. */
typedef struct fo_expansion_row {
  uint16_t shorthand;
  const char *value;
  uint16_t property;
  fo_component component;
  const char *expansion;
} fo_expansion_row;

extern const fo_expansion_row fo_expansion_table[];
extern const size_t fo_expansion_count;

/* What an attribute name means. */
typedef struct fo_name {
  uint16_t id; /* fo_property_id or fo_shorthand_id; FO_PROPERTY_NONE: unknown */
  uint8_t component;
} fo_name;

/* All names, hashed: made once a document, since there are no mutable globals. */
typedef struct fo_name_index {
  uint16_t slot[FO_NAME_SLOTS]; /* id of a property or shorthand; 0 free */
} fo_name_index;

void fo_name_index_fill(fo_name_index *x); /* x is zeroed */
/* The property of an attribute name: of no namespace, "fox:alt-text" or "xml:lang"; "space-before.optimum". */
fo_name fo_name_find(const fo_name_index *x, fo_slice name);
const char *fo_name_text(uint16_t id);

bool fo_slice_is(fo_slice s, const char *text);
/* Without white space at both ends. */
fo_slice fo_slice_trim(fo_slice s);
/* The next piece of a value: up to white space that stands outside parentheses and quotes; empty when none is left. */
fo_slice fo_slice_next(fo_slice *rest);

/* The trait for a keyword; false when it is none of the list. Case does not matter. */
bool fo_word_find(const fo_word *words, fo_slice text, int *value);
/* Length of a keyword's text, for comparing. */
fo_slice fo_keyword_slice(fo_enum k);
/* A CSS colour name. */
bool fo_color_find(fo_slice name, fo_color *out);
const char *fo_kind_expected(fo_kind k); /* NULL: the keywords */

#endif
