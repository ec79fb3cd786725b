internal import Records

/// A job in a crontab: a pipeline and when it runs.
package struct CrontabEntry: Hashable, Sendable {
  /// The pipeline file's whole path: what tells jobs apart.
  package var pipeline: String
  package var time: CronTime
  /// The program's whole path.
  package var program: String
  /// Where what the runs say is kept; the whole path.
  package var log: String
  /// What else `kontor run` is told, each an argument of its own.
  package var arguments: [String]

  package init(
    pipeline: String, time: CronTime, program: String, log: String, arguments: [String] = []
  ) {
    self.pipeline = pipeline
    self.time = time
    self.program = program
    self.log = log
    self.arguments = arguments
  }

  /// Where programs are that a run calls (sendmail); cron's own PATH differs between systems.
  static let path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

  /// Debian's cron reads no longer line.
  static let lengthLimit = 998

  /// The words after the program's name.
  package var words: [String] { ["run", pipeline, "--scheduled", "--quiet"] + arguments }

  package var folder: String { parentFolder(of: pipeline) }

  /// The line as cron reads it.
  ///
  /// - Throws: `PipelineError.stopped` for what a line can't hold.
  package func line() throws -> String {
    let command = ([program] + words).map(Self.quoted).joined(separator: " ")
    let shell =
      "umask 077; PATH=\(Self.path); export PATH; cd \(Self.quoted(folder)) && \(command)"
      + " >> \(Self.quoted(log)) 2>&1"
    // cron ends a command at a bare "%", also within quotes.
    let line =
      time.text + " "
      + shell.split(separator: "%", omittingEmptySubsequences: false)
      .joined(separator: "\\%")
    guard !line.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
      throw PipelineError.stopped(
        Phrase(
          de: "ein Pfad mit Zeilenumbruch oder Steuerzeichen kann nicht in eine crontab: benennen "
            + "Sie Datei oder Ordner um",
          en:
            "a path with a line break or control character can't be in a crontab: rename the file "
            + "or folder"))
    }
    guard line.utf8.count <= Self.lengthLimit else {
      throw PipelineError.stopped(
        Phrase(
          de:
            "die Zeile wäre länger als die \(Self.lengthLimit) Zeichen, die cron liest: kürzen Sie "
            + "die Pfade",
          en: "the line would be longer than the \(Self.lengthLimit) characters that cron reads: "
            + "shorten the paths"))
    }
    return line
  }

  /// For `sh`: in single quotes nothing has a meaning.
  static func quoted(_ text: String) -> String {
    let isPlain =
      !text.isEmpty
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
          || "/._-+=:,@".utf8.contains(byte)
      }
    if isPlain { return text }
    return "'"
      + text.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''") + "'"
  }

  // MARK: systemd

  /// A service and a timer for systemd, to be put into `~/.config/systemd/user`.
  ///
  /// - Throws: `PipelineError.stopped` for what a unit can't say.
  package func systemd() throws -> String {
    guard let when = time.onCalendar else {
      throw PipelineError.stopped(
        Phrase(
          de: "systemd kennt kein Entweder-oder von Tag und Wochentag: geben Sie nur einen an",
          en: "systemd knows no either-or of day and day of the week: give one of them"))
    }
    // The line's checks hold here too.
    _ = try line()
    func word(_ text: String) -> String {
      var escaped = ""
      for character in text {
        switch character {
        case "%": escaped += "%%"
        case "$": escaped += "$$"
        case "\\": escaped += "\\\\"
        case "\"": escaped += "\\\""
        default: escaped.append(character)
        }
      }
      return "\"\(escaped)\""
    }
    let path = { (text: String) in
      text.split(separator: "%", omittingEmptySubsequences: false)
        .joined(separator: "%%")
    }
    let command = ([program] + words).map(word).joined(separator: " ")
    return """
      # kontor.service
      [Unit]
      Description=Kontor: \(path(pipeline))

      [Service]
      Type=oneshot
      UMask=0077
      Environment=PATH=\(Self.path)
      WorkingDirectory=\(path(folder))
      ExecStart=\(command)
      StandardOutput=append:\(path(log))
      StandardError=append:\(path(log))

      # kontor.timer
      [Unit]
      Description=Kontor: \(path(pipeline))

      [Timer]
      OnCalendar=\(when)
      Persistent=true

      [Install]
      WantedBy=timers.target

      """
  }
}
