internal import Records
internal import Testing

@testable import Normalization

@Suite struct PersonNameParserTests {
  struct Example: CustomTestStringConvertible {
    var text: String
    var name: PersonName
    var title = ""
    var birthName = ""
    var salutation: String?
    var testDescription: String { text }

    init(
      _ text: String, _ given: String, _ family: String, middle: String = "", particle: String = "",
      suffix: String = "", title: String = "", birthName: String = "", salutation: String? = nil
    ) {
      self.text = text
      name = PersonName(
        given: given, middle: middle, particle: particle, family: family, suffix: suffix)
      self.title = title
      self.birthName = birthName
      self.salutation = salutation
    }
  }

  static let examples: [Example] = [
    Example("Hans Müller", "Hans", "Müller"),
    Example("Müller", "", "Müller"),
    Example(
      "Prof. Dr. med. Hans von der Heide", "Hans", "Heide", particle: "von der",
      title: "Prof. Dr. med."),
    Example("Dipl.-Ing. (FH) Peter Schmidt", "Peter", "Schmidt", title: "Dipl.-Ing. (FH)"),
    Example("Heide, Hans von der", "Hans", "Heide", particle: "von der"),
    Example("Heide, Dr. Hans v. d.", "Hans", "Heide", particle: "von der", title: "Dr."),
    Example("Heide, Hans v.d.", "Hans", "Heide", particle: "von der"),
    Example("von der Heide, Hans", "Hans", "Heide", particle: "von der"),
    Example("Müller, Dr. Hans", "Hans", "Müller", title: "Dr."),
    Example("Müller, Hans Dr.", "Hans", "Müller", title: "Dr."),
    Example("Hans Müller, Dipl.-Kfm.", "Hans", "Müller", title: "Dipl.-Kfm."),
    Example("Schmitt Dipl.-Ing. Eva", "Eva", "Schmitt", title: "Dipl.-Ing."),
    Example("Erika Müller, geb. Meier", "Erika", "Müller", birthName: "Meier"),
    Example("Erika Müller geb. von Stein", "Erika", "Müller", birthName: "von Stein"),
    Example("Müller geb. Meier, Erika", "Erika", "Müller", birthName: "Meier"),
    Example("Müller (geb. Meier) Erika", "Erika", "Müller", birthName: "Meier"),
    Example("Herrn Dr. Hans Meier", "Hans", "Meier", title: "Dr.", salutation: "Herr"),
    Example("Fr. Wedel", "", "Wedel", salutation: "Frau"),
    Example("Hr. stockhäuser", "", "Stockhäuser", salutation: "Herr"),
    Example("HANS VON DER HEIDE", "Hans", "Heide", particle: "von der"),
    Example("MCDONALD, RONALD", "Ronald", "McDonald"),
    Example("SEIFERT Robin", "Robin", "Seifert"),
    Example("FELDKIRCHNER E.-M.", "E.-M.", "Feldkirchner"),
    Example("Rosenmayer Erika", "Erika", "Rosenmayer"),
    Example("Otto Graf Lambsdorff", "Otto", "Lambsdorff", particle: "Graf"),
    Example("Karl Freiherr von und zu Stein", "Karl", "Stein", particle: "Freiherr von und zu"),
    Example("Steffi Graf", "Steffi", "Graf"),
    Example("Van Nguyen", "Van", "Nguyen"),
    Example("Ludwig van Beethoven", "Ludwig", "Beethoven", particle: "van"),
    Example("Charles de Gaulle", "Charles", "Gaulle", particle: "de"),
    Example("Hans Müller jun.", "Hans", "Müller", suffix: "jun."),
    Example("Hans Müller, jr.", "Hans", "Müller", suffix: "jun."),
    Example("Hans Müller a. D.", "Hans", "Müller", suffix: "a. D."),
    Example("Hans Müller MdB", "Hans", "Müller", suffix: "MdB"),
    Example("Doe, John, Jr.", "John", "Doe", suffix: "jun."),
    Example("John A. Doe III", "John", "Doe", middle: "A.", suffix: "III"),
    Example("Doe, John A.", "John", "Doe", middle: "A."),
    Example("Hans Peter Müller", "Hans Peter", "Müller"),
    Example("Müller-Lüdenscheidt, Eva", "Eva", "Müller-Lüdenscheidt"),
    Example("Müller - Lüdenscheidt, Eva", "Eva", "Müller-Lüdenscheidt"),
    Example("T. Cetin", "T.", "Cetin"),
    Example("Köhler J.", "J.", "Köhler"),
    Example("? Hesse", "", "Hesse"),
    Example("d'Artagnan", "", "d'Artagnan"),
    Example("王小明", "", "王小明"),
    Example("", "", ""),
  ]

  @Test(arguments: examples)
  func partsOfWholeName(example: Example) {
    let parsed = PersonNameParser.parsed(example.text)
    #expect(parsed.name == example.name)
    #expect(parsed.title == example.title)
    #expect(parsed.birthName == example.birthName)
    #expect(parsed.salutation?.text == example.salutation)
    #expect(!parsed.isHousehold)
  }

  @Test(arguments: [
    "Fam. Müller", "Familie Hans Müller", "Eheleute Schmidt", "Herr und Frau Müller",
    "Hans und Eva Huber",
  ])
  func households(text: String) { #expect(PersonNameParser.parsed(text).isHousehold) }

  @Test func nicknameInBracketsOrQuotes() {
    for text in ["Hans (Hansi) Huber", "Hans \"Hansi\" Huber", "Hans „Hansi“ Huber"] {
      let parsed = PersonNameParser.parsed(text)
      #expect(parsed.nickname == "Hansi")
      #expect(parsed.name == PersonName(given: "Hans", family: "Huber"))
    }
  }

  @Test func readingTheResultAgainGivesTheSame() {
    for example in Self.examples where !example.name.given.isEmpty {
      let again = PersonNameParser.parsed(PersonNameParser.parsed(example.text).name.text)
      #expect(again.name == example.name)
    }
  }
}
