/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-body-path"

#include "config.h"
#include "thaw-body-path.h"

#include "thaw-body-said.h"
#include "thaw-quality-chips.h"
#include "thaw-step-heading.h"
#include "thaw-strength-scales.h"
#include "thaw-text.h"
#include "thaw-word-checks.h"
#include "widgets/body-map/thaw-body-map.h"

#include <glib/gi18n-lib.h>

#define NO_REGION THAW_BODY_SAID_ANYWHERE

/**
 * ThawBodyPath:
 *
 * The way from the body to a word, one step at a time: where it is, what it is
 * like, how strong, whether there is another place, and words that people often
 * use for that. Each step can be skipped, and left by going back or by stopping;
 * what was said so far is kept. "Nowhere", "can't tell" and "none of these" are
 * answers as good as any.
 *
 * The answer that an entry has, as "not sure", stays unless a word is chosen.
 *
 * Keyboard: at each step the heading has the focus at first, and Tab goes on from
 * there.
 */
struct _ThawBodyPath
{
  GtkBox parent_instance;

  GtkWidget *place_page;
  GtkWidget *quality_page;
  GtkWidget *strength_page;
  GtkWidget *more_page;
  GtkWidget *words_page;
  ThawBodyMap *body_map;
  GtkToggleButton *nowhere_button;
  GtkToggleButton *unsure_button;
  ThawStepHeading *quality_heading;
  ThawQualityChips *quality_chips;
  GtkWidget *not_here_button;
  ThawStrengthScales *strength_scales;
  ThawStepHeading *more_heading;
  GtkLabel *said_label;
  GtkWidget *add_button;
  ThawWordChecks *word_checks;
  GtkWidget *none_button;
  GtkWidget *back_button;
  GtkButton *next_button;
  GtkWidget *enough_button;

  ThawBodyStep step;
  ThawEntry *entry;        /* (owned) (not nullable): what was said */
  ThawAnswer plain_answer; /* of the entry that was loaded, if it named no emotion */
  GPtrArray *set_aside;    /* (owned) (nullable) (element-type ThawSensation): what "nowhere" took the place of */
  int region;              /* the place that is spoken of, or NO_REGION */
  int fresh_region;        /* a place of which nothing was said yet, or NO_REGION */
  gboolean is_adding;      /* another place is looked for, and one can go back to those that are said */
  gboolean is_word_changed; /* a word was chosen or taken back here */

