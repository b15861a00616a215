import ArgumentParser
import DatelineReading
import DatelineText
import Glibc

/// `dateline merge`: the lines of several runs of `dateline extract` as one corpus.
struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Join what several runs of extract have made into one JSON Lines corpus.",
    discussion: """
      Prints each article once, in order of its id, so that neither the order of the files nor how \
      often one is given changes a byte, and merging what was merged changes nothing. The result \
      is a corpus like any other: dateline MERGED.jsonl opens it, without annotating it again.
      """)

  @Argument(help: "Output of dateline extract --portable; - for standard input.")
  var paths: [String] = ["-"]

  @Flag(help: "Join lines of different versions, and lines that were made without --portable.")
  var mixed = false

  func run() throws {
    var union = RecordUnion()
    do throws(MergeFailure) {
      for path in paths { try union.add(path) }
      if !mixed { try union.requireOneVersion() }
      for id in union.ambiguous {
        StandardOutput.message("dateline: two different articles are named " + printable(id))
      }
      try union.write()
    } catch {
      StandardOutput.message("dateline: " + printable(error.text))
      throw ExitStatus.someInputsFailed
    }
    if union.failures > 0 {
      StandardOutput.message(
        "dateline: \(union.failures) articles could not be read; their records were kept")
    }
  }
}

/// Why lines cannot be merged.
enum MergeFailure: Error {
  case unreadable(path: String, code: Int32)
  case malformed(path: String, line: Int)
  case miscounted(path: String, records: Int, counted: Int)
  case versions([String])
  case notPortable(id: String)

  /// What is wrong and what to do, in one plain sentence.
  var text: String {
    switch self {
    case .unreadable(let path, let code): "\(path): \(String(cString: strerror(code)))"
    case .malformed(let path, let line): "\(path), line \(line): no line of dateline extract"
    case .miscounted(let path, let records, let counted):
      "\(path) has \(records) records, but its trailers count \(counted): part of it was lost"
    case .versions(let versions):
      "the lines were made by different versions (\(versions.joined(separator: ", "))); "
        + "extract all with one, or merge them with --mixed"
    case .notPortable(let id):
      "the record of \(id) was made without --portable and would be annotated again; "
        + "extract with --portable, or merge with --mixed"
    }
  }
}

/// The union of the records of several files, by the name of the article.
///
/// Only names and places are held in memory, the lines are read again when they are written.
struct RecordUnion {
  /// Where a line stands, what it says, and a hash of it by which equal ones are told.
  private struct Entry {
    var id: String
    var isFailure: Bool
    var hash: UInt64
    var file: Int
    var range: Range<Int>
  }

  private var files: [MappedFile] = []
  private var entries: [Entry] = []
  private var versions: Set<String> = []
  private var notPortable: String?
  /// How many of the records tell of articles that could not be read.
  var failures: Int { entries.count { $0.isFailure } }

  /// Takes in the records of a file; "-" is standard input.
  mutating func add(_ path: String) throws(MergeFailure) {
    let file: MappedFile
    do throws(FileFailure) { file = try MappedFile(path) } catch {
      throw .unreadable(path: path, code: error.code)
    }
    var number = 0
    var records = 0
    var counted: Int?
    for range in file.lines() {
      number += 1
      let line = file.bytes(range)
      guard let record = RecordLine(line[...]) else { throw .malformed(path: path, line: number) }
      if case .trailer(let count) = record.kind {
        counted = (counted ?? 0) + count
        continue
      }
      records += 1
      if case .article(let version, let isPortable) = record.kind {
        versions.insert(version)
        if !isPortable { notPortable = min(notPortable ?? record.id, record.id) }
      }
      var hash = ContentHash()
      hash.combine(line)
      entries.append(
        Entry(
          id: record.id, isFailure: record.kind == .failure, hash: hash.value, file: files.count,
          range: range))
    }
    if let counted, counted != records {
      throw .miscounted(path: path, records: records, counted: counted)
    }
    files.append(file)
    settle()
  }

  /// Refuses records whose annotations do not go together.
  func requireOneVersion() throws(MergeFailure) {
    if versions.count > 1 { throw .versions(versions.sorted()) }
    if let notPortable { throw .notPortable(id: notPortable) }
  }

  /// The names that more than one article has.
  var ambiguous: [String] {
    zip(entries, entries.dropFirst()).filter { $0.id == $1.id }.map(\.0.id)
  }

  /// Brings the records into order, each once; a failure gives way to success.
  private mutating func settle() {
    entries.sort { left, right in
      if left.id != right.id { return left.id.precedesByBytes(right.id) }
      if left.isFailure != right.isFailure { return right.isFailure }
      return left.hash < right.hash
    }
    var kept: [Entry] = []
    kept.reserveCapacity(entries.count)
    for entry in entries {
      if let last = kept.last, last.id == entry.id,
        last.hash == entry.hash || entry.isFailure && !last.isFailure
      {
        continue
      }
      kept.append(entry)
    }
    entries = kept
  }

  /// Prints the records.
  func write() throws(MergeFailure) {
    var output: [UInt8] = []
    for entry in entries {
      output += files[entry.file].bytes(entry.range)
      output.append(0x0A)
      guard output.count > 1 << 20 else { continue }
      StandardOutput.write(output)
      output.removeAll(keepingCapacity: true)
    }
    StandardOutput.write(output)
  }
}
