"""Questions are answered: by keys, by the mouse, many at once."""

import unittest

from selenium.webdriver.common.keys import Keys

from browser import BrowserTest
from stores import people


class QuestionTests(BrowserTest):
    """One reviewer and the queue."""

    def begin(self, *options, **named):
        """The first question of eight."""
        server = self.open(people(), *options, **named)
        self.go(server, "/queue")
        self.press(Keys.ENTER)
        self.wait(lambda: self.page() == "question")
        return server

    def answer(self, *keys):
        """Presses keys and waits for another question than this one."""
        before = self.question()
        self.press(*keys)
        self.wait(lambda: not self.all("[data-question]") or self.question() != before)
        return before

    def answered(self):
        return self.one("[data-answered]").get_attribute("data-answered")

    def kinds(self, server):
        return [decision["kind"] for decision in server.decisions()]

    def test_all_questions_are_answered_by_keyboard_alone(self):
        server = self.begin()
        self.assertEqual(self.answered(), "0")
        first = self.answer("d")
        self.assertEqual(self.answered(), "1")
        self.answer(Keys.ARROW_LEFT)
        self.assertEqual(self.question(), first)
        self.assertTrue(self.all("[data-decided=different]"))
        self.answer(Keys.ARROW_RIGHT)
        skipped = self.answer(" ")
        for key in "uhmds":
            self.answer(key)
        self.assertEqual(
            sorted(self.kinds(server)),
            ["different", "different", "household", "same", "shared_mailbox", "unsure"])
        while self.all("[data-question]") and self.page() == "question":
            self.answer("u")
        self.wait(lambda: self.page() == "queue")
        if self.all("tr[data-question]"):
            self.assertEqual(
                [row.get_attribute("data-question") for row in self.all("tr[data-question]")],
                [skipped])
            self.press(Keys.ENTER)
            self.wait(lambda: self.page() == "question")
            self.answer("w")
        self.wait(lambda: self.all("[data-empty]"))
        self.assert_quiet(server)

    def test_the_answer_bears_name_and_reason_and_the_next_question_is_told(self):
        server = self.begin(author="Ada Lovelace")
        self.one("#reason").send_keys("asked <b>both</b>", Keys.ESCAPE)
        self.answer("d")
        [decision] = server.decisions()
        self.assertEqual(decision["author"], "Ada Lovelace")
        self.assertEqual(decision["reason"], "asked <b>both</b>")
        # A screen reader hears which question comes, and how many are answered.
        told = self.one("#status").get_attribute("textContent")
        self.assertIn("Are these the same?", told)
        self.assertIn("1 of 8", told)
        self.assertEqual(self.run_script("return document.activeElement.tagName"), "H1")

    def test_keys_typed_into_a_field_answer_nothing(self):
        server = self.begin()
        before = self.question()
        self.one("#reason").send_keys("sdu")
        self.press("s")
        self.assertEqual(self.one("#reason").get_attribute("value"), "sdus")
        self.assertEqual((self.question(), server.decisions()), (before, []))

    def test_slash_searches_and_question_mark_helps(self):
        self.begin()
        self.press("/")
        self.assertEqual(self.run_script("return document.activeElement.id"), "search")
        self.press("Maier", Keys.ENTER)
        self.wait(lambda: self.page() == "search")
        self.run_script("document.activeElement.blur()")
        self.press("?")
        self.wait(lambda: self.page() == "help")

    def test_the_browsers_back_button_leads_to_the_question_before(self):
        self.begin()
        first = self.answer("u")
        self.driver.back()
        self.wait(lambda: self.question() == first)
        self.assertTrue(self.all("[data-decided=unsure]"))

    def test_a_chosen_value_holds(self):
        server = self.open(people())
        self.go(server, "/queue")
        rows = self.all("tr[data-question]")
        [row] = [row for row in rows if "Uta Brand" in row.text]
        self.click(row.find_element("css selector", "a"))
        second = self.one("[data-choice='2']")
        self.assertFalse(second.is_selected())
        self.press("2")
        self.assertTrue(second.is_selected())
        self.press("2")
        self.assertFalse(second.is_selected())
        self.press("2")
        self.answer("s")
        self.assertEqual(sorted(self.kinds(server)), ["same", "value"])
        # Once it is worked in, the contact bears the name that was chosen.
        self.wait(lambda: not any(d["waiting"] for d in server.decisions()), "worked in")
        self.go(server, "/contact/6")
        self.assertEqual(self.text("h1"), "Uta Brand")
        self.assertIn("Ute Brandt", self.text("tr[data-attribute=name] .lost"))

    def test_two_of_a_household_stay_two_and_are_related(self):
        server = self.begin()
        left, right = [one.get_attribute("data-contact") for one in self.all(".lead a")]
        self.answer("h")
        self.assertEqual(self.kinds(server), ["household"])
        self.wait(lambda: not any(d["waiting"] for d in server.decisions()), "worked in")
        self.go(server, "/contact/" + left)
        self.assertTrue(self.all(f"#relations a[data-contact='{right}']"))
        self.go(server, "/contact/" + right)
        self.assertEqual(self.all("[data-former]"), [])

    def test_everything_works_without_keys_too(self):
        server = self.begin()
        self.run_script("document.addEventListener('keydown', (e) => e.stopPropagation(), true)")
        before = self.question()
        self.click("[data-action=same]")
        self.wait(lambda: self.question() != before)
        self.click("[data-action=back]")
        self.wait(lambda: self.question() == before)
        self.click("[data-action=skip]")
        self.wait(lambda: self.question() != before)
        self.assertEqual(self.kinds(server), ["same"])

    def test_many_at_once_shows_the_errors_to_expect_before_anything_happens(self):
        server = self.open(people())
        self.go(server, "/bulk?from=6")
        block = self.one("[data-count]")
        count = int(block.get_attribute("data-count"))
        self.assertGreater(count, 1)
        self.assertRegex(self.text("[data-expected-errors]"), r"\d")
        self.assertEqual(len(self.all("tr[data-question]")), count)
        self.assertEqual(server.decisions(), [])
        self.click("[data-action=accept]")
        self.wait(lambda: self.page() == "decisions")
        self.assertEqual(self.kinds(server), ["same"] * count)
        # All of it is taken back at once.
        self.assertEqual(len(self.all("[data-action=withdraw]")), 1)
        self.click("[data-action=withdraw]")
        self.wait(lambda: server.decisions() == [])


if __name__ == "__main__":
    unittest.main()
