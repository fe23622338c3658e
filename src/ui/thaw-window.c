/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-window"

#include "config.h"
#include "thaw-window.h"

#include <glib/gi18n.h>

#include "editor/thaw-entry-editor.h"
#include "pages/journal/thaw-journal-page.h"
#include "pages/practice/thaw-practice-page.h"
#include "pages/thaw-pages.h"
#include "pages/today/thaw-today-page.h"
#include "practice/thaw-practice-actions.h"
#include "practice/thaw-practice-pane.h"
#include "reminders/thaw-reminder-actions.h"
#include "support/thaw-support-actions.h"
#include "thaw-close-guard.h"
#include "thaw-entry-remover.h"
#include "thaw-opening-page.h"
#include "thaw-problem-page.h"
#include "thaw-style.h"
#include "thaw-toast.h"
#include "thaw-words-keeper.h"
#include "widgets/thaw-stack.h"

/* An opening that is quicker is over before a page about it could be read. */
#define OPENING_NOTICE_MS 400

/**
 * ThawWindow:
 *
 * The one window: the pages behind a view switcher, the editor and the practice pane
 * which slide over them, and what is shown instead while the journal cannot be opened.
 *
 * Pages ask the window for what is beyond them by actions: `win.show-page`,
 * `win.show-day`, `win.open-entry`, `win.new-entry`, `win.new-entry-on`,
 * `win.delete-entry`, `win.undelete-entry`, `win.search`, `win.practice`,
 * `win.practice-again` and `win.open-link`; and by those of #ThawPracticeActions,
 * #ThawSupportActions and #ThawReminderActions.
 *
 * A page is built when it is first shown: a start costs no more than the page
 * that is seen.
 */
struct _ThawWindow
{
  AdwApplicationWindow parent_instance;

  ThawServices *services; /* (owned) */

  /* Template children */
  AdwToastOverlay *toast_overlay;
  GtkStack *root_stack;
  AdwLeaflet *leaflet;
  GtkMenuButton *menu_button;
  GMenuModel *primary_menu;
  GtkWidget *pages_box;
  AdwViewStack *view_stack;
  AdwSqueezer *title_squeezer;
  GtkWidget *title_switcher;
  AdwViewSwitcherBar *switcher_bar;
  AdwBin *editor_bin;
  AdwBin *practice_bin;
  AdwBin *problem_bin;

  GtkWidget *opening_page; /* (unowned) (nullable): NULL until opening takes long */
  guint opening_source;    /* until then */

  ThawEntryRemover *remover; /* (owned) */
  ThawSupportActions *support_actions; /* (owned) */
  char *opened_uuid;         /* (owned) (nullable): the entry that was opened last, to go back to */
  GtkWidget *practice_origin; /* (unowned) (nullable): what had the focus before the practice pane */
  char *practice_activity;    /* (owned) (nullable): what that row opened */

  /* A new entry that the desktop asked for before the journal was open. */
  gboolean is_entry_wanted;
  ThawMoment wanted_moment;

  ThawCloseGuard *close_guard; /* (owned) */
};

G_DEFINE_FINAL_TYPE (ThawWindow, thaw_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  PROP_SERVICES = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
hide_unseen_from_assistive_technology (ThawWindow *self)
{
  thaw_stack_hide_unseen (GTK_WIDGET (self->root_stack), gtk_stack_get_visible_child (self->root_stack));
  thaw_stack_hide_unseen (GTK_WIDGET (self->leaflet), adw_leaflet_get_visible_child (self->leaflet));
  thaw_stack_hide_unseen (GTK_WIDGET (self->view_stack), adw_view_stack_get_visible_child (self->view_stack));
}

static GtkWidget *
ensure_page (ThawWindow *self,
             const char *name)
{
  AdwBin *bin = ADW_BIN (adw_view_stack_get_child_by_name (self->view_stack, name));

  if (adw_bin_get_child (bin) == NULL && thaw_services_get_state (self->services) == THAW_SERVICES_READY)
    {
      if (!g_str_equal (name, "today"))
        thaw_style_load_rest ();
      adw_bin_set_child (bin, thaw_pages_create (self->services, name));
      if (THAW_IS_WORDS_KEEPER (adw_bin_get_child (bin)))
        thaw_close_guard_watch (self->close_guard, THAW_WORDS_KEEPER (adw_bin_get_child (bin)));
    }

  return adw_bin_get_child (bin);
}

static void
show_pages (ThawWindow *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->pages_box);
}

