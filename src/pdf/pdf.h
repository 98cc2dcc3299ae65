/* pdf: pages of areas to a PDF file, through libharu's object layer. The only user of libharu. */
#ifndef PLIEGO_PDF_PDF_H
#define PLIEGO_PDF_PDF_H

#include "base/trap.h"
#include "layout/area.h"

typedef struct pdf_options {
  const char *date; /* ISO 8601 of the document; NULL: none is written */
  int64_t epoch;    /* SOURCE_DATE_EPOCH; used when `date` is NULL and epoch >= 0 */
} pdf_options;

typedef struct pdf_writer pdf_writer;

/* `document`: the document's arena; the writer lives in it. Springs the arena's trap on failure. */
pdf_writer *pdf_writer_new(arena *document, const fo_document *fo, const font_set *fonts, const pdf_options *options,
                           diag_list *diags);
/* The sink's calls (context: the writer). A page's content is deflated when the page is done. */
void pdf_page(void *writer, const page *p);
void pdf_late(void *writer, uint32_t page_index, const area *line);
/* Fonts, links, outline, metadata; then the whole file, bytes in the document's arena. */
void pdf_finish(pdf_writer *w, const unsigned char **bytes, size_t *size);
/* Gives back what libharu and HarfBuzz hold: also after the trap was sprung. w may be NULL. */
void pdf_writer_free(pdf_writer *w);

#endif
