/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "fault-session.h"

#include "fault-person.h"
#include "fault-states.h"
#include "fault-vfs.h"
#include "thaw-database-idle.h"
#include "thaw-database-private.h"
#include "thaw-fault-model.h"
#include "thaw-test.h"
#include "thaw-uuid.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#define N_ENTRIES 12
#define FIRST_IMPORTED 5
#define NOW "2026-03-29T09:15:00+02:00"

typedef enum
{
  STEP_OPEN,
  STEP_SAVE,
  STEP_SAVE_FROM_DRAFT,
  STEP_HIDE,
  STEP_UNHIDE,
  STEP_REST,
  STEP_PURGE,
  STEP_IMPORT,
  STEP_SAVE_DRAFT,
  STEP_REMOVE_DRAFT,
  STEP_SAVE_PERSON,
  STEP_REMOVE_PERSON,
  STEP_READ,
  STEP_FIND,
  STEP_COPY,
  STEP_DAILY_COPY,
  STEP_VERIFY,
  STEP_CRASH,
  STEP_CLOSE,
} StepKind;

typedef struct
{
  StepKind kind;
  guint entry;
  FaultState version;
} Step;

/**
 * FaultSession:
 *
 * A day in the life of a journal, always the same one, and what has to be on the
 * disk after each step.
 */
struct _FaultSession
{
  char *parent;               /* (owned) */
  FaultRecovery recovery;
  ThawStorageError expected_error;
  gboolean can_read_meanwhile;

  guint n_crashes;
  ThawClock *clock;           /* (owned) */
  ThawDatabase *database;     /* (owned) */
  ThawJournal *journal;       /* (owned) */
  ThawDrafts *drafts;         /* (owned) */
  ThawPeopleStore *people;    /* (owned) */

  /* Each has what was acknowledged last, then what was asked for. */
  GArray *entries[N_ENTRIES]; /* (owned) (element-type FaultState) */
  GArray *draft;              /* (owned) (element-type FaultState): the same of the draft */
  GArray *person;             /* (owned) (element-type FaultState): the same of a person */

  guint n_acknowledged;
  guint n_failed;
  guint n_lost;
  guint n_wrong;
};

static const Step script[] = {
  { STEP_OPEN },
  { STEP_SAVE, 0, 1 },
  { STEP_SAVE, 1, 1 },
  { STEP_SAVE_DRAFT, 0, 1 },
  { STEP_SAVE, 0, 2 },
  { STEP_SAVE_PERSON, 0, 3 },
  { STEP_SAVE_FROM_DRAFT, 2, 1 },
  { STEP_FIND, 2 },
  { STEP_HIDE, 1 },
  { STEP_SAVE, 3, 1 },
  { STEP_UNHIDE, 1 },
  { STEP_HIDE, 2 },
  { STEP_REST },
  { STEP_PURGE },
  { STEP_SAVE_PERSON, 0, 1 },
  { STEP_SAVE_DRAFT, 0, 2 },
  { STEP_IMPORT },
  { STEP_COPY },
  { STEP_SAVE, 1, 2 },
  { STEP_CRASH },
  { STEP_OPEN },
  { STEP_READ },
  { STEP_REMOVE_PERSON },
  { STEP_SAVE, 4, 1 },
  { STEP_HIDE, 3 },
  { STEP_DAILY_COPY },
  { STEP_CLOSE },
  { STEP_OPEN },
  { STEP_SAVE, 0, 3 },
  { STEP_SAVE_PERSON, 0, 2 },
  { STEP_VERIFY },
  { STEP_REMOVE_DRAFT },
  { STEP_SAVE, 3, 2 },
  { STEP_CLOSE },
};

static const char *
get_uuid (guint entry)
{
  static char *uuids[N_ENTRIES];

  if (uuids[entry] == NULL)
    uuids[entry] = thaw_uuid_new (1774770000000 + entry);

  return uuids[entry];
}

static void G_GNUC_PRINTF (2, 3)
complain (FaultSession *self,
          const char   *format,
          ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  self->n_wrong++;
  if (self->recovery != FAULT_RECOVERY_LIE && self->recovery != FAULT_RECOVERY_LOSE)
    g_printerr ("  %s\n", text);
}

static char *
make_directory_path (FaultSession *self)
{
  g_autofree char *name = g_strdup_printf ("journal-%u", self->n_crashes);

  return g_build_filename (self->parent, name, NULL);
}

static void
make_objects (FaultSession *self)
{
  g_autofree char *directory = make_directory_path (self);

  self->database = thaw_database_new (directory);
  self->journal = thaw_journal_new (self->database, self->clock, NULL, NULL);
  self->drafts = thaw_drafts_new (self->database, self->clock);
  self->people = thaw_people_store_new (self->database, self->clock);
}

