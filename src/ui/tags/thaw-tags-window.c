/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-tags-window"

#include "config.h"
#include "tags/thaw-tags-window.h"

#include <glib/gi18n.h>

#include "tags/thaw-tag-dialogs.h"
#include "tags/thaw-tag-row.h"

/* Long enough to read and to reach for the button. */
#define UNDO_TIMEOUT_SECS 10

/**
 * ThawTagsWindow:
 *
 * All tags of the journal, and what can be done with each: a new name, another
 * kind, one tag out of two, away with it. What is done is done at once and for
 * all entries, and can be taken back. No text is touched.
 *
 * Keyboard: Ctrl+F goes to the search, Return on a tag opens its menu, Escape
 * empties the search, and closes the window.
 */
struct _ThawTagsWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay *toast_overlay;
  GtkStack *stack;
  GtkEditable *search_entry;
  GtkWidget *not_found_label;
  GtkListBox *list;

  ThawTagStore *store;       /* (owned) */
  GCancellable *cancellable; /* (owned): of reading */
  GPtrArray *uses;           /* (owned) (nullable) (element-type ThawTagUse): as they were read last */
  GHashTable *rows;          /* (owned) (key-type utf8) (value-type ThawTagRow): by UUID, neither owned */
};

G_DEFINE_FINAL_TYPE (ThawTagsWindow, thaw_tags_window, ADW_TYPE_WINDOW)

typedef enum
{
  CHANGE_NAME,
  CHANGE_KIND,
  CHANGE_MERGE,
  CHANGE_DELETE,
} ChangeWhat;

/* What is done with a tag, from the question to the toast. Shared by those, which are the window's: they do not hold it
 * in turn. */
typedef struct
{
  ThawTagsWindow *self; /* (unowned) (nullable): NULL when it is closed */
  ThawTagStore *store;  /* (owned) */
  ChangeWhat what;
  ThawTagUse *use;      /* (owned): as it was */
  char *target;         /* (owned) (nullable): the new name, or the UUID of the tag that takes its place */
  ThawTagKind kind;     /* the new kind */
  ThawTagChange *done;  /* (owned) (nullable): what can be taken back */
} Change;

static Change *
change_new (ThawTagsWindow   *self,
            ChangeWhat        what,
            const ThawTagUse *use)
{
  Change *change = g_rc_box_new0 (Change);

  g_set_weak_pointer (&change->self, self);
  change->store = g_object_ref (self->store);
  change->what = what;
  change->use = thaw_tag_use_copy (use);

  return change;
}

static void
change_clear (Change *change)
{
  g_clear_pointer (&change->done, thaw_tag_change_unref);
  g_clear_weak_pointer (&change->self);
  g_object_unref (change->store);
  thaw_tag_use_free (change->use);
  g_free (change->target);
}

static void
change_unref (Change *change)
{
  g_rc_box_release_full (change, (GDestroyNotify) change_clear);
}

static void
closure_change_unref (gpointer  data,
                      GClosure *closure)
{
  change_unref (data);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Change, change_unref)

static const ThawTagUse *
find_use (ThawTagsWindow *self,
          const char     *uuid)
{
  ThawTagRow *row = g_hash_table_lookup (self->rows, uuid);

  return row != NULL ? thaw_tag_row_get_use (row) : NULL;
}

/* The list */

static gboolean
filter_row (GtkListBoxRow *row,
            gpointer       user_data)
{
  ThawTagsWindow *self = THAW_TAGS_WINDOW (user_data);
  g_autofree char *wanted = g_utf8_casefold (gtk_editable_get_text (self->search_entry), -1);
  g_autofree char *name = g_utf8_casefold (thaw_tag_row_get_use (THAW_TAG_ROW (row))->name, -1);

  return strstr (name, g_strstrip (wanted)) != NULL;
}

static int
compare_rows (GtkListBoxRow *a,
              GtkListBoxRow *b,
              gpointer       user_data)
{
  const ThawTagUse *first = thaw_tag_row_get_use (THAW_TAG_ROW (a));
  const ThawTagUse *second = thaw_tag_row_get_use (THAW_TAG_ROW (b));
  int order = g_utf8_collate (first->name, second->name);

  return order != 0 ? order : (int) first->kind - (int) second->kind;
}

