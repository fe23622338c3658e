/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-cli-list-activities"

#include "config.h"
#include "thaw-cli.h"

#include "thaw-cli-deeds.h"
#include "thaw-cli-options.h"
#include "thaw-cli-output.h"

int
thaw_cli_run_list_activities (const ThawCliCommand *command,
                              GStrv                *args)
{
  g_auto (ThawCliOptions) options = { NULL };
  g_autoptr (GPtrArray) deeds = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = { { NULL } };
  int status;

  if (!thaw_cli_options_parse (&options, command, entries, args, &status))
    return status;

  if (!thaw_cli_check_no_rest (&options))
    return THAW_CLI_WRONG_USAGE;

  deeds = thaw_cli_deeds_list (options.directory, &error);
  if (deeds == NULL)
    return thaw_cli_fail (error);

  for (guint i = 0; i < deeds->len; i++)
    {
      const ThawActivity *deed = g_ptr_array_index (deeds, i);

      thaw_cli_print ("%-16s  %s\n", deed->id, deed->name);
    }

  return THAW_CLI_OK;
}
