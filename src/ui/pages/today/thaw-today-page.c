/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-today-page"

#include "config.h"
#include "thaw-today-page.h"

#include "pages/journal/thaw-session-words.h"
#include "pages/today/thaw-today-practice.h"
#include "pages/today/thaw-today-row.h"
#include "reflection/thaw-reflection-offer.h"
#include "reminders/thaw-reminder-cards.h"
#include "support/thaw-support-offer.h"
#include "thaw-date-words.h"
#include "thaw-words-keeper.h"
#include "widgets/check-in/thaw-check-in.h"
#include "widgets/thaw-save-problem.h"

#include <glib/gi18n-lib.h>

/* Soon enough that little is lost, late enough that not every key is a write. */
#define DRAFT_DELAY_MS 1000

/* Long enough to read and to reach for the button. */
#define UNDO_TIMEOUT_SECS 10

/* A check-in that can be taken back. */
typedef struct
{
  ThawTodayPage *self;      /* (owned) (nullable): while it is on its way to the disk or back */
  ThawEntry *entry;         /* (owned): what was in the form */
  ThawCheckInDoubts doubts;
  char *uuid;               /* (owned) (nullable): the entry on the disk, once it is there */
} CheckIn;

/**
 * ThawTodayPage:
 *
 * A check-in, and what the day has been so far.
 *
 * What is in the form stays there until it is on the disk, and is kept as a
 * draft until then.
 *
 * Keyboard: the focus is on the first question when the page shows up;
 * Ctrl+Return checks in; Ctrl+Z takes it back as long as the toast offers it,
 * which the keyboard does not easily get to.
 */
struct _ThawTodayPage
{
  GtkBox parent_instance;

  GtkLabel *date_label;
  ThawCheckIn *check_in;
  ThawSaveProblem *save_problem;
  GtkWidget *hint_label;
  GtkWidget *check_in_button;
  GtkListBox *entries_list;
  GtkWidget *empty_label;
  ThawReminderCards *reminder_cards;
  AdwBin *support_bin;
  ThawTodayPractice *practice;
  ThawReflectionOffer *reflection_offer;

  ThawServices *services; /* (owned) */

  AdwToast *toast;        /* (owned) (nullable): offers to undo the last check-in */
  CheckIn *last;          /* (owned) (nullable): what the toast would undo */
  gboolean is_saving;
  gboolean is_draft_read; /* what was typed before the last end is in the form */
  gboolean is_draft_lost; /* the problem that is shown is the draft's, not the check-in's */
  guint draft_source;     /* what is typed is not yet kept, 0 if it is */
  guint n_on_their_way;   /* drafts and check-ins that are being written */
  guint focus_source;
};

static void words_keeper_init (ThawWordsKeeperInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ThawTodayPage, thaw_today_page, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (THAW_TYPE_WORDS_KEEPER, words_keeper_init))

enum
{
  PROP_SERVICES = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
check_in_free (CheckIn *check_in)
{
  g_clear_object (&check_in->self);
  g_clear_object (&check_in->entry);
  g_free (check_in->uuid);
  g_free (check_in);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CheckIn, check_in_free)

static void
update_actions (ThawTodayPage *self)
{
  gboolean is_empty = thaw_check_in_get_is_empty (self->check_in);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "today.check-in", !is_empty && !self->is_saving);
  /* Invisible, not gone: the button keeps its place. */
  gtk_widget_set_opacity (self->hint_label, is_empty ? 1.0 : 0.0);
  /* None when there is nothing to check in: it would come up right after a check-in and cover the undo. */
  gtk_widget_set_tooltip_text (self->check_in_button, is_empty ? NULL : _("Check In (Ctrl+Return)"));
}

static GtkListBoxRow *
find_row (ThawTodayPage *self,
          const char    *uuid)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->entries_list, i)) != NULL; i++)
    {
      GVariant *target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (row));

      if (g_str_equal (g_variant_get_string (target, NULL), uuid))
        return row;
    }

  return NULL;
}

