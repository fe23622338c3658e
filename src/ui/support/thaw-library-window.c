/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-library-window"

#include "config.h"
#include "support/thaw-library-window.h"

#include "support/thaw-article-view.h"
#include "support/thaw-compare-window.h"
#include "support/thaw-library-list.h"
#include "thaw-close-guard.h"
#include "thaw-link-target.h"
#include "widgets/thaw-stack.h"
#include "widgets/thaw-tooltip.h"

#include <glib/gi18n-lib.h>

/* How wide the list is beside an article, and at most without one beside it, in pixels. */
#define LIST_WIDTH      340
#define LONE_LIST_WIDTH 640

/**
 * ThawLibraryWindow:
 *
 * What there is to read, in a list, and one article beside it, or instead of it where there
 * is not much room. Links between articles are followed here, with a way back.
 *
 * Keyboard: Alt+Left goes back, Ctrl+F looks for words where one is, Escape closes.
 */
struct _ThawLibraryWindow
{
  AdwWindow parent_instance;

  GtkStack *stack;
  AdwStatusPage *problem_page;
  AdwLeaflet *leaflet;
  GtkWidget *list_pane;
  AdwHeaderBar *list_header;
  AdwClamp *list_clamp;
  GtkStack *article_pane;

  ThawServices *services;      /* (owned) (nullable) */
  ThawLibrary *library;        /* (unowned) (nullable): of the services; NULL if there is none, or none yet */
  ThawLibraryList *list;       /* (unowned) (nullable): in the pane */
  ThawArticleView *view;       /* (unowned) (nullable): in the pane */
  GtkWidget *back_button;      /* (unowned) (nullable): in the view */
  ThawCloseGuard *close_guard; /* (owned) */
  GPtrArray *history;          /* (owned) (element-type utf8): the articles from which links were followed */

  ThawArticleKind first_kind; /* what to list when this is shown first … */
  char *first_article;        /* (owned) (nullable): … and what to open then */
};

static void words_keeper_init (ThawWordsKeeperInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ThawLibraryWindow, thaw_library_window, ADW_TYPE_WINDOW,
                               G_IMPLEMENT_INTERFACE (THAW_TYPE_WORDS_KEEPER, words_keeper_init))

enum
{
  SIGNAL_LINK_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Where one is */

static gboolean
is_article_alone (ThawLibraryWindow *self)
{
  return adw_leaflet_get_folded (self->leaflet) &&
         adw_leaflet_get_visible_child (self->leaflet) == GTK_WIDGET (self->article_pane);
}

/* GTK 4.8 leaves what is not shown in the accessibility tree. */
static void
hide_from_assistive_technology (GtkWidget *widget,
                                gboolean   is_hidden)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_HIDDEN, is_hidden, -1);
}

static void
update_way_back (ThawLibraryWindow *self)
{
  gboolean has_way = self->library != NULL && (self->history->len > 0 || is_article_alone (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "library.back", has_way);
  if (self->back_button != NULL)
    gtk_widget_set_visible (self->back_button, has_way);
}

static void
leaflet_changed_cb (ThawLibraryWindow *self)
{
  gboolean is_folded = adw_leaflet_get_folded (self->leaflet);
  GtkWidget *visible = adw_leaflet_get_visible_child (self->leaflet);

  adw_header_bar_set_show_end_title_buttons (self->list_header, is_folded);
  adw_clamp_set_maximum_size (self->list_clamp, is_folded ? LONE_LIST_WIDTH : LIST_WIDTH);
  adw_clamp_set_tightening_threshold (self->list_clamp, is_folded ? LONE_LIST_WIDTH : LIST_WIDTH);
  if (self->view != NULL)
    adw_header_bar_set_show_start_title_buttons (thaw_article_view_get_header (self->view), is_folded);
  hide_from_assistive_technology (self->list_pane, is_folded && visible != self->list_pane);
  hide_from_assistive_technology (GTK_WIDGET (self->article_pane),
                                  is_folded && visible != GTK_WIDGET (self->article_pane));
  update_way_back (self);
}

/* Opening */

static void
update_compare (ThawLibraryWindow *self,
                const ThawArticle *article)
{
  const ThawLibraryFilter filter = { .kind = THAW_ARTICLE_SUPPORT };
  g_autoptr (GPtrArray) kinds = thaw_library_search (self->library, &filter);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "library.compare",
                                 article->kind == THAW_ARTICLE_SUPPORT && kinds->len > 1);
}

