/// Finds the phone numbers, e-mail addresses and domains that say little, because many share them.
struct SharedValues {
  /// A number of this many differently sounding names is a switchboard.
  static let mostNames = 3

  /// A domain of organizations in this many areas (two digits of the postal code) is a name that
  /// many chose alike ("gasthof-adler.de" as guessed by many), or a chain's.
  static let mostAreas = 3

  let phones: [Bool]
  /// Of a function or a firm, not of a person: "info", or the firm's name.
  let functionMailboxes: [Bool]
  /// Those, and what many people use.
  let emails: [Bool]
  /// A mail provider's, or one of organizations in many areas.
  let domains: [Bool]

  init(_ columns: Columns) {
    phones = manyNames(columns, .phones, count: columns.phones.entries.count)
    let byUse = manyNames(columns, .emails, count: columns.emails.entries.count)
    functionMailboxes = functionsAndFirms(columns)
    emails = zip(functionMailboxes, byUse).map { $0 || $1 }
    domains = zip(columns.emails.domainEntries, inManyAreas(columns)).map { $0.isShared || $1 }
  }
}

/// Whether each address is a function's by its word, or a firm's whose name some record with the
/// address bears.
private func functionsAndFirms(_ columns: Columns) -> [Bool] {
  var mailboxes = columns.emails.entries.map(\.isFunction)
  for row in columns.rows {
    for name in row.range(of: .organizations) {
      let compact = columns.organizations[columns.lists[name]].compact
      let letters = columns.organizations.compacts.value(of: compact)
      for index in row.range(of: .emails) where !mailboxes[Int(columns.lists[index])] {
        mailboxes[Int(columns.lists[index])] =
          columns.emails.isMailbox(columns.lists[index], of: letters)
      }
    }
  }
  return mailboxes
}

/// Whether each value of a list occurs with more than a few family names.
private func manyNames(_ columns: Columns, _ kind: ListKind, count: Int) -> [Bool] {
  var uses: [UInt64] = []
  for row in columns.rows where row.kind == .person && row.family != 0 {
    let sound = columns.names[row.family].code
    for index in row.range(of: kind) {
      uses.append(UInt64(columns.lists[index]) << 32 | mixed(sound) >> 32)
    }
  }
  return distinctUses(&uses, count: count).map { $0 > SharedValues.mostNames }
}

/// Whether each domain is used by organizations in more than a few areas.
private func inManyAreas(_ columns: Columns) -> [Bool] {
  var uses: [UInt64] = []
  for row in columns.rows where row.kind == .organization {
    for index in row.range(of: .addresses) {
      let code = columns.addresses[columns.lists[index]].postalCode
      guard code != 0 else { continue }
      let bytes = columns.addresses.postalCodeWords[Int(code)].bytes
      let area = UInt64(bytes[0]) << 8 | UInt64(bytes[1])
      for email in row.range(of: .emails) {
        uses.append(UInt64(columns.emails[columns.lists[email]].domain) << 32 | area)
      }
    }
  }
  return distinctUses(&uses, count: columns.emails.domainEntries.count).map {
    $0 > SharedValues.mostAreas
  }
}

/// How many different users each value has; a use is value << 32 | user.
private func distinctUses(_ uses: inout [UInt64], count: Int) -> [Int] {
  uses.sort()
  var users = [Int](repeating: 0, count: count)
  var last: UInt64 = .max
  for use in uses where use != last {
    users[Int(use >> 32)] += 1
    last = use
  }
  return users
}
