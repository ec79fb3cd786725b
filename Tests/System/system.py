"""What the tests of the system share: an office of invented people, the program, a throwaway user."""

import contextlib
import json
import os
import pwd
import random
import shutil
import signal
import subprocess
import tempfile
import time

REPOSITORY = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PROGRAM = os.environ.get("KONTOR_PROGRAM", os.path.join(REPOSITORY, ".build/release/kontor"))

PIPELINE = """name: nacht
input: {input}
output: {output}
match: {{ at: balanced }}
sources:
  - {{ name: a, file: a.csv, map: {{ nr: key, vorname: given, nachname: family, email: email,
      telefon: phone, ort: place }} }}
"""


def rows(count, seed=1):
    """A table of invented people, the same for the same seed."""
    chance = random.Random(seed)

    def word():
        syllables = "ba del fin gor hus kam lin mor nes pol rit sam tev wil zan".split()
        return "".join(chance.choice(syllables) for _ in range(3)).capitalize()

    lines = ["nr;vorname;nachname;email;telefon;ort"]
    for number in range(count):
        given, family = word(), word()
        lines.append(
            f"{number};{given};{family};{given}.{family}.{number}@post.example;"
            f"030 23{number:06d};{word()}")
    return "\n".join(lines) + "\n"


class Office:
    """A pipeline with its inputs and outputs in a folder that goes with it."""

    def __init__(self, output="out", user=None):
        self.folder = tempfile.mkdtemp(prefix="kontor-system-")
        self.user = user
        self.output = os.path.join(self.folder, output)
        self.store = os.path.join(self.output, "kontor.sqlite")
        self.source = os.path.join(self.folder, "a.csv")
        self.pipeline = os.path.join(self.folder, "nacht.yaml")
        self.program = PROGRAM
        self.write(self.pipeline, PIPELINE.format(input=".", output=output))
        if user:
            # Where the repository lies, the user need not come.
            self.program = os.path.join(self.folder, "kontor")
            shutil.copy(PROGRAM, self.program)
            os.chmod(self.program, 0o755)
            os.chown(self.folder, user.pw_uid, user.pw_gid)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    def write(self, path, text):
        """Writes a file, as the user's where there is one."""
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        if self.user:
            os.chown(path, self.user.pw_uid, self.user.pw_gid)

    def command(self, *arguments):
        """The program with arguments, as the user where there is one."""
        as_user = ["runuser", "-u", self.user.pw_name, "--"] if self.user else []
        return [*as_user, self.program, *arguments]

    def kontor(self, *arguments):
        """Runs the program to its end."""
        return subprocess.run(
            self.command(*arguments), cwd=self.folder, capture_output=True, text=True,
            timeout=120, check=False, env={**os.environ, "LANG": "C.UTF-8"})

    def run(self, *options):
        """Runs the pipeline."""
        return self.kontor("run", self.pipeline, "--quiet", *options)

    def begin(self):
        """Begins a run and gives it while it is at work."""
        return subprocess.Popen(
            self.command("run", self.pipeline, "--quiet"), cwd=self.folder, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "LANG": "C.UTF-8"})

    def digest(self):
        """What the store says, which must be whole."""
        found = json.loads(self.kontor("verify", "--json", "--store", self.store).stdout)
        if found["damage"] or found["contradictions"]:
            raise AssertionError(found)
        return found["digest"]

    def outputs(self):
        """The names in the output folder."""
        return sorted(os.listdir(self.output)) if os.path.isdir(self.output) else []


@contextlib.contextmanager
def throwaway_user():
    """A user of this machine, who is no more afterwards."""
    name = f"kontor-{os.getpid()}"
    subprocess.run(["useradd", "--create-home", "--shell", "/bin/sh", name], check=True)
    try:
        yield pwd.getpwnam(name)
    finally:
        subprocess.run(["crontab", "-r", "-u", name], capture_output=True, check=False)
        subprocess.run(["userdel", "--remove", name], capture_output=True, check=False)


@contextlib.contextmanager
def small_disk(size):
    """A folder on a disk of so many bytes."""
    folder = tempfile.mkdtemp(prefix="kontor-disk-")
    options = f"size={size},mode=700"
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "none", folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)
        os.rmdir(folder)


def wait_for(what, seconds, tells):
    """Waits until something tells true."""
    end = time.monotonic() + seconds
    while not tells():
        if time.monotonic() > end:
            raise AssertionError(f"no {what} within {seconds} s")
        time.sleep(0.001)


def halt_while_reading(process, path):
    """Halts a run while it has a source open."""
    def reads():
        if process.poll() is not None:
            raise AssertionError("the run was over before it was halted")
        folder = f"/proc/{process.pid}/fd"
        with contextlib.suppress(OSError):
            return any(
                os.path.realpath(os.path.join(folder, name)) == os.path.realpath(path)
                for name in os.listdir(folder))
        return False

    wait_for("reading", 20, reads)
    process.send_signal(signal.SIGSTOP)
