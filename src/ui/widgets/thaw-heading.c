/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-heading"

#include "config.h"
#include "widgets/thaw-heading.h"

/* How the title of an AdwPreferencesGroup looks. */
#define TITLE_CLASS "heading"

/**
 * thaw_heading_new:
 * @text: what is below it; no markup
 * @level: 1 for the title of all that is there, more for a part of a part
 * @css_class: how it looks, as `title-4`
 *
 * Screen readers jump from heading to heading: a label that only looks like one is none.
 *
 * Returns: (transfer floating): a label
 */
GtkWidget *
thaw_heading_new (const char *text,
                  int         level,
                  const char *css_class)
{
  GtkWidget *heading;

  g_return_val_if_fail (text != NULL && level > 0 && css_class != NULL, NULL);

  heading = g_object_new (GTK_TYPE_LABEL,
                          "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                          "label", text,
                          "wrap", TRUE,
                          "wrap-mode", PANGO_WRAP_WORD_CHAR,
                          "xalign", 0.0f,
                          NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_PROPERTY_LEVEL, level, -1);
  gtk_widget_add_css_class (heading, css_class);

  return heading;
}

static GtkWidget *
find_title (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, TITLE_CLASS))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *title = find_title (child);

      if (title != NULL)
        return title;
    }

  return NULL;
}

/**
 * thaw_heading_mark_title:
 * @group: a group of rows, which was not shown yet
 * @level: 1 for the title of all that is there, more for a part of a part
 *
 * Makes the title of @group a heading. libadwaita 1.2 only lets it look like one, so that
 * nobody could jump there.
 */
void
thaw_heading_mark_title (AdwPreferencesGroup *group,
                         int                  level)
{
  GtkWidget *title;

  g_return_if_fail (ADW_IS_PREFERENCES_GROUP (group) && level > 0);

  /* It comes before all that is put into the group. */
  title = find_title (GTK_WIDGET (group));
  g_return_if_fail (title != NULL);

  g_object_set (title, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (title), GTK_ACCESSIBLE_PROPERTY_LEVEL, level, -1);
}
