/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-check-in"

#include "config.h"
#include "thaw-check-in.h"

#include "thaw-check-in-details.h"
#include "thaw-feeling-scale.h"
#include "thaw-style.h"
#include "thaw-valence-scale.h"

/**
 * ThawCheckIn:
 *
 * The questions of a check-in, none of which must be answered: how much can be
 * felt, how pleasant it is, and the details. These are built when the questions
 * are on the screen, or when they are asked for.
 *
 * An entry cannot tell "can't tell" from a question that was left out. Where it
 * is all that a person said, it is kept as the answer "not sure".
 */
struct _ThawCheckIn
{
  GtkBox parent_instance;

  ThawFeelingScale *feeling_scale;
  ThawValenceScale *valence_scale;

  ThawCheckInDetails *details; /* (unowned) (nullable): NULL until they are needed */

  ThawJournal *journal;       /* (owned) (nullable) */
  ThawVocabulary *vocabulary; /* (owned) (nullable) */
  ThawWordStore *words;       /* (owned) (nullable) */
  ThawCopingCatalog *coping_catalog; /* (owned) (nullable) */
  ThawEntry *entry;           /* (owned) (not nullable): what was set, for what the form does not show */
  gboolean is_empty;
  gboolean is_loading;  /* code changes the form, not the person */
};

G_DEFINE_FINAL_TYPE (ThawCheckIn, thaw_check_in, GTK_TYPE_BOX)

enum
{
  PROP_IS_EMPTY = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
says_cant_tell (ThawCheckIn *self)
{
  return thaw_feeling_scale_get_cant_tell (self->feeling_scale) ||
         thaw_valence_scale_get_cant_tell (self->valence_scale);
}

static void
store_scales (ThawCheckIn *self,
              ThawEntry   *entry)
{
  thaw_entry_set_feeling (entry, thaw_feeling_scale_get_feeling (self->feeling_scale));
  thaw_entry_set_valence (entry, thaw_valence_scale_get_valence (self->valence_scale));
}

static gboolean
find_out_is_empty (ThawCheckIn *self)
{
  g_autoptr (ThawEntry) answers = thaw_entry_new ();

  store_scales (self, answers);
  thaw_entry_set_title (answers, thaw_entry_get_title (self->entry));

  return thaw_entry_is_empty (answers) && !says_cant_tell (self) &&
         (self->details == NULL || thaw_check_in_details_is_blank (self->details));
}

static void
update (ThawCheckIn *self)
{
  gboolean is_empty;

  if (self->is_loading)
    return;

  is_empty = find_out_is_empty (self);
  if (self->is_empty == is_empty)
    return;

  self->is_empty = is_empty;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_EMPTY]);
}

static void
child_changed_cb (ThawCheckIn *self)
{
  if (self->is_loading)
    return;

  update (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
ensure_details (ThawCheckIn *self)
{
  if (self->details != NULL)
    return;

  self->details = THAW_CHECK_IN_DETAILS (thaw_check_in_details_new ());
  thaw_check_in_details_set_journal (self->details, self->journal);
  thaw_check_in_details_set_coping_catalog (self->details, self->coping_catalog);
  if (self->vocabulary != NULL)
    thaw_check_in_details_set_vocabulary (self->details, self->vocabulary);
  thaw_check_in_details_set_words (self->details, self->words, self->journal);
  g_signal_connect_object (self->details, "changed", G_CALLBACK (child_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->details));
}

static gboolean
thaw_check_in_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (THAW_CHECK_IN (widget)->feeling_scale));
}

static void
thaw_check_in_dispose (GObject *object)
{
  ThawCheckIn *self = THAW_CHECK_IN (object);

  self->details = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_CHECK_IN);
  g_clear_object (&self->journal);
  g_clear_object (&self->vocabulary);
  g_clear_object (&self->words);
  g_clear_object (&self->coping_catalog);
  g_clear_object (&self->entry);

  G_OBJECT_CLASS (thaw_check_in_parent_class)->dispose (object);
}

