import Records
import Reports

/// An invented report with one of everything the pages show, for tests and for looking at.
enum SampleReport {
  static var report: Report {
    var totals = Totals()
    totals.records = 12_345
    totals.setAside = 7
    totals.contacts = 9_876
    totals.mergedClusters = 1_204
    totals.mergedRecords = 3_673
    totals.singles = 8_672
    totals.reviewPairs = 61
    totals.reviewClusters = 48
    totals.households = 212
    totals.relations = [.household: 212, .worksAt: 1_830, .sharedMailbox: 17, .sharedLine: 40]
    return Report(
      run: RunFacts(
        pipeline: "Demo", version: "0.1.0",
        outputFolder: "out/demo"),
      matching: MatchingFacts(
        model: ModelFacts(title: "demo 1", id: "00c0ffee00c0ffee", trainedOn: 4_711),
        operatingPoint: "safe", mergeFromBits: 9.5,
        reviewFromBits: 2, comparedPairs: 1_234_567),
      sources: sources, totals: totals, fillRates: fillRates, permissions: permissions,
      letters: LetterCount(
        lines: 8_100,
        leftOut: [
          .init(
            code: "no_address", reason: Phrase(de: "keine Anschrift", en: "no postal address"),
            count: 1_416),
          .init(code: "deceased", reason: Phrase(de: "verstorben", en: "deceased"), count: 3),
        ]),
      linkedTables: linkedTables,
      skippedBlocks: [
        SkippedBlocks(
          key: Phrase(de: "Familienname klingt gleich", en: "surname sounds alike"), blocks: 2,
          records: 5_120, pairs: 6_553_600)
      ],
      largest: [LargeCluster(id: 9, name: "Müller & Söhne GmbH", records: 12, weightInBits: 14.2)],
      review: [fatherAndSon, SampleCluster.organizations, SampleCluster.hostile],
      samples: [
        MergeBand(lower: nil, upper: 10, total: 204, clusters: [SampleCluster.couple]),
        MergeBand(lower: 10, upper: 20, total: 900, clusters: [meyers]),
        MergeBand(lower: 20, upper: nil, total: 100, clusters: [SampleCluster.large]),
      ],
      outputs: outputs)
  }

  private static var sources: [SourceReport] {
    [
      SourceReport(
        name: "erp", files: ["erp/kunden.xml", "erp/lieferanten.xml"], format: "XML",
        encoding: "ISO-8859-1", records: 8_210,
        problems: [
          problem("vat-check-digit", "Prüfziffer falsch", "wrong check digits", .keptMarked, 12),
          problem("upper-case", "nur Großbuchstaben", "all upper case", .repaired, 431),
        ], unmappedColumns: ["Umsatz", "Suchbegriff", "Klassifizierung"]),
      SourceReport(
        name: "outlook", files: ["outlook/kontakte.csv"], format: "CSV, ;",
        encoding: "Windows-1252", records: 4_135,
        setAside: [
          problem(
            "too-many-fields", "mehr Felder als die Kopfzeile", "more fields than the header",
            .setAside, 7)
        ]),
    ]
  }

  private static func problem(
    _ code: String, _ german: String, _ english: String, _ action: Problem.Action, _ count: Int
  ) -> ProblemCount {
    ProblemCount(
      code: code, meaning: Phrase(de: german, en: english), action: action, count: count,
      examples: [1, 2, 3].map { Location(file: "kontakte.csv", line: 40 * $0, ordinal: $0) })
  }

  private static var fillRates: [FillRate] {
    let rates: [(Attribute, Int, Int)] = [
      (.name, 11_900, 9_640), (.organization, 5_100, 4_012), (.address, 8_800, 8_460),
      (.phone, 7_700, 7_333), (.email, 5_230, 6_104), (.birthDate, 1_200, 1_811), (.vatID, 40, 39),
    ]
    return rates.map { FillRate(attribute: $0.0, records: $0.1, contacts: $0.2) }
  }

  private static var permissions: [PermissionCount] {
    let noConsent = Phrase(de: "keine Einwilligung", en: "no consent")
    return [
      PermissionCount(
        channel: .email,
        reasons: [
          .init(reason: noConsent, isAllowed: false, count: 4_880),
          .init(
            reason: Phrase(de: "Einwilligung mit Nachweis", en: "consent with evidence"),
            isAllowed: true, count: 1_210),
          .init(reason: Phrase(de: "widerrufen", en: "withdrawn"), isAllowed: false, count: 14),
        ]),
      PermissionCount(
        channel: .post,
        reasons: [
          .init(
            reason: Phrase(de: "ein Brief braucht keine", en: "a letter needs none"),
            isAllowed: true, count: 8_460)
        ]),
    ]
  }

