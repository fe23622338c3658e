/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "thaw-cli.h"

int
main (int   argc,
      char *argv[])
{
  return thaw_cli_run (argc, argv);
}
