/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-tag-dialogs"

#include "config.h"
#include "tags/thaw-tag-dialogs.h"

#include <glib/gi18n.h>

#define GO_ON "go-on"

/* A question that is on the screen. */
typedef struct
{
  AdwMessageDialog *dialog; /* (unowned): it owns this */
  GPtrArray *uses;          /* (owned) (nullable) (element-type ThawTagUse) */
  GPtrArray *targets;       /* (owned) (nullable) (element-type ThawTagUse): one for each row of the choice; of @uses */
  ThawTagUse *use;          /* (owned) */
  GtkWidget *input;         /* (unowned) (nullable): an entry or a choice */
  GtkLabel *note;           /* (unowned) (nullable) */
  ThawTagAnswerFunc func;
  gpointer user_data;
  GDestroyNotify user_data_free;
} Question;

static void
question_free (Question *question)
{
  g_clear_pointer (&question->targets, g_ptr_array_unref);
  g_clear_pointer (&question->uses, g_ptr_array_unref);
  thaw_tag_use_free (question->use);
  if (question->user_data_free != NULL)
    question->user_data_free (question->user_data);
  g_free (question);
}

static void
closure_question_free (gpointer  data,
                       GClosure *closure)
{
  question_free (data);
}

/* The answer, or NULL if there is none yet. */
static char *
dup_answer (Question *question)
{
  if (GTK_IS_EDITABLE (question->input))
    return thaw_tag_name_normalize (gtk_editable_get_text (GTK_EDITABLE (question->input)));

  if (GTK_IS_DROP_DOWN (question->input))
    {
      guint at = gtk_drop_down_get_selected (GTK_DROP_DOWN (question->input));

      return at < question->targets->len ? g_strdup (((ThawTagUse *) g_ptr_array_index (question->targets, at))->uuid)
                                         : NULL;
    }

  return g_strdup ("");
}

static void
on_response_cb (AdwMessageDialog *dialog,
                const char       *response,
                Question         *question)
{
  g_autofree char *answer = NULL;

  if (!g_str_equal (response, GO_ON))
    return;

  answer = dup_answer (question);
  if (answer != NULL)
    question->func (answer, question->user_data);
}

static Question *
question_new (GtkWindow         *parent,
              const char        *heading,
              const char        *body,
              const char        *go_on,
              const ThawTagUse  *use,
              ThawTagAnswerFunc  func,
              gpointer           user_data,
              GDestroyNotify     user_data_free)
{
  Question *question = g_new0 (Question, 1);

  question->dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));
  question->use = thaw_tag_use_copy (use);
  question->func = func;
  question->user_data = user_data;
  question->user_data_free = user_data_free;
  adw_message_dialog_add_responses (question->dialog, "back", _("_Go Back"), GO_ON, go_on, NULL);
  adw_message_dialog_set_response_appearance (question->dialog, GO_ON, ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (question->dialog, GO_ON);
  adw_message_dialog_set_close_response (question->dialog, "back");
  g_signal_connect_data (question->dialog, "response", G_CALLBACK (on_response_cb), question, closure_question_free, 0);

  return question;
}

static void
add_input (Question  *question,
           GtkWidget *input)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *note = gtk_label_new (NULL);

  question->input = input;
  question->note = GTK_LABEL (note);
  gtk_label_set_wrap (question->note, TRUE);
  gtk_label_set_xalign (question->note, 0);
  gtk_box_append (GTK_BOX (box), input);
  gtk_box_append (GTK_BOX (box), note);
  adw_message_dialog_set_extra_child (question->dialog, box);
}

/* The sentence is under the entry, where it is read before going on, and is what the entry is described by. */
static void
show_note (Question   *question,
           const char *note)
{
  gtk_label_set_text (question->note, note);
  gtk_widget_set_visible (GTK_WIDGET (question->note), note[0] != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (question->input), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, note, -1);
}

static void
on_name_changed_cb (Question *question)
{
  g_autofree char *name = dup_answer (question);
  const ThawTagUse *other = name != NULL ? thaw_tag_uses_find (question->uses, question->use->kind, name) : NULL;
  gboolean is_merge = other != NULL && !g_str_equal (other->uuid, question->use->uuid);
  g_autofree char *note = NULL;

  if (is_merge)
    /* Translators: %s is the name of a tag as "the station" */
    note = g_strdup_printf (_("There is a tag “%s” already. Both become one."), name);

  show_note (question, note != NULL ? note : "");
  adw_message_dialog_set_response_label (question->dialog, GO_ON, is_merge ? _("_Make Them One") : _("_Rename"));
  adw_message_dialog_set_response_enabled (question->dialog, GO_ON,
                                           name != NULL && !g_str_equal (name, question->use->name));
}

/**
 * thaw_tag_uses_find:
 * @uses: (element-type ThawTagUse): tags
 * @kind: a kind
 * @name: a name as thaw_tag_name_normalize() gives it
 *
 * Returns: (transfer none) (nullable): the tag of that kind and name
 */
const ThawTagUse *
thaw_tag_uses_find (GPtrArray   *uses,
                    ThawTagKind  kind,
                    const char  *name)
{
  for (guint i = 0; i < uses->len; i++)
    {
      const ThawTagUse *use = g_ptr_array_index (uses, i);

      if (use->kind == kind && g_str_equal (use->name, name))
        return use;
    }

  return NULL;
}

