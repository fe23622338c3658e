/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "thaw-contact-way.h"

typedef struct
{
  ThawContactKind kind;
  const char *value;
  const char *uri;
} Case;

static void
assert_uris (const Case *cases,
             guint       n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autoptr (ThawContactWay) way = thaw_contact_way_new (cases[i].kind, NULL, cases[i].value);
      g_autofree char *uri = thaw_contact_way_dup_uri (way);

      g_test_message ("%s", cases[i].value);
      g_assert_cmpstr (uri, ==, cases[i].uri);
    }
}

static void
test_phone (void)
{
  static const Case cases[] = {
    { THAW_CONTACT_PHONE, "988", "tel:988" },
    { THAW_CONTACT_PHONE, "0800 1110111", "tel:08001110111" },
    { THAW_CONTACT_PHONE, "  +44 20-7946.0958 ", "tel:+442079460958" },
    { THAW_CONTACT_PHONE, "1 (800) 555-0199", "tel:18005550199" },
    { THAW_CONTACT_PHONE, "(030) 123456", "tel:030123456" },
    { THAW_CONTACT_PHONE, "033701/123456", "tel:033701123456" },

    /* From abroad, the zero in brackets is not dialled; at home there is none. */
    { THAW_CONTACT_PHONE, "+49 (0)30 123456", "tel:+4930123456" },
    { THAW_CONTACT_PHONE, "+49(0) 30 123456", "tel:+4930123456" },

    /* Letters are keys, if they are meant to be. */
    { THAW_CONTACT_PHONE, "1-800-662-HELP", "tel:18006624357" },
    { THAW_CONTACT_PHONE, "1-800-662-help", "tel:18006624357" },
    { THAW_CONTACT_PHONE, "1-800-662-HELP (4357)", "tel:18006624357" },
    { THAW_CONTACT_PHONE, "1 800 FLOWERS", "tel:18003569377" },
    { THAW_CONTACT_PHONE, "1-800-Flowers", "tel:18003569377" },
    { THAW_CONTACT_PHONE, "Call 112", "tel:112" },
    { THAW_CONTACT_PHONE, "112 or 911", "tel:112" },
    { THAW_CONTACT_PHONE, "112, 110", "tel:112" },
    { THAW_CONTACT_PHONE, "030 123456; in the evening 030 654321", "tel:030123456" },
    { THAW_CONTACT_PHONE, "030 1234567 / 030 654321", "tel:0301234567" },
    { THAW_CONTACT_PHONE, "988 (SAMHSA)", "tel:988" },
    { THAW_CONTACT_PHONE, "116 123 Samaritans", "tel:116123" },
    { THAW_CONTACT_PHONE, "555-1234x12", "tel:5551234" },
    { THAW_CONTACT_PHONE, "555-1234 ext. 12", "tel:5551234" },

    /* Keys that are no digits, and digits that are not those of ASCII. */
    { THAW_CONTACT_PHONE, "*4141", "tel:*4141" },
    { THAW_CONTACT_PHONE, "12#", "tel:12%23" },
    { THAW_CONTACT_PHONE, "٠٨٠٠ ١٢٣", "tel:0800123" },

    { THAW_CONTACT_PHONE, "", NULL },
    { THAW_CONTACT_PHONE, "+", NULL },
    { THAW_CONTACT_PHONE, "*#", NULL },
    { THAW_CONTACT_PHONE, "ask her sister", NULL },
    { THAW_CONTACT_PHONE, "HELP", NULL },
    { THAW_CONTACT_PHONE, "☎️ 🙂", NULL },
  };

  assert_uris (cases, G_N_ELEMENTS (cases));
}

static void
test_text (void)
{
  static const Case cases[] = {
    { THAW_CONTACT_TEXT, "741741", "sms:741741" },
    { THAW_CONTACT_TEXT, "+44 7700 900123", "sms:+447700900123" },
    /* A word is what to write, not where to. */
    { THAW_CONTACT_TEXT, "HOME to 741741", "sms:741741" },
    { THAW_CONTACT_TEXT, "741741 HOME", "sms:741741" },
    { THAW_CONTACT_TEXT, "HOME", NULL },
  };

  assert_uris (cases, G_N_ELEMENTS (cases));
}

