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

G_END_DECLS
