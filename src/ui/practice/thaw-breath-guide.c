/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-breath-guide"

#include "config.h"
#include "practice/thaw-breath-guide.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "practice/thaw-breath-guide-painter.h"

#define MIN_SIDE     160
#define NATURAL_SIDE 320

/* The words are as large as the font is where the guide has this side, and grow with it. */
#define PLAIN_SIDE     220.0
#define MAX_WORD_SCALE 5.0
#define SECONDS_SCALE  0.75 /* of the size of the words */

/* How much of the shape's width a word may take. */
#define WORD_SHARE 0.86

/**
 * ThawBreathGuide:
 *
 * What a person breathes along with: a shape that grows and shrinks, a ring that says
 * how far each phase of the breath is, and the phase in a word. What has no phases, as a
 * silent sitting, has the ring alone, and it says how much of all is behind.
 *
 * It asks the timer at each frame of the display, and only while there is something to
 * see of it: running, on the screen, and with animations. Without animations it changes
 * from phase to phase, and once a second where seconds are shown.
 *
 * Accessibility: an image with the word as its label. It says nothing aloud by itself.
 * CSS: a node `breath-guide`, whose colour the shape is made of, with labels in it of
 * the classes `word` and `seconds`.
 */
struct _ThawBreathGuide
{
  GtkWidget parent_instance;

  ThawPracticeTimer *timer; /* (owned) (nullable) */
  gboolean show_seconds;

  ThawBreathGuidePainter *painter; /* (owned) */
  ThawBreathFigure figure;
  GtkWidget *word_label;
  GtkWidget *seconds_label;
  char *name; /* (owned) (nullable): as screen readers have it */

  GdkSurface *surface;  /* (owned) (nullable): while mapped */
  guint tick_id;        /* 0 if nothing moves */
  guint second_source;  /* the next second is waited for, 0 if not */
};

G_DEFINE_FINAL_TYPE (ThawBreathGuide, thaw_breath_guide, GTK_TYPE_WIDGET)

enum
{
  PROP_TIMER = 1,
  PROP_SHOW_SECONDS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
has_animations (ThawBreathGuide *self)
{
  gboolean is_enabled;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &is_enabled, NULL);

  return is_enabled;
}

/* A window that is minimized keeps its widgets mapped. */
static gboolean
is_seen (ThawBreathGuide *self)
{
  return self->surface != NULL &&
         !(GDK_IS_TOPLEVEL (self->surface) &&
           (gdk_toplevel_get_state (GDK_TOPLEVEL (self->surface)) & GDK_TOPLEVEL_STATE_MINIMIZED) != 0);
}

static gboolean
is_in_state (ThawBreathGuide   *self,
             ThawPracticeState  state)
{
  return self->timer != NULL && thaw_practice_timer_get_state (self->timer) == state;
}

static const char *
get_step_word (const ThawTimelineStep *step)
{
  return step->text != NULL ? step->text : thaw_breath_phase_get_word ((ThawBreathPhase) step->phase);
}

/* What is left of a sitting is told in minutes, so that it is not always something else. */
static char *
describe_time (ThawBreathGuide *self)
{
  ThawTimeline *timeline = thaw_practice_timer_get_timeline (self->timer);
  int minutes = (int) (thaw_practice_timer_get_elapsed_us (self->timer) / (60 * G_USEC_PER_SEC));
  int length = (int) ((thaw_timeline_get_length_ms (timeline) + 30000) / 60000);

  if (length == 0)
    /* Translators: how long somebody has sat in silence, for screen readers */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d minute", "%d minutes", (gulong) minutes), minutes);

  /* Translators: how much of a silent sitting is behind, for screen readers; the second number is all of it */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d of %d minute", "%d of %d minutes", (gulong) length),
                          minutes, length);
}

static const char *
find_word (ThawBreathGuide         *self,
           const ThawTimelinePlace *place)
{
  switch (thaw_practice_timer_get_state (self->timer))
    {
    case THAW_PRACTICE_READY:
      /* Translators: in the middle of the breathing guide before it starts */
      return C_("breath guide", "Ready");
    case THAW_PRACTICE_PAUSED:
      /* Translators: in the middle of the breathing guide while it waits */
      return C_("breath guide", "Paused");
    case THAW_PRACTICE_OVER:
      /* Translators: in the middle of the breathing guide when it has come to its end */
      return C_("breath guide", "Done");
    case THAW_PRACTICE_RUNNING:
    default:
      return get_step_word (thaw_timeline_get_step (thaw_practice_timer_get_timeline (self->timer), place->step));
    }
}

