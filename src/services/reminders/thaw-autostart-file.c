/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-autostart-file"

#include "config.h"
#include "thaw-autostart-file.h"

#include <errno.h>
#include <gio/gdesktopappinfo.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* thaw-autostart-file: what a desktop reads at login, $XDG_CONFIG_HOME/autostart/ID.desktop. The person, and the
 * programs in which they choose what starts, may write there too, so it is read again whenever somebody asks. */

#define GROUP G_KEY_FILE_DESKTOP_GROUP
#define KEY_ENABLED "X-GNOME-Autostart-enabled"
/* The person switched it off here, and not elsewhere. */
#define KEY_SWITCHED_OFF "X-Thaw-SwitchedOff"

static char *
build_path (const char *config_dir,
            const char *app_id)
{
  g_autofree char *name = g_strconcat (app_id, ".desktop", NULL);

  return g_build_filename (config_dir, "autostart", name, NULL);
}

/* As the Desktop Entry Specification quotes an argument of Exec, which is not as a shell does. */
static char *
quote_argument (const char *argument)
{
  static const char reserved[] = " \t\n\"'\\><~|&;$*?#()`";
  gboolean is_quoted = strpbrk (argument, reserved) != NULL;
  GString *quoted = g_string_new (is_quoted ? "\"" : NULL);

  for (const char *p = argument; *p != '\0'; p++)
    {
      if (strchr ("\"`$\\", *p) != NULL)
        g_string_append_c (quoted, '\\');
      else if (*p == '%')
        g_string_append_c (quoted, '%');
      g_string_append_c (quoted, *p);
    }
  if (is_quoted)
    g_string_append_c (quoted, '"');

  return g_string_free (quoted, FALSE);
}

static gboolean
is_same_file (const char *a,
              const char *b)
{
  GStatBuf info_a, info_b;

  return g_stat (a, &info_a) == 0 && g_stat (b, &info_b) == 0 &&
         info_a.st_dev == info_b.st_dev && info_a.st_ino == info_b.st_ino;
}

/* Its name alone goes on being right when the program is installed elsewhere, so it is preferred where that finds
 * this very program. */
static char *
build_exec (const char *command)
{
  g_autofree char *name = g_path_get_basename (command);
  g_autofree char *found = g_find_program_in_path (name);
  gboolean is_found = found != NULL && (!g_path_is_absolute (command) || is_same_file (found, command));
  g_autofree char *program = quote_argument (is_found ? name : command);

  return g_strconcat (program, " --background", NULL);
}

static gboolean
runs_thaw (const char *command_line,
           const char *app_id,
           const char *command)
{
  g_autofree char *name = g_path_get_basename (command);
  g_auto (GStrv) arguments = NULL;

  if (command_line == NULL || !g_shell_parse_argv (command_line, NULL, &arguments, NULL))
    return FALSE;

  /* The person may have put something before it, and others run it by its id. */
  for (guint i = 0; arguments[i] != NULL; i++)
    {
      g_autofree char *argument_name = g_path_get_basename (arguments[i]);

      if (g_str_equal (argument_name, name) || g_str_equal (arguments[i], app_id))
        return TRUE;
    }

  return FALSE;
}

static ThawAutostartState
read_state (GKeyFile   *key_file,
            const char *app_id,
            const char *command)
{
  g_autoptr (GDesktopAppInfo) info = NULL;

  if (g_key_file_get_boolean (key_file, GROUP, KEY_SWITCHED_OFF, NULL))
    return THAW_AUTOSTART_OFF;

  if (g_key_file_get_boolean (key_file, GROUP, G_KEY_FILE_DESKTOP_KEY_HIDDEN, NULL) ||
      (g_key_file_has_key (key_file, GROUP, KEY_ENABLED, NULL) &&
       !g_key_file_get_boolean (key_file, GROUP, KEY_ENABLED, NULL)))
    return THAW_AUTOSTART_BLOCKED;

  /* There is none if what it runs, or TryExec, is not there. */
  info = g_desktop_app_info_new_from_keyfile (key_file);
  if (info == NULL || !runs_thaw (g_app_info_get_commandline (G_APP_INFO (info)), app_id, command))
    return THAW_AUTOSTART_OFF;

  return g_desktop_app_info_get_show_in (info, NULL) ? THAW_AUTOSTART_ON : THAW_AUTOSTART_BLOCKED;
}

