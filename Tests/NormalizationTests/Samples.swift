internal import Records

@testable import Normalization

/// Judges by digits alone: enough to test what surrounds the judge.
struct DigitJudge: PhoneJudge {
  func judge(_ text: String, region: String, expecting: PhoneNumber.Kind) -> PhoneNumber? {
    var digits = text.filter { "0123456789".contains($0) }
    guard !digits.isEmpty else { return nil }
    let codes = ["DE": "49", "AT": "43", "CH": "41"]
    if !text.hasPrefix("+") {
      digits = (codes[region] ?? "49") + digits.drop { $0 == "0" }
    }
    let kind = expecting == .unknown && digits.hasPrefix("491") ? .mobile : expecting
    return PhoneNumber(number: "+" + digits, kind: kind, isValid: digits.count > 7)
  }
}

func mapped(
  _ values: [(String, String)], extras: [Extra] = [], isContactPerson: Bool = false
) -> MappedRecord {
  MappedRecord(
    source: "erp", location: Location(file: "erp.csv", line: 2, ordinal: 1), key: "1",
    isContactPerson: isContactPerson,
    values: values.compactMap { name, text in
      FieldTarget(text: name).map { MappedValue($0, text) }
    }, extras: extras)
}

/// What a fresh normalizer makes of some values.
func normalized(_ values: (String, String)..., country: String = "DE") -> NormalizedRecord {
  Normalizer(phones: DigitJudge(), country: country).record(from: mapped(values))
}

/// A record as a source would give it that spells every value our way.
func remapped(_ record: Record) -> MappedRecord {
  var values: [(String, String)] = [("kind", record.kind.rawValue)]
  var group = 0
  for value in record.values {
    group += 1
    values += fields(of: value, group: group)
  }
  var mapped = mapped(values)
  mapped.parentKey = record.parentKey
  mapped.extras = record.values.filter { $0.attribute == .extra }.map {
    Extra(name: $0.name, text: $0.value.text)
  }
  return mapped
}

private func fields(of value: FieldValue, group: Int) -> [(String, String)] {
  let label = value.label.map { $0.rawValue + "." } ?? ""
  switch (value.attribute, value.value) {
  case (_, .name(let name)):
    return [
      ("given", name.given), ("middle", name.middle), ("particle", name.particle),
      ("family", name.family), ("suffix", name.suffix),
    ]
  case (_, .organization(let organization)): return [("organization", organization.text)]
  case (_, .address(let address)):
    return [
      ("street", address.street), ("house_number", address.houseNumber),
      ("address_addition", address.addition), ("po_box", address.poBox),
      ("postal_code", address.postalCode), ("place", address.place), ("region", address.region),
      ("country", address.country),
    ].map { (label + $0.0 + ".\(group)", $0.1) }
  case (_, .phone(let phone)):
    let field = phone.kind == .fax ? "fax" : phone.kind == .mobile ? "mobile" : "phone"
    return [(label + field, phone.number)]
  case (_, .consent(let consent)):
    return [
      ("consent_channel", consent.channel.rawValue), ("consent_address", consent.address),
      ("consent_state", consent.state.rawValue), ("consent_date", consent.date),
      ("consent_source", consent.source), ("consent_evidence", consent.evidence),
    ].map { (label + $0.0 + ".\(group)", $0.1) }
  case (.extra, _): return []
  default: return [(label + value.attribute.rawValue, value.value.text)]
  }
}
