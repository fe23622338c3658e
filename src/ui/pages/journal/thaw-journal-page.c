/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-journal-page"

#include "config.h"
#include "pages/journal/thaw-journal-page.h"

#include "pages/journal/thaw-entry-list.h"
#include "pages/journal/thaw-entry-view.h"
#include "thaw-date-words.h"
#include "widgets/journal-filter/thaw-filter-chips.h"
#include "widgets/journal-filter/thaw-filter-popover.h"
#include "widgets/thaw-month-calendar.h"
#include "widgets/thaw-wrap-layout.h"

#include <glib/gi18n.h>

/* A search that found more than it shows is counted once the person stopped typing. */
#define COUNT_DELAY_MS 300

/**
 * ThawJournalPage:
 *
 * All entries, newest first: to read, to search, to filter, and to go to a day of
 * the calendar. The calendar stands beside the list where there is room for both,
 * and in a popover where there is not.
 *
 * Each query has a list of its own, which is shown when its first entries are
 * there; until then the former stays. The list of all entries is kept, so that
 * the end of a search costs nothing.
 */
struct _ThawJournalPage
{
  AdwBin parent_instance;

  AdwFlap *flap;
  AdwBin *calendar_pane;
  GtkMenuButton *calendar_button;
  GtkPopover *calendar_popover;
  AdwBin *calendar_popover_bin;
  ThawMonthCalendar *calendar;
  GtkSearchEntry *search_entry;
  GtkMenuButton *filter_button;
  ThawFilterPopover *filter_popover;
  ThawFilterChips *filter_chips;
  GtkLabel *count_label;
  GtkWidget *day_row;
  GtkLabel *day_label;
  GtkWidget *empty_day_label;
  GtkWidget *day_button;
  GtkStack *stack;
  ThawEntryView *entry_view;

  ThawServices *services;      /* (owned) */
  ThawSessionPlaces *sessions; /* (owned) (nullable): as long as @all */
  ThawJournalFilter *filter; /* (owned): without the query */
  ThawEntryList *all;        /* (owned) (nullable): the whole journal, from the first time that the page is shown */
  ThawEntryList *list;       /* (owned) (nullable): what was asked for last, maybe not shown yet */
  char *wanted_uuid;         /* (owned) (nullable): the entry that gets the focus once it is known where it is */
  ThawDay chosen_day;        /* in the calendar, or THAW_DAY_NONE */
  ThawDay wanted_day;        /* to go to once it is known where it is, or THAW_DAY_NONE */

  guint count_source;
  GCancellable *count_cancellable; /* (owned) (nullable) */
  GCancellable *moods_cancellable; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (ThawJournalPage, thaw_journal_page, ADW_TYPE_BIN)

enum
{
  PROP_SERVICES = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static ThawJournal *
get_journal (ThawJournalPage *self)
{
  return thaw_services_get_journal (self->services);
}

static gboolean
is_filtered (ThawJournalPage *self)
{
  return self->list != self->all;
}

static void
cancel (GCancellable **cancellable)
{
  if (*cancellable != NULL)
    g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

/* How many were found */

static void
show_count (ThawJournalPage *self,
            guint            count,
            gboolean         is_more)
{
  g_autofree char *words = NULL;

  if (is_more)
    /* Translators: what a search found; %'u is a number as 200 */
    words = g_strdup_printf (ngettext ("More than %'u entry found, newest first",
                                       "More than %'u entries found, newest first", count),
                             count);
  else
    /* Translators: what a search found; %'u is a number as 1,234 */
    words = g_strdup_printf (ngettext ("%'u entry found", "%'u entries found", count), count);

  gtk_label_set_label (self->count_label, words);
}

static void
on_counted_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (ThawJournalPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) places = thaw_journal_index_finish (THAW_JOURNAL (source), result, &error);

  if (places != NULL)
    show_count (self, places->len, FALSE);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_debug ("Not counted: %s", error->message);
}

static gboolean
on_count_delay_over_cb (gpointer user_data)
{
  ThawJournalPage *self = THAW_JOURNAL_PAGE (user_data);

  self->count_source = 0;
  self->count_cancellable = g_cancellable_new ();
  thaw_journal_index_async (get_journal (self), thaw_entry_list_get_filter (self->list), self->count_cancellable,
                            on_counted_cb, g_object_ref (self));

  return G_SOURCE_REMOVE;
}

static void
update_count (ThawJournalPage *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  g_clear_handle_id (&self->count_source, g_source_remove);
  cancel (&self->count_cancellable);

  gtk_widget_set_visible (GTK_WIDGET (self->count_label), is_filtered (self) && n_items > 0);
  if (!is_filtered (self))
    return;

  show_count (self, n_items, thaw_entry_list_has_more (self->list));
  if (thaw_entry_list_has_more (self->list))
    self->count_source = g_timeout_add (COUNT_DELAY_MS, on_count_delay_over_cb, self);
}

/* The list */

static void
update_visible_child (ThawJournalPage *self)
{
  const char *name = "list";

  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0)
    {
      if (thaw_entry_list_get_error (self->list) != NULL)
        name = "error";
      else if (is_filtered (self))
        name = "nothing";
      else if (!thaw_entry_list_is_loading (self->list))
        name = "empty";
    }

