import Testing

@testable import Linkage

@Suite struct AddressTableTests {
  @Test(arguments: [
    ("Frankfurt am Main", "frankfurt"), ("Karlsruhe-Mühlburg", "karlsruhe"),
    ("Bad Soden", "badsoden"), ("Ulm", "ulm"),
    ("St. Leonhard", "stleonhard"), ("", ""),
  ])
  func coreOfPlace(name: String, core: String) {
    #expect(String(decoding: PlaceNames.core(of: folded(name)), as: UTF8.self) == core)
  }

  @Test(arguments: [
    ("Hauptstraße", "hauptstr"), ("Haupt Strasse", "hauptstr"), ("Markt", "markt"),
    ("Selmaplatz", "selmapl"),
  ])
  func streetIsShortened(name: String, short: String) {
    var street = folded(name)
    compactStreet(&street)
    #expect(String(decoding: street, as: UTF8.self) == short)
  }
}
