internal import Testing

@testable import Normalization

@Suite struct StreetNormalizerTests {
  static let examples: [(String, String, String, String)] = [
    ("Hauptstr. 12a", "Hauptstraße", "12a", ""), ("Hauptstr.12", "Hauptstraße", "12", ""),
    ("HAUPTSTRASSE 12 A", "Hauptstraße", "12a", ""), ("hauptstrasse 12", "Hauptstraße", "12", ""),
    ("Am Wald 3 - 5", "Am Wald", "3-5", ""),
    ("Straße des 17. Juni 135", "Straße des 17. Juni", "135", ""),
    ("C 4, 12", "C 4", "12", ""), ("Q7 24", "Q7", "24", ""),
    ("Hauptplatz 3/2/5", "Hauptplatz", "3/2/5", ""),
    ("Hauptstr. Nr. 12", "Hauptstraße", "12", ""),
    ("12 rue de la Paix", "rue de la Paix", "12", ""),
    ("12, avenue Foch", "avenue Foch", "12", ""),
    ("Hauptstr. 12, Hinterhaus", "Hauptstraße", "12", "Hinterhaus"),
    ("Hauptstr. 12 2. OG", "Hauptstraße", "12", "2. OG"),
    ("Hauptstr. 12 / Top 5", "Hauptstraße", "12", "Top 5"),
    ("Meisenpl. 79", "Meisenplatz", "79", ""), ("Bahnhof Str. 3", "Bahnhof Straße", "3", ""),
    ("Otto - Hahn - Str. 12", "Otto-Hahn-Straße", "12", ""),
    ("AM ALTEN MARKT 3", "Am Alten Markt", "3", ""),
    ("c/o Müller, Hauptstr. 12", "Hauptstraße", "12", "c/o Müller"),
    ("Straße 45", "Straße", "45", ""),
    ("1. Mai Straße 5", "1. Mai Straße", "5", ""), ("Hauptstraße", "Hauptstraße", "", ""),
    ("", "", "", ""),
    ("An der B 7", "An der B", "7", ""), ("Nordring 12 + 14", "Nordring", "12+14", ""),
    ("Herrstr", "Herrstraße", "", ""),
    ("Linzer Straße 12/Stiege 3/Tür 5", "Linzer Straße", "12/3/5", ""),
    ("Linzer Str. 12/Stg. 3/Top 5a", "Linzer Straße", "12/3/5a", ""),
    ("Hauptstraße 12 1/2", "Hauptstraße", "12 1/2", ""),
  ]

  @Test(arguments: examples.indices)
  func lineInParts(index: Int) {
    let (text, street, number, addition) = Self.examples[index]
    let line = StreetNormalizer.normalized(text)
    #expect(line.street == street)
    #expect(line.houseNumber == number)
    #expect(line.addition == addition)
  }

  @Test(arguments: [
    ("Postfach 12 34", "1234"), ("PF 1234", "1234"), ("P.O. Box 12", "12"), ("Case postale 7", "7"),
  ])
  func postBoxes(text: String, number: String) { #expect(StreetNormalizer.poBox(text) == number) }

  @Test func streetsAreNoPostBoxes() {
    for text in ["Postfachweg 3", "Am Postfach", "PF-Str. 3"] {
      #expect(StreetNormalizer.poBox(text) == nil)
    }
  }

  @Test(arguments: [
    ("12 A", "12a"), ("Nr. 3", "3"), ("3 - 5", "3-5"), ("12.0", "12"), ("12", "12"),
    ("ohne", "ohne"), ("03. Mai", "03. Mai"),
  ])
  func houseNumbers(text: String, number: String) {
    #expect(StreetNormalizer.houseNumber(text) == number)
    #expect(StreetNormalizer.houseNumber(number) == number)
  }
}
