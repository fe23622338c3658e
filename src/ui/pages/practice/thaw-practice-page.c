/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-practice-page"

#include "config.h"
#include "pages/practice/thaw-practice-page.h"

#include <glib/gi18n.h>

#include "pages/journal/thaw-session-words.h"
#include "thaw-date-words.h"
#include "thaw-focus.h"
#include "thaw-length-words.h"
#include "widgets/thaw-heading.h"
#include "widgets/thaw-link-row.h"
#include "widgets/thaw-row-section.h"

/* What an expander of things to do will have in it, once it is opened. */
#define GROUP_KEY "thaw-activity-group"

#define MS_PER_MINUTE 60000

/**
 * ThawPracticePage:
 *
 * What there is to do: the last one again, favourites, ways of breathing, guided
 * practices, and things to do. All of it is opened by the window, by its actions
 * `win.practice` and `win.practice-again` and those of #ThawPracticeActions.
 */
struct _ThawPracticePage
{
  AdwBin parent_instance;

  ThawServices *services; /* (owned) */

  GtkWidget *again_group;
  AdwActionRow *again_row;
  GtkWidget *again_button;
  ThawRowSection *favourites_section;
  ThawRowSection *breathing_section;
  GtkWidget *rest_box;
  ThawRowSection *guided_section;
  AdwPreferencesGroup *doing_group;
  ThawRowSection *own_section;

  guint rest_source;

  GPtrArray *patterns;   /* (owned) (nullable) (element-type ThawBreathPattern): the person’s own */
  GPtrArray *activities; /* (owned) (nullable) (element-type ThawActivity): the person’s own */
};

G_DEFINE_FINAL_TYPE (ThawPracticePage, thaw_practice_page, ADW_TYPE_BIN)

static ThawPracticeCatalog *
get_catalog (ThawPracticePage *self)
{
  return thaw_services_get_practice_catalog (self->services);
}

/* The rows */

static GtkWidget *
create_row (const char *id,
            const char *name,
            const char *subtitle)
{
  return thaw_link_row_new ("win.practice", id, name, subtitle);
}

static void
add_row (ThawRowSection *section,
         const char     *id,
         const char     *name,
         const char     *subtitle)
{
  thaw_row_section_add (section, id, create_row (id, name, subtitle));
}

static void
add_pattern (ThawRowSection          *section,
             const ThawBreathPattern *pattern)
{
  g_autofree char *phases = thaw_breath_pattern_describe (pattern);
  g_autofree char *subtitle = NULL;

  /* Translators: the seconds of each phase of a breath, as “4 · 7 · 8 seconds” */
  subtitle = g_strdup_printf (_("%s seconds"), phases);
  add_row (section, pattern->id, pattern->name, subtitle);
}

/* How long it may take, or NULL if that is open. */
static char *
dup_length (const ThawActivity *activity)
{
  return activity->minutes > 0 ? thaw_length_to_words ((gint64) activity->minutes * MS_PER_MINUTE) : NULL;
}

static void
add_activity (ThawRowSection     *section,
              const ThawActivity *activity)
{
  g_autofree char *length = dup_length (activity);

  add_row (section, activity->id, activity->name, length);
}

/* One that is not there any more is passed over: an own one that was deleted may come back. */
static void
add_favourite (ThawPracticePage *self,
               const char       *id)
{
  const ThawBreathPattern *pattern = thaw_practice_catalog_find_pattern (get_catalog (self), id);
  const ThawPractice *practice = thaw_practice_catalog_find_practice (get_catalog (self), id);
  const ThawActivity *activity = thaw_practice_catalog_find_activity (get_catalog (self), id);

  if (pattern == NULL)
    pattern = thaw_breath_pattern_find (self->patterns, id);
  if (activity == NULL)
    activity = thaw_activity_find (self->activities, id);

  if (pattern != NULL)
    add_pattern (self->favourites_section, pattern);
  else if (practice != NULL)
    add_row (self->favourites_section, practice->id, practice->name, practice->summary);
  else if (activity != NULL)
    add_activity (self->favourites_section, activity);
}

