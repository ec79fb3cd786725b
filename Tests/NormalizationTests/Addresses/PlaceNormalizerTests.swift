internal import Testing

@testable import Normalization

@Suite struct PlaceNormalizerTests {
  @Test(arguments: [
    ("STUTTGART", "Stuttgart"), ("FRANKFURT AM MAIN", "Frankfurt am Main"),
    ("meerbusch", "Meerbusch"), ("Frankfurt / Main", "Frankfurt/Main"),
    ("Frankfurt a.M.", "Frankfurt a. M."), ("Halle (Saale)", "Halle (Saale)"),
    ("VILLINGEN-SCHWENNINGEN", "Villingen-Schwenningen"),
    ("Hamburg-Wandsbek,", "Hamburg-Wandsbek"), ("GARMISCH-PARTENKIRCHEN", "Garmisch-Partenkirchen"),
    ("", ""),
  ])
  func placeInOneSpelling(text: String, place: String) {
    #expect(PlaceNormalizer.normalized(text).text == place)
    #expect(PlaceNormalizer.normalized(place).text == place)
  }

  @Test func codeAndDistrictAreSetApart() {
    let place = PlaceNormalizer.normalized("D-70567 Musterstadt OT Neudorf")
    #expect(place.text == "Musterstadt" && place.district == "OT Neudorf")
    #expect(place.postalCode?.code == "70567" && place.postalCode?.country == "DE")
  }
}
