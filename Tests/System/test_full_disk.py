"""A disk that is full, and folders that may not be written."""

import os
import subprocess
import unittest

from system import Office, rows, small_disk, throwaway_user


class FullDiskTests(unittest.TestCase):
    """What doesn't fit is not begun, or undone."""

    def test_a_run_without_room_changes_nothing_and_the_next_one_makes_up_for_it(self):
        with small_disk("3m") as disk, Office(output=disk + "/out") as office:
            office.write(office.source, rows(100))
            self.assertEqual(office.run().returncode, 0)
            before, names = office.digest(), office.outputs()
            office.write(office.source, rows(6000))
            stopped = office.run()
            self.assertEqual(stopped.returncode, 1, stopped.stdout)
            self.assertRegex(stopped.stderr, "(?i)no space left")
            self.assertEqual(office.digest(), before)
            self.assertEqual(office.outputs(), names)
            subprocess.run(["mount", "-o", "remount,size=200m", disk], check=True)
            self.assertEqual(office.run().returncode, 0)
            self.assertNotEqual(office.digest(), before)

    def test_a_first_run_without_room_leaves_nothing(self):
        with small_disk("1m") as disk, Office(output=disk + "/out") as office:
            office.write(office.source, rows(6000))
            stopped = office.run()
            self.assertEqual(stopped.returncode, 1, stopped.stdout)
            self.assertRegex(stopped.stderr, "(?i)no space left")
            self.assertEqual(office.outputs(), [])

    def test_a_backup_without_room_leaves_nothing(self):
        with small_disk("256k") as disk, Office() as office:
            office.write(office.source, rows(500))
            self.assertEqual(office.run().returncode, 0)
            stopped = office.kontor("backup", office.pipeline, "--to", disk)
            self.assertEqual(stopped.returncode, 1, stopped.stdout)
            self.assertRegex(stopped.stderr, "(?i)no space left")
            self.assertEqual(os.listdir(disk), [])

    def test_a_vacuum_without_room_is_not_begun(self):
        with small_disk("5m") as disk, Office(output=disk + "/out") as office:
            office.write(office.source, rows(1000))
            self.assertEqual(office.run().returncode, 0)
            stopped = office.kontor("vacuum", office.pipeline)
            self.assertEqual(stopped.returncode, 1, stopped.stdout)
            self.assertIn("of free space, here are", stopped.stderr)
            office.digest()


class ReadOnlyTests(unittest.TestCase):
    """As a throwaway user: no mode keeps root out."""

    def test_folders_that_may_not_be_written_stop_a_run_before_it_begins(self):
        with throwaway_user() as user, Office(user=user) as office:
            office.write(office.source, rows(50))
            self.assertEqual(office.run().returncode, 0)
            before = office.digest()
            office.write(office.source, rows(60))
            os.chmod(office.output, 0o500)
            stopped = office.run()
            self.assertEqual(stopped.returncode, 1, stopped.stdout)
            self.assertIn("the folder can't be written to", stopped.stderr)
            os.chmod(office.output, 0o700)
            self.assertEqual(office.digest(), before)

            store = os.path.join(office.folder, "store")
            os.mkdir(store)
            os.rename(office.store, store + "/kontor.sqlite")
            os.chown(store, user.pw_uid, user.pw_gid)
            with open(office.pipeline, "a", encoding="utf-8") as file:
                file.write("store: ../store/kontor.sqlite\n")
            os.chmod(store, 0o500)
            stopped = office.run()
            self.assertEqual(stopped.returncode, 1, stopped.stdout)
            self.assertIn("check its permissions", stopped.stderr)
            os.chmod(store, 0o700)
            office.store = store + "/kontor.sqlite"
            self.assertEqual(office.digest(), before)
            self.assertEqual(office.run().returncode, 0)


if __name__ == "__main__":
    unittest.main()
