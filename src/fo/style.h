/* style: all properties of one formatting object, resolved (XSL 1.1, 5.1-5.9). Immutable and interned: equal
 * styles are one pointer, and so are equal groups. A group that nothing sets is the parent's (inherited
 * groups) or the initial one (the others).
 *
 * Every length is absolute millipoints, but where a percentage's base is known only in layout: then fo_length
 * keeps both parts. Relative names (before/after/start/end) are used throughout; absolute names (top, left)
 * and shorthands are mapped when the style is resolved (5.3). Writing mode is lr-tb.
 */
#ifndef PLIEGO_FO_STYLE_H
#define PLIEGO_FO_STYLE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/length.h"

/* length + percent of a base + a share of proportional units. */
typedef struct fo_length {
  mpt length;
  int32_t percent; /* thousandths of one per cent: 50 % is 50000 */
  int32_t units;   /* proportional-column-width(n) in thousandths */
  uint8_t is_auto; /* auto, none or normal: no length given */
  uint8_t pad[3];
} fo_length;

static inline bool fo_length_is_auto(fo_length l) {
  return l.is_auto;
}

static inline mpt fo_length_at(fo_length l, mpt base) {
  return mpt_clamp(l.length + muldiv(base, l.percent, 100000));
}

/* min/opt/max; auto where the part was not given. */
typedef struct fo_range {
  fo_length min, opt, max;
} fo_range;

#define SPACE_FORCE 32767 /* space precedence "force" */

typedef struct fo_space { /* space-specifier (4.3) */
  mpt min, opt, max;
  int16_t precedence; /* SPACE_FORCE: force */
  uint8_t retain;     /* conditionality */
  uint8_t pad;
} fo_space;

#define FO_KEEP_AUTO 0
#define FO_KEEP_ALWAYS 32767

typedef struct fo_keep { /* strengths: 0 auto, 1..32766 integers, FO_KEEP_ALWAYS */
  int16_t line, column, page;
  int16_t pad;
} fo_keep;

typedef struct fo_color { /* 8 bits a channel */
  uint8_t r, g, b, a;     /* a 0: transparent */
} fo_color;

typedef enum { SIDE_BEFORE, SIDE_AFTER, SIDE_START, SIDE_END } fo_side;

/* Enumerated values: one enumeration of every keyword (keywords.def), so that a value prints by itself. */
typedef enum {
#define FO_KEYWORD(id, text) FO_##id,
#include "fo/keywords.def"
#undef FO_KEYWORD
  FO_KEYWORD_COUNT
} fo_keyword;
typedef uint16_t fo_enum; /* an fo_keyword */

/* ---- inherited groups ---- */

typedef struct fo_font_style {
  const char *const *families; /* interned, NULL-terminated, in order of preference */
  mpt size;
  int16_t weight;  /* 100..900 */
  fo_enum slant;   /* FO_NORMAL, FO_ITALIC, FO_OBLIQUE */
  fo_enum stretch; /* FO_NORMAL, ... */
  fo_enum variant; /* FO_NORMAL, FO_SMALL_CAPS */
} fo_font_style;

typedef struct fo_text_style {
  fo_color color;
  fo_length line_height;      /* absolute, or is_auto for "normal" (numbers are already multiplied) */
  int32_t line_height_factor; /* the number in thousandths, where it was one: that is what is inherited; else 0 */
  fo_length text_indent;      /* percentage: of the block's width */
  fo_length last_line_end_indent;
  fo_space letter_spacing; /* opt 0 is "normal"; min/max give the line breaker room */
  fo_space word_spacing;
  fo_enum text_align;         /* FO_START FO_CENTER FO_END FO_JUSTIFY */
  fo_enum text_align_last;    /* as above or FO_RELATIVE */
  fo_enum text_transform;     /* FO_NONE FO_CAPITALIZE FO_UPPERCASE FO_LOWERCASE */
  fo_enum linefeed_treatment; /* FO_IGNORE FO_PRESERVE FO_TREAT_AS_SPACE FO_TREAT_AS_ZERO_WIDTH_SPACE */
  fo_enum white_space_treatment;
  uint8_t white_space_collapse;                 /* bool */
  uint8_t wrap;                                 /* bool: wrap-option */
  uint8_t hyphenate;                            /* bool */
  uint8_t hyphenation_push, hyphenation_remain; /* characters */
  uint8_t hyphenation_ladder;                   /* 0: no limit */
  fo_enum hyphenation_keep;                     /* FO_AUTO FO_COLUMN FO_PAGE */
  fo_enum line_stacking;                        /* FO_MAX_HEIGHT FO_FONT_HEIGHT FO_LINE_HEIGHT */
  uint8_t orphans, widows;
  uint16_t pad;
  uint32_t hyphen;      /* hyphenation-character, a code point */
  const char *language; /* interned, lower case "es"; NULL: none */
  const char *country;  /* interned, upper case "MX"; NULL: none */
} fo_text_style;

