import Records
import Testing

@testable import Normalization

@Suite struct WholeNameTests {
  private func filled(_ whole: String, _ given: String, _ family: String) -> PersonName {
    let cells = [(Field.fullName, whole), (.given, given), (.family, family)].map {
      Cell(target: FieldTarget($0.0), raw: $0.1, clean: CleanText(text: $0.1))
    }
    var name = PersonName(given: given, family: family)
    WholeName(of: cells)?.fill(&name)
    return name
  }

  @Test func whatStandsBetweenIsTheMiddleName() {
    #expect(filled("Hans Otto Meier", "Hans", "Meier").middle == "Otto")
    #expect(filled("hans otto karl meier", "hans", "meier").middle == "Otto Karl")
    #expect(filled("Hans Meier", "Hans", "Meier").middle.isEmpty)
  }

  @Test func particleBetweenStaysOne() {
    let name = filled("Hans Otto von der Heide", "Hans", "Heide")
    #expect(name.middle == "Otto")
    #expect(name.particle == "von der")
  }

  @Test func wholeNameThatSaysOtherwiseAddsNothing() {
    #expect(filled("Meier, Hans (Einkauf)", "Hans", "Meier").middle.isEmpty)
    #expect(filled("Meier GmbH", "Hans", "Meier").middle.isEmpty)
  }

  @Test func oneWordInAllColumnsIsOneName() {
    let name = filled("Hans", "Hans", "Hans")
    #expect(name.given == "Hans")
    #expect(name.family.isEmpty)
  }
}
