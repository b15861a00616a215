import ArgumentParser
import DatelineModel
import DatelineReading
import DatelineStore
import DatelineText
import Glibc

/// `dateline index`: builds or refreshes the index of a corpus.
struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Build or refresh the index, so that the corpus opens at once.",
    discussion: """
      Reads what is new or changed and takes out what is gone. It may be stopped at any moment and \
      goes on from there the next time. Every other subcommand uses the index and keeps it fresh \
      too; it lies in the cache directory and may be deleted without loss. Progress is shown on a \
      terminal only.
      """)

  @OptionGroup var source: SourceOptions

  @Flag(help: "Throw the index away first.")
  var rebuild = false

  @Flag(help: "Check the whole file first, and make a damaged one anew.")
  var check = false

  /// For the browser, which lets another process do this.
  @Flag(help: .hidden)
  var tellProgress = false

  func validate() throws {
    if source.noIndex || source.paths.contains("-") {
      throw ValidationError("An index needs files or folders, and no --no-index.")
    }
  }

  func run() throws {
    do throws(StoreError) {
      if rebuild, let path = source.inputs.indexPath { try CorpusIndex.remove(path) }
      guard let index = try source.inputs.openIndex() else { return }
      if index.wasDamaged {
        StandardOutput.message("dateline: \(index.path) was damaged; it is made anew")
      }
      do throws(StoreError) { try refresh(check ? checked(index) : index) } catch .damaged {
        if let index = try madeAnew(index) { try refresh(index) }
      }
    } catch {
      StandardOutput.message("dateline: no index was made: " + error.text)
      throw ExitStatus.someInputsFailed
    }
  }

  private func checked(_ index: CorpusIndex) throws(StoreError) -> CorpusIndex {
    do throws(StoreError) {
      try index.check()
      return index
    } catch .damaged {
      return try madeAnew(index) ?? index
    }
  }

  /// A new index in place of one that turned out to be damaged.
  private func madeAnew(_ index: CorpusIndex) throws(StoreError) -> CorpusIndex? {
    StandardOutput.message("dateline: \(index.path) is damaged; it is made anew")
    try CorpusIndex.remove(index.path)
    return try source.inputs.openIndex()
  }

  private func refresh(_ index: CorpusIndex) throws(StoreError) {
    let options = (try? source.inputs.options()) ?? ReadingOptions()
    let listing = source.inputs.listing()
    let known = try index.files()
    // What has the same size, time and number as when it was read is not opened.
    let changed = listing.files.filter { file in
      known[file.id.name].map { $0 != FileStamp(of: file) } ?? true
    }
    var progress = ProgressLine(total: changed.count)
    var stream = AnnotatedStream(changed, options: options, jobs: source.jobs, index: index)
    var articles = 0
    var errors = listing.failures
    var gatherer = CorpusGatherer(listing.failures, beside: index, jobs: source.jobs)
    let isAnew = changed.count == listing.files.count
    while let outcome = stream.next() {
      articles += 1
      if isAnew { gatherer.add(outcome) }
      if case .failure(let failure) = outcome { errors.append(failure) }
      progress.show(
        files: changed.count - stream.filesLeft, articles: articles, errors: errors.count)
    }
    if let error = stream.storeError { throw error }
    let names = Set(listing.files.map(\.id.name))
    try index.forgetFiles { names.contains($0) }
    if isAnew {
      try resolve(gatherer, index)
    } else {
      try resolve(listing, index, options)
    }
    index.compact()
    let counts = try index.counts()
    progress.finish(
      "\(counts.articles) articles indexed, \(articles) read in "
        + ProgressLine.duration(progress.elapsed))
    for failure in errors {
      StandardOutput.message("dateline: " + printable(failure.description))
    }
    if !errors.isEmpty { Glibc.exit(ExitStatus.someInputsFailed.rawValue) }
  }

  /// Stores what the articles say together, unless that is up to date.
  private func resolve(
    _ listing: SourceListing, _ index: CorpusIndex, _ options: ReadingOptions
  ) throws(StoreError) {
    let snapshot = CorpusSnapshot(path: index.snapshotPath, program: annotatorStamp())
    if let snapshot, snapshot.stamp == (try index.stamp(decisions)) { return }
    var gatherer = CorpusGatherer(listing.failures, beside: index, jobs: source.jobs)
    var progress = ProgressLine(total: listing.files.count)
    var stream = AnnotatedStream(
      listing.files, options: options, jobs: source.jobs, index: index)
    while let outcome = stream.next() {
      gatherer.add(outcome)
      progress.show(
        files: listing.files.count - stream.filesLeft, articles: gatherer.count, errors: 0)
      if gatherer.count % 1024 == 0 {
        tell(ResettlingProgress(read: gatherer.count, of: listing.files.count))
      }
    }
    try resolve(gatherer, index)
  }

  private func resolve(_ gatherer: consuming CorpusGatherer, _ index: CorpusIndex)
    throws(StoreError)
  {
    let stamp = try index.stamp(decisions)
    let count = gatherer.count
    let progress = ProgressLine(total: count)
    let corpus = gatherer.resolved(decisions) { step in
      // What the step before needed would stay with the allocator.
      returnFreeMemory()
      progress.show(step, articles: count)
      tell(ResettlingProgress(step, of: count))
    }
    progress.show(.storing, articles: count)
    tell(ResettlingProgress(.storing, of: count))
    try CorpusSnapshot.write(corpus, stamp: stamp, to: index.snapshotPath)
  }

  private func tell(_ progress: ResettlingProgress) {
    if tellProgress { StandardOutput.line(progress.line) }
  }

  /// The user's decisions; none where they cannot be read, which the browser reports.
  private var decisions: [Decision] {
    let log = DecisionLog.beside(source.paths.first ?? ".")
    return (try? log.read())?.entries.map(\.decision) ?? []
  }
}
