/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-vcard-reader"

#include "config.h"

#include <string.h>

#include "exchange/thaw-exchange-error.h"
#include "thaw-test-exchange.h"
#include "thaw-uuid.h"
#include "vcard/thaw-vcard-reader.h"

#define CARD(lines) "BEGIN:VCARD\r\nVERSION:3.0\r\n" lines "END:VCARD\r\n"

static ThawVcardBatch *
read_bytes (const char *bytes,
            gsize       n_bytes)
{
  g_autoptr (GBytes) file = g_bytes_new (bytes, n_bytes);
  g_autoptr (GError) error = NULL;
  ThawVcardBatch *batch = thaw_vcard_read (file, NULL, &error);

  g_assert_no_error (error);

  return batch;
}

static ThawVcardBatch *
read_text (const char *text)
{
  return read_bytes (text, strlen (text));
}

static ThawVcardBatch *
read_fixture (const char *name)
{
  g_autofree char *path = g_strconcat ("vcard/", name, NULL);
  g_autoptr (GBytes) bytes = thaw_test_read_fixture (path);
  g_autoptr (GError) error = NULL;
  ThawVcardBatch *batch = thaw_vcard_read (bytes, NULL, &error);

  g_assert_no_error (error);

  return batch;
}

static void
assert_refused (const char        *bytes,
                gsize              n_bytes,
                ThawExchangeError  code,
                const char        *message)
{
  g_autoptr (GBytes) file = g_bytes_new (bytes, n_bytes);
  g_autoptr (GError) error = NULL;

  g_assert_null (thaw_vcard_read (file, NULL, &error));
  g_assert_error (error, THAW_EXCHANGE_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, message);
}

static ThawPerson *
get_person (ThawVcardBatch *batch,
            guint           i)
{
  g_assert_cmpuint (i, <, batch->contacts->len);

  return ((ThawVcardContact *) g_ptr_array_index (batch->contacts, i))->person;
}

static GBytes *
get_photo (ThawVcardBatch *batch,
           guint           i)
{
  return ((ThawVcardContact *) g_ptr_array_index (batch->contacts, i))->photo;
}

static void
assert_way (const ThawPerson *person,
            guint             i,
            ThawContactKind   kind,
            const char       *label,
            const char       *value)
{
  const ThawContactWay *way;

  g_assert_cmpuint (i, <, person->ways->len);
  way = g_ptr_array_index (person->ways, i);
  g_assert_cmpint (way->kind, ==, kind);
  g_assert_cmpstr (way->label, ==, label);
  g_assert_cmpstr (way->value, ==, value);
}

static void
assert_nothing_lost (const ThawVcardBatch *batch)
{
  g_auto (GStrv) losses = thaw_vcard_batch_dup_losses (batch);

  g_assert_null (losses[0]);
}

static void
assert_one_loss (const ThawVcardBatch *batch,
                 const char           *loss)
{
  g_auto (GStrv) losses = thaw_vcard_batch_dup_losses (batch);

  g_assert_cmpuint (g_strv_length (losses), ==, 1);
  g_assert_cmpstr (losses[0], ==, loss);
}

static void
test_apple (void)
{
  g_autoptr (ThawVcardBatch) batch = read_fixture ("apple-3.0.vcf");
  const ThawPerson *person = get_person (batch, 0);

  g_assert_cmpuint (batch->contacts->len, ==, 1);
  assert_nothing_lost (batch);
  g_assert_cmpstr (person->id, ==, "9a3c7b1e-52f0-4d8c-8a3f-0c1d2e3f4a5b");
  g_assert_cmpstr (person->name, ==, "Dr. Ada Okafor");
  g_assert_cmpstr (person->role, ==, "Counsellor, Open Door, Counselling, Evening Team");
  g_assert_cmpstr (person->notes, ==, "Tuesdays; bring the list, and breathe.\nShe said: “call, any time”.");
  g_assert_cmpint (person->kind, ==, THAW_PERSON_OTHER);
  g_assert_cmpint (person->modified_ms, ==, 0);
  g_assert_cmpint (person->last_contact, ==, THAW_DAY_NONE);

  /* What is preferred comes first. */
  g_assert_cmpuint (person->ways->len, ==, 6);
  assert_way (person, 0, THAW_CONTACT_MAIL, "work", "ada@example.org");
  assert_way (person, 1, THAW_CONTACT_WEB, "HomePage", "https://example.org/open-door");
  assert_way (person, 2, THAW_CONTACT_PHONE, "front desk", "+44 20 7946 0123");
  assert_way (person, 3, THAW_CONTACT_PHONE, "mobile", "+44 7700 900123");
  assert_way (person, 4, THAW_CONTACT_ADDRESS, "work", "12 Quiet Lane, Third floor, London, N1 9XX, United Kingdom");
  assert_way (person, 5, THAW_CONTACT_MESSENGER, "XMPP", "xmpp:ada@example.org");

  g_assert_cmpuint (g_bytes_get_size (get_photo (batch, 0)), ==, 70);
  g_assert_cmpint (memcmp (g_bytes_get_data (get_photo (batch, 0), NULL), "\x89PNG", 4), ==, 0);
}