  private static var linkedTables: [LinkedTable] {
    [
      LinkedTable(
        kind: .activities, name: "aktivitaeten",
        linked: [
          .init(meaning: Phrase(de: "über Kundennummer", en: "by customer number"), count: 1_500),
          .init(meaning: Phrase(de: "über E-Mail", en: "by e-mail"), count: 410),
        ],
        gaps: [
          .init(meaning: Phrase(de: "Genannte unbekannt", en: "of unknown contacts"), count: 40),
          .init(meaning: Phrase(de: "mehrere", en: "several contacts fit"), count: 5),
        ],
        unlinked: (1...20).map { Location(file: "aktivitaeten.csv", line: $0 * 7, ordinal: $0) })
    ]
  }

  private static var outputs: [OutputFile] {
    [
      OutputFile(
        name: "contacts.csv", purpose: Phrase(de: "Kontakte als Tabelle", en: "contacts, a table"),
        lengthInBytes: 3_214_567),
      OutputFile(name: "kontor.sqlite", purpose: Phrase(de: "der Bestand", en: "the store")),
    ]
  }

  // MARK: Clusters

  /// Four spellings of one person in four sources.
  static var meyers: ShownCluster {
    let spellings = ["Meyer", "Meier", "Maier", "Meyr"]
    let sources = ["erp", "outlook", "adressbuch", "karten"]
    let records = spellings.enumerated().map { place, family in
      SampleCluster.person(
        Int64(place + 1), source: sources[place], line: 12 * place + 2,
        name: PersonName(given: place == 3 ? "S." : "Sabine", family: family),
        street: place == 1 ? "Lindenstrasse" : "Lindenstraße",
        phone: place == 2 ? "" : "+493023125123", email: place == 0 ? "" : "s.meyer@post.example")
    }
    let pair = ShownPair(
      left: 0, right: 1, weightInBits: 14.9, priorInBits: -17.2,
      rows: [
        SampleCluster.row("Nachname klingt gleich", "surname sounds alike", "Meyer", "Meier", 3.1),
        SampleCluster.row("Vorname gleich", "given name equal", "Sabine", "Sabine", 6.4, -1.2),
        SampleCluster.row(
          "Telefon gleich", "phone equal", "+493023125123", "+493023125123", 14.3, 2.4),
        SampleCluster.row(
          "Anschrift gleich", "address equal", "Lindenstraße 4, 10969 Berlin",
          "Lindenstraße 4, 10969 Berlin", 9.1),
        SampleCluster.row("Geburtsdatum weicht ab", "birth date differs", "1971", "1972", -2),
      ])
    return ShownCluster(
      id: 17, records: records, contacts: [SampleCluster.contact(4_711, of: records)],
      pairs: [pair, pair], weightInBits: 14.9)
  }

  static var fatherAndSon: ShownCluster {
    let father = SampleCluster.person(
      31, source: "erp", line: 200, name: PersonName(given: "Karl", family: "Brandt"),
      street: "Am Anger", phone: "+493023125200", email: "", birth: PartialDate(year: 1948))
    let son = SampleCluster.person(
      32, source: "outlook", line: 77,
      name: PersonName(given: "Karl", family: "Brandt", suffix: "jun."), street: "Am Anger",
      phone: "+493023125200", email: "karl@brandt.example",
      birth: PartialDate(year: 1979, month: 4, day: 3))
    let pair = ShownPair(
      left: 0, right: 1, weightInBits: -1.4, priorInBits: -17.2,
      rows: [
        SampleCluster.row("Name gleich", "name equal", "Karl Brandt", "Karl Brandt jun.", 12.1),
        SampleCluster.row("Anschrift gleich", "address equal", "Am Anger 4", "Am Anger 4", 9.0),
        SampleCluster.row(
          "Geburtsdatum weicht ab", "birth date differs", "1948", "03.04.1979", -5.3),
      ])
    return ShownCluster(
      id: 3, records: [father, son],
      contacts: [
        SampleCluster.contact(80, of: [father]), SampleCluster.contact(81, of: [son]),
      ], pairs: [pair], weightInBits: -1.4,
      note: Phrase(
        de: "Gleicher Name, gleiche Anschrift, anderes Geburtsdatum: vielleicht Vater und Sohn.",
        en: "Same name, same address, another birth date: perhaps father and son."))
  }
}
