import Formats
import Foundation
import Records
import Testing

@Suite struct SystemReasonTests {
  @Test(arguments: [EACCES, ENOSPC, EROFS, EIO, ENOENT, EISDIR, EMFILE, EFBIG])
  func whatHappensIsToldInBothLanguages(code: Int32) {
    let reason = systemReason(code)
    #expect(!reason.german.isEmpty && !reason.english.isEmpty)
    #expect(reason.german != reason.english)
  }

  @Test func rareOnesAreToldInTheSystemsWords() {
    #expect(systemReason(ELOOP).english == String(cString: strerror(ELOOP)))
  }
}
