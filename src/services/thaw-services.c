/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-services"

#include "config.h"
#include "thaw-services.h"

#include "content/thaw-help-line-loader.h"
#include "content/thaw-library-loader.h"
#include "thaw-rescue.h"
#include "thaw-upkeep.h"

/**
 * ThawServices:
 *
 * All that the pages need and that is not a widget, made once by whoever starts
 * the program and handed down. Whether the journal is open is state:
 * #ThawServices::state-changed tells when it changes, and nobody but who needs to
 * show it has to handle an error of opening.
 */
struct _ThawServices
{
  GObject parent_instance;

  ThawClock *clock;       /* (owned) */
  ThawSettings *settings; /* (owned) */
  ThawAutostart *autostart; /* (owned) (nullable) */
  ThawDatabase *database; /* (owned) */
  ThawJournal *journal;   /* (owned) */
  ThawDrafts *drafts;     /* (owned) */
  ThawReflectionStore *reflections; /* (owned) */
  ThawPromptStore *prompts; /* (owned) */
  ThawWordStore *words;     /* (owned) */
  ThawTagStore *tags;     /* (owned) */
  ThawSessionStore *sessions;     /* (owned) */
  ThawActivityStore *activities;  /* (owned) */
  ThawPatternStore *patterns;     /* (owned) */
  ThawPlanStore *plans;   /* (owned) */
  ThawPeopleStore *people; /* (owned) */
  ThawPhotoStore *photos; /* (owned) */
  ThawCareStore *care_items; /* (owned) */
  ThawLineStore *own_lines; /* (owned) */
  ThawArticleMarkStore *article_marks; /* (owned) */
  ThawReminderStore *reminders; /* (owned) */
  ThawReminderEngine *reminder_engine; /* (owned) */
  ThawUpkeep *upkeep;     /* (owned) */
  ThawContent *content;   /* (owned) */
  ThawLibrary *library;   /* (owned) (nullable): %NULL until somebody wants to read */
  ThawHelpCatalog *help_catalog; /* (owned) (nullable): the same */

  ThawServicesState state;
  GError *error; /* (owned) (nullable): why opening failed */
};

G_DEFINE_FINAL_TYPE (ThawServices, thaw_services, G_TYPE_OBJECT)

enum
{
  SIGNAL_RESTORED,
  SIGNAL_STATE_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
set_state (ThawServices      *self,
           ThawServicesState  state,
           GError            *error)
{
  g_clear_error (&self->error);
  self->error = error;
  self->state = state;
  g_signal_emit (self, signals[SIGNAL_STATE_CHANGED], 0);
}

static void
close_journal (ThawServices *self)
{
  thaw_upkeep_stop (self->upkeep);
  thaw_reminder_engine_unload (self->reminder_engine);
  thaw_database_close (self->database);
}

static void
on_settled_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  /* The next start tries again. */
  if (!thaw_session_store_settle_finish (THAW_SESSION_STORE (source), result, &error))
    g_info ("Sessions that were running are not settled: %s", error->message);
}

static void
on_photos_cleaned_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  /* The next start tries again. */
  if (!thaw_photo_store_clean_finish (THAW_PHOTO_STORE (source), result, &error))
    g_info ("Photos that are nobody’s are still there: %s", error->message);
}

static void
on_states_cleaned_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  /* The next start tries again. */
  if (!thaw_reminder_store_clean_finish (THAW_REMINDER_STORE (source), result, &error))
    g_info ("What came of reminders that are gone is still there: %s", error->message);
}

static void
on_database_opened_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr (ThawServices) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean is_open = thaw_database_open_finish (THAW_DATABASE (source), result, &error);

  /* Closed again meanwhile. */
  if (self->state != THAW_SERVICES_OPENING)
    return;

  if (!is_open)
    {
      set_state (self, THAW_SERVICES_FAILED, g_steal_pointer (&error));
      return;
    }

  thaw_upkeep_start (self->upkeep);
  thaw_session_store_settle_async (self->sessions, NULL, on_settled_cb, NULL);
  thaw_photo_store_clean_async (self->photos, NULL, on_photos_cleaned_cb, NULL);
  thaw_reminder_engine_load (self->reminder_engine);
  thaw_reminder_store_clean_async (self->reminders, NULL, on_states_cleaned_cb, NULL);
  set_state (self, THAW_SERVICES_READY, NULL);
}

