import CNcurses
import DatelineModel
import DatelineReading
import DatelineStore
import Glibc
import Synchronization

/// Performs what the model asks for outside itself; outcomes go to the mailbox.
struct EffectPerformer: Sendable {
  let mailbox: Mailbox
  let log: DecisionLog
  let scan: FolderScan
  let session: SessionFile
  private let writer = SessionWriter()
  private let reports = ReportWriter()

  init(mailbox: Mailbox, log: DecisionLog, scan: FolderScan, session: SessionFile) {
    self.mailbox = mailbox
    self.log = log
    self.scan = scan
    self.session = session
  }

  func perform(_ effect: Effect) {
    switch effect {
    case .resolve(let corpus):
      if corpus.isStored { scan.storeAnew() } else { resolve(corpus) }
    case .record(let decision): record(decision)
    case .undo(let id): undo(id)
    case .copy(let text): copy(text)
    case .report(let path, let corpus, let contents):
      reports.write(contents, of: corpus, to: path) { [mailbox] in mailbox.post(.notice($0)) }
    case .pauseScan(let isPaused): scan.control.pause(isPaused)
    case .stopScan: scan.control.stop()
    case .save(let session): save(session)
    case .redraw, .suspend, .quit: break
    }
  }

  /// Brings the facts up to date beside the loop, whatever the size of the corpus.
  private func resolve(_ corpus: Corpus) {
    let (mailbox, scan) = (mailbox, scan)
    BackgroundThread.start {
      var corpus = corpus
      corpus.resolve()
      mailbox.post(.resolved(corpus, Lookup(corpus)))
      scan.keep(corpus)
    }
  }

  private func save(_ session: Session) { writer.write(session, to: self.session) }

  /// Waits until what is to be kept is kept.
  func finish() {
    scan.control.stopResettling()
    writer.finish()
    reports.finish()
  }

  private func record(_ decision: Decision) {
    do throws(StoreError) {
      let id = try log.append(decision, at: Self.now())
      mailbox.post(.recorded(LoggedDecision(id: id, decision: decision)))
    } catch {
      mailbox.post(.notice(Notice("not written: \(error.text)", tone: .error)))
    }
  }

  private func undo(_ id: String) {
    do throws(StoreError) { _ = try log.undo(id, at: Self.now()) } catch {
      mailbox.post(.notice(Notice("not written: \(error.text)", tone: .error)))
    }
  }

  /// The time in ISO 8601, for people who read the log.
  private static func now() -> String {
    var seconds = time(nil)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    var text = [CChar](repeating: 0, count: 32)
    let count = strftime(&text, text.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
    return String(decoding: text.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Asks the terminal to put `text` on the clipboard, and writes it to a file as well.
  ///
  /// No terminal answers, so the notice says what was sent, not what became of it; the file is
  /// there for those that do nothing.
  private func copy(_ text: String) {
    let file = keep(text)
    let place = file.map { "; kept in \(Self.short($0))" } ?? ""
    let payload = Base64.encode(Array(text.utf8))
    guard payload.count <= 74_994 else {
      mailbox.post(
        .notice(Notice("too long for a terminal's clipboard" + place, tone: .error)))
      return
    }
    sendToClipboard(payload)
    mailbox.post(
      .notice(Notice("asked the terminal to copy \(text.utf8.count) bytes" + place)))
  }

  /// Writes what was copied to a file; its path, or nil where it cannot be written.
  private func keep(_ text: String) -> String? {
    try? session.keep(text + "\n", as: "copied.txt")
  }

  /// A path below the home folder, as shells write it.
  private static func short(_ path: String) -> String {
    guard let home = environment("HOME"), path.hasPrefix(home + "/") else { return path }
    return "~" + path.dropFirst(home.count)
  }

  /// Sends the sequence of xterm (OSC 52), through tmux where that is between.
  private func sendToClipboard(_ payload: String) {
    var sequence = "\u{1B}]52;c;\(payload)\u{07}"
    if environment("TMUX") != nil {
      sequence = "\u{1B}Ptmux;\u{1B}\(sequence)\u{1B}\\"
    }
    sequence.withCString { cn_write($0, Int32(strlen($0))) }
  }
}

/// Base64 after RFC 4648.
enum Base64 {
  static func encode(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        result.append(
          place <= group.count ? alphabet[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
