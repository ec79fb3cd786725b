import Linkage
import Records
import Testing

@testable import Pipeline

@Suite struct ModelTextTests {
  private func text(_ language: Language) throws -> String {
    ModelText(try #require(try ModelSample.model()), language: language).text
  }

  @Test func levelsStandInPlainWordsWithTheirBits() throws {
    let text = try text(.english)
    for word in [
      "Model people 1", "trained on 80 records by kontor run people", "surname equal", "Persons",
      "Organizations", "matches (m)", "bits", "safe: merged from", "given names", "Prior",
    ] {
      #expect(text.contains(word), "\(word)\n\(text)")
    }
  }

  @Test func germanSpeaksGerman() throws {
    let text = try text(.german)
    for word in ["Modell people 1", "Nachname gleich", "Fremde (u)", "Ausgangswert", "Schnitte"] {
      #expect(text.contains(word), "\(word)")
    }
  }

  @Test func noValueOfAContactIsTold() throws {
    let text = try text(.english)
    for value in ["Ellerbrock", "Alma", "Dresden", "Lindenweg"] { #expect(!text.contains(value)) }
  }
}
