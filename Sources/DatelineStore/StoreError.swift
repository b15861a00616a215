/// Why something that should last could not be read or written.
public enum StoreError: Error, Hashable, Sendable {
  /// The file could not be opened, read or written.
  case system(path: String, code: Int32)
}
