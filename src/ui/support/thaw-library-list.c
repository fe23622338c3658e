/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-library-list"

#include "config.h"
#include "support/thaw-library-list.h"

#include "support/thaw-library-filters.h"
#include "thaw-focus.h"
#include "widgets/thaw-heading.h"

#include <glib/gi18n-lib.h>

/* Which article a row is about. */
#define ARTICLE_KEY "thaw-article"

/**
 * ThawLibraryList:
 *
 * What there is to read: kinds of support, or pages to learn from and questions. What has
 * a bookmark stands first. It can be searched, and kinds of support also be narrowed to
 * who helps, with whom, and what the person made of them.
 *
 * Keyboard: what is typed goes to the search; Return there opens the first one.
 */
struct _ThawLibraryList
{
  GtkBox parent_instance;

  GtkToggleButton *support_button;
  GtkToggleButton *pages_button;
  GtkEditable *search_entry;
  GtkWidget *filter_button;
  ThawLibraryFilters *filters;
  GtkWidget *groups_box;
  AdwStatusPage *empty_page;

  ThawServices *services; /* (owned) (nullable) */
  ThawLibrary *library;   /* (owned) (nullable) */
  GHashTable *marks;      /* (owned) (element-type utf8 ThawArticleMark): by article */
  GPtrArray *rows;        /* (owned) (element-type GtkWidget): not owned, in groups in the box */
  char *current;          /* (owned) (nullable): the article that is being read */
};

G_DEFINE_FINAL_TYPE (ThawLibraryList, thaw_library_list, GTK_TYPE_BOX)

enum
{
  SIGNAL_ARTICLE_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
shows_support (ThawLibraryList *self)
{
  return gtk_toggle_button_get_active (self->support_button);
}

/* Marks */

static const ThawArticleMark *
get_mark (ThawLibraryList *self,
          const char      *article)
{
  return g_hash_table_lookup (self->marks, article);
}

static GHashTable *
read_marks (ThawLibraryList *self)
{
  GHashTable *marks = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) thaw_article_mark_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = thaw_article_mark_store_list (thaw_services_get_article_marks (self->services), &error);

  if (list == NULL)
    {
      g_info ("The marks are not read: %s", error->message);
      return marks;
    }

  for (guint i = 0; i < list->len; i++)
    {
      ThawArticleMark *mark = thaw_article_mark_copy (g_ptr_array_index (list, i));

      g_hash_table_insert (marks, mark->article, mark);
    }

  return marks;
}

static gboolean
looks_alike (const ThawArticleMark *mark,
             const ThawArticleMark *other)
{
  gboolean is_bookmarked = mark != NULL && mark->is_bookmarked;
  ThawStance stance = mark != NULL ? mark->stance : THAW_STANCE_NONE;

  return is_bookmarked == (other != NULL && other->is_bookmarked) &&
         stance == (other != NULL ? other->stance : THAW_STANCE_NONE);
}

/* Whether a row would look otherwise now. How far somebody read, or what they noted, is not shown. */
static gboolean
differ (ThawLibraryList *self,
        GHashTable      *marks)
{
  GPtrArray *articles = thaw_library_get_articles (self->library);

  for (guint i = 0; i < articles->len; i++)
    {
      const char *id = ((const ThawArticle *) g_ptr_array_index (articles, i))->id;

      if (!looks_alike (get_mark (self, id), g_hash_table_lookup (marks, id)))
        return TRUE;
    }

  return FALSE;
}

/* Rows */

static const char *
get_article (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), ARTICLE_KEY);
}

static void
on_row_activated_cb (ThawLibraryList *self,
                     GtkWidget       *row)
{
  g_autofree char *article = g_strdup (get_article (row));

  g_signal_emit (self, signals[SIGNAL_ARTICLE_ACTIVATED], 0, article);
}

static void
show_current (ThawLibraryList *self,
              GtkWidget       *row)
{
  if (g_strcmp0 (get_article (row), self->current) == 0)
    gtk_widget_add_css_class (row, "current-article");
  else
    gtk_widget_remove_css_class (row, "current-article");
}

