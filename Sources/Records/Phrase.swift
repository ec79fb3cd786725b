/// The languages in which Kontor speaks to people.
public enum Language: String, CaseIterable, Sendable {
  case german = "de"
  case english = "en"
}

/// One text a person reads, in every language.
public struct Phrase: Hashable, Sendable {
  public var german: String
  public var english: String

  public init(de german: String, en english: String) {
    self.german = german
    self.english = english
  }

  public func callAsFunction(_ language: Language) -> String {
    switch language {
    case .german: german
    case .english: english
    }
  }
}
