internal import Records
internal import Testing

@testable import Normalization

@Suite struct FullNameNormalizerTests {
  @Test(arguments: [
    ("Müller GmbH", "", "Müller GmbH", ""), ("Kranz, Inc.", "", "Kranz, Inc.", ""),
    ("Wurzer & Söhne KG", "", "Wurzer & Söhne KG", ""),
    ("Stefan Wagner / Rabl Heizungsbau UG", "Stefan Wagner", "Rabl Heizungsbau UG", ""),
    ("Becher (Christian Möller GmbH)", "Becher", "Christian Möller GmbH", ""),
    ("Bell, Herbert (Kück&Sohn GmbH)", "Herbert Bell", "Kück&Sohn GmbH", ""),
    ("Eva von den Arnim\nJugendherberge Farn", "Eva von den Arnim", "Jugendherberge Farn", ""),
    ("blumen weitz e.k. / jann sander", "Jann Sander", "blumen weitz e.k.", ""),
    ("EKC Sanitär / Zentrale", "", "EKC Sanitär", "Zentrale"),
    ("U&S Bau G.m.b.H., z. Hd. Einkauf", "", "U&S Bau G.m.b.H.", "Einkauf"),
    ("Landratsamt Ulm z.Hd. Eva Popovic", "Eva Popovic", "Landratsamt Ulm", ""),
    ("Schreinerei Wolf z.Hd. Huber, Peter", "Peter Huber", "Schreinerei Wolf", ""),
    ("H. Bayer, Fa. Dautz Holding GmbH.", "H. Bayer", "Fa. Dautz Holding GmbH.", ""),
    ("Hans Meier Fa. Weigel", "Hans Meier", "Fa. Weigel", ""),
    ("Rabl Heizungsbau UG, Stefan Wagner", "Stefan Wagner", "Rabl Heizungsbau UG", ""),
    ("Gymnasium Kehl, Huber, Manfred", "Manfred Huber", "Gymnasium Kehl", ""),
    ("Heide, Hans von der", "Hans von der Heide", "", ""),
    ("Müller, Hans", "Hans Müller", "", ""),
    ("Fischer & Sommer", "", "Fischer & Sommer", ""),
    ("Hans & Eva Sommer", "Hans und Eva Sommer", "", ""),
    ("Dr. Huber & Kollegen", "", "Dr. Huber & Kollegen", ""),
    ("Praxis Dr. Griem", "", "Praxis Dr. Griem", ""),
    ("Hotel zur Post", "", "Hotel zur Post", ""),
    ("Frau Petra Bau", "Petra Bau", "", ""),
    ("Herrn\nHans Kassem", "Hans Kassem", "", ""),
    ("Huber Transporte, Inh. Josef Huber", "Josef Huber", "Huber Transporte", ""),
    ("Hans (Hansi) Huber", "Hans Huber", "", ""),
    ("Hydrocor Recycling", "", "Hydrocor Recycling", ""),
    ("Rabl UG (haftungsbeschränkt)", "", "Rabl UG (haftungsbeschränkt)", ""),
    ("info@huber.de", "", "", ""),
    ("", "", "", ""),
  ])
  func whoIsNamed(text: String, person: String, organization: String, department: String) {
    let parsed = FullNameNormalizer.parsed(text)
    #expect(parsed.person.name.text == person)
    let found = OrganizationNormalizer.normalized(parsed.organization).name
    #expect(found == OrganizationNormalizer.normalized(organization).name)
    #expect(parsed.department == department)
  }

  @Test func whatTheRecordSaysDecidesDoubt() {
    #expect(
      FullNameNormalizer.parsed("Krug und Wolf", isOrganization: true).organization
        == "Krug und Wolf")
    #expect(
      FullNameNormalizer.parsed("Fischer & Sommer", isOrganization: false).organization.isEmpty)
    #expect(FullNameNormalizer.parsed("Huber", isOrganization: true).organization == "Huber")
  }
}
