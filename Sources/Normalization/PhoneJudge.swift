package import Records

/// Judges telephone and fax numbers; implemented over libphonenumber by the Phones target.
///
/// A judge may keep a memo; one belongs to one worker.
package protocol PhoneJudge {
  /// The number a text holds.
  ///
  /// - Parameters:
  ///   - text: One number as the source spells it, cleaned of invisible characters.
  ///   - region: ISO 3166 alpha-2: where a number without a country code is.
  ///   - expecting: What the column says it is; `unknown` when it says nothing.
  /// - Returns: Nil when the text holds no number at all.
  func judge(_ text: String, region: String, expecting: PhoneNumber.Kind) -> PhoneNumber?
}
