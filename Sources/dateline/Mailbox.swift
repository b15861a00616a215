import CNcurses
import DatelineModel
import Synchronization

/// Carries messages from background tasks to the event loop, which it wakes.
final class Mailbox: Sendable {
  private let messages = Mutex<[Message]>([])

  /// Leaves a message; may be called from any thread.
  func post(_ message: Message) {
    let wasEmpty = messages.withLock { messages in
      messages.append(message)
      return messages.count == 1
    }
    // One byte wakes the loop for all that is waiting.
    if wasEmpty { cn_wake() }
  }

  /// Takes all messages out, in order.
  func take() -> [Message] {
    messages.withLock { messages in
      let taken = messages
      messages = []
      return taken
    }
  }
}
