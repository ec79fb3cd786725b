import Foundation
import GRDB
import Records
import Store
import Support
import Testing

@testable import Pipeline

@Suite struct NightTests {
  private func file(_ work: Workdir) throws -> PipelineFile {
    try work.write(
      "nacht.yaml",
      """
      name: "<b>nacht|*"
      output: out
      match: { at: balanced }
      sources:
        - { name: a, file: a.csv, map: \(InventedContacts.map), constants: { consent_channel: email } }
      """)
    return try PipelineFile.read(work.path("nacht.yaml"))
  }

  private func run(_ file: PipelineFile) throws -> Night {
    let outcome = try Run(file: file, options: RunOptions(isScheduled: true)).perform(
      progress: Progress(mode: .silent, language: .english))
    return Night(file, outcome, startedAt: "2026-11-23T02:30:00Z")
  }

  @Test func nightsAreCounted() throws {
    let work = try Workdir()
    let file = try file(work)
    var contacts = InventedContacts(seed: 3)
    var rows = (0..<40).map { _ in contacts.newRow() }
    try work.write("a.csv", InventedContacts.table(rows))
    let first = try run(file)
    #expect(first.state == .kept)
    #expect(first.trend.count == 1)
    #expect(first.count(.contacts) > 0)

    let quiet = try run(file)
    #expect(quiet.state == .unchanged)
    #expect(quiet.count(.new) == 0)

    rows.append(contacts.newRow())
    try work.write("a.csv", InventedContacts.table(rows))
    let second = try run(file)
    #expect(second.state == .kept)
    #expect(second.count(.new) + second.count(.changed) > 0)
    #expect(second.trend.map(\.contacts).last == second.count(.contacts))
    #expect(second.trend.count == 2)

    try work.write("a.csv", InventedContacts.table(Array(rows.prefix(5))))
    // Somebody's own run comes between: the held one's number is the store's next.
    let store = try ContactStore(path: file.store, create: false)
    try store.run(pipeline: "kontor decide", startedAt: "2026-11-23T08:00:00Z") { _ in }
    try store.close()
    let held = try run(file)
    #expect(held.state == .held)
    #expect(held.count(.withdrawn) == 0)
    #expect(held.count(.contacts) == second.count(.contacts))
    #expect(held.markdown(.english).contains("kontor approve 4"))
    #expect(held.json.contains("\"run\": 4"))
    let failed = Night(file, nil, startedAt: "2026-11-23T02:30:00Z")
    #expect(failed.state == .failed)
    for night in [first, quiet, second, held, failed] {
      for language in [Language.german, .english] {
        let texts = [night.page(language), night.markdown(language), night.json]
        let shown = try #require(texts[0].components(separatedBy: "</style>").last)
        #expect([shown, texts[1], texts[2]].allSatisfy { !$0.contains("@") })
        #expect(!texts[0].contains("<b>nacht"))
        #expect(!texts[1].contains("<b>nacht"))
        #expect(!night.json.contains("\n"))
      }
      let json = try JSONSerialization.jsonObject(with: Data(night.json.utf8)) as? [String: Any]
      #expect(json?["state"] as? String == night.state.rawValue)
    }
  }

  private func charted(_ count: Int) throws -> Night {
    let work = try Workdir()
    let file = try file(work)
    try work.write("a.csv", InventedContacts.table([]))
    var night = try run(file)
    let queue = try DatabaseQueue(path: file.store)
    try queue.write { database in
      try database.execute(sql: "DELETE FROM run_facts")
      for number in 0..<count - 1 {
        try database.execute(
          sql: """
            INSERT INTO runs (pipeline, started_at, finished_at, state, counts)
            SELECT pipeline, started_at, finished_at, state, json_set(counts, '$.contacts', ?)
            FROM runs WHERE id = 1
            """, arguments: [number * 1000])
      }
    }
    try queue.close()
    night = Night(file, nil, startedAt: "2026-11-23T02:30:00Z")
    return night
  }

