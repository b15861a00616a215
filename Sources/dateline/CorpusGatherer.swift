import DatelineModel
import DatelineReading
import DatelineStore
import DatelineText
import Glibc

/// Gathers what was read until all of it can be resolved.
struct CorpusGatherer {
  private var corpus: Corpus

  /// Starts with the paths that could not be listed.
  ///
  /// - Parameters:
  ///   - failures: Why they could not.
  ///   - index: Articles are laid aside beside it; nil to hold them.
  ///   - jobs: How many articles are worked on at the same time.
  init(_ failures: [ReadingFailure], beside index: CorpusIndex? = nil, jobs: Int = 1) {
    corpus = Corpus(
      archive: index.map { ArticleSpool(in: $0.folder) }, concurrency: .threads(jobs))
    for failure in failures { corpus.insert(ArticleFailure(failure)) }
  }

  /// How many articles were gathered.
  var count: Int { corpus.count }

  /// Takes an article, or why it could not be read.
  mutating func add(_ reading: AnnotatedStream.Reading) {
    switch reading {
    case .success(let article): corpus.insert(article)
    case .failure(let failure): corpus.insert(ArticleFailure(failure))
    }
  }

  /// The corpus with its facts; `report` hears of each step.
  consuming func resolved(
    _ decisions: [Decision], reportingTo report: (ResolvingStep) -> Void = { _ in }
  ) -> Corpus {
    corpus.setDecisions(decisions)
    corpus.resolve(reportingTo: report)
    return corpus
  }
}

extension CorpusIndex {
  /// Takes files that are gone out of the index.
  func forgetFiles(notIn listing: SourceListing) {
    // What could not be listed may be there all the same.
    guard listing.failures.isEmpty else { return }
    let names = Set(listing.files.map(\.id.name))
    // Where they stay, they are taken out the next time.
    try? forgetFiles { names.contains($0) }
  }

  /// Stores what all articles of `listing` say together, unless that is up to date.
  func keep(_ corpus: Corpus, of listing: SourceListing) {
    forgetFiles(notIn: listing)
    guard corpus.count > 0, let stamp = try? stamp(corpus.decisions),
      CorpusSnapshot(path: snapshotPath, program: stamp.program)?.stamp != stamp
    else { return }
    // Without it the browser opens more slowly, and nothing else.
    try? CorpusSnapshot.write(corpus, stamp: stamp, to: snapshotPath)
  }

  /// Stands for what this index holds, resolved by this program with `decisions`.
  func stamp(_ decisions: [Decision]) throws(StoreError) -> SnapshotStamp {
    SnapshotStamp(program: annotatorStamp(), articles: try fingerprint(), decisions: decisions)
  }
}

/// Lets large pieces of memory go back to the system as soon as they are free: the lists that each
/// letter of a filter makes anew would otherwise stay. Nothing happens where libc has no mallopt(3).
func returnLargeMemoryAtOnce() {
  typealias Option = @convention(c) (Int32, Int32) -> Int32
  guard let symbol = dlsym(nil, "mallopt") else { return }
  let set = unsafeBitCast(symbol, to: Option.self)
  // M_MMAP_THRESHOLD and M_TRIM_THRESHOLD: from so many bytes on a piece is mapped by itself, and so
  // many may stay free at the end.
  for option: Int32 in [-3, -1] { _ = set(option, 1 << 20) }
}

/// Gives memory that is free back to the system: after a large corpus was resolved the allocator
/// would keep many times of what a browser needs. Nothing happens where libc has no malloc_trim(3).
func returnFreeMemory() {
  typealias Trim = @convention(c) (Int) -> Int32
  guard let symbol = dlsym(nil, "malloc_trim") else { return }
  _ = unsafeBitCast(symbol, to: Trim.self)(0)
}
