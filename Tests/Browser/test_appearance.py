"""How every page looks and what it tells to those who do not see it.

Each picture is left in .build/browser, for people to look at.
"""

import base64
import os
import unittest

from browser import HERE, NARROW, WIDE, BrowserTest, Keys
from stores import people

with open(os.path.join(HERE, "accessibility.js"), encoding="utf-8") as script:
    FAULTS = script.read()

# What has the focus: whether one sees that it has, and whether anything covers it.
FOCUS = """
  const done = arguments[0];
  const look = () => {
    const at = document.activeElement;
    if (!at || at === document.body) return null;
    const style = getComputedStyle(at);
    const box = at.getBoundingClientRect();
    const seen = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2)
      || style.boxShadow !== "none";
    const clipped = { left: Math.max(box.left, 0), right: Math.min(box.right, innerWidth),
      top: Math.max(box.top, 0), bottom: Math.min(box.bottom, innerHeight) };
    const isOpen = (across, down) => {
      const hit = document.elementFromPoint(
        clipped.left + across * (clipped.right - clipped.left),
        clipped.top + down * (clipped.bottom - clipped.top));
      return hit === null || at.contains(hit) || hit.contains(at)
        || (at.labels && [...at.labels].some((label) => label.contains(hit)));
    };
    at.dataset.reached = "yes";
    return {
      what: at.outerHTML.replace(/\\s+/g, " ").slice(0, 140), seen,
      inside: clipped.right > clipped.left && clipped.bottom > clipped.top,
      covered: ![0.1, 0.5, 0.9].some((across) => [0.1, 0.5, 0.9].some(
        (down) => isOpen(across, down))),
    };
  };
  // The browser scrolls to it within some frames.
  const wait = (frames) => {
    const seen = look();
    if (frames === 0 || seen === null || (seen.inside && !seen.covered)) done(seen);
    else requestAnimationFrame(() => wait(frames - 1));
  };
  wait(90);"""

# What the Tab key must lead to; of radio buttons of one name it leads to one.
REACHABLE = """
    const groups = new Set();
    return [...document.querySelectorAll(
        "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled)
      .filter((one) => {
        if (one.dataset.reached) return false;
        if (one.type !== "radio") return true;
        const same = [...document.getElementsByName(one.name)];
        return !same.some((other) => other.dataset.reached);
      })
      .map((one) => one.outerHTML.replace(/\\s+/g, " ").slice(0, 140));"""

# By language: German words are the longer ones, so they are tried where room is scarce.
LOOKS = {
    "en": [("wide", WIDE, False), ("wide-dark", WIDE, True), ("narrow-dark", NARROW, True)],
    "de": [("narrow", NARROW, False)],
}


class AppearanceTests(BrowserTest):
    """All pages of a store on which something was decided already."""

    def pages(self, server, decide=True):
        """Addresses of every kind of page."""
        self.go(server, "/queue")
        questions = [row.get_attribute("data-question") for row in self.all("tr[data-question]")]
        if decide:
            self.go(server, "/question/" + questions[3])
            self.one("#reason").send_keys("beide am Telefon gefragt")
            self.click("[data-action=different]")
            self.wait(lambda: self.question() != questions[3])
        return {
            "overview": "/", "queue": "/queue", "question": "/question/" + questions[0],
            "decided": "/question/" + questions[3], "bulk": "/bulk?from=5",
            "search": "/search?q=Maier", "nothing": "/search?q=Zzyzx", "contact": "/contact/7",
            "doubtful": "/contact/1", "decisions": "/decisions", "help": "/help",
            "message": "/nowhere",
        }

    def check_pages(self, language):
        server = self.open(people(), language=language)
        for name, path in self.pages(server).items():
            self.look(WIDE)
            self.go(server, path)
            for look, size, dark in LOOKS[language]:
                with self.subTest(page=name, look=look):
                    self.look(size, dark)
                    self.screenshot(f"{name}-{language}-{look}")
                    self.assert_fits(size[0])
                    self.assertEqual(self.run_script(FAULTS), [])

    def test_pages_in_english(self):
        self.check_pages("en")

    def test_pages_in_german(self):
        self.check_pages("de")

    def test_the_tab_key_reaches_everything_and_one_sees_where_it_is(self):
        server = self.open(people())
        for name, path in self.pages(server).items():
            # The narrow page has the same order; what may cover it are the answers.
            for size in (WIDE, NARROW) if name == "question" else (WIDE,):
                with self.subTest(page=name, size=size):
                    self.look(size)
                    self.go(server, path)
                    self.walk()

    def walk(self):
        """Tab by tab through the page, until it leaves it or comes round."""
        for step in range(200):
            self.press(Keys.TAB)
            at = self.driver.execute_async_script(FOCUS)
            if at is None:
                break
            if step == 0:
                self.assertIn("#content", at["what"])
            self.assertTrue(at["seen"], "no visible focus: " + at["what"])
            self.assertTrue(at["inside"], "focus out of sight: " + at["what"])
            self.assertFalse(at["covered"], "focus covered: " + at["what"])
        self.assertEqual(self.run_script(REACHABLE), [])

    def test_what_can_be_done_can_be_done_on_a_phone(self):
        server = self.open(people())
        for name, path in self.pages(server).items():
            with self.subTest(page=name):
                self.look(WIDE)
                self.go(server, path)
                actions = self.actions()
                self.look(NARROW)
                self.assertEqual(self.actions(), actions)

    def actions(self):
        """What can be pressed on the page now."""
        return [one.get_attribute("data-action") for one in self.all("[data-action]")
                if one.is_displayed()]

    def test_the_answers_leave_room_for_the_question(self):
        server = self.open(people())
        self.go(server, "/queue")
        self.click("tr[data-question] a")
        # A phone, and a small window at twice the size.
        for size in (NARROW, (640, 450)):
            with self.subTest(size=size):
                self.look(size)
                self.run_script("scrollTo({ top: 0, behavior: 'instant' })")
                self.screenshot(f"answers-{size[0]}", whole=False)
                covered = self.run_script("""
                    const rows = [...Array(innerHeight).keys()];
                    return rows.filter((row) => {
                      const there = document.elementFromPoint(innerWidth / 2, row + 0.5);
                      return there !== null && there.closest(".answers") !== null;
                    }).length;""")
                self.assertLess(covered, size[1] * 0.3)

    def test_the_skip_link_leads_to_the_content(self):
        server = self.open(people())
        self.go(server, "/queue")
        self.press(Keys.TAB, Keys.ENTER)
        inside = "return document.querySelector('main').contains(document.activeElement)"
        self.wait(lambda: self.run_script(inside))

    def test_pages_print_without_what_is_pressed(self):
        server = self.open(people())
        for name, path in self.pages(server).items():
            with self.subTest(page=name):
                self.look(WIDE)
                self.go(server, path)
                self.look((794, 1123), media="print")
                self.screenshot(f"{name}-print")
                self.assert_fits(794)
                shown = [one.text for one in self.all("button, .answers, .pick")
                         if one.is_displayed()]
                self.assertEqual(shown, [])
                printed = base64.b64decode(self.driver.print_page())
                self.assertTrue(printed.startswith(b"%PDF"))


if __name__ == "__main__":
    unittest.main()
