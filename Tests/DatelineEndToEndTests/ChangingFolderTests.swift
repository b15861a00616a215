import Glibc
import TestSupport
import Testing

extension IndexedBrowsingTests {
  @Test(arguments: [1, 2]) func `after any changes the index says what reading all anew says`(
    seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    var folder = ChangingFolder(home: home)
    for step in 0..<2 {
      for _ in 0..<5 { try folder.change(&generator) }
      let command = """
        cd \(home.path); dateline=\(BuiltProgram.path)
        for verb in timeline entities; do
          $dateline $verb --json --no-index news >made
          $dateline $verb --json news >stored; cmp made stored || exit 1
          # A second time out of what the first one stored.
          $dateline $verb --json news >stored; cmp made stored || exit 1
        done
        echo 'all equal'
        """
      let terminal = try open(["/bin/sh", "-c", command])
      #expect(terminal.waits(for: "all equal"), "step \(step)")
      #expect(terminal.end() == 0)
    }
  }
}

/// A folder of articles that changes at random, and in which decisions are taken.
private struct ChangingFolder {
  let home: TemporaryFolder
  private var articles: [String] = ["news/a.txt", "news/b.txt"]
  private var decisions = ""
  private var count = 0

  init(home: TemporaryFolder) { self.home = home }

  private static let sentences = [
    "Anna Lind met Joe Park in Oslo on 3 May 2031.", "Peru attacked Quito on 7 May 2031.",
    "Lind said 40 people had died.", "Park denied that anybody died.",
    "Peru said on Thursday that 12 soldiers were killed in Quito.",
    "The army shelled Goma on 9 May 2031.", "Anna Lind resigned last Friday.",
    "Joe Park accused Peru of an attack on Goma.",
  ]

  /// Adds, rewrites or removes an article, or takes a decision.
  mutating func change(_ generator: inout SeededGenerator) throws {
    switch Int.random(in: 0..<6, using: &generator) {
    case 0 where articles.count > 1:
      let gone = articles.remove(at: Int.random(in: articles.indices, using: &generator))
      unlink(home.path + "/" + gone)
    case 1:
      let name = articles[Int.random(in: articles.indices, using: &generator)]
      try home.write(name, Self.text(&generator))
    case 2: try decide(&generator)
    default:
      count += 1
      articles.append("news/\(count % 2 == 0 ? "below/" : "")n\(count).txt")
      try home.write(articles[articles.count - 1], Self.text(&generator))
    }
  }

  private static func text(_ generator: inout SeededGenerator) -> String {
    let chosen = sentences.shuffled(using: &generator)
      .prefix(Int.random(in: 2...6, using: &generator))
    return "Report of the week\n\n" + chosen.joined(separator: " ") + "\n"
  }

  private mutating func decide(_ generator: inout SeededGenerator) throws {
    let choices = [
      #""action":"rename","entity":"PER:anna lind","name":"A. Lind""#,
      #""action":"merge","entity":"GPE:goma","into":"GPE:quito""#,
      #""action":"rejectEntity","entity":"PER:joe park""#,
    ]
    let choice = choices[Int.random(in: choices.indices, using: &generator)]
    decisions += "{\"id\":\"\(decisions.utf8.count)\",\"at\":\"\",\"by\":\"\",\(choice)}\n"
    try home.write("news/dateline.decisions.jsonl", decisions)
  }
}
