#include "text/justify.h"

/* Letter joints reach their limit when word spaces have used this part of theirs: the eye sees word gaps, not
 * hundredths of a point between letters. */
#define EAGER 4

static mpt64 least(mpt64 a, mpt64 b) {
  return a < b ? a : b;
}

/* All amounts positive: `want` out of what leaders, letters and spaces give. */
static adjustment share(mpt64 want, mpt64 leader, mpt64 letter, mpt64 space) {
  adjustment r = {0};
  r.leader = least(want, leader);
  want -= r.leader;
  if (!want) return r;
  if (letter > 0) {
    mpt64 whole = letter + space / EAGER;
    r.letter_share = want >= whole ? SHARE_WHOLE : (int32_t)muldiv(want, SHARE_WHOLE, whole);
    r.letter = want >= whole ? letter : muldiv(letter, r.letter_share, SHARE_WHOLE);
    if (!space) r.letter = least(want, letter);
  }
  r.space = want - r.letter;
  if (space > 0) r.ratio = r.space > space * (RATIO_MAX / 1000) ? RATIO_MAX : (int32_t)(r.space * 1000 / space);
  else if (r.space) {
    r.ratio = RATIO_MAX;
    r.rest = r.space;
    r.space = 0;
  }
  return r;
}

adjustment justify(const elastic *e, mpt64 surplus) {
  if (surplus >= 0) return share(surplus, e->leader_stretch, e->letter_stretch, e->space_stretch);
  adjustment r = share(-surplus, e->leader_shrink, e->letter_shrink, e->space_shrink);
  if (r.space > e->space_shrink) {
    r.rest = r.space - e->space_shrink;
    r.space = e->space_shrink;
    r.ratio = 1000;
  }
  if (r.ratio == RATIO_MAX) r.ratio = 1000;
  return (adjustment){-r.leader, -r.letter, -r.space, -r.rest, -r.ratio, -r.letter_share};
}