/* The entry whose row has the focus, or NULL. Asked of the window, which knows it also while another one is active. */
static char *
dup_focused_uuid (ThawTodayPage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;

  if (row == NULL || !gtk_widget_is_ancestor (row, GTK_WIDGET (self->entries_list)))
    return NULL;

  return g_variant_dup_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (row)), NULL);
}

static void
reload (ThawTodayPage *self)
{
  ThawDay today = thaw_clock_get_today (thaw_services_get_clock (self->services));
  g_autofree char *date = thaw_day_format (today, C_("date format", "%A %-d %B"));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) summaries = NULL;
  g_autoptr (GPtrArray) sessions = NULL;
  g_autofree char *focused = NULL;
  GtkListBoxRow *row;

  gtk_label_set_text (self->date_label, date);

  summaries = thaw_journal_list_day (thaw_services_get_journal (self->services), today, &error);
  if (summaries == NULL)
    {
      /* What was there stays; the window says what is wrong with the journal. */
      g_info ("Today is not listed: %s", error->message);
      return;
    }

  sessions = thaw_session_words_read_days (self->services, today, today);
  g_ptr_array_extend_and_steal (summaries, g_steal_pointer (&sessions));
  g_ptr_array_sort (summaries, thaw_entry_summary_compare_newest_first);

  focused = dup_focused_uuid (self);
  /* The window would look for another place for a focus that went with its row, later than it is given back here. */
  if (focused != NULL)
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  while ((row = gtk_list_box_get_row_at_index (self->entries_list, 0)) != NULL)
    gtk_list_box_remove (self->entries_list, GTK_WIDGET (row));
  for (guint i = 0; i < summaries->len; i++)
    gtk_list_box_append (self->entries_list,
                         thaw_today_row_new (g_ptr_array_index (summaries, i),
                                             thaw_services_get_vocabulary (self->services),
                                             thaw_services_get_coping_catalog (self->services)));

  gtk_widget_set_visible (GTK_WIDGET (self->entries_list), summaries->len > 0);
  gtk_widget_set_visible (self->empty_label, summaries->len == 0);

  if (focused != NULL)
    {
      row = find_row (self, focused);
      gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->check_in));
    }
}

static void
reload_if_mapped (ThawTodayPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    reload (self);
}

/* Drafts */

static void
on_draft_saved_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (ThawTodayPage) self = THAW_TODAY_PAGE (user_data);
  g_autoptr (GError) error = NULL;

  gboolean is_kept = thaw_drafts_save_finish (THAW_DRAFTS (source), result, &error);

  self->n_on_their_way--;

  /* Not in a window any more. */
  if (self->services == NULL)
    return;

  if (!is_kept)
    {
      self->is_draft_lost = TRUE;
      thaw_save_problem_show (self->save_problem, error);
    }
  else if (self->is_draft_lost)
    {
      self->is_draft_lost = FALSE;
      thaw_save_problem_hide (self->save_problem);
    }
  thaw_words_keeper_settled (THAW_WORDS_KEEPER (self));
}

static void
on_draft_removed_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  /* An old draft that comes back once more is no loss. */
  if (!thaw_drafts_remove_finish (THAW_DRAFTS (source), result, &error))
    g_info ("The draft is not removed: %s", error->message);
}

static void
read_draft (ThawTodayPage *self)
{
  g_autoptr (ThawDraft) draft = NULL;
  g_autoptr (GError) error = NULL;

  if (self->is_draft_read)
    return;

  draft = thaw_drafts_get (thaw_services_get_drafts (self->services), THAW_DRAFT_CHECK_IN, &error);
  if (draft != NULL)
    {
      g_autoptr (ThawEntry) typed = thaw_check_in_dup_entry (self->check_in);
      g_autoptr (ThawEntry) merged = thaw_entry_merge (draft->entry, typed);

      thaw_check_in_set_entry (self->check_in, merged);
    }
  else if (!g_error_matches (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_FOUND))
    {
      /* It is there for the next time that the page shows up. */
      g_info ("The draft is not read: %s", error->message);
      return;
    }

  self->is_draft_read = TRUE;
}

static gboolean on_draft_due_cb (gpointer user_data);

