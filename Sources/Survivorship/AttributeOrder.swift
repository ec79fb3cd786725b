package import Records

/// All attributes in the order of a contact's values.
let attributes = Attribute.allCases

extension Attribute {
  /// The attribute's position in its declaration; a table look-up, as it is asked once a value.
  package var ordinal: Int {
    switch self {
    case .salutation: 0
    case .title: 1
    case .name: 2
    case .birthName: 3
    case .nickname: 4
    case .gender: 5
    case .organization: 6
    case .department: 7
    case .position: 8
    case .address: 9
    case .phone: 10
    case .email: 11
    case .website: 12
    case .birthDate: 13
    case .customerNumber: 14
    case .vatID: 15
    case .iban: 16
    case .role: 17
    case .status: 18
    case .category: 19
    case .language: 20
    case .note: 21
    case .createdAt: 22
    case .changedAt: 23
    case .consent: 24
    case .extra: 25
    }
  }
}
