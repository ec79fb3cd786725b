"""Who is let in, and what every answer says to the browser."""

import re

from browser import BrowserTest, By
from kontor import Server
from stores import people

import unittest


class AccessTests(unittest.TestCase):
    """Requests as no browser sends them: one server for all, for none of them changes anything."""

    @classmethod
    def setUpClass(cls):
        cls.server = Server(people())
        cls.addClassCleanup(cls.server.__exit__)
        status, headers, _ = cls.server.ask("/?token=" + "A" * len(cls.server.token))
        cls.wrong = status, headers["Set-Cookie"]
        cls.entry = cls.server.ask("/?token=" + cls.server.token)
        cls.cookie = cls.entry[1]["Set-Cookie"].split(";")[0]
        _, _, text = cls.server.ask("/queue", headers={"Cookie": cls.cookie})
        cls.question = re.search(r'href="(/question/[\d-]+)"', text)[1]
        _, _, text = cls.server.ask(cls.question, headers={"Cookie": cls.cookie})
        cls.secret = re.search(r'name="csrf" value="([^"]+)"', text)[1]
        cls.version = re.search(r'name="version" value="([^"]+)"', text)[1]

    def get(self, path="/queue", **headers):
        """The status of a page asked for with the cookie and other headers."""
        given = {"Cookie": self.cookie}
        given.update({name.replace("_", "-"): value for name, value in headers.items()})
        return self.server.ask(path, headers=given)[0]

    def answer(self, origin="", secret=None, **headers):
        """The status of an answer that is right but for what is given."""
        form = {"kind": "same", "version": self.version, "csrf": self.secret}
        if secret is not None:
            form["csrf"] = secret
        given = {"Cookie": self.cookie, "Origin": origin or self.server.base}
        given.update({name.replace("_", "-"): value for name, value in headers.items()})
        return self.server.ask(
            self.question, "POST", form, {k: v for k, v in given.items() if v})[0]

    def test_a_wrong_token_opens_nothing_and_spoils_nothing(self):
        self.assertEqual(self.wrong, (403, None))

    def test_the_token_becomes_a_cookie_that_scripts_and_other_sites_do_not_get(self):
        status, headers, _ = self.entry
        self.assertEqual((status, headers["Location"]), (303, "/"))
        attributes = [part.strip() for part in headers["Set-Cookie"].split(";")[1:]]
        self.assertIn("HttpOnly", attributes)
        self.assertIn("SameSite=Strict", attributes)
        self.assertEqual(self.get(), 200)

    def test_the_token_works_once(self):
        status, headers, text = self.server.ask("/?token=" + self.server.token)
        self.assertEqual((status, headers["Set-Cookie"]), (403, None))
        self.assertNotIn("Meyer", text)

    def test_without_the_cookie_nothing_is_shown(self):
        for path in ("/", "/queue", "/style.css", "/contact/1", self.question):
            status, _, text = self.server.ask(path)
            self.assertEqual(status, 403, path)
            self.assertNotIn("Meyer", text)
        self.assertEqual(self.get(Cookie=self.cookie[:-1]), 403)

    def test_another_host_is_refused(self):
        for host in ("evil.example", "127.0.0.1", f"127.0.0.1.evil.example:{self.server.port}"):
            self.assertEqual(self.get(Host=host), 403, host)
        self.assertEqual(self.get(Host=f"localhost:{self.server.port}"), 200)

    def test_another_origin_is_refused(self):
        self.assertEqual(self.get(Origin="https://evil.example"), 403)
        self.assertEqual(self.answer(origin="https://evil.example"), 403)
        self.assertEqual(self.answer(origin="null"), 403)
        self.assertEqual(self.answer(Sec_Fetch_Site="cross-site"), 403)
        self.assertEqual(self.answer(Origin=""), 403)
        self.assertEqual(self.server.decisions(), [])

    def test_a_form_without_its_secret_is_refused(self):
        self.assertEqual(self.answer(secret=""), 403)
        self.assertEqual(self.answer(secret=self.secret[::-1]), 403)
        self.assertEqual(self.answer(Content_Type="text/plain"), 415)
        self.assertEqual(self.answer(Cookie=""), 403)
        self.assertEqual(self.server.decisions(), [])

    def test_other_methods_and_endless_forms_are_refused(self):
        cookie = {"Cookie": self.cookie, "Origin": self.server.base}
        for method in ("PUT", "DELETE", "OPTIONS", "TRACE"):
            self.assertEqual(self.server.ask("/queue", method, None, cookie)[0], 405, method)
        form = {"csrf": self.secret, "reason": "x" * 300_000}
        self.assertEqual(self.server.ask(self.question, "POST", form, cookie)[0], 413)

    def test_every_answer_has_the_headers_that_keep_it_safe(self):
        cookie = {"Cookie": self.cookie}
        for path in ("/", "/queue", "/keys.js", "/nowhere", "/?token=wrong"):
            _, headers, _ = self.server.ask(path, headers=cookie)
            policy = headers["Content-Security-Policy"]
            self.assertIn("default-src 'none'", policy)
            self.assertIn("frame-ancestors 'none'", policy)
            self.assertNotRegex(policy, "unsafe|http:|https:|\\*|data:")
            self.assertEqual(headers["Referrer-Policy"], "no-referrer")
            self.assertEqual(headers["Cache-Control"], "no-store")
            self.assertEqual(headers["X-Content-Type-Options"], "nosniff")


class EntryTests(BrowserTest):
    """The same door as a browser sees it."""

    def test_the_printed_address_leads_in_and_leaves_no_token_behind(self):
        server = self.open(people())
        self.assertEqual(self.driver.current_url, server.base + "/")
        self.assertEqual(self.page(), "overview")
        self.assertEqual(self.run_script("return document.cookie"), "")
        [cookie] = self.driver.get_cookies()
        self.assertTrue(cookie["httpOnly"])
        self.assertEqual(cookie["sameSite"], "Strict")
        self.assert_quiet(server)

    def test_a_second_browser_is_not_let_in(self):
        server = self.open(people())
        self.driver.delete_all_cookies()
        self.driver.get(server.address)
        self.assertIn("No access", self.text())
        self.go(server, "/queue")
        self.assertIn("No access", self.text())

    def test_every_page_loads_without_an_error_and_from_nowhere_else(self):
        server = self.open(people())
        for path in ("/queue", "/bulk", "/bulk?from=5", "/search?q=Meyer", "/contact/7",
                     "/decisions", "/help"):
            self.go(server, path)
            self.assertTrue(self.page(), path)
        self.go(server, "/queue")
        self.click("tr[data-question] a")
        self.assertEqual(self.page(), "question")
        self.assert_quiet(server)

    def test_another_sites_form_changes_nothing(self):
        server = self.open(people())
        self.go(server, "/queue")
        path = self.one("tr[data-question] a").get_attribute("href")
        # A page of no origin: what a file or a foreign site could send.
        self.driver.get("data:text/html,<form method=post action='" + path + "'>"
                        "<input name=kind value=same><button>x</button></form>")
        self.driver.find_element(By.TAG_NAME, "button").click()
        self.wait(lambda: "Refused" in self.text() or "No access" in self.text())
        self.assertEqual(server.decisions(), [])


if __name__ == "__main__":
    unittest.main()
