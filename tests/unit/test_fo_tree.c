/* The tree: nodes and text, what stands where it may not, ids and references, structure tags, metadata, hostile input. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "fo_fixture.h"

/* The dump from the flow's children on, without what every fixture has. */
static const char *flow_dump(const fo_fixture *f) {
  const char *dump = fo_fixture_dump(f), *flow = strstr(dump, "fo:flow ");
  assert_non_null(flow);
  return strchr(flow, '\n') + 1;
}

/* The tags below Document, Part, Sect. */
static const char *flow_tags(const fo_fixture *f) {
  const char *tags = fo_fixture_tags(f), *sect = strstr(tags, "Sect #3\n");
  assert_non_null(sect);
  return sect + strlen("Sect #3\n");
}

static void assert_flow(const char *flow, const char *dump, const char *messages) {
  fo_fixture f;
  fo_fixture_flow(&f, flow);
  assert_string_equal(flow_dump(&f), dump);
  assert_string_equal(fo_fixture_messages(&f), messages);
  fo_fixture_close(&f);
}

static void assert_tags(const char *flow, const char *tags) {
  fo_fixture f;
  fo_fixture_flow(&f, flow);
  assert_string_equal(flow_tags(&f), tags);
  assert_string_equal(fo_fixture_messages(&f), "");
  fo_fixture_close(&f);
}

/* ---- nodes ---- */

static void nodes_are_numbered_and_linked(void **state) {
  (void)state;
  fo_fixture f;
  fo_fixture_flow(&f, "\n<fo:block>a<fo:inline id='i'>b</fo:inline>c</fo:block>\n<fo:block id='last'/>");
  const fo_node *i = fo_fixture_find(&f, "i"), *last = fo_fixture_find(&f, "last");
  assert_int_equal(f.document->root->number, 1);
  assert_null(f.document->root->parent);
  assert_int_equal(i->number, 8); /* root, set, master, body, sequence, flow, block */
  assert_int_equal(i->line, 2);
  assert_int_equal(last->number, 9);
  assert_int_equal(last->line, 3);
  assert_int_equal(f.document->node_count, 9);
  assert_int_equal(i->first->element, FO_TEXT);
  assert_int_equal(i->first->number, i->number);
  assert_ptr_equal(i->first->parent, i);
  assert_ptr_equal(i->previous->next, i);
  assert_ptr_equal(i->parent->first, i->previous);
  assert_ptr_equal(i->parent->last, i->next);
  assert_ptr_equal(i->parent->next, last);
  assert_memory_equal(i->previous->text, "a", i->previous->text_size);
  diag_place p = fo_place(f.document, i);
  assert_string_equal(p.file, "test.fo");
  assert_string_equal(p.element, "fo:inline");
  assert_int_equal(p.line, 2);
  assert_int_equal(p.node, 8);
  fo_fixture_close(&f);
}

/* The count that the origins' run must agree with: every element, in declarations and foreign objects too. */
static void all_elements_are_counted(void **state) {
  (void)state;
  fo_fixture f;
  fo_fixture_open(&f, "<fo:root>" FO_FIXTURE_MASTERS
                      "<fo:declarations><a xmlns='urn:x'><b/><b><c/></b></a></fo:declarations>"
                      "<fo:page-sequence master-reference='m'><fo:flow flow-name='xsl-region-body'><fo:block>"
                      "<fo:instream-foreign-object fox:alt-text='y'><svg "
                      "xmlns='http://www.w3.org/2000/svg'><g/><g/></svg></fo:instream-foreign-object>"
                      "<fo:change-bar-begin><fo:x/></fo:change-bar-begin><q xmlns='urn:y'><r/></q><fo:inline "
                      "id='i'/></fo:block></fo:flow></fo:page-sequence></fo:root>");
  /* root 1, masters 2-4, declarations 5 with 6-9, sequence 10, flow 11, block 12, object 13 with 14-16, bar 17-18, q 19, r 20 */
  assert_int_equal(fo_fixture_find(&f, "i")->number, 21);
  assert_int_equal(f.document->node_count, 21);
  fo_fixture_close(&f);
}

