/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-person-words"

#include "config.h"
#include "support/thaw-person-words.h"

#include <glib/gi18n-lib.h>

#include "thaw-date-words.h"

/* A number of days says more than a date for about so long. */
#define MAX_DAYS_IN_WORDS 60

/**
 * thaw_person_words_get_role:
 *
 * Returns: (transfer none): who somebody is, in the person’s own words if there are some
 */
const char *
thaw_person_words_get_role (const ThawPerson *person)
{
  g_return_val_if_fail (person != NULL, NULL);

  return person->role != NULL ? person->role : thaw_person_kind_get_name (person->kind);
}

/**
 * thaw_person_words_make_contact:
 * @today: the present day
 *
 * Says when they last talked. That it was long ago is no one’s fault, and nothing here
 * says so.
 *
 * Returns: (transfer full) (nullable): as “You talked 9 days ago”, %NULL if that is not known
 */
char *
thaw_person_words_make_contact (const ThawPerson *person,
                                ThawDay           today)
{
  g_autofree char *date = NULL;
  int days;

  g_return_val_if_fail (person != NULL, NULL);

  if (person->last_contact == THAW_DAY_NONE)
    return NULL;

  days = today - person->last_contact;
  if (days == 0)
    return g_strdup (_("You talked today"));
  if (days == 1)
    return g_strdup (_("You talked yesterday"));
  if (days > 1 && days <= MAX_DAYS_IN_WORDS)
    /* Translators: %d is a number of days, more than one */
    return g_strdup_printf (ngettext ("You talked %d day ago", "You talked %d days ago", (gulong) days), days);

  date = thaw_day_to_short_words (person->last_contact, today);

  /* Translators: %s is a date, as “3 Mar” or “3 Mar 2025” */
  return g_strdup_printf (_("You talked on %s"), date);
}

/**
 * thaw_person_words_make_nudge:
 * @person: somebody who is to be thought of, see thaw_person_is_nudge_due()
 * @today: the present day
 *
 * Returns: (transfer full): as “It has been 12 days since you and Anna talked”
 */
char *
thaw_person_words_make_nudge (const ThawPerson *person,
                              ThawDay           today)
{
  int days;

  g_return_val_if_fail (person != NULL, NULL);

  days = today - person->last_contact;

  /* Translators: a number of days, and a name: “It has been 12 days since you and Anna talked” */
  return g_strdup_printf (ngettext ("It has been %d day since you and %s talked",
                                    "It has been %d days since you and %s talked", (gulong) days),
                          days, person->name);
}
