import DatelineModel
import DatelineReading
import DatelineStore
import DatelineText

/// Reads and annotates the articles beside the event loop, and posts them as they are done.
///
/// What an earlier run stored of the resolved corpus is shown at once, and brought up to date
/// behind it. A corpus that the browser would have to hold otherwise is stored too.
struct FolderScan: Sendable {
  let paths: [String]
  /// How files are read. Made when the first is: the names of fields are a table.
  let options: @Sendable () -> ReadingOptions
  let jobs: Int
  let mailbox: Mailbox
  let log: DecisionLog
  let control: ScanControl
  /// Where the index of the corpus lies; nil where it was declined.
  let indexPath: String?
  let session: SessionFile
  /// Whether to go on where the last run ended.
  let takesSessionUp: Bool
  /// What `dateline` is called with to index the same corpus.
  let indexArguments: [String]

  /// How many articles the browser holds in memory while it reads a corpus for the first time; the
  /// facts of more are stored beside the index and read as they are looked at.
  static let heldArticles = 400

  /// Whether what was read is to be posted: often at first, so that the panes fill by the handful,
  /// then ever more rarely. All facts are made anew after each post, and so the work of that stays
  /// a small multiple of making them once.
  private static func isDue(_ elapsed: Duration, since posted: Duration) -> Bool {
    elapsed - posted > max(.milliseconds(150), posted / 3)
  }

  /// What an earlier run left.
  struct Opening {
    /// What the first frame shows: the user's decisions, where the user was, the stored corpus.
    var messages: [Message] = []
    /// What was stored.
    var snapshot: CorpusSnapshot?
    /// The user's earlier decisions.
    var decisions: [Decision] = []
  }

  /// Reads what an earlier run left; where that is nothing, the browser is told to wait.
  ///
  /// Cost: what the rows of the first frame take, and a few nanoseconds for each article.
  func opening() -> Opening {
    var opening = Opening()
    do throws(StoreError) {
      let entries = try log.read().entries
      opening.decisions = entries.map(\.decision)
      if !entries.isEmpty {
        opening.messages.append(
          .decisionsRead(entries.map { LoggedDecision(id: $0.id, decision: $0.decision) }))
      }
    } catch {
      opening.messages.append(
        .notice(Notice("the decisions cannot be read: \(error.text)", tone: .error)))
    }
    if takesSessionUp, let session = session.read() {
      opening.messages.append(.restored(session))
    }
    opening.snapshot = indexPath.flatMap { openSnapshot(ofIndexAt: $0) }
    if opening.snapshot != nil { returnLargeMemoryAtOnce() }
    opening.messages.append(
      opening.snapshot.map { resolved($0, opening.decisions) } ?? .scanStarted(files: 0))
    return opening
  }

  /// The user's decisions as they are now; none where they cannot be read, which the opening has told.
  var decisions: [Decision] { (try? log.read().entries.map(\.decision)) ?? [] }

  /// Starts the work and returns at once.
  func start(_ opening: Opening) {
    BackgroundThread.start {
      // For each place that was looked at before the first frame the system mapped all that it reads at
      // once, a third of a megabyte of a file that was written just now.
      opening.snapshot?.releasePages()
      control.inTurn { run(opening.snapshot, opening.decisions) }
    }
  }

  private func run(_ snapshot: CorpusSnapshot?, _ decisions: [Decision]) {
    var files: String?
    if let snapshot, let indexPath {
      FolderWatch.start(paths) { filesChanged($0) }
      files = fingerprint()
      let seen = SeenCorpus(ofIndexAt: indexPath)
      let stamp = SnapshotStamp(
        program: snapshot.stamp.program, articles: snapshot.stamp.articles, decisions: decisions)
      if let files, snapshot.stamp == stamp, seen == SeenCorpus(files: files, stamp: stamp) {
        mailbox.post(.scanFinished)
        return
      }
    }
    let index = openIndex()
    if index != nil, snapshot == nil { FolderWatch.start(paths) { filesChanged($0) } }
    if let index, let snapshot {
      refresh(snapshot, index, decisions)
    } else {
      readAll(index, decisions)
    }
    mailbox.post(.scanFinished)
    if let index { postNew(index) }
    if let index, let files, let stamp = try? index.stamp(decisions),
      control.shownSnapshot?.stamp == stamp
    {
      // Without it the next start looks everything up again, and nothing else.
      try? SeenCorpus(files: files, stamp: stamp).write(ofIndexAt: index.path)
    }
    // Lists of all files are not needed again.
    returnFreeMemory()
  }

  /// Stands for the files as they are now; work that takes its time is told.
  private func fingerprint() -> String? {
    let clock = ContinuousClock()
    let started = clock.now
    var isTold = false
    return ArticleSource.fingerprint(of: paths) {
      guard !isTold, clock.now - started > .seconds(1) else { return }
      isTold = true
      mailbox.post(.scanStarted(files: 0))
    }
  }

  /// Reads everything and posts what a browser can hold; what a larger corpus says is stored.
  private func readAll(_ index: CorpusIndex?, _ decisions: [Decision]) {
    let listing = ArticleSource.files(at: paths)
    mailbox.post(.scanStarted(files: listing.files.count))
    mailbox.post(.failed(listing.failures.map(ArticleFailure.init)))
    var gatherer = CorpusGatherer(listing.failures, beside: index, jobs: jobs)
    var articles: [AnnotatedArticle] = []
    var failures: [ArticleFailure] = []
    var posted = Duration.zero
    let isWhole = read(listing.files, index) { reading, elapsed in
      if index != nil { gatherer.add(reading) }
      switch reading {
      case .success(let article):
        if index == nil || gatherer.count <= Self.heldArticles { articles.append(article) }
      case .failure(let failure): failures.append(ArticleFailure(failure))
      }
      if Self.isDue(elapsed, since: posted) {
        posted = elapsed
        post(&articles, &failures)
      }
    }
    let isHeld = index == nil || gatherer.count <= Self.heldArticles
    if isWhole, let index { index.forgetFiles(notIn: listing) }
    if isWhole, isHeld, let articles = try? index?.fingerprint() {
      control.keeps((gatherer.count, articles))
    }
    post(&articles, &failures)
    guard isWhole, let index else { return }
    if !isHeld { store(gatherer, index, decisions) }
  }

  /// Reads files and leaves in the index what is new; calls `take` with each article and the time
  /// since the start. Returns whether all were read: the user may have stopped it.
  func read(
    _ files: [SourceFile], _ index: CorpusIndex?,
    _ take: (AnnotatedStream.Reading, Duration) -> Void
  ) -> Bool {
    var stream = AnnotatedStream(files, options: options(), jobs: jobs, index: index)
    let clock = ContinuousClock()
    let started = clock.now
    var reported = Duration.zero
    var done = 0
    var isWhole = false
    while control.mayGoOn() {
      guard let reading = stream.next() else {
        isWhole = true
        break
      }
      let elapsed = clock.now - started
      take(reading, elapsed)
      done += 1
      if elapsed - reported > .milliseconds(250) {
        reported = elapsed
        report(stream.filesDone(of: files.count), done, after: elapsed)
      }
    }
    stream.stop()
    report(stream.filesDone(of: files.count), done, after: clock.now - started)
    return isWhole
  }

  /// Articles are read without an index where there can be none.
  func openIndex() -> CorpusIndex? {
    guard let indexPath else { return nil }
    if let index = control.held { return index }
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
}
