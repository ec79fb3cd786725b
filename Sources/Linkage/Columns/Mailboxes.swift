/// Mailboxes that are no one person's, and domains that are no one organization's.
///
/// Written from general knowledge of providers and of German offices.
enum Mailboxes {
  /// Whether a folded local part names a function: "info", "buchhaltung2".
  static func isFunction(_ local: ArraySlice<UInt8>) -> Bool {
    var letters = local
    while let last = letters.last, last < UInt8(ascii: "a") { letters.removeLast() }
    return functions.contains(letters)
  }

  /// Whether a folded local part is a family's: "fam.mack", "familiemack".
  static func isFamily(_ local: [UInt8]) -> Bool {
    local.hasPrefix("familie") || local.hasPrefix("fam") && local.count > 6
  }

  /// Whether a lower-case domain belongs to a mail provider.
  static func isProvider(_ domain: ArraySlice<UInt8>) -> Bool { providers.contains(domain) }

  private static let functions = WordSet(
    [
      "info", "infos", "information", "kontakt", "contact", "mail", "email", "post", "postmaster",
      "office", "büro", "verwaltung", "einkauf", "verkauf", "vertrieb", "zentrale", "service",
      "support", "hallo", "hello", "anfrage", "bestellung", "bestellungen", "order", "orders",
      "buchhaltung", "rechnung", "rechnungen", "rechnungswesen", "finance", "accounting", "sales",
      "marketing", "presse", "press", "personal", "bewerbung", "jobs", "hr", "sekretariat",
      "praxis",
      "kanzlei", "empfang", "reception", "geschäftsführung", "geschäftsleitung", "gf", "leitung",
      "vorstand", "verein", "gemeinde", "stadt", "rathaus", "poststelle", "werkstatt", "shop",
      "team",
      "admin", "webmaster", "technik", "it", "edv", "lager", "versand", "logistik", "disposition",
      "dispo", "kundenservice", "kundendienst", "hotline", "zentrum", "schule", "datenschutz",
      "privacy", "noreply", "newsletter", "reservierung", "hotel", "restaurant", "apotheke",
    ])

  private static let providers = WordSet(
    bytes: [
      "gmx.de", "gmx.net", "gmx.at", "gmx.ch", "gmx.com", "gmx.info", "gmx.org", "gmx.eu", "web.de",
      "email.de", "mail.de", "t-online.de", "online.de", "freenet.de", "arcor.de", "aol.com",
      "aol.de",
      "gmail.com", "googlemail.com", "hotmail.com", "hotmail.de", "hotmail.fr", "hotmail.it",
      "hotmail.co.uk", "hotmail.at", "hotmail.ch", "outlook.com", "outlook.de", "outlook.at",
      "live.com",
      "live.de", "live.at", "msn.com", "yahoo.com", "yahoo.de", "yahoo.fr", "yahoo.it",
      "yahoo.co.uk",
      "ymail.com", "icloud.com", "me.com", "mac.com", "posteo.de", "posteo.net", "mailbox.org",
      "protonmail.com", "proton.me", "tutanota.com", "tutanota.de", "kabelmail.de", "unitybox.de",
      "vodafone.de", "vodafonemail.de", "o2online.de", "o2mail.de", "1und1.de", "versanet.de",
      "ewetel.net",
      "ewe.net", "netcologne.de", "alice-dsl.net", "alice.de", "htp-tel.de", "osnanet.de",
      "onlinehome.de",
      "magenta.de", "tonline.de", "lycos.de", "compuserve.de", "compuserve.com", "firemail.de",
      "bluewin.ch", "sunrise.ch", "hispeed.ch", "swissonline.ch", "aon.at", "a1.net", "chello.at",
      "inode.at", "utanet.at", "kabsi.at", "liwest.at", "orange.fr", "wanadoo.fr", "free.fr",
      "laposte.net",
      "libero.it", "virgilio.it", "tiscali.it", "wp.pl", "onet.pl", "interia.pl", "o2.pl",
      "mail.ru",
      "yandex.ru", "yandex.com", "rambler.ru", "seznam.cz", "btinternet.com", "sky.com",
      "comcast.net",
      "verizon.net", "att.net", "zoho.com", "fastmail.com", "mail.com", "bigpond.com",
      "optusnet.com.au",
    ])
}
