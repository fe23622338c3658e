/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-clock.h"
#include "thaw-database.h"

G_BEGIN_DECLS

#define THAW_TYPE_STORE (thaw_store_get_type ())
G_DECLARE_DERIVABLE_TYPE (ThawStore, thaw_store, THAW, STORE, GObject)

/**
 * ThawStoreClass:
 * @topics: what its writes change, and so what it listens to
 * @record_kind: (nullable): what it keeps, if that is records
 * @slug_set: (nullable): what it keeps beside them
 */
struct _ThawStoreClass
{
  GObjectClass parent_class;

  /*< private >*/
  guint topics;
  const struct _ThawRecordKind *record_kind;
  const struct _ThawSlugSet *slug_set;
};

/* For whoever handles the records of any repository; others take the functions of the repository itself. */

gpointer    thaw_store_copy_record         (ThawStore           *self,
                                            gconstpointer        record) G_GNUC_WARN_UNUSED_RESULT;
void        thaw_store_free_record         (ThawStore           *self,
                                            gpointer             record);
const char *thaw_store_get_record_id       (ThawStore           *self,
                                            gconstpointer        record);
void        thaw_store_save_record_async   (ThawStore           *self,
                                            gpointer             source_tag,
                                            gconstpointer        record,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
void        thaw_store_remove_record_async (ThawStore           *self,
                                            gpointer             source_tag,
                                            const char          *key,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
gpointer    thaw_store_finish              (gpointer             self,
                                            GAsyncResult        *result,
                                            GError             **error);

G_END_DECLS
