import DatelineModel
import Glibc

/// One line on the terminal that says how far a long job is; nothing where there is no terminal.
struct ProgressLine {
  private let total: Int
  private let isShown: Bool
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var shown: ContinuousClock.Instant

  /// Starts on a job of `total` files.
  init(total: Int) {
    self.total = total
    isShown = isatty(STDERR_FILENO) == 1
    start = clock.now
    shown = start
  }

  /// Shows that `files` files with `articles` articles are done, a few times a second.
  mutating func show(files: Int, articles: Int, errors: Int) {
    let now = clock.now
    guard isShown, now - shown > .milliseconds(200) else { return }
    shown = now
    write(
      "\r\u{1B}[K"
        + Self.text(
          files: files, total: total, articles: articles, errors: errors,
          seconds: seconds(to: now)))
  }

  /// Shows that a step of resolving so many articles begins.
  func show(_ step: ResolvingStep, articles: Int) {
    guard isShown else { return }
    write("\r\u{1B}[K" + Self.text(step, articles: articles, seconds: elapsed))
  }

  /// Takes the line away and says what was done.
  func finish(_ summary: String) {
    if isShown { write("\r\u{1B}[K" + summary + "\n") }
  }

  /// The seconds since the start.
  var elapsed: Double { seconds(to: clock.now) }

  private func seconds(to now: ContinuousClock.Instant) -> Double {
    Double((now - start).components.attoseconds) / 1e18
      + Double((now - start).components.seconds)
  }

  /// The line: how much is done, how fast, how long it will still take.
  static func text(files: Int, total: Int, articles: Int, errors: Int, seconds: Double) -> String {
    var parts = [
      total > 0 ? "\(files) of \(total) files" : "\(files) files", "\(articles) articles",
    ]
    if seconds > 0 { parts.append("\(Int(Double(articles) / seconds))/s") }
    if files > 0, files < total {
      parts.append(duration(seconds / Double(files) * Double(total - files)) + " left")
    }
    if errors > 0 { parts.append(errors == 1 ? "1 error" : "\(errors) errors") }
    return parts.joined(separator: ", ")
  }

  /// The line: what is done with all articles, how much of that is done, how long it will still take.
  static func text(_ step: ResolvingStep, articles: Int, seconds: Double) -> String {
    var text = "\(articles) articles, \(step.text), \(Int(step.share * 100)) %"
    if step.share > 0, seconds > 1 {
      text += ", " + duration(seconds / step.share * (1 - step.share)) + " left"
    }
    return text
  }

  /// A length of time in words, two units at most.
  static func duration(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded())
    if whole < 60 { return "\(whole) s" }
    if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
    return "\(whole / 3600) h \(whole % 3600 / 60) min"
  }

  private func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
  }
}
