import Formats
import Records
import Testing

@Suite struct ReadErrorTests {
  @Test func errorsSayWhereAndWhat() {
    #expect(ReadError.notFound(file: "a.csv").description == "a.csv: no such file")
    let what = Phrase(de: "kaputt", en: "broken")
    #expect(
      ReadError.malformed(file: "a.xml", line: 3, what: what).text(.german) == "a.xml:3: kaputt")
    for error in [
      ReadError.isFolder(file: "x"), .unreadable(file: "x", reason: Phrase(de: "r", en: "r")),
    ] {
      #expect(error.text(.german) != error.text(.english) && error.description.hasPrefix("x: "))
    }
  }
}
