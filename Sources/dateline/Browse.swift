import ArgumentParser
import CNcurses
import DatelineModel
import DatelineReading
import DatelineScreen
import DatelineStore
import DatelineText
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

  func run() throws {
    let isUTF8 = !ascii && cn_locale_utf8() != 0
    guard cn_watch_signals() == 0 else { throw ValidationError("No pipe could be opened.") }
    let terminal: Terminal
    do {
      terminal = try Terminal(
        utf8: isUTF8, mouse: mouse, isColorful: environment("NO_COLOR") == nil)
    } catch .notATerminal {
      throw ValidationError(
        "The browser needs a terminal; for pipes there are the subcommands (dateline --help).")
    } catch .plain {
      throw ValidationError("This terminal cannot move its cursor; set TERM, or use a subcommand.")
    }
    let mailbox = Mailbox()
    let log = DecisionLog.beside(source.paths.first ?? ".")
    let scan = ScanControl()
    let performer = EffectPerformer(mailbox: mailbox, log: log, scan: scan)
    let model = Model(size: terminal.size, name: source.paths.joined(separator: " "))
    FolderScan(
      paths: source.paths, options: try source.options(), jobs: source.jobs, mailbox: mailbox,
      log: log, control: scan, indexPath: source.indexPath
    ).start()
    var loop = EventLoop(
      model: model, terminal: terminal, mailbox: mailbox, performer: performer,
      appearance: Appearance(isASCII: !isUTF8))
    let status = loop.run()
    if status != 0 {
      cn_close()
      Glibc.exit(status)
    }
  }
}
