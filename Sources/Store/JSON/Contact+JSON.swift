internal import Records

/// The whole contact as JSON, as events keep it as before-image.
///
///     {"kind":"person","records":[1,7],"values":[[{…},1,"union"]],"permissions":[…]}
extension Contact {
  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("kind")
    json.string(kind.rawValue)
    json.key("records")
    json.integers(records)
    json.key("values")
    values.write(to: &json)
    json.key("permissions")
    json.beginArray()
    for permission in permissions { permission.write(to: &json) }
    json.endArray()
    json.endObject()
  }

  init(id: ContactID, from json: inout JSONReader) throws(MalformedJSON) {
    var contact = Contact(id: id, kind: .person, values: [], records: [])
    try json.object { (json, key) throws(MalformedJSON) in
      switch key {
      case "kind": contact.kind = try Record.kinds.code(json.packedString())
      case "records": contact.records = try json.integers()
      case "values": contact.values = try [ContactValue](from: &json)
      case "permissions":
        try json.array { (json) throws(MalformedJSON) in
          contact.permissions.append(try Permission(from: &json))
        }
      default: throw MalformedJSON()
      }
    }
    self = contact
  }
}

extension Record {
  static let kinds = CodeTable<Kind>()
}

extension ContactValue {
  /// `[{"a":"email",…},1,"union",[2],[…]]`: the value, its record, the rule, who agrees, what lost;
  /// what says nothing is left out at the end.
  func write(to json: inout JSONWriter) {
    json.beginArray()
    value.write(to: &json)
    json.integer(record)
    if rule != .onlyValue || !agreeing.isEmpty || !lost.isEmpty { json.string(rule.rawValue) }
    if !agreeing.isEmpty || !lost.isEmpty { json.integers(agreeing) }
    if !lost.isEmpty { lost.write(to: &json) }
    json.endArray()
  }

  init(from json: inout JSONReader) throws(MalformedJSON) {
    guard json.skip(UInt8(ascii: "[")) else {
      self = try Self(fromObject: &json)
      return
    }
    let field = try FieldValue(from: &json)
    try json.expect(UInt8(ascii: ","))
    self.init(value: field, record: try json.integer(), rule: .onlyValue)
    if json.skip(UInt8(ascii: ",")) { rule = try Self.rules.code(json.packedString()) }
    if json.skip(UInt8(ascii: ",")) { agreeing = try json.integers() }
    if json.skip(UInt8(ascii: ",")) { lost = try [LostValue](from: &json) }
    try json.expect(UInt8(ascii: "]"))
  }

  /// The form of events that earlier versions wrote.
  private init(fromObject json: inout JSONReader) throws(MalformedJSON) {
    var field: FieldValue?
    var record: RecordID = 0
    var rule = SurvivorshipRule.onlyValue
    var agreeing: [RecordID] = []
    var lost: [LostValue] = []
    try json.object { (json, key) throws(MalformedJSON) in
      switch key {
      case "f": field = try FieldValue(from: &json)
      case "record": record = try json.integer()
      case "rule": rule = try Self.rules.code(json.packedString())
      case "agreeing": agreeing = try json.integers()
      case "lost": lost = try [LostValue](from: &json)
      default: throw MalformedJSON()
      }
    }
    guard let field else { throw MalformedJSON() }
    self.init(value: field, record: record, agreeing: agreeing, rule: rule, lost: lost)
  }

  static let rules = CodeTable<SurvivorshipRule>()
}

extension [ContactValue] {
  func write(to json: inout JSONWriter) {
    json.beginArray()
    for value in self { value.write(to: &json) }
    json.endArray()
  }

  init(from json: inout JSONReader) throws(MalformedJSON) {
    var values: [ContactValue] = []
    try json.array { (json) throws(MalformedJSON) in values.append(try ContactValue(from: &json)) }
    self = values
  }
}

extension [LostValue] {
  func write(to json: inout JSONWriter) {
    json.beginArray()
    for lost in self {
      json.beginObject()
      json.key("record")
      json.integer(lost.record)
      json.key("f")
      lost.value.write(to: &json)
      json.endObject()
    }
    json.endArray()
  }

  init(from json: inout JSONReader) throws(MalformedJSON) {
    var values: [LostValue] = []
    try json.array { (json) throws(MalformedJSON) in
      var record: RecordID = 0
      var field: FieldValue?
      try json.object { (json, key) throws(MalformedJSON) in
        switch key {
        case "record": record = try json.integer()
        case "f": field = try FieldValue(from: &json)
        default: throw MalformedJSON()
        }
      }
      guard let field else { throw MalformedJSON() }
      values.append(LostValue(value: field, record: record))
    }
    self = values
  }
}

extension Permission {
  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("channel")
    json.string(channel.rawValue)
    json.member("address", address)
    json.key("allowed")
    json.boolean(isAllowed)
    json.member("de", reason.german)
    json.member("en", reason.english)
    json.endObject()
  }

  init(from json: inout JSONReader) throws(MalformedJSON) {
    var permission = Permission(
      channel: .post, address: "", isAllowed: false, reason: Phrase(de: "", en: ""))
    try json.object { (json, key) throws(MalformedJSON) in
      switch key {
      case "channel": permission.channel = try Consent.channels.code(json.packedString())
      case "address": permission.address = try json.string()
      case "allowed": permission.isAllowed = try json.boolean()
      case "de": permission.reason.german = try json.string()
      case "en": permission.reason.english = try json.string()
      default: throw MalformedJSON()
      }
    }
    self = permission
  }
}
