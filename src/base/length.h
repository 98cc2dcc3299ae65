/* length: all measures are whole millipoints; sums that can grow are 64 bits wide. No floating point
 * before the PDF operators, so that the same input gives the same bytes on every machine. */
#ifndef PLIEGO_BASE_LENGTH_H
#define PLIEGO_BASE_LENGTH_H

#include <stdint.h>

typedef int32_t mpt;   /* millipoints: 1/72000 inch */
typedef int64_t mpt64; /* sums of mpt */

#define MPT_PT 1000
#define MPT_MAX 1000000000 /* 1,000,000 pt: larger input is clamped by the parser */

/* a * b / c, rounded half away from zero, held within 64 bits; c > 0. */
static inline int64_t muldiv(int64_t a, int64_t b, int64_t c) {
  int64_t p;
  if (!__builtin_mul_overflow(a, b, &p) && p > INT64_MIN / 2 && p < INT64_MAX / 2 && c < INT64_MAX / 2)
    return p >= 0 ? (p + c / 2) / c : -((-p + c / 2) / c);
  __extension__ typedef __int128 wide;
  wide w = (wide)a * b;
  w = (w >= 0 ? w + c / 2 : w - c / 2) / c;
  return w > INT64_MAX ? INT64_MAX : w < INT64_MIN ? INT64_MIN : (int64_t)w;
}

static inline mpt mpt_clamp(int64_t v) {
  return v > MPT_MAX ? MPT_MAX : v < -MPT_MAX ? -MPT_MAX : (mpt)v;
}

static inline mpt mpt_max(mpt a, mpt b) {
  return a > b ? a : b;
}

static inline mpt mpt_min(mpt a, mpt b) {
  return a < b ? a : b;
}

#endif