static void text_is_joined(void **state) {
  (void)state;
  fo_fixture f;
  const char *xml = "<!DOCTYPE fo:root [<!ENTITY e 'x &#38;amp; y'><!ENTITY two '&e;&e;'>]>"
                    "<fo:root" FO_FIXTURE_SPACES ">" FO_FIXTURE_MASTERS
                    "<fo:page-sequence master-reference='m'><fo:flow flow-name='xsl-region-body'>"
                    "<fo:block role='&two;'>a<!-- c "
                    "-->b<![CDATA[<c>]]><?pi?>&two;&#xe1;</fo:block></fo:flow></fo:page-sequence></fo:root>";
  for (int k = 0; k < 2; k++) { /* entities put in by the parser, or left to us */
    fo_fixture_parse(&f, xml, strlen(xml), k ? XML_PARSE_NOENT : 0);
    assert_string_equal(flow_dump(&f), "      fo:block #7 P:4 role=\"x & yx & y\"\n"
                                       "        \"ab<c>x & yx & y\xC3\xA1\"\n");
    fo_fixture_close(&f);
  }
}

static void white_space_between_blocks_goes(void **state) {
  (void)state;
  assert_flow(
      "\n <fo:block>\n <fo:block>a</fo:block>\n <fo:block> b </fo:block>\n </fo:block>\n ",
      "      fo:block #7\n        fo:block #8 P:4\n          \"a\"\n        fo:block #9 P:5\n          \" b \"\n", "");
  assert_flow(
      "<fo:block linefeed-treatment='preserve'>\n<fo:block>a</fo:block></fo:block>",
      "      fo:block #7 linefeed-treatment=\"preserve\"\n        \"\\n\"\n        fo:block #8 P:4\n          \"a\"\n",
      "");
  assert_flow("<fo:block>a <fo:inline>b</fo:inline> <fo:inline>c</fo:inline></fo:block>",
              "      fo:block #7 P:4\n        \"a \"\n        fo:inline #8\n          \"b\"\n        \" \"\n"
              "        fo:inline #9\n          \"c\"\n",
              "");
}

/* ---- content ---- */

static void inline_content_of_a_flow_gets_a_block(void **state) {
  (void)state;
  assert_flow("\na <fo:inline>b</fo:inline> c<fo:block>d</fo:block>",
              "      fo:block #6 P:4\n        \"\\na \"\n        fo:inline #7\n          \"b\"\n        \" c\"\n"
              "      fo:block #8 P:5\n        \"d\"\n",
              "2 warning MISPLACED_TEXT fo:flow\n");
}

static void table_content_gets_its_cell(void **state) {
  (void)state;
  assert_flow(
      "<fo:table>\n<fo:table-body><fo:table-row>\n<fo:block>a</fo:block>b</fo:table-row></fo:table-body></fo:table>",
      "      fo:table #7 Table:4\n        fo:table-body #8 TBody:5\n          fo:table-row #9 TR:6\n"
      "            fo:table-cell #10 TD:7\n              fo:block #10 P:8\n                \"a\"\n"
      "              fo:block #9 P:9\n                \"b\"\n",
      "3 warning MISPLACED_WRAPPED fo:table-row\n3 warning MISPLACED_TEXT fo:table-cell\n");
  assert_flow("<fo:table><fo:block>a</fo:block></fo:table>",
              "      fo:table #7 Table:4\n        fo:table-body #8 TBody:5\n          fo:table-row #8 TR:6\n"
              "            fo:table-cell #8 TD:7\n              fo:block #8 P:8\n                \"a\"\n",
              "1 warning MISPLACED_WRAPPED fo:table\n");
}

static void list_content_gets_its_item(void **state) {
  (void)state;
  fo_fixture f;
  fo_fixture_flow(&f, "<fo:list-block>a</fo:list-block>");
  assert_string_equal(
      flow_dump(&f),
      "      fo:list-block #7 L:4\n        fo:list-item #7 LI:5\n          fo:list-item-body #7 LBody:6\n"
      "            fo:block #7 P:7\n              \"a\"\n");
  assert_string_equal(fo_fixture_messages(&f),
                      "1 warning MISPLACED_TEXT fo:list-block\n1 error MISSING_CHILD fo:list-item-label\n");
  fo_fixture_close(&f);
}

static void what_cannot_stand_anywhere_keeps_its_text(void **state) {
  (void)state;
  assert_flow(
      "\n<fo:block>a<fo:table-row><fo:table-cell><fo:block>b</fo:block></fo:table-cell></fo:table-row></fo:block>",
      "      fo:block #7 Div:4\n        \"a\" P:5\n        ? #8\n          ? #9\n            fo:block #10 P:6\n"
      "              \"b\"\n",
      "2 error MISPLACED_ELEMENT fo:block\n2 error MISPLACED_ELEMENT fo:block\n");
  assert_flow("<fo:block>a<fo:page-number>b<fo:inline>c</fo:inline></fo:page-number></fo:block>",
              "      fo:block #7 P:4\n        \"a\"\n        fo:page-number #8\n        \"b\"\n        fo:inline #9\n  "
              "        \"c\"\n",
              "");
}

