/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-plan.h"
#include "thaw-store.h"

G_BEGIN_DECLS

#define THAW_TYPE_PLAN_STORE (thaw_plan_store_get_type ())
G_DECLARE_FINAL_TYPE (ThawPlanStore, thaw_plan_store, THAW, PLAN_STORE, ThawStore)

ThawPlanStore *thaw_plan_store_new (ThawDatabase *database,
                                    ThawClock    *clock) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *thaw_plan_store_list (ThawPlanStore  *self,
                                 GError        **error);
GPtrArray *thaw_plan_store_list_day (ThawPlanStore  *self,
                                     ThawDay         day,
                                     GError        **error);

void thaw_plan_store_save_async (ThawPlanStore       *self,
                                 const ThawPlan      *plan,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data);
ThawPlan *thaw_plan_store_save_finish (ThawPlanStore  *self,
                                       GAsyncResult   *result,
                                       GError        **error);
ThawPlan *thaw_plan_store_save_sync (ThawPlanStore   *self,
                                     const ThawPlan  *plan,
                                     GError         **error);

void thaw_plan_store_remove_async (ThawPlanStore       *self,
                                   const char          *uuid,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);
gboolean thaw_plan_store_remove_finish (ThawPlanStore  *self,
                                        GAsyncResult   *result,
                                        GError        **error);
gboolean thaw_plan_store_remove_sync (ThawPlanStore  *self,
                                      const char     *uuid,
                                      GError        **error);

G_END_DECLS
