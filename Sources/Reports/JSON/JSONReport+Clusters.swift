internal import Records

/// Clusters with their records, the chosen values and the weights.
extension JSONReport {
  func cluster(_ cluster: ShownCluster) -> JSON {
    .object([
      ("cluster", .integer(cluster.id)), ("bits", .number(cluster.weightInBits)),
      ("note", cluster.note.map(phrase) ?? .null),
      ("records", .array(cluster.records.map(record))),
      ("contacts", .array(cluster.contacts.map(contact))),
      ("pairs", .array(cluster.pairs.map { pair($0, in: cluster) })),
    ])
  }

  private func record(_ record: Record) -> JSON {
    .object([
      ("record", .integer(Int(record.id))), ("source", .string(record.source)),
      ("key", .string(record.key)), ("place", location(record.location)),
      ("kind", .string(record.kind.rawValue)), ("values", .array(record.values.map(value))),
    ])
  }

  private func value(_ value: FieldValue) -> JSON {
    var members: [(key: String, value: JSON)] = [("attribute", .string(value.attribute.rawValue))]
    if !value.name.isEmpty { members.append(("name", .string(value.name))) }
    if let label = value.label { members.append(("label", .string(label.rawValue))) }
    members.append(("value", .string(value.value.text)))
    if value.raw != value.value.text { members.append(("raw", .string(value.raw))) }
    switch value.mark {
    case .good: break
    case .invalid: members.append(("mark", .string("invalid")))
    case .repaired: members.append(("mark", .string("repaired")))
    }
    return .object(members)
  }

  private func contact(_ contact: Contact) -> JSON {
    let permissions = contact.permissions.map { permission in
      JSON.object([
        ("channel", .string(permission.channel.rawValue)),
        ("address", .string(permission.address)), ("allowed", .boolean(permission.isAllowed)),
        ("reason", phrase(permission.reason)),
      ])
    }
    return .object([
      ("contact", .integer(Int(contact.id))), ("kind", .string(contact.kind.rawValue)),
      ("records", numbers(contact.records)),
      ("values", .array(contact.values.map(chosen))), ("permissions", .array(permissions)),
    ])
  }

  private func chosen(_ chosen: ContactValue) -> JSON {
    let lost = chosen.lost.map { lost in
      JSON.object([("record", .integer(Int(lost.record))), ("value", value(lost.value))])
    }
    return .object([
      ("value", value(chosen.value)), ("rule", .string(chosen.rule.rawValue)),
      ("record", .integer(Int(chosen.record))), ("agreeing", numbers(chosen.agreeing)),
      ("lost", .array(lost)),
    ])
  }

  private func pair(_ pair: ShownPair, in cluster: ShownCluster) -> JSON {
    let rows = pair.rows.map { row in
      let values = ComparedValues(row, of: pair, in: cluster.records, language: language)
      return JSON.object([
        ("comparison", phrase(row.label)), ("left", .string(values.left)),
        ("right", .string(values.right)), ("bits", .number(row.bits)),
        ("frequency_bits", .number(row.frequencyBits)),
      ])
    }
    return .object([
      ("left", id(pair.left, in: cluster)), ("right", id(pair.right, in: cluster)),
      ("bits", .number(pair.weightInBits)), ("prior_bits", .number(pair.priorInBits)),
      ("waterfall", .array(rows)),
    ])
  }

  /// The id of the record at a position; null when there is none.
  private func id(_ index: Int, in cluster: ShownCluster) -> JSON {
    cluster.records.indices.contains(index) ? .integer(Int(cluster.records[index].id)) : .null
  }

  private func numbers(_ ids: [Int64]) -> JSON { .array(ids.map { .integer(Int($0)) }) }
}
