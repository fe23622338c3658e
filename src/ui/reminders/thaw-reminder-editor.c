/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-reminder-editor"

#include "config.h"
#include "reminders/thaw-reminder-editor.h"

#include <glib/gi18n-lib.h>

#include "reminders/thaw-background-question.h"
#include "reminders/thaw-reminder-changes.h"
#include "reminders/thaw-reminder-preview.h"
#include "reminders/thaw-reminder-span.h"
#include "reminders/thaw-reminder-targets.h"
#include "reminders/thaw-reminder-times.h"
#include "reminders/thaw-target-chooser.h"
#include "thaw-date-words.h"
#include "thaw-focus.h"
#include "thaw-text.h"
#include "thaw-window-over.h"
#include "widgets/thaw-day-button.h"
#include "widgets/thaw-heading.h"
#include "widgets/thaw-weekday-buttons.h"
#include "widgets/thaw-wrap-layout.h"

/**
 * ThawReminderEditor:
 *
 * Where a reminder is made or changed: what it says, what it opens, and when it comes, with
 * the next moments below. It is saved as a whole; a reminder that could not be kept as it
 * stands is not, and a sentence says why.
 *
 * Without words of the person’s own it is called as what it opens.
 */
struct _ThawReminderEditor
{
  ThawRecordEditor parent_instance;

  AdwPreferencesGroup *words_group;
  GtkEditable *title_row;
  AdwActionRow *opens_row;
  GtkWidget *skips_row;
  GtkSwitch *skips_switch;
  AdwPreferencesGroup *when_group;
  GtkCheckButton *times_check;
  GtkCheckButton *span_check;
  ThawReminderTimes *times_group;
  ThawReminderSpan *span_group;
  AdwPreferencesGroup *days_group;
  ThawWeekdayButtons *weekday_buttons;
  ThawDayButton *from_button;
  ThawDayButton *until_button;
  ThawReminderPreview *preview;
  GtkWidget *more_group;
  AdwActionRow *quiet_row;
  GtkSwitch *quiet_switch;
  GtkWidget *on_row;
  GtkSwitch *on_switch;
  GtkWidget *delete_row;

  ThawServices *services;   /* (owned) */
  AdwToastOverlay *overlay; /* (unowned) (nullable): in the window below, which may go first */
  ThawReminder *former;     /* (owned): as it was */
  ThawReminder *reminder;   /* (owned): as it stands there */
  char *opens_name;         /* (owned) (nullable): what that is called which it opens, if it is there */
  gboolean is_deaf;         /* what changes is not the person’s doing: it is filled, or goes */
};

G_DEFINE_FINAL_TYPE (ThawReminderEditor, thaw_reminder_editor, THAW_TYPE_RECORD_EDITOR)

/* What it opens */

