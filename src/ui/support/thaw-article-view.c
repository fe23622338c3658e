/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-article-view"

#include "config.h"
#include "support/thaw-article-view.h"

#include "print/thaw-document-printer.h"
#include "support/thaw-document-view.h"
#include "support/thaw-mark-box.h"
#include "support/thaw-see-also.h"
#include "support/thaw-visit-box.h"
#include "thaw-toast.h"
#include "widgets/thaw-save-problem.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Whoever came so far begins again at the top. */
#define READ_POSITION 0.97

/**
 * ThawArticleView:
 *
 * An article, with all that can be done with it: marked, printed, looked through, and for a
 * kind of support also what the person makes of it, a note, and what they may want to bring.
 *
 * Each article that was shown keeps its own mark until it is on the disk, also when
 * another one is shown.
 */
struct _ThawArticleView
{
  GtkBox parent_instance;

  AdwHeaderBar *header;
  AdwWindowTitle *window_title;
  GtkToggleButton *bookmark_button;
  ThawSaveProblem *save_problem;

  ThawDocumentView *document_view; /* (unowned) (nullable): a child */
  ThawMarkBox *mark_box;           /* (unowned) (nullable): in the view */
  ThawVisitBox *visit_box;         /* (unowned) (nullable): in the view */
  ThawSeeAlso *see_also;           /* (unowned) (nullable): in the view */

  ThawServices *services;     /* (owned) (nullable) */
  ThawLibrary *library;       /* (owned) (nullable) */
  const ThawArticle *article; /* (unowned) (nullable): of the library */
  GHashTable *keepers;        /* (owned) (element-type utf8 ThawMarkKeeper): by article */
  ThawMarkKeeper *keeper;     /* (unowned) (nullable): the one of the article; NULL if its mark cannot be read */
  gboolean is_updating;       /* code presses the button, not the person */
};

static void words_keeper_init (ThawWordsKeeperInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ThawArticleView, thaw_article_view, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (THAW_TYPE_WORDS_KEEPER, words_keeper_init))

enum
{
  SIGNAL_LINK_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Marks */

static void
show_bookmark (ThawArticleView *self)
{
  gboolean is_bookmarked = self->keeper != NULL && thaw_mark_keeper_get_mark (self->keeper)->is_bookmarked;

  self->is_updating = TRUE;
  gtk_toggle_button_set_active (self->bookmark_button, is_bookmarked);
  self->is_updating = FALSE;
  gtk_button_set_icon_name (GTK_BUTTON (self->bookmark_button),
                            is_bookmarked ? "starred-symbolic" : "non-starred-symbolic");
  gtk_widget_set_sensitive (GTK_WIDGET (self->bookmark_button), self->keeper != NULL);
}

static void
bookmark_button_toggled_cb (ThawArticleView *self)
{
  if (self->is_updating)
    return;

  thaw_mark_keeper_set_bookmarked (self->keeper, gtk_toggle_button_get_active (self->bookmark_button));
  show_bookmark (self);
}

/* What could not be written, of this article or of another one that was read before. */
static void
update_problem (ThawArticleView *self)
{
  GHashTableIter iter;
  ThawMarkKeeper *keeper;
  const GError *error = NULL;

  g_hash_table_iter_init (&iter, self->keepers);
  while (error == NULL && g_hash_table_iter_next (&iter, NULL, (gpointer *) &keeper))
    error = thaw_mark_keeper_get_error (keeper);

  if (error != NULL)
    thaw_save_problem_show (self->save_problem, error);
  else
    thaw_save_problem_hide (self->save_problem);
}

static void
on_keeper_settled_cb (ThawArticleView *self)
{
  /* A save that was on its way may end after this has gone. */
  if (self->services == NULL)
    return;

  update_problem (self);
  thaw_words_keeper_settled (THAW_WORDS_KEEPER (self));
}

static ThawMarkKeeper *
find_keeper (ThawArticleView *self,
             const char      *article)
{
  g_autoptr (GError) error = NULL;
  ThawMarkKeeper *keeper = g_hash_table_lookup (self->keepers, article);

  if (keeper != NULL)
    return keeper;

  keeper = thaw_mark_keeper_new (thaw_services_get_article_marks (self->services), article, &error);
  if (keeper == NULL)
    {
      g_info ("The mark is not read: %s", error->message);
      return NULL;
    }

  g_signal_connect_object (keeper, "settled", G_CALLBACK (on_keeper_settled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keeper, "changed", G_CALLBACK (show_bookmark), self, G_CONNECT_SWAPPED);
  g_hash_table_insert (self->keepers, g_strdup (article), keeper);

  return keeper;
}

static void
show_mark (ThawArticleView *self)
{
  show_bookmark (self);
  thaw_mark_box_set_keeper (self->mark_box, self->keeper);
}

static void
on_mark_box_retry_cb (ThawArticleView *self)
{
  self->keeper = find_keeper (self, self->article->id);
  show_mark (self);
}

static void
keep_all (ThawArticleView *self)
{
  GHashTableIter iter;
  ThawMarkKeeper *keeper;

  g_hash_table_iter_init (&iter, self->keepers);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &keeper))
    thaw_mark_keeper_keep (keeper);
}

