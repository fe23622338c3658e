/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-reflection-window"

#include "config.h"
#include "reflection/thaw-reflection-window.h"
#include "thaw-test-services.h"
#include "thaw-test-ui.h"

#include "reflection/thaw-reflection-offer.h"
#include "thaw-reflection-words.h"
#include "widgets/check-in/thaw-step-scale.h"
#include "widgets/thaw-save-problem.h"

typedef struct
{
  ThawTestServices services;
  GtkWindow *window; /* that the other one is opened from */
  GtkWidget *overlay;
  GtkWidget *offer;
  GtkWindow *dialog; /* NULL when it is gone */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  thaw_test_services_set_up (&fixture->services);
  fixture->overlay = adw_toast_overlay_new ();
  fixture->offer = g_object_new (THAW_TYPE_REFLECTION_OFFER, NULL);
  thaw_reflection_offer_set_services (THAW_REFLECTION_OFFER (fixture->offer), fixture->services.services);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (fixture->overlay), fixture->offer);
  fixture->window = thaw_test_ui_present (fixture->overlay);
}

static void
await_gone (Fixture *fixture)
{
  while (fixture->dialog != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->dialog != NULL)
    gtk_window_destroy (fixture->dialog);
  await_gone (fixture);
  thaw_test_ui_close (fixture->window);
  thaw_test_services_tear_down (&fixture->services);
}

static void
open_dialog (Fixture              *fixture,
             const ThawReflection *reflection)
{
  fixture->dialog = GTK_WINDOW (thaw_reflection_window_open (fixture->offer, fixture->services.services, reflection));
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  thaw_test_ui_flush (GTK_WIDGET (fixture->dialog));
}

static GtkWidget *
find (Fixture    *fixture,
      GType       type,
      const char *text)
{
  return thaw_test_ui_find (GTK_WIDGET (fixture->dialog), type, text);
}

static ThawStepScale *
find_scale (Fixture            *fixture,
            ThawReflectionArea  area)
{
  GtkWidget *question = find (fixture, GTK_TYPE_LABEL, thaw_reflection_area_get_question (area));

  return THAW_STEP_SCALE (gtk_widget_get_ancestor (question, THAW_TYPE_STEP_SCALE));
}

static void
answer (Fixture            *fixture,
        ThawReflectionArea  area,
        int                 level)
{
  g_signal_emit_by_name (thaw_step_scale_get_button (find_scale (fixture, area), level), "clicked");
}

static void
press_button (Fixture    *fixture,
              const char *label)
{
  g_signal_emit_by_name (find (fixture, GTK_TYPE_BUTTON, label), "clicked");
}

static gboolean
is_sensitive (Fixture    *fixture,
              const char *label)
{
  return gtk_widget_is_sensitive (find (fixture, GTK_TYPE_BUTTON, label));
}

static GPtrArray *
list (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *reflections = thaw_reflection_store_list (thaw_services_get_reflections (fixture->services.services),
                                                       &error);

  g_assert_no_error (error);

  return reflections;
}

static guint
count (Fixture *fixture)
{
  g_autoptr (GPtrArray) reflections = list (fixture);

  return reflections->len;
}

static void
await_count (Fixture *fixture,
             guint    n)
{
  while (count (fixture) != n)
    g_main_context_iteration (NULL, TRUE);
}

static ThawReflection *
dup_draft (Fixture *fixture)
{
  return thaw_drafts_get_reflection (thaw_services_get_drafts (fixture->services.services), THAW_DRAFT_REFLECTION, NULL);
}

static ThawReflection *
add (Fixture    *fixture,
     const char *iso,
     int         naming)
{
  g_autoptr (ThawReflection) reflection = thaw_reflection_new ();
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GError) error = NULL;
  ThawReflection *saved;

  reflection->moment = thaw_moment_from_iso (iso, utc);
  reflection->levels[THAW_REFLECTION_NAMING] = naming;
  saved = thaw_reflection_store_save_sync (thaw_services_get_reflections (fixture->services.services), reflection,
                                           &error);
  g_assert_no_error (error);

  return saved;
}

static void
press_undo (Fixture *fixture)
{
  GtkWidget *button = thaw_test_ui_find (fixture->overlay, GTK_TYPE_BUTTON, "_Undo");

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

/* As Ctrl+Z does. */
static gboolean
press_undo_key (Fixture *fixture)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->overlay);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_SHORTCUT_CONTROLLER (controller))
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), 0);

          return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, fixture->overlay, NULL);
        }
    }

  g_assert_not_reached ();
}