static void
fill_favourites (ThawPracticePage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) ids = thaw_activity_store_list_favourites (thaw_services_get_activities (self->services),
                                                                   &error);

  if (ids == NULL)
    {
      g_info ("Favourites not read: %s", error->message);
      return;
    }

  thaw_row_section_begin (self->favourites_section);
  for (guint i = 0; i < ids->len; i++)
    add_favourite (self, g_ptr_array_index (ids, i));
  thaw_row_section_end (self->favourites_section);
}

static void
fill_breathing (ThawPracticePage *self)
{
  GPtrArray *shipped = thaw_practice_catalog_get_patterns (get_catalog (self));

  thaw_row_section_begin (self->breathing_section);
  for (guint i = 0; i < shipped->len; i++)
    add_pattern (self->breathing_section, g_ptr_array_index (shipped, i));
  for (guint i = 0; self->patterns != NULL && i < self->patterns->len; i++)
    add_pattern (self->breathing_section, g_ptr_array_index (self->patterns, i));
  thaw_row_section_end (self->breathing_section);
}

static void
fill_own (ThawPracticePage *self)
{
  thaw_row_section_begin (self->own_section);
  for (guint i = 0; self->activities != NULL && i < self->activities->len; i++)
    add_activity (self->own_section, g_ptr_array_index (self->activities, i));
  thaw_row_section_end (self->own_section);
}

static gboolean
is_there (ThawPracticePage *self,
          const char       *id)
{
  return thaw_practice_catalog_get_name (get_catalog (self), id) != NULL ||
         thaw_breath_pattern_find (self->patterns, id) != NULL || thaw_activity_find (self->activities, id) != NULL;
}

/* How long the last one was meant to take, or took, and when it was. */
static char *
describe_last (ThawPracticePage  *self,
               const ThawSession *last)
{
  gint64 ms = last->planned_ms > 0 ? last->planned_ms : last->actual_ms;
  g_autofree char *day = thaw_day_to_words (last->moment.day,
                                            thaw_clock_get_today (thaw_services_get_clock (self->services)));
  g_autofree char *length = NULL;

  if (ms == 0)
    /* Translators: the last thing that was done; %s is its day, as “Yesterday” */
    return g_strdup_printf (_("Last: %s"), day);

  length = thaw_length_to_words (ms);

  /* Translators: the last thing that was done: first its length, then its day, as “2 min · last: Yesterday” */
  return g_strdup_printf (_("%s · last: %s"), length, day);
}

