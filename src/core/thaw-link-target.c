/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-link-target"

#include "config.h"
#include "thaw-link-target.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const kinds[] = {
  [THAW_LINK_ARTICLE] = "article:",
  [THAW_LINK_PRACTICE] = "practice:",
  [THAW_LINK_WORD] = "word:",
  [THAW_LINK_HELP] = "help:",
  [THAW_LINK_PAGE] = "page:",
  [THAW_LINK_CHECK_IN] = "check-in:",
  [THAW_LINK_ENTRY] = "entry:",
  [THAW_LINK_PERSON] = "person:",
};

/* Of a few kinds it is known which there are. */
static const char *const only_now[] = { "now", NULL };
static const char *const only_new[] = { "new", NULL };
static const char *const pages[] = {
  "care-plan", "insights", "journal", "people", "practice", "support", "today", NULL,
};
static const char *const *const names[] = {
  [THAW_LINK_HELP] = only_now,
  [THAW_LINK_PAGE] = pages,
  [THAW_LINK_CHECK_IN] = only_now,
  [THAW_LINK_ENTRY] = only_new,
  [THAW_LINK_PERSON] = NULL,
};

/* As slugs are, and identities: "cbt", "4-7-8". */
static gboolean
is_name (const char *name)
{
  for (const char *p = name; *p != '\0'; p++)
    {
      if (!g_ascii_islower (*p) && !g_ascii_isdigit (*p) && *p != '-')
        return FALSE;
    }

  return name[0] != '\0';
}

/**
 * thaw_link_target_parse:
 * @target: what a #ThawLink leads to, as `article:cbt`
 * @out_kind: (out): what that is; undefined if it is no target
 * @out_name: (out) (transfer none): which of them, as `cbt`, a part of @target; undefined
 *   if it is no target
 *
 * Whether there is such an article, practice or word is known to those who have them.
 *
 * Returns: whether it is a target
 */
gboolean
thaw_link_target_parse (const char    *target,
                        ThawLinkKind  *out_kind,
                        const char   **out_name)
{
  g_return_val_if_fail (target != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (!g_str_has_prefix (target, kinds[i]))
        continue;

      *out_kind = (ThawLinkKind) i;
      *out_name = target + strlen (kinds[i]);

      return names[i] != NULL ? g_strv_contains (names[i], *out_name) : is_name (*out_name);
    }

  return FALSE;
}

/**
 * thaw_link_page_get_title:
 * @page: the name of a part of the program, as in `page:care-plan`
 *
 * Returns: what it is called, in the person’s language
 */
const char *
thaw_link_page_get_title (const char *page)
{
  static const char *const titles[] = {
    N_("Care Plan"), N_("Insights"), N_("Journal"), N_("My People"), N_("Practice"), N_("Support"), N_("Today"),
  };

  g_return_val_if_fail (page != NULL, "");

  for (guint i = 0; pages[i] != NULL; i++)
    {
      if (g_str_equal (pages[i], page))
        return _(titles[i]);
    }

  g_return_val_if_reached ("");
}
