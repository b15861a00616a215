import CNcurses
import DatelineModel
import DatelineScreen

/// The browser without a terminal: presses keys and prints the screen that they lead to, for scripts
/// and tests. What the keys decide is written down as ever; where the user was stays as it was.
struct KeyScript: ~Copyable {
  /// What is pressed, and how the screen is printed.
  struct Request {
    /// Words parted by blanks: the name of a key, or characters to type.
    var keys: String
    var size: ScreenSize
    var isJSON: Bool
  }

  private var model: Model
  private let performer: EffectPerformer
  private let appearance: Appearance
  private var isDone = false

  init(model: Model, performer: EffectPerformer, appearance: Appearance) {
    self.model = model
    self.performer = performer
    self.appearance = appearance
  }

  /// Reads the folder, presses the keys and prints; returns the exit status.
  mutating func run(_ request: Request) -> Int32 {
    let opening = performer.scan.opening()
    // The keys wait until the files were looked at, stored or not.
    if opening.snapshot != nil { update(.scanStarted(files: 0)) }
    for message in opening.messages { update(message) }
    performer.scan.start(opening)
    waitForWork()
    for word in request.keys.split(separator: " ") where !isDone { press(Key.keys(of: word)) }
    update(.settle)
    let grid = Screen.render(model, appearance: appearance)
    if request.isJSON {
      StandardOutput.write(json(grid))
    } else {
      for row in 0..<grid.size.rows { StandardOutput.line(grid.text(row: row)) }
    }
    performer.finish()
    let signal = cn_quit_signal()
    return signal == 0 ? 0 : 128 + signal
  }

  private mutating func press(_ keys: [Key]) {
    for key in keys { update(.key(key)) }
    waitForWork()
    if model.isListingStale { update(.drained) }
  }

  /// Takes in what the work beside this thread posts, until there is none left.
  private mutating func waitForWork() {
    while model.isBusy, !isDone {
      cn_wait_for_wake()
      if Int(cn_take_signals()) & (CN_SIGNAL_QUIT | CN_SIGNAL_HANGUP) != 0 { isDone = true }
      takeMessages()
    }
  }

  private mutating func takeMessages() {
    for message in performer.mailbox.take() { update(message) }
  }

  private mutating func update(_ message: Message) {
    for effect in model.update(message) {
      switch effect {
      case .quit: isDone = true
      case .suspend, .redraw, .save: break
      case .record, .resolve, .undo, .copy, .report, .pauseScan, .stopScan:
        performer.perform(effect)
        takeMessages()
      }
    }
  }

  /// The screen as one object: its lines, a letter for each cell's style below, the cursor.
  private func json(_ grid: Grid) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("schema", 1)
      json.member("columns", grid.size.columns)
      json.member("rows", grid.size.rows)
      json.member("focus", model.place.focus.title.lowercased())
      json.member(
        "cursor",
        object: { json in
          json.member("row", grid.cursor.row)
          json.member("column", grid.cursor.column)
        })
      json.member("lines", (0..<grid.size.rows).map { grid.text(row: $0) })
      json.member("styles", (0..<grid.size.rows).map { grid.styles(row: $0) })
    }
    json.endLine()
    return json.bytes
  }
}
