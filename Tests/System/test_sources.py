"""Sources that change under a run, and runs that meet."""

import os
import signal
import unittest

from system import Office, halt_while_reading, rows


class SourceTests(unittest.TestCase):
    """A run is halted while it reads; then its source becomes another."""

    def meets(self, change, says):
        """A run whose source changes stops, and the next one makes up for it."""
        with Office() as office:
            office.write(office.source, rows(100))
            self.assertEqual(office.run().returncode, 0)
            before, names = office.digest(), office.outputs()
            office.write(office.source, rows(20_000, seed=2))
            run = office.begin()
            halt_while_reading(run, office.source)
            change(office)
            run.send_signal(signal.SIGCONT)
            _, errors = run.communicate(timeout=60)
            self.assertEqual(run.returncode, 1, errors)
            self.assertRegex(errors, says)
            self.assertEqual(office.digest(), before)
            self.assertEqual(office.outputs(), names)
            office.write(office.source, rows(300, seed=3))
            self.assertEqual(office.run().returncode, 0)
            self.assertNotEqual(office.digest(), before)

    def test_a_source_that_grows(self):
        def grow(office):
            with open(office.source, "a", encoding="utf-8") as file:
                file.write("x;Spät;Angefügt;;;\n")

        self.meets(grow, "it changed while it was read: nothing was changed")

    def test_a_source_that_is_cut_off(self):
        self.meets(
            lambda office: os.truncate(office.source, 5000),
            "it changed while it was read: nothing was changed")

    def test_a_source_that_is_replaced(self):
        def replace(office):
            office.write(office.source + ".new", rows(20_000, seed=4))
            os.rename(office.source + ".new", office.source)

        self.meets(replace, "it changed while it was read: nothing was changed")

    def test_a_source_that_vanishes(self):
        self.meets(
            lambda office: os.remove(office.source),
            "it vanished while it was read: nothing was changed|no such file")


class MeetingTests(unittest.TestCase):
    """One run at a time works on a store."""

    def test_who_comes_second_is_told_by_whom_the_store_is_held(self):
        with Office() as office:
            office.write(office.source, rows(20_000))
            first = office.begin()
            halt_while_reading(first, office.source)
            second = office.run()
            self.assertEqual(second.returncode, 1)
            self.assertIn(f"another run is at work on it (nacht, process {first.pid}, since",
                          second.stderr)
            first.send_signal(signal.SIGCONT)
            first.communicate(timeout=60)
            self.assertEqual(first.returncode, 0)

    def test_who_comes_second_waits_for_a_short_run(self):
        with Office() as office:
            office.write(office.source, rows(2000))
            runs = [office.begin(), office.begin()]
            for run in runs:
                _, errors = run.communicate(timeout=60)
                self.assertEqual(run.returncode, 0, errors)
            office.digest()

    def test_a_backup_is_made_while_a_run_is_at_work(self):
        with Office() as office:
            office.write(office.source, rows(100))
            self.assertEqual(office.run().returncode, 0)
            before = office.digest()
            office.write(office.source, rows(20_000))
            run = office.begin()
            halt_while_reading(run, office.source)
            made = office.kontor("backup", office.pipeline, "--to", office.folder + "/b.sqlite")
            self.assertEqual(made.returncode, 0, made.stderr)
            run.send_signal(signal.SIGCONT)
            run.communicate(timeout=60)
            self.assertEqual(run.returncode, 0)
            self.assertNotEqual(office.digest(), before)
            office.store = office.folder + "/b.sqlite"
            self.assertEqual(office.digest(), before)


if __name__ == "__main__":
    unittest.main()
