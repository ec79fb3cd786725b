/// What speaks for a text naming an organization rather than a person.
///
/// The sector words are written from general knowledge.
enum OrganizationEvidence: Int, Comparable {
  case none, weak, strong

  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// - Returns: `strong` for a legal form, "Firma", a sector word or "& Söhne"; `weak` for "&" or
  /// digits.
  init(in text: String) {
    let tokens = words(of: text)
    let keys = tokens.map(squashed)
    if let first = tokens.first, tokens.count > 1,
      keys[0] == "firma" || keys[0] == "fa" && first.has(".")
    {
      self = .strong
    } else if OrganizationNormalizer.legalForm(in: tokens) != nil
      || tokens.count == 1 && LegalForms.forms[keys[0]]?.needsSign == false
        && keys[0].utf8.count > 2
    {
      self = .strong
    } else if Self.hasSectorWord(keys) || Self.hasPartners(tokens, keys)
      || Self.isPhrase(tokens, keys) || tokens.contains(where: Self.isDomain)
    {
      self = .strong
    } else if tokens.contains("&") || tokens.contains("+") || Self.hasInnerSign(tokens)
      || text.utf8.contains(where: \.isASCIIDigit)
    {
      self = .weak
    } else {
      self = .none
    }
  }

  /// "Der Landrat des …", "Beauftragter für …": people's names have no article and no purpose.
  private static func isPhrase(_ tokens: [String], _ keys: [String]) -> Bool {
    guard keys.count > 1, !tokens[0].hasSuffix(",") else { return false }
    if keys[0] == "the" || keys[0] == "die" { return true }
    guard keys.count > 2 else { return false }
    return keys[0] == "der" || keys[0] == "das"
      || keys.dropFirst().dropLast().contains { $0 == "fuer" || $0 == "gegen" }
  }

  /// "kranz.example": a web site's name, as firms bear it.
  private static func isDomain(_ token: String) -> Bool {
    guard token.utf8.count > 5, token.has(".") else { return false }
    let parts = split(token, at: UInt8(ascii: "."))
    guard parts.count > 1, let last = parts.last, parts[0].utf8.count > 2 else { return false }
    return domainEnds.contains(last.lowercased())
  }

  private static let domainEnds: Set<String> = [
    "de", "at", "ch", "eu", "com", "net", "org", "info", "biz", "io", "shop", "online", "app",
  ]

  private static func hasPartners(_ tokens: [String], _ keys: [String]) -> Bool {
    guard tokens.count > 2 else { return false }
    return keys.indices.dropFirst(2).contains { index in
      NameWords.partnerWords.contains(keys[index])
        && NameWords.connectors.contains(NameTokens.key(tokens[index - 1]))
    }
  }

  /// "K&H" and "Müller+Schmidt".
  private static func hasInnerSign(_ tokens: [String]) -> Bool {
    tokens.contains { $0.utf8.count > 2 && ($0.has("&") || $0.has("+")) }
  }

  private static func hasSectorWord(_ keys: [String]) -> Bool {
    keys.contains { key in
      if sectors.contains(key) || endings.contains(key) { return true }
      if key.utf8.count > 6, key.hasSuffix("bau") { return true }
      let bytes = Array(key.utf8)
      guard bytes.count > 5 else { return false }
      for length in 4..<min(bytes.count, 15) {
        let ending = String(decoding: bytes.suffix(length), as: UTF8.self)
        if endings.contains(ending) || compoundEndings.contains(ending) { return true }
        if beginnings.contains(String(decoding: bytes.prefix(length), as: UTF8.self)) {
          return true
        }
      }
      return false
    }
  }

