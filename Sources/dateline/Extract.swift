import ArgumentParser
import DatelineReading
import DatelineText

/// `dateline extract`: the stateless filter, one record in, one record out.
struct Extract: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print one JSON object per article, in input order.",
    discussion: """
      Reads files, folders and JSON lines, keeps no state between articles, and prints the same \
      bytes for the same input. An article that cannot be read gives a record with an "error" \
      member, and the run goes on.

      The work may be split over programs and machines as lines are; merge joins the parts:

        split -n l/8 news.jsonl part. && ls part.* | xargs -P 8 -I{} sh -c \
          'dateline extract --portable - <{} >{}.out' && dateline merge part.*.out >all.jsonl
        parallel --pipe-part -a news.jsonl --block 64M -k dateline extract --portable - >all.out
        sc.textFile("news.jsonl").pipe("dateline extract --portable --trailer -", checkCode=True)
        dateline extract --portable --shard $SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT news.jsonl
      """)

  @OptionGroup var source: SourceOptions

  @Flag(help: "Print TimeML (XML with TIMEX3 tags) of one article instead of JSON.")
  var timeml = false

  @Flag(help: "Add to each record what merge and other machines need: the whole annotation.")
  var portable = false

  @Flag(help: "End with a record that counts the records, so that merge sees what was lost.")
  var trailer = false

  @Option(
    help: ArgumentHelp(
      "Take only each n-th part of the articles, told by their ids; i is 0 to n.",
      valueName: "i/n"))
  var shard: Shard?

  func run() throws {
    let listing = source.inputs.listing()
    var failed = false
    var records = 0
    for failure in listing.failures where shard?.contains(failure.article) ?? true {
      failed = true
      records += 1
      report(failure)
    }
    var stream = AnnotatedStream(
      listing.files, options: try source.inputs.options(), jobs: source.jobs)
    stream.shard = shard
    while let outcome = stream.next() {
      records += 1
      switch outcome {
      case .success(let annotated):
        StandardOutput.write(
          timeml
            ? Array(TimeMLWriter.document(annotated).utf8)
            : ExtractRecord(annotated).line(portable ? .portable : .plain))
      case .failure(let failure):
        // From a pipe the record alone tells of it: engines take any other exit status than 0 for
        // the failure of the whole partition.
        failed = failed || source.paths != ["-"]
        report(failure)
      }
    }
    if trailer { StandardOutput.write(ExtractRecord.trailer(records: records)) }
    if failed { throw ExitStatus.someInputsFailed }
  }

  private func report(_ failure: ReadingFailure) {
    StandardOutput.message("dateline: " + printable(failure.description))
    if !timeml {
      StandardOutput.write(
        ExtractRecord.failure(id: failure.article.name, error: failure.description))
    }
  }
}

/// A part of the articles, told by their names alone: every machine finds the same.
struct Shard: ExpressibleByArgument, Sendable {
  private let number: UInt64
  private let count: UInt64

  /// Reads "i/n"; n/n is 0/n, so that parts may be numbered from 0 or from 1.
  init?(argument: String) {
    let sides = argument.split(separator: "/", omittingEmptySubsequences: false)
    guard sides.count == 2, let number = UInt64(sides[0]), let count = UInt64(sides[1]),
      count > 0, number <= count
    else { return nil }
    self.number = number % count
    self.count = count
  }

  /// Whether the article `id` belongs to this part.
  func contains(_ id: ArticleID) -> Bool {
    var hash = ContentHash()
    hash.combine(id.name.utf8)
    // The low bits of FNV-1a are not mixed well enough for small counts.
    return (hash.value >> 32 ^ hash.value) % count == number
  }
}