/* Back to where the person was: the leaflet does not find a row again that was filled anew. */
static void
on_editor_closed_cb (ThawWindow *self)
{
  g_autofree char *uuid = g_steal_pointer (&self->opened_uuid);
  GtkWidget *page;

  show_pages (self);
  if (uuid == NULL)
    return;

  page = adw_bin_get_child (ADW_BIN (adw_view_stack_get_visible_child (self->view_stack)));
  if (THAW_IS_JOURNAL_PAGE (page))
    thaw_journal_page_focus_entry (THAW_JOURNAL_PAGE (page), uuid);
  else if (THAW_IS_TODAY_PAGE (page))
    thaw_today_page_focus_entry (THAW_TODAY_PAGE (page), uuid);
}

static ThawEntryEditor *
ensure_editor (ThawWindow *self)
{
  GtkWidget *editor = adw_bin_get_child (self->editor_bin);

  if (editor == NULL)
    {
      thaw_style_load_rest ();
      editor = thaw_entry_editor_new (self->services);
      g_signal_connect_object (editor, "closed", G_CALLBACK (on_editor_closed_cb), self, G_CONNECT_SWAPPED);
      thaw_close_guard_watch (self->close_guard, THAW_WORDS_KEEPER (editor));
      adw_bin_set_child (self->editor_bin, editor);
    }

  return THAW_ENTRY_EDITOR (editor);
}

static void
show_editor (ThawWindow *self)
{
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->editor_bin));
}

/* The row from which the person came, or the one that was made in its place. */
static gboolean
focus_practice_origin (ThawWindow *self)
{
  GtkWidget *origin = self->practice_origin;
  GtkWidget *bin = adw_view_stack_get_visible_child (self->view_stack);
  GtkWidget *page = adw_bin_get_child (ADW_BIN (bin));

  if (origin != NULL && gtk_widget_is_ancestor (origin, self->pages_box) && gtk_widget_grab_focus (origin))
    return TRUE;

  return THAW_IS_PRACTICE_PAGE (page) && self->practice_activity != NULL &&
         thaw_practice_page_focus (THAW_PRACTICE_PAGE (page), self->practice_activity);
}

static void
on_practice_closed_cb (ThawWindow *self)
{
  thaw_support_actions_come_back (self->support_actions);
  /* First of all in this window, as a page makes rows anew when it is seen again. */
  show_pages (self);
  if (!focus_practice_origin (self))
    gtk_widget_child_focus (GTK_WIDGET (self->view_stack), GTK_DIR_TAB_FORWARD);

  g_clear_weak_pointer (&self->practice_origin);
  g_clear_pointer (&self->practice_activity, g_free);
}

