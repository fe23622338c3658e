/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-pattern-editor"

#include "config.h"
#include "practice/thaw-pattern-editor.h"

#include <locale.h>

#include "practice/thaw-breath-guide.h"
#include "practice/thaw-phase-row.h"
#include "thaw-test-ui.h"

typedef struct
{
  GtkWindow *window;
  ThawPatternEditor *editor; /* NULL when it is gone */
  ThawBreathPattern *saved;
  int n_saved;
} Fixture;

static void
on_save_cb (Fixture           *fixture,
            ThawBreathPattern *pattern,
            ThawRecordEditor  *editor)
{
  fixture->n_saved++;
  g_clear_pointer (&fixture->saved, thaw_breath_pattern_free);
  fixture->saved = thaw_breath_pattern_copy (pattern);
  thaw_record_editor_settle (editor, NULL);
}

static void
open_editor (Fixture                 *fixture,
             const ThawBreathPattern *pattern)
{
  fixture->editor = thaw_pattern_editor_new (fixture->window, pattern);
  g_object_add_weak_pointer (G_OBJECT (fixture->editor), (gpointer *) &fixture->editor);
  g_signal_connect_swapped (fixture->editor, "save", G_CALLBACK (on_save_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->editor));
  thaw_test_ui_flush (GTK_WIDGET (fixture->editor));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->window = thaw_test_ui_present (gtk_label_new (""));
}

static void
await_gone (Fixture *fixture)
{
  while (fixture->editor != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->editor != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->editor));
  await_gone (fixture);
  thaw_test_ui_close (fixture->window);
  g_clear_pointer (&fixture->saved, thaw_breath_pattern_free);
}

static GtkWidget *
find (Fixture    *fixture,
      GType       type,
      const char *text)
{
  GtkWidget *found = thaw_test_ui_find (GTK_WIDGET (fixture->editor), type, text);

  g_assert_nonnull (found);

  return found;
}

static ThawPhaseRow *
find_phase (Fixture         *fixture,
            ThawBreathPhase  phase)
{
  GtkWidget *name = find (fixture, GTK_TYPE_LABEL, thaw_breath_phase_get_name (phase));

  return THAW_PHASE_ROW (gtk_widget_get_ancestor (name, THAW_TYPE_PHASE_ROW));
}

static GtkEditable *
find_spin (Fixture         *fixture,
           ThawBreathPhase  phase)
{
  return GTK_EDITABLE (thaw_test_ui_find (GTK_WIDGET (find_phase (fixture, phase)), GTK_TYPE_SPIN_BUTTON, NULL));
}

static GtkWidget *
find_length_row (Fixture *fixture)
{
  return gtk_widget_get_ancestor (find (fixture, GTK_TYPE_LABEL, "A session"), ADW_TYPE_ACTION_ROW);
}

static GtkSpinButton *
find_length (Fixture *fixture)
{
  return GTK_SPIN_BUTTON (thaw_test_ui_find (find_length_row (fixture), GTK_TYPE_SPIN_BUTTON, NULL));
}

/* Letter by letter over what is there, as a keyboard does. */
static void
type (GtkEditable *field,
      const char  *text)
{
  gtk_editable_select_region (field, 0, -1);
  gtk_editable_delete_selection (field);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      int position = gtk_editable_get_position (field);

      gtk_editable_insert_text (field, p, (int) (g_utf8_next_char (p) - p), &position);
      gtk_editable_set_position (field, position);
    }
}

static void
type_phase (Fixture         *fixture,
            ThawBreathPhase  phase,
            const char      *text)
{
  type (find_spin (fixture, phase), text);
}

/* As when the focus goes on. */
static void
leave_field (GtkEditable *field)
{
  gtk_spin_button_update (GTK_SPIN_BUTTON (field));
}

static const char *
get_note (Fixture         *fixture,
          ThawBreathPhase  phase)
{
  return adw_action_row_get_subtitle (ADW_ACTION_ROW (find_phase (fixture, phase)));
}

static gboolean
can_save (Fixture *fixture)
{
  return gtk_widget_is_sensitive (find (fixture, GTK_TYPE_BUTTON, "_Save"));
}

static void
save (Fixture *fixture)
{
  g_signal_emit_by_name (find (fixture, GTK_TYPE_BUTTON, "_Save"), "clicked");
  g_assert_cmpint (fixture->n_saved, ==, 1);
  await_gone (fixture);
  g_assert_true (thaw_breath_pattern_is_valid (fixture->saved));
}