static void
test_mail (void)
{
  static const Case cases[] = {
    { THAW_CONTACT_MAIL, "jo@samaritans.org", "mailto:jo@samaritans.org" },
    { THAW_CONTACT_MAIL, " jo+me@example.org ", "mailto:jo%2Bme@example.org" },
    /* What is not a part of the address adds nothing to the mail. */
    { THAW_CONTACT_MAIL, "jo@example.org?bcc=all@example.org", NULL },
    { THAW_CONTACT_MAIL, "jo@example.org?body=x", "mailto:jo@example.org%3Fbody%3Dx" },
    { THAW_CONTACT_MAIL, "jo@example.org, mo@example.org", NULL },
    { THAW_CONTACT_MAIL, "Jo <jo@example.org>", NULL },
    { THAW_CONTACT_MAIL, "@jo", NULL },
    { THAW_CONTACT_MAIL, "jo@", NULL },
    { THAW_CONTACT_MAIL, "jo", NULL },
    { THAW_CONTACT_MAIL, "", NULL },
  };

  assert_uris (cases, G_N_ELEMENTS (cases));
}

static void
test_web (void)
{
  static const Case cases[] = {
    { THAW_CONTACT_WEB, "113.nl", "https://113.nl" },
    { THAW_CONTACT_WEB, "example.org/a?b=c#d", "https://example.org/a?b=c#d" },
    { THAW_CONTACT_WEB, " https://example.org ", "https://example.org" },
    { THAW_CONTACT_WEB, "HTTP://Example.org", "HTTP://Example.org" },
    { THAW_CONTACT_WEB, "file:///etc/passwd", NULL },
    { THAW_CONTACT_WEB, "javascript:alert(1)", NULL },
    { THAW_CONTACT_WEB, "no page at all", NULL },
  };

  assert_uris (cases, G_N_ELEMENTS (cases));
}

static void
test_messenger (void)
{
  static const Case cases[] = {
    { THAW_CONTACT_MESSENGER, "xmpp:jo@example.org", "xmpp:jo@example.org" },
    { THAW_CONTACT_MESSENGER, " https://matrix.to/#/@jo:example.org", "https://matrix.to/#/@jo:example.org" },
    { THAW_CONTACT_MESSENGER, "@jo", NULL },
    { THAW_CONTACT_MESSENGER, "Jo", NULL },
    { THAW_CONTACT_MESSENGER, "file:///home/jo/evil.desktop", NULL },
    { THAW_CONTACT_MESSENGER, "javascript:alert(1)", NULL },
    { THAW_CONTACT_MESSENGER, "Signal: 0170 555", NULL },
  };

  assert_uris (cases, G_N_ELEMENTS (cases));
}

static void
test_address (void)
{
  static const Case cases[] = {
    { THAW_CONTACT_ADDRESS, "12 High Street, York", "geo:0,0?q=12%20High%20Street%2C%20York" },
    { THAW_CONTACT_ADDRESS, "Straße 1 & Hof", "geo:0,0?q=Straße%201%20%26%20Hof" },
  };

  assert_uris (cases, G_N_ELEMENTS (cases));
}

/* Nothing that somebody types or a file brings along ends the program, and what comes of it is a URI. */
static void
test_absurd (void)
{
  g_autofree char *many_digits = g_strnfill (100000, '7');
  g_autofree char *many_brackets = g_strnfill (100000, '(');
  const char *const values[] = {
    many_digits, many_brackets, "++++", "(((0)))", "+(0)", "🙂1🙂2", "1\xc2\xa0" "2", "-", "%", "a@b@c", "://", "http://",
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      for (guint kind = 0; kind < THAW_N_CONTACT_KINDS; kind++)
        {
          g_autoptr (ThawContactWay) way = thaw_contact_way_new (kind, NULL, values[i]);
          g_autofree char *uri = thaw_contact_way_dup_uri (way);

          if (uri != NULL)
            g_assert_true (g_uri_is_valid (uri, G_URI_FLAGS_NONE, NULL));
        }
    }
}

