internal import DatelineText
internal import Glibc
internal import Synchronization

/// The sections of a snapshot, mapped into memory: only what is looked at is read, and the system
/// may take it back at any time.
///
/// A class, for the mapping ends with its last user. Safe to share: the bytes never change, for a
/// new snapshot is a new file. Places outside of the file read as nothing, so that damage is never
/// fatal.
final class SnapshotInput: Sendable {
  private struct Record {
    var start: Int
    var starts: Int
    var count: Int
    var width: Int
    /// Where the table of blocks lies, and how many there are; none where rows are not packed.
    var blocks = 0
    var blockCount = 0
    var isPacked = false
  }

  private let file: Int32
  private let address: UInt
  private let size: Int
  private let records: [Record]
  private let unpacked = Mutex(BlockCache())

  /// Maps the file at `path`; nil where there is none, or none of this form, or not all of it.
  init?(path: String) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_size >= SnapshotSection.headerSize,
      let mapped = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, file, 0),
      mapped != MAP_FAILED
    else {
      close(file)
      return nil
    }
    // What lies around a place that is looked at is seldom looked at next.
    madvise(mapped, Int(status.st_size), Int32(MADV_RANDOM))
    address = UInt(bitPattern: mapped)
    size = Int(status.st_size)
    let bytes = UnsafeRawBufferPointer(start: mapped, count: size)
    func number(_ place: Int) -> Int {
      Int(truncatingIfNeeded: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }
    let records = SnapshotSection.allCases.compactMap { Self.record(of: $0, in: bytes) }
    guard bytes[0..<8].elementsEqual(SnapshotSection.magic), number(8) == size,
      records.count == SnapshotSection.allCases.count
    else {
      munmap(mapped, size)
      close(file)
      return nil
    }
    self.file = file
    self.records = records
  }

  /// The entry of a section in the header; nil where it points out of the file.
  private static func record(of section: SnapshotSection, in bytes: UnsafeRawBufferPointer)
    -> Record?
  {
    func number(_ place: Int) -> Int {
      Int(truncatingIfNeeded: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }
    let place = 16 + section.rawValue * SnapshotSection.recordSize
    var record = Record(
      start: number(place), starts: number(place + 8), count: number(place + 16),
      width: number(place + 24))
    record.isPacked = record.width > SnapshotSection.packed
    if record.isPacked { record.width -= SnapshotSection.packed }
    let range = 0...bytes.count
    guard range.contains(record.start), range.contains(record.starts),
      range.contains(record.count), [0, 4, 8].contains(record.width)
    else { return nil }
    let end =
      record.width == 0
      ? record.start + record.count * 4 : record.starts + (record.count + 1) * record.width
    guard record.isPacked else { return end <= bytes.count ? record : nil }
    guard end + 8 <= bytes.count else { return nil }
    record.blocks = end + 8
    record.blockCount = number(end)
    let isInside =
      (0...bytes.count / 16).contains(record.blockCount)
      && record.blocks + (record.blockCount + 1) * 16 <= bytes.count
    return isInside ? record : nil
  }

  deinit {
    munmap(UnsafeMutableRawPointer(bitPattern: address), size)
    close(file)
  }

  /// Lets the system take back the pages that were looked at.
  func releasePages() {
    madvise(UnsafeMutableRawPointer(bitPattern: address), size, Int32(MADV_DONTNEED))
  }

  private var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: address), count: size)
  }

  /// How many rows a section has.
  func count(_ section: SnapshotSection) -> Int { records[section.rawValue].count }

  /// The bytes of a row; none where there is no such row.
  func row(_ section: SnapshotSection, _ index: Int) -> [UInt8] {
    withRow(section, index) { Array($0) }
  }

  /// How many bytes a row has.
  func size(_ section: SnapshotSection, _ index: Int) -> Int { extent(section, index).count }

  /// A row that holds a string.
  func string(_ section: SnapshotSection, _ index: Int) -> String {
    withRow(section, index) { String(decoding: $0, as: UTF8.self) }
  }

  /// Bytes of a row; none where the row has none there.
  func slice(_ section: SnapshotSection, _ index: Int, _ range: Range<Int>) -> [UInt8] {
    withRow(section, index) { range.upperBound <= $0.count ? Array($0[range]) : [] }
  }

  /// The numbers of a row.
  func list(_ section: SnapshotSection, _ index: Int) -> [Int] {
    numbers(section, index).map { Int($0) }
  }

  /// The numbers of a row, as they lie there.
  func numbers(_ section: SnapshotSection, _ index: Int) -> [UInt32] {
    withRow(section, index) { row in
      [UInt32](unsafeUninitializedCapacity: row.count / 4) { buffer, count in
        count = row.count / 4
        UnsafeMutableRawBufferPointer(buffer)
          .copyMemory(from: UnsafeRawBufferPointer(rebasing: row.prefix(count * 4)))
      }
    }
  }

  /// The numbers of a section of numbers, where they lie: valid for as long as this lives.
  func numbers(of section: SnapshotSection) -> SnapshotNumbers {
    let record = records[section.rawValue]
    guard record.width == 0 else {
      return SnapshotNumbers(UnsafeRawBufferPointer(start: nil, count: 0))
    }
    let end = record.start + record.count * 4
    return SnapshotNumbers(UnsafeRawBufferPointer(rebasing: bytes[record.start..<end]))
  }

  /// The days between two numbers of a row; nil where neither is a day.
  func days(_ first: SnapshotSection, _ last: SnapshotSection, _ row: Int) -> DayInterval? {
    Self.days(number(first, row), number(last, row))
  }

  /// The days between two numbers; nil where neither is a day.
  static func days(_ first: UInt32, _ last: UInt32) -> DayInterval? {
    func day(_ number: UInt32) -> DayNumber? {
      let day = DayNumber(rawValue: Int32(bitPattern: number))
      return day.isSensible ? day : nil
    }
    let (earliest, latest) = (day(first), day(last))
    if let earliest, let latest, earliest > latest { return nil }
    return earliest == nil && latest == nil
      ? nil : DayInterval(earliest: earliest, latest: latest)
  }

  /// Lets `body` read the bytes of a row where they lie, or where they were unpacked.
  func withRow<Value>(
    _ section: SnapshotSection, _ index: Int, _ body: (UnsafeRawBufferPointer) -> Value
  ) -> Value {
    let extent = extent(section, index)
    let record = records[section.rawValue]
    guard record.isPacked else {
      let place = (record.start + extent.lowerBound)..<(record.start + extent.upperBound)
      return body(UnsafeRawBufferPointer(rebasing: bytes[place]))
    }
    guard !extent.isEmpty else { return body(UnsafeRawBufferPointer(start: nil, count: 0)) }
    let block = block(of: record, at: extent.lowerBound)
    let content = unpackedBlock(block, of: record, section)
    let start = extent.lowerBound - number(ofBlock: block, in: record)
    return content.withUnsafeBytes { content in
      guard start >= 0, start + extent.count <= content.count else {
        return body(UnsafeRawBufferPointer(start: nil, count: 0))
      }
      return body(UnsafeRawBufferPointer(rebasing: content[start..<(start + extent.count)]))
    }
  }

  /// The last block of a packed section that begins no later than an unpacked byte.
  private func block(of record: Record, at place: Int) -> Int {
    var (low, high) = (0, record.blockCount)
    while low < high {
      let middle = (low + high) / 2
      if number(ofBlock: middle, in: record) <= place { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  /// Where a block begins: in the unpacked bytes, or 8 bytes on in the packed ones. Damaged bytes give
  /// a wrong number, but one with which nothing overflows.
  private func number(ofBlock block: Int, in record: Record, _ further: Int = 0) -> Int {
    let place = record.blocks + block * 16 + further
    return Int(bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self) & Self.most)
  }

  /// The most that a number of a block may be.
  private static let most: UInt64 = 1 << 48 - 1

  /// The bytes of a block; none where they are damaged.
  private func unpackedBlock(_ block: Int, of record: Record, _ section: SnapshotSection)
    -> [UInt8]
  {
    let key = BlockCache.Key(section: section, block: block)
    if let known = unpacked.withLock({ $0.bytes(of: key) }) { return known }
    guard block < record.blockCount else { return [] }
    let count = number(ofBlock: block + 1, in: record) - number(ofBlock: block, in: record)
    let lower = number(ofBlock: block, in: record, 8)
    let upper = number(ofBlock: block + 1, in: record, 8)
    guard count >= 0, lower >= 0, lower <= upper, upper <= size - record.start else { return [] }
    let packed = read(upper - lower, at: record.start + lower)
    // What cannot be packed is stored as it is.
    let content =
      packed.count == count
      ? packed : packed.withUnsafeBytes { PackedBytes.unpack($0, count: count) } ?? []
    unpacked.withLock { $0.keep(content, for: key) }
    return content
  }

  /// Reads bytes of the file without mapping them: for each page that is looked at the system maps
  /// sixteen, and the packed sections are most of the file.
  private func read(_ count: Int, at place: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, pread(file, buffer.baseAddress, count, off_t(place)))
    }
  }

  /// The first row whose bytes do not come before `key`, in a section whose rows are in order.
  func firstRow(of section: SnapshotSection, from key: [UInt8]) -> Int {
    var (low, high) = (0, count(section))
    while low < high {
      let middle = (low + high) / 2
      if withRow(section, middle, { $0.lexicographicallyPrecedes(key) }) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  /// Number `position` of a row; nil where the row is shorter.
  func number(_ section: SnapshotSection, _ index: Int, at position: Int) -> Int? {
    withRow(section, index) { row in
      guard position >= 0, (position + 1) * 4 <= row.count else { return nil }
      return Int(row.loadUnaligned(fromByteOffset: position * 4, as: UInt32.self))
    }
  }

  /// The number in a row of a section of numbers; 0 where there is no such row.
  func number(_ section: SnapshotSection, _ index: Int) -> UInt32 {
    let record = records[section.rawValue]
    guard record.width == 0, index >= 0, index < record.count else { return 0 }
    return bytes.loadUnaligned(fromByteOffset: record.start + index * 4, as: UInt32.self)
  }

  /// Where the bytes of a row stand, from the start of its section on, unpacked.
  private func extent(_ section: SnapshotSection, _ index: Int) -> Range<Int> {
    let record = records[section.rawValue]
    guard record.width > 0, index >= 0, index < record.count else { return 0..<0 }
    func start(_ index: Int) -> Int {
      let place = record.starts + index * record.width
      return record.width == 4
        ? Int(bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self))
        : Int(
          truncatingIfNeeded: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }
    let (lower, upper) = (start(index), start(index + 1))
    let isSensible = 0 <= lower && lower <= upper
    guard isSensible, record.isPacked || upper <= size - record.start else { return 0..<0 }
    return lower..<upper
  }
}

/// The numbers of a section, where they lie.
struct SnapshotNumbers: RandomAccessCollection {
  /// Four bytes each.
  let bytes: UnsafeRawBufferPointer

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var startIndex: Int { 0 }
  var endIndex: Int { bytes.count / 4 }
  subscript(position: Int) -> UInt32 {
    bytes.loadUnaligned(fromByteOffset: position * 4, as: UInt32.self)
  }
}