/* Names are missing, and a picture is on the net, which Thaw does not go on. */
static void
test_google (void)
{
  g_autoptr (ThawVcardBatch) batch = read_fixture ("google-3.0.vcf");
  const ThawPerson *sam = get_person (batch, 0);
  const ThawPerson *nameless = get_person (batch, 1);

  g_assert_cmpuint (batch->contacts->len, ==, 2);
  assert_one_loss (batch, "1 contact was left out: there is neither a name nor a way to reach anybody");
  g_assert_cmpstr (sam->name, ==, "Sam Lindqvist");
  g_assert_cmpint (sam->kind, ==, THAW_PERSON_FRIEND);
  g_assert_null (sam->role);
  assert_way (sam, 1, THAW_CONTACT_PHONE, "mobile", "555-0142");
  assert_way (sam, 2, THAW_CONTACT_PHONE, "home, fax", "555-0143");
  assert_way (sam, 3, THAW_CONTACT_ADDRESS, "home", "5 Birch Rd, Springfield, IL, 62701, US, 5 Birch Rd");
  assert_way (sam, 4, THAW_CONTACT_WEB, NULL, "http://www.example.net/sam");
  g_assert_null (get_photo (batch, 0));

  g_assert_cmpstr (nameless->name, ==, "1-800-555-HELP");
  assert_way (nameless, 0, THAW_CONTACT_PHONE, "work", "1-800-555-HELP");
}

static void
test_android (void)
{
  g_autoptr (ThawVcardBatch) batch = read_fixture ("android-2.1.vcf");
  const ThawPerson *person = get_person (batch, 0);

  assert_nothing_lost (batch);
  g_assert_cmpstr (person->name, ==, "Jörg Müller");
  g_assert_cmpstr (person->notes, ==, "Anruf abends\nKaffee mit Milch, € und  Zeit");
  g_assert_cmpuint (person->ways->len, ==, 3);
  assert_way (person, 0, THAW_CONTACT_PHONE, "mobile", "+49 1555 0112233");
  assert_way (person, 1, THAW_CONTACT_PHONE, "work", "030 23125 0");
  assert_way (person, 2, THAW_CONTACT_MAIL, "home", "joerg@example.org");
}

/* What is in the card of an agent is not that of the card around it. */
static void
test_nokia (void)
{
  g_autoptr (ThawVcardBatch) batch = read_fixture ("nokia-2.1.vcf");
  const ThawPerson *person = get_person (batch, 0);

  g_assert_cmpuint (batch->contacts->len, ==, 1);
  g_assert_cmpstr (person->name, ==, "René François");
  g_assert_cmpuint (person->ways->len, ==, 1);
  assert_way (person, 0, THAW_CONTACT_PHONE, "mobile", "0199 00 12 34");
  g_assert_cmpstr (person->role, ==, "Café owner");
  g_assert_cmpstr (person->notes, ==, "already in the café");
}

static void
test_evolution (void)
{
  g_autoptr (ThawVcardBatch) batch = read_fixture ("evolution-4.0.vcf");
  const ThawPerson *person = get_person (batch, 0);

  assert_nothing_lost (batch);
  g_assert_cmpstr (person->id, ==, "0190c2a0-0000-7000-8000-0000000000aa");
  g_assert_cmpstr (person->name, ==, "Noor Haddad نور");
  g_assert_cmpstr (person->role, ==, "Sponsor");
  g_assert_cmpstr (person->notes, ==, "<b>not bold</b> & 🧊→☀️ \\ back, slash");
  g_assert_cmpuint (person->ways->len, ==, 6);
  assert_way (person, 0, THAW_CONTACT_PHONE, "mobile", "+1-555-0199, 12");
  assert_way (person, 1, THAW_CONTACT_TEXT, NULL, "+1-555-0188");
  assert_way (person, 2, THAW_CONTACT_MAIL, "work", "noor@example.com");
  assert_way (person, 3, THAW_CONTACT_MESSENGER, "Matrix", "matrix:u/noor:example.org");
  assert_way (person, 4, THAW_CONTACT_MESSENGER, "Signal", "+1 555 0199");
  assert_way (person, 5, THAW_CONTACT_ADDRESS, NULL, "7 Mill Street, Riverton");
  g_assert_cmpuint (g_bytes_get_size (get_photo (batch, 0)), ==, 70);
}

