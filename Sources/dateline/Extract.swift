import ArgumentParser
import DatelineReading
import DatelineText

/// `dateline extract`: the stateless filter, one record in, one record out.
struct Extract: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print one JSON object per article, in input order.",
    discussion: """
      Reads files, folders and JSON lines, keeps no state between articles, and prints the same \
      bytes for the same input. An article that cannot be read gives a record with an "error" \
      member, and the run goes on.
      """)

  @OptionGroup var source: SourceOptions

  @Flag(help: "Print TimeML (XML with TIMEX3 tags) of one article instead of JSON.")
  var timeml = false

  func run() async throws {
    let listing = source.listing()
    var failed = false
    for failure in listing.failures {
      failed = true
      report(failure)
    }
    var stream = AnnotatedStream(listing.files, options: try source.options(), jobs: source.jobs)
    while let outcome = await stream.next() {
      switch outcome {
      case .success(let annotated):
        StandardOutput.write(
          ExtractRecord(annotated).line)
      case .failure(let failure):
        // From a pipe the record alone tells of it: engines take any other exit status than 0 for
        // the failure of the whole partition.
        failed = failed || source.paths != ["-"]
        report(failure)
      }
    }
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