  /// Words that end compounds: "Kältetechnik", "Bauunternehmung".
  private static let endings: Set<String> = set(
    """
    technik technologie technologies tech handel handlung handels vertrieb vertriebs service
    services verlag praxis kanzlei apotheke baeckerei konditorei metzgerei fleischerei
    schlachterei schreinerei tischlerei zimmerei schlosserei gaertnerei brauerei druckerei
    reinigung spedition transporte logistik versicherung versicherungen immobilien consulting
    beratung software systeme systems solutions gruppe group holding hotel gasthof gasthaus
    restaurant pension autohaus werkstatt werkstaetten moebel sparkasse volksbank verein verband
    gemeinde ratsamt schule gymnasium universitaet klinik klinikum krankenhaus stiftung feuerwehr
    herberge museum ministerium zentrum center institut labor agentur studio atelier fahrschule
    werke werk fabrik industrie maschinen anlagen anlagenbau produkte international unternehmung
    unternehmen betriebe betrieb verwaltung gesellschaft genossenschaft hochbau tiefbau stahlbau
    metallbau maschinenbau holzbau gartenbau landschaftsbau innenausbau ausbau trockenbau
    fensterbau heizungsbau messebau ladenbau strassenbau fahrzeugbau apparatebau werkzeugbau
    werbung marketing medien verkehr entsorgung recycling energie bedachungen bodenbelaege
    raumausstattung uebersetzungen dienstleistungen dienstleister haustechnik buero reisen
    touristik architekten ingenieure rechtsanwaelte steuerberatung steuerberater kindergarten
    kirchengemeinde pfarramt pfarrei stadtwerke bibliothek buecherei theater waren textilien
    farben fliesen dachdeckerei installationen elektronik mechanik optik akustik kosmetik
    behoerde anstalt kommission praesidium direktion inspektion dezernat
    krankenkasse stadtkasse akademie rundfunk redaktion zeitung partei fraktion gewerkschaft
    staatsanwaltschaft arbeitsgemeinschaft initiative netzwerk niederlassung
    bauamt standesamt jugendamt ordnungsamt umweltamt sozialamt veterinaeramt
    """)
  /// The same, but family names where they stand alone.
  private static let compoundEndings: Set<String> = ["kammer", "gericht", "stelle"]
  private static let beginnings: Set<String> = set(
    """
    ingenieurbuero steuerbuero architekturbuero bauunternehm autohaus sanitaer gebaeude
    landratsamt finanzamt stadtverwaltung gemeindeverwaltung bundes landes caritas diakonie
    volkshochschule
    """)
  /// Words that say it by themselves, too short or too ambiguous inside compounds.
  private static let sectors: Set<String> = set(
    """
    bau bauten elektro sanitaer heizung heizungen heiztechnik klima solar umwelt metall stahl
    kunststoff kunststoffe chemie pharma medizin textil mode moden sport reisen hotel cafe bar
    restaurant bistro pizzeria gasthof gasthaus landgasthof gaststaette weingut weine getraenke
    blumen floristik autohaus kfz auto autoteile fahrrad zweirad friseur salon kosmetik optik
    hoerakustik apotheke drogerie praxis gemeinschaftspraxis kanzlei notariat anwaltskanzlei
    verlag druck print media medien design grafik foto film event events catering party bank
    sparkasse volksbank raiffeisenbank versicherung finanz finanzen leasing invest immobilien
    hausverwaltung facility security sicherheit reinigung transporte transport spedition logistik
    umzuege taxi reisebuero druckerei bauhof stadt gemeinde markt landkreis kreis landratsamt
    rathaus amtsgericht landgericht finanzamt schule grundschule realschule gymnasium
    gesamtschule berufsschule hochschule universitaet uni kita kindergarten kirche
    kirchengemeinde pfarramt kloster klinik klinikum krankenhaus pflegedienst seniorenheim
    altenheim feuerwehr polizei thw drk awo tsv sv fc vfl vfb tus tv sc spvgg musikverein
    gesangverein schuetzenverein sportverein foerderverein verein verband innung kammer ihk hwk
    stiftung institut museum theater galerie kino center centrum zentrum agentur werbeagentur
    software systems systeme solutions consulting consultants services service group gruppe
    holding international industries industrie industrievertretung handel grosshandel
    einzelhandel handels vertrieb vertriebs import export versand shop onlineshop markt
    supermarkt baumarkt edv it computer telekom telecom elektronik electronic electronics
    maschinen maschinenbau werkzeuge anlagen geraete technik technologie engineering
    ingenieurbuero architekturbuero architekten planungsbuero baugeschaeft bauunternehmen
    bauunternehmung zimmerei schreinerei tischlerei schlosserei spenglerei dachdecker
    malerbetrieb maler gaertnerei baumschule landhandel brauerei kellerei muehle metzgerei
    fleischerei baeckerei konditorei imbiss eiscafe gebr gebrueder geschwister company partner
    associates limited club team fitness studio atelier werkstatt fleischwaren backwaren
    lebensmittel naturkost tierarztpraxis zahnarztpraxis arztpraxis ordination sanitaetshaus
    jugendherberge pension ferienwohnung campingplatz forstamt gesundheitsamt jobcenter bundesamt
    ministerium botschaft konsulat messe fensterbau metallbau stahlbau holzbau hochbau tiefbau
    stuckateur stukkateur raumausstattung bodenbelaege fliesen parkett farben lacke moebel
    kuechen kuechenstudio betten textilien schuhe lederwaren schmuck uhren juwelier spielwaren
    buecher buchhandlung schreibwaren bueromoebel buerobedarf verpackungen beteiligungs
    verwaltungs erbengemeinschaft weg hausgemeinschaft eigentuemergemeinschaft
    vhs tuev dlrg deutsche deutscher deutsches bayerische bayerischer
    bayerisches saechsische hessische oesterreichische oesterreichischer schweizerische
    schweizerischer europaeische staatliche staatliches evangelische katholische
    university universite universita universidad universiteit universitet college academy
    academie hospital hopital ospedale foundation fondation fondazione fundacion association
    societe societa sociedad authority agency agence council commission committee ministry
    department corporation comune mairie gemeente stichting vereniging federation laboratory
    laboratories
    """)

  private static func set(_ list: String) -> Set<String> {
    Set(split(list) { $0 == 0x20 || $0 == 0x0A }.map(squashed))
  }
}

/// Departments that stand where a person's name may stand: "Zentrale", "Einkauf".
enum DepartmentWords {
  /// Whether a text is a department or a function and no person.
  static func contains(_ text: String) -> Bool {
    let keys = words(of: text).map(squashed).filter {
      !$0.isEmpty && $0 != "abt" && $0 != "abteilung"
    }
    if squashed(words(of: text).first ?? "").hasPrefix("abt") { return true }
    guard let first = keys.first else { return true }
    return departments.contains(first) || departments.contains(keys[keys.count - 1])
  }

  private static let departments: Set<String> = [
    "zentrale", "einkauf", "verkauf", "vertrieb", "buchhaltung", "rechnungswesen", "sekretariat",
    "empfang", "verwaltung", "personalabteilung", "personal", "geschaeftsleitung",
    "geschaeftsfuehrung",
    "innendienst", "aussendienst", "lager", "versand", "produktion", "technik", "edv", "it",
    "marketing",
    "service", "kundendienst", "kundenservice", "support", "finanzbuchhaltung",
    "kreditorenbuchhaltung",
    "debitorenbuchhaltung", "controlling", "leitung", "werkstatt", "buero", "info", "rezeption",
    "auftragsabwicklung", "disposition", "qualitaetssicherung", "logistik", "export", "import",
    "vorstand", "betriebsrat", "ausbildung", "entwicklung", "konstruktion", "hauptverwaltung",
    "kundenbetreuung", "materialwirtschaft", "warenannahme", "poststelle", "rechtsabteilung",
  ]
}
