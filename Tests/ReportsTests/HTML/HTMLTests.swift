import Reports
import Testing

@Suite struct HTMLTests {
  @Test func whatIsPutInIsEscaped() {
    let name = "<b>\"O'Neil\" & Co.</b>`"
    let html: HTML = "<td title=\"\(name)\">\(name)</td>"
    let safe = "&lt;b&gt;&quot;O&#39;Neil&quot; &amp; Co.&lt;/b&gt;&#96;"
    #expect(html.markup == "<td title=\"\(safe)\">\(safe)</td>")
  }

  @Test func htmlInHTMLStaysWhatItIs() {
    let inner: HTML = "<b>\("1<2")</b>"
    let outer: HTML = "<p>\(inner)\(3)</p>"
    #expect(outer.markup == "<p><b>1&lt;2</b>3</p>")
  }

  @Test(arguments: [
    ("\u{202E}abc", "[U+202E]abc"), ("a\u{0}b", "a[U+0000]b"), ("a\u{2069}", "a[U+2069]"),
    ("\u{FEFF}", "[U+FEFF]"), ("a\r\nb\tc", "a[U+000D]\nb c"), ("é שלום", "é שלום"),
    ("👩‍👩‍👧", "👩‍👩‍👧"), ("", ""),
  ])
  func unseenSignsAreShown(text: String, shown: String) {
    #expect(escaped(text) == shown)
  }

  @Test func piecesAreJoined() {
    #expect(HTML.joined(["a", "b"], by: "<br>").markup == "a<br>b")
    #expect(HTML.joined([]).isEmpty)
  }
}
