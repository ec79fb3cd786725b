extension Columns {
  /// How many phone numbers and e-mail addresses many people use: switchboards, family mailboxes and
  /// placeholders, not mailboxes of a function.
  ///
  /// - Complexity: O(records).
  package var sharedValueCount: Int {
    let shared = SharedValues(self)
    return shared.phones.count { $0 }
      + zip(shared.emails, shared.functionMailboxes).count { $0 && !$1 }
  }
}
