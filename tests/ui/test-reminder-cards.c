/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-reminder-cards"

#include "config.h"
#include "reminders/thaw-reminder-card.h"
#include "reminders/thaw-reminder-cards.h"
#include "thaw-test-services.h"
#include "thaw-test-ui.h"

typedef struct
{
  ThawTestServices services;
  ThawReminderEngine *engine; /* (unowned) */
  GtkWidget *cards;
  GtkWidget *behind;
  GtkWidget *overlay;
  GtkWindow *window;
  char *opened; /* what was to be opened last */
  char *edited; /* the reminder that was to be edited last */
} Fixture;

static void
keep_target_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  char **target = user_data;

  g_free (*target);
  *target = g_variant_dup_string (parameter, NULL);
}

static void
add_action (Fixture     *fixture,
            const char  *group_name,
            const char  *name,
            char       **target)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, G_VARIANT_TYPE_STRING);

  g_signal_connect (action, "activate", G_CALLBACK (keep_target_cb), target);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (fixture->overlay, group_name, G_ACTION_GROUP (group));
}

/* As they are on Today, on Sunday, 29 March, at 9:15. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  thaw_test_services_set_up (&fixture->services);
  fixture->engine = thaw_services_get_reminder_engine (fixture->services.services);
  thaw_reminder_engine_load (fixture->engine);
  thaw_reminder_engine_start (fixture->engine);

  fixture->cards = g_object_new (THAW_TYPE_REMINDER_CARDS, NULL);
  fixture->behind = gtk_button_new_with_label ("Behind");
  thaw_reminder_cards_set_services (THAW_REMINDER_CARDS (fixture->cards), fixture->services.services);
  gtk_box_append (GTK_BOX (box), fixture->cards);
  gtk_box_append (GTK_BOX (box), fixture->behind);
  fixture->overlay = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (fixture->overlay), box);
  add_action (fixture, "win", "open-link", &fixture->opened);
  add_action (fixture, "reminders", "edit", &fixture->edited);
  fixture->window = thaw_test_ui_present_sized (fixture->overlay, 360, 700);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  thaw_test_ui_close (fixture->window);
  thaw_reminder_engine_stop (fixture->engine);
  thaw_test_services_tear_down (&fixture->services);
  g_free (fixture->opened);
  g_free (fixture->edited);
}

static ThawReminder *
save (Fixture            *fixture,
      const ThawReminder *reminder)
{
  ThawReminderStore *store = thaw_services_get_reminders (fixture->services.services);
  g_autoptr (GError) error = NULL;
  ThawReminder *saved = thaw_reminder_store_save_sync (store, reminder, &error);

  g_assert_no_error (error);
  while (thaw_reminder_engine_find (fixture->engine, saved->uuid) == NULL)
    g_main_context_iteration (NULL, TRUE);

  return saved;
}

/* Every day at that time. */
static ThawReminder *
add (Fixture    *fixture,
     const char *title,
     const char *opens,
     int         hour,
     int         minute)
{
  g_autoptr (ThawReminder) reminder = thaw_reminder_new (title, opens);

  reminder->is_on = TRUE;
  reminder->weekdays = THAW_REMINDER_EVERY_DAY;
  reminder->timing = THAW_REMINDER_AT_TIMES;
  reminder->n_times = 1;
  reminder->times[0] = hour * 60 + minute;

  return save (fixture, reminder);
}

static void
let_it_be (Fixture    *fixture,
           const char *iso)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (iso, NULL);

  g_assert_nonnull (now);
  thaw_clock_set_now (fixture->services.clock, now);
  thaw_test_ui_flush (fixture->overlay);
}

static const ThawReminderState *
get_state (Fixture            *fixture,
           const ThawReminder *reminder)
{
  return thaw_reminder_engine_get_state (fixture->engine, reminder->uuid);
}

static guint
count_cards (Fixture *fixture)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (fixture->cards); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += THAW_IS_REMINDER_CARD (child);

  return n;
}

/* The card that says so. */
static GtkWidget *
find_card (Fixture    *fixture,
           const char *sentence)
{
  GtkWidget *label = thaw_test_ui_find (fixture->cards, GTK_TYPE_LABEL, sentence);

  return label != NULL ? gtk_widget_get_ancestor (label, THAW_TYPE_REMINDER_CARD) : NULL;
}

