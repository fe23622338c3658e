/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-coping-row"

#include "config.h"
#include "thaw-coping-row.h"

#include "widgets/thaw-wrap-layout.h"

#include <glib/gi18n-lib.h>

#define FIRST_OUTCOME THAW_OUTCOME_WORSE

/**
 * ThawCopingRow:
 *
 * Something that the person did about it, how it was afterwards, which may be
 * left out, and a way to take it away again.
 *
 * The three outcomes are as they are: none has a colour, and one that is pressed
 * again is taken back.
 *
 * CSS: a node `coping-row`.
 */
struct _ThawCopingRow
{
  GtkBox parent_instance;

  GtkLabel *name_label;
  GtkBox *outcomes_box;
  GtkWidget *remove_button;

  GtkToggleButton *outcomes[THAW_N_OUTCOMES]; /* (unowned) (nullable): none for THAW_OUTCOME_NONE */
  ThawCopingMark *mark;                       /* (owned) (not nullable) */
};

G_DEFINE_FINAL_TYPE (ThawCopingRow, thaw_coping_row, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_outcome (ThawCopingRow *self)
{
  for (int i = FIRST_OUTCOME; i < THAW_N_OUTCOMES; i++)
    gtk_toggle_button_set_active (self->outcomes[i], i == (int) self->mark->outcome);
}

static void
on_outcome_clicked_cb (ThawCopingRow *self,
                       GtkWidget     *button)
{
  for (int i = FIRST_OUTCOME; i < THAW_N_OUTCOMES; i++)
    {
      if (GTK_WIDGET (self->outcomes[i]) != button)
        continue;

      self->mark->outcome = self->mark->outcome == (ThawCopingOutcome) i ? THAW_OUTCOME_NONE : (ThawCopingOutcome) i;
      break;
    }

  show_outcome (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
remove_button_clicked_cb (ThawCopingRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0);
}

static void
add_outcomes (ThawCopingRow *self)
{
  for (int i = FIRST_OUTCOME; i < THAW_N_OUTCOMES; i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (thaw_coping_outcome_get_word ((ThawCopingOutcome) i));

      self->outcomes[i] = GTK_TOGGLE_BUTTON (button);
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_outcome_clicked_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->outcomes_box, button);
    }
}

static void
thaw_coping_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), THAW_TYPE_COPING_ROW);

  G_OBJECT_CLASS (thaw_coping_row_parent_class)->dispose (object);
}

static void
thaw_coping_row_finalize (GObject *object)
{
  ThawCopingRow *self = THAW_COPING_ROW (object);

  g_clear_pointer (&self->mark, thaw_coping_mark_free);

  G_OBJECT_CLASS (thaw_coping_row_parent_class)->finalize (object);
}

static void
thaw_coping_row_class_init (ThawCopingRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = thaw_coping_row_dispose;
  object_class->finalize = thaw_coping_row_finalize;

  /**
   * ThawCopingRow::changed:
   *
   * The person said how it was afterwards, or took that back.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed",
                                          G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  /**
   * ThawCopingRow::removed:
   *
   * The person wants it gone.
   */
  signals[SIGNAL_REMOVED] = g_signal_new ("removed",
                                          G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);

  g_type_ensure (THAW_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/widgets/check-in/thaw-coping-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawCopingRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, ThawCopingRow, outcomes_box);
  gtk_widget_class_bind_template_child (widget_class, ThawCopingRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, remove_button_clicked_cb);
  gtk_widget_class_set_css_name (widget_class, "coping-row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
thaw_coping_row_init (ThawCopingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_outcomes (self);
}

/**
 * thaw_coping_row_new:
 * @mark: what was done
 * @name: its name in the person's language
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
thaw_coping_row_new (const ThawCopingMark *mark,
                     const char           *name)
{
  ThawCopingRow *self;
  g_autofree char *outcomes_label = NULL;
  g_autofree char *remove_label = NULL;

  g_return_val_if_fail (mark != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (THAW_TYPE_COPING_ROW, NULL);
  self->mark = thaw_coping_mark_copy (mark);
  show_outcome (self);

  /* Translators: the name of a choice of: worse, the same, better; %s is what was done, as "Took a walk" */
  outcomes_label = g_strdup_printf (_("“%s”: afterwards it was"), name);
  /* Translators: a button; %s is what was done, as "Took a walk" */
  remove_label = g_strdup_printf (_("Remove “%s”"), name);
  gtk_label_set_text (self->name_label, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->outcomes_box),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, outcomes_label,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, remove_label,
                                  -1);

  return GTK_WIDGET (self);
}

/**
 * thaw_coping_row_get_mark:
 *
 * Returns: (transfer none): what was done, and how it was afterwards
 */
const ThawCopingMark *
thaw_coping_row_get_mark (ThawCopingRow *self)
{
  g_return_val_if_fail (THAW_IS_COPING_ROW (self), NULL);

  return self->mark;
}
