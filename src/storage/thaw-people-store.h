/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-person.h"
#include "thaw-store.h"

G_BEGIN_DECLS

#define THAW_TYPE_PEOPLE_STORE (thaw_people_store_get_type ())
G_DECLARE_FINAL_TYPE (ThawPeopleStore, thaw_people_store, THAW, PEOPLE_STORE, ThawStore)

ThawPeopleStore *thaw_people_store_new (ThawDatabase *database,
                                        ThawClock    *clock) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *thaw_people_store_list (ThawPeopleStore  *self,
                                   GError          **error);

ThawPerson *thaw_people_store_get (ThawPeopleStore  *self,
                                   const char       *id,
                                   GError          **error);

void thaw_people_store_save_async (ThawPeopleStore     *self,
                                   const ThawPerson    *person,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);
ThawPerson *thaw_people_store_save_finish (ThawPeopleStore  *self,
                                           GAsyncResult     *result,
                                           GError          **error);
ThawPerson *thaw_people_store_save_sync (ThawPeopleStore   *self,
                                         const ThawPerson  *person,
                                         GError           **error);

void thaw_people_store_remove_async (ThawPeopleStore     *self,
                                     const char          *id,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
gboolean thaw_people_store_remove_finish (ThawPeopleStore  *self,
                                          GAsyncResult     *result,
                                          GError          **error);
gboolean thaw_people_store_remove_sync (ThawPeopleStore  *self,
                                        const char       *id,
                                        GError          **error);

G_END_DECLS
