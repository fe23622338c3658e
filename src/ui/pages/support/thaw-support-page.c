/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-support-page"

#include "config.h"
#include "pages/support/thaw-support-page.h"

#include <glib/gi18n-lib.h>

#include "support/thaw-contact-way-row.h"
#include "support/thaw-person-row.h"
#include "thaw-help-choice.h"
#include "widgets/thaw-link-row.h"
#include "widgets/thaw-row-section.h"

/* As many as one takes in at a glance. */
#define MAX_PEOPLE 5

/**
 * ThawSupportPage:
 *
 * Whom and what one can turn to: a number to call at once, one’s own people, the care
 * plan, and what there is to read. All of it is opened by the window, by the actions of
 * #ThawSupportActions and `app.help-now`.
 */
struct _ThawSupportPage
{
  AdwBin parent_instance;

  ThawServices *services; /* (owned) */

  ThawRowSection *help_section;
  ThawRowSection *people_section;
  GtkWidget *rest_box;
  ThawRowSection *plan_section;
  ThawRowSection *library_section;
  ThawRowSection *bookmarks_section;

  guint rest_source;
};

G_DEFINE_FINAL_TYPE (ThawSupportPage, thaw_support_page, ADW_TYPE_BIN)

static void
add_link (ThawRowSection *section,
          const char     *action,
          const char     *target,
          const char     *title,
          const char     *subtitle)
{
  thaw_row_section_add (section, title, thaw_link_row_new (action, target, title, subtitle));
}

/* Help now */

/* How to reach a line, which is called by its name. */
static void
add_line (ThawSupportPage *self,
          const char      *key,
          const char      *name,
          ThawContactKind  kind,
          const char      *value)
{
  g_autoptr (ThawContactWay) way = thaw_contact_way_new (kind, name, value);

  thaw_row_section_add (self->help_section, key, thaw_contact_way_row_new (name, way));
}

/* The first of the person’s own lines comes before all others. */
static void
add_own_line (ThawSupportPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = thaw_line_store_list (thaw_services_get_own_lines (self->services), &error);

  if (lines == NULL)
    {
      g_info ("Own lines not read: %s", error->message);
      return;
    }

  if (lines->len > 0)
    {
      const ThawOwnLine *line = g_ptr_array_index (lines, 0);

      add_line (self, line->id, line->name, THAW_CONTACT_PHONE, line->number);
    }
}

static const ThawHelpLine *
find_first_line (GPtrArray    *lines,
                 ThawHelpKind  kind)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const ThawHelpLine *line = g_ptr_array_index (lines, i);

      if (line->kind == kind && line->ways->len > 0)
        return line;
    }

  return NULL;
}

static void
add_shipped_lines (ThawSupportPage *self,
                   ThawHelpCatalog *catalog)
{
  g_autofree char *code = thaw_help_choice_dup_country (thaw_services_get_settings (self->services));
  const ThawHelpCountry *country = thaw_help_catalog_find_country (catalog, code);
  const ThawHelpLine *line;

  if (country != NULL && country->emergency != NULL)
    add_line (self, "emergency", _("Emergency"), THAW_CONTACT_PHONE, country->emergency);

  line = country != NULL ? find_first_line (country->lines, THAW_HELP_CRISIS) : NULL;
  if (line == NULL)
    line = find_first_line (thaw_help_catalog_get_everywhere (catalog), THAW_HELP_DIRECTORY);
  if (line != NULL)
    {
      const ThawContactWay *way = g_ptr_array_index (line->ways, 0);

      add_line (self, line->id, line->name, way->kind, way->value);
    }
}

