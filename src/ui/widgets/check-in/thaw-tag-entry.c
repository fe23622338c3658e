/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-tag-entry"

#include "config.h"
#include "thaw-tag-entry.h"

#include "thaw-tag-chip.h"
#include "widgets/thaw-wrap-layout.h"

#include <glib/gi18n-lib.h>

#define MAX_SUGGESTIONS 6

/**
 * ThawTagEntry:
 *
 * Who, where, what happened, what I did or thought: tags, added by name and kind, each with
 * a mark for "this set it off". While a name is typed, tags that were used before
 * are suggested. A name that was typed and not added counts as a tag as well, so
 * that it is not lost.
 *
 * Keyboard: Return adds, Down and Up go through the suggestions, Escape sends
 * them away.
 */
struct _ThawTagEntry
{
  GtkBox parent_instance;

  GtkBox *chips_box;
  GtkWidget *input_box;
  GtkEditable *name_entry;
  GtkMenuButton *kind_button;
  GtkWidget *add_button;
  GtkPopover *suggestions_popover;
  GtkListBox *suggestions_list;

  ThawJournal *journal;      /* (owned) (nullable): where suggestions come from */
  GPtrArray *suggestions;    /* (owned) (nullable) (element-type ThawTagMark): one for each row */
  ThawTagKind kind;          /* of the next tag */
  gboolean is_loading;       /* code changes the entry, not the person */
};

G_DEFINE_FINAL_TYPE (ThawTagEntry, thaw_tag_entry, GTK_TYPE_BOX)

enum
{
  PROP_JOURNAL = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
emit_changed (ThawTagEntry *self)
{
  if (!self->is_loading)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static ThawTagChip *
find_chip (ThawTagEntry *self,
           const char   *name,
           ThawTagKind   kind)
{
  GtkWidget *chip;

  for (chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips_box)); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    {
      const ThawTagMark *mark = thaw_tag_chip_get_mark (THAW_TAG_CHIP (chip));

      if (mark->kind == kind && g_str_equal (mark->name, name))
        break;
    }

  return chip != NULL ? THAW_TAG_CHIP (chip) : NULL;
}

static void
remove_chip (ThawTagEntry *self,
             GtkWidget    *chip)
{
  gtk_box_remove (self->chips_box, chip);
  gtk_widget_set_visible (GTK_WIDGET (self->chips_box),
                          gtk_widget_get_first_child (GTK_WIDGET (self->chips_box)) != NULL);
}

static void
on_chip_removed_cb (ThawTagEntry *self,
                    GtkWidget    *chip)
{
  /* Focus must not fall out of the form with the chip. */
  gtk_widget_grab_focus (GTK_WIDGET (self->name_entry));
  remove_chip (self, chip);
  emit_changed (self);
}

static void
add_tag (ThawTagEntry      *self,
         const ThawTagMark *mark)
{
  GtkWidget *chip;

  if (find_chip (self, mark->name, mark->kind) != NULL)
    return;

  chip = thaw_tag_chip_new (mark);
  g_signal_connect_object (chip, "changed", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (chip, "removed", G_CALLBACK (on_chip_removed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->chips_box, chip);
  gtk_widget_set_visible (GTK_WIDGET (self->chips_box), TRUE);
}

static void
set_kind (ThawTagEntry *self,
          ThawTagKind   kind)
{
  g_autofree char *label = NULL;
  const char *word = thaw_tag_kind_get_word (kind);

  /* Translators: the name of a menu button; %s is "Person", "Place", "Event", "Activity" or "Thought" */
  label = g_strdup_printf (_("Kind of tag: %s"), word);
  self->kind = kind;
  gtk_menu_button_set_label (self->kind_button, word);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->kind_button), _("Kind of Tag"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kind_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
hide_suggestions (ThawTagEntry *self)
{
  gtk_popover_popdown (self->suggestions_popover);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->name_entry), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
}

static GtkWidget *
create_suggestion (const ThawTagMark *mark)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (mark->name);
  GtkWidget *kind = gtk_label_new (thaw_tag_kind_get_word (mark->kind));

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 32);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (kind, "dim-label");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (thaw_tag_kind_get_icon_name (mark->kind)));
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), kind);

  return box;
}

static void
show_suggestions (ThawTagEntry *self)
{
  GtkWidget *entry = GTK_WIDGET (self->name_entry);
  graphene_rect_t bounds;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->suggestions_list, 0)) != NULL)
    gtk_list_box_remove (self->suggestions_list, GTK_WIDGET (row));

  for (guint i = 0; i < self->suggestions->len; i++)
    gtk_list_box_append (self->suggestions_list, create_suggestion (g_ptr_array_index (self->suggestions, i)));

  if (gtk_widget_compute_bounds (entry, GTK_WIDGET (self), &bounds))
    gtk_popover_set_pointing_to (self->suggestions_popover,
                                 &(GdkRectangle) { bounds.origin.x, bounds.origin.y,
                                                   bounds.size.width, bounds.size.height });
  gtk_popover_popup (self->suggestions_popover);
}

