import DatelineReading
import DatelineStore
import DatelineText

/// Reads and annotates articles, several at a time, and hands them over in input order.
///
/// What an index holds is taken from there; what it does not hold is annotated and stored in the
/// background. At most `window` articles are held at once, however many there are.
struct AnnotatedStream: ~Copyable {
  typealias Reading = Result<AnnotatedArticle, ReadingFailure>

  /// What was made of one article: the reading of it, and what the index is to keep of it.
  private struct Step: Sendable {
    var reading: Reading
    var content: IndexedArticle.Content?
  }

  /// Something that was started, in input order.
  private enum Pending {
    case article(Outcome<Step>, file: String, place: Int)
    case end(IndexChange)
  }

  /// A file that is being read.
  private struct Current: ~Copyable {
    var stream: ArticleStream
    let name: String
    let stamp: FileStamp?
    var count = 0
    var hasFailures = false
  }

  private var files: ArraySlice<SourceFile>
  private var current: Current?
  private var pending: [Pending] = []
  private let options: ReadingOptions
  private let window: Int
  private let threads: WorkerThreads
  private let index: CorpusIndex?
  private var writer: IndexWriter?
  /// Which articles are handed over; all where nil.
  var shard: Shard?

  /// Starts on `files`; `jobs` articles are annotated at the same time.
  init(_ files: [SourceFile], options: ReadingOptions, jobs: Int, index: CorpusIndex? = nil) {
    self.files = files[...]
    self.options = options
    self.index = index
    writer = index.map { IndexWriter($0) }
    // A second article for each job waits its turn, so that no core idles while one is handed over.
    window = jobs == 1 ? 1 : 2 * jobs
    threads = WorkerThreads(jobs == 1 ? 0 : jobs)
  }

  /// The next article, or the reason why it could not be read; nil at the end, when all is stored.
  mutating func next() -> Reading? {
    while true {
      while pending.count < window, let started = start() { pending.append(started) }
      guard !pending.isEmpty else {
        writer?.flush()
        return nil
      }
      switch pending.removeFirst() {
      case .end(let change): writer?.add(change)
      case .article(let work, let file, let place):
        let step = work.wait()
        if let content = step.content {
          let id = step.reading.id
          writer?.add(
            .article(IndexedArticle(file: file, place: place, id: id, content: content)))
        }
        return step.reading
      }
    }
  }

  /// Stores what was made so far, where the rest is not wanted.
  mutating func stop() { writer?.flush() }

  /// How many files have not been opened yet.
  var filesLeft: Int { files.count }

  /// How many of `total` files were read to their ends.
  func filesDone(of total: Int) -> Int { total - files.count - (current != nil ? 1 : 0) }

  /// Why the index could not be written any more; nil where it could.
  var storeError: StoreError? { writer?.error }

  /// Reads one more article and starts on it, or ends a file; nil at the end of all.
  private mutating func start() -> Pending? {
    while true {
      if current != nil {
        if let outcome = current?.stream.next() {
          if let shard, !shard.contains(outcome.id) { continue }
          return start(on: outcome)
        }
        if let end = endOfCurrent() { return .end(end) }
      }
      guard let file = files.popFirst() else { return nil }
      // The stamp is taken before the file is read: a change while it is read is then seen later.
      current = Current(
        stream: ArticleStream(file, options: options), name: file.id.name,
        stamp: index == nil ? nil : FileStamp(of: file))
    }
  }

  private mutating func start(on outcome: Result<Article, ReadingFailure>) -> Pending {
    let place = current?.count ?? 0
    let name = current?.name ?? ""
    current?.count += 1
    if case .failure = outcome { current?.hasFailures = true }
    let index = writer?.error == nil ? index : nil
    let work = threads.start {
      switch outcome {
      case .success(let article): Self.step(article, index: index)
      case .failure(let failure):
        Step(
          reading: .failure(failure),
          content: index == nil ? nil : .failure(reason: failure.description))
      }
    }
    return .article(work, file: name, place: place)
  }

  /// A file with unreadable articles is never taken for done: it may have been a passing trouble.
  private mutating func endOfCurrent() -> IndexChange? {
    guard let current = current.take(), index != nil else { return nil }
    return .file(
      name: current.name, stamp: current.hasFailures ? nil : current.stamp, count: current.count)
  }

  private static func step(_ article: Article, index: CorpusIndex?) -> Step {
    let brought = broughtAnnotation(of: article)
    guard let index else {
      return Step(reading: .success(brought ?? Annotator.annotate(article.withoutAnnotation)))
    }
    let article = brought?.article ?? article.withoutAnnotation
    let digest = ContentDigest(article)
    // An index that cannot be read is no reason to stop: the article is annotated instead.
    if let stored = try? index.annotation(of: article, digest: digest) {
      return Step(reading: .success(stored.annotated), content: .known(stored.number))
    }
    let annotated = brought ?? Annotator.annotate(article)
    return Step(
      reading: .success(annotated), content: .new(IndexEntry(annotated, digest: digest)))
  }

  /// What a line of `dateline extract --portable` says of its article; nil where it says nothing,
  /// or where other rules said it.
  private static func broughtAnnotation(of article: Article) -> AnnotatedArticle? {
    guard let portable = article.metadata.annotation else { return nil }
    return try? AnnotationCodec.annotated(article, portable: portable)
  }
}

extension Article {
  /// The article without what was found in it before.
  fileprivate var withoutAnnotation: Article {
    guard metadata.annotation != nil else { return self }
    var article = self
    article.metadata.annotation = nil
    return article
  }
}

extension Result where Success == AnnotatedArticle, Failure == ReadingFailure {
  /// The name of the article.
  fileprivate var id: ArticleID { map(\.article).id }
}

extension Result where Success == Article, Failure == ReadingFailure {
  /// The name of the article.
  fileprivate var id: ArticleID {
    switch self {
    case .success(let article): article.id
    case .failure(let failure): failure.article
    }
  }
}