/* Going on to write would only bury what can still be read. */
static void
on_damage_found_cb (ThawServices *self,
                    GError       *damage)
{
  if (self->state != THAW_SERVICES_READY)
    return;

  close_journal (self);
  set_state (self, THAW_SERVICES_FAILED, g_error_copy (damage));
}

static void
thaw_services_dispose (GObject *object)
{
  ThawServices *self = THAW_SERVICES (object);

  g_clear_object (&self->upkeep);
  g_clear_object (&self->reflections);
  g_clear_object (&self->tags);
  g_clear_object (&self->sessions);
  g_clear_object (&self->activities);
  g_clear_object (&self->patterns);
  g_clear_object (&self->plans);
  g_clear_object (&self->people);
  g_clear_object (&self->photos);
  g_clear_object (&self->care_items);
  g_clear_object (&self->own_lines);
  g_clear_object (&self->article_marks);
  g_clear_object (&self->reminder_engine);
  g_clear_object (&self->reminders);
  g_clear_object (&self->prompts);
  g_clear_object (&self->words);
  g_clear_object (&self->drafts);
  g_clear_object (&self->journal);
  g_clear_object (&self->database);
  g_clear_object (&self->autostart);
  g_clear_object (&self->settings);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (thaw_services_parent_class)->dispose (object);
}

static void
thaw_services_finalize (GObject *object)
{
  ThawServices *self = THAW_SERVICES (object);

  g_clear_object (&self->library);
  g_clear_object (&self->help_catalog);
  g_clear_pointer (&self->content, thaw_content_free);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (thaw_services_parent_class)->finalize (object);
}