  gtk_stack_set_visible_child_name (self->stack, name);
}

/* What is chosen in the calendar stands above the list: a day without entries is not in it, and the choice would seem
 * to do nothing; and whoever chose a day may want to write about it. */
static void
update_day_row (ThawJournalPage *self)
{
  ThawDay today = thaw_month_calendar_get_today (self->calendar);
  g_autofree char *words = NULL;
  char iso[THAW_DAY_ISO_SIZE];
  gboolean is_there;
  guint index;

  if (self->chosen_day == THAW_DAY_NONE || self->list == NULL || is_filtered (self) ||
      thaw_entry_list_get_error (self->list) != NULL)
    {
      gtk_widget_hide (self->day_row);
      return;
    }

  /* Before the index is complete, only of a day that is there already it is known. */
  is_there = thaw_entry_list_find_day (self->list, self->chosen_day, &index);
  if (!is_there && thaw_entry_list_is_loading (self->list))
    return;

  words = thaw_day_to_words (self->chosen_day, today);
  thaw_day_write_iso (self->chosen_day, iso);
  gtk_label_set_label (self->day_label, words);
  gtk_widget_set_visible (self->empty_day_label, !is_there);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->day_button), "s", iso);
  /* Nobody knows yet what that day is like. */
  gtk_widget_set_visible (self->day_button, self->chosen_day <= today);
  gtk_widget_show (self->day_row);
}

static void
go_to_wanted_day (ThawJournalPage *self)
{
  gboolean is_there;
  guint index;

  if (self->wanted_day == THAW_DAY_NONE || thaw_entry_view_get_list (self->entry_view) != self->list)
    return;

  /* Before the index is complete, only a day that is there already can be gone to. */
  is_there = thaw_entry_list_find_day (self->list, self->wanted_day, &index);
  if (!is_there && thaw_entry_list_is_loading (self->list))
    return;

  thaw_entry_view_scroll_to (self->entry_view, index);
  if (!thaw_entry_list_is_loading (self->list))
    self->wanted_day = THAW_DAY_NONE;
}

/* While the list is read anew, the entry may be where it was, or not any more. */
static void
focus_wanted_entry (ThawJournalPage *self)
{
  guint index;

  if (self->wanted_uuid == NULL || thaw_entry_view_get_list (self->entry_view) != self->list)
    return;

  if (thaw_entry_list_find_entry (self->list, self->wanted_uuid, &index))
    thaw_entry_view_focus_entry (self->entry_view, index);
  if (!thaw_entry_list_is_loading (self->list))
    g_clear_pointer (&self->wanted_uuid, g_free);
}

static void
show_list (ThawJournalPage *self)
{
  thaw_entry_view_set_list (self->entry_view, self->list);
  update_visible_child (self);
  update_count (self);
  update_day_row (self);
  go_to_wanted_day (self);
  focus_wanted_entry (self);
}

static void
on_list_notify_loading_cb (ThawJournalPage *self,
                           GParamSpec      *pspec,
                           ThawEntryList   *list)
{
  if (list == self->list && !thaw_entry_list_is_loading (list))
    show_list (self);
}

