import Testing

@testable import Pipeline

@Suite struct ColumnProfileTests {
  @Test func countsWhatIsFilledAndDifferent() {
    var profile = ColumnProfile(name: "x")
    for text in ["a", "b", "", "  ", "a"] { profile.add(text) }
    #expect(profile.filled == 3)
    #expect(profile.hashes.count == 2)
    #expect(!profile.isUnique)
    #expect(profile.sample == ["a", "b"])
  }

  @Test func theSampleStaysSmall() {
    var profile = ColumnProfile(name: "x")
    for number in 0..<5_000 { profile.add("Wert \(number)") }
    #expect(profile.sample.count == ColumnProfile.sampleSize)
    #expect(profile.hashes.count == 5_000)
    #expect(profile.isUnique)
    #expect(profile.topPatterns.count <= 3)
  }

  @Test func mixedDatesAreSeen() {
    var dots = ColumnProfile(name: "x")
    for text in ["03.04.2020", "5.4.2020"] { dots.add(text) }
    #expect(!dots.hasMixedDates)
    dots.add("2020-04-05")
    #expect(dots.hasMixedDates)
  }

  @Test func numbersOfOneCustomerAreToldByTheNamesBesideThem() {
    var erp = CustomerNumbers()
    var shop = CustomerNumbers()
    var other = CustomerNumbers()
    for (number, name) in ["Trautmann", "Eickhoff", "Ostertag", "Pfannkuch"].enumerated() {
      erp.add("10\(number)", names: [name + " GmbH"])
      shop.add("10\(number)", names: ["Fa. " + name.uppercased()])
      other.add("10\(number)", names: [String(name.reversed())])
    }
    #expect(erp.agree(with: shop))
    #expect(shop.agree(with: erp))
    #expect(!erp.agree(with: other))
    #expect(!erp.agree(with: CustomerNumbers()))
  }
}
