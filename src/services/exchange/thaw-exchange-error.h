/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ThawExchangeError:
 * @THAW_EXCHANGE_ERROR_NOT_THIS_FORMAT: the file is of another kind than the one asked for
 * @THAW_EXCHANGE_ERROR_DAMAGED: the file is of the right kind, but breaks off or breaks its rules
 * @THAW_EXCHANGE_ERROR_TOO_LARGE: the file is larger, or deeper nested, than a journal can be
 * @THAW_EXCHANGE_ERROR_TOO_NEW: the file was written by a newer version
 * @THAW_EXCHANGE_ERROR_INVALID: the file can be read, but says something impossible
 * @THAW_EXCHANGE_ERROR_NOT_REACHED: the program that has the journal open does not answer
 *
 * What can go wrong between a journal and a file of somebody else's.
 */
typedef enum
{
  THAW_EXCHANGE_ERROR_NOT_THIS_FORMAT,
  THAW_EXCHANGE_ERROR_DAMAGED,
  THAW_EXCHANGE_ERROR_TOO_LARGE,
  THAW_EXCHANGE_ERROR_TOO_NEW,
  THAW_EXCHANGE_ERROR_INVALID,
  THAW_EXCHANGE_ERROR_NOT_REACHED,
} ThawExchangeError;

#define THAW_EXCHANGE_ERROR (thaw_exchange_error_quark ())
GQuark thaw_exchange_error_quark (void);

G_END_DECLS
