/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-pattern-editor"

#include "config.h"
#include "practice/thaw-pattern-editor.h"

#include <glib/gi18n-lib.h>

#include "practice/thaw-breath-guide.h"
#include "practice/thaw-phase-row.h"
#include "thaw-activity.h"
#include "thaw-window-over.h"
#include "widgets/thaw-spin.h"

/* A name fits into a row. */
#define MAX_NAME_LENGTH 80

/* More than twenty breaths a minute are more than a body at rest takes. */
#define FAST_BREATH_MS 3000

#define MS_PER_MINUTE 60000

/**
 * ThawPatternEditor:
 *
 * Where a way of breathing of the person's own is made or changed. While it is, the
 * guide goes along in small.
 *
 * Nothing is stored here: whoever opens it does that at #ThawRecordEditor::save. A pattern
 * without a name is called by its seconds.
 */
struct _ThawPatternEditor
{
  ThawRecordEditor parent_instance;

  /* Template children */
  AdwPreferencesGroup *name_group;
  GtkEditable *name_row;
  ThawBreathGuide *guide;
  GtkButton *play_button;
  GtkLabel *breath_label;
  GtkWidget *fast_label;
  AdwPreferencesGroup *phase_group;
  AdwActionRow *length_row;
  GtkSpinButton *length_spin;
  GtkToggleButton *breaths_button;
  GtkToggleButton *minutes_button;

  ThawPhaseRow *phase_rows[THAW_N_BREATH_PHASES];

  ThawPracticeClock *clock;   /* (owned) */
  ThawPracticeTimer *preview; /* (owned) (nullable) */
  ThawBreathPattern *pattern; /* (owned): as it stands there, the last that was valid */
  gboolean is_valid;          /* what stands there now */
  gboolean is_held;           /* the person stopped the preview */
  gboolean is_deaf;           /* what changes is not the person's doing: it is filled, or goes */
};

G_DEFINE_FINAL_TYPE (ThawPatternEditor, thaw_pattern_editor, THAW_TYPE_RECORD_EDITOR)

/* A number with one decimal, if it is not whole, as people write it here. */
static char *
format_number (double number)
{
  g_autofree char *text = g_strdup_printf ("%.1f", number);
  g_autofree char *whole = g_strdup_printf ("%.0f", number);
  g_autofree char *whole_with_tenth = g_strdup_printf ("%.1f", g_ascii_strtod (whole, NULL));

  return g_strdup (g_str_equal (text, whole_with_tenth) ? whole : text);
}

/* For a number that may have a fraction: for that, most languages have the form for several. */
static gulong
get_plural (double number)
{
  return number <= 1.0 ? 1 : (gulong) MAX (number + 0.95, 2.0);
}

static void
show_breath (ThawPatternEditor *self)
{
  gint64 breath_ms = thaw_breath_pattern_get_ms (self->pattern);
  double seconds = (double) breath_ms / 1000.0, a_minute = (double) MS_PER_MINUTE / (double) breath_ms;
  g_autofree char *seconds_text = format_number (seconds);
  g_autofree char *a_minute_text = format_number (a_minute);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *text = NULL;

  /* Translators: %s is a number as 10 or 9.5 */
  first = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "A breath takes %s second.", "A breath takes %s seconds.",
                                        get_plural (seconds)), seconds_text);
  /* Translators: goes on from “A breath takes 10 seconds.”; %s is a number as 6 or 5.5 */
  second = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "That makes %s breath a minute.",
                                         "That makes %s breaths a minute.", get_plural (a_minute)), a_minute_text);
  text = g_strconcat (first, " ", second, NULL);
  gtk_label_set_text (self->breath_label, text);
  gtk_widget_set_visible (self->fast_label, breath_ms < FAST_BREATH_MS);
}

static void
show_length (ThawPatternEditor *self)
{
  gint64 length_ms = self->pattern->breaths * thaw_breath_pattern_get_ms (self->pattern);
  int seconds = (int) ((length_ms + 500) / 1000);
  int minutes = (int) ((length_ms + MS_PER_MINUTE / 2) / MS_PER_MINUTE);
  g_autofree char *text = NULL;

  if (gtk_toggle_button_get_active (self->minutes_button))
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d breath", "%d breaths", (gulong) self->pattern->breaths),
                            self->pattern->breaths);
  else if (seconds < 60)
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d second", "%d seconds", (gulong) seconds), seconds);
  else
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "About %d minute", "About %d minutes", (gulong) minutes),
                            minutes);

  adw_action_row_set_subtitle (self->length_row, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->length_spin), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

/* What it is called, or "" */
static char *
dup_name (ThawPatternEditor *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->name_row)));
}