static ThawPracticeTimer *
get_preview (Fixture *fixture)
{
  g_autoptr (ThawPracticeTimer) timer = NULL;

  g_object_get (find (fixture, THAW_TYPE_BREATH_GUIDE, NULL), "timer", &timer, NULL);

  return timer;
}

static ThawBreathPattern *
make_478 (void)
{
  ThawBreathPattern *pattern = thaw_breath_pattern_new ("0190a8f4-0000-7000-8000-000000000001", "Evenings");
  const int tenths[THAW_N_BREATH_PHASES] = { 40, 0, 70, 80, 0 };

  memcpy (pattern->tenths, tenths, sizeof tenths);
  pattern->breaths = 4;

  return pattern;
}

static void
test_new (Fixture       *fixture,
          gconstpointer  data)
{
  open_editor (fixture, NULL);
  g_assert_true (can_save (fixture));
  find (fixture, GTK_TYPE_LABEL, "A breath takes 10 seconds. That makes 6 breaths a minute.");
  find (fixture, GTK_TYPE_LABEL, "Without a name it is called “5 · 5”.");

  save (fixture);
  g_assert_null (fixture->saved->id);
  g_assert_cmpstr (fixture->saved->name, ==, "5 · 5");
  g_assert_cmpint (fixture->saved->breaths, ==, 12);
}

static void
test_change (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (ThawBreathPattern) pattern = make_478 ();

  open_editor (fixture, pattern);
  g_assert_cmpstr (gtk_editable_get_text (find_spin (fixture, THAW_BREATH_HOLD_FULL)), ==, "7.0");
  find (fixture, GTK_TYPE_LABEL, "A breath takes 19 seconds. That makes 3.2 breaths a minute.");
  type (GTK_EDITABLE (find (fixture, ADW_TYPE_ENTRY_ROW, NULL)), "  Nights ");
  type_phase (fixture, THAW_BREATH_HOLD_FULL, "6.5");
  find (fixture, GTK_TYPE_LABEL, "A breath takes 18.5 seconds. That makes 3.2 breaths a minute.");

  save (fixture);
  g_assert_cmpstr (fixture->saved->id, ==, pattern->id);
  g_assert_cmpstr (fixture->saved->name, ==, "Nights");
  g_assert_cmpint (fixture->saved->tenths[THAW_BREATH_HOLD_FULL], ==, 65);
  g_assert_cmpint (fixture->saved->tenths[THAW_BREATH_OUT], ==, 80);
  g_assert_cmpint (fixture->saved->breaths, ==, 4);
}

/* A comma, a point, and the digits of the person's own keyboard all mean what they seem to. */
static void
test_typed (Fixture       *fixture,
            gconstpointer  data)
{
  const struct
  {
    const char *text;
    int tenths;
    const char *shown;
  } numbers[] = {
    { "4,5", 45, "4.5" }, { "4.5", 45, "4.5" },  { "12", 120, "12.0" }, { "0,5", 5, "0.5" },   { "30", 300, "30.0" },
    { "7.", 70, "7.0" },  { ",5", 5, "0.5" },    { " 3 ", 30, "3.0" },  { "٤٫٥", 45, "4.5" },  { "2.04", 20, "2.0" },
  };
  const char *locale = data;
  g_autofree char *former = g_strdup (setlocale (LC_NUMERIC, NULL));

  if (setlocale (LC_NUMERIC, locale) == NULL)
    {
      g_test_skip ("The locale is not installed");
      return;
    }

  open_editor (fixture, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *shown = g_strdup (numbers[i].shown);

      type_phase (fixture, THAW_BREATH_OUT, numbers[i].text);
      g_assert_cmpint (thaw_phase_row_get_tenths (find_phase (fixture, THAW_BREATH_OUT)), ==, numbers[i].tenths);
      leave_field (find_spin (fixture, THAW_BREATH_OUT));
      g_assert_cmpint (thaw_phase_row_get_tenths (find_phase (fixture, THAW_BREATH_OUT)), ==, numbers[i].tenths);
      g_strdelimit (shown, ".", localeconv ()->decimal_point[0]);
      g_assert_cmpstr (gtk_editable_get_text (find_spin (fixture, THAW_BREATH_OUT)), ==, shown);
    }

  type_phase (fixture, THAW_BREATH_OUT, "4,5");
  save (fixture);
  g_assert_cmpint (fixture->saved->tenths[THAW_BREATH_OUT], ==, 45);
  setlocale (LC_NUMERIC, former);
}

