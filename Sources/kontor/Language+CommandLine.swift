public import ArgumentParser
internal import Foundation
internal import Pipeline
public import Records

extension Language: ExpressibleByArgument {}

/// The language people are spoken to: `--language` anywhere on the command line, else LANG.
let spokenLanguage: Language = {
  let arguments = CommandLine.arguments
  for (index, argument) in arguments.enumerated() {
    if argument == "--language", index + 1 < arguments.count {
      if let language = Language(rawValue: arguments[index + 1]) { return language }
    }
    if argument.hasPrefix("--language="),
      let language = Language(rawValue: String(argument.dropFirst(11)))
    {
      return language
    }
  }
  let environment = ProcessInfo.processInfo.environment
  // A variable that is set and empty counts as not set (POSIX).
  let locale =
    ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    ?? ""
  return locale.hasPrefix("de") ? .german : .english
}()

/// A text for the help pages and messages, in the language of this call.
func say(de german: String, en english: String) -> String {
  Phrase(de: german, en: english)(spokenLanguage)
}

/// The help of an option.
func help(de german: String, en english: String, value: String? = nil) -> ArgumentHelp {
  ArgumentHelp(say(de: german, en: english), valueName: value)
}

/// Prints why a command stopped, and gives the exit code for it.
func stopped(_ error: any Error) -> ExitCode {
  FileHandle.standardError.write(Data("kontor: \(message(of: error, spokenLanguage))\n".utf8))
  return Exit.stopped
}