static void
open_article (ThawLibraryWindow *self,
              const char        *id)
{
  const ThawArticle *article = thaw_library_find (self->library, id);

  if (article == NULL)
    {
      g_info ("There is no article “%s”", id);
      return;
    }

  thaw_article_view_set_article (self->view, article);
  thaw_library_list_set_current (self->list, article->id);
  thaw_stack_show (self->article_pane, GTK_WIDGET (self->view));
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->article_pane));
  update_compare (self, article);
  update_way_back (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
on_article_activated_cb (ThawLibraryWindow *self,
                         const char        *id)
{
  g_ptr_array_set_size (self->history, 0);
  open_article (self, id);
}

static void
follow (ThawLibraryWindow *self,
        const char        *target)
{
  const ThawArticle *before = thaw_article_view_get_article (self->view);
  ThawLinkKind kind;
  const char *name;

  if (!thaw_link_target_parse (target, &kind, &name))
    return;

  if (kind != THAW_LINK_ARTICLE)
    {
      g_signal_emit (self, signals[SIGNAL_LINK_ACTIVATED], 0, target);
      return;
    }

  if (before != NULL && thaw_library_find (self->library, name) != NULL && !g_str_equal (before->id, name))
    g_ptr_array_add (self->history, g_strdup (before->id));
  open_article (self, name);
}

static void
show_list (ThawLibraryWindow *self)
{
  const ThawArticle *article = thaw_article_view_get_article (self->view);

  adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
  if (article == NULL || !thaw_library_list_focus (self->list, article->id))
    thaw_library_list_focus_search (self->list);
}

static void
back_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  ThawLibraryWindow *self = THAW_LIBRARY_WINDOW (widget);
  g_autofree char *id = NULL;

  if (self->history->len == 0)
    {
      show_list (self);
      return;
    }

  id = g_ptr_array_steal_index (self->history, self->history->len - 1);
  open_article (self, id);
}

static void
search_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  ThawLibraryWindow *self = THAW_LIBRARY_WINDOW (widget);

  if (self->library == NULL)
    return;

  if (is_article_alone (self))
    gtk_widget_activate_action (GTK_WIDGET (self->view), "article.find", NULL);
  else
    thaw_library_list_focus_search (self->list);
}

/* Comparing */

static void
on_compare_link_activated_cb (ThawLibraryWindow *self,
                              const char        *target,
                              GtkWindow         *compare)
{
  g_autofree char *copy = g_strdup (target);

  gtk_window_close (compare);
  follow (self, copy);
}

static void
compare_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  ThawLibraryWindow *self = THAW_LIBRARY_WINDOW (widget);
  ThawCompareWindow *compare = thaw_compare_window_new (GTK_WINDOW (self), self->library,
                                                        thaw_services_get_settings (self->services),
                                                        thaw_article_view_get_article (self->view));

  g_signal_connect_object (compare, "link-activated", G_CALLBACK (on_compare_link_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (compare));
}

/* Words */

static ThawWordsState
get_words_state (ThawWordsKeeper *keeper)
{
  ThawLibraryWindow *self = THAW_LIBRARY_WINDOW (keeper);

  return self->view != NULL ? thaw_words_keeper_get_state (THAW_WORDS_KEEPER (self->view)) : THAW_WORDS_KEPT;
}

static void
keep_words (ThawWordsKeeper *keeper)
{
  ThawLibraryWindow *self = THAW_LIBRARY_WINDOW (keeper);

  if (self->view != NULL)
    thaw_words_keeper_keep (THAW_WORDS_KEEPER (self->view));
}