/* Whatever ends its lines, and wherever a line is folded, also within a character. */
static void
test_lines (void)
{
  static const char *const texts[] = {
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Jürgen Ä\r\nNOTE:one two\r\nEND:VCARD\r\n",
    "BEGIN:VCARD\nVERSION:3.0\nFN:Jürgen Ä\nNOTE:one two\nEND:VCARD",
    "BEGIN:VCARD\rVERSION:3.0\rFN:Jürgen Ä\rNOTE:one two\rEND:VCARD\r",
    "\xef\xbb\xbf\r\n\r\nbegin:vcard\r\nversion:3.0\r\n\r\nfn:J\xc3\r\n \xbcrgen Ä\r\nnote:one\r\n  two\r\nend:vcard\r\n\r\n",
    "BEGIN:VCARD\nVERSION:3.0\nFN;X-A=b;\n X-C=\"d:e;f\":J\n\türgen Ä\nNOTE:one\n \n  two\nEND:VCARD \n",
    "BEGIN:VCARD\nVERSION:2.1\nFN:Jürgen\n Ä\nNOTE:one\n two\nEND:VCARD\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (ThawVcardBatch) batch = read_text (texts[i]);

      g_assert_cmpuint (batch->contacts->len, ==, 1);
      g_assert_cmpstr (get_person (batch, 0)->name, ==, "Jürgen Ä");
      g_assert_cmpstr (get_person (batch, 0)->notes, ==, "one two");
    }
}

static void
test_charsets (void)
{
  const char *text = CARD ("FN:Zoë 🙂\r\n");
  g_autofree char *utf16 = NULL;
  gsize n_utf16;
  g_autoptr (ThawVcardBatch) windows = read_text (CARD ("FN:Ren\xe9 \x80\r\n"));
  g_autoptr (ThawVcardBatch) latin = read_text (CARD ("FN;CHARSET=ISO-8859-1:Ren\xe9\r\n"));
  g_autoptr (ThawVcardBatch) cyrillic = read_text (CARD ("FN;CHARSET=KOI8-R:\xe1\xce\xce\xc1\r\n"));
  g_autoptr (ThawVcardBatch) unknown = read_text (CARD ("FN;CHARSET=X-NONE:Ren\xe9\r\n"));
  g_autoptr (ThawVcardBatch) wide = NULL;

  g_assert_cmpstr (get_person (windows, 0)->name, ==, "René €");
  g_assert_cmpstr (get_person (latin, 0)->name, ==, "René");
  g_assert_cmpstr (get_person (cyrillic, 0)->name, ==, "Анна");
  g_assert_cmpstr (get_person (unknown, 0)->name, ==, "René");

  utf16 = g_convert (text, -1, "UTF-16", "UTF-8", NULL, &n_utf16, NULL);
  wide = read_bytes (utf16, n_utf16);
  g_assert_cmpstr (get_person (wide, 0)->name, ==, "Zoë 🙂");
}

/* What a URI says in percent may be no text at all. */
static void
test_numbers (void)
{
  g_autoptr (ThawVcardBatch) batch = read_text (CARD ("FN:Ann\r\nTEL:tel:+1%20555%200199%3Bext=12\r\n"
                                                      "TEL:tel:112%fc\r\nTEL:tel:%c3\r\nTEL:tel:1%0a1\r\n"
                                                      "TEL:tel:1%001\r\n"));
  const ThawPerson *person = get_person (batch, 0);

  assert_nothing_lost (batch);
  g_assert_cmpuint (person->ways->len, ==, 5);
  assert_way (person, 0, THAW_CONTACT_PHONE, NULL, "+1 555 0199, 12");
  assert_way (person, 1, THAW_CONTACT_PHONE, NULL, "112\357\277\275");
  assert_way (person, 2, THAW_CONTACT_PHONE, NULL, "\357\277\275");
  assert_way (person, 3, THAW_CONTACT_PHONE, NULL, "1 1");
  assert_way (person, 4, THAW_CONTACT_PHONE, NULL, "1%001");
}