/* Nothing is taken out of the person's hands: they hear of it, and go there if they like. */
static void
on_practice_over_cb (ThawWindow        *self,
                     const ThawSession *session)
{
  /* Translators: %s is what somebody did, as "A walk outside" */
  g_autofree char *sentence = g_strdup_printf (_("“%s” is over"), session->name);
  g_autofree char *title = g_markup_escape_text (sentence, -1);
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_button_label (toast, _("_How Was It?"));
  adw_toast_set_action_target (toast, "s", session->activity);
  adw_toast_set_action_name (toast, "win.practice");
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

static ThawPracticePane *
ensure_practice_pane (ThawWindow *self)
{
  GtkWidget *pane = adw_bin_get_child (self->practice_bin);

  if (pane == NULL)
    {
      g_autoptr (ThawPracticeClock) clock = thaw_practice_clock_new ();

      thaw_style_load_rest ();
      pane = thaw_practice_pane_new (self->services, clock);
      g_signal_connect_object (pane, "closed", G_CALLBACK (on_practice_closed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (pane, "over", G_CALLBACK (on_practice_over_cb), self, G_CONNECT_SWAPPED);
      thaw_close_guard_watch (self->close_guard, THAW_WORDS_KEEPER (pane));
      adw_bin_set_child (self->practice_bin, pane);
    }

  return THAW_PRACTICE_PANE (pane);
}

/* Before the pane takes the focus. */
static void
remember_practice_origin (ThawWindow *self,
                          const char *activity)
{
  if (adw_leaflet_get_visible_child (self->leaflet) == GTK_WIDGET (self->practice_bin))
    return;

  g_set_weak_pointer (&self->practice_origin, gtk_window_get_focus (GTK_WINDOW (self)));
  g_free (self->practice_activity);
  self->practice_activity = g_strdup (activity);
}

static void
show_practice (ThawWindow   *self,
               const GError *error)
{
  if (error != NULL)
    {
      g_info ("Nothing to practise: %s", error->message);
      thaw_support_actions_stay_away (self->support_actions);
      thaw_toast_tell (self->toast_overlay, _("This could not be opened."));
      return;
    }

  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->practice_bin));
  gtk_widget_grab_focus (adw_bin_get_child (self->practice_bin));
}

/* Words that were being written when Thaw ended, however it ended. */
static void
restore_editor (ThawWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = NULL;

  /* The journal could not be read for a while; what is in the editor is newer than any draft of it. */
  if (adw_bin_get_child (self->editor_bin) != NULL && thaw_entry_editor_is_modified (ensure_editor (self)))
    {
      thaw_words_keeper_keep (THAW_WORDS_KEEPER (ensure_editor (self)));
      return;
    }

  drafts = thaw_drafts_list (thaw_services_get_drafts (self->services), &error);
  if (drafts == NULL)
    {
      g_info ("Drafts not read: %s", error->message);
      return;
    }

  for (guint i = 0; i < drafts->len; i++)
    {
      ThawDraft *draft = g_ptr_array_index (drafts, i);

      /* Today looks after its own. */
      if (g_str_equal (draft->key, THAW_DRAFT_CHECK_IN))
        continue;

      thaw_entry_editor_restore (ensure_editor (self), draft);
      show_editor (self);
      thaw_toast_tell (self->toast_overlay, _("Here is what you were writing"));
      return;
    }
}

static void
begin_entry (ThawWindow       *self,
             const ThawMoment *moment)
{
  if (thaw_services_get_state (self->services) != THAW_SERVICES_READY)
    {
      self->is_entry_wanted = TRUE;
      self->wanted_moment = *moment;
      return;
    }

  self->is_entry_wanted = FALSE;
  g_clear_pointer (&self->opened_uuid, g_free);
  thaw_entry_editor_begin (ensure_editor (self), moment);
  show_editor (self);
}

static gboolean
on_opening_slow_cb (gpointer user_data)
{
  ThawWindow *self = user_data;

  self->opening_source = 0;
  if (self->opening_page == NULL)
    {
      self->opening_page = thaw_opening_page_new ();
      gtk_stack_add_child (self->root_stack, self->opening_page);
    }
  gtk_stack_set_visible_child (self->root_stack, self->opening_page);
  hide_unseen_from_assistive_technology (self);

  return G_SOURCE_REMOVE;
}

static void
update_state (ThawWindow *self)
{
  g_clear_handle_id (&self->opening_source, g_source_remove);

  switch (thaw_services_get_state (self->services))
    {
    case THAW_SERVICES_OPENING:
      self->opening_source = g_timeout_add (OPENING_NOTICE_MS, on_opening_slow_cb, self);
      break;

    case THAW_SERVICES_CLOSED:
      break;

    case THAW_SERVICES_READY:
      ensure_page (self, adw_view_stack_get_visible_child_name (self->view_stack));
      gtk_stack_set_visible_child (self->root_stack, GTK_WIDGET (self->leaflet));
      restore_editor (self);
      if (self->is_entry_wanted)
        begin_entry (self, &self->wanted_moment);
      break;

    case THAW_SERVICES_FAILED:
      if (adw_bin_get_child (self->problem_bin) == NULL)
        adw_bin_set_child (self->problem_bin, GTK_WIDGET (thaw_problem_page_new (self->services)));
      gtk_stack_set_visible_child (self->root_stack, GTK_WIDGET (self->problem_bin));
      break;

    default:
      g_assert_not_reached ();
    }

  hide_unseen_from_assistive_technology (self);
}

static void
on_services_state_changed_cb (ThawWindow   *self,
                              ThawServices *services)
{
  update_state (self);
}

static void
on_services_restored_cb (ThawWindow   *self,
                         guint         n_restored,
                         guint         n_rescued,
                         ThawServices *services)
{
  g_autofree char *sentence = NULL;

  /* Translators: %u is how many entries the journal has again after a backup was opened */
  sentence = g_strdup_printf (ngettext ("Your journal is back, with %u entry", "Your journal is back, with %u entries",
                                        n_restored + n_rescued),
                              n_restored + n_rescued);
  thaw_toast_tell (self->toast_overlay, sentence);
}

/* Where the header bar has no room for the pages they are below. Buttons are made when they are first seen: most
 * windows never get that narrow. */
static void
on_narrow_changed_cb (ThawWindow *self)
{
  gboolean is_narrow = adw_squeezer_get_visible_child (self->title_squeezer) != self->title_switcher;

  if (is_narrow)
    adw_view_switcher_bar_set_stack (self->switcher_bar, self->view_stack);
  gtk_widget_set_visible (GTK_WIDGET (self->switcher_bar), is_narrow);
}

static void
on_visible_page_changed_cb (ThawWindow *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->view_stack);

  /* NULL while the template is being torn down. */
  if (name == NULL || self->services == NULL)
    return;

  ensure_page (self, name);
  thaw_settings_set_visible_page (thaw_services_get_settings (self->services), name);
  hide_unseen_from_assistive_technology (self);
}

