import Testing

@testable import Review

@Suite struct DoorkeeperTests {
  @Test func tokenWorksOnceAndTheCookieAfterwards() throws {
    let keeper = Doorkeeper()
    #expect(keeper.exchange("") == nil && keeper.exchange("x") == nil)
    let pass = try #require(keeper.exchange(keeper.token.text))
    #expect(keeper.exchange(keeper.token.text) == nil)
    #expect(keeper.pass(cookie: pass.cookie.text)?.form == pass.form)
    #expect(keeper.pass(cookie: keeper.token.text) == nil)
    #expect(keeper.pass(cookie: pass.form.text) == nil)
  }

  @Test func secretsAreLongAndAllDifferent() {
    let secrets = (0..<100).map { _ in Secret().text }
    #expect(Set(secrets).count == 100 && secrets.allSatisfy { $0.utf8.count == 43 })
    #expect(Secret().matches("") == false)
  }
}