static void
suggest (ThawTagEntry *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = thaw_tag_name_normalize (gtk_editable_get_text (self->name_entry));

  g_clear_pointer (&self->suggestions, g_ptr_array_unref);
  if (name != NULL && self->journal != NULL)
    {
      self->suggestions = thaw_journal_list_tags (self->journal, name, MAX_SUGGESTIONS, &error);
      /* A convenience that fails is left out; saving will say what is wrong. */
      if (self->suggestions == NULL)
        g_debug ("No suggestions: %s", error->message);
    }

  if (self->suggestions != NULL && self->suggestions->len > 0)
    show_suggestions (self);
  else
    hide_suggestions (self);
}

static void
accept (ThawTagEntry      *self,
        const ThawTagMark *mark)
{
  g_autoptr (ThawTagMark) copy = thaw_tag_mark_new (mark->name, mark->kind, FALSE);

  self->is_loading = TRUE;
  gtk_editable_set_text (self->name_entry, "");
  add_tag (self, copy);
  self->is_loading = FALSE;
  emit_changed (self);
}

static void
name_entry_changed_cb (ThawTagEntry *self)
{
  g_autofree char *name = thaw_tag_name_normalize (gtk_editable_get_text (self->name_entry));

  gtk_widget_set_sensitive (self->add_button, name != NULL);
  if (self->is_loading)
    {
      hide_suggestions (self);
      return;
    }

  suggest (self);
  emit_changed (self);
}

static void
name_entry_activate_cb (ThawTagEntry *self)
{
  g_autofree char *name = thaw_tag_name_normalize (gtk_editable_get_text (self->name_entry));
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->suggestions_list);

  if (row != NULL && gtk_widget_get_visible (GTK_WIDGET (self->suggestions_popover)))
    {
      accept (self, g_ptr_array_index (self->suggestions, gtk_list_box_row_get_index (row)));
    }
  else if (name != NULL)
    {
      g_autoptr (ThawTagMark) mark = thaw_tag_mark_new (name, self->kind, FALSE);

      accept (self, mark);
    }

  gtk_widget_grab_focus (GTK_WIDGET (self->name_entry));
}

static void
suggestions_list_row_activated_cb (ThawTagEntry  *self,
                                   GtkListBoxRow *row)
{
  accept (self, g_ptr_array_index (self->suggestions, gtk_list_box_row_get_index (row)));
}

static void
move_in_suggestions (ThawTagEntry *self,
                     int           by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->suggestions_list);
  int n_rows = (int) self->suggestions->len;
  int at = row != NULL ? gtk_list_box_row_get_index (row) : (by > 0 ? -1 : n_rows);

  /* Past either end nothing is chosen, and Return takes what was typed. */
  row = gtk_list_box_get_row_at_index (self->suggestions_list, at + by);
  gtk_list_box_select_row (self->suggestions_list, row);
  if (row != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self->name_entry),
                                    GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, row,
                                    -1);
  else
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->name_entry), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
}

static gboolean
on_key_pressed_cb (ThawTagEntry    *self,
                   guint            keyval,
                   guint            keycode,
                   GdkModifierType  state)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self->suggestions_popover)))
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move_in_suggestions (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_in_suggestions (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      hide_suggestions (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
on_kind_activated_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  ThawTagEntry *self = THAW_TAG_ENTRY (user_data);
  ThawTagKind kind;

  thaw_tag_kind_from_slug (g_variant_get_string (parameter, NULL), &kind);
  g_simple_action_set_state (action, parameter);
  set_kind (self, kind);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_entry));
}

static void
add_kind_menu (ThawTagEntry *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = NULL;

  for (int kind = 0; kind < THAW_N_TAG_KINDS; kind++)
    {
      g_autofree char *detailed = g_strdup_printf ("tag.kind::%s", thaw_tag_kind_to_slug ((ThawTagKind) kind));

      g_menu_append (menu, thaw_tag_kind_get_word ((ThawTagKind) kind), detailed);
    }

  action = g_simple_action_new_stateful ("kind",
                                         G_VARIANT_TYPE_STRING,
                                         g_variant_new_string (thaw_tag_kind_to_slug (self->kind)));
  g_signal_connect_object (action, "activate", G_CALLBACK (on_kind_activated_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "tag", G_ACTION_GROUP (group));
  gtk_menu_button_set_menu_model (self->kind_button, G_MENU_MODEL (menu));
}

static gboolean
thaw_tag_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (THAW_TAG_ENTRY (widget)->name_entry));
}

static void
thaw_tag_entry_unmap (GtkWidget *widget)
{
  hide_suggestions (THAW_TAG_ENTRY (widget));

  GTK_WIDGET_CLASS (thaw_tag_entry_parent_class)->unmap (widget);
}

static void
thaw_tag_entry_dispose (GObject *object)
{
  ThawTagEntry *self = THAW_TAG_ENTRY (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), THAW_TYPE_TAG_ENTRY);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->suggestions, g_ptr_array_unref);

  G_OBJECT_CLASS (thaw_tag_entry_parent_class)->dispose (object);
}