static void
set_text (GtkWidget  *label,
          const char *text)
{
  /* A new text has the window laid out anew, the same one as well. */
  if (!g_str_equal (gtk_label_get_text (GTK_LABEL (label)), text))
    gtk_label_set_text (GTK_LABEL (label), text);
}

static void
show_words (ThawBreathGuide         *self,
            const ThawTimelinePlace *place)
{
  const char *word = self->figure.has_shape ? find_word (self, place) : "";
  g_autofree char *name = self->figure.has_shape ? g_strdup (word) : describe_time (self);
  g_autofree char *seconds = NULL;

  if (self->figure.has_shape && self->show_seconds && is_in_state (self, THAW_PRACTICE_RUNNING))
    seconds = g_strdup_printf ("%d", self->figure.seconds_left);
  set_text (self->word_label, word);
  set_text (self->seconds_label, seconds != NULL ? seconds : "");

  /* Only what is new is worth telling. */
  if (g_strcmp0 (name, self->name) != 0)
    {
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_free (self->name);
      self->name = g_steal_pointer (&name);
    }
}

/* Shows what there is to see right now. */
static void
refresh (ThawBreathGuide *self)
{
  ThawBreathMotion motion = THAW_BREATH_FLOWING;
  ThawTimelinePlace place;

  if (self->timer == NULL)
    return;

  /* Before the start and after the end nothing has to stand for a movement. */
  if (!has_animations (self) &&
      (is_in_state (self, THAW_PRACTICE_RUNNING) || is_in_state (self, THAW_PRACTICE_PAUSED)))
    motion = self->show_seconds ? THAW_BREATH_STILL_SECONDS : THAW_BREATH_STILL;

  thaw_practice_timer_get_place (self->timer, &place);
  thaw_breath_figure_init (&self->figure, thaw_practice_timer_get_timeline (self->timer), &place, motion);
  show_words (self, &place);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
on_tick_cb (GtkWidget     *widget,
            GdkFrameClock *frame_clock,
            gpointer       user_data)
{
  refresh (THAW_BREATH_GUIDE (widget));

  return G_SOURCE_CONTINUE;
}

static gboolean on_second_cb (gpointer user_data);

/* When the number of seconds that are left, or for what is no breath the time, changes next. */
static void
await_second (ThawBreathGuide *self)
{
  ThawTimelinePlace place;
  gint64 wait_us;

  thaw_practice_timer_get_place (self->timer, &place);
  wait_us = (place.step_length_us - place.step_us) % G_USEC_PER_SEC;
  if (wait_us == 0)
    wait_us = G_USEC_PER_SEC;

  self->second_source = g_timeout_add ((guint) ((wait_us + 999) / 1000), on_second_cb, self);
}

static gboolean
on_second_cb (gpointer user_data)
{
  ThawBreathGuide *self = user_data;

  self->second_source = 0;
  refresh (self);
  await_second (self);

  return G_SOURCE_REMOVE;
}

/* Lets it move as much as it has to now. */
static void
update (ThawBreathGuide *self)
{
  gboolean is_running, flows, counts;

  refresh (self);

  is_running = is_in_state (self, THAW_PRACTICE_RUNNING) && is_seen (self);
  flows = is_running && self->figure.has_shape && has_animations (self);
  counts = is_running && !flows && (self->show_seconds || !self->figure.has_shape);

  if (flows && self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick_cb, NULL, NULL);
  else if (!flows && self->tick_id != 0)
    {
      gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
      self->tick_id = 0;
    }

  /* Also begun anew, since a step may be another one now. */
  g_clear_handle_id (&self->second_source, g_source_remove);
  if (counts)
    await_second (self);
}

static void
update_colors (ThawBreathGuide *self)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  GdkRGBA accent, text;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &accent);
  gtk_style_context_get_color (gtk_widget_get_style_context (self->word_label), &text);
  thaw_breath_guide_painter_set_colors (self->painter, &accent, &text, adw_style_manager_get_high_contrast (manager));
}

static void
thaw_breath_guide_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  ThawBreathGuide *self = THAW_BREATH_GUIDE (widget);

  update_colors (self);
  thaw_breath_guide_painter_snapshot (self->painter, snapshot, &self->figure);
  gtk_widget_snapshot_child (widget, self->word_label, snapshot);
  gtk_widget_snapshot_child (widget, self->seconds_label, snapshot);
}

static void
thaw_breath_guide_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  *minimum = MIN_SIDE;
  *natural = NATURAL_SIDE;
}