static void
show_not_found (ThawTagsWindow *self)
{
  gboolean is_found = FALSE;
  GtkListBoxRow *row;

  for (int i = 0; !is_found && (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    is_found = gtk_widget_get_child_visible (GTK_WIDGET (row));

  gtk_widget_set_visible (GTK_WIDGET (self->list), is_found);
  gtk_widget_set_visible (self->not_found_label, !is_found);
}

static void
filter (ThawTagsWindow *self)
{
  gtk_list_box_invalidate_filter (self->list);
  show_not_found (self);
}

static void
remove_row (ThawTagsWindow *self,
            GtkWidget      *row)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  /* The focus goes to what takes its place on the screen. */
  if (focus != NULL && (focus == row || gtk_widget_is_ancestor (focus, row)))
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);

      if (next == NULL)
        next = gtk_widget_get_prev_sibling (row);
      if (next == NULL || !gtk_widget_grab_focus (next))
        gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
    }

  gtk_list_box_remove (self->list, row);
}

static void
show_uses (ThawTagsWindow *self)
{
  g_autoptr (GHashTable) former = g_steal_pointer (&self->rows);
  GHashTableIter iter;
  gpointer row;

  self->rows = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->uses->len; i++)
    {
      const ThawTagUse *use = g_ptr_array_index (self->uses, i);

      row = g_hash_table_lookup (former, use->uuid);
      if (row != NULL)
        {
          g_hash_table_remove (former, use->uuid);
          thaw_tag_row_set_use (THAW_TAG_ROW (row), use);
        }
      else
        {
          row = thaw_tag_row_new (use);
          gtk_list_box_append (self->list, GTK_WIDGET (row));
        }
      g_hash_table_insert (self->rows, use->uuid, row);
    }

  g_hash_table_iter_init (&iter, former);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    remove_row (self, GTK_WIDGET (row));

  gtk_list_box_invalidate_sort (self->list);
  filter (self);
  gtk_stack_set_visible_child_name (self->stack, self->uses->len > 0 ? "tags" : "empty");
}

