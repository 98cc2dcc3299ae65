/* JPEG (ITU-T T.81): segments, each behind a marker FF xx.
 *
 *     SOI | APP0 "JFIF": density | APP14 "Adobe" | DQT DHT ... | SOF: size | SOS data [RST data ...] | ... | EOI
 *           most: length(2, counts itself) payload            |  scan data: FF is followed by 00 or RST only
 *
 * What PDF shows (DCTDecode, ISO 32000-1, 7.4.8): baseline, extended and progressive frames of 8 bits with Huffman
 * codes, in 1, 3 or 4 colours. Four colours written by Adobe's programs are inverted.
 */
#include <string.h>

#include "graphic/formats.h"

enum {
  SOF0 = 0xC0,
  DHT = 0xC4,
  JPG = 0xC8,
  DAC = 0xCC,
  SOF15 = 0xCF,
  RST0 = 0xD0,
  RST7 = 0xD7,
  SOI = 0xD8,
  EOI = 0xD9,
  SOS = 0xDA,
  DHP = 0xDE,
  EXP = 0xDF,
  APP0 = 0xE0,
  APP14 = 0xEE,
  TEM = 0x01
};

typedef struct reader {
  image *im;
  image_fault *fault;
  bool frame, scan, adobe;
  unsigned density_unit, density_x, density_y; /* JFIF: 1 per inch, 2 per centimetre */
} reader;

static unsigned number(const unsigned char *p) {
  return (unsigned)p[0] << 8 | p[1];
}

static bool read_frame(reader *r, unsigned marker, const unsigned char *d, unsigned n) {
  image *im = r->im;
  if (marker > 0xC2) return image_refuse(r->fault, DIAG_IMAGE_KIND, "JPEG");
  if (r->frame || n < 6 || n != 6 + 3u * d[5]) return image_refuse(r->fault, DIAG_IMAGE_DAMAGED, "SOF");
  r->frame = true;
  im->bit_depth = d[0];
  im->rows = number(d + 1);
  im->columns = number(d + 3);
  im->components = d[5];
  if (d[0] != 8 || (d[5] != 1 && d[5] != 3 && d[5] != 4)) return image_refuse(r->fault, DIAG_IMAGE_KIND, "JPEG");
  for (unsigned i = 0; i < d[5]; i++) {
    unsigned sampling = d[7 + 3 * i], across = sampling >> 4, down = sampling & 15;
    if (across < 1 || across > 4 || down < 1 || down > 4) return image_refuse(r->fault, DIAG_IMAGE_DAMAGED, "SOF");
  }
  return image_dimensions(im, r->fault, "SOF");
}

static void read_jfif(reader *r, const unsigned char *d, unsigned n) {
  if (n < 12 || memcmp(d, "JFIF", 5)) return;
  r->density_unit = d[7];
  r->density_x = number(d + 8);
  r->density_y = number(d + 10);
}

static bool read_segment(reader *r, unsigned marker, const unsigned char *d, unsigned n) {
  if (marker >= SOF0 && marker <= SOF15 && marker != DHT && marker != JPG && marker != DAC)
    return read_frame(r, marker, d, n);
  if (marker == DHP || marker == EXP || marker == DAC) return image_refuse(r->fault, DIAG_IMAGE_KIND, "JPEG");
  if (marker == APP0) read_jfif(r, d, n);
  if (marker == APP14 && n >= 12 && !memcmp(d, "Adobe", 5)) r->adobe = true;
  if (marker == SOS) {
    if (!r->frame) return image_refuse(r->fault, DIAG_IMAGE_PART_MISSING, "SOF");
    if (n < 6 || d[0] < 1 || d[0] > 4 || n != 4 + 2u * d[0]) return image_refuse(r->fault, DIAG_IMAGE_DAMAGED, "SOS");
    r->scan = true;
  }
  return true;
}

/* Behind the data of a scan: at the FF of the next marker, or at `end`. */
static const unsigned char *skip_scan(const unsigned char *p, const unsigned char *end) {
  while (p < end && (p = memchr(p, 0xFF, (size_t)(end - p)))) {
    if (p + 1 == end) break;
    if (p[1] && p[1] != 0xFF && (p[1] < RST0 || p[1] > RST7)) return p;
    p += p[1] == 0xFF ? 1 : 2;
  }
  return end;
}

/* A density of 1 x 1 without unit, or none, leaves the size to the default. */
static void measure(reader *r) {
  image *im = r->im;
  if (!r->density_x || !r->density_y) return;
  if (r->density_unit == 1) {
    im->width = image_side(im->columns, 72000, r->density_x);
    im->height = image_side(im->rows, 72000, r->density_y);
  } else if (r->density_unit == 2) { /* an inch is 2.54 cm */
    im->width = image_side(im->columns, 7200000, 254 * (int64_t)r->density_x);
    im->height = image_side(im->rows, 7200000, 254 * (int64_t)r->density_y);
  }
}

static bool finish(reader *r, const unsigned char *end) {
  if (!r->frame) return image_refuse(r->fault, DIAG_IMAGE_PART_MISSING, "SOF");
  if (!r->scan) return image_refuse(r->fault, DIAG_IMAGE_PART_MISSING, "SOS");
  r->im->size = (size_t)(end - r->im->data);
  r->im->inverted = r->adobe && r->im->components == 4;
  measure(r);
  return true;
}

bool jpeg_check(image *im, image_fault *fault) {
  reader r = {.im = im, .fault = fault};
  const unsigned char *p = im->data + 2, *end = im->data + im->size;
  im->format = IMAGE_JPEG;
  for (;;) {
    if (end - p < 2) return image_refuse(fault, DIAG_IMAGE_CUT, "");
    if (*p++ != 0xFF) return image_refuse(fault, DIAG_IMAGE_DAMAGED, "JPEG");
    while (p < end && *p == 0xFF) p++; /* fill bytes */
    if (p == end) return image_refuse(fault, DIAG_IMAGE_CUT, "");
    unsigned marker = *p++;
    if (marker == EOI) return finish(&r, p);
    if (marker == SOI || !marker) return image_refuse(fault, DIAG_IMAGE_DAMAGED, "JPEG");
    if (marker == TEM || (marker >= RST0 && marker <= RST7)) continue;
    if (end - p < 2) return image_refuse(fault, DIAG_IMAGE_CUT, "");
    unsigned length = number(p);
    if (length < 2) return image_refuse(fault, DIAG_IMAGE_DAMAGED, "JPEG");
    if (length > (size_t)(end - p)) return image_refuse(fault, DIAG_IMAGE_CUT, "");
    if (!read_segment(&r, marker, p + 2, length - 2)) return false;
    p += length;
    if (marker == SOS) p = skip_scan(p, end);
  }
}
