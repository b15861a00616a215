public import DatelineText

/// Reads JSON Lines from chunks of bytes: one object a line, one article an object.
///
/// Holds one line at a time, so a file may have any size. Blank lines are passed over. A line that
/// is no article gives a failure with its number, and reading goes on with the next.
/// ```
/// var reader = JSONLinesReader(path: "dump.jsonl")
/// reader.append(chunk)
/// while let result = reader.next() { ... }    // again after each chunk, and after finish()
/// ```
public struct JSONLinesReader: Sendable {
  private let path: String
  private let name: String
  private let options: ReadingOptions
  private var lines: LineBuffer
  private var number = 0

  /// Makes a reader for the file at `path`.
  /// - Parameters:
  ///   - path: the file, for messages.
  ///   - name: what articles without an `id` are called, with the line number after it.
  public init(path: String, name: String? = nil, options: ReadingOptions = ReadingOptions()) {
    self.path = path
    self.name = name ?? path
    self.options = options
    lines = LineBuffer(limit: options.lineLimit)
  }

  /// Adds bytes that follow those added before.
  public mutating func append(_ chunk: [UInt8]) { lines.append(chunk) }

  /// Says that no more bytes follow.
  public mutating func finish() { lines.finish() }

  /// The next article or failure; nil where more bytes are needed, or at the end.
  public mutating func next() -> Result<Article, ReadingFailure>? {
    while let line = lines.next() {
      number += 1
      switch line {
      case .tooLong:
        return failure("the line is longer than \(options.lineLimit >> 20) MB")
      case .whole(var bytes):
        if number == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
        return article(of: bytes)
      }
    }
    return nil
  }

  private func article(of line: ArraySlice<UInt8>) -> Result<Article, ReadingFailure> {
    do throws(JSONError) {
      let object = try JSONParser.parse(ArraySlice(TextDecoder.decode(line).bytes))
      let record = ArticleRecord(fields: options.fields, path: name)
      do throws(ArticleRecord.Refusal) {
        return .success(try record.article(of: object, fallback: "\(name):\(number)"))
      } catch {
        return failure(error.reason, object: object)
      }
    } catch {
      return failure("\(error.reason) (byte \(error.offset + 1) of the line)")
    }
  }

  private func failure(_ reason: String, object: JSONValue = .null)
    -> Result<Article, ReadingFailure>
  {
    let id = options.fields.value(of: .id, in: object)?.text ?? "\(name):\(number)"
    return .failure(
      ReadingFailure(
        article: ArticleID(id), error: .badLine(path: path, line: number, reason: reason)))
  }
}

extension JSONLinesReader {
  /// Whether a file that begins with `start` is JSON Lines: told by its name, or by a first line
  /// that is a whole object with another one below it.
  static func recognises(_ start: [UInt8], name: String) -> Bool {
    let path = Array(name.utf8)
    if path.hasSuffix(".jsonl") || path.hasSuffix(".ndjson") { return true }
    guard start.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") else { return false }
    let lines = start.split(separator: 0x0A, maxSplits: 2).prefix(2).map { line in
      line.drop { $0 <= 0x20 }
    }
    guard lines.count == 2, lines[1].first == UInt8(ascii: "{") else { return false }
    return (try? JSONParser.parse(lines[0])) != nil
  }
}