static void
on_listed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (ThawTagsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) former = NULL;
  g_autoptr (GPtrArray) uses = thaw_tag_store_list_finish (THAW_TAG_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (uses == NULL)
    {
      g_info ("Tags not read: %s", error->message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }

  /* Until all is shown the rows are found by the UUIDs in the former tags, which go only then. */
  former = g_steal_pointer (&self->uses);
  self->uses = g_steal_pointer (&uses);
  show_uses (self);
}

static void
reload (ThawTagsWindow *self)
{
  /* Only the last answer counts. */
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  thaw_tag_store_list_async (self->store, self->cancellable, on_listed_cb, g_object_ref (self));
}

static void
search_entry_search_changed_cb (ThawTagsWindow *self)
{
  filter (self);
}

static void
search_entry_stop_search_cb (ThawTagsWindow *self)
{
  if (gtk_editable_get_text (self->search_entry)[0] != '\0')
    gtk_editable_set_text (self->search_entry, "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* What is done with a tag */

static void start (Change *change);

/* Takes nothing of the sentence for markup. */
static AdwToast *
create_toast (const char *sentence,
              const char *button_label,
              GCallback   callback,
              Change     *change)
{
  g_autofree char *title = g_markup_escape_text (sentence, -1);
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_button_label (toast, button_label);
  adw_toast_set_timeout (toast, UNDO_TIMEOUT_SECS);
  g_signal_connect_data (toast, "button-clicked", callback, g_rc_box_acquire (change), closure_change_unref, 0);

  return toast;
}

static void
show_toast (Change     *change,
            const char *sentence,
            const char *button_label,
            GCallback   callback)
{
  if (change->self != NULL)
    adw_toast_overlay_add_toast (change->self->toast_overlay,
                                 create_toast (sentence, button_label, callback, change));
}

static void undo (AdwToast *toast,
                  Change   *change);

static void
on_undone_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Change) change = user_data;
  g_autoptr (GError) error = NULL;

  if (thaw_tag_store_undo_finish (THAW_TAG_STORE (source), result, &error))
    return;

  g_info ("Change of a tag not taken back: %s", error->message);
  show_toast (change, _("This could not be taken back"), _("_Try Again"), G_CALLBACK (undo));
}

static void
undo (AdwToast *toast,
      Change   *change)
{
  thaw_tag_store_undo_async (change->store, change->done, NULL, on_undone_cb, g_rc_box_acquire (change));
}

static void
on_start_again_cb (AdwToast *toast,
                   Change   *change)
{
  start (change);
}

static const char *
get_target_name (Change *change)
{
  const ThawTagUse *target = change->what == CHANGE_MERGE ? find_use (change->self, change->target) : NULL;

  if (change->what == CHANGE_NAME)
    return change->target;

  return target != NULL ? target->name : change->use->name;
}

static char *
make_sentence (Change *change)
{
  const char *name = change->use->name;

  if (thaw_tag_change_is_merge (change->done))
    {
      const char *target = get_target_name (change);

      if (g_str_equal (name, target))
        /* Translators: %s is the name of a tag as "the station" */
        return g_strdup_printf (_("Both tags “%s” are one now"), name);

      /* Translators: names of two tags as "the station" */
      return g_strdup_printf (_("“%s” and “%s” are one now"), name, target);
    }

  switch (change->what)
    {
    case CHANGE_NAME:
      /* Translators: the old and the new name of a tag as "the station" */
      return g_strdup_printf (_("“%s” is called “%s” now"), name, change->target);
    case CHANGE_KIND:
      /* Translators: the name of a tag as "the station", and a kind as "Place" */
      return g_strdup_printf (_("“%s” is of the kind “%s” now"), name, thaw_tag_kind_get_word (change->kind));
    case CHANGE_DELETE:
      /* Translators: %s is the name of a tag as "the station" */
      return g_strdup_printf (_("“%s” deleted"), name);
    case CHANGE_MERGE:
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
on_changed_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Change) change = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  change->done = thaw_tag_store_change_finish (THAW_TAG_STORE (source), result, &error);
  if (change->done == NULL)
    {
      g_info ("Tag not changed: %s", error->message);
      show_toast (change, _("This could not be done. Nothing was changed."), _("_Try Again"),
                  G_CALLBACK (on_start_again_cb));
      return;
    }

  /* It was so already, or nobody is there any more to be told. */
  if (change->self == NULL || thaw_tag_change_get_n_entries (change->done) == 0)
    return;

  sentence = make_sentence (change);
  show_toast (change, sentence, _("_Undo"), G_CALLBACK (undo));
}

static void
start (Change *change)
{
  ThawTagStore *store = change->store;
  const char *uuid = change->use->uuid;

  switch (change->what)
    {
    case CHANGE_NAME:
      thaw_tag_store_rename_async (store, uuid, change->target, NULL, on_changed_cb, g_rc_box_acquire (change));
      break;
    case CHANGE_KIND:
      thaw_tag_store_set_kind_async (store, uuid, change->kind, NULL, on_changed_cb, g_rc_box_acquire (change));
      break;
    case CHANGE_MERGE:
      thaw_tag_store_merge_async (store, uuid, change->target, NULL, on_changed_cb, g_rc_box_acquire (change));
      break;
    case CHANGE_DELETE:
      thaw_tag_store_delete_async (store, uuid, NULL, on_changed_cb, g_rc_box_acquire (change));
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
on_answered_cb (const char *answer,
                gpointer    user_data)
{
  Change *change = user_data;

  change->target = g_strdup (answer);
  start (change);
}

static void
rename_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  ThawTagsWindow *self = THAW_TAGS_WINDOW (widget);
  const ThawTagUse *use = find_use (self, g_variant_get_string (parameter, NULL));

  if (use != NULL)
    thaw_tag_dialogs_rename (GTK_WINDOW (self), self->uses, use, on_answered_cb,
                             change_new (self, CHANGE_NAME, use), (GDestroyNotify) change_unref);
}

static void
merge_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  ThawTagsWindow *self = THAW_TAGS_WINDOW (widget);
  const ThawTagUse *use = find_use (self, g_variant_get_string (parameter, NULL));

  if (use != NULL)
    thaw_tag_dialogs_merge (GTK_WINDOW (self), self->uses, use, on_answered_cb,
                            change_new (self, CHANGE_MERGE, use), (GDestroyNotify) change_unref);
}

static void
kind_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  ThawTagsWindow *self = THAW_TAGS_WINDOW (widget);
  g_autoptr (Change) change = NULL;
  const ThawTagUse *use;
  const char *uuid, *slug;
  ThawTagKind kind;

  g_variant_get (parameter, "(&s&s)", &uuid, &slug);
  use = find_use (self, uuid);
  if (use == NULL || !thaw_tag_kind_from_slug (slug, &kind))
    return;

  change = change_new (self, CHANGE_KIND, use);
  change->kind = kind;
  if (thaw_tag_uses_find (self->uses, kind, use->name) != NULL)
    thaw_tag_dialogs_ask_kind (GTK_WINDOW (self), use, kind, on_answered_cb, g_steal_pointer (&change),
                               (GDestroyNotify) change_unref);
  else
    start (change);
}

