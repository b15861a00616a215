import ArgumentParser
import CNcurses
import DatelineModel
import DatelineReading
import DatelineScreen
import DatelineStore
import Glibc

/// The browser, and how it was asked for.
///
/// Apart from the command that parses it: making that with all that its options are wrapped in takes
/// longer than anything else before the first frame.
struct Browser {
  var inputs: Inputs
  var usesMouse = false
  var isASCII = false
  var pictures: Appearance.Pictures?
  var links: Bool?
  var beginsAnew = false
  var isLinear = false
  var leavesOrderToTerminal = false
  /// What is pressed instead of what the user would press.
  var script: KeyScript.Request?

  init(inputs: Inputs) { self.inputs = inputs }

  /// Browses until the user quits; ends the program where a signal did.
  func run() throws {
    try inputs.requirePaths(suggesting: Main.subcommandNames)
    guard cn_watch_signals() == 0 else { throw ValidationError("No pipe could be opened.") }
    let isUTF8 = !isASCII && cn_locale_utf8() != 0
    var appearance = Appearance(
      isASCII: !isUTF8, pictures: pictures ?? TerminalKind.pictures,
      reordersText: !leavesOrderToTerminal)
    if links ?? TerminalKind.followsLinks {
      appearance.baseAddress = "file://" + TerminalKind.hostName + base + "/"
    }
    let mailbox = Mailbox()
    let log = DecisionLog.beside(inputs.paths.first ?? ".")
    let control = ScanControl()
    let session = SessionFile(
      folder: absolutePath(inputs.paths.first ?? "."),
      stateHome: environment("XDG_STATE_HOME") ?? (environment("HOME") ?? "") + "/.local/state")
    let mapped = inputs.map == nil ? nil : try inputs.options()
    let scan = FolderScan(
      paths: inputs.paths, options: { mapped ?? ReadingOptions() }, jobs: inputs.jobs,
      mailbox: mailbox,
      log: log, control: control, indexPath: inputs.indexPath, session: session,
      takesSessionUp: !beginsAnew && script == nil, indexArguments: inputs.indexArguments)
    let performer = EffectPerformer(mailbox: mailbox, log: log, scan: scan, session: session)
    let status =
      try script.map { press($0, performer, appearance) }
      ?? (isLinear
        ? browseLinearly(performer, appearance) : browseOnScreen(performer, appearance))
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
    guard inputs.paths.count == 1, let path = inputs.paths.first else {
      return "\(inputs.paths.count) folders and files"
    }
    let last = absolutePath(path).split(separator: "/").last
    return last.map(String.init) ?? path
  }

  /// The folder that file names are relative to.
  private var base: String { absolutePath(inputs.paths.first ?? ".") }

  private func browseOnScreen(
    _ performer: EffectPerformer, _ appearance: Appearance
  ) throws -> Int32 {
    let configuration = self.configuration
    let terminal: Terminal
    do {
      terminal = try Terminal(
        utf8: !appearance.isASCII, mouse: usesMouse, links: appearance.baseAddress != nil,
        isColorful: environment("NO_COLOR") == nil,
        looks: configuration.looks)
    } catch .notATerminal {
      throw ValidationError(
        "The browser needs a terminal; for pipes there are the subcommands (dateline --help).")
    } catch .plain {
      return browseLinearly(performer, appearance)
    }
    let model = Model(size: terminal.size, name: name, keymap: configuration.keymap)
    for error in configuration.errors {
      performer.mailbox.post(.notice(Notice(error, tone: .error)))
    }
    var loop = EventLoop(
      model: model, terminal: terminal, mailbox: performer.mailbox, performer: performer,
      appearance: appearance)
    return loop.run()
  }

  private func press(
    _ script: KeyScript.Request, _ performer: EffectPerformer, _ appearance: Appearance
  ) -> Int32 {
    let model = Model(size: script.size, name: name, keymap: configuration.keymap)
    var loop = KeyScript(model: model, performer: performer, appearance: appearance)
    return loop.run(script)
  }

  private func browseLinearly(
    _ performer: EffectPerformer, _ appearance: Appearance
  ) -> Int32 {
    var size = winsize()
    let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    let model = Model(
      size: ScreenSize(
        rows: isKnown ? Int(size.ws_row) : 24, columns: isKnown ? Int(size.ws_col) : 80),
      name: name, keymap: configuration.keymap, showsOnePane: true)
    var loop = LinearLoop(
      model: model, mailbox: performer.mailbox, performer: performer, appearance: appearance)
    return loop.run()
  }
}