static void
fill_help (ThawSupportPage *self)
{
  g_autofree char *code = thaw_help_choice_dup_country (thaw_services_get_settings (self->services));
  g_autoptr (GError) error = NULL;
  ThawHelpCatalog *catalog = thaw_services_get_help_catalog (self->services, &error);

  thaw_row_section_begin (self->help_section);
  add_own_line (self);
  if (catalog != NULL && code == NULL)
    add_link (self->help_section, "app.help-now", NULL, _("Choose Your Country…"), _("For the numbers to call there"));
  if (catalog != NULL)
    add_shipped_lines (self, catalog);
  else
    g_info ("Lines not read: %s", error->message);
  if (catalog == NULL || code != NULL)
    add_link (self->help_section, "app.help-now", NULL, _("All Lines"),
              _("Crisis lines, and lines about alcohol and other drugs"));
  thaw_row_section_end (self->help_section);
}

/* My people */

static void
fill_people (ThawSupportPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = thaw_people_store_list (thaw_services_get_people (self->services), &error);
  guint n_shown = 0;

  if (people == NULL)
    {
      /* Those who were there stay. */
      g_info ("People not read: %s", error->message);
      return;
    }

  thaw_row_section_begin (self->people_section);
  for (guint i = 0; i < people->len && n_shown < MAX_PEOPLE; i++)
    {
      const ThawPerson *person = g_ptr_array_index (people, i);

      if (person->keeps_distance)
        continue;

      thaw_row_section_add (self->people_section, person->id, thaw_person_row_new (self->services, person));
      n_shown++;
    }
  if (people->len > 0)
    add_link (self->people_section, "support.people", NULL, _("All People"), NULL);
  else
    add_link (self->people_section, "support.new-person", NULL, _("Add Somebody…"),
              _("Who is good for you, or could be: family, friends, a sponsor, a group, a therapist"));
  thaw_row_section_end (self->people_section);
}

/* What is below the edge of most windows */

static void
fill_bookmarks (ThawSupportPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) marks = NULL;
  ThawLibrary *library;

  marks = thaw_article_mark_store_list (thaw_services_get_article_marks (self->services), &error);
  library = marks != NULL ? thaw_services_get_library (self->services, &error) : NULL;
  if (library == NULL)
    {
      g_info ("Bookmarks not shown: %s", error->message);
      return;
    }

  thaw_row_section_begin (self->bookmarks_section);
  for (guint i = 0; i < marks->len; i++)
    {
      const ThawArticleMark *mark = g_ptr_array_index (marks, i);
      const ThawArticle *article = mark->is_bookmarked ? thaw_library_find (library, mark->article) : NULL;

      if (article != NULL)
        thaw_row_section_add (self->bookmarks_section, article->id,
                              thaw_link_row_new ("support.article", article->id, article->title, NULL));
    }
  thaw_row_section_end (self->bookmarks_section);
}

static void
fill_rest (ThawSupportPage *self)
{
  thaw_row_section_begin (self->plan_section);
  add_link (self->plan_section, "support.care-plan", NULL, _("My Care Plan"),
            _("What helps you when it gets hard, in six parts, to have at hand or on paper"));
  thaw_row_section_end (self->plan_section);

  thaw_row_section_begin (self->library_section);
  add_link (self->library_section, "support.library", thaw_article_kind_to_slug (THAW_ARTICLE_SUPPORT),
            _("Kinds of Therapy and Support"), _("What each is like, whom it may suit, and what to ask"));
  add_link (self->library_section, "support.library", thaw_article_kind_to_slug (THAW_ARTICLE_PAGE),
            _("Learning About Numbness"), _("Why it comes, what helps, and how it changes"));
  add_link (self->library_section, "support.library", thaw_article_kind_to_slug (THAW_ARTICLE_QUESTION),
            _("Questions People Ask"), _("Is it for good? Does medicine help? How long does it take?"));
  thaw_row_section_end (self->library_section);
  fill_bookmarks (self);
}

static gboolean
on_rest_due_cb (gpointer user_data)
{
  ThawSupportPage *self = user_data;

  self->rest_source = 0;
  fill_rest (self);
  gtk_widget_set_visible (self->rest_box, TRUE);

  return G_SOURCE_REMOVE;
}

