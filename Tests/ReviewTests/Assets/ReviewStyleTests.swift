import Testing

@testable import Review

@Suite struct ReviewStyleTests {
  @Test func nothingIsLoadedFromElsewhere() {
    for text in [ReviewStyle.css, ReviewScript.text] {
      #expect(!text.contains("url(") && !text.contains("@import") && !text.contains("http"))
      #expect(!text.contains("innerHTML") && !text.contains("eval("))
    }
  }
}
