#include "words.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *slurp(FILE *f) {
  size_t n = 0, cap = 1 << 16;
  char *text = malloc(cap);
  while (text) {
    n += fread(text + n, 1, cap - n - 1, f);
    if (n + 1 < cap) break;
    char *more = realloc(text, cap *= 2);
    if (!more) free(text);
    text = more;
  }
  if (text) text[n] = 0;
  return text;
}

char *words_run(const char *command) {
  FILE *f = popen(command, "r");
  if (!f) return NULL;
  char *text = slurp(f);
  if (pclose(f) != 0) {
    free(text);
    return NULL;
  }
  return text;
}

char *words_read(const char *path) {
  FILE *f = fopen(path, "rb");
  if (!f) return NULL;
  char *text = slurp(f);
  fclose(f);
  return text;
}

static size_t join_hyphens(char *s) {
  char *to = s;
  for (const char *p = s; *p;) {
    if (!strncmp(p, "\xC2\xAD\n", 3)) {
      p += 3;
    } else if (!strncmp(p, "\xC2\xAD", 2)) {
      p += 2;
    } else if (p[0] == '-' && p[1] == '\n' && p > s && !isspace((unsigned char)p[-1])) {
      *to++ = '-';
      p += 2;
    } else {
      *to++ = *p++;
    }
  }
  *to = 0;
  return (size_t)(to - s);
}

static void drop_leaders(char *s) {
  for (char *p = s; *p;) {
    size_t dots = strspn(p, ".");
    if (dots >= 3) memset(p, ' ', dots);
    p += dots ? dots : 1;
  }
}

words words_split(char *text) {
  words w = {.text = text};
  join_hyphens(text);
  drop_leaders(text);
  for (char *p = strtok(text, " \t\r\n\f"); p; p = strtok(NULL, " \t\r\n\f")) {
    if (w.n == w.cap) {
      w.cap = w.cap ? w.cap * 2 : 1024;
      w.at = realloc(w.at, w.cap * sizeof *w.at);
      if (!w.at) abort();
    }
    w.at[w.n++] = p;
  }
  return w;
}

void words_free(words *w) {
  free(w->at);
  free(w->text);
  *w = (words){0};
}
