/// What the bytes of a file are, told by their content and never by the file's name alone.
enum ContentType: Equatable {
  /// Text of some kind.
  case text
  /// An archive or a compressed file.
  case archive
  /// A PDF document.
  case portableDocument
  /// Something else; the words say what ("a PNG image").
  case binary(String)

  /// The type of a file that begins with `bytes`, at most a few kilobytes.
  init(_ bytes: ArraySlice<UInt8>) {
    if bytes.starts(with: "%PDF-".utf8) {
      self = .portableDocument
      return
    }
    let isTar = bytes.dropFirst(257).starts(with: "ustar".utf8)
    if isTar || Self.archives.contains(where: { bytes.starts(with: $0) }) {
      self = .archive
      return
    }
    for (magic, name) in Self.signatures where bytes.starts(with: magic) {
      self = .binary(name)
      return
    }
    if bytes.dropFirst(4).starts(with: "ftyp".utf8) {
      self = .binary("a video or picture")
      return
    }
    self = Self.looksBinary(bytes) ? .binary("binary data") : .text
  }

  /// Whether the bytes are no text in any charset: NULs that are not those of UTF-16, or more than
  /// one control character in twenty. Escape sequences of terminal logs stay below that.
  private static func looksBinary(_ bytes: ArraySlice<UInt8>) -> Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return false }
    var zeros = (even: 0, odd: 0)
    var controls = 0
    bytes.withUnsafeBufferPointer { buffer in
      for offset in buffer.indices where buffer[offset] < 0x20 {
        let byte = buffer[offset]
        if byte == 0 {
          if offset & 1 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
        } else if byte != 0x1B, !(0x08...0x0D).contains(byte) {
          controls += 1
        }
      }
    }
    let units = bytes.count / 2
    let (rare, common) = (min(zeros.even, zeros.odd), max(zeros.even, zeros.odd))
    let isUTF16 = common * 10 > units * 4 && rare * 20 < units
    let strayZeros = isUTF16 ? 0 : rare + common
    return strayZeros * 200 > bytes.count || controls * 20 > bytes.count
  }

  /// zip, gzip, zstd, xz, bzip2.
  private static let archives: [[UInt8]] = [
    [0x50, 0x4B, 0x03, 0x04], [0x1F, 0x8B], [0x28, 0xB5, 0x2F, 0xFD],
    [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], Array("BZh".utf8),
  ]

  private static let signatures: [(magic: [UInt8], name: String)] = [
    ([0x89, 0x50, 0x4E, 0x47], "a PNG image"),
    ([0xFF, 0xD8, 0xFF], "a JPEG image"),
    (Array("GIF8".utf8), "a GIF image"),
    ([0x37, 0x7A, 0xBC, 0xAF], "a 7z archive"),
    (Array("Rar!".utf8), "a RAR archive"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old office document"),
    (Array("SQLite format 3".utf8), "a database"),
    (Array("OggS".utf8), "an audio or video file"),
    (Array("ID3".utf8), "an audio file"),
    (Array("RIFF".utf8), "a sound, video or picture file"),
    ([0x1A, 0x45, 0xDF, 0xA3], "a video"),
    (Array("wOFF".utf8), "a font"),
    (Array("wOF2".utf8), "a font"),
    ([0x00, 0x01, 0x00, 0x00, 0x00], "a font"),
  ]
}
