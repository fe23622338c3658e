/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-activity-choice"

#include "config.h"
#include "practice/thaw-activity-choice.h"

#include <glib/gi18n.h>

/**
 * ThawActivityChoice:
 *
 * Which of all things to do it was: one of a list that can be searched.
 */
struct _ThawActivityChoice
{
  GtkWidget parent_instance;

  GtkDropDown *drop_down; /* (owned by the widget tree) */
  GPtrArray *things;      /* (owned) (element-type ThawActivity): in the order of the list */
};

G_DEFINE_FINAL_TYPE (ThawActivityChoice, thaw_activity_choice, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_selected_cb (ThawActivityChoice *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
thaw_activity_choice_mnemonic_activate (GtkWidget *widget,
                                        gboolean   group_cycling)
{
  return gtk_widget_mnemonic_activate (GTK_WIDGET (THAW_ACTIVITY_CHOICE (widget)->drop_down), group_cycling);
}

static void
thaw_activity_choice_dispose (GObject *object)
{
  ThawActivityChoice *self = THAW_ACTIVITY_CHOICE (object);
  GtkWidget *drop_down = GTK_WIDGET (self->drop_down);

  g_clear_pointer (&drop_down, gtk_widget_unparent);
  self->drop_down = NULL;

  G_OBJECT_CLASS (thaw_activity_choice_parent_class)->dispose (object);
}

static void
thaw_activity_choice_finalize (GObject *object)
{
  g_ptr_array_unref (THAW_ACTIVITY_CHOICE (object)->things);

  G_OBJECT_CLASS (thaw_activity_choice_parent_class)->finalize (object);
}

static void
thaw_activity_choice_class_init (ThawActivityChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_activity_choice_dispose;
  G_OBJECT_CLASS (klass)->finalize = thaw_activity_choice_finalize;
  widget_class->mnemonic_activate = thaw_activity_choice_mnemonic_activate;

  /**
   * ThawActivityChoice::changed:
   *
   * The person chose something else.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
thaw_activity_choice_init (ThawActivityChoice *self)
{
  g_autoptr (GtkExpression) word = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  self->things = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_activity_free);
  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, gtk_expression_ref (word)));
  gtk_drop_down_set_enable_search (self->drop_down, TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->drop_down), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Something to do"), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->drop_down), GTK_WIDGET (self));
}

static void
add (ThawActivityChoice *self,
     const char         *id,
     ThawActivityKind    kind,
     const char         *name)
{
  g_ptr_array_add (self->things, thaw_activity_new (id, kind, name));
}

static void
add_patterns (ThawActivityChoice *self,
              GPtrArray          *patterns)
{
  for (guint i = 0; i < patterns->len; i++)
    {
      const ThawBreathPattern *pattern = g_ptr_array_index (patterns, i);

      add (self, pattern->id, THAW_ACTIVITY_MINDFULNESS, pattern->name);
    }
}

static void
add_activities (ThawActivityChoice *self,
                GPtrArray          *activities)
{
  for (guint i = 0; i < activities->len; i++)
    {
      const ThawActivity *activity = g_ptr_array_index (activities, i);

      add (self, activity->id, activity->kind, activity->name);
    }
}

/* What cannot be read right now is not offered. */
static void
add_all (ThawActivityChoice *self,
         ThawServices       *services)
{
  ThawPracticeCatalog *catalog = thaw_services_get_practice_catalog (services);
  g_autoptr (GPtrArray) own_activities = thaw_activity_store_list (thaw_services_get_activities (services), NULL);
  g_autoptr (GPtrArray) own_patterns = thaw_pattern_store_list (thaw_services_get_patterns (services), NULL);
  GPtrArray *groups = thaw_practice_catalog_get_groups (catalog);
  GPtrArray *practices = thaw_practice_catalog_get_practices (catalog);

  if (own_activities != NULL)
    add_activities (self, own_activities);
  for (guint i = 0; i < groups->len; i++)
    add_activities (self, ((const ThawActivityGroup *) g_ptr_array_index (groups, i))->activities);
  for (guint i = 0; i < practices->len; i++)
    {
      const ThawPractice *practice = g_ptr_array_index (practices, i);

      add (self, practice->id, THAW_ACTIVITY_MINDFULNESS, practice->name);
    }
  add_patterns (self, thaw_practice_catalog_get_patterns (catalog));
  if (own_patterns != NULL)
    add_patterns (self, own_patterns);
}

static guint
find (ThawActivityChoice *self,
      const char         *id)
{
  for (guint i = 0; i < self->things->len; i++)
    {
      if (g_str_equal (((const ThawActivity *) g_ptr_array_index (self->things, i))->id, id))
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/**
 * thaw_activity_choice_new:
 * @services: what there is to do
 * @session: what was done, to begin with; it stays there to choose, should it not be one
 *   of those that there are now
 *
 * Returns: (transfer floating): a choice
 */
GtkWidget *
thaw_activity_choice_new (ThawServices      *services,
                          const ThawSession *session)
{
  ThawActivityChoice *self = g_object_new (THAW_TYPE_ACTIVITY_CHOICE, NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_return_val_if_fail (THAW_IS_SERVICES (services), GTK_WIDGET (self));
  g_return_val_if_fail (session != NULL, GTK_WIDGET (self));

  add_all (self, services);
  if (find (self, session->activity) == GTK_INVALID_LIST_POSITION)
    g_ptr_array_insert (self->things, 0, thaw_activity_new (session->activity, session->kind, session->name));
  for (guint i = 0; i < self->things->len; i++)
    gtk_string_list_append (names, ((const ThawActivity *) g_ptr_array_index (self->things, i))->name);

  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->drop_down, find (self, session->activity));
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (on_selected_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * thaw_activity_choice_get:
 *
 * Returns: (transfer none): what is chosen
 */
const ThawActivity *
thaw_activity_choice_get (ThawActivityChoice *self)
{
  guint selected;

  g_return_val_if_fail (THAW_IS_ACTIVITY_CHOICE (self), NULL);

  selected = gtk_drop_down_get_selected (self->drop_down);

  return g_ptr_array_index (self->things, selected < self->things->len ? selected : 0);
}
