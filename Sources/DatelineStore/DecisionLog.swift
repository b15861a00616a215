public import DatelineModel
internal import DatelineText
internal import FoundationEssentials
internal import Glibc

/// The append-only log of what the user decided: one JSON object a line, in plain text.
///
/// The log lies beside the articles (`dateline.decisions.jsonl`), or under the XDG data directory
/// where the folder cannot be written. A line is written in one call and synced before the decision
/// counts. Undoing is a line too, and an undo may itself be undone. Lines that cannot be read stay
/// where they are, are reported and otherwise passed over. Two logs are merged by concatenation:
/// identifiers are derived from content, so a line that both hold counts once, and an undo works
/// wherever it stands.
public struct DecisionLog: Sendable {
  /// The name of the log beside the articles.
  public static let fileName = "dateline.decisions.jsonl"

  /// Where the log lies.
  public let path: String
  private let user: String

  /// Makes the log at `path`, which need not exist yet; `user` signs new lines.
  public init(path: String, user: String) {
    self.path = path
    self.user = user
  }

  /// The log for the corpus in `folder`, an absolute path.
  ///
  /// - Parameters:
  ///   - folder: The folder of the articles.
  ///   - dataHome: The XDG data directory, used where `folder` cannot be written.
  ///   - user: Who decides.
  public init(folder: String, dataHome: String, user: String) {
    let beside = folder + "/" + Self.fileName
    if access(beside, F_OK) == 0 ? access(beside, W_OK) == 0 : access(folder, W_OK) == 0 {
      self.init(path: beside, user: user)
    } else {
      var hash = ContentHash()
      hash.combine(folder.utf8)
      let name = hash.hexadecimal + ".decisions.jsonl"
      self.init(path: dataHome + "/dateline/" + name, user: user)
    }
  }
}

// MARK: - Reading

extension DecisionLog {
  /// A decision with the identifier of its line.
  public struct Entry: Hashable, Sendable {
    /// The identifier, by which it can be undone.
    public var id: String
    /// What was decided.
    public var decision: Decision
  }

  /// What a log holds.
  public struct Contents: Hashable, Sendable {
    /// The decisions in force, in the order they were taken.
    public var entries: [Entry]
    /// Lines that could not be read, by number from 1: reported, never removed.
    public var unreadable: [Int]
  }

  /// Reads the log. A log that does not exist is empty.
  public func read() throws(StoreError) -> Contents {
    let (records, unreadable) = try readRecords()
    let active = activeRecords(records)
    let entries = records.compactMap { record -> Entry? in
      guard active.contains(record.id), let decision = record.decision else { return nil }
      return Entry(id: record.id, decision: decision)
    }
    return Contents(entries: entries, unreadable: unreadable)
  }

  /// The readable records without repetition, and the numbers of the lines that are none.
  private func readRecords() throws(StoreError) -> ([DecisionRecord], unreadable: [Int]) {
    guard let bytes = try readFile() else { return ([], []) }
    let decoder = JSONDecoder()
    var records: [DecisionRecord] = []
    var unreadable: [Int] = []
    var seen: Set<String> = []
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty {
      guard let record = try? decoder.decode(DecisionRecord.self, from: Data(line)),
        record.undoes != nil || record.decision != nil
      else {
        unreadable.append(index + 1)
        continue
      }
      if seen.insert(record.id).inserted { records.append(record) }
    }
    return (records, unreadable)
  }

  /// The identifiers of records that no record in force undoes.
  private func activeRecords(_ records: [DecisionRecord]) -> Set<String> {
    var undoers: [String: [String]] = [:]
    for record in records {
      if let target = record.undoes { undoers[target, default: []].append(record.id) }
    }
    var known: [String: Bool] = [:]
    // An undo names an older line by a hash of that line, so the chain cannot close; the guard
    // value stops a forged one.
    func isActive(_ id: String) -> Bool {
      if let answer = known[id] { return answer }
      known[id] = true
      let answer = !(undoers[id] ?? []).contains { isActive($0) }
      known[id] = answer
      return answer
    }
    return Set(records.map(\.id).filter { isActive($0) })
  }

  private func readFile() throws(StoreError) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    if file < 0, errno == ENOENT { return nil }
    guard file >= 0 else { throw .system(path: path, code: errno) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(file, &buffer, buffer.count)
      if count == 0 { return bytes }
      if count > 0 {
        bytes.append(contentsOf: buffer[..<count])
      } else if errno != EINTR {
        throw .system(path: path, code: errno)
      }
    }
  }
}

// MARK: - Writing

extension DecisionLog {
  /// Appends a decision and syncs it; returns the identifier of its line.
  ///
  /// - Parameters:
  ///   - decision: What was decided.
  ///   - time: When, in ISO 8601, for people who read the log.
  @discardableResult
  public func append(_ decision: Decision, at time: String) throws(StoreError) -> String {
    try append(DecisionRecord(decision), at: time)
  }

  /// Appends a line that undoes the line `id`: a decision, or an earlier undo.
  @discardableResult
  public func undo(_ id: String, at time: String) throws(StoreError) -> String {
    var record = DecisionRecord("undo")
    record.undoes = id
    return try append(record, at: time)
  }

  private func append(_ unsigned: DecisionRecord, at time: String) throws(StoreError) -> String {
    try makeFolder()
    let file = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw .system(path: path, code: errno) }
    defer { close(file) }
    // Two programs on one folder take turns; the lock goes with the file.
    guard flock(file, LOCK_EX) == 0 else { throw .system(path: path, code: errno) }
    var record = unsigned
    record.at = time
    record.by = user
    record.id = try identifier(of: record)
    var line = try encode(record)
    if try endsMidLine(file) { line.insert(UInt8(ascii: "\n"), at: 0) }
    try write(line, to: file)
    guard fsync(file) == 0 else { throw .system(path: path, code: errno) }
    return record.id
  }

  /// Derived from the record and the number of lines before it, so that marking, unmarking and
  /// marking again are three lines.
  private func identifier(of record: DecisionRecord) throws(StoreError) -> String {
    var hash = ContentHash()
    hash.combine(try encode(record))
    hash.combine(String(try readRecords().0.count).utf8)
    return hash.hexadecimal
  }

  private func encode(_ record: DecisionRecord) throws(StoreError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(record) else {
      throw .system(path: path, code: EINVAL)
    }
    return Array(data) + [UInt8(ascii: "\n")]
  }

  /// Whether the last line was torn, so that the next must not be glued to it.
  private func endsMidLine(_ file: Int32) throws(StoreError) -> Bool {
    let size = lseek(file, 0, SEEK_END)
    guard size >= 0 else { throw .system(path: path, code: errno) }
    guard size > 0 else { return false }
    var last: UInt8 = 0
    guard pread(file, &last, 1, size - 1) == 1 else { throw .system(path: path, code: errno) }
    return last != UInt8(ascii: "\n")
  }

  private func write(_ bytes: [UInt8], to file: Int32) throws(StoreError) {
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count > 0 {
        start += count
      } else if errno != EINTR {
        throw .system(path: path, code: errno)
      }
    }
  }

  private func makeFolder() throws(StoreError) {
    var prefix = ""
    for part in path.split(separator: "/").dropLast() {
      prefix += "/" + part
      if mkdir(prefix, 0o755) != 0, errno != EEXIST, errno != EROFS, errno != EACCES {
        throw .system(path: prefix, code: errno)
      }
    }
  }
}