static void
thaw_services_class_init (ThawServicesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = thaw_services_dispose;
  object_class->finalize = thaw_services_finalize;

  /**
   * ThawServices::restored:
   * @n_restored: how many entries the backup had that were not deleted since
   * @n_rescued: how many newer ones were taken from the damaged journal
   *
   * A backup was put in the place of the journal, which is opened next.
   */
  signals[SIGNAL_RESTORED] = g_signal_new ("restored", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  /**
   * ThawServices::state-changed:
   *
   * thaw_services_get_state() has a new answer.
   */
  signals[SIGNAL_STATE_CHANGED] = g_signal_new ("state-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                                0, NULL, NULL, NULL, G_TYPE_NONE, 0);
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
 * Loads the content, and makes the services.
 *
 * Returns: (transfer full): the services, with the database still closed
 */
ThawServices *
thaw_services_new (const char   *directory,
                   ThawClock    *clock,
                   ThawSettings *settings)
{
  return thaw_services_new_with_content (directory, clock, settings, thaw_content_load ());
}

/**
 * thaw_services_new_with_content:
 * @directory: where the journal is, or will be
 * @clock: the clock that everybody reads
 * @settings: the preferences
 * @content: (transfer full): what thaw_content_load() gave, perhaps in another thread
 *
 * Returns: (transfer full): the services, with the database still closed
 */
ThawServices *
thaw_services_new_with_content (const char   *directory,
                                ThawClock    *clock,
                                ThawSettings *settings,
                                ThawContent  *content)
{
  ThawServices *self = g_object_new (THAW_TYPE_SERVICES, NULL);

  self->clock = g_object_ref (clock);
  self->settings = g_object_ref (settings);
  self->database = thaw_database_new (directory);
  self->content = content;
  self->journal = thaw_journal_new (self->database, clock, content->vocabulary, content->coping_catalog);
  self->drafts = thaw_drafts_new (self->database, clock);
  self->reflections = thaw_reflection_store_new (self->database, clock);
  self->prompts = thaw_prompt_store_new (self->database, clock);
  self->words = thaw_word_store_new (self->database, clock);
  self->sessions = thaw_session_store_new (self->database, clock);
  self->activities = thaw_activity_store_new (self->database, clock);
  self->patterns = thaw_pattern_store_new (self->database, clock);
  self->plans = thaw_plan_store_new (self->database, clock);
  self->people = thaw_people_store_new (self->database, clock);
  self->photos = thaw_photo_store_new (self->database, clock);
  self->care_items = thaw_care_store_new (self->database, clock);
  self->own_lines = thaw_line_store_new (self->database, clock);
  self->article_marks = thaw_article_mark_store_new (self->database, clock);
  self->reminders = thaw_reminder_store_new (self->database, clock);
  self->tags = thaw_tag_store_new (self->database, clock, self->content->vocabulary,
                                    self->content->coping_catalog);
  self->reminder_engine = thaw_reminder_engine_new (clock, settings, self->reminders, self->journal, self->sessions,
                                                    self->people);
  self->upkeep = thaw_upkeep_new (self->journal, self->database, clock, settings);
  g_signal_connect_object (self->upkeep, "damage-found", G_CALLBACK (on_damage_found_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * thaw_services_open:
 *
 * Starts to open the journal for reading and writing, again after a failure.
 * #ThawServices::state-changed says how it went.
 */
void
thaw_services_open (ThawServices *self)
{
  g_return_if_fail (THAW_IS_SERVICES (self));
  g_return_if_fail (self->state == THAW_SERVICES_CLOSED || self->state == THAW_SERVICES_FAILED);

  set_state (self, THAW_SERVICES_OPENING, NULL);
  thaw_database_open_async (self->database, THAW_DATABASE_READ_WRITE, NULL, on_database_opened_cb,
                            g_object_ref (self));
}

static void
on_restored_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (ThawServices) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawRescueReport) report = thaw_rescue_restore_finish (result, &error);

  /* Closed meanwhile. */
  if (self->state != THAW_SERVICES_OPENING)
    return;

  if (report == NULL)
    {
      set_state (self, THAW_SERVICES_FAILED, g_steal_pointer (&error));
      return;
    }

  g_signal_emit (self, signals[SIGNAL_RESTORED], 0, report->n_restored, report->n_rescued);
  thaw_database_open_async (self->database, THAW_DATABASE_READ_WRITE, NULL, on_database_opened_cb,
                            g_object_ref (self));
}

/**
 * thaw_services_restore:
 * @backup: (type filename): one of thaw_rescue_list_backups()
 *
 * After a failure: puts the backup in the place of the journal, which is kept
 * aside, and opens it. #ThawServices::state-changed says how it went.
 */
void
thaw_services_restore (ThawServices *self,
                       const char   *backup)
{
  g_return_if_fail (THAW_IS_SERVICES (self));
  g_return_if_fail (self->state == THAW_SERVICES_FAILED);
  g_return_if_fail (backup != NULL);

  set_state (self, THAW_SERVICES_OPENING, NULL);
  thaw_rescue_restore_async (thaw_database_get_directory (self->database), backup, self->clock,
                             self->content->vocabulary, self->content->coping_catalog, NULL, on_restored_cb,
                             g_object_ref (self));
}

/**
 * thaw_services_close:
 *
 * Waits until all that was saved is on the disk and closes the journal.
 */
void
thaw_services_close (ThawServices *self)
{
  g_return_if_fail (THAW_IS_SERVICES (self));

  thaw_reminder_engine_stop (self->reminder_engine);
  close_journal (self);
  set_state (self, THAW_SERVICES_CLOSED, NULL);
}

ThawServicesState
thaw_services_get_state (ThawServices *self)
{
  g_return_val_if_fail (THAW_IS_SERVICES (self), THAW_SERVICES_CLOSED);

  return self->state;
}

/**
 * thaw_services_get_error:
 *
 * Returns: (transfer none) (nullable): why the journal could not be opened, in
 *   the domain %THAW_STORAGE_ERROR
 */
const GError *
thaw_services_get_error (ThawServices *self)
{
  g_return_val_if_fail (THAW_IS_SERVICES (self), NULL);

  return self->error;
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

/**
 * thaw_services_get_autostart:
 *
 * Returns: (transfer none) (nullable): who has Thaw start at login; %NULL if that was not set
 */
ThawAutostart *
thaw_services_get_autostart (ThawServices *self)
{
  g_return_val_if_fail (THAW_IS_SERVICES (self), NULL);

  return self->autostart;
}

/**
 * thaw_services_set_autostart:
 * @autostart: (nullable): who has Thaw start at login; only the application knows what is started
 */
void
thaw_services_set_autostart (ThawServices  *self,
                             ThawAutostart *autostart)
{
  g_return_if_fail (THAW_IS_SERVICES (self));

  g_set_object (&self->autostart, autostart);
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

ThawReflectionStore *
thaw_services_get_reflections (ThawServices *self)
{
  g_return_val_if_fail (THAW_IS_SERVICES (self), NULL);

  return self->reflections;
}

/**
 * thaw_services_get_vocabulary:
 *
 * Returns: (transfer none): the words for emotions
 */
ThawVocabulary *
thaw_services_get_vocabulary (ThawServices *self)
{
  g_return_val_if_fail (THAW_IS_SERVICES (self), NULL);

  return self->content->vocabulary;
}

/**
 * thaw_services_get_coping_catalog:
 *
 * Returns: (transfer none): what people do about what they feel
 */
ThawCopingCatalog *
thaw_services_get_coping_catalog (ThawServices *self)
{
  g_return_val_if_fail (THAW_IS_SERVICES (self), NULL);

  return self->content->coping_catalog;
}

/**
 * thaw_services_get_prompt_catalog:
 *
 * Returns: (transfer none): the questions for the blank page
 */
ThawPromptCatalog *
thaw_services_get_prompt_catalog (ThawServices *self)
{
  g_return_val_if_fail (THAW_IS_SERVICES (self), NULL);

  return self->content->prompt_catalog;
}

/**
 * thaw_services_get_practice_catalog:
 *
 * Returns: (transfer none): ways of breathing, guided practices and things to do
 */
ThawPracticeCatalog *
thaw_services_get_practice_catalog (ThawServices *self)
{
  g_return_val_if_fail (THAW_IS_SERVICES (self), NULL);

  return self->content->practice_catalog;
}

/**
 * thaw_services_get_library:
 * @error: return location for a #ThawContentError
 *
 * Loads it the first time, which takes some milliseconds. From the main thread.
 *
 * Returns: (transfer none) (nullable): what there is to read, or %NULL with an error
 */
ThawLibrary *
thaw_services_get_library (ThawServices  *self,
                           GError       **error)
{
  g_return_val_if_fail (THAW_IS_SERVICES (self), NULL);

  if (self->library == NULL)
    self->library = thaw_library_loader_load (self->content->practice_catalog, self->content->vocabulary, error);

  return self->library;
}

/**
 * thaw_services_get_help_catalog:
 * @error: return location for a #ThawContentError
 *
 * Loads it the first time. From the main thread.
 *
 * Returns: (transfer none) (nullable): the lines to call, or %NULL with an error
 */
ThawHelpCatalog *
thaw_services_get_help_catalog (ThawServices  *self,
                                GError       **error)
{
  g_return_val_if_fail (THAW_IS_SERVICES (self), NULL);

  if (self->help_catalog == NULL)
    self->help_catalog = thaw_help_line_loader_load (error);

  return self->help_catalog;
}

/**
 * thaw_services_get_words:
 *
 * Returns: (transfer none): the person's own words for emotions, and those that
 *   they hid
 */
ThawWordStore *
thaw_services_get_words (ThawServices *self)
{
  g_return_val_if_fail (THAW_IS_SERVICES (self), NULL);

  return self->words;
}

/**
 * thaw_services_get_prompts:
 *
 * Returns: (transfer none): the person's own questions for the blank page
 */
ThawPromptStore *
thaw_services_get_prompts (ThawServices *self)
{
  g_return_val_if_fail (THAW_IS_SERVICES (self), NULL);

  return self->prompts;
}

/**
 * thaw_services_get_tags:
 *
 * Returns: (transfer none): the tags of the journal as a whole
 */
ThawTagStore *
thaw_services_get_tags (ThawServices *self)
{
  g_return_val_if_fail (THAW_IS_SERVICES (self), NULL);

  return self->tags;
}

/**
 * thaw_services_get_sessions:
 *
 * Returns: (transfer none): what was done, each time
 */
ThawSessionStore *
thaw_services_get_sessions (ThawServices *self)
{
  g_return_val_if_fail (THAW_IS_SERVICES (self), NULL);

  return self->sessions;
}

/**
 * thaw_services_get_activities:
 *
 * Returns: (transfer none): the person's own things to do, and what of all they
 *   starred
 */
ThawActivityStore *
thaw_services_get_activities (ThawServices *self)
{
  g_return_val_if_fail (THAW_IS_SERVICES (self), NULL);

  return self->activities;
}

/**
 * thaw_services_get_patterns:
 *
 * Returns: (transfer none): the person's own ways of breathing
 */
ThawPatternStore *
thaw_services_get_patterns (ThawServices *self)
{
  g_return_val_if_fail (THAW_IS_SERVICES (self), NULL);

  return self->patterns;
}

/**
 * thaw_services_get_plans:
 *
 * Returns: (transfer none): what is planned for a day
 */
ThawPlanStore *
thaw_services_get_plans (ThawServices *self)
{
  g_return_val_if_fail (THAW_IS_SERVICES (self), NULL);

  return self->plans;
}

/**
 * thaw_services_get_people:
 *
 * Returns: (transfer none): the people in the person’s life
 */
ThawPeopleStore *
thaw_services_get_people (ThawServices *self)
{
  g_return_val_if_fail (THAW_IS_SERVICES (self), NULL);

  return self->people;
}

/**
 * thaw_services_get_photos:
 *
 * Returns: (transfer none): the photos of people
 */
ThawPhotoStore *
thaw_services_get_photos (ThawServices *self)
{
  g_return_val_if_fail (THAW_IS_SERVICES (self), NULL);

  return self->photos;
}

/**
 * thaw_services_get_care_items:
 *
 * Returns: (transfer none): the lines of the care plan
 */
ThawCareStore *
thaw_services_get_care_items (ThawServices *self)
{
  g_return_val_if_fail (THAW_IS_SERVICES (self), NULL);

  return self->care_items;
}

/**
 * thaw_services_get_own_lines:
 *
 * Returns: (transfer none): lines to call that the person added
 */
ThawLineStore *
thaw_services_get_own_lines (ThawServices *self)
{
  g_return_val_if_fail (THAW_IS_SERVICES (self), NULL);

  return self->own_lines;
}

/**
 * thaw_services_get_article_marks:
 *
 * Returns: (transfer none): what the person has to do with articles
 */
ThawArticleMarkStore *
thaw_services_get_article_marks (ThawServices *self)
{
  g_return_val_if_fail (THAW_IS_SERVICES (self), NULL);

  return self->article_marks;
}

/**
 * thaw_services_get_reminders:
 *
 * Returns: (transfer none): what the person wants to be reminded of
 */
ThawReminderStore *
thaw_services_get_reminders (ThawServices *self)
{
  g_return_val_if_fail (THAW_IS_SERVICES (self), NULL);

  return self->reminders;
}

/**
 * thaw_services_get_reminder_engine:
 *
 * Returns: (transfer none): what has reminders come, and knows what came of them
 */
ThawReminderEngine *
thaw_services_get_reminder_engine (ThawServices *self)
{
  g_return_val_if_fail (THAW_IS_SERVICES (self), NULL);

  return self->reminder_engine;
}