typedef struct fo_indent_style {      /* computed as in 5.3.2; inherited */
  fo_length start_indent, end_indent; /* percentage: of the containing reference area's width */
} fo_indent_style;

typedef struct fo_list_style { /* inherited */
  fo_length distance_between_starts, label_separation;
} fo_list_style;

typedef struct fo_inherited_style { /* what is inherited and has no group of its own */
  fo_enum border_collapse;          /* FO_COLLAPSE FO_SEPARATE (collapse-with-precedence counts as collapse) */
  fo_enum empty_cells, caption_side, display_align, relative_align;
  uint16_t pad;
  mpt border_separation_block, border_separation_inline;
  int16_t reference_orientation; /* 0 90 180 270 */
  uint8_t visible;
  uint8_t pad2;
} fo_inherited_style;

typedef struct fo_leader_style { /* inherited */
  fo_enum pattern;               /* FO_SPACE FO_RULE FO_DOTS FO_USE_CONTENT */
  fo_enum alignment;             /* FO_NONE FO_REFERENCE_AREA FO_PAGE */
  fo_enum rule_style;
  uint16_t pad;
  fo_length pattern_width; /* auto: use-font-metrics */
  fo_range length;         /* percentage: of the line's width */
  mpt rule_thickness;
} fo_leader_style;

/* ---- groups that are not inherited ---- */

typedef struct fo_border {
  fo_enum style;  /* FO_NONE FO_HIDDEN FO_SOLID FO_DASHED FO_DOTTED FO_DOUBLE FO_GROOVE ... */
  uint8_t retain; /* conditionality of the width */
  uint8_t pad;
  mpt width; /* 0 where the style is none or hidden */
  fo_color color;
  int32_t precedence;
} fo_border;

typedef struct fo_padding {
  fo_length width;
  uint8_t retain;
  uint8_t pad[3];
} fo_padding;

typedef struct fo_box_style { /* background, border, padding */
  fo_border border[4];        /* by fo_side */
  fo_padding padding[4];
  fo_color background;
  const char *background_image; /* interned URI; NULL */
  fo_enum background_repeat;
  uint16_t pad;
  fo_length background_x, background_y;
} fo_box_style;

typedef struct fo_block_style { /* space, keeps, breaks, span */
  fo_space space_before, space_after;
  fo_space space_start, space_end; /* inline areas */
  fo_keep keep_together, keep_with_next, keep_with_previous;
  fo_enum break_before, break_after; /* FO_AUTO FO_COLUMN FO_PAGE FO_EVEN_PAGE FO_ODD_PAGE */
  fo_enum span;                      /* FO_NONE FO_ALL */
  fo_enum clear;
} fo_block_style;

typedef struct fo_size_style {
  fo_range inline_progression, block_progression; /* width, height map to these */
  fo_enum overflow;                               /* FO_VISIBLE FO_HIDDEN FO_SCROLL FO_ERROR_IF_OVERFLOW FO_AUTO */
  fo_enum clip;
} fo_size_style;

