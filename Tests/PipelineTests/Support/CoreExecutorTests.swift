import Testing

@testable import Pipeline

@Suite struct CoreExecutorTests {
  private struct Stop: Error {}

  @Test func bothAreDone() throws {
    var own = 0
    let other = try together({ 7 }) { own = 8 }
    #expect([own, other] == [8, 7])
  }

  @Test func whatEitherThrowsIsThrown() {
    #expect(throws: Stop.self) { try together({ throw Stop() }) {} }
    #expect(throws: Stop.self) { try together({ 7 }) { throw Stop() } }
  }
}