static GtkWidget *
find_button (Fixture    *fixture,
             const char *label)
{
  return thaw_test_ui_find (fixture->overlay, GTK_TYPE_BUTTON, label);
}

/* With the focus that the button has then. */
static void
press (Fixture    *fixture,
       const char *label)
{
  GtkWidget *button = find_button (fixture, label);

  g_assert_nonnull (button);
  gtk_widget_grab_focus (button);
  g_signal_emit_by_name (button, "clicked");
  thaw_test_ui_flush (fixture->overlay);
}

static void
click (Fixture    *fixture,
       const char *label)
{
  GtkWidget *button;

  while ((button = find_button (fixture, label)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_signal_emit_by_name (button, "clicked");
}

static void
assert_silent (Fixture *fixture)
{
  thaw_test_ui_flush (fixture->overlay);
  g_assert_cmpuint (count_cards (fixture), ==, 0);
}

/* Nothing is built before there is something to say. */
static void
test_silent (Fixture       *fixture,
             gconstpointer  data)
{
  thaw_reminder_cards_update_soon (THAW_REMINDER_CARDS (fixture->cards));
  assert_silent (fixture);
  g_assert_null (gtk_widget_get_first_child (fixture->cards));
  g_assert_false (gtk_widget_get_visible (fixture->cards));
}

static void
test_due (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (ThawReminder) reminder = add (fixture, "<Morning> & check-in", "check-in:now", 9, 20);
  GtkWidget *card, *button;

  let_it_be (fixture, "2026-03-29T09:19:00+02:00");
  assert_silent (fixture);
  let_it_be (fixture, "2026-03-29T09:21:00+02:00");
  card = find_card (fixture, "<Morning> & check-in");
  g_assert_nonnull (card);
  g_assert_true (gtk_widget_get_mapped (card));
  g_assert_nonnull (thaw_test_ui_find (card, GTK_TYPE_LABEL, "Came at 09:21"));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, "<Morning> & check-in");
  button = thaw_test_ui_find (card, GTK_TYPE_BUTTON, "In 15 Minutes");
  gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                       thaw_test_ui_find (card, GTK_TYPE_LABEL, "<Morning> & check-in"), NULL);
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), "reminder-cards-due");

  press (fixture, "Check In");
  g_assert_cmpstr (fixture->opened, ==, "check-in:now");
  assert_silent (fixture);
  g_assert_cmpint (get_state (fixture, reminder)->shown, ==, THAW_CIVIL_NONE);
  g_assert_true (gtk_window_get_focus (fixture->window) == fixture->behind);
}

/* What the first button is called depends on what it opens. */
static void
test_labels (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char *opens;
    const char *label;
  } cases[] = {
    { "entry:new", "Write" },
    { "practice:walk", "Begin" },
    { "page:support", "Open" },
    { NULL, "All Right" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *iso = g_strdup_printf ("2026-03-29T09:%u0:30+02:00", i + 2);
      g_autoptr (ThawReminder) reminder = add (fixture, "Something", cases[i].opens, 9, ((int) i + 2) * 10);

      g_clear_pointer (&fixture->opened, g_free);
      let_it_be (fixture, iso);
      g_assert_cmpuint (count_cards (fixture), ==, 1);
      press (fixture, cases[i].label);
      g_assert_cmpstr (fixture->opened, ==, cases[i].opens);
      assert_silent (fixture);
    }
}

static void
test_snooze (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (ThawReminder) reminder = add (fixture, "Drink", NULL, 9, 20);

  let_it_be (fixture, "2026-03-29T09:20:00+02:00");
  press (fixture, "In 15 Minutes");
  assert_silent (fixture);
  g_assert_nonnull (thaw_test_ui_find (fixture->cards, GTK_TYPE_LABEL, "Next: “Drink”, at 09:35"));

  let_it_be (fixture, "2026-03-29T09:35:00+02:00");
  g_assert_nonnull (find_card (fixture, "Drink"));
}

