/// One JSON value (RFC 8259).
enum JSONValue: Equatable {
  case null
  case bool(Bool)
  /// A number as it is written.
  case number(String)
  case string(String)
  case array([JSONValue])
  /// Members in order of appearance; where a name repeats, the last one holds.
  case object([Member])

  /// One member of an object.
  struct Member: Equatable {
    var name: String
    var value: JSONValue
  }

  /// The member `name` of an object; nil for other values.
  subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name == name }?.value
  }

  /// The member that is reached by following names parted by dots ("article.body"). A member
  /// whose own name has the dots goes first.
  func member(at path: String) -> JSONValue? {
    if let member = self[path] { return member }
    guard path.utf8.contains(UInt8(ascii: ".")) else { return nil }
    var value = self
    for name in path.split(separator: ".") {
      guard let next = value[String(name)] else { return nil }
      value = next
    }
    return value
  }

  /// A string, or a number as text.
  var text: String? {
    switch self {
    case .string(let text), .number(let text): text
    case .null, .bool, .array, .object: nil
    }
  }

  /// The elements of an array; nil for other values.
  var elements: [JSONValue]? {
    guard case .array(let elements) = self else { return nil }
    return elements
  }

  /// What kind of value it is, for messages.
  var kindName: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}

/// Why some bytes are no JSON.
struct JSONError: Error, Equatable {
  /// The byte where reading stopped.
  var offset: Int
  /// What is wrong there.
  var reason: String
}
