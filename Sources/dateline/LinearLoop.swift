import CNcurses
import DatelineModel
import DatelineScreen
import Glibc

/// The browser without a screen: lines in, lines out.
///
/// For terminals that cannot move their cursor, and for screen readers: nothing is drawn over, no
/// frames are sent, and moving the selection prints the new row alone. A line of input is a row of
/// keys; an empty line is Enter, and the end of a line ends what a prompt asks for.
struct LinearLoop: ~Copyable {
  private var model: Model
  private let mailbox: Mailbox
  private let performer: EffectPerformer
  private let appearance: Appearance
  private var input: [UInt8] = []
  private var isDone = false

  init(model: Model, mailbox: Mailbox, performer: EffectPerformer, appearance: Appearance) {
    self.model = model
    self.mailbox = mailbox
    self.performer = performer
    self.appearance = appearance
    _ = self.model.update(.command(.brackets))
  }

  /// Runs until the user quits, the input ends or a signal comes; returns the exit status.
  mutating func run() -> Int32 {
    StandardOutput.line("dateline: a line of keys, then Enter; ? lists the keys, q quits")
    let opening = performer.scan.opening()
    // The first page is printed when the files were looked at, stored or not.
    if opening.snapshot != nil { update(.scanStarted(files: 0)) }
    for message in opening.messages { update(message) }
    performer.scan.start(opening)
    while !isDone {
      let ready = cn_wait(-1)
      if ready & 2 != 0 {
        if Int(cn_take_signals()) & (CN_SIGNAL_QUIT | CN_SIGNAL_HANGUP) != 0 { isDone = true }
        let wasBusy = model.isBusy
        for message in mailbox.take() { update(message) }
        if wasBusy, !model.isBusy { printPage() }
      }
      if ready & 5 != 0 { takeLines() }
    }
    performer.finish()
    let signal = cn_quit_signal()
    return signal == 0 ? 0 : 128 + signal
  }

  /// Takes the lines that are whole.
  private mutating func takeLines() {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = read(STDIN_FILENO, &buffer, buffer.count)
    guard count > 0 else {
      if count == 0 || errno != EINTR { isDone = true }
      return
    }
    input += buffer[..<count]
    while let end = input.firstIndex(of: UInt8(ascii: "\n")), !isDone {
      let line = String(decoding: input[..<end], as: UTF8.self)
      input.removeSubrange(...end)
      take(line)
      if model.isListingStale { update(.drained) }
    }
  }

  private mutating func take(_ line: String) {
    let before = model.page
    for scalar in line.unicodeScalars where scalar.value >= 0x20 {
      update(.key(.character(scalar)))
    }
    if line.isEmpty || model.prompt != nil { update(.key(.named(.enter))) }
    guard !isDone else { return }
    update(.settle)
    if before == model.page, model.overlay == nil { printSelection() } else { printPage() }
  }

  private mutating func update(_ message: Message) {
    for effect in model.update(message) {
      switch effect {
      case .quit: isDone = true
      case .suspend, .redraw: break
      case .record:
        performer.perform(effect)
        // The next key may take back what was written just now.
        for message in mailbox.take() { update(message) }
      case .resolve, .undo, .copy, .report, .save, .pauseScan, .stopScan:
        performer.perform(effect)
      }
    }
  }

  // MARK: Printing

  private var rows: [String] {
    let grid = Screen.render(model, appearance: appearance)
    return (0..<grid.size.rows).map { grid.text(row: $0) }
  }

  /// All rows that hold something, but for the strip of bars, which says nothing aloud.
  private func printPage() {
    let strip = model.overlay == nil ? model.layout.extra(of: .timeline)?.row : nil
    for (number, row) in rows.enumerated() where !row.isEmpty && number != strip {
      StandardOutput.line(row)
    }
  }

  /// The selected row, and news if there are any.
  private func printSelection() {
    let grid = Screen.render(model, appearance: appearance)
    StandardOutput.line(grid.text(row: grid.cursor.row))
    if let notice = model.notice { StandardOutput.line(" " + notice.text) }
  }
}

/// What makes a page another one than that which was printed.
private struct Page: Equatable {
  var pane: Pane
  var scope: Scope
  var view: GraphView?
  var ego: EntityID?
  /// The first visible row, and the number of rows.
  var top: Int
  var count: Int
}

extension Model {
  /// The page of the focused pane; what follows in the others is not seen here.
  fileprivate var page: Page {
    let (top, count) =
      switch place.focus {
      case .articles: (place.articles.top, listing.articles.count)
      case .timeline: (place.timeline.top, listing.events.count)
      case .graph: (place.graph.list.top, listing.graph.count)
      case .claims: (place.claims.top, listing.claims.count)
      case .reader: (place.reader?.top ?? 0, reading?.lines.count ?? 0)
      }
    let isGraph = place.focus == .graph
    return Page(
      pane: place.focus, scope: place.scope, view: isGraph ? place.graph.view : nil,
      ego: isGraph ? listing.ego : nil, top: top, count: count)
  }
}
