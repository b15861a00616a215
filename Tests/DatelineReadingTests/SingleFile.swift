import DatelineReading
import DatelineText
import TestSupport
import Testing

extension TemporaryFolder {
  /// Reads the single file `name` of these bytes.
  static func read(_ name: String, _ bytes: [UInt8], options: ReadingOptions = ReadingOptions())
    throws -> [Result<Article, ReadingFailure>]
  {
    let folder = try TemporaryFolder()
    let path = try folder.write(name, bytes)
    let listing = ArticleSource.files(at: [path])
    return ArticleReader.read(try #require(listing.files.first), options: options)
  }
}
