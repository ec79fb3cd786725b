// Times `kontor` as a whole: wall time, processor time and resident memory, the best of three runs.
//
//   swift run -c release whole KONTOR dedupe TABLE.csv …
//   swift run -c release whole KONTOR run PIPELINE.yaml FOLDER …
//
// Each table, each folder of sources is one line of the result.
import Foundation

struct Run {
  var wall: Double
  var processor: Double
  var megabytes: Int
}

/// Runs a program to its end; nil when it fails.
func run(_ program: String, _ arguments: [String]) -> Run? {
  var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
  defer { words.forEach { free($0) } }
  var process = pid_t()
  let begun = Date()
  guard posix_spawn(&process, program, nil, nil, &words, environ) == 0 else { return nil }
  var status: Int32 = 0
  var usage = rusage()
  guard wait4(process, &status, 0, &usage) == process, status == 0 else { return nil }
  let seconds = { (time: timeval) in Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
  return Run(
    wall: Date().timeIntervalSince(begun),
    processor: seconds(usage.ru_utime) + seconds(usage.ru_stime),
    megabytes: usage.ru_maxrss / 1024)
}

let arguments = Array(CommandLine.arguments.dropFirst())
let isRun = arguments.count > 1 && arguments[1] == "run"
guard arguments.count > (isRun ? 3 : 2), isRun || arguments[1] == "dedupe" else {
  print("usage: whole KONTOR dedupe TABLE.csv … | whole KONTOR run PIPELINE.yaml FOLDER …")
  exit(64)
}
let output = NSTemporaryDirectory() + "kontor-benchmark-\(getpid())"
for input in arguments.dropFirst(isRun ? 3 : 2) {
  var runs: [Run] = []
  for _ in 0..<3 {
    try? FileManager.default.removeItem(atPath: output)
    let asked =
      isRun
      ? ["run", arguments[2], "--input", input, "--output", output, "--quiet"]
      : ["dedupe", input, "--out", output, "--quiet"]
    guard let run = run(arguments[0], asked) else {
      print("\(input): kontor failed")
      exit(1)
    }
    runs.append(run)
  }
  let best = runs.min { $0.wall < $1.wall } ?? runs[0]
  let all = runs.map { String(format: "%.1f", $0.wall) }.joined(separator: ", ")
  print(
    input
      + String(
        format: ": %.1f s wall (of %@), %.1f s processor, %d MiB", best.wall, all, best.processor,
        runs.map(\.megabytes).max() ?? 0))
}
try? FileManager.default.removeItem(atPath: output)
