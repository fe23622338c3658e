/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-tag-chip"

#include "config.h"
#include "thaw-tag-chip.h"

#include <glib/gi18n-lib.h>

static const char *const kind_icon_names[THAW_N_TAG_KINDS] = {
  "thaw-person-symbolic",
  "thaw-place-symbolic",
  "thaw-event-symbolic",
  "thaw-activity-symbolic",
  "thaw-thought-symbolic",
};

/**
 * ThawTagChip:
 *
 * A tag that was added: its kind, its name, whether it set the feeling off, and
 * a way to take it away again.
 *
 * CSS: a node `tag-chip`, with the class `.trigger` if it set the feeling off.
 */
struct _ThawTagChip
{
  GtkWidget parent_instance;

  GtkImage *kind_image;
  GtkLabel *name_label;
  GtkLabel *trigger_label;
  GtkToggleButton *trigger_button;
  GtkWidget *remove_button;

  ThawTagMark *mark; /* (owned) (not nullable) */
};

G_DEFINE_FINAL_TYPE (ThawTagChip, thaw_tag_chip, GTK_TYPE_WIDGET)

enum
{
  PROP_MARK = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_CHANGED,
  SIGNAL_REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_mark (ThawTagChip *self)
{
  const char *name = self->mark->name;
  const char *kind = thaw_tag_kind_get_word (self->mark->kind);
  g_autofree char *label = NULL;
  g_autofree char *trigger_label = NULL;
  g_autofree char *remove_label = NULL;

  if (self->mark->is_trigger)
    /* Translators: a tag; the first %s is the kind as "Place", the second a name as "the station" */
    label = g_strdup_printf (_("%s: %s, set it off"), kind, name);
  else
    /* Translators: a tag; the first %s is the kind as "Place", the second a name as "the station" */
    label = g_strdup_printf (_("%s: %s"), kind, name);

  /* Translators: a button that can be on or off; %s is the name of a tag as "the station" */
  trigger_label = g_strdup_printf (_("“%s” set it off"), name);
  /* Translators: a button; %s is the name of a tag as "the station" */
  remove_label = g_strdup_printf (_("Remove “%s”"), name);

  gtk_image_set_from_icon_name (self->kind_image, thaw_tag_kind_get_icon_name (self->mark->kind));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->kind_image), kind);
  gtk_label_set_text (self->name_label, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name_label), label);

  /* In words, because nobody who looks for a trigger looks for a lightning. */
  if (self->mark->is_trigger)
    {
      /* Translators: on a tag, as "Argument set it off": it brought the feeling on */
      gtk_label_set_text (self->trigger_label, _("set it off"));
      gtk_widget_add_css_class (GTK_WIDGET (self), "trigger");
    }
  else
    {
      /* Translators: on a tag: did it bring the feeling on? */
      gtk_label_set_text (self->trigger_label, _("set it off?"));
      gtk_widget_remove_css_class (GTK_WIDGET (self), "trigger");
    }

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->trigger_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, trigger_label,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, remove_label,
                                  -1);
}

static void
trigger_button_toggled_cb (ThawTagChip *self)
{
  gboolean is_trigger = gtk_toggle_button_get_active (self->trigger_button);

  if (self->mark->is_trigger == is_trigger)
    return;

  self->mark->is_trigger = is_trigger;
  show_mark (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
remove_button_clicked_cb (ThawTagChip *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0);
}

static void
thaw_tag_chip_constructed (GObject *object)
{
  ThawTagChip *self = THAW_TAG_CHIP (object);

  G_OBJECT_CLASS (thaw_tag_chip_parent_class)->constructed (object);

  gtk_toggle_button_set_active (self->trigger_button, self->mark->is_trigger);
  show_mark (self);
}

static void
thaw_tag_chip_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), THAW_TYPE_TAG_CHIP);

  G_OBJECT_CLASS (thaw_tag_chip_parent_class)->dispose (object);
}

static void
thaw_tag_chip_finalize (GObject *object)
{
  ThawTagChip *self = THAW_TAG_CHIP (object);

  g_clear_pointer (&self->mark, thaw_tag_mark_free);

  G_OBJECT_CLASS (thaw_tag_chip_parent_class)->finalize (object);
}

static void
thaw_tag_chip_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  ThawTagChip *self = THAW_TAG_CHIP (object);

  switch (prop_id)
    {
    case PROP_MARK:
      self->mark = g_value_dup_boxed (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_tag_chip_class_init (ThawTagChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = thaw_tag_chip_constructed;
  object_class->dispose = thaw_tag_chip_dispose;
  object_class->finalize = thaw_tag_chip_finalize;
  object_class->set_property = thaw_tag_chip_set_property;

  properties[PROP_MARK] = g_param_spec_boxed ("mark", NULL, NULL,
                                              THAW_TYPE_TAG_MARK,
                                              G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * ThawTagChip::changed:
   *
   * The person said that the tag set the feeling off, or that it did not.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed",
                                          G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  /**
   * ThawTagChip::removed:
   *
   * The person wants the tag gone.
   */
  signals[SIGNAL_REMOVED] = g_signal_new ("removed",
                                          G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/widgets/check-in/thaw-tag-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawTagChip, kind_image);
  gtk_widget_class_bind_template_child (widget_class, ThawTagChip, name_label);
  gtk_widget_class_bind_template_child (widget_class, ThawTagChip, trigger_label);
  gtk_widget_class_bind_template_child (widget_class, ThawTagChip, trigger_button);
  gtk_widget_class_bind_template_child (widget_class, ThawTagChip, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, trigger_button_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_button_clicked_cb);
  gtk_widget_class_set_css_name (widget_class, "tag-chip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
thaw_tag_chip_init (ThawTagChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * thaw_tag_chip_new:
 * @mark: a tag
 *
 * Returns: (transfer floating): a chip for it
 */
GtkWidget *
thaw_tag_chip_new (const ThawTagMark *mark)
{
  g_return_val_if_fail (mark != NULL, NULL);

  return g_object_new (THAW_TYPE_TAG_CHIP, "mark", mark, NULL);
}

/**
 * thaw_tag_chip_get_mark:
 *
 * Returns: (transfer none): the tag as it is now
 */
const ThawTagMark *
thaw_tag_chip_get_mark (ThawTagChip *self)
{
  g_return_val_if_fail (THAW_IS_TAG_CHIP (self), NULL);

  return self->mark;
}

/**
 * thaw_tag_kind_get_icon_name:
 * @kind: a kind
 *
 * Returns: (transfer none): the icon that stands for it, beside a word
 */
const char *
thaw_tag_kind_get_icon_name (ThawTagKind kind)
{
  g_return_val_if_fail (kind < THAW_N_TAG_KINDS, NULL);

  return kind_icon_names[kind];
}
