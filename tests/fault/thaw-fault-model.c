/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "thaw-fault-model.h"

/* Long enough that an entry with its index spans several pages. */
#define MAX_WORDS 600

/**
 * fault_make_text:
 * @uuid: an entry
 * @version: how often it was changed, from 1
 *
 * Returns: (transfer full): the text which that version has
 */
char *
fault_make_text (const char *uuid,
                 guint       version)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_str_hash (uuid) + version);
  GString *text = g_string_new (NULL);
  int n_words = g_rand_int_range (rand, 1, MAX_WORDS);

  g_string_append_printf (text, "%s version %u", uuid, version);
  for (int i = 0; i < n_words; i++)
    g_string_append_printf (text, " w%x", g_rand_int_range (rand, 0, 5000));

  return g_string_free (text, FALSE);
}
