"""Debian's cron fires a run by the line that `kontor schedule` wrote."""

import json
import os
import stat
import subprocess
import unittest

from system import Office, rows, throwaway_user, wait_for


class CronTests(unittest.TestCase):
    """A throwaway user's crontab; the runner's own is never touched."""

    def setUp(self):
        running = subprocess.run(["pgrep", "-x", "cron"], capture_output=True, check=False)
        if running.returncode != 0:
            daemon = subprocess.Popen(["cron", "-f"])
            self.addCleanup(daemon.wait)
            self.addCleanup(daemon.terminate)

    def crontab(self, user, *arguments, text=None):
        """The user's crontab."""
        return subprocess.run(
            ["crontab", "-u", user.pw_name, *arguments], input=text, text=True,
            capture_output=True, check=True).stdout

    def test_a_scheduled_run_is_made_and_told_of(self):
        with throwaway_user() as user, Office(user=user) as office:
            # A name that the shell and cron both would take for something else.
            pipeline = os.path.join(office.folder, "Müller's 100% nacht.yaml")
            os.rename(office.pipeline, pipeline)
            office.write(office.source, rows(50))
            own = "# mine\n5 5 * * 1 true\n"
            self.crontab(user, "-", text=own)
            added = office.kontor("schedule", "add", pipeline, "--cron", "* * * * *")
            self.assertEqual(added.returncode, 0, added.stderr)
            self.assertIn(added.stdout.strip(), self.crontab(user, "-l"))
            listed = office.kontor("schedule", "list").stdout
            self.assertIn("Müller's 100% nacht.yaml", listed)

            log = pipeline.removesuffix(".yaml") + ".log"
            page = os.path.join(office.output, "digest.html")
            wait_for("digest", 120, lambda: os.path.exists(page))
            removed = office.kontor("schedule", "remove", pipeline)
            self.assertEqual(removed.returncode, 0, removed.stderr)
            self.assertEqual(self.crontab(user, "-l"), own)

            with open(log, encoding="utf-8") as file:
                lines = [json.loads(line) for line in file if line.startswith("{")]
            self.assertEqual(lines[0]["state"], "kept")
            self.assertEqual(lines[0]["new"], 50)
            for path in [log, page, office.store]:
                found = os.stat(path)
                self.assertEqual(found.st_uid, user.pw_uid, path)
                self.assertEqual(stat.S_IMODE(found.st_mode), 0o600, path)
            status = office.kontor("status", "--store", office.store)
            self.assertIn("50 of 50 records", status.stdout)


if __name__ == "__main__":
    unittest.main()