static void
thaw_tag_entry_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  ThawTagEntry *self = THAW_TAG_ENTRY (object);

  switch (prop_id)
    {
    case PROP_JOURNAL:
      g_value_set_object (value, self->journal);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_tag_entry_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  ThawTagEntry *self = THAW_TAG_ENTRY (object);

  switch (prop_id)
    {
    case PROP_JOURNAL:
      thaw_tag_entry_set_journal (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_tag_entry_class_init (ThawTagEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = thaw_tag_entry_dispose;
  object_class->get_property = thaw_tag_entry_get_property;
  object_class->set_property = thaw_tag_entry_set_property;
  widget_class->grab_focus = thaw_tag_entry_grab_focus;
  widget_class->unmap = thaw_tag_entry_unmap;

  /**
   * ThawTagEntry:journal:
   *
   * Whose tags are suggested; without one there are no suggestions.
   */
  properties[PROP_JOURNAL] = g_param_spec_object ("journal", NULL, NULL,
                                                  THAW_TYPE_JOURNAL,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * ThawTagEntry::changed:
   *
   * The person added, changed or removed a tag, or typed a part of a name.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed",
                                          G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);

  g_type_ensure (THAW_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/widgets/check-in/thaw-tag-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawTagEntry, chips_box);
  gtk_widget_class_bind_template_child (widget_class, ThawTagEntry, input_box);
  gtk_widget_class_bind_template_child (widget_class, ThawTagEntry, name_entry);
  gtk_widget_class_bind_template_child (widget_class, ThawTagEntry, kind_button);
  gtk_widget_class_bind_template_child (widget_class, ThawTagEntry, add_button);
  gtk_widget_class_bind_template_child (widget_class, ThawTagEntry, suggestions_popover);
  gtk_widget_class_bind_template_child (widget_class, ThawTagEntry, suggestions_list);
  gtk_widget_class_bind_template_callback (widget_class, name_entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, suggestions_list_row_activated_cb);
  gtk_widget_class_set_css_name (widget_class, "tag-entry");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
thaw_tag_entry_init (ThawTagEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->kind = THAW_TAG_EVENT;

  gtk_widget_init_template (GTK_WIDGET (self));
  add_kind_menu (self);
  set_kind (self, self->kind);

  /* Before the entry itself, to which Up and Down mean something else. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->name_entry), keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (hide_suggestions), self);
  gtk_widget_add_controller (GTK_WIDGET (self->name_entry), focus);
}

GtkWidget *
thaw_tag_entry_new (void)
{
  return g_object_new (THAW_TYPE_TAG_ENTRY, NULL);
}

/**
 * thaw_tag_entry_get_journal:
 *
 * Returns: (transfer none) (nullable): whose tags are suggested
 */
ThawJournal *
thaw_tag_entry_get_journal (ThawTagEntry *self)
{
  g_return_val_if_fail (THAW_IS_TAG_ENTRY (self), NULL);

  return self->journal;
}

void
thaw_tag_entry_set_journal (ThawTagEntry *self,
                            ThawJournal  *journal)
{
  g_return_if_fail (THAW_IS_TAG_ENTRY (self));

  if (g_set_object (&self->journal, journal))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_JOURNAL]);
}

/**
 * thaw_tag_entry_load_entry:
 * @entry: an entry
 *
 * Shows the tags of @entry.
 */
void
thaw_tag_entry_load_entry (ThawTagEntry *self,
                           ThawEntry    *entry)
{
  GPtrArray *marks;
  GtkWidget *chip;

  g_return_if_fail (THAW_IS_TAG_ENTRY (self));
  g_return_if_fail (THAW_IS_ENTRY (entry));

  self->is_loading = TRUE;
  gtk_editable_set_text (self->name_entry, "");
  while ((chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips_box))) != NULL)
    remove_chip (self, chip);
  marks = thaw_entry_get_tags (entry);
  for (guint i = 0; i < marks->len; i++)
    add_tag (self, g_ptr_array_index (marks, i));
  self->is_loading = FALSE;
}

/**
 * thaw_tag_entry_store_entry:
 * @entry: an entry
 *
 * Replaces the tags of @entry by those shown, and by the name that is typed and
 * not added yet, if there is one.
 */
void
thaw_tag_entry_store_entry (ThawTagEntry *self,
                            ThawEntry    *entry)
{
  g_autofree char *pending = NULL;

  g_return_if_fail (THAW_IS_TAG_ENTRY (self));
  g_return_if_fail (THAW_IS_ENTRY (entry));

  thaw_entry_clear_tags (entry);
  for (GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips_box)); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    {
      const ThawTagMark *mark = thaw_tag_chip_get_mark (THAW_TAG_CHIP (chip));

      thaw_entry_set_tag (entry, mark->name, mark->kind, mark->is_trigger);
    }

  pending = thaw_tag_name_normalize (gtk_editable_get_text (self->name_entry));
  if (pending != NULL && find_chip (self, pending, self->kind) == NULL)
    thaw_entry_set_tag (entry, pending, self->kind, FALSE);
}
