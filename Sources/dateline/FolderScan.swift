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
  /// Whether to go on where the last run ended.
  let takesSessionUp: Bool

  /// Whether what was read is to be posted: often at first, so that the panes fill by the handful,
  /// then ever more rarely. All facts are made anew after each post, and so the work of that stays
  /// a small multiple of making them once.
  private static func isDue(_ elapsed: Duration, since posted: Duration) -> Bool {
    elapsed - posted > max(.milliseconds(150), posted / 3)
  }

  /// Starts the work and returns at once.
  func start() {
    BackgroundThread.start { run() }
  }

  private func run() {
    postDecisions()
    if takesSessionUp, let session = session.read() { mailbox.post(.restored(session)) }
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
    var posted = Duration.zero
    var reported = Duration.zero
    while control.mayGoOn(), let outcome = stream.next() {
      switch outcome {
      case .success(let article): articles.append(article)
      case .failure(let failure):
        failures.append(ArticleFailure(article: failure.article, reason: failure.description))
      }
      done += 1
      let elapsed = clock.now - started
      if Self.isDue(elapsed, since: posted) {
        posted = elapsed
        post(&articles, &failures)
      }
      if elapsed - reported > .milliseconds(250) {
        reported = elapsed
        report(stream.filesDone(of: listing.files.count), done, after: elapsed)
      }
    }
    stream.stop()
    post(&articles, &failures)
    report(stream.filesDone(of: listing.files.count), done, after: clock.now - started)
    mailbox.post(.scanFinished)
  }

  /// Articles are read without an index where there can be none.
  private func openIndex() -> CorpusIndex? {
    guard let indexPath else { return nil }
    do throws(StoreError) {
      let index = try CorpusIndex(path: indexPath, version: annotatorStamp(), visit: .begins)
      control.hold(index)
      return index
    } catch {
      mailbox.post(.notice(Notice("working without an index: \(error.text)", tone: .error)))
      return nil
    }
  }

  private func post(_ articles: inout [AnnotatedArticle], _ failures: inout [ArticleFailure]) {
    if !articles.isEmpty { mailbox.post(.read(articles)) }
    if !failures.isEmpty { mailbox.post(.failed(failures)) }
    articles = []
    failures = []
  }

  private func report(_ files: Int, _ articles: Int, after duration: Duration) {
    mailbox.post(
      .progressed(files: files, articles: articles, seconds: duration / .seconds(1)))
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
