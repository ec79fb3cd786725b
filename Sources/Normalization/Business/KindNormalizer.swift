internal import Records

/// What a source's word for the kind of a contact says: "Firma", "privat", "P", DATEV's 1 and 2.
enum KindNormalizer {
  /// The kind; nil when the word says nothing of it.
  static func kind(_ text: String) -> Record.Kind? { known[squashed(text)] }

  private static let known: [String: Record.Kind] = {
    let lines: [(Record.Kind, String)] = [
      (
        .organization,
        "firma firmen organisation organization org unternehmen company business gewerbe "
          + "gewerblich "
          + "geschaeftskunde geschaeft betrieb behoerde verein institution legal "
          + "juristischeperson ccompany "
          + "f o 2 b b2b geschaeftlich koerperschaft verband amt"
      ),
      (
        .person,
        "person privat privatperson privatkunde natuerlicheperson individual consumer "
          + "verbraucher p 1 "
          + "endkunde private b2c cprivate endverbraucher mensch"
      ),
      (
        .contactPerson,
        "contact ansprechpartner ansprechpartnerin kontakt kontaktperson contactperson ap "
          + "mitarbeiter employee "
          + "asp"
      ),
      (.household, "household haushalt familie ehepaar eheleute paar"),
    ]
    var known: [String: Record.Kind] = [:]
    for (kind, names) in lines {
      for name in words(of: names) { known[name] = kind }
    }
    return known
  }()
}
