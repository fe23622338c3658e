/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-reflection-section"

#include "config.h"
#include "pages/insights/thaw-reflection-section.h"

#include <glib/gi18n-lib.h>

#include "pages/insights/thaw-reflection-table.h"
#include "reflection/thaw-reflection-window.h"
#include "thaw-date-words.h"
#include "thaw-reflection-words.h"
#include "thaw-text.h"
#include "widgets/reflection-chart/thaw-reflection-chart.h"

/**
 * ThawReflectionSection:
 *
 * The part of Insights about looking at numbness: a row to begin with, at any
 * time; and once there are reflections, their course over the time that the mood
 * chart shows, in words, and as a table. Each can be opened.
 */
struct _ThawReflectionSection
{
  GtkBox parent_instance;

  AdwActionRow *row;
  GtkButton *begin_button;
  GtkWidget *chart_box;
  ThawReflectionChart *chart;
  GtkWidget *cursor_box;
  GtkLabel *day_label;
  GtkLabel *levels_label;
  GtkLabel *note_label;
  GtkWidget *none_label;
  GtkToggleButton *table_button;
  ThawReflectionTable *table;

  ThawServices *services; /* (owned) (nullable) */
  GPtrArray *reflections; /* (owned) (nullable) (element-type ThawReflection): the oldest first */
  ThawPeriod period;      /* without days until it was set */
};

G_DEFINE_FINAL_TYPE (ThawReflectionSection, thaw_reflection_section, GTK_TYPE_BOX)

static ThawDay
get_today (ThawReflectionSection *self)
{
  return thaw_clock_get_today (thaw_services_get_clock (self->services));
}

static void
update_row (ThawReflectionSection *self)
{
  g_autoptr (ThawReflection) begun = thaw_drafts_get_reflection (thaw_services_get_drafts (self->services),
                                                                 THAW_DRAFT_REFLECTION, NULL);
  g_autofree char *subtitle = NULL;

  if (begun != NULL)
    {
      subtitle = g_strdup (_("You have begun one. It is kept here."));
    }
  else if (self->reflections != NULL && self->reflections->len > 0)
    {
      const ThawReflection *last = g_ptr_array_index (self->reflections, self->reflections->len - 1);
      g_autofree char *day = thaw_day_to_words (last->moment.day, get_today (self));

      /* Translators: %s is a day as “Yesterday” or “Monday 3 March” */
      subtitle = g_strdup_printf (_("Last: %s"), day);
    }
  else
    {
      subtitle = g_strdup (_("Four calm questions, every two weeks or whenever you like"));
    }

  adw_action_row_set_subtitle (self->row, subtitle);
  gtk_button_set_label (self->begin_button, begun != NULL ? _("Go _On…") : _("Take a _Look…"));
}

static void
update_cursor (ThawReflectionSection *self)
{
  const ThawReflection *reflection = thaw_reflection_chart_get_cursor (self->chart);
  g_autoptr (GString) levels = g_string_new (NULL);
  g_autofree char *day = NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reflections.open", reflection != NULL);
  gtk_widget_set_visible (self->cursor_box, reflection != NULL);
  gtk_widget_set_visible (self->none_label, reflection == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->table_button), reflection != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->table),
                          reflection != NULL && gtk_toggle_button_get_active (self->table_button));
  if (reflection == NULL)
    return;

  day = thaw_day_to_words (reflection->moment.day, get_today (self));
  for (int i = 0; i < THAW_N_REFLECTION_AREAS; i++)
    {
      g_autofree char *level = thaw_reflection_format_level ((ThawReflectionArea) i, reflection->levels[i]);

      if (i > 0)
        g_string_append_c (levels, '\n');
      g_string_append_printf (levels, C_("reflection", "%s: %s"),
                              thaw_reflection_area_get_title ((ThawReflectionArea) i), level);
    }

  gtk_label_set_label (self->day_label, day);
  gtk_label_set_label (self->levels_label, levels->str);
  gtk_label_set_label (self->note_label, reflection->note);
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), !thaw_text_is_blank (reflection->note));
}

static void
update_chart (ThawReflectionSection *self)
{
  gboolean is_wanted = self->reflections != NULL && self->reflections->len > 0 && self->period.first != THAW_DAY_NONE;

  gtk_widget_set_visible (self->chart_box, is_wanted);
  if (!is_wanted)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->table_button), FALSE);
      gtk_widget_set_visible (GTK_WIDGET (self->table), FALSE);
      return;
    }

  thaw_reflection_chart_set_reflections (self->chart, self->reflections, &self->period);
  thaw_reflection_table_set_reflections (self->table, self->reflections, &self->period);
}

static void
load (ThawReflectionSection *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *reflections = thaw_reflection_store_list (thaw_services_get_reflections (self->services), &error);

  if (reflections == NULL)
    {
      /* What was there stays; the page says what is wrong with the journal. */
      g_info ("Reflections are not listed: %s", error->message);
      return;
    }

  g_clear_pointer (&self->reflections, g_ptr_array_unref);
  self->reflections = reflections;
  update_row (self);
  update_chart (self);
}