static void
save_problem_retry_cb (ThawArticleView *self)
{
  keep_all (self);
}

/* All that is nowhere but here. */
static void
save_problem_copy_cb (ThawArticleView *self)
{
  g_autoptr (GString) words = g_string_new (NULL);
  GHashTableIter iter;
  ThawMarkKeeper *keeper;

  g_hash_table_iter_init (&iter, self->keepers);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &keeper))
    {
      const char *note = thaw_mark_keeper_get_mark (keeper)->note;

      if (thaw_mark_keeper_get_error (keeper) != NULL && note != NULL)
        g_string_append_printf (words, "%s%s", words->len > 0 ? "\n\n" : "", note);
    }

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), words->str);
}

static ThawWordsState
get_words_state (ThawWordsKeeper *words_keeper)
{
  ThawArticleView *self = THAW_ARTICLE_VIEW (words_keeper);
  ThawWordsState state = THAW_WORDS_KEPT;
  GHashTableIter iter;
  ThawMarkKeeper *keeper;

  g_hash_table_iter_init (&iter, self->keepers);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &keeper))
    {
      ThawWordsState one = thaw_mark_keeper_get_state (keeper);

      if (one == THAW_WORDS_ON_THEIR_WAY || state == THAW_WORDS_KEPT)
        state = one;
    }

  return state;
}

static void
keep_words (ThawWordsKeeper *words_keeper)
{
  keep_all (THAW_ARTICLE_VIEW (words_keeper));
}

static void
words_keeper_init (ThawWordsKeeperInterface *iface)
{
  iface->get_state = get_words_state;
  iface->keep = keep_words;
}

/* Reading */

static void
on_position_changed_cb (ThawArticleView *self)
{
  if (self->keeper != NULL)
    thaw_mark_keeper_set_position (self->keeper, thaw_document_view_get_position (self->document_view));
}

static void
on_link_activated_cb (ThawArticleView *self,
                      const char      *target)
{
  g_signal_emit (self, signals[SIGNAL_LINK_ACTIVATED], 0, target);
}

/* What the menu and keys do in the view, from wherever in this one the focus is. */
static void
document_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  g_autofree char *name = g_strconcat ("document.", action_name + strlen ("article."), NULL);

  gtk_widget_activate_action (GTK_WIDGET (THAW_ARTICLE_VIEW (widget)->document_view), name, NULL);
}

/* Printing */

static void
print_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  g_autoptr (ThawDocument) document = thaw_article_view_make_printed (THAW_ARTICLE_VIEW (widget));

  thaw_document_print (document, GTK_WINDOW (gtk_widget_get_root (widget)));
}

/* The one that the view is in, or NULL. */
static AdwToastOverlay *
find_overlay (GtkWidget *widget)
{
  return (AdwToastOverlay *) gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
}

