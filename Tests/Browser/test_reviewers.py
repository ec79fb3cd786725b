"""Two who review one store, one who may only look, and both languages."""

import unittest

from browser import BrowserTest
from stores import people


class ReviewerTests(BrowserTest):
    """Each has a `kontor review` of their own, and a window."""

    def test_the_second_answer_to_a_question_changes_nothing_and_is_told(self):
        store = people()
        ada, bob = self.serve(store, author="Ada"), self.serve(store, author="Bob")
        self.driver.get(ada.address)
        self.go(ada, "/queue")
        self.click("tr[data-question] a")
        question = self.question()
        first = self.driver.current_window_handle
        self.driver.switch_to.new_window("window")
        self.driver.get(bob.address)
        self.go(bob, "/question/" + question)
        self.one("#reason").send_keys("his sister")
        self.press("\ue00c", "d")
        self.wait(lambda: self.question() != question)
        self.driver.switch_to.window(first)
        self.press("s")
        self.wait(lambda: self.all("[data-moved]"))
        self.screenshot("moved")
        self.assertEqual(self.one("[data-theirs]").get_attribute("data-theirs"), "different")
        self.assertEqual(self.one("[data-yours]").get_attribute("data-yours"), "same")
        for word in ("Bob", "his sister", "Nothing was changed"):
            self.assertIn(word, self.text("[data-moved]"))
        [decision] = ada.decisions()
        self.assertEqual((decision["kind"], decision["author"]), ("different", "Bob"))
        # Who has seen it may answer otherwise; Bob's word is kept in the history.
        self.press("s")
        self.wait(lambda: self.question() != question)
        self.wait(lambda: [d["kind"] for d in ada.decisions() if d["author"] == "Ada"] == ["same"])
        self.assertIn("Bob", {d["author"] for d in ada.decisions("--all")})

    def test_what_one_has_answered_the_other_is_not_asked(self):
        store = people()
        ada, bob = self.serve(store, author="Ada"), self.serve(store, author="Bob")
        self.driver.get(ada.address)
        self.go(ada, "/queue")
        questions = [row.get_attribute("data-question") for row in self.all("tr[data-question]")]
        self.click("tr[data-question] a")
        self.press("u")
        self.wait(lambda: self.question() == questions[1])
        self.driver.get(bob.address)
        self.go(bob, "/queue")
        left = [row.get_attribute("data-question") for row in self.all("tr[data-question]")]
        self.assertEqual(left, questions[1:])

    def test_many_at_once_is_refused_when_others_have_answered_meanwhile(self):
        store = people()
        ada, bob = self.serve(store, author="Ada"), self.serve(store, author="Bob")
        self.driver.get(ada.address)
        self.go(ada, "/bulk?from=6")
        first = self.driver.current_window_handle
        self.driver.switch_to.new_window("window")
        self.driver.get(bob.address)
        self.go(bob, "/queue")
        self.click("tr[data-question] a")
        before = self.question()
        self.press("d")
        self.wait(lambda: self.question() != before)
        self.driver.switch_to.window(first)
        self.click("[data-action=accept]")
        self.wait(lambda: "Changed meanwhile" in self.text("h1"))
        self.assertEqual([d["author"] for d in bob.decisions()], ["Bob"])

    def test_read_only_shows_everything_and_changes_nothing(self):
        server = self.open(people(), "--read-only")
        self.go(server, "/queue")
        self.click("tr[data-question] a")
        question = self.question()
        self.assertTrue(self.all("[data-action=skip]"))
        self.screenshot("read-only")
        for path in ("/question/" + question, "/contact/7", "/bulk?from=6", "/decisions"):
            self.go(server, path)
            self.assertIn("Read-only", self.text("#waiting"), path)
            self.assertEqual(self.all("form[method=post], input[type=checkbox], [data-choice]"),
                             [], path)
        self.go(server, "/question/" + question)
        self.press("s")
        self.press("d")
        self.assertEqual(self.question(), question)
        # A form from before: refused with a page that says why.
        [cookie] = self.driver.get_cookies()
        headers = {"Cookie": f"{cookie['name']}={cookie['value']}", "Origin": server.base}
        form = {"kind": "same", "version": self.one("[data-version]").get_attribute("data-version")}
        status, _, _ = server.ask("/question/" + question, "POST", form, headers)
        self.assertEqual(status, 403)
        self.assertEqual(server.decisions(), [])

    def test_german_and_english(self):
        for language, words in (
                ("de", ("Sind das dieselben?", "Gleich", "Verschieden", "Überspringen")),
                ("en", ("Are these the same?", "Same", "Different", "Skip"))):
            with self.subTest(language=language):
                server = self.open(people(), language=language)
                self.assertEqual(self.one("html").get_attribute("lang"), language)
                self.go(server, "/queue")
                self.click("tr[data-question] a")
                for word in words:
                    self.assertIn(word, self.text())


if __name__ == "__main__":
    unittest.main()