static void unknown_elements_keep_their_text(void **state) {
  (void)state;
  fo_fixture f;
  fo_fixture_flow(
      &f,
      "\n<fo:block>a<fo:blink>b</fo:blink><x:y xmlns:x='urn:u'>c</x:y><fo:blink/><q xmlns='urn:v'>d</q></fo:block>");
  assert_string_equal(
      flow_dump(&f),
      "      fo:block #7 P:4\n        \"a\"\n        ? #8\n          \"b\"\n        ? #9\n          \"c\"\n"
      "        ? #10\n        ? #11\n          \"d\"\n");
  assert_string_equal(
      fo_fixture_messages(&f),
      "2 warning UNKNOWN_ELEMENT fo:blink\n2 warning UNKNOWN_ELEMENT x:y\n2 warning UNKNOWN_ELEMENT q\n");
  fo_fixture_close(&f);
}

static void stand_ins_keep_their_text(void **state) {
  (void)state;
  fo_fixture f;
  fo_fixture_flow(&f, "<fo:block>a<fo:bidi-override>b</fo:bidi-override><fo:float><fo:block>c</fo:block></fo:float>"
                      "<fo:bidi-override/></fo:block>");
  assert_non_null(strstr(flow_dump(&f), "fo:inline #8 P:5\n          \"b\""));
  assert_non_null(strstr(flow_dump(&f), "\"c\""));
  assert_string_equal(fo_fixture_messages(&f), "1 warning NOT_BUILT fo:bidi-override\n1 warning NOT_BUILT fo:float\n");
  fo_fixture_close(&f);
}

/* A wrapper among table parts is no node: what is in it stands in the table's part, with the wrapper's properties. */
static void wrappers_in_tables_vanish(void **state) {
  (void)state;
  assert_flow(
      "<fo:table><fo:table-body><fo:wrapper "
      "color='red'><fo:table-row><fo:table-cell><fo:block>a</fo:block></fo:table-cell>"
      "</fo:table-row></fo:wrapper></fo:table-body></fo:table>",
      "      fo:table #7 Table:4\n        fo:table-body #8 TBody:5\n          fo:table-row #10 TR:6 color=\"#ff0000\"\n"
      "            fo:table-cell #11 TD:7\n              fo:block #12 P:8\n                \"a\"\n",
      "");
}

static void what_is_missing_is_said(void **state) {
  (void)state;
  fo_fixture f;
  fo_fixture_open(
      &f, "<fo:root>\n<fo:page-sequence>\n<fo:flow><fo:block><fo:page-number-citation/><fo:external-graphic/>\n"
          "<fo:basic-link>x</fo:basic-link><fo:marker>y</fo:marker></fo:block></fo:flow></fo:page-sequence></fo:root>");
  assert_string_equal(fo_fixture_messages(&f),
                      "2 error MISSING_PROPERTY master-reference\n3 error MISSING_PROPERTY flow-name\n"
                      "3 error MISSING_PROPERTY ref-id\n3 error MISSING_PROPERTY src\n"
                      "4 error MISSING_PROPERTY internal-destination\n4 error MISSING_PROPERTY marker-class-name\n"
                      "1 error MISSING_CHILD fo:layout-master-set\n");
  fo_fixture_close(&f);
}

static void another_root_is_no_fo(void **state) {
  (void)state;
  fo_fixture f;
  const char *xml = "\n<programa><fo:block xmlns:fo='http://www.w3.org/1999/XSL/Format'/></programa>";
  fo_fixture_parse(&f, xml + 1, strlen(xml) - 1, 0);
  assert_null(f.document);
  assert_string_equal(fo_fixture_messages(&f), "1 error NOT_FO programa\n");
  fo_fixture_close(&f);
}

/* ---- ids ---- */

static void ids_and_references(void **state) {
  (void)state;
  fo_fixture f;
  fo_fixture_flow(
      &f, "\n<fo:block id='a'>x</fo:block>\n<fo:block id='a'>y</fo:block>\n"
          "<fo:block><fo:basic-link internal-destination='b'>z</fo:basic-link>\n<fo:page-number-citation ref-id='c'/>"
          "<fo:page-number-citation-last ref-id='a'/></fo:block>\n<fo:block id='b'/>");
  assert_int_equal(fo_fixture_find(&f, "a")->line, 2);
  assert_string_equal(fo_fixture_messages(&f), "3 error DUPLICATE_ID a\n5 error DANGLING_REFERENCE c\n");
  fo_fixture_close(&f);
}

