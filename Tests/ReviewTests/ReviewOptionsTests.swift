import Records
import Review
import Testing

@Suite struct ReviewOptionsTests {
  @Test func whoeverIsGivenMayDecide() {
    let options = ReviewOptions(store: "a.kontor", language: .german, author: "Erika Muster")
    #expect(!options.isReadOnly)
  }
}