/* What cannot be is said where it stands, cannot be saved, and does not stay. */
static void
test_limits (Fixture       *fixture,
             gconstpointer  data)
{
  const struct
  {
    ThawBreathPhase phase;
    const char *text;
    const char *note;
    const char *shown;
  } wrong[] = {
    { THAW_BREATH_IN, "0", "From 0.5 to 30 seconds", "0.5" },
    { THAW_BREATH_IN, "0.4", "From 0.5 to 30 seconds", "0.5" },
    { THAW_BREATH_OUT, "45", "From 0.5 to 30 seconds", "30.0" },
    { THAW_BREATH_HOLD_FULL, "3600", "From 0 to 30 seconds", "30.0" },
    { THAW_BREATH_HOLD_EMPTY, "", "From 0 to 30 seconds", "0.0" },
    { THAW_BREATH_TOP_UP, "-1", "From 0 to 30 seconds", "0.0" },
    { THAW_BREATH_TOP_UP, "a", "From 0 to 30 seconds", "0.0" },
    { THAW_BREATH_TOP_UP, "1e9", "From 0 to 30 seconds", "0.0" },
    { THAW_BREATH_TOP_UP, "99999999999999999999", "From 0 to 30 seconds", "30.0" },
  };

  open_editor (fixture, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      GtkEditable *spin = find_spin (fixture, wrong[i].phase);

      type_phase (fixture, wrong[i].phase, wrong[i].text);
      g_assert_cmpint (thaw_phase_row_get_tenths (find_phase (fixture, wrong[i].phase)), ==, THAW_PHASE_ROW_INVALID);
      g_assert_cmpstr (get_note (fixture, wrong[i].phase), ==, wrong[i].note);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, wrong[i].note);
      gtk_test_accessible_assert_state (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_STATE_INVALID,
                                        GTK_ACCESSIBLE_INVALID_TRUE);
      g_assert_false (can_save (fixture));
      gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "editor.save", NULL);
      g_assert_cmpint (fixture->n_saved, ==, 0);

      leave_field (spin);
      g_assert_cmpstr (gtk_editable_get_text (spin), ==, wrong[i].shown);
      g_assert_cmpstr (get_note (fixture, wrong[i].phase), ==, "");
      g_assert_true (can_save (fixture));
    }

  type_phase (fixture, THAW_BREATH_HOLD_FULL, "0");
  g_assert_true (can_save (fixture));
  save (fixture);
}

static void
test_fast (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *note;

  open_editor (fixture, NULL);
  note = find (fixture, GTK_TYPE_LABEL,
               "Breathing this fast can make you dizzy. Slower is gentler, and you can stop at any time.");
  g_assert_false (gtk_widget_get_visible (note));
  type_phase (fixture, THAW_BREATH_IN, "1");
  g_assert_false (gtk_widget_get_visible (note));
  type_phase (fixture, THAW_BREATH_OUT, "1");
  g_assert_true (gtk_widget_get_visible (note));
  find (fixture, GTK_TYPE_LABEL, "A breath takes 2 seconds. That makes 30 breaths a minute.");
  type_phase (fixture, THAW_BREATH_OUT, "10");
  g_assert_false (gtk_widget_get_visible (note));
}

static void
assert_length (Fixture    *fixture,
               int         value,
               const char *note)
{
  g_assert_cmpint (gtk_spin_button_get_value_as_int (find_length (fixture)), ==, value);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_length_row (fixture))), ==, note);
}

static void
choose_unit (Fixture    *fixture,
             const char *unit)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find (fixture, GTK_TYPE_TOGGLE_BUTTON, unit)), TRUE);
}

static void
test_length (Fixture       *fixture,
             gconstpointer  data)
{
  open_editor (fixture, NULL);
  assert_length (fixture, 12, "About 2 minutes");
  gtk_spin_button_set_value (find_length (fixture), 3);
  assert_length (fixture, 3, "30 seconds");
  gtk_spin_button_set_value (find_length (fixture), 20);

  choose_unit (fixture, "Minutes");
  assert_length (fixture, 3, "18 breaths");
  gtk_spin_button_set_value (find_length (fixture), 10);
  assert_length (fixture, 10, "60 breaths");
  /* Minutes stay what they are, whatever a breath takes. */
  type_phase (fixture, THAW_BREATH_OUT, "7");
  assert_length (fixture, 10, "50 breaths");

  choose_unit (fixture, "Breaths");
  assert_length (fixture, 50, "About 10 minutes");
  choose_unit (fixture, "Minutes");
  gtk_spin_button_set_value (find_length (fixture), 5);
  save (fixture);
  g_assert_cmpint (fixture->saved->breaths, ==, 25);
}

