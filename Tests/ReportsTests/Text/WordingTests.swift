import Records
import Reports
import Testing

@Suite struct WordingTests {
  @Test func everyWordIsThereInBothLanguages() {
    var phrases = Attribute.allCases.map(\.phrase) + ValueLabel.allCases.map(\.phrase)
    phrases += SurvivorshipRule.allCases.map(\.phrase) + Record.Kind.allCases.map(\.phrase)
    phrases += Relation.Kind.allCases.map(\.phrase) + Consent.Channel.allCases.map(\.phrase)
    phrases += Consent.State.allCases.map(\.phrase) + ValueMark.allCases.compactMap(\.phrase)
    for phrase in phrases {
      #expect(!phrase.german.isEmpty)
      #expect(!phrase.english.isEmpty)
    }
  }

  @Test func attributesAreToldApart() {
    for language in Language.allCases {
      let names = Attribute.allCases.map { $0.phrase(language) }
      #expect(Set(names).count == names.count)
    }
  }
}
