import Foundation
import Records
import Support
import Testing

@testable import Pipeline

@Suite struct VerifyTests {
  private func verified(_ spoil: (Workdir) throws -> Void = { _ in }) throws -> Verification {
    let scenario = try ModelSample.scenario(20)
    try scenario.run()
    try spoil(scenario.work)
    return try Verify(store: scenario.work.path("out/kontor.sqlite")).perform()
  }

  @Test func wholeStoreIsWholeAndHasADigest() throws {
    let found = try verified()
    #expect(found.isWhole)
    #expect(found.digest.count == 32)
    #expect(found.text(.english).contains("all is well"))
    #expect(found.text(.german).contains("alles in Ordnung"))
    #expect(found.json.contains("\"whole\": true"))
  }

  @Test func missingOutputsAreTold() throws {
    let found = try verified {
      try FileManager.default.removeItem(atPath: $0.path("out/contacts.csv"))
    }
    #expect(!found.isWhole)
    #expect(found.missing.count == 1 && found.missing[0].hasSuffix("out/contacts.csv"))
    #expect(found.text(.english).contains("missing: the pipeline's next run"))
  }

  @Test func whatADeadRunLeftIsTold() throws {
    let found = try verified { try $0.write("out/.kontor-new/contacts.csv", "half") }
    #expect(found.unfinished.count == 1)
    #expect(!found.isWhole)
  }

  @Test func damagedFileIsToldWithoutAValue() throws {
    let scenario = try ModelSample.scenario(60)
    try scenario.run()
    let path = scenario.work.path("out/kontor.sqlite")
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    for offset in bytes.count / 3..<bytes.count / 3 + 6000 { bytes[offset] = 0x41 }
    try bytes.write(to: URL(fileURLWithPath: path))
    let found = try? Verify(store: path).perform()
    // So damaged that it can't be read at all, or told.
    #expect(found?.isWhole != true)
    #expect(found?.text(.english).contains("Ellerbrock") != true)
  }
}