  ThawBodyWordFunc word_func; /* (nullable) */
  gpointer word_data;         /* (owned) */
  GDestroyNotify word_destroy; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (ThawBodyPath, thaw_body_path, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
say_changed (ThawBodyPath *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Steps */

static void
show_place (ThawBodyPath *self)
{
  ThawBodyAnswer answer = thaw_entry_get_body_answer (self->entry);

  thaw_body_map_set_sensations (self->body_map, thaw_entry_get_sensations (self->entry));
  thaw_body_map_set_current (self->body_map, self->region);
  gtk_toggle_button_set_active (self->nowhere_button, answer == THAW_BODY_ANSWER_NOWHERE);
  gtk_toggle_button_set_active (self->unsure_button, answer == THAW_BODY_ANSWER_UNSURE);
}

static void
show_quality (ThawBodyPath *self)
{
  g_autoptr (GPtrArray) said = thaw_body_said_copy (self->entry, self->region);
  g_autofree char *question = NULL;
  g_autofree char *text = NULL;

  /* Translators: asked about a place in the body, as in “chest: what is it like there?” */
  question = g_strdup_printf (_("%s: what is it like there?"),
                              thaw_body_region_get_word ((ThawBodyRegion) self->region));
  text = thaw_text_capitalize (question);
  thaw_step_heading_set_text (self->quality_heading, text);

  for (int i = THAW_QUALITY_NONE + 1; i < THAW_N_QUALITIES; i++)
    {
      gboolean is_chosen = FALSE;

      for (guint j = 0; j < said->len; j++)
        is_chosen |= (int) ((ThawSensation *) g_ptr_array_index (said, j))->quality == i;
      thaw_quality_chips_set_chosen (self->quality_chips, (ThawSensationQuality) i, is_chosen);
    }
}

static void
show_strength (ThawBodyPath *self)
{
  g_autoptr (GPtrArray) said = thaw_body_said_copy (self->entry, self->region);

  thaw_strength_scales_set_sensations (self->strength_scales, said);
}

static void
show_more (ThawBodyPath *self)
{
  GPtrArray *sensations = thaw_entry_get_sensations (self->entry);
  ThawBodyAnswer answer = thaw_entry_get_body_answer (self->entry);
  g_autoptr (GString) said = g_string_new (NULL);

  for (guint i = 0; i < sensations->len; i++)
    {
      g_autofree char *words = thaw_sensation_to_words (g_ptr_array_index (sensations, i));

      g_string_append_printf (said, "%s%s", i > 0 ? "\n" : "", words);
    }

  switch (answer)
    {
    case THAW_BODY_ANSWER_NOWHERE:
      g_string_append (said, _("Nowhere. That says something as well, and it is kept."));
      break;
    case THAW_BODY_ANSWER_UNSURE:
      g_string_append (said, _("You can’t tell. That says something as well, and it is kept."));
      break;
    case THAW_BODY_ANSWER_NONE:
    default:
      break;
    }

  thaw_step_heading_set_text (self->more_heading, answer == THAW_BODY_ANSWER_NONE ? _("Is there another place?")
                                                                                  : _("That is an answer"));
  gtk_widget_set_visible (self->add_button, answer == THAW_BODY_ANSWER_NONE);
  gtk_label_set_text (self->said_label, said->str);
}

/* (nullable) (transfer full): NULL if there is nothing to choose from */
static GPtrArray *
find_words (ThawBodyPath *self)
{
  GPtrArray *sensations = thaw_entry_get_sensations (self->entry);
  g_autoptr (GPtrArray) words = NULL;

  if (self->word_func != NULL && sensations->len > 0)
    words = self->word_func (sensations, self->word_data);

  return words != NULL && words->len > 0 ? g_steal_pointer (&words) : NULL;
}

static gboolean
is_last_step (ThawBodyPath *self)
{
  g_autoptr (GPtrArray) words = NULL;

  if (self->step == THAW_BODY_STEP_MORE)
    words = find_words (self);

  return self->step == THAW_BODY_STEP_WORDS || (self->step == THAW_BODY_STEP_MORE && words == NULL);
}

static void
update_buttons (ThawBodyPath *self)
{
  gboolean is_answered = thaw_entry_get_sensations (self->entry)->len > 0 ||
                         thaw_entry_get_body_answer (self->entry) != THAW_BODY_ANSWER_NONE;
  gboolean is_last = is_last_step (self);

  gtk_widget_set_visible (self->back_button, self->step != THAW_BODY_STEP_PLACE || self->is_adding);
  gtk_widget_set_visible (GTK_WIDGET (self->next_button), self->step != THAW_BODY_STEP_PLACE || is_answered);
  /* Translators: the last step is done */
  gtk_button_set_label (self->next_button, is_last ? C_("body path", "_Done") : C_("body path", "_Next"));
  /* The two would be the same. */
  gtk_widget_set_visible (self->enough_button, !is_last);
}

static GtkWidget *
get_page (ThawBodyPath *self,
          ThawBodyStep  step)
{
  GtkWidget *const pages[THAW_N_BODY_STEPS] = {
    self->place_page, self->quality_page, self->strength_page, self->more_page, self->words_page,
  };

  return pages[step];
}

static void
show_step (ThawBodyPath *self,
           ThawBodyStep  step)
{
  self->step = step;

  switch (step)
    {
    case THAW_BODY_STEP_PLACE:
      show_place (self);
      break;
    case THAW_BODY_STEP_QUALITY:
      show_quality (self);
      break;
    case THAW_BODY_STEP_STRENGTH:
      show_strength (self);
      break;
    case THAW_BODY_STEP_MORE:
      show_more (self);
      break;
    case THAW_BODY_STEP_WORDS:
      {
        g_autoptr (GPtrArray) words = find_words (self);

        if (words != NULL)
          thaw_word_checks_set_words (self->word_checks, words, self->entry);
        break;
      }
    default:
      g_return_if_reached ();
    }

  update_buttons (self);
  /* Not a stack: GTK 4.8 does not ask one how high it is for a width. The class lets a page that comes up fade in. */
  for (int i = 0; i < THAW_N_BODY_STEPS; i++)
    {
      GtkWidget *page = get_page (self, (ThawBodyStep) i);

      gtk_widget_set_visible (page, i == (int) step);
      if (i == (int) step)
        gtk_widget_add_css_class (page, "current-step");
      else
        gtk_widget_remove_css_class (page, "current-step");
    }
}

static void
go_to (ThawBodyPath *self,
       ThawBodyStep  step)
{
  show_step (self, step);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* A place that was chosen by mistake, or of which nothing more was said before another one was chosen. */
static void
drop_fresh (ThawBodyPath *self)
{
  if (self->fresh_region != NO_REGION)
    thaw_body_said_replace (self->entry, self->fresh_region, NULL);
  self->fresh_region = NO_REGION;
}

static void
choose_region (ThawBodyPath   *self,
               ThawBodyRegion  region)
{
  g_autoptr (GPtrArray) said = thaw_body_said_copy (self->entry, (int) region);

  if (self->fresh_region != (int) region)
    drop_fresh (self);

  self->region = (int) region;
  self->is_adding = FALSE;
  g_clear_pointer (&self->set_aside, g_ptr_array_unref);
  if (said->len == 0)
    {
      thaw_entry_set_sensation (self->entry, region, THAW_QUALITY_NONE, THAW_SENSATION_NO_STRENGTH);
      self->fresh_region = (int) region;
      say_changed (self);
    }
  go_to (self, THAW_BODY_STEP_QUALITY);
}

static void
finish (ThawBodyPath *self)
{
  g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

static void
on_region_chosen_cb (ThawBodyPath *self,
                     guint         region)
{
  choose_region (self, (ThawBodyRegion) region);
}

/* "Nowhere" takes the place of what was felt somewhere; taken back it gives that back. */
static void
on_body_answer_clicked_cb (ThawBodyPath    *self,
                           GtkToggleButton *button)
{
  ThawBodyAnswer answer = button == self->nowhere_button ? THAW_BODY_ANSWER_NOWHERE : THAW_BODY_ANSWER_UNSURE;

  self->region = NO_REGION;
  self->fresh_region = NO_REGION;
  self->is_adding = FALSE;
  if (gtk_toggle_button_get_active (button))
    {
      if (thaw_entry_get_sensations (self->entry)->len > 0)
        {
          g_clear_pointer (&self->set_aside, g_ptr_array_unref);
          self->set_aside = thaw_body_said_copy (self->entry, NO_REGION);
        }
      thaw_entry_set_body_answer (self->entry, answer);
      say_changed (self);
      go_to (self, THAW_BODY_STEP_MORE);
      return;
    }

  thaw_entry_set_body_answer (self->entry, THAW_BODY_ANSWER_NONE);
  if (self->set_aside != NULL)
    thaw_body_said_add (self->entry, self->set_aside);
  g_clear_pointer (&self->set_aside, g_ptr_array_unref);
  show_step (self, THAW_BODY_STEP_PLACE);
  say_changed (self);
}

static void
on_qualities_changed_cb (ThawBodyPath *self)
{
  g_autoptr (GPtrArray) said = thaw_body_said_copy (self->entry, self->region);
  g_autoptr (GPtrArray) chosen = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_sensation_free);

  for (int i = THAW_QUALITY_NONE + 1; i < THAW_N_QUALITIES; i++)
    {
      ThawSensationQuality quality = (ThawSensationQuality) i;

      if (thaw_quality_chips_get_chosen (self->quality_chips, quality))
        g_ptr_array_add (chosen, thaw_sensation_new ((ThawBodyRegion) self->region, quality,
                                                     thaw_body_said_find_strength (said, quality)));
    }
  if (chosen->len == 0)
    g_ptr_array_add (chosen, thaw_sensation_new ((ThawBodyRegion) self->region, THAW_QUALITY_NONE,
                                                 thaw_body_said_find_strength (said, THAW_QUALITY_NONE)));

  self->fresh_region = NO_REGION;
  thaw_body_said_replace (self->entry, self->region, chosen);
  say_changed (self);
}

static void
on_not_here_clicked_cb (ThawBodyPath *self)
{
  thaw_body_said_replace (self->entry, self->region, NULL);
  self->region = NO_REGION;
  self->fresh_region = NO_REGION;
  say_changed (self);
  go_to (self, THAW_BODY_STEP_PLACE);
}

static void
on_strengths_changed_cb (ThawBodyPath *self)
{
  self->fresh_region = NO_REGION;
  thaw_body_said_replace (self->entry, self->region, thaw_strength_scales_get_sensations (self->strength_scales));
  say_changed (self);
}

static void
on_add_clicked_cb (ThawBodyPath *self)
{
  self->region = NO_REGION;
  self->is_adding = TRUE;
  go_to (self, THAW_BODY_STEP_PLACE);
}

static void
on_word_toggled_cb (ThawBodyPath *self,
                    const char   *slug,
                    gboolean      is_chosen)
{
  thaw_entry_set_emotion (self->entry, slug, is_chosen ? THAW_EMOTION_MIN_INTENSITY : 0);
  if (thaw_entry_get_emotions (self->entry)->len == 0)
    thaw_entry_set_answer (self->entry, self->plain_answer);
  self->is_word_changed = TRUE;
  say_changed (self);
}

static void
on_none_clicked_cb (ThawBodyPath *self)
{
  thaw_word_checks_uncheck (self->word_checks);
  finish (self);
}

static void
on_back_clicked_cb (ThawBodyPath *self)
{
  switch (self->step)
    {
    case THAW_BODY_STEP_PLACE:
      self->is_adding = FALSE;
      go_to (self, THAW_BODY_STEP_MORE);
      break;
    case THAW_BODY_STEP_QUALITY:
      go_to (self, THAW_BODY_STEP_PLACE);
      break;
    case THAW_BODY_STEP_STRENGTH:
      go_to (self, THAW_BODY_STEP_QUALITY);
      break;
    case THAW_BODY_STEP_MORE:
      go_to (self, self->region != NO_REGION ? THAW_BODY_STEP_STRENGTH : THAW_BODY_STEP_PLACE);
      break;
    case THAW_BODY_STEP_WORDS:
      go_to (self, THAW_BODY_STEP_MORE);
      break;
    default:
      g_return_if_reached ();
    }
}

static void
on_next_clicked_cb (ThawBodyPath *self)
{
  if (is_last_step (self))
    {
      finish (self);
      return;
    }

  switch (self->step)
    {
    case THAW_BODY_STEP_PLACE:
      /* Whoever goes on means the place, also without another word. */
      self->fresh_region = NO_REGION;
      self->is_adding = FALSE;
      go_to (self, THAW_BODY_STEP_MORE);
      break;
    case THAW_BODY_STEP_QUALITY:
      go_to (self, THAW_BODY_STEP_STRENGTH);
      break;
    case THAW_BODY_STEP_STRENGTH:
      self->fresh_region = NO_REGION;
      go_to (self, THAW_BODY_STEP_MORE);
      break;
    case THAW_BODY_STEP_MORE:
      go_to (self, THAW_BODY_STEP_WORDS);
      break;
    case THAW_BODY_STEP_WORDS:
    default:
      g_return_if_reached ();
    }
}

static void
on_enough_clicked_cb (ThawBodyPath *self)
{
  finish (self);
}

static gboolean
thaw_body_path_grab_focus (GtkWidget *widget)
{
  ThawBodyPath *self = THAW_BODY_PATH (widget);

  /* Each page begins with its heading. */
  return gtk_widget_grab_focus (gtk_widget_get_first_child (get_page (self, self->step)));
}

static void
clear_word_func (ThawBodyPath *self)
{
  if (self->word_destroy != NULL)
    self->word_destroy (self->word_data);
  self->word_func = NULL;
  self->word_data = NULL;
  self->word_destroy = NULL;
}

static void
thaw_body_path_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), THAW_TYPE_BODY_PATH);

  G_OBJECT_CLASS (thaw_body_path_parent_class)->dispose (object);
}

static void
thaw_body_path_finalize (GObject *object)
{
  ThawBodyPath *self = THAW_BODY_PATH (object);

  clear_word_func (self);
  g_clear_pointer (&self->set_aside, g_ptr_array_unref);
  g_clear_object (&self->entry);

  G_OBJECT_CLASS (thaw_body_path_parent_class)->finalize (object);
}

static void
thaw_body_path_class_init (ThawBodyPathClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = thaw_body_path_dispose;
  object_class->finalize = thaw_body_path_finalize;
  widget_class->grab_focus = thaw_body_path_grab_focus;

  /**
   * ThawBodyPath::changed:
   *
   * The person said something, or took it back.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed",
                                          G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  /**
   * ThawBodyPath::done:
   *
   * The person came to the end, or said that this is enough.
   */
  signals[SIGNAL_DONE] = g_signal_new ("done",
                                       G_TYPE_FROM_CLASS (klass),
                                       G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);

  g_type_ensure (THAW_TYPE_BODY_MAP);
  g_type_ensure (THAW_TYPE_QUALITY_CHIPS);
  g_type_ensure (THAW_TYPE_STEP_HEADING);
  g_type_ensure (THAW_TYPE_STRENGTH_SCALES);
  g_type_ensure (THAW_TYPE_WORD_CHECKS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/widgets/body-path/thaw-body-path.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawBodyPath, place_page);
  gtk_widget_class_bind_template_child (widget_class, ThawBodyPath, quality_page);
  gtk_widget_class_bind_template_child (widget_class, ThawBodyPath, strength_page);
  gtk_widget_class_bind_template_child (widget_class, ThawBodyPath, more_page);
  gtk_widget_class_bind_template_child (widget_class, ThawBodyPath, words_page);
  gtk_widget_class_bind_template_child (widget_class, ThawBodyPath, body_map);
  gtk_widget_class_bind_template_child (widget_class, ThawBodyPath, nowhere_button);
  gtk_widget_class_bind_template_child (widget_class, ThawBodyPath, unsure_button);
  gtk_widget_class_bind_template_child (widget_class, ThawBodyPath, quality_heading);
  gtk_widget_class_bind_template_child (widget_class, ThawBodyPath, quality_chips);
  gtk_widget_class_bind_template_child (widget_class, ThawBodyPath, not_here_button);
  gtk_widget_class_bind_template_child (widget_class, ThawBodyPath, strength_scales);
  gtk_widget_class_bind_template_child (widget_class, ThawBodyPath, more_heading);
  gtk_widget_class_bind_template_child (widget_class, ThawBodyPath, said_label);
  gtk_widget_class_bind_template_child (widget_class, ThawBodyPath, add_button);
  gtk_widget_class_bind_template_child (widget_class, ThawBodyPath, word_checks);
  gtk_widget_class_bind_template_child (widget_class, ThawBodyPath, none_button);
  gtk_widget_class_bind_template_child (widget_class, ThawBodyPath, back_button);
  gtk_widget_class_bind_template_child (widget_class, ThawBodyPath, next_button);
  gtk_widget_class_bind_template_child (widget_class, ThawBodyPath, enough_button);
  gtk_widget_class_bind_template_callback (widget_class, on_region_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_body_answer_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_qualities_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_not_here_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_strengths_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_word_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_none_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_enough_clicked_cb);
  gtk_widget_class_set_css_name (widget_class, "body-path");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
thaw_body_path_init (ThawBodyPath *self)
{
  self->entry = thaw_entry_new ();
  self->region = NO_REGION;
  self->fresh_region = NO_REGION;

  gtk_widget_init_template (GTK_WIDGET (self));
  show_step (self, THAW_BODY_STEP_PLACE);
}

GtkWidget *
thaw_body_path_new (void)
{
  return g_object_new (THAW_TYPE_BODY_PATH, NULL);
}

ThawBodyStep
thaw_body_path_get_step (ThawBodyPath *self)
{
  g_return_val_if_fail (THAW_IS_BODY_PATH (self), THAW_BODY_STEP_PLACE);

  return self->step;
}

/**
 * thaw_body_path_set_word_func:
 * @func: (nullable) (scope notified): finds words for sensations
 * @user_data: handed to @func
 * @destroy: (nullable): frees @user_data
 *
 * Without such a function the step with the words is left out.
 */
void
thaw_body_path_set_word_func (ThawBodyPath     *self,
                              ThawBodyWordFunc  func,
                              gpointer          user_data,
                              GDestroyNotify    destroy)
{
  g_return_if_fail (THAW_IS_BODY_PATH (self));

  clear_word_func (self);
  self->word_func = func;
  self->word_data = user_data;
  self->word_destroy = destroy;
  update_buttons (self);
}

/**
 * thaw_body_path_ask_region:
 * @region: a place
 *
 * Asks about a place, as if it had been chosen on the figure.
 */
void
thaw_body_path_ask_region (ThawBodyPath   *self,
                           ThawBodyRegion  region)
{
  g_return_if_fail (THAW_IS_BODY_PATH (self));
  g_return_if_fail (region < THAW_N_BODY_REGIONS);

  choose_region (self, region);
}

/**
 * thaw_body_path_load_entry:
 * @entry: an entry
 *
 * Begins with what @entry says, at the first step.
 */
void
thaw_body_path_load_entry (ThawBodyPath *self,
                           ThawEntry    *entry)
{
  g_return_if_fail (THAW_IS_BODY_PATH (self));
  g_return_if_fail (THAW_IS_ENTRY (entry));

  g_clear_object (&self->entry);
  self->entry = thaw_entry_copy (entry);
  self->plain_answer = thaw_entry_get_emotions (entry)->len == 0 ? thaw_entry_get_answer (entry) : THAW_ANSWER_NONE;
  g_clear_pointer (&self->set_aside, g_ptr_array_unref);
  self->region = NO_REGION;
  self->fresh_region = NO_REGION;
  self->is_adding = FALSE;
  self->is_word_changed = FALSE;

  show_step (self, THAW_BODY_STEP_PLACE);
}

/**
 * thaw_body_path_store_entry:
 * @entry: an entry
 *
 * Sets what was said so far: what is felt in the body, and, if a word was chosen
 * or taken back, the emotions. Everything else stays as it is in @entry.
 */
void
thaw_body_path_store_entry (ThawBodyPath *self,
                            ThawEntry    *entry)
{
  GPtrArray *marks;

  g_return_if_fail (THAW_IS_BODY_PATH (self));
  g_return_if_fail (THAW_IS_ENTRY (entry));

  thaw_entry_clear_sensations (entry);
  thaw_entry_set_body_answer (entry, thaw_entry_get_body_answer (self->entry));
  thaw_body_said_add (entry, thaw_entry_get_sensations (self->entry));

  if (!self->is_word_changed)
    return;

  thaw_entry_clear_emotions (entry);
  marks = thaw_entry_get_emotions (self->entry);
  for (guint i = 0; i < marks->len; i++)
    {
      const ThawEmotionMark *mark = g_ptr_array_index (marks, i);

      thaw_entry_set_emotion (entry, mark->slug, mark->intensity);
    }
  thaw_entry_set_answer (entry, thaw_entry_get_answer (self->entry));
}
