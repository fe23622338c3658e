/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-reflection-words"

#include "config.h"
#include "thaw-reflection-words.h"

#include "thaw-date-words.h"
#include "thaw-text.h"

#include <glib/gi18n-lib.h>

/**
 * thaw_reflection_area_get_title:
 *
 * Returns: (transfer none): what stands beside a line or over a column
 */
const char *
thaw_reflection_area_get_title (ThawReflectionArea area)
{
  switch (area)
    {
    case THAW_REFLECTION_RESPONSE:
      /* Translators: how much answers inside when something happens */
      return C_("reflection", "Being moved");
    case THAW_REFLECTION_NAMING:
      /* Translators: how well feelings can be noticed and named */
      return C_("reflection", "Finding words");
    case THAW_REFLECTION_RANGE:
      /* Translators: how many kinds of feelings there are */
      return C_("reflection", "Range of feelings");
    case THAW_REFLECTION_CLOSENESS:
      /* Translators: how near one feels to other people */
      return C_("reflection", "Closeness");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * thaw_reflection_area_get_question:
 *
 * Returns: (transfer none): what is asked about the time just past
 */
const char *
thaw_reflection_area_get_question (ThawReflectionArea area)
{
  switch (area)
    {
    case THAW_REFLECTION_RESPONSE:
      return _("When something happens, how much stirs inside you?");
    case THAW_REFLECTION_NAMING:
      return _("When you feel something, how easily does a word for it come?");
    case THAW_REFLECTION_RANGE:
      return _("How many kinds of feelings come by, pleasant or hard?");
    case THAW_REFLECTION_CLOSENESS:
      return _("How near do you feel to people who matter to you?");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * thaw_reflection_area_get_low_word:
 *
 * Returns: (transfer none): what 0 stands for
 */
const char *
thaw_reflection_area_get_low_word (ThawReflectionArea area)
{
  switch (area)
    {
    case THAW_REFLECTION_RESPONSE:
      /* Translators: 0 for how much stirs inside when something happens */
      return C_("reflection", "nothing stirs");
    case THAW_REFLECTION_NAMING:
      /* Translators: 0 for how easily a word for a feeling comes */
      return C_("reflection", "no word comes");
    case THAW_REFLECTION_RANGE:
      /* Translators: 0 for how many kinds of feelings come by */
      return C_("reflection", "all the same");
    case THAW_REFLECTION_CLOSENESS:
      /* Translators: 0 for how near other people feel */
      return C_("reflection", "far away");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * thaw_reflection_area_get_middle_word:
 *
 * Returns: (transfer none): what 5 stands for
 */
const char *
thaw_reflection_area_get_middle_word (ThawReflectionArea area)
{
  switch (area)
    {
    case THAW_REFLECTION_RESPONSE:
      /* Translators: 5 for how much stirs inside when something happens */
      return C_("reflection", "now and then");
    case THAW_REFLECTION_NAMING:
      /* Translators: 5 for how easily a word for a feeling comes */
      return C_("reflection", "after a while");
    case THAW_REFLECTION_RANGE:
      /* Translators: 5 for how many kinds of feelings come by */
      return C_("reflection", "a few");
    case THAW_REFLECTION_CLOSENESS:
      /* Translators: 5 for how near other people feel */
      return C_("reflection", "at times near");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * thaw_reflection_area_get_high_word:
 *
 * Returns: (transfer none): what 10 stands for
 */
const char *
thaw_reflection_area_get_high_word (ThawReflectionArea area)
{
  switch (area)
    {
    case THAW_REFLECTION_RESPONSE:
      /* Translators: 10 for how much stirs inside when something happens */
      return C_("reflection", "a great deal");
    case THAW_REFLECTION_NAMING:
      /* Translators: 10 for how easily a word for a feeling comes */
      return C_("reflection", "words come easily");
    case THAW_REFLECTION_RANGE:
      /* Translators: 10 for how many kinds of feelings come by */
      return C_("reflection", "very many");
    case THAW_REFLECTION_CLOSENESS:
      /* Translators: 10 for how near other people feel */
      return C_("reflection", "near");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * thaw_reflection_format_level:
 * @area: an area
 * @level: 0 to 10, or %THAW_REFLECTION_UNKNOWN
 *
 * Returns: (transfer full): the level as “4 of 10”, with its word where it has one
 */
char *
thaw_reflection_format_level (ThawReflectionArea area,
                              int                level)
{
  const char *word = NULL;

  if (level == THAW_REFLECTION_UNKNOWN)
    /* Translators: a question that was not answered */
    return g_strdup (C_("reflection", "left out"));

  if (level == THAW_REFLECTION_MIN)
    word = thaw_reflection_area_get_low_word (area);
  else if (level == (THAW_REFLECTION_MIN + THAW_REFLECTION_MAX) / 2)
    word = thaw_reflection_area_get_middle_word (area);
  else if (level == THAW_REFLECTION_MAX)
    word = thaw_reflection_area_get_high_word (area);

  if (word == NULL)
    /* Translators: %d is from 0 to 10 */
    return g_strdup_printf (C_("reflection", "%d of 10"), level);

  /* Translators: %d is 0, 5 or 10, %s what that stands for, as in “0 of 10, nothing stirs” */
  return g_strdup_printf (C_("reflection", "%d of 10, %s"), level, word);
}

/**
 * thaw_reflection_describe:
 *
 * Returns: (transfer full): a reflection in a sentence, with its day and all four areas
 */
char *
thaw_reflection_describe (const ThawReflection *self)
{
  g_autoptr (GString) sentence = g_string_new (NULL);
  g_autofree char *day = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  day = thaw_day_to_words (self->moment.day, THAW_DAY_NONE);
  g_string_append (sentence, day);
  for (int i = 0; i < THAW_N_REFLECTION_AREAS; i++)
    {
      g_autofree char *level = thaw_reflection_format_level ((ThawReflectionArea) i, self->levels[i]);

      g_string_append (sentence, i == 0 ? ": " : C_("list separator", "; "));
      /* Translators: an area of a reflection and its level, as in “Closeness: 4 of 10” */
      g_string_append_printf (sentence, C_("reflection", "%s: %s"),
                              thaw_reflection_area_get_title ((ThawReflectionArea) i), level);
    }
  g_string_append_c (sentence, '.');

  if (!thaw_text_is_blank (self->note))
    g_string_append_printf (sentence, " %s", self->note);

  return g_string_free (g_steal_pointer (&sentence), FALSE);
}

/**
 * thaw_reflections_describe:
 * @reflections: (element-type ThawReflection): those of a time, the oldest first
 * @title: that time
 *
 * Returns: (transfer full): what a chart of them shows, in sentences
 */
char *
thaw_reflections_describe (GPtrArray  *reflections,
                           const char *title)
{
  g_autofree char *last = NULL;

  g_return_val_if_fail (reflections != NULL && title != NULL, NULL);

  if (reflections->len == 0)
    /* Translators: %s is a time as “November 2026” */
    return g_strdup_printf (_("A look at numbness, %s: none in this time."), title);

  last = thaw_reflection_describe (g_ptr_array_index (reflections, reflections->len - 1));

  /* Translators: the first %s is a time as “November 2026”, the last one a sentence about the latest reflection */
  return g_strdup_printf (ngettext ("A look at numbness, %s: %u reflection. %s",
                                    "A look at numbness, %s: %u reflections. The latest: %s", reflections->len),
                          title, reflections->len, last);
}