static double
get_fit (ThawBreathGuide *self,
         double           fullness,
         int              word_width)
{
  return WORD_SHARE * 2.0 * thaw_breath_guide_painter_get_radius (self->painter, fullness) / MAX (word_width, 1);
}

/* So large that each word fits into the shape as small as it is while the word is shown; all words are alike. */
static double
get_word_scale (ThawBreathGuide *self,
                int              width,
                int              height)
{
  ThawTimeline *timeline = thaw_practice_timer_get_timeline (self->timer);
  double scale = CLAMP (MIN (width, height) / PLAIN_SIDE, 1.0, MAX_WORD_SCALE);

  for (guint i = 0; i < thaw_timeline_get_n_steps (timeline); i++)
    {
      const ThawTimelineStep *step = thaw_timeline_get_step (timeline, i);
      ThawTimelinePlace place = { .step = i, .step_length_us = step->length_ms * 1000 };
      ThawBreathFigure first, last;
      g_autoptr (PangoLayout) layout = NULL;
      int word_width;

      if (step->phase < 0)
        continue;

      thaw_breath_figure_init (&first, timeline, &place, THAW_BREATH_FLOWING);
      thaw_breath_figure_init (&last, timeline, &place, THAW_BREATH_STILL);
      layout = gtk_widget_create_pango_layout (self->word_label, get_step_word (step));
      pango_layout_get_pixel_size (layout, &word_width, NULL);
      scale = MIN (scale, get_fit (self, MIN (first.fullness, last.fullness), word_width));
    }

  return scale;
}

/* The label keeps its own size: only what is drawn of it is larger. */
static void
allocate_label (GtkWidget *label,
                double     center_x,
                double     top,
                double     scale)
{
  GskTransform *transform;
  int width, height;

  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) round (center_x - width * scale / 2.0),
                                                                   (float) round (top)));
  gtk_widget_allocate (label, width, height, -1, gsk_transform_scale (transform, (float) scale, (float) scale));
}

static void
thaw_breath_guide_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  ThawBreathGuide *self = THAW_BREATH_GUIDE (widget);
  double scale = 1.0, words_height;
  int word_width, word_height, seconds_height;

  thaw_breath_guide_painter_set_size (self->painter, width, height);

  gtk_widget_measure (self->word_label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &word_width, NULL, NULL);
  gtk_widget_measure (self->word_label, GTK_ORIENTATION_VERTICAL, -1, NULL, &word_height, NULL, NULL);
  gtk_widget_measure (self->seconds_label, GTK_ORIENTATION_VERTICAL, -1, NULL, &seconds_height, NULL, NULL);

  if (self->timer != NULL)
    {
      scale = get_word_scale (self, width, height);
      /* What it says before, between and after has to fit into the shape as it stands there. */
      if (!is_in_state (self, THAW_PRACTICE_RUNNING))
        scale = MIN (scale, get_fit (self, self->figure.fullness, word_width));
    }

  words_height = word_height * scale + (self->show_seconds ? seconds_height * scale * SECONDS_SCALE : 0.0);
  allocate_label (self->word_label, width / 2.0, (height - words_height) / 2.0, scale);
  allocate_label (self->seconds_label, width / 2.0, (height - words_height) / 2.0 + word_height * scale,
                  scale * SECONDS_SCALE);
}

