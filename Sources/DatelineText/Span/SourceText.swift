/// The decoded text of one article: valid UTF-8 bytes with constant-time access.
///
/// Scanners walk `bytes`; a `String` is made only for what is kept or shown.
public struct SourceText: Hashable, Sendable {
  /// The UTF-8 bytes; always valid.
  public let bytes: [UInt8]

  /// Makes a text of `string`.
  public init(_ string: String) { bytes = Array(string.utf8) }

  /// Makes a text of bytes; each ill-formed sequence becomes U+FFFD.
  public init(repairing bytes: [UInt8]) {
    self.init(String(decoding: bytes, as: UTF8.self))
  }

  /// The number of bytes.
  public var count: Int { bytes.count }

  /// The span of the whole text.
  public var span: ByteSpan { ByteSpan(0, bytes.count) }

  /// The text that `span` covers.
  public subscript(span: ByteSpan) -> String {
    String(decoding: bytes[span.range], as: UTF8.self)
  }

  /// The whole text.
  public var string: String { String(decoding: bytes, as: UTF8.self) }
}

/// Turns byte offsets of one text into offsets of Unicode scalars, the unit of the JSON output.
///
/// A checkpoint is kept for every 64 bytes, so a look-up reads at most 64 bytes.
public struct ScalarOffsets: Sendable {
  private let bytes: [UInt8]
  private let checkpoints: [Int]
  private static let stride = 64

  /// Indexes `text`. Cost: one pass over the bytes.
  public init(_ text: SourceText) {
    bytes = text.bytes
    var checkpoints: [Int] = []
    checkpoints.reserveCapacity(bytes.count / Self.stride + 1)
    var scalars = 0
    for (offset, byte) in bytes.enumerated() {
      if offset % Self.stride == 0 { checkpoints.append(scalars) }
      if byte & 0xC0 != 0x80 { scalars += 1 }
    }
    if bytes.count % Self.stride == 0 { checkpoints.append(scalars) }
    self.checkpoints = checkpoints
  }

  /// The number of scalars that begin before byte `offset`.
  public func scalar(at offset: Int) -> Int {
    let checkpoint = offset / Self.stride
    var scalars = checkpoints[checkpoint]
    for byte in bytes[(checkpoint * Self.stride)..<offset] where byte & 0xC0 != 0x80 {
      scalars += 1
    }
    return scalars
  }
}
