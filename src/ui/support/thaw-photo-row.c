/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-photo-row"

#include "config.h"
#include "support/thaw-photo-row.h"

#include <glib/gi18n-lib.h>

#include "support/thaw-person-face.h"
#include "support/thaw-photo-maker.h"
#include "widgets/thaw-wrap-layout.h"

#define FACE_SIZE 72

/**
 * ThawPhotoRow:
 *
 * The photo of somebody: shows it, takes another one, or takes it away. A photo that is
 * taken is on the disk before anybody refers to it.
 */
struct _ThawPhotoRow
{
  GtkBox parent_instance;

  GtkBox *box;
  GtkWidget *choose_button;
  GtkWidget *remove_button;
  GtkLabel *problem_label;
  AdwAvatar *face;          /* (unowned): in @box */

  ThawServices *services;   /* (owned) (nullable): NULL once it is gone */
  char *photo;              /* (owned) (nullable) */
  char *name;               /* (owned): what somebody is called */
  GCancellable *cancellable; /* (owned) (nullable): of a photo that is being made */
};

G_DEFINE_FINAL_TYPE (ThawPhotoRow, thaw_photo_row, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_SETTLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_photo (ThawPhotoRow *self)
{
  thaw_person_face_show (self->face, self->services, self->name, self->photo);
  gtk_widget_set_visible (self->remove_button, self->photo != NULL);
}

static void
show_problem (ThawPhotoRow *self,
              const char   *sentence)
{
  gtk_label_set_text (self->problem_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), sentence != NULL);
}

