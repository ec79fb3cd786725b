import Foundation
import Support
import Testing

@testable import Pipeline

/// Contacts that many cores make are written as one would: in the order of their clusters.
@Suite struct ContactProductsTests {
  private static let pipeline = """
    sources: [{ name: s, file: s.csv, map: { given: given, family: family, email: email } }]
    """

  @Test func contactsOfManyBatchesComeInOrder() throws {
    let count = 3000
    let rows = (1...count).map { "Vor\($0);Nach\($0 * 7919 % 10_007);p\($0)@post.example" }
    let scenario = try Scenario(
      Self.pipeline, ["s.csv": "given;family;email\n" + rows.joined(separator: "\n") + "\n"])
    try scenario.run()
    let ids = (1...count).map(String.init)
    #expect(try scenario.rows("contacts.csv").map { $0["contact_id"] } == ids)
    let emails = (1...count).map { "p\($0)@post.example" }
    #expect(try scenario.rows("contacts.csv").map { $0["email_1"] ?? $0["email"] } == emails)
    #expect(try scenario.work.text("out/contacts.jsonl").split(separator: "\n").count == count)
    #expect(
      try scenario.work.text("out/contacts.vcf").components(separatedBy: "BEGIN:VCARD").count
        == count + 1)
  }
}
