/// Legal forms of organizations with the spellings they are met in.
///
/// German, Austrian, Swiss and the more common European and English forms. Written from general
/// knowledge and the abbreviations of ISO 20275 (Entity Legal Forms code list, GLEIF, CC0 1.0).
enum LegalForms {
  struct Form: Hashable {
    /// As it is shown in a name: "mbH" stays so in "Baugesellschaft mbH".
    var display: String
    /// The form itself: "GmbH".
    var canonical: String
    /// Whether it must be spelled with capitals or dots, because it may be a word or initials too.
    var needsSign: Bool
  }

  /// The form by its squashed spelling: "gmbhcokg".
  static let forms: [String: Form] = makeForms()
  /// Four countries' forms that differ in signs alone: "a.s.", "A/S", "A.Ş." and "AS".
  static func told(_ form: Form, by words: ArraySlice<String>) -> Form {
    guard form.canonical == "a.s." else { return form }
    let spelling = words.joined()
    var form = form
    if spelling.has("/") {
      form.canonical = "A/S"
    } else if spelling.contains("Ş") || spelling.contains("ş") {
      form.canonical = "A.Ş."
    } else if !spelling.has(".") {
      form.canonical = "AS"
    }
    form.display = form.canonical
    return form
  }

  /// Every end of every spelling: a word that is none of them ends no legal form.
  static let lastWords: Set<String> = {
    var ends: Set<String> = []
    for key in forms.keys {
      for length in 1...key.utf8.count { ends.insert(String(key.suffix(length))) }
    }
    return ends
  }()

  /// The longest number of words a form's spelling has.
  static let maximumWords = 8

  private static func makeForms() -> [String: Form] {
    var forms: [String: Form] = [:]
    for (canonical, display, needsSign, texts) in spellings {
      for text in [canonical] + texts {
        let isPartial = display != canonical && text != canonical
        let form = Form(
          display: isPartial ? display : canonical, canonical: canonical, needsSign: needsSign)
        for key in keys(of: text) where forms[key] == nil { forms[key] = form }
      }
    }
    return forms
  }

  /// "&" may be left out or stand as "und", "u." or "+".
  private static func keys(of text: String) -> [String] {
    guard text.has("&") else { return [squashed(text)] }
    let parts = split(text, at: UInt8(ascii: "&"))
    return ["", "und", "u"].map { squashed(parts.joined(separator: $0)) }
  }

  private typealias Line = (
    canonical: String, display: String, needsSign: Bool, spellings: [String]
  )

  private static func line(
    _ canonical: String, _ spellings: [String] = [], needsSign: Bool = false, display: String? = nil
  ) -> Line {
    (canonical, display ?? canonical, needsSign, spellings)
  }

  private static let spellings: [Line] = germanForms + foreignForms

