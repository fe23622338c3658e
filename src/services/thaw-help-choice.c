/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-help-choice"

#include "config.h"
#include "thaw-help-choice.h"

#include <locale.h>

#include "thaw-help-catalog.h"

/* Where somebody lives says more than the language that they read: the settings of the desktop for formats, which are
 * asked for a region, are in the one for money. */
static const int categories[] = {
  LC_MONETARY,
#ifdef LC_ADDRESS
  LC_ADDRESS,
#endif
#ifdef LC_TELEPHONE
  LC_TELEPHONE,
#endif
  LC_MESSAGES,
};

/**
 * thaw_help_choice_dup_country:
 * @settings: what the person chose
 *
 * Returns: (transfer full) (nullable): the country whose lines to call come first, as `DE`:
 *   the one that was chosen, else the one that the locale names; %NULL if it names none
 */
char *
thaw_help_choice_dup_country (ThawSettings *settings)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) locales = NULL;

  g_return_val_if_fail (THAW_IS_SETTINGS (settings), NULL);

  if (thaw_settings_get_help_country (settings)[0] != '\0')
    return g_strdup (thaw_settings_get_help_country (settings));

  for (guint i = 0; i < G_N_ELEMENTS (categories); i++)
    g_strv_builder_add (builder, setlocale (categories[i], NULL));
  locales = g_strv_builder_end (builder);

  return thaw_help_guess_country_code ((const char *const *) locales);
}
