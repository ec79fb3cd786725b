import Records
import Testing

@testable import Store

@Suite("StoreError")
struct StoreErrorTests {
  private let all: [StoreError] = [
    .missing(path: "a.sqlite"), .notAStore(path: "a.sqlite"),
    .newer(path: "a.sqlite", version: 3, known: 2), .busy(path: "a.sqlite"),
    .full(path: "a.sqlite"), .readOnly(path: "a.sqlite"), .damaged(path: "a.sqlite", what: "JSON"),
    .cannotOpen(path: "a.sqlite", reason: "x"), .refused(path: "a.sqlite", reason: "x"),
    .unreachable(path: "a.sqlite"),
  ]

  @Test func eachSaysWhereWhatAndWhatToDo() {
    for error in all {
      let text = error.description
      #expect(text.hasPrefix("a.sqlite: "))
      #expect(!text.hasSuffix("."))
      #expect(text.split(separator: ": ").count >= 2)
    }
  }

  @Test func eachSpeaksGerman() {
    for error in all {
      let (german, english) = (error.text(.german), error.text(.english))
      #expect(german.hasPrefix("a.sqlite: ") && german != english)
      #expect(error.description == english)
    }
  }

  @Test func aConstraintNamesItsColumnAndNoValue() throws {
    let store = try ContactStore()
    #expect {
      try store.run(pipeline: "test", startedAt: "2026-01-01") { session in
        var row = Row()
        row.text("geheim@example.org")
        try session.connection.statement(
          "INSERT INTO phrases (german, english) VALUES (?, NULL)"
        ).run(row)
      }
    } throws: { error in
      let text = "\(error)"
      return text.contains("phrases.english") && !text.contains("geheim")
    }
  }
}
