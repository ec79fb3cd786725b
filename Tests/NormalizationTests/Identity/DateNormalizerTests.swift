internal import Records
internal import Testing

@testable import Normalization

@Suite struct DateNormalizerTests {
  @Test(arguments: [
    ("03.04.1980", "1980-04-03"), ("3.4.1980", "1980-04-03"), ("3.4.80", "1980-04-03"),
    ("03.04.05", "1905-04-03"), ("1980-04-03", "1980-04-03"),
    ("19800403", "1980-04-03"), ("1955-07-19T00:00:00Z", "1955-07-19"),
    ("3. April 1980", "1980-04-03"), ("Mrz 85", "1985-03"),
    ("--04-03", "--04-03"), ("--0505", "--05-05"), ("29.02.1980", "1980-02-29"),
    ("29321", "1980-04-10"), ("43831", "2020-01-01"), ("1980", "1980"),
    ("04/1980", "1980-04"), ("4/13/1980", "1980-04-13"), ("13/4/1980", "1980-04-13"),
    ("7-Feb-22", "1922-02-07"), ("April 3, 1980", "1980-04-03"),
    ("01 Jan 2004", "2004-01-01"), ("1604-04-15", "--04-15"), ("3.4.", "--04-03"),
    ("03041980", "1980-04-03"),
    ("1930-06-02T00:00:00.000", "1930-06-02"), ("43831,5", "2020-01-01"),
  ])
  func birthDate(text: String, date: String) {
    #expect(DateNormalizer.birthDate(text)?.text == date)
    #expect(DateNormalizer.birthDate(date)?.text == date)
  }

  @Test(arguments: [
    "0000-00-00", "00.00.0000", "01.01.1900", "0.0.00", "0/0/00", "00000000", "1899-12-30", "0",
  ])
  func placeholders(text: String) { #expect(DateNormalizer.birthDate(text) == PartialDate()) }

  @Test(arguments: [
    "", "Frühling", "32.01.1980", "30.02.1980", "1.13.1980", "12345678901", "1.2.3.4", "-",
    "circa 1800", "31.4.1980", "999999",
  ])
  func noDates(text: String) { #expect(DateNormalizer.birthDate(text) == nil) }

  @Test(arguments: [
    ("2023-05-17 07:35:02", "2023-05-17T07:35:02"), ("17.05.2023 7:35", "2023-05-17T07:35:00"),
    ("17.05.23", "2023-05-17"), ("17.05.85", "1985-05-17"),
    ("2015-10-12T12:09:01Z", "2015-10-12T12:09:01"), ("20180306102500000", "2018-03-06T10:25:00"),
    ("2023-05-17 00:00:00", "2023-05-17"),
    ("0000-00-00 00:00:00", ""), ("20140716", "2014-07-16"),
  ])
  func timestamp(text: String, iso: String) {
    #expect(DateNormalizer.timestamp(text) == iso)
    if !iso.isEmpty { #expect(DateNormalizer.timestamp(iso) == iso) }
  }

  @Test(arguments: [
    ("2022-06-01T23:30:00-05:00", "2022-06-01T23:30:00-05:00"),
    ("2022-06-02T02:00:00Z", "2022-06-02T02:00:00Z"), ("2022-06-02", "2022-06-02"),
    ("2022-06-02 02:00:00.123 +0200", "2022-06-02T02:00:00+02:00"),
    ("2.6.2022 02:00 MESZ", "2022-06-02T02:00:00+02:00"),
    ("2.6.2022 12:30 Uhr", "2022-06-02T12:30:00"),
    // What follows is no zone: the whole day.
    ("2022-06-02 07:35 PM", "2022-06-02"), ("2022-06-02T07:35:00+99", "2022-06-02"),
    ("2022-06-02T00:00:00Z", "2022-06-02"), ("0000-00-00", ""), ("31.12.9999", ""),
  ])
  func instantsKeepTheirZone(text: String, iso: String) {
    #expect(DateNormalizer.instant(text) == iso)
    if !iso.isEmpty { #expect(DateNormalizer.instant(iso) == iso) }
  }

  @Test func withoutAYearItIsNoTimestamp() {
    #expect(DateNormalizer.timestamp("3.5.") == nil)
    #expect(DateNormalizer.instant("3.5.") == nil)
  }

  @Test(arguments: [
    ("1980", "4", "3", "1980-04-03"), ("80", "April", "03", "1980-04-03"),
    ("1980", "4", "", "1980-04"),
    ("1980", "", "", "1980"), ("", "4", "3", "--04-03"),
  ])
  func aBirthDateInThreeColumns(year: String, month: String, day: String, date: String) {
    #expect(DateNormalizer.birthDate(year: year, month: month, day: day)?.text == date)
  }

  @Test func threeColumnsThatMakeNoDate() {
    #expect(DateNormalizer.birthDate(year: "1980", month: "13", day: "1") == nil)
    #expect(DateNormalizer.birthDate(year: "x", month: "1", day: "1") == nil)
    #expect(DateNormalizer.birthDate(year: "1980", month: "", day: "7") == nil)
    #expect(DateNormalizer.birthDate(year: "0", month: "0", day: "0") == PartialDate())
  }
}