static void
schedule_draft (ThawTodayPage *self)
{
  /* Not pushed back by the next key: who types without a pause is kept as well. */
  if (self->draft_source == 0)
    self->draft_source = g_timeout_add (DRAFT_DELAY_MS, on_draft_due_cb, self);
}

static void
keep_draft (ThawTodayPage *self)
{
  ThawDrafts *drafts = thaw_services_get_drafts (self->services);

  if (self->draft_source == 0)
    return;

  g_clear_handle_id (&self->draft_source, g_source_remove);

  /* A draft that could not be read yet must not be written over. */
  read_draft (self);
  if (!self->is_draft_read)
    {
      schedule_draft (self);
      return;
    }

  if (thaw_check_in_get_is_empty (self->check_in))
    {
      thaw_drafts_remove_async (drafts, THAW_DRAFT_CHECK_IN, NULL, on_draft_removed_cb, NULL);
    }
  else
    {
      g_autoptr (ThawEntry) entry = thaw_check_in_dup_entry (self->check_in);
      ThawMoment now = thaw_clock_get_moment (thaw_services_get_clock (self->services));

      thaw_entry_set_moment (entry, &now);
      self->n_on_their_way++;
      thaw_drafts_save_async (drafts, THAW_DRAFT_CHECK_IN, entry, NULL, on_draft_saved_cb, g_object_ref (self));
    }
}

static gboolean
on_draft_due_cb (gpointer user_data)
{
  keep_draft (THAW_TODAY_PAGE (user_data));

  return G_SOURCE_REMOVE;
}

/* Before the check-in is hidden, so that its words are never in neither place, should Thaw end between the two. */
static void
keep_undone (ThawTodayPage *self,
             CheckIn       *undone)
{
  g_autoptr (ThawEntry) typed = thaw_check_in_dup_entry (self->check_in);
  g_autoptr (ThawEntry) merged = thaw_entry_merge (undone->entry, typed);

  g_clear_handle_id (&self->draft_source, g_source_remove);
  self->n_on_their_way++;
  thaw_drafts_save_async (thaw_services_get_drafts (self->services), THAW_DRAFT_CHECK_IN, merged, NULL,
                          on_draft_saved_cb, g_object_ref (self));
}

/* Checking in, and taking it back */

static void
dismiss_toast (ThawTodayPage *self)
{
  g_autoptr (AdwToast) toast = g_steal_pointer (&self->toast);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "today.undo", FALSE);
  if (toast != NULL)
    adw_toast_dismiss (toast);
}

static void
show_toast (ThawTodayPage *self,
            AdwToast      *toast)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), g_object_ref (toast));
}

static void
put_back (ThawTodayPage *self,
          CheckIn       *check_in)
{
  g_autoptr (ThawEntry) typed = thaw_check_in_dup_entry (self->check_in);
  g_autoptr (ThawEntry) merged = thaw_entry_merge (check_in->entry, typed);

  thaw_check_in_set_entry (self->check_in, merged);
  if (thaw_check_in_get_doubts (self->check_in) == THAW_CHECK_IN_DOUBTS_NONE)
    thaw_check_in_set_doubts (self->check_in, check_in->doubts);
  schedule_draft (self);
  keep_draft (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->check_in));
}

static void
on_hidden_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (CheckIn) check_in = user_data;
  ThawTodayPage *self = check_in->self;
  g_autoptr (GError) error = NULL;
  gboolean is_hidden = thaw_journal_hide_finish (THAW_JOURNAL (source), result, &error);

  self->n_on_their_way--;
  /* Not in a window any more; the words are in the draft. */
  if (self->services == NULL)
    return;

  if (is_hidden)
    {
      put_back (self, check_in);
    }
  else
    {
      g_autoptr (AdwToast) toast = adw_toast_new (_("This check-in could not be taken back"));

      g_info ("Not taken back: %s", error->message);
      show_toast (self, toast);
      schedule_draft (self);
    }
  thaw_words_keeper_settled (THAW_WORDS_KEEPER (self));
}

