/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-filter-popover"

#include "config.h"
#include "widgets/journal-filter/thaw-filter-popover.h"

#include "thaw-date-words.h"
#include "widgets/thaw-month-calendar.h"

#include <glib/gi18n.h>

/* A list that somebody may still look through; the search in it finds the rest only among these. */
#define N_MAX_TAGS 1000
#define N_MAX_COPINGS 100

/* In so many of the newest entries it is looked for what the person did in words of their own. */
#define N_ENTRIES_FOR_COPINGS 500

/**
 * ThawFilterPopover:
 *
 * Asks which entries of the journal to show: by emotion or answer, by what was
 * noticed in the body, by tag, by what was done, and by days unless days are chosen
 * elsewhere. It holds the answer as a filter whose query is left alone, and says
 * `changed` when the person changed it.
 *
 * What there is to choose from is read each time the popover opens.
 */
struct _ThawFilterPopover
{
  GtkPopover parent_instance;

  GtkDropDown *emotion_drop_down;
  GtkDropDown *answer_drop_down;
  GtkDropDown *region_drop_down;
  GtkDropDown *quality_drop_down;
  GtkDropDown *tag_drop_down;
  GtkCheckButton *trigger_button;
  GtkDropDown *coping_drop_down;
  GtkWidget *first_label;
  GtkWidget *last_label;
  GtkMenuButton *first_button;
  GtkMenuButton *last_button;
  GtkButton *clear_button;

  ThawServices *services;    /* (owned) */
  ThawJournalFilter *filter; /* (owned) */
  GStrv emotions;            /* (owned) (nullable): as they stand in the list, after "any" */
  GPtrArray *tags;           /* (owned) (nullable) (element-type ThawTagMark): the same */
  GPtrArray *copings;        /* (owned) (nullable) (element-type utf8): slugs, the same */
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (ThawFilterPopover, thaw_filter_popover, GTK_TYPE_POPOVER)

enum
{
  PROP_HAS_DAYS = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

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

static guint
find_coping (ThawFilterPopover *self)
{
  guint at;

  if (self->copings != NULL && self->filter->coping != NULL &&
      g_ptr_array_find_with_equal_func (self->copings, self->filter->coping, g_str_equal, &at))
    return at + 1;

  return 0;
}

/* "Named" is not offered: whoever looks for that looks for an emotion. */
static guint
get_answer_position (ThawAnswer answer)
{
  return answer >= THAW_ANSWER_NOTHING ? answer - THAW_ANSWER_NOTHING + 1 : 0;
}

static void
update (ThawFilterPopover *self)
{
  const ThawJournalFilter *filter = self->filter;

  self->is_updating = TRUE;
  gtk_drop_down_set_selected (self->emotion_drop_down, find_emotion (self));
  gtk_drop_down_set_selected (self->answer_drop_down, get_answer_position (filter->answer));
  gtk_drop_down_set_selected (self->region_drop_down, filter->has_region ? filter->region + 1 : 0);
  gtk_drop_down_set_selected (self->quality_drop_down, filter->quality);
  gtk_drop_down_set_selected (self->tag_drop_down, find_tag (self));
  gtk_check_button_set_active (self->trigger_button, filter->tag != NULL && filter->is_trigger);
  gtk_widget_set_sensitive (GTK_WIDGET (self->trigger_button), filter->tag != NULL);
  gtk_drop_down_set_selected (self->coping_drop_down, find_coping (self));
  self->is_updating = FALSE;

  update_day_button (self, self->first_button, C_("day of a filter", "From"), filter->first_day);
  update_day_button (self, self->last_button, C_("day of a filter", "To"), filter->last_day);
  gtk_widget_set_sensitive (GTK_WIDGET (self->clear_button), !thaw_journal_filter_is_empty (filter));
}

static void
load_answers (ThawFilterPopover *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  gtk_string_list_append (words, C_("filter", "Any answer"));
  for (int i = THAW_ANSWER_NOTHING; i < THAW_N_ANSWERS; i++)
    gtk_string_list_append (words, thaw_answer_get_word ((ThawAnswer) i));

  gtk_drop_down_set_model (self->answer_drop_down, G_LIST_MODEL (words));
}

static void
load_body (ThawFilterPopover *self)
{
  g_autoptr (GtkStringList) regions = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) qualities = gtk_string_list_new (NULL);

  gtk_string_list_append (regions, C_("filter", "Anywhere"));
  for (int i = 0; i < THAW_N_BODY_REGIONS; i++)
    gtk_string_list_append (regions, thaw_body_region_get_word ((ThawBodyRegion) i));
  gtk_drop_down_set_model (self->region_drop_down, G_LIST_MODEL (regions));

  gtk_string_list_append (qualities, C_("filter", "Whatever it is like"));
  for (int i = THAW_QUALITY_NONE + 1; i < THAW_N_QUALITIES; i++)
    gtk_string_list_append (qualities, thaw_sensation_quality_get_word ((ThawSensationQuality) i));
  gtk_drop_down_set_model (self->quality_drop_down, G_LIST_MODEL (qualities));
}

/* What Thaw knows, and then what the person called by words of their own lately. */
static void
load_copings (ThawFilterPopover *self)
{
  ThawCopingCatalog *catalog = thaw_services_get_coping_catalog (self->services);
  GPtrArray *groups = thaw_coping_catalog_get_groups (catalog);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) newest = thaw_journal_list_newest (thaw_services_get_journal (self->services), G_MAXINT64,
                                                           N_ENTRIES_FOR_COPINGS, NULL);
  g_auto (GStrv) used = thaw_entry_summaries_list_copings (newest, N_MAX_COPINGS);

