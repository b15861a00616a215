internal import CDatelineData

/// The weights of the network that tags and parses, used where they lie.
///
/// A word is the sum of the rows of its features. Two or more recurrent layers run over the words in
/// both directions. From what they tell of each word follow its tag, what it looks for in a head,
/// what it offers as one, how the arc between two words is named, and how far it is a name.
///
/// Layout, little-endian, each part begins at a multiple of 64 bytes: a header of "DLSN" and eleven
/// numbers (u32: version, then the sizes as in `Shape`); the feature table: checks (u32), row numbers
/// (u16), rows (i8); then the matrices: for each layer the gates, then all that is told of a word,
/// what is told of names in each kind of text besides, the match of dependent and head, the relations;
/// then the score of each distance (i32). A matrix is its numbers (i8 in the order that
/// `dateline_byte_products` takes; match and relations i16 in that of `dateline_products`), then for
/// each column what one unit of the product is worth (f32) and what is added (f32).
package struct SyntaxNetwork: Sendable {
  /// The sizes of a network.
  package struct Shape: Hashable, Sendable {
    /// The numbers that tell a word.
    package var embedding: Int
    /// The numbers that each direction of a layer keeps.
    package var state: Int
    /// The recurrent layers.
    package var layers: Int
    /// The numbers by which a dependent and a head are matched.
    package var arc: Int
    /// The numbers by which a relation is named.
    package var label: Int
    /// The columns of the tags and of the relations.
    package var tags: Int, relations: Int
    /// The columns of the tags of names.
    package var names: Int
    /// The places of the feature table, and its rows.
    package var slots: Int, rows: Int

    /// Makes the sizes from their list; nil where there are not ten of them.
    package init?(_ sizes: [Int]) {
      guard sizes.count == 10 else { return nil }
      (embedding, state, layers) = (sizes[0], sizes[1], sizes[2])
      (arc, label, tags, relations) = (sizes[3], sizes[4], sizes[5], sizes[6])
      (names, slots, rows) = (sizes[7], sizes[8], sizes[9])
    }

    /// The sizes as they are stored.
    package var list: [Int] {
      [embedding, state, layers, arc, label, tags, relations, names, slots, rows]
    }

    /// The numbers that a layer tells of a word.
    package var width: Int { 2 * state }

    /// Whether the products come out even: columns by sixteen, rows by two.
    fileprivate var isEven: Bool {
      [embedding, 6 * state, arc, label, tags, relations].allSatisfy { $0 % 16 == 0 }
        && names == Self.names
    }

    /// The columns of the tags of names, made up to sixteen.
    private static let names = 16

    /// All columns of what is told of a word: tag, head, dependent, both ends of a relation, name.
    package var told: Int { tags + 2 * arc + 2 * label + names }
  }

  /// The sizes.
  package let shape: Shape
  /// Safe to share: the bytes are constants of the program or are never freed, and nothing writes to
  /// them.
  nonisolated(unsafe) private let checks: UnsafePointer<UInt32>
  nonisolated(unsafe) private let numbers: UnsafePointer<UInt16>
  nonisolated(unsafe) private let rows: UnsafePointer<Int8>
  nonisolated(unsafe) let layers: [ByteMatrix]
  nonisolated(unsafe) let told: ByteMatrix
  /// What each kind of text says of names besides.
  nonisolated(unsafe) let kinds: [ByteMatrix]
  nonisolated(unsafe) let match: WideMatrix
  nonisolated(unsafe) let relation: WideMatrix
  nonisolated(unsafe) private let distances: UnsafePointer<Int32>

  static let alignment = 64
  package static let magic = Array("DLSN".utf8)
  package static let version = 3
  /// The number of kinds of distance.
  package static let distanceCount = 24

  /// One unit of what a layer tells, and of what heads and dependents are matched by.
  package static let layerUnit: Float = 1 / 1024, arcUnit: Float = 1 / 256

  /// Uses `memory` as a network, which must never change or go away; nil where it is none.
  package init?(_ memory: UnsafeRawBufferPointer) {
    guard memory.count >= Self.alignment, memory.starts(with: Self.magic),
      let start = memory.baseAddress
    else { return nil }
    func number(_ index: Int) -> Int {
      Int(memory.loadUnaligned(fromByteOffset: 4 + 4 * index, as: UInt32.self))
    }
    guard number(0) == Self.version, let shape = Shape((1...10).map(number)),
      shape.list.allSatisfy({ $0 > 0 && $0 < 1 << 20 }), shape.isEven,
      memory.count == Self.size(of: shape)
    else { return nil }
    self.shape = shape
    var offset = Self.alignment
    func next<Number>(_ count: Int, _ type: Number.Type) -> UnsafePointer<Number> {
      defer { offset += Self.padded(count * MemoryLayout<Number>.size) }
      return (start + offset).bindMemory(to: type, capacity: count)
    }
    func columns(_ count: Int) -> NetworkColumns {
      NetworkColumns(
        scales: next(count, Float.self), bias: next(count, Float.self), count: count)
    }
    func wide(_ inner: Int, _ count: Int) -> WideMatrix {
      WideMatrix(
        weights: next(inner * count, Int16.self), columns: columns(count), inner: inner)
    }
    func bytes(_ inner: Int, _ count: Int) -> ByteMatrix {
      ByteMatrix(weights: next(inner * count, Int8.self), columns: columns(count), inner: inner)
    }
    checks = next(shape.slots, UInt32.self)
    numbers = next(shape.slots, UInt16.self)
    rows = next(shape.rows * shape.embedding, Int8.self)
    layers = (0..<shape.layers).map {
      bytes($0 == 0 ? shape.embedding : shape.width, 6 * shape.state)
    }
    told = bytes(shape.width, shape.told)
    kinds = (0..<NameGenre.count).map { _ in bytes(shape.width, shape.names) }
    match = wide(shape.arc, shape.arc)
    relation = wide(shape.label, shape.relations)
    distances = next(Self.distanceCount, Int32.self)
  }

  /// Copies stored bytes, for good: a program makes few networks and needs them to its end. Nil where
  /// the bytes are none.
  package init?(stored bytes: [UInt8]) {
    let memory = UnsafeMutableRawBufferPointer.allocate(
      byteCount: bytes.count, alignment: Self.alignment)
    memory.copyBytes(from: bytes)
    self.init(UnsafeRawBufferPointer(memory))
  }

  /// `count` made up to where the next part may begin.
  package static func padded(_ count: Int) -> Int {
    (count + alignment - 1) / alignment * alignment
  }

  private static func size(of shape: Shape) -> Int {
    func matrix(_ inner: Int, _ columns: Int, byte: Int) -> Int {
      padded(byte * inner * columns) + 2 * padded(4 * columns)
    }
    let layers =
      matrix(shape.embedding, 6 * shape.state, byte: 1)
      + (shape.layers - 1) * matrix(shape.width, 6 * shape.state, byte: 1)
    let told =
      matrix(shape.width, shape.told, byte: 1)
      + NameGenre.count * matrix(shape.width, shape.names, byte: 1)
    let trees =
      matrix(shape.arc, shape.arc, byte: 2) + matrix(shape.label, shape.relations, byte: 2)
      + padded(4 * distanceCount)
    return alignment + padded(4 * shape.slots) + padded(2 * shape.slots)
      + padded(shape.rows * shape.embedding) + layers + told + trees
  }
}

