/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-reminder-cards"

#include "config.h"
#include "reminders/thaw-reminder-cards.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "reminders/thaw-reminder-card.h"
#include "reminders/thaw-reminder-notice.h"
#include "reminders/thaw-reminder-rarer.h"
#include "thaw-focus.h"
#include "thaw-reminder-words.h"

/* As many reminders without an answer are seen at once; below them is what the page is for. */
#define MAX_DUE_CARDS 3

#define NOTICE_KEY "thaw-notice"

/**
 * ThawReminderCards:
 *
 * What reminders have to say on Today: which came and have no answer, with the same answers
 * as their notifications have; which could not come; whether another time would suit one of
 * them better. If nothing waits, one quiet line says what comes next today. Invisible, and
 * without anything in it, until there is something to say; nobody waits for it, so that is
 * found out when the page has been drawn.
 *
 * What was done is told in a toast of the overlay that this is in, and what a reminder
 * opens is opened by `win.open-link`.
 */
struct _ThawReminderCards
{
  GtkBox parent_instance;

  ThawServices *services; /* (owned) (nullable) */
  GtkWidget *more_button; /* (unowned) (nullable): NULL until it is needed */
  GtkWidget *next_label;  /* (unowned) (nullable): NULL until it is needed */
  gboolean shows_all;     /* the person wanted to see all that came */
  guint update_source;
};

G_DEFINE_FINAL_TYPE (ThawReminderCards, thaw_reminder_cards, GTK_TYPE_BOX)

static ThawReminderEngine *
get_engine (ThawReminderCards *self)
{
  return thaw_services_get_reminder_engine (self->services);
}

static const ThawReminderNotice *
get_notice (GtkWidget *card)
{
  return g_object_get_data (G_OBJECT (card), NOTICE_KEY);
}

static void
add_buttons (ThawReminderCard         *card,
             const ThawReminderNotice *notice)
{
  const char *open_label = thaw_reminder_opens_to_words (notice->opens);
  const char *uuid = notice->uuids[0];

  switch (notice->kind)
    {
    case THAW_REMINDER_NOTICE_DUE:
      thaw_reminder_card_add_button (card, open_label != NULL ? open_label : _("All Right"), "reminder-cards.open",
                                     uuid);
      thaw_reminder_card_add_button (card, _("In 15 Minutes"), "reminder-cards.snooze", uuid);
      thaw_reminder_card_add_button (card, _("Not Today"), "reminder-cards.put-off", uuid);
      break;

    case THAW_REMINDER_NOTICE_MISSED:
      if (open_label != NULL)
        thaw_reminder_card_add_button (card, open_label, "reminder-cards.open", uuid);
      thaw_reminder_card_add_button (card, _("All Right"), "reminder-cards.forget-missed", NULL);
      break;

    case THAW_REMINDER_NOTICE_OFFER:
      if (notice->can_be_rarer)
        thaw_reminder_card_add_button (card, _("Less Often"), "reminder-cards.make-rarer", uuid);
      thaw_reminder_card_add_button (card, _("Another Time…"), "reminder-cards.move", uuid);
      thaw_reminder_card_add_button (card, _("Keep It"), "reminder-cards.leave", uuid);
      break;

    default:
      g_return_if_reached ();
    }
}

static GtkWidget *
make_card (const ThawReminderNotice *notice)
{
  GtkWidget *card = thaw_reminder_card_new (notice->sentence, notice->detail);

  add_buttons (THAW_REMINDER_CARD (card), notice);
  g_object_set_data_full (G_OBJECT (card), NOTICE_KEY, thaw_reminder_notice_copy (notice),
                          (GDestroyNotify) thaw_reminder_notice_free);

  return card;
}

static const ThawReminderNotice *
find_notice (GPtrArray                *notices,
             const ThawReminderNotice *wanted)
{
  for (guint i = 0; i < notices->len; i++)
    {
      if (thaw_reminder_notice_equal (g_ptr_array_index (notices, i), wanted))
        return g_ptr_array_index (notices, i);
    }

  return NULL;
}

static GtkWidget *
find_card (ThawReminderCards        *self,
           const ThawReminderNotice *notice)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (get_notice (child) != NULL && thaw_reminder_notice_equal (get_notice (child), notice))
        return child;
    }

  return NULL;
}

static void
remove_former_cards (ThawReminderCards *self,
                     GPtrArray         *notices)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (get_notice (child) != NULL && find_notice (notices, get_notice (child)) == NULL)
        {
          /* The focus must not be left on what is gone. */
          thaw_focus_leave (child);
          gtk_box_remove (GTK_BOX (self), child);
        }
      child = next;
    }
}

