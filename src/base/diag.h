/* diag: everything the program has to say about its input. A diagnostic keeps its code and arguments;
 * sentences are made only when it is shown, so that they can be shown in any language, and sorted,
 * counted or turned into other formats first. Texts and severities stand in diag.def.
 */
#ifndef PLIEGO_BASE_DIAG_H
#define PLIEGO_BASE_DIAG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/map.h"

typedef enum { DIAG_NOTE, DIAG_WARNING, DIAG_ERROR } diag_severity;

typedef enum {
#define DIAG(code, severity, text, hint) DIAG_##code,
#include "base/diag.def"
#undef DIAG
  DIAG_CODE_COUNT
} diag_code;

/* Where. For FO made by a template, layout knows only `node` (the FO node's number in document order) and
 * perhaps the template's place; the source's file and line are filled in later from the origins. */
typedef struct diag_place {
  const char *file;    /* NULL: none known */
  int line;            /* 0: none known */
  const char *element; /* as written in the input, with prefix; NULL: none */
  uint32_t node;       /* FO node number from 1; 0: not from an FO tree */
  const char *template_file;
  int template_line;
} diag_place;

#define DIAG_ARGS 4

typedef struct diag {
  diag_code code;
  diag_severity severity;
  diag_place place;
  const char *args[DIAG_ARGS];
  struct diag *next;
} diag;

typedef struct diag_list {
  arena *arena; /* strings and entries are copied into it */
  diag *first, **end;
  int errors, warnings;
  map once; /* (code, first argument) said already */
} diag_list;

diag_list *diag_list_new(arena *a);
/* Adds one; the arguments are up to DIAG_ARGS strings closed by (const char *)NULL. */
void diag_add(diag_list *l, diag_code code, diag_place place, ...) __attribute__((sentinel));
/* The same, but only the first time for this code and first argument ("a warning once per name"). */
void diag_add_once(diag_list *l, diag_code code, diag_place place, ...) __attribute__((sentinel));

const char *diag_code_name(diag_code code); /* "UNKNOWN_PROPERTY" */
const char *diag_code_text(diag_code code); /* English, %1 .. %4 for the arguments, %e for the element */
const char *diag_code_hint(diag_code code); /* English: what to do; "" when the text says it */

/* Turns an English text into the reader's language; NULL for English. */
typedef const char *(*diag_translate)(const char *text);
/* "file:line: error: sentence. Hint. (template pat.xsl:88)" without line end, into `a`. */
const char *diag_format(arena *a, const diag *d, diag_translate translate);

#endif
