import Records
import Reports
import Testing

@Suite struct ValueHTMLTests {
  @Test func aValueIsIsolated() {
    #expect(HTML.value("שלום & Co.", in: .german).markup == "<bdi>שלום &amp; Co.</bdi>")
  }

  @Test func aLongValueIsShortenedAndItsLengthIsSaid() {
    let html = HTML.value(String(repeating: "ü", count: 10_000), in: .german).markup
    #expect(html.hasPrefix("<bdi>" + String(repeating: "ü", count: shownValueLength) + "</bdi>"))
    #expect(html.contains("10.000\u{A0}Zeichen"))
  }

  @Test func oneCharacterOfManyScalarsIsShortenedToo() {
    let tower = "e" + String(repeating: "\u{301}", count: 10_000)
    #expect(HTML.value(tower, in: .english).lengthInBytes < 1_000)
  }

  @Test func aValueOfTheFullLengthIsWhole() {
    let text = String(repeating: "ä", count: shownValueLength)
    #expect(HTML.value(text, in: .german).markup == "<bdi>\(text)</bdi>")
  }
}