  private static let germanForms: [Line] = [
    line(
      "GmbH & Co. KG",
      [
        "GmbH & Co", "GmbH & Co. Kommanditgesellschaft", "Gesellschaft mbH & Co. KG",
        "Ges.m.b.H. & Co. KG", "mbH & Co. KG", "GmbH & Cie. KG", "GmbH & Co. KEG",
        "GmbH & Comp. KG",
        "Gesellschaft mit beschränkter Haftung & Co. KG", "Ges.m.b.H. & Co", "GmbH & KG",
        "Gesellschaft m.b.H. & Co. Kommanditgesellschaft",
        "Gesellschaft mit beschränkter Haftung & Co. Kommanditgesellschaft",
      ]),
    line("GmbH & Co. KGaA"), line("GmbH & Co. OHG"), line("AG & Co. KG", ["AG & Co"]),
    line("AG & Co. KGaA"), line("AG & Co. OHG"), line("SE & Co. KG"), line("SE & Co. KGaA"),
    line("Stiftung & Co. KG"), line("Ltd. & Co. KG", ["Limited & Co. KG"]),
    line("B.V. & Co. KG"), line("S.à r.l. & Co. KG"),
    line(
      "UG (haftungsbeschränkt) & Co. KG", ["UG & Co. KG", "UG (haftungsbeschraenkt) & Co. KG"]),
    line("GmbH", ["mbH"], display: "mbH"),
    line(
      "GmbH",
      [
        "Gesellschaft mit beschränkter Haftung", "Gesellschaft m.b.H.", "Ges.m.b.H.",
        "Gesellschaft mbH", "Ges. mit beschränkter Haftung", "GembH", "Gmb", "GmBh.", "GmbHG",
        "Gesellschaft mit beschr. Haftung", "Gesell. mbH", "Ges. m. beschr. Haftung",
      ]),
    line(
      "gGmbH",
      [
        "gemeinnützige GmbH", "gemeinn. GmbH", "GmbH (gemeinnützig)",
        "gemeinnützige Gesellschaft mbH", "gemeinnützige Gesellschaft mit beschränkter Haftung",
      ]),
    line(
      "UG (haftungsbeschränkt)",
      [
        "UG", "UG haftungsbeschr.", "UG (hb)", "UG mbH", "Unternehmergesellschaft",
        "Unternehmergesellschaft (haftungsbeschränkt)", "UG (haftungsbeschrankt)",
        "Unternehmergesellschaft mbH",
      ]),
    line("gUG (haftungsbeschränkt)", ["gUG", "gemeinnützige UG (haftungsbeschränkt)"]),
    line("KGaA", ["Kommanditgesellschaft auf Aktien"]),
    line("KG", ["Kommanditgesellschaft", "KEG", "Komm.-Ges.", "& Co. KG", "& Cie. KG", "KG & Co"]),
    line("OHG", ["offene Handelsgesellschaft", "& Co. OHG"]),
    line("OG", ["offene Gesellschaft", "OEG", "& Co. OG"]),
    line(
      "e.K.",
      [
        "e.Kfm.", "e.Kfr.", "e.Kffr.", "e.Kauffr.", "e.Kaufm.", "eingetragener Kaufmann",
        "eingetragene Kauffrau", "eingetr. Kaufmann", "eingetr. Kfm.", "eingetragener Kfm.",
      ]),
    line("e.U.", ["eingetragenes Unternehmen", "eingetragener Unternehmer"], needsSign: true),
    line("AG", ["Aktiengesellschaft", "Akt.-Ges."]), line("gAG", ["gemeinnützige AG"]),
    line("InvAG"), line("REIT-AG"),
    line("SE", ["Societas Europaea"]), line("SCE"), line("EWIV"),
    line(
      "eG", ["eingetragene Genossenschaft", "eingetr. Genossenschaft", "eGmbH", "eGen"]),
    line(
      "reg.Gen.m.b.H.",
      ["registrierte Genossenschaft mit beschränkter Haftung", "reg. Gen. mbH"]),
    line("e.V.", ["eingetragener Verein", "eingetr. Verein"]),
    line(
      "GbR",
      [
        "Gesellschaft bürgerlichen Rechts", "BGB-Gesellschaft", "GdbR", "GbR mbH",
        "Gesellschaft des bürgerlichen Rechts",
      ]),
    line("eGbR", ["eingetragene Gesellschaft bürgerlichen Rechts"]),
    line("GesbR", ["Gesellschaft nach bürgerlichem Recht"]),
    line(
      "PartG mbB",
      [
        "mbB", "Partnerschaft mbB", "Partnerschaftsgesellschaft mbB", "Part mbB", "PartmbB",
        "Partnerschaft mit beschränkter Berufshaftung",
        "Partnerschaftsgesellschaft mit beschränkter Berufshaftung",
      ]),
    line("PartG", ["Partnerschaftsgesellschaft"]),
    line("VVaG", ["Versicherungsverein auf Gegenseitigkeit", "VaG"]),
    line(
      "AöR",
      ["Anstalt des öffentlichen Rechts", "Anstalt öffentlichen Rechts", "AdöR"]),
    line(
      "KdöR", ["Körperschaft des öffentlichen Rechts", "Körperschaft öffentlichen Rechts", "KöR"]),
    line("Stiftung", ["Stiftung bürgerlichen Rechts"]), line("Genossenschaft"),
  ]

  private static let foreignForms: [Line] = [
    line("SA", ["Société anonyme", "Sociedad Anónima"], needsSign: true),
    line("S.à r.l.", ["Sàrl", "SARL", "Société à responsabilité limitée"]),
    line("Sagl", ["Società a garanzia limitata"]),
    line("SAS", ["Société par actions simplifiée"], needsSign: true),
    line("SASU"), line("EURL"), line("SCI", needsSign: true), line("SNC", needsSign: true),
    line("S.r.l.", ["Società a responsabilità limitata"]), line("S.r.l.s."),
    line("S.p.A.", needsSign: true),
    line("S.L.", ["Sociedad Limitada"], needsSign: true), line("S.L.U.", needsSign: true),
    line("Lda."),
    line("B.V.", ["Besloten Vennootschap"]), line("N.V.", needsSign: true), line("V.O.F."),
    line("BVBA"),
    line("SPRL"),
    line("Ltd.", ["Limited", "Co. Ltd.", "Company Limited", "Pte. Ltd.", "Pvt. Ltd."]),
    line("Pty Ltd"), line("PLC", ["Public Limited Company"]), line("LLP"),
    line("LLC", ["L.L.C.", "Limited Liability Company"]), line("LP", needsSign: true),
    line("Inc.", ["Incorporated"]), line("Corp.", ["Corporation"]),
    line(
      "Sp. z o.o.",
      ["Spółka z o.o.", "Spółka z ograniczoną odpowiedzialnością", "Spolka z o.o.", "Spzoo"]),
    line("Sp. z o.o. Sp. k.", ["Sp. z o.o. Sp.k."]),
    line("Sp. k.", ["Spółka komandytowa"], needsSign: true),
    line("Sp. j.", ["Spółka jawna"], needsSign: true),
    line("s.r.o.", ["spol. s r.o.", "spol. s.r.o."]), line("a.s.", needsSign: true),
    line("v.o.s.", needsSign: true), line("k.s.", needsSign: true),
    line("Kft."), line("Zrt."), line("Nyrt."), line("Bt.", needsSign: true), line("d.o.o."),
    line("j.d.o.o."), line("d.d.", needsSign: true), line("ApS"),
    line("AB", ["Aktiebolag"], needsSign: true), line("ASA", needsSign: true),
    line("Oy", needsSign: true), line("Oyj"), line("OÜ", needsSign: true),
    line("SIA", needsSign: true),
    line("UAB"), line("EOOD"), line("OOD"), line("Ltd. Şti.", ["Limited Şirketi"]),
    line("OOO", needsSign: true),
    line("& Co.", ["& Cie.", "& Comp.", "& Company"]),
  ]
}
