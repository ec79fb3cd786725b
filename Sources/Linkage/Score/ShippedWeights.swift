/// The shipped weights: experience with German contacts, set down level by level.
///
/// The columns are: matches, strangers, housemates (firms of one group), colleagues (firms in one
/// building). Training replaces the first two where the data carry it.
enum ShippedWeights {
  private typealias W = LevelWeights

  static let persons = KindModel(
    partners: KindModel.Partners(matches: 0.8, housemates: 0.4, colleagues: 1.0),
    tables: [
      ComparisonTable(
        .family,
        [
          W(0.80, 0.001, 0.75, 0.030),  // equal
          W(0.05, 0.0003, 0.06, 0.001),  // part
          W(0.06, 0.0015, 0.01, 0.003),  // close
          W(0.02, 0.002, 0.005, 0.003),  // phonetic
          W(0.01, 0.0002, 0.05, 0.0005),  // birth name
          W(0.015, 0.01, 0.005, 0.01),  // similar
          W(0.04, 0.985, 0.12, 0.95),  // different
        ]),
      ComparisonTable(
        .given,
        [
          W(0.767, 0.010, 0.012, 0.006),  // equal
          W(0.025, 0.002, 0.003, 0.002),  // nickname
          W(0.03, 0.004, 0.006, 0.004),  // part
          W(0.025, 0.0010, 0.0015, 0.001),  // close
          W(0.05, 0.005, 0.006, 0.005),  // initial
          W(0.01, 1e-6, 1e-4, 1e-5),  // swapped
          W(0.04, 0.0005, 0.003, 0.0005),  // mailed
          W(0.02, 0.003, 0.006, 0.003),  // mailed initial
          W(0.005, 0.03, 0.03, 0.03),  // mailed different
          W(0.002, 0.06, 0.06, 0.06),  // other initial
          W(0.003, 0.006, 0.010, 0.006),  // similar
          W(0.003, 0.88, 0.87, 0.884),  // different
        ]),
      birthDate, gender, generation,
      ComparisonTable(
        .email,
        [
          W(0.60, 1e-6, 0.08, 0.01),  // equal
          W(0.07, 1e-5, 0.05, 0.15),  // shared
          W(0.03, 1e-6, 0.003, 0.002),  // close
          W(0.05, 1e-5, 0.01, 0.002),  // same local part
          W(0.10, 1e-4, 0.02, 0.75),  // same domain
          W(0.15, 0.99989, 0.83, 0.08),  // different
        ]),
      ComparisonTable(
        .phone,
        [
          W(0.22, 2e-6, 0.05, 0.005),  // mobile
          W(0.42, 4e-6, 0.40, 0.33),  // line
          W(0.03, 1e-5, 0.02, 0.12),  // shared
          W(0.08, 3e-5, 0.03, 0.40),  // same line
          W(0.03, 1e-5, 0.01, 0.015),  // one off
          W(0.16, 0.80, 0.32, 0.09),  // different
          W(0.06, 0.19994, 0.17, 0.04),  // other mobile
        ]),
      ComparisonTable(
        .address,
        [
          W(0.56, 1e-5, 0.60, 0.72),  // equal
          W(0.08, 1e-5, 0.05, 0.06),  // nearly equal
          W(0.03, 2e-5, 0.02, 0.02),  // street, no number
          W(0.12, 0.0007, 0.06, 0.10),  // same place, no street
          W(0.02, 2e-5, 0.003, 0.003),  // other number
          W(0.06, 0.001, 0.01, 0.03),  // same place, other street
          W(0.03, 0.03, 0.01, 0.02),  // nearby
          W(0.10, 0.96825, 0.247, 0.047),  // elsewhere
        ]),
      ComparisonTable(.organization, personAtOrganization),
      ComparisonTable(
        .customerNumber,
        [
          W(0.35, 1e-6, 1e-4, 1e-4), W(0.01, 1e-6, 1e-5, 1e-5), W(0.64, 0.99999, 0.9999, 0.9999),
        ]),
      ComparisonTable(
        .vatID,
        [
          W(0.90, 1e-5, 0.3, 0.95), W(0.01, 1e-6, 0.01, 0.01), W(0.09, 0.99999, 0.69, 0.04),
        ]),
      ComparisonTable(
        .iban,
        [
          W(0.85, 1e-6, 0.4, 0.05), W(0.01, 1e-6, 0.001, 0.001), W(0.14, 0.99999, 0.599, 0.949),
        ]),
      extra(.extra1), extra(.extra2), extra(.extra3),
    ])