static void
show_opens (ThawReminderEditor *self)
{
  const char *opens = self->reminder->opens;
  const char *words = self->opens_name;

  if (opens == NULL)
    words = _("Nothing, it just reminds you");
  else if (words == NULL)
    words = _("Something that is not there any more");

  adw_action_row_set_subtitle (self->opens_row, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->opens_row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  gtk_widget_set_visible (self->skips_row, thaw_reminder_opens_can_be_done (opens));
}

static void
set_opens (ThawReminderEditor *self,
           const char         *opens)
{
  g_autofree char *former = self->reminder->opens;

  self->reminder->opens = g_strdup (opens);
  g_free (self->opens_name);
  self->opens_name = opens != NULL ? thaw_reminder_targets_dup_name (self->services, opens) : NULL;
  show_opens (self);
}

/* What it says */

static void
take_title (ThawReminderEditor *self)
{
  g_free (self->reminder->title);
  self->reminder->title = thaw_text_make_line (gtk_editable_get_text (self->title_row));
}

/* What it is called if the person has no words for it. */
static const char *
get_title (ThawReminderEditor *self)
{
  if (self->reminder->title[0] == '\0' && self->opens_name != NULL)
    return self->opens_name;

  return self->reminder->title;
}

static gboolean
show_title_note (ThawReminderEditor *self)
{
  gboolean is_valid = thaw_text_is_line (get_title (self), THAW_REMINDER_MAX_TITLE_BYTES);
  gboolean is_empty = self->reminder->title[0] == '\0';
  g_autofree char *note = NULL;
  g_autofree char *markup = NULL;

  if (is_empty && is_valid)
    /* Translators: below the empty field for what a reminder says; %s is what it opens, as “Body scan” */
    note = g_strdup_printf (_("Without words of your own it says “%s”."), self->opens_name);
  else if (is_empty)
    note = g_strdup (_("Write what it says, or choose what it opens."));
  else if (!is_valid)
    note = g_strdup (_("These are more words than fit into a reminder."));

  /* A group reads it as markup, and the name may be the person’s. */
  markup = note != NULL ? g_markup_escape_text (note, -1) : NULL;
  adw_preferences_group_set_description (self->words_group, markup);
  if (is_valid || is_empty)
    gtk_widget_remove_css_class (GTK_WIDGET (self->title_row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->title_row), "error");

  return is_valid;
}

/* When it comes */

/* What does not fit is said where it stands. */
static void
show_hitch (ThawReminderEditor *self,
            ThawReminderHitch   hitch)
{
  const char *words = thaw_reminder_hitch_to_words (hitch);
  gboolean is_of_times = hitch == THAW_REMINDER_WINDOW_BACKWARDS || hitch == THAW_REMINDER_WINDOW_TOO_SHORT;
  gboolean is_of_days = hitch == THAW_REMINDER_NO_WEEKDAY || hitch == THAW_REMINDER_DAYS_BACKWARDS;

  adw_preferences_group_set_description (self->when_group, is_of_times ? words : NULL);
  adw_preferences_group_set_description (self->days_group, is_of_days ? words : NULL);
}

static void
show_quiet_hours (ThawReminderEditor *self)
{
  ThawQuietHours quiet = thaw_settings_get_quiet_hours (thaw_services_get_settings (self->services));
  g_autofree char *start = thaw_minute_to_time_words (quiet.start);
  g_autofree char *end = thaw_minute_to_time_words (quiet.end);
  g_autofree char *words = NULL;

  if (self->reminder->timing == THAW_REMINDER_AT_TIMES)
    /* Translators: when the quiet hours are, as “They are from 22:00 to 07:00. …” */
    words = g_strdup_printf (_("They are from %s to %s. Otherwise it comes when they end, if that is on the same day."),
                             start, end);
  else
    /* Translators: when the quiet hours are, as “They are from 22:00 to 07:00. …”; of a reminder at a random moment */
    words = g_strdup_printf (_("They are from %s to %s. Otherwise it only comes outside of them."), start, end);
  adw_action_row_set_subtitle (self->quiet_row, words);
  /* Who has none need not think about them. */
  if (quiet.start == quiet.end)
    thaw_focus_leave (GTK_WIDGET (self->quiet_row));
  gtk_widget_set_visible (GTK_WIDGET (self->quiet_row), quiet.start != quiet.end);
  gtk_widget_set_visible (self->more_group,
                          quiet.start != quiet.end || gtk_widget_get_visible (self->delete_row));
}

static void
take_reminder (ThawReminderEditor *self)
{
  ThawReminder *reminder = self->reminder;

  take_title (self);
  reminder->timing = gtk_check_button_get_active (self->span_check) ? THAW_REMINDER_IN_WINDOW : THAW_REMINDER_AT_TIMES;
  thaw_reminder_times_store (self->times_group, reminder);
  thaw_reminder_span_store (self->span_group, reminder);
  reminder->weekdays = thaw_weekday_buttons_get (self->weekday_buttons);
  reminder->from = thaw_day_button_get_day (self->from_button);
  reminder->until = thaw_day_button_get_day (self->until_button);
  reminder->skips_if_done = gtk_switch_get_active (self->skips_switch);
  reminder->ignores_quiet = gtk_switch_get_active (self->quiet_switch);
  reminder->is_on = gtk_switch_get_active (self->on_switch);
}

static void
take_changes (ThawReminderEditor *self)
{
  gboolean is_title_valid;

  if (self->is_deaf)
    return;

  take_reminder (self);
  is_title_valid = show_title_note (self);
  show_quiet_hours (self);
  show_hitch (self, thaw_reminder_preview_show (self->preview, self->reminder));
  thaw_record_editor_allow_saving (THAW_RECORD_EDITOR (self),
                                   is_title_valid && thaw_reminder_has_valid_times (self->reminder));
}

static void
choose_weekdays (ThawReminderEditor *self,
                 guint               weekdays)
{
  thaw_weekday_buttons_set (self->weekday_buttons, weekdays);
  take_changes (self);
}

static void
every_day_button_clicked_cb (ThawReminderEditor *self)
{
  choose_weekdays (self, THAW_REMINDER_EVERY_DAY);
}

static void
workdays_button_clicked_cb (ThawReminderEditor *self)
{
  choose_weekdays (self, THAW_REMINDER_WORKDAYS);
}

static void
weekend_button_clicked_cb (ThawReminderEditor *self)
{
  choose_weekdays (self, THAW_REMINDER_WEEKEND);
}

static void
on_target_chosen_cb (ThawReminderEditor *self,
                     const char         *opens)
{
  set_opens (self, opens);
  take_changes (self);
}

static void
opens_row_activated_cb (ThawReminderEditor *self)
{
  ThawTargetChooser *chooser = thaw_target_chooser_new (GTK_WINDOW (self), self->services, self->reminder->opens);

  g_signal_connect_object (chooser, "chosen", G_CALLBACK (on_target_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (chooser));
}

/* Keeping it */

/* Numbers that were typed and not left yet count as well. */
static void
take_typed (ThawReminderEditor *self)
{
  thaw_reminder_times_update (self->times_group);
  thaw_reminder_span_update (self->span_group);
  take_changes (self);
}

static ThawReminder *
make_record (ThawReminderEditor *self)
{
  ThawReminder *record = thaw_reminder_copy (self->reminder);

  g_free (record->title);
  record->title = g_strdup (get_title (self));

  return record;
}

static void
save (ThawRecordEditor *editor)
{
  ThawReminderEditor *self = THAW_REMINDER_EDITOR (editor);
  g_autoptr (ThawReminder) record = NULL;

  take_typed (self);
  record = make_record (self);
  /* With what was only typed it may be another one. */
  if (thaw_text_is_line (record->title, THAW_REMINDER_MAX_TITLE_BYTES) && thaw_reminder_has_valid_times (record))
    thaw_record_editor_take (editor, record);
}

/* It is told where the person goes back to. */
static void
on_saved_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (ThawReminderEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawReminder) saved = thaw_reminder_store_save_finish (THAW_REMINDER_STORE (source), result, &error);
  g_autoptr (ThawServices) services = self->services != NULL ? g_object_ref (self->services) : NULL;
  GtkWindow *parent = NULL; /* (unowned) (nullable) */
  gboolean is_told = saved != NULL && self->overlay != NULL && services != NULL;

  if (is_told)
    thaw_reminder_changes_offer_undo (self->overlay, services, self->former->uuid != NULL ? self->former : NULL, saved);
  /* It may have waited for this alone, and go along. */
  g_set_weak_pointer (&parent, gtk_window_get_transient_for (GTK_WINDOW (self)));
  thaw_record_editor_settle (THAW_RECORD_EDITOR (self), error);
  if (is_told && saved->is_on && parent != NULL && gtk_widget_get_mapped (GTK_WIDGET (parent)))
    thaw_background_question_ask_once (parent, services);
  g_clear_weak_pointer (&parent);
}

static void
on_save_cb (ThawReminderEditor *self,
            const ThawReminder *record)
{
  thaw_reminder_store_save_async (thaw_services_get_reminders (self->services), record, NULL, on_saved_cb,
                                  g_object_ref (self));
}

static gboolean
is_changed (ThawRecordEditor *editor)
{
  ThawReminderEditor *self = THAW_REMINDER_EDITOR (editor);

  return !thaw_reminder_equal (self->reminder, self->former);
}

/* What was written since is brought back along with it. */
static void
delete_row_activated_cb (ThawReminderEditor *self)
{
  g_autoptr (ThawReminder) record = make_record (self);

  if (!thaw_text_is_line (record->title, THAW_REMINDER_MAX_TITLE_BYTES) || !thaw_reminder_has_valid_times (record))
    {
      thaw_reminder_free (record);
      record = thaw_reminder_copy (self->former);
    }

  if (self->overlay != NULL)
    thaw_reminder_changes_remove (self->overlay, self->services, record);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
thaw_reminder_editor_dispose (GObject *object)
{
  ThawReminderEditor *self = THAW_REMINDER_EDITOR (object);

  self->is_deaf = TRUE;
  g_clear_weak_pointer (&self->overlay);
  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_REMINDER_EDITOR);
  g_clear_object (&self->services);

  G_OBJECT_CLASS (thaw_reminder_editor_parent_class)->dispose (object);
}

static void
thaw_reminder_editor_finalize (GObject *object)
{
  ThawReminderEditor *self = THAW_REMINDER_EDITOR (object);

  g_clear_pointer (&self->former, thaw_reminder_free);
  g_clear_pointer (&self->reminder, thaw_reminder_free);
  g_free (self->opens_name);

  G_OBJECT_CLASS (thaw_reminder_editor_parent_class)->finalize (object);
}

static void
thaw_reminder_editor_class_init (ThawReminderEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = thaw_reminder_editor_dispose;
  object_class->finalize = thaw_reminder_editor_finalize;
  THAW_RECORD_EDITOR_CLASS (klass)->save = save;
  THAW_RECORD_EDITOR_CLASS (klass)->is_changed = is_changed;

  g_type_ensure (THAW_TYPE_DAY_BUTTON);
  g_type_ensure (THAW_TYPE_REMINDER_PREVIEW);
  g_type_ensure (THAW_TYPE_REMINDER_SPAN);
  g_type_ensure (THAW_TYPE_REMINDER_TIMES);
  g_type_ensure (THAW_TYPE_WEEKDAY_BUTTONS);
  g_type_ensure (THAW_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/reminders/thaw-reminder-editor.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, ThawReminderEditor, child)
  BIND (words_group);
  BIND (title_row);
  BIND (opens_row);
  BIND (skips_row);
  BIND (skips_switch);
  BIND (when_group);
  BIND (times_check);
  BIND (span_check);
  BIND (times_group);
  BIND (span_group);
  BIND (days_group);
  BIND (weekday_buttons);
  BIND (from_button);
  BIND (until_button);
  BIND (preview);
  BIND (more_group);
  BIND (quiet_row);
  BIND (quiet_switch);
  BIND (on_row);
  BIND (on_switch);
  BIND (delete_row);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, take_changes);
  gtk_widget_class_bind_template_callback (widget_class, opens_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, every_day_button_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, workdays_button_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, weekend_button_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_row_activated_cb);
}

