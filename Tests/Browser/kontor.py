"""Kontor as the tests see it: stores made by `kontor run`, pages served by `kontor review`."""

import atexit
import http.client
import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import threading
import urllib.parse

REPOSITORY = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PROGRAM = os.environ.get("KONTOR_PROGRAM", os.path.join(REPOSITORY, ".build/release/kontor"))
SCREENSHOTS = os.path.join(REPOSITORY, ".build", "browser")

# Everything the tests write; gone when they end.
FOLDER = tempfile.mkdtemp(prefix="kontor-browser-")
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)


def kontor(*arguments):
    """What the program writes; an error when it fails."""
    done = subprocess.run(
        [PROGRAM, *arguments], capture_output=True, text=True, timeout=60, check=False)
    if done.returncode != 0:
        raise AssertionError(f"kontor {' '.join(arguments)}: {done.stderr}")
    return done.stdout


class Server:
    """`kontor review` of a store, until it is left."""

    def __init__(self, store, *options, language="en", author="Ada"):
        named = [] if author is None else ["--as", author]
        self.store = store
        self.process = subprocess.Popen(
            [PROGRAM, "review", "--store", store, "--language", language, *named, *options],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        # A program that neither says its address nor ends would be waited for without end.
        watch = threading.Timer(30, self.process.kill)
        watch.start()
        said = ""
        self.address = None
        for line in self.process.stdout:
            said += line
            found = re.search(r"http://127\.0\.0\.1:(\d+)/\?token=([\w-]+)", line)
            if found:
                self.address = found[0]
                self.port, self.token = int(found[1]), found[2]
                break
        watch.cancel()
        if self.address is None:
            self.process.kill()
            raise AssertionError("no address: " + said + self.process.communicate()[1])
        self.base = f"http://127.0.0.1:{self.port}"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.communicate(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.communicate()

    def decisions(self, *options):
        """What was decided, as `kontor decisions` lists it."""
        listed = json.loads(kontor("decisions", "--json", "--store", self.store, *options))
        return listed["decisions"] if isinstance(listed, dict) else listed

    def ask(self, path, method="GET", form=None, headers=None):
        """A request as no browser sends it: status, headers and text."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        given = {"Host": f"127.0.0.1:{self.port}", **(headers or {})}
        body = None
        if form is not None:
            body = urllib.parse.urlencode(form)
            given.setdefault("Content-Type", "application/x-www-form-urlencoded")
        connection.request(method, path, body=body, headers=given)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer.status, answer.headers, text


class Stores:
    """Stores by name: each is made once, and each test has a copy of its own."""

    made = {}
    copies = 0

    @classmethod
    def copy(cls, name, make):
        """A copy of the store that a pipeline fills; `make` writes the pipeline into a folder."""
        if name not in cls.made:
            folder = os.path.join(FOLDER, name)
            os.mkdir(folder)
            make(folder)
            kontor("run", os.path.join(folder, "kontor.yaml"), "--quiet")
            cls.made[name] = os.path.join(folder, "out", "kontor.sqlite")
        cls.copies += 1
        copied = os.path.join(FOLDER, f"{name}-{cls.copies}.sqlite")
        shutil.copyfile(cls.made[name], copied)
        return copied