static void
assert_valid (const char *label,
              const char *value,
              gboolean    is_valid)
{
  g_autoptr (ThawContactWay) way = thaw_contact_way_new (THAW_CONTACT_PHONE, label, value);

  g_assert_cmpint (thaw_contact_way_is_valid (way), ==, is_valid);
}

static void
test_valid (void)
{
  g_autofree char *long_value = g_strnfill (THAW_CONTACT_MAX_VALUE_BYTES, 'v');
  g_autofree char *longer_value = g_strnfill (THAW_CONTACT_MAX_VALUE_BYTES + 1, 'v');
  g_autofree char *longer_label = g_strnfill (THAW_CONTACT_MAX_LABEL_BYTES + 1, 'l');

  assert_valid (NULL, "123", TRUE);
  assert_valid ("work", "123", TRUE);
  assert_valid ("", "123", TRUE);
  assert_valid (NULL, long_value, TRUE);
  assert_valid (NULL, longer_value, FALSE);
  assert_valid (longer_label, "123", FALSE);
  assert_valid (" ", "123", FALSE);
  assert_valid ("a\nb", "123", FALSE);
  assert_valid (NULL, "", FALSE);
  assert_valid (NULL, " ", FALSE);
  assert_valid (NULL, "1\n2", FALSE);
  assert_valid (NULL, "\xff", FALSE);
}

static void
test_equal (void)
{
  g_autoptr (ThawContactWay) way = thaw_contact_way_new (THAW_CONTACT_PHONE, "work", "123");
  g_autoptr (ThawContactWay) copy = thaw_contact_way_copy (way);
  g_autoptr (ThawContactWay) text = thaw_contact_way_new (THAW_CONTACT_TEXT, "work", "123");
  g_autoptr (ThawContactWay) home = thaw_contact_way_new (THAW_CONTACT_PHONE, "", "123");
  g_autoptr (ThawContactWay) other = thaw_contact_way_new (THAW_CONTACT_PHONE, "work", "1234");

  g_assert_true (thaw_contact_way_equal (way, copy));
  g_assert_false (thaw_contact_way_equal (way, text));
  g_assert_false (thaw_contact_way_equal (way, home));
  g_assert_false (thaw_contact_way_equal (way, other));
  g_assert_null (home->label);
}

static void
test_kinds (void)
{
  for (guint i = 0; i < THAW_N_CONTACT_KINDS; i++)
    {
      ThawContactKind kind;

      g_assert_true (thaw_contact_kind_from_slug (thaw_contact_kind_to_slug (i), &kind));
      g_assert_cmpuint (kind, ==, i);
      g_assert_cmpstr (thaw_contact_kind_get_name (i), !=, NULL);
    }
  g_assert_false (thaw_contact_kind_from_slug ("pigeon", &(ThawContactKind) { 0 }));
  g_assert_false (thaw_contact_kind_from_slug (NULL, &(ThawContactKind) { 0 }));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/contact-way/phone", test_phone);
  g_test_add_func ("/core/contact-way/text", test_text);
  g_test_add_func ("/core/contact-way/mail", test_mail);
  g_test_add_func ("/core/contact-way/web", test_web);
  g_test_add_func ("/core/contact-way/messenger", test_messenger);
  g_test_add_func ("/core/contact-way/address", test_address);
  g_test_add_func ("/core/contact-way/absurd", test_absurd);
  g_test_add_func ("/core/contact-way/valid", test_valid);
  g_test_add_func ("/core/contact-way/equal", test_equal);
  g_test_add_func ("/core/contact-way/kinds", test_kinds);

  return g_test_run ();
}