/* What could not be kept is not taken. */
static void
allow_saving (ThawPatternEditor *self)
{
  g_autofree char *name = dup_name (self);
  gboolean is_name_valid = name[0] == '\0' || thaw_activity_name_is_valid (name);

  thaw_record_editor_allow_saving (THAW_RECORD_EDITOR (self), self->is_valid && is_name_valid);
  if (is_name_valid)
    gtk_widget_remove_css_class (GTK_WIDGET (self->name_row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->name_row), "error");
}

static void
show_name_note (ThawPatternEditor *self)
{
  g_autofree char *name = dup_name (self);
  g_autofree char *seconds = NULL;
  g_autofree char *note = NULL;

  allow_saving (self);

  if (name[0] == '\0')
    {
      seconds = thaw_breath_pattern_describe (self->pattern);
      /* Translators: below the empty field for the name of a breathing pattern; %s are seconds as “4 · 7 · 8” */
      note = g_strdup_printf (_("Without a name it is called “%s”."), seconds);
    }

  adw_preferences_group_set_description (self->name_group, note);
}

static void
show_play_button (ThawPatternEditor *self)
{
  const char *label = self->is_held ? _("Show How It Goes") : _("Stop Showing How It Goes");

  gtk_button_set_icon_name (self->play_button,
                            self->is_held ? "media-playback-start-symbolic" : "media-playback-pause-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->play_button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->play_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* From the begin, so that it can be followed. */
static void
show_preview (ThawPatternEditor *self)
{
  g_autoptr (ThawTimeline) timeline = thaw_timeline_new_breathing (self->pattern, 0);

  if (self->preview != NULL)
    thaw_practice_timer_leave (self->preview);
  g_clear_object (&self->preview);
  self->preview = thaw_practice_timer_new (self->clock, timeline);
  if (!self->is_held)
    thaw_practice_timer_start (self->preview);
  thaw_breath_guide_set_timer (self->guide, self->preview);
}

/* As many as there can be; what is too much becomes the most. */
static void
limit_length (ThawPatternEditor *self)
{
  gboolean is_in_minutes = gtk_toggle_button_get_active (self->minutes_button);

  gtk_spin_button_set_range (self->length_spin, 1.0,
                             is_in_minutes ? THAW_BREATH_MAX_MINUTES
                                           : thaw_breath_pattern_count_breaths (self->pattern,
                                                                                THAW_BREATH_MAX_MINUTES));
}

static void
take_length (ThawPatternEditor *self)
{
  int length = gtk_spin_button_get_value_as_int (self->length_spin);

  if (gtk_toggle_button_get_active (self->minutes_button))
    self->pattern->breaths = thaw_breath_pattern_count_breaths (self->pattern, length);
  else
    self->pattern->breaths = length;
  show_length (self);
}

static void
on_phase_changed_cb (ThawPatternEditor *self)
{
  if (self->is_deaf)
    return;

  self->is_valid = TRUE;
  for (int phase = 0; phase < THAW_N_BREATH_PHASES; phase++)
    self->is_valid &= thaw_phase_row_get_tenths (self->phase_rows[phase]) != THAW_PHASE_ROW_INVALID;
  allow_saving (self);
  if (!self->is_valid)
    return;

  for (int phase = 0; phase < THAW_N_BREATH_PHASES; phase++)
    self->pattern->tenths[phase] = thaw_phase_row_get_tenths (self->phase_rows[phase]);
  limit_length (self);
  take_length (self);
  show_breath (self);
  show_name_note (self);
  show_preview (self);
}

static void
length_spin_value_changed_cb (ThawPatternEditor *self)
{
  if (!self->is_deaf)
    take_length (self);
}

/* The other unit begins with what comes nearest. */
static void
minutes_button_toggled_cb (ThawPatternEditor *self)
{
  gint64 length_ms = self->pattern->breaths * thaw_breath_pattern_get_ms (self->pattern);
  int breaths = self->pattern->breaths;

  limit_length (self);
  if (gtk_toggle_button_get_active (self->minutes_button))
    gtk_spin_button_set_value (self->length_spin, (double) ((length_ms + MS_PER_MINUTE / 2) / MS_PER_MINUTE));
  else
    gtk_spin_button_set_value (self->length_spin, breaths);
  take_length (self);
}

static void
play_button_clicked_cb (ThawPatternEditor *self)
{
  self->is_held = !self->is_held;
  show_play_button (self);
  show_preview (self);
}

static void
save (ThawRecordEditor *editor)
{
  ThawPatternEditor *self = THAW_PATTERN_EDITOR (editor);
  g_autofree char *name = dup_name (self);

  /* A number that was typed and not left yet. */
  gtk_spin_button_update (self->length_spin);
  take_length (self);

  g_free (self->pattern->name);
  self->pattern->name = name[0] != '\0' ? g_steal_pointer (&name) : thaw_breath_pattern_describe (self->pattern);
  thaw_record_editor_take (editor, self->pattern);
}

static void
thaw_pattern_editor_dispose (GObject *object)
{
  ThawPatternEditor *self = THAW_PATTERN_EDITOR (object);

  /* A field that has the focus takes what was typed when it goes. */
  self->is_deaf = TRUE;
  if (self->preview != NULL)
    thaw_practice_timer_leave (self->preview);
  g_clear_object (&self->preview);
  g_clear_object (&self->clock);
  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_PATTERN_EDITOR);

  G_OBJECT_CLASS (thaw_pattern_editor_parent_class)->dispose (object);
}

static void
thaw_pattern_editor_finalize (GObject *object)
{
  ThawPatternEditor *self = THAW_PATTERN_EDITOR (object);

  g_clear_pointer (&self->pattern, thaw_breath_pattern_free);

  G_OBJECT_CLASS (thaw_pattern_editor_parent_class)->finalize (object);
}

static void
thaw_pattern_editor_class_init (ThawPatternEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = thaw_pattern_editor_dispose;
  object_class->finalize = thaw_pattern_editor_finalize;
  THAW_RECORD_EDITOR_CLASS (klass)->save = save;

  g_type_ensure (THAW_TYPE_BREATH_GUIDE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/practice/thaw-pattern-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawPatternEditor, name_group);
  gtk_widget_class_bind_template_child (widget_class, ThawPatternEditor, name_row);
  gtk_widget_class_bind_template_child (widget_class, ThawPatternEditor, guide);
  gtk_widget_class_bind_template_child (widget_class, ThawPatternEditor, play_button);
  gtk_widget_class_bind_template_child (widget_class, ThawPatternEditor, breath_label);
  gtk_widget_class_bind_template_child (widget_class, ThawPatternEditor, fast_label);
  gtk_widget_class_bind_template_child (widget_class, ThawPatternEditor, phase_group);
  gtk_widget_class_bind_template_child (widget_class, ThawPatternEditor, length_row);
  gtk_widget_class_bind_template_child (widget_class, ThawPatternEditor, length_spin);
  gtk_widget_class_bind_template_child (widget_class, ThawPatternEditor, breaths_button);
  gtk_widget_class_bind_template_child (widget_class, ThawPatternEditor, minutes_button);
  gtk_widget_class_bind_template_callback (widget_class, length_spin_value_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, minutes_button_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, play_button_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_name_note);
}

static void
thaw_pattern_editor_init (ThawPatternEditor *self)
{
  self->clock = thaw_practice_clock_new ();
  self->pattern = thaw_breath_pattern_new (NULL, "");
  self->is_deaf = TRUE;

  gtk_widget_init_template (GTK_WIDGET (self));
  /* The title of its row would be read out once more. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->length_spin), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  thaw_record_editor_add_field (THAW_RECORD_EDITOR (self), self->name_row, MAX_NAME_LENGTH);

  for (int phase = 0; phase < THAW_N_BREATH_PHASES; phase++)
    {
      GtkWidget *row = thaw_phase_row_new ((ThawBreathPhase) phase);

      self->phase_rows[phase] = THAW_PHASE_ROW (row);
      g_signal_connect_object (row, "changed", G_CALLBACK (on_phase_changed_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->phase_group, row);
    }

  thaw_spin_ignore_scrolling (self->length_spin);
}

static void
load (ThawPatternEditor *self)
{
  self->is_deaf = TRUE;
  gtk_editable_set_text (self->name_row, self->pattern->name);
  for (int phase = 0; phase < THAW_N_BREATH_PHASES; phase++)
    thaw_phase_row_set_tenths (self->phase_rows[phase], self->pattern->tenths[phase]);
  limit_length (self);
  gtk_spin_button_set_value (self->length_spin, self->pattern->breaths);
  self->is_deaf = FALSE;

  on_phase_changed_cb (self);
}

/**
 * thaw_pattern_editor_new:
 * @parent: the window over which it appears
 * @pattern: (nullable): one from before that is valid, or %NULL to make a new one
 *
 * Returns: (transfer none): a window, owned by GTK until it is closed
 */
ThawPatternEditor *
thaw_pattern_editor_new (GtkWindow               *parent,
                         const ThawBreathPattern *pattern)
{
  ThawPatternEditor *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (pattern == NULL || thaw_breath_pattern_is_valid (pattern), NULL);

  self = g_object_new (THAW_TYPE_PATTERN_EDITOR, NULL);
  thaw_window_put_over (GTK_WINDOW (self), parent);
  if (pattern != NULL)
    {
      thaw_breath_pattern_free (self->pattern);
      self->pattern = thaw_breath_pattern_copy (pattern);
      if (pattern->id != NULL)
        gtk_window_set_title (GTK_WINDOW (self), _("Change Pattern"));
    }
  load (self);

  return self;
}