static GtkWidget *
create_row (ThawLibraryList   *self,
            const ThawArticle *article)
{
  const ThawArticleMark *mark = get_mark (self, article->id);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = NULL;

  if (mark != NULL && mark->stance != THAW_STANCE_NONE)
    /* The second line is what the person makes of it. */
    subtitle = g_strdup_printf ("%s\n%s", article->summary, thaw_stance_get_name (mark->stance));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), article->title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : article->summary);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), ARTICLE_KEY, g_strdup (article->id), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated_cb), self, G_CONNECT_SWAPPED);
  show_current (self, row);
  g_ptr_array_add (self->rows, row);

  return row;
}

static void
add_group (ThawLibraryList *self,
           const char      *title,
           GPtrArray       *articles)
{
  GtkWidget *group;

  if (articles->len == 0)
    return;

  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  thaw_heading_mark_title (ADW_PREFERENCES_GROUP (group), 2);
  for (guint i = 0; i < articles->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_row (self, g_ptr_array_index (articles, i)));
  gtk_box_append (GTK_BOX (self->groups_box), group);
}

/* What fits, of one kind: first into the bookmarks, the others apart. */
static GPtrArray *
search (ThawLibraryList *self,
        ThawArticleKind  kind,
        GPtrArray       *bookmarked)
{
  gboolean is_support = kind == THAW_ARTICLE_SUPPORT;
  ThawLibraryFilter filter = {
    .kind = kind,
    .helpers = is_support ? thaw_library_filters_get_helpers (self->filters) : 0,
    .companies = is_support ? thaw_library_filters_get_companies (self->filters) : 0,
    .words = gtk_editable_get_text (self->search_entry),
  };
  g_autoptr (GPtrArray) found = thaw_library_search (self->library, &filter);
  GPtrArray *others = g_ptr_array_new ();

  for (guint i = 0; i < found->len; i++)
    {
      ThawArticle *article = g_ptr_array_index (found, i);
      const ThawArticleMark *mark = get_mark (self, article->id);

      if (is_support &&
          !thaw_library_filters_has_stance (self->filters, mark != NULL ? mark->stance : THAW_STANCE_NONE))
        continue;

      g_ptr_array_add (mark != NULL && mark->is_bookmarked ? bookmarked : others, article);
    }

  return others;
}

static void
explain_empty (ThawLibraryList *self)
{
  const char *words = gtk_editable_get_text (self->search_entry);
  gboolean is_filtered = shows_support (self) && !thaw_library_filters_is_empty (self->filters);
  g_autofree char *sentence = NULL;
  g_autofree char *escaped = NULL;

  if (words[0] == '\0')
    sentence = g_strdup (_("Nothing fits these filters."));
  else if (is_filtered)
    /* Translators: %s is what was looked for */
    sentence = g_strdup_printf (_("Nothing that fits these filters has “%s” in it."), words);
  else
    /* Translators: %s is what was looked for */
    sentence = g_strdup_printf (_("Nothing in this list has “%s” in it."), words);

  escaped = g_markup_escape_text (sentence, -1);
  adw_status_page_set_description (self->empty_page, escaped);
}

static void
remove_rows (ThawLibraryList *self)
{
  GtkWidget *group;

  /* The window would look for another place for a focus that went with its row, later than it is given back. */
  if (thaw_focus_is_in (self->groups_box))
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  while ((group = gtk_widget_get_first_child (self->groups_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->groups_box), group);
  g_ptr_array_set_size (self->rows, 0);
}

static char *
dup_focused (ThawLibraryList *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (thaw_focus_is_in (row))
        return g_strdup (get_article (row));
    }

  return NULL;
}

