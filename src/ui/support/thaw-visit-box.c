/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-visit-box"

#include "config.h"
#include "support/thaw-visit-box.h"

#include "support/thaw-document-text.h"
#include "thaw-focus.h"
#include "thaw-visit-notes.h"

/* More than anybody writes in a month; what is counted says of how many. */
#define MAX_ENTRIES 5000

/**
 * ThawVisitBox:
 *
 * What somebody noted lately that they may want to have with them when they talk to
 * somebody. It is read and shown only when it is asked for.
 */
struct _ThawVisitBox
{
  GtkBox parent_instance;

  GtkWidget *show_button;
  GtkWidget *problem_label;
  GtkWidget *notes_box;
  ThawDocumentText *text;
  GtkCheckButton *print_check;

  ThawServices *services;    /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable): of what is being read */
  ThawDocument *notes;       /* (owned) (nullable): NULL until they were asked for */
};

G_DEFINE_FINAL_TYPE (ThawVisitBox, thaw_visit_box, GTK_TYPE_BOX)

static void
show_notes (ThawVisitBox *self,
            ThawDocument *notes)
{
  g_autoptr (ThawDocument) untitled = thaw_document_copy (notes);

  g_clear_pointer (&self->notes, thaw_document_free);
  self->notes = notes;

  /* The title stands above it already. */
  g_free (untitled->title);
  untitled->title = g_strdup ("");
  thaw_document_text_set_document (self->text, untitled);
  gtk_widget_set_visible (self->notes_box, TRUE);
  if (thaw_focus_is_in (self->show_button))
    gtk_widget_grab_focus (GTK_WIDGET (self->print_check));
  gtk_widget_set_visible (self->show_button, FALSE);
}

static void
show_problem (ThawVisitBox *self,
              const GError *error)
{
  g_info ("What was noted is not read: %s", error->message);
  gtk_widget_set_visible (self->problem_label, TRUE);
}

static void
on_found_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (ThawVisitBox) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = thaw_journal_find_finish (THAW_JOURNAL (source), result, &error);
  g_autoptr (GPtrArray) reflections = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->services == NULL)
    return;

  g_clear_object (&self->cancellable);
  if (entries != NULL)
    reflections = thaw_reflection_store_list (thaw_services_get_reflections (self->services), &error);

  if (reflections != NULL)
    show_notes (self, thaw_visit_notes_new (reflections, entries,
                                            thaw_clock_get_today (thaw_services_get_clock (self->services))));
  else
    show_problem (self, error);
}

static void
update_zoom (ThawVisitBox *self)
{
  thaw_document_text_set_zoom (self->text,
                               thaw_settings_get_article_zoom (thaw_services_get_settings (self->services)));
}

static void
stop (ThawVisitBox *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
show_button_clicked_cb (ThawVisitBox *self)
{
  g_autoptr (ThawJournalFilter) filter = thaw_journal_filter_new ();

  filter->last_day = thaw_clock_get_today (thaw_services_get_clock (self->services));
  filter->first_day = filter->last_day - (THAW_VISIT_NOTES_DAYS - 1);
  gtk_widget_set_visible (self->problem_label, FALSE);
  stop (self);
  self->cancellable = g_cancellable_new ();
  thaw_journal_find_async (thaw_services_get_journal (self->services), filter, THAW_JOURNAL_NEWEST, MAX_ENTRIES,
                           self->cancellable, on_found_cb, g_object_ref (self));
}

static void
thaw_visit_box_dispose (GObject *object)
{
  ThawVisitBox *self = THAW_VISIT_BOX (object);

  stop (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_VISIT_BOX);
  g_clear_object (&self->services);

  G_OBJECT_CLASS (thaw_visit_box_parent_class)->dispose (object);
}

static void
thaw_visit_box_finalize (GObject *object)
{
  g_clear_pointer (&THAW_VISIT_BOX (object)->notes, thaw_document_free);

  G_OBJECT_CLASS (thaw_visit_box_parent_class)->finalize (object);
}

static void
thaw_visit_box_class_init (ThawVisitBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_visit_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = thaw_visit_box_finalize;

  g_type_ensure (THAW_TYPE_DOCUMENT_TEXT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/thawapp/Thaw/ui/support/thaw-visit-box.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawVisitBox, show_button);
  gtk_widget_class_bind_template_child (widget_class, ThawVisitBox, problem_label);
  gtk_widget_class_bind_template_child (widget_class, ThawVisitBox, notes_box);
  gtk_widget_class_bind_template_child (widget_class, ThawVisitBox, text);
  gtk_widget_class_bind_template_child (widget_class, ThawVisitBox, print_check);
  gtk_widget_class_bind_template_callback (widget_class, show_button_clicked_cb);
}

static void
thaw_visit_box_init (ThawVisitBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * thaw_visit_box_new:
 * @services: where it was noted
 *
 * Returns: (transfer floating): a box with nothing in it but the offer
 */
GtkWidget *
thaw_visit_box_new (ThawServices *services)
{
  ThawVisitBox *self = g_object_new (THAW_TYPE_VISIT_BOX, NULL);

  g_return_val_if_fail (THAW_IS_SERVICES (services), GTK_WIDGET (self));

  self->services = g_object_ref (services);
  g_signal_connect_object (thaw_services_get_settings (services), "notify::article-zoom", G_CALLBACK (update_zoom),
                           self, G_CONNECT_SWAPPED);
  update_zoom (self);

  return GTK_WIDGET (self);
}

/**
 * thaw_visit_box_clear:
 *
 * Shows nothing any more until it is asked for again.
 */
void
thaw_visit_box_clear (ThawVisitBox *self)
{
  g_return_if_fail (THAW_IS_VISIT_BOX (self));

  stop (self);
  g_clear_pointer (&self->notes, thaw_document_free);
  gtk_check_button_set_active (self->print_check, FALSE);
  gtk_widget_set_visible (self->notes_box, FALSE);
  gtk_widget_set_visible (self->problem_label, FALSE);
  gtk_widget_set_visible (self->show_button, TRUE);
}

/**
 * thaw_visit_box_get_printed:
 *
 * Returns: (transfer none) (nullable): what is to be printed with the page, if that is wanted
 */
const ThawDocument *
thaw_visit_box_get_printed (ThawVisitBox *self)
{
  g_return_val_if_fail (THAW_IS_VISIT_BOX (self), NULL);

  return gtk_check_button_get_active (self->print_check) ? self->notes : NULL;
}