static void
save_pdf_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  g_autoptr (ThawDocument) document = thaw_article_view_make_printed (THAW_ARTICLE_VIEW (widget));

  thaw_document_save_as (document, GTK_WINDOW (gtk_widget_get_root (widget)), find_overlay (widget));
}

static void
copy_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  g_autoptr (ThawDocument) document = thaw_article_view_make_printed (THAW_ARTICLE_VIEW (widget));
  g_autofree char *text = thaw_document_dup_text (document);
  AdwToastOverlay *overlay = find_overlay (widget);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  if (overlay != NULL)
    thaw_toast_tell (overlay, _("Copied"));
}

/* It may go with the window. */
static void
thaw_article_view_unmap (GtkWidget *widget)
{
  keep_all (THAW_ARTICLE_VIEW (widget));

  GTK_WIDGET_CLASS (thaw_article_view_parent_class)->unmap (widget);
}

static gboolean
thaw_article_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (THAW_ARTICLE_VIEW (widget)->document_view));
}

static void
thaw_article_view_dispose (GObject *object)
{
  ThawArticleView *self = THAW_ARTICLE_VIEW (object);

  if (self->document_view != NULL)
    gtk_box_remove (GTK_BOX (self), GTK_WIDGET (self->document_view));
  self->document_view = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_ARTICLE_VIEW);
  g_clear_object (&self->services);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (thaw_article_view_parent_class)->dispose (object);
}

