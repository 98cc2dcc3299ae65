/* expression: the values of properties (XSL 1.1, 5.9): numbers, lengths, percentages, arithmetic, functions. Everything is
 * in millionths of its unit and integer; percentages and proportional units stay apart until their base is known, so
 * a value is the sum  length + percent of a base + share of proportional units.
 */
#ifndef PLIEGO_FO_EXPRESSION_H
#define PLIEGO_FO_EXPRESSION_H

#include "fo/resolve.h"

#define FO_MICRO 1000000
#define FO_MICRO_MAX ((int64_t)1000000000 * FO_MICRO) /* larger values are clamped */

typedef struct fo_numeric {
  int64_t value;   /* points or, when not a length, the number; millionths */
  int64_t percent; /* millionths of one per cent */
  int64_t units;   /* proportional-column-width, millionths */
  bool length;
} fo_numeric;

typedef enum { FO_VALUE_NUMERIC, FO_VALUE_COLOR, FO_VALUE_TEXT, FO_VALUE_FIELD } fo_value_kind;

typedef struct fo_value {
  fo_value_kind kind;
  fo_numeric numeric;
  fo_color color;
  fo_slice text;               /* a name or literal */
  const fo_property *property; /* FIELD: a trait of another object, and what it is of */
  fo_component component;
  const void *field;
} fo_value;

/* False when the text is no expression, or one that has no value (division by 0, mixed units). */
bool fo_expression_read(fo_resolver *r, const fo_property *p, fo_slice text, fo_value *out);
/* The same where a number or length is wanted. */
bool fo_numeric_read(fo_resolver *r, const fo_property *p, fo_slice text, fo_numeric *out);

/* Sum, and difference for sign -1. */
fo_numeric fo_numeric_add(fo_numeric a, fo_numeric b, int sign);
/* a * b / c, rounded half away from zero and clamped; c is not 0. */
int64_t fo_numeric_scale(int64_t a, int64_t b, int64_t c);
/* Both numbers or both lengths; 0 is either. */
bool fo_numeric_alike(fo_numeric a, fo_numeric b);
/* Which of them is larger does not depend on a base that is not known. */
bool fo_numeric_comparable(fo_numeric a, fo_numeric b);
bool fo_numeric_from_length(const fo_length *l, fo_numeric *out);
/* A value as a number or length; traits of other objects too. */
bool fo_value_numeric(const fo_value *v, fo_numeric *out);
static inline void fo_value_set(fo_value *v, fo_numeric n) {
  *v = (fo_value){.kind = FO_VALUE_NUMERIC, .numeric = n};
}

/* To traits; false where the value is of another kind. 0 needs no unit. */
bool fo_numeric_length(fo_numeric n, fo_length *out);
bool fo_numeric_mpt(fo_numeric n, mpt base, mpt *out); /* percentages of base; base < 0: none allowed */
bool fo_numeric_integer(fo_numeric n, int64_t *out);   /* rounded */

#endif
