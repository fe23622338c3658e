/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-reminder-editor"

#include "config.h"
#include "reminders/thaw-reminder-editor.h"

#include "reminders/thaw-reminder-preview.h"
#include "reminders/thaw-reminder-span.h"
#include "reminders/thaw-reminder-times.h"
#include "reminders/thaw-target-chooser.h"
#include "thaw-test-services.h"
#include "thaw-test-ui.h"
#include "thaw-words-keeper.h"
#include "widgets/thaw-day-button.h"
#include "widgets/thaw-time-button.h"
#include "widgets/thaw-time-spin.h"
#include "widgets/thaw-weekday-buttons.h"

/* It is a Sunday morning, 09:15 in Berlin. */
typedef struct
{
  ThawTestServices services;
  ThawReminderStore *store; /* (unowned): of the services */
  AdwToastOverlay *overlay;
  GtkWindow *window;
  GtkWindow *editor;   /* NULL when it is gone */
  ThawReminder *saved; /* (owned) */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  thaw_test_services_set_up (&fixture->services);
  fixture->store = thaw_services_get_reminders (fixture->services.services);
  fixture->overlay = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (fixture->overlay, gtk_label_new (""));
  fixture->window = thaw_test_ui_present (GTK_WIDGET (fixture->overlay));
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
    gtk_window_destroy (fixture->editor);
  await_gone (fixture);
  thaw_test_ui_close (fixture->window);
  g_clear_pointer (&fixture->saved, thaw_reminder_free);
  thaw_test_services_tear_down (&fixture->services);
}

static void
open_editor (Fixture            *fixture,
             const ThawReminder *reminder)
{
  fixture->editor = thaw_reminder_editor_new (fixture->window, fixture->overlay, fixture->services.services, reminder);
  g_object_add_weak_pointer (G_OBJECT (fixture->editor), (gpointer *) &fixture->editor);
  gtk_window_present (fixture->editor);
  thaw_test_ui_flush (GTK_WIDGET (fixture->editor));
}

static void
open_new (Fixture    *fixture,
          const char *title,
          const char *opens)
{
  g_autoptr (ThawReminder) reminder = thaw_reminder_new (title, opens);

  open_editor (fixture, reminder);
}

static void
test_new (Fixture       *fixture,
          gconstpointer  data)
{
  open_new (fixture, "", NULL);
}

static void
test_pictures (Fixture       *fixture,
               gconstpointer  data)
{
  const int widths[] = { 480, 360 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      for (guint is_span = 0; is_span < 2; is_span++)
        {
          g_autoptr (ThawReminder) reminder = thaw_reminder_new ("Drink something, and look out of the window",
                                                                 "check-in:now");
          g_autofree char *name = g_strdup_printf ("reminder-editor-%d-%u", widths[i], is_span);

          reminder->uuid = g_strdup ("0190a8f4-0000-7000-8000-000000000001");
          reminder->timing = is_span ? THAW_REMINDER_IN_WINDOW : THAW_REMINDER_AT_TIMES;
          reminder->n_in_window = 3;
          open_editor (fixture, reminder);
          gtk_window_set_default_size (fixture->editor, widths[i], 1400);
          thaw_test_ui_flush (GTK_WIDGET (fixture->editor));
          g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->editor)), <=, widths[i] + 2);
          thaw_test_ui_save_picture (GTK_WIDGET (fixture->editor), name);
          gtk_window_destroy (fixture->editor);
          await_gone (fixture);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

#define ADD(path, data, func) g_test_add (path, Fixture, data, set_up, func, tear_down)
  ADD ("/ui/reminder-editor/new", NULL, test_new);
  ADD ("/ui/reminder-editor/pictures", NULL, test_pictures);
#undef ADD

  return g_test_run ();
}