static void
undo (ThawTodayPage *self)
{
  CheckIn *undone = g_steal_pointer (&self->last);

  if (undone == NULL)
    return;

  dismiss_toast (self);
  thaw_support_offer_withdraw (self->support_bin);
  undone->self = g_object_ref (self);
  keep_undone (self, undone);
  self->n_on_their_way++;
  thaw_journal_hide_async (thaw_services_get_journal (self->services), undone->uuid, NULL, on_hidden_cb, undone);
}

static void
undo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  undo (THAW_TODAY_PAGE (widget));
}

static void
on_toast_dismissed_cb (ThawTodayPage *self,
                       AdwToast      *toast)
{
  if (self->toast != toast)
    return;

  g_clear_object (&self->toast);
  g_clear_pointer (&self->last, check_in_free);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "today.undo", FALSE);
}

/* Takes @last. */
static void
offer_undo (ThawTodayPage *self,
            CheckIn       *last)
{
  dismiss_toast (self);

  /* It waits in the page, and must not hold it. */
  g_clear_object (&last->self);
  g_clear_pointer (&self->last, check_in_free);
  self->last = last;

  self->toast = adw_toast_new (_("Checked in"));
  adw_toast_set_button_label (self->toast, _("_Undo"));
  adw_toast_set_timeout (self->toast, UNDO_TIMEOUT_SECS);
  g_signal_connect_object (self->toast, "button-clicked", G_CALLBACK (undo), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (on_toast_dismissed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "today.undo", TRUE);
  show_toast (self, self->toast);
}

static void
on_saved_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (CheckIn) check_in = user_data;
  g_autoptr (ThawTodayPage) self = g_object_ref (check_in->self);
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawEntry) saved = thaw_journal_save_finish (THAW_JOURNAL (source), result, &error);

  self->n_on_their_way--;
  if (self->services == NULL)
    return;

  self->is_saving = FALSE;
  self->is_draft_lost = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->check_in), TRUE);

  if (saved != NULL)
    {
      g_autoptr (ThawEntry) empty = thaw_entry_new ();

      thaw_save_problem_hide (self->save_problem);
      thaw_check_in_set_entry (self->check_in, empty);
      update_actions (self);
      gtk_widget_grab_focus (GTK_WIDGET (self->check_in));
      thaw_support_offer_update (self->support_bin, saved);
      check_in->uuid = g_strdup (thaw_entry_get_uuid (saved));
      offer_undo (self, g_steal_pointer (&check_in));
    }
  else
    {
      schedule_draft (self);
      update_actions (self);
      thaw_save_problem_show (self->save_problem, error);
      gtk_widget_grab_focus (GTK_WIDGET (self->save_problem));
    }
  thaw_words_keeper_settled (THAW_WORDS_KEEPER (self));
}

static void
check_in (ThawTodayPage *self)
{
  ThawMoment now = thaw_clock_get_moment (thaw_services_get_clock (self->services));
  CheckIn *pending;

  if (self->is_saving || thaw_check_in_get_is_empty (self->check_in))
    return;

  pending = g_new0 (CheckIn, 1);
  pending->self = g_object_ref (self);
  pending->entry = thaw_check_in_dup_entry (self->check_in);
  pending->doubts = thaw_check_in_get_doubts (self->check_in);
  thaw_entry_set_uuid (pending->entry, NULL);
  thaw_entry_set_moment (pending->entry, &now);

  /* The draft goes away with the save; a later one must not bring it back. */
  g_clear_handle_id (&self->draft_source, g_source_remove);
  self->is_saving = TRUE;
  self->n_on_their_way++;
  /* A text that becomes insensitive with the focus in it is not told that it lost it. */
  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->check_in), FALSE);
  update_actions (self);
  thaw_journal_save_async (thaw_services_get_journal (self->services),
                           pending->entry, THAW_DRAFT_CHECK_IN, NULL, on_saved_cb, pending);
}

static void
check_in_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  check_in (THAW_TODAY_PAGE (widget));
}

static void
save_problem_retry_cb (ThawTodayPage *self)
{
  if (self->is_draft_lost)
    {
      schedule_draft (self);
      keep_draft (self);
      return;
    }

  thaw_save_problem_hide (self->save_problem);
  check_in (self);
}

