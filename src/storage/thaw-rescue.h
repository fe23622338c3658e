/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-backup.h"
#include "thaw-clock.h"
#include "thaw-coping-catalog.h"
#include "thaw-vocabulary.h"

G_BEGIN_DECLS

/**
 * ThawRescueReport:
 * @kept_directory: (nullable): where the damaged file was put
 * @n_restored: how many entries the backup had that were not deleted since
 * @n_rescued: how many newer ones were taken from the damaged file
 *
 * What came of opening a backup.
 */
typedef struct
{
  char *kept_directory;
  guint n_restored;
  guint n_rescued;
} ThawRescueReport;

void thaw_rescue_report_free (ThawRescueReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawRescueReport, thaw_rescue_report_free)

GPtrArray        *thaw_rescue_list_backups   (const char  *directory,
                                              GError     **error);

void              thaw_rescue_list_backups_async  (const char          *directory,
                                                   GCancellable        *cancellable,
                                                   GAsyncReadyCallback  callback,
                                                   gpointer             user_data);
GPtrArray        *thaw_rescue_list_backups_finish (GAsyncResult  *result,
                                                   GError       **error);

ThawRescueReport *thaw_rescue_restore_sync   (const char         *directory,
                                              const char         *backup,
                                              ThawClock          *clock,
                                              ThawVocabulary     *vocabulary,
                                              ThawCopingCatalog  *coping_catalog,
                                              GError            **error);
void              thaw_rescue_restore_async  (const char          *directory,
                                              const char          *backup,
                                              ThawClock           *clock,
                                              ThawVocabulary      *vocabulary,
                                              ThawCopingCatalog   *coping_catalog,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data);
ThawRescueReport *thaw_rescue_restore_finish (GAsyncResult  *result,
                                              GError       **error);

G_END_DECLS
