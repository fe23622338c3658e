/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-cli-test"

#include "config.h"
#include "thaw-cli-test.h"

#include <string.h>

void
thaw_cli_test_set_up (ThawCliTest   *self,
                      gconstpointer  data)
{
  self->folder = thaw_test_make_dir ();
  self->directory = g_build_filename (self->folder, "journal", NULL);
  self->launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                              G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_subprocess_launcher_set_cwd (self->launcher, self->folder);
  g_subprocess_launcher_setenv (self->launcher, "THAW_DATA_DIR", self->directory, TRUE);
  g_subprocess_launcher_setenv (self->launcher, "HOME", self->folder, TRUE);
}

void
thaw_cli_test_tear_down (ThawCliTest   *self,
                         gconstpointer  data)
{
  g_clear_object (&self->launcher);
  g_clear_pointer (&self->out, g_free);
  g_clear_pointer (&self->err, g_free);
  g_clear_pointer (&self->directory, g_free);
  g_clear_pointer (&self->folder, thaw_test_remove_dir);
}

static void
run (ThawCliTest *self,
     GBytes      *input,
     const char  *first,
     va_list      rest)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GAsyncResult) awaited = NULL;
  g_autoptr (GBytes) out = NULL;
  g_autoptr (GBytes) err = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  g_assert_nonnull (g_getenv ("THAW_CLI"));
  g_ptr_array_add (argv, (char *) g_getenv ("THAW_CLI"));
  for (const char *argument = first; argument != NULL; argument = va_arg (rest, const char *))
    g_ptr_array_add (argv, (char *) argument);
  g_ptr_array_add (argv, NULL);

  process = g_subprocess_launcher_spawnv (self->launcher, (const char *const *) argv->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_async (process, input, NULL, thaw_test_store_result_cb, &result);
  awaited = thaw_test_await (&result);
  g_subprocess_communicate_finish (process, awaited, &out, &err, &error);
  g_assert_no_error (error);

  /* Not ended by a signal, and nothing that GLib or a sanitizer complains of. */
  g_assert_true (g_subprocess_get_if_exited (process));
  self->status = g_subprocess_get_exit_status (process);
  g_free (self->out);
  g_free (self->err);
  self->out = g_strndup (g_bytes_get_size (out) > 0 ? g_bytes_get_data (out, NULL) : "", g_bytes_get_size (out));
  self->err = g_strndup (g_bytes_get_size (err) > 0 ? g_bytes_get_data (err, NULL) : "", g_bytes_get_size (err));
}

/**
 * thaw_cli_test_run:
 *
 * Runs thaw-cli with these arguments, and waits until it ends. The main loop
 * runs meanwhile.
 */
void
thaw_cli_test_run (ThawCliTest *self,
                   ...)
{
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  va_list arguments;
  const char *first;

  va_start (arguments, self);
  first = va_arg (arguments, const char *);
  run (self, nothing, first, arguments);
  va_end (arguments);
}

/**
 * thaw_cli_test_run_with:
 * @input: what comes in on standard input
 *
 * As thaw_cli_test_run().
 */
void
thaw_cli_test_run_with (ThawCliTest *self,
                        GBytes      *input,
                        ...)
{
  va_list arguments;
  const char *first;

  va_start (arguments, input);
  first = va_arg (arguments, const char *);
  run (self, input, first, arguments);
  va_end (arguments);
}

/**
 * thaw_cli_test_assert:
 * @status: 0, 1 or 2
 *
 * Asserts how thaw-cli ended: with one line on standard error if it did not
 * succeed, and with none if it did.
 */
void
thaw_cli_test_assert (ThawCliTest *self,
                      int          status)
{
  if (self->status != status)
    g_test_message ("out: %s err: %s", self->out, self->err);
  g_assert_cmpint (self->status, ==, status);

  if (status == 0)
    {
      g_assert_cmpstr (self->err, ==, "");
      return;
    }

  g_assert_true (g_str_has_prefix (self->err, "thaw-cli: "));
  g_assert_true (strchr (self->err, '\n') == self->err + strlen (self->err) - 1);
  g_assert_cmpstr (self->out, ==, "");
}

/**
 * thaw_cli_test_write:
 * @name: the name of a file
 * @contents: what is to be in it
 * @size: how many bytes, −1 for a string
 *
 * Returns: (transfer full): the path of the file
 */
char *
thaw_cli_test_write (ThawCliTest *self,
                     const char  *name,
                     const char  *contents,
                     gssize       size)
{
  char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, size, &error);
  g_assert_no_error (error);

  return path;
}