static void
fill (ThawLibraryList *self)
{
  g_autoptr (GPtrArray) bookmarked = g_ptr_array_new ();
  g_autofree char *focused = dup_focused (self);

  remove_rows (self);
  if (shows_support (self))
    {
      g_autoptr (GPtrArray) kinds = search (self, THAW_ARTICLE_SUPPORT, bookmarked);

      add_group (self, _("Bookmarks"), bookmarked);
      add_group (self, _("Therapy and Support"), kinds);
    }
  else
    {
      g_autoptr (GPtrArray) pages = search (self, THAW_ARTICLE_PAGE, bookmarked);
      g_autoptr (GPtrArray) questions = search (self, THAW_ARTICLE_QUESTION, bookmarked);

      add_group (self, _("Bookmarks"), bookmarked);
      add_group (self, _("Pages"), pages);
      add_group (self, _("Questions"), questions);
    }

  if (self->rows->len == 0)
    explain_empty (self);
  gtk_widget_set_visible (GTK_WIDGET (self->empty_page), self->rows->len == 0);
  if (focused != NULL && !thaw_library_list_focus (self, focused))
    gtk_widget_child_focus (self->groups_box, GTK_DIR_TAB_FORWARD);
}

static void
on_marks_changed_cb (ThawLibraryList *self)
{
  g_autoptr (GHashTable) marks = read_marks (self);
  gboolean is_other = differ (self, marks);

  g_hash_table_unref (self->marks);
  self->marks = g_steal_pointer (&marks);
  if (is_other)
    fill (self);
}

static void
support_button_toggled_cb (ThawLibraryList *self)
{
  gtk_widget_set_visible (self->filter_button, shows_support (self));
  if (!shows_support (self))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->filter_button), FALSE);
  if (self->library != NULL)
    fill (self);
}

static void
search_entry_activate_cb (ThawLibraryList *self)
{
  /* What was typed just before counts as well. */
  fill (self);
  if (self->rows->len > 0)
    adw_action_row_activate (g_ptr_array_index (self->rows, 0));
}

static void
search_entry_stop_search_cb (ThawLibraryList *self)
{
  if (gtk_editable_get_text (self->search_entry)[0] != '\0')
    gtk_editable_set_text (self->search_entry, "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "window.close", NULL);
}

/* A letter that nothing in the list wanted belongs into the search. That is all: the entry’s own capture of keys would
 * take Return for itself, and open what is first instead of what has the focus. */
static gboolean
on_key_left_over_cb (ThawLibraryList       *self,
                     guint                  keyval,
                     guint                  keycode,
                     GdkModifierType        state,
                     GtkEventControllerKey *keys)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 ||
      !g_unichar_isgraph (gdk_keyval_to_unicode (keyval)) || thaw_focus_is_in (GTK_WIDGET (self->search_entry)) ||
      !gtk_event_controller_key_forward (keys, GTK_WIDGET (gtk_editable_get_delegate (self->search_entry))))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_set_position (self->search_entry, -1);

  return GDK_EVENT_STOP;
}

