/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-entry-list"

#include "config.h"
#include "pages/journal/thaw-entry-list.h"

/* What is read before the first frame: more than a tall window shows. */
#define N_FIRST 30
/* Entries read at a time around one that is asked for. */
#define N_CHUNK 50
/* Summaries kept: more than the 200 or so that a list view holds on to. */
#define N_KEPT 600
/* What a search shows at each key: more than a window does. */
#define N_FOUND 50
/* What it adds when somebody scrolls to its end. */
#define N_FOUND_MORE 200

/**
 * ThawEntryList:
 *
 * The journal as a list, newest first, of which only what is looked at is in memory.
 *
 * Without a query the list knows the place (position and day) of every entry,
 * some bytes each, and reads the entries themselves in chunks when they are asked
 * for. Sessions stand among them, if the list is given their places. Without any
 * filter the newest entries are there as soon as the list is made, and the rest
 * grows at the end once a worker has gathered the places.
 *
 * With a query the list holds what was found, the newest first, and more with
 * thaw_entry_list_load_more(). A list is for one filter: for another query make
 * another list, which costs a list view far less than to change a long one.
 *
 * Follows #ThawJournal::changed and tells only of what really came or went.
 * #ThawEntryList::updated says that entries may say something else in the same
 * places, so that rows can be filled anew without losing the focus.
 */
struct _ThawEntryList
{
  GObject parent_instance;

  ThawJournal *journal;        /* (owned) */
  ThawSessionPlaces *sessions; /* (owned) (nullable) */
  ThawJournalFilter *filter;   /* (owned) */

  GArray *entries;  /* (owned) (nullable) (element-type ThawJournalPlace): of entries alone, once they are gathered */
  GArray *places;   /* (owned) (element-type ThawJournalPlace): newest first */
  GHashTable *kept; /* (owned): position → ThawEntrySummary */
  GError *error;    /* (owned) (nullable): why the last read failed */

  GCancellable *cancellable; /* (owned) (nullable): of the read that is under way */
  gboolean is_loading;
  gboolean has_more;
  gboolean is_stale;   /* the journal changed during a read */
  gboolean is_waiting; /* the entries are gathered, the sessions are not */
};

static void thaw_entry_list_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ThawEntryList, thaw_entry_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, thaw_entry_list_iface_init))