static void
delete_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  ThawTagsWindow *self = THAW_TAGS_WINDOW (widget);
  const ThawTagUse *use = find_use (self, g_variant_get_string (parameter, NULL));
  g_autoptr (Change) change = NULL;

  if (use == NULL)
    return;

  change = change_new (self, CHANGE_DELETE, use);
  start (change);
}

static void
reload_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  reload (THAW_TAGS_WINDOW (widget));
}

static void
search_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (THAW_TAGS_WINDOW (widget)->search_entry));
}

static void
thaw_tags_window_dispose (GObject *object)
{
  ThawTagsWindow *self = THAW_TAGS_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_TAGS_WINDOW);

  G_OBJECT_CLASS (thaw_tags_window_parent_class)->dispose (object);
}

static void
thaw_tags_window_finalize (GObject *object)
{
  ThawTagsWindow *self = THAW_TAGS_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->uses, g_ptr_array_unref);

  G_OBJECT_CLASS (thaw_tags_window_parent_class)->finalize (object);
}

static void
thaw_tags_window_class_init (ThawTagsWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = thaw_tags_window_dispose;
  object_class->finalize = thaw_tags_window_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/thawapp/Thaw/ui/tags/thaw-tags-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawTagsWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, ThawTagsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, ThawTagsWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, ThawTagsWindow, not_found_label);
  gtk_widget_class_bind_template_child (widget_class, ThawTagsWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, search_entry_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_entry_stop_search_cb);
  gtk_widget_class_install_action (widget_class, "tags.rename", "s", rename_action);
  gtk_widget_class_install_action (widget_class, "tags.kind", "(ss)", kind_action);
  gtk_widget_class_install_action (widget_class, "tags.merge", "s", merge_action);
  gtk_widget_class_install_action (widget_class, "tags.delete", "s", delete_action);
  gtk_widget_class_install_action (widget_class, "tags.reload", NULL, reload_action);
  gtk_widget_class_install_action (widget_class, "tags.search", NULL, search_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "tags.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
thaw_tags_window_init (ThawTagsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->rows = g_hash_table_new (g_str_hash, g_str_equal);
  gtk_list_box_set_filter_func (self->list, filter_row, self, NULL);
  gtk_list_box_set_sort_func (self->list, compare_rows, self, NULL);
}

/**
 * thaw_tags_window_new:
 * @store: the tags of a journal that is open
 *
 * Returns: (transfer none): a window, owned by GTK until it is closed
 */
ThawTagsWindow *
thaw_tags_window_new (ThawTagStore *store)
{
  ThawTagsWindow *self;

  g_return_val_if_fail (THAW_IS_TAG_STORE (store), NULL);

  self = g_object_new (THAW_TYPE_TAGS_WINDOW, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);

  return self;
}
