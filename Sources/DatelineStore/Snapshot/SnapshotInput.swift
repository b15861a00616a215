internal import DatelineText
internal import Glibc

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
  }

  private let address: UInt
  private let size: Int
  private let records: [Record]

  /// Maps the file at `path`; nil where there is none, or none of this form, or not all of it.
  init?(path: String) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_size >= SnapshotSection.headerSize,
      let mapped = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, file, 0),
      mapped != MAP_FAILED
    else { return nil }
    // What lies around a place that is looked at is seldom looked at next.
    madvise(mapped, Int(status.st_size), Int32(MADV_RANDOM))
    address = UInt(bitPattern: mapped)
    size = Int(status.st_size)
    let bytes = UnsafeRawBufferPointer(start: mapped, count: size)
    func number(_ place: Int) -> Int {
      Int(truncatingIfNeeded: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }
    records = SnapshotSection.allCases.map { section in
      let place = 16 + section.rawValue * SnapshotSection.recordSize
      return Record(
        start: number(place), starts: number(place + 8), count: number(place + 16),
        width: number(place + 24))
    }
    let isWhole = records.allSatisfy { record in
      record.count >= 0 && record.start >= 0 && record.starts >= 0 && record.start <= size
        && record.count <= size && record.starts <= size && [0, 4, 8].contains(record.width)
        && (record.width == 0
          ? record.start + record.count * 4 <= size
          : record.starts + (record.count + 1) * record.width <= size)
    }
    guard bytes[0..<8].elementsEqual(SnapshotSection.magic), number(8) == size, isWhole else {
      munmap(mapped, size)
      return nil
    }
  }

  deinit { munmap(UnsafeMutableRawPointer(bitPattern: address), size) }

  private var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: address), count: size)
  }

  /// How many rows a section has.
  func count(_ section: SnapshotSection) -> Int { records[section.rawValue].count }

  /// The bytes of a row; none where there is no such row.
  func row(_ section: SnapshotSection, _ index: Int) -> [UInt8] {
    Array(bytes[place(section, index)])
  }

  /// How many bytes a row has.
  func size(_ section: SnapshotSection, _ index: Int) -> Int { place(section, index).count }

  /// A row that holds a string.
  func string(_ section: SnapshotSection, _ index: Int) -> String {
    String(decoding: bytes[place(section, index)], as: UTF8.self)
  }

  /// Bytes of a row; none where the row has none there.
  func slice(_ section: SnapshotSection, _ index: Int, _ range: Range<Int>) -> [UInt8] {
    let row = place(section, index)
    guard range.upperBound <= row.count else { return [] }
    let start = row.lowerBound + range.lowerBound
    return Array(bytes[start..<(start + range.count)])
  }

  /// The numbers of a row.
  func list(_ section: SnapshotSection, _ index: Int) -> [Int] {
    let row = place(section, index)
    return stride(from: row.lowerBound, to: row.lowerBound + row.count / 4 * 4, by: 4).map {
      Int(bytes.loadUnaligned(fromByteOffset: $0, as: UInt32.self))
    }
  }

  /// The numbers of a row, as they lie there.
  func numbers(_ section: SnapshotSection, _ index: Int) -> [UInt32] {
    let row = place(section, index)
    return [UInt32](unsafeUninitializedCapacity: row.count / 4) { buffer, count in
      count = row.count / 4
      UnsafeMutableRawBufferPointer(buffer)
        .copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[row.prefix(count * 4)]))
    }
  }

  /// All numbers of a section of numbers.
  func allNumbers(_ section: SnapshotSection) -> [UInt32] {
    (0..<count(section)).map { number(section, $0) }
  }

  /// The days between two numbers of a row; nil where neither is a day.
  func days(_ first: SnapshotSection, _ last: SnapshotSection, _ row: Int) -> DayInterval? {
    func day(_ section: SnapshotSection) -> DayNumber? {
      let day = DayNumber(rawValue: Int32(bitPattern: number(section, row)))
      return day.isSensible ? day : nil
    }
    let (earliest, latest) = (day(first), day(last))
    if let earliest, let latest, earliest > latest { return nil }
    return earliest == nil && latest == nil
      ? nil : DayInterval(earliest: earliest, latest: latest)
  }

  /// Lets `body` read the bytes of a row where they lie.
  func withRow<Value>(
    _ section: SnapshotSection, _ index: Int, _ body: (UnsafeRawBufferPointer) -> Value
  ) -> Value {
    body(UnsafeRawBufferPointer(rebasing: bytes[place(section, index)]))
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
    let row = place(section, index)
    guard position >= 0, (position + 1) * 4 <= row.count else { return nil }
    return Int(
      bytes.loadUnaligned(fromByteOffset: row.lowerBound + position * 4, as: UInt32.self))
  }

  /// The number in a row of a section of numbers; 0 where there is no such row.
  func number(_ section: SnapshotSection, _ index: Int) -> UInt32 {
    let record = records[section.rawValue]
    guard record.width == 0, index >= 0, index < record.count else { return 0 }
    return bytes.loadUnaligned(fromByteOffset: record.start + index * 4, as: UInt32.self)
  }

  /// Where the bytes of a row stand.
  private func place(_ section: SnapshotSection, _ index: Int) -> Range<Int> {
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
    guard 0 <= lower, lower <= upper, upper <= size - record.start else { return 0..<0 }
    return (record.start + lower)..<(record.start + upper)
  }
}