static void
thaw_reminder_editor_init (ThawReminderEditor *self)
{
  self->is_deaf = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  thaw_heading_mark_title (self->when_group, 2);
  thaw_heading_mark_title (self->days_group, 2);
  thaw_record_editor_add_field (THAW_RECORD_EDITOR (self), self->title_row, THAW_REMINDER_MAX_TITLE_BYTES);
  g_signal_connect (self, "save", G_CALLBACK (on_save_cb), NULL);
}

static void
load (ThawReminderEditor *self,
      const ThawReminder *reminder)
{
  ThawClock *clock = thaw_services_get_clock (self->services);

  self->reminder = thaw_reminder_copy (reminder);
  gtk_editable_set_text (self->title_row, reminder->title);
  set_opens (self, reminder->opens);
  gtk_switch_set_active (self->skips_switch, reminder->skips_if_done);
  if (reminder->timing == THAW_REMINDER_IN_WINDOW)
    gtk_check_button_set_active (self->span_check, TRUE);
  thaw_reminder_times_load (self->times_group, reminder);
  thaw_reminder_span_load (self->span_group, reminder);
  thaw_weekday_buttons_set (self->weekday_buttons, reminder->weekdays);
  thaw_day_button_set_clock (self->from_button, clock);
  thaw_day_button_set_day (self->from_button, reminder->from);
  thaw_day_button_set_clock (self->until_button, clock);
  thaw_day_button_set_day (self->until_button, reminder->until);
  gtk_switch_set_active (self->quiet_switch, reminder->ignores_quiet);
  gtk_switch_set_active (self->on_switch, reminder->is_on);
  /* Nobody makes one that does not come. */
  gtk_widget_set_visible (self->on_row, reminder->uuid != NULL);
  gtk_widget_set_visible (self->delete_row, reminder->uuid != NULL);
  self->is_deaf = FALSE;

  take_changes (self);
  self->former = thaw_reminder_copy (self->reminder);
}

