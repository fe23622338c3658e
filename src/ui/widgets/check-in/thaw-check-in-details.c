/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-check-in-details"

#include "config.h"
#include "thaw-check-in-details.h"

#include "thaw-coping-editor.h"
#include "thaw-emotion-chips.h"
#include "thaw-tag-entry.h"
#include "thaw-words-view.h"
#include "widgets/body-path/thaw-body-section.h"

/**
 * ThawCheckInDetails:
 *
 * What may be added to the two questions of a check-in: what is felt, where in the
 * body, a few words, tags, and, folded up so that it asks nothing of who is in a
 * hurry, what was done about it.
 */
struct _ThawCheckInDetails
{
  GtkBox parent_instance;

  ThawEmotionChips *emotion_chips;
  ThawBodySection *body_section;
  ThawWordsView *words_view;
  ThawTagEntry *tag_entry;
  GtkExpander *coping_expander;
  ThawCopingEditor *coping_editor;
};

G_DEFINE_FINAL_TYPE (ThawCheckInDetails, thaw_check_in_details, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
store_answers (ThawCheckInDetails *self,
               ThawEntry          *entry)
{
  thaw_emotion_chips_store_entry (self->emotion_chips, entry);
  thaw_body_section_store_entry (self->body_section, entry);
  thaw_tag_entry_store_entry (self->tag_entry, entry);
  thaw_coping_editor_store_entry (self->coping_editor, entry);
}

static void
child_changed_cb (ThawCheckInDetails *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
thaw_check_in_details_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), THAW_TYPE_CHECK_IN_DETAILS);

  G_OBJECT_CLASS (thaw_check_in_details_parent_class)->dispose (object);
}

static void
thaw_check_in_details_class_init (ThawCheckInDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_check_in_details_dispose;

  /**
   * ThawCheckInDetails::changed:
   *
   * The person answered or wrote something, or took it back.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed",
                                          G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);

  g_type_ensure (THAW_TYPE_BODY_SECTION);
  g_type_ensure (THAW_TYPE_COPING_EDITOR);
  g_type_ensure (THAW_TYPE_EMOTION_CHIPS);
  g_type_ensure (THAW_TYPE_TAG_ENTRY);
  g_type_ensure (THAW_TYPE_WORDS_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/widgets/check-in/thaw-check-in-details.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawCheckInDetails, emotion_chips);
  gtk_widget_class_bind_template_child (widget_class, ThawCheckInDetails, body_section);
  gtk_widget_class_bind_template_child (widget_class, ThawCheckInDetails, words_view);
  gtk_widget_class_bind_template_child (widget_class, ThawCheckInDetails, tag_entry);
  gtk_widget_class_bind_template_child (widget_class, ThawCheckInDetails, coping_expander);
  gtk_widget_class_bind_template_child (widget_class, ThawCheckInDetails, coping_editor);
  gtk_widget_class_bind_template_callback (widget_class, child_changed_cb);
}

static void
thaw_check_in_details_init (ThawCheckInDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
thaw_check_in_details_new (void)
{
  return g_object_new (THAW_TYPE_CHECK_IN_DETAILS, NULL);
}

/**
 * thaw_check_in_details_is_blank:
 *
 * Returns: whether nothing is answered, and nothing written but white space
 */
gboolean
thaw_check_in_details_is_blank (ThawCheckInDetails *self)
{
  g_autoptr (ThawEntry) answers = NULL;

  g_return_val_if_fail (THAW_IS_CHECK_IN_DETAILS (self), TRUE);

  /* Without a copy of the text, which may be long. */
  answers = thaw_entry_new ();
  store_answers (self, answers);

  return thaw_entry_is_empty (answers) && thaw_words_view_is_blank (self->words_view);
}

/**
 * thaw_check_in_details_set_journal:
 * @journal: (nullable): what was used before and is suggested
 */
void
thaw_check_in_details_set_journal (ThawCheckInDetails *self,
                                   ThawJournal        *journal)
{
  g_return_if_fail (THAW_IS_CHECK_IN_DETAILS (self));

  thaw_tag_entry_set_journal (self->tag_entry, journal);
  thaw_coping_editor_set_journal (self->coping_editor, journal);
}

/**
 * thaw_check_in_details_set_coping_catalog:
 * @catalog: (nullable): what a person may have done about it
 */
void
thaw_check_in_details_set_coping_catalog (ThawCheckInDetails *self,
                                          ThawCopingCatalog  *catalog)
{
  g_return_if_fail (THAW_IS_CHECK_IN_DETAILS (self));

  thaw_coping_editor_set_catalog (self->coping_editor, catalog);
}

/**
 * thaw_check_in_details_set_vocabulary:
 * @vocabulary: the words for emotions
 *
 * To be called once, before an entry is loaded.
 */
void
thaw_check_in_details_set_vocabulary (ThawCheckInDetails *self,
                                      ThawVocabulary     *vocabulary)
{
  g_return_if_fail (THAW_IS_CHECK_IN_DETAILS (self));

  thaw_emotion_chips_set_vocabulary (self->emotion_chips, vocabulary);
}

/**
 * thaw_check_in_details_set_words:
 * @words: (nullable): the person's own words for emotions, and what they hid
 * @journal: (nullable): whose entries say which words are used
 */
void
thaw_check_in_details_set_words (ThawCheckInDetails *self,
                                 ThawWordStore      *words,
                                 ThawJournal        *journal)
{
  g_return_if_fail (THAW_IS_CHECK_IN_DETAILS (self));

  thaw_emotion_chips_set_words (self->emotion_chips, words, journal);
}

/**
 * thaw_check_in_details_load_entry:
 * @entry: an entry
 *
 * Shows what @entry says, instead of what is in the form.
 */
void
thaw_check_in_details_load_entry (ThawCheckInDetails *self,
                                  ThawEntry          *entry)
{
  g_return_if_fail (THAW_IS_CHECK_IN_DETAILS (self));
  g_return_if_fail (THAW_IS_ENTRY (entry));

  thaw_emotion_chips_load_entry (self->emotion_chips, entry);
  thaw_body_section_load_entry (self->body_section, entry);
  thaw_tag_entry_load_entry (self->tag_entry, entry);
  thaw_coping_editor_load_entry (self->coping_editor, entry);
  gtk_expander_set_expanded (self->coping_expander, thaw_entry_get_copings (entry)->len > 0);
  thaw_words_view_set_text (self->words_view, thaw_entry_get_text (entry));
}

/**
 * thaw_check_in_details_store_entry:
 * @entry: an entry
 *
 * Sets what the form says now.
 */
void
thaw_check_in_details_store_entry (ThawCheckInDetails *self,
                                   ThawEntry          *entry)
{
  g_autofree char *text = NULL;

  g_return_if_fail (THAW_IS_CHECK_IN_DETAILS (self));
  g_return_if_fail (THAW_IS_ENTRY (entry));

  store_answers (self, entry);
  text = thaw_words_view_dup_text (self->words_view);
  thaw_entry_set_text (entry, text);
}
