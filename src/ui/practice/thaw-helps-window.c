/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-helps-window"

#include "config.h"
#include "practice/thaw-helps-window.h"

#include "thaw-tally-words.h"

/**
 * ThawHelpsWindow:
 *
 * What the sessions say: for each thing that was done how often, and how it was
 * before and after. In words, of the person’s own notes, and without a cause.
 */
struct _ThawHelpsWindow
{
  AdwWindow parent_instance;

  GtkStack *stack;
  GtkListBox *list;
  GtkWidget *few_label;

  ThawServices *services;    /* (owned) (nullable): NULL once the window is gone */
  GCancellable *cancellable; /* (owned) */
};

G_DEFINE_FINAL_TYPE (ThawHelpsWindow, thaw_helps_window, ADW_TYPE_WINDOW)

static void
add_line (GString *lines,
          char    *line)
{
  if (line != NULL)
    g_string_append_printf (lines, "\n%s", line);
  g_free (line);
}

/* The name that it has now, if it is one that Thaw brings along, and else the one that it had last. */
static const char *
get_name (ThawHelpsWindow         *self,
          const ThawActivityTally *tally)
{
  const char *name = thaw_practice_catalog_get_name (thaw_services_get_practice_catalog (self->services),
                                                     tally->activity);

  return name != NULL ? name : tally->name;
}

static GtkWidget *
create_row (ThawHelpsWindow         *self,
            const ThawActivityTally *tally)
{
  ThawDay today = thaw_clock_get_today (thaw_services_get_clock (self->services));
  g_autofree char *times = thaw_tally_describe_times (tally, today);
  g_autoptr (GString) lines = g_string_new (times);
  GtkWidget *row = adw_action_row_new ();

  add_line (lines, thaw_tally_describe_feeling (tally));
  add_line (lines, thaw_tally_describe_valence (tally));
  add_line (lines, thaw_tally_describe_pleasure (tally));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), get_name (self, tally));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), lines->str);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);

  return row;
}

static gboolean
is_compared (const ThawActivityTally *tally)
{
  return MAX (tally->feeling.n, MAX (tally->valence.n, tally->felt.n)) >= THAW_TALLY_MIN_SESSIONS;
}

static void
fill (ThawHelpsWindow *self,
      GPtrArray       *tallies)
{
  GtkListBoxRow *row;
  gboolean are_all_compared = TRUE;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < tallies->len; i++)
    {
      gtk_list_box_append (self->list, create_row (self, g_ptr_array_index (tallies, i)));
      are_all_compared = are_all_compared && is_compared (g_ptr_array_index (tallies, i));
    }
  gtk_widget_set_visible (self->few_label, !are_all_compared);

  gtk_stack_set_visible_child_name (self->stack, tallies->len > 0 ? "list" : "empty");
}

static void
on_tallied_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (ThawHelpsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tallies = thaw_session_store_tally_finish (THAW_SESSION_STORE (source), result, &error);

  if (self->services == NULL)
    return;

  if (tallies != NULL)
    {
      fill (self, tallies);
      return;
    }

  g_info ("Sessions not counted: %s", error->message);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

static void
load (ThawHelpsWindow *self)
{
  thaw_session_store_tally_async (thaw_services_get_sessions (self->services), self->cancellable, on_tallied_cb,
                                  g_object_ref (self));
}

static void
reload_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  load (THAW_HELPS_WINDOW (widget));
}

static void
thaw_helps_window_dispose (GObject *object)
{
  ThawHelpsWindow *self = THAW_HELPS_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->services);
  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_HELPS_WINDOW);

  G_OBJECT_CLASS (thaw_helps_window_parent_class)->dispose (object);
}

static void
thaw_helps_window_finalize (GObject *object)
{
  g_object_unref (THAW_HELPS_WINDOW (object)->cancellable);

  G_OBJECT_CLASS (thaw_helps_window_parent_class)->finalize (object);
}

static void
thaw_helps_window_class_init (ThawHelpsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_helps_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = thaw_helps_window_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/practice/thaw-helps-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawHelpsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, ThawHelpsWindow, list);
  gtk_widget_class_bind_template_child (widget_class, ThawHelpsWindow, few_label);
  gtk_widget_class_install_action (widget_class, "helps.reload", NULL, reload_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
thaw_helps_window_init (ThawHelpsWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * thaw_helps_window_new:
 * @parent: the window over which it appears
 * @services: has the sessions
 *
 * Returns: (transfer none): a window, owned by GTK until it is closed
 */
ThawHelpsWindow *
thaw_helps_window_new (GtkWindow    *parent,
                       ThawServices *services)
{
  ThawHelpsWindow *self;

  g_return_val_if_fail (THAW_IS_SERVICES (services), NULL);

  self = g_object_new (THAW_TYPE_HELPS_WINDOW, "transient-for", parent, NULL);
  self->services = g_object_ref (services);
  g_signal_connect_object (thaw_services_get_sessions (services), "changed", G_CALLBACK (load), self,
                           G_CONNECT_SWAPPED);
  load (self);

  return self;
}
