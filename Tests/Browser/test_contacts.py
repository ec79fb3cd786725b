"""Contacts are found, split, joined, and what was done is taken back."""

import unittest

from browser import BrowserTest
from stores import people


class SearchTests(BrowserTest):
    """The search, also by sound."""

    def found(self, server, text, which):
        self.go(server, "/search?q=" + text)
        return {link.text for link in self.all(f"[data-list={which}] a[data-contact]")}

    def test_contacts_are_found_by_any_field_and_by_sound(self):
        server = self.open(people())
        self.assertEqual(self.found(server, "Jensen", "found"), {"Thies Jensen"})
        for text in ("t.jensen@post.example", "04841%20555017", "Moorweg%205", "erp:7", "7"):
            self.assertIn("Thies Jensen", self.found(server, text, "found"), text)
        self.assertIn("Hannelore Meyer", self.found(server, "Maier", "sounding"))
        self.assertIn("Hannelore Meier", self.found(server, "Maier", "sounding"))
        self.assertIn("Dieter Voß", self.found(server, "Foss", "sounding"))
        self.go(server, "/search?q=Zzyzx")
        self.assertTrue(self.all("[data-found='0']"))

    def test_what_is_searched_for_is_text(self):
        server = self.open(people())
        for text in ("%3Cscript%3Ewindow.broken=1%3C/script%3E", "%22%27%29%3B--", "%2A", "%00",
                     "%FF%FE", "NEAR(", "x" * 200):
            self.go(server, "/search?q=" + text)
            self.assertEqual(self.page(), "search", text)
        self.assertIsNone(self.run_script("return window.broken"))
        self.assert_quiet(server)


class ContactTests(BrowserTest):
    """A contact's page."""

    def worked_in(self, server):
        """Until nothing waits any more."""
        listed = lambda: server.decisions("--all")
        self.wait(lambda: listed() and not any(d["waiting"] for d in listed()), "worked in")

    def records(self):
        return [place.text for place in self.all("#records code")]

    def test_every_value_says_where_it_is_from(self):
        server = self.open(people())
        self.go(server, "/contact/7")
        self.assertEqual(self.text("h1"), "Thies Jensen")
        row = self.text("tr[data-attribute=address]")
        self.assertIn("Moorweg 5, 25813 Husum", row)
        self.assertIn("erp:7 erp.csv:8", row)
        self.assertIn("+1 alike", row)

    def test_a_contact_is_split_and_the_split_is_taken_back(self):
        server = self.open(people())
        self.go(server, "/contact/7")
        self.assertEqual(self.records(), ["erp:7", "list:g"])
        self.click(self.all("#records input[type=checkbox]")[1])
        self.click("[data-action=split]")
        self.wait(lambda: len(server.decisions()) == 1)
        self.worked_in(server)
        self.go(server, "/contact/7")
        self.assertEqual(self.records(), ["erp:7"])
        self.click("#decided [data-action=withdraw]")
        self.wait(lambda: server.decisions() == [])
        self.worked_in(server)
        self.go(server, "/contact/7")
        self.assertEqual(self.records(), ["erp:7", "list:g"])

    def test_to_split_off_nothing_or_all_is_refused(self):
        server = self.open(people())
        for boxes in (0, 2):
            self.go(server, "/contact/7")
            for box in self.all("#records input[type=checkbox]")[:boxes]:
                self.click(box)
            self.click("[data-action=split]")
            self.wait(lambda: self.page() == "message")
        self.assertEqual(server.decisions(), [])

    def test_contacts_are_joined_and_the_join_is_undone(self):
        server = self.open(people())
        self.go(server, "/contact/2")
        self.one("#other").send_keys("10")
        self.click("[data-action=join]")
        self.wait(lambda: len(server.decisions()) == 1)
        self.worked_in(server)
        self.go(server, "/contact/10")
        # The old number leads on, and says so.
        self.assertTrue(self.all("[data-former='10']"))
        self.assertEqual(self.records(), ["erp:2", "list:b"])
        merged = [one for one in self.all("#past li[data-event]")
                  if one.find_elements("css selector", "[data-action=undo]")]
        self.click(merged[0].find_element("css selector", "summary"))
        self.click(merged[0].find_element("css selector", "[data-action=undo]"))
        self.wait(lambda: self.records() == ["erp:2"] or self.records() == ["list:b"])
        self.go(server, "/contact/2")
        self.assertEqual(self.records(), ["erp:2"])
        self.go(server, "/contact/10")
        self.assertEqual(self.records(), ["list:b"])

    def test_to_join_with_nobody_or_itself_is_refused(self):
        server = self.open(people())
        for other in ("9999", "erp:2", "2"):
            self.go(server, "/contact/2")
            self.one("#other").send_keys(other)
            self.click("[data-action=join]")
            self.wait(lambda: self.page() == "message", other)
        self.assertEqual(server.decisions(), [])


if __name__ == "__main__":
    unittest.main()
