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
  let scan: ScanControl
  let session: SessionFile

  func perform(_ effect: Effect) {
    switch effect {
    case .resolve(let corpus): resolve(corpus)
    case .record(let decision): record(decision)
    case .undo(let id): undo(id)
    case .copy(let text): copy(text)
    case .pauseScan(let isPaused): scan.pause(isPaused)
    case .stopScan: scan.stop()
    case .save(let session): save(session)
    case .redraw, .suspend, .quit: break
    }
  }

  /// Brings the facts up to date beside the loop, whatever the size of the corpus.
  private func resolve(_ corpus: Corpus) {
    let mailbox = mailbox
    BackgroundThread.start {
      var corpus = corpus
      corpus.resolve()
      mailbox.post(.resolved(corpus, Lookup(corpus)))
    }
  }

  /// A session that cannot be written is no reason to disturb the reader.
  private func save(_ session: Session) { try? self.session.write(session) }

  private func record(_ decision: Decision) {
    do {
      let id = try log.append(decision, at: Self.now())
      mailbox.post(.recorded(LoggedDecision(id: id, decision: decision)))
    } catch {
      mailbox.post(.notice(Notice("not written: \(error)", tone: .error)))
    }
  }

  private func undo(_ id: String) {
    do { _ = try log.undo(id, at: Self.now()) } catch {
      mailbox.post(.notice(Notice("not written: \(error)", tone: .error)))
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

  /// Asks the terminal to put `text` on the clipboard (OSC 52), through tmux where that is between.
  ///
  /// No terminal answers, so the notice says what was sent, not what became of it.
  private func copy(_ text: String) {
    let payload = Base64.encode(Array(text.utf8))
    guard payload.count <= 74_994 else {
      mailbox.post(.notice(Notice("too long for a terminal's clipboard", tone: .error)))
      return
    }
    var sequence = "\u{1B}]52;c;\(payload)\u{07}"
    if environment("TMUX") != nil {
      sequence = "\u{1B}Ptmux;\u{1B}\(sequence)\u{1B}\\"
    }
    sequence.withCString { cn_write($0, Int32(strlen($0))) }
    mailbox.post(
      .notice(Notice("sent \(text.utf8.count) bytes to the terminal's clipboard (OSC 52)")))
  }
}

/// Lets the loop pause and stop the reading of the folder.
final class ScanControl: Sendable {
  private struct State {
    var isPaused = false
    var isStopped = false
    /// Whether the reading waits to go on.
    var waits = false
  }

  private let state = Mutex(State())
  private let index = Mutex<CorpusIndex?>(nil)
  private let goesOn = Semaphore()

  /// Holds `index` open to the program's end: closing the queues under it would start threads that
  /// never rest again.
  func hold(_ index: CorpusIndex) { self.index.withLock { $0 = index } }

  func pause(_ isPaused: Bool) { change { $0.isPaused = isPaused } }

  func stop() { change { $0.isStopped = true } }

  private func change(_ body: (inout State) -> Void) {
    let wakes = state.withLock { state in
      body(&state)
      guard state.waits, state.isStopped || !state.isPaused else { return false }
      state.waits = false
      return true
    }
    if wakes { goesOn.signal() }
  }

  /// Waits, asleep, while the reading is paused; returns whether it is to go on.
  func mayGoOn() -> Bool {
    let waits = state.withLock { state in
      state.waits = state.isPaused && !state.isStopped
      return state.waits
    }
    if waits { goesOn.wait() }
    return state.withLock { !$0.isStopped }
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