  g_clear_pointer (&self->copings, g_ptr_array_unref);
  self->copings = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < groups->len; i++)
    {
      const ThawCopingGroup *group = g_ptr_array_index (groups, i);

      for (guint j = 0; j < group->activities->len; j++)
        g_ptr_array_add (self->copings,
                         g_strdup (((ThawCopingActivity *) g_ptr_array_index (group->activities, j))->slug));
    }
  for (guint i = 0; used[i] != NULL; i++)
    {
      if (thaw_coping_catalog_find_activity (catalog, used[i]) == NULL)
        g_ptr_array_add (self->copings, g_strdup (used[i]));
    }

  gtk_string_list_append (words, C_("filter", "Anything"));
  for (guint i = 0; i < self->copings->len; i++)
    gtk_string_list_append (words, thaw_coping_catalog_get_word (catalog, g_ptr_array_index (self->copings, i)));

  gtk_drop_down_set_model (self->coping_drop_down, G_LIST_MODEL (words));
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
  load_answers (self);
  load_body (self);
  load_tags (self);
  load_copings (self);
  self->is_updating = FALSE;
  update (self);
}

/* Where in its list @drop_down is, not counting "any"; -1 for that. */
static int
get_chosen (GtkDropDown *drop_down)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  return selected != GTK_INVALID_LIST_POSITION ? (int) selected - 1 : -1;
}

static void
drop_down_notify_selected_cb (ThawFilterPopover *self)
{
  ThawJournalFilter *filter = self->filter;
  int chosen;

  if (self->is_updating)
    return;

  g_clear_pointer (&filter->emotion, g_free);
  if ((chosen = get_chosen (self->emotion_drop_down)) >= 0)
    filter->emotion = g_strdup (self->emotions[chosen]);

  chosen = get_chosen (self->answer_drop_down);
  filter->answer = chosen >= 0 ? (ThawAnswer) (THAW_ANSWER_NOTHING + chosen) : THAW_ANSWER_NONE;

  chosen = get_chosen (self->region_drop_down);
  filter->has_region = chosen >= 0;
  filter->region = (ThawBodyRegion) MAX (chosen, 0);

  chosen = get_chosen (self->quality_drop_down);
  filter->quality = (ThawSensationQuality) (chosen + 1);

  g_clear_pointer (&filter->tag, g_free);
  if ((chosen = get_chosen (self->tag_drop_down)) >= 0)
    {
      const ThawTagMark *mark = g_ptr_array_index (self->tags, chosen);

      filter->tag = g_strdup (mark->name);
      filter->tag_kind = mark->kind;
    }
  filter->is_trigger = filter->tag != NULL && filter->is_trigger;

  g_clear_pointer (&filter->coping, g_free);
  if ((chosen = get_chosen (self->coping_drop_down)) >= 0)
    filter->coping = g_strdup (g_ptr_array_index (self->copings, chosen));

  tell_changed (self);
}

static void
trigger_button_toggled_cb (ThawFilterPopover *self)
{
  if (self->is_updating)
    return;

  self->filter->is_trigger = gtk_check_button_get_active (self->trigger_button);
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
  g_clear_pointer (&self->copings, g_ptr_array_unref);

  G_OBJECT_CLASS (thaw_filter_popover_parent_class)->finalize (object);
}

static void
thaw_filter_popover_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  ThawFilterPopover *self = THAW_FILTER_POPOVER (object);

  switch (prop_id)
    {
    case PROP_HAS_DAYS:
      g_value_set_boolean (value, gtk_widget_get_visible (self->first_label));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_filter_popover_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  ThawFilterPopover *self = THAW_FILTER_POPOVER (object);
  gboolean has_days;

  switch (prop_id)
    {
    case PROP_HAS_DAYS:
      has_days = g_value_get_boolean (value);
      gtk_widget_set_visible (self->first_label, has_days);
      gtk_widget_set_visible (GTK_WIDGET (self->first_button), has_days);
      gtk_widget_set_visible (self->last_label, has_days);
      gtk_widget_set_visible (GTK_WIDGET (self->last_button), has_days);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_filter_popover_class_init (ThawFilterPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = thaw_filter_popover_dispose;
  object_class->finalize = thaw_filter_popover_finalize;
  object_class->get_property = thaw_filter_popover_get_property;
  object_class->set_property = thaw_filter_popover_set_property;

  /**
   * ThawFilterPopover:has-days:
   *
   * Whether days are asked for here.
   */
  properties[PROP_HAS_DAYS] = g_param_spec_boolean ("has-days", NULL, NULL,
                                                    TRUE,
                                                    G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                    G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * ThawFilterPopover::changed:
   *
   * The person asked for other entries.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/widgets/journal-filter/thaw-filter-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawFilterPopover, emotion_drop_down);
  gtk_widget_class_bind_template_child (widget_class, ThawFilterPopover, answer_drop_down);
  gtk_widget_class_bind_template_child (widget_class, ThawFilterPopover, region_drop_down);
  gtk_widget_class_bind_template_child (widget_class, ThawFilterPopover, quality_drop_down);
  gtk_widget_class_bind_template_child (widget_class, ThawFilterPopover, tag_drop_down);
  gtk_widget_class_bind_template_child (widget_class, ThawFilterPopover, trigger_button);
  gtk_widget_class_bind_template_child (widget_class, ThawFilterPopover, coping_drop_down);
  gtk_widget_class_bind_template_child (widget_class, ThawFilterPopover, first_label);
  gtk_widget_class_bind_template_child (widget_class, ThawFilterPopover, last_label);
  gtk_widget_class_bind_template_child (widget_class, ThawFilterPopover, first_button);
  gtk_widget_class_bind_template_child (widget_class, ThawFilterPopover, last_button);
  gtk_widget_class_bind_template_child (widget_class, ThawFilterPopover, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, popover_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_down_notify_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, trigger_button_toggled_cb);
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