/* Starts it for everybody on this computer, unless they have a file of their own. */
static GKeyFile *
load_system_file (const char *app_id)
{
  const char *const *config_dirs = g_get_system_config_dirs ();

  for (guint i = 0; config_dirs[i] != NULL; i++)
    {
      g_autofree char *path = build_path (config_dirs[i], app_id);
      g_autoptr (GKeyFile) key_file = g_key_file_new ();

      if (g_key_file_load_from_file (key_file, path, G_KEY_FILE_NONE, NULL))
        return g_steal_pointer (&key_file);
    }

  return NULL;
}

/**
 * thaw_autostart_file_get_state:
 * @app_id: what the file is called
 * @command: (type filename): the program, its name or where it is
 *
 * Returns: whether the next login starts Thaw, as far as can be seen from the files; %THAW_AUTOSTART_BLOCKED if
 *   there is a file which says that it shall not be looked at
 */
ThawAutostartState
thaw_autostart_file_get_state (const char *app_id,
                               const char *command)
{
  g_autofree char *path = build_path (g_get_user_config_dir (), app_id);
  g_autoptr (GKeyFile) key_file = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      key_file = g_key_file_new ();
      if (!g_key_file_load_from_file (key_file, path, G_KEY_FILE_NONE, NULL))
        return THAW_AUTOSTART_OFF;
    }
  else
    {
      key_file = load_system_file (app_id);
    }

  return key_file != NULL ? read_state (key_file, app_id, command) : THAW_AUTOSTART_OFF;
}

static gboolean
write_file (const char  *path,
            const char  *app_id,
            const char  *command,
            gboolean     is_on,
            GError     **error)
{
  g_autoptr (GKeyFile) key_file = g_key_file_new ();
  g_autofree char *directory = g_path_get_dirname (path);
  g_autofree char *exec = build_exec (command);
  g_autofree char *contents = NULL;

  g_key_file_set_string (key_file, GROUP, G_KEY_FILE_DESKTOP_KEY_TYPE, G_KEY_FILE_DESKTOP_TYPE_APPLICATION);
  g_key_file_set_string (key_file, GROUP, G_KEY_FILE_DESKTOP_KEY_NAME, "Thaw");
  /* Translators: in a list of the programs that start at login */
  g_key_file_set_string (key_file, GROUP, G_KEY_FILE_DESKTOP_KEY_COMMENT, _("Reminders while the window is closed"));
  g_key_file_set_string (key_file, GROUP, G_KEY_FILE_DESKTOP_KEY_EXEC, exec);
  g_key_file_set_string (key_file, GROUP, G_KEY_FILE_DESKTOP_KEY_ICON, app_id);
  g_key_file_set_boolean (key_file, GROUP, G_KEY_FILE_DESKTOP_KEY_TERMINAL, FALSE);
  g_key_file_set_boolean (key_file, GROUP, G_KEY_FILE_DESKTOP_KEY_STARTUP_NOTIFY, FALSE);
  if (is_on)
    {
      g_key_file_set_boolean (key_file, GROUP, KEY_ENABLED, TRUE);
    }
  else
    {
      g_key_file_set_boolean (key_file, GROUP, G_KEY_FILE_DESKTOP_KEY_HIDDEN, TRUE);
      g_key_file_set_boolean (key_file, GROUP, KEY_SWITCHED_OFF, TRUE);
    }

  if (g_mkdir_with_parents (directory, 0700) != 0)
    {
      int saved_errno = errno;

      g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (saved_errno), g_strerror (saved_errno));
      return FALSE;
    }

  contents = g_key_file_to_data (key_file, NULL, NULL);

  return g_file_set_contents_full (path, contents, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0644, error);
}

/**
 * thaw_autostart_file_set:
 * @app_id: what the file is called
 * @command: (type filename): the program, its name or where it is
 * @is_wanted: whether Thaw shall start at login
 * @error: return location for a #GFileError
 *
 * Writes the person's own file, or takes it away. Whatever it said before is replaced. May be called from any
 * thread.
 *
 * Returns: whether that worked
 */
gboolean
thaw_autostart_file_set (const char  *app_id,
                         const char  *command,
                         gboolean     is_wanted,
                         GError     **error)
{
  g_autofree char *path = build_path (g_get_user_config_dir (), app_id);
  g_autoptr (GKeyFile) system_file = NULL;

  if (is_wanted)
    return write_file (path, app_id, command, TRUE, error);

  /* Without a file of their own the one for everybody would count. */
  system_file = load_system_file (app_id);
  if (system_file != NULL)
    return write_file (path, app_id, command, FALSE, error);

  if (g_unlink (path) != 0 && errno != ENOENT)
    {
      int saved_errno = errno;

      g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (saved_errno), g_strerror (saved_errno));
      return FALSE;
    }

  return TRUE;
}
