/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-own-word-dialog"

#include "config.h"
#include "widgets/picker/thaw-own-word-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  ThawVocabulary *vocabulary; /* (owned) */
  char *word;                 /* (owned) */
  GtkDropDown *family_drop_down;
  ThawOwnWordFunc func;
  gpointer user_data;
} Question;

static void
question_free (gpointer  data,
               GClosure *closure)
{
  Question *question = data;

  g_object_unref (question->vocabulary);
  g_free (question->word);
  g_free (question);
}

/* The first line of the list is "no family". */
static const char *
get_family (Question *question)
{
  guint selected = gtk_drop_down_get_selected (question->family_drop_down);
  GPtrArray *families = thaw_vocabulary_get_families (question->vocabulary);
  const ThawEmotionFamily *family;

  if (selected == 0 || selected > families->len)
    return NULL;

  family = g_ptr_array_index (families, selected - 1);

  return family->slug;
}

static void
on_response_cb (AdwMessageDialog *dialog,
                const char       *response,
                Question         *question)
{
  g_autoptr (ThawOwnWord) word = NULL;

  if (!g_str_equal (response, "add"))
    return;

  word = thaw_own_word_new (question->word, get_family (question));
  question->func (word, question->user_data);
}

static GtkWidget *
create_family_drop_down (ThawVocabulary *vocabulary)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  GPtrArray *families = thaw_vocabulary_get_families (vocabulary);

  /* Translators: an own word that is in none of the families of words */
  gtk_string_list_append (names, _("No family"));
  for (guint i = 0; i < families->len; i++)
    gtk_string_list_append (names, ((const ThawEmotionFamily *) g_ptr_array_index (families, i))->name);

  return gtk_drop_down_new (G_LIST_MODEL (names), NULL);
}

/**
 * thaw_own_word_dialog_present:
 * @parent: the window that asks
 * @vocabulary: has the families
 * @word: what the person typed
 * @func: called if they want it; not after @parent is gone
 * @user_data: what to pass along
 *
 * Asks whether @word shall be kept as an own word, and in which family.
 */
void
thaw_own_word_dialog_present (GtkWindow       *parent,
                              ThawVocabulary  *vocabulary,
                              const char      *word,
                              ThawOwnWordFunc  func,
                              gpointer         user_data)
{
  Question *question;
  GtkWidget *dialog, *box, *label;
  g_autofree char *heading = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (THAW_IS_VOCABULARY (vocabulary));
  g_return_if_fail (word != NULL && func != NULL);

  question = g_new0 (Question, 1);
  question->vocabulary = g_object_ref (vocabulary);
  question->word = g_strdup (word);
  question->func = func;
  question->user_data = user_data;

  /* Translators: the title of a dialog; %s is the person's own word for an emotion, as “wistful” */
  heading = g_strdup_printf (_("Add “%s”?"), word);
  dialog = adw_message_dialog_new (parent, heading, _("It will stand among the words from now on. If you like, "
                                                      "put it into a family."));
  /* A word is a word, whatever characters are in it. */
  adw_message_dialog_set_heading_use_markup (ADW_MESSAGE_DIALOG (dialog), FALSE);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "add", _("_Add"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "add", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "add");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");

  question->family_drop_down = GTK_DROP_DOWN (create_family_drop_down (vocabulary));
  label = gtk_label_new_with_mnemonic (_("_Family"));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), GTK_WIDGET (question->family_drop_down));
  gtk_accessible_update_property (GTK_ACCESSIBLE (question->family_drop_down),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Family"),
                                  -1);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (question->family_drop_down));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), box);

  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response_cb), question, question_free, 0);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  gtk_window_present (GTK_WINDOW (dialog));
  /* Return adds, and the family is for who wants it; the buttons come into being with the window. */
  gtk_window_set_focus (GTK_WINDOW (dialog), gtk_window_get_default_widget (GTK_WINDOW (dialog)));
}
