#include "fo/property.h"

#include <assert.h>
#include <string.h>

#define OFFSET(group, member) offsetof(fo_groups, group.member)
#define SIZE(group, member) sizeof(((fo_groups *)0)->group.member)

const fo_group_info fo_group_table[FO_GROUP_COUNT] = {
#define FO_GROUP(member, inherited)                                                                                    \
  {offsetof(fo_groups, member), sizeof(((fo_groups *)0)->member), offsetof(fo_style, member), inherited},
#include "fo/groups.def"
#undef FO_GROUP
};

#define WORDS(...)                                                                                                     \
  .words = (const fo_word[]) {                                                                                         \
    __VA_ARGS__, {                                                                                                     \
      FO_KEYWORD_COUNT, 0                                                                                              \
    }                                                                                                                  \
  }
#define K(word)                                                                                                        \
  { FO_##word, FO_##word }
#define AS(word, trait)                                                                                                \
  { FO_##word, FO_##trait }
#define AS_INT(word, n)                                                                                                \
  { FO_##word, n }
#define LIMITS(lo, hi) .least = (lo), .most = (hi)
#define COMPANION(group, member) .companion = OFFSET(group, member), .companion_size = SIZE(group, member)
#define SIDE(n) .side = (n)
#define ABSOLUTE .absolute = true
#define PART .part = true
#define FIRST .first = true
#define STATE_BUILT .later = false
#define STATE_LATER .later = true

const fo_property fo_property_table[FO_PROPERTY_COUNT] = {
    {.name = "", .group = FO_GROUP_COUNT},
#define FO_PROPERTY(id, name_, group_, member, kind_, initial_, state, ...)                                            \
  {.name = name_,                                                                                                      \
   .initial = initial_,                                                                                                \
   .group = FO_GROUP_##group_,                                                                                         \
   .kind = FO_KIND_##kind_,                                                                                            \
   .offset = OFFSET(group_, member),                                                                                   \
   .size = SIZE(group_, member),                                                                                       \
   STATE_##state,                                                                                                      \
   __VA_ARGS__},
#define FO_PROPERTY_PLAIN(id, name_, initial_, state)                                                                  \
  {.name = name_, .initial = initial_, .group = FO_GROUP_COUNT, .kind = FO_KIND_PLAIN, STATE_##state},
#include "fo/properties.def"
#undef FO_PROPERTY
#undef FO_PROPERTY_PLAIN
};

const fo_shorthand fo_shorthand_table[FO_NAME_COUNT - FO_PROPERTY_COUNT] = {
#define P(id) FO_PROPERTY_##id
#define SIDES_BORDER(side) P(BORDER_##side##_WIDTH), P(BORDER_##side##_STYLE), P(BORDER_##side##_COLOR)
#define COUNT(...) sizeof((uint16_t[]){__VA_ARGS__}) / sizeof(uint16_t)
#define FO_SHORTHAND(id, name_, expansion_, level_, ...)                                                               \
  {.name = name_,                                                                                                      \
   .expansion = expansion_,                                                                                            \
   .level = level_,                                                                                                    \
   .target_count = COUNT(__VA_ARGS__),                                                                                 \
   .target = {__VA_ARGS__}},
#include "fo/shorthands.def"
#undef FO_SHORTHAND
#undef P
};

const fo_expansion_row fo_expansion_table[] = {
#define FO_EXPANSION(shorthand, value, property, component, expansion)                                                 \
  {FO_SHORTHAND_##shorthand, value, FO_PROPERTY_##property, FO_COMPONENT_##component, expansion},
#include "fo/expansions.def"
#undef FO_EXPANSION
};
const size_t fo_expansion_count = sizeof fo_expansion_table / sizeof *fo_expansion_table;

static const char *const component_names[FO_COMPONENT_COUNT] = {
    "",
#define FO_COMPONENT(id, name) name,
#include "fo/components.def"
#undef FO_COMPONENT
};

static const fo_slice keyword_slices[FO_KEYWORD_COUNT] = {
#define FO_KEYWORD(id, text) {text, sizeof(text) - 1},
#include "fo/keywords.def"
#undef FO_KEYWORD
};

static const char *const expected[FO_KIND_COUNT] = {
#define FO_KIND(id, function, text) text,
#include "fo/kinds.def"
#undef FO_KIND
};

static const struct {
  const char *name;
  uint32_t rgb;
} colors[] = {
#define FO_COLOR_NAME(name, rgb) {name, rgb},
#include "fo/colors.def"
#undef FO_COLOR_NAME
};

_Static_assert(FO_NAME_COUNT * 2 < FO_NAME_SLOTS, "the name index is too small");

const char *fo_name_text(uint16_t id) {
  return id < FO_PROPERTY_COUNT ? fo_property_table[id].name : fo_shorthand_table[id - FO_PROPERTY_COUNT].name;
}

static uint32_t hash_name(fo_slice s) {
  uint32_t h = 2166136261u;
  for (size_t i = 0; i < s.n; i++) h = (h ^ (unsigned char)s.at[i]) * 16777619u;
  return h ^ h >> 15;
}

void fo_name_index_fill(fo_name_index *x) {
  for (uint16_t id = 1; id < FO_NAME_COUNT; id++) {
    const char *name = fo_name_text(id);
    uint32_t s = hash_name((fo_slice){name, strlen(name)}) % FO_NAME_SLOTS;
    while (x->slot[s]) s = (s + 1) % FO_NAME_SLOTS;
    x->slot[s] = id;
  }
}

static uint16_t find_whole(const fo_name_index *x, fo_slice name) {
  uint32_t s = hash_name(name) % FO_NAME_SLOTS;
  for (; x->slot[s]; s = (s + 1) % FO_NAME_SLOTS)
    if (fo_slice_is(name, fo_name_text(x->slot[s]))) return x->slot[s];
  return FO_PROPERTY_NONE;
}

/* Which parts a compound of this kind has. */
static bool has_component(uint8_t kind, fo_component c) {
#define BIT(id) 1u << FO_COMPONENT_##id
  static const uint32_t parts[FO_KIND_COUNT] = {
      [FO_KIND_RANGE] = BIT(MINIMUM) | BIT(OPTIMUM) | BIT(MAXIMUM),
      [FO_KIND_SPACE] = BIT(MINIMUM) | BIT(OPTIMUM) | BIT(MAXIMUM) | BIT(CONDITIONALITY) | BIT(PRECEDENCE),
      [FO_KIND_LINE_HEIGHT] = BIT(MINIMUM) | BIT(OPTIMUM) | BIT(MAXIMUM) | BIT(CONDITIONALITY) | BIT(PRECEDENCE),
      [FO_KIND_BORDER_WIDTH] = BIT(LENGTH) | BIT(CONDITIONALITY),
      [FO_KIND_PADDING] = BIT(LENGTH) | BIT(CONDITIONALITY),
      [FO_KIND_KEEP] = BIT(WITHIN_LINE) | BIT(WITHIN_COLUMN) | BIT(WITHIN_PAGE),
      [FO_KIND_SEPARATION] = BIT(BLOCK_DIRECTION) | BIT(INLINE_DIRECTION),
  };
#undef BIT
  return parts[kind] >> c & 1;
}

fo_name fo_name_find(const fo_name_index *x, fo_slice name) {
  fo_name found = {find_whole(x, name), FO_COMPONENT_NONE};
  if (found.id != FO_PROPERTY_NONE) return found;
  const char *dot = memchr(name.at, '.', name.n);
  if (!dot) return found;
  size_t base = (size_t)(dot - name.at);
  fo_slice part = {dot + 1, name.n - base - 1};
  uint16_t id = find_whole(x, (fo_slice){name.at, base});
  if (id == FO_PROPERTY_NONE || id >= FO_PROPERTY_COUNT) return found;
  for (int c = FO_COMPONENT_NONE + 1; c < FO_COMPONENT_COUNT; c++)
    if (fo_slice_is(part, component_names[c]) && has_component(fo_property_table[id].kind, (fo_component)c))
      return (fo_name){id, (uint8_t)c};
  return found;
}

bool fo_slice_is(fo_slice s, const char *text) {
  return !strncmp(text, s.at, s.n) && !text[s.n];
}

static bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

fo_slice fo_slice_trim(fo_slice s) {
  while (s.n && is_space(*s.at)) s.at++, s.n--;
  while (s.n && is_space(s.at[s.n - 1])) s.n--;
  return s;
}

fo_slice fo_slice_next(fo_slice *rest) {
  *rest = fo_slice_trim(*rest);
  fo_slice piece = {rest->at, 0};
  int depth = 0;
  char quote = 0;
  while (piece.n < rest->n) {
    char c = piece.at[piece.n];
    if (quote) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '(') {
      depth++;
    } else if (c == ')') {
      depth--;
    } else if (depth <= 0 && is_space(c)) {
      break;
    }
    piece.n++;
  }
  rest->at += piece.n;
  rest->n -= piece.n;
  return piece;
}

static char lower(char c) {
  return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

fo_slice fo_keyword_slice(fo_enum k) {
  assert(k < FO_KEYWORD_COUNT);
  return keyword_slices[k];
}

bool fo_word_find(const fo_word *words, fo_slice text, int *value) {
  if (!words) return false;
  for (const fo_word *w = words; w->keyword != FO_KEYWORD_COUNT; w++) {
    fo_slice k = keyword_slices[w->keyword];
    if (k.n != text.n || lower(text.at[0]) != k.at[0]) continue;
    size_t i = 1;
    while (i < k.n && lower(text.at[i]) == k.at[i]) i++;
    if (i < k.n) continue;
    *value = w->value;
    return true;
  }
  return false;
}

static int compare_lower(fo_slice s, const char *name) {
  for (size_t i = 0; i < s.n; i++) {
    int d = (unsigned char)lower(s.at[i]) - (unsigned char)name[i];
    if (d) return d;
  }
  return name[s.n] ? -1 : 0;
}

bool fo_color_find(fo_slice name, fo_color *out) {
  size_t lo = 0, hi = sizeof colors / sizeof *colors;
  while (lo < hi) {
    size_t mid = (lo + hi) / 2;
    int d = compare_lower(name, colors[mid].name);
    if (!d) {
      uint32_t rgb = colors[mid].rgb;
      *out = (fo_color){(uint8_t)(rgb >> 16), (uint8_t)(rgb >> 8), (uint8_t)rgb, 255};
      return true;
    }
    if (d < 0) hi = mid;
    else lo = mid + 1;
  }
  return false;
}

const char *fo_kind_expected(fo_kind k) {
  return expected[k];
}
