/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-reminder-card"

#include "config.h"
#include "reminders/thaw-reminder-card.h"

#include "widgets/thaw-wrap-layout.h"

/**
 * ThawReminderCard:
 *
 * Something that reminders have to say, and what can be done about it. The first button is
 * the nearest answer. What the buttons do is up to who has the card.
 */
struct _ThawReminderCard
{
  GtkBox parent_instance;

  GtkLabel *sentence_label;
  GtkLabel *detail_label;
  GtkBox *button_box;
};

G_DEFINE_FINAL_TYPE (ThawReminderCard, thaw_reminder_card, GTK_TYPE_BOX)

static void
thaw_reminder_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), THAW_TYPE_REMINDER_CARD);

  G_OBJECT_CLASS (thaw_reminder_card_parent_class)->dispose (object);
}

static void
thaw_reminder_card_class_init (ThawReminderCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_reminder_card_dispose;

  g_type_ensure (THAW_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/reminders/thaw-reminder-card.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawReminderCard, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, ThawReminderCard, detail_label);
  gtk_widget_class_bind_template_child (widget_class, ThawReminderCard, button_box);
}

static void
thaw_reminder_card_init (ThawReminderCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * thaw_reminder_card_new:
 * @sentence: what there is to say, to the letter
 * @detail: (nullable): what comes with it
 *
 * Returns: (transfer floating): a card without buttons
 */
GtkWidget *
thaw_reminder_card_new (const char *sentence,
                        const char *detail)
{
  ThawReminderCard *self;

  g_return_val_if_fail (sentence != NULL, NULL);

  self = g_object_new (THAW_TYPE_REMINDER_CARD, NULL);
  gtk_label_set_text (self->sentence_label, sentence);
  gtk_label_set_text (self->detail_label, detail != NULL ? detail : "");
  gtk_widget_set_visible (GTK_WIDGET (self->detail_label), detail != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);

  return GTK_WIDGET (self);
}

/**
 * thaw_reminder_card_add_button:
 * @label: what can be done; without a mnemonic, as there may be several such cards
 * @action: the name of an action, of somebody around the card
 * @target: (nullable): what the action is about
 *
 * Puts a button after those that there are.
 */
void
thaw_reminder_card_add_button (ThawReminderCard *self,
                               const char       *label,
                               const char       *action,
                               const char       *target)
{
  GtkWidget *button;

  g_return_if_fail (THAW_IS_REMINDER_CARD (self));
  g_return_if_fail (label != NULL && action != NULL);

  button = gtk_button_new_with_label (label);
  if (gtk_widget_get_first_child (GTK_WIDGET (self->button_box)) != NULL)
    gtk_widget_add_css_class (button, "flat");
  if (target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  /* Another card may have a button with the same name. */
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->sentence_label, NULL,
                                  -1);
  gtk_box_append (self->button_box, button);
}
