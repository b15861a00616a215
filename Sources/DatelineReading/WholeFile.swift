internal import DatelineText

/// Makes articles of a file, or of a member of an archive, that was read whole.
struct WholeFile {
  /// The file; for a member its name stands after the archive's.
  var file: SourceFile
  /// How it is read.
  var options: ReadingOptions
  /// How many archives it lies in.
  var depth = 0

  /// How many archives may lie in one another.
  private static let depthLimit = 3

  typealias Results = [Result<Article, ReadingFailure>]

  /// Whether a file that begins with `start` holds something readable, so that the rest is worth
  /// reading.
  static func check(_ start: [UInt8], path: String) throws(ReadingError) -> Bool {
    guard !start.isEmpty else { throw .empty(path: path) }
    switch ContentType(start.prefix(8192)) {
    case .text, .archive: return true
    // Its program reads the file itself.
    case .portableDocument: return false
    case .binary(let kind): throw .binary(path: path, kind: kind)
    }
  }

  /// The articles that `bytes` hold.
  func articles(of bytes: [UInt8]) -> Results {
    switch ContentType(bytes.prefix(8192)) {
    case .text: textArticles(of: bytes)
    case .archive: archiveArticles(of: bytes)
    case .portableDocument: [failure(.binary(path: file.path, kind: "a PDF inside an archive"))]
    case .binary(let kind): [failure(.binary(path: file.path, kind: kind))]
    }
  }

  /// The article of a PDF file, which lies on disk.
  func portableDocument() -> Results {
    do throws(ReadingError) {
      return [.success(try PortableDocument(file: file, limit: options.fileLimit).article())]
    } catch {
      return [failure(error)]
    }
  }

  /// Mail is recognised before its charset is undone: each part has its own.
  private func textArticles(of bytes: [UInt8]) -> Results {
    if WebArchive.recognises(bytes) {
      return webArchiveArticles(of: bytes)
    }
    if Mail.recognisesMailbox(bytes) {
      return some(Mail.mailboxArticles(of: bytes, id: file.id), "a mailbox")
    }
    if MailPart.recognises(bytes[...]) {
      return some([Mail.article(of: bytes[...], id: file.id, path: file.id.name)], "a mail")
    }
    let text = TextDecoder.decode(bytes[...], label: PageReader.charset(of: bytes)).bytes
    if JSONLinesReader.recognises(text, name: file.path), depth > 0 { return lines(of: text) }
    if JSONFile.recognises(text, name: file.path) {
      return JSONFile(file: file, options: options).articles(of: text)
    }
    if Feed.recognises(text) { return some(Feed.articles(of: text, id: file.id), "a feed") }
    if PageReader.recognises(text) {
      return some([PageReader.article(of: text, id: file.id, path: file.id.name)], "a page")
    }
    guard text.contains(where: { $0 > 0x20 }) else { return [failure(.empty(path: file.path))] }
    var metadata = ArticleMetadata()
    metadata.path = file.id.name
    return [
      .success(ArticleParser.parse(SourceText(repairing: text), id: file.id, metadata: metadata))
    ]
  }

  /// The pages of a web archive, and what of it was not read.
  private func webArchiveArticles(of bytes: [UInt8]) -> Results {
    let articles = WebArchive.articles(of: bytes, id: file.id, limit: options.fileLimit)
    let packed = WebArchive.brotliCount(in: bytes)
    guard packed > 0 else { return some(articles, "a web archive") }
    let reason =
      "\(packed) of its pages are packed with brotli, which is not unpacked; "
      + "save it again without compression"
    return articles.map { .success($0) } + [
      failure(.malformed(path: file.path, form: "a web archive", reason: reason))
    ]
  }

  /// JSON Lines inside an archive.
  private func lines(of text: [UInt8]) -> Results {
    var reader = JSONLinesReader(path: file.path, name: file.id.name, options: options)
    reader.append(text)
    reader.finish()
    var results: Results = []
    while let result = reader.next() { results.append(result) }
    return results
  }

  /// The articles, or a failure where there is none.
  private func some(_ articles: [Article], _ form: String) -> Results {
    let held = articles.filter { $0.text.count > 0 || $0.metadata.title != nil }
    guard !held.isEmpty else {
      return [
        failure(.malformed(path: file.path, form: form, reason: "no article was found in it"))
      ]
    }
    return held.map { .success($0) }
  }

  private func failure(_ error: ReadingError) -> Result<Article, ReadingFailure> {
    .failure(ReadingFailure(article: file.id, error: error))
  }
}

// MARK: - Archives

extension WholeFile {
  private func archiveArticles(of bytes: [UInt8]) -> Results {
    guard Archive.isAvailable else {
      return [
        failure(
          .needsProgram(
            path: file.path, form: "an archive", program: "libarchive", package: "libarchive13"))
      ]
    }
    if OfficeDocument.recognises(bytes) {
      let article = OfficeDocument.article(of: bytes, id: file.id, limit: options.fileLimit)
      return some(article.map { [$0] } ?? [], "a word-processor document")
    }
    guard depth < Self.depthLimit else {
      return [malformed("archives lie in archives more than \(Self.depthLimit) deep")]
    }
    var results: Results = []
    let stop = Archive.read(bytes, limit: options.fileLimit, isWanted: Self.isWanted) { member in
      results += articles(of: member)
    }
    switch stop {
    case nil where results.isEmpty: results.append(failure(.empty(path: file.path)))
    case nil: break
    case .damaged: results.append(malformed("it is damaged or cut short; what could be read was"))
    case .bomb: results.append(malformed("it expands like no text does, and was left alone"))
    case .tooLarge(let limit):
      results.append(malformed("it holds more than is read (limit \(limit)); unpack it first"))
    }
    return results
  }

  /// Leaves out hidden files and what macOS adds.
  private static func isWanted(_ name: String) -> Bool {
    !name.split(separator: "/").contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
  }

  private func articles(of member: Archive.Member) -> Results {
    let name = member.name.isEmpty ? file.id.name : "\(file.id.name)/\(member.name)"
    let path = member.name.isEmpty ? file.path : "\(file.path)/\(member.name)"
    let inner = WholeFile(
      file: SourceFile(id: ArticleID(name), path: path), options: options, depth: depth + 1)
    guard !member.bytes.isEmpty else { return [] }
    return inner.articles(of: member.bytes)
  }

  private func malformed(_ reason: String) -> Result<Article, ReadingFailure> {
    failure(.malformed(path: file.path, form: "an archive", reason: reason))
  }
}
