/// The comparisons at a glance: each gives what the pair loses against the most that is possible,
/// zero where the glance leaves all open.
extension ScoreBound {
  @inline(__always)
  func family(_ a: Gist, _ b: Gist) -> Margins {
    if a.pointee.family == b.pointee.family {
      return loss(.family, FamilyLevel.equal, share: a.pointee.familyShare)
    }
    if has(.familyNames, a, b) { return .zero }
    let soundsAlike = a.pointee.sound == b.pointee.sound && a.pointee.sound != 0
    let (shorter, longer) = ordered(a.pointee.familyLength, b.pointee.familyLength)
    let areClose =
      longer - shorter <= 4
      && (soundsAlike || areClose(a.pointee.familyBag, b.pointee.familyBag, letters: 5))
    // Names in each other's field are no surname at all.
    return areClose || maySwap(a, b) ? unequalFamily : loss(.family, FamilyLevel.different)
  }

  @inline(__always)
  func given(_ a: Gist, _ b: Gist) -> Margins {
    if a.pointee.given == 0 || b.pointee.given == 0 { return mailed(a, b) }
    let isInitial = has(.initial, a, b)
    if a.pointee.given == b.pointee.given {
      if isInitial && !has(.givenNames, a, b) { return loss(.given, GivenLevel.initial) }
      // Given names go with family names: where both agree, the given name says a bit less.
      let own = a.pointee.givenShare
      let share = a.pointee.family == b.pointee.family ? min(0, own + 512) : own
      return loss(.given, GivenLevel.equal, share: share)
    }
    if has(.givenNames, a, b) || maySwap(a, b) { return .zero }
    if isInitial {
      if a.pointee.nameInitial != b.pointee.nameInitial {
        return loss(.given, GivenLevel.otherInitial)
      }
      return has(.mailedName, a, b) ? .zero : loss(.given, GivenLevel.initial)
    }
    if a.pointee.nickname != 0 && a.pointee.nickname == b.pointee.nickname {
      return loss(.given, GivenLevel.nickname)
    }
    let different = loss(.given, GivenLevel.different)
    guard areNamesClose(a, b) else { return different }
    return upper(
      different, upper(loss(.given, GivenLevel.close), loss(.given, GivenLevel.similar)))
  }

  /// A given name, or both, read from an e-mail address.
  @inline(__always)
  private func mailed(_ a: Gist, _ b: Gist) -> Margins {
    if a.pointee.name == b.pointee.name { return .zero }
    let different = loss(.given, GivenLevel.mailedDifferent)
    if has(.initial, a, b) {
      return a.pointee.nameInitial == b.pointee.nameInitial
        ? loss(.given, GivenLevel.mailedInitial) : different
    }
    let isNickname = a.pointee.nickname != 0 && a.pointee.nickname == b.pointee.nickname
    guard isNickname || areNamesClose(a, b) else { return different }
    return upper(different, loss(.given, GivenLevel.mailedInitial))
  }

  @inline(__always)
  private func areNamesClose(_ a: Gist, _ b: Gist) -> Bool {
    let (shorter, longer) = ordered(a.pointee.nameLength, b.pointee.nameLength)
    return longer - shorter <= 2 && areClose(a.pointee.nameBag, b.pointee.nameBag, letters: 4)
  }

  /// Whether both may bear the same names in each other's field.
  @inline(__always)
  private func maySwap(_ a: Gist, _ b: Gist) -> Bool {
    if has(.givenNames, a, b) { return true }
    if a.pointee.family == 0 || b.pointee.family == 0 {
      return a.pointee.given == b.pointee.family || b.pointee.given == a.pointee.family
    }
    return areClose(a.pointee.nameBag, b.pointee.familyBag, letters: 4)
      && areClose(b.pointee.nameBag, a.pointee.familyBag, letters: 4)
  }

  @inline(__always)
  func email(_ a: Gist, _ b: Gist) -> Margins {
    if a.pointee.emailMarks & b.pointee.emailMarks == 0 {
      let haveAddresses = a.pointee.flags.intersection(b.pointee.flags).contains(.emails)
      return loss(.email, haveAddresses ? EmailLevel.different : .missing)
    }
    guard a.pointee.flags.intersection(b.pointee.flags).contains(.oneEmail),
      a.pointee.local != b.pointee.local,
      a.pointee.localInitial != b.pointee.localInitial
        || !areClose(a.pointee.localBag, b.pointee.localBag, letters: 4)
    else { return .zero }
    let isOwnDomain = a.pointee.domain == b.pointee.domain && a.pointee.domain != 0
    return loss(.email, isOwnDomain ? EmailLevel.sameDomain : .different)
  }

  @inline(__always)
  func phone(_ a: Gist, _ b: Gist) -> Margins {
    if a.pointee.flags.intersection(b.pointee.flags).contains(.onePhone) {
      let (head, other) = (a.pointee.phoneHead, b.pointee.phoneHead)
      let areLong = a.pointee.flags.intersection(b.pointee.flags).contains(.longPhone)
      let beginAlike = areLong ? head == other : head / 100 == other / 100
      if beginAlike || a.pointee.phoneTail == b.pointee.phoneTail { return .zero }
    } else if a.pointee.phoneMarks & b.pointee.phoneMarks != 0 || a.pointee.phoneMarks == 0
      || b.pointee.phoneMarks == 0
    {
      return .zero
    }
    return loss(.phone, has(.line, a, b) ? PhoneLevel.different : .otherMobile)
  }

  /// Whether one of both has a flag.
  @inline(__always)
  func has(_ flag: RowGist.Flags, _ a: Gist, _ b: Gist) -> Bool {
    !a.pointee.flags.union(b.pointee.flags).isDisjoint(with: flag)
  }

  /// Whether at most so many letters are only in one of two words.
  @inline(__always)
  private func areClose(_ a: UInt32, _ b: UInt32, letters: Int) -> Bool {
    (a ^ b).nonzeroBitCount <= letters
  }

  @inline(__always)
  private func ordered(_ a: UInt8, _ b: UInt8) -> (UInt8, UInt8) { a < b ? (a, b) : (b, a) }

  @inline(__always)
  func customerNumber(_ a: Gist, _ b: Gist) -> Margins {
    guard a.pointee.flags.intersection(b.pointee.flags).contains(.oneNumber),
      a.pointee.number != b.pointee.number
    else { return .zero }
    // Numbers of two numberings say nothing.
    return upper(
      loss(.customerNumber, IdentifierLevel.different),
      loss(.customerNumber, IdentifierLevel.missing))
  }

  @inline(__always)
  func vatID(_ a: Gist, _ b: Gist) -> Margins {
    guard a.pointee.flags.intersection(b.pointee.flags).contains(.oneVATID) else { return .zero }
    return loss(.vatID, comparer.identifierLevel(.vatIDs, a.pointee.vatID, b.pointee.vatID))
  }
}