static void
load_if_seen (ThawReflectionSection *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    load (self);
}

static void
open_window (ThawReflectionSection *self,
             const ThawReflection  *reflection)
{
  ThawReflectionWindow *window = thaw_reflection_window_open (GTK_WIDGET (self), self->services, reflection);

  /* A draft may have been left behind or taken away, of which nobody else tells. */
  g_signal_connect_object (window, "closed", G_CALLBACK (load_if_seen), self, G_CONNECT_SWAPPED);
}

static void
open_reflection (ThawReflectionSection *self,
                 const char            *uuid)
{
  for (guint i = 0; i < self->reflections->len; i++)
    {
      const ThawReflection *reflection = g_ptr_array_index (self->reflections, i);

      if (g_strcmp0 (reflection->uuid, uuid) == 0)
        {
          open_window (self, reflection);
          return;
        }
    }
}

static void
begin_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  open_window (THAW_REFLECTION_SECTION (widget), NULL);
}

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  ThawReflectionSection *self = THAW_REFLECTION_SECTION (widget);
  const ThawReflection *reflection = thaw_reflection_chart_get_cursor (self->chart);

  if (reflection != NULL)
    open_window (self, reflection);
}

static void
chart_activated_cb (ThawReflectionSection *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "reflections.open", NULL);
}

static void
chart_cursor_moved_cb (ThawReflectionSection *self)
{
  update_cursor (self);
}

static void
table_activated_cb (ThawReflectionSection *self,
                    const char            *uuid)
{
  open_reflection (self, uuid);
}

static void
table_button_toggled_cb (ThawReflectionSection *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->table), gtk_toggle_button_get_active (self->table_button));
}

static void
thaw_reflection_section_map (GtkWidget *widget)
{
  load (THAW_REFLECTION_SECTION (widget));

  GTK_WIDGET_CLASS (thaw_reflection_section_parent_class)->map (widget);
}

static void
thaw_reflection_section_dispose (GObject *object)
{
  ThawReflectionSection *self = THAW_REFLECTION_SECTION (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_REFLECTION_SECTION);
  g_clear_pointer (&self->reflections, g_ptr_array_unref);
  g_clear_object (&self->services);

  G_OBJECT_CLASS (thaw_reflection_section_parent_class)->dispose (object);
}

static void
thaw_reflection_section_class_init (ThawReflectionSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_reflection_section_dispose;
  widget_class->map = thaw_reflection_section_map;

  g_type_ensure (THAW_TYPE_REFLECTION_CHART);
  g_type_ensure (THAW_TYPE_REFLECTION_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/pages/insights/thaw-reflection-section.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawReflectionSection, row);
  gtk_widget_class_bind_template_child (widget_class, ThawReflectionSection, begin_button);
  gtk_widget_class_bind_template_child (widget_class, ThawReflectionSection, chart_box);
  gtk_widget_class_bind_template_child (widget_class, ThawReflectionSection, chart);
  gtk_widget_class_bind_template_child (widget_class, ThawReflectionSection, cursor_box);
  gtk_widget_class_bind_template_child (widget_class, ThawReflectionSection, day_label);
  gtk_widget_class_bind_template_child (widget_class, ThawReflectionSection, levels_label);
  gtk_widget_class_bind_template_child (widget_class, ThawReflectionSection, note_label);
  gtk_widget_class_bind_template_child (widget_class, ThawReflectionSection, none_label);
  gtk_widget_class_bind_template_child (widget_class, ThawReflectionSection, table_button);
  gtk_widget_class_bind_template_child (widget_class, ThawReflectionSection, table);
  gtk_widget_class_bind_template_callback (widget_class, chart_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, chart_cursor_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_button_toggled_cb);
  gtk_widget_class_install_action (widget_class, "reflections.begin", NULL, begin_action);
  gtk_widget_class_install_action (widget_class, "reflections.open", NULL, open_action);
}

static void
thaw_reflection_section_init (ThawReflectionSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reflections.open", FALSE);
}

/**
 * thaw_reflection_section_set_services:
 * @services: what reflections are kept by
 *
 * To be called once, before it is shown.
 */
void
thaw_reflection_section_set_services (ThawReflectionSection *self,
                                      ThawServices          *services)
{
  g_return_if_fail (THAW_IS_REFLECTION_SECTION (self));
  g_return_if_fail (THAW_IS_SERVICES (services) && self->services == NULL);

  self->services = g_object_ref (services);
  g_signal_connect_object (thaw_services_get_reflections (services), "changed",
                           G_CALLBACK (load_if_seen), self, G_CONNECT_SWAPPED);
}

/**
 * thaw_reflection_section_set_period:
 * @period: the time that is looked at
 *
 * Without it there is only the row to begin with.
 */
void
thaw_reflection_section_set_period (ThawReflectionSection *self,
                                    const ThawPeriod      *period)
{
  g_return_if_fail (THAW_IS_REFLECTION_SECTION (self));
  g_return_if_fail (period != NULL);

  self->period = *period;
  update_chart (self);
}
