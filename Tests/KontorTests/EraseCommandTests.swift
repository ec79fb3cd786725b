import Foundation
import Support
import Testing

/// Somebody among many is erased by the program as people call it, and stays out.
///
/// `make test-system` has 2,000 records, read by the release build; `make test` fewer.
@Suite struct EraseCommandTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let program = environment["KONTOR_PROGRAM"] ?? Program.path
  private static let count = environment["KONTOR_KILLS"] == nil ? 60 : 2_000

  private static let pipeline = """
    name: erase
    output: out
    sources:
      - { name: a, file: a.csv, map: \(InventedContacts.map) }
      - { name: b, file: b.csv, map: \(InventedContacts.map) }
    """
  /// In no other row.
  private static let words = [
    "Xaverl", "xaverl", "Zyprischer", "zyprischer", "0171 9999887", "+491719999887", "Sägergasse",
  ]
  private static func hers(_ key: String, email: String = "xaverl@zyprischer.example") -> [String] {
    [
      key, "person", "Xaverl", "Zyprischer", "", "Sägergasse 3", "24103", "Kiel", email, "",
      "0171 9999887", "7.8.1959", "ja", "1.2.2020", "", "",
    ]
  }

  private func kontor(_ arguments: [String], in work: Workdir) throws -> Program.Result {
    try Program.run(arguments, in: work.path, executable: Self.program)
  }

  private func remnants(in work: Workdir) -> [String] {
    let names = FileManager.default.subpaths(atPath: work.path("out")) ?? []
    return names.flatMap { name in
      let bytes = FileManager.default.contents(atPath: work.path("out/" + name)) ?? Data()
      return Self.words.filter { bytes.range(of: Data($0.utf8)) != nil }.map { "\(name): \($0)" }
    }
  }

  @Test func whoIsErasedStaysOut() throws {
    let work = try Workdir()
    var contacts = InventedContacts(seed: 7)
    let rows = (0..<Self.count).map { _ in contacts.newRow() }
    try work.write("kontor.yaml", Self.pipeline)
    try work.write("a.csv", InventedContacts.table(rows + [Self.hers("x1")]))
    try work.write("b.csv", InventedContacts.table([Self.hers("x2")]))
    #expect(try kontor(["run", "kontor.yaml", "--quiet"], in: work).code == 0)
    #expect(!remnants(in: work).isEmpty)

    let traced = try kontor(["trace", "a:x1", "--out", "access"], in: work)
    #expect(traced.code == 0, "\(traced.errors)")
    for path in traced.output.split(separator: "\n") {
      #expect(try work.text(String(path)).contains("Zyprischer"))
    }
    #expect(try kontor(["erase", "a:x1"], in: work).code == 64)
    let dry = try kontor(["erase", "a:x1", "--dry-run"], in: work)
    #expect(dry.code == 0 && dry.output.contains("dry run"))
    let done = try kontor(
      ["erase", "a:x1", "--reason", "on request", "--as", "Uta"], in: work)
    #expect(done.code == 0, "\(done.errors)")
    #expect(done.output.contains("a.csv:\(Self.count + 2)") && done.output.contains("b.csv:2"))
    #expect(remnants(in: work) == [])

    // The same people, under other keys and with another address, in a file that is read anew.
    try work.write(
      "b.csv", InventedContacts.table([Self.hers("x2"), Self.hers("x9", email: "neu@x.example")]))
    let again = try kontor(["run", "kontor.yaml", "--quiet", "--verify"], in: work)
    #expect(again.code == 0, "\(again.errors)")
    #expect(again.output.contains("Rows of erased people, kept out: 3"))
    #expect(remnants(in: work) == [])
    #expect(try kontor(["verify"], in: work).code == 0)
    #expect(try kontor(["erase", "--list"], in: work).output.contains("on request"))
  }
}
