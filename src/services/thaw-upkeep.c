/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-upkeep"

#include "config.h"
#include "thaw-upkeep.h"

/* Late enough that nobody waits for a page, early enough that a short visit is backed up, too. */
#define START_DELAY_SECS 3

/* How often the search index is looked at, too, for which saves may have to wait. */
#define DAYS_BETWEEN_FULL_CHECKS 7

/**
 * ThawUpkeep:
 *
 * Looks after an open journal while nobody is waiting: removes for good what was
 * deleted and could not be removed then, reads the file through once, and makes
 * the backup of the day, on the start and on each new day.
 *
 * A backup is only made of a journal that was found whole, so that damage never
 * pushes a good backup out.
 */
struct _ThawUpkeep
{
  GObject parent_instance;

  ThawJournal *journal;      /* (owned) */
  ThawDatabase *database;    /* (owned) */
  ThawClock *clock;          /* (owned) */
  ThawSettings *settings;    /* (owned) */
  GCancellable *cancellable; /* (owned) (nullable): NULL while stopped */
  guint start_id;
  ThawDay day;               /* for which it checks and backs up, or did so last */
  gboolean is_busy;          /* checks or backs up; a second round waits for the end of this one */
  gboolean is_full_check;
};

G_DEFINE_FINAL_TYPE (ThawUpkeep, thaw_upkeep, G_TYPE_OBJECT)

enum
{
  SIGNAL_DAMAGE_FOUND,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void check_and_back_up (ThawUpkeep *self);

/* A new day may have begun meanwhile. */
static void
end_round (ThawUpkeep *self)
{
  self->is_busy = FALSE;
  if (self->cancellable != NULL && self->day != thaw_clock_get_today (self->clock))
    check_and_back_up (self);
}

static void
on_backed_up_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (ThawUpkeep) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean is_made = thaw_database_backup_daily_finish (THAW_DATABASE (source), result, &error);

  /* Stopped meanwhile, and maybe started again. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* The journal itself is well; the next day tries again. */
  if (!is_made)
    g_info ("No backup was made: %s", error->message);
  end_round (self);
}

static void
on_verified_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (ThawUpkeep) self = user_data;
  g_autoptr (GError) error = NULL;

  gboolean is_sound = thaw_database_verify_finish (THAW_DATABASE (source), result, &error);

  /* Stopped meanwhile, and maybe started again. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (is_sound)
    {
      if (self->is_full_check)
        thaw_settings_set_full_check_day (self->settings, self->day);
      thaw_database_backup_daily_async (THAW_DATABASE (source), self->day, self->cancellable, on_backed_up_cb,
                                        g_object_ref (self));
      return;
    }

  if (g_error_matches (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_DAMAGED) ||
      g_error_matches (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_IO))
    {
      self->is_busy = FALSE;
      g_signal_emit (self, signals[SIGNAL_DAMAGE_FOUND], 0, error);
      return;
    }

  g_info ("The journal was not checked: %s", error->message);
  end_round (self);
}

static void
on_purged_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!thaw_journal_purge_finish (THAW_JOURNAL (source), result, &error))
    g_info ("Deleted entries are not yet removed: %s", error->message);
}

static void
check_and_back_up (ThawUpkeep *self)
{
  ThawDay last_day = thaw_settings_get_full_check_day (self->settings);

  if (self->is_busy)
    return;

  self->is_busy = TRUE;
  self->day = thaw_clock_get_today (self->clock);
  /* A last day in the future is one of a clock that was wrong. */
  self->is_full_check = self->day - last_day >= DAYS_BETWEEN_FULL_CHECKS || last_day > self->day;
  thaw_database_verify_async (self->database,
                              self->is_full_check ? THAW_DATABASE_CHECK_ALL : THAW_DATABASE_CHECK_PAGES,
                              self->cancellable, on_verified_cb, g_object_ref (self));
}

static gboolean
on_start_cb (gpointer user_data)
{
  ThawUpkeep *self = user_data;

  self->start_id = 0;
  check_and_back_up (self);

  return G_SOURCE_REMOVE;
}

static void
on_day_changed_cb (ThawUpkeep *self)
{
  if (self->cancellable != NULL)
    check_and_back_up (self);
}

static void
thaw_upkeep_dispose (GObject *object)
{
  ThawUpkeep *self = THAW_UPKEEP (object);

  thaw_upkeep_stop (self);
  g_clear_object (&self->journal);
  g_clear_object (&self->database);
  g_clear_object (&self->clock);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (thaw_upkeep_parent_class)->dispose (object);
}

static void
thaw_upkeep_class_init (ThawUpkeepClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = thaw_upkeep_dispose;

  /**
   * ThawUpkeep::damage-found:
   * @error: (type GError): %THAW_STORAGE_ERROR_DAMAGED with what was found, or %THAW_STORAGE_ERROR_IO
   *
   * Parts of the journal cannot be read.
   */
  signals[SIGNAL_DAMAGE_FOUND] = g_signal_new ("damage-found", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                               0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
thaw_upkeep_init (ThawUpkeep *self)
{
}

/**
 * thaw_upkeep_new:
 * @journal: what to look after
 * @database: where it is
 * @clock: which day it is
 * @settings: where the day of the last full check is noted
 *
 * Returns: (transfer full): an upkeep that does nothing until it is started
 */
ThawUpkeep *
thaw_upkeep_new (ThawJournal  *journal,
                 ThawDatabase *database,
                 ThawClock    *clock,
                 ThawSettings *settings)
{
  ThawUpkeep *self = g_object_new (THAW_TYPE_UPKEEP, NULL);

  self->journal = g_object_ref (journal);
  self->database = g_object_ref (database);
  self->clock = g_object_ref (clock);
  self->settings = g_object_ref (settings);
  g_signal_connect_object (clock, "day-changed", G_CALLBACK (on_day_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * thaw_upkeep_start:
 *
 * Begins to look after the journal, which is open now.
 */
void
thaw_upkeep_start (ThawUpkeep *self)
{
  g_return_if_fail (THAW_IS_UPKEEP (self));
  g_return_if_fail (self->cancellable == NULL);

  self->cancellable = g_cancellable_new ();
  thaw_journal_purge_async (self->journal, NULL, NULL, on_purged_cb, NULL);
  self->start_id = g_timeout_add_seconds (START_DELAY_SECS, on_start_cb, self);
}

/**
 * thaw_upkeep_stop:
 *
 * Stops before the journal is closed; what has begun ends early.
 */
void
thaw_upkeep_stop (ThawUpkeep *self)
{
  g_return_if_fail (THAW_IS_UPKEEP (self));

  g_clear_handle_id (&self->start_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->is_busy = FALSE;
}
