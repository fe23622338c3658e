/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "thaw-document.h"

static const ThawBlock *
get_block (const ThawDocument *document,
           guint               at)
{
  return g_ptr_array_index (document->blocks, at);
}

static void
test_blocks (void)
{
  g_autoptr (ThawDocument) document = thaw_document_new ("What helps");
  g_autoptr (ThawRichText) text = thaw_rich_text_parse ("See [this](article:cbt).");
  g_autoptr (ThawDocument) copy = NULL;

  thaw_document_add (document, THAW_BLOCK_HEADING, "[Mine](own)");
  thaw_document_add_rich (document, THAW_BLOCK_ITEM, text);
  thaw_document_add (document, THAW_BLOCK_BLANK, "");
  copy = thaw_document_copy (document);
  g_clear_pointer (&document, thaw_document_free);

  g_assert_cmpstr (copy->title, ==, "What helps");
  g_assert_cmpuint (copy->blocks->len, ==, 3);
  g_assert_cmpint (get_block (copy, 0)->kind, ==, THAW_BLOCK_HEADING);
  g_assert_cmpstr (get_block (copy, 0)->text->plain, ==, "[Mine](own)");
  g_assert_cmpint (get_block (copy, 1)->kind, ==, THAW_BLOCK_ITEM);
  g_assert_cmpstr (get_block (copy, 1)->text->plain, ==, "See this.");
  g_assert_cmpuint (get_block (copy, 1)->text->links->len, ==, 1);
  g_assert_cmpint (get_block (copy, 2)->kind, ==, THAW_BLOCK_BLANK);
  g_assert_cmpstr (get_block (copy, 2)->text->plain, ==, "");
}

/* One after the other, as when something is printed along. */
static void
test_append (void)
{
  g_autoptr (ThawDocument) document = thaw_document_new ("What helps");
  g_autoptr (ThawDocument) other = thaw_document_new ("What to bring");

  thaw_document_add (document, THAW_BLOCK_PARAGRAPH, "A walk");
  thaw_document_add (other, THAW_BLOCK_ITEM, "Yourself");
  thaw_document_append (document, other);
  g_clear_pointer (&other, thaw_document_free);

  g_assert_cmpuint (document->blocks->len, ==, 3);
  g_assert_cmpint (get_block (document, 1)->kind, ==, THAW_BLOCK_HEADING);
  g_assert_cmpstr (get_block (document, 1)->text->plain, ==, "What to bring");
  g_assert_cmpstr (get_block (document, 2)->text->plain, ==, "Yourself");
}

static void
test_text (void)
{
  g_autoptr (ThawDocument) document = thaw_document_new ("What helps");
  g_autoptr (ThawRichText) link = thaw_rich_text_parse ("See [this](article:cbt).");
  g_autofree char *text = NULL;

  thaw_document_add (document, THAW_BLOCK_HEADING, "Here");
  thaw_document_add_rich (document, THAW_BLOCK_PARAGRAPH, link);
  thaw_document_add (document, THAW_BLOCK_ITEM, "A walk");
  thaw_document_add (document, THAW_BLOCK_ITEM, "Sleep");
  thaw_document_add (document, THAW_BLOCK_BLANK, "");
  thaw_document_add (document, THAW_BLOCK_SOURCE, "One");
  thaw_document_add (document, THAW_BLOCK_SOURCE, "Two");
  text = thaw_document_dup_text (document);
  g_assert_cmpstr (text, ==, "What helps\n\nHere\n\nSee this.\n\n• A walk\n• Sleep\n\nOne\nTwo\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/document/blocks", test_blocks);
  g_test_add_func ("/core/document/append", test_append);
  g_test_add_func ("/core/document/text", test_text);

  return g_test_run ();
}