typedef struct fo_inline_style {
  fo_length baseline_shift;   /* resolved to a length, up is positive; sub and super are resolved too */
  fo_length alignment_adjust; /* auto, or a length */
  fo_enum alignment_baseline; /* FO_BASELINE FO_MIDDLE FO_BEFORE_EDGE FO_AFTER_EDGE FO_TEXT_BEFORE_EDGE ... */
  fo_enum dominant_baseline;
  uint8_t underline, overline, line_through; /* decorations in force (own and ancestors') */
  uint8_t pad;
  fo_color decoration_color;
  uint32_t character; /* fo:character; 0 none */
} fo_inline_style;

typedef struct fo_table_style {
  fo_enum layout; /* FO_AUTO FO_FIXED */
  uint8_t omit_header_at_break, omit_footer_at_break;
  uint8_t starts_row, ends_row;
  uint8_t pad[2];
  fo_length column_width;                                  /* fo:table-column; auto if not given */
  int32_t column_number;                                   /* 0: not given */
  int32_t columns_repeated, columns_spanned, rows_spanned; /* 1 by default */
} fo_table_style;

typedef struct fo_position_style {
  fo_enum absolute_position; /* FO_AUTO FO_ABSOLUTE FO_FIXED */
  fo_enum relative_position; /* FO_STATIC FO_RELATIVE */
  fo_length top, right, bottom, left;
  int32_t z_index;
} fo_position_style;

typedef struct fo_graphic_style {
  const char *src; /* interned, without url(); NULL */
  const char *content_type;
  fo_length content_width, content_height;       /* auto; percentage: of the intrinsic size */
  fo_enum content_width_fit, content_height_fit; /* FO_NONE FO_SCALE_TO_FIT FO_SCALE_DOWN_TO_FIT FO_SCALE_UP_TO_FIT */
  fo_enum scaling;                               /* FO_UNIFORM FO_NON_UNIFORM */
  uint16_t pad;
} fo_graphic_style;

typedef struct fo_reference_style { /* names and references; interned strings, NULL where not given */
  const char *id, *ref_id, *internal_destination, *external_destination;
  const char *marker_class, *retrieve_class;
  const char *role, *alt_text; /* fox:alt-text */
  fo_enum show_destination, retrieve_position, retrieve_boundary, starting_state;
  fo_enum retrieve_position_within_table, retrieve_boundary_within_table;
  uint32_t pad;
} fo_reference_style;

typedef struct fo_page_style {                                          /* masters, regions, page sequences */
  const char *master_name, *master_reference, *region_name, *flow_name; /* interned */
  fo_length page_width, page_height;                                    /* auto: the default, 612 x 792 pt */
  fo_length margin[4]; /* by fo_side; page and region-body margins; percentage of the page's width */
  fo_length extent;
  fo_length column_gap;
  int32_t column_count;
  int32_t maximum_repeats;     /* -1: no-limit */
  int32_t initial_page_number; /* 0: auto, -1: auto-odd, -2: auto-even */
  fo_enum force_page_count;    /* FO_AUTO FO_EVEN FO_ODD FO_END_ON_EVEN FO_END_ON_ODD FO_NO_FORCE */
  fo_enum page_position;       /* FO_ANY FO_FIRST FO_LAST FO_REST FO_ONLY */
  fo_enum odd_or_even;         /* FO_ANY FO_ODD FO_EVEN */
  fo_enum blank_or_not_blank;  /* FO_ANY FO_BLANK FO_NOT_BLANK */
  uint8_t precedence;          /* region-before/-after */
  uint8_t pad[3];
  const char *format; /* "1" */
  const char *grouping_separator;
  int32_t grouping_size;
  int32_t pad2;
} fo_page_style;

typedef struct fo_style {
  /* inherited */
  const fo_font_style *font;
  const fo_text_style *text;
  const fo_indent_style *indent;
  const fo_list_style *list;
  const fo_inherited_style *inherited;
  const fo_leader_style *leader;
  /* not inherited */
  const fo_box_style *box;
  const fo_block_style *block;
  const fo_size_style *size;
  const fo_inline_style *inl;
  const fo_table_style *table;
  const fo_position_style *position;
  const fo_graphic_style *graphic;
  const fo_reference_style *reference;
  const fo_page_style *page;
} fo_style;

#endif
