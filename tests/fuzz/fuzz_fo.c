/* libFuzzer's entry: any bytes as an FO document, all the way to a PDF in memory, through the public API. The session
 * (fonts, hyphenation) is opened once. What is asserted beyond "it does not crash": a result comes, it says why there is
 * no PDF when there is none, and the PDF that there is begins and ends as one.
 *
 * Run from the root of the sources: fonts and images are found there.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "pliego/pliego.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(int truth) {
  if (!truth) abort();
}

static void render(pliego_session *session, const uint8_t *data, size_t size, pliego_stage stage) {
  pliego_render_options options = PLIEGO_RENDER_OPTIONS_INIT;
  options.stage = stage;
  options.memory_limit = (size_t)256 << 20;
  pliego_document *d = pliego_render_memory(session, data, size, "tests/cases/fuzz.fo", &options);
  require(d != NULL);
  size_t count = pliego_document_diagnostic_count(d), bytes_size = 0;
  const char *bytes = pliego_document_bytes(d, &bytes_size);
  for (size_t i = 0; i < count; i++) require(pliego_document_message(d, i, NULL) != NULL);
  if (pliego_document_status(d) != PLIEGO_DONE) require(count > 0);
  if (stage == PLIEGO_PDF && pliego_document_status(d) == PLIEGO_DONE)
    require(bytes && bytes_size > 100 && !memcmp(bytes, "%PDF-1.", 7) && memmem(bytes + bytes_size - 8, 8, "%%EOF", 5));
  pliego_document_free(d);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static pliego_session *session; /* of this program, to its end */
  const char *const fonts[] = {"fonts", NULL};
  const char *const hyphens[] = {"/usr/share/hyphen", NULL};
  if (!session) session = pliego_session_new(&(pliego_session_options){fonts, hyphens, NULL, NULL});
  require(session != NULL);
  render(session, data, size, PLIEGO_PDF);
  if (size % 8 == 0) render(session, data, size, PLIEGO_DUMP_FO);
  if (size % 8 == 1) render(session, data, size, PLIEGO_DUMP_ITEMS);
  if (size % 8 == 2) render(session, data, size, PLIEGO_DUMP_AREAS);
  return 0;
}
