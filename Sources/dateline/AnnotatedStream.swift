import DatelineReading
import DatelineText

/// Reads and annotates articles, several at a time, and hands them over in input order.
///
/// At most `window` articles are held at once, however many there are.
struct AnnotatedStream: ~Copyable {
  private typealias Outcome = Result<AnnotatedArticle, ReadingFailure>

  private var files: ArraySlice<SourceFile>
  private var current: ArticleStream?
  private var pending: [Task<Outcome, Never>] = []
  private let options: ReadingOptions
  private let window: Int

  /// Starts on `files`; `jobs` articles are annotated at the same time.
  init(_ files: [SourceFile], options: ReadingOptions, jobs: Int) {
    self.files = files[...]
    self.options = options
    // A second article for each job waits its turn, so that no core idles while one is handed over.
    window = jobs == 1 ? 1 : 2 * jobs
  }

  /// The next article, or the reason why it could not be read; nil at the end.
  mutating func next() async -> Result<AnnotatedArticle, ReadingFailure>? {
    while pending.count < window, let outcome = readNext() {
      pending.append(Task { outcome.map { Annotator.annotate($0) } })
    }
    return pending.isEmpty ? nil : await pending.removeFirst().value
  }

  private mutating func readNext() -> Result<Article, ReadingFailure>? {
    while true {
      if let outcome = current?.next() { return outcome }
      guard let file = files.popFirst() else { return nil }
      current = ArticleStream(file, options: options)
    }
  }
}
