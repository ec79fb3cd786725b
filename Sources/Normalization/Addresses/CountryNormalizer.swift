internal import Foundation

/// Countries by name, code or car sign in ISO 3166 alpha-2: "Österreich", "A", "AUT", "Germany".
enum CountryNormalizer {
  /// The alpha-2 code; nil when the text names no country.
  static func code(of text: String) -> String? {
    guard text.utf8.count <= 40 else { return nil }
    let key = squashed(text)
    if key.utf8.count == 2, let code = alpha2[key] { return code }
    return known[key] ?? localized[key]
  }

  /// The country of a postal code's prefix ("D", "DE", "A", "CH"); nil when it is none.
  static func code(ofPrefix prefix: String) -> String? {
    guard prefix.utf8.count <= 3, let code = code(of: prefix) else { return nil }
    return code
  }

  private static let alpha2: [String: String] = {
    let codes =
      "AD AE AF AG AI AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY "
      + "BZ CA CD CF "
      + "CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FO FR "
      + "GA GB GD GE "
      + "GG GH GI GL GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO "
      + "JP KE KG KH "
      + "KM KR KW KZ LA LB LI LK LR LS LT LU LV LY MA MC MD ME MG MK ML MM MN MO MR MT MU MV "
      + "MW MX MY MZ "
      + "NA NE NG NI NL NO NP NZ OM PA PE PG PH PK PL PR PT PY QA RO RS RU RW SA SC SD SE SG "
      + "SI SK SL SM "
      + "SN SO SR SV SY SZ TD TG TH TJ TN TR TT TW TZ UA UG US UY UZ VA VE VN XK YE ZA ZM ZW"
    var map: [String: String] = [:]
    for code in words(of: codes) { map[code.lowercased()] = code }
    map["uk"] = "GB"
    map["fl"] = "LI"
    return map
  }()

  /// Names in German, English and the own language, three-letter codes and car signs.
  private static let known: [String: String] = {
    let lines = [
      "DE D DEU GER BRD Deutschland Germany Allemagne Bundesrepublik-Deutschland Alemania "
        + "Germania Deutschl",
      "AT A AUT Österreich Oesterreich Austria Autriche Oesterr Österr Republik-Österreich",
      "CH CHE SUI Schweiz Switzerland Suisse Svizzera Svizra Confoederatio-Helvetica",
      "LI LIE FL Liechtenstein Fürstentum-Liechtenstein",
      "LU L LUX Luxemburg Luxembourg Lëtzebuerg",
      "FR F FRA Frankreich France Francia", "IT I ITA Italien Italy Italia Italie",
      "NL NLD NED Niederlande Netherlands The-Netherlands Nederland Holland Pays-Bas",
      "BE B BEL Belgien Belgium Belgique België", "DK DNK DEN Dänemark Denmark Danmark",
      "PL POL Polen Poland Polska Pologne",
      "CZ CZE Tschechien Czechia Czech-Republic Česko "
        + "Tschechische-Republik Česká-republika",
      "SK SVK Slowakei Slovakia Slovensko Slowakische-Republik",
      "HU H HUN Ungarn Hungary Magyarország",
      "SI SLO SVN Slowenien Slovenia Slovenija", "HR HRV CRO Kroatien Croatia Hrvatska",
      "GB UK GBR Großbritannien Grossbritannien Great-Britain United-Kingdom England Schottland "
        + "Scotland Wales Vereinigtes-Königreich",
      "IE IRL Irland Ireland Éire", "ES E ESP Spanien Spain España Espagne",
      "PT P POR PRT Portugal", "SE S SWE Schweden Sweden Sverige", "NO N NOR Norwegen Norway Norge",
      "FI FIN Finnland Finland Suomi", "RO ROU ROM Rumänien Romania România",
      "BG BGR BUL Bulgarien Bulgaria България",
      "GR GRC GRE Griechenland Greece Hellas Ellada Ελλάδα",
      "TR TUR Türkei Turkey Türkiye Tuerkei", "RU RUS Russland Russia Russische-Föderation Россия",
      "UA UKR Ukraine Україна",
      "US USA Vereinigte-Staaten United-States America "
        + "United-States-of-America Vereinigte-Staaten-von-Amerika",
      "EE EST Estland Estonia Eesti", "LV LVA Lettland Latvia Latvija",
      "LT LTU Litauen Lithuania Lietuva",
      "RS SRB Serbien Serbia Srbija",
      "BA BIH Bosnien Bosnia Bosnien-und-Herzegowina "
        + "Bosnia-and-Herzegovina Bosnien-Herzegowina", "ME MNE Montenegro",
      "MK MKD Mazedonien Nordmazedonien North-Macedonia", "AL ALB Albanien Albania",
      "XK Kosovo XKX",
      "CY CYP Zypern Cyprus", "MT MLT Malta", "IS ISL Island Iceland",
      "CN CHN China Volksrepublik-China",
      "JP JPN Japan", "CA CAN Kanada Canada", "AU AUS Australien Australia",
      "BR BRA Brasilien Brazil "
        + "Brasil", "IN IND Indien India", "IL ISR Israel",
      "AE UAE ARE Vereinigte-Arabische-Emirate "
        + "United-Arab-Emirates", "ZA RSA ZAF Südafrika South-Africa", "MC MCO Monaco",
      "VA VAT Vatikan Vatikanstadt", "SM SMR San-Marino", "AD AND Andorra",
      "KR KOR Südkorea South-Korea",
    ]
    var map: [String: String] = [:]
    for line in lines {
      let names = words(of: line)
      guard let code = names.first else { continue }
      for name in names { map[squashed(name)] = code }
    }
    return map
  }()

  /// All the others by their German and English names.
  private static let localized: [String: String] = {
    var map: [String: String] = [:]
    let languages = [Locale(identifier: "de"), Locale(identifier: "en")]
    for code in alpha2.values.sorted() {
      for language in languages {
        guard let name = language.localizedString(forRegionCode: code) else { continue }
        map[squashed(name)] = code
      }
    }
    return map
  }()
}
