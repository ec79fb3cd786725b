import Records
import Testing

@testable import Store

/// What a request does is seen in a process of its own: `StoppedRunTests`.
@Suite struct InterruptionTests {
  @Test func workGoesOnUntilItIsAskedToStop() throws {
    try Interruption.check()
    #expect(
      StoreError.interrupted.text(.german) == "auf Verlangen angehalten: nichts wurde geändert")
  }
}