static void
words_keeper_init (ThawWordsKeeperInterface *iface)
{
  iface->get_state = get_words_state;
  iface->keep = keep_words;
}

static void
on_words_settled_cb (ThawLibraryWindow *self)
{
  thaw_words_keeper_settled (THAW_WORDS_KEEPER (self));
}

static gboolean
thaw_library_window_close_request (GtkWindow *window)
{
  if (!thaw_close_guard_may_close (THAW_LIBRARY_WINDOW (window)->close_guard))
    return GDK_EVENT_STOP;

  return GTK_WINDOW_CLASS (thaw_library_window_parent_class)->close_request (window);
}

/* Building */

static void
show_problem (ThawLibraryWindow *self,
              const GError      *error)
{
  /* Translators: %s is the reason, in English */
  g_autofree char *sentence = g_strdup_printf (_("A part of Thaw is missing or damaged. Installing Thaw again brings "
                                                 "it back. What you wrote is not touched by this.\n\n%s"),
                                               error->message);
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);

  adw_status_page_set_description (self->problem_page, escaped);
  thaw_stack_show (self->stack, gtk_stack_get_child_by_name (self->stack, "problem"));
}

static void
add_back_button (ThawLibraryWindow *self)
{
  self->back_button = gtk_button_new_from_icon_name ("go-previous-symbolic");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->back_button), "library.back");
  thaw_tooltip_set_new (self->back_button, _("Back"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->back_button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Back"), -1);
  adw_header_bar_pack_start (thaw_article_view_get_header (self->view), self->back_button);
}

static void
build (ThawLibraryWindow *self)
{
  self->list = THAW_LIBRARY_LIST (thaw_library_list_new (self->services, self->library));
  g_signal_connect_object (self->list, "article-activated", G_CALLBACK (on_article_activated_cb), self,
                           G_CONNECT_SWAPPED);
  adw_clamp_set_child (self->list_clamp, GTK_WIDGET (self->list));

  self->view = THAW_ARTICLE_VIEW (thaw_article_view_new (self->services, self->library));
  g_signal_connect_object (self->view, "link-activated", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "settled", G_CALLBACK (on_words_settled_cb), self, G_CONNECT_SWAPPED);
  thaw_close_guard_watch (self->close_guard, THAW_WORDS_KEEPER (self->view));
  gtk_stack_add_child (self->article_pane, GTK_WIDGET (self->view));
  thaw_stack_show (self->article_pane, gtk_stack_get_visible_child (self->article_pane));
  add_back_button (self);
  leaflet_changed_cb (self);
}

static void
load (ThawLibraryWindow *self)
{
  g_autoptr (GError) error = NULL;

  self->library = thaw_services_get_library (self->services, &error);
  if (self->library == NULL)
    {
      g_info ("No library: %s", error->message);
      show_problem (self, error);
      return;
    }

  build (self);
  thaw_library_list_show_kind (self->list, self->first_kind);
  thaw_library_list_focus_search (self->list);
  if (self->first_article != NULL)
    thaw_library_window_show_article (self, self->first_article);
}

/* Not before: GTK 4.8 would not tell assistive technology that this is a window. */
static void
thaw_library_window_map (GtkWidget *widget)
{
  ThawLibraryWindow *self = THAW_LIBRARY_WINDOW (widget);

  GTK_WIDGET_CLASS (thaw_library_window_parent_class)->map (widget);

  if (self->library == NULL)
    load (self);
}

static void
thaw_library_window_dispose (GObject *object)
{
  ThawLibraryWindow *self = THAW_LIBRARY_WINDOW (object);

  self->list = NULL;
  self->view = NULL;
  self->back_button = NULL;
  g_clear_object (&self->close_guard);
  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_LIBRARY_WINDOW);
  self->library = NULL;
  g_clear_object (&self->services);

  G_OBJECT_CLASS (thaw_library_window_parent_class)->dispose (object);
}