  @Test(arguments: [(1, 0), (2, 2), (30, 30), (100, 30)])
  func chartsHaveABarForEachOfTheLastRuns(runs: Int, bars: Int) throws {
    let night = try charted(runs)
    for language in Language.allCases {
      let page = night.page(language)
      let charts = page.components(separatedBy: "<svg").dropFirst()
      #expect(charts.count == (bars == 0 ? 0 : 3))
      for chart in charts {
        let rects = chart.matches(of: /<rect x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)"/)
        #expect(rects.count == bars)
        for rect in rects {
          let numbers = [rect.1, rect.2, rect.3, rect.4].compactMap { Int($0) }
          #expect(numbers[0] + numbers[2] < 300 && numbers[1] + numbers[3] == 60)
        }
        // The last run is the bar at the right.
        if let last = rects.last { #expect(last.1 == "291") }
      }
    }
    if runs == 100 {
      #expect(night.trend.map(\.contacts) == (69..<99).map { $0 * 1000 })
      #expect(night.page(.german).contains("69.000 → 98.000"))
    }
  }

  /// RFC 2047: a word has at most 75 letters, a line 76.
  @Test func aLongSubjectIsFoldedBetweenLetters() throws {
    let work = try Workdir()
    var night = Night(try file(work), nil, startedAt: "2026-11-23T02:30:00Z")
    night.pipeline = String(repeating: "Größenwahn🎉", count: 20) + "\r\nBcc: x@y.example"
    let mail = MorningMessage(night, .german).mail(to: "a@b.example")
    let head = try #require(mail.components(separatedBy: "\n\n").first)
    let lines = head.components(separatedBy: "\n")
    #expect(!lines.contains { $0.hasPrefix("Bcc") } && !head.contains("\r"))
    #expect(lines.allSatisfy { $0.utf8.count <= 84 && $0.utf8.allSatisfy { $0 < 0x80 } })
    let words = head.matches(of: /=\?UTF-8\?B\?([^?]+)\?=/)
    #expect(words.count > 5 && words.allSatisfy { $0.0.utf8.count <= 75 })
    let texts = words.map {
      Data(base64Encoded: String($0.1)).flatMap { String(bytes: $0, encoding: .utf8) }
    }
    #expect(texts.allSatisfy { $0 != nil })
    #expect(
      texts.compactMap { $0 }.joined()
        == "Kontor – " + shownOnALine(night.headline(.german)))
  }

  @Test func aMailHoldsCountsAlone() throws {
    let work = try Workdir()
    let message = MorningMessage(
      Night(try file(work), nil, startedAt: "2026-11-23T02:30:00Z"), .german)
    let lines = message.mail(to: "a@b.example").split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "To: a@b.example")
    #expect(lines.allSatisfy { $0.utf8.count <= 998 && $0.utf8.allSatisfy { $0 < 0x80 } })
    let body = lines.drop { !$0.isEmpty }.joined()
    let text = try #require(Data(base64Encoded: body.trimmingCharacters(in: .whitespaces)))
    #expect(String(decoding: text, as: UTF8.self).contains("fehlgeschlagen"))
  }

  @Test(arguments: [
    ("a@b.example", true), ("a.b+c@d-e.example", true), ("-f@b.example", false), ("a", false),
    ("a@b@c", false), ("a@b\nBcc: x@y", false), ("a b@c", false), ("@b", false), ("a@", false),
    ("a@b,c@d", false),
  ])
  func addresses(text: String, isOne: Bool) {
    #expect(MorningMessage.isAddress(text) == isOne)
  }

  @Test func sendmailAndTheProgramAreCalledWithoutAShell() throws {
    let work = try Workdir()
    let night = Night(try file(work), nil, startedAt: "2026-11-23T02:30:00Z")
    let sendmail = try work.write(
      "bin/sendmail", "#!/bin/sh\necho \"$@\" > \(work.path("args")); cat > \(work.path("mail"))\n")
    let program = try work.write(
      "bin/call", "#!/bin/sh\necho \"$1|$2|$KONTOR_STATE\" > \(work.path("called"))\n")
    for path in [sendmail, program] { #expect(chmod(path, 0o755) == 0) }
    let message = MorningMessage(night, .english)
    try message.send(to: "a@b.example", search: work.path("bin"))
    #expect(try work.text("args") == "-i -- a@b.example\n")
    #expect(try work.text("mail").hasPrefix("To: a@b.example\nSubject: =?UTF-8?B?"))
    try message.call("\(program) $(id) ;rm")
    #expect(try work.text("called") == "$(id)|;rm|failed\n")
    #expect(throws: PipelineError.self) { try message.call("/nowhere/x") }
    #expect(throws: PipelineError.self) { try message.call("/bin/false") }
    try message.write(to: work.path("new/out"))
    #expect(try work.text("new/out/digest.md").hasPrefix("# "))
    #expect(try work.text("new/out/digest.html").hasPrefix("<!DOCTYPE html>"))
  }
}