static void
thaw_article_view_finalize (GObject *object)
{
  g_hash_table_unref (THAW_ARTICLE_VIEW (object)->keepers);

  G_OBJECT_CLASS (thaw_article_view_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const char *const document_actions[] = { "article.find", "article.zoom-in", "article.zoom-out",
                                                  "article.zoom-reset" };

  for (guint i = 0; i < G_N_ELEMENTS (document_actions); i++)
    gtk_widget_class_install_action (widget_class, document_actions[i], NULL, document_action);
  gtk_widget_class_install_action (widget_class, "article.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "article.save-pdf", NULL, save_pdf_action);
  gtk_widget_class_install_action (widget_class, "article.copy", NULL, copy_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "article.find", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, "article.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, GDK_CONTROL_MASK, "article.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK, "article.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, GDK_CONTROL_MASK, "article.zoom-reset", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "article.print", NULL);
}

static void
thaw_article_view_class_init (ThawArticleViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_article_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = thaw_article_view_finalize;
  widget_class->grab_focus = thaw_article_view_grab_focus;
  widget_class->unmap = thaw_article_view_unmap;

  /**
   * ThawArticleView::link-activated:
   * @target: where it leads, as `article:cbt`
   *
   * The person follows a link, in the text or below it.
   */
  signals[SIGNAL_LINK_ACTIVATED] = g_signal_new ("link-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                                 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (THAW_TYPE_SAVE_PROBLEM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/support/thaw-article-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawArticleView, header);
  gtk_widget_class_bind_template_child (widget_class, ThawArticleView, window_title);
  gtk_widget_class_bind_template_child (widget_class, ThawArticleView, bookmark_button);
  gtk_widget_class_bind_template_child (widget_class, ThawArticleView, save_problem);
  gtk_widget_class_bind_template_callback (widget_class, bookmark_button_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_problem_copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_problem_retry_cb);
  install_actions (widget_class);
}

static void
thaw_article_view_init (ThawArticleView *self)
{
  self->keepers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  thaw_save_problem_set_can_copy (self->save_problem, TRUE);
}

static void
add_document_view (ThawArticleView *self)
{
  self->document_view = THAW_DOCUMENT_VIEW (thaw_document_view_new (thaw_services_get_settings (self->services)));
  self->mark_box = THAW_MARK_BOX (thaw_mark_box_new ());
  self->visit_box = THAW_VISIT_BOX (thaw_visit_box_new (self->services));
  self->see_also = THAW_SEE_ALSO (thaw_see_also_new (self->services, self->library));
  thaw_document_view_add_below (self->document_view, GTK_WIDGET (self->mark_box));
  thaw_document_view_add_below (self->document_view, GTK_WIDGET (self->visit_box));
  thaw_document_view_add_below (self->document_view, GTK_WIDGET (self->see_also));
  g_signal_connect_object (self->document_view, "link-activated", G_CALLBACK (on_link_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document_view, "position-changed", G_CALLBACK (on_position_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->mark_box, "retry", G_CALLBACK (on_mark_box_retry_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->see_also, "link-activated", G_CALLBACK (on_link_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_vexpand (GTK_WIDGET (self->document_view), TRUE);
  gtk_box_insert_child_after (GTK_BOX (self), GTK_WIDGET (self->document_view), GTK_WIDGET (self->header));
}

/**
 * thaw_article_view_new:
 * @services: where marks are, and what was noted
 * @library: has the articles
 *
 * Returns: (transfer floating): a view that shows no article yet
 */
GtkWidget *
thaw_article_view_new (ThawServices *services,
                       ThawLibrary  *library)
{
  ThawArticleView *self = g_object_new (THAW_TYPE_ARTICLE_VIEW, NULL);

  g_return_val_if_fail (THAW_IS_SERVICES (services), GTK_WIDGET (self));
  g_return_val_if_fail (THAW_IS_LIBRARY (library), GTK_WIDGET (self));

  self->services = g_object_ref (services);
  self->library = g_object_ref (library);
  add_document_view (self);

  return GTK_WIDGET (self);
}

/**
 * thaw_article_view_set_article:
 * @article: (transfer none): an article of the library
 *
 * Shows @article where the person left it.
 */
void
thaw_article_view_set_article (ThawArticleView   *self,
                               const ThawArticle *article)
{
  g_autoptr (ThawDocument) document = NULL;
  gboolean is_support;
  double position;

  g_return_if_fail (THAW_IS_ARTICLE_VIEW (self));
  g_return_if_fail (article != NULL);

  keep_all (self);
  is_support = article->kind == THAW_ARTICLE_SUPPORT;
  self->article = article;
  self->keeper = find_keeper (self, article->id);

  document = thaw_article_to_document (article);
  thaw_document_view_set_document (self->document_view, document);
  position = self->keeper != NULL ? thaw_mark_keeper_get_mark (self->keeper)->position : 0;
  thaw_document_view_set_position (self->document_view, position < READ_POSITION ? position : 0);

  adw_window_title_set_title (self->window_title, article->title);
  show_mark (self);
  gtk_widget_set_visible (GTK_WIDGET (self->mark_box), is_support);
  thaw_visit_box_clear (self->visit_box);
  gtk_widget_set_visible (GTK_WIDGET (self->visit_box), is_support);
  thaw_see_also_set_targets (self->see_also, article->see);
}

/**
 * thaw_article_view_get_article:
 *
 * Returns: (transfer none) (nullable): what is shown
 */
const ThawArticle *
thaw_article_view_get_article (ThawArticleView *self)
{
  g_return_val_if_fail (THAW_IS_ARTICLE_VIEW (self), NULL);

  return self->article;
}

/**
 * thaw_article_view_make_printed:
 *
 * Returns: (transfer full): the article as it is to be printed, with what the person wants
 *   to bring if they said so
 */
ThawDocument *
thaw_article_view_make_printed (ThawArticleView *self)
{
  ThawDocument *document;
  const ThawDocument *notes;

  g_return_val_if_fail (THAW_IS_ARTICLE_VIEW (self), NULL);
  g_return_val_if_fail (self->article != NULL, NULL);

  document = thaw_article_to_document (self->article);
  notes = thaw_visit_box_get_printed (self->visit_box);
  if (notes != NULL)
    thaw_document_append (document, notes);

  return document;
}

/**
 * thaw_article_view_get_header:
 *
 * Returns: (transfer none): the bar above, for whoever has something to put there
 */
AdwHeaderBar *
thaw_article_view_get_header (ThawArticleView *self)
{
  g_return_val_if_fail (THAW_IS_ARTICLE_VIEW (self), NULL);

  return self->header;
}