static void
test_put_off (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (ThawReminder) reminder = add (fixture, "Drink", NULL, 9, 20);

  let_it_be (fixture, "2026-03-29T09:20:00+02:00");
  press (fixture, "Not Today");
  assert_silent (fixture);
  g_assert_false (gtk_widget_get_visible (fixture->cards));
  g_assert_cmpint (get_state (fixture, reminder)->put_off_day, ==, thaw_day_from_iso ("2026-03-29"));

  let_it_be (fixture, "2026-03-30T09:20:00+02:00");
  g_assert_nonnull (find_card (fixture, "Drink"));
}

/* The newest first, and a few at once. Who is about to press a button of one still has that when another one comes. */
static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (ThawReminder) first = add (fixture, "First", NULL, 9, 20);
  g_autoptr (ThawReminder) second = add (fixture, "Second", NULL, 9, 30);
  g_autoptr (ThawReminder) third = add (fixture, "Third", NULL, 9, 40);
  g_autoptr (ThawReminder) fourth = add (fixture, "Fourth", NULL, 9, 50);
  g_autoptr (ThawReminder) fifth = add (fixture, "Fifth", NULL, 9, 55);
  GtkWidget *card;

  let_it_be (fixture, "2026-03-29T09:20:00+02:00");
  card = find_card (fixture, "First");
  let_it_be (fixture, "2026-03-29T09:30:00+02:00");
  g_assert_true (find_card (fixture, "First") == card);
  g_assert_true (gtk_widget_get_next_sibling (find_card (fixture, "Second")) == card);

  let_it_be (fixture, "2026-03-29T09:55:00+02:00");
  g_assert_cmpuint (count_cards (fixture), ==, 3);
  g_assert_nonnull (find_card (fixture, "Third"));
  g_assert_null (find_card (fixture, "First"));
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), "reminder-cards-many");

  press (fixture, "2 More _Reminders");
  g_assert_cmpuint (count_cards (fixture), ==, 5);
  g_assert_false (gtk_widget_get_visible (find_button (fixture, "2 More _Reminders")));
}

/* More of the same kind are offered right after it. */
static void
test_many_and_missed (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (ThawReminder) first = add (fixture, "First", NULL, 9, 20);
  g_autoptr (ThawReminder) second = add (fixture, "Second", NULL, 9, 30);
  g_autoptr (ThawReminder) third = add (fixture, "Third", NULL, 9, 40);
  g_autoptr (ThawReminder) fourth = add (fixture, "Fourth", NULL, 9, 50);
  g_autoptr (ThawReminder) evening = add (fixture, "Evening", NULL, 20, 30);
  GtkWidget *button;

  let_it_be (fixture, "2026-03-30T09:55:00+02:00");
  g_assert_cmpuint (count_cards (fixture), ==, 4);
  button = find_button (fixture, "1 More _Reminder");
  g_assert_true (gtk_widget_get_next_sibling (button) ==
                 find_card (fixture, "“Evening” would have come yesterday at 20:30, when Thaw was not running."));
}

static void
test_missed (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (ThawReminder) reminder = add (fixture, "Evening look back", "check-in:now", 20, 30);

  let_it_be (fixture, "2026-03-30T09:00:00+02:00");
  g_assert_nonnull (find_card (fixture, "“Evening look back” would have come yesterday at 20:30, when Thaw was not "
                                        "running."));
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), "reminder-cards-missed");
  press (fixture, "All Right");
  assert_silent (fixture);
  g_assert_null (fixture->opened);
  g_assert_cmpint (get_state (fixture, reminder)->missed, ==, THAW_CIVIL_NONE);

  let_it_be (fixture, "2026-03-31T23:00:00+02:00");
  g_assert_nonnull (find_card (fixture, "“Evening look back” would have come today at 20:30, when Thaw was not "
                                        "running."));
  press (fixture, "Check In");
  g_assert_cmpstr (fixture->opened, ==, "check-in:now");
  assert_silent (fixture);
}

