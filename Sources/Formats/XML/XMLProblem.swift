internal import Records

/// What the XML reader tells, by its code.
func xmlProblem(_ code: String, _ location: Location, recordPath: String) -> Problem {
  let (action, message) = meaning(of: code, recordPath: recordPath)
  return Problem(code: code, location: location, action: action, message: message)
}

private func meaning(of code: String, recordPath: String) -> (
  action: Problem.Action, message: Phrase
) {
  switch code {
  case "xml-damaged-text":
    (
      .repaired,
      Phrase(
        de: "ein Zeichen, das XML nicht erlaubt, oder \"&\" ohne Sinn",
        en: "a character that XML doesn't allow, or a stray \"&\"")
    )
  case "xml-value-too-long":
    (
      .skipped,
      Phrase(de: "ein Wert ist länger als 1 MiB", en: "a value is longer than 1 MiB")
    )
  case "xml-too-many-repeats":
    (
      .skipped,
      Phrase(
        de: "ein Element wiederholt sich öfter als \(XMLPathTree.repeatLimit)-mal",
        en: "an element repeats more than \(XMLPathTree.repeatLimit) times")
    )
  case "xml-record-too-large":
    (
      .setAside,
      Phrase(de: "der Datensatz ist größer als 16 MiB", en: "the record is larger than 16 MiB")
    )
  case "xml-encoding-declared-wrongly":
    (
      .repaired,
      Phrase(
        de: "die Zeichenkodierung ist nicht die angegebene",
        en: "the encoding is not the one declared")
    )
  case "xml-no-record":
    (
      .skipped,
      Phrase(
        de: "kein Element \"\(recordPath)\": die Datei gibt keinen Datensatz",
        en: "no element \"\(recordPath)\": the file gives no record")
    )
  case "xml-empty": (.skipped, Phrase(de: "die Datei ist leer", en: "the file is empty"))
  case "xml-cut-off":
    (.setAside, Phrase(de: "die Datei bricht hier ab", en: "the file breaks off here"))
  default:
    (.setAside, Phrase(de: "ab hier kein lesbares XML", en: "no readable XML from here on"))
  }
}
