/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-filter-words"

#include "config.h"
#include "widgets/journal-filter/thaw-filter-words.h"

#include "thaw-date-words.h"

#include <glib/gi18n-lib.h>

static char *
make_day_words (const ThawJournalFilter *filter)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (filter->first_day != THAW_DAY_NONE)
    first = thaw_day_to_short_words (filter->first_day, THAW_DAY_NONE);
  if (filter->last_day != THAW_DAY_NONE)
    last = thaw_day_to_short_words (filter->last_day, THAW_DAY_NONE);

  if (first == NULL)
    /* Translators: a filter; %s is a day as “3 Mar 2025” */
    return g_strdup_printf (_("until %s"), last);
  if (last == NULL)
    /* Translators: a filter; %s is a day as “3 Mar 2025” */
    return g_strdup_printf (_("since %s"), first);
  if (filter->first_day == filter->last_day)
    /* Translators: a filter; %s is a day as “3 Mar 2025” */
    return g_strdup_printf (_("on %s"), first);

  /* Translators: a filter; both are days, as in “from 3 Mar 2025 to 9 Mar 2025” */
  return g_strdup_printf (_("from %s to %s"), first, last);
}

static char *
make_body_words (const ThawJournalFilter *filter)
{
  ThawSensation sensation = { .region = filter->region, .quality = filter->quality };
  g_autofree char *words = NULL;

  if (filter->has_region)
    words = thaw_sensation_to_words (&sensation);
  else
    words = g_strdup (thaw_sensation_quality_get_word (filter->quality));

  /* Translators: a filter; %s is a place in the body, what it is like there, or both, as in “in the body: chest: tight”
   */
  return g_strdup_printf (_("in the body: %s"), words);
}

/**
 * thaw_filter_part_to_words:
 * @filter: a filter
 * @part: a part of it
 * @vocabulary: (nullable): the words for emotions
 * @coping_catalog: (nullable): the words for what was done
 *
 * Returns: (transfer full) (nullable): the part as “with joy”, or %NULL if it is
 *   not set
 */
char *
thaw_filter_part_to_words (const ThawJournalFilter *filter,
                           ThawFilterPart           part,
                           ThawVocabulary          *vocabulary,
                           ThawCopingCatalog       *coping_catalog)
{
  g_return_val_if_fail (filter != NULL, NULL);

  switch (part)
    {
    case THAW_FILTER_EMOTION:
      if (filter->emotion == NULL)
        return NULL;
      /* Translators: a filter; %s is an emotion, as in “with joy” */
      return g_strdup_printf (_("with %s"), thaw_vocabulary_get_word (vocabulary, filter->emotion));

    case THAW_FILTER_ANSWER:
      if (filter->answer == THAW_ANSWER_NONE)
        return NULL;
      /* Translators: a filter; %s is an answer as “nothing” or “not sure” */
      return g_strdup_printf (_("answered “%s”"), thaw_answer_get_word (filter->answer));

    case THAW_FILTER_BODY:
      if (!filter->has_region && filter->quality == THAW_QUALITY_NONE)
        return NULL;
      return make_body_words (filter);

    case THAW_FILTER_TAG:
      if (filter->tag == NULL)
        return NULL;
      if (filter->is_trigger)
        /* Translators: a filter; %s is a tag that set off what was felt, as in “set off by argument” */
        return g_strdup_printf (_("set off by %s"), filter->tag);
      /* Translators: a filter; %s is a tag, as in “tagged Anna” */
      return g_strdup_printf (_("tagged %s"), filter->tag);

    case THAW_FILTER_COPING:
      if (filter->coping == NULL)
        return NULL;
      /* Translators: a filter; %s is what somebody did about what they felt, as in “what I did: Took a walk” */
      return g_strdup_printf (_("what I did: %s"), thaw_coping_catalog_get_word (coping_catalog, filter->coping));

    case THAW_FILTER_DAYS:
      if (filter->first_day == THAW_DAY_NONE && filter->last_day == THAW_DAY_NONE)
        return NULL;
      return make_day_words (filter);

    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * thaw_filter_to_words:
 * @filter: a filter
 * @vocabulary: (nullable): the words for emotions
 * @coping_catalog: (nullable): the words for what was done
 *
 * Returns: (transfer full) (nullable): all that is set but the query, as “with joy,
 *   tagged Anna”, or %NULL if nothing is
 */
char *
thaw_filter_to_words (const ThawJournalFilter *filter,
                      ThawVocabulary          *vocabulary,
                      ThawCopingCatalog       *coping_catalog)
{
  g_autoptr (GString) words = g_string_new (NULL);

  g_return_val_if_fail (filter != NULL, NULL);

  for (int i = 0; i < THAW_N_FILTER_PARTS; i++)
    {
      g_autofree char *part = thaw_filter_part_to_words (filter, (ThawFilterPart) i, vocabulary, coping_catalog);

      if (part == NULL)
        continue;
      if (words->len > 0)
        /* Translators: between the parts of a filter, as in “with joy, tagged Anna” */
        g_string_append (words, C_("filter separator", ", "));
      g_string_append (words, part);
    }

  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

/**
 * thaw_filter_clear_part:
 * @filter: a filter
 * @part: what to take away from it
 */
void
thaw_filter_clear_part (ThawJournalFilter *filter,
                        ThawFilterPart     part)
{
  g_return_if_fail (filter != NULL);

  switch (part)
    {
    case THAW_FILTER_EMOTION:
      g_clear_pointer (&filter->emotion, g_free);
      break;
    case THAW_FILTER_ANSWER:
      filter->answer = THAW_ANSWER_NONE;
      break;
    case THAW_FILTER_BODY:
      filter->has_region = FALSE;
      filter->quality = THAW_QUALITY_NONE;
      break;
    case THAW_FILTER_TAG:
      g_clear_pointer (&filter->tag, g_free);
      filter->is_trigger = FALSE;
      break;
    case THAW_FILTER_COPING:
      g_clear_pointer (&filter->coping, g_free);
      break;
    case THAW_FILTER_DAYS:
      filter->first_day = filter->last_day = THAW_DAY_NONE;
      break;
    default:
      g_return_if_reached ();
    }
}
