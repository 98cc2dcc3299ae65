#include "base/trap.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

_Noreturn void trap_fail(trap *t, trap_reason reason, const char *detail, ...) {
  if (!t) abort();
  t->reason = reason;
  va_list ap;
  va_start(ap, detail);
  vsnprintf(t->detail, sizeof t->detail, detail, ap);
  va_end(ap);
  longjmp(t->env, (int)reason);
}
