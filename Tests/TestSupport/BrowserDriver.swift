public import DatelineModel
import DatelineText

/// Drives the model as a user does: keys in, effects out, the outside world played by the driver.
public struct BrowserDriver {
  /// The model.
  public private(set) var model: Model
  /// What the program would have had to do, in order.
  public private(set) var effects: [Effect] = []

  /// Opens a corpus whose facts are known, at a size.
  public init(
    rows: Int = 24, columns: Int = 80, corpus: Corpus = SampleCorpus.corpus, name: String = "news"
  ) {
    model = Model(size: ScreenSize(rows: rows, columns: columns), name: name)
    send(.resolved(corpus, Lookup(corpus)))
    send(.settle)
  }

  /// Sends one message, and what the outside answers to its effects.
  public mutating func send(_ message: Message) {
    for effect in model.update(message) {
      effects.append(effect)
      switch effect {
      case .resolve(let corpus): send(.resolved(corpus, Lookup(corpus)))
      case .record(let decision):
        send(.recorded(LoggedDecision(id: "line-\(effects.count)", decision: decision)))
      case .undo, .copy, .report, .save, .pauseScan, .stopScan, .redraw, .suspend, .quit: break
      }
    }
  }

  /// Presses keys, parted by blanks: "j", "^D", "PgDn", or letters to be typed one by one.
  public mutating func press(_ script: String) {
    for word in script.split(separator: " ") {
      for key in Key.keys(of: word) { send(.key(key)) }
      send(.drained)
    }
  }

  /// Presses keys and lets the linked panes follow.
  public mutating func pressAndRest(_ script: String) {
    press(script)
    send(.settle)
  }

  /// Presses one of the keys that lead around most, and now and then lets the panes follow. Returns
  /// what was pressed.
  @discardableResult
  public mutating func wander(_ random: inout SeededGenerator, step: Int) -> Unicode.Scalar {
    let keys = Array("jjjkknN1234/lidtc+-mreLp?:[]zwvb#xEa \u{1B}\r\t".unicodeScalars)
    let scalar = keys.randomElement(using: &random) ?? "j"
    switch scalar {
    case "\r": send(.key(.named(.enter)))
    case "\t": send(.key(.named(.tab)))
    case "\u{1B}": send(.key(.named(.escape)))
    default: send(.key(.character(scalar)))
    }
    send(.drained)
    if step % 3 == 0 { send(.settle) }
    return scalar
  }

  /// The names of the articles that are listed, from the top.
  public var articles: [String] {
    model.listing.articles.map { model.corpus.articles[$0].article.id.name }
  }

  /// The identifiers of the events that are listed, from the top.
  public var events: [String] {
    model.listing.events.map { model.corpus.facts.timeline[$0].id }
  }
}
