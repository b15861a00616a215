import ArgumentParser
import Glibc

/// `dateline-lab corpus`: a folder of invented news, for benchmarks and tests of scale.
struct CorpusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corpus",
    abstract: "Make a folder, or a JSON Lines file, of invented news articles.",
    discussion: """
      Stories are told by several outlets whose figures contradict each other; some articles are \
      near-copies, some are not in English. The same seed gives the same bytes on every machine.
      """)

  @Option(help: "How many articles to make.")
  var articles = 1000

  @Option(help: "Names the corpus; another seed gives another one.")
  var seed: UInt64 = 1

  @Flag(help: "Write one JSON Lines file at PATH (- for standard output) and no folder.")
  var jsonl = false

  @Argument(help: "The folder to make, or the file.")
  var path: String

  func validate() throws {
    if articles < 1 { throw ValidationError("--articles must be at least 1.") }
  }

  func run() async throws {
    let corpus = NewsCorpus(seed: seed)
    if jsonl { try await writeLines(corpus) } else { try await writeFolder(corpus) }
  }

  /// Articles that are made as one task.
  private static let chunk = 500

  private func writeFolder(_ corpus: NewsCorpus) async throws {
    try FileOutput.makeFolder(path)
    let (articles, path, chunk) = (articles, path, Self.chunk)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for start in stride(from: 0, to: articles, by: chunk) {
        group.addTask {
          for index in start..<min(start + chunk, articles) {
            let item = corpus.item(index)
            try FileOutput.write(item.text, to: path + "/" + item.path)
          }
        }
      }
      try await group.waitForAll()
    }
  }

  private func writeLines(_ corpus: NewsCorpus) async throws {
    let output = try FileOutput(path)
    let (articles, chunk) = (articles, Self.chunk)
    // A few chunks at a time, in order, so that memory stays small.
    let step = 4 * chunk
    for base in stride(from: 0, to: articles, by: step) {
      let chunks = await withTaskGroup(of: (Int, [UInt8]).self) { group in
        for start in stride(from: base, to: min(base + step, articles), by: chunk) {
          group.addTask {
            var bytes: [UInt8] = []
            for index in start..<min(start + chunk, articles) {
              NewsRecord.append(corpus.item(index), to: &bytes)
            }
            return (start, bytes)
          }
        }
        var chunks: [(Int, [UInt8])] = []
        for await chunk in group { chunks.append(chunk) }
        return chunks.sorted { $0.0 < $1.0 }
      }
      for chunk in chunks { try output.write(chunk.1) }
    }
  }
}
