/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-session-switches"

#include "config.h"
#include "practice/thaw-session-switches.h"

#include <glib/gi18n-lib.h>

/* What can be switched on and off while a session runs: a preference each, by an action. */

typedef struct
{
  const char *name;
  gboolean    (*get) (ThawSettings *settings);
  void        (*set) (ThawSettings *settings,
                      gboolean      is_on);
} Switch;

static const Switch switches[] = {
  { "bells", thaw_settings_get_practice_bells, thaw_settings_set_practice_bells },
  { "phase-sounds", thaw_settings_get_practice_phase_sounds, thaw_settings_set_practice_phase_sounds },
  { "speech", thaw_settings_get_practice_speech, thaw_settings_set_practice_speech },
  { "seconds", thaw_settings_get_practice_show_seconds, thaw_settings_set_practice_show_seconds },
};

static void
on_change_state_cb (GSimpleAction *action,
                    GVariant      *state,
                    gpointer       user_data)
{
  ThawSettings *settings = user_data;

  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    {
      if (g_str_equal (g_action_get_name (G_ACTION (action)), switches[i].name))
        switches[i].set (settings, g_variant_get_boolean (state));
    }
  g_simple_action_set_state (action, state);
}

/**
 * thaw_session_switches_new:
 * @settings: where it is remembered what is on
 *
 * Returns: (transfer full): the actions `bells`, `phase-sounds`, `speech` and `seconds`,
 *   each with a boolean state
 */
GActionGroup *
thaw_session_switches_new (ThawSettings *settings)
{
  GSimpleActionGroup *group;

  g_return_val_if_fail (THAW_IS_SETTINGS (settings), NULL);

  group = g_simple_action_group_new ();
  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    {
      GVariant *state = g_variant_new_boolean (switches[i].get (settings));
      g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (switches[i].name, NULL, state);

      g_signal_connect_object (action, "change-state", G_CALLBACK (on_change_state_cb), settings, 0);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }

  return G_ACTION_GROUP (group);
}

/**
 * thaw_session_switches_create_menu:
 * @is_breathing: whether there are phases that can have sounds
 * @can_speak: whether there is something to speak, and a voice for it
 *
 * Returns: (transfer full): the switches that make a difference
 */
GMenuModel *
thaw_session_switches_create_menu (gboolean is_breathing,
                                   gboolean can_speak)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _("_Bells"), THAW_SESSION_SWITCHES_PREFIX ".bells");
  if (is_breathing)
    g_menu_append (menu, _("Sounds to _Breathe by"), THAW_SESSION_SWITCHES_PREFIX ".phase-sounds");
  if (can_speak)
    g_menu_append (menu, _("_Spoken Words"), THAW_SESSION_SWITCHES_PREFIX ".speech");
  g_menu_append (menu, _("S_econds"), THAW_SESSION_SWITCHES_PREFIX ".seconds");

  return G_MENU_MODEL (g_steal_pointer (&menu));
}