static ThawEntryList *
make_list (ThawJournalPage         *self,
           const ThawJournalFilter *filter)
{
  /* A filter and a search are for entries alone. */
  ThawEntryList *list = thaw_entry_list_new (get_journal (self), filter == NULL ? self->sessions : NULL, filter);

  g_signal_connect_object (list, "notify::loading", G_CALLBACK (on_list_notify_loading_cb), self, G_CONNECT_SWAPPED);

  return list;
}

/* Asks for what the search entry and the filter say now. */
static void
update_list (ThawJournalPage *self)
{
  g_autoptr (ThawJournalFilter) filter = NULL;
  g_autofree char *query = NULL;

  if (self->all == NULL)
    return;

  filter = thaw_journal_filter_copy (self->filter);
  query = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry))));
  if (query[0] != '\0')
    filter->query = g_steal_pointer (&query);

  /* Nobody waits for the former any more. */
  if (self->list != NULL && self->list != self->all)
    thaw_entry_list_cancel (self->list);
  g_clear_object (&self->list);

  if (thaw_journal_filter_is_empty (filter))
    {
      self->list = g_object_ref (self->all);
      show_list (self);
    }
  else
    {
      self->list = make_list (self, filter);
      update_day_row (self);
    }
}

static void
set_filter (ThawJournalPage         *self,
            const ThawJournalFilter *filter)
{
  ThawJournalFilter *copy = thaw_journal_filter_copy (filter);

  thaw_journal_filter_free (self->filter);
  self->filter = copy;
  thaw_filter_popover_set_filter (self->filter_popover, copy);
  thaw_filter_chips_set_filter (self->filter_chips, copy);

  if (thaw_journal_filter_is_empty (copy))
    gtk_widget_remove_css_class (GTK_WIDGET (self->filter_button), "accent");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->filter_button), "accent");

  update_list (self);
}

static void
clear_search (ThawJournalPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  set_filter (self, NULL);
}

static void
search_entry_changed_cb (ThawJournalPage *self)
{
  update_list (self);
}

static void
search_entry_activate_cb (ThawJournalPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry_view));
}

static void
search_entry_stop_search_cb (ThawJournalPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry_view));
}

static void
filter_popover_changed_cb (ThawJournalPage *self)
{
  set_filter (self, thaw_filter_popover_get_filter (self->filter_popover));
}