static void
test_save (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) reflections = NULL;
  g_autoptr (ThawReflection) draft = NULL;
  const ThawReflection *reflection;

  open_dialog (fixture, NULL);
  g_assert_false (is_sensitive (fixture, "_Save"));
  answer (fixture, THAW_REFLECTION_RESPONSE, 0);
  answer (fixture, THAW_REFLECTION_NAMING, THAW_STEP_SCALE_UNKNOWN);
  answer (fixture, THAW_REFLECTION_CLOSENESS, 10);
  g_assert_true (is_sensitive (fixture, "_Save"));
  press_button (fixture, "_Save");
  await_gone (fixture);

  reflections = list (fixture);
  g_assert_cmpuint (reflections->len, ==, 1);
  reflection = g_ptr_array_index (reflections, 0);
  g_assert_cmpint (reflection->levels[THAW_REFLECTION_RESPONSE], ==, 0);
  g_assert_cmpint (reflection->levels[THAW_REFLECTION_NAMING], ==, THAW_REFLECTION_UNKNOWN);
  g_assert_cmpint (reflection->levels[THAW_REFLECTION_RANGE], ==, THAW_REFLECTION_UNKNOWN);
  g_assert_cmpint (reflection->levels[THAW_REFLECTION_CLOSENESS], ==, 10);
  g_assert_cmpint (reflection->moment.day, ==, thaw_clock_get_today (fixture->services.clock));

  /* Taken back, it is not lost. */
  press_undo (fixture);
  await_count (fixture, 0);
  draft = dup_draft (fixture);
  g_assert_nonnull (draft);
  g_assert_true (thaw_reflection_equal (draft, reflection));
}

static void
test_save_leaves_no_draft (Fixture       *fixture,
                           gconstpointer  data)
{
  ThawReflection *draft;

  open_dialog (fixture, NULL);
  answer (fixture, THAW_REFLECTION_RANGE, 3);
  press_button (fixture, "_Save");
  await_gone (fixture);
  while ((draft = dup_draft (fixture)) != NULL)
    {
      thaw_reflection_free (draft);
      g_main_context_iteration (NULL, TRUE);
    }
}

