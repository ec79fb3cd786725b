/// Finds what differs inside values that stand side by side.
///
/// A word is marked when at most half of the values have it: of two differing values both are
/// marked, of four only the odd one.
package struct Difference {
  /// A part of a value: a word, or what stands between words.
  package struct Piece: Hashable, Sendable {
    package var text: String
    package var isMarked: Bool
  }

  private var holders: [String: Int] = [:]
  private let cells: Int

  /// - Parameter cells: For each record that has the attribute, its values.
  package init(cells: [[String]]) {
    self.cells = cells.count
    for cell in cells {
      for word in Set(cell.flatMap { split($0).filter(\.isWord).map { folded($0.text) } }) {
        holders[word, default: 0] += 1
      }
    }
  }

  /// The value in pieces; neighbors of one kind are joined.
  package func pieces(of value: String) -> [Piece] {
    var pieces: [Piece] = []
    for part in split(value) {
      let isMarked = part.isWord && isOdd(part.text)
      if let last = pieces.last, last.isMarked == isMarked {
        pieces[pieces.count - 1].text += part.text
      } else {
        pieces.append(Piece(text: part.text, isMarked: isMarked))
      }
    }
    return pieces
  }

  /// Whether any value has a word that is marked.
  package func differs(_ values: [String]) -> Bool {
    values.contains { pieces(of: $0).contains(where: \.isMarked) }
  }

  private func isOdd(_ word: String) -> Bool {
    cells > 1 && (holders[folded(word)] ?? 0) * 2 <= cells
  }
}

private struct Part {
  var text: String
  var isWord: Bool
}

/// A value cut at spaces, commas and semicolons, which stay as parts of their own.
private func split(_ value: String) -> [Part] {
  var parts: [Part] = []
  for sign in value.unicodeScalars {
    let isWord = !(sign == " " || sign == "," || sign == ";" || sign == "\n" || sign == "\u{A0}")
    if let last = parts.last, last.isWord == isWord {
      parts[parts.count - 1].text.unicodeScalars.append(sign)
    } else {
      parts.append(Part(text: String(sign), isWord: isWord))
    }
  }
  return parts
}

/// Upper and lower case count as one.
private func folded(_ word: String) -> String { word.lowercased() }
