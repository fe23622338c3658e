/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-reminder-preferences"

#include "config.h"
#include "reminders/thaw-reminder-preferences.h"

int
main (int   argc,
      char *argv[])
{
  return 0;
}