static void
thaw_library_window_finalize (GObject *object)
{
  ThawLibraryWindow *self = THAW_LIBRARY_WINDOW (object);

  g_ptr_array_unref (self->history);
  g_free (self->first_article);

  G_OBJECT_CLASS (thaw_library_window_parent_class)->finalize (object);
}

static void
thaw_library_window_class_init (ThawLibraryWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_library_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = thaw_library_window_finalize;
  widget_class->map = thaw_library_window_map;
  GTK_WINDOW_CLASS (klass)->close_request = thaw_library_window_close_request;

  /**
   * ThawLibraryWindow::link-activated:
   * @target: where it leads, as `practice:body-scan`
   *
   * The person follows a link that leads to something else than an article.
   */
  signals[SIGNAL_LINK_ACTIVATED] = g_signal_new ("link-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                                 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/support/thaw-library-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawLibraryWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, ThawLibraryWindow, problem_page);
  gtk_widget_class_bind_template_child (widget_class, ThawLibraryWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, ThawLibraryWindow, list_pane);
  gtk_widget_class_bind_template_child (widget_class, ThawLibraryWindow, list_header);
  gtk_widget_class_bind_template_child (widget_class, ThawLibraryWindow, list_clamp);
  gtk_widget_class_bind_template_child (widget_class, ThawLibraryWindow, article_pane);
  gtk_widget_class_bind_template_callback (widget_class, leaflet_changed_cb);
  gtk_widget_class_install_action (widget_class, "library.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "library.compare", NULL, compare_action);
  gtk_widget_class_install_action (widget_class, "library.search", NULL, search_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "library.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Back, 0, "library.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "library.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
thaw_library_window_init (ThawLibraryWindow *self)
{
  self->history = g_ptr_array_new_with_free_func (g_free);
  self->close_guard = thaw_close_guard_new (GTK_WINDOW (self));
  gtk_widget_init_template (GTK_WIDGET (self));
  thaw_stack_show (self->stack, gtk_stack_get_visible_child (self->stack));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "library.back", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "library.compare", FALSE);
}

/**
 * thaw_library_window_new:
 * @services: has the library, which is loaded when the window is shown, and the marks
 *
 * Returns: (transfer none): a window, owned by GTK until it is closed
 */
ThawLibraryWindow *
thaw_library_window_new (ThawServices *services)
{
  ThawLibraryWindow *self;

  g_return_val_if_fail (THAW_IS_SERVICES (services), NULL);

  self = g_object_new (THAW_TYPE_LIBRARY_WINDOW, NULL);
  self->services = g_object_ref (services);

  return self;
}

/**
 * thaw_library_window_show_list:
 * @kind: what to list; pages and questions stand in one list
 */
void
thaw_library_window_show_list (ThawLibraryWindow *self,
                               ThawArticleKind    kind)
{
  g_return_if_fail (THAW_IS_LIBRARY_WINDOW (self));

  self->first_kind = kind;
  g_clear_pointer (&self->first_article, g_free);
  if (self->library == NULL)
    return;

  g_ptr_array_set_size (self->history, 0);
  thaw_library_list_show_kind (self->list, kind);
  show_list (self);
}

/**
 * thaw_library_window_show_article:
 * @id: the slug of an article
 *
 * Opens an article where the person left it. One that is not there is passed over.
 */
void
thaw_library_window_show_article (ThawLibraryWindow *self,
                                  const char        *id)
{
  const ThawArticle *article;

  g_return_if_fail (THAW_IS_LIBRARY_WINDOW (self));
  g_return_if_fail (id != NULL);

  if (self->library == NULL)
    {
      g_free (self->first_article);
      self->first_article = g_strdup (id);
      return;
    }

  article = thaw_library_find (self->library, id);
  if (article == NULL)
    return;

  /* So that the list shows it, too. */
  thaw_library_list_show_kind (self->list, article->kind);
  on_article_activated_cb (self, id);
}
