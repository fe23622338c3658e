/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-activity-tally.h"
#include "thaw-day-mood.h"
#include "thaw-session.h"
#include "thaw-store.h"

G_BEGIN_DECLS

#define THAW_TYPE_SESSION_STORE (thaw_session_store_get_type ())
G_DECLARE_FINAL_TYPE (ThawSessionStore, thaw_session_store, THAW, SESSION_STORE, ThawStore)

ThawSessionStore *thaw_session_store_new (ThawDatabase *database,
                                          ThawClock    *clock) G_GNUC_WARN_UNUSED_RESULT;

ThawSession *thaw_session_store_get (ThawSessionStore  *self,
                                     const char        *uuid,
                                     GError           **error);
GPtrArray *thaw_session_store_list_days (ThawSessionStore  *self,
                                         ThawDay            first,
                                         ThawDay            last,
                                         GError           **error);
ThawSession *thaw_session_store_get_last (ThawSessionStore  *self,
                                          GError           **error);
ThawDay thaw_session_store_get_first_day (ThawSessionStore  *self,
                                          const char        *activity,
                                          GError           **error);
gboolean thaw_session_store_get_extent (ThawSessionStore  *self,
                                        ThawDay           *out_first,
                                        ThawDay           *out_last,
                                        GError           **error);

void thaw_session_store_save_async (ThawSessionStore    *self,
                                    const ThawSession   *session,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);
ThawSession *thaw_session_store_save_finish (ThawSessionStore  *self,
                                             GAsyncResult      *result,
                                             GError           **error);
ThawSession *thaw_session_store_save_sync (ThawSessionStore   *self,
                                           const ThawSession  *session,
                                           GError            **error);

void thaw_session_store_remove_async (ThawSessionStore    *self,
                                      const char          *uuid,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data);
gboolean thaw_session_store_remove_finish (ThawSessionStore  *self,
                                           GAsyncResult      *result,
                                           GError           **error);
gboolean thaw_session_store_remove_sync (ThawSessionStore  *self,
                                         const char        *uuid,
                                         GError           **error);

void thaw_session_store_settle_async (ThawSessionStore    *self,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data);
gboolean thaw_session_store_settle_finish (ThawSessionStore  *self,
                                           GAsyncResult      *result,
                                           GError           **error);
gboolean thaw_session_store_settle_sync (ThawSessionStore  *self,
                                         GError           **error);

void thaw_session_store_tally_async (ThawSessionStore    *self,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
GPtrArray *thaw_session_store_tally_finish (ThawSessionStore  *self,
                                            GAsyncResult      *result,
                                            GError           **error);

void thaw_session_store_count_days_async (ThawSessionStore    *self,
                                          ThawDay              first,
                                          ThawDay              last,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
GArray *thaw_session_store_count_days_finish (ThawSessionStore  *self,
                                              GAsyncResult      *result,
                                              GError           **error);

void thaw_session_store_list_moments_async (ThawSessionStore    *self,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
GArray *thaw_session_store_list_moments_finish (ThawSessionStore  *self,
                                                GAsyncResult      *result,
                                                GError           **error);

G_END_DECLS
