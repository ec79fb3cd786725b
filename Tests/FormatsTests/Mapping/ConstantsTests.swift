import Formats
import Records
import Testing

@Suite struct ConstantsTests {
  private func values(_ pairs: [(String, String)], _ constants: [(String, String)]) -> [String] {
    var columns: [String: MappingTarget] = [:]
    for (name, _) in pairs { columns[name] = MappingTarget(text: name) }
    var mapping = Mapping(
      source: "s", columns: columns,
      constants: constants.compactMap { name, text in
        FieldTarget(text: name).map { MappedValue($0, text) }
      })
    return mapping.apply(raw(pairs)).values.map { "\($0.target.text)=\($0.text)" }
  }

  @Test func roleIsAddedToEveryRecord() {
    #expect(
      values([("role", "Presse")], [("role", "customer")]) == ["role=Presse", "role=customer"])
  }

  @Test func countryFillsEveryAddressThatLacksIt() {
    #expect(
      values(
        [("place", "Ulm"), ("home.place", "Wien"), ("home.country", "AT")], [("country", "DE")])
        == ["place=Ulm", "home.place=Wien", "home.country=AT", "country=DE"])
  }

  @Test func countryMakesNoAddress() {
    #expect(values([("family", "Kunz")], [("country", "DE")]) == ["family=Kunz"])
  }

  @Test func labelledConstantFillsOnlyItsAddress() {
    #expect(
      values([("work.place", "Ulm"), ("home.place", "Au")], [("work.country", "DE")])
        == ["work.place=Ulm", "home.place=Au", "work.country=DE"])
  }

  @Test func otherConstantFillsWhatIsMissing() {
    #expect(values([("language", "en")], [("language", "de")]) == ["language=en"])
    #expect(values([("note", "x")], [("language", "de")]) == ["note=x", "language=de"])
  }

  @Test func channelIsAddedWhereConsentIs() {
    #expect(
      values([("consent_state", "ja")], [("consent_channel", "email")])
        == ["consent_state=ja", "consent_channel=email"])
    #expect(values([("note", "x")], [("consent_channel", "email")]) == ["note=x"])
  }
}
