/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <libintl.h>
#include <locale.h>

#include "content/thaw-content.h"
#include "content/thaw-help-line-loader.h"
#include "content/thaw-library-loader.h"
#include "thaw-bench.h"

#define N_RUNS 50

/* Words that are in many texts, as they are while somebody types. */
static const char *const words[] = { "f", "fe", "fee", "feel", "feeling", "feelings", "feelings with", "feelings without" };

static ThawLibrary *
load_library (const ThawContent *content)
{
  g_autoptr (GError) error = NULL;
  ThawLibrary *library = thaw_library_loader_load (content->practice_catalog, content->vocabulary, &error);

  if (library == NULL)
    g_error ("%s", error->message);

  return library;
}

/* The first costs more than all others: its pages come into memory, and the catalogue of translations. */
static void
bench_load (const ThawContent *content,
            const char        *name,
            guint              n_runs)
{
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < n_runs; i++)
    {
      double start = thaw_bench_now_ms ();
      g_autoptr (ThawLibrary) library = load_library (content);

      g_array_append_vals (samples, &(double) { thaw_bench_now_ms () - start }, 1);
    }

  thaw_bench_report (name, samples);
}

static void
bench_help_lines (void)
{
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_RUNS; i++)
    {
      double start = thaw_bench_now_ms ();
      g_autoptr (GError) error = NULL;
      g_autoptr (ThawHelpCatalog) catalog = thaw_help_line_loader_load (&error);

      if (catalog == NULL)
        g_error ("%s", error->message);
      g_array_append_vals (samples, &(double) { thaw_bench_now_ms () - start }, 1);
    }

  thaw_bench_report ("help-lines-load", samples);
}

static double
search (ThawLibrary *library,
        const char  *what)
{
  ThawLibraryFilter filter = { .kind = THAW_ARTICLE_SUPPORT, .words = what };
  double start = thaw_bench_now_ms ();
  g_autoptr (GPtrArray) found = thaw_library_search (library, &filter);

  return thaw_bench_now_ms () - start;
}

static void
bench_search (const ThawContent *content)
{
  g_autoptr (ThawLibrary) library = load_library (content);
  g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (double));

  g_array_append_vals (first, &(double) { search (library, words[0]) }, 1);
  for (guint i = 0; i < N_RUNS; i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (words); j++)
        g_array_append_vals (others, &(double) { search (library, words[j]) }, 1);
    }

  thaw_bench_report ("library-first-search", first);
  thaw_bench_report ("library-search", others);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (ThawContent) content = NULL;

  /* With translations, which each text is looked up in. */
  setlocale (LC_ALL, "");
  if (argc > 1)
    {
      bindtextdomain (GETTEXT_PACKAGE, argv[1]);
      bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
    }

  content = thaw_content_load ();
  bench_load (content, "library-first-load", 1);
  bench_load (content, "library-load", N_RUNS);
  bench_help_lines ();
  bench_search (content);

  return 0;
}