static void
on_visible_pane_changed_cb (ThawWindow *self)
{
  /* While the template is being torn down. */
  if (self->services == NULL)
    return;

  hide_unseen_from_assistive_technology (self);
  if (adw_leaflet_get_visible_child (self->leaflet) != GTK_WIDGET (self->practice_bin))
    thaw_support_actions_stay_away (self->support_actions);
}

static void
on_show_page_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  ThawWindow *self = user_data;
  const char *name = g_variant_get_string (parameter, NULL);

  if (adw_view_stack_get_child_by_name (self->view_stack, name) == NULL)
    return;

  show_pages (self);
  /* First, so that the stack finds something in the page to move the focus to. */
  ensure_page (self, name);
  adw_view_stack_set_visible_child_name (self->view_stack, name);
}

static void
show_page (ThawWindow *self,
           const char *name)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", name);
}

static void
on_show_day_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  ThawWindow *self = user_data;
  ThawDay day = thaw_day_from_iso (g_variant_get_string (parameter, NULL));
  GtkWidget *journal_page;

  if (day == THAW_DAY_NONE)
    return;

  show_page (self, "journal");
  journal_page = ensure_page (self, "journal");
  if (journal_page != NULL)
    thaw_journal_page_show_day (THAW_JOURNAL_PAGE (journal_page), day);
}

static void
on_search_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  ThawWindow *self = user_data;
  GtkWidget *journal_page;

  show_page (self, "journal");
  journal_page = ensure_page (self, "journal");
  if (journal_page != NULL)
    thaw_journal_page_focus_search (THAW_JOURNAL_PAGE (journal_page));
}

static void
on_new_entry_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  ThawWindow *self = user_data;
  ThawMoment now = thaw_clock_get_moment (thaw_services_get_clock (self->services));

  begin_entry (self, &now);
}

/* The time of day is the present one: whoever writes about another day can change it. */
static void
on_new_entry_on_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  ThawWindow *self = user_data;
  ThawDay day = thaw_day_from_iso (g_variant_get_string (parameter, NULL));
  g_autoptr (GDateTime) now = thaw_clock_dup_now (thaw_services_get_clock (self->services));
  g_autoptr (GDateTime) then = NULL;
  ThawMoment moment;

  if (day == THAW_DAY_NONE)
    return;

  then = g_date_time_add_days (now, day - thaw_day_from_time (now));
  if (then == NULL)
    return;

  moment = thaw_moment_from_time (then);
  begin_entry (self, &moment);
}

static void
on_open_entry_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  ThawWindow *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawEntry) entry = thaw_journal_get_entry (thaw_services_get_journal (self->services),
                                                        g_variant_get_string (parameter, NULL), &error);

  if (entry == NULL)
    {
      g_info ("Entry not opened: %s", error->message);
      thaw_toast_tell (self->toast_overlay, _("This entry could not be opened."));
      return;
    }

  g_free (self->opened_uuid);
  self->opened_uuid = g_strdup (thaw_entry_get_uuid (entry));
  thaw_entry_editor_edit (ensure_editor (self), entry);
  show_editor (self);
}

