package import Records
internal import Reports
internal import Store

extension ShownContact {
  /// The contact for machines; values as in contacts.jsonl, in one line each.
  package func json(_ language: Language) -> String { document(language).text }

  func document(_ language: Language) -> JSON {
    let way = way.map { step in
      JSON.object([
        ("contact", .integer(Int(step.contact))), ("run", .integer(Int(step.run))),
        ("merged_into", .integer(Int(step.into))),
      ])
    }
    return JSON.object([
      ("contact", .integer(Int(id))), ("merged_from", .array(way)),
      ("kind", .string(kind.rawValue)),
      ("name", .string(name)), ("status", .string(status.rawValue)),
      ("created_run", .integer(Int(createdRun))), ("changed_run", .integer(Int(changedRun))),
      ("withdrawn_run", .integer(withdrawnRun.map(Int.init))),
      ("values", .array(values.map(\.json))), ("records", .array(records.map(\.json))),
      ("relations", .array(relations.map(\.json))),
      ("permissions", .array(permissions.map { $0.json(language) })),
      ("decisions", .array(decisions.map(DecisionList.json))),
      ("activities", .array(activities.map(\.json))),
      ("opportunities", .array(opportunities.map(\.json))),
    ])
  }
}

extension ShownContact.Value {
  fileprivate var json: JSON {
    let lost = lost.map { lost in
      JSON.object(lost.value.parts + [("from", lost.origin.json)])
    }
    return .object(
      value.parts + [
        ("raw", .string(value.raw)), ("rule", .string(rule.rawValue)), ("from", origin.json),
        ("agreeing", .array(agreeing.map(\.json))), ("lost", .array(lost)),
      ])
  }
}

extension FieldValue {
  /// What a value is about, and the value in one line.
  var parts: [(key: String, value: JSON)] {
    var parts: [(key: String, value: JSON)] = [("attribute", .string(attribute.rawValue))]
    if let label { parts.append(("label", .string(label.rawValue))) }
    if !name.isEmpty { parts.append(("name", .string(name))) }
    parts.append(("value", .string(value.text)))
    if mark != .good { parts.append(("mark", .string("\(mark)"))) }
    return parts
  }
}

extension ShownContact.Tie {
  var json: JSON {
    .object([
      ("kind", .string(kind.rawValue)), ("left", .boolean(isLeft)),
      ("contact", .integer(Int(other))), ("name", .string(name)),
    ])
  }
}

extension Permission {
  fileprivate func json(_ language: Language) -> JSON {
    .object([
      ("channel", .string(channel.rawValue)), ("address", .string(address)),
      ("allowed", .boolean(isAllowed)), ("reason", .string(reason(language))),
    ])
  }
}

extension Activity {
  var json: JSON {
    let details = details.map { detail in
      JSON.object([("name", .string(detail.name)), ("text", .string(detail.text))])
    }
    return .object([
      ("record", .string("\(source):\(key)")), ("date", .string(date)),
      ("file", .string(location.file)), ("line", .integer(location.line)),
      ("details", .array(details)),
    ])
  }
}
