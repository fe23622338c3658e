/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-services"

#include "config.h"
#include "thaw-services.h"

/**
 * ThawServices:
 *
 * All that the pages need and that is not a widget, made once by whoever starts
 * the program and handed down. The database is not open until somebody opens it.
 */
struct _ThawServices
{
  GObject parent_instance;

  ThawClock *clock;       /* (owned) */
  ThawSettings *settings; /* (owned) */
  ThawDatabase *database; /* (owned) */
  ThawJournal *journal;   /* (owned) */
  ThawDrafts *drafts;     /* (owned) */
};

G_DEFINE_FINAL_TYPE (ThawServices, thaw_services, G_TYPE_OBJECT)

static void
thaw_services_dispose (GObject *object)
{
  ThawServices *self = THAW_SERVICES (object);

  g_clear_object (&self->drafts);
  g_clear_object (&self->journal);
  g_clear_object (&self->database);
  g_clear_object (&self->settings);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (thaw_services_parent_class)->dispose (object);
}

static void
thaw_services_class_init (ThawServicesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = thaw_services_dispose;
}

static void
thaw_services_init (ThawServices *self)
{
}

/**
 * thaw_services_new:
 * @directory: where the journal is, or will be
 * @clock: the clock that everybody reads
 * @settings: the preferences
 *
 * Returns: (transfer full): the services, with the database still closed
 */
ThawServices *
thaw_services_new (const char   *directory,
                   ThawClock    *clock,
                   ThawSettings *settings)
{
  ThawServices *self = g_object_new (THAW_TYPE_SERVICES, NULL);

  self->clock = g_object_ref (clock);
  self->settings = g_object_ref (settings);
  self->database = thaw_database_new (directory);
  self->journal = thaw_journal_new (self->database, clock);
  self->drafts = thaw_drafts_new (self->database, clock);

  return self;
}

ThawClock *
thaw_services_get_clock (ThawServices *self)
{
  g_return_val_if_fail (THAW_IS_SERVICES (self), NULL);

  return self->clock;
}

ThawSettings *
thaw_services_get_settings (ThawServices *self)
{
  g_return_val_if_fail (THAW_IS_SERVICES (self), NULL);

  return self->settings;
}

ThawDatabase *
thaw_services_get_database (ThawServices *self)
{
  g_return_val_if_fail (THAW_IS_SERVICES (self), NULL);

  return self->database;
}

ThawJournal *
thaw_services_get_journal (ThawServices *self)
{
  g_return_val_if_fail (THAW_IS_SERVICES (self), NULL);

  return self->journal;
}

ThawDrafts *
thaw_services_get_drafts (ThawServices *self)
{
  g_return_val_if_fail (THAW_IS_SERVICES (self), NULL);

  return self->drafts;
}
