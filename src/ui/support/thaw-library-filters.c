/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-library-filters"

#include "config.h"
#include "support/thaw-library-filters.h"

#include "support/thaw-tick-chip.h"
#include "widgets/thaw-wrap-layout.h"

#include <glib/gi18n-lib.h>

#define SPACING 6

/* Which flag a button stands for. */
#define FLAG_KEY "thaw-filter-flag"

/* What can be asked for. Of each, several may be wanted, of which one has to fit. */
typedef enum
{
  GROUP_HELPERS,
  GROUP_COMPANIES,
  GROUP_STANCES,
} Group;

#define N_GROUPS (GROUP_STANCES + 1)

/**
 * ThawLibraryFilters:
 *
 * Who helps, with whom one is there, and what one made of it: what the list of kinds of
 * support may be narrowed to, in words. What is wanted has a tick.
 */
struct _ThawLibraryFilters
{
  GtkBox parent_instance;

  GtkWidget *chips[N_GROUPS]; /* (unowned): have the buttons of a group */
  guint wanted[N_GROUPS];     /* the flags of those that are pressed; 0 for any */
  gboolean is_clearing;
};

G_DEFINE_FINAL_TYPE (ThawLibraryFilters, thaw_library_filters, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
read_buttons (ThawLibraryFilters *self)
{
  for (int i = 0; i < N_GROUPS; i++)
    {
      self->wanted[i] = 0;
      for (GtkWidget *button = gtk_widget_get_first_child (self->chips[i]);
           button != NULL;
           button = gtk_widget_get_next_sibling (button))
        {
          if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)))
            self->wanted[i] |= GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), FLAG_KEY));
        }
    }
}

static void
on_toggled_cb (ThawLibraryFilters *self)
{
  if (self->is_clearing)
    return;

  read_buttons (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
add_chip (ThawLibraryFilters *self,
          Group               group,
          guint               flag,
          const char         *name)
{
  GtkWidget *button = thaw_tick_chip_new (name);

  g_object_set_data (G_OBJECT (button), FLAG_KEY, GUINT_TO_POINTER (flag));
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->chips[group]), button);
}

static void
add_group (ThawLibraryFilters *self,
           Group               group,
           const char         *title)
{
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *chips = g_object_new (GTK_TYPE_BOX,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                   "layout-manager", thaw_wrap_layout_new (SPACING),
                                   NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (chips), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (self), label);
  gtk_box_append (GTK_BOX (self), chips);
  self->chips[group] = chips;
}

static void
thaw_library_filters_class_init (ThawLibraryFiltersClass *klass)
{
  /**
   * ThawLibraryFilters::changed:
   *
   * The person wants to see others.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

static void
thaw_library_filters_init (ThawLibraryFilters *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), SPACING);

  add_group (self, GROUP_HELPERS, _("Who Helps"));
  /* Translators: a kind of support that is given by people whose profession it is */
  add_chip (self, GROUP_HELPERS, THAW_HELPER_PROFESSIONAL, C_("support", "Professionals"));
  /* Translators: a kind of support that is given by people who know it from their own lives */
  add_chip (self, GROUP_HELPERS, THAW_HELPER_PEER, C_("support", "Peers"));
  /* Translators: a kind of support in which one makes something */
  add_chip (self, GROUP_HELPERS, THAW_HELPER_CREATIVE, C_("support", "Art and Music"));
  add_chip (self, GROUP_HELPERS, THAW_HELPER_MEDICAL, C_("support", "Medicine"));

  add_group (self, GROUP_COMPANIES, _("With Whom"));
  /* Translators: a kind of support in which one is alone with whoever helps */
  add_chip (self, GROUP_COMPANIES, THAW_COMPANY_ALONE, C_("support", "One to One"));
  add_chip (self, GROUP_COMPANIES, THAW_COMPANY_GROUP, C_("support", "In a Group"));

  add_group (self, GROUP_STANCES, _("For You"));
  add_chip (self, GROUP_STANCES, 1u << THAW_STANCE_INTERESTED, thaw_stance_get_name (THAW_STANCE_INTERESTED));
  add_chip (self, GROUP_STANCES, 1u << THAW_STANCE_TRIED, thaw_stance_get_name (THAW_STANCE_TRIED));
}

/**
 * thaw_library_filters_get_helpers:
 *
 * Returns: #ThawHelperKind flags of which one is wanted; 0 for any
 */
guint
thaw_library_filters_get_helpers (ThawLibraryFilters *self)
{
  g_return_val_if_fail (THAW_IS_LIBRARY_FILTERS (self), 0);

  return self->wanted[GROUP_HELPERS];
}

/**
 * thaw_library_filters_get_companies:
 *
 * Returns: #ThawCompanyKind flags of which one is wanted; 0 for any
 */
guint
thaw_library_filters_get_companies (ThawLibraryFilters *self)
{
  g_return_val_if_fail (THAW_IS_LIBRARY_FILTERS (self), 0);

  return self->wanted[GROUP_COMPANIES];
}

/**
 * thaw_library_filters_has_stance:
 * @stance: what the person makes of something
 *
 * Returns: whether that is wanted
 */
gboolean
thaw_library_filters_has_stance (ThawLibraryFilters *self,
                                 ThawStance          stance)
{
  g_return_val_if_fail (THAW_IS_LIBRARY_FILTERS (self), TRUE);

  return self->wanted[GROUP_STANCES] == 0 || (self->wanted[GROUP_STANCES] & (1u << stance)) != 0;
}

/**
 * thaw_library_filters_is_empty:
 *
 * Returns: whether nothing in particular is wanted
 */
gboolean
thaw_library_filters_is_empty (ThawLibraryFilters *self)
{
  g_return_val_if_fail (THAW_IS_LIBRARY_FILTERS (self), TRUE);

  return self->wanted[GROUP_HELPERS] == 0 && self->wanted[GROUP_COMPANIES] == 0 && self->wanted[GROUP_STANCES] == 0;
}

/**
 * thaw_library_filters_clear:
 *
 * Anything is wanted again; #ThawLibraryFilters::changed is not emitted.
 */
void
thaw_library_filters_clear (ThawLibraryFilters *self)
{
  g_return_if_fail (THAW_IS_LIBRARY_FILTERS (self));

  self->is_clearing = TRUE;
  for (int i = 0; i < N_GROUPS; i++)
    {
      for (GtkWidget *button = gtk_widget_get_first_child (self->chips[i]);
           button != NULL;
           button = gtk_widget_get_next_sibling (button))
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), FALSE);
    }
  self->is_clearing = FALSE;
  read_buttons (self);
}