/* Cards that still say the same stay as they are: somebody may be about to press a button. */
static void
show_cards (ThawReminderCards *self,
            GPtrArray         *notices)
{
  GtkWidget *above = NULL;

  remove_former_cards (self, notices);
  for (guint i = 0; i < notices->len; i++)
    {
      const ThawReminderNotice *notice = g_ptr_array_index (notices, i);
      GtkWidget *card = find_card (self, notice);

      if (card == NULL)
        {
          card = make_card (notice);
          gtk_box_insert_child_after (GTK_BOX (self), card, above);
        }
      else
        gtk_box_reorder_child_after (GTK_BOX (self), card, above);
      above = card;
    }
}

/* Takes those out that wait behind others, and says how many these are. */
static guint
hold_back (ThawReminderCards *self,
           GPtrArray         *notices)
{
  guint n_due = 0;

  while (n_due < notices->len &&
         ((const ThawReminderNotice *) g_ptr_array_index (notices, n_due))->kind == THAW_REMINDER_NOTICE_DUE)
    n_due++;
  if (self->shows_all || n_due <= MAX_DUE_CARDS)
    return 0;

  g_ptr_array_remove_range (notices, MAX_DUE_CARDS, n_due - MAX_DUE_CARDS);

  return n_due - MAX_DUE_CARDS;
}

static GtkWidget *
find_last_due (ThawReminderCards *self)
{
  GtkWidget *found = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (get_notice (child) != NULL && get_notice (child)->kind == THAW_REMINDER_NOTICE_DUE)
        found = child;
    }

  return found;
}

static void
show_more_button (ThawReminderCards *self,
                  guint              n_more)
{
  g_autofree char *label = NULL;

  if (n_more == 0)
    {
      if (self->more_button != NULL)
        {
          thaw_focus_leave (self->more_button);
          gtk_widget_set_visible (self->more_button, FALSE);
        }
      return;
    }

  if (self->more_button == NULL)
    {
      self->more_button = gtk_button_new ();
      gtk_button_set_use_underline (GTK_BUTTON (self->more_button), TRUE);
      gtk_widget_add_css_class (self->more_button, "flat");
      gtk_widget_set_halign (self->more_button, GTK_ALIGN_START);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->more_button), "reminder-cards.show-all");
      gtk_box_append (GTK_BOX (self), self->more_button);
    }

  /* Translators: a button below reminders that came today; %u is how many others came */
  label = g_strdup_printf (ngettext ("%u More _Reminder", "%u More _Reminders", n_more), n_more);
  gtk_button_set_label (GTK_BUTTON (self->more_button), label);
  gtk_box_reorder_child_after (GTK_BOX (self), self->more_button, find_last_due (self));
  gtk_widget_set_visible (self->more_button, TRUE);
}

static void
show_next (ThawReminderCards *self,
           const char        *sentence)
{
  if (self->next_label == NULL && sentence != NULL)
    {
      self->next_label = gtk_label_new (NULL);
      gtk_label_set_wrap (GTK_LABEL (self->next_label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (self->next_label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_xalign (GTK_LABEL (self->next_label), 0);
      gtk_widget_add_css_class (self->next_label, "dim-label");
      gtk_box_append (GTK_BOX (self), self->next_label);
    }

  if (self->next_label != NULL)
    {
      gtk_label_set_text (GTK_LABEL (self->next_label), sentence != NULL ? sentence : "");
      gtk_widget_set_visible (self->next_label, sentence != NULL);
    }
}

static gboolean
on_update_due_cb (gpointer user_data)
{
  ThawReminderCards *self = user_data;
  g_autoptr (GPtrArray) notices = thaw_reminder_notice_list (get_engine (self));
  g_autofree char *next = NULL;
  guint n_more;

  self->update_source = 0;
  n_more = hold_back (self, notices);
  if (notices->len == 0)
    next = thaw_reminder_notice_describe_next (get_engine (self));

  gtk_widget_set_visible (GTK_WIDGET (self), notices->len > 0 || next != NULL);
  show_cards (self, notices);
  show_more_button (self, n_more);
  show_next (self, next);

  return G_SOURCE_REMOVE;
}

static void
on_day_changed_cb (ThawReminderCards *self)
{
  self->shows_all = FALSE;
  thaw_reminder_cards_update_soon (self);
}

/* What the person says */

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  ThawReminderCards *self = THAW_REMINDER_CARDS (widget);
  const char *uuid = g_variant_get_string (parameter, NULL);
  const ThawReminder *rule = thaw_reminder_engine_find (get_engine (self), uuid);
  g_autofree char *opens = NULL;

  if (rule == NULL)
    return;

  opens = g_strdup (rule->opens);
  thaw_reminder_engine_answer (get_engine (self), uuid);
  if (opens != NULL)
    gtk_widget_activate_action (widget, "win.open-link", "s", opens);
}

static void
snooze_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  thaw_reminder_engine_snooze (get_engine (THAW_REMINDER_CARDS (widget)), g_variant_get_string (parameter, NULL));
}

static void
put_off_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  thaw_reminder_engine_put_off (get_engine (THAW_REMINDER_CARDS (widget)), g_variant_get_string (parameter, NULL));
}