static void
clear_objects (FaultSession *self)
{
  thaw_database_close (self->database);
  g_clear_object (&self->people);
  g_clear_object (&self->drafts);
  g_clear_object (&self->journal);
  g_clear_object (&self->database);
}

static void
copy_file (const char *from,
           const char *to,
           const char *name)
{
  g_autofree char *source = g_build_filename (from, name, NULL);
  g_autofree char *target = g_build_filename (to, name, NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (!g_file_get_contents (source, &bytes, &length, NULL))
    return;

  g_file_set_contents_full (target, bytes, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

/* What a process that is killed now would leave behind becomes the journal. */
static void
crash (FaultSession *self)
{
  g_autofree char *before = make_directory_path (self);
  g_autofree char *after = NULL;

  self->n_crashes++;
  after = make_directory_path (self);
  g_assert_cmpint (g_mkdir (after, 0700), ==, 0);
  copy_file (before, after, "journal.db");
  copy_file (before, after, "journal.db-wal");
  copy_file (before, after, "journal.db-journal");
  clear_objects (self);
  make_objects (self);
}

static gboolean
save (FaultSession  *self,
      const Step    *step,
      GError       **error)
{
  g_autoptr (ThawEntry) entry = fault_make_entry (get_uuid (step->entry), (guint) step->version, self->clock);
  g_autoptr (ThawEntry) saved = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  thaw_journal_save_async (self->journal, entry, step->kind == STEP_SAVE_FROM_DRAFT ? "draft" : NULL, NULL,
                           thaw_test_store_result_cb, &slot);
  result = thaw_test_await (&slot);
  saved = thaw_journal_save_finish (self->journal, result, error);

  return saved != NULL;
}

static gboolean
delete_or_not (FaultSession  *self,
               const Step    *step,
               GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  switch ((int) step->kind)
    {
    case STEP_HIDE:
      thaw_journal_hide_async (self->journal, get_uuid (step->entry), NULL, thaw_test_store_result_cb, &slot);
      result = thaw_test_await (&slot);
      return thaw_journal_hide_finish (self->journal, result, error);
    case STEP_UNHIDE:
      thaw_journal_unhide_async (self->journal, get_uuid (step->entry), NULL, thaw_test_store_result_cb, &slot);
      result = thaw_test_await (&slot);
      return thaw_journal_unhide_finish (self->journal, result, error);
    default:
      thaw_journal_purge_async (self->journal, NULL, NULL, thaw_test_store_result_cb, &slot);
      result = thaw_test_await (&slot);
      return thaw_journal_purge_finish (self->journal, result, error);
    }
}

/* What cannot be done in a quiet moment is left to the next. */
static gpointer
do_all_idle_work (ThawConnection  *connection,
                  gpointer         data,
                  GError         **error)
{
  gint64 n_changes_merged = THAW_DATABASE_IDLE_UNKNOWN;

  while (thaw_database_idle_step (connection, &n_changes_merged) != 0)
    ;

  return data;
}

static gboolean
rest (FaultSession  *self,
      GError       **error)
{
  return thaw_database_write_sync (self->database, do_all_idle_work, self, error) != NULL;
}

static gboolean
import (FaultSession  *self,
        GError       **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  ThawJournalImportCounts counts;

  for (guint i = FIRST_IMPORTED; i < N_ENTRIES; i++)
    g_ptr_array_add (entries, fault_make_entry (get_uuid (i), 1, self->clock));

  return thaw_journal_import_sync (self->journal, entries, FALSE, &counts, error);
}

static gboolean
change_draft (FaultSession  *self,
              const Step    *step,
              GError       **error)
{
  g_autoptr (ThawEntry) entry = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  if (step->kind == STEP_REMOVE_DRAFT)
    {
      thaw_drafts_remove_async (self->drafts, "draft", NULL, thaw_test_store_result_cb, &slot);
      result = thaw_test_await (&slot);
      return thaw_drafts_remove_finish (self->drafts, result, error);
    }

  entry = fault_make_entry (get_uuid (0), (guint) step->version, self->clock);
  thaw_drafts_save_async (self->drafts, "draft", entry, NULL, thaw_test_store_result_cb, &slot);
  result = thaw_test_await (&slot);

  return thaw_drafts_save_finish (self->drafts, result, error);
}

static gboolean
is_text_of (ThawEntry  *entry,
            guint       index,
            FaultState  version)
{
  g_autofree char *text = fault_make_text (get_uuid (index), (guint) version);

  return g_strcmp0 (thaw_entry_get_text (entry), text) == 0;
}

/* Whether the state is that of what was read: an entry, or NULL for none that can be seen. */
static gboolean
fits (ThawEntry  *entry,
      guint       index,
      FaultState  state)
{
  return state > 0 ? entry != NULL && is_text_of (entry, index, state) : entry == NULL;
}

static gboolean
fits_any (ThawEntry *entry,
          guint      index,
          GArray    *states)
{
  for (guint i = 0; i < states->len; i++)
    {
      if (fits (entry, index, g_array_index (states, FaultState, i)))
        return TRUE;
    }

  return FALSE;
}

/* The open journal shows what it should. Whatever can be read is compared; that something cannot be is an error. */
static gboolean
read_all (FaultSession  *self,
          GError       **error)
{
  g_autoptr (ThawDraft) draft = NULL;
  g_autoptr (GError) draft_error = NULL;
  FaultState person;

  for (guint i = 0; i < N_ENTRIES; i++)
    {
      g_autoptr (GError) local_error = NULL;
      g_autoptr (ThawEntry) entry = thaw_journal_get_entry (self->journal, get_uuid (i), &local_error);

      if (local_error != NULL && !g_error_matches (local_error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      if (!fits_any (entry, i, self->entries[i]))
        {
          complain (self, "entry %u is not what it should be", i);
          self->n_lost++;
        }
    }

  draft = thaw_drafts_get (self->drafts, "draft", &draft_error);
  if (draft_error != NULL && !g_error_matches (draft_error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&draft_error));
      return FALSE;
    }
  if (!fits_any (draft != NULL ? draft->entry : NULL, 0, self->draft))
    {
      complain (self, "the draft is not what it should be");
      self->n_lost++;
    }

  if (!fault_person_read (self->people, &person, error))
    return FALSE;
  if (!fault_states_contain (self->person, person))
    {
      complain (self, "the person is %d, not %d", person, g_array_index (self->person, FaultState, 0));
      self->n_lost++;
    }

  return TRUE;
}

static gboolean
find (FaultSession  *self,
      const Step    *step,
      GError       **error)
{
  ThawJournalFilter filter = { .query = (char *) get_uuid (step->entry) };
  g_autoptr (GPtrArray) found = thaw_journal_find_sync (self->journal, &filter, THAW_JOURNAL_NEWEST, 10, error);
  GArray *states = self->entries[step->entry];

  if (found == NULL)
    return FALSE;

  if (states->len == 1 && g_array_index (states, FaultState, 0) > 0 && found->len != 1)
    complain (self, "entry %u is found %u times", step->entry, found->len);

  return TRUE;
}

static gboolean
copy (FaultSession  *self,
      GError       **error)
{
  g_autofree char *path = g_build_filename (self->parent, "copy.db", NULL);

  return thaw_database_backup_sync (self->database, path, error);
}

static gboolean
copy_daily (FaultSession  *self,
            GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  thaw_database_backup_daily_async (self->database, thaw_day_from_iso ("2026-03-29"), NULL, thaw_test_store_result_cb,
                                    &slot);
  result = thaw_test_await (&slot);

  return thaw_database_backup_daily_finish (self->database, result, error);
}

static gboolean
attempt (FaultSession  *self,
         const Step    *step,
         GError       **error)
{
  switch (step->kind)
    {
    case STEP_OPEN:
      return thaw_database_open_sync (self->database, THAW_DATABASE_READ_WRITE, error);
    case STEP_SAVE:
    case STEP_SAVE_FROM_DRAFT:
      return save (self, step, error);
    case STEP_HIDE:
    case STEP_UNHIDE:
    case STEP_PURGE:
      return delete_or_not (self, step, error);
    case STEP_REST:
      return rest (self, error);
    case STEP_IMPORT:
      return import (self, error);
    case STEP_SAVE_DRAFT:
    case STEP_REMOVE_DRAFT:
      return change_draft (self, step, error);
    case STEP_SAVE_PERSON:
      return fault_person_save (self->people, step->version, error);
    case STEP_REMOVE_PERSON:
      return fault_person_remove (self->people, error);
    case STEP_READ:
      return read_all (self, error);
    case STEP_FIND:
      return find (self, step, error);
    case STEP_COPY:
      return copy (self, error);
    case STEP_DAILY_COPY:
      return copy_daily (self, error);
    case STEP_VERIFY:
      return thaw_database_verify_sync (self->database, NULL, error);
    case STEP_CRASH:
      crash (self);
      return TRUE;
    case STEP_CLOSE:
      thaw_database_close (self->database);
      return TRUE;
    default:
      g_assert_not_reached ();
    }
}

static void
note (FaultSession *self,
      const Step   *step,
      gboolean      is_acknowledged)
{
  switch ((int) step->kind)
    {
    case STEP_SAVE_FROM_DRAFT:
      fault_states_note (self->draft, 0, is_acknowledged);
      G_GNUC_FALLTHROUGH;
    case STEP_SAVE:
      fault_states_note (self->entries[step->entry], step->version, is_acknowledged);
      break;
    case STEP_HIDE:
    case STEP_UNHIDE:
      fault_states_hide (self->entries[step->entry], step->kind == STEP_HIDE, is_acknowledged);
      break;
    case STEP_PURGE:
      for (guint i = 0; i < N_ENTRIES; i++)
        fault_states_purge (self->entries[i], is_acknowledged);
      break;
    case STEP_IMPORT:
      for (guint i = FIRST_IMPORTED; i < N_ENTRIES; i++)
        fault_states_note (self->entries[i], 1, is_acknowledged);
      break;
    case STEP_SAVE_DRAFT:
    case STEP_REMOVE_DRAFT:
      fault_states_note (self->draft, step->version, is_acknowledged);
      break;
    case STEP_SAVE_PERSON:
    case STEP_REMOVE_PERSON:
      fault_states_note (self->person, step->version, is_acknowledged);
      break;
    default:
      break;
    }
}

static gboolean
needs_open (StepKind kind)
{
  return kind != STEP_OPEN && kind != STEP_CRASH && kind != STEP_CLOSE;
}

/* An entry whose saving failed cannot be hidden. */
static gboolean
may_be_missing (FaultSession *self,
                const Step   *step)
{
  if (self->recovery == FAULT_RECOVERY_RETRY || self->recovery == FAULT_RECOVERY_RELIEVE)
    return FALSE;

  return (step->kind == STEP_HIDE || step->kind == STEP_UNHIDE) &&
         g_array_index (self->entries[step->entry], FaultState, 0) == 0;
}

static gboolean
is_expected_error (FaultSession *self,
                   const Step   *step,
                   GError       *error)
{
  /* SQLite itself takes a file whose size it cannot learn for one that it must not overwrite. */
  gboolean is_copy = step->kind == STEP_COPY || step->kind == STEP_DAILY_COPY;

  return g_error_matches (error, THAW_STORAGE_ERROR, (int) self->expected_error) ||
         (is_copy && g_error_matches (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_FAILED)) ||
         (may_be_missing (self, step) && g_error_matches (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_FOUND));
}

static void
check_error (FaultSession *self,
             guint         i_step,
             GError       *error)
{
  if (!is_expected_error (self, &script[i_step], error))
    complain (self, "step %u: “%s” is error %d, not %d", i_step, error != NULL ? error->message : "no error at all",
              error != NULL ? error->code : -1, self->expected_error);
}

/* What failed has changed nothing, and works once it can. */
static void
recover (FaultSession *self,
         guint         i_step)
{
  const Step *step = &script[i_step];
  g_autoptr (GError) error = NULL;

  if (needs_open (step->kind) && (self->recovery == FAULT_RECOVERY_RETRY || self->can_read_meanwhile) &&
      !read_all (self, &error))
    complain (self, "step %u: nothing can be read after it: %s", i_step, error->message);
  g_clear_error (&error);

  if (self->recovery == FAULT_RECOVERY_RELIEVE)
    fault_vfs_disarm ();

  if (attempt (self, step, &error))
    note (self, step, TRUE);
  else
    complain (self, "step %u: again without a fault: %s", i_step, error->message);
}

static void
run_step (FaultSession *self,
          guint         i_step)
{
  const Step *step = &script[i_step];
  g_autoptr (GError) error = NULL;

  if (needs_open (step->kind) && !thaw_database_is_open (self->database))
    return;

  if (attempt (self, step, &error))
    {
      note (self, step, TRUE);
      self->n_acknowledged++;
      return;
    }

  self->n_failed++;
  check_error (self, i_step, error);
  if (self->recovery == FAULT_RECOVERY_LIE)
    {
      note (self, step, TRUE);
      return;
    }

  if (self->recovery == FAULT_RECOVERY_NONE || self->recovery == FAULT_RECOVERY_LOSE)
    note (self, step, FALSE);
  else
    recover (self, i_step);
}

/**
 * fault_session_new:
 * @directory: an empty folder
 * @recovery: what to do about a step that fails
 * @expected_error: what it has to fail with
 * @can_read_meanwhile: whether reading works as long as the fault lasts
 *
 * Returns: (transfer full): a session that has not begun
 */
FaultSession *
fault_session_new (const char       *directory,
                   FaultRecovery     recovery,
                   ThawStorageError  expected_error,
                   gboolean          can_read_meanwhile)
{
  FaultSession *self = g_new0 (FaultSession, 1);

  self->parent = g_strdup (directory);
  self->recovery = recovery;
  self->expected_error = expected_error;
  self->can_read_meanwhile = can_read_meanwhile;
  self->clock = thaw_test_make_clock (NOW);
  for (guint i = 0; i < N_ENTRIES; i++)
    self->entries[i] = fault_states_new ();
  self->draft = fault_states_new ();
  self->person = fault_states_new ();
  make_objects (self);

  return self;
}

void
fault_session_free (FaultSession *self)
{
  clear_objects (self);
  g_clear_object (&self->clock);
  for (guint i = 0; i < N_ENTRIES; i++)
    g_array_unref (self->entries[i]);
  g_array_unref (self->draft);
  g_array_unref (self->person);
  g_free (self->parent);
  g_free (self);
}

/**
 * fault_session_run:
 *
 * Lives through the day, or until there is no power; the faults are armed by the
 * caller. The journal is closed after it.
 */
void
fault_session_run (FaultSession *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (script) && fault_vfs_has_power (); i++)
    run_step (self, i);
  thaw_database_close (self->database);
}

/* Of an entry, or N_ENTRIES if nobody wrote it. A torn page may have it without a UUID. */
static guint
find_entry (const char *uuid)
{
  guint i = 0;

  while (i < N_ENTRIES && g_strcmp0 (get_uuid (i), uuid) != 0)
    i++;

  return i;
}

/* On a disk that lies everything may happen to the file, which then has to be said: that it cannot be read, too. */
static void
read_rows (FaultSession *self,
           sqlite3      *db,
           FaultState   *found)
{
  sqlite3_stmt *rows;
  int result = sqlite3_prepare_v2 (db, "SELECT uuid, hidden_ms IS NOT NULL, substr (text, length (uuid) + 10) + 0"
                                       "  FROM entry", -1, &rows, NULL);

  if (result == SQLITE_OK)
    {
      while ((result = sqlite3_step (rows)) == SQLITE_ROW)
        {
          guint i = find_entry ((const char *) sqlite3_column_text (rows, 0));

          if (i == N_ENTRIES)
            complain (self, "there is an entry that nobody wrote");
          else
            found[i] = sqlite3_column_int (rows, 2) * (sqlite3_column_int (rows, 1) != 0 ? -1 : 1);
        }
    }
  if (result != SQLITE_DONE)
    complain (self, "the entries cannot be read: %s", sqlite3_errmsg (db));
  sqlite3_finalize (rows);
}

static void
check_rows (FaultSession *self,
            const char   *path)
{
  FaultState found[N_ENTRIES] = { 0 };
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  read_rows (self, db, found);
  sqlite3_close (db);

  for (guint i = 0; i < N_ENTRIES; i++)
    {
      if (!fault_states_contain (self->entries[i], found[i]))
        {
          complain (self, "entry %u is %d in the file, not %d", i, found[i],
                    g_array_index (self->entries[i], FaultState, 0));
          self->n_lost++;
        }
    }
}

/**
 * fault_session_check:
 *
 * Opens the journal once more, without any fault, and compares it with what was
 * acknowledged.
 */
void
fault_session_check (FaultSession *self)
{
  g_autofree char *path = g_strdup (thaw_database_get_path (self->database));
  g_autofree char *fault = NULL;
  g_autoptr (GError) error = NULL;

  if (!thaw_database_open_sync (self->database, THAW_DATABASE_READ_WRITE, &error) || !read_all (self, &error))
    {
      complain (self, "afterwards the journal does not open: %s", error->message);
      return;
    }

  thaw_database_close (self->database);
  check_rows (self, path);
  fault = fault_find_in_file (path);
  if (fault != NULL)
    complain (self, "afterwards: %s", fault);
}

const char *
fault_session_get_path (FaultSession *self)
{
  return thaw_database_get_path (self->database);
}

guint
fault_session_get_n_acknowledged (FaultSession *self)
{
  return self->n_acknowledged;
}

guint
fault_session_get_n_failed (FaultSession *self)
{
  return self->n_failed;
}

guint
fault_session_get_n_lost (FaultSession *self)
{
  return self->n_lost;
}

guint
fault_session_get_n_wrong (FaultSession *self)
{
  return self->n_wrong;
}
