internal import Records
internal import Testing

@testable import Normalization

@Suite struct LegalFormsTests {
  @Test func spellingsLeadToTheirForm() {
    let forms: [(String, String)] = [
      ("gmbh", "GmbH"), ("gmbhcokg", "GmbH & Co. KG"), ("gmbhundcokg", "GmbH & Co. KG"),
      ("ek", "e.K."),
      ("ughaftungsbeschraenkt", "UG (haftungsbeschränkt)"), ("ev", "e.V."), ("spzoo", "Sp. z o.o."),
      ("aktiengesellschaft", "AG"), ("gesellschaftmitbeschraenkterhaftung", "GmbH"),
    ]
    for (key, form) in forms {
      #expect(LegalForms.forms[key]?.canonical == form)
    }
  }

  @Test func everyFormReadsBackAsItself() {
    for form in Set(LegalForms.forms.values) where !form.canonical.hasPrefix("&") {
      let name = OrganizationNormalizer.normalized("Beispiel \(form.canonical)").name
      #expect(
        name == OrganizationName(text: name.text, core: "Beispiel", legalForm: form.canonical))
    }
  }

  @Test(arguments: ["A/S", "a.s.", "A.Ş.", "AS"])
  func formsOfTwoLettersAreToldByTheirSigns(form: String) {
    #expect(OrganizationNormalizer.normalized("Beispiel \(form)").name.legalForm == form)
  }
}