static void
thaw_check_in_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  ThawCheckIn *self = THAW_CHECK_IN (object);

  switch (prop_id)
    {
    case PROP_IS_EMPTY:
      g_value_set_boolean (value, self->is_empty);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* The two questions make the first frame; the details come with the next one, before anybody can look for them, and so
 * does the style of all else. */
static void
on_first_frame_cb (ThawCheckIn   *self,
                   GdkFrameClock *clock)
{
  g_signal_handlers_disconnect_by_func (clock, on_first_frame_cb, self);
  thaw_style_load_rest ();
  ensure_details (self);
}

static void
thaw_check_in_map (GtkWidget *widget)
{
  ThawCheckIn *self = THAW_CHECK_IN (widget);

  GTK_WIDGET_CLASS (thaw_check_in_parent_class)->map (widget);

  if (self->details == NULL)
    g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint", G_CALLBACK (on_first_frame_cb), self,
                             G_CONNECT_SWAPPED);
}

static void
thaw_check_in_class_init (ThawCheckInClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = thaw_check_in_dispose;
  widget_class->map = thaw_check_in_map;
  object_class->get_property = thaw_check_in_get_property;
  widget_class->grab_focus = thaw_check_in_grab_focus;

  /**
   * ThawCheckIn:is-empty:
   *
   * Whether there is nothing to save yet.
   */
  properties[PROP_IS_EMPTY] = g_param_spec_boolean ("is-empty", NULL, NULL,
                                                    TRUE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * ThawCheckIn::changed:
   *
   * The person answered or wrote something, or took it back.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed",
                                          G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);

  g_type_ensure (THAW_TYPE_FEELING_SCALE);
  g_type_ensure (THAW_TYPE_VALENCE_SCALE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/widgets/check-in/thaw-check-in.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawCheckIn, feeling_scale);
  gtk_widget_class_bind_template_child (widget_class, ThawCheckIn, valence_scale);
  gtk_widget_class_bind_template_callback (widget_class, child_changed_cb);
  gtk_widget_class_set_css_name (widget_class, "check-in");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
thaw_check_in_init (ThawCheckIn *self)
{
  self->entry = thaw_entry_new ();
  self->is_empty = TRUE;

  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
thaw_check_in_new (void)
{
  return g_object_new (THAW_TYPE_CHECK_IN, NULL);
}

gboolean
thaw_check_in_get_is_empty (ThawCheckIn *self)
{
  g_return_val_if_fail (THAW_IS_CHECK_IN (self), TRUE);

  return self->is_empty;
}

/**
 * thaw_check_in_set_journal:
 * @journal: (nullable): what was used before and is suggested
 */
void
thaw_check_in_set_journal (ThawCheckIn *self,
                           ThawJournal *journal)
{
  g_return_if_fail (THAW_IS_CHECK_IN (self));

  g_set_object (&self->journal, journal);
  if (self->details != NULL)
    thaw_check_in_details_set_journal (self->details, journal);
}

/**
 * thaw_check_in_set_vocabulary:
 * @vocabulary: the words for emotions
 *
 * To be called once, before an entry is set.
 */
void
thaw_check_in_set_vocabulary (ThawCheckIn    *self,
                              ThawVocabulary *vocabulary)
{
  g_return_if_fail (THAW_IS_CHECK_IN (self));
  g_return_if_fail (THAW_IS_VOCABULARY (vocabulary));
  g_return_if_fail (self->vocabulary == NULL);

  self->vocabulary = g_object_ref (vocabulary);
  if (self->details != NULL)
    thaw_check_in_details_set_vocabulary (self->details, vocabulary);
}

/**
 * thaw_check_in_set_words:
 * @words: (nullable): the person's own words for emotions, and what they hid
 *
 * To be called after thaw_check_in_set_journal(), whose entries say which words
 * are used.
 */
void
thaw_check_in_set_words (ThawCheckIn   *self,
                         ThawWordStore *words)
{
  g_return_if_fail (THAW_IS_CHECK_IN (self));

  g_set_object (&self->words, words);
  if (self->details != NULL)
    thaw_check_in_details_set_words (self->details, words, self->journal);
}

/**
 * thaw_check_in_set_coping_catalog:
 * @catalog: (nullable): what a person may have done about it
 */
void
thaw_check_in_set_coping_catalog (ThawCheckIn       *self,
                                  ThawCopingCatalog *catalog)
{
  g_return_if_fail (THAW_IS_CHECK_IN (self));
  g_return_if_fail (catalog == NULL || THAW_IS_COPING_CATALOG (catalog));

  g_set_object (&self->coping_catalog, catalog);
  if (self->details != NULL)
    thaw_check_in_details_set_coping_catalog (self->details, catalog);
}

/**
 * thaw_check_in_dup_entry:
 *
 * Returns: (transfer full): what the form says now; what it does not ask about is
 *   as in the entry that was set
 */
ThawEntry *
thaw_check_in_dup_entry (ThawCheckIn *self)
{
  ThawEntry *entry;

  g_return_val_if_fail (THAW_IS_CHECK_IN (self), NULL);

  entry = thaw_entry_copy (self->entry);
  store_scales (self, entry);
  if (self->details != NULL)
    thaw_check_in_details_store_entry (self->details, entry);

  if (says_cant_tell (self) && thaw_entry_is_empty (entry))
    thaw_entry_set_answer (entry, THAW_ANSWER_UNSURE);

  return entry;
}

/**
 * thaw_check_in_set_entry:
 * @entry: an entry; a new one empties the form
 *
 * Shows @entry, instead of what is in the form.
 */
void
thaw_check_in_set_entry (ThawCheckIn *self,
                         ThawEntry   *entry)
{
  g_autoptr (ThawEntry) old = NULL;

  g_return_if_fail (THAW_IS_CHECK_IN (self));
  g_return_if_fail (THAW_IS_ENTRY (entry));

  old = g_steal_pointer (&self->entry);
  self->entry = thaw_entry_copy (entry);

  ensure_details (self);
  self->is_loading = TRUE;
  thaw_feeling_scale_set_feeling (self->feeling_scale, thaw_entry_get_feeling (entry));
  thaw_valence_scale_set_valence (self->valence_scale, thaw_entry_get_valence (entry));
  thaw_check_in_details_load_entry (self->details, entry);
  self->is_loading = FALSE;

  update (self);
}

/**
 * thaw_check_in_get_doubts:
 *
 * Returns: which questions are answered with "can't tell"; an entry does not say
 */
ThawCheckInDoubts
thaw_check_in_get_doubts (ThawCheckIn *self)
{
  g_return_val_if_fail (THAW_IS_CHECK_IN (self), THAW_CHECK_IN_DOUBTS_NONE);

  return (thaw_feeling_scale_get_cant_tell (self->feeling_scale) ? THAW_CHECK_IN_DOUBTS_FEELING : 0) |
         (thaw_valence_scale_get_cant_tell (self->valence_scale) ? THAW_CHECK_IN_DOUBTS_VALENCE : 0);
}

/**
 * thaw_check_in_set_doubts:
 * @doubts: which questions to answer with "can't tell"
 */
void
thaw_check_in_set_doubts (ThawCheckIn       *self,
                          ThawCheckInDoubts  doubts)
{
  g_return_if_fail (THAW_IS_CHECK_IN (self));

  thaw_feeling_scale_set_cant_tell (self->feeling_scale, (doubts & THAW_CHECK_IN_DOUBTS_FEELING) != 0);
  thaw_valence_scale_set_cant_tell (self->valence_scale, (doubts & THAW_CHECK_IN_DOUBTS_VALENCE) != 0);
  update (self);
}
