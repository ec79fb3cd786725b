"""One headless Chromium for all tests, and a page of Kontor in it."""

import atexit
import base64
import json
import os
import unittest

from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from kontor import SCREENSHOTS, Server

HERE = os.path.dirname(os.path.abspath(__file__))
WIDE, NARROW = (1280, 900), (390, 844)


class Chromium:
    """The browser, started when it is first asked for."""

    driver = None

    @classmethod
    def get(cls):
        if cls.driver is None:
            options = webdriver.ChromeOptions()
            options.binary_location = "/usr/bin/chromium"
            # Build machines run tests as root, where Chromium has no sandbox.
            for option in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage",
                           "--disable-gpu", "--hide-scrollbars", "--lang=en"):
                options.add_argument(option)
            options.set_capability(
                "goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
            service = webdriver.ChromeService("/usr/bin/chromedriver")
            cls.driver = webdriver.Chrome(options=options, service=service)
            atexit.register(cls.driver.quit)
            os.makedirs(SCREENSHOTS, exist_ok=True)
        return cls.driver


class BrowserTest(unittest.TestCase):
    """A test with a browser that has seen nothing, at 1280 pixels in light colours."""

    maxDiff = None

    def setUp(self):
        self.driver = Chromium.get()
        self.driver.execute_cdp_cmd("Network.clearBrowserCookies", {})
        self.look(WIDE)
        self.driver.get_log("browser")
        self.driver.get_log("performance")
        self.expected_errors = []

    def tearDown(self):
        first, *others = self.driver.window_handles
        for window in others:
            self.driver.switch_to.window(window)
            self.driver.close()
        self.driver.switch_to.window(first)
        self.driver.get("about:blank")

    # What is served, and opened.

    def serve(self, store, *options, **named):
        """A page of the store, until the test ends."""
        server = Server(store, *options, **named)
        self.addCleanup(server.__exit__)
        return server

    def open(self, store, *options, **named):
        """The same, opened in the browser by its printed address."""
        server = self.serve(store, *options, **named)
        self.driver.get(server.address)
        return server

    def go(self, server, path):
        self.driver.get(server.base + path)

    # What is on the page.

    def one(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def text(self, selector="body"):
        return self.one(selector).text

    def run_script(self, text, *arguments):
        return self.driver.execute_script(text, *arguments)

    def wait(self, condition, what="the page"):
        """Waits until it is so; elements may be replaced while it looks."""
        def holds(_):
            try:
                return condition()
            except Exception:  # pylint: disable=broad-except
                return False
        return WebDriverWait(self.driver, 20, 0.05).until(holds, what)

    def click(self, target):
        """Clicks an element, or the one that a selector finds, once it is in sight."""
        element = self.one(target) if isinstance(target, str) else target
        self.run_script(
            "arguments[0].scrollIntoView({ behavior: 'instant', block: 'center' })", element)
        element.click()

    def press(self, *keys):
        """Keys for whatever has the focus."""
        ActionChains(self.driver).send_keys(*keys).perform()

    def page(self):
        return self.one("main").get_attribute("data-page")

    def question(self):
        return self.one("[data-question]").get_attribute("data-question")

    # How it looks.

    def look(self, size=WIDE, dark=False, media=""):
        self.resize(*size)
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {
            "media": media, "features": [
                {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]})

    def resize(self, width, height):
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})

    def screenshot(self, name, whole=True):
        """A picture for people to look at; for a whole page the window is made as high as it."""
        if whole:
            size = self.driver.execute_cdp_cmd("Page.getLayoutMetrics", {})
            width = size["cssLayoutViewport"]["clientWidth"]
            self.resize(width, min(int(size["cssContentSize"]["height"]), 6000))
        data = self.driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "png"})["data"]
        with open(os.path.join(SCREENSHOTS, name + ".png"), "wb") as file:
            file.write(base64.b64decode(data))

    def assert_fits(self, width):
        """Nothing makes the page scroll sideways."""
        wide = self.run_script("""
            const width = document.documentElement.clientWidth;
            const clipped = (element) => {
              // What is placed absolutely is clipped only by what it is placed in.
              let up = element;
              while (up) {
                const style = getComputedStyle(up);
                up = /absolute|fixed/.test(style.position) ? up.offsetParent : up.parentElement;
                if (up && getComputedStyle(up).overflowX !== "visible") return true;
              }
              return false;
            };
            return document.documentElement.scrollWidth <= width ? [] :
              [...document.body.querySelectorAll("*")]
                .filter((one) => one.getBoundingClientRect().right > width + 1 && !clipped(one))
                .slice(0, 5).map((one) => one.outerHTML.slice(0, 160));""")
        scrolled = self.run_script("return document.documentElement.scrollWidth")
        self.assertLessEqual(scrolled, width, wide)

    # What the browser saw.

    def assert_quiet(self, server):
        """No error was logged, and nothing asked for but the page's own."""
        errors = [entry["message"] for entry in self.driver.get_log("browser")
                  if entry["level"] in ("SEVERE", "WARNING")]
        self.assertEqual(errors, [])
        asked = set()
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                asked.add(message["params"]["request"]["url"])
        self.assertTrue(asked)
        for address in asked:
            self.assertTrue(address.startswith((server.base, "about:", "data:")), address)
