/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "fault-states.h"

/*
 * The states that one thing may be found in: what was acknowledged last, then what
 * was only asked for.
 */

/**
 * fault_states_new:
 *
 * Returns: (transfer full) (element-type FaultState): that of what is not there yet
 */
GArray *
fault_states_new (void)
{
  GArray *states = g_array_new (FALSE, FALSE, sizeof (FaultState));

  fault_states_note (states, 0, TRUE);

  return states;
}

gboolean
fault_states_contain (GArray     *states,
                      FaultState  state)
{
  for (guint i = 0; i < states->len; i++)
    {
      if (g_array_index (states, FaultState, i) == state)
        return TRUE;
    }

  return FALSE;
}

/* An acknowledged state is the only one that may be found; one that was only asked for may be found as well. */
void
fault_states_note (GArray     *states,
                   FaultState  state,
                   gboolean    is_acknowledged)
{
  if (is_acknowledged)
    g_array_set_size (states, 0);
  g_array_append_val (states, state);
}

void
fault_states_hide (GArray   *states,
                   gboolean  is_hidden,
                   gboolean  is_acknowledged)
{
  g_autoptr (GArray) before = g_array_copy (states);

  if (is_acknowledged)
    g_array_set_size (states, 0);
  for (guint i = 0; i < before->len; i++)
    {
      FaultState version = ABS (g_array_index (before, FaultState, i));

      fault_states_note (states, is_hidden ? -version : version, FALSE);
    }
}

void
fault_states_purge (GArray   *states,
                    gboolean  is_acknowledged)
{
  FaultState none = 0;

  for (guint i = 0; i < states->len; i++)
    {
      if (g_array_index (states, FaultState, i) >= 0)
        continue;
      if (!is_acknowledged)
        {
          g_array_append_val (states, none);
          return;
        }
      g_array_index (states, FaultState, i) = 0;
    }
}
