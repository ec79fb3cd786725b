import Records
import Testing

@testable import Store

@Suite("RecordWriter")
struct RecordWriterTests {
  @Test func hashOfFieldsCoversKindParentAndRecID() {
    func hash(_ change: (inout Record) -> Void) -> Int64 {
      var record = sampleRecord("1")
      change(&record)
      var fields: [UInt8] = []
      record.writeFields(to: &fields)
      return record.fieldsHash(of: fields)
    }
    let hashes = [
      hash { _ in }, hash { $0.kind = .household }, hash { $0.parentKey = "" },
      hash { $0.parentKey = "x" }, hash { $0.recID = "x" }, hash { $0.values.removeLast() },
    ]
    #expect(Set(hashes).count == hashes.count)
    #expect(hash { $0.location.line = 99 } == hashes[0])
  }
}