enum
{
  PROP_LOADING = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_UPDATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
has_query (ThawEntryList *self)
{
  return self->filter->query != NULL && self->filter->query[0] != '\0';
}

static ThawJournalPlace *
get_place (ThawEntryList *self,
           guint          index)
{
  return &g_array_index (self->places, ThawJournalPlace, index);
}

static void
set_loading (ThawEntryList *self,
             gboolean       is_loading)
{
  if (self->is_loading == is_loading)
    return;

  self->is_loading = is_loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
keep_all (ThawEntryList *self,
          GPtrArray     *summaries)
{
  /* What was found comes with its highlights and cannot be read again one by one: it is never forgotten. */
  if (!has_query (self) && g_hash_table_size (self->kept) + summaries->len > N_KEPT)
    g_hash_table_remove_all (self->kept);

  for (guint i = 0; i < summaries->len; i++)
    {
      ThawEntrySummary *summary = g_ptr_array_index (summaries, i);
      gint64 position = thaw_entry_summary_get_position (summary);

      g_hash_table_insert (self->kept, g_memdup2 (&position, sizeof position), g_object_ref (summary));
    }
}

static GArray *
make_places (GPtrArray *summaries)
{
  GArray *places = g_array_sized_new (FALSE, FALSE, sizeof (ThawJournalPlace), summaries->len);

  for (guint i = 0; i < summaries->len; i++)
    {
      ThawEntrySummary *summary = g_ptr_array_index (summaries, i);
      ThawJournalPlace place = {
        .position = thaw_entry_summary_get_position (summary),
        .day = thaw_entry_summary_get_moment (summary)->day,
        .is_session = thaw_entry_summary_is_session (summary),
      };

      g_array_append_val (places, place);
    }

  return places;
}

static void
remove_places (ThawEntryList *self,
               guint          index,
               guint          n)
{
  if (n == 0)
    return;

  g_array_remove_range (self->places, index, n);
  g_list_model_items_changed (G_LIST_MODEL (self), index, n, 0);
}

static void
insert_places (ThawEntryList *self,
               guint          index,
               GArray        *from,
               guint          n)
{
  if (n == 0)
    return;

  g_array_insert_vals (self->places, index, &g_array_index (from, ThawJournalPlace, index), n);
  g_list_model_items_changed (G_LIST_MODEL (self), index, 0, n);
}

/* Goes over to @places, telling of no more than what lies between the first and the last difference. What goes and
 * what comes are told apart, since a list view asks at once for every item that replaces another. */
static void
apply_places (ThawEntryList *self,
              GArray        *places)
{
  guint n_old = self->places->len, n_new = places->len, n_same = 0, n_same_tail = 0;

  while (n_same < MIN (n_old, n_new) &&
         get_place (self, n_same)->position == g_array_index (places, ThawJournalPlace, n_same).position)
    n_same++;

  while (n_same_tail < MIN (n_old, n_new) - n_same &&
         get_place (self, n_old - 1 - n_same_tail)->position ==
           g_array_index (places, ThawJournalPlace, n_new - 1 - n_same_tail).position)
    n_same_tail++;

  remove_places (self, n_same, n_old - n_same - n_same_tail);
  insert_places (self, n_same, places, n_new - n_same - n_same_tail);
}

static void load (ThawEntryList *self);

/* The end of every read. */
static void
finish_load (ThawEntryList *self,
             GError        *error)
{
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  self->error = error;

  if (error != NULL)
    g_warning ("Reading the journal failed: %s", error->message);

  if (self->is_stale && error == NULL)
    load (self);
  else
    set_loading (self, FALSE);
}

/* Shows the places that were gathered, with those of the sessions. */
static void
show_places (ThawEntryList *self)
{
  g_autoptr (GArray) merged = NULL;

  if (self->sessions != NULL)
    merged = thaw_session_places_merge (self->sessions, self->entries);

  g_hash_table_remove_all (self->kept);
  apply_places (self, merged != NULL ? merged : self->entries);
  g_signal_emit (self, signals[SIGNAL_UPDATED], 0);
}

static void
on_index_ready_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (ThawEntryList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) places = thaw_journal_index_finish (THAW_JOURNAL (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (places != NULL)
    {
      g_clear_pointer (&self->entries, g_array_unref);
      self->entries = g_steal_pointer (&places);

      /* They come a moment later, and then everything is shown. */
      self->is_waiting = self->sessions != NULL && !thaw_session_places_is_loaded (self->sessions);
      if (self->is_waiting)
        return;
      show_places (self);
    }

  finish_load (self, g_steal_pointer (&error));
}

static void
on_sessions_changed_cb (ThawEntryList *self)
{
  if (self->entries == NULL)
    return;

  show_places (self);
  if (self->is_waiting)
    {
      self->is_waiting = FALSE;
      finish_load (self, NULL);
    }
}

static void
on_found_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (ThawEntryList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = thaw_journal_find_finish (THAW_JOURNAL (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (found != NULL)
    {
      g_autoptr (GArray) places = make_places (found);

      self->has_more = found->len > 0 && found->len >= MAX (N_FOUND, self->places->len);
      g_hash_table_remove_all (self->kept);
      keep_all (self, found);
      apply_places (self, places);
      g_signal_emit (self, signals[SIGNAL_UPDATED], 0);
    }

  finish_load (self, g_steal_pointer (&error));
}

static void
on_more_found_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (ThawEntryList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = thaw_journal_find_finish (THAW_JOURNAL (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (found != NULL)
    {
      g_autoptr (GArray) places = make_places (found);
      guint n_before = self->places->len;

      self->has_more = found->len >= N_FOUND_MORE;
      keep_all (self, found);
      g_array_append_vals (self->places, places->data, places->len);
      if (places->len > 0)
        g_list_model_items_changed (G_LIST_MODEL (self), n_before, 0, places->len);
    }

  finish_load (self, g_steal_pointer (&error));
}

/* Starts to read everything anew. */
static void
load (ThawEntryList *self)
{
  self->is_stale = FALSE;
  self->cancellable = g_cancellable_new ();

  if (has_query (self))
    thaw_journal_find_async (self->journal, self->filter, THAW_JOURNAL_NEWEST, MAX (N_FOUND, self->places->len),
                             self->cancellable, on_found_cb, g_object_ref (self));
  else
    thaw_journal_index_async (self->journal, self->filter, self->cancellable, on_index_ready_cb,
                              g_object_ref (self));

  set_loading (self, TRUE);
}

static void
on_journal_changed_cb (ThawEntryList *self)
{
  if (self->is_loading)
    self->is_stale = TRUE;
  else
    load (self);
}

/* Adds the sessions of the days of the newest entries; of all there were with no entry at all, those are left for
 * later. */
static void
add_sessions (ThawEntryList *self,
              GPtrArray     *newest)
{
  g_autoptr (GPtrArray) sessions = NULL;
  ThawEntrySummary *oldest;

  if (self->sessions == NULL || newest->len == 0)
    return;

  oldest = g_ptr_array_index (newest, newest->len - 1);
  sessions = thaw_session_places_read_days (self->sessions, thaw_entry_summary_get_moment (oldest)->day,
                                            THAW_DAY_NONE);
  g_ptr_array_extend_and_steal (newest, g_steal_pointer (&sessions));
  g_ptr_array_sort (newest, thaw_entry_summary_compare_newest_first);
}

/* Reads the newest entries right away, so that the first frame has something to show. */
static void
load_first (ThawEntryList *self)
{
  g_autoptr (GPtrArray) newest = NULL;
  g_autoptr (GArray) places = NULL;
  g_autoptr (GError) error = NULL;

  newest = thaw_journal_list_newest (self->journal, THAW_JOURNAL_NEWEST, N_FIRST, &error);
  if (newest == NULL)
    {
      /* The worker will meet the same error and say so. */
      g_debug ("No first page: %s", error->message);
      return;
    }

  add_sessions (self, newest);
  keep_all (self, newest);
  places = make_places (newest);
  g_array_append_vals (self->places, places->data, places->len);
}

static ThawEntrySummary *
make_placeholder (const ThawJournalPlace *place)
{
  ThawMoment moment = { .utc_ms = 0, .offset_secs = 0, .day = place->day };

  moment.utc_ms = (gint64) (place->day - THAW_DAY_EPOCH) * 24 * 3600 * 1000;

  return thaw_entry_summary_new ("", place->position, &moment, THAW_FEELING_UNKNOWN,
                                 thaw_valence_from_step (THAW_VALENCE_STEP_UNKNOWN), THAW_ANSWER_NONE, NULL, NULL);
}

/* Those around the one at @index. */
static void
read_entries (ThawEntryList *self,
              guint          index)
{
  guint start = index / N_CHUNK * N_CHUNK;
  g_autoptr (GArray) entries = g_array_sized_new (FALSE, FALSE, sizeof (ThawJournalPlace), N_CHUNK);
  g_autoptr (GPtrArray) chunk = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = start; i < MIN (start + N_CHUNK, self->places->len); i++)
    {
      if (!get_place (self, i)->is_session)
        g_array_append_val (entries, *get_place (self, i));
    }

  chunk = thaw_journal_list_places (self->journal, (ThawJournalPlace *) entries->data, entries->len, &error);
  if (chunk == NULL)
    g_warning ("Reading entries failed: %s", error->message);
  else
    keep_all (self, chunk);
}

static void
read_sessions (ThawEntryList *self,
               ThawDay        day)
{
  g_autoptr (GPtrArray) sessions = thaw_session_places_read_days (self->sessions, day, day);

  keep_all (self, sessions);
}

static GType
thaw_entry_list_get_item_type (GListModel *model)
{
  return THAW_TYPE_ENTRY_SUMMARY;
}

static guint
thaw_entry_list_get_n_items (GListModel *model)
{
  return THAW_ENTRY_LIST (model)->places->len;
}

static gpointer
thaw_entry_list_get_item (GListModel *model,
                          guint       index)
{
  ThawEntryList *self = THAW_ENTRY_LIST (model);
  ThawEntrySummary *summary;
  const ThawJournalPlace *place;

  if (index >= self->places->len)
    return NULL;

  place = get_place (self, index);
  summary = g_hash_table_lookup (self->kept, &place->position);
  if (summary != NULL)
    return g_object_ref (summary);

  if (place->is_session)
    read_sessions (self, place->day);
  else
    read_entries (self, index);

  summary = g_hash_table_lookup (self->kept, &place->position);

  /* Deleted a moment ago: the list is about to hear of it, and until then has to have something in this place. */
  return summary != NULL ? g_object_ref (summary) : make_placeholder (place);
}

static void
thaw_entry_list_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = thaw_entry_list_get_item_type;
  iface->get_n_items = thaw_entry_list_get_n_items;
  iface->get_item = thaw_entry_list_get_item;
}

static void
thaw_entry_list_dispose (GObject *object)
{
  ThawEntryList *self = THAW_ENTRY_LIST (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->sessions);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (thaw_entry_list_parent_class)->dispose (object);
}

static void
thaw_entry_list_finalize (GObject *object)
{
  ThawEntryList *self = THAW_ENTRY_LIST (object);

  g_clear_pointer (&self->filter, thaw_journal_filter_free);
  g_clear_pointer (&self->entries, g_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->kept, g_hash_table_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (thaw_entry_list_parent_class)->finalize (object);
}

static void
thaw_entry_list_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  ThawEntryList *self = THAW_ENTRY_LIST (object);

  switch (prop_id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, self->is_loading);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_entry_list_class_init (ThawEntryListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = thaw_entry_list_dispose;
  object_class->finalize = thaw_entry_list_finalize;
  object_class->get_property = thaw_entry_list_get_property;

  /**
   * ThawEntryList:loading:
   *
   * Whether a read is under way. Once it is over, thaw_entry_list_get_error()
   * says how it went.
   */
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * ThawEntryList::updated:
   *
   * The entries were read anew. Items that were got before may be out of date.
   */
  signals[SIGNAL_UPDATED] = g_signal_new ("updated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

static void
thaw_entry_list_init (ThawEntryList *self)
{
  self->places = g_array_new (FALSE, FALSE, sizeof (ThawJournalPlace));
  self->kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
}

/**
 * thaw_entry_list_new:
 * @journal: the journal
 * @sessions: (nullable): the sessions that shall stand among the entries
 * @filter: (nullable): which entries, %NULL for all
 *
 * Makes a list and starts to read.
 *
 * Returns: (transfer full): a new list of #ThawEntrySummary
 */
ThawEntryList *
thaw_entry_list_new (ThawJournal             *journal,
                     ThawSessionPlaces       *sessions,
                     const ThawJournalFilter *filter)
{
  ThawEntryList *self;

  g_return_val_if_fail (THAW_IS_JOURNAL (journal), NULL);

  self = g_object_new (THAW_TYPE_ENTRY_LIST, NULL);
  self->journal = g_object_ref (journal);
  self->filter = thaw_journal_filter_copy (filter);
  if (sessions != NULL)
    {
      self->sessions = g_object_ref (sessions);
      g_signal_connect_object (sessions, "changed", G_CALLBACK (on_sessions_changed_cb), self, G_CONNECT_SWAPPED);
    }

  if (thaw_journal_filter_is_empty (filter))
    load_first (self);
  load (self);
  g_signal_connect_object (journal, "changed", G_CALLBACK (on_journal_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * thaw_entry_list_cancel:
 *
 * Stops reading and following the journal: nobody looks at the list any more.
 */
void
thaw_entry_list_cancel (ThawEntryList *self)
{
  g_return_if_fail (THAW_IS_ENTRY_LIST (self));

  g_signal_handlers_disconnect_by_func (self->journal, on_journal_changed_cb, self);
  if (self->sessions != NULL)
    g_signal_handlers_disconnect_by_func (self->sessions, on_sessions_changed_cb, self);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

/**
 * thaw_entry_list_get_filter:
 *
 * Returns: (transfer none): what the list was made for
 */
const ThawJournalFilter *
thaw_entry_list_get_filter (ThawEntryList *self)
{
  g_return_val_if_fail (THAW_IS_ENTRY_LIST (self), NULL);

  return self->filter;
}

/**
 * thaw_entry_list_get_error:
 *
 * Returns: (transfer none) (nullable): why the last read failed, in the domain
 *   %THAW_STORAGE_ERROR, or %NULL if it did not
 */
const GError *
thaw_entry_list_get_error (ThawEntryList *self)
{
  g_return_val_if_fail (THAW_IS_ENTRY_LIST (self), NULL);

  return self->error;
}

gboolean
thaw_entry_list_is_loading (ThawEntryList *self)
{
  g_return_val_if_fail (THAW_IS_ENTRY_LIST (self), FALSE);

  return self->is_loading;
}

/**
 * thaw_entry_list_has_more:
 *
 * Returns: whether a search found more than the list holds by now
 */
gboolean
thaw_entry_list_has_more (ThawEntryList *self)
{
  g_return_val_if_fail (THAW_IS_ENTRY_LIST (self), FALSE);

  return self->has_more;
}

/**
 * thaw_entry_list_load_more:
 *
 * Adds the next of what a search found at the end. Does nothing while a read is
 * under way, and when all is there.
 */
void
thaw_entry_list_load_more (ThawEntryList *self)
{
  g_return_if_fail (THAW_IS_ENTRY_LIST (self));

  if (!self->has_more || self->is_loading)
    return;

  self->cancellable = g_cancellable_new ();
  thaw_journal_find_async (self->journal, self->filter, get_place (self, self->places->len - 1)->position,
                           N_FOUND_MORE,
                           self->cancellable, on_more_found_cb, g_object_ref (self));
  set_loading (self, TRUE);
}

/**
 * thaw_entry_list_get_day:
 * @index: an index below the number of items
 *
 * Costs nothing: no entry is read.
 *
 * Returns: the day of the entry there
 */
ThawDay
thaw_entry_list_get_day (ThawEntryList *self,
                         guint          index)
{
  g_return_val_if_fail (THAW_IS_ENTRY_LIST (self), THAW_DAY_NONE);
  g_return_val_if_fail (index < self->places->len, THAW_DAY_NONE);

  return get_place (self, index)->day;
}

/**
 * thaw_entry_list_starts_day:
 * @index: an index below the number of items
 *
 * Returns: whether the entry there is the first of its day in the list
 */
gboolean
thaw_entry_list_starts_day (ThawEntryList *self,
                            guint          index)
{
  g_return_val_if_fail (THAW_IS_ENTRY_LIST (self), FALSE);
  g_return_val_if_fail (index < self->places->len, FALSE);

  return index == 0 || get_place (self, index - 1)->day != get_place (self, index)->day;
}

/**
 * thaw_entry_list_find_day:
 * @day: a day
 * @out_index: (out): where the day starts; if it has no entries, where the last
 *   day before it starts that has some, or else the last entry
 *
 * Returns: whether the list has entries on @day
 */
gboolean
thaw_entry_list_find_day (ThawEntryList *self,
                          ThawDay        day,
                          guint         *out_index)
{
  guint low = 0, high;

  g_return_val_if_fail (THAW_IS_ENTRY_LIST (self), FALSE);
  g_return_val_if_fail (out_index != NULL, FALSE);

  high = self->places->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_place (self, middle)->day > day)
        low = middle + 1;
      else
        high = middle;
    }

  *out_index = self->places->len > 0 ? MIN (low, self->places->len - 1) : 0;

  return low < self->places->len && get_place (self, low)->day == day;
}

/**
 * thaw_entry_list_find_entry:
 * @uuid: an entry or a session
 * @out_index: (out): where it is
 *
 * Looks through its day.
 *
 * Returns: whether the list has it
 */
gboolean
thaw_entry_list_find_entry (ThawEntryList *self,
                            const char    *uuid,
                            guint         *out_index)
{
  g_autoptr (ThawEntry) entry = NULL;
  ThawDay day = THAW_DAY_NONE;

  g_return_val_if_fail (THAW_IS_ENTRY_LIST (self), FALSE);
  g_return_val_if_fail (uuid != NULL, FALSE);
  g_return_val_if_fail (out_index != NULL, FALSE);

  *out_index = 0;
  entry = thaw_journal_get_entry (self->journal, uuid, NULL);
  if (entry != NULL)
    day = thaw_entry_get_moment (entry)->day;
  else if (self->sessions != NULL)
    day = thaw_session_places_get_day (self->sessions, uuid);

  if (day == THAW_DAY_NONE || !thaw_entry_list_find_day (self, day, out_index))
    return FALSE;

  for (; *out_index < self->places->len && get_place (self, *out_index)->day == day; (*out_index)++)
    {
      g_autoptr (ThawEntrySummary) summary = g_list_model_get_item (G_LIST_MODEL (self), *out_index);

      if (g_str_equal (thaw_entry_summary_get_uuid (summary), uuid))
        return TRUE;
    }

  return FALSE;
}
