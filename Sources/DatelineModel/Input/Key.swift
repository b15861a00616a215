/// One key as the terminal reports it.
public enum Key: Hashable, Sendable {
  /// A printable character.
  case character(Unicode.Scalar)
  /// A letter with Control held, as its lower-case letter.
  case control(Unicode.Scalar)
  /// A key that has a name.
  case named(Name)

  /// The keys that have names.
  public enum Name: String, Hashable, Sendable, CaseIterable {
    case enter = "Enter"
    case escape = "Esc"
    case tab = "Tab"
    case backTab = "S-Tab"
    case backspace = "BS"
    case delete = "Del"
    case insert = "Ins"
    case up = "Up"
    case down = "Down"
    case left = "Left"
    case right = "Right"
    case home = "Home"
    case end = "End"
    case pageUp = "PgUp"
    case pageDown = "PgDn"
    case f1 = "F1"
    case f2 = "F2"
    case f3 = "F3"
    case f4 = "F4"
    case f5 = "F5"
    case f6 = "F6"
    case f7 = "F7"
    case f8 = "F8"
    case f9 = "F9"
    case f10 = "F10"
    case f11 = "F11"
    case f12 = "F12"
  }

  /// Reads the written form that `description` gives; nil where it is none.
  public init?(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    if let name = Name.allCases.first(where: { $0.rawValue.lowercased() == text.lowercased() }) {
      self = .named(name)
    } else if scalars.count == 2, scalars[0] == "^" {
      self = .control(scalars[1].properties.lowercaseMapping.unicodeScalars.first ?? scalars[1])
    } else if text == "Space" {
      self = .character(" ")
    } else if scalars.count == 1 {
      self = .character(scalars[0])
    } else {
      return nil
    }
  }
}

extension Key {
  /// The keys that a word of a script stands for: the one of that name, else its characters.
  public static func keys(of word: some StringProtocol) -> [Key] {
    Key(String(word)).map { [$0] } ?? word.unicodeScalars.map { .character($0) }
  }
}

extension Key: CustomStringConvertible {
  /// The written form: "j", "Space", "^Z", "PgDn".
  public var description: String {
    switch self {
    case .character(" "): "Space"
    case .character(let scalar): String(Character(scalar))
    case .control(let scalar): "^" + scalar.properties.uppercaseMapping
    case .named(let name): name.rawValue
    }
  }
}
