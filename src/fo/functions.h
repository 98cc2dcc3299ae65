/* functions: the functions of expressions (XSL 1.1, 5.10). `p` is the property whose value is read. False: no value. */
#ifndef PLIEGO_FO_FUNCTIONS_H
#define PLIEGO_FO_FUNCTIONS_H

#include "fo/expression.h"

#define FO_ARGUMENT_LIMIT 8

typedef bool (*fo_function)(fo_resolver *r, const fo_property *p, const fo_value *args, int n, fo_value *out);

#define FO_FUNCTION(name, least, most, function)                                                                       \
  bool fo_call_##function(fo_resolver *r, const fo_property *p, const fo_value *args, int n, fo_value *out);
#include "fo/functions.def"
#undef FO_FUNCTION

#endif
