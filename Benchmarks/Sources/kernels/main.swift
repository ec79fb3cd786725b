// Times the kernels of the matching engine: nanoseconds a call, the best of five rounds.
//
//   swift run -c release kernels            all of them
//   swift run -c release kernels jaro       those whose name contains "jaro"
//   perf stat -e instructions:u .build/release/kernels jaro
//
// Names are made by a fixed rule, so each run does the same work.

let wanted = CommandLine.arguments.dropFirst().first ?? ""
let samples = Samples(count: 4096)

func measure(_ name: String, calls: Int, _ body: () -> Int) {
  guard wanted.isEmpty || name.contains(wanted) else { return }
  let clock = ContinuousClock()
  var best = Double.infinity
  var check = 0
  for _ in 0..<5 {
    let time = clock.measure { check &+= body() }
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
    best = min(best, seconds * 1e9 / Double(calls))
  }
  let rounded = Double(Int(best * 10)) / 10
  print("\(name): \(rounded) ns a call, \(calls) calls in each of 5 rounds (check \(check))")
}

/// Calls `body` with each word and the 200 that follow it.
func pairs(_ words: [Word], _ body: (Word, Word) -> Int) -> Int {
  var sum = 0
  for index in words.indices {
    for offset in 1...200 { sum &+= body(words[index], words[(index + offset) % words.count]) }
  }
  return sum
}

let pairCount = samples.words.count * 200
measure("edit distance", calls: pairCount) { pairs(samples.words) { editDistance($0, $1) } }
measure("edit distance, at most 2", calls: pairCount) {
  pairs(samples.words) { $0.edits(to: $1, most: 2) ?? 9 }
}
measure("jaro-winkler", calls: pairCount) {
  pairs(samples.words) { Int(jaroWinkler($0, $1) * 100) }
}
measure("hash of a value", calls: samples.folded.count * 100) {
  var sum = 0
  for _ in 0..<100 {
    for name in samples.folded {
      sum &+= Int(truncatingIfNeeded: name.withUnsafeBufferPointer { hashOf($0) })
    }
  }
  return sum
}
measure("fold a name", calls: samples.names.count * 100) {
  var bytes: [UInt8] = []
  var sum = 0
  for _ in 0..<100 {
    for name in samples.names {
      fold(name, into: &bytes)
      sum &+= bytes.count
    }
  }
  return sum
}
measure("phonetic code", calls: samples.folded.count * 100) {
  var sum = 0
  for _ in 0..<100 {
    for name in samples.folded { sum &+= Int(packedColognePhonetics(of: name) & 0xFFFF) }
  }
  return sum
}
measure("intern a known value", calls: samples.folded.count * 100) {
  var table = InternTable()
  var sum = 0
  for _ in 0..<100 {
    for name in samples.folded { sum &+= Int(table.intern(name)) }
  }
  return sum
}
measure("score a pair of one block", calls: samples.rows.count * 50) {
  var sum = 0
  for index in samples.rows.indices {
    for offset in 1...50 {
      let other = samples.rows[(index + offset) % samples.rows.count]
      let score = samples.scorers.score(
        samples.rows[index], other, atLeast: Float(Clusterer.lowestCut.bits))
      sum &+= score == nil ? 0 : 1
    }
  }
  return sum
}
measure("candidate pair", calls: samples.candidateCount) {
  var sum = 0
  _ = Samples.count(samples.candidates, samples.bounds) { sum &+= Int($0) }
  return sum
}
