/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-today-row"

#include "config.h"
#include "thaw-today-row.h"

#include "pages/journal/thaw-entry-words.h"
#include "thaw-date-words.h"
#include "widgets/check-in/thaw-warmth-swatch.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SWATCH_SIZE 12 /* pixels */

static void
add_words (GString    *line,
           const char *words)
{
  if (words[0] == '\0')
    return;

  g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", words);
}

static void
add_emotions (GString        *line,
              GPtrArray      *emotions,
              ThawVocabulary *vocabulary)
{
  for (guint i = 0; i < emotions->len; i++)
    {
      ThawEmotionMark *mark = g_ptr_array_index (emotions, i);
      g_autofree char *words = NULL;

      /* Translators: an emotion and how strong it is, as in “joy (clearly)” */
      words = g_strdup_printf (C_("emotion", "%s (%s)"),
                               thaw_vocabulary_get_word (vocabulary, mark->slug),
                               thaw_emotion_get_intensity_word (mark->intensity));
      add_words (line, words);
    }
}

static char *
build_answers (ThawEntrySummary *summary,
               ThawVocabulary   *vocabulary)
{
  GString *line = g_string_new (NULL);
  int feeling = thaw_entry_summary_get_feeling (summary);
  double valence = thaw_entry_summary_get_valence (summary);

  if (feeling != THAW_FEELING_UNKNOWN)
    {
      g_autofree char *words = thaw_entry_words_for_feeling (feeling);

      add_words (line, words);
    }
  if (!isnan (valence))
    add_words (line, thaw_valence_step_get_word (thaw_valence_to_step (valence)));
  add_emotions (line, thaw_entry_summary_get_emotions (summary), vocabulary);
  add_words (line, thaw_answer_get_word (thaw_entry_summary_get_answer (summary)));

  return g_string_free (line, FALSE);
}

static char *
build_words (ThawEntrySummary *summary)
{
  GString *line = g_string_new (NULL);
  GPtrArray *tags = thaw_entry_summary_get_tags (summary);

  if (!thaw_entry_summary_is_session (summary))
    add_words (line, thaw_entry_summary_get_title (summary));
  add_words (line, thaw_entry_summary_get_excerpt (summary));
  if (line->len > 0)
    return g_string_free (line, FALSE);

  for (guint i = 0; i < tags->len; i++)
    add_words (line, ((ThawTagMark *) g_ptr_array_index (tags, i))->name);

  return g_string_free (line, FALSE);
}

/* What the body did, and what was done about it. */
static char *
build_noticed (ThawEntrySummary  *summary,
               ThawCopingCatalog *coping_catalog)
{
  GString *line = g_string_new (NULL);
  GPtrArray *sensations = thaw_entry_summary_get_sensations (summary);
  GPtrArray *copings = thaw_entry_summary_get_copings (summary);
  g_autofree char *body_answer = thaw_entry_words_for_body_answer (thaw_entry_summary_get_body_answer (summary));

  for (guint i = 0; i < sensations->len; i++)
    {
      g_autofree char *words = thaw_sensation_to_words (g_ptr_array_index (sensations, i));

      add_words (line, words);
    }
  if (body_answer != NULL)
    add_words (line, body_answer);
  for (guint i = 0; i < copings->len; i++)
    {
      g_autofree char *words = thaw_entry_words_for_coping (g_ptr_array_index (copings, i), coping_catalog);

      add_words (line, words);
    }

  return g_string_free (line, FALSE);
}

static GtkWidget *
create_prefix (ThawEntrySummary *summary)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  g_autofree char *time_words = thaw_moment_to_time_words (thaw_entry_summary_get_moment (summary));
  GtkWidget *time_label = gtk_label_new (time_words);
  int feeling = thaw_entry_summary_get_feeling (summary);
  GtkWidget *swatch = thaw_warmth_swatch_new (MAX (feeling, THAW_FEELING_NUMB));

  gtk_widget_add_css_class (time_label, "numeric");
  gtk_widget_add_css_class (time_label, "dim-label");
  gtk_widget_set_size_request (swatch, SWATCH_SIZE, SWATCH_SIZE);
  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  /* Keeps its place, so that what stands beside it is in one column. */
  gtk_widget_set_opacity (swatch, feeling != THAW_FEELING_UNKNOWN ? 1.0 : 0.0);
  gtk_box_append (GTK_BOX (box), time_label);
  gtk_box_append (GTK_BOX (box), swatch);

  return box;
}

/**
 * thaw_today_row_new:
 * @summary: an entry
 * @vocabulary: (nullable): the words for its emotions
 * @coping_catalog: (nullable): the words for what was done
 *
 * Returns: (transfer floating): a row that shows the entry, or the session, with its
 *   time, and opens it with `win.open-entry`, or `practice.open-session`
 */
GtkWidget *
thaw_today_row_new (ThawEntrySummary  *summary,
                    ThawVocabulary    *vocabulary,
                    ThawCopingCatalog *coping_catalog)
{
  GtkWidget *row;
  g_autofree char *description = NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *subtitle = NULL;
  char *parts[4];

  g_return_val_if_fail (THAW_IS_ENTRY_SUMMARY (summary), NULL);

  description = thaw_entry_words_describe (summary, vocabulary, coping_catalog);
  /* Of a session it counts first what was done. */
  parts[0] = g_strdup (thaw_entry_summary_is_session (summary) ? thaw_entry_summary_get_title (summary) : "");
  parts[1] = build_answers (summary, vocabulary);
  parts[2] = build_noticed (summary, coping_catalog);
  parts[3] = build_words (summary);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (parts[i][0] != '\0')
        g_ptr_array_add (lines, parts[i]);
      else
        g_free (parts[i]);
    }
  g_ptr_array_add (lines, NULL);

  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  if (lines->len > 1)
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), g_ptr_array_index (lines, 0));
      subtitle = g_strjoinv ("\n", (char **) lines->pdata + 1);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), (int) MAX (lines->len, 3) - 2);
    }
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), create_prefix (summary));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE,
                                           "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                           "icon-name", "go-next-symbolic",
                                           NULL));

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", thaw_entry_summary_get_uuid (summary));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), thaw_entry_summary_is_session (summary)
                                                          ? "practice.open-session"
                                                          : "win.open-entry");
  /* The description has all that the title says, which would be read out once more. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);

  return row;
}
