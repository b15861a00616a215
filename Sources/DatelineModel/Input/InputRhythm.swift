/// How keys follow each other, and with that how long the input must rest before the linked panes
/// follow the selection.
public struct InputRhythm: Hashable, Sendable {
  /// After single keys, in milliseconds: it seems at once, and spares the work between two keys.
  private static let shortPause = 90
  /// While a key repeats, or somebody types. The repetitions of a key that is held come in bunches
  /// over a slow line, and what is written between two of them delays all that follow; and a list
  /// that the last of them scrolled is itself a tenth of a second on its way.
  private static let longPause = 300
  /// Inputs that come closer together than this repeat.
  private static let repetition = Duration.milliseconds(150)
  /// So many of them make a key that is held.
  private static let held = 4

  private var last: Duration?
  private var repetitions = 0

  /// Makes the rhythm of no input.
  public init() {}

  /// Notes that something was typed, so long after the start.
  public mutating func noteInput(at time: Duration) {
    let repeats = last.map { time - $0 < Self.repetition } ?? false
    repetitions = repeats ? repetitions + 1 : 0
    last = time
  }

  /// How long the input must rest now, in milliseconds.
  public var pause: Int { repetitions >= Self.held ? Self.longPause : Self.shortPause }
}
