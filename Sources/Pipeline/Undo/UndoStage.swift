internal import Records
internal import Store

/// Puts back what a plan names: records, pairs, contacts, then what hangs on them.
struct UndoStage {
  let plan: UndoPlan
  let session: RunSession

  /// - Returns: how many files are not read again as they are.
  func perform() throws -> Int {
    let files = try plan.files
    try putBackRecords()
    let paired = try putBackPairs()
    try putBackContacts()
    for contact in try contacts(of: paired).subtracting(plan.contacts).sorted() {
      try session.refreshStatus(of: contact)
    }
    try putBackRelations()
    try putBackFollowUps()
    try putBackDecisions()
    for (file, isUndone) in files {
      try session.mark(file, asUndone: !isUndone)
      if plan.isWhole { try session.restoreTold(of: file, before: plan.run) }
    }
    if plan.isWhole {
      try session.undoModels(of: plan.run)
      try session.markUndone(plan.run)
    }
    try QuestionQueue.renew(in: session)
    return files.count { !$0.isUndone }
  }

  /// Whether a change of a run goes, for one that touches the plan's contacts or records or not.
  private func goes(_ run: RunID, touchesPlan: @autoclosure () -> Bool) -> Bool {
    if run == plan.run { return plan.isWhole || touchesPlan() }
    return plan.hasDependents && run > plan.run && run < session.id && touchesPlan()
  }

  // MARK: Records and pairs

  /// What a run made was not there before: it is withdrawn, for nothing is ever deleted.
  private func putBackRecords() throws {
    for record in plan.records.sorted() {
      if plan.past.made[record] != nil {
        try session.withdraw(record)
      } else if let change = plan.past.changes[record]?.first {
        try session.restore(record, before: change.id)
      }
    }
  }

  /// - Returns: the records of all pairs that were put back.
  private func putBackPairs() throws -> Set<RecordID> {
    var touched: Set<RecordID> = []
    var done: Set<RecordPair> = []
    for kept in try session.reader.pairChanges(since: plan.run) {
      let pair = kept.subject
      let isGoing = goes(
        kept.run,
        touchesPlan: plan.records.contains(pair.left) || plan.records.contains(pair.right))
      guard isGoing, done.insert(pair).inserted else { continue }
      try session.restorePair(pair, before: kept.id)
      touched.formUnion([pair.left, pair.right])
    }
    try session.removePairs(of: plan.records.filter { plan.past.made[$0] != nil }.sorted())
    return touched
  }

  private func contacts(of records: Set<RecordID>) throws -> Set<ContactID> {
    Set(try records.compactMap { try session.reader.contact(ofRecord: $0) })
  }

  // MARK: Contacts

  private func putBackContacts() throws {
    let all = plan.contacts.sorted()
    var images: [Contact] = []
    for contact in all {
      guard let first = plan.past.events[contact]?.first else { continue }
      if let image = first.before, !image.records.isEmpty {
        images.append(image)
      } else if let rest = try rest(of: contact, before: first) {
        images.append(rest)
      } else {
        try session.retire(contact, mergedInto: try destination(of: contact, before: first))
      }
    }
    for image in images {
      _ = try session.save(image, status: session.status(of: image.records))
    }
  }

  /// What is left of a contact that was split from one erased since: there is nothing it could go
  /// back to.
  private func rest(of contact: ContactID, before event: ContactEvent) throws -> Contact? {
    guard event.before == nil, let origin = event.other,
      try session.reader.erasure(of: origin) != nil, let now = try plan.past.now(contact)
    else { return nil }
    let gone = try now.records.filter {
      try session.reader.state(ofRecord: $0)?.isWithdrawn != false
    }
    let rest = now.without(Set(gone))
    return rest.records.isEmpty ? nil : rest
  }

  /// Where a contact went that is no more once an event is taken back.
  private func destination(
    of contact: ContactID, before event: ContactEvent
  ) throws -> ContactID? {
    let other =
      event.before == nil
      // It was made: by a split it goes back to where it came from.
      ? event.other
      : try session.reader.events(of: contact).last { $0.id < event.id }?.other
    return other == contact ? nil : other
  }

  // MARK: What hangs on contacts

  private func putBackRelations() throws {
    var done: Set<Relation> = []
    for change in try session.reader.relationChanges(since: plan.run) {
      let relation = change.relation
      let isGoing = goes(
        change.run,
        touchesPlan: plan.contacts.contains(ContactID(relation.left))
          || plan.contacts.contains(ContactID(relation.right)))
      guard isGoing, done.insert(relation).inserted else { continue }
      try session.restore(relation, isThere: !change.isAdded)
    }
  }

  private func putBackDecisions() throws {
    var done: Set<Int64> = []
    for change in try session.reader.decisionChanges(since: plan.run) {
      let records = try session.reader.decision(change.decision)?.records ?? []
      let isGoing = goes(change.run, touchesPlan: records.contains(where: plan.records.contains))
      guard isGoing, done.insert(change.decision).inserted else { continue }
      try session.set(decision: change.decision, isThere: change.wasThere)
    }
  }

  private func putBackFollowUps() throws {
    if plan.isWhole {
      for table in FollowUp.allCases {
        for number in try session.reader.followUpsMade(table, by: plan.run) {
          try session.withdraw(number, of: table)
        }
      }
    }
    var done: Set<[Int64]> = []
    for kept in try session.reader.followUpChanges(since: plan.run) {
      let row = kept.subject
      let isGoing = goes(
        kept.run, touchesPlan: row.contactBefore.map(plan.contacts.contains) ?? false)
      let key = [row.table == .activities ? 0 : 1, row.number]
      guard isGoing, done.insert(key).inserted else { continue }
      let isWhole = plan.isWhole && kept.run == plan.run
      try session.restore(row, before: kept.id, linkAlone: !isWhole)
    }
  }
}
