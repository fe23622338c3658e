/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-reminder-book"

#include "config.h"
#include "thaw-reminder-book.h"

#include "thaw-reminder-edit.h"
#include "thaw-reminder-moments.h"

/**
 * ThawReminderBook:
 *
 * The reminders of an open journal and what came of them, in memory. What came of them is
 * true here first, and then on the disk: nobody else writes it, so what is read again from
 * there never takes the place of what is known here.
 */
struct _ThawReminderBook
{
  GObject parent_instance;

  ThawReminderStore *store; /* (owned) */
  GPtrArray *items;         /* (owned) (nullable) (element-type ThawReminderItem): %NULL while the journal is closed */
  GHashTable *by_uuid;      /* (owned): an item by the identity of its rule */
  guint n_closed;           /* how often it was closed, so that nothing of another journal is mixed in */
};

G_DEFINE_FINAL_TYPE (ThawReminderBook, thaw_reminder_book, G_TYPE_OBJECT)

enum
{
  SIGNAL_SAVE_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
item_free (gpointer data)
{
  ThawReminderItem *item = data;

  thaw_reminder_free (item->rule);
  g_free (item);
}

/* Without what is not stored. */
static gboolean
states_are_equal (const ThawReminderState *a,
                  const ThawReminderState *b)
{
  return a->rule_ms == b->rule_ms && a->last == b->last && a->shown == b->shown && a->missed == b->missed &&
         a->snoozed_until_ms == b->snoozed_until_ms && a->put_off_day == b->put_off_day &&
         a->n_unanswered_days == b->n_unanswered_days && a->is_offer_over == b->is_offer_over;
}

static void
thaw_reminder_book_dispose (GObject *object)
{
  ThawReminderBook *self = THAW_REMINDER_BOOK (object);

  thaw_reminder_book_clear (self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (thaw_reminder_book_parent_class)->dispose (object);
}

static void
thaw_reminder_book_finalize (GObject *object)
{
  ThawReminderBook *self = THAW_REMINDER_BOOK (object);

  g_hash_table_unref (self->by_uuid);

  G_OBJECT_CLASS (thaw_reminder_book_parent_class)->finalize (object);
}

static void
thaw_reminder_book_class_init (ThawReminderBookClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = thaw_reminder_book_dispose;
  object_class->finalize = thaw_reminder_book_finalize;

  /**
   * ThawReminderBook::save-failed:
   * @error: (type GError): why
   *
   * What thaw_reminder_book_save() took could not be written; the next one takes it again.
   */
  signals[SIGNAL_SAVE_FAILED] = g_signal_new ("save-failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                             0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
thaw_reminder_book_init (ThawReminderBook *self)
{
  self->by_uuid = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * thaw_reminder_book_new:
 * @store: where the reminders are
 *
 * Returns: (transfer full): an empty book
 */
ThawReminderBook *
thaw_reminder_book_new (ThawReminderStore *store)
{
  ThawReminderBook *self = g_object_new (THAW_TYPE_REMINDER_BOOK, NULL);

  g_return_val_if_fail (THAW_IS_REMINDER_STORE (store), self);

  self->store = g_object_ref (store);

  return self;
}

static GHashTable *
index_records (GPtrArray *records)
{
  GHashTable *by_uuid = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < records->len; i++)
    {
      ThawReminderRecord *record = g_ptr_array_index (records, i);

      g_hash_table_insert (by_uuid, record->uuid, record);
    }

  return by_uuid;
}

static ThawReminderItem *
make_item (ThawReminderBook   *self,
           ThawReminder       *rule,
           ThawReminderRecord *record)
{
  ThawReminderItem *item = g_new0 (ThawReminderItem, 1);
  ThawReminderItem *known = g_hash_table_lookup (self->by_uuid, rule->uuid);

  if (known != NULL)
    {
      *item = *known;
      /* Other words for it change nothing about what came. */
      if (thaw_reminder_comes_alike (known->rule, rule))
        item->state.rule_ms = rule->modified_ms;
    }
  else if (record != NULL)
    {
      item->state = item->given = record->state;
      item->is_from_before = TRUE;
    }
  item->rule = rule;

  return item;
}

/* What came and is not there any more, or is another one. */
static void
list_over (ThawReminderBook *self,
           GPtrArray        *records,
           GHashTable       *by_uuid,
           GPtrArray        *over)
{
  for (guint i = 0; self->items != NULL && i < self->items->len; i++)
    {
      const ThawReminderItem *item = g_ptr_array_index (self->items, i);
      const ThawReminderItem *now = g_hash_table_lookup (by_uuid, item->rule->uuid);

      if (item->state.shown != THAW_CIVIL_NONE && (now == NULL || now->state.shown == THAW_CIVIL_NONE))
        g_ptr_array_add (over, g_strdup (item->rule->uuid));
    }

  for (guint i = 0; self->items == NULL && i < records->len; i++)
    {
      const ThawReminderRecord *record = g_ptr_array_index (records, i);
      const ThawReminderItem *now = g_hash_table_lookup (by_uuid, record->uuid);

      if (record->state.shown != THAW_CIVIL_NONE && (now == NULL || now->state.shown == THAW_CIVIL_NONE))
        g_ptr_array_add (over, g_strdup (record->uuid));
    }
}

/**
 * thaw_reminder_book_load:
 * @conditions: what time it is
 * @over: (element-type utf8): takes the identities of those that came before and have been
 *   changed or removed since
 * @error: return location for an error
 *
 * Reads the reminders, again if that was done before. On an error everything stays as it was.
 *
 * Returns: whether they could be read
 */
gboolean
thaw_reminder_book_load (ThawReminderBook              *self,
                         const ThawReminderConditions  *conditions,
                         GPtrArray                     *over,
                         GError                       **error)
{
  g_autoptr (GPtrArray) rules = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GHashTable) records_by_uuid = NULL;
  GHashTable *by_uuid;
  GPtrArray *items;

  g_return_val_if_fail (THAW_IS_REMINDER_BOOK (self), FALSE);

  rules = thaw_reminder_store_list (self->store, error);
  if (rules == NULL)
    return FALSE;
  records = thaw_reminder_store_list_states (self->store, error);
  if (records == NULL)
    return FALSE;

  records_by_uuid = index_records (records);
  by_uuid = g_hash_table_new (g_str_hash, g_str_equal);
  items = g_ptr_array_new_full (rules->len, item_free);
  for (guint i = 0; i < rules->len; i++)
    {
      ThawReminder *rule = thaw_reminder_copy (g_ptr_array_index (rules, i));
      ThawReminderItem *item = make_item (self, rule, g_hash_table_lookup (records_by_uuid, rule->uuid));

      thaw_reminder_state_begin (&item->state, rule, conditions);
      g_ptr_array_add (items, item);
      g_hash_table_insert (by_uuid, rule->uuid, item);
    }

  list_over (self, records, by_uuid, over);
  g_hash_table_unref (self->by_uuid);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->by_uuid = by_uuid;
  self->items = items;

  return TRUE;
}

/**
 * thaw_reminder_book_clear:
 *
 * Forgets everything: the journal is closed, and the next one may be another.
 */
void
thaw_reminder_book_clear (ThawReminderBook *self)
{
  g_return_if_fail (THAW_IS_REMINDER_BOOK (self));

  self->n_closed++;
  g_hash_table_remove_all (self->by_uuid);
  g_clear_pointer (&self->items, g_ptr_array_unref);
}

guint
thaw_reminder_book_get_n_items (ThawReminderBook *self)
{
  g_return_val_if_fail (THAW_IS_REMINDER_BOOK (self), 0);

  return self->items != NULL ? self->items->len : 0;
}

/**
 * thaw_reminder_book_get_item:
 * @index: which, less than thaw_reminder_book_get_n_items()
 *
 * Returns: (transfer none): a reminder, until the book is loaded again
 */
ThawReminderItem *
thaw_reminder_book_get_item (ThawReminderBook *self,
                             guint             index)
{
  g_return_val_if_fail (index < thaw_reminder_book_get_n_items (self), NULL);

  return g_ptr_array_index (self->items, index);
}

/**
 * thaw_reminder_book_find:
 *
 * Returns: (transfer none) (nullable): a reminder, until the book is loaded again
 */
ThawReminderItem *
thaw_reminder_book_find (ThawReminderBook *self,
                         const char       *uuid)
{
  g_return_val_if_fail (THAW_IS_REMINDER_BOOK (self), NULL);
  g_return_val_if_fail (uuid != NULL, NULL);

  return g_hash_table_lookup (self->by_uuid, uuid);
}

static gboolean
needs_done (const ThawReminderItem *item)
{
  return item->rule->is_on && item->rule->opens != NULL &&
         (item->rule->skips_if_done || item->state.shown != THAW_CIVIL_NONE ||
          item->state.missed != THAW_CIVIL_NONE || item->state.snoozed_until_ms != 0);
}

/* Something that reminders open. */
typedef struct
{
  gint64 done_ms; /* when it was done last, or 0 if it was not from @day on */
  ThawDay day;    /* the first day that was looked at */
} Deed;

/* Whether on that day, and when. What was said later, of that day, counts as done at its end. */
static gboolean
look_at_day (ThawReminderBook              *self,
             Deed                          *deed,
             const char                    *opens,
             const ThawReminderConditions  *conditions,
             GError                       **error)
{
  g_autoptr (GError) local_error = NULL;
  ThawDay day = deed->day - 1;
  gint64 done_ms = thaw_reminder_store_get_done_ms (self->store, opens, day, &local_error);
  ThawCivil midnight = thaw_civil_new (day, 0) + THAW_CIVIL_MINUTES_PER_DAY;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  deed->done_ms = MIN (done_ms, thaw_civil_to_utc_ms (midnight, conditions->zone) - 1);
  deed->day = day;

  return TRUE;
}

/**
 * thaw_reminder_book_refresh_done:
 * @conditions: what time it is
 *
 * Looks up for whoever needs to know it when what they open was done last: today, or on one
 * of the days of which a moment is still to be dealt with. Each thing is looked for once,
 * however many reminders open it.
 */
void
thaw_reminder_book_refresh_done (ThawReminderBook             *self,
                                 const ThawReminderConditions *conditions)
{
  g_autoptr (GHashTable) deeds = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  ThawDay today;

  g_return_if_fail (THAW_IS_REMINDER_BOOK (self));
  g_return_if_fail (conditions != NULL);

  today = thaw_civil_get_day (thaw_civil_from_utc_ms (conditions->now_ms, conditions->zone));
  for (guint i = 0; i < thaw_reminder_book_get_n_items (self); i++)
    {
      ThawReminderItem *item = thaw_reminder_book_get_item (self, i);
      const char *opens = item->rule->opens;
      g_autoptr (GError) error = NULL;
      ThawDay first_day;
      Deed *deed;

      if (!needs_done (item))
        continue;

      deed = g_hash_table_lookup (deeds, opens);
      if (deed == NULL)
        {
          deed = g_new0 (Deed, 1);
          deed->day = today + 1;
          g_hash_table_insert (deeds, (gpointer) opens, deed);
        }

      first_day = CLAMP (thaw_civil_get_day (item->state.last), today - THAW_REMINDER_MAX_DAYS, today);
      while (deed->done_ms == 0 && deed->day > MAX (first_day, THAW_DAY_FIRST) && error == NULL)
        look_at_day (self, deed, opens, conditions, &error);

      /* One reminder too many is better than one too few. */
      if (error != NULL)
        g_info ("What was done cannot be read: %s", error->message);
      else
        item->state.done_ms = deed->done_ms;
    }
}

/**
 * thaw_reminder_item_set_state:
 * @state: what came of it now
 *
 * Returns: whether anything of it is another than before
 */
gboolean
thaw_reminder_item_set_state (ThawReminderItem        *item,
                              const ThawReminderState *state)
{
  gboolean is_other;

  g_return_val_if_fail (item != NULL && state != NULL, FALSE);

  is_other = !states_are_equal (&item->state, state);
  item->state = *state;

  return is_other;
}

/* Saving */

typedef struct
{
  ThawReminderBook *book; /* (owned) */
  GPtrArray *records;     /* (owned) */
  guint n_closed;         /* as it was when this began */
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->book);
  g_ptr_array_unref (saving->records);
  g_free (saving);
}

static void
take_back (ThawReminderBook *self,
           GPtrArray        *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      const ThawReminderRecord *record = g_ptr_array_index (records, i);
      ThawReminderItem *item = g_hash_table_lookup (self->by_uuid, record->uuid);

      /* A later one may be on its way. */
      if (item != NULL && states_are_equal (&item->given, &record->state))
        item->given = (ThawReminderState) { 0 };
    }
}

static void
on_saved_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Saving *saving = user_data;
  ThawReminderBook *self = saving->book;
  g_autoptr (GError) error = NULL;
  gboolean is_saved = thaw_reminder_store_save_states_finish (THAW_REMINDER_STORE (source), result, &error);

