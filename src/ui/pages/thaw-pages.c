/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-pages"

#include "config.h"
#include "pages/thaw-pages.h"

#include "pages/insights/thaw-insights-page.h"
#include "pages/journal/thaw-journal-page.h"
#include "pages/practice/thaw-practice-page.h"
#include "pages/support/thaw-support-page.h"
#include "pages/today/thaw-today-page.h"

static const struct
{
  const char *name;
  GtkWidget *(*create) (ThawServices *services);
} pages[] = {
  { "today", thaw_today_page_new },
  { "journal", thaw_journal_page_new },
  { "insights", thaw_insights_page_new },
  { "practice", thaw_practice_page_new },
  { "support", thaw_support_page_new },
};

/**
 * thaw_pages_create:
 * @services: with an open journal
 * @name: one of the pages of the window
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
thaw_pages_create (ThawServices *services,
                   const char   *name)
{
  g_return_val_if_fail (THAW_IS_SERVICES (services), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      if (g_str_equal (pages[i].name, name))
        return pages[i].create (services);
    }

  g_return_val_if_reached (NULL);
}
