/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-problem-page"

#include "config.h"
#include "thaw-problem-page.h"

#include <glib/gi18n.h>

#include "thaw-rescue.h"
#include "thaw-salvage-export.h"

/**
 * ThawProblemPage:
 *
 * Shown instead of everything else while the journal cannot be opened: what
 * happened, that nothing was changed, and what can be done.
 */
struct _ThawProblemPage
{
  AdwBin parent_instance;

  ThawServices *services; /* (owned) */

  /* Template children */
  AdwStatusPage *status_page;
  GtkWidget *restore_button;
  GtkLabel *restore_label;
  GtkWidget *salvage_button;
  GtkWidget *try_button;
  GtkLabel *result_label;
  GtkLabel *path_label;
  GtkLabel *detail_label;

  /* State */
  char *backup;                   /* (owned) (nullable): the newest one that can be read */
  GCancellable *list_cancellable; /* (owned) (nullable): while the backups are being read */
  gboolean is_tried;              /* the button that tries again was pressed and keeps the focus */
};

G_DEFINE_FINAL_TYPE (ThawProblemPage, thaw_problem_page, ADW_TYPE_BIN)

typedef struct
{
  const char *title;
  const char *description;
} Wording;

static Wording
get_wording (const GError *error)
{
  ThawStorageError code = THAW_STORAGE_ERROR_FAILED;

  if (error->domain == THAW_STORAGE_ERROR)
    code = (ThawStorageError) error->code;

  switch (code)
    {
    case THAW_STORAGE_ERROR_TOO_NEW:
      return (Wording) { _("This Journal Was Written by a Newer Thaw"),
                         _("This version does not know how to read it safely, so it left everything as it is. "
                           "Update Thaw to go on.") };
    case THAW_STORAGE_ERROR_NOT_A_JOURNAL:
      return (Wording) { _("This Is Not a Journal"),
                         _("There is another kind of file where Thaw keeps its journal. It was left as it is. "
                           "Move it somewhere else, then try again.") };
    case THAW_STORAGE_ERROR_DAMAGED:
      return (Wording) { _("The Journal Is Damaged"),
                         _("Parts of the file cannot be read. Nothing was changed or deleted.") };
    case THAW_STORAGE_ERROR_IN_USE:
      return (Wording) { _("The Journal Is in Use"),
                         _("Another program is writing to it right now. Close it, then try again.") };
    case THAW_STORAGE_ERROR_READ_ONLY:
      return (Wording) { _("The Journal Cannot Be Written To"),
                         _("The folder or the disk is read-only. Allow writing to it, then try again. "
                           "Nothing was changed.") };
    case THAW_STORAGE_ERROR_NO_ACCESS:
      return (Wording) { _("The Journal Cannot Be Opened"),
                         _("Thaw may not open this folder or file. Allow it to your user account, then try again.") };
    case THAW_STORAGE_ERROR_FULL:
      return (Wording) { _("The Disk Is Full"),
                         _("There is no space left to open the journal safely. Free some space, then try again. "
                           "Nothing was lost.") };
    case THAW_STORAGE_ERROR_IO:
    case THAW_STORAGE_ERROR_FAILED:
    case THAW_STORAGE_ERROR_INVALID:
    case THAW_STORAGE_ERROR_NOT_FOUND:
    case THAW_STORAGE_ERROR_CLOSED:
    default:
      return (Wording) { _("The Journal Could Not Be Opened"),
                         _("Nothing was changed. Try again; if it stays like this, the folder below is what to show "
                           "to somebody who can help.") };
    }
}

static gboolean
is_damage (const GError *error)
{
  return g_error_matches (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_DAMAGED) ||
         g_error_matches (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_IO);
}

static char *
describe_backup (const ThawBackup *backup)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (backup->time_ms / 1000);
  /* Translators: a date, as "22 November 2026" */
  g_autofree char *date = g_date_time_format (time, _("%-d %B %Y"));

  /* Translators: %s is a date, %d the number of entries in a backup */
  return g_strdup_printf (ngettext ("The last backup is of %s and holds %d entry. The damaged file is kept, "
                                    "and newer entries are taken from it as far as they can be read.",
                                    "The last backup is of %s and holds %d entries. The damaged file is kept, "
                                    "and newer entries are taken from it as far as they can be read.",
                                    (gulong) backup->n_entries),
                          date, (int) backup->n_entries);
}

