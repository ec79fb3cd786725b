internal import Records
internal import Testing

@testable import Normalization

@Suite struct FullAddressNormalizerTests {
  static let examples: [(String, String)] = [
    ("Am Wald 32, 70567 Stuttgart", "Am Wald 32, 70567 Stuttgart"),
    ("A-4655 Vorchdorf", "4655 Vorchdorf, AT"),
    ("Gerberring 1/3 57548 Kirchen", "Gerberring 1/3, 57548 Kirchen"),
    ("Kastanienweg 3 - 52459 Inden", "Kastanienweg 3, 52459 Inden"),
    ("Kiesrain 5 7545 Gera", "Kiesrain 5, 07545 Gera"),
    ("Hauptstr. 82, 4040 Linz, Österreich", "Hauptstraße 82, 4040 Linz, AT"),
    ("Würzburg", "Würzburg"),
    ("Hauptstr. 3, Würzburg", "Hauptstraße 3, Würzburg"),
    ("70567 Stuttgart, Am Wald 32", "Am Wald 32, 70567 Stuttgart"),
    ("c/o Meier, Hauptstr. 12, 70567 Stuttgart", "Hauptstraße 12, c/o Meier, 70567 Stuttgart"),
    (
      "Hauptstr. 12\nHinterhaus\n70567 Stuttgart\nDeutschland",
      "Hauptstraße 12, Hinterhaus, 70567 Stuttgart"
    ),
    ("Postfach 12 34, 70567 Stuttgart", "Postfach 1234, 70567 Stuttgart"),
    ("CH - 8000 Zürich", "8000 Zürich, CH"),
    ("D 70567 Stuttgart", "70567 Stuttgart"), ("C 4, 12, 68159 Mannheim", "C 4 12, 68159 Mannheim"),
    ("12 rue de la Paix, F-67000 Strasbourg", "rue de la Paix 12, 67000 Strasbourg, FR"),
    ("Donatelloweg 1, A-1220", "Donatelloweg 1, 1220, AT"),
    ("Via Nassa 5\n6900 Lugano\nSchweiz", "Via Nassa 5, 6900 Lugano, CH"),
    ("Hauptstrasse 5, CH-9000 St. Gallen", "Hauptstrasse 5, 9000 St. Gallen, CH"),
    ("Hauptstr. 12", "Hauptstraße 12"),
  ]

  @Test(arguments: examples.indices)
  func addressOfOneColumn(index: Int) {
    let (text, right) = Self.examples[index]
    var normalizer = AddressNormalizer(defaultCountry: "DE")
    let parsed = normalizer.normalized(AddressInput(full: text), evidence: nil)
    #expect(parsed.address.text == right)
  }

  @Test func otherColumnsStay() {
    let input = AddressInput(country: "AT")
    #expect(FullAddressNormalizer.divided("Weg 1, 4020 Linz", beside: input).country == "AT")
  }
}
