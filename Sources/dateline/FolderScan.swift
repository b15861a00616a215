import DatelineModel
import DatelineReading
import DatelineStore
import DatelineText
import Synchronization

/// Reads and annotates the articles beside the event loop, and posts them as they are done.
struct FolderScan: Sendable {
  let paths: [String]
  let options: ReadingOptions
  let jobs: Int
  let mailbox: Mailbox
  let log: DecisionLog
  let control: ScanControl
  /// Where the index of the corpus lies; nil where it was declined.
  let indexPath: String?
  let session: SessionFile

  /// How many articles are posted together at most, so that the panes fill by the handful.
  private static let batch = 64

  /// Starts the work and returns at once.
  func start() {
    Task.detached { await run() }
  }

  private func run() async {
    postDecisions()
    if let session = session.read() { mailbox.post(.restored(session)) }
    let listing = ArticleSource.files(at: paths)
    mailbox.post(.scanStarted(files: listing.files.count))
    mailbox.post(
      .failed(
        listing.failures.map { ArticleFailure(article: $0.article, reason: $0.error.description) }))
    var stream = AnnotatedStream(
      listing.files, options: options, jobs: jobs, index: openIndex())
    var articles: [AnnotatedArticle] = []
    var failures: [ArticleFailure] = []
    var done = 0
    let clock = ContinuousClock()
    let started = clock.now
    var posted = started
    while let outcome = await stream.next() {
      switch outcome {
      case .success(let article): articles.append(article)
      case .failure(let failure):
        failures.append(ArticleFailure(article: failure.article, reason: failure.description))
      }
      done += 1
      if articles.count >= Self.batch || clock.now - posted > .milliseconds(150) {
        posted = clock.now
        post(&articles, &failures, done: done, after: posted - started)
      }
      while control.isPaused.load(ordering: .relaxed) {
        try? await Task.sleep(for: .milliseconds(200))
      }
    }
    post(&articles, &failures, done: done, after: clock.now - started)
    mailbox.post(.scanFinished)
  }

  /// Articles are read without an index where there can be none.
  private func openIndex() -> CorpusIndex? {
    guard let indexPath else { return nil }
    do throws(StoreError) {
      return try CorpusIndex(path: indexPath, version: annotatorStamp(), visit: .begins)
    } catch {
      mailbox.post(.notice(Notice("working without an index: \(error.text)", tone: .error)))
      return nil
    }
  }

  private func post(
    _ articles: inout [AnnotatedArticle], _ failures: inout [ArticleFailure], done: Int,
    after duration: Duration
  ) {
    if !articles.isEmpty { mailbox.post(.read(articles)) }
    if !failures.isEmpty { mailbox.post(.failed(failures)) }
    mailbox.post(.progressed(files: done, seconds: duration / .seconds(1)))
    articles = []
    failures = []
  }

  /// The user's earlier decisions come first, so that the first facts already follow them.
  private func postDecisions() {
    do {
      let contents = try log.read()
      guard !contents.entries.isEmpty else { return }
      mailbox.post(
        .decisionsRead(
          contents.entries.map { LoggedDecision(id: $0.id, decision: $0.decision) }))
    } catch {
      mailbox.post(.notice(Notice("the decisions cannot be read: \(error)", tone: .error)))
    }
  }
}