static void
test_missed_several (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (ThawReminder) evening = add (fixture, "Evening", "check-in:now", 20, 30);
  g_autoptr (ThawReminder) later = add (fixture, "Later", "entry:new", 21, 0);
  GtkWidget *card;

  let_it_be (fixture, "2026-04-02T09:00:00+02:00");
  card = find_card (fixture, "These would have come when Thaw was not running:");
  g_assert_nonnull (card);
  g_assert_nonnull (thaw_test_ui_find (card, GTK_TYPE_LABEL, "“Later”, yesterday at 21:00\n"
                                                             "“Evening”, yesterday at 20:30"));
  g_assert_null (thaw_test_ui_find (card, GTK_TYPE_BUTTON, "Check In"));
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), "reminder-cards-missed-several");
  press (fixture, "All Right");
  assert_silent (fixture);
  g_assert_cmpint (get_state (fixture, evening)->missed, ==, THAW_CIVIL_NONE);
  g_assert_cmpint (get_state (fixture, later)->missed, ==, THAW_CIVIL_NONE);
}

#define OFFER "“Walk” came on the last few days, maybe at a bad time. Would another time suit better?"

/* Three days without an answer, and the fourth of them. */
static ThawReminder *
leave_unanswered (Fixture *fixture)
{
  ThawReminder *reminder = add (fixture, "Walk", "practice:walk", 9, 20);

  let_it_be (fixture, "2026-03-29T09:20:00+02:00");
  let_it_be (fixture, "2026-03-30T09:20:00+02:00");
  let_it_be (fixture, "2026-03-31T09:20:00+02:00");
  g_assert_null (find_card (fixture, OFFER));
  let_it_be (fixture, "2026-04-01T00:01:00+02:00");

  return reminder;
}

static void
assert_over (Fixture *fixture)
{
  assert_silent (fixture);
  let_it_be (fixture, "2026-04-01T09:20:00+02:00");
  let_it_be (fixture, "2026-04-02T09:20:00+02:00");
  let_it_be (fixture, "2026-04-03T00:01:00+02:00");
  assert_silent (fixture);
}

static void
test_offer_leave (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (ThawReminder) reminder = leave_unanswered (fixture);

  g_assert_nonnull (find_card (fixture, OFFER));
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), "reminder-cards-offer");
  press (fixture, "Keep It");
  assert_over (fixture);
}

static void
test_offer_move (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (ThawReminder) reminder = leave_unanswered (fixture);

  press (fixture, "Another Time…");
  g_assert_cmpstr (fixture->edited, ==, reminder->uuid);
  assert_over (fixture);
}

/* One who answers it after all is not asked. */
static void
test_offer_answered (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (ThawReminder) reminder = leave_unanswered (fixture);

  let_it_be (fixture, "2026-04-01T09:20:00+02:00");
  g_assert_cmpuint (count_cards (fixture), ==, 2);
  press (fixture, "Begin");
  assert_silent (fixture);
}

