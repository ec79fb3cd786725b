package import Records

/// How the review page is served, and to whom.
package struct ReviewOptions: Sendable {
  /// The store's file.
  package var store: String
  package var language: Language
  /// Who decides.
  package var author: String
  /// Whether nothing may be changed.
  package var isReadOnly: Bool

  package init(
    store: String, language: Language, author: String, isReadOnly: Bool = false
  ) {
    self.store = store
    self.language = language
    self.author = author
    self.isReadOnly = isReadOnly
  }
}
