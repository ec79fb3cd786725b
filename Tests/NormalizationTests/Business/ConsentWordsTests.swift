internal import Records
internal import Testing

@testable import Normalization

@Suite struct ConsentWordsTests {
  @Test(arguments: ["ja", "J", "1", "true", "WAHR", "opt-in", "x", "Double-Opt-In", "granted", "+"])
  func yes(text: String) { #expect(ConsentWords.answer(text) == .granted) }

  @Test(arguments: [
    "nein", "N", "0", "false", "FALSCH", "opt-out", "widerrufen", "keine Werbung", "denied", "-",
    "withdrawn", "revoked", "declined", "rejected", "refused", "unsubscribe", "opted out",
    "not granted", "zurückgezogen", "nicht erwünscht", "kein Newsletter", "kein Opt-in",
    "nicht zugestimmt", "bitte nicht", "untersagt", "Werbeverbot", "gekündigt", "ausgetragen",
    "abgelaufen", "nein danke", "NEIN!", "Nein (tel. 3.5.)", "Widerruf vom 1.2.2022", "disagree",
    "opt_out", "storniert", "removed", "do not call", "Widerspruch, keine Post mehr",
    "nicht, abgemeldet", "kein bekannter Widerspruch", "keine Daten weitergeben", "Robinsonliste",
    "no thanks", "hat widersprochen", "gesperrt", "lehnt ab", "unerwünscht", "nee", "don't",
  ])
  func no(text: String) { #expect(ConsentWords.answer(text) == .denied) }

  @Test(arguments: [
    "", "?", "unbekannt", "unknown", "vielleicht", "n/a", "k.A.", "NULL", "pending",
    "keine Angabe", "nicht bekannt", "noch nicht abgefragt", "Double-Opt-In ausstehend",
    // No objection is no consent.
    "kein Widerspruch", "nicht widerrufen", "not revoked", "nicht gesperrt",
  ])
  func nobodyKnows(text: String) { #expect(ConsentWords.answer(text) == .undecided) }

  @Test(arguments: ["xxx", "siehe Akte", "ja, aber nur per Post", "2", "Rückfrage", "Ja vom 1.2."])
  func otherWordsAreUnknown(text: String) {
    #expect(ConsentWords.answer(text) == .unknown)
    #expect(ConsentWords.answer(text).state == .unknown)
  }

  @Test(arguments: ["nein ", "nicht ", "kein ", "widerrufen: ", "Opt-out "])
  func aNoBeforeAYesIsNoYes(word: String) {
    for yes in ["ja", "granted", "opt-in", "Zustimmung", "ok"] {
      #expect(ConsentWords.answer(word + yes) == .denied)
    }
  }

  @Test(arguments: [
    "Double-Opt-In", "Formular 17", "No. 17", "ja", "https://a.example/doi?id=3", "Messe 2019",
    "Empfehlung", "Unterschrift", "DOI/2023",
  ])
  func evidence(text: String) { #expect(ConsentWords.isEvidence(text)) }

  @Test(arguments: [
    "", "-", "?", "unbekannt", "unknown", "n/a", "k.A.", "keine", "kein Nachweis", "fehlt",
    "nicht vorhanden", "false", "nein", "ohne", "none", "missing", "Nachweis fehlt", "no form",
    "0", "NULL", "nicht auffindbar", "DOI pending", "Formular: verloren", "without proof", "nie",
  ])
  func noEvidence(text: String) { #expect(!ConsentWords.isEvidence(text)) }

  @Test func advertisingAsSuch() {
    #expect(ConsentWords.isAboutAdvertising("keine Werbung"))
    #expect(ConsentWords.isAboutAdvertising("Robinson-Liste"))
    #expect(!ConsentWords.isAboutAdvertising("nein"))
  }
}