/* No session is longer than an hour, nor has more breaths than can be kept. */
static void
test_length_limits (Fixture       *fixture,
                    gconstpointer  data)
{
  open_editor (fixture, NULL);
  gtk_spin_button_set_value (find_length (fixture), 5000);
  assert_length (fixture, 360, "About 60 minutes");
  type_phase (fixture, THAW_BREATH_IN, "30");
  type_phase (fixture, THAW_BREATH_OUT, "30");
  assert_length (fixture, 60, "About 60 minutes");

  type_phase (fixture, THAW_BREATH_IN, "0.5");
  type_phase (fixture, THAW_BREATH_OUT, "0.5");
  choose_unit (fixture, "Minutes");
  gtk_spin_button_set_value (find_length (fixture), 60);
  assert_length (fixture, 60, "999 breaths");
  save (fixture);
}

static void
discard (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (!ADW_IS_MESSAGE_DIALOG (window))
        continue;

      adw_message_dialog_response (ADW_MESSAGE_DIALOG (window), "close");
      gtk_window_destroy (window);
      return;
    }

  g_assert_not_reached ();
}

/* A number that was typed counts although the field was not left. */
static void
test_not_left (Fixture       *fixture,
               gconstpointer  data)
{
  open_editor (fixture, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (find_length (fixture)));
  type (GTK_EDITABLE (find_length (fixture)), "30");
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "editor.save", NULL);
  await_gone (fixture);
  g_assert_cmpint (fixture->saved->breaths, ==, 30);

  open_editor (fixture, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (find_phase (fixture, THAW_BREATH_IN)));
  type_phase (fixture, THAW_BREATH_IN, "4");
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "editor.save", NULL);
  await_gone (fixture);
  g_assert_cmpint (fixture->saved->tenths[THAW_BREATH_IN], ==, 40);

  open_editor (fixture, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (find_phase (fixture, THAW_BREATH_IN)));
  type_phase (fixture, THAW_BREATH_IN, "45");
  gtk_window_close (GTK_WINDOW (fixture->editor));
  discard ();
  await_gone (fixture);
  g_assert_cmpint (fixture->n_saved, ==, 2);
}

/* What the journal would refuse is not taken; the window stays, and says where. */
static void
test_long_name (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *row;
  g_autoptr (GString) name = g_string_new (NULL);

  open_editor (fixture, NULL);
  row = thaw_test_ui_find (GTK_WIDGET (fixture->editor), ADW_TYPE_ENTRY_ROW, NULL);
  for (int i = 0; i < 70; i++)
    g_string_append (name, "😀");
  gtk_editable_set_text (GTK_EDITABLE (row), name->str);
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "editor.save", NULL);
  g_assert_cmpint (fixture->n_saved, ==, 0);

  gtk_editable_set_text (GTK_EDITABLE (row), "");
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  save (fixture);
  g_assert_cmpint (fixture->n_saved, ==, 1);
}

static void
test_preview (Fixture       *fixture,
              gconstpointer  data)
{
  open_editor (fixture, NULL);
  g_assert_cmpint (thaw_practice_timer_get_state (get_preview (fixture)), ==, THAW_PRACTICE_RUNNING);
  g_assert_cmpint (thaw_timeline_get_round_ms (thaw_practice_timer_get_timeline (get_preview (fixture))), ==, 10000);

  type_phase (fixture, THAW_BREATH_TOP_UP, "1,5");
  g_assert_cmpint (thaw_timeline_get_round_ms (thaw_practice_timer_get_timeline (get_preview (fixture))), ==, 11500);
  /* What cannot be is not shown. */
  type_phase (fixture, THAW_BREATH_IN, "0");
  g_assert_cmpint (thaw_timeline_get_round_ms (thaw_practice_timer_get_timeline (get_preview (fixture))), ==, 11500);
  type_phase (fixture, THAW_BREATH_IN, "5");

  g_signal_emit_by_name (find (fixture, GTK_TYPE_BUTTON, "Stop Showing How It Goes"), "clicked");
  g_assert_cmpint (thaw_practice_timer_get_state (get_preview (fixture)), ==, THAW_PRACTICE_READY);
  type_phase (fixture, THAW_BREATH_IN, "6");
  g_assert_cmpint (thaw_practice_timer_get_state (get_preview (fixture)), ==, THAW_PRACTICE_READY);
  g_signal_emit_by_name (find (fixture, GTK_TYPE_BUTTON, "Show How It Goes"), "clicked");
  g_assert_cmpint (thaw_practice_timer_get_state (get_preview (fixture)), ==, THAW_PRACTICE_RUNNING);
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  open_editor (fixture, NULL);
  g_signal_emit_by_name (find (fixture, GTK_TYPE_BUTTON, "_Cancel"), "clicked");
  await_gone (fixture);

  open_editor (fixture, NULL);
  type_phase (fixture, THAW_BREATH_IN, "7");
  g_signal_emit_by_name (find (fixture, GTK_TYPE_BUTTON, "_Cancel"), "clicked");
  discard ();
  await_gone (fixture);
  g_assert_cmpint (fixture->n_saved, ==, 0);
}

