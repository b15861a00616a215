/// Why something that should last could not be read or written.
public enum StoreError: Error, Hashable, Sendable {
  /// The file could not be opened, read or written.
  case system(path: String, code: Int32)
  /// The disk that holds the file is full.
  case diskFull(path: String)
  /// The file, or its folder, may not be written.
  case readOnly(path: String)
  /// The file is no index, or parts of it were destroyed.
  case damaged(path: String)
  /// Another program kept the file locked for too long.
  case busy(path: String)
  /// The database gave another error, in its own words.
  case database(path: String, message: String)
}
