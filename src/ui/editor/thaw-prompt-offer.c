/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-prompt-offer"

#include "config.h"
#include "editor/thaw-prompt-offer.h"

#include "editor/thaw-prompt-picker.h"
#include "thaw-own-prompt.h"
#include "widgets/thaw-wrap-layout.h"

#include <glib/gi18n.h>

/**
 * ThawPromptOffer:
 *
 * Offers a question to whoever has a blank page before them: the one of the day,
 * another one, or one of a theme. Nothing happens to who does not look at it.
 */
struct _ThawPromptOffer
{
  GtkBox parent_instance;

  GtkLabel *prompt_label;
  GtkMenuButton *themes_button;
  GtkWidget *use_button;
  GtkWidget *another_button;
  ThawPromptPicker *picker;

  ThawPromptCatalog *catalog; /* (owned) (nullable) */
  GPtrArray *own;             /* (owned) (nullable) (element-type ThawOwnPrompt) */
  ThawDay day;
  guint n_further;            /* how often "Another" was pressed */
};

G_DEFINE_FINAL_TYPE (ThawPromptOffer, thaw_prompt_offer, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_DECLINED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
show_prompt (ThawPromptOffer *self)
{
  const char *text = thaw_prompt_catalog_pick (self->catalog, self->own, self->day, self->n_further);
  g_autofree char *use_label = NULL;

  if (text == NULL)
    return FALSE;

  /* Translators: the name of a button for a screen reader; %s is a question */
  use_label = g_strdup_printf (_("Write about: %s"), text);
  gtk_label_set_text (self->prompt_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->use_button), GTK_ACCESSIBLE_PROPERTY_LABEL, use_label, -1);
  /* Where the focus stays, so that a screen reader reads the new question from there. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->another_button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);

  return TRUE;
}

static void
use_button_clicked_cb (ThawPromptOffer *self)
{
  g_autofree char *text = g_strdup (gtk_label_get_text (self->prompt_label));

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, text);
}

static void
another_button_clicked_cb (ThawPromptOffer *self)
{
  self->n_further++;
  show_prompt (self);
}

static void
not_now_button_clicked_cb (ThawPromptOffer *self)
{
  g_signal_emit (self, signals[SIGNAL_DECLINED], 0);
}

static void
picker_chosen_cb (ThawPromptOffer *self,
                  const char      *text)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, text);
}

static void
fill_picker (GtkMenuButton *button,
             gpointer       user_data)
{
  ThawPromptOffer *self = THAW_PROMPT_OFFER (user_data);

  thaw_prompt_picker_fill (self->picker, self->catalog, self->own);
}

static gboolean
thaw_prompt_offer_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (THAW_PROMPT_OFFER (widget)->use_button);
}

static void
thaw_prompt_offer_dispose (GObject *object)
{
  ThawPromptOffer *self = THAW_PROMPT_OFFER (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), THAW_TYPE_PROMPT_OFFER);
  g_clear_object (&self->catalog);
  g_clear_pointer (&self->own, g_ptr_array_unref);

  G_OBJECT_CLASS (thaw_prompt_offer_parent_class)->dispose (object);
}

static void
thaw_prompt_offer_class_init (ThawPromptOfferClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_prompt_offer_dispose;
  widget_class->grab_focus = thaw_prompt_offer_grab_focus;

  /**
   * ThawPromptOffer::chosen:
   * @text: the question
   *
   * The person wants to write about @text.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen",
                                         G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * ThawPromptOffer::declined:
   *
   * The person wants no question now.
   */
  signals[SIGNAL_DECLINED] = g_signal_new ("declined",
                                           G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);

  g_type_ensure (THAW_TYPE_PROMPT_PICKER);
  g_type_ensure (THAW_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/editor/thaw-prompt-offer.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawPromptOffer, prompt_label);
  gtk_widget_class_bind_template_child (widget_class, ThawPromptOffer, themes_button);
  gtk_widget_class_bind_template_child (widget_class, ThawPromptOffer, use_button);
  gtk_widget_class_bind_template_child (widget_class, ThawPromptOffer, another_button);
  gtk_widget_class_bind_template_child (widget_class, ThawPromptOffer, picker);
  gtk_widget_class_bind_template_callback (widget_class, another_button_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, not_now_button_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, picker_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, use_button_clicked_cb);
  gtk_widget_class_set_css_name (widget_class, "prompt-offer");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
thaw_prompt_offer_init (ThawPromptOffer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->themes_button, fill_picker, self, NULL);
}

GtkWidget *
thaw_prompt_offer_new (void)
{
  return g_object_new (THAW_TYPE_PROMPT_OFFER, NULL);
}

/**
 * thaw_prompt_offer_set_day:
 * @catalog: the questions that come with Thaw
 * @own: (nullable) (element-type ThawOwnPrompt): the person's own
 * @day: a day
 *
 * Offers the question of @day.
 *
 * Returns: whether there is one
 */
gboolean
thaw_prompt_offer_set_day (ThawPromptOffer   *self,
                           ThawPromptCatalog *catalog,
                           GPtrArray         *own,
                           ThawDay            day)
{
  g_return_val_if_fail (THAW_IS_PROMPT_OFFER (self), FALSE);
  g_return_val_if_fail (THAW_IS_PROMPT_CATALOG (catalog), FALSE);
  g_return_val_if_fail (thaw_day_is_valid (day), FALSE);

  g_set_object (&self->catalog, catalog);
  g_clear_pointer (&self->own, g_ptr_array_unref);
  self->own = own != NULL ? g_ptr_array_ref (own) : NULL;
  self->day = day;
  self->n_further = 0;

  return show_prompt (self);
}
