/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-background-portal"

#include "config.h"
#include "thaw-background-portal.h"

/* thaw-background-portal: the way out of a sandbox to being started at login, org.freedesktop.portal.Background. */

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define BACKGROUND_INTERFACE "org.freedesktop.portal.Background"
#define REQUEST_INTERFACE "org.freedesktop.portal.Request"

/* What a portal says with Request.Response. */
typedef enum
{
  RESPONSE_SUCCESS = 0,
  RESPONSE_CANCELLED = 1,
} Response;

typedef struct
{
  GDBusConnection *bus;   /* (owned) */
  char *path;             /* (owned): of the request */
  guint response_id;      /* signal subscription */
  guint watch_id;         /* of the portal's name; 0 before it was seen */
  gulong cancelled_id;
} Request;

static void
request_free (Request *request)
{
  g_assert (request->response_id == 0 && request->watch_id == 0);

  g_clear_object (&request->bus);
  g_clear_pointer (&request->path, g_free);
  g_free (request);
}

/* Whoever calls this goes on to return something. */
static void
end_request (GTask *task)
{
  Request *request = g_task_get_task_data (task);

  if (request->response_id != 0)
    g_dbus_connection_signal_unsubscribe (request->bus, request->response_id);
  request->response_id = 0;
  g_clear_handle_id (&request->watch_id, g_bus_unwatch_name);
  /* Not g_cancellable_disconnect(), which would wait for the handler that may be running here. */
  if (request->cancelled_id != 0)
    g_signal_handler_disconnect (g_task_get_cancellable (task), request->cancelled_id);
  request->cancelled_id = 0;
}

static void
on_response_cb (GDBusConnection *bus,
                const char      *sender,
                const char      *path,
                const char      *interface,
                const char      *signal,
                GVariant        *parameters,
                gpointer         user_data)
{
  g_autoptr (GTask) task = g_object_ref (user_data);
  g_autoptr (GVariant) results = NULL;
  gboolean autostart = FALSE;
  guint32 response;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ua{sv})")))
    return;

  end_request (task);
  g_variant_get (parameters, "(u@a{sv})", &response, &results);

  switch (response)
    {
    case RESPONSE_SUCCESS:
      g_variant_lookup (results, "autostart", "b", &autostart);
      g_task_return_boolean (task, autostart);
      break;

    /* A no is an answer, too. */
    case RESPONSE_CANCELLED:
      g_task_return_boolean (task, FALSE);
      break;

    default:
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "The portal ended the request (%u)", response);
      break;
    }
}

static void
on_portal_vanished_cb (GDBusConnection *bus,
                       const char      *name,
                       gpointer         user_data)
{
  g_autoptr (GTask) task = g_object_ref (user_data);

  end_request (task);
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED, "The portal is gone");
}

static void
on_cancelled_cb (GCancellable *cancellable,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = g_object_ref (user_data);
  Request *request = g_task_get_task_data (task);

  g_dbus_connection_call (request->bus, PORTAL_NAME, request->path, REQUEST_INTERFACE, "Close", NULL, NULL,
                          G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, NULL, NULL);
  end_request (task);
  g_task_return_error_if_cancelled (task);
}

static void
on_requested_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Request *request = g_task_get_task_data (task);
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GError) error = NULL;

  reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  /* The response, or the person, was faster. */
  if (request->response_id == 0)
    return;

  if (reply == NULL)
    {
      end_request (task);
      g_dbus_error_strip_remote_error (error);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  request->watch_id = g_bus_watch_name_on_connection (request->bus, PORTAL_NAME, G_BUS_NAME_WATCHER_FLAGS_NONE, NULL,
                                                      on_portal_vanished_cb, g_object_ref (task), g_object_unref);
}

/**
 * thaw_background_portal_request_async:
 * @bus: the session bus
 * @reason: what the person reads when they are asked
 * @command_line: what is started at login, in the sandbox
 * @autostart: whether it shall be
 * @cancellable: (nullable): takes the question back
 * @callback: called on the main loop
 * @user_data: for @callback
 *
 * Asks to run without a window, and to be started at login, or not to be any more. The person may be asked, and
 * take their time.
 */
void
thaw_background_portal_request_async (GDBusConnection     *bus,
                                      const char          *reason,
                                      const char *const   *command_line,
                                      gboolean             autostart,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (bus, cancellable, callback, user_data);
  g_autofree char *token = g_strdup_printf ("thaw%u", g_random_int ());
  g_autofree char *sender = g_strdup (g_dbus_connection_get_unique_name (bus) + 1);
  GVariantBuilder options;
  Request *request = g_new0 (Request, 1);

  g_task_set_source_tag (task, thaw_background_portal_request_async);
  request->bus = g_object_ref (bus);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  if (g_task_return_error_if_cancelled (task))
    return;

  request->path = g_strdup_printf (PORTAL_PATH "/request/%s/%s", g_strdelimit (sender, ".", '_'), token);
  /* Before the call: the response may be here before its reply is. */
  request->response_id =
      g_dbus_connection_signal_subscribe (bus, PORTAL_NAME, REQUEST_INTERFACE, "Response", request->path, NULL,
                                          G_DBUS_SIGNAL_FLAGS_NONE, on_response_cb, g_object_ref (task),
                                          g_object_unref);
  if (cancellable != NULL)
    request->cancelled_id = g_signal_connect (cancellable, "cancelled", G_CALLBACK (on_cancelled_cb), task);

  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "handle_token", g_variant_new_string (token));
  g_variant_builder_add (&options, "{sv}", "reason", g_variant_new_string (reason));
  /* Where it is missing, the portal takes it for no. */
  g_variant_builder_add (&options, "{sv}", "autostart", g_variant_new_boolean (autostart));
  g_variant_builder_add (&options, "{sv}", "commandline", g_variant_new_strv (command_line, -1));
  g_variant_builder_add (&options, "{sv}", "dbus-activatable", g_variant_new_boolean (FALSE));
  g_dbus_connection_call (bus, PORTAL_NAME, PORTAL_PATH, BACKGROUND_INTERFACE, "RequestBackground",
                          g_variant_new ("(sa{sv})", "", &options), G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NONE, -1,
                          NULL, on_requested_cb, g_object_ref (task));
}

/**
 * thaw_background_portal_request_finish:
 * @out_autostart: (out): whether the program is started at login from now on
 * @error: return location for an error
 *
 * Returns: whether there was an answer, which may be no
 */
gboolean
thaw_background_portal_request_finish (GAsyncResult  *result,
                                       gboolean      *out_autostart,
                                       GError       **error)
{
  GError *own_error = NULL;

  g_return_val_if_fail (g_async_result_is_tagged (result, thaw_background_portal_request_async), FALSE);

  *out_autostart = g_task_propagate_boolean (G_TASK (result), &own_error);
  if (own_error == NULL)
    return TRUE;

  g_propagate_error (error, own_error);

  return FALSE;
}
