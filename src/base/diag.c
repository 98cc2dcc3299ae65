#include "base/diag.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/strbuf.h"

static const struct {
  const char *name;
  diag_severity severity;
  const char *text, *hint;
} codes[] = {
#define DIAG(code, severity, text, hint) {#code, DIAG_##severity, text, hint},
#include "base/diag.def"
#undef DIAG
};

static const char *const severity_names[] = {"note", "warning", "error"};

diag_list *diag_list_new(arena *a) {
  diag_list *l = ARENA_NEW(a, diag_list);
  l->arena = a;
  l->end = &l->first;
  l->once = map_new(a);
  return l;
}

static const char *keep(arena *a, const char *s) {
  return s ? arena_strdup(a, s) : NULL;
}

static diag *make(diag_list *l, diag_code code, diag_place place, va_list ap) {
  diag *d = ARENA_NEW(l->arena, diag);
  d->code = code;
  d->severity = codes[code].severity;
  d->place = place;
  d->place.file = keep(l->arena, place.file);
  d->place.element = keep(l->arena, place.element);
  d->place.template_file = keep(l->arena, place.template_file);
  for (int i = 0; i < DIAG_ARGS; i++) {
    const char *s = va_arg(ap, const char *);
    if (!s) break;
    d->args[i] = keep(l->arena, s);
  }
  return d;
}

static void append(diag_list *l, diag *d) {
  *l->end = d;
  l->end = &d->next;
  l->errors += d->severity == DIAG_ERROR;
  l->warnings += d->severity == DIAG_WARNING;
}

void diag_add(diag_list *l, diag_code code, diag_place place, ...) {
  va_list ap;
  va_start(ap, place);
  append(l, make(l, code, place, ap));
  va_end(ap);
}

void diag_add_once(diag_list *l, diag_code code, diag_place place, ...) {
  va_list ap;
  va_start(ap, place);
  diag *d = make(l, code, place, ap);
  va_end(ap);
  const char *key = arena_printf(l->arena, "%d %s", (int)code, d->args[0] ? d->args[0] : "");
  if (map_find_str(&l->once, key)) return;
  map_put_str(&l->once, key, d);
  append(l, d);
}

const char *diag_code_name(diag_code code) {
  return codes[code].name;
}

const char *diag_code_text(diag_code code) {
  return codes[code].text;
}

const char *diag_code_hint(diag_code code) {
  return codes[code].hint;
}

static void put_sentence(strbuf *b, const diag *d, const char *text) {
  for (const char *p = text; *p; p++) {
    if (p[0] == '%' && p[1] >= '1' && p[1] < '1' + DIAG_ARGS) {
      const char *arg = d->args[p[1] - '1'];
      strbuf_puts(b, arg ? arg : "");
      p++;
    } else if (p[0] == '%' && p[1] == 'e') {
      strbuf_puts(b, d->place.element ? d->place.element : "");
      p++;
    } else {
      strbuf_putc(b, *p);
    }
  }
}

const char *diag_format(arena *a, const diag *d, diag_translate translate) {
  strbuf b = strbuf_new(a);
  const diag_place *p = &d->place;
#define SAY(s) (translate ? translate(s) : (s))
  if (p->file) {
    strbuf_puts(&b, p->file);
    if (p->line) strbuf_printf(&b, ":%d", p->line);
    strbuf_puts(&b, ": ");
  }
  strbuf_puts(&b, SAY(severity_names[d->severity]));
  strbuf_puts(&b, ": ");
  put_sentence(&b, d, SAY(codes[d->code].text));
  if (codes[d->code].hint[0]) {
    strbuf_putc(&b, ' ');
    put_sentence(&b, d, SAY(codes[d->code].hint));
  }
  while (b.n && b.at[b.n - 1] == ' ') b.at[--b.n] = 0; /* an argument that was empty */
  if (p->template_file) {
    strbuf_puts(&b, " (");
    strbuf_puts(&b, SAY("template"));
    strbuf_putc(&b, ' ');
    strbuf_puts(&b, p->template_file);
    if (p->template_line) strbuf_printf(&b, ":%d", p->template_line);
    strbuf_putc(&b, ')');
  }
#undef SAY
  return b.at;
}