/* A name is one line, whatever is in it, and shown as it is. */
static void
test_names (void)
{
  g_autoptr (ThawVcardBatch) batch =
    read_text (CARD ("FN:<b>Tom & Co</b>\r\n")
               CARD ("FN: \\n \r\nN:Lee;Ann;Q.;Ms.;PhD\r\n")
               CARD ("NICKNAME:Bo\r\n")
               CARD ("ORG:Night Line;\r\nTEL:555-0100\r\n")
               CARD ("EMAIL:only@example.org\r\n")
               CARD ("FN:two\\nlines\\tand a tab\x07\r\n")
               CARD ("FN:יעל\r\nROLE:חברה\r\n"));

  assert_nothing_lost (batch);
  g_assert_cmpuint (batch->contacts->len, ==, 7);
  g_assert_cmpstr (get_person (batch, 0)->name, ==, "<b>Tom & Co</b>");
  g_assert_cmpstr (get_person (batch, 1)->name, ==, "Ms. Ann Q. Lee PhD");
  g_assert_cmpstr (get_person (batch, 2)->name, ==, "Bo");
  g_assert_cmpstr (get_person (batch, 3)->name, ==, "Night Line");
  g_assert_null (get_person (batch, 3)->role);
  g_assert_cmpstr (get_person (batch, 4)->name, ==, "only@example.org");
  g_assert_cmpstr (get_person (batch, 5)->name, ==, "two lines\\tand a tab");
  g_assert_cmpstr (get_person (batch, 6)->name, ==, "יעל");
  g_assert_cmpstr (get_person (batch, 6)->role, ==, "חברה");
}

/* The same file read again has the same people in it, and nobody twice; who only shares an identity is somebody else. */
static void
test_identity (void)
{
  const char *text = CARD ("UID:contact-1\r\nFN:A\r\n") CARD ("UID:contact-1\r\nFN:A\r\n")
                     CARD ("UID:contact-1\r\nFN:B\r\n") CARD ("FN:C\r\n") CARD ("FN:C\r\n") CARD ("FN:D\r\n");
  g_autoptr (ThawVcardBatch) batch = read_text (text);
  g_autoptr (ThawVcardBatch) again = read_text (text);
  g_autoptr (ThawVcardBatch) changed = read_text (CARD ("UID:contact-1\r\nFN:A, who married\r\n"));
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (batch->contacts->len, ==, 4);
  for (guint i = 0; i < batch->contacts->len; i++)
    {
      g_assert_true (thaw_uuid_is_valid (get_person (batch, i)->id));
      g_assert_true (g_hash_table_add (ids, get_person (batch, i)->id));
      g_assert_cmpstr (get_person (batch, i)->id, ==, get_person (again, i)->id);
    }
  g_assert_cmpstr (get_person (changed, 0)->id, ==, get_person (batch, 0)->id);
}

static void
test_too_much (void)
{
  g_autoptr (GString) text = g_string_new ("BEGIN:VCARD\nVERSION:3.0\nFN:Anna\nNOTE:");
  g_autoptr (ThawVcardBatch) batch = NULL;
  g_auto (GStrv) losses = NULL;

  for (guint i = 0; i < 10 * 1024 * 1024 / 2; i++)
    g_string_append (text, "ä");
  for (guint i = 0; i < 60; i++)
    g_string_append_printf (text, "\nTEL:555-01%02u", i);
  g_string_append (text, "\nURL:https://example.org/");
  for (guint i = 0; i < 600; i++)
    g_string_append_c (text, 'x');
  g_string_append (text, "\nPHOTO;ENCODING=b:!!!\nEND:VCARD\n");

  batch = read_text (text->str);
  losses = thaw_vcard_batch_dup_losses (batch);
  g_assert_cmpuint (g_strv_length (losses), ==, 3);
  g_assert_cmpstr (losses[0], ==, "The text of 1 contact was too long and was shortened");
  g_assert_cmpstr (losses[1], ==, "Some ways to reach 1 contact were too long or too many and were left out");
  g_assert_cmpstr (losses[2], ==, "The picture of 1 contact could not be taken over");
  g_assert_cmpuint (strlen (get_person (batch, 0)->notes), ==, THAW_PERSON_MAX_TEXT_BYTES);
  g_assert_true (g_utf8_validate (get_person (batch, 0)->notes, -1, NULL));
  g_assert_cmpuint (get_person (batch, 0)->ways->len, ==, THAW_PERSON_MAX_WAYS);
}

