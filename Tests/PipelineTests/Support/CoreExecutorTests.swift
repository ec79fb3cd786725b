import Testing

@testable import Pipeline

@Suite struct CoreExecutorTests {
  private struct Stop: Error {}

  @Test func bothAreDone() throws {
    let both = try together({ 7 }) { 8 }
    #expect([both.own, both.other] == [8, 7])
  }

  @Test func whatEitherThrowsIsThrown() {
    #expect(throws: Stop.self) { try together({ throw Stop() }) {} }
    #expect(throws: Stop.self) { try together({ 7 }) { throw Stop() } }
  }
}
