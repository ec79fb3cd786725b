@testable import Formats
import Testing

@Suite struct FormulaGuardTests {
  private func needsGuard(_ text: String) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer { FormulaGuard.needsGuard($0) }
  }

  @Test(arguments: [
    "=1+1", "@SUM(A1)", "\tx", "\rx", "+x", "-x", "-", "+", "+1+A1", "'=1", "''@", "-2+cmd|' /C",
    "+49301;ext=", "+49301;ext=1a", "+49301;ext=1;x", "+49301; =1", "+49301; ", "+49301;+1",
  ])
  func formulaIsGuarded(text: String) { #expect(needsGuard(text)) }

  @Test(arguments: [
    "", "+49 30 123456", "+49(0)171/12-34", "-12,50", "-1.234", "'Alter", "a=b", "Müller", "'",
    "+4930123456;ext=23", "+49301; +49302;ext=4; +49303", ";ext=1",
  ])
  func otherTextIsNot(text: String) { #expect(!needsGuard(text)) }
}