// MARK: - Features

extension SyntaxNetwork {
  /// Where `feature` is looked for first, and what tells it from others.
  package static func place(of feature: UInt64, slots: Int) -> (slot: Int, check: UInt32) {
    let slot = Int(truncatingIfNeeded: ((feature >> 32) &* UInt64(truncatingIfNeeded: slots)) >> 32)
    return (slot, max(UInt32(truncatingIfNeeded: feature), 1))
  }

  /// The numbers of `feature`; nil where it was not learnt.
  @inline(__always)
  func row(of feature: UInt64) -> UnsafePointer<Int8>? {
    var (slot, check) = Self.place(of: feature, slots: shape.slots)
    while checks[slot] != check {
      if checks[slot] == 0 { return nil }
      slot = slot &+ 1 == shape.slots ? 0 : slot &+ 1
    }
    return rows + Int(numbers[slot]) &* shape.embedding
  }

  /// What the distance between a dependent and a head is worth, in units of their match.
  @inline(__always)
  func distance(_ head: Int, _ dependent: Int) -> Int32 {
    distances[Self.distanceKind(head, dependent)]
  }

  /// The kind of distance between two nodes of a tree, of which 0 is the root.
  @inline(__always)
  package static func distanceKind(_ head: Int, _ dependent: Int) -> Int {
    if head == 0 { return 0 }
    let distance = head &- dependent
    let size = abs(distance)
    let step = size < 8 ? size : size < 12 ? 8 : size < 18 ? 9 : size < 30 ? 10 : 11
    return distance > 0 ? step : 12 &+ step
  }
}
