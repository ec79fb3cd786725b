package import Records

/// What every page of Kontor begins with.
package enum PageFrame {
  /// Nothing may be loaded or run. Styles are inline, for bars have their lengths there; values
  /// can't get into a style, for they are escaped everywhere.
  private static let policy: HTML = """
    default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'
    """

  /// The document's start up to the end of its head.
  package static func head(title: String, language: Language) -> HTML {
    """
    <!DOCTYPE html>
    <html lang="\(language.rawValue)">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="\(policy)">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta name="robots" content="noindex">
    <meta name="color-scheme" content="light dark">
    <title>\(title)</title>
    <style>
    \(HTML(stringLiteral: PageStyle.css))
    </style>
    </head>

    """
  }
}
