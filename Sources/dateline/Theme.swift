import CNcurses
import DatelineScreen

/// Turns what a cell means into colours and attributes.
///
/// The sixteen colours and the default pair are the user's own, so that light and dark screens
/// both stay legible; a terminal without colours gets attributes alone.
struct Theme {
  /// A colour and attributes.
  struct Look: Hashable {
    /// The colour; nil for the terminal's own.
    var color: Color?
    /// Bits as the shim numbers them.
    var attributes: Int

    /// Makes a look.
    init(_ color: Int? = nil, attributes: Int = 0) {
      self.color = color.map { .numbered($0) }
      self.attributes = attributes
    }

    /// Reads words as in "red bold"; a number is a colour of the 256, and "#7fa3d1" stands for
    /// itself. Nil where a word is neither.
    init?(_ text: String) {
      self.init()
      for word in text.split(separator: " ") {
        if let color = Self.colors.firstIndex(of: String(word)) {
          self.color = .numbered(color)
        } else if let color = Int(word), 0...255 ~= color {
          self.color = .numbered(color)
        } else if word.first == "#", word.utf8.count == 7,
          let color = Int(word.dropFirst(), radix: 16)
        {
          self.color = .exact(color)
        } else if let bit = Self.bits[String(word)] {
          attributes |= bit
        } else if word != "default" {
          return nil
        }
      }
    }

    private static let colors = [
      "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
    ]
    private static let bits = [
      "bold": CN_BOLD, "dim": CN_DIM, "underline": CN_UNDERLINE, "reverse": CN_REVERSE,
    ]
  }

  private let colors: Int
  private let looks: [Look]

  /// Makes the theme for a terminal of `colors` colours, 0 for none, with the user's looks in place
  /// of the standard ones.
  init(colors: Int, changes: [Role: Look] = [:]) {
    self.colors = colors
    looks = Role.allCases.map { changes[$0] ?? Self.standard($0) }
  }

  /// Tells ncurses the colours. Pair numbers are role numbers plus one.
  ///
  /// What has no colour has a pair too, of the terminal's own: from a coloured word to the pair 0
  /// ncurses takes two sequences, to any other one.
  func install() {
    guard colors >= 8 else { return }
    cn_pair(plainPair, -1, -1)
    cn_background(plainPair)
    for (number, look) in looks.enumerated() {
      if let color = look.color {
        cn_pair(Int32(number) + 1, Int32(color.number(among: colors)), -1)
      }
    }
  }

  private var plainPair: Int32 { Int32(looks.count) + 1 }

  /// The attributes and the colour pair for `style`.
  func look(of style: Style) -> (attributes: Int32, pair: Int32) {
    let look = looks[Int(style.role.rawValue)]
    let hasColor = colors >= 8 && look.color != nil
    var attributes = style.isLight && hasColor ? 0 : look.attributes
    if style.isHighlighted { attributes |= CN_BOLD }
    if style.isCurrent { attributes |= CN_REVERSE }
    let pair = hasColor ? Int32(style.role.rawValue) + 1 : colors >= 8 ? plainPair : 0
    return (Int32(attributes), pair)
  }

  /// The attributes and the colour for `style`, for a terminal that is written to directly.
  func directLook(of style: Style) -> FrameEncoder.Look {
    let color = colors >= 8 ? looks[Int(style.role.rawValue)].color : nil
    return FrameEncoder.Look(
      attributes: Int(look(of: style).attributes), color: color.map { $0.number(among: colors) })
  }

  /// The attributes of `style` as numbers of SGR, each after a semicolon; colours are left out.
  func rendition(of style: Style) -> String {
    directLook(of: style).codes().reduce("") { $0 + ";" + $1 }
  }

  /// The look of a role where the user says nothing.
  private static func standard(_ role: Role) -> Look {
    switch role {
    // The marker moves with every key, and attributes would double its bytes; the real cursor
    // stands on it.
    case .plain, .dim, .rule, .hint, .marker: Look()
    case .title: Look(attributes: CN_UNDERLINE)
    case .focusedTitle: Look(attributes: CN_REVERSE)
    case .heading, .prompt: Look(attributes: CN_BOLD)
    case .person, .group: Look(6, attributes: CN_UNDERLINE)
    case .organization, .otherName: Look(5, attributes: CN_UNDERLINE)
    case .place: Look(2, attributes: CN_UNDERLINE)
    case .date: Look(3, attributes: CN_BOLD)
    // Days stand in columns of their own, which attributes would only make dear to send.
    case .day, .uncertain, .alleged: Look(3)
    case .cue, .claim, .event: Look(4)
    case .planned: Look(6)
    case .linked, .strip: Look(2)
    case .match: Look(3, attributes: CN_BOLD)
    case .denied, .conflict, .error: Look(1, attributes: CN_BOLD)
    }
  }
}
