/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-today-practice"

#include "config.h"
#include "pages/today/thaw-today-practice.h"

#include "pages/today/thaw-practice-offer.h"
#include "practice/thaw-plan-list.h"
#include "support/thaw-people-nudge.h"

/**
 * ThawTodayPractice:
 *
 * What there is to do today: what is planned, something that may be worth trying, and
 * somebody with whom one wanted to talk. Nobody waits for it, so it comes when the page
 * has been drawn.
 */
struct _ThawTodayPractice
{
  GtkBox parent_instance;

  ThawServices *services; /* (owned) (nullable) */
  GtkWidget *plan_list;   /* (unowned) (nullable): NULL until it is needed */
  GtkWidget *offer;       /* (unowned) (nullable): NULL until it is needed */
  GtkWidget *nudge;       /* (unowned) (nullable): NULL until it is needed */
  guint update_source;
};

G_DEFINE_FINAL_TYPE (ThawTodayPractice, thaw_today_practice, GTK_TYPE_BOX)

static void
ensure_children (ThawTodayPractice *self)
{
  if (self->plan_list != NULL)
    return;

  self->plan_list = g_object_new (THAW_TYPE_PLAN_LIST, NULL);
  thaw_plan_list_set_services (THAW_PLAN_LIST (self->plan_list), self->services);
  gtk_box_append (GTK_BOX (self), self->plan_list);

  self->offer = thaw_practice_offer_new (self->services);
  gtk_box_append (GTK_BOX (self), self->offer);

  self->nudge = thaw_people_nudge_new (self->services);
  gtk_box_append (GTK_BOX (self), self->nudge);
}

static gboolean
on_update_due_cb (gpointer user_data)
{
  ThawTodayPractice *self = user_data;

  self->update_source = 0;
  ensure_children (self);
  thaw_plan_list_update (THAW_PLAN_LIST (self->plan_list));
  thaw_practice_offer_update (THAW_PRACTICE_OFFER (self->offer));
  thaw_people_nudge_update (THAW_PEOPLE_NUDGE (self->nudge));

  return G_SOURCE_REMOVE;
}

/* Of several changes at once, the first one tells. */
static void
update_soon (ThawTodayPractice *self)
{
  if (self->update_source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_source = g_idle_add_full (G_PRIORITY_LOW, on_update_due_cb, self, NULL);
}

static void
thaw_today_practice_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (thaw_today_practice_parent_class)->map (widget);

  update_soon (THAW_TODAY_PRACTICE (widget));
}

static void
thaw_today_practice_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&THAW_TODAY_PRACTICE (widget)->update_source, g_source_remove);

  GTK_WIDGET_CLASS (thaw_today_practice_parent_class)->unmap (widget);
}

static void
thaw_today_practice_dispose (GObject *object)
{
  ThawTodayPractice *self = THAW_TODAY_PRACTICE (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_object (&self->services);

  G_OBJECT_CLASS (thaw_today_practice_parent_class)->dispose (object);
}

static void
thaw_today_practice_class_init (ThawTodayPracticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_today_practice_dispose;
  widget_class->map = thaw_today_practice_map;
  widget_class->unmap = thaw_today_practice_unmap;
}

static void
thaw_today_practice_init (ThawTodayPractice *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
}

/**
 * thaw_today_practice_set_services:
 * @services: where plans, sessions and people are
 *
 * To be called once, before it is shown.
 */
void
thaw_today_practice_set_services (ThawTodayPractice *self,
                                  ThawServices      *services)
{
  g_return_if_fail (THAW_IS_TODAY_PRACTICE (self));
  g_return_if_fail (THAW_IS_SERVICES (services) && self->services == NULL);

  self->services = g_object_ref (services);
  g_signal_connect_object (thaw_services_get_plans (services), "changed", G_CALLBACK (update_soon), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (thaw_services_get_sessions (services), "changed", G_CALLBACK (update_soon), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (thaw_services_get_people (services), "changed", G_CALLBACK (update_soon), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (thaw_services_get_journal (services), "changed", G_CALLBACK (update_soon), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (thaw_services_get_clock (services), "day-changed", G_CALLBACK (update_soon), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (thaw_services_get_settings (services), "notify::offers-practice", G_CALLBACK (update_soon),
                           self, G_CONNECT_SWAPPED);
}