  if (!is_saved && self->n_closed == saving->n_closed)
    {
      take_back (self, saving->records);
      g_signal_emit (self, signals[SIGNAL_SAVE_FAILED], 0, error);
    }
  saving_free (saving);
}

/**
 * thaw_reminder_item_get_waits_until:
 * @now_ms: what time it is
 *
 * Returns: until when there may be word of what was sent, in milliseconds of Unix time and
 *   later than @now_ms, or 0 if nobody waits for that
 */
gint64
thaw_reminder_item_get_waits_until (const ThawReminderItem *item,
                                    gint64                  now_ms)
{
  g_return_val_if_fail (item != NULL, 0);

  /* A clock that was put back makes nobody wait longer. */
  if (item->n_sends == 0 || item->came_ms > now_ms || now_ms - item->came_ms >= THAW_REMINDER_PATIENCE_MS)
    return 0;

  return item->came_ms + THAW_REMINDER_PATIENCE_MS;
}

/**
 * thaw_reminder_book_save:
 * @now_ms: what time it is
 *
 * Writes what is not on the disk yet, but for what was sent and is not heard of, which waits
 * for a while.
 */
void
thaw_reminder_book_save (ThawReminderBook *self,
                         gint64            now_ms)
{
  g_autoptr (GPtrArray) records = NULL;
  Saving *saving;

  g_return_if_fail (THAW_IS_REMINDER_BOOK (self));

  records = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_reminder_record_free);
  for (guint i = 0; i < thaw_reminder_book_get_n_items (self); i++)
    {
      ThawReminderItem *item = thaw_reminder_book_get_item (self, i);

      if (states_are_equal (&item->state, &item->given) || thaw_reminder_item_get_waits_until (item, now_ms) != 0)
        continue;

      g_ptr_array_add (records, thaw_reminder_record_new (item->rule->uuid, &item->state));
      item->given = item->state;
    }

  if (records->len == 0)
    return;

  saving = g_new0 (Saving, 1);
  saving->book = g_object_ref (self);
  saving->records = g_steal_pointer (&records);
  saving->n_closed = self->n_closed;
  thaw_reminder_store_save_states_async (self->store, saving->records, NULL, on_saved_cb, saving);
}
