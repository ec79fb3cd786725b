/// Which organizations are never one contact.
extension PairComparer {
  /// Organizations are kept apart by their VAT ids, as firms of one group, else by names that have
  /// nothing in common, or by a telling addition together with another legal form.
  func organizationVeto(_ left: Row, _ right: Row) -> Veto? {
    switch IdentifierLevel(rawValue: identifier(.vatIDs, left, right).level) {
    case .different: return .vatIDs
    case .equal: return nil
    default: break
    }
    let level = OrganizationLevel(rawValue: organization(left, right).level)
    switch level {
    case .missing, .equal, nil: return nil
    case .different: return .organizationNames
    default: break
    }
    guard let mine = names(of: left), let other = names(of: right) else { return nil }
    if areSisters(mine, other) { return .sisterFirms }
    let haveOtherForms =
      mine.legalForm != 0 && other.legalForm != 0 && mine.legalForm != other.legalForm
    switch level {
    case .extended, .overlap, .rareWord: return haveOtherForms ? .organizationNames : nil
    default: return nil
    }
  }

  /// A row's name, when it has but one: a firm with two names may be known by either.
  private func names(of row: Row) -> OrganizationEntry? {
    let range = row.range(of: .organizations)
    return range.count == 1 ? columns.organizations[columns.lists[range.lowerBound]] : nil
  }

  /// Whether one firm bears the name of a group and a word for a part of it, or is the partner in
  /// the other's limited partnership: "X GmbH" and "X GmbH & Co. KG".
  private func areSisters(_ left: OrganizationEntry, _ right: OrganizationEntry) -> Bool {
    guard left.legalForm != 0, right.legalForm != 0 else { return false }
    if left.isPartnershipOfFirm != right.isPartnershipOfFirm { return true }
    return hasOwnPart(left, beside: right) || hasOwnPart(right, beside: left)
  }

  /// Whether a name has a word for a part of a group that the other has in no spelling.
  private func hasOwnPart(_ name: OrganizationEntry, beside other: OrganizationEntry) -> Bool {
    columns.organizations.words(of: name).contains { word in
      columns.organizations.wordEntries[Int(word)].isGroupPart
        && !columns.organizations.words(of: other).contains {
          $0 == word || isSpellingOf($0, word)
        }
    }
  }
}
