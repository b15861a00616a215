/// How keys follow each other, and with that how long the input must rest before the linked panes
/// follow the selection.
///
/// What is written between two repetitions of a key that is held delays all that follow on a slow
/// line, and over one the repetitions come in bunches: so the pause grows with the bunches.
public struct InputRhythm: Hashable, Sendable {
  /// After single keys, in milliseconds: it seems at once, and spares the work between two keys.
  private static let shortPause = 90
  /// After a few quick ones, which may be the first of a key that is held.
  private static let middlePause = 200
  /// While a key repeats, or somebody types, at least: a list that the last repetition scrolled is
  /// itself a tenth of a second on its way, and what follows is not to run into it.
  private static let longPause = 400
  /// However uneven the repetitions are.
  private static let longestPause = 1000
  /// Inputs that come closer together than this, in milliseconds, begin to repeat.
  private static let repetition = 150
  /// So many of them may make a key that is held, and so many do.
  private static let (quick, held) = (2, 4)

  private var last: Duration?
  private var repetitions = 0
  /// The longest time between two of the repetitions, in milliseconds.
  private var longestGap = 0

  /// Makes the rhythm of no input.
  public init() {}

  /// Notes that something was typed, so long after the start.
  public mutating func noteInput(at time: Duration) {
    let gap = last.map { Int((time - $0) / .milliseconds(1)) } ?? .max
    last = time
    // A key that is held is let go when nothing came for as long as the panes wait.
    if gap < max(Self.repetition, repetitions >= Self.held ? pause : 0) {
      repetitions += 1
      longestGap = max(longestGap, gap)
    } else {
      repetitions = 0
      longestGap = 0
    }
  }

  /// How long the input must rest now, in milliseconds.
  public var pause: Int {
    switch repetitions {
    case Self.held...: min(Self.longestPause, max(Self.longPause, 2 * longestGap))
    case Self.quick...: Self.middlePause
    default: Self.shortPause
    }
  }
}
