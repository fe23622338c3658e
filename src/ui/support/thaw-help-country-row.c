/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-help-country-row"

#include "config.h"
#include "support/thaw-help-country-row.h"

#include <glib/gi18n-lib.h>

#include "thaw-help-choice.h"
#include "widgets/thaw-combo-row.h"

/**
 * ThawHelpCountryRow:
 *
 * Of which country the lines to call are shown: one that Thaw knows lines in, or another.
 * What is chosen is a setting, and kept at once. Invisible where the lines cannot be read.
 */
struct _ThawHelpCountryRow
{
  AdwComboRow parent_instance;

  ThawSettings *settings;   /* (owned) (nullable): NULL until there are services */
  ThawHelpCatalog *catalog; /* (owned) (nullable): NULL if it cannot be read */
  gboolean is_filling;      /* it is the row that selects something */
};

G_DEFINE_FINAL_TYPE (ThawHelpCountryRow, thaw_help_country_row, ADW_TYPE_COMBO_ROW)

/* The last line of the list is “another country”; none is selected as long as it is not known. */
static guint
find_position (ThawHelpCountryRow *self,
               const char         *code)
{
  GPtrArray *countries = thaw_help_catalog_get_countries (self->catalog);

  if (code == NULL)
    return GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < countries->len; i++)
    {
      if (g_strcmp0 (((const ThawHelpCountry *) g_ptr_array_index (countries, i))->code, code) == 0)
        return i;
    }

  return countries->len;
}

static void
show_chosen (ThawHelpCountryRow *self)
{
  g_autofree char *code = thaw_help_choice_dup_country (self->settings);

  /* A row that shows no value would look broken. */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), code != NULL ? _("Country") : _("Choose Your Country"));
  self->is_filling = TRUE;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), find_position (self, code));
  self->is_filling = FALSE;
}

static void
on_selected_cb (ThawHelpCountryRow *self)
{
  GPtrArray *countries;
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  if (self->is_filling || self->catalog == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;

  countries = thaw_help_catalog_get_countries (self->catalog);
  thaw_settings_set_help_country (self->settings,
                                  selected < countries->len
                                      ? ((const ThawHelpCountry *) g_ptr_array_index (countries, selected))->code
                                      : THAW_HELP_CHOICE_OTHER);
}

static void
thaw_help_country_row_dispose (GObject *object)
{
  ThawHelpCountryRow *self = THAW_HELP_COUNTRY_ROW (object);

  /* The list goes, and with it what is selected: nobody chose that. */
  self->is_filling = TRUE;
  g_clear_object (&self->settings);
  g_clear_object (&self->catalog);

  G_OBJECT_CLASS (thaw_help_country_row_parent_class)->dispose (object);
}

static void
thaw_help_country_row_class_init (ThawHelpCountryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = thaw_help_country_row_dispose;
}

static void
thaw_help_country_row_init (ThawHelpCountryRow *self)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("Country"));
  thaw_combo_row_set_name (ADW_COMBO_ROW (self), _("Country"));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  g_signal_connect (self, "notify::selected", G_CALLBACK (on_selected_cb), NULL);
}

/**
 * thaw_help_country_row_set_services:
 * @services: what knows the countries, and the one that was chosen
 *
 * To be called once.
 */
void
thaw_help_country_row_set_services (ThawHelpCountryRow *self,
                                    ThawServices       *services)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GError) error = NULL;
  ThawHelpCatalog *catalog;
  GPtrArray *countries;

  g_return_if_fail (THAW_IS_HELP_COUNTRY_ROW (self));
  g_return_if_fail (THAW_IS_SERVICES (services) && self->settings == NULL);

  catalog = thaw_services_get_help_catalog (services, &error);
  if (catalog == NULL)
    {
      g_info ("Countries not read: %s", error->message);
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return;
    }

  self->catalog = g_object_ref (catalog);
  self->settings = g_object_ref (thaw_services_get_settings (services));
  countries = thaw_help_catalog_get_countries (catalog);
  for (guint i = 0; i < countries->len; i++)
    gtk_string_list_append (names, ((const ThawHelpCountry *) g_ptr_array_index (countries, i))->name);
  /* Translators: the last one in a list of countries */
  gtk_string_list_append (names, _("Another country"));

  self->is_filling = TRUE;
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (names));
  show_chosen (self);
  g_signal_connect_object (self->settings, "notify::help-country", G_CALLBACK (show_chosen), self, G_CONNECT_SWAPPED);
}
