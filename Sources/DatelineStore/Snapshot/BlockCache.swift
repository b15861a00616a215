/// Blocks of a snapshot that were unpacked not long ago: lists come back to the rows beside a row.
///
/// Each block has one place, by its number, and gives way to the next that has the same: at most
/// `places` blocks are held, 1 MB where all are of the usual size.
struct BlockCache {
  /// Which block of which section.
  struct Key: Equatable {
    var section: SnapshotSection
    var block: Int
  }

  private static let places = 256
  /// Blocks of one long row are not kept.
  private static let largest = 4 * SnapshotSection.blockSize

  private var entries = [(key: Key, bytes: [UInt8])?](repeating: nil, count: places)

  /// The bytes of a block; nil where it is not held.
  func bytes(of key: Key) -> [UInt8]? {
    entries[Self.place(of: key)].flatMap { $0.key == key ? $0.bytes : nil }
  }

  /// Holds the bytes of a block.
  mutating func keep(_ bytes: [UInt8], for key: Key) {
    guard bytes.count <= Self.largest else { return }
    entries[Self.place(of: key)] = (key, bytes)
  }

  private static func place(of key: Key) -> Int {
    (key.block &* 31 &+ key.section.rawValue) & (places - 1)
  }
}
