package import Records

/// What names a record outside the store: its source and key.
package struct RecordOrigin: Hashable, Sendable {
  package var source: String
  package var key: String

  package init(source: String, key: String) {
    self.source = source
    self.key = key
  }
}

/// Writes `contacts.jsonl`: one JSON object a line for each contact, with all values.
///
/// Every value names the record it came from, the rule that chose it and the values that lost.
package struct ContactJSONLWriter {
  private let output: ByteOutput
  private let origin: (RecordID) -> RecordOrigin
  private var json = JSONBytes()

  /// - Parameter origin: Gives the source and key of a record.
  package init(_ output: ByteOutput, origin: @escaping (RecordID) -> RecordOrigin) {
    self.output = output
    self.origin = origin
  }

  /// Appends a contact.
  package mutating func write(_ contact: Contact) throws {
    let origin = self.origin
    json.clear()
    json.object { json in
      json.member("contact_id", contact.id)
      json.member("kind", contact.kind.rawValue)
      json.member("name", contact.displayName)
      json.name("values")
      json.array(contact.values) { json, value in append(value, origin, to: &json) }
      json.name("permissions")
      json.array(contact.permissions, append(_:_:))
      json.name("records")
      json.array(contact.records) { json, record in append(origin(record), to: &json) }
    }
    json.endLine()
    try output.write { $0.append(contentsOf: json.bytes) }
  }

  /// Ends the file.
  package func close() throws { try output.close() }
}

private func append(
  _ value: ContactValue, _ origin: (RecordID) -> RecordOrigin, to json: inout JSONBytes
) {
  json.object { json in
    json.member("attribute", value.value.attribute.rawValue)
    json.optional("label", value.value.label?.rawValue ?? "")
    json.optional("name", value.value.name)
    json.name("value")
    append(value.value.value, to: &json)
    json.member("raw", value.value.raw)
    if value.value.mark != .good { json.member("mark", name(of: value.value.mark)) }
    json.member("rule", value.rule.rawValue)
    json.name("origin")
    append(origin(value.record), to: &json)
    if !value.agreeing.isEmpty {
      json.name("agreeing")
      json.array(value.agreeing) { json, record in append(origin(record), to: &json) }
    }
    if !value.lost.isEmpty {
      json.name("lost")
      json.array(value.lost) { json, lost in
        json.object { json in
          json.name("value")
          append(lost.value.value, to: &json)
          json.name("origin")
          append(origin(lost.record), to: &json)
        }
      }
    }
  }
}

private func append(_ origin: RecordOrigin, to json: inout JSONBytes) {
  json.object { json in
    json.member("source", origin.source)
    json.member("key", origin.key)
  }
}

private func append(_ json: inout JSONBytes, _ permission: Permission) {
  json.object { json in
    json.member("channel", permission.channel.rawValue)
    json.optional("address", permission.address)
    json.member("allowed", permission.isAllowed)
    json.name("reason")
    json.object { json in
      json.member("de", permission.reason(.german))
      json.member("en", permission.reason(.english))
    }
  }
}

/// Text as a string, the rest as an object of its parts; empty parts are left out.
private func append(_ value: Value, to json: inout JSONBytes) {
  switch value {
  case .text(let text): json.string(text)
  case .date(let date): json.string(date.text)
  case .name(let name):
    json.object { json in
      json.optional("given", name.given)
      json.optional("middle", name.middle)
      json.optional("particle", name.particle)
      json.optional("family", name.family)
      json.optional("suffix", name.suffix)
    }
  case .organization(let organization):
    json.object { json in
      json.member("text", organization.text)
      json.optional("core", organization.core)
      json.optional("legal_form", organization.legalForm)
    }
  case .address(let address): append(address, to: &json)
  case .phone(let phone):
    json.object { json in
      json.member("number", phone.number)
      json.optional("extension", phone.extension)
      json.member("kind", phone.kind.rawValue)
      json.member("valid", phone.isValid)
    }
  case .consent(let consent):
    json.object { json in
      json.member("channel", consent.channel.rawValue)
      json.optional("address", consent.address)
      json.member("state", consent.state.rawValue)
      json.optional("date", consent.date)
      json.optional("source", consent.source)
      json.optional("evidence", consent.evidence)
    }
  }
}

private func append(_ address: Address, to json: inout JSONBytes) {
  json.object { json in
    json.optional("street", address.street)
    json.optional("house_number", address.houseNumber)
    json.optional("addition", address.addition)
    json.optional("po_box", address.poBox)
    json.optional("postal_code", address.postalCode)
    json.optional("place", address.place)
    json.optional("region", address.region)
    json.optional("country", address.country)
  }
}

private func name(of mark: ValueMark) -> String {
  switch mark {
  case .good: "good"
  case .invalid: "invalid"
  case .repaired: "repaired"
  }
}