static void bookmarks(void **state) {
  (void)state;
  fo_fixture f;
  fo_fixture_open(
      &f, "<fo:root>" FO_FIXTURE_MASTERS "<fo:bookmark-tree>"
          "<fo:bookmark internal-destination='a' starting-state='hide'><fo:bookmark-title> One\n  and "
          "</fo:bookmark-title>\n"
          "<fo:bookmark internal-destination='b'><fo:bookmark-title>Two</fo:bookmark-title></fo:bookmark></fo:bookmark>"
          "<fo:bookmark external-destination='url(x.pdf)'><fo:bookmark-title>Three</fo:bookmark-title></fo:bookmark>"
          "</fo:bookmark-tree><fo:page-sequence master-reference='m'><fo:flow flow-name='xsl-region-body'>"
          "<fo:block id='a'>x</fo:block></fo:flow></fo:page-sequence></fo:root>");
  assert_int_equal(f.document->bookmarks.n, 3);
  const fo_bookmark *m = f.document->bookmarks.at;
  assert_string_equal(m[0].title, "One and");
  assert_int_equal(m[0].open, 0);
  assert_int_equal(m[0].depth, 0);
  assert_string_equal(m[1].title, "Two");
  assert_int_equal(m[1].depth, 1);
  assert_int_equal(m[1].open, 1);
  assert_int_equal(m[1].line, 3);
  assert_string_equal(m[2].external_destination, "x.pdf");
  assert_int_equal(m[2].depth, 0);
  assert_string_equal(fo_fixture_messages(&f), "3 error DANGLING_REFERENCE b\n");
  fo_fixture_close(&f);
}

/* ---- metadata ---- */

static void metadata_from_xmp(void **state) {
  (void)state;
  fo_fixture f;
  fo_fixture_open(
      &f,
      "<fo:root xml:lang='es-MX'>" FO_FIXTURE_MASTERS "<fo:declarations><x:xmpmeta xmlns:x='adobe:ns:meta/'>"
      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:dc='http://purl.org/dc/elements/1.1/' "
      "xmlns:xmp='http://ns.adobe.com/xap/1.0/' xmlns:pdf='http://ns.adobe.com/pdf/1.3/'><rdf:Description "
      "pdf:Keywords=' a, b '>"
      "<dc:title><rdf:Alt><rdf:li xml:lang='en'>English</rdf:li><rdf:li xml:lang='x-default'> T\xC3\xADtulo "
      "</rdf:li></rdf:Alt></dc:title>"
      "<dc:creator><rdf:Seq><rdf:li>Ana</rdf:li><rdf:li>Eva</rdf:li></rdf:Seq></dc:creator>"
      "<dc:description>Plain</dc:description><xmp:CreatorTool>pliego</xmp:CreatorTool>"
      "<xmp:CreateDate>2026-01-22</xmp:CreateDate></rdf:Description></rdf:RDF></x:xmpmeta></fo:declarations>"
      "<fo:page-sequence master-reference='m'><fo:title>Other</fo:title><fo:flow "
      "flow-name='xsl-region-body'><fo:block/>"
      "</fo:flow></fo:page-sequence></fo:root>");
  const fo_metadata *m = &f.document->metadata;
  assert_string_equal(m->title, "T\xC3\xADtulo");
  assert_string_equal(m->author, "Ana, Eva");
  assert_string_equal(m->subject, "Plain");
  assert_string_equal(m->keywords, "a, b");
  assert_string_equal(m->creator, "pliego");
  assert_string_equal(m->language, "es-MX");
  assert_string_equal(m->date, "2026-01-22");
  assert_string_equal(fo_fixture_messages(&f), "");
  fo_fixture_close(&f);
}

static void metadata_from_the_document(void **state) {
  (void)state;
  fo_fixture f;
  fo_fixture_open(
      &f, "<fo:root language='es'>" FO_FIXTURE_MASTERS "<fo:page-sequence master-reference='m'>"
          "<fo:title>A <fo:inline>b</fo:inline></fo:title><fo:flow flow-name='xsl-region-body'><fo:block/></fo:flow>"
          "</fo:page-sequence></fo:root>");
  assert_string_equal(f.document->metadata.title, "A b");
  assert_string_equal(f.document->metadata.language, "es");
  assert_null(f.document->metadata.author);
  fo_fixture_close(&f);
}

