internal import Formats
package import Records
internal import Store

/// What an error says to a person; never a contact's value.
package func message(of error: any Error, _ language: Language) -> String {
  switch error {
  case let error as PipelineError: error.text(language)
  case let error as ReadError: error.text(language)
  case let error as WriteError: error.text(language)
  case let error as StoreError: error.text(language)
  default: String(describing: error)
  }
}
