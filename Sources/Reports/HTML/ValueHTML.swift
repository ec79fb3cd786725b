package import Records

/// How many characters of a value are shown before it is shortened.
package let shownValueLength = 200

extension HTML {
  /// A contact's value: isolated from the direction of its surroundings, shortened when it is very
  /// long.
  package static func value(
    _ text: String, in language: Language, limit: Int = shownValueLength
  ) -> HTML {
    // Scalars, for one character can hold any number of them.
    let length = text.utf8.count > limit ? text.unicodeScalars.count : 0
    guard length > limit else { return "<bdi>\(text)</bdi>" }
    let start = String(text.unicodeScalars.prefix(limit))
    return "<bdi>\(start)</bdi>\(shortened(from: length, in: language))"
  }

  /// "… (10.000 Zeichen)": what stands behind a value that was shortened.
  static func shortened(from length: Int, in language: Language) -> HTML {
    let words = NumberText(language).counted(length, Noun.sign, Noun.signs)
    return "<span class=\"cut\">… (\(words))</span>"
  }

  /// A value as pieces, those that differ from other records' marked.
  package static func pieces(_ pieces: [Difference.Piece], in language: Language) -> HTML {
    var html: HTML = "<bdi>"
    var left = shownValueLength
    for piece in pieces where left > 0 {
      let text = String(piece.text.unicodeScalars.prefix(left))
      left -= text.unicodeScalars.count
      html += piece.isMarked ? "<mark>\(text)</mark>" : "\(text)"
    }
    html += "</bdi>"
    let length = pieces.reduce(0) { $0 + $1.text.unicodeScalars.count }
    return length > shownValueLength
      ? "\(html)\(shortened(from: length, in: language))" : html
  }
}
