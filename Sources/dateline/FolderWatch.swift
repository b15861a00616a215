import DatelineStore
import Glibc

/// Tells what changes below some folders, without looking at them again and again.
///
/// The kernel's inotify(7) wakes a thread of its own; nothing wakes while nothing changes. A program
/// that saves a file makes several changes at once, so a change is told when the folders have been
/// quiet for a moment.
struct FolderWatch {
  /// How long the folders must be quiet, in milliseconds.
  private static let pause: Int32 = 30
  /// How many such moments a stream of changes is waited for at most.
  private static let longestWait = 10
  /// Room for a few hundred changes.
  private static let bufferSize = 1 << 16

  /// Written and closed, moved here or away, deleted; made, for folders and links.
  private static let mask = UInt32(
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE | IN_EXCL_UNLINK)
  /// What says that more changed than one name: changes were lost, or a folder came or went.
  private static let wide = UInt32(IN_Q_OVERFLOW | IN_UNMOUNT | IN_IGNORED | IN_ISDIR)

  private let paths: [String]
  private let queue: Int32
  /// By number of a watch: what the names of files in its folder begin with. Empty where a name alone
  /// does not tell which article it is: several paths were named, or files, or links lead to folders.
  private var prefixes: [Int32: [UInt8]] = [:]
  private var tellsNames = false
  private var change = FolderChange.files([])

  /// Watches the folders at `paths`, and the folders of files that were named, and calls `notice`
  /// after each change. Where the kernel refuses, changes are found at the next start.
  static func start(_ paths: [String], notice: @escaping @Sendable (FolderChange) -> Void) {
    let queue = inotify_init1(Int32(IN_CLOEXEC))
    guard queue >= 0 else { return }
    // Before anybody looks at the folders: what changes from now on is told.
    var watch = FolderWatch(paths, queue)
    watch.watchAll()
    let prepared = watch
    // The user sees what it tells, and it does little itself.
    BackgroundThread.start(givesWay: false) {
      var watch = prepared
      while let change = watch.next() { notice(change) }
      close(queue)
    }
  }

  private init(_ paths: [String], _ queue: Int32) {
    self.paths = paths
    self.queue = queue
  }

  /// Sleeps until something changed and no more is changing; nil where that cannot be had.
  private mutating func next() -> FolderChange? {
    change = .files([])
    var buffer = [UInt8](repeating: 0, count: Self.bufferSize)
    while change == .files([]) {
      guard take(&buffer) else { return nil }
    }
    for _ in 0..<Self.longestWait {
      var request = pollfd(fd: queue, events: Int16(POLLIN), revents: 0)
      guard poll(&request, 1, Self.pause) > 0 else { break }
      guard take(&buffer) else { return nil }
    }
    // Folders that were made meanwhile; those that are watched already stay as they are.
    if change == .anything { watchAll() }
    return change
  }

  /// Takes waiting changes; false where the queue is broken.
  private mutating func take(_ buffer: inout [UInt8]) -> Bool {
    let count = read(queue, &buffer, buffer.count)
    guard count > 0 else { return count < 0 && errno == EINTR }
    let headerSize = MemoryLayout<inotify_event>.size
    var offset = 0
    while offset + headerSize <= count {
      let event = buffer.withUnsafeBytes {
        $0.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
      }
      let start = offset + headerSize
      offset = start + Int(event.len)
      note(event, named: buffer[start..<min(count, offset)].prefix { $0 != 0 })
    }
    return true
  }

  private mutating func note(_ event: inotify_event, named name: ArraySlice<UInt8>) {
    // Hidden files and the log of decisions are no articles.
    guard name.first != UInt8(ascii: "."), !name.elementsEqual(DecisionLog.fileName.utf8) else {
      return
    }
    guard tellsNames, event.mask & Self.wide == 0, let prefix = prefixes[event.wd],
      let text = String(validating: prefix + name, as: UTF8.self)
    else {
      change = .anything
      return
    }
    change.formUnion(.files([text]))
  }

  // MARK: - Folders

  private mutating func watchAll() {
    prefixes = [:]
    tellsNames = paths.count == 1
    for path in paths { watch(path) }
  }

  /// Watches the folder at `path` and all below it that are not hidden; of a file, its folder.
  private mutating func watch(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      tellsNames = false
      let end = path.lastIndex(of: "/")
      inotify_add_watch(queue, end.map { String(path[..<$0]) } ?? ".", Self.mask)
      return
    }
    var pending: [(path: String, prefix: String)] = []
    // A folder is watched before those beside it are listed, which may take a while.
    func enter(_ path: String, _ prefix: String) {
      let number = inotify_add_watch(queue, path, Self.mask)
      guard number >= 0 else { return }
      prefixes[number] = Array(prefix.utf8)
      pending.append((path, prefix))
    }
    enter(path, "")
    while let folder = pending.popLast() {
      for name in folders(in: folder.path) {
        enter(folder.path + "/" + name, folder.prefix + name + "/")
      }
    }
  }

  /// The names of the folders in a folder, but for hidden ones and those that links lead to.
  private mutating func folders(in path: String) -> [String] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var folders: [String] = []
    while let entry = readdir(stream) {
      let kind = entry.pointee.d_type
      guard kind == UInt8(DT_DIR) || (kind != UInt8(DT_REG) && tellsNames) else { continue }
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard !name.hasPrefix(".") else { continue }
      if kind == UInt8(DT_DIR) {
        folders.append(name)
      } else if isFolder(path + "/" + name) {
        tellsNames = false
      }
    }
    return folders
  }

  private func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}

/// What changed below the folders of a corpus.
enum FolderChange: Sendable, Equatable {
  /// The files of these names alone, as articles are named: made, changed or gone.
  case files(Set<String>)
  /// Anything may have changed.
  case anything

  /// Adds what else changed.
  mutating func formUnion(_ other: FolderChange) {
    if case .files(let names) = self, case .files(let more) = other {
      self = .files(names.union(more))
    } else {
      self = .anything
    }
  }
}
