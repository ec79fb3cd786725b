internal import Formats
internal import Normalization
internal import Records

extension ActivityDefinition {
  /// The row as it is kept: every column, and the date in a form that sorts.
  func activity(from raw: RawRecord) -> Activity {
    var details: [Extra] = []
    var key = ""
    var date = ""
    for value in raw.values where raw.columns.indices.contains(value.column) {
      let column = raw.columns[value.column]
      if column == keyColumn { key = value.text }
      if column == dateColumn { date = DateNormalizer.timestamp(value.text) ?? "" }
      details.append(Extra(name: column, text: value.text))
    }
    if key.isEmpty {
      key = contentHash(
        of: details.map { $0.name + "\u{1F}" + $0.text }.joined(separator: "\u{1E}"))
    }
    return Activity(
      source: name, key: key, location: raw.location, date: date, details: details)
  }

  /// The problem of a row whose date says something that is no date; nil when it has none.
  func dateProblem(of activity: Activity) -> Problem? {
    guard let dateColumn, activity.date.isEmpty,
      let detail = activity.details.first(where: { $0.name == dateColumn }),
      !detail.text.isEmpty, DateNormalizer.timestamp(detail.text) == nil
    else { return nil }
    return .unreadableDate(at: activity.location, field: dateColumn)
  }

  /// Whom the row is about, normalized like a record; nil when it names nobody.
  func subject(of activity: Activity, _ normalizer: Normalizer) -> Record? {
    let fields: [(String?, Field)] = [
      (customerNumberColumn, .customerNumber), (emailColumn, .email), (nameColumn, .fullName),
      (organizationColumn, .organization),
    ]
    let values = fields.compactMap { column, field -> MappedValue? in
      guard let column, let detail = activity.details.first(where: { $0.name == column }),
        !detail.text.isEmpty
      else { return nil }
      return MappedValue(FieldTarget(field), detail.text)
    }
    guard !values.isEmpty else { return nil }
    // A number alone would be no contact: the subject needs none to be looked up.
    let hasMore = values.contains { $0.target.field != .customerNumber }
    let record =
      hasMore
      ? normalizer.record(
        from: MappedRecord(
          source: name, location: activity.location, key: activity.key, values: values)
      ).record : nil
    return record ?? numberOnly(values, activity)
  }

  private func numberOnly(_ values: [MappedValue], _ activity: Activity) -> Record? {
    guard let number = values.first(where: { $0.target.field == .customerNumber }) else {
      return nil
    }
    return Record(
      source: name, key: activity.key, location: activity.location, kind: .organization,
      values: [FieldValue(.customerNumber, .text(number.text), raw: number.text)])
  }

  /// Opens one of its files.
  ///
  /// - Throws: `ReadError`, or `PipelineError` when it holds contacts, or a table that no column
  ///   links.
  func open(_ file: LocatedFile) throws -> RecordSource {
    let settings = SourceSettings(
      format: format, csv: csv.options(source: name, names: columns), sheet: sheet,
      mail: MailOptions(own: own, givesMails: true))
    let source = try RecordSource.open(.file(file.path, name: file.name), settings: settings)
    guard source.format.holdsHistory else {
      throw PipelineError.stopped(
        Phrase(
          de: "\(file.name): ist \(source.format.label): Verlauf kommt aus Tabellen, Mails und "
            + "Kalendern",
          en: "\(file.name): is \(source.format.label): history comes from tables, mails and "
            + "calendars"))
    }
    return source
  }
}