/* Of several the last one counts. */
static void
cancel (ThawPhotoRow *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
change (ThawPhotoRow *self,
        const char   *photo)
{
  thaw_photo_row_set_photo (self, photo);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* The end of what began with a file. */
static void
settle (ThawPhotoRow *self,
        const char   *problem)
{
  g_clear_object (&self->cancellable);
  if (problem != NULL)
    show_problem (self, problem);
  g_signal_emit (self, signals[SIGNAL_SETTLED], 0, problem == NULL);
}

static void
on_photo_saved_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (ThawPhotoRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawPhoto) saved = thaw_photo_store_save_finish (THAW_PHOTO_STORE (source), result, &error);

  if (self->services == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (saved == NULL)
    {
      g_info ("Photo not saved: %s", error->message);
      settle (self, _("This photo could not be saved. Nothing was changed."));
      return;
    }

  change (self, saved->id);
  settle (self, NULL);
}

static void
on_photo_made_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (ThawPhotoRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) data = thaw_photo_maker_make_finish (result, &error);
  g_autoptr (ThawPhoto) photo = NULL;

  if (self->services == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (data == NULL)
    {
      g_info ("No photo: %s", error->message);
      settle (self, _("This file is no picture that Thaw can read. Nothing was changed."));
      return;
    }

  photo = thaw_photo_new (data);
  thaw_photo_store_save_async (thaw_services_get_photos (self->services), photo, self->cancellable, on_photo_saved_cb,
                               g_object_ref (self));
}

static void
on_chooser_response_cb (GtkNativeDialog *chooser,
                        int              response,
                        ThawPhotoRow    *self)
{
  g_autoptr (GtkNativeDialog) owned_chooser = chooser;
  g_autoptr (ThawPhotoRow) owned_self = self;
  g_autoptr (GFile) file = NULL;

  if (response != GTK_RESPONSE_ACCEPT || self->services == NULL)
    return;

  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  thaw_photo_row_take_file (self, file);
}

static void
choose_button_clicked_cb (ThawPhotoRow *self)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  GtkFileChooserNative *chooser;

  chooser = gtk_file_chooser_native_new (_("Choose a Photo"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                         GTK_FILE_CHOOSER_ACTION_OPEN, _("_Choose"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_file_filter_set_name (filter, _("Pictures"));
  gtk_file_filter_add_pixbuf_formats (filter);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  g_signal_connect (chooser, "response", G_CALLBACK (on_chooser_response_cb), g_object_ref (self));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
remove_button_clicked_cb (ThawPhotoRow *self)
{
  cancel (self);
  /* The button goes, and must not take the focus along. */
  gtk_widget_grab_focus (self->choose_button);
  change (self, NULL);
  settle (self, NULL);
}

static void
thaw_photo_row_dispose (GObject *object)
{
  ThawPhotoRow *self = THAW_PHOTO_ROW (object);

  cancel (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_PHOTO_ROW);
  g_clear_object (&self->services);

  G_OBJECT_CLASS (thaw_photo_row_parent_class)->dispose (object);
}

static void
thaw_photo_row_finalize (GObject *object)
{
  ThawPhotoRow *self = THAW_PHOTO_ROW (object);

  g_free (self->photo);
  g_free (self->name);

  G_OBJECT_CLASS (thaw_photo_row_parent_class)->finalize (object);
}

static void
thaw_photo_row_class_init (ThawPhotoRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_photo_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = thaw_photo_row_finalize;

  /**
   * ThawPhotoRow::changed:
   *
   * There is another photo, or none.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * ThawPhotoRow::settled:
   * @is_well: whether that went well; if not, it is told
   *
   * A photo that was taken is on the disk, or could not be.
   */
  signals[SIGNAL_SETTLED] = g_signal_new ("settled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  g_type_ensure (THAW_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/thawapp/Thaw/ui/support/thaw-photo-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawPhotoRow, box);
  gtk_widget_class_bind_template_child (widget_class, ThawPhotoRow, choose_button);
  gtk_widget_class_bind_template_child (widget_class, ThawPhotoRow, remove_button);
  gtk_widget_class_bind_template_child (widget_class, ThawPhotoRow, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, choose_button_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_button_clicked_cb);
}

static void
thaw_photo_row_init (ThawPhotoRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->name = g_strdup ("");
  self->face = ADW_AVATAR (thaw_person_face_new (FACE_SIZE));
  gtk_box_prepend (self->box, GTK_WIDGET (self->face));
}

/**
 * thaw_photo_row_set_services:
 * @services: where photos are kept
 *
 * To be called once, before anything else.
 */
void
thaw_photo_row_set_services (ThawPhotoRow *self,
                             ThawServices *services)
{
  g_return_if_fail (THAW_IS_PHOTO_ROW (self));
  g_return_if_fail (THAW_IS_SERVICES (services) && self->services == NULL);

  self->services = g_object_ref (services);
}

/**
 * thaw_photo_row_get_photo:
 *
 * Returns: (transfer none) (nullable): the identity of the photo
 */
const char *
thaw_photo_row_get_photo (ThawPhotoRow *self)
{
  g_return_val_if_fail (THAW_IS_PHOTO_ROW (self), NULL);

  return self->photo;
}

/**
 * thaw_photo_row_set_photo:
 * @photo: (nullable): the identity of a photo
 */
void
thaw_photo_row_set_photo (ThawPhotoRow *self,
                          const char   *photo)
{
  char *copy;

  g_return_if_fail (THAW_IS_PHOTO_ROW (self));

  copy = g_strdup (photo);
  g_free (self->photo);
  self->photo = copy;
  show_problem (self, NULL);
  show_photo (self);
}

/**
 * thaw_photo_row_set_name:
 * @name: what somebody is called
 *
 * Where there is no photo, the initials are seen.
 */
void
thaw_photo_row_set_name (ThawPhotoRow *self,
                         const char   *name)
{
  g_return_if_fail (THAW_IS_PHOTO_ROW (self));
  g_return_if_fail (name != NULL);

  g_free (self->name);
  self->name = g_strdup (name);
  show_photo (self);
}

/**
 * thaw_photo_row_is_busy:
 *
 * Returns: whether a photo is on its way; #ThawPhotoRow::settled follows
 */
gboolean
thaw_photo_row_is_busy (ThawPhotoRow *self)
{
  g_return_val_if_fail (THAW_IS_PHOTO_ROW (self), FALSE);

  return self->cancellable != NULL;
}

/**
 * thaw_photo_row_take_file:
 * @file: a file with a picture
 *
 * Makes a photo of the file, and shows it when it is on the disk; or says that it is no
 * picture.
 */
void
thaw_photo_row_take_file (ThawPhotoRow *self,
                          GFile        *file)
{
  g_return_if_fail (THAW_IS_PHOTO_ROW (self));
  g_return_if_fail (G_IS_FILE (file));

  cancel (self);
  self->cancellable = g_cancellable_new ();
  show_problem (self, NULL);
  thaw_photo_maker_make_async (file, self->cancellable, on_photo_made_cb, g_object_ref (self));
}
