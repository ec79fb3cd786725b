/// What each letter folds to, written from the Unicode names of the letters.
enum FoldTable {
  /// The folded byte of each ASCII character: lower-case letter, digit, space, or 0 for nothing.
  static let ascii: [UInt8] = (0..<128).map { (code: UInt8) in
    switch code {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): code
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): code + 32
    case UInt8(ascii: "'"), UInt8(ascii: "`"): 0
    default: UInt8(ascii: " ")
    }
  }

  /// Up to four folded bytes of a letter beyond ASCII, the first in the lowest byte; 0 for nothing.
  static func letters(of scalar: UInt32) -> UInt32 {
    if scalar < 0x500 { return low[Int(scalar)] }
    if (0x1E00..<0x2000).contains(scalar) { return high[Int(scalar - 0x1E00)] }
    switch scalar {
    case 0x2018, 0x2019, 0x201A, 0x2BC: return 0
    case 0x2000...0x206F, 0x3000: return UInt32(UInt8(ascii: " "))
    default: return 0
    }
  }

  private static let low = table(from: 0, count: 0x500)
  private static let high = table(from: 0x1E00, count: 0x200)

  private static func table(from first: UInt32, count: Int) -> [UInt32] {
    var table = [UInt32](repeating: 0, count: count)
    for (letters, folded) in groups {
      let packed = folded.utf8.reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      for scalar in letters.unicodeScalars where scalar.value >= first {
        let index = Int(scalar.value - first)
        if index < count { table[index] = packed }
      }
    }
    return table
  }

  /// Letters and what they fold to. An umlaut folds to its vowel, as "ae", "oe", "ue" do.
  private static let groups: [(letters: String, folded: String)] = [
    ("ÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎÆæẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặ", "a"),
    ("ÇçĆćĈĉĊċČč", "c"),
    ("ĎďĐđÐð", "d"),
    ("ÈÉÊËèéêëĒēĔĕĖėĘęĚěẸẹẺẻẼẽẾếỀềỂểỄễỆệƏə", "e"),
    ("ĜĝĞğĠġĢģǦǧ", "g"),
    ("ĤĥĦħ", "h"),
    ("ÌÍÎÏìíîïĨĩĪīĬĭĮįİıỈỉỊị", "i"),
    ("ĴĵЙйЈј", "j"),
    ("Ķķĸ", "k"),
    ("ĹĺĻļĽľĿŀŁł", "l"),
    ("ÑñŃńŅņŇňŉ", "n"),
    ("ÒÓÔÕÖØòóôõöøŌōŎŏŐőŒœƠơỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợ", "o"),
    ("ŔŕŖŗŘř", "r"),
    ("ŚśŜŝŞşŠšȘș", "s"),
    ("ßẞ", "ss"),
    ("ŢţŤťŦŧȚț", "t"),
    ("Þþ", "th"),
    ("ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưỤụỦủỨứỪừỬửỮữỰự", "u"),
    ("Ŵŵ", "w"),
    ("ÝýÿŶŷŸỲỳỴỵỶỷỸỹ", "y"),
    ("ŹźŻżŽž", "z"),
    ("ªАаΑαΆά", "a"), ("БбΒβ", "b"), ("Вв", "w"), ("ГгҐґΓγ", "g"), ("ДдΔδ", "d"),
    ("ЕеЁёЭэЄєΕεΈέ", "e"), ("Жж", "zh"), ("ЗзΖζ", "z"), ("ИиІіЇїΙιΊίΪϊΗηΉή", "i"),
    ("ЫыЎў", "y"), ("КкΚκ", "k"), ("ЛлΛλ", "l"), ("МмΜμ", "m"), ("НнΝν", "n"),
    ("ºОоΟοΌόΩωΏώ", "o"), ("ПпΠπ", "p"), ("РрΡρ", "r"), ("СсΣσς", "s"), ("ТтΤτ", "t"),
    ("Уу", "u"), ("ΥυΎύΫϋ", "y"), ("ФфΦφ", "f"), ("ХхΧχ", "ch"), ("Цц", "z"), ("Чч", "ch"),
    ("Шш", "sh"), ("Щщ", "shch"), ("Юю", "yu"), ("Яя", "ya"), ("Θθ", "th"), ("Ξξ", "x"),
    ("Ψψ", "ps"), ("\u{A0}\u{AD}·¸", " "),
  ]
}