/* ---- tags ---- */

static void blocks_become_paragraphs(void **state) {
  (void)state;
  assert_tags("<fo:block>a<fo:inline font-weight='bold'>b</fo:inline></fo:block>"
              "<fo:block><fo:block>c</fo:block><fo:block>d</fo:block></fo:block><fo:block/>"
              "<fo:block><fo:leader leader-pattern='rule'/></fo:block>",
              "      P #4\n      P #5\n      P #6\n");
}

static void mixed_blocks_get_paragraphs(void **state) {
  (void)state;
  fo_fixture f;
  fo_fixture_flow(&f, "<fo:block>a<fo:inline id='i'>b</fo:inline><fo:block id='k'>c</fo:block> d "
                      "<fo:wrapper id='w'><fo:block>e</fo:block>f</fo:wrapper></fo:block>");
  assert_string_equal(flow_tags(&f),
                      "      Div #4\n        P #5\n        P #6 id=k\n        P #7\n        P #8\n        P #9\n");
  assert_int_equal(fo_fixture_find(&f, "i")->tag, 5);
  assert_int_equal(fo_fixture_find(&f, "k")->tag, 6);
  assert_int_equal(fo_fixture_find(&f, "k")->next->tag, 7);
  assert_int_equal(fo_fixture_find(&f, "w")->last->tag, 9);
  fo_fixture_close(&f);
}

static void paragraphs_do_not_nest(void **state) {
  (void)state;
  assert_tags(
      "<fo:block role='H1' id='h'><fo:block>a</fo:block><fo:block>b</fo:block></fo:block>"
      "<fo:block>c<fo:basic-link external-destination='x'><fo:block>d</fo:block></fo:basic-link></fo:block>"
      "<fo:block role='Div'>e</fo:block><fo:block role='TOC'><fo:block role='TOCI'>f</fo:block></fo:block>",
      "      H1 #4 id=h\n      P #5\n        Link #6\n      Div #7\n        P #8\n      TOC #9\n        TOCI #10\n");
}

static void languages_and_alternatives(void **state) {
  (void)state;
  fo_fixture f;
  fo_fixture_open(&f,
                  "<fo:root xml:lang='es-MX'>" FO_FIXTURE_MASTERS "<fo:page-sequence master-reference='m'>"
                  "<fo:flow flow-name='xsl-region-body'><fo:block>a<fo:inline xml:lang='en'>b</fo:inline></fo:block>"
                  "<fo:block xml:lang='fr'>c<fo:inline xml:lang='fr'>d</fo:inline></fo:block>"
                  "<fo:block><fo:external-graphic src='a.png' fox:alt-text='a picture'/><fo:external-graphic "
                  "src='b.png' fox:alt-text=''/>"
                  "</fo:block></fo:flow></fo:page-sequence></fo:root>");
  assert_string_equal(fo_fixture_tags(&f),
                      "Document #1 lang=es-MX\n  Part #2\n    Sect #3\n      P #4\n        Span #5 lang=en\n"
                      "      P #6 lang=fr\n      P #7\n        Figure #8 alt=\"a picture\"\n");
  fo_fixture_close(&f);
}

static void artifacts(void **state) {
  (void)state;
  fo_fixture f;
  fo_fixture_open(
      &f, "<fo:root>" FO_FIXTURE_MASTERS "<fo:page-sequence master-reference='m'><fo:static-content flow-name='x'>"
          "<fo:block id='s' role='P'>a</fo:block></fo:static-content><fo:flow flow-name='xsl-region-body'>"
          "<fo:block><fo:marker marker-class-name='m'><fo:inline id='m'>b</fo:inline></fo:marker>c</fo:block>"
          "<fo:block role='artifact'><fo:block id='r' "
          "role='H1'>d</fo:block></fo:block></fo:flow></fo:page-sequence></fo:root>");
  assert_string_equal(flow_tags(&f), "      P #4\n");
  assert_int_equal(fo_fixture_find(&f, "s")->tag, TAG_ARTIFACT);
  assert_int_equal(fo_fixture_find(&f, "s")->first->tag, TAG_ARTIFACT);
  assert_int_equal(fo_fixture_find(&f, "m")->first->tag, TAG_ARTIFACT);
  assert_int_equal(fo_fixture_find(&f, "r")->first->tag, TAG_ARTIFACT);
  fo_fixture_close(&f);
}

