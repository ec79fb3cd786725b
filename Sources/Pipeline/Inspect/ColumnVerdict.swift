package import Formats
internal import Records

/// What a column is taken for, how sure that is, and why.
package struct ColumnVerdict: Sendable {
  /// nil: nothing known; the column is kept under its own name.
  package var target: MappingTarget?
  /// 0…1.
  package var confidence: Double
  package var reason: Reason

  package enum Reason: String, Sendable {
    /// A known export has a column of this name.
    case export
    /// Its name, and its values agree.
    case nameAndValues
    /// Its name alone: the field takes any text, or there are no values.
    case name
    /// Its values alone.
    case values
    /// Its values are not what its name says.
    case contradicted
    case unknown
  }

  static let unknown = ColumnVerdict(target: nil, confidence: 0, reason: .unknown)

  /// Below this a person is asked, and `init` leaves the column out.
  static let doubt = 0.5
}
