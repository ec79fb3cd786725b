internal import Testing

@testable import Normalization

@Suite struct TitleNormalizerTests {
  @Test(arguments: [
    ("DR.", "Dr."), ("dr.med.", "Dr. med."), ("Dr. med. dent.", "Dr. med. dent."),
    ("Prof.Dr.", "Prof. Dr."),
    ("dipl. ing.", "Dipl.-Ing."), ("Dipl.Ing.(FH)", "Dipl.-Ing. (FH)"),
    ("Dipl.-Kfm.", "Dipl.-Kfm."),
    ("Dr.-Ing.", "Dr.-Ing."), ("Dr. rer. nat.", "Dr. rer. nat."),
    ("Dr. h.c. mult.", "Dr. h. c. mult."),
    ("Mag.", "Mag."), ("DI", "DI"), ("M.Sc.", "M.Sc."), ("Oberst", "Oberst"), ("PD Dr.", "PD Dr."),
    ("Univ.-Prof. DDr.", "Univ.-Prof. DDr."), ("Diplom-Ingenieur", "Dipl.-Ing."),
    ("lic. iur.", "lic. iur."),
    ("Dipl.-Betriebsw.", "Dipl.-Betriebsw."), ("Dipl.-Wirt.-Ing.", "Dipl.-Wirt.-Ing."),
  ])
  func normalizedTitle(text: String, title: String) {
    #expect(TitleNormalizer.normalized(text) == title)
    #expect(TitleNormalizer.normalized(title) == title)
  }

  @Test(arguments: [
    ("Dr. Hans Huber", "Dr.", 1), ("Prof. Dr. med. Huber", "Prof. Dr. med.", 3),
    ("Hans Huber", "", 0),
    ("Di Maria", "", 0), ("DI Huber", "DI", 1), ("Mag Huber", "", 0), ("Med Huber", "", 0),
    ("Rain Man", "", 0),
  ])
  func leadingTitle(text: String, title: String, count: Int) {
    let found = TitleNormalizer.leadingTitles(of: words(of: text)[...])
    #expect(found.title == title)
    #expect(found.count == count)
  }
}
