/* trap: the one way out for a failed resource (memory, libharu, I/O, a limit).
 *
 * One trap exists per document; its owner arms it with TRAP_ARM (setjmp) and every arena and writer of
 * that document carries a pointer to it. trap_fail never returns. It must not be called below a frame of
 * a foreign library (a libxml2, HarfBuzz or libharu callback): record the failure there and call
 * trap_fail after the library has returned.
 */
#ifndef PLIEGO_BASE_TRAP_H
#define PLIEGO_BASE_TRAP_H

#include <setjmp.h>

typedef enum {
  TRAP_NONE = 0,
  TRAP_MEMORY, /* no memory, or the document's memory limit is reached */
  TRAP_PDF,    /* libharu reported an error */
  TRAP_IO,     /* reading or writing failed */
  TRAP_LIMIT   /* a limit of the format or of the program is exceeded */
} trap_reason;

typedef struct trap {
  jmp_buf env;
  trap_reason reason;
  char detail[256]; /* what failed, English, for the message's argument */
} trap;

/* 0 when armed; the trap_reason when a failure came back here. */
#define TRAP_ARM(t) ((t)->reason = TRAP_NONE, setjmp((t)->env))

/* Leaves to the armed frame. `detail` is a printf format. A null trap is a bug and aborts. */
_Noreturn void trap_fail(trap *t, trap_reason reason, const char *detail, ...) __attribute__((format(printf, 3, 4)));

#endif
