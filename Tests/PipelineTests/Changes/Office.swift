import Records
import Store
import Support

@testable import Pipeline

/// A pipeline of two sources with invented people, changed file by file and run again.
struct Office {
  static let pipeline = """
    name: office
    sources:
      - name: erp
        file: erp.csv
        priority: 2
        map: { nr: key, vorname: given, nachname: family, email: email, tel: phone, geboren: birth_date, plz: postal_code, ort: place, strasse: street }
      - name: news
        file: news.csv
        map: { nr: key, vorname: given, nachname: family, email: email, geboren: birth_date, plz: postal_code, ort: place, strasse: street, ok: consent_state }
    activities:
      - { name: calls, file: calls.csv, date: tag, link: { email: email } }
    match: { at: balanced }
    """
  static let erpHeader = "nr;vorname;nachname;email;tel;geboren;plz;ort;strasse\n"
  static let newsHeader = "nr;vorname;nachname;email;geboren;plz;ort;strasse;ok\n"

  /// Hannelore is in both sources, Konrad in one; Uta lives with Konrad.
  static let erp = """
    1;Hannelore;Meyer;h.meyer@post.example;030 23125601;03.04.1961;01067;Dresden;Am Anger 3
    2;Konrad;Siebenlist;k.siebenlist@post.example;0351 4466880;01.01.1950;24103;Kiel;Holm 7
    3;Uta;Siebenlist;uta@heim.example;;12.12.1955;24103;Kiel;Holm 7

    """
  static let news = """
    7;Hannelore;Meier;h.meyer@post.example;03.04.1961;01067;Dresden;Am Anger 3;ja

    """

  let scenario: Scenario

  init() throws {
    scenario = try Scenario(
      Self.pipeline,
      [
        "erp.csv": Self.erpHeader + Self.erp, "news.csv": Self.newsHeader + Self.news,
        "calls.csv": "tag;email\n01.02.2026;uta@heim.example\n02.02.2026;h.meyer@post.example\n",
      ])
  }

  var store: String { scenario.work.path("out/kontor.sqlite") }

  func write(erp: String) throws { try scenario.work.write("erp.csv", Self.erpHeader + erp) }
  func write(news: String) throws { try scenario.work.write("news.csv", Self.newsHeader + news) }
}
