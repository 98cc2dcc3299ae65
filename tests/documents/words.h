/* words: text as a list of words, to compare what a PDF reads with what it must say. */
#ifndef PLIEGO_TESTS_WORDS_H
#define PLIEGO_TESTS_WORDS_H

#include <stddef.h>

typedef struct words {
  char **at;
  size_t n, cap;
  char *text; /* the words point into it */
} words;

/* The output of a shell command, or a file's bytes; NUL-terminated, to be freed; NULL when it failed. */
char *words_run(const char *command);
char *words_read(const char *path);

/* Splits (and takes) `text` at white space. Hyphens at line ends are joined first: a soft hyphen vanishes, a hard
 * one that ends a word stays and takes the next line's word to itself. Runs of three or more dots are leaders: dropped. */
words words_split(char *text);
void words_free(words *w);

#endif
