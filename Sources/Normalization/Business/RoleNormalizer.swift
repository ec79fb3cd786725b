/// What a contact is to the company: customer, supplier, prospect, press, authority, …
enum RoleNormalizer {
  /// Every role a cell names, in order and once; unknown words stay, in lower case.
  static func roles(in text: String) -> [String] {
    var roles: [String] = []
    for part in split(text, where: { ";,/|\n+".utf8.contains($0) }) {
      let role = known[squashed(part)] ?? part.lowercased()
      if !roles.contains(role) { roles.append(role) }
    }
    return roles
  }

  /// The names that roles get.
  static let canonical = Set(known.values)

  private static let known: [String: String] = {
    let lines = [
      "customer debitor debitoren kunde kunden kundin customer customers client klient mandant "
        + "auftraggeber stammkunde neukunde bestandskunde endkunde geschaeftskunde privatkunde "
        + "besteller "
        + "kaeufer abnehmer debtor k d",
      "supplier kreditor kreditoren lieferant lieferanten supplier vendor zulieferer creditor "
        + "csupplier",
      "prospect interessent interessenten interessentin lead leads prospect akquise "
        + "potenziellerkunde "
        + "potentiellerkunde clid anfrager",
      "press presse journalist journalistin redaktion pressekontakt medien press",
      "authority behoerde behoerden amt oeffentlichehand oeffentlicherdienst authority verwaltung",
      "partner partner kooperationspartner vertriebspartner haendler wiederverkaeufer reseller",
      "employee mitarbeiter mitarbeiterin mitarbeitende employee personal angestellter",
      "competitor wettbewerber konkurrenz konkurrent mitbewerber competitor",
      "member mitglied mitglieder member",
      "subscriber newsletter abonnent newsletterempfaenger subscriber newsletterabonnent",
      "family familie verwandte family", "friend freund freunde bekannte friends friend",
    ]
    var known: [String: String] = [:]
    for line in lines {
      let names = words(of: line)
      for name in names { known[name] = names[0] }
    }
    known["ccustomer"] = "customer"
    return known
  }()
}
