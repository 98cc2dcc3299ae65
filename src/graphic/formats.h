/* formats: the checks of image files, for image.c only. Each reads headers and walks through the file to its end, so
 * that what decodes it later meets nothing cut short, contradictory or of a size that nobody meant. Pixels stay packed.
 */
#ifndef PLIEGO_GRAPHIC_FORMATS_H
#define PLIEGO_GRAPHIC_FORMATS_H

#include <stdbool.h>

#include "graphic/image.h"

#define IMAGE_MOST_PIXELS ((uint64_t)64 * 1000 * 1000)
#define IMAGE_LONGEST_SIDE 65535u

/* Why a file was refused: the diagnostic, and which part of the file (in the format's own words) is meant. */
typedef struct image_fault {
  diag_code code;
  char part[16];
} image_fault;

/* `im` has data and size; the rest is filled in. False: refused, and why. */
bool png_check(image *im, image_fault *fault);
bool jpeg_check(image *im, image_fault *fault);

/* Always false, so that a check ends with it. */
bool image_refuse(image_fault *fault, diag_code code, const char *part);
/* Neither nothing nor more than the limits above. */
bool image_dimensions(image *im, image_fault *fault, const char *part);
/* pixels x scale / density, at least 1 millipoint. `scale` is the millipoints in the unit that the density counts in. */
mpt image_side(uint32_t pixels, int64_t scale, int64_t density);

/* The bytes that a URI reference means: a local file, or data: itself. False: reported. `path` names it in messages. */
bool image_fetch(arena *a, const char *base, const char *uri, image *im, diag_list *diags, diag_place place);
/* The URI as messages show it: not longer than a line. */
const char *image_shown(arena *a, const char *uri);

#endif