static void
thaw_breath_guide_map (GtkWidget *widget)
{
  ThawBreathGuide *self = THAW_BREATH_GUIDE (widget);

  GTK_WIDGET_CLASS (thaw_breath_guide_parent_class)->map (widget);

  self->surface = g_object_ref (gtk_native_get_surface (gtk_widget_get_native (widget)));
  if (GDK_IS_TOPLEVEL (self->surface))
    g_signal_connect_object (self->surface, "notify::state", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
thaw_breath_guide_unmap (GtkWidget *widget)
{
  ThawBreathGuide *self = THAW_BREATH_GUIDE (widget);

  g_signal_handlers_disconnect_by_func (self->surface, update, self);
  g_clear_object (&self->surface);
  update (self);

  GTK_WIDGET_CLASS (thaw_breath_guide_parent_class)->unmap (widget);
}

static void
thaw_breath_guide_dispose (GObject *object)
{
  ThawBreathGuide *self = THAW_BREATH_GUIDE (object);

  thaw_breath_guide_set_timer (self, NULL);
  g_clear_pointer (&self->word_label, gtk_widget_unparent);
  g_clear_pointer (&self->seconds_label, gtk_widget_unparent);

  G_OBJECT_CLASS (thaw_breath_guide_parent_class)->dispose (object);
}

static void
thaw_breath_guide_finalize (GObject *object)
{
  ThawBreathGuide *self = THAW_BREATH_GUIDE (object);

  g_clear_pointer (&self->painter, thaw_breath_guide_painter_free);
  g_free (self->name);

  G_OBJECT_CLASS (thaw_breath_guide_parent_class)->finalize (object);
}

static void
thaw_breath_guide_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  ThawBreathGuide *self = THAW_BREATH_GUIDE (object);

  switch (prop_id)
    {
    case PROP_TIMER:
      g_value_set_object (value, self->timer);
      break;
    case PROP_SHOW_SECONDS:
      g_value_set_boolean (value, self->show_seconds);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_breath_guide_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  ThawBreathGuide *self = THAW_BREATH_GUIDE (object);

  switch (prop_id)
    {
    case PROP_TIMER:
      thaw_breath_guide_set_timer (self, g_value_get_object (value));
      break;
    case PROP_SHOW_SECONDS:
      thaw_breath_guide_set_show_seconds (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_breath_guide_class_init (ThawBreathGuideClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = thaw_breath_guide_dispose;
  object_class->finalize = thaw_breath_guide_finalize;
  object_class->get_property = thaw_breath_guide_get_property;
  object_class->set_property = thaw_breath_guide_set_property;
  widget_class->map = thaw_breath_guide_map;
  widget_class->measure = thaw_breath_guide_measure;
  widget_class->size_allocate = thaw_breath_guide_size_allocate;
  widget_class->snapshot = thaw_breath_guide_snapshot;
  widget_class->unmap = thaw_breath_guide_unmap;

  properties[PROP_TIMER] = g_param_spec_object ("timer", NULL, NULL,
                                                THAW_TYPE_PRACTICE_TIMER,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_SECONDS] = g_param_spec_boolean ("show-seconds", NULL, NULL,
                                                        FALSE,
                                                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                          G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "breath-guide");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

/* The words are the name of the image: once is enough. */
static GtkWidget *
create_label (ThawBreathGuide *self,
              const char      *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return label;
}

static void
thaw_breath_guide_init (ThawBreathGuide *self)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  self->painter = thaw_breath_guide_painter_new ();
  self->word_label = create_label (self, "word");
  self->seconds_label = create_label (self, "seconds");

  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-enable-animations",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

/**
 * thaw_breath_guide_new:
 *
 * Returns: (transfer floating): a guide that shows nothing before it has a timer
 */
GtkWidget *
thaw_breath_guide_new (void)
{
  return g_object_new (THAW_TYPE_BREATH_GUIDE, NULL);
}

/**
 * thaw_breath_guide_set_timer:
 * @timer: (nullable): what is guided
 */
void
thaw_breath_guide_set_timer (ThawBreathGuide   *self,
                             ThawPracticeTimer *timer)
{
  g_return_if_fail (THAW_IS_BREATH_GUIDE (self));
  g_return_if_fail (timer == NULL || THAW_IS_PRACTICE_TIMER (timer));

  if (self->timer == timer)
    return;

  if (self->timer != NULL)
    g_signal_handlers_disconnect_by_func (self->timer, update, self);
  g_set_object (&self->timer, timer);
  thaw_breath_guide_painter_set_timeline (self->painter,
                                          timer != NULL ? thaw_practice_timer_get_timeline (timer) : NULL);
  if (timer != NULL)
    {
      g_signal_connect_object (timer, "state-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (timer, "step-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    }
  else if (self->word_label != NULL)
    {
      set_text (self->word_label, "");
      set_text (self->seconds_label, "");
    }

  update (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  /* Other words may need another size. */
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIMER]);
}

/**
 * thaw_breath_guide_set_show_seconds:
 * @show_seconds: whether to show how many seconds of a phase are left
 */
void
thaw_breath_guide_set_show_seconds (ThawBreathGuide *self,
                                    gboolean         show_seconds)
{
  g_return_if_fail (THAW_IS_BREATH_GUIDE (self));

  show_seconds = !!show_seconds;
  if (self->show_seconds == show_seconds)
    return;

  self->show_seconds = show_seconds;
  update (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_SECONDS]);
}

/**
 * thaw_breath_guide_get_word:
 *
 * Returns: the word that is shown, or "" if there is none
 */
const char *
thaw_breath_guide_get_word (ThawBreathGuide *self)
{
  g_return_val_if_fail (THAW_IS_BREATH_GUIDE (self), "");

  return gtk_label_get_text (GTK_LABEL (self->word_label));
}