/**
 * thaw_reminder_editor_new:
 * @parent: the window over which it appears
 * @overlay: where toasts appear, in @parent
 * @services: where reminders are kept, with the journal open
 * @reminder: a reminder with valid times; without a uuid to make a new one of it
 *
 * Returns: (transfer none): a window, owned by GTK until it is closed
 */
GtkWindow *
thaw_reminder_editor_new (GtkWindow          *parent,
                          AdwToastOverlay    *overlay,
                          ThawServices       *services,
                          const ThawReminder *reminder)
{
  ThawReminderEditor *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (ADW_IS_TOAST_OVERLAY (overlay), NULL);
  g_return_val_if_fail (THAW_IS_SERVICES (services), NULL);
  g_return_val_if_fail (reminder != NULL && thaw_reminder_has_valid_times (reminder), NULL);

  self = g_object_new (THAW_TYPE_REMINDER_EDITOR, NULL);
  thaw_window_put_over (GTK_WINDOW (self), parent);
  self->services = g_object_ref (services);
  g_set_weak_pointer (&self->overlay, overlay);
  if (reminder->uuid != NULL)
    /* Translators: between two buttons there is little room; a short word will do */
    gtk_window_set_title (GTK_WINDOW (self), C_("title of a window", "Change Reminder"));

  thaw_reminder_preview_set_services (self->preview, services);
  load (self, reminder);
  show_quiet_hours (self);
  g_signal_connect_object (thaw_services_get_settings (services), "reminders-changed",
                           G_CALLBACK (show_quiet_hours), self, G_CONNECT_SWAPPED);

  return GTK_WINDOW (self);
}
