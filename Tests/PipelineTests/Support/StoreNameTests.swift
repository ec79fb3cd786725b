import Records
import Support
import Testing

@testable import Pipeline

@Suite struct StoreNameTests {
  private func meaning(_ name: String) throws -> StoreName? {
    let scenario = try ModelSample.scenario(6)
    try scenario.run()
    return try scenario.store { try? StoreName(name, $0, store: "s") }
  }

  @Test func contactsAreNumbersAndRecordsHaveASource() throws {
    #expect(try meaning("1") == .contact(1))
    #expect(try meaning("erp:a1") == .record(3))
  }

  @Test(arguments: ["99", "erp:zz", "nowhere:a1", "", "erp", ":", "1x"])
  func whatNamesNothingIsRefused(name: String) throws {
    #expect(try meaning(name) == nil)
  }
}
