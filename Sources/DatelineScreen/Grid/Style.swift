/// What a cell means: the theme turns it into colour and attributes.
public enum Role: UInt8, Hashable, Sendable, CaseIterable {
  case plain, dim, title, focusedTitle, rule, marker, linked
  case person, organization, place, group, otherName, date, day, cue, claim, event
  case uncertain, alleged, denied, planned, conflict
  case match, heading, hint, error, prompt, strip

  /// The letter that stands for it in the style layer of a recorded screen.
  public var letter: Character {
    switch self {
    case .plain: " "
    case .dim: "."
    case .title: "t"
    case .focusedTitle: "T"
    case .rule: "-"
    case .marker: ">"
    case .linked: "*"
    case .person: "p"
    case .organization: "o"
    case .place: "g"
    case .group: "n"
    case .otherName: "m"
    case .date: "d"
    case .day: "D"
    case .cue: "c"
    case .claim: "q"
    case .event: "e"
    case .uncertain: "u"
    case .alleged: "a"
    case .denied: "x"
    case .planned: "f"
    case .conflict: "!"
    case .match: "M"
    case .heading: "H"
    case .hint: "h"
    case .error: "E"
    case .prompt: "P"
    case .strip: "s"
    }
  }
}

/// How a cell looks: its role, and what lies over it.
public struct Style: Hashable, Sendable {
  /// What it means.
  public var role: Role
  /// Whether it is part of the sentence that was asked for.
  public var isHighlighted = false
  /// Whether it is the mark under the cursor.
  public var isCurrent = false
  /// Whether a colour is enough: it stands in a column of its own, where attributes would only make
  /// it dear to send.
  public var isLight = false

  /// Makes a style.
  public init(
    _ role: Role, isHighlighted: Bool = false, isCurrent: Bool = false, isLight: Bool = false
  ) {
    self.role = role
    self.isHighlighted = isHighlighted
    self.isCurrent = isCurrent
    self.isLight = isLight
  }

  /// This style where a row has its colours, else that of ordinary text.
  func colored(_ isColored: Bool) -> Style { isColored ? self : .plain }

  /// The ordinary text.
  public static let plain = Style(.plain)
}