static void unknown_roles_are_said_once(void **state) {
  (void)state;
  fo_fixture f;
  fo_fixture_flow(&f, "\n<fo:block role='Heading'>a</fo:block>\n<fo:block role='Heading'>b</fo:block>");
  assert_string_equal(flow_tags(&f), "      P #4\n      P #5\n");
  assert_string_equal(fo_fixture_messages(&f), "2 warning UNKNOWN_ROLE Heading\n");
  fo_fixture_close(&f);
}

static void tables(void **state) {
  (void)state;
  assert_tags(
      "<fo:table><fo:table-column/><fo:table-header><fo:table-row><fo:table-cell "
      "number-columns-spanned='2'><fo:block>a</fo:block>"
      "</fo:table-cell></fo:table-row></fo:table-header><fo:table-body><fo:table-row><fo:table-cell "
      "role='TH'><fo:block>b</fo:block>"
      "</fo:table-cell><fo:table-cell "
      "number-rows-spanned='3'><fo:block>c</fo:block></fo:table-cell></fo:table-row></fo:table-body></fo:table>",
      "      Table #4\n        THead #5\n          TR #6\n            TH #7 columns=2 scope=Column\n              P "
      "#8\n"
      "        TBody #9\n          TR #10\n            TH #11 scope=Row\n              P #12\n            TD #13 "
      "rows=3\n"
      "              P #14\n");
}

static void tables_without_rows(void **state) {
  (void)state;
  assert_tags(
      "<fo:table><fo:table-body><fo:table-cell><fo:block>a</fo:block></fo:table-cell><fo:table-cell ends-row='true'>"
      "<fo:block>b</fo:block></fo:table-cell><fo:table-cell><fo:block>c</fo:block></fo:table-cell><fo:table-cell "
      "starts-row='true'>"
      "<fo:block>d</fo:block></fo:table-cell></fo:table-body></fo:table>",
      "      Table #4\n        TBody #5\n          TR #6\n            TD #7\n              P #8\n            TD #9\n"
      "              P #10\n          TR #11\n            TD #12\n              P #13\n          TR #14\n            "
      "TD #15\n"
      "              P #16\n");
}

static void tables_that_are_none(void **state) {
  (void)state;
  assert_tags(
      "<fo:table role='Div'><fo:table-body><fo:table-row><fo:table-cell><fo:block>a</fo:block><fo:table><fo:table-body>"
      "<fo:table-cell><fo:block>b</fo:block></fo:table-cell></fo:table-body></fo:table></fo:table-cell></"
      "fo:table-row></fo:table-body></fo:table>",
      "      Div #4\n        P #5\n        Table #6\n          TBody #7\n            TR #8\n              TD #9\n      "
      "          P #10\n");
}

static void captions_stand_in_their_table(void **state) {
  (void)state;
  fo_fixture f;
  fo_fixture_flow(
      &f, "<fo:table-and-caption><fo:table-caption><fo:block>a</fo:block></fo:table-caption><fo:table><fo:table-body>"
          "<fo:table-cell><fo:block>b</fo:block></fo:table-cell></fo:table-body></fo:table></fo:table-and-caption>");
  assert_string_equal(flow_tags(&f),
                      "      Table #4\n        Caption #5\n          P #6\n        TBody #7\n          TR #8\n"
                      "            TD #9\n              P #10\n");
  fo_fixture_close(&f);
}

static void lists(void **state) {
  (void)state;
  static const struct {
    const char *first, *second, *numbering;
  } cases[] = {{"1.", "2.", " numbering=Decimal"},
               {"a)", "b)", " numbering=LowerAlpha"},
               {"(I)", "(II)", " numbering=UpperRoman"},
               {"i)", "ii)", " numbering=LowerRoman"},
               {"i)", "j)", " numbering=LowerAlpha"},
               {"C", "D", " numbering=UpperAlpha"},
               {"\xE2\x80\xA2", "\xE2\x80\xA2", " numbering=Disc"},
               {"-", "-", ""}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char flow[1000], tags[400];
    snprintf(flow, sizeof flow,
             "<fo:list-block><fo:list-item><fo:list-item-label><fo:block>%s</fo:block></"
             "fo:list-item-label><fo:list-item-body>"
             "<fo:block>x</fo:block></fo:list-item-body></fo:list-item><fo:list-item><fo:list-item-label><fo:block>%s</"
             "fo:block>"
             "</fo:list-item-label><fo:list-item-body><fo:block>y</fo:block></fo:list-item-body></fo:list-item></"
             "fo:list-block>",
             cases[i].first, cases[i].second);
    snprintf(tags, sizeof tags,
             "      L #4%s\n        LI #5\n          Lbl #6\n          LBody #7\n            P #8\n"
             "        LI #9\n          Lbl #10\n          LBody #11\n            P #12\n",
             cases[i].numbering);
    assert_tags(flow, tags);
  }
}