static void
filter_chips_changed_cb (ThawJournalPage *self)
{
  set_filter (self, thaw_filter_chips_get_filter (self->filter_chips));
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
clear_button_clicked_cb (ThawJournalPage *self)
{
  clear_search (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
retry_button_clicked_cb (ThawJournalPage *self)
{
  thaw_entry_list_cancel (self->all);
  g_clear_object (&self->all);
  self->all = make_list (self, NULL);
  update_list (self);
}

/* The calendar */

static void
on_moods_loaded_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (ThawJournalPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) moods = thaw_journal_load_days_finish (THAW_JOURNAL (source), result, &error);

  if (moods != NULL && self->calendar != NULL)
    thaw_month_calendar_set_moods (self->calendar, moods);
  else if (moods == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_debug ("The calendar has no marks: %s", error->message);
}

static void
load_moods (ThawJournalPage *self)
{
  ThawDay month = thaw_month_calendar_get_month (self->calendar);

  if (self->all == NULL)
    return;

  cancel (&self->moods_cancellable);
  self->moods_cancellable = g_cancellable_new ();
  thaw_journal_load_days_async (get_journal (self), month, month + thaw_day_days_in_month (month) - 1, NULL,
                                self->moods_cancellable, on_moods_loaded_cb, g_object_ref (self));
}

static void
on_journal_changed_cb (ThawJournalPage *self)
{
  load_moods (self);
}

static void
calendar_notify_month_cb (ThawJournalPage *self)
{
  load_moods (self);
}

static void
calendar_day_activated_cb (ThawJournalPage *self,
                           int              day)
{
  gtk_popover_popdown (self->calendar_popover);
  thaw_journal_page_show_day (self, day);
}

/* One calendar, in the one or the other place. */
static void
flap_notify_folded_cb (ThawJournalPage *self)
{
  gboolean is_folded = adw_flap_get_folded (self->flap);
  g_autoptr (GtkWidget) calendar = g_object_ref (GTK_WIDGET (self->calendar));
  AdwBin *from = is_folded ? self->calendar_pane : self->calendar_popover_bin;
  AdwBin *to = is_folded ? self->calendar_popover_bin : self->calendar_pane;

  adw_flap_set_reveal_flap (self->flap, !is_folded);
  gtk_widget_set_visible (GTK_WIDGET (self->calendar_button), is_folded);
  if (adw_bin_get_child (from) == calendar)
    {
      adw_bin_set_child (from, NULL);
      adw_bin_set_child (to, calendar);
    }
}

static void
update_today (ThawJournalPage *self)
{
  ThawDay today = thaw_clock_get_today (thaw_services_get_clock (self->services));

  thaw_month_calendar_set_today (self->calendar, today);
  thaw_entry_view_set_today (self->entry_view, today);
  update_day_row (self);
}

static void
thaw_journal_page_map (GtkWidget *widget)
{
  ThawJournalPage *self = THAW_JOURNAL_PAGE (widget);

  GTK_WIDGET_CLASS (thaw_journal_page_parent_class)->map (widget);

  if (self->all != NULL)
    return;

  thaw_month_calendar_set_month (self->calendar, thaw_month_calendar_get_today (self->calendar));
  self->sessions = thaw_session_places_new (self->services);
  self->all = make_list (self, NULL);
  update_list (self);
  load_moods (self);
}

static void
thaw_journal_page_constructed (GObject *object)
{
  ThawJournalPage *self = THAW_JOURNAL_PAGE (object);

  G_OBJECT_CLASS (thaw_journal_page_parent_class)->constructed (object);

  thaw_filter_popover_set_services (self->filter_popover, self->services);
  thaw_filter_chips_set_catalogs (self->filter_chips, thaw_services_get_vocabulary (self->services),
                                  thaw_services_get_coping_catalog (self->services));
  thaw_entry_view_set_catalogs (self->entry_view, thaw_services_get_vocabulary (self->services),
                                thaw_services_get_coping_catalog (self->services));
  update_today (self);
  g_signal_connect_object (thaw_services_get_clock (self->services), "day-changed", G_CALLBACK (update_today), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_journal (self), "changed", G_CALLBACK (on_journal_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
thaw_journal_page_dispose (GObject *object)
{
  ThawJournalPage *self = THAW_JOURNAL_PAGE (object);

  g_clear_handle_id (&self->count_source, g_source_remove);
  cancel (&self->count_cancellable);
  cancel (&self->moods_cancellable);
  if (self->list != NULL && self->list != self->all)
    thaw_entry_list_cancel (self->list);
  if (self->all != NULL)
    thaw_entry_list_cancel (self->all);
  g_clear_object (&self->list);
  g_clear_object (&self->all);
  g_clear_object (&self->sessions);
  /* The template lets go of the child without the bin knowing of it. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_JOURNAL_PAGE);
  g_clear_object (&self->services);

  G_OBJECT_CLASS (thaw_journal_page_parent_class)->dispose (object);
}

static void
thaw_journal_page_finalize (GObject *object)
{
  ThawJournalPage *self = THAW_JOURNAL_PAGE (object);

  g_clear_pointer (&self->filter, thaw_journal_filter_free);
  g_clear_pointer (&self->wanted_uuid, g_free);

  G_OBJECT_CLASS (thaw_journal_page_parent_class)->finalize (object);
}

static void
thaw_journal_page_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  ThawJournalPage *self = THAW_JOURNAL_PAGE (object);

  switch (prop_id)
    {
    case PROP_SERVICES:
      g_value_set_object (value, self->services);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_journal_page_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  ThawJournalPage *self = THAW_JOURNAL_PAGE (object);

  switch (prop_id)
    {
    case PROP_SERVICES:
      self->services = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_journal_page_class_init (ThawJournalPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = thaw_journal_page_constructed;
  object_class->dispose = thaw_journal_page_dispose;
  object_class->finalize = thaw_journal_page_finalize;
  object_class->get_property = thaw_journal_page_get_property;
  object_class->set_property = thaw_journal_page_set_property;

  widget_class->map = thaw_journal_page_map;

  /**
   * ThawJournalPage:services:
   *
   * Where the journal and the clock come from.
   */
  properties[PROP_SERVICES] = g_param_spec_object ("services", NULL, NULL, THAW_TYPE_SERVICES,
                                                   G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                     G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (THAW_TYPE_ENTRY_VIEW);
  g_type_ensure (THAW_TYPE_FILTER_CHIPS);
  g_type_ensure (THAW_TYPE_FILTER_POPOVER);
  g_type_ensure (THAW_TYPE_MONTH_CALENDAR);
  g_type_ensure (THAW_TYPE_WRAP_LAYOUT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/pages/journal/thaw-journal-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawJournalPage, flap);
  gtk_widget_class_bind_template_child (widget_class, ThawJournalPage, calendar_pane);
  gtk_widget_class_bind_template_child (widget_class, ThawJournalPage, calendar_button);
  gtk_widget_class_bind_template_child (widget_class, ThawJournalPage, calendar_popover);
  gtk_widget_class_bind_template_child (widget_class, ThawJournalPage, calendar_popover_bin);
  gtk_widget_class_bind_template_child (widget_class, ThawJournalPage, calendar);
  gtk_widget_class_bind_template_child (widget_class, ThawJournalPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, ThawJournalPage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, ThawJournalPage, filter_popover);
  gtk_widget_class_bind_template_child (widget_class, ThawJournalPage, filter_chips);
  gtk_widget_class_bind_template_child (widget_class, ThawJournalPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, ThawJournalPage, day_row);
  gtk_widget_class_bind_template_child (widget_class, ThawJournalPage, day_label);
  gtk_widget_class_bind_template_child (widget_class, ThawJournalPage, empty_day_label);
  gtk_widget_class_bind_template_child (widget_class, ThawJournalPage, day_button);
  gtk_widget_class_bind_template_child (widget_class, ThawJournalPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ThawJournalPage, entry_view);
  gtk_widget_class_bind_template_callback (widget_class, flap_notify_folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_entry_stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_popover_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_chips_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_button_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_button_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, calendar_notify_month_cb);
  gtk_widget_class_bind_template_callback (widget_class, calendar_day_activated_cb);
}

static void
thaw_journal_page_init (ThawJournalPage *self)
{
  self->filter = thaw_journal_filter_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
thaw_journal_page_new (ThawServices *services)
{
  g_return_val_if_fail (THAW_IS_SERVICES (services), NULL);

  return g_object_new (THAW_TYPE_JOURNAL_PAGE, "services", services, NULL);
}

/**
 * thaw_journal_page_show_day:
 * @day: a day
 *
 * Goes to the entries of a day, or, if it has none, to those before it. A search
 * that did not find any of the day ends.
 */
void
thaw_journal_page_show_day (ThawJournalPage *self,
                            ThawDay          day)
{
  guint index;

  g_return_if_fail (THAW_IS_JOURNAL_PAGE (self));
  g_return_if_fail (thaw_day_is_valid (day));

  self->chosen_day = day;
  self->wanted_day = day;
  thaw_month_calendar_set_day (self->calendar, day);

  if (self->list != NULL && is_filtered (self) && !thaw_entry_list_find_day (self->list, day, &index))
    clear_search (self);
  else if (self->list != NULL)
    go_to_wanted_day (self);
  update_day_row (self);
}

/**
 * thaw_journal_page_focus_entry:
 * @uuid: an entry
 *
 * Gives the focus to the entry, if it is in the list that is shown.
 */
void
thaw_journal_page_focus_entry (ThawJournalPage *self,
                               const char      *uuid)
{
  g_return_if_fail (THAW_IS_JOURNAL_PAGE (self));
  g_return_if_fail (uuid != NULL);

  if (self->list == NULL)
    return;

  g_free (self->wanted_uuid);
  self->wanted_uuid = g_strdup (uuid);
  focus_wanted_entry (self);
}

/**
 * thaw_journal_page_focus_search:
 *
 * Puts the focus into the search entry, with its text selected.
 */
void
thaw_journal_page_focus_search (ThawJournalPage *self)
{
  g_return_if_fail (THAW_IS_JOURNAL_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
