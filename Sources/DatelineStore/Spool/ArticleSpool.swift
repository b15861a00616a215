public import DatelineModel
public import DatelineText
internal import Glibc
internal import Synchronization

/// Articles laid aside in a file without a name, which is gone when the process ends.
///
/// Resolving a corpus looks at every article several times, and no machine need hold them all: an
/// article takes about 12 kB in the file, against 45 kB in memory. What cannot be written, for the disk
/// is full, is held. A class, for a file has an identity; threads may share it.
public final class ArticleSpool: ArticleArchive {
  /// Where an article lies.
  private struct Place: Sendable {
    var id: ArticleID
    var offset: Int
    /// The bytes of the text, which come first, and of the rest.
    var text: Int
    var rest: Int
    /// The article, where it could not be written.
    var held: AnnotatedArticle?
  }

  private struct State {
    var places: [Place] = []
    var end = 0
    /// Articles that were asked for not long ago, each at the place of its number.
    var recent = [(number: Int, article: AnnotatedArticle)?](repeating: nil, count: cacheSize)
  }

  /// How many articles are kept in memory: tellings of one event mostly lie near each other.
  private static let cacheSize = 512

  private let file: Int32
  private let state = Mutex(State())

  /// Makes a spool in a file of `folder`.
  public init(in folder: String) {
    let path = folder + "/spool.\(getpid()).XXXXXX"
    var name = Array(path.utf8CString)
    file = mkstemp(&name)
    // From now on nobody else can open it, and it lives as long as this process has it open.
    if file >= 0 {
      unlink(name)
      _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    }
  }

  deinit { if file >= 0 { close(file) } }

  /// Lays an article aside.
  public func keep(_ article: AnnotatedArticle) -> Int {
    let rest = SpooledArticle.bytes(article)
    let text = article.article.text.bytes
    let offset = state.withLock { state in
      defer { state.end += text.count + rest.count }
      return state.end
    }
    let isWritten = write(text, at: offset) && write(rest, at: offset + text.count)
    return state.withLock { state in
      state.places.append(
        Place(
          id: article.article.id, offset: offset, text: text.count, rest: rest.count,
          held: isWritten ? nil : article))
      return state.places.count - 1
    }
  }

  /// The article of a number.
  public func article(_ number: Int) -> AnnotatedArticle {
    let slot = number % Self.cacheSize
    let (place, known) = state.withLock { state -> (Place, AnnotatedArticle?) in
      let recent = state.recent[slot]
      return (state.places[number], recent?.number == number ? recent?.article : nil)
    }
    if let article = place.held ?? known { return article }
    let article = decoded(place)
    state.withLock { $0.recent[slot] = (number, article) }
    return article
  }

  /// The bytes of an article's text, or of a part of it.
  public func text(_ number: Int, _ range: Range<Int>?) -> [UInt8] {
    let place = state.withLock { $0.places[number] }
    let range = (range ?? 0..<place.text).clamped(to: 0..<place.text)
    if let held = place.held { return Array(held.article.text.bytes[range]) }
    return read(range.count, at: place.offset + range.lowerBound)
  }

  private func decoded(_ place: Place) -> AnnotatedArticle {
    let bytes = read(place.text + place.rest, at: place.offset)
    let article = Article(
      id: place.id, text: SourceText(repairing: Array(bytes.prefix(place.text))))
    // What this process has just written can be read, or the machine is broken.
    return (try? SpooledArticle.annotated(Array(bytes.dropFirst(place.text)), article: article))
      ?? AnnotatedArticle(article: article)
  }

  private func write(_ bytes: [UInt8], at offset: Int) -> Bool {
    guard file >= 0 else { return false }
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { rest in
        pwrite(file, rest.baseAddress, rest.count, offset + done)
      }
      if count > 0 {
        done += count
      } else if count == 0 || errno != EINTR {
        return false
      }
    }
    return true
  }

  private func read(_ count: Int, at offset: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, done in
      while done < count {
        let rest = UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[done...])
        let read = pread(file, rest.baseAddress, rest.count, offset + done)
        if read > 0 {
          done += read
        } else if read == 0 || errno != EINTR {
          break
        }
      }
    }
  }
}
