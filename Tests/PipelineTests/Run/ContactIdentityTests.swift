import Records
import Testing

@testable import Pipeline

@Suite struct ContactIdentityTests {
  private func identity(_ clusters: [[RecordID]], before: [ContactID: [RecordID]])
    -> ContactIdentity
  {
    var contactOfRecord: [RecordID: ContactID] = [:]
    for (contact, records) in before {
      for record in records { contactOfRecord[record] = contact }
    }
    return ContactIdentity(
      clusters: clusters, contactOfRecord: contactOfRecord, all: Array(before.keys))
  }

  @Test func unchangedClustersKeepTheirContacts() {
    let identity = identity([[1, 2], [3]], before: [7: [1, 2], 8: [3]])
    #expect(identity.kept == [7, 8])
    #expect(identity.retired.isEmpty)
  }

  @Test func oldestKeepsItsIDOnAMerge() {
    let identity = identity([[1, 2, 3, 4]], before: [9: [1, 2, 3], 5: [4]])
    #expect(identity.kept == [5])
    #expect(identity.retired.map(\.contact) == [9])
    #expect(identity.retired.map(\.cluster) == [0])
  }

  @Test func largestPartKeepsTheIDOnASplit() {
    let identity = identity([[1], [2, 3]], before: [4: [1, 2, 3]])
    #expect(identity.kept == [nil, 4])
    #expect(identity.parted == [4, nil])
    #expect(identity.retired.isEmpty)
  }

  @Test func amongEqualPartsTheLowestRecordDecides() {
    #expect(identity([[2], [1]], before: [4: [1, 2]]).kept == [nil, 4])
  }

  @Test func contactWithoutRecordsIsRetiredIntoNothing() {
    let identity = identity([[1]], before: [2: [1], 3: [9]])
    #expect(identity.kept == [2])
    #expect(identity.retired.map(\.contact) == [3])
    #expect(identity.retired.first?.cluster == nil)
  }

  @Test func newClusterHasNoID() {
    #expect(identity([[5]], before: [:]).kept == [nil])
  }
}
