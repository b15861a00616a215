import DatelineText

/// How far a fact is asserted, in a word: meaning never hangs on colour alone.
struct FactStatusWord {
  let word: String
  let style: Style

  init(_ status: FactStatus) {
    switch status {
    case .stated: (word, style) = ("", .plain)
    case .attributed: (word, style) = ("said", Style(.alleged))
    case .denied: (word, style) = ("denied", Style(.denied))
    case .unconfirmed: (word, style) = ("unconfirmed", Style(.alleged))
    case .planned: (word, style) = ("planned", Style(.planned))
    case .hypothetical: (word, style) = ("possible", Style(.planned))
    }
  }
}