/* All that the card names, and nothing that was missed since. */
static void
forget_missed_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  ThawReminderCards *self = THAW_REMINDER_CARDS (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const ThawReminderNotice *notice = get_notice (child);

      if (notice == NULL || notice->kind != THAW_REMINDER_NOTICE_MISSED)
        continue;

      for (guint i = 0; notice->uuids[i] != NULL; i++)
        thaw_reminder_engine_forget_missed (get_engine (self), notice->uuids[i]);
    }
}

static void
make_rarer_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  ThawReminderCards *self = THAW_REMINDER_CARDS (widget);
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  const char *uuid = g_variant_get_string (parameter, NULL);
  const ThawReminder *rule = thaw_reminder_engine_find (get_engine (self), uuid);
  g_autoptr (ThawReminder) former = rule != NULL ? thaw_reminder_copy (rule) : NULL;

  if (former == NULL)
    return;

  thaw_reminder_engine_end_offer (get_engine (self), uuid);
  thaw_reminder_rarer_make (ADW_TOAST_OVERLAY (overlay), thaw_services_get_reminders (self->services), former);
}

static void
move_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  const char *uuid = g_variant_get_string (parameter, NULL);

  gtk_widget_activate_action (widget, "reminders.edit", "s", uuid);
  thaw_reminder_engine_end_offer (get_engine (THAW_REMINDER_CARDS (widget)), uuid);
}

static void
leave_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  thaw_reminder_engine_end_offer (get_engine (THAW_REMINDER_CARDS (widget)), g_variant_get_string (parameter, NULL));
}

static void
show_all_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  ThawReminderCards *self = THAW_REMINDER_CARDS (widget);

  self->shows_all = TRUE;
  thaw_reminder_cards_update_soon (self);
}

static void
thaw_reminder_cards_dispose (GObject *object)
{
  ThawReminderCards *self = THAW_REMINDER_CARDS (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_object (&self->services);

  G_OBJECT_CLASS (thaw_reminder_cards_parent_class)->dispose (object);
}

static void
thaw_reminder_cards_class_init (ThawReminderCardsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_reminder_cards_dispose;

  gtk_widget_class_install_action (widget_class, "reminder-cards.open", "s", open_action);
  gtk_widget_class_install_action (widget_class, "reminder-cards.snooze", "s", snooze_action);
  gtk_widget_class_install_action (widget_class, "reminder-cards.put-off", "s", put_off_action);
  gtk_widget_class_install_action (widget_class, "reminder-cards.forget-missed", NULL, forget_missed_action);
  gtk_widget_class_install_action (widget_class, "reminder-cards.make-rarer", "s", make_rarer_action);
  gtk_widget_class_install_action (widget_class, "reminder-cards.move", "s", move_action);
  gtk_widget_class_install_action (widget_class, "reminder-cards.leave", "s", leave_action);
  gtk_widget_class_install_action (widget_class, "reminder-cards.show-all", NULL, show_all_action);
}

static void
thaw_reminder_cards_init (ThawReminderCards *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * thaw_reminder_cards_set_services:
 * @services: what knows the reminders
 *
 * To be called once, before it is shown.
 */
void
thaw_reminder_cards_set_services (ThawReminderCards *self,
                                  ThawServices      *services)
{
  g_return_if_fail (THAW_IS_REMINDER_CARDS (self));
  g_return_if_fail (THAW_IS_SERVICES (services) && self->services == NULL);

  self->services = g_object_ref (services);
  g_signal_connect_object (get_engine (self), "changed", G_CALLBACK (thaw_reminder_cards_update_soon), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (thaw_services_get_clock (services), "day-changed", G_CALLBACK (on_day_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * thaw_reminder_cards_update_soon:
 *
 * Looks what there is to say when there is nothing else to do, if what it is in is seen.
 * It is invisible, and told of nothing, as long as there is nothing; so whoever has it
 * calls this when it comes up.
 */
void
thaw_reminder_cards_update_soon (ThawReminderCards *self)
{
  GtkWidget *parent;

  g_return_if_fail (THAW_IS_REMINDER_CARDS (self));

  parent = gtk_widget_get_parent (GTK_WIDGET (self));
  if (self->update_source == 0 && self->services != NULL && parent != NULL && gtk_widget_get_mapped (parent))
    self->update_source = g_idle_add_full (G_PRIORITY_LOW, on_update_due_cb, self, NULL);
}