static void lists_that_are_contents(void **state) {
  (void)state;
  assert_tags(
      "<fo:list-block "
      "role='TOC'><fo:list-item><fo:list-item-label><fo:block>I</fo:block></fo:list-item-label><fo:list-item-body>"
      "<fo:block>x</fo:block></fo:list-item-body></fo:list-item></fo:list-block>",
      "      TOC #4\n        TOCI #5\n          Lbl #6\n          P #7\n");
}

static void markers_inherit_from_their_place(void **state) {
  (void)state;
  fo_fixture f;
  fo_fixture_open(&f, "<fo:root>" FO_FIXTURE_MASTERS
                      "<fo:page-sequence master-reference='m'><fo:static-content flow-name='x'>"
                      "<fo:block font-size='8pt' color='red'><fo:retrieve-marker id='r' "
                      "retrieve-class-name='c'/></fo:block></fo:static-content>"
                      "<fo:flow flow-name='xsl-region-body'><fo:block font-size='20pt'><fo:marker id='m' "
                      "marker-class-name='c' color='lime'>x"
                      "<fo:inline font-size='2em' "
                      "font-style='italic'>y<fo:inline>z</fo:inline></fo:inline></fo:marker>t</fo:block></fo:flow>"
                      "</fo:page-sequence></fo:root>");
  const fo_node *retrieve = fo_fixture_find(&f, "r"), *marker = fo_fixture_find(&f, "m");
  assert_int_equal(marker->last->style->font->size, 40000);
  const fo_node *copy = fo_marker_copy(f.document, f.arena, marker, retrieve);
  assert_int_equal(copy->element, FO_ELEMENT_MARKER);
  assert_ptr_equal(copy->style->text, retrieve->style->text);
  assert_ptr_equal(copy->first->style, copy->style);
  assert_memory_equal(copy->first->text, "x", 1);
  const fo_node *y = copy->last;
  assert_int_equal(y->style->font->size, 16000);
  assert_int_equal(y->style->font->slant, FO_ITALIC);
  assert_int_equal(y->last->style->font->size, 16000);
  assert_int_equal(y->last->style->text->color.r, 255);
  assert_ptr_equal(y->last->parent, y);
  assert_null(copy->first->previous);
  assert_int_equal(marker->last->style->font->size, 40000);
  fo_fixture_close(&f);
}

/* ---- hostile input ---- */

static void deep_nesting_is_flattened(void **state) {
  (void)state;
  static const char *const kinds[] = {"fo:block",   "fo:inline",     "fo:wrapper",  "fo:table",
                                      "fo:nothing", "fo:list-block", "fo:table-row"};
  for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
    const size_t depth = 10000, room = depth * 40 + 2000;
    char *flow = malloc(room), *p = flow;
    p += sprintf(p, "<fo:block>");
    for (size_t i = 0; i < depth; i++) p += sprintf(p, "<%s>", kinds[k]);
    p += sprintf(p, "bottom");
    for (size_t i = 0; i < depth; i++) p += sprintf(p, "</%s>", kinds[k]);
    sprintf(p, "</fo:block>");
    fo_fixture f;
    fo_fixture_flow(&f, flow);
    free(flow);
    assert_non_null(strstr(fo_fixture_messages(&f), "error TOO_DEEP 256\n"));
    assert_non_null(strstr(flow_dump(&f), "\"bottom\""));
    assert_int_equal(f.document->node_count, 7 + depth);
    fo_fixture_close(&f);
  }
}

static void wide_tables_are_limited(void **state) {
  (void)state;
  fo_fixture f;
  fo_fixture_flow(
      &f, "<fo:table><fo:table-column number-columns-repeated='2000000000' column-number='1000000000'/><fo:table-body>"
          "<fo:table-cell id='c' number-columns-spanned='2000000000' number-rows-spanned='2000000000' "
          "column-number='999'><fo:block>x</fo:block></fo:table-cell>"
          "<fo:table-cell "
          "text-align='from-table-column()'><fo:block>x</fo:block></fo:table-cell></fo:table-body></fo:table>");
  const fo_table_style *t = fo_fixture_find(&f, "c")->style->table;
  assert_int_equal(t->columns_spanned, 1000);
  assert_int_equal(t->rows_spanned, 32767);
  fo_fixture_close(&f);
}