/* What is left of a name that was shortened still says something. */
static void
test_wide_blanks (void)
{
  g_autoptr (GString) text = g_string_new ("BEGIN:VCARD\nVERSION:3.0\nFN:");
  g_autoptr (ThawVcardBatch) batch = NULL;

  for (guint i = 0; i < THAW_PERSON_MAX_NAME_BYTES; i++)
    g_string_append (text, "\343\200\200");
  g_string_append (text, "Anna\nEND:VCARD\n");
  batch = read_text (text->str);
  assert_nothing_lost (batch);
  g_assert_cmpstr (get_person (batch, 0)->name, ==, "Anna");
}

static void
test_many (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (ThawVcardBatch) batch = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, CARD ("UID:%u\r\nFN:Person %u\r\nTEL;TYPE=CELL:+44 7700 900%03u\r\n"), i, i, i % 1000);
  batch = read_text (text->str);
  g_assert_cmpuint (batch->contacts->len, ==, 5000);
  g_assert_cmpstr (get_person (batch, 4999)->name, ==, "Person 4999");

  g_string_truncate (text, 0);
  for (guint i = 0; i <= THAW_VCARD_MAX_CONTACTS; i++)
    g_string_append (text, "BEGIN:VCARD\nEND:VCARD\n");
  assert_refused (text->str, text->len, THAW_EXCHANGE_ERROR_TOO_LARGE,
                  "There are more than 50000 contacts in the file");
}

/* A picture that a program broke into lines without indenting them. */
static void
test_base64_lines (void)
{
  g_autoptr (ThawVcardBatch) batch =
    read_text ("BEGIN:VCARD\nVERSION:2.1\nFN:Anna\nPHOTO;JPEG;ENCODING=BASE64:\n/9j/4AAQ\nSkZJRg==\n\nTEL:555-0100\n"
               "END:VCARD\n");

  assert_nothing_lost (batch);
  g_assert_cmpuint (g_bytes_get_size (get_photo (batch, 0)), ==, 10);
  assert_way (get_person (batch, 0), 0, THAW_CONTACT_PHONE, NULL, "555-0100");
}

static void
test_refused (void)
{
  static const char *const not_vcards[] = {
    "", "\n\n", "Dear diary, this: is none", "BEGIN:VCALENDAR\nEND:VCALENDAR\n", "{\"format\":1}",
    "VERSION:3.0\nFN:Anna\nEND:VCARD\n", "\xff\xfe", "%PDF-1.4\n%\xc7\xec\n",
  };
  const char nul[] = "BEGIN:VCARD\nVERSION:3.0\nFN:An\0na\nEND:VCARD\n";

  for (guint i = 0; i < G_N_ELEMENTS (not_vcards); i++)
    assert_refused (not_vcards[i], strlen (not_vcards[i]), THAW_EXCHANGE_ERROR_NOT_THIS_FORMAT,
                    "There are no contacts (vCards) in the file");

  assert_refused (nul, sizeof nul - 1, THAW_EXCHANGE_ERROR_DAMAGED, "The file is damaged: line 3 is no text");
#define REFUSE(text, message) assert_refused (text, strlen (text), THAW_EXCHANGE_ERROR_DAMAGED, message)
  REFUSE (CARD ("FN:A\r\n") "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:B\r\nTEL:555-",
          "The file is damaged: the contact that begins in line 5 has no end");
  REFUSE ("BEGIN:VCARD\nVERSION:3.0\nFN:A\n" CARD ("FN:B\r\n"),
          "The file is damaged: the contact that begins in line 1 has no end");
  REFUSE (CARD ("FN:A\r\n") "rubbish\n" CARD ("FN:B\r\n"), "The file is damaged: line 5 belongs to no contact");
  REFUSE (CARD ("FN:A\r\n") "END:VCARD\n", "The file is damaged: line 5 belongs to no contact");
  REFUSE (CARD ("FN:A\r\nno colon here\r\n"), "The file is damaged: line 4 belongs to no contact");
#undef REFUSE
}

