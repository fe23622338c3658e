/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-session-places"

#include "config.h"
#include "pages/journal/thaw-session-places.h"

#include "pages/journal/thaw-session-words.h"

/**
 * ThawSessionPlaces:
 *
 * Where sessions stand among the entries of the journal: known of all of them,
 * some bytes each, while what they say is read when it is asked for.
 *
 * #ThawSessionPlaces::changed tells when some may have come, gone, or say something
 * else.
 */
struct _ThawSessionPlaces
{
  GObject parent_instance;

  ThawServices *services; /* (owned) */
  GArray *places;         /* (owned) (nullable) (element-type ThawJournalPlace): newest first; NULL until loaded */
  gboolean is_loading;
  gboolean is_stale; /* something changed during a read */
};

G_DEFINE_FINAL_TYPE (ThawSessionPlaces, thaw_session_places, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void load (ThawSessionPlaces *self);

static GArray *
make_places (GArray *moments)
{
  GArray *places = g_array_sized_new (FALSE, FALSE, sizeof (ThawJournalPlace), moments->len);
  gint64 position = 0;

  g_array_set_size (places, moments->len);
  for (guint i = 0; i < moments->len; i++)
    {
      const ThawMoment *moment = &g_array_index (moments, ThawMoment, i);

      position = thaw_session_get_position (moment, position);
      g_array_index (places, ThawJournalPlace, moments->len - 1 - i) =
        (ThawJournalPlace) { .position = position, .day = moment->day, .is_session = TRUE };
    }

  return places;
}

static void
on_moments_listed_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (ThawSessionPlaces) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) moments = thaw_session_store_list_moments_finish (THAW_SESSION_STORE (source), result, &error);

  self->is_loading = FALSE;
  if (moments == NULL)
    g_info ("Sessions are not listed: %s", error->message);

  /* The entries are not kept waiting for what cannot be read. */
  if (moments != NULL || self->places == NULL)
    {
      g_clear_pointer (&self->places, g_array_unref);
      self->places = moments != NULL ? make_places (moments)
                                     : g_array_new (FALSE, FALSE, sizeof (ThawJournalPlace));
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
    }

  if (self->is_stale)
    load (self);
}

static void
load (ThawSessionPlaces *self)
{
  self->is_stale = self->is_loading;
  if (self->is_loading)
    return;

  self->is_loading = TRUE;
  thaw_session_store_list_moments_async (thaw_services_get_sessions (self->services), NULL, on_moments_listed_cb,
                                         g_object_ref (self));
}

static void
thaw_session_places_finalize (GObject *object)
{
  ThawSessionPlaces *self = THAW_SESSION_PLACES (object);

  g_clear_pointer (&self->places, g_array_unref);
  g_clear_object (&self->services);

  G_OBJECT_CLASS (thaw_session_places_parent_class)->finalize (object);
}

static void
thaw_session_places_class_init (ThawSessionPlacesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = thaw_session_places_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
thaw_session_places_init (ThawSessionPlaces *self)
{
}

/**
 * thaw_session_places_new:
 * @services: has the sessions
 *
 * Starts to read where they stand.
 *
 * Returns: (transfer full): the places of all sessions
 */
ThawSessionPlaces *
thaw_session_places_new (ThawServices *services)
{
  ThawSessionPlaces *self = g_object_new (THAW_TYPE_SESSION_PLACES, NULL);

  g_return_val_if_fail (THAW_IS_SERVICES (services), self);

  self->services = g_object_ref (services);
  g_signal_connect_object (thaw_services_get_sessions (services), "changed", G_CALLBACK (load), self,
                           G_CONNECT_SWAPPED);
  load (self);

  return self;
}

gboolean
thaw_session_places_is_loaded (ThawSessionPlaces *self)
{
  g_return_val_if_fail (THAW_IS_SESSION_PLACES (self), FALSE);

  return self->places != NULL;
}

/**
 * thaw_session_places_merge:
 * @entries: (element-type ThawJournalPlace): where entries stand, newest first
 *
 * Returns: (transfer full) (element-type ThawJournalPlace): these and all sessions, newest
 *   first
 */
GArray *
thaw_session_places_merge (ThawSessionPlaces *self,
                           GArray            *entries)
{
  GArray *merged;
  guint e = 0, s = 0;

  g_return_val_if_fail (THAW_IS_SESSION_PLACES (self), NULL);
  g_return_val_if_fail (entries != NULL && self->places != NULL, NULL);

  merged = g_array_sized_new (FALSE, FALSE, sizeof (ThawJournalPlace), entries->len + self->places->len);
  while (e < entries->len || s < self->places->len)
    {
      gboolean is_entry = s == self->places->len ||
                          (e < entries->len && g_array_index (entries, ThawJournalPlace, e).position >
                                                 g_array_index (self->places, ThawJournalPlace, s).position);

      if (is_entry)
        g_array_append_val (merged, g_array_index (entries, ThawJournalPlace, e++));
      else
        g_array_append_val (merged, g_array_index (self->places, ThawJournalPlace, s++));
    }

  return merged;
}

/**
 * thaw_session_places_read_days:
 * @first: the first day
 * @last: the last day, or %THAW_DAY_NONE for no bound
 *
 * Returns: (transfer full) (element-type ThawEntrySummary): what the sessions of these
 *   days say, oldest first; none if they cannot be read
 */
GPtrArray *
thaw_session_places_read_days (ThawSessionPlaces *self,
                               ThawDay            first,
                               ThawDay            last)
{
  g_return_val_if_fail (THAW_IS_SESSION_PLACES (self), NULL);

  return thaw_session_words_read_days (self->services, first, last);
}

/**
 * thaw_session_places_get_day:
 * @uuid: perhaps a session
 *
 * Returns: the day of the session, or %THAW_DAY_NONE if there is none
 */
ThawDay
thaw_session_places_get_day (ThawSessionPlaces *self,
                             const char        *uuid)
{
  g_autoptr (ThawSession) session = NULL;

  g_return_val_if_fail (THAW_IS_SESSION_PLACES (self), THAW_DAY_NONE);

  session = thaw_session_store_get (thaw_services_get_sessions (self->services), uuid, NULL);

  return session != NULL ? session->moment.day : THAW_DAY_NONE;
}
