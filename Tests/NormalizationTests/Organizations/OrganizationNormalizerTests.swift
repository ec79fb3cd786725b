internal import Records
internal import Testing

@testable import Normalization

@Suite struct OrganizationNormalizerTests {
  static let examples: [(String, String, String, String)] = [
    ("Müller G.m.b.H.", "Müller G.m.b.H.", "Müller", "GmbH"),
    ("Müller Ges. m. b. H.", "Müller Ges. m. b. H.", "Müller", "GmbH"),
    (
      "Müller Gesellschaft mit beschränkter Haftung",
      "Müller Gesellschaft mit beschränkter Haftung", "Müller", "GmbH"
    ),
    ("Wohnbaugesellschaft mbH", "Wohnbaugesellschaft mbH", "Wohnbaugesellschaft", "GmbH"),
    ("MÜLLER GMBH & CO. KG", "Müller GmbH & Co. KG", "Müller", "GmbH & Co. KG"),
    ("Müller GmbH u. Co. KG", "Müller GmbH u. Co. KG", "Müller", "GmbH & Co. KG"),
    ("Müller GmbH&Co.KG", "Müller GmbH&Co.KG", "Müller", "GmbH & Co. KG"),
    ("Müller & Co. KG", "Müller & Co. KG", "Müller", "KG"),
    ("Müller u. Co. OHG", "Müller u. Co. OHG", "Müller", "OHG"),
    ("Müller & Co.", "Müller & Co.", "Müller", "& Co."),
    ("Müller UG", "Müller UG", "Müller", "UG (haftungsbeschränkt)"),
    (
      "Müller UG haftungsbeschränkt", "Müller UG haftungsbeschränkt", "Müller",
      "UG (haftungsbeschränkt)"
    ),
    ("Sabine Müller e.Kfr.", "Sabine Müller e.Kfr.", "Sabine Müller", "e.K."),
    ("Müller, e. K.", "Müller, e. K.", "Müller", "e.K."),
    ("WEBER BAU E. K.", "Weber Bau e.K.", "Weber Bau", "e.K."),
    ("Musikverein Eich e. V.", "Musikverein Eich e. V.", "Musikverein Eich", "e.V."),
    ("Anwälte Müller PartG mbB", "Anwälte Müller PartG mbB", "Anwälte Müller", "PartG mbB"),
    ("Beispiel S.à r.l.", "Beispiel S.à r.l.", "Beispiel", "S.à r.l."),
    ("Beispiel SA", "Beispiel SA", "Beispiel", "SA"),
    ("Villa sa", "Villa sa", "Villa sa", ""),
    ("Beispiel Co., Ltd.", "Beispiel Co., Ltd.", "Beispiel", "Ltd."),
    ("Beispiel spol. s r.o.", "Beispiel spol. s r.o.", "Beispiel", "s.r.o."),
    ("Fa. Weigel GmbH.", "Weigel GmbH.", "Weigel", "GmbH"),
    ("Firma Weigel", "Weigel", "Weigel", ""),
    ("Weigel GmbH (alt)", "Weigel GmbH", "Weigel", "GmbH"),
    ("Weigel GmbH - NEU", "Weigel GmbH", "Weigel", "GmbH"),
    (
      "Weigel GmbH Niederlassung Köln", "Weigel GmbH Niederlassung Köln",
      "Weigel Niederlassung Köln", "GmbH"
    ),
    (
      "Malerbetrieb Huber Inh. Eva Huber", "Malerbetrieb Huber Inh. Eva Huber",
      "Malerbetrieb Huber", ""
    ),
    ("ABC Verwaltungs-GmbH", "ABC Verwaltungs-GmbH", "ABC Verwaltungs", "GmbH"),
    ("Kück&Sohn GmbH", "Kück&Sohn GmbH", "Kück & Sohn", "GmbH"),
    ("K&H Metallbau GmbH", "K&H Metallbau GmbH", "K&H Metallbau", "GmbH"),
    ("Müller GmbH i. L.", "Müller GmbH i. L.", "Müller", "GmbH"),
    ("Müller KG in Gründung", "Müller KG in Gründung", "Müller", "KG"),
    ("GmbH", "GmbH", "GmbH", ""),
    ("Huber OG", "Huber OG", "Huber", "OG"),
    ("Merck KGaA", "Merck KGaA", "Merck", "KGaA"),
    ("", "", "", ""),
  ]

  @Test(arguments: examples.indices)
  func nameInParts(index: Int) {
    let (text, shown, core, form) = Self.examples[index]
    let name = OrganizationNormalizer.normalized(text).name
    #expect(name == OrganizationName(text: shown, core: core, legalForm: form))
  }

  @Test func normalizingAgainChangesNothing() {
    for (text, _, _, _) in Self.examples {
      let name = OrganizationNormalizer.normalized(text).name
      #expect(OrganizationNormalizer.normalized(name.text).name == name)
    }
  }

  @Test(arguments: [
    ("Müller GmbH (insolvent)", "insolvent"), ("Müller GmbH - GESPERRT", "blocked"),
    ("Müller GmbH (alt)", ""), ("Müller GmbH", ""),
  ])
  func signBesideTheNameIsItsStatus(text: String, status: String) {
    let parsed = OrganizationNormalizer.normalized(text)
    #expect(parsed.name.text == "Müller GmbH" && parsed.name.core == "Müller")
    #expect(parsed.status == status)
  }

  @Test func contactIsSetApart() {
    #expect(OrganizationNormalizer.normalized("Huber KG z. Hd. Frau Meier").contact == "Frau Meier")
    #expect(OrganizationNormalizer.normalized("Huber KG c/o Meier").contact == "Meier")
    #expect(OrganizationNormalizer.normalized("Huber & Co. KG").contact.isEmpty)
  }
}
