@testable import Formats
import Testing

@Suite struct FormulaGuardTests {
  private func needsGuard(_ text: String) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer { FormulaGuard.needsGuard($0) }
  }

  @Test(arguments: [
    "=1+1", "@SUM(A1)", "\tx", "\rx", "+x", "-x", "-", "+", "+1+A1", "'=1", "''@", "-2+cmd|' /C",
  ])
  func formulaIsGuarded(text: String) { #expect(needsGuard(text)) }

  @Test(arguments: [
    "", "+49 30 123456", "+49(0)171/12-34", "-12,50", "-1.234", "'Alter", "a=b", "Müller", "'",
  ])
  func otherTextIsNot(text: String) { #expect(!needsGuard(text)) }
}