/* From the name on, and from one phase straight to the next. */
static void
test_focus (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWindow *window;

  open_editor (fixture, NULL);
  window = GTK_WINDOW (fixture->editor);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (window), find (fixture, ADW_TYPE_ENTRY_ROW, NULL)));

  while (gtk_widget_get_ancestor (gtk_window_get_focus (window), THAW_TYPE_PHASE_ROW) == NULL)
    g_assert_true (thaw_test_ui_tab (window, GTK_DIR_TAB_FORWARD));
  for (int phase = 0; phase < THAW_N_BREATH_PHASES; phase++)
    {
      g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (window),
                                             GTK_WIDGET (find_spin (fixture, (ThawBreathPhase) phase))));
      g_assert_true (thaw_test_ui_tab (window, GTK_DIR_TAB_FORWARD));
    }
  g_assert_null (gtk_widget_get_ancestor (gtk_window_get_focus (window), THAW_TYPE_PHASE_ROW));
  g_assert_true (thaw_test_ui_tab (window, GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (window),
                                         GTK_WIDGET (find_spin (fixture, THAW_BREATH_HOLD_EMPTY))));
}

static void
test_accessible (Fixture       *fixture,
                 gconstpointer  data)
{
  open_editor (fixture, NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_spin (fixture, THAW_BREATH_IN)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Breathe in, in seconds");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_length (fixture)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Length of a session");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find (fixture, GTK_TYPE_BUTTON, "Stop Showing How It Goes")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Stop Showing How It Goes");
}

static void
test_pictures (Fixture       *fixture,
               gconstpointer  data)
{
  const int widths[] = { 480, 360 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (ThawBreathPattern) pattern = make_478 ();
      g_autofree char *name = g_strdup_printf ("pattern-editor-%d", widths[i]);

      open_editor (fixture, pattern);
      gtk_window_set_default_size (GTK_WINDOW (fixture->editor), widths[i], 760);
      type_phase (fixture, THAW_BREATH_OUT, "45");
      thaw_test_ui_flush (GTK_WIDGET (fixture->editor));
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->editor)), <=, widths[i] + 2);
      thaw_test_ui_save_picture (GTK_WIDGET (fixture->editor), name);
      gtk_window_destroy (GTK_WINDOW (fixture->editor));
      await_gone (fixture);
    }
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

#define ADD(path, data, func) g_test_add (path, Fixture, data, set_up, func, tear_down)
  ADD ("/ui/pattern-editor/new", NULL, test_new);
  ADD ("/ui/pattern-editor/change", NULL, test_change);
  ADD ("/ui/pattern-editor/typed", "C", test_typed);
  ADD ("/ui/pattern-editor/typed-german", "de_DE.UTF-8", test_typed);
  ADD ("/ui/pattern-editor/limits", NULL, test_limits);
  ADD ("/ui/pattern-editor/fast", NULL, test_fast);
  ADD ("/ui/pattern-editor/length", NULL, test_length);
  ADD ("/ui/pattern-editor/length-limits", NULL, test_length_limits);
  ADD ("/ui/pattern-editor/not-left", NULL, test_not_left);
  ADD ("/ui/pattern-editor/long-name", NULL, test_long_name);
  ADD ("/ui/pattern-editor/preview", NULL, test_preview);
  ADD ("/ui/pattern-editor/cancel", NULL, test_cancel);
  ADD ("/ui/pattern-editor/focus", NULL, test_focus);
  ADD ("/ui/pattern-editor/accessible", NULL, test_accessible);
  ADD ("/ui/pattern-editor/pictures", NULL, test_pictures);
#undef ADD

  return g_test_run ();
}
