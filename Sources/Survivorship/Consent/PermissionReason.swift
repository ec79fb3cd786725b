internal import Records

/// Why a contact may or may not be reached by a channel, in words without any of its values.
///
/// UWG is the German act against unfair competition as in force since 28 May 2022; Kontor applies
/// it to all contacts. Austria asks more in one place: calls to businesses need consent there too
/// (TKG 2021 § 174), which the documentation says.
enum PermissionReason: CaseIterable, Hashable {
  case deceased, blocked
  case emailGranted, emailGrantedUnproven, emailGrantedAgain, emailDenied, emailUnknown
  case phoneGranted, phoneGrantedUnproven, phoneGrantedAgain, phoneDenied
  case phonePresumed, phoneConsumerUnknown, phoneNotPresumed, faxUnknown
  case postAllowed, postGranted, postDenied, postWithStatus
  case invalidAddress, noEmail, noPhone, noPostalAddress
  case grantUnplaced, objectedElsewhere, objectedFormerly

  var phrase: Phrase {
    switch self {
    case .deceased: Phrase(de: "als verstorben geführt", en: "marked as deceased")
    case .blocked:
      Phrase(de: "als gesperrt geführt: keine Ansprache", en: "marked as blocked: no approach")
    case .invalidAddress:
      Phrase(de: "Adresse oder Nummer ist ungültig", en: "the address or number is invalid")
    case .noEmail: Phrase(de: "keine E-Mail-Adresse", en: "no e-mail address")
    case .noPhone: Phrase(de: "keine Telefonnummer", en: "no phone number")
    case .noPostalAddress: Phrase(de: "keine Postanschrift", en: "no postal address")
    case .grantUnplaced:
      Phrase(
        de: "die Einwilligung sagt nicht, für welche der Adressen oder Nummern sie gilt",
        en: "the consent doesn't say which of the addresses or numbers it is about")
    case .objectedElsewhere:
      Phrase(
        de: "in einem anderen Datensatz mit dieser Adresse widersprochen",
        en: "objected in another record of this address")
    case .objectedFormerly:
      Phrase(
        de: "in einem früheren Datensatz mit dieser Adresse widersprochen",
        en: "objected in a former record of this address")
    case .emailGranted, .emailGrantedUnproven, .emailGrantedAgain, .emailDenied, .emailUnknown:
      emailPhrase
    case .postAllowed, .postGranted, .postDenied, .postWithStatus: postPhrase
    default: phonePhrase
    }
  }

  private var emailPhrase: Phrase {
    switch self {
    case .emailGranted:
      Phrase(
        de: "Einwilligung mit Datum und Nachweis (§ 7 Abs. 2 Nr. 2 UWG)",
        en: "consent with date and evidence (UWG § 7 (2) No. 2)")
    case .emailGrantedUnproven:
      Phrase(
        de: "Einwilligung ohne Datum oder Nachweis (Nachweispflicht: Art. 7 Abs. 1 DSGVO)",
        en: "consent without date or evidence (to be proven: GDPR Art. 7 (1))")
    case .emailGrantedAgain:
      Phrase(
        de: "nach Widerruf mit Datum und Nachweis erneut eingewilligt",
        en: "consent given again after a withdrawal, with date and evidence")
    case .emailDenied:
      Phrase(
        de: "abgelehnt oder widerrufen (Art. 7 Abs. 3, 21 DSGVO)",
        en: "denied or withdrawn (GDPR Art. 7 (3), 21)")
    default:
      Phrase(
        de: "keine Einwilligung bekannt (§ 7 Abs. 2 Nr. 2 UWG)",
        en: "no consent known (UWG § 7 (2) No. 2)")
    }
  }

  private var phonePhrase: Phrase {
    switch self {
    case .phoneGranted:
      Phrase(
        de: "Einwilligung mit Datum und Nachweis (§§ 7 Abs. 2 Nr. 1, 7a UWG)",
        en: "consent with date and evidence (UWG §§ 7 (2) No. 1, 7a)")
    case .phoneGrantedUnproven:
      Phrase(
        de: "Einwilligung ohne Datum oder Nachweis (Nachweispflicht: § 7a UWG)",
        en: "consent without date or evidence (to be documented: UWG § 7a)")
    case .phoneGrantedAgain:
      Phrase(
        de: "nach Widerruf mit Datum und Nachweis erneut eingewilligt",
        en: "consent given again after a withdrawal, with date and evidence")
    case .phoneDenied:
      Phrase(
        de: "abgelehnt oder widerrufen (Art. 7 Abs. 3, 21 DSGVO)",
        en: "denied or withdrawn (GDPR Art. 7 (3), 21)")
    case .phonePresumed:
      Phrase(
        de: "geschäftlich: mutmaßliches Interesse genügt (§ 7 Abs. 2 Nr. 1 UWG)",
        en: "business: presumed interest suffices (UWG § 7 (2) No. 1)")
    case .phoneNotPresumed:
      Phrase(
        de: "insolvent oder inaktiv: kein mutmaßliches Interesse, keine Einwilligung bekannt",
        en: "insolvent or inactive: no presumed interest, and no consent known")
    case .faxUnknown:
      Phrase(
        de: "Faxnummer ohne bekannte Einwilligung (§ 7 Abs. 2 Nr. 2 UWG)",
        en: "fax number without known consent (UWG § 7 (2) No. 2)")
    default:
      Phrase(
        de: "privat: keine Einwilligung bekannt (§ 7 Abs. 2 Nr. 1 UWG)",
        en: "private: no consent known (UWG § 7 (2) No. 1)")
    }
  }

  private var postPhrase: Phrase {
    switch self {
    case .postGranted:
      Phrase(de: "Einwilligung für Briefe", en: "consent to letters")
    case .postDenied:
      Phrase(
        de: "Briefwerbung widersprochen (Art. 21 Abs. 2 und 3 DSGVO)",
        en: "objected to letters (GDPR Art. 21 (2), (3))")
    case .postWithStatus:
      Phrase(
        de: "Brief ohne Einwilligung erlaubt; als insolvent oder inaktiv geführt",
        en: "a letter needs no opt-in; marked as insolvent or inactive")
    default:
      Phrase(
        de: "Brief ohne Einwilligung erlaubt, kein Widerspruch (Art. 6 Abs. 1 f DSGVO)",
        en: "a letter needs no opt-in, no objection (GDPR Art. 6 (1) (f))")
    }
  }
}
