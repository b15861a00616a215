import DatelineModel
import DatelineReading
import DatelineStore
import DatelineText

// How a stored corpus is brought up to date beside the event loop.
extension FolderScan {
  /// The snapshot of an earlier run of this program, whether or not it is up to date.
  func openSnapshot(_ index: CorpusIndex) -> CorpusSnapshot? {
    CorpusSnapshot(path: index.snapshotPath, program: annotatorStamp())
  }

  /// Lets the browser show a snapshot.
  func show(_ snapshot: CorpusSnapshot, _ decisions: [Decision]) {
    let corpus = snapshot.corpus(decisions: decisions)
    mailbox.post(.resolved(corpus, Lookup(corpus)))
  }

  /// Stores the corpus anew, for the user took a decision.
  func storeAnew() {
    BackgroundThread.start {
      control.inTurn {
        guard let index = openIndex() else { return }
        let snapshot = openSnapshot(index)
        let decisions = (try? log.read().entries.map(\.decision)) ?? []
        control.begin()
        // The browser waits for an answer.
        if !refresh(snapshot, index, decisions), let snapshot { show(snapshot, decisions) }
      }
    }
  }

  /// Shows what became of the files, for some of them changed.
  func filesChanged() {
    control.inTurn {
      guard let index = openIndex() else { return }
      control.begin()
      refresh(openSnapshot(index), index, (try? log.read().entries.map(\.decision)) ?? [])
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
      guard read(changed, index, { _, _ in }) else { return false }
    }
    index.forgetFiles(notIn: listing)
    if let snapshot, snapshot.stamp == (try? index.stamp(decisions)) { return false }
    mailbox.post(.scanStarted(files: listing.files.count))
    var gatherer = CorpusGatherer(listing.failures)
    guard read(listing.files, index, { reading, _ in gatherer.add(reading) }) else { return false }
    store(gatherer, index, decisions)
    return true
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
    let corpus = gatherer.resolved(decisions)
    do throws(StoreError) {
      guard let stamp else { throw .damaged(path: index.path) }
      try CorpusSnapshot.write(corpus, stamp: stamp, to: index.snapshotPath)
      guard let snapshot = openSnapshot(index) else { return }
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
