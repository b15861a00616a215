public import DatelineText

/// The articles of one file, one after another.
///
/// JSON Lines and standard input are read as they are needed, with one line in memory; other
/// files are read whole. The file is closed with the last article or when the stream goes out of
/// scope.
/// ```
/// var stream = ArticleStream(file)
/// while let result = stream.next() { ... }
/// ```
public struct ArticleStream: ~Copyable, Sendable {
  private let file: SourceFile
  private let options: ReadingOptions
  private var state: State
  private var input: InputFile?

  private enum State: Sendable {
    case unopened
    case lines(JSONLinesReader)
    /// What is left to hand out, last first.
    case ready([Result<Article, ReadingFailure>])
  }

  /// How many bytes are asked for at a time.
  private static let chunkSize = 1 << 18

  /// Makes the stream of `file`; nothing is opened before the first call of `next()`.
  public init(_ file: SourceFile, options: ReadingOptions = ReadingOptions()) {
    self.file = file
    self.options = options
    state = .unopened
    input = nil
  }

  /// The next article, or why a record or the file cannot be read; nil at the end.
  public mutating func next() -> Result<Article, ReadingFailure>? {
    do throws(ReadingError) {
      if case .unopened = state { try open() }
      if case .lines(var reader) = state {
        // The reader's buffer may not be held twice while it is appended to.
        state = .ready([])
        let result = try nextLine(&reader)
        if result != nil { state = .lines(reader) }
        return result
      }
    } catch {
      state = .ready([])
      return .failure(ReadingFailure(article: file.id, error: error))
    }
    guard case .ready(var results) = state else { return nil }
    let result = results.popLast()
    state = .ready(results)
    return result
  }

  private mutating func open() throws(ReadingError) {
    state = .ready([])
    let input = try InputFile(opening: file)
    let start = try input.read(upTo: Self.chunkSize)
    if file.isStandardInput || JSONLinesReader.recognises(start, name: file.path) {
      var reader = JSONLinesReader(path: file.path, name: file.id.name, options: options)
      reader.append(start)
      state = .lines(reader)
      self.input = consume input
      return
    }
    let whole = WholeFile(file: file, options: options)
    let isReadWhole = try WholeFile.check(start, path: file.path)
    let results =
      isReadWhole
      ? try whole.articles(of: input.readRest(after: start, limit: options.fileLimit))
      : whole.portableDocument()
    state = .ready(results.reversed())
  }

  private mutating func nextLine(_ reader: inout JSONLinesReader) throws(ReadingError)
    -> Result<Article, ReadingFailure>?
  {
    while true {
      if let result = reader.next() { return result }
      guard let chunk = try input?.read(upTo: Self.chunkSize) else { return nil }
      if chunk.isEmpty {
        reader.finish()
        input = nil
      } else {
        reader.append(chunk)
      }
    }
  }
}

/// Reads the articles of files.
public enum ArticleReader {
  /// The articles of `file`, and what of it could not be read, in order.
  ///
  /// Pure but for reading the file, so files may be read in any order and in parallel. For JSON
  /// Lines of any size use `ArticleStream`, which holds one line at a time.
  public static func read(_ file: SourceFile, options: ReadingOptions = ReadingOptions())
    -> [Result<Article, ReadingFailure>]
  {
    var stream = ArticleStream(file, options: options)
    var results: [Result<Article, ReadingFailure>] = []
    while let result = stream.next() { results.append(result) }
    return results
  }
}
