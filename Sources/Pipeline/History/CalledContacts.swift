internal import Linkage
internal import Records
internal import Store

/// Finds the contacts that some names may mean, among all that were linked.
struct CalledContacts {
  let linked: Linked
  /// All ties between contacts.
  let relations: [Relation]
  /// Source → numbering.
  let numberings: [String: String]
  let reader: StoreReader

  private var clusters: [Cluster] { linked.matching.linkage.clusters }
  private var traits: TraitTable { linked.contacts.traits }

  /// What contacts are called, now and before, that are called otherwise than before; and what
  /// finds the people of organizations, where either or the tie between them is another.
  func changedNames(_ changes: [Relation]) -> Set<NameKey> {
    let changed = traits.changedNames
    let ties = Set(
      (changes
        + relations.filter {
          changed[ContactID($0.left)] != nil || changed[ContactID($0.right)] != nil
        }).filter { $0.kind == .worksAt })
    let ends = Set(ties.flatMap { [ContactID($0.left), ContactID($0.right)] })
    let now = traits.names(of: ends)
    func names(_ contact: Int) -> [NameKey] {
      (now[ContactID(contact)] ?? []) + (changed[ContactID(contact)] ?? [])
    }
    var found = Set(changed.values.flatMap { $0 })
    for tie in ties {
      let firm = names(tie.right)
      found.formUnion(firm.numbers)
      found.formUnion(names(tie.left).places(at: firm))
    }
    return found
  }

  /// An index that answers all questions by these names as one of all contacts would.
  func index(of names: Set<NameKey>) throws -> ContactIndex {
    var wanted = traits.contacts(named: NameFilter(names))
    let ties = relations.filter {
      $0.kind == .worksAt && wanted.contains(ContactID($0.right))
    }
    // Of an organization's people one may be meant.
    wanted.formUnion(ties.map { ContactID($0.left) })
    var index = ContactIndex()
    for (number, contact) in linked.contacts.ids.enumerated() where wanted.contains(contact) {
      let records = try reader.records(
        clusters[number].members.map { linked.matching.records[$0] })
      let kind = try reader.kind(of: contact) ?? .person
      index.add(ContactNames(contact, kind: kind, records: records, numberings: numberings))
    }
    for tie in ties { index.add(tie) }
    return index
  }
}
