package import Records

/// Turns mapped records into records with typed values.
///
/// It keeps bounded memos, so one belongs to one worker and must not be shared between threads.
package final class Normalizer {
  let phones: any PhoneJudge
  /// ISO 3166 alpha-2: where phones and postal codes without a country are.
  let country: String

  /// - Parameters:
  ///   - phones: Judges the numbers; used by this normalizer alone.
  ///   - country: ISO 3166 alpha-2: where phones and postal codes without a country are.
  package init(phones: any PhoneJudge, country: String) {
    self.phones = phones
    self.country = country
  }

  /// The record that a mapped record holds, and the problems found on the way.
  ///
  /// - Parameters:
  ///   - mapped: Fields as the source spells them.
  ///   - inherited: The country of the organization it is nested in, where that is known; it
  ///     stands for a missing country when phones are judged.
  package func record(
    from mapped: MappedRecord, inheriting inherited: String? = nil
  ) -> NormalizedRecord {
    let record = Record(
      source: mapped.source, key: mapped.key, location: mapped.location, kind: .person,
      parentKey: mapped.parentKey, contentHash: mapped.contentHash)
    return NormalizedRecord(record: record, problems: [])
  }
}
