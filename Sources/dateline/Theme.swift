import CNcurses
import DatelineScreen

/// Turns what a cell means into colours and attributes.
///
/// The sixteen colours and the default pair are the user's own, so that light and dark screens
/// both stay legible; a terminal without colours gets attributes alone.
struct Theme {
  private let colors: Int

  /// Makes the theme for a terminal of `colors` colours; 0 for none.
  init(colors: Int) { self.colors = colors }

  /// Tells ncurses the colours. Pair numbers are role numbers plus one.
  func install() {
    guard colors >= 8 else { return }
    for role in Role.allCases where color(of: role) >= 0 {
      cn_pair(Int32(role.rawValue) + 1, Int32(color(of: role)), -1)
    }
  }

  /// The attributes and the colour pair for `style`.
  func look(of style: Style) -> (attributes: Int32, pair: Int32) {
    var attributes = self.attributes(of: style.role)
    if style.isHighlighted { attributes |= Int32(CN_BOLD) }
    if style.isCurrent { attributes |= Int32(CN_REVERSE) }
    let hasPair = colors >= 8 && color(of: style.role) >= 0
    return (attributes, hasPair ? Int32(style.role.rawValue) + 1 : 0)
  }

  /// An ANSI colour from 0 to 7, or -1 for the terminal's own.
  private func color(of role: Role) -> Int {
    switch role {
    case .person: 6
    case .organization: 5
    case .place: 2
    case .group: 6
    case .otherName: 5
    case .date: 3
    case .cue, .claim: 4
    case .event: 4
    case .uncertain: 3
    case .alleged: 3
    case .denied, .conflict, .error: 1
    case .planned: 6
    case .match: 3
    case .marker, .linked: 2
    case .strip: 2
    case .plain, .dim, .title, .focusedTitle, .rule, .heading, .hint, .prompt: -1
    }
  }

  private func attributes(of role: Role) -> Int32 {
    let bits: Int =
      switch role {
      case .title: CN_UNDERLINE
      case .focusedTitle: CN_REVERSE
      case .marker, .heading, .prompt, .error, .match: CN_BOLD
      case .person, .organization, .place, .group, .otherName: CN_UNDERLINE
      case .date: CN_BOLD
      case .conflict, .denied: CN_BOLD
      case .plain, .dim, .rule, .uncertain, .linked, .cue, .claim, .event, .alleged, .planned,
        .hint, .strip:
        0
      }
    return Int32(bits)
  }
}