/* Whoever has the focus still where the page put it gets it where it helps most. */
static void
offer_backup (ThawProblemPage  *self,
              const ThawBackup *backup)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  gboolean was_offered = self->backup != NULL;

  g_clear_pointer (&self->backup, g_free);
  if (backup != NULL)
    {
      g_autofree char *sentence = describe_backup (backup);

      self->backup = g_strdup (backup->path);
      gtk_label_set_text (self->restore_label, sentence);
    }

  gtk_widget_set_visible (self->restore_button, backup != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->restore_label), backup != NULL);
  if (backup != NULL && !was_offered && !self->is_tried && root != NULL &&
      gtk_root_get_focus (root) == self->try_button)
    gtk_widget_grab_focus (self->restore_button);
}

static void
stop_listing (ThawProblemPage *self)
{
  if (self->list_cancellable != NULL)
    g_cancellable_cancel (self->list_cancellable);
  g_clear_object (&self->list_cancellable);
}

static void
on_backups_listed_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (ThawProblemPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = thaw_rescue_list_backups_finish (result, &error);

  /* Asked again meanwhile, or not in a window any more. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->list_cancellable);
  if (backups == NULL)
    g_info ("Backups not listed: %s", error->message);
  offer_backup (self, backups != NULL && backups->len > 0 ? g_ptr_array_index (backups, 0) : NULL);
}

/* What helps against damage is offered against damage alone: an older journal is no answer to a full disk. What was
 * offered before stays until it is known whether it is still there. */
static void
offer_rescue (ThawProblemPage *self,
              const GError    *error)
{
  const char *directory = thaw_database_get_directory (thaw_services_get_database (self->services));

  stop_listing (self);
  gtk_widget_set_visible (self->salvage_button, is_damage (error));
  if (!is_damage (error))
    {
      offer_backup (self, NULL);
      return;
    }

  self->list_cancellable = g_cancellable_new ();
  thaw_rescue_list_backups_async (directory, self->list_cancellable, on_backups_listed_cb, g_object_ref (self));
}

/* After another try there may be another reason; the button that was pressed keeps the focus. */
static void
show_error (ThawProblemPage *self)
{
  const GError *error = thaw_services_get_error (self->services);
  Wording wording;

  if (error == NULL)
    return;

  wording = get_wording (error);
  adw_status_page_set_title (self->status_page, wording.title);
  adw_status_page_set_description (self->status_page, wording.description);
  gtk_label_set_text (self->detail_label, error->message);
  offer_rescue (self, error);
}

static void
restore_backup (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  ThawProblemPage *self = THAW_PROBLEM_PAGE (widget);

  if (self->backup != NULL && thaw_services_get_state (self->services) == THAW_SERVICES_FAILED)
    thaw_services_restore (self->services, self->backup);
}

static void
on_salvaged_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (ThawProblemPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  guint n_entries;

  if (thaw_salvage_export_finish (result, &n_entries, &error))
    {
      /* Translators: %u is how many entries were written into a file */
      sentence = g_strdup_printf (ngettext ("%u entry could be read and was saved.",
                                            "%u entries could be read and were saved.", n_entries),
                                  n_entries);
    }
  else
    {
      g_info ("Nothing was exported: %s", error->message);
      sentence = g_strdup (error->domain == THAW_STORAGE_ERROR
                             ? _("Nothing could be read from the file.")
                             : _("The file could not be written. Choose another place."));
    }

  gtk_widget_set_sensitive (self->salvage_button, TRUE);
  gtk_label_set_text (self->result_label, sentence);
  gtk_widget_show (GTK_WIDGET (self->result_label));
}

static void
on_salvage_file_chosen_cb (GtkNativeDialog *chooser,
                           int              response,
                           ThawProblemPage *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

      gtk_widget_set_sensitive (self->salvage_button, FALSE);
      thaw_salvage_export_async (thaw_database_get_path (thaw_services_get_database (self->services)), file,
                                 THAW_EXPORT_MARKDOWN, thaw_services_get_vocabulary (self->services),
                                 thaw_services_get_coping_catalog (self->services), NULL, on_salvaged_cb,
                                 g_object_ref (self));
    }

  g_object_unref (chooser);
}

