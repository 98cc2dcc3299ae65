/* read: one reader for each kind of property value (kinds.def). A reader writes the trait at `field` on the workbench
 * and returns false when it does not understand the value; then nothing has been written.
 */
#ifndef PLIEGO_FO_READ_H
#define PLIEGO_FO_READ_H

#include "fo/expression.h"

#define FO_KIND(id, function, expected)                                                                                \
  bool fo_read_##function(fo_resolver *r, const fo_property *p, fo_component c, fo_slice v, void *field);
#include "fo/kinds.def"
#undef FO_KIND

#endif
