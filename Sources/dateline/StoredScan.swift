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
    control.shows(snapshot)
    return .resolved(corpus, Lookup(corpus))
  }

  /// Stores the corpus anew, for the user took a decision.
  func storeAnew() {
    BackgroundThread.start {
      control.inTurn {
        guard let index = openIndex() else { return }
        let snapshot = openSnapshot(ofIndexAt: index.path)
        let decisions = self.decisions
        control.begin()
        // The browser waits for an answer.
        if !refresh(snapshot, index, decisions), let snapshot {
          show([], addedTo: snapshot, at: index.snapshotPath, decisions, isAwaited: true)
        }
        mailbox.post(.scanFinished)
      }
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
    let known = (try? index.files()) ?? [:]
    let changed = changedFiles(listing.files, known)
    let gone =
      listing.failures.isEmpty ? Set(known.keys).subtracting(listing.files.map(\.id.name)) : []
    var articles: [AnnotatedArticle] = []
    guard take(changed, index, &articles) else { return false }
    if let snapshot, !articles.isEmpty || !gone.isEmpty {
      show(articles, without: gone, addedTo: snapshot, at: index.snapshotPath, decisions)
    }
    index.forgetFiles(notIn: listing)
    let stamp = try? index.stamp(decisions)
    if let snapshot, snapshot.stamp == stamp {
      if control.shownSnapshot?.stamp != stamp { show(snapshot, decisions) }
      return false
    }
    if let snapshot {
      // An earlier run may have read what its snapshot lacks.
      let missed = Self.missed(by: snapshot, listing.files, index, but: changed)
      guard take(missed, index, &articles) else { return false }
      show(articles, addedTo: snapshot, at: index.snapshotPath, decisions)
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

  /// Reads files that changed, and leaves in `articles` as many as are shown before they are resolved
  /// with the others; returns whether all were read.
  func take(_ files: [SourceFile], _ index: CorpusIndex?, _ articles: inout [AnnotatedArticle])
    -> Bool
  {
    guard !files.isEmpty else { return true }
    mailbox.post(.scanStarted(files: files.count))
    return read(files, index) { reading, _ in
      if case .success(let article) = reading, articles.count <= Self.addedArticles {
        articles.append(article)
      }
    }
  }

  /// The files of which a snapshot has nothing, if they are few enough to be shown beside it.
  private static func missed(
    by snapshot: CorpusSnapshot, _ files: [SourceFile], _ index: CorpusIndex,
    but others: [SourceFile]
  ) -> [SourceFile] {
    let names = (try? index.articlesNamedAsFiles()) ?? []
    var missed = Set(names.lazy.filter { !snapshot.contains(ArticleID($0)) })
    missed.subtract(others.map(\.id.name))
    guard missed.count <= addedArticles else { return [] }
    return files.filter { missed.contains($0.id.name) }
  }

  /// So many articles are shown before they are resolved together with the others.
  static let addedArticles = 200

  /// Shows a snapshot with what the articles that it lacks, or has otherwise, say by themselves, until
  /// all are resolved together; nothing happens where that is shown already and nobody waits for it.
  /// What stands in files of the names `gone` is no longer shown.
  ///
  /// - Parameter path: Where the snapshot lies; what is added is written beside it for a moment.
  func show(
    _ articles: [AnnotatedArticle], without gone: Set<String> = [],
    addedTo snapshot: CorpusSnapshot, at path: String, _ decisions: [Decision],
    isAwaited: Bool = false
  ) {
    control.inShow {
      let (fresh, isNews) = control.fresh(adding: articles, without: gone, besides: snapshot)
      guard isNews || isAwaited || control.shownSnapshot?.stamp != snapshot.stamp else { return }
      guard !fresh.isEmpty, fresh.count <= Self.addedArticles,
        let extended = extended(snapshot, by: fresh, path, decisions)
      else {
        show(snapshot, decisions)
        return
      }
      control.shows(snapshot)
      let corpus = extended.corpus(decisions: decisions)
      mailbox.post(.resolved(corpus, Lookup(corpus)))
    }
  }

  private func extended(
    _ snapshot: CorpusSnapshot, by fresh: FreshArticles, _ path: String, _ decisions: [Decision]
  ) -> ExtendedCorpus? {
    var gatherer = CorpusGatherer([])
    for article in fresh.articles { gatherer.add(.success(article)) }
    let path = path + "-added.\(getpid())"
    // What is mapped stays readable without a name.
    defer { unlink(path) }
    // Where it cannot be written, the articles are seen when all are resolved.
    try? CorpusSnapshot.write(
      gatherer.resolved(decisions), stamp: snapshot.stamp, to: path, lasts: false)
    return CorpusSnapshot(path: path, program: snapshot.stamp.program)
      .map { ExtendedCorpus(snapshot, adding: $0, without: fresh.gone(from: snapshot)) }
  }

  /// Lets another process resolve all articles, and shows that when it is done; returns whether one
  /// is at work.
  func resettles(for stamp: SnapshotStamp?) -> Bool {
    let (process, isAtWork) = control.resettle(for: stamp) { Resettling.start(indexArguments) }
    if let process {
      BackgroundThread.start {
        let clock = ContinuousClock()
        let started = clock.now
        process.wait { report($0, after: clock.now - started) }
        control.endResettling()
        filesChanged(.anything)
      }
    }
    return isAtWork
  }

  private func report(_ progress: ResettlingProgress, after time: Duration) {
    mailbox.post(
      .joining(articles: progress.done, of: progress.total, seconds: time / .seconds(1)))
  }

  /// The files that are not as they were when the index read them.
  func changedFiles(_ files: [SourceFile], _ known: [String: FileStamp]) -> [SourceFile] {
    files.filter { file in known[file.id.name].map { $0 != FileStamp(of: file) } ?? true }
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