static void
salvage (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  ThawProblemPage *self = THAW_PROBLEM_PAGE (widget);
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Save What Can Be Read"),
                                                               GTK_WINDOW (gtk_widget_get_root (widget)),
                                                               GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  /* Translators: the name of a file with all entries that could be saved */
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), _("Journal.md"));
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_salvage_file_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
try_again (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  ThawProblemPage *self = THAW_PROBLEM_PAGE (widget);

  self->is_tried = TRUE;
  /* Pressed twice, the first try is still going on. */
  if (thaw_services_get_state (self->services) == THAW_SERVICES_FAILED)
    thaw_services_open (self->services);
}

static void
show_folder (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  ThawProblemPage *self = THAW_PROBLEM_PAGE (widget);
  const char *directory = thaw_database_get_directory (thaw_services_get_database (self->services));
  g_autofree char *uri = g_filename_to_uri (directory, NULL, NULL);

  if (uri != NULL)
    gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (widget)), uri, GDK_CURRENT_TIME);
}

/* Else the first thing that can have the focus has it: the path, which is then selected. */
static void
thaw_problem_page_map (GtkWidget *widget)
{
  ThawProblemPage *self = THAW_PROBLEM_PAGE (widget);

  GTK_WIDGET_CLASS (thaw_problem_page_parent_class)->map (widget);

  gtk_widget_grab_focus (self->backup != NULL ? self->restore_button : self->try_button);
}

static void
thaw_problem_page_dispose (GObject *object)
{
  ThawProblemPage *self = THAW_PROBLEM_PAGE (object);

  stop_listing (self);
  g_clear_object (&self->services);
  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_PROBLEM_PAGE);

  G_OBJECT_CLASS (thaw_problem_page_parent_class)->dispose (object);
}

static void
thaw_problem_page_finalize (GObject *object)
{
  ThawProblemPage *self = THAW_PROBLEM_PAGE (object);

  g_clear_pointer (&self->backup, g_free);

  G_OBJECT_CLASS (thaw_problem_page_parent_class)->finalize (object);
}

static void
thaw_problem_page_class_init (ThawProblemPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_problem_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = thaw_problem_page_finalize;
  widget_class->map = thaw_problem_page_map;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/thawapp/Thaw/ui/thaw-problem-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawProblemPage, status_page);
  gtk_widget_class_bind_template_child (widget_class, ThawProblemPage, restore_button);
  gtk_widget_class_bind_template_child (widget_class, ThawProblemPage, restore_label);
  gtk_widget_class_bind_template_child (widget_class, ThawProblemPage, salvage_button);
  gtk_widget_class_bind_template_child (widget_class, ThawProblemPage, try_button);
  gtk_widget_class_bind_template_child (widget_class, ThawProblemPage, result_label);
  gtk_widget_class_bind_template_child (widget_class, ThawProblemPage, path_label);
  gtk_widget_class_bind_template_child (widget_class, ThawProblemPage, detail_label);
  gtk_widget_class_install_action (widget_class, "problem.restore", NULL, restore_backup);
  gtk_widget_class_install_action (widget_class, "problem.salvage", NULL, salvage);
  gtk_widget_class_install_action (widget_class, "problem.try-again", NULL, try_again);
  gtk_widget_class_install_action (widget_class, "problem.show-folder", NULL, show_folder);
}

static void
thaw_problem_page_init (ThawProblemPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * thaw_problem_page_new:
 * @services: services in the state %THAW_SERVICES_FAILED
 *
 * Returns: (transfer floating): a page that explains why
 */
ThawProblemPage *
thaw_problem_page_new (ThawServices *services)
{
  ThawProblemPage *self = g_object_new (THAW_TYPE_PROBLEM_PAGE, NULL);

  self->services = g_object_ref (services);
  g_signal_connect_object (services, "state-changed", G_CALLBACK (show_error), self, G_CONNECT_SWAPPED);
  gtk_label_set_text (self->path_label, thaw_database_get_path (thaw_services_get_database (services)));
  show_error (self);

  return self;
}
