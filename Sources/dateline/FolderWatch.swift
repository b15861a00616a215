import DatelineStore
import Glibc

/// Tells when files below some folders change, without looking at them again and again.
///
/// The kernel's inotify(7) wakes a thread of its own; nothing wakes while nothing changes. A program
/// that saves a file makes several changes at once, so a change is told when the folders have been
/// quiet for a moment.
struct FolderWatch: Sendable {
  /// How long the folders must be quiet, in milliseconds.
  private static let pause: Int32 = 60
  /// How many such moments a stream of changes is waited for at most.
  private static let longestWait = 6
  /// Room for a few hundred changes.
  private static let bufferSize = 1 << 16

  /// Written and closed, moved here or away, deleted; made, for folders.
  private static let mask = UInt32(
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE | IN_EXCL_UNLINK)

  /// Watches the folders at `paths`, and the folders of files that were named, and calls `notice`
  /// after each change. Where the kernel refuses, changes are found at the next start.
  static func start(_ paths: [String], notice: @escaping @Sendable () -> Void) {
    let queue = inotify_init1(Int32(IN_CLOEXEC))
    guard queue >= 0 else { return }
    // Before anybody looks at the folders: what changes from now on is told.
    for path in paths { watch(path, queue) }
    BackgroundThread.start {
      while waitForChange(queue) {
        // Folders that were made meanwhile; those that are watched already stay as they are.
        for path in paths { watch(path, queue) }
        notice()
      }
      close(queue)
    }
  }

  /// Sleeps until something changed and no more is changing; false where that cannot be had.
  private static func waitForChange(_ queue: Int32) -> Bool {
    var buffer = [UInt8](repeating: 0, count: bufferSize)
    while true {
      guard let isNews = take(queue, &buffer) else { return false }
      if isNews { break }
    }
    for _ in 0..<longestWait {
      var request = pollfd(fd: queue, events: Int16(POLLIN), revents: 0)
      guard poll(&request, 1, pause) > 0 else { break }
      if take(queue, &buffer) == nil { return false }
    }
    return true
  }

  /// Takes waiting changes; says whether one is of something that may be an article, nil where the
  /// queue is broken.
  private static func take(_ queue: Int32, _ buffer: inout [UInt8]) -> Bool? {
    let count = read(queue, &buffer, buffer.count)
    guard count > 0 else { return count < 0 && errno == EINTR ? false : nil }
    let headerSize = MemoryLayout<inotify_event>.size
    var isNews = false
    var offset = 0
    buffer.withUnsafeBytes { bytes in
      while offset + headerSize <= count {
        let event = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
        let name = bytes[(offset + headerSize)..<min(count, offset + headerSize + Int(event.len))]
          .prefix { $0 != 0 }
        if isArticle(name) { isNews = true }
        offset += headerSize + Int(event.len)
      }
    }
    return isNews
  }

  /// Hidden files and the log of decisions are no articles.
  private static func isArticle(_ name: Slice<UnsafeRawBufferPointer>) -> Bool {
    name.first != UInt8(ascii: ".") && !name.elementsEqual(DecisionLog.fileName.utf8)
  }

  /// Watches the folder at `path` and all below it that are not hidden; of a file, its folder.
  private static func watch(_ path: String, _ queue: Int32) {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      let end = path.lastIndex(of: "/")
      inotify_add_watch(queue, end.map { String(path[..<$0]) } ?? ".", mask)
      return
    }
    var pending = [path]
    while let folder = pending.popLast() {
      // A folder that is watched already need not be listed for itself, but for new folders in it.
      guard inotify_add_watch(queue, folder, mask) >= 0 else { continue }
      pending += folders(in: folder)
    }
  }

  private static func folders(in path: String) -> [String] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var folders: [String] = []
    while let entry = readdir(stream) {
      guard entry.pointee.d_type == UInt8(DT_DIR) else { continue }
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { folders.append(path + "/" + name) }
    }
    return folders
  }
}