/* Entities left to us are not expanded without end. */
static void entity_bombs_are_limited(void **state) {
  (void)state;
  char xml[8000], *p = xml;
  p += sprintf(p, "<!DOCTYPE fo:root [<!ENTITY e0 'abcdefghij'>");
  for (int i = 1; i < 12; i++) {
    p += sprintf(p, "<!ENTITY e%d '", i);
    for (int k = 0; k < 10; k++) p += sprintf(p, "&e%d;", i - 1);
    p += sprintf(p, "'>");
  }
  sprintf(p, "]><fo:root" FO_FIXTURE_SPACES ">" FO_FIXTURE_MASTERS "<fo:page-sequence master-reference='m'>"
             "<fo:flow flow-name='xsl-region-body'><fo:block>&e11;</fo:block></fo:flow></fo:page-sequence></fo:root>");
  fo_fixture f;
  memset(&f, 0, sizeof f);
  f.arena = arena_new(&f.trap, 0);
  f.diags = diag_list_new(f.arena);
  xmlDoc *doc =
      xmlReadMemory(xml, (int)strlen(xml), "test.fo", NULL, XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOERROR);
  if (doc) {
    f.document = fo_document_build(f.arena, doc, "test.fo", f.diags);
    assert_true(arena_held(f.arena) < 64u << 20);
    xmlFreeDoc(doc);
  }
  fo_fixture_close(&f);
}

/* No memory: the trap is sprung, and nothing is left behind. */
static void memory_limits_are_kept(void **state) {
  (void)state;
  const char *xml =
      "<fo:root" FO_FIXTURE_SPACES ">" FO_FIXTURE_MASTERS "<fo:page-sequence master-reference='m'>"
      "<fo:flow flow-name='xsl-region-body'><fo:block border='1pt solid' font='bold 9pt a, b'>x</fo:block></fo:flow>"
      "</fo:page-sequence></fo:root>";
  xmlDoc *doc = xmlReadMemory(xml, (int)strlen(xml), "test.fo", NULL, 0);
  for (size_t limit = 1000; limit < 400000; limit += 7919) {
    trap t;
    arena *messages = arena_new(&t, 0), *a = arena_new(&t, limit);
    if (!TRAP_ARM(&t)) fo_document_build(a, doc, "test.fo", diag_list_new(messages));
    else assert_int_equal(t.reason, TRAP_MEMORY);
    arena_free(a);
    arena_free(messages);
  }
  xmlFreeDoc(doc);
  xmlCleanupParser();
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(nodes_are_numbered_and_linked),
      cmocka_unit_test(all_elements_are_counted),
      cmocka_unit_test(text_is_joined),
      cmocka_unit_test(white_space_between_blocks_goes),
      cmocka_unit_test(inline_content_of_a_flow_gets_a_block),
      cmocka_unit_test(table_content_gets_its_cell),
      cmocka_unit_test(list_content_gets_its_item),
      cmocka_unit_test(what_cannot_stand_anywhere_keeps_its_text),
      cmocka_unit_test(unknown_elements_keep_their_text),
      cmocka_unit_test(stand_ins_keep_their_text),
      cmocka_unit_test(wrappers_in_tables_vanish),
      cmocka_unit_test(what_is_missing_is_said),
      cmocka_unit_test(another_root_is_no_fo),
      cmocka_unit_test(ids_and_references),
      cmocka_unit_test(bookmarks),
      cmocka_unit_test(metadata_from_xmp),
      cmocka_unit_test(metadata_from_the_document),
      cmocka_unit_test(blocks_become_paragraphs),
      cmocka_unit_test(mixed_blocks_get_paragraphs),
      cmocka_unit_test(paragraphs_do_not_nest),
      cmocka_unit_test(languages_and_alternatives),
      cmocka_unit_test(artifacts),
      cmocka_unit_test(unknown_roles_are_said_once),
      cmocka_unit_test(tables),
      cmocka_unit_test(tables_without_rows),
      cmocka_unit_test(tables_that_are_none),
      cmocka_unit_test(captions_stand_in_their_table),
      cmocka_unit_test(lists),
      cmocka_unit_test(lists_that_are_contents),
      cmocka_unit_test(markers_inherit_from_their_place),
      cmocka_unit_test(deep_nesting_is_flattened),
      cmocka_unit_test(wide_tables_are_limited),
      cmocka_unit_test(entity_bombs_are_limited),
      cmocka_unit_test(memory_limits_are_kept),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
