import Records
import Testing

@testable import Survivorship

@Suite struct PermissionReasonTests {
  @Test(arguments: PermissionReason.allCases)
  func isSaidInBothLanguages(reason: PermissionReason) {
    #expect(!reason.phrase.german.isEmpty && !reason.phrase.english.isEmpty)
    #expect(reason.phrase.german != reason.phrase.english)
  }

  @Test func citesTheLaw() {
    #expect(PermissionReason.emailUnknown.phrase.german.contains("§ 7 Abs. 2 Nr. 2 UWG"))
    #expect(PermissionReason.phonePresumed.phrase.english.contains("UWG § 7 (2) No. 1"))
    #expect(PermissionReason.postDenied.phrase.english.contains("GDPR Art. 21"))
  }
}