static void
fill_again (ThawPracticePage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawSession) last = thaw_session_store_get_last (thaw_services_get_sessions (self->services), &error);
  g_autofree char *subtitle = NULL, *label = NULL;
  gboolean can_be_done = last != NULL && is_there (self, last->activity);
  const char *name;

  if (error != NULL)
    {
      g_info ("The last session is not read: %s", error->message);
      return;
    }

  if (!can_be_done)
    thaw_focus_leave (self->again_group);
  gtk_widget_set_visible (self->again_group, can_be_done);
  if (!can_be_done)
    return;

  name = thaw_session_words_get_name (last, get_catalog (self));
  subtitle = describe_last (self, last);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->again_row), name);
  adw_action_row_set_subtitle (self->again_row, subtitle);

  /* Translators: for assistive technology; %s is what was done last, as “Slow breathing” */
  label = g_strdup_printf (_("%s again"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->again_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
fill_guided (ThawPracticePage *self)
{
  GPtrArray *practices = thaw_practice_catalog_get_practices (get_catalog (self));

  thaw_row_section_begin (self->guided_section);
  for (guint i = 0; i < practices->len; i++)
    {
      const ThawPractice *practice = g_ptr_array_index (practices, i);

      add_row (self->guided_section, practice->id, practice->name, practice->summary);
    }
  thaw_row_section_end (self->guided_section);
}

/* Only now: the page opens sooner without rows that nobody may look at. */
static void
on_group_notify_expanded_cb (AdwExpanderRow *expander)
{
  const ThawActivityGroup *group = g_object_get_data (G_OBJECT (expander), GROUP_KEY);

  if (group == NULL || !adw_expander_row_get_expanded (expander))
    return;

  for (guint i = 0; i < group->activities->len; i++)
    {
      const ThawActivity *activity = g_ptr_array_index (group->activities, i);
      g_autofree char *length = dup_length (activity);

      adw_expander_row_add_row (expander, create_row (activity->id, activity->name, length));
    }

  g_object_set_data (G_OBJECT (expander), GROUP_KEY, NULL);
}

static void
fill_doing (ThawPracticePage *self)
{
  GPtrArray *groups = thaw_practice_catalog_get_groups (get_catalog (self));

  for (guint i = 0; i < groups->len; i++)
    {
      const ThawActivityGroup *group = g_ptr_array_index (groups, i);
      GtkWidget *expander = adw_expander_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (expander), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), group->name);
      /* The groups live as long as the catalog, which the services keep. */
      g_object_set_data (G_OBJECT (expander), GROUP_KEY, (gpointer) group);
      g_signal_connect (expander, "notify::expanded", G_CALLBACK (on_group_notify_expanded_cb), NULL);
      adw_preferences_group_add (self->doing_group, expander);
    }
}

/* Following the journal, while it is seen */

static void
read_patterns (ThawPracticePage *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *patterns = thaw_pattern_store_list (thaw_services_get_patterns (self->services), &error);

  if (patterns == NULL)
    {
      g_info ("Own ways of breathing not read: %s", error->message);
      return;
    }

  g_clear_pointer (&self->patterns, g_ptr_array_unref);
  self->patterns = patterns;
}

static void
read_activities (ThawPracticePage *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *activities = thaw_activity_store_list (thaw_services_get_activities (self->services), &error);

  if (activities == NULL)
    {
      g_info ("Own activities not read: %s", error->message);
      return;
    }

  g_clear_pointer (&self->activities, g_ptr_array_unref);
  self->activities = activities;
}

static void
on_patterns_changed_cb (ThawPracticePage *self)
{
  read_patterns (self);
  fill_again (self);
  fill_breathing (self);
  fill_favourites (self);
}

static void
on_activities_changed_cb (ThawPracticePage *self)
{
  read_activities (self);
  fill_again (self);
  fill_own (self);
  fill_favourites (self);
}

/* What is below the edge of most windows, and is the same for everybody. */
static gboolean
on_rest_due_cb (gpointer user_data)
{
  ThawPracticePage *self = user_data;

  self->rest_source = 0;
  fill_guided (self);
  fill_doing (self);
  gtk_widget_set_visible (self->rest_box, TRUE);

  return G_SOURCE_REMOVE;
}

