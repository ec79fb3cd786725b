internal import Testing

@testable import Normalization

@Suite struct MojibakeTests {
  @Test(arguments: [
    ("MÃ¼ller", "Müller"), ("StraÃŸe", "Straße"), ("Ã–sterreich", "Österreich"),
    ("Ã„rzte", "Ärzte"),
    ("Ãœber", "Über"), ("CafÃ©", "Café"), ("Â§", "§"), ("MÃƒÂ¼ller", "Müller"),
    ("Åukasz Ã¼", "Åukasz ü"),
    ("â€“ MÃ¼ller", "– Müller"),
  ])
  func repairedText(text: String, right: String) { #expect(Mojibake.repaired(text) == right) }

  @Test(arguments: [
    "Müller", "Straße", "Ägypten", "São Paulo", "„GROßE STRAßE“", "Ã", "Łódź", "", "Ångström",
  ])
  func rightTextStays(text: String) { #expect(Mojibake.repaired(text) == nil) }

  @Test func everyGermanLetterComesBack() {
    let scalars = (UInt32(0xA0)...0x2122).compactMap(Unicode.Scalar.init)
    for letter in "äöüÄÖÜßéèàç" {
      var spoiled = "a"
      for byte in String(letter).utf8 {
        let sign = scalars.first { Mojibake.windows1252Byte(of: $0) == byte }
        spoiled.unicodeScalars.append(sign ?? Unicode.Scalar(byte))
      }
      #expect(Mojibake.repaired(spoiled + "b") == "a\(letter)b")
    }
  }
}
