internal import DatelineModel
internal import Glibc

/// Writes the sections of a snapshot one after the other into a file beside its final place.
///
/// The file takes its name only when all of it is on the disk: a kill leaves the old one, and
/// programs that have the old one open go on reading it.
struct SnapshotOutput: ~Copyable {
  private let path: String
  private let temporary: String
  private let file: Int32
  private var buffer: [UInt8] = []
  private var offset = SnapshotSection.headerSize
  private var header: [UInt8]
  private var isFinished = false
  private let concurrency: Concurrency

  private static let bufferSize = 1 << 20
  /// How many rows are made before they are packed and written.
  private static let rowsAtOnce = 1024

  /// Starts a file that becomes `path`; rows are made as `concurrency` runs work.
  init(path: String, concurrency: Concurrency) throws(StoreError) {
    self.path = path
    self.concurrency = concurrency
    temporary = path + ".\(getpid())"
    Self.removeLeavings(of: path)
    header = [UInt8](repeating: 0, count: SnapshotSection.headerSize)
    file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw Self.error(temporary, errno) }
    guard lseek(file, off_t(offset), SEEK_SET) >= 0 else { throw Self.error(temporary, errno) }
  }

  /// Removes what programs that were killed left of files that were to become `path`.
  private static func removeLeavings(of path: String) {
    guard let end = path.lastIndex(of: "/"), let folder = opendir(String(path[..<end])) else {
      return
    }
    defer { closedir(folder) }
    let prefix = String(path[path.index(after: end)...]) + "."
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasPrefix(prefix), let process = pid_t(name.dropFirst(prefix.count)),
        kill(process, 0) != 0, errno == ESRCH
      else { continue }
      unlink(String(path[...end]) + name)
    }
  }

  deinit {
    close(file)
    if !isFinished { unlink(temporary) }
  }

  /// Writes rows of bytes of any length.
  mutating func rows(_ section: SnapshotSection, count: Int, row: (Int) -> [UInt8])
    throws(StoreError)
  {
    let start = offset
    var starts = [UInt64(0)]
    starts.reserveCapacity(count + 1)
    for index in 0..<count {
      try write(row(index))
      starts.append(UInt64(offset - start))
    }
    let isLong = offset - start > Int(UInt32.max)
    record(section, start: start, starts: offset, count: count, width: isLong ? 8 : 4)
    try write(starts, isLong: isLong)
  }

  /// Writes rows of bytes of any length, packed in blocks that each hold whole rows.
  mutating func packedRows(
    _ section: SnapshotSection, count: Int, row: @escaping @Sendable (Int) -> [UInt8]
  ) throws(StoreError) {
    try packedRows(section, count: count) {
      (row($0), ())
    } take: { _ in
    }
  }

  /// The same; `take` is given what else was made of each row, in order.
  mutating func packedRows<Other: Sendable>(
    _ section: SnapshotSection, count: Int,
    row: @escaping @Sendable (Int) -> (bytes: [UInt8], other: Other), take: (Other) -> Void
  ) throws(StoreError) {
    let start = offset
    var starts = [UInt64(0)]
    starts.reserveCapacity(count + 1)
    var blocks: [UInt64] = []
    var block: [UInt8] = []
    var end: UInt64 = 0
    var next = 0
    while next < count {
      let first = next
      let rows = concurrency.map(min(Self.rowsAtOnce, count - first)) { row(first + $0) }
      next += rows.count
      var whole: [[UInt8]] = []
      for (index, made) in rows.enumerated() {
        let bytes = made.bytes
        take(made.other)
        end += UInt64(bytes.count)
        block += bytes
        starts.append(end)
        guard block.count >= SnapshotSection.blockSize || first + index + 1 == count else {
          continue
        }
        whole.append(block)
        block = []
      }
      var unpacked = end - UInt64(block.count) - UInt64(whole.reduce(0) { $0 + $1.count })
      let (full, packed) = (
        whole,
        concurrency.map(whole.count) { [whole] in
          PackedBytes.pack(whole[$0]) ?? whole[$0]
        }
      )
      for (bytes, packed) in zip(full, packed) {
        blocks += [unpacked, UInt64(offset - start)]
        unpacked += UInt64(bytes.count)
        try write(packed)
      }
    }
    blocks += [end, UInt64(offset - start)]
    let isLong = end > UInt64(UInt32.max)
    record(
      section, start: start, starts: offset, count: count,
      width: (isLong ? 8 : 4) + SnapshotSection.packed)
    try write(starts, isLong: isLong)
    for value in [UInt64(blocks.count / 2 - 1)] + blocks { try write(Self.bytes(value)) }
  }

  private mutating func write(_ starts: [UInt64], isLong: Bool) throws(StoreError) {
    for value in starts {
      try write(isLong ? Self.bytes(value) : Self.bytes(UInt32(truncatingIfNeeded: value)))
    }
  }

  /// Writes rows of numbers.
  mutating func lists(_ section: SnapshotSection, count: Int, row: (Int) -> [Int])
    throws(StoreError)
  {
    try rows(section, count: count) { Self.bytes(of: row($0)) }
  }

  /// Writes rows of numbers, packed.
  mutating func packedLists(
    _ section: SnapshotSection, count: Int, row: @escaping @Sendable (Int) -> [Int]
  )
    throws(StoreError)
  {
    try packedRows(section, count: count) { Self.bytes(of: row($0)) }
  }

  private static func bytes(of numbers: [Int]) -> [UInt8] {
    numbers.flatMap { bytes(UInt32(truncatingIfNeeded: $0)) }
  }

  /// Writes one number a row.
  mutating func numbers(_ section: SnapshotSection, _ values: [UInt32]) throws(StoreError) {
    record(section, start: offset, starts: 0, count: values.count, width: 0)
    for value in values { try write(Self.bytes(value)) }
  }

  /// Writes the header, waits until all is on the disk where the file `lasts`, and gives it its name.
  mutating func finish(lasts: Bool) throws(StoreError) {
    try flush()
    header.replaceSubrange(0..<8, with: SnapshotSection.magic)
    header.replaceSubrange(8..<16, with: Self.bytes(UInt64(offset)))
    let count = pwrite(file, header, header.count, 0)
    guard count == header.count else { throw Self.error(path, count < 0 ? errno : ENOSPC) }
    guard !lasts || fsync(file) == 0 else { throw Self.error(path, errno) }
    guard rename(temporary, path) == 0 else { throw Self.error(path, errno) }
    isFinished = true
  }

  private mutating func record(
    _ section: SnapshotSection, start: Int, starts: Int, count: Int, width: Int
  ) {
    let place = 16 + section.rawValue * SnapshotSection.recordSize
    let bytes = [start, starts, count, width].flatMap { Self.bytes(UInt64($0)) }
    header.replaceSubrange(place..<(place + bytes.count), with: bytes)
  }

  private mutating func write(_ bytes: [UInt8]) throws(StoreError) {
    buffer += bytes
    offset += bytes.count
    if buffer.count >= Self.bufferSize { try flush() }
  }

  private mutating func flush() throws(StoreError) {
    var start = 0
    while start < buffer.count {
      let count = buffer[start...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count > 0 {
        start += count
      } else if errno != EINTR {
        throw Self.error(path, errno)
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private static func error(_ path: String, _ code: Int32) -> StoreError {
    switch code {
    case ENOSPC, EDQUOT, EFBIG: .diskFull(path: path)
    case EROFS, EACCES: .readOnly(path: path)
    default: .system(path: path, code: code)
    }
  }

  private static func bytes<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }
}