/* What was answered waits for the person, however the window went. */
static void
test_kept (Fixture       *fixture,
           gconstpointer  data)
{
  ThawReflection *draft;

  open_dialog (fixture, NULL);
  g_assert_false (gtk_widget_get_mapped (find (fixture, GTK_TYPE_LABEL, "Here is what you had answered.")));
  answer (fixture, THAW_REFLECTION_RANGE, 3);
  gtk_window_close (fixture->dialog);
  await_gone (fixture);

  open_dialog (fixture, NULL);
  g_assert_cmpint (thaw_step_scale_get_selected (find_scale (fixture, THAW_REFLECTION_RANGE)), ==, 3);
  g_assert_true (gtk_widget_get_mapped (find (fixture, GTK_TYPE_LABEL, "Here is what you had answered.")));
  press_button (fixture, "_Discard");
  await_gone (fixture);
  while ((draft = dup_draft (fixture)) != NULL)
    {
      thaw_reflection_free (draft);
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_cmpuint (count (fixture), ==, 0);
}

static void
test_kept_when_destroyed (Fixture       *fixture,
                          gconstpointer  data)
{
  ThawReflection *draft;

  open_dialog (fixture, NULL);
  answer (fixture, THAW_REFLECTION_RANGE, 3);
  gtk_window_destroy (fixture->dialog);
  await_gone (fixture);
  while ((draft = dup_draft (fixture)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (draft->levels[THAW_REFLECTION_RANGE], ==, 3);
  thaw_reflection_free (draft);
}

/* The disk was pulled: the window stays, says so, and saves when the person tries again. */
static void
test_failure (Fixture       *fixture,
              gconstpointer  data)
{
  ThawDatabase *database = thaw_services_get_database (fixture->services.services);
  ThawSaveProblem *problem;
  g_autoptr (GError) error = NULL;

  open_dialog (fixture, NULL);
  problem = THAW_SAVE_PROBLEM (find (fixture, THAW_TYPE_SAVE_PROBLEM, NULL));
  answer (fixture, THAW_REFLECTION_NAMING, 7);
  thaw_database_close (database);
  press_button (fixture, "_Save");
  while (!thaw_save_problem_is_shown (problem))
    g_main_context_iteration (NULL, TRUE);
  while (!is_sensitive (fixture, "_Save"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (thaw_step_scale_get_selected (find_scale (fixture, THAW_REFLECTION_NAMING)), ==, 7);

  thaw_database_open_sync (database, THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  press_button (fixture, "_Save");
  await_gone (fixture);
  g_assert_cmpuint (count (fixture), ==, 1);
}

static GtkWidget *
find_question (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (ADW_IS_MESSAGE_DIALOG (toplevel) && gtk_widget_get_visible (toplevel))
        return toplevel;
    }

  return NULL;
}

/* Answers the question whether to close without the answers. */
static void
respond (const char *response)
{
  GtkWidget *question;

  while ((question = find_question ()) == NULL)
    g_main_context_iteration (NULL, TRUE);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), response);
  gtk_window_destroy (GTK_WINDOW (question));
}

/* Closing with answers that cannot be kept brings the window back, as often as it is tried. */
static void
test_close_failure (Fixture       *fixture,
                    gconstpointer  data)
{
  ThawDatabase *database = thaw_services_get_database (fixture->services.services);
  g_autoptr (ThawReflection) draft = NULL;
  g_autoptr (GError) error = NULL;

  open_dialog (fixture, NULL);
  answer (fixture, THAW_REFLECTION_NAMING, 7);
  thaw_database_close (database);
  for (int i = 0; i < 2; i++)
    {
      gtk_window_close (fixture->dialog);
      respond ("back");
      g_assert_nonnull (fixture->dialog);
      g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->dialog)));
      g_assert_true (thaw_save_problem_is_shown (THAW_SAVE_PROBLEM (find (fixture, THAW_TYPE_SAVE_PROBLEM, NULL))));
      g_assert_cmpint (thaw_step_scale_get_selected (find_scale (fixture, THAW_REFLECTION_NAMING)), ==, 7);
    }

  thaw_database_open_sync (database, THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  gtk_window_close (fixture->dialog);
  await_gone (fixture);
  draft = dup_draft (fixture);
  g_assert_cmpint (draft->levels[THAW_REFLECTION_NAMING], ==, 7);
}

static void
test_close_anyway (Fixture       *fixture,
                   gconstpointer  data)
{
  open_dialog (fixture, NULL);
  answer (fixture, THAW_REFLECTION_NAMING, 7);
  thaw_database_close (thaw_services_get_database (fixture->services.services));
  gtk_window_close (fixture->dialog);
  respond ("close");
  await_gone (fixture);
}

static void
test_change (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (ThawReflection) old = add (fixture, "2026-03-01T12:00:00Z", 2);
  g_autoptr (GPtrArray) changed = NULL;
  const ThawReflection *reflection;

  open_dialog (fixture, old);
  g_assert_cmpint (thaw_step_scale_get_selected (find_scale (fixture, THAW_REFLECTION_NAMING)), ==, 2);
  answer (fixture, THAW_REFLECTION_NAMING, 6);
  press_button (fixture, "_Save");
  await_gone (fixture);

  changed = list (fixture);
  g_assert_cmpuint (changed->len, ==, 1);
  reflection = g_ptr_array_index (changed, 0);
  g_assert_cmpstr (reflection->uuid, ==, old->uuid);
  g_assert_cmpint (reflection->levels[THAW_REFLECTION_NAMING], ==, 6);
  g_assert_true (thaw_moment_equal (&reflection->moment, &old->moment));

  press_undo (fixture);
  for (;;)
    {
      g_autoptr (GPtrArray) reflections = list (fixture);

      if (thaw_reflection_equal (g_ptr_array_index (reflections, 0), old))
        break;
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
test_delete (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (ThawReflection) old = add (fixture, "2026-03-01T12:00:00Z", 2);
  g_autoptr (GPtrArray) reflections = NULL;

  open_dialog (fixture, old);
  press_button (fixture, "_Delete");
  await_gone (fixture);
  g_assert_cmpuint (count (fixture), ==, 0);

  press_undo (fixture);
  await_count (fixture, 1);
  reflections = list (fixture);
  g_assert_true (thaw_reflection_equal (g_ptr_array_index (reflections, 0), old));
}

/* One change right after the other, and back by keyboard alone; what could not be brought back still can. */
static void
test_undo_by_keyboard (Fixture       *fixture,
                       gconstpointer  data)
{
  ThawDatabase *database = thaw_services_get_database (fixture->services.services);
  g_autoptr (ThawReflection) old = add (fixture, "2026-03-01T12:00:00Z", 2);
  g_autoptr (GPtrArray) changed = NULL;
  g_autoptr (GPtrArray) reflections = NULL;
  g_autoptr (GError) error = NULL;

  open_dialog (fixture, old);
  answer (fixture, THAW_REFLECTION_NAMING, 6);
  press_button (fixture, "_Save");
  await_gone (fixture);
  changed = list (fixture);
  open_dialog (fixture, g_ptr_array_index (changed, 0));
  press_button (fixture, "_Delete");
  await_gone (fixture);

  thaw_database_close (database);
  g_assert_true (press_undo_key (fixture));
  while (thaw_test_ui_find (fixture->overlay, GTK_TYPE_LABEL, "This could not be taken back") == NULL)
    g_main_context_iteration (NULL, TRUE);
  thaw_database_open_sync (database, THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (press_undo_key (fixture));
  await_count (fixture, 1);
  reflections = list (fixture);
  g_assert_true (thaw_reflection_equal (g_ptr_array_index (reflections, 0), g_ptr_array_index (changed, 0)));

  /* Nothing is offered any more. */
  g_assert_false (press_undo_key (fixture));
}

/* Each question by keyboard alone, and the middle has its word. */
static void
test_keyboard (Fixture       *fixture,
               gconstpointer  data)
{
  ThawStepScale *scale;

  open_dialog (fixture, NULL);
  scale = find_scale (fixture, THAW_REFLECTION_RESPONSE);
  gtk_widget_grab_focus (GTK_WIDGET (scale));
  g_assert_true (thaw_test_ui_press (gtk_window_get_focus (fixture->dialog), GDK_KEY_5, 0));
  g_assert_cmpint (thaw_step_scale_get_selected (scale), ==, 5);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (thaw_step_scale_get_button (scale, 5)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "5 of 10, now and then");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       thaw_reflection_area_get_question (THAW_REFLECTION_RESPONSE));
  g_assert_nonnull (thaw_test_ui_find (GTK_WIDGET (scale), GTK_TYPE_LABEL, "now and then"));
  thaw_test_ui_flush (GTK_WIDGET (fixture->dialog));
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->dialog), "reflection-window");

  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "reflection.save", NULL);
  await_gone (fixture);
  g_assert_cmpuint (count (fixture), ==, 1);
}