static void
on_delete_entry_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  ThawWindow *self = user_data;
  const char *uuid = g_variant_get_string (parameter, NULL);

  /* Its row is about to go: whoever came from there is not sent back to it. */
  if (g_strcmp0 (self->opened_uuid, uuid) == 0)
    g_clear_pointer (&self->opened_uuid, g_free);

  show_pages (self);
  thaw_entry_remover_remove (self->remover, uuid);
}

static void
on_undelete_entry_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  thaw_entry_remover_undo (THAW_WINDOW (user_data)->remover, g_variant_get_string (parameter, NULL));
}

static void
on_practice_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  ThawWindow *self = user_data;
  g_autoptr (GError) error = NULL;

  if (thaw_services_get_state (self->services) != THAW_SERVICES_READY)
    return;

  remember_practice_origin (self, g_variant_get_string (parameter, NULL));
  thaw_practice_pane_set_up (ensure_practice_pane (self), g_variant_get_string (parameter, NULL), &error);
  show_practice (self, error);
}

static void
on_practice_again_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  ThawWindow *self = user_data;
  g_autoptr (GError) error = NULL;

  if (thaw_services_get_state (self->services) != THAW_SERVICES_READY)
    return;

  remember_practice_origin (self, NULL);
  thaw_practice_pane_begin_again (ensure_practice_pane (self), &error);
  show_practice (self, error);
}

static void
on_open_link_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  thaw_support_actions_open_link (THAW_WINDOW (user_data)->support_actions, g_variant_get_string (parameter, NULL));
}

/* Not by GTK's own way, which builds the window of shortcuts at every start. Setting it replaces this action. */
static void
on_show_help_overlay_cb (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       user_data)
{
  ThawWindow *self = user_data;
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/thawapp/Thaw/ui/thaw-shortcuts.ui");
  GtkShortcutsWindow *overlay = GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_application_window_set_help_overlay (GTK_APPLICATION_WINDOW (self), overlay);
  gtk_window_present (GTK_WINDOW (overlay));
}

/* In the action map, not in the widget class: so that the desktop and tests can call them, too. */
static const GActionEntry win_actions[] = {
  { .name = "show-page", .parameter_type = "s", .activate = on_show_page_cb },
  { .name = "show-day", .parameter_type = "s", .activate = on_show_day_cb },
  { .name = "search", .activate = on_search_cb },
  { .name = "new-entry", .activate = on_new_entry_cb },
  { .name = "new-entry-on", .parameter_type = "s", .activate = on_new_entry_on_cb },
  { .name = "open-entry", .parameter_type = "s", .activate = on_open_entry_cb },
  { .name = "practice", .parameter_type = "s", .activate = on_practice_cb },
  { .name = "practice-again", .activate = on_practice_again_cb },
  { .name = "open-link", .parameter_type = "s", .activate = on_open_link_cb },
  { .name = "delete-entry", .parameter_type = "s", .activate = on_delete_entry_cb },
  { .name = "show-help-overlay", .activate = on_show_help_overlay_cb },
  { .name = "undelete-entry", .parameter_type = "s", .activate = on_undelete_entry_cb },
};

static void
restore_state (ThawWindow *self)
{
  ThawSettings *settings = thaw_services_get_settings (self->services);
  g_autofree char *page = thaw_settings_dup_visible_page (settings);
  int width, height;
  gboolean maximized;

  thaw_settings_get_window_size (settings, &width, &height, &maximized);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (maximized)
    gtk_window_maximize (GTK_WINDOW (self));

  if (adw_view_stack_get_child_by_name (self->view_stack, page) != NULL)
    adw_view_stack_set_visible_child_name (self->view_stack, page);
}

static gboolean
thaw_window_close_request (GtkWindow *window)
{
  ThawWindow *self = THAW_WINDOW (window);
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  thaw_settings_set_window_size (thaw_services_get_settings (self->services), width, height,
                                 gtk_window_is_maximized (window));

  if (!thaw_close_guard_may_close (self->close_guard))
    return TRUE;

  thaw_entry_remover_finish (self->remover);

  return GTK_WINDOW_CLASS (thaw_window_parent_class)->close_request (window);
}

