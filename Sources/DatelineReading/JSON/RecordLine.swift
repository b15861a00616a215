/// One line of `dateline extract`, as far as merging needs to know it.
public struct RecordLine: Hashable, Sendable {
  /// What a line holds.
  public enum Kind: Hashable, Sendable {
    /// An article; `isPortable` tells whether it can be opened without annotating it again.
    case article(version: String, isPortable: Bool)
    /// An article that could not be read.
    case failure
    /// The count of the lines before it.
    case trailer(records: Int)
  }

  /// The name of the article; empty for a trailer.
  public let id: String
  /// What the line holds.
  public let kind: Kind

  /// Reads a line without its end; nil where it is no line of `dateline extract`.
  ///
  /// Cost: one pass.
  public init?(_ line: ArraySlice<UInt8>) {
    guard let object = try? JSONParser.parse(line), object["schema"]?.text != nil else {
      return nil
    }
    if let count = object["trailer"]?["records"]?.text.flatMap({ Int($0) }) {
      id = ""
      kind = .trailer(records: count)
    } else if let id = object["id"]?.text, object["error"] != nil {
      self.id = id
      kind = .failure
    } else if let id = object["id"]?.text, let version = object["version"]?.text,
      object["text"] != nil
    {
      self.id = id
      kind = .article(version: version, isPortable: object["annotation"]?.text != nil)
    } else {
      return nil
    }
  }
}
