/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-filter-popover"

#include "config.h"
#include "pages/journal/thaw-filter-popover.h"

#include "thaw-date-words.h"
#include "widgets/thaw-month-calendar.h"

#include <glib/gi18n.h>

/* A list that somebody may still look through; the search in it finds the rest only among these. */
#define N_MAX_TAGS 1000

/**
 * ThawFilterPopover:
 *
 * Asks which entries of the journal to show: by emotion, tag and days. It holds
 * the answer as a filter whose query is left alone, and says `changed` when the
 * person changed it.
 *
 * What there is to choose from is read each time the popover opens.
 */
struct _ThawFilterPopover
{
  GtkPopover parent_instance;

  GtkDropDown *emotion_drop_down;
  GtkDropDown *tag_drop_down;
  GtkMenuButton *first_button;
  GtkMenuButton *last_button;
  GtkButton *clear_button;

  ThawServices *services;    /* (owned) */
  ThawJournalFilter *filter; /* (owned) */
  GStrv emotions;            /* (owned) (nullable): as they stand in the list, after "any" */
  GPtrArray *tags;           /* (owned) (nullable) (element-type ThawTagMark): the same */
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (ThawFilterPopover, thaw_filter_popover, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static ThawDay
get_today (ThawFilterPopover *self)
{
  return thaw_clock_get_today (thaw_services_get_clock (self->services));
}

static void
update_day_button (ThawFilterPopover *self,
                   GtkMenuButton     *button,
                   const char        *name,
                   ThawDay            day)
{
  g_autofree char *words = NULL;
  g_autofree char *label = NULL;

  if (day == THAW_DAY_NONE)
    words = g_strdup (C_("day of a filter", "Any day"));
  else
    words = thaw_day_to_short_words (day, THAW_DAY_NONE);

  gtk_menu_button_set_label (button, words);
  /* Translators: the name of a button for a screen reader, as in “From: 3 Mar 2025” */
  label = g_strdup_printf (_("%s: %s"), name, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static guint
find_emotion (ThawFilterPopover *self)
{
  for (guint i = 0; self->emotions != NULL && self->emotions[i] != NULL; i++)
    {
      if (g_strcmp0 (self->emotions[i], self->filter->emotion) == 0)
        return i + 1;
    }

  return 0;
}

static guint
find_tag (ThawFilterPopover *self)
{
  for (guint i = 0; self->tags != NULL && i < self->tags->len; i++)
    {
      const ThawTagMark *tag = g_ptr_array_index (self->tags, i);

      if (g_strcmp0 (tag->name, self->filter->tag) == 0 && tag->kind == self->filter->tag_kind)
        return i + 1;
    }

  return 0;
}

static void
update (ThawFilterPopover *self)
{
  self->is_updating = TRUE;
  gtk_drop_down_set_selected (self->emotion_drop_down, find_emotion (self));
  gtk_drop_down_set_selected (self->tag_drop_down, find_tag (self));
  self->is_updating = FALSE;

  update_day_button (self, self->first_button, C_("day of a filter", "From"), self->filter->first_day);
  update_day_button (self, self->last_button, C_("day of a filter", "To"), self->filter->last_day);
  gtk_widget_set_sensitive (GTK_WIDGET (self->clear_button), !thaw_journal_filter_is_empty (self->filter));
}

static void
load_emotions (ThawFilterPopover *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->emotions, g_strfreev);
  self->emotions = thaw_journal_list_emotions (thaw_services_get_journal (self->services), &error);
  if (self->emotions == NULL)
    g_debug ("No emotions to choose from: %s", error->message);

  gtk_string_list_append (words, C_("filter", "Any emotion"));
  for (guint i = 0; self->emotions != NULL && self->emotions[i] != NULL; i++)
    gtk_string_list_append (words, thaw_vocabulary_get_word (thaw_services_get_vocabulary (self->services),
                                                             self->emotions[i]));

  gtk_drop_down_set_model (self->emotion_drop_down, G_LIST_MODEL (words));
}

static void
load_tags (ThawFilterPopover *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->tags, g_ptr_array_unref);
  self->tags = thaw_journal_list_tags (thaw_services_get_journal (self->services), "", N_MAX_TAGS, &error);
  if (self->tags == NULL)
    g_debug ("No tags to choose from: %s", error->message);

  gtk_string_list_append (names, C_("filter", "Any tag"));
  for (guint i = 0; self->tags != NULL && i < self->tags->len; i++)
    {
      const ThawTagMark *tag = g_ptr_array_index (self->tags, i);
      /* Translators: a tag and its kind, as in “Anna · Person” */
      g_autofree char *name = g_strdup_printf (_("%s · %s"), tag->name, thaw_tag_kind_get_word (tag->kind));

      gtk_string_list_append (names, name);
    }

  gtk_drop_down_set_model (self->tag_drop_down, G_LIST_MODEL (names));
}

static void
tell_changed (ThawFilterPopover *self)
{
  update (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
popover_show_cb (ThawFilterPopover *self)
{
  if (self->services == NULL)
    return;

  self->is_updating = TRUE;
  load_emotions (self);
  load_tags (self);
  self->is_updating = FALSE;
  update (self);
}

static void
drop_down_notify_selected_cb (ThawFilterPopover *self)
{
  guint emotion = gtk_drop_down_get_selected (self->emotion_drop_down);
  guint tag = gtk_drop_down_get_selected (self->tag_drop_down);

  if (self->is_updating)
    return;

  g_clear_pointer (&self->filter->emotion, g_free);
  if (emotion != GTK_INVALID_LIST_POSITION && emotion > 0)
    self->filter->emotion = g_strdup (self->emotions[emotion - 1]);

  g_clear_pointer (&self->filter->tag, g_free);
  if (tag != GTK_INVALID_LIST_POSITION && tag > 0)
    {
      const ThawTagMark *mark = g_ptr_array_index (self->tags, tag - 1);

      self->filter->tag = g_strdup (mark->name);
      self->filter->tag_kind = mark->kind;
    }

  tell_changed (self);
}

static void
set_day (ThawFilterPopover *self,
         GtkMenuButton     *button,
         ThawDay            day)
{
  if (button == self->first_button)
    self->filter->first_day = day;
  else
    self->filter->last_day = day;

  /* Somebody who chose two days meant what is between them, in whatever order. */
  if (self->filter->first_day != THAW_DAY_NONE && self->filter->last_day != THAW_DAY_NONE &&
      self->filter->first_day > self->filter->last_day)
    {
      ThawDay later = self->filter->first_day;

      self->filter->first_day = self->filter->last_day;
      self->filter->last_day = later;
    }

  gtk_menu_button_popdown (button);
  tell_changed (self);
}

static GtkMenuButton *
get_day_button (GtkWidget *widget)
{
  return GTK_MENU_BUTTON (gtk_widget_get_ancestor (widget, GTK_TYPE_MENU_BUTTON));
}

static void
on_calendar_day_activated_cb (ThawFilterPopover *self,
                              int                day,
                              ThawMonthCalendar *calendar)
{
  set_day (self, get_day_button (GTK_WIDGET (calendar)), day);
}

static void
on_any_day_clicked_cb (ThawFilterPopover *self,
                       GtkButton         *button)
{
  set_day (self, get_day_button (GTK_WIDGET (button)), THAW_DAY_NONE);
}

/* A calendar is made when it is first asked for. */
static void
create_day_popover (GtkMenuButton *button,
                    gpointer       user_data)
{
  ThawFilterPopover *self = THAW_FILTER_POPOVER (user_data);
  ThawDay day = button == self->first_button ? self->filter->first_day : self->filter->last_day;
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *calendar = thaw_month_calendar_new ();
  GtkWidget *any_button = gtk_button_new_with_label (C_("day of a filter", "Any day"));

  thaw_month_calendar_set_today (THAW_MONTH_CALENDAR (calendar), get_today (self));
  thaw_month_calendar_set_month (THAW_MONTH_CALENDAR (calendar), day != THAW_DAY_NONE ? day : get_today (self));
  thaw_month_calendar_set_day (THAW_MONTH_CALENDAR (calendar), day);
  g_signal_connect_object (calendar, "day-activated", G_CALLBACK (on_calendar_day_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (any_button, "clicked", G_CALLBACK (on_any_day_clicked_cb), self, G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (box), calendar);
  gtk_box_append (GTK_BOX (box), any_button);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
}

static void
clear_button_clicked_cb (ThawFilterPopover *self)
{
  thaw_filter_popover_set_filter (self, NULL);
  gtk_popover_popdown (GTK_POPOVER (self));
  tell_changed (self);
}

static void
thaw_filter_popover_dispose (GObject *object)
{
  ThawFilterPopover *self = THAW_FILTER_POPOVER (object);

  self->is_updating = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_FILTER_POPOVER);
  g_clear_object (&self->services);

  G_OBJECT_CLASS (thaw_filter_popover_parent_class)->dispose (object);
}

static void
thaw_filter_popover_finalize (GObject *object)
{
  ThawFilterPopover *self = THAW_FILTER_POPOVER (object);

  g_clear_pointer (&self->filter, thaw_journal_filter_free);
  g_clear_pointer (&self->emotions, g_strfreev);
  g_clear_pointer (&self->tags, g_ptr_array_unref);

  G_OBJECT_CLASS (thaw_filter_popover_parent_class)->finalize (object);
}

static void
thaw_filter_popover_class_init (ThawFilterPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = thaw_filter_popover_dispose;
  object_class->finalize = thaw_filter_popover_finalize;

  /**
   * ThawFilterPopover::changed:
   *
   * The person asked for other entries.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/pages/journal/thaw-filter-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawFilterPopover, emotion_drop_down);
  gtk_widget_class_bind_template_child (widget_class, ThawFilterPopover, tag_drop_down);
  gtk_widget_class_bind_template_child (widget_class, ThawFilterPopover, first_button);
  gtk_widget_class_bind_template_child (widget_class, ThawFilterPopover, last_button);
  gtk_widget_class_bind_template_child (widget_class, ThawFilterPopover, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, popover_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_down_notify_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_button_clicked_cb);
}

static void
thaw_filter_popover_init (ThawFilterPopover *self)
{
  self->filter = thaw_journal_filter_new ();
  self->is_updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_updating = FALSE;

  gtk_menu_button_set_create_popup_func (self->first_button, create_day_popover, self, NULL);
  gtk_menu_button_set_create_popup_func (self->last_button, create_day_popover, self, NULL);
  update (self);
}

GtkWidget *
thaw_filter_popover_new (void)
{
  return g_object_new (THAW_TYPE_FILTER_POPOVER, NULL);
}

/**
 * thaw_filter_popover_set_services:
 * @services: whose journal has the emotions and tags
 *
 * To be called once, before the popover opens.
 */
void
thaw_filter_popover_set_services (ThawFilterPopover *self,
                                  ThawServices      *services)
{
  g_return_if_fail (THAW_IS_FILTER_POPOVER (self));
  g_return_if_fail (THAW_IS_SERVICES (services));

  g_set_object (&self->services, services);
}

/**
 * thaw_filter_popover_get_filter:
 *
 * Returns: (transfer none): which entries are wanted
 */
const ThawJournalFilter *
thaw_filter_popover_get_filter (ThawFilterPopover *self)
{
  g_return_val_if_fail (THAW_IS_FILTER_POPOVER (self), NULL);

  return self->filter;
}

/**
 * thaw_filter_popover_set_filter:
 * @filter: (nullable): which entries are wanted, %NULL for all
 *
 * Sets the filter without saying `changed`.
 */
void
thaw_filter_popover_set_filter (ThawFilterPopover       *self,
                                const ThawJournalFilter *filter)
{
  ThawJournalFilter *copy;

  g_return_if_fail (THAW_IS_FILTER_POPOVER (self));

  copy = thaw_journal_filter_copy (filter);
  thaw_journal_filter_free (self->filter);
  self->filter = copy;

  update (self);
}
