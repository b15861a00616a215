import ArgumentParser
import CNcurses
import DatelineModel
import DatelineReading
import DatelineScreen
import DatelineStore
import Glibc

/// `dateline [PATH...]`: the browser, and what runs when no subcommand is named.
struct Browse: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Browse articles by time, by name and by claim (the default).")

  @OptionGroup var source: SourceOptions

  @Flag(help: "Use the mouse for choosing and scrolling.")
  var mouse = false

  @Flag(help: "Draw with ASCII alone.")
  var ascii = false

  @Option(
    help: ArgumentHelp(
      "Draw bars of time with ascii, blocks or braille.", valueName: "ascii|blocks|braille"),
    transform: { name in
      guard let pictures = Appearance.Pictures(rawValue: name) else {
        throw ValidationError("Bars are drawn with ascii, blocks or braille.")
      }
      return pictures
    })
  var pictures: Appearance.Pictures?

  @Flag(inversion: .prefixedNo, help: "Let the terminal follow addresses (OSC 8).")
  var links: Bool?

  @Flag(help: "Begin anew instead of where the last run ended.")
  var fresh = false

  @Flag(help: "Print lines instead of drawing a screen: for screen readers and plain terminals.")
  var linear = false

  @Flag(help: "Leave right-to-left text in its order of writing, for terminals that reorder it.")
  var terminalBidi = false

  init() {}

  /// The browser on `paths` with no options, made without the parser.
  init(plain paths: [String]) {
    source = SourceOptions(paths: paths)
    mouse = false
    ascii = false
    pictures = nil
    links = nil
    fresh = false
    linear = false
    terminalBidi = false
  }

  func run() throws {
    try source.requirePaths()
    guard cn_watch_signals() == 0 else { throw ValidationError("No pipe could be opened.") }
    let isUTF8 = !ascii && cn_locale_utf8() != 0
    var appearance = Appearance(
      isASCII: !isUTF8, pictures: pictures ?? TerminalKind.pictures, reordersText: !terminalBidi)
    if links ?? TerminalKind.followsLinks {
      appearance.baseAddress = "file://" + TerminalKind.hostName + base + "/"
    }
    let mailbox = Mailbox()
    let log = DecisionLog.beside(source.paths.first ?? ".")
    let control = ScanControl()
    let session = SessionFile(
      folder: absolutePath(source.paths.first ?? "."),
      stateHome: environment("XDG_STATE_HOME") ?? (environment("HOME") ?? "") + "/.local/state")
    let scan = FolderScan(
      paths: source.paths, options: try source.options(), jobs: source.jobs, mailbox: mailbox,
      log: log, control: control, indexPath: source.indexPath, session: session,
      takesSessionUp: !fresh, indexArguments: source.indexArguments)
    let performer = EffectPerformer(mailbox: mailbox, log: log, scan: scan, session: session)
    let status =
      try linear
      ? browseLinearly(scan, performer, appearance)
      : browseOnScreen(scan, performer, appearance)
    if status != 0 {
      cn_close()
      Glibc.exit(status)
    }
  }

  /// The user's keys and theme.
  private var configuration: Configuration {
    let home = environment("XDG_CONFIG_HOME") ?? (environment("HOME") ?? "") + "/.config"
    return Configuration(path: home + "/dateline/config.toml")
  }

  /// What is open, in a word: the folder's own name, for paths are long.
  private var name: String {
    guard source.paths.count == 1, let path = source.paths.first else {
      return "\(source.paths.count) folders and files"
    }
    let last = absolutePath(path).split(separator: "/").last
    return last.map(String.init) ?? path
  }

  /// The folder that file names are relative to.
  private var base: String { absolutePath(source.paths.first ?? ".") }

  private func browseOnScreen(
    _ scan: FolderScan, _ performer: EffectPerformer, _ appearance: Appearance
  ) throws -> Int32 {
    let configuration = self.configuration
    let terminal: Terminal
    do {
      terminal = try Terminal(
        utf8: !appearance.isASCII, mouse: mouse, links: appearance.baseAddress != nil,
        isColorful: environment("NO_COLOR") == nil,
        looks: configuration.looks)
    } catch .notATerminal {
      throw ValidationError(
        "The browser needs a terminal; for pipes there are the subcommands (dateline --help).")
    } catch .plain {
      return browseLinearly(scan, performer, appearance)
    }
    let model = Model(size: terminal.size, name: name, keymap: configuration.keymap)
    for error in configuration.errors {
      performer.mailbox.post(.notice(Notice(error, tone: .error)))
    }
    scan.start()
    var loop = EventLoop(
      model: model, terminal: terminal, mailbox: performer.mailbox, performer: performer,
      appearance: appearance)
    return loop.run()
  }

  private func browseLinearly(
    _ scan: FolderScan, _ performer: EffectPerformer, _ appearance: Appearance
  ) -> Int32 {
    var size = winsize()
    let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    let model = Model(
      size: ScreenSize(
        rows: isKnown ? Int(size.ws_row) : 24, columns: isKnown ? Int(size.ws_col) : 80),
      name: name, keymap: configuration.keymap)
    scan.start()
    var loop = LinearLoop(
      model: model, mailbox: performer.mailbox, performer: performer, appearance: appearance)
    return loop.run()
  }
}
