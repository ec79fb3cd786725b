import Records
import Testing

@testable import Linkage

@Suite struct BlockLimitsTests {
  private func limited(_ records: [Record]) -> [KeyColumn] {
    let comparer = Sample.comparer(records)
    let entries = KeyMaker.entries(comparer, on: SerialExecutor())
    return BlockLimits(comparer: comparer, limit: 10).columns(of: entries, on: SerialExecutor())
  }

  @Test func largeBlocksGetLongerKeys() {
    let names = ["Anna", "Bernd", "Clara", "Dirk"]
    let records = (0..<32).map {
      Sample.person("\($0)", names[$0 % 4], "Meyer\($0 % 8)", email: "info@kranz.example")
    }
    let columns = limited(records)
    let email = columns.first { $0.key == .email }
    #expect(email?.skipped.isEmpty == true)
    #expect(email?.changes.isEmpty == false)
  }

  @Test func blocksThatStayTooLargeAreSkippedAndReported() {
    let records = (0..<32).map {
      Sample.person("\($0)", "Anna", "Meyer", email: "info@kranz.example")
    }
    let columns = limited(records)
    let email = columns.first { $0.key == .email }
    #expect(email?.skipped == [SkippedBlock(key: .email, size: 32)])
    #expect(email?.entries.isEmpty == true)
  }
}