/* What is folded a million times, has a million parameters or a million lines does not take for ever either. */
static void
test_endless (void)
{
  g_autoptr (GString) folded = g_string_new ("BEGIN:VCARD\nVERSION:3.0\nX");
  g_autoptr (GString) params = g_string_new ("BEGIN:VCARD\nVERSION:3.0\nTEL");
  g_autoptr (GString) lines = g_string_new ("BEGIN:VCARD\nVERSION:3.0\nFN:Ann\n");
  g_autoptr (ThawVcardBatch) batch = NULL;

  for (guint i = 0; i < 1000000; i++)
    {
      g_string_append (folded, "\n x");
      g_string_append (params, ";CELL");
      g_string_append (lines, "TEL:1\n");
    }
  g_string_append (folded, "\nEND:VCARD\n");
  g_string_append (params, ":555-0100\nEND:VCARD\n");
  g_string_append (lines, "END:VCARD\n");

  assert_refused (folded->str, folded->len, THAW_EXCHANGE_ERROR_DAMAGED,
                  "The file is damaged: line 1000003 belongs to no contact");
  assert_refused (lines->str, lines->len, THAW_EXCHANGE_ERROR_TOO_LARGE,
                  "The contact that begins in line 1 is too large");
  batch = read_text (params->str);
  g_assert_cmpstr (((ThawContactWay *) get_person (batch, 0)->ways->pdata[0])->value, ==, "555-0100");
}

/* A fixture that is cut off anywhere, or has a wrong byte anywhere, is read or refused, and never half read. */
static void
test_any_damage (void)
{
  static const char *const names[] = {
    "apple-3.0.vcf", "google-3.0.vcf", "android-2.1.vcf", "nokia-2.1.vcf", "evolution-4.0.vcf",
  };
  static const char wrong[] = { '\0', '\n', '\r', ' ', ':', ';', '"', '=', '\\', '^', '.', '\xff' };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strconcat ("vcard/", names[i], NULL);
      g_autoptr (GBytes) bytes = thaw_test_read_fixture (path);
      g_autoptr (ThawVcardBatch) whole = thaw_vcard_read (bytes, NULL, NULL);
      gsize size = g_bytes_get_size (bytes);

      for (gsize n = 0; n < size; n++)
        {
          g_autoptr (GBytes) part = g_bytes_new_from_bytes (bytes, 0, n);
          g_autoptr (GError) error = NULL;
          g_autoptr (ThawVcardBatch) batch = thaw_vcard_read (part, NULL, &error);
          char *copy;

          /* Only what ends with a card is a whole file. */
          g_assert_true ((batch != NULL) == (error == NULL));
          if (batch != NULL && batch->contacts->len == whole->contacts->len)
            g_assert_cmpuint (n, >=, size - strlen ("\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nFN:\r\nN:;;;;\r\n"
                                                    "CATEGORIES:myContacts\r\nEND:VCARD\r\n"));

          copy = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
          copy[n] = wrong[n % G_N_ELEMENTS (wrong)];
          {
            g_autoptr (GBytes) damaged = g_bytes_new_take (copy, size);
            g_autoptr (ThawVcardBatch) other = thaw_vcard_read (damaged, NULL, NULL);

            for (guint j = 0; other != NULL && j < other->contacts->len; j++)
              g_assert_true (g_utf8_validate (get_person (other, j)->name, -1, NULL));
          }
        }
    }
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append (text, CARD ("FN:A\r\n"));
  bytes = g_bytes_new (text->str, text->len);
  g_cancellable_cancel (cancellable);
  g_assert_null (thaw_vcard_read (bytes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/vcard-reader/apple", test_apple);
  g_test_add_func ("/services/vcard-reader/google", test_google);
  g_test_add_func ("/services/vcard-reader/android", test_android);
  g_test_add_func ("/services/vcard-reader/nokia", test_nokia);
  g_test_add_func ("/services/vcard-reader/evolution", test_evolution);
  g_test_add_func ("/services/vcard-reader/lines", test_lines);
  g_test_add_func ("/services/vcard-reader/charsets", test_charsets);
  g_test_add_func ("/services/vcard-reader/numbers", test_numbers);
  g_test_add_func ("/services/vcard-reader/names", test_names);
  g_test_add_func ("/services/vcard-reader/identity", test_identity);
  g_test_add_func ("/services/vcard-reader/too-much", test_too_much);
  g_test_add_func ("/services/vcard-reader/wide-blanks", test_wide_blanks);
  g_test_add_func ("/services/vcard-reader/many", test_many);
  g_test_add_func ("/services/vcard-reader/base64-lines", test_base64_lines);
  g_test_add_func ("/services/vcard-reader/refused", test_refused);
  g_test_add_func ("/services/vcard-reader/any-damage", test_any_damage);
  g_test_add_func ("/services/vcard-reader/endless", test_endless);
  g_test_add_func ("/services/vcard-reader/cancelled", test_cancelled);

  return g_test_run ();
}
