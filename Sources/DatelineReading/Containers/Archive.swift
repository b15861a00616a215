internal import CArchive

/// Reads the members of zip and tar archives and what gz, bz2, xz or zst compressed, in memory and
/// within limits; nothing is ever written to disk.
enum Archive {
  /// One file of an archive.
  struct Member {
    /// Its path in the archive; empty where only a compressed stream was read.
    var name: String
    var bytes: [UInt8]
  }

  /// Why reading stopped before the end.
  enum Stop: Error, Equatable {
    /// A member or all together grew larger than allowed.
    case tooLarge(limit: Int)
    /// It expanded more than any text does: a bomb.
    case bomb
    /// The archive is damaged or cut short.
    case damaged
  }

  /// The most that text expands: a page of repeated markup stays below 100.
  static let ratioLimit = 250
  /// Below this size the ratio is not looked at.
  static let ratioFrom = 4 << 20
  /// The most members that are read.
  static let memberLimit = 100_000

  /// Whether the library that reads archives is installed. Cost: loads it at the first call.
  static var isAvailable: Bool { dateline_archive_is_available() != 0 }

  /// Calls `receive` with each regular file of the archive; returns why it stopped early.
  ///
  /// Names that `isWanted` refuses are passed over unread.
  static func read(
    _ bytes: [UInt8], limit: Int, isWanted: (String) -> Bool = { _ in true },
    receive: (Member) -> Void
  ) -> Stop? {
    bytes.withUnsafeBytes { buffer in
      guard let archive = dateline_archive_open(buffer.baseAddress, buffer.count, 1) else {
        return .damaged
      }
      defer { dateline_archive_close(archive) }
      var total = 0
      for _ in 0..<memberLimit {
        var name: UnsafePointer<CChar>?
        let status = dateline_archive_next(archive, &name)
        guard status == 1 else { return status == 0 ? nil : .damaged }
        let path = name.map { String(cString: $0) } ?? ""
        guard isWanted(path) else { continue }
        switch member(of: archive, compressed: buffer.count, limit: limit, total: &total) {
        case .success(let content): receive(Member(name: path, bytes: content))
        case .failure(let stop): return stop
        }
      }
      return .tooLarge(limit: memberLimit)
    }
  }

  private static func member(
    of archive: OpaquePointer, compressed: Int, limit: Int, total: inout Int
  ) -> Result<[UInt8], Stop> {
    var content: [UInt8] = []
    while true {
      var status = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, filled in
        status = dateline_archive_read(archive, buffer.baseAddress, buffer.count)
        filled = max(status, 0)
      }
      guard status >= 0 else { return .failure(.damaged) }
      guard status > 0 else { return .success(content) }
      content += chunk
      total += chunk.count
      if total > ratioFrom, total / ratioLimit > compressed { return .failure(.bomb) }
      if content.count > limit || total > limit * 4 { return .failure(.tooLarge(limit: limit)) }
    }
  }
}
