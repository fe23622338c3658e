/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-problem-page"

#include "config.h"
#include "thaw-problem-page.h"

#include <glib/gi18n.h>

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
  GtkLabel *path_label;
  GtkLabel *detail_label;
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
}

static void
try_again (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  ThawServices *services = THAW_PROBLEM_PAGE (widget)->services;

  /* Pressed twice, the first try is still going on. */
  if (thaw_services_get_state (services) == THAW_SERVICES_FAILED)
    thaw_services_open (services);
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

static void
thaw_problem_page_dispose (GObject *object)
{
  ThawProblemPage *self = THAW_PROBLEM_PAGE (object);

  g_clear_object (&self->services);
  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_PROBLEM_PAGE);

  G_OBJECT_CLASS (thaw_problem_page_parent_class)->dispose (object);
}

static void
thaw_problem_page_class_init (ThawProblemPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_problem_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/thawapp/Thaw/ui/thaw-problem-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawProblemPage, status_page);
  gtk_widget_class_bind_template_child (widget_class, ThawProblemPage, path_label);
  gtk_widget_class_bind_template_child (widget_class, ThawProblemPage, detail_label);
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
