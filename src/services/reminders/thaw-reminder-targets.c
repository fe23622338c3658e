/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-reminder-targets"

#include "config.h"
#include "reminders/thaw-reminder-targets.h"

#include <glib/gi18n-lib.h>

#include "thaw-link-target.h"

/* In the order of the window. */
static const char *const pages[] = { "today", "journal", "insights", "practice", "support", "people", "care-plan" };

void
thaw_reminder_target_free (ThawReminderTarget *self)
{
  if (self == NULL)
    return;

  g_free (self->opens);
  g_free (self->name);
  g_free (self->group);
  g_free (self);
}

static void
add (GPtrArray  *targets,
     const char *kind,
     const char *which,
     const char *name,
     const char *group)
{
  ThawReminderTarget *target = g_new0 (ThawReminderTarget, 1);

  target->opens = g_strconcat (kind, ":", which, NULL);
  target->name = g_strdup (name);
  target->group = g_strdup (group);
  g_ptr_array_add (targets, target);
}

static void
add_activities (GPtrArray  *targets,
                GPtrArray  *activities,
                const char *group)
{
  for (guint i = 0; i < activities->len; i++)
    {
      const ThawActivity *activity = g_ptr_array_index (activities, i);

      add (targets, "practice", activity->id, activity->name, group);
    }
}

static void
add_patterns (GPtrArray  *targets,
              GPtrArray  *patterns,
              const char *group)
{
  for (guint i = 0; i < patterns->len; i++)
    {
      const ThawBreathPattern *pattern = g_ptr_array_index (patterns, i);

      add (targets, "practice", pattern->id, pattern->name, group);
    }
}

static void
add_catalog (GPtrArray           *targets,
             ThawPracticeCatalog *catalog)
{
  GPtrArray *practices = thaw_practice_catalog_get_practices (catalog);
  GPtrArray *groups = thaw_practice_catalog_get_groups (catalog);

  add_patterns (targets, thaw_practice_catalog_get_patterns (catalog), _("Breathing"));
  for (guint i = 0; i < practices->len; i++)
    {
      const ThawPractice *practice = g_ptr_array_index (practices, i);

      add (targets, "practice", practice->id, practice->name, _("Guided Practices"));
    }
  for (guint i = 0; i < groups->len; i++)
    {
      const ThawActivityGroup *group = g_ptr_array_index (groups, i);

      add_activities (targets, group->activities, group->name);
    }
}

/* What cannot be read right now is not there. */
static void
add_own (GPtrArray    *targets,
         ThawServices *services)
{
  g_autoptr (GPtrArray) activities = thaw_activity_store_list (thaw_services_get_activities (services), NULL);
  g_autoptr (GPtrArray) patterns = thaw_pattern_store_list (thaw_services_get_patterns (services), NULL);

  if (activities != NULL)
    add_activities (targets, activities, _("Your Own"));
  if (patterns != NULL)
    add_patterns (targets, patterns, _("Your Own"));
}

/* Those from whom somebody keeps their distance are known by name, and not offered. */
static void
add_people (GPtrArray    *targets,
            ThawServices *services,
            gboolean      with_all)
{
  g_autoptr (GPtrArray) people = thaw_people_store_list (thaw_services_get_people (services), NULL);

  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      const ThawPerson *person = g_ptr_array_index (people, i);

      if (with_all || !person->keeps_distance)
        add (targets, "person", person->id, person->name, _("My People"));
    }
}

static GPtrArray *
list (ThawServices *services,
      gboolean      with_all_people)
{
  GPtrArray *targets = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_reminder_target_free);

  add (targets, "check-in", "now", _("Check In"), _("Writing"));
  add (targets, "entry", "new", _("New Entry"), _("Writing"));
  add_own (targets, services);
  add_people (targets, services, with_all_people);
  add_catalog (targets, thaw_services_get_practice_catalog (services));
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    add (targets, "page", pages[i], thaw_link_page_get_title (pages[i]), _("Pages"));

  return targets;
}

/**
 * thaw_reminder_targets_list:
 * @services: with the journal open
 *
 * Returns: (transfer full) (element-type ThawReminderTarget): all that a reminder may open,
 *   what is under the same heading together
 */
GPtrArray *
thaw_reminder_targets_list (ThawServices *services)
{
  g_return_val_if_fail (THAW_IS_SERVICES (services), NULL);

  return list (services, FALSE);
}

/**
 * thaw_reminder_targets_dup_name:
 * @services: with the journal open
 * @opens: what a reminder opens
 *
 * Returns: (transfer full) (nullable): what that is called, or %NULL if it is not there, or
 *   no more
 */
char *
thaw_reminder_targets_dup_name (ThawServices *services,
                                const char   *opens)
{
  g_autoptr (GPtrArray) targets = NULL;

  g_return_val_if_fail (THAW_IS_SERVICES (services), NULL);
  g_return_val_if_fail (opens != NULL, NULL);

  targets = list (services, TRUE);
  for (guint i = 0; i < targets->len; i++)
    {
      const ThawReminderTarget *target = g_ptr_array_index (targets, i);

      if (g_str_equal (target->opens, opens))
        return g_strdup (target->name);
    }

  return NULL;
}
