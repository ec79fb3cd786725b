import Records
import Testing

@testable import Linkage

/// Marks only spare work: what they rule out must not be so.
@Suite struct ColumnsMarksTests {
  private static let emails = [
    "anna.kranz@kranz.example", "annakranz@kranz.example", "ana.kranz@gmx.de", "a.kranz@gmx.de",
    "info@kranz.example", "info@other.example", "bernd@other.example", "anna.kranz@krans.example",
    "4711@gmx.de", "-@kranz.example", "zoe@zoo.example", "",
  ]
  private static let phones = [
    "+49341123456", "+49341123457", "+49341123465", "+4934112345", "+493411234567",
    "+4917112345678", "+4917112345687", "+4917112345", "+4917212345678", "+4989999981", "+4930123",
    "+491711234567890123", "+49341123", "",
  ]

  private static let records: [Record] = {
    var records: [Record] = []
    for (index, email) in emails.enumerated() {
      records.append(Sample.person("e\(index)", "Anna", "Kranz", email: email))
    }
    for (index, phone) in phones.enumerated() {
      let isMobile = phone.hasPrefix("+491")
      records.append(
        Sample.person(
          "p\(index)", "Anna", "Kranz", phone: isMobile ? "" : phone,
          mobile: isMobile ? phone : ""))
      records.append(
        Sample.person(
          "q\(index)", "Anna", "Kranz", phone: phones[(index * 5 + 1) % 5],
          mobile: phones[5 + index % 4]))
    }
    for (index, site) in ["kranz.example", "other.example", "gmx.de"].enumerated() {
      var record = Sample.person("w\(index)", "Anna", "Kranz")
      record.values.append(FieldValue(.website, .text("https://" + site), raw: ""))
      records.append(record)
    }
    return records
  }()

  @Test func whatMarksRuleOutIsDifferent() {
    let marked = Sample.columns(Self.records)
    var unmarked = marked
    for index in unmarked.rows.indices {
      unmarked.rows[index].emailMarks = .max
      unmarked.rows[index].phoneMarks = .max
    }
    let comparer = PairComparer(columns: marked, frequencies: Frequencies(marked))
    let plain = PairComparer(columns: unmarked, frequencies: Frequencies(unmarked))
    for left in marked.rows.indices {
      for right in marked.rows.indices {
        for comparison in [Comparison.email, .phone] {
          #expect(
            comparer.agreement(comparison, marked.rows[left], marked.rows[right])
              == plain.agreement(comparison, unmarked.rows[left], unmarked.rows[right]))
        }
      }
    }
  }

  @Test func whatIsNotPresentIsMissing() {
    let columns = Sample.columns(Self.records + Sample.crowd(20))
    let comparer = PairComparer(columns: columns, frequencies: Frequencies(columns))
    for left in columns.rows {
      for right in columns.rows {
        for comparison in Comparison.allCases
        where left.present & right.present & 1 << UInt16(comparison.rawValue) == 0 {
          #expect(comparer.agreement(comparison, left, right).level == 0)
        }
      }
    }
  }

  @Test func numberOfTwoKindsIsAMobileWhicheverComesFirst() {
    let records = [
      Sample.person("1", phone: "+12015550123"), Sample.person("2", mobile: "+12015550123"),
    ]
    for order in [records, records.reversed()] {
      let columns = Sample.columns(order)
      #expect(columns.phones.entries[1].isMobile && columns.phones.entries[1].isDisputed)
      var joined = Sample.columns([order[0]])
      joined.append(contentsOf: Sample.columns([order[1]]))
      #expect(joined.phones.entries[1].isMobile && joined.phones.entries[1].isDisputed)
    }
  }
}
