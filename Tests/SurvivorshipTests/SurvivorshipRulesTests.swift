import Records
import Testing

@testable import Survivorship

@Suite struct SurvivorshipRulesTests {
  private func kind(_ names: [String], _ attribute: String) -> RuleNameError? {
    var rules = SurvivorshipRules()
    do {
      try rules.set(names, for: attribute)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: Attribute.allCases)
  func everyAttributeHasRules(attribute: Attribute) {
    #expect(!SurvivorshipRules()[attribute].isEmpty)
    let complete = SurvivorshipRules().complete(attribute)
    #expect(Set(complete).count == complete.count)
    #expect(complete.contains(.sourcePriority))
  }

  @Test func whatAContactMayHaveSeveralOfIsUnited() {
    let rules = SurvivorshipRules()
    let united = Attribute.allCases.filter(rules.unites)
    #expect(
      united == [
        .address, .phone, .email, .website, .customerNumber, .iban, .role, .category, .note,
        .consent,
        .extra,
      ])
  }

  @Test func namedRulesReplaceTheDefault() throws {
    var rules = SurvivorshipRules()
    try rules.set(["most-recent", "most-complete"], for: "name")
    try rules.set(["most-recent"], for: "email")
    #expect(rules[.name] == [.mostRecent, .mostComplete])
    #expect(!rules.unites(.email))
    #expect(rules.unites(.phone))
  }

  @Test(arguments: [
    ("adress", "address"), ("birth-date", "birth_date"), ("given", "name"), ("street", "address"),
    ("mobile", "phone"), ("Email", "email"), ("organisation", "organization"),
  ])
  func anUnknownAttributeIsReportedWithASuggestion(written: String, meant: String) {
    let error = kind(["union"], written)
    #expect(error?.kind == .unknownAttribute)
    #expect(error?.rule == nil)
    #expect(error?.suggestion == meant)
  }

  @Test(arguments: [
    ("most_recent", "most-recent"), ("source-priorty", "source-priority"), ("Union", "union"),
    ("mostcomplete", "most-complete"),
  ])
  func anUnknownRuleIsReportedWithItsPositionAndASuggestion(written: String, meant: String) {
    let error = kind(["source-priority", written], "name")
    #expect(error?.kind == (meant == "source-priority" ? .unknownRule : .unknownRule))
    #expect(error?.rule == 1)
    #expect(error?.suggestion == meant)
  }

  @Test func whatLooksLikeNothingGetsNoSuggestion() {
    #expect(kind(["union"], "zzzzzzzz")?.suggestion == nil)
    #expect(kind(["xyz"], "phone")?.suggestion == nil)
  }

  @Test func whatCannotBeChosenIsSaid() {
    #expect(kind(["union"], "status")?.kind == .statusIsFixed)
    #expect(kind(["most-recent"], "consent")?.kind == .consentIsFixed)
    #expect(kind([], "phone")?.kind == .noRule)
    #expect(kind(["union", "union"], "phone")?.kind == .repeatedRule)
    #expect(kind(["most-restrictive"], "phone")?.kind == .restrictiveIsForStatus)
    #expect(kind(["only-value"], "phone")?.kind == .unknownRule)
  }

  @Test func messagesEndWithTheSuggestion() {
    #expect(
      kind(["most-recnt"], "name")?.message.english
        == "no rule of this name: did you mean \"most-recent\"?")
    #expect(
      kind(["most-recnt"], "name")?.message.german
        == "keine Regel dieses Namens: meinten Sie „most-recent“?")
  }

  @Test func namedRulesSetTheSameRulesAgain() throws {
    var rules = SurvivorshipRules()
    try rules.set(["most-recent", "source-priority"], for: "name")
    try rules.set(["union"], for: "email")
    #expect(rules.namedRules == ["name": ["most-recent", "source-priority"], "email": ["union"]])
    var again = SurvivorshipRules()
    for (attribute, names) in rules.namedRules { try again.set(names, for: attribute) }
    #expect(again == rules)
  }
}
