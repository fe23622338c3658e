/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-slug"

#include "config.h"
#include "thaw-slug.h"

/**
 * thaw_slug_find:
 * @slugs: (array length=n_slugs) (element-type utf8): the names that files and
 *   the database use, in the order of an enumeration; one may be %NULL
 * @n_slugs: how many
 * @slug: (nullable): a name from a file
 * @out_index: (out): where it stands, 0 if it is not there
 *
 * Returns: whether @slug is one of @slugs
 */
gboolean
thaw_slug_find (const char *const *slugs,
                guint              n_slugs,
                const char        *slug,
                guint             *out_index)
{
  for (guint i = 0; i < n_slugs; i++)
    {
      if (g_strcmp0 (slug, slugs[i]) == 0)
        {
          *out_index = i;
          return TRUE;
        }
    }

  *out_index = 0;

  return FALSE;
}