/**
 * thaw_tag_dialogs_rename:
 * @parent: the window in front of which it is asked
 * @uses: (element-type ThawTagUse): all tags
 * @use: the tag
 * @func: what is called with the new name
 * @user_data: what to pass along
 * @user_data_free: (nullable): frees it
 *
 * Asks for a new name, and says so if another tag has it already.
 */
void
thaw_tag_dialogs_rename (GtkWindow         *parent,
                         GPtrArray         *uses,
                         const ThawTagUse  *use,
                         ThawTagAnswerFunc  func,
                         gpointer           user_data,
                         GDestroyNotify     user_data_free)
{
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *heading = NULL;
  Question *question;

  /* Translators: %s is the name of a tag as "the station" */
  heading = g_strdup_printf (_("Rename “%s”"), use->name);
  question = question_new (parent, heading, _("All entries with this tag get the new name."), _("_Rename"), use,
                           func, user_data, user_data_free);
  question->uses = g_ptr_array_ref (uses);
  add_input (question, entry);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("New name"), -1);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_name_changed_cb), question);
  gtk_editable_set_text (GTK_EDITABLE (entry), use->name);
  gtk_window_present (GTK_WINDOW (question->dialog));
  gtk_widget_grab_focus (entry);
}

static void
on_target_changed_cb (Question *question)
{
  adw_message_dialog_set_response_enabled (question->dialog, GO_ON,
                                           gtk_drop_down_get_selected (GTK_DROP_DOWN (question->input)) !=
                                           GTK_INVALID_LIST_POSITION);
}

/**
 * thaw_tag_dialogs_merge:
 * @parent: the window in front of which it is asked
 * @uses: (element-type ThawTagUse): all tags, two at least
 * @use: the tag that goes into another
 * @func: what is called with the UUID of the other
 * @user_data: what to pass along
 * @user_data_free: (nullable): frees it
 *
 * Asks which tag takes the place of @use.
 */
void
thaw_tag_dialogs_merge (GtkWindow         *parent,
                        GPtrArray         *uses,
                        const ThawTagUse  *use,
                        ThawTagAnswerFunc  func,
                        gpointer           user_data,
                        GDestroyNotify     user_data_free)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkWidget *choice = gtk_drop_down_new (NULL, g_steal_pointer (&expression));
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;
  Question *question;

  /* Translators: %s is the name of a tag as "the station" */
  heading = g_strdup_printf (_("Merge “%s” Into…"), use->name);
  /* Translators: %s is the name of a tag as "the station" */
  body = g_strdup_printf (_("Entries with “%s” get the other tag instead, and both become one. "
                            "What you wrote stays as it is."), use->name);
  question = question_new (parent, heading, body, _("_Make Them One"), use, func, user_data, user_data_free);
  question->uses = g_ptr_array_ref (uses);
  question->targets = g_ptr_array_new ();
  for (guint i = 0; i < uses->len; i++)
    {
      ThawTagUse *other = g_ptr_array_index (uses, i);
      g_autofree char *name = NULL;

      if (g_str_equal (other->uuid, use->uuid))
        continue;

      /* Translators: a tag in a list; the first %s is a name as "the station", the second the kind as "Place" */
      name = g_strdup_printf (_("%s (%s)"), other->name, thaw_tag_kind_get_word (other->kind));
      gtk_string_list_append (names, name);
      g_ptr_array_add (question->targets, other);
    }

  gtk_drop_down_set_model (GTK_DROP_DOWN (choice), G_LIST_MODEL (names));
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (choice), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The other tag"), -1);
  add_input (question, choice);
  show_note (question, "");
  g_signal_connect_swapped (choice, "notify::selected", G_CALLBACK (on_target_changed_cb), question);
  /* Nothing is merged into what merely stands first. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), GTK_INVALID_LIST_POSITION);
  on_target_changed_cb (question);
  gtk_window_present (GTK_WINDOW (question->dialog));
  gtk_widget_grab_focus (choice);
}

/**
 * thaw_tag_dialogs_ask_kind:
 * @parent: the window in front of which it is asked
 * @use: a tag
 * @kind: a kind in which there is a tag of that name already
 * @func: what is called if both shall become one; the answer says nothing
 * @user_data: what to pass along
 * @user_data_free: (nullable): frees it
 *
 * Says that a change of kind makes one tag of two.
 */
void
thaw_tag_dialogs_ask_kind (GtkWindow         *parent,
                           const ThawTagUse  *use,
                           ThawTagKind        kind,
                           ThawTagAnswerFunc  func,
                           gpointer           user_data,
                           GDestroyNotify     user_data_free)
{
  g_autofree char *body = NULL;
  Question *question;

  /* Translators: the first %s is the name of a tag as "the station", the second a kind as "Place" */
  body = g_strdup_printf (_("There is a tag “%s” of the kind “%s” already. Both become one."),
                          use->name, thaw_tag_kind_get_word (kind));
  question = question_new (parent, _("Make One Tag of Two?"), body, _("_Make Them One"), use, func, user_data,
                           user_data_free);
  gtk_window_present (GTK_WINDOW (question->dialog));
}
