import DatelineModel
import DatelineReading
import DatelineStore
import DatelineText
import Glibc

// How a stored corpus is brought up to date beside the event loop.
extension FolderScan {
  /// The snapshot of an earlier run of this program, whether or not it is up to date.
  func openSnapshot(ofIndexAt path: String) -> CorpusSnapshot? {
    CorpusSnapshot(path: CorpusIndex.snapshotPath(of: path), program: annotatorStamp())
  }

  /// Lets the browser show a snapshot.
  func show(_ snapshot: CorpusSnapshot, _ decisions: [Decision]) {
    mailbox.post(resolved(snapshot, decisions))
  }

  /// The message that lets the browser show a snapshot.
  func resolved(_ snapshot: CorpusSnapshot, _ decisions: [Decision]) -> Message {
    let corpus = snapshot.corpus(decisions: decisions)
    control.shows(snapshot.stamp)
    return .resolved(corpus, Lookup(corpus))
  }

  /// Stores the corpus anew, for the user took a decision.
  func storeAnew() {
    BackgroundThread.start {
      control.inTurn {
        guard let index = openIndex() else { return }
        let snapshot = openSnapshot(ofIndexAt: index.path)
        let decisions = (try? log.read().entries.map(\.decision)) ?? []
        control.begin()
        // The browser waits for an answer.
        if !refresh(snapshot, index, decisions), let snapshot { show(snapshot, decisions) }
        mailbox.post(.scanFinished)
      }
    }
  }

  /// Shows what became of the files, for some of them changed.
  func filesChanged() {
    control.inTurn {
      guard let index = openIndex() else { return }
      control.begin()
      refresh(
        openSnapshot(ofIndexAt: index.path), index, (try? log.read().entries.map(\.decision)) ?? [])
      mailbox.post(.scanFinished)
      postNew(index)
    }
  }

  /// Lets the browser mark what is new since the user was here before.
  func postNew(_ index: CorpusIndex) {
    if let articles = try? index.newArticles() { mailbox.post(.foundNew(articles)) }
  }

  /// Stores what the browser holds and has just resolved, once everything was read.
  func keep(_ corpus: Corpus) {
    guard control.fingerprint(of: corpus.count) != nil else { return }
    control.inTurn {
      guard let index = control.held, let articles = control.fingerprint(of: corpus.count)
      else { return }
      let stamp = SnapshotStamp(
        program: annotatorStamp(), articles: articles, decisions: corpus.decisions)
      // Without it the next start takes longer, and nothing else.
      try? CorpusSnapshot.write(corpus, stamp: stamp, to: index.snapshotPath)
    }
  }

  /// Shows a new snapshot where files or decisions differ from those of `snapshot`; returns whether
  /// it did.
  @discardableResult
  func refresh(_ snapshot: CorpusSnapshot?, _ index: CorpusIndex, _ decisions: [Decision]) -> Bool {
    control.keeps(nil)
    let listing = ArticleSource.files(at: paths)
    let changed = changedFiles(listing, index)
    if !changed.isEmpty {
      mailbox.post(.scanStarted(files: changed.count))
      var articles: [AnnotatedArticle] = []
      let isWhole = read(changed, index) { reading, _ in
        if case .success(let article) = reading, articles.count <= Self.addedArticles {
          articles.append(article)
        }
      }
      guard isWhole else { return false }
      if let snapshot { show(articles, addedTo: snapshot, index, decisions) }
    }
    index.forgetFiles(notIn: listing)
    let stamp = try? index.stamp(decisions)
    if let snapshot, snapshot.stamp == stamp {
      if control.shownStamp != snapshot.stamp { show(snapshot, decisions) }
      return false
    }
    if snapshot != nil, listing.files.count > Self.heldArticles, resettles(for: stamp) {
      return false
    }
    mailbox.post(.scanStarted(files: listing.files.count))
    var gatherer = CorpusGatherer(listing.failures, beside: index, jobs: jobs)
    guard read(listing.files, index, { reading, _ in gatherer.add(reading) }) else { return false }
    store(gatherer, index, decisions)
    return true
  }

  /// So many articles are shown before they are resolved together with the others.
  private static let addedArticles = 200

  /// Shows what the articles that a snapshot lacks say by themselves, until all are resolved
  /// together.
  private func show(
    _ articles: [AnnotatedArticle], addedTo snapshot: CorpusSnapshot, _ index: CorpusIndex,
    _ decisions: [Decision]
  ) {
    let fresh = control.fresh(adding: articles) { snapshot.contains($0) }
    guard !fresh.isEmpty, fresh.count <= Self.addedArticles else { return }
    var gatherer = CorpusGatherer([])
    for article in fresh { gatherer.add(.success(article)) }
    let path = index.snapshotPath + "-added.\(getpid())"
    // What is mapped stays readable without a name.
    defer { unlink(path) }
    // Where it cannot be written, the articles are seen when all are resolved.
    try? CorpusSnapshot.write(gatherer.resolved(decisions), stamp: snapshot.stamp, to: path)
    guard let added = CorpusSnapshot(path: path, program: snapshot.stamp.program),
      let extended = ExtendedCorpus(snapshot, adding: added)
    else { return }
    let corpus = extended.corpus(decisions: decisions)
    mailbox.post(.resolved(corpus, Lookup(corpus)))
    postNew(index)
  }

  /// Lets another process resolve all articles, and shows that when it is done; returns whether one
  /// is at work.
  private func resettles(for stamp: SnapshotStamp?) -> Bool {
    let (process, isAtWork) = control.resettle(for: stamp) { Resettling.start(indexArguments) }
    if let process {
      BackgroundThread.start {
        let clock = ContinuousClock()
        let started = clock.now
        process.wait { report($0, after: clock.now - started) }
        control.endResettling()
        filesChanged()
      }
    }
    return isAtWork
  }

  private func report(_ progress: ResettlingProgress, after time: Duration) {
    mailbox.post(
      .joining(articles: progress.done, of: progress.total, seconds: time / .seconds(1)))
  }

  /// The files that are not as they were when the index read them.
  private func changedFiles(_ listing: SourceListing, _ index: CorpusIndex) -> [SourceFile] {
    guard let known = try? index.files() else { return listing.files }
    return listing.files.filter { file in
      known[file.id.name].map { $0 != FileStamp(of: file) } ?? true
    }
  }

  /// Resolves what was read, stores it, and lets the browser show that; where it cannot be stored,
  /// the browser has to hold it.
  func store(_ gatherer: consuming CorpusGatherer, _ index: CorpusIndex, _ decisions: [Decision]) {
    defer { returnFreeMemory() }
    // Taken before the long work: what changes meanwhile is seen the next time.
    let stamp = try? index.stamp(decisions)
    let count = gatherer.count
    let clock = ContinuousClock()
    let started = clock.now
    let corpus = gatherer.resolved(decisions) { step in
      returnFreeMemory()
      report(ResettlingProgress(step, of: count), after: clock.now - started)
    }
    do throws(StoreError) {
      guard let stamp else { throw .damaged(path: index.path) }
      try CorpusSnapshot.write(corpus, stamp: stamp, to: index.snapshotPath)
      guard let snapshot = openSnapshot(ofIndexAt: index.path) else { return }
      show(snapshot, decisions)
    } catch {
      mailbox.post(.notice(Notice("the facts are not stored: \(error.text)", tone: .error)))
      mailbox.post(.resolved(corpus, Lookup(corpus)))
    }
  }
}

extension ArticleFailure {
  /// What the browser shows of a failure.
  init(_ failure: ReadingFailure) {
    self.init(article: failure.article, reason: failure.description)
  }
}
