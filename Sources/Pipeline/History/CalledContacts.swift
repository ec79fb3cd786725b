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

  /// What contacts are called that have changed, or of which a tie has.
  func changedNames(_ changes: [Relation]) -> Set<NameKey> {
    let ends = Set(
      changes.filter { $0.kind == .worksAt }.flatMap { [ContactID($0.left), ContactID($0.right)] })
    let heads = clusters.indices.filter { ends.contains(linked.contacts.ids[$0]) }
      .map { clusters[$0].id }
    return traits.changedNames.union(traits.names(of: Set(heads)))
  }

  /// An index that answers all questions by these names as one of all contacts would.
  func index(of names: Set<NameKey>) throws -> ContactIndex {
    let heads = Set(traits.heads(named: names))
    var wanted = Set(
      clusters.indices.filter { heads.contains(clusters[$0].id) }.map { linked.contacts.ids[$0] })
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