static void
show_all_button_clicked_cb (ThawLibraryList *self)
{
  gtk_editable_set_text (self->search_entry, "");
  thaw_library_filters_clear (self->filters);
  fill (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
thaw_library_list_dispose (GObject *object)
{
  ThawLibraryList *self = THAW_LIBRARY_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_LIBRARY_LIST);
  g_clear_object (&self->services);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (thaw_library_list_parent_class)->dispose (object);
}

static void
thaw_library_list_finalize (GObject *object)
{
  ThawLibraryList *self = THAW_LIBRARY_LIST (object);

  g_clear_pointer (&self->marks, g_hash_table_unref);
  g_ptr_array_unref (self->rows);
  g_free (self->current);

  G_OBJECT_CLASS (thaw_library_list_parent_class)->finalize (object);
}

static void
thaw_library_list_class_init (ThawLibraryListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_library_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = thaw_library_list_finalize;

  /**
   * ThawLibraryList::article-activated:
   * @article: its id
   *
   * The person wants to read an article.
   */
  signals[SIGNAL_ARTICLE_ACTIVATED] = g_signal_new ("article-activated", G_TYPE_FROM_CLASS (klass),
                                                    G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                    G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (THAW_TYPE_LIBRARY_FILTERS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/support/thaw-library-list.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawLibraryList, support_button);
  gtk_widget_class_bind_template_child (widget_class, ThawLibraryList, pages_button);
  gtk_widget_class_bind_template_child (widget_class, ThawLibraryList, search_entry);
  gtk_widget_class_bind_template_child (widget_class, ThawLibraryList, filter_button);
  gtk_widget_class_bind_template_child (widget_class, ThawLibraryList, filters);
  gtk_widget_class_bind_template_child (widget_class, ThawLibraryList, groups_box);
  gtk_widget_class_bind_template_child (widget_class, ThawLibraryList, empty_page);
  gtk_widget_class_bind_template_callback (widget_class, fill);
  gtk_widget_class_bind_template_callback (widget_class, search_entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_entry_stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_button_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, support_button_toggled_cb);
}

/* With large text on a narrow screen, two lines are better than words cut off. */
static void
wrap_label (GtkButton *button)
{
  GtkLabel *label = GTK_LABEL (gtk_button_get_child (button));

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_justify (label, GTK_JUSTIFY_CENTER);
}

static void
thaw_library_list_init (ThawLibraryList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_toggle_button_set_active (self->support_button, TRUE);
  wrap_label (GTK_BUTTON (self->support_button));
  wrap_label (GTK_BUTTON (self->pages_button));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_left_over_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * thaw_library_list_new:
 * @services: where marks are
 * @library: has the articles
 *
 * Returns: (transfer floating): a list of the kinds of support
 */
GtkWidget *
thaw_library_list_new (ThawServices *services,
                       ThawLibrary  *library)
{
  ThawLibraryList *self = g_object_new (THAW_TYPE_LIBRARY_LIST, NULL);

  g_return_val_if_fail (THAW_IS_SERVICES (services), GTK_WIDGET (self));
  g_return_val_if_fail (THAW_IS_LIBRARY (library), GTK_WIDGET (self));

  self->services = g_object_ref (services);
  self->library = g_object_ref (library);
  self->marks = read_marks (self);
  g_signal_connect_object (thaw_services_get_article_marks (services), "changed", G_CALLBACK (on_marks_changed_cb),
                           self, G_CONNECT_SWAPPED);
  fill (self);

  return GTK_WIDGET (self);
}

/**
 * thaw_library_list_show_kind:
 * @kind: what to list; pages and questions stand in one list
 *
 * Lists all of that kind, whatever was looked for before.
 */
void
thaw_library_list_show_kind (ThawLibraryList *self,
                             ThawArticleKind  kind)
{
  g_return_if_fail (THAW_IS_LIBRARY_LIST (self));

  gtk_editable_set_text (self->search_entry, "");
  thaw_library_filters_clear (self->filters);
  gtk_toggle_button_set_active (kind == THAW_ARTICLE_SUPPORT ? self->support_button : self->pages_button, TRUE);
  fill (self);
}

/**
 * thaw_library_list_set_current:
 * @article: (nullable): the id of the article that is being read
 */
void
thaw_library_list_set_current (ThawLibraryList *self,
                               const char      *article)
{
  g_return_if_fail (THAW_IS_LIBRARY_LIST (self));

  g_free (self->current);
  self->current = g_strdup (article);
  for (guint i = 0; i < self->rows->len; i++)
    show_current (self, g_ptr_array_index (self->rows, i));
}

/**
 * thaw_library_list_focus_search:
 *
 * Lets the person type what to look for.
 */
void
thaw_library_list_focus_search (ThawLibraryList *self)
{
  g_return_if_fail (THAW_IS_LIBRARY_LIST (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/**
 * thaw_library_list_focus:
 * @article: the id of an article
 *
 * Returns: whether it is in the list, and has the focus now
 */
gboolean
thaw_library_list_focus (ThawLibraryList *self,
                         const char      *article)
{
  g_return_val_if_fail (THAW_IS_LIBRARY_LIST (self), FALSE);
  g_return_val_if_fail (article != NULL, FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    {
      if (g_str_equal (get_article (g_ptr_array_index (self->rows, i)), article))
        return gtk_widget_grab_focus (g_ptr_array_index (self->rows, i));
    }

  return FALSE;
}
