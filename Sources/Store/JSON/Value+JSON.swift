internal import Records

extension Value {
  /// - Parameter key: what kind of value follows.
  init(from json: inout JSONReader, key: JSONKey) throws(MalformedJSON) {
    switch key {
    case "text": self = .text(try json.string())
    case "name": self = .name(try PersonName(from: &json))
    case "org": self = .organization(try OrganizationName(from: &json))
    case "address": self = .address(try Address(from: &json))
    case "phone": self = .phone(try PhoneNumber(from: &json))
    case "date": self = .date(try PartialDate(from: &json))
    case "consent": self = .consent(try Consent(from: &json))
    default: throw MalformedJSON()
    }
  }
}

extension PersonName {
  func write(to json: inout JSONWriter) {
    json.key("name")
    json.beginObject()
    json.member("given", given)
    json.member("middle", middle)
    json.member("particle", particle)
    json.member("family", family)
    json.member("suffix", suffix)
    json.endObject()
  }

  init(from json: inout JSONReader) throws(MalformedJSON) {
    var name = PersonName()
    try json.object { (json, key) throws(MalformedJSON) in
      let text = try json.string()
      switch key {
      case "given": name.given = text
      case "middle": name.middle = text
      case "particle": name.particle = text
      case "family": name.family = text
      case "suffix": name.suffix = text
      default: throw MalformedJSON()
      }
    }
    self = name
  }
}

extension OrganizationName {
  func write(to json: inout JSONWriter) {
    json.key("org")
    json.beginObject()
    json.member("text", text)
    json.member("core", core)
    json.member("form", legalForm)
    json.endObject()
  }

  init(from json: inout JSONReader) throws(MalformedJSON) {
    var organization = OrganizationName(text: "", core: "")
    try json.object { (json, key) throws(MalformedJSON) in
      let text = try json.string()
      switch key {
      case "text": organization.text = text
      case "core": organization.core = text
      case "form": organization.legalForm = text
      default: throw MalformedJSON()
      }
    }
    self = organization
  }
}

extension Address {
  func write(to json: inout JSONWriter) {
    json.key("address")
    json.beginObject()
    json.member("street", street)
    json.member("number", houseNumber)
    json.member("addition", addition)
    json.member("box", poBox)
    json.member("code", postalCode)
    json.member("place", place)
    json.member("region", region)
    json.member("country", country)
    json.endObject()
  }

  init(from json: inout JSONReader) throws(MalformedJSON) {
    var address = Address()
    try json.object { (json, key) throws(MalformedJSON) in
      let text = try json.string()
      switch key {
      case "street": address.street = text
      case "number": address.houseNumber = text
      case "addition": address.addition = text
      case "box": address.poBox = text
      case "code": address.postalCode = text
      case "place": address.place = text
      case "region": address.region = text
      case "country": address.country = text
      default: throw MalformedJSON()
      }
    }
    self = address
  }
}

extension PhoneNumber {
  func write(to json: inout JSONWriter) {
    json.key("phone")
    json.beginObject()
    json.member("number", number)
    json.member("ext", `extension`)
    json.key("kind")
    json.string(kind.rawValue)
    json.key("valid")
    json.boolean(isValid)
    json.endObject()
  }

  init(from json: inout JSONReader) throws(MalformedJSON) {
    var phone = PhoneNumber(number: "", isValid: false)
    try json.object { (json, key) throws(MalformedJSON) in
      switch key {
      case "number": phone.number = try json.string()
      case "ext": phone.extension = try json.string()
      case "kind": phone.kind = try Self.kind(json.packedString())
      case "valid": phone.isValid = try json.boolean()
      default: throw MalformedJSON()
      }
    }
    self = phone
  }

  private static func kind(_ key: JSONKey) throws(MalformedJSON) -> Kind {
    switch key {
    case "landline": .landline
    case "mobile": .mobile
    case "fax": .fax
    case "service": .service
    case "unknown": .unknown
    default: throw MalformedJSON()
    }
  }
}

extension PartialDate {
  /// `"date":[1980,4,3]`, an unknown part 0.
  func write(to json: inout JSONWriter) {
    json.key("date")
    json.beginArray()
    json.integer(Int64(year))
    json.integer(Int64(month))
    json.integer(Int64(day))
    json.endArray()
  }

  init(from json: inout JSONReader) throws(MalformedJSON) {
    var parts: [Int] = []
    try json.array { (json) throws(MalformedJSON) in parts.append(try json.int()) }
    guard parts.count == 3 else { throw MalformedJSON() }
    self.init(year: parts[0], month: parts[1], day: parts[2])
  }
}

extension Consent {
  func write(to json: inout JSONWriter) {
    json.key("consent")
    json.beginObject()
    json.key("channel")
    json.string(channel.rawValue)
    json.key("state")
    json.string(state.rawValue)
    json.member("address", address)
    json.member("date", date)
    json.member("source", source)
    json.member("evidence", evidence)
    json.endObject()
  }

  init(from json: inout JSONReader) throws(MalformedJSON) {
    var consent = Consent(channel: .post, state: .unknown)
    try json.object { (json, key) throws(MalformedJSON) in
      switch key {
      case "channel": consent.channel = try Self.channels.code(json.packedString())
      case "state": consent.state = try Self.states.code(json.packedString())
      case "address": consent.address = try json.string()
      case "date": consent.date = try json.string()
      case "source": consent.source = try json.string()
      case "evidence": consent.evidence = try json.string()
      default: throw MalformedJSON()
      }
    }
    self = consent
  }

  static let channels = CodeTable<Channel>()
  static let states = CodeTable<State>()
}
