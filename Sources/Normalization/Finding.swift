internal import Records

/// What normalizing can find wrong with a value; each is one code of a `Problem`.
enum Finding: String, CaseIterable {
  case emptyRecord = "empty-record"
  case placeholder = "placeholder-value"
  case garbledText = "garbled-text"
  case excelNumber = "excel-damaged-number"
  case noNumber = "phone-without-number"
  case invalidPhone = "phone-invalid"
  case noAt = "email-without-at"
  case badEmail = "email-malformed"
  case exchangeAddress = "email-exchange-name"
  case placeholderEmail = "email-placeholder"
  case badWebsite = "website-malformed"
  case badDate = "date-unreadable"
  case vatForm = "vat-id-form"
  case vatCheckDigit = "vat-id-check-digit"
  case ibanForm = "iban-form"
  case ibanCheckDigit = "iban-check-digit"
  case lostZero = "postal-code-lost-zero"
  case postalCodeForm = "postal-code-form"
  case unknownCountry = "country-unknown"
  case unknownStatus = "status-unknown"
  case consentDate = "consent-date-unreadable"
  case withdrawalDate = "consent-withdrawal-undated"
  case consentState = "consent-state-unknown"
  case consentChannel = "consent-channel-unclear"

  var action: Problem.Action {
    switch self {
    case .emptyRecord: .setAside
    case .placeholder: .skipped
    case .garbledText, .lostZero: .repaired
    case .unknownStatus, .consentDate, .withdrawalDate, .consentState, .consentChannel: .kept
    default: .keptMarked
    }
  }

  /// What is wrong, without any value.
  var message: Phrase {
    switch self {
    case .emptyRecord:
      Phrase(
        de: "weder Name noch Organisation, E-Mail, Telefon oder Adresse",
        en: "no name, organization, e-mail, phone or address")
    case .placeholder:
      Phrase(de: "Platzhalter statt eines Wertes", en: "a placeholder, not a value")
    case .garbledText:
      Phrase(
        de: "doppelt kodiert oder mit HTML-Zeichen", en: "doubly encoded, or with HTML entities")
    case .excelNumber:
      Phrase(
        de: "von Excel in eine andere Schreibweise gebracht, Ziffern sind verloren",
        en: "rewritten by Excel, digits are lost")
    case .noNumber: Phrase(de: "enthält keine Rufnummer", en: "holds no phone number")
    case .invalidPhone: Phrase(de: "keine gültige Rufnummer", en: "no valid phone number")
    case .noAt: Phrase(de: "E-Mail-Adresse ohne „@“", en: "e-mail address without \"@\"")
    case .badEmail: Phrase(de: "keine gültige E-Mail-Adresse", en: "no valid e-mail address")
    case .exchangeAddress:
      Phrase(
        de: "interner Exchange-Name statt E-Mail-Adresse",
        en: "an internal Exchange name, no e-mail address")
    case .placeholderEmail:
      Phrase(de: "Platzhalter statt einer E-Mail-Adresse", en: "a placeholder, no e-mail address")
    case .badWebsite: Phrase(de: "keine gültige Web-Adresse", en: "no valid web address")
    case .badDate: Phrase(de: "kein lesbares Datum", en: "no readable date")
    case .vatForm: Phrase(de: "nicht die Form einer USt-IdNr.", en: "not the form of a VAT id")
    case .vatCheckDigit:
      Phrase(de: "Prüfziffer der USt-IdNr. falsch", en: "wrong check digit in the VAT id")
    case .ibanForm: Phrase(de: "nicht die Form einer IBAN", en: "not the form of an IBAN")
    case .ibanCheckDigit:
      Phrase(de: "Prüfziffern der IBAN falsch", en: "wrong check digits in the IBAN")
    case .lostZero:
      Phrase(
        de: "führende Null der Postleitzahl ergänzt", en: "the postal code's leading zero restored")
    case .postalCodeForm:
      Phrase(
        de: "Postleitzahl hat nicht die Form ihres Landes",
        en: "the postal code does not have its country's form")
    case .unknownCountry: Phrase(de: "kein bekanntes Land", en: "no known country")
    case .unknownStatus:
      Phrase(de: "kein bekannter Status: ohne Wirkung", en: "no known status: without effect")
    case .consentDate, .withdrawalDate, .consentState, .consentChannel: consentMessage
    }
  }

  private var consentMessage: Phrase {
    switch self {
    case .consentDate:
      Phrase(
        de: "kein lesbares Datum der Einwilligung: gilt als undatiert",
        en: "no readable date of consent: counts as undated")
    case .withdrawalDate:
      Phrase(
        de: "kein lesbares Datum des Widerrufs: der Widerruf gilt ohne Datum",
        en: "no readable date of withdrawal: it counts, undated")
    case .consentState:
      Phrase(
        de: "weder Ja noch Nein: gilt als unbekannt", en: "neither yes nor no: counts as unknown")
    default:
      Phrase(
        de: "kein eindeutiger Kanal: ein Nein gilt für jeden möglichen, ein Ja für keinen",
        en: "no certain channel: a no is about each it may mean, a yes about none")
    }
  }
}