/* It fits a phone. */
static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  int width;

  fixture->dialog = GTK_WINDOW (thaw_reflection_window_new (fixture->services.services, NULL));
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  gtk_window_set_default_size (fixture->dialog, 360, 640);
  gtk_window_present (fixture->dialog);
  answer (fixture, THAW_REFLECTION_RANGE, 3);
  thaw_test_ui_flush (GTK_WIDGET (fixture->dialog));
  gtk_widget_measure (GTK_WIDGET (fixture->dialog), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 360);
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->dialog), "reflection-window-narrow");
}

static gboolean
is_offered (Fixture *fixture)
{
  thaw_reflection_offer_update (THAW_REFLECTION_OFFER (fixture->offer));

  return gtk_widget_get_visible (fixture->offer);
}

static void
test_offer (Fixture       *fixture,
            gconstpointer  data)
{
  ThawSettings *settings = thaw_services_get_settings (fixture->services.services);
  ThawReflectionStore *reflections = thaw_services_get_reflections (fixture->services.services);
  g_autoptr (ThawReflection) first = NULL;
  g_autoptr (ThawReflection) late = NULL;
  g_autoptr (GError) error = NULL;

  /* Not to somebody who does not know it, unless it was asked for. */
  g_assert_false (is_offered (fixture));
  first = add (fixture, "2026-03-15T12:00:00Z", 2);
  g_assert_true (is_offered (fixture));
  late = add (fixture, "2026-03-16T12:00:00Z", 2);
  g_assert_false (is_offered (fixture));

  thaw_reflection_store_remove_sync (reflections, late->uuid, &error);
  g_assert_no_error (error);
  g_assert_true (is_offered (fixture));

  /* Put off, it is quiet for as long. */
  g_signal_emit_by_name (thaw_test_ui_find (fixture->offer, GTK_TYPE_BUTTON, "_Not Now"), "clicked");
  g_assert_false (is_offered (fixture));
  g_assert_cmpint (thaw_settings_get_reflection_put_off_day (settings), ==, thaw_day_from_iso ("2026-03-29"));
  thaw_settings_set_reflection_put_off_day (settings, thaw_day_from_iso ("2026-03-16"));
  g_assert_false (is_offered (fixture));
  thaw_settings_set_reflection_put_off_day (settings, thaw_day_from_iso ("2026-03-15"));
  g_assert_true (is_offered (fixture));

  thaw_settings_set_offer_reflection (settings, FALSE);
  g_assert_false (is_offered (fixture));
}

static void
test_offer_asked_for (Fixture       *fixture,
                      gconstpointer  data)
{
  thaw_settings_set_offer_reflection (thaw_services_get_settings (fixture->services.services), TRUE);
  g_assert_true (is_offered (fixture));
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

#define ADD(name, func) g_test_add ("/ui/reflection-window/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("save", test_save);
  ADD ("save-leaves-no-draft", test_save_leaves_no_draft);
  ADD ("kept", test_kept);
  ADD ("kept-when-destroyed", test_kept_when_destroyed);
  ADD ("failure", test_failure);
  ADD ("close-failure", test_close_failure);
  ADD ("close-anyway", test_close_anyway);
  ADD ("change", test_change);
  ADD ("delete", test_delete);
  ADD ("undo-by-keyboard", test_undo_by_keyboard);
  ADD ("keyboard", test_keyboard);
  ADD ("narrow", test_narrow);
  /* What is set in the one is still set in the other. */
  ADD ("offer", test_offer);
  ADD ("offer-asked-for", test_offer_asked_for);
#undef ADD

  return g_test_run ();
}
