import CNcurses
import DatelineModel
import DatelineScreen

/// Takes keys and messages in, updates the model, performs its effects and draws.
///
/// One thread runs it. It sleeps in poll(2) without a time limit unless linked panes wait to
/// follow; nothing is written and nothing wakes while nothing happens.
struct EventLoop: ~Copyable {
  private var model: Model
  private var terminal: Terminal
  private let mailbox: Mailbox
  private let performer: EffectPerformer
  private let appearance: Appearance
  private var shown: Frame?
  private var isDone = false
  /// Whether the panes have just followed the selection or a filter, for which much is read.
  private var isResting = false
  /// Says when the linked panes follow.
  private var rhythm = InputRhythm()
  private let started = ContinuousClock.now

  /// A repeating key never brings as many inputs between two frames.
  private static let typeAhead = 16

  init(
    model: Model, terminal: consuming Terminal, mailbox: Mailbox, performer: EffectPerformer,
    appearance: Appearance
  ) {
    self.model = model
    self.terminal = terminal
    self.mailbox = mailbox
    self.performer = performer
    self.appearance = appearance
  }

  /// Runs until the user quits or a signal ends it; returns the exit status.
  ///
  /// What an earlier run left is in the first frame; what became of the files since is looked at
  /// behind it, and nothing is written where that is nothing.
  mutating func run() -> Int32 {
    let opening = performer.scan.opening()
    for message in opening.messages { update(message) }
    draw()
    performer.scan.start(opening)
    while !isDone {
      let ready = cn_wait(model.isUnsettled ? Int32(rhythm.pause) : -1)
      if ready & 4 != 0 {
        performer.finish()
        return 129
      }
      if ready == 0 {
        if model.isUnsettled { update(.settle) }
        isResting = true
      } else {
        if ready & 2 != 0 { takeSignals() }
        takeInput()
        for message in mailbox.take() { update(message) }
      }
      if model.isListingStale, cn_wait(0) & 1 == 0 {
        update(.drained)
        isResting = true
      }
      // A frame that the next key would change at once is not worth its bytes.
      if !isDone, cn_wait(0) & 1 == 0 { draw() }
      // With every page that was read the system mapped sixteen; the rows in sight are held besides.
      if isResting { model.releaseMemory() }
      isResting = false
    }
    performer.finish()
    let signal = cn_quit_signal()
    return signal == 0 ? 0 : 128 + signal
  }

  private mutating func draw() {
    let frame = Screen.frame(model, appearance: appearance, after: shown)
    terminal.show(frame.grid)
    shown = frame
  }

  /// Takes in all that waits. So much at once was typed ahead, and nothing of it is seen before the
  /// last: then the linked panes follow in the same frame.
  private mutating func takeInput() {
    var count = 0
    while !isDone, let message = terminal.nextInput() {
      update(message)
      count += 1
    }
    if count > 0 { rhythm.noteInput(at: ContinuousClock.now - started) }
    if count >= Self.typeAhead, model.isUnsettled, !isDone { update(.settle) }
  }

  private mutating func takeSignals() {
    let signals = Int(cn_take_signals())
    if signals & (CN_SIGNAL_QUIT | CN_SIGNAL_HANGUP) != 0 { isDone = true }
    if signals & CN_SIGNAL_SUSPEND != 0 { suspend() }
    if signals & CN_SIGNAL_RESIZE != 0 { resize() }
  }

  private mutating func resize() {
    terminal.adoptSize()
    update(.resized(terminal.size))
  }

  private mutating func suspend() {
    terminal.suspend()
    resize()
  }

  private mutating func update(_ message: Message) {
    for effect in model.update(message) {
      switch effect {
      case .quit: isDone = true
      case .suspend: suspend()
      case .redraw:
        terminal.forget()
      case .record:
        performer.perform(effect)
        // The next key may take back what was written just now.
        for message in mailbox.take() { update(message) }
      case .resolve, .undo, .copy, .report, .save, .pauseScan, .stopScan:
        performer.perform(effect)
      }
    }
  }
}