static void
thaw_practice_page_map (GtkWidget *widget)
{
  ThawPracticePage *self = THAW_PRACTICE_PAGE (widget);

  g_signal_connect_object (thaw_services_get_patterns (self->services), "changed",
                           G_CALLBACK (on_patterns_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (thaw_services_get_activities (self->services), "changed",
                           G_CALLBACK (on_activities_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (thaw_services_get_sessions (self->services), "changed", G_CALLBACK (fill_again), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (thaw_services_get_clock (self->services), "day-changed", G_CALLBACK (fill_again), self,
                           G_CONNECT_SWAPPED);
  read_patterns (self);
  read_activities (self);
  fill_again (self);
  fill_favourites (self);
  fill_breathing (self);
  fill_own (self);
  /* After the first frame, which comes sooner without it. */
  if (!gtk_widget_get_visible (self->rest_box))
    self->rest_source = g_idle_add_full (G_PRIORITY_LOW, on_rest_due_cb, self, NULL);

  GTK_WIDGET_CLASS (thaw_practice_page_parent_class)->map (widget);
}

static void
thaw_practice_page_unmap (GtkWidget *widget)
{
  ThawPracticePage *self = THAW_PRACTICE_PAGE (widget);

  GTK_WIDGET_CLASS (thaw_practice_page_parent_class)->unmap (widget);

  g_clear_handle_id (&self->rest_source, g_source_remove);
  g_signal_handlers_disconnect_by_func (thaw_services_get_patterns (self->services), on_patterns_changed_cb, self);
  g_signal_handlers_disconnect_by_func (thaw_services_get_activities (self->services), on_activities_changed_cb,
                                        self);
  g_signal_handlers_disconnect_by_func (thaw_services_get_sessions (self->services), fill_again, self);
  g_signal_handlers_disconnect_by_func (thaw_services_get_clock (self->services), fill_again, self);
}

static void
thaw_practice_page_dispose (GObject *object)
{
  ThawPracticePage *self = THAW_PRACTICE_PAGE (object);

  g_clear_handle_id (&self->rest_source, g_source_remove);
  /* AdwBin takes its child out itself and must not find it gone. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_PRACTICE_PAGE);
  g_clear_pointer (&self->patterns, g_ptr_array_unref);
  g_clear_pointer (&self->activities, g_ptr_array_unref);
  g_clear_object (&self->services);

  G_OBJECT_CLASS (thaw_practice_page_parent_class)->dispose (object);
}

static void
thaw_practice_page_class_init (ThawPracticePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_practice_page_dispose;
  widget_class->map = thaw_practice_page_map;
  widget_class->unmap = thaw_practice_page_unmap;

  g_type_ensure (THAW_TYPE_ROW_SECTION);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/pages/practice/thaw-practice-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawPracticePage, again_group);
  gtk_widget_class_bind_template_child (widget_class, ThawPracticePage, again_row);
  gtk_widget_class_bind_template_child (widget_class, ThawPracticePage, again_button);
  gtk_widget_class_bind_template_child (widget_class, ThawPracticePage, favourites_section);
  gtk_widget_class_bind_template_child (widget_class, ThawPracticePage, breathing_section);
  gtk_widget_class_bind_template_child (widget_class, ThawPracticePage, rest_box);
  gtk_widget_class_bind_template_child (widget_class, ThawPracticePage, guided_section);
  gtk_widget_class_bind_template_child (widget_class, ThawPracticePage, doing_group);
  gtk_widget_class_bind_template_child (widget_class, ThawPracticePage, own_section);
}

static void
thaw_practice_page_init (ThawPracticePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  thaw_heading_mark_title (self->doing_group, 2);
}

/**
 * thaw_practice_page_new:
 * @services: what there is to do, and where it is kept
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
thaw_practice_page_new (ThawServices *services)
{
  ThawPracticePage *self = g_object_new (THAW_TYPE_PRACTICE_PAGE, NULL);

  g_return_val_if_fail (THAW_IS_SERVICES (services), GTK_WIDGET (self));

  self->services = g_object_ref (services);

  return GTK_WIDGET (self);
}

/**
 * thaw_practice_page_focus:
 * @activity: the id of something to do
 *
 * Goes back to where the person came from, if that is one of the rows that are made
 * anew whenever the page is seen.
 *
 * Returns: whether it is there, and has the focus now
 */
gboolean
thaw_practice_page_focus (ThawPracticePage *self,
                          const char       *activity)
{
  g_return_val_if_fail (THAW_IS_PRACTICE_PAGE (self), FALSE);
  g_return_val_if_fail (activity != NULL, FALSE);

  return thaw_row_section_focus (self->favourites_section, activity) ||
         thaw_row_section_focus (self->breathing_section, activity) ||
         thaw_row_section_focus (self->own_section, activity);
}