  static let organizations = KindModel(
    partners: KindModel.Partners(matches: 0.8, housemates: 0.15, colleagues: 0.3),
    tables: [
      ComparisonTable(
        .organization,
        [
          W(0.68, 1e-4, 0.0015, 0.001),  // equal
          W(0.10, 1e-4, 0.001, 0.001),  // same words
          W(0.07, 1e-4, 0.15, 0.002),  // other legal form
          W(0.05, 5e-4, 0.10, 0.005),  // shortened
          W(0.03, 0.001, 0.25, 0.005),  // extended
          W(0.03, 5e-4, 0.20, 0.01),  // overlap
          W(0.015, 5e-4, 0.10, 0.01),  // rare word
          W(0.005, 1e-4, 0.005, 0.0005),  // initials
          W(0.02, 0.9972, 0.18, 0.9645),  // different
        ]),
      ComparisonTable(
        .email,
        [
          W(0.35, 1e-6, 0.06, 0.0005),  // equal
          W(0.30, 1e-6, 0.08, 0.0005),  // shared
          W(0.03, 1e-6, 0.01, 0.0005),  // close
          W(0.04, 1e-5, 0.02, 0.001),  // same local part
          W(0.18, 1e-5, 0.33, 0.005),  // same domain
          W(0.10, 0.99998, 0.50, 0.993),  // different
        ]),
      ComparisonTable(
        .phone,
        [
          W(0.08, 2e-6, 0.02, 0.0005),  // mobile
          W(0.50, 4e-6, 0.20, 0.01),  // line
          W(0.06, 1e-5, 0.08, 0.01),  // shared
          W(0.14, 3e-5, 0.20, 0.03),  // same line
          W(0.04, 1e-5, 0.01, 0.001),  // one off
          W(0.15, 0.93, 0.44, 0.89),  // different
          W(0.03, 0.06994, 0.05, 0.06),  // other mobile
        ]),
      ComparisonTable(
        .address,
        [
          W(0.66, 1e-5, 0.55, 0.90),  // equal
          W(0.09, 1e-5, 0.05, 0.05),  // nearly equal
          W(0.03, 2e-5, 0.03, 0.01),  // street, no number
          W(0.11, 0.0007, 0.10, 0.01),  // same place, no street
          W(0.02, 2e-5, 0.03, 0.01),  // other number
          W(0.03, 0.001, 0.07, 0.01),  // same place, other street
          W(0.02, 0.03, 0.05, 0.005),  // nearby
          W(0.04, 0.96825, 0.12, 0.005),  // elsewhere
        ]),
      ComparisonTable(
        .customerNumber,
        [
          W(0.35, 1e-6, 1e-5, 1e-5), W(0.01, 1e-6, 1e-5, 1e-5), W(0.64, 0.99999, 0.9999, 0.9999),
        ]),
      ComparisonTable(
        .vatID,
        [
          W(0.95, 1e-6, 0.003, 1e-4), W(0.02, 1e-6, 0.001, 1e-5), W(0.03, 0.99999, 0.996, 0.9999),
        ]),
      ComparisonTable(
        .iban,
        [
          W(0.90, 1e-6, 0.02, 1e-4), W(0.02, 1e-6, 0.001, 1e-5), W(0.08, 0.99999, 0.979, 0.9999),
        ]),
      extra(.extra1), extra(.extra2), extra(.extra3),
    ])

  private static let birthDate = ComparisonTable(
    .birthDate,
    [
      W(0.86, 5e-5, 0.01, 5e-5),  // equal
      W(0.01, 5e-5, 5e-5, 5e-5),  // swapped
      W(0.05, 0.003, 0.003, 0.003),  // one off
      W(0.02, 1e-4, 1e-4, 1e-4),  // day and month
      W(0.01, 0.002, 0.002, 0.002),  // year only
      W(0.01, 0.03, 0.03, 0.03),  // near
      W(0.04, 0.9648, 0.955, 0.9648),  // different
    ])

  private static let gender = ComparisonTable(
    .gender, [W(0.98, 0.5, 0.4, 0.5), W(0.02, 0.5, 0.6, 0.5)])

  private static let generation = ComparisonTable(
    .generation, [W(0.97, 0.5, 0.2, 0.5), W(0.03, 0.5, 0.8, 0.5)])

  private static let personAtOrganization: [LevelWeights] = [
    W(0.64, 1e-4, 0.05, 0.68),  // equal
    W(0.09, 1e-4, 0.01, 0.10),  // same words
    W(0.04, 1e-4, 0.01, 0.04),  // other legal form
    W(0.05, 5e-4, 0.01, 0.05),  // shortened
    W(0.03, 0.001, 0.01, 0.03),  // extended
    W(0.03, 5e-4, 0.01, 0.03),  // overlap
    W(0.02, 5e-4, 0.01, 0.02),  // rare word
    W(0.005, 1e-4, 0.001, 0.005),  // initials
    W(0.095, 0.9973, 0.889, 0.045),  // different
  ]

  private static func extra(_ comparison: Comparison) -> ComparisonTable {
    ComparisonTable(
      comparison,
      [
        W(0.35, 1e-6, 1e-4, 1e-4),  // number
        W(0.40, 0.01, 0.03, 0.03),  // equal
        W(0.07, 0.001, 0.003, 0.003),  // close
        W(0.18, 0.989, 0.967, 0.967),  // different
      ])
  }
}
