internal import Testing

@testable import Normalization

@Suite struct RoleNormalizerTests {
  @Test(arguments: [
    ("Debitor", ["customer"]), ("Kunde", ["customer"]), ("Kreditor", ["supplier"]),
    ("Lieferanten", ["supplier"]), ("Lead", ["prospect"]),
    ("Presse", ["press"]), ("Behörde", ["authority"]),
    ("Kunde; Lieferant", ["customer", "supplier"]), ("Debitor, Kunde", ["customer"]),
    ("Weinfreund", ["weinfreund"]), ("", []),
  ])
  func rolesOfCell(text: String, roles: [String]) {
    #expect(RoleNormalizer.roles(in: text) == roles)
  }

  @Test func rolesReadBackAsThemselves() {
    for role in [
      "customer", "supplier", "prospect", "press", "authority", "partner", "employee", "member",
    ] {
      #expect(RoleNormalizer.roles(in: role) == [role])
    }
  }
}