static void
on_marks_changed_cb (ThawSupportPage *self)
{
  if (self->rest_source == 0)
    fill_bookmarks (self);
}

static void
thaw_support_page_map (GtkWidget *widget)
{
  ThawSupportPage *self = THAW_SUPPORT_PAGE (widget);

  g_signal_connect_object (thaw_services_get_settings (self->services), "notify::help-country",
                           G_CALLBACK (fill_help), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (thaw_services_get_own_lines (self->services), "changed", G_CALLBACK (fill_help), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (thaw_services_get_people (self->services), "changed", G_CALLBACK (fill_people), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (thaw_services_get_clock (self->services), "day-changed", G_CALLBACK (fill_people), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (thaw_services_get_article_marks (self->services), "changed",
                           G_CALLBACK (on_marks_changed_cb), self, G_CONNECT_SWAPPED);
  fill_help (self);
  fill_people (self);
  /* After the first frame, which comes sooner without it. */
  if (!gtk_widget_get_visible (self->rest_box))
    self->rest_source = g_idle_add_full (G_PRIORITY_LOW, on_rest_due_cb, self, NULL);
  else
    fill_bookmarks (self);

  GTK_WIDGET_CLASS (thaw_support_page_parent_class)->map (widget);
}

static void
thaw_support_page_unmap (GtkWidget *widget)
{
  ThawSupportPage *self = THAW_SUPPORT_PAGE (widget);

  GTK_WIDGET_CLASS (thaw_support_page_parent_class)->unmap (widget);

  g_clear_handle_id (&self->rest_source, g_source_remove);
  g_signal_handlers_disconnect_by_func (thaw_services_get_settings (self->services), fill_help, self);
  g_signal_handlers_disconnect_by_func (thaw_services_get_own_lines (self->services), fill_help, self);
  g_signal_handlers_disconnect_by_func (thaw_services_get_people (self->services), fill_people, self);
  g_signal_handlers_disconnect_by_func (thaw_services_get_clock (self->services), fill_people, self);
  g_signal_handlers_disconnect_by_func (thaw_services_get_article_marks (self->services), on_marks_changed_cb, self);
}

static void
thaw_support_page_dispose (GObject *object)
{
  ThawSupportPage *self = THAW_SUPPORT_PAGE (object);

  g_clear_handle_id (&self->rest_source, g_source_remove);
  /* AdwBin takes its child out itself and must not find it gone. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_SUPPORT_PAGE);
  g_clear_object (&self->services);

  G_OBJECT_CLASS (thaw_support_page_parent_class)->dispose (object);
}

static void
thaw_support_page_class_init (ThawSupportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_support_page_dispose;
  widget_class->map = thaw_support_page_map;
  widget_class->unmap = thaw_support_page_unmap;

  g_type_ensure (THAW_TYPE_ROW_SECTION);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/pages/support/thaw-support-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawSupportPage, help_section);
  gtk_widget_class_bind_template_child (widget_class, ThawSupportPage, people_section);
  gtk_widget_class_bind_template_child (widget_class, ThawSupportPage, rest_box);
  gtk_widget_class_bind_template_child (widget_class, ThawSupportPage, plan_section);
  gtk_widget_class_bind_template_child (widget_class, ThawSupportPage, library_section);
  gtk_widget_class_bind_template_child (widget_class, ThawSupportPage, bookmarks_section);
}

static void
thaw_support_page_init (ThawSupportPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * thaw_support_page_new:
 * @services: the person’s people and lines, and what there is to read
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
thaw_support_page_new (ThawServices *services)
{
  ThawSupportPage *self = g_object_new (THAW_TYPE_SUPPORT_PAGE, NULL);

  g_return_val_if_fail (THAW_IS_SERVICES (services), GTK_WIDGET (self));

  self->services = g_object_ref (services);

  return GTK_WIDGET (self);
}
