import DatelineReading
import DatelineStore
import DatelineText
import Glibc

extension Inputs {
  /// The index of the corpus at `paths`; nil where it was declined or makes no sense.
  ///
  /// - Parameter visit: Whether the user comes to look, so that what was new before is no longer.
  func openIndex(visit: IndexVisit = .none) throws(StoreError) -> CorpusIndex? {
    guard let path = indexPath else { return nil }
    return try CorpusIndex(path: path, version: annotatorStamp(), visit: visit)
  }

  /// Where the index of the corpus lies; nil for standard input and where it was declined.
  var indexPath: String? {
    guard hasIndex, !paths.contains("-") else { return nil }
    let home = environment("XDG_CACHE_HOME") ?? (environment("HOME") ?? "") + "/.cache"
    // Other names of fields make other articles of the same files.
    return CorpusIndex.path(of: paths.map(absolutePath) + [map ?? ""], cacheHome: home)
  }

  /// The arguments with which `dateline` indexes the same corpus.
  var indexArguments: [String] {
    ["index", "--tell-progress", "--jobs", "\(jobs)"] + (map.map { ["--map", $0] } ?? []) + ["--"]
      + paths
  }

  /// Opens the index of the corpus, or says on standard error why there is none.
  func openIndexOrSayWhy() -> CorpusIndex? {
    do throws(StoreError) { return try openIndex() } catch {
      StandardOutput.message("dateline: working without an index: " + error.text)
      return nil
    }
  }
}

/// Names the rules that annotate: their version, and the very program that holds them, so that a
/// program built anew never takes what other rules made.
func annotatorStamp() -> String {
  var status = stat()
  guard stat("/proc/self/exe", &status) == 0 else { return Annotator.version }
  return "\(Annotator.version) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
}

extension FileStamp {
  /// What the file system said of `file` when it was found; nil for what is no regular file.
  init?(of file: SourceFile) {
    guard let status = file.status else { return nil }
    self.init(size: status.size, modified: status.modified, node: status.node)
  }
}

extension StoreError {
  /// What went wrong and what to do, in one plain sentence.
  var text: String {
    switch self {
    case .system(let path, let code): "\(path): \(String(cString: strerror(code)))"
    case .diskFull(let path): "the disk is full, so \(path) cannot grow; make room on it"
    case .readOnly(let path):
      "\(path) cannot be written; set XDG_CACHE_HOME to a folder that can be"
    case .damaged(let path): "\(path) is damaged; it may be deleted, nothing is lost with it"
    case .busy(let path): "another program keeps \(path) locked; try again later"
    case .database(let path, let message): "\(path): \(message)"
    }
  }
}
