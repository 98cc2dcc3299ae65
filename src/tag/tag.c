#include "tag/tag.h"

#include <assert.h>
#include <string.h>

typedef struct role_row {
  const char *name;
  tag_level level;
} role_row;

static const role_row roles[] = {
#define TAG_ROLE(id, name, level) {name, TAG_LEVEL_##level},
#include "tag/roles.def"
#undef TAG_ROLE
};

static const char *const numberings[] = {
#define TAG_NUMBERING(id, name) name,
#include "tag/numberings.def"
#undef TAG_NUMBERING
};

static const char *const scopes[] = {"", "Row", "Column", "Both"};

tag_tree *tag_tree_new(arena *a) {
  tag_tree *t = ARENA_NEW(a, tag_tree);
  t->arena = a;
  VEC_PUSH(a, t->nodes, (tag_node){.role = TAG_NONE});
  return t;
}

tag_id tag_add(tag_tree *t, tag_id parent, tag_role role) {
  assert(parent < t->nodes.n);
  if (t->nodes.n > UINT32_MAX) trap_fail(arena_trap(t->arena), TRAP_LIMIT, "%s", "structure elements");
  tag_id id = (tag_id)t->nodes.n;
  VEC_PUSH(t->arena, t->nodes, (tag_node){.role = role, .parent = parent, .row_span = 1, .column_span = 1});
  tag_node *above = &t->nodes.at[parent];
  if (above->last) t->nodes.at[above->last].next = id;
  else above->first = id;
  above->last = id;
  return id;
}

tag_node *tag_at(tag_tree *t, tag_id id) {
  assert(id < t->nodes.n);
  return &t->nodes.at[id];
}

tag_role tag_role_find(const char *name) {
  for (int i = 0; i < TAG_ROLE_COUNT; i++)
    if (roles[i].name[0] && !strcmp(roles[i].name, name)) return (tag_role)i;
  return TAG_ROLE_COUNT;
}

const char *tag_role_name(tag_role role) {
  return roles[role].name;
}

tag_level tag_role_level(tag_role role) {
  return roles[role].level;
}

const char *tag_numbering_name(uint8_t numbering) {
  assert(numbering < TAG_NUMBERING_COUNT);
  return numberings[numbering];
}

const char *tag_scope_name(uint8_t scope) {
  assert(scope < sizeof scopes / sizeof *scopes);
  return scopes[scope];
}

/* Text on one line: quotes, backslashes and control characters are escaped. */
static void put_quoted(strbuf *out, const char *name, const char *text) {
  if (!text) return;
  strbuf_printf(out, " %s=\"", name);
  for (const char *p = text; *p; p++) {
    if ((unsigned char)*p < 0x20) {
      strbuf_printf(out, "\\x%02X", (unsigned char)*p);
    } else {
      if (*p == '"' || *p == '\\') strbuf_putc(out, '\\');
      strbuf_putc(out, *p);
    }
  }
  strbuf_putc(out, '"');
}

static void put_word(strbuf *out, const char *name, const char *word) {
  if (word && word[0]) strbuf_printf(out, " %s=%s", name, word);
}

static void put_node(const tag_node *n, tag_id id, uint32_t depth, strbuf *out) {
  for (uint32_t i = 0; i < depth; i++) strbuf_puts(out, "  ");
  strbuf_printf(out, "%s #%u", n->role == TAG_NONE ? "-" : tag_role_name(n->role), (unsigned)id);
  put_word(out, "id", n->id);
  put_word(out, "lang", n->language);
  if (n->row_span > 1) strbuf_printf(out, " rows=%u", (unsigned)n->row_span);
  if (n->column_span > 1) strbuf_printf(out, " columns=%u", (unsigned)n->column_span);
  put_word(out, "scope", tag_scope_name(n->scope));
  put_word(out, "numbering", tag_numbering_name(n->numbering));
  put_quoted(out, "alt", n->alt);
  put_quoted(out, "actual", n->actual);
  strbuf_putc(out, '\n');
}

void tag_dump(const tag_tree *t, strbuf *out) {
  const tag_node *nodes = t->nodes.at;
  uint32_t depth = 0;
  for (tag_id id = nodes[0].first; id;) {
    put_node(&nodes[id], id, depth, out);
    if (nodes[id].first) {
      id = nodes[id].first;
      depth++;
      continue;
    }
    while (id && !nodes[id].next) {
      id = nodes[id].parent;
      if (id) depth--;
    }
    if (id) id = nodes[id].next;
  }
}
