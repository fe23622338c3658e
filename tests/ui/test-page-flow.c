/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "print/thaw-page-flow.h"

#define PAGE_HEIGHT 100.0

static const double tens[] = { 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10 };
static const double too_high[] = { 250 };

static void
assert_piece (GArray *pieces,
              guint   index,
              guint   box,
              guint   first_line,
              guint   n_lines,
              guint   page,
              double  y)
{
  const ThawFlowPiece *piece = &g_array_index (pieces, ThawFlowPiece, index);

  g_assert_cmpuint (index, <, pieces->len);
  g_assert_cmpuint (piece->box, ==, box);
  g_assert_cmpuint (piece->first_line, ==, first_line);
  g_assert_cmpuint (piece->n_lines, ==, n_lines);
  g_assert_cmpuint (piece->page, ==, page);
  g_assert_cmpfloat (piece->y, ==, y);
}

/* One below the other, with room between them, but none at the top. */
static void
test_one_page (void)
{
  const ThawFlowBox boxes[] = { { 20, tens, 2, FALSE }, { 5, tens, 3, FALSE } };
  g_autoptr (GArray) pieces = thaw_page_flow (boxes, G_N_ELEMENTS (boxes), PAGE_HEIGHT);

  g_assert_cmpuint (pieces->len, ==, 2);
  assert_piece (pieces, 0, 0, 0, 2, 0, 0);
  assert_piece (pieces, 1, 1, 0, 3, 0, 25);
}

static void
test_break (void)
{
  const ThawFlowBox boxes[] = { { 0, tens, 8, FALSE }, { 5, tens, 1, FALSE }, { 5, tens, 1, FALSE } };
  g_autoptr (GArray) pieces = thaw_page_flow (boxes, G_N_ELEMENTS (boxes), PAGE_HEIGHT);

  g_assert_cmpuint (pieces->len, ==, 3);
  assert_piece (pieces, 1, 1, 0, 1, 0, 85);
  assert_piece (pieces, 2, 2, 0, 1, 1, 0);
}

/* A long one goes on at the top of the next page, and on the one after it. */
static void
test_split (void)
{
  const ThawFlowBox boxes[] = { { 0, tens, 5, FALSE }, { 10, tens, 15, FALSE } };
  g_autoptr (GArray) pieces = thaw_page_flow (boxes, G_N_ELEMENTS (boxes), PAGE_HEIGHT);

  g_assert_cmpuint (pieces->len, ==, 4);
  assert_piece (pieces, 1, 1, 0, 4, 0, 60);
  /* Ten would fit, and leave one alone on the last page. */
  assert_piece (pieces, 2, 1, 4, 9, 1, 0);
  assert_piece (pieces, 3, 1, 13, 2, 2, 0);
}

/* No single line below or above an edge. */
static void
test_no_single_line (void)
{
  const ThawFlowBox below[] = { { 0, tens, 9, FALSE }, { 0, tens, 4, FALSE } };
  const ThawFlowBox above[] = { { 0, tens, 8, FALSE }, { 0, tens, 3, FALSE } };
  const ThawFlowBox halves[] = { { 0, tens, 7, FALSE }, { 0, tens, 4, FALSE } };
  g_autoptr (GArray) below_pieces = thaw_page_flow (below, G_N_ELEMENTS (below), PAGE_HEIGHT);
  g_autoptr (GArray) above_pieces = thaw_page_flow (above, G_N_ELEMENTS (above), PAGE_HEIGHT);
  g_autoptr (GArray) halves_pieces = thaw_page_flow (halves, G_N_ELEMENTS (halves), PAGE_HEIGHT);

  assert_piece (below_pieces, 1, 1, 0, 4, 1, 0);
  assert_piece (above_pieces, 1, 1, 0, 3, 1, 0);
  assert_piece (halves_pieces, 1, 1, 0, 2, 0, 70);
  assert_piece (halves_pieces, 2, 1, 2, 2, 1, 0);
}

/* A heading goes along with what follows, and takes a heading above it along. */
static void
test_keep_with_next (void)
{
  const ThawFlowBox boxes[] = { { 0, tens, 6, FALSE }, { 5, tens, 1, TRUE }, { 5, tens, 1, TRUE },
                                { 5, tens, 5, FALSE } };
  const ThawFlowBox fitting[] = { { 0, tens, 6, FALSE }, { 5, tens, 1, TRUE }, { 5, tens, 5, FALSE } };
  g_autoptr (GArray) pieces = thaw_page_flow (boxes, G_N_ELEMENTS (boxes), PAGE_HEIGHT);
  g_autoptr (GArray) fitting_pieces = thaw_page_flow (fitting, G_N_ELEMENTS (fitting), PAGE_HEIGHT);

  assert_piece (pieces, 1, 1, 0, 1, 1, 0);
  assert_piece (pieces, 2, 2, 0, 1, 1, 15);
  assert_piece (pieces, 3, 3, 0, 5, 1, 30);
  assert_piece (fitting_pieces, 1, 1, 0, 1, 0, 65);
  assert_piece (fitting_pieces, 2, 2, 0, 2, 0, 80);
  assert_piece (fitting_pieces, 3, 2, 2, 3, 1, 0);
}

/* A heading at the very end has nothing to wait for. */
static void
test_heading_at_end (void)
{
  const ThawFlowBox boxes[] = { { 0, tens, 8, FALSE }, { 5, tens, 1, TRUE } };
  g_autoptr (GArray) pieces = thaw_page_flow (boxes, G_N_ELEMENTS (boxes), PAGE_HEIGHT);

  g_assert_cmpuint (pieces->len, ==, 2);
  assert_piece (pieces, 1, 1, 0, 1, 0, 85);
}

static void
test_too_high (void)
{
  const ThawFlowBox boxes[] = { { 0, tens, 1, FALSE }, { 5, too_high, 1, FALSE }, { 5, tens, 1, FALSE } };
  g_autoptr (GArray) pieces = thaw_page_flow (boxes, G_N_ELEMENTS (boxes), PAGE_HEIGHT);

  g_assert_cmpuint (pieces->len, ==, 3);
  assert_piece (pieces, 1, 1, 0, 1, 1, 0);
  assert_piece (pieces, 2, 2, 0, 1, 2, 0);
}

/* Headings without end do not keep each other from the paper. */
static void
test_headings_only (void)
{
  ThawFlowBox boxes[30];
  g_autoptr (GArray) pieces = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    boxes[i] = (ThawFlowBox) { 0, tens, 1, TRUE };
  pieces = thaw_page_flow (boxes, G_N_ELEMENTS (boxes), PAGE_HEIGHT);

  g_assert_cmpuint (pieces->len, ==, G_N_ELEMENTS (boxes));
  g_assert_cmpuint (g_array_index (pieces, ThawFlowPiece, pieces->len - 1).box, ==, G_N_ELEMENTS (boxes) - 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/page-flow/one-page", test_one_page);
  g_test_add_func ("/ui/page-flow/break", test_break);
  g_test_add_func ("/ui/page-flow/split", test_split);
  g_test_add_func ("/ui/page-flow/no-single-line", test_no_single_line);
  g_test_add_func ("/ui/page-flow/keep-with-next", test_keep_with_next);
  g_test_add_func ("/ui/page-flow/heading-at-end", test_heading_at_end);
  g_test_add_func ("/ui/page-flow/too-high", test_too_high);
  g_test_add_func ("/ui/page-flow/headings-only", test_headings_only);

  return g_test_run ();
}