static void
check_in_changed_cb (ThawTodayPage *self)
{
  schedule_draft (self);
}

static void
check_in_notify_is_empty_cb (ThawTodayPage *self)
{
  update_actions (self);
}

static gboolean
on_focus_due_cb (gpointer user_data)
{
  ThawTodayPage *self = THAW_TODAY_PAGE (user_data);

  self->focus_source = 0;
  gtk_widget_grab_focus (GTK_WIDGET (self->check_in));

  return G_SOURCE_REMOVE;
}

static gboolean
thaw_today_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (THAW_TODAY_PAGE (widget)->check_in));
}

static void
thaw_today_page_map (GtkWidget *widget)
{
  ThawTodayPage *self = THAW_TODAY_PAGE (widget);

  read_draft (self);
  reload (self);
  /* It is hidden, and told of nothing, as long as there is nothing to suggest. */
  thaw_reflection_offer_update (self->reflection_offer);

  GTK_WIDGET_CLASS (thaw_today_page_parent_class)->map (widget);

  thaw_reminder_cards_update_soon (self->reminder_cards);
  /* After whoever shows the page has set the focus to what led here. */
  if (self->focus_source == 0)
    self->focus_source = g_idle_add (on_focus_due_cb, self);
}

static ThawWordsState
get_words_state (ThawWordsKeeper *keeper)
{
  ThawTodayPage *self = THAW_TODAY_PAGE (keeper);

  if (self->n_on_their_way > 0)
    return THAW_WORDS_ON_THEIR_WAY;

  if (thaw_check_in_get_is_empty (self->check_in))
    return THAW_WORDS_KEPT;

  return self->draft_source != 0 || self->is_draft_lost ? THAW_WORDS_UNKEPT : THAW_WORDS_KEPT;
}

static void
keep_words (ThawWordsKeeper *keeper)
{
  ThawTodayPage *self = THAW_TODAY_PAGE (keeper);

  if (self->is_draft_lost)
    schedule_draft (self);
  keep_draft (self);
}

static void
words_keeper_init (ThawWordsKeeperInterface *iface)
{
  iface->get_state = get_words_state;
  iface->keep = keep_words;
}

static void
thaw_today_page_unmap (GtkWidget *widget)
{
  ThawTodayPage *self = THAW_TODAY_PAGE (widget);

  g_clear_handle_id (&self->focus_source, g_source_remove);
  keep_draft (self);

  GTK_WIDGET_CLASS (thaw_today_page_parent_class)->unmap (widget);
}

