#include "layout/space.h"

bool space_is_void(const fo_space *s) {
  return s->min == 0 && s->opt == 0 && s->max == 0 && s->precedence == 0;
}

static fo_space sum_of_forcing(const fo_space *s, size_t n) {
  mpt64 min = 0, opt = 0, max = 0;
  for (size_t i = 0; i < n; i++) {
    if (s[i].precedence != SPACE_FORCE) continue;
    min += s[i].min;
    opt += s[i].opt;
    max += s[i].max;
  }
  return (fo_space){.min = mpt_clamp(min), .opt = mpt_clamp(opt), .max = mpt_clamp(max)};
}

/* Of the highest precedence the largest optimum; of several with that, the narrowest range. */
static fo_space strongest(const fo_space *s, size_t n) {
  fo_space best = s[0];
  for (size_t i = 1; i < n; i++) {
    if (s[i].precedence < best.precedence) continue;
    if (s[i].precedence > best.precedence || s[i].opt > best.opt) {
      best = s[i];
    } else if (s[i].opt == best.opt) {
      best.min = mpt_max(best.min, s[i].min);
      best.max = mpt_min(best.max, s[i].max);
    }
  }
  return best;
}

fo_space space_resolve(const fo_space *s, size_t n, bool begins, bool ends) {
  while (begins && n && !s->retain) s++, n--;
  while (ends && n && !s[n - 1].retain) n--;
  if (!n) return (fo_space){0};
  for (size_t i = 0; i < n; i++) {
    if (s[i].precedence == SPACE_FORCE) return sum_of_forcing(s, n);
  }
  fo_space r = strongest(s, n);
  r.min = mpt_min(r.min, r.opt);
  r.max = mpt_max(r.max, r.opt);
  return r;
}
