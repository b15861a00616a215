import DatelineModel
import DatelineReading
import DatelineStore
import DatelineText

// How changes in the folder come into the open browser.
extension FolderScan {
  /// Files of which the folder told that they changed, and nothing else did.
  private struct NamedFiles {
    /// Those that are there.
    var files: [SourceFile] = []
    /// The names of those that are not.
    var gone: Set<String> = []
  }

  /// So many articles are read before anything else is looked at.
  private static let shownAtOnce = 16
  /// Larger files, in bytes, hold many.
  private static let largestAtOnce: Int64 = 1 << 18

  /// Shows what became of the files, for some of them changed.
  ///
  /// New and changed articles are shown at once, and what is gone no longer, whatever else is being
  /// done; then the index is brought up to date in turn, with all that changed meanwhile.
  func filesChanged(_ change: FolderChange) {
    if let named = namedFiles(change) { showAtOnce(named) }
    guard control.awaits(change) else { return }
    BackgroundThread.start {
      control.inTurn {
        let change = control.takeChanges()
        guard let index = openIndex() else { return }
        control.begin()
        let decisions = self.decisions
        let snapshot = latestSnapshot(index)
        if let snapshot, let named = namedFiles(change) {
          refresh(named, snapshot, index, decisions)
        } else {
          refresh(snapshot, index, decisions)
        }
        mailbox.post(.scanFinished)
        postNew(index)
      }
    }
  }

  /// The snapshot beside the index: where it is the one that is shown, that, with what it has unpacked.
  private func latestSnapshot(_ index: CorpusIndex) -> CorpusSnapshot? {
    let stored = openSnapshot(ofIndexAt: index.path)
    let shown = control.shownSnapshot
    return shown?.stamp == stored?.stamp ? shown : stored
  }

  /// The files that a change names; nil where the whole folder has to be looked at.
  private func namedFiles(_ change: FolderChange) -> NamedFiles? {
    guard case .files(let names) = change, names.count <= Self.addedArticles, paths.count == 1
    else { return nil }
    var named = NamedFiles()
    for name in names.sorted() {
      switch ArticleSource.listed(name, below: paths[0]) {
      case .file(let file): named.files.append(file)
      case .nothing: named.gone.insert(name)
      case .unknown: return nil
      }
    }
    return named
  }

  /// Shows the articles of files as they are now, without the index.
  private func showAtOnce(_ named: NamedFiles) {
    guard let indexPath, let snapshot = control.shownSnapshot, !control.isPaused else { return }
    let files = named.files
    guard files.count <= Self.shownAtOnce, !files.isEmpty || !named.gone.isEmpty,
      files.allSatisfy({ $0.status.map { $0.size <= Self.largestAtOnce } ?? false })
    else { return }
    var articles: [AnnotatedArticle] = []
    var stream = AnnotatedStream(files, options: options(), jobs: 1)
    while let reading = stream.next() {
      if case .success(let article) = reading { articles.append(article) }
      guard articles.count <= Self.shownAtOnce else { return }
    }
    show(
      articles, without: named.gone, addedTo: snapshot,
      at: CorpusIndex.snapshotPath(of: indexPath), decisions)
  }

  /// Brings the index up to date where nothing but the named files changed, and lets all be resolved
  /// together. Cost: that of the files, whatever the size of the corpus; then a pass over the names
  /// of articles.
  private func refresh(
    _ named: NamedFiles, _ snapshot: CorpusSnapshot, _ index: CorpusIndex, _ decisions: [Decision]
  ) {
    guard snapshot.articleCount > Self.heldArticles else {
      refresh(snapshot, index, decisions)
      return
    }
    let known = (try? index.files(named: named.files.map(\.id.name))) ?? [:]
    var articles: [AnnotatedArticle] = []
    guard take(changedFiles(named.files, known), index, &articles) else { return }
    show(
      articles, without: named.gone, addedTo: snapshot, at: index.snapshotPath, decisions)
    // Where they stay, they are taken out when the whole folder is looked at.
    try? index.forgetFiles(named: named.gone)
    let stamp = try? index.stamp(decisions)
    if snapshot.stamp != stamp, !resettles(for: stamp) { refresh(snapshot, index, decisions) }
  }
}