static void
await_weekdays (Fixture            *fixture,
                const ThawReminder *reminder,
                guint               weekdays)
{
  while (thaw_reminder_engine_find (fixture->engine, reminder->uuid)->weekdays != weekdays)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_offer_rarer (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (ThawReminder) reminder = leave_unanswered (fixture);
  g_autoptr (ThawReminder) rarer = thaw_reminder_copy (reminder);

  g_assert_true (thaw_reminder_make_rarer (rarer));
  press (fixture, "Less Often");
  await_weekdays (fixture, reminder, rarer->weekdays);
  assert_silent (fixture);

  click (fixture, "_Undo");
  await_weekdays (fixture, reminder, THAW_REMINDER_EVERY_DAY);
  assert_silent (fixture);
}

static void
test_offer_rarer_fails (Fixture       *fixture,
                        gconstpointer  data)
{
  ThawDatabase *database = thaw_services_get_database (fixture->services.services);
  g_autoptr (ThawReminder) reminder = leave_unanswered (fixture);
  g_autoptr (ThawReminder) rarer = thaw_reminder_copy (reminder);
  g_autoptr (GError) error = NULL;

  g_assert_true (thaw_reminder_make_rarer (rarer));
  thaw_database_close (database);
  press (fixture, "Less Often");
  while (find_button (fixture, "_Try Again") == NULL)
    g_main_context_iteration (NULL, TRUE);
  thaw_database_open_sync (database, THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  click (fixture, "_Try Again");
  await_weekdays (fixture, reminder, rarer->weekdays);
}

/* What comes once a week cannot be made rarer. */
static void
test_offer_once_a_week (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (ThawReminder) reminder = thaw_reminder_new ("Walk", NULL);
  g_autoptr (ThawReminder) saved = NULL;

  reminder->is_on = TRUE;
  reminder->weekdays = 1u << 6;
  reminder->timing = THAW_REMINDER_AT_TIMES;
  reminder->n_times = 1;
  reminder->times[0] = 9 * 60 + 20;
  saved = save (fixture, reminder);
  let_it_be (fixture, "2026-03-29T09:20:00+02:00");
  let_it_be (fixture, "2026-04-05T09:20:00+02:00");
  let_it_be (fixture, "2026-04-12T09:20:00+02:00");
  let_it_be (fixture, "2026-04-13T09:20:00+02:00");
  g_assert_nonnull (find_card (fixture, OFFER));
  g_assert_null (find_button (fixture, "Less Often"));
  g_assert_nonnull (find_button (fixture, "Another Time…"));
}

/* At most one is asked about at a time. Both were made in the same moment, so either may be the first. */
static void
test_offer_one (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (ThawReminder) drink = add (fixture, "Drink", NULL, 9, 20);
  g_autoptr (ThawReminder) walk = leave_unanswered (fixture);
  gboolean is_walk_first = find_card (fixture, OFFER) != NULL;

  g_assert_cmpuint (count_cards (fixture), ==, 1);
  press (fixture, "Keep It");
  g_assert_cmpuint (count_cards (fixture), ==, 1);
  g_assert_true ((find_card (fixture, OFFER) != NULL) == !is_walk_first);
  press (fixture, "Keep It");
  assert_silent (fixture);
}

/* Of a moment that nobody shall know, the window is told. */
static void
test_next (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (ThawReminder) tomorrow = add (fixture, "Morning", NULL, 9, 0);
  g_autoptr (ThawReminder) window = thaw_reminder_new ("Breathe", NULL);
  g_autoptr (ThawReminder) evening = NULL;
  g_autoptr (ThawReminder) saved = NULL;

  thaw_test_ui_flush (fixture->overlay);
  g_assert_false (gtk_widget_get_visible (fixture->cards));

  evening = add (fixture, "Evening", NULL, 20, 30);
  thaw_test_ui_flush (fixture->overlay);
  g_assert_true (gtk_widget_get_visible (fixture->cards));
  g_assert_nonnull (thaw_test_ui_find (fixture->cards, GTK_TYPE_LABEL, "Next: “Evening”, at 20:30"));
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), "reminder-cards-next");

  window->is_on = TRUE;
  window->weekdays = THAW_REMINDER_EVERY_DAY;
  window->timing = THAW_REMINDER_IN_WINDOW;
  window->window_start = 14 * 60;
  window->window_end = 18 * 60;
  window->n_in_window = 1;
  window->distance = 1;
  saved = save (fixture, window);
  thaw_test_ui_flush (fixture->overlay);
  g_assert_nonnull (thaw_test_ui_find (fixture->cards, GTK_TYPE_LABEL,
                                       "Next: “Breathe”, some time between 14:00 and 18:00"));
}

static void
add_test (const char *path,
          void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

  add_test ("/ui/reminder-cards/silent", test_silent);
  add_test ("/ui/reminder-cards/due", test_due);
  add_test ("/ui/reminder-cards/labels", test_labels);
  add_test ("/ui/reminder-cards/snooze", test_snooze);
  add_test ("/ui/reminder-cards/put-off", test_put_off);
  add_test ("/ui/reminder-cards/many", test_many);
  add_test ("/ui/reminder-cards/many-and-missed", test_many_and_missed);
  add_test ("/ui/reminder-cards/missed", test_missed);
  add_test ("/ui/reminder-cards/missed-several", test_missed_several);
  add_test ("/ui/reminder-cards/offer-leave", test_offer_leave);
  add_test ("/ui/reminder-cards/offer-move", test_offer_move);
  add_test ("/ui/reminder-cards/offer-answered", test_offer_answered);
  add_test ("/ui/reminder-cards/offer-rarer", test_offer_rarer);
  add_test ("/ui/reminder-cards/offer-rarer-fails", test_offer_rarer_fails);
  add_test ("/ui/reminder-cards/offer-once-a-week", test_offer_once_a_week);
  add_test ("/ui/reminder-cards/offer-one", test_offer_one);
  add_test ("/ui/reminder-cards/next", test_next);

  return g_test_run ();
}
