package import Records

extension FieldValue {
  /// The value in one line as people of a language read it.
  package func text(in language: Language) -> String {
    switch value {
    case .date(let date): date.text(in: language)
    case .consent(let consent): consent.text(in: language)
    case .text(let text): CodeWords.phrase(for: text, of: attribute)?(language) ?? text
    case .name, .organization, .address, .phone: value.text
    }
  }
}

extension PartialDate {
  /// "03.04.1980" for Germans, "1980-04-03" for others; unknown parts are left out.
  package func text(in language: Language) -> String {
    guard language == .german else { return text }
    let parts = [day == 0 ? "" : padded(day) + ".", month == 0 ? "" : padded(month) + "."]
    return parts.joined() + (year == 0 ? "" : String(year))
  }

  private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension Consent {
  /// "E-Mail erteilt, 2023-05-17, double-opt-in".
  package func text(in language: Language) -> String {
    let what = [channel.phrase(language), address, state.phrase(language)]
    let how = [date, source, evidence].filter { !$0.isEmpty }
    return ([what.filter { !$0.isEmpty }.joined(separator: " ")] + how).joined(separator: ", ")
  }
}

extension Record {
  /// What a person calls this record; empty when it has neither name nor number.
  package var shownName: String {
    let name = [first(.title), first(.name)].compactMap { $0?.value.text }.joined(separator: " ")
    let organization = first(.organization)?.value.text ?? ""
    let isOrganization = kind == .organization || first(.name) == nil
    let best = isOrganization && !organization.isEmpty ? organization : name
    return best.isEmpty ? (first(.email) ?? first(.phone))?.value.text ?? "" : best
  }
}

extension Location {
  /// "erp/kunden.xml:1042".
  package var fileAndLine: String { "\(file):\(line)" }
}
