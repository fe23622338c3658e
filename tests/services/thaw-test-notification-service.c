/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-test-notification-service"

#include "config.h"
#include "thaw-test-notification-service.h"

static const char xml[] =
    "<node>"
    "  <interface name='org.freedesktop.Notifications'>"
    "    <method name='Notify'>"
    "      <arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='s' direction='in'/>"
    "      <arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='as' direction='in'/>"
    "      <arg type='a{sv}' direction='in'/><arg type='i' direction='in'/><arg type='u' direction='out'/>"
    "    </method>"
    "    <method name='CloseNotification'><arg type='u' direction='in'/></method>"
    "    <method name='GetServerInformation'>"
    "      <arg type='s' direction='out'/><arg type='s' direction='out'/><arg type='s' direction='out'/>"
    "      <arg type='s' direction='out'/>"
    "    </method>"
    "    <signal name='ActionInvoked'><arg type='u'/><arg type='s'/></signal>"
    "  </interface>"
    "  <interface name='org.gtk.Notifications'>"
    "    <method name='AddNotification'>"
    "      <arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='a{sv}' direction='in'/>"
    "    </method>"
    "    <method name='RemoveNotification'><arg type='s' direction='in'/><arg type='s' direction='in'/></method>"
    "  </interface>"
    "  <interface name='org.freedesktop.portal.Notification'>"
    "    <method name='AddNotification'>"
    "      <arg type='s' direction='in'/><arg type='a{sv}' direction='in'/>"
    "    </method>"
    "    <method name='RemoveNotification'><arg type='s' direction='in'/></method>"
    "  </interface>"
    "</node>";

static const struct
{
  const char *name;
  const char *path;
  const char *interface;
} kinds[] = {
  { "org.freedesktop.Notifications", "/org/freedesktop/Notifications", "org.freedesktop.Notifications" },
  { "org.gtk.Notifications", "/org/gtk/Notifications", "org.gtk.Notifications" },
  { "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Notification" },
};

static void
note (ThawTestNotificationService *self,
      char                        *line)
{
  g_ptr_array_add (self->log, line);
}

static guint32
take_notify (ThawTestNotificationService *self,
             GVariant                    *parameters)
{
  g_autofree const char **actions = NULL;
  g_autoptr (GString) buttons = g_string_new (NULL);
  const char *title, *body;
  guint32 replaces;

  g_variant_get (parameters, "(&su&s&s&s^a&sa{sv}i)", NULL, &replaces, NULL, &title, &body, &actions, NULL, NULL);
  for (guint i = 0; actions[i] != NULL; i += 2)
    g_string_append_printf (buttons, "[%s %s]", actions[i], actions[i + 1]);
  note (self, g_strdup_printf ("add %u %s | %s | %s", replaces, title, body, buttons->str));

  return replaces != 0 ? replaces : ++self->last_number;
}

static void
take_add (ThawTestNotificationService *self,
          const char                  *id,
          GVariant                    *notification)
{
  const char *title = "", *body = "";

  g_variant_lookup (notification, "title", "&s", &title);
  g_variant_lookup (notification, "body", "&s", &body);
  note (self, g_strdup_printf ("add %s %s | %s", id, title, body));
}

static void
on_call_cb (GDBusConnection       *bus,
            const char            *sender,
            const char            *path,
            const char            *interface,
            const char            *method,
            GVariant              *parameters,
            GDBusMethodInvocation *invocation,
            gpointer               user_data)
{
  ThawTestNotificationService *self = user_data;
  gsize last = g_variant_n_children (parameters);
  GVariant *answer = NULL;

  if (self->is_mute)
    {
      g_object_unref (invocation);
      return;
    }

  if (g_str_equal (method, "Notify"))
    {
      answer = g_variant_new ("(u)", take_notify (self, parameters));
    }
  else if (g_str_equal (method, "CloseNotification"))
    {
      guint32 number;

      g_variant_get (parameters, "(u)", &number);
      note (self, g_strdup_printf ("remove %u", number));
    }
  else if (g_str_equal (method, "GetServerInformation"))
    {
      answer = g_variant_new ("(ssss)", "Noticeboard", "thaw", "1", "1.2");
    }
  else if (g_str_equal (method, "AddNotification"))
    {
      g_autoptr (GVariant) id = g_variant_get_child_value (parameters, last - 2);
      g_autoptr (GVariant) notification = g_variant_get_child_value (parameters, last - 1);

      take_add (self, g_variant_get_string (id, NULL), notification);
    }
  else
    {
      g_autoptr (GVariant) id = g_variant_get_child_value (parameters, last - 1);

      note (self, g_strdup_printf ("remove %s", g_variant_get_string (id, NULL)));
    }

  g_dbus_method_invocation_return_value (invocation, answer);
}

static const GDBusInterfaceVTable vtable = { .method_call = on_call_cb };

/**
 * thaw_test_notification_service_new:
 * @name: one of the three names which GLib knows
 *
 * Returns: (transfer full): a service that has the name, on the bus that g_test_dbus_up() started
 */
ThawTestNotificationService *
thaw_test_notification_service_new (const char *name)
{
  ThawTestNotificationService *self = g_new0 (ThawTestNotificationService, 1);
  g_autoptr (GVariant) owned = NULL;
  g_autoptr (GError) error = NULL;
  guint kind = 0;

  while (!g_str_equal (kinds[kind].name, name))
    kind++;

  self->name = g_strdup (name);
  self->log = g_ptr_array_new_with_free_func (g_free);
  self->info = g_dbus_node_info_new_for_xml (xml, &error);
  g_assert_no_error (error);
  self->bus = g_dbus_connection_new_for_address_sync (
      g_getenv ("DBUS_SESSION_BUS_ADDRESS"),
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL, &error);
  g_assert_no_error (error);
  self->object_id = g_dbus_connection_register_object (
      self->bus, kinds[kind].path, g_dbus_node_info_lookup_interface (self->info, kinds[kind].interface), &vtable, self,
      NULL, &error);
  g_assert_no_error (error);
  owned = g_dbus_connection_call_sync (self->bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                       "org.freedesktop.DBus", "RequestName", g_variant_new ("(su)", name, 0), NULL,
                                       G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);

  return self;
}

void
thaw_test_notification_service_free (ThawTestNotificationService *self)
{
  g_dbus_connection_unregister_object (self->bus, self->object_id);
  g_dbus_connection_close_sync (self->bus, NULL, NULL);
  g_clear_object (&self->bus);
  g_dbus_node_info_unref (self->info);
  g_ptr_array_unref (self->log);
  g_free (self->name);
  g_free (self);
}

/**
 * thaw_test_notification_service_invoke:
 * @action: as the latest notification has it
 *
 * Presses a button, of org.freedesktop.Notifications.
 */
void
thaw_test_notification_service_invoke (ThawTestNotificationService *self,
                                       const char                  *action)
{
  g_autoptr (GError) error = NULL;

  g_dbus_connection_emit_signal (self->bus, NULL, "/org/freedesktop/Notifications", "org.freedesktop.Notifications",
                                 "ActionInvoked", g_variant_new ("(us)", self->last_number, action), &error);
  g_assert_no_error (error);
}
