"""Values that are meant to break a page: nothing runs, nothing bursts."""

import unittest

from selenium.common.exceptions import NoAlertPresentException

from browser import NARROW, WIDE, BrowserTest
from stores import LONG, hostile


class HostileTests(BrowserTest):
    """Scripts, marks that turn the direction, control characters, and values without end."""

    def paths(self, server):
        """Every page that shows a value."""
        self.go(server, "/queue")
        questions = [row.get_attribute("data-question") for row in self.all("tr[data-question]")]
        self.assertGreaterEqual(len(questions), 4)
        return (["/", "/queue", "/bulk?from=-20", "/search?q=uta", "/search?q=Thomsen"]
                + ["/question/" + question for question in questions]
                + [f"/contact/{number}" for number in range(1, 10)])

    def assert_harmless(self):
        self.assertIsNone(self.run_script("return window.broken"))
        with self.assertRaises(NoAlertPresentException):
            self.driver.switch_to.alert.dismiss()
        # What a value could have brought into the page.
        self.assertEqual(self.all("main script, main img, main iframe, main [onerror], main b,"
                                  "[onfocus], [onmouseover], main [style], a[href^=javascript]"),
                         [])

    def test_nothing_runs_and_nothing_bursts(self):
        server = self.open(hostile())
        for path in self.paths(server):
            with self.subTest(path=path):
                self.look(WIDE)
                self.go(server, path)
                self.assert_harmless()
                self.assert_fits(WIDE[0])
                self.look(NARROW)
                self.assert_fits(NARROW[0])
                self.screenshot("hostile" + "-".join(path.split("?")[0].split("/")))
        self.assert_quiet(server)

    def test_answers_show_hostile_reasons_as_text(self):
        server = self.open(hostile(), author='"><img src=x onerror="window.broken=9">')
        self.go(server, "/queue")
        self.click("tr[data-question] a")
        first = self.question()
        self.one("#reason").send_keys("<img src=x onerror='window.broken = 7'>")
        self.click("[data-action=different]")
        self.wait(lambda: self.question() != first)
        for path in ("/question/" + first, "/decisions"):
            self.go(server, path)
            self.assert_harmless()
            self.assertIn("<img src=x onerror='window.broken = 7'>", self.text())
        self.assert_quiet(server)

    def test_long_values_are_shortened_and_marks_are_told(self):
        server = self.open(hostile())
        self.go(server, "/contact/5")
        self.assertLess(len(self.text()), 4000)
        self.assertIn(LONG[:20], self.text("h1"))
        self.go(server, "/contact/3")
        text = self.text()
        for mark in "\u202e\u202c\u2067\u0001\u007f":
            self.assertNotIn(mark, text)

    def test_every_page_says_what_the_files_said(self):
        server = self.open(hostile())
        self.go(server, "/contact/1")
        self.assertIn("<script>", self.text("h1").lower())
        self.assertIn("onerror", self.text("#values"))


if __name__ == "__main__":
    unittest.main()
