/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-journal-bus"

#include "config.h"
#include "thaw-journal-bus.h"

#include <gio/gio.h>

#include "exchange/thaw-exchange-error.h"
#include "thaw-storage-error.h"

#define ERROR_PREFIX APP_ID ".Error."

static const GDBusErrorEntry exchange_errors[] = {
  { THAW_EXCHANGE_ERROR_NOT_THIS_FORMAT, ERROR_PREFIX "Exchange.NotThisFormat" },
  { THAW_EXCHANGE_ERROR_DAMAGED, ERROR_PREFIX "Exchange.Damaged" },
  { THAW_EXCHANGE_ERROR_TOO_LARGE, ERROR_PREFIX "Exchange.TooLarge" },
  { THAW_EXCHANGE_ERROR_TOO_NEW, ERROR_PREFIX "Exchange.TooNew" },
  { THAW_EXCHANGE_ERROR_INVALID, ERROR_PREFIX "Exchange.Invalid" },
  { THAW_EXCHANGE_ERROR_NOT_REACHED, ERROR_PREFIX "Exchange.NotReached" },
};

static const GDBusErrorEntry storage_errors[] = {
  { THAW_STORAGE_ERROR_FAILED, ERROR_PREFIX "Storage.Failed" },
  { THAW_STORAGE_ERROR_TOO_NEW, ERROR_PREFIX "Storage.TooNew" },
  { THAW_STORAGE_ERROR_NOT_A_JOURNAL, ERROR_PREFIX "Storage.NotAJournal" },
  { THAW_STORAGE_ERROR_DAMAGED, ERROR_PREFIX "Storage.Damaged" },
  { THAW_STORAGE_ERROR_IN_USE, ERROR_PREFIX "Storage.InUse" },
  { THAW_STORAGE_ERROR_READ_ONLY, ERROR_PREFIX "Storage.ReadOnly" },
  { THAW_STORAGE_ERROR_NO_ACCESS, ERROR_PREFIX "Storage.NoAccess" },
  { THAW_STORAGE_ERROR_FULL, ERROR_PREFIX "Storage.Full" },
  { THAW_STORAGE_ERROR_IO, ERROR_PREFIX "Storage.Io" },
  { THAW_STORAGE_ERROR_INVALID, ERROR_PREFIX "Storage.Invalid" },
  { THAW_STORAGE_ERROR_NOT_FOUND, ERROR_PREFIX "Storage.NotFound" },
  { THAW_STORAGE_ERROR_CLOSED, ERROR_PREFIX "Storage.Closed" },
};

static void
register_domain (GQuark                 domain,
                 const GDBusErrorEntry *entries,
                 guint                  n_entries)
{
  for (guint i = 0; i < n_entries; i++)
    g_dbus_error_register_error (domain, entries[i].error_code, entries[i].dbus_error_name);
}

/**
 * thaw_journal_bus_register_errors:
 *
 * Makes errors of the exchange and of the storage keep their meaning on their
 * way over the bus. Both ends have to call it; once more does no harm.
 */
void
thaw_journal_bus_register_errors (void)
{
  static gsize is_done = 0;

  if (!g_once_init_enter (&is_done))
    return;

  register_domain (THAW_EXCHANGE_ERROR, exchange_errors, G_N_ELEMENTS (exchange_errors));
  register_domain (THAW_STORAGE_ERROR, storage_errors, G_N_ELEMENTS (storage_errors));
  g_once_init_leave (&is_done, 1);
}