static void
thaw_today_page_constructed (GObject *object)
{
  ThawTodayPage *self = THAW_TODAY_PAGE (object);

  G_OBJECT_CLASS (thaw_today_page_parent_class)->constructed (object);

  thaw_check_in_set_journal (self->check_in, thaw_services_get_journal (self->services));
  thaw_check_in_set_vocabulary (self->check_in, thaw_services_get_vocabulary (self->services));
  thaw_check_in_set_words (self->check_in, thaw_services_get_words (self->services));
  thaw_reminder_cards_set_services (self->reminder_cards, self->services);
  thaw_today_practice_set_services (self->practice, self->services);
  thaw_reflection_offer_set_services (self->reflection_offer, self->services);
  thaw_check_in_set_coping_catalog (self->check_in, thaw_services_get_coping_catalog (self->services));
  g_signal_connect_object (thaw_services_get_journal (self->services), "changed",
                           G_CALLBACK (reload_if_mapped), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (thaw_services_get_sessions (self->services), "changed",
                           G_CALLBACK (reload_if_mapped), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (thaw_services_get_clock (self->services), "day-changed",
                           G_CALLBACK (reload_if_mapped), self, G_CONNECT_SWAPPED);
  update_actions (self);
}

static void
thaw_today_page_dispose (GObject *object)
{
  ThawTodayPage *self = THAW_TODAY_PAGE (object);

  g_clear_handle_id (&self->draft_source, g_source_remove);
  g_clear_handle_id (&self->focus_source, g_source_remove);
  g_clear_object (&self->toast);
  g_clear_pointer (&self->last, check_in_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_TODAY_PAGE);
  g_clear_object (&self->services);

  G_OBJECT_CLASS (thaw_today_page_parent_class)->dispose (object);
}

static void
thaw_today_page_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  ThawTodayPage *self = THAW_TODAY_PAGE (object);

  switch (prop_id)
    {
    case PROP_SERVICES:
      self->services = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_today_page_class_init (ThawTodayPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = thaw_today_page_constructed;
  object_class->dispose = thaw_today_page_dispose;
  object_class->set_property = thaw_today_page_set_property;
  widget_class->grab_focus = thaw_today_page_grab_focus;
  widget_class->map = thaw_today_page_map;
  widget_class->unmap = thaw_today_page_unmap;

  properties[PROP_SERVICES] = g_param_spec_object ("services", NULL, NULL,
                                                   THAW_TYPE_SERVICES,
                                                   G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (THAW_TYPE_CHECK_IN);
  g_type_ensure (THAW_TYPE_REFLECTION_OFFER);
  g_type_ensure (THAW_TYPE_REMINDER_CARDS);
  g_type_ensure (THAW_TYPE_TODAY_PRACTICE);
  g_type_ensure (THAW_TYPE_SAVE_PROBLEM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/pages/today/thaw-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawTodayPage, date_label);
  gtk_widget_class_bind_template_child (widget_class, ThawTodayPage, check_in);
  gtk_widget_class_bind_template_child (widget_class, ThawTodayPage, save_problem);
  gtk_widget_class_bind_template_child (widget_class, ThawTodayPage, hint_label);
  gtk_widget_class_bind_template_child (widget_class, ThawTodayPage, check_in_button);
  gtk_widget_class_bind_template_child (widget_class, ThawTodayPage, entries_list);
  gtk_widget_class_bind_template_child (widget_class, ThawTodayPage, empty_label);
  gtk_widget_class_bind_template_child (widget_class, ThawTodayPage, reminder_cards);
  gtk_widget_class_bind_template_child (widget_class, ThawTodayPage, support_bin);
  gtk_widget_class_bind_template_child (widget_class, ThawTodayPage, practice);
  gtk_widget_class_bind_template_child (widget_class, ThawTodayPage, reflection_offer);
  gtk_widget_class_bind_template_callback (widget_class, check_in_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, check_in_notify_is_empty_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_problem_retry_cb);

  gtk_widget_class_install_action (widget_class, "today.check-in", NULL, check_in_action);
  gtk_widget_class_install_action (widget_class, "today.undo", NULL, undo_action);
}

static void
add_shortcut (ThawTodayPage       *self,
              GtkPropagationPhase  phase,
              const char          *trigger,
              const char          *action)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, phase);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger),
                                                          gtk_named_action_new (action)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
thaw_today_page_init (ThawTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "today.undo", FALSE);

  /* Before the text, for which Ctrl+Return is a new line; and after it, which may have something to undo itself. */
  add_shortcut (self, GTK_PHASE_CAPTURE, "<Control>Return|<Control>KP_Enter", "today.check-in");
  add_shortcut (self, GTK_PHASE_BUBBLE, "<Control>z", "today.undo");
}

/**
 * thaw_today_page_new:
 * @services: the services
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
thaw_today_page_new (ThawServices *services)
{
  g_return_val_if_fail (THAW_IS_SERVICES (services), NULL);

  return g_object_new (THAW_TYPE_TODAY_PAGE, "services", services, NULL);
}

/**
 * thaw_today_page_focus_entry:
 * @uuid: an entry
 *
 * Gives the focus to the entry, if it is one of today, instead of the check-in.
 */
void
thaw_today_page_focus_entry (ThawTodayPage *self,
                             const char    *uuid)
{
  GtkListBoxRow *row;

  g_return_if_fail (THAW_IS_TODAY_PAGE (self));
  g_return_if_fail (uuid != NULL);

  row = find_row (self, uuid);
  if (row == NULL)
    return;

  g_clear_handle_id (&self->focus_source, g_source_remove);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}
