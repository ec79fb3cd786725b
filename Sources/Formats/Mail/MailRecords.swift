internal import Records

/// Makes raw records of mails: one for each address, or one for each mail.
struct MailRecords {
  /// So many addresses are counted.
  static let limit = 1_000_000
  /// So many spellings of a name are counted for each.
  private static let nameLimit = 16

  fileprivate struct Person {
    var address: String
    /// The line of the mail that it was met in first.
    var line: Int
    var names: [(text: String, count: Int)] = []
    var count = 0
    var first = ""
    var last = ""
    var isList = false
  }

  static let personColumns = [
    "address", "email", "name", "other_name", "list", "mails", "first_seen", "last_seen",
    "category",
  ]
  static let mailColumns = [
    "date", "subject", "direction", "email", "name", "from", "to", "cc", "message_id",
  ]

  private let file: String
  private let options: MailOptions
  private var people: [Person] = []
  private var places: [String: Int] = [:]
  private var count = 0
  private var isLimitTold = false

  init(file: String, options: MailOptions) {
    self.file = file
    self.options = options
  }

  mutating func add(_ mail: MailMessage, _ body: (ReaderEvent) throws -> Void) throws {
    count += 1
    let location = Location(file: file, line: mail.line, ordinal: options.givesMails ? count : 0)
    if mail.hasBrokenDate {
      try body(.problem(MailProblem.badDate.problem(at: location, field: "Date")))
    }
    if options.givesMails { return try addMail(mail, location, body) }
    let from = mail.addresses("from") + mail.addresses("reply-to")
    let all = from + mail.addresses("to") + mail.addresses("cc")
    if all.isEmpty { try body(.problem(MailProblem.noSender.problem(at: location))) }
    var met: Set<String> = []
    let (list, date) = (mail.listAddress, mail.date)
    for address in all where !options.isOwn(address.address) {
      guard let place = place(of: address.address, line: mail.line) else {
        if !isLimitTold { try body(.problem(MailProblem.tooMany.problem(at: location))) }
        isLimitTold = true
        continue
      }
      people[place].add(name: address.name, limit: Self.nameLimit)
      if address.address == list { people[place].isList = true }
      if met.insert(address.address).inserted { people[place].add(date: date) }
    }
  }

  private mutating func place(of address: String, line: Int) -> Int? {
    if let place = places[address] { return place }
    guard people.count < Self.limit else { return nil }
    people.append(Person(address: address, line: line))
    places[address] = people.count - 1
    return people.count - 1
  }

  /// Tells of all addresses at the end of the file.
  mutating func finish(line: Int, _ body: (ReaderEvent) throws -> Void) throws {
    if count == 0 {
      let location = Location(file: file, line: line, ordinal: 0)
      try body(.problem(MailProblem.noMail.problem(at: location)))
    }
    for (index, person) in people.enumerated() {
      let location = Location(file: file, line: person.line, ordinal: index + 1)
      try body(
        .record(
          RawRecord(
            location: location, columns: Self.personColumns, values: Self.values(of: person))))
    }
  }

  private static func values(of person: Person) -> [RawValue] {
    // The spelling met most often; of equal ones the first.
    let best = person.names.max { $0.count < $1.count }?.text ?? ""
    let others = person.names.map(\.text).filter { $0 != best }
    let category =
      person.isList ? "mailing-list" : isNoReply(person.address) ? "no-reply" : ""
    let texts = [
      person.address, person.address, category.isEmpty ? best : "",
      others.joined(separator: "; "), category.isEmpty ? "" : best, String(person.count),
      person.first, person.last, category,
    ]
    return row(texts)
  }

  private static func row(_ texts: [String]) -> [RawValue] {
    texts.enumerated().compactMap { index, text in
      text.isEmpty ? nil : RawValue(column: index, text: text)
    }
  }

  /// Whether nobody reads what is sent there.
  static func isNoReply(_ address: String) -> Bool {
    let local = address.prefix { $0 != "@" }.filter { $0.isLetter }
    let words = [
      "noreply", "donotreply", "dontreply", "nichtantworten", "mailerdaemon", "postmaster",
      "bounce", "bounces", "notification", "notifications", "newsletter",
    ]
    return words.contains { local == $0 || $0.contains("reply") && local.contains($0) }
  }
}

extension MailRecords.Person {
  fileprivate mutating func add(name: String, limit: Int) {
    guard !name.isEmpty else { return }
    if let known = names.firstIndex(where: { $0.text == name }) {
      names[known].count += 1
    } else if names.count < limit {
      names.append((name, 1))
    }
  }

  fileprivate mutating func add(date: String) {
    count += 1
    guard !date.isEmpty else { return }
    if first.isEmpty || date < first { first = date }
    if date > last { last = date }
  }
}

// Mails as history.
extension MailRecords {
  private func addMail(
    _ mail: MailMessage, _ location: Location, _ body: (ReaderEvent) throws -> Void
  ) throws {
    let from = mail.addresses("from")
    let (to, cc) = (mail.addresses("to"), mail.addresses("cc"))
    guard !(from + to + cc).isEmpty else {
      return try body(.problem(MailProblem.noSender.problem(at: location)))
    }
    let others = (to + cc).filter { !options.isOwn($0.address) }
    let isOut = from.contains { options.isOwn($0.address) }
    let direction =
      options.own.isEmpty ? "" : !isOut ? "in" : others.isEmpty ? "internal" : "out"
    // Whom it is about: who wrote, or the first who was written to.
    let subject = isOut ? others.first : from.first ?? others.first
    func list(_ addresses: [MailAddress]) -> String {
      addresses.map(\.address).joined(separator: ", ")
    }
    let texts = [
      mail.date, mail.text("subject"), direction, subject?.address ?? "", subject?.name ?? "",
      list(from), list(to), list(cc), mail.text("message-id"),
    ]
    try body(
      .record(RawRecord(location: location, columns: Self.mailColumns, values: Self.row(texts))))
  }
}