static void
thaw_window_constructed (GObject *object)
{
  ThawWindow *self = THAW_WINDOW (object);
  g_autoptr (ThawPracticeActions) practice_actions = NULL;
  g_autoptr (ThawReminderActions) reminder_actions = NULL;

  G_OBJECT_CLASS (thaw_window_parent_class)->constructed (object);

  self->remover = thaw_entry_remover_new (thaw_services_get_journal (self->services), self->toast_overlay);
  practice_actions = thaw_practice_actions_new (self->services, self->toast_overlay);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "practice", G_ACTION_GROUP (practice_actions));
  self->support_actions = thaw_support_actions_new (self->services, self->toast_overlay);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "support", G_ACTION_GROUP (self->support_actions));
  reminder_actions = thaw_reminder_actions_new (self->services, self->toast_overlay);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "reminders", G_ACTION_GROUP (reminder_actions));
  g_signal_connect_object (self->services, "state-changed", G_CALLBACK (on_services_state_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->services, "restored", G_CALLBACK (on_services_restored_cb), self, G_CONNECT_SWAPPED);
  restore_state (self);
  hide_unseen_from_assistive_technology (self);
  update_state (self);
}

static void
thaw_window_dispose (GObject *object)
{
  ThawWindow *self = THAW_WINDOW (object);

  /* GTK 4.8 would keep it, and what it works with. */
  gtk_widget_insert_action_group (GTK_WIDGET (self), "practice", NULL);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "support", NULL);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "reminders", NULL);
  g_clear_object (&self->support_actions);
  g_clear_object (&self->close_guard);
  g_clear_weak_pointer (&self->practice_origin);
  g_clear_pointer (&self->practice_activity, g_free);
  g_clear_pointer (&self->opened_uuid, g_free);
  g_clear_object (&self->remover);
  g_clear_object (&self->services);
  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_WINDOW);

  G_OBJECT_CLASS (thaw_window_parent_class)->dispose (object);
}

static void
thaw_window_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  ThawWindow *self = THAW_WINDOW (object);

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
thaw_window_class_init (ThawWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = thaw_window_constructed;
  object_class->dispose = thaw_window_dispose;
  object_class->set_property = thaw_window_set_property;
  GTK_WINDOW_CLASS (klass)->close_request = thaw_window_close_request;

  properties[PROP_SERVICES] = g_param_spec_object ("services", NULL, NULL, THAW_TYPE_SERVICES,
                                                   G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/thawapp/Thaw/ui/thaw-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, ThawWindow, root_stack);
  gtk_widget_class_bind_template_child (widget_class, ThawWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, ThawWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, ThawWindow, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, ThawWindow, pages_box);
  gtk_widget_class_bind_template_child (widget_class, ThawWindow, view_stack);
  gtk_widget_class_bind_template_child (widget_class, ThawWindow, title_squeezer);
  gtk_widget_class_bind_template_child (widget_class, ThawWindow, title_switcher);
  gtk_widget_class_bind_template_child (widget_class, ThawWindow, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, ThawWindow, editor_bin);
  gtk_widget_class_bind_template_child (widget_class, ThawWindow, practice_bin);
  gtk_widget_class_bind_template_child (widget_class, ThawWindow, problem_bin);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_visible_page_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_visible_pane_changed_cb);
}

/* Before the menu is first opened: building it costs each start more than a page of the journal. */
static void
create_menu (GtkMenuButton *button,
             gpointer       user_data)
{
  ThawWindow *self = user_data;

  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, self->primary_menu);
}

static void
thaw_window_init (ThawWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->close_guard = thaw_close_guard_new (GTK_WINDOW (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu, self, NULL);
  g_action_map_add_action_entries (G_ACTION_MAP (self), win_actions, G_N_ELEMENTS (win_actions), self);
}

/**
 * thaw_window_new:
 * @application: the application it belongs to
 * @services: what the pages work with
 *
 * Returns: (transfer none): a window, owned by GTK until it is closed
 */
ThawWindow *
thaw_window_new (GtkApplication *application,
                 ThawServices   *services)
{
  return g_object_new (THAW_TYPE_WINDOW,
                       "application", application,
                       "services", services,
                       NULL);
}
