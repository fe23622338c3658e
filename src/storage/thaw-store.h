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
 */
struct _ThawStoreClass
{
  GObjectClass parent_class;

  /*< private >*/
  guint topics;
};

G_END_DECLS
