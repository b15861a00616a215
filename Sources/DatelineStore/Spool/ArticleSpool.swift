public import DatelineModel
public import DatelineText
internal import Glibc
internal import Synchronization

/// Articles laid aside in a file without a name, which is gone when the process ends.
///
/// Resolving a corpus looks at every article some fifteen times, and no machine need hold them all: an
/// article takes about 12 kB in the file, against 45 kB in memory. What cannot be written, for the disk
/// is full, is held, and so are the articles of a corpus that is not large. A class, for a file has an
/// identity; threads may share it.
public final class ArticleSpool: ArticleArchive {
  /// Where an article lies.
  private struct Place: Sendable {
    var id: ArticleID
    var offset: Int
    /// The bytes of the text, which come first, and of the rest.
    var text: Int
    var rest: Int
  }

  private struct State {
    var places: [Place] = []
    /// The articles that are not in the file.
    var held: [Int: AnnotatedArticle] = [:]
    var end = 0
  }

  /// Articles that were asked for not long ago, each at the place of its number. Several, so that
  /// threads seldom wait for each other.
  private final class Cache: Sendable {
    private let recent = Mutex(
      [(number: Int, article: AnnotatedArticle)?](repeating: nil, count: places))
    private static let places = 64

    func article(_ number: Int) -> AnnotatedArticle? {
      recent.withLock { recent in
        recent[number % Self.places].flatMap { $0.number == number ? $0.article : nil }
      }
    }

    func keep(_ article: AnnotatedArticle, _ number: Int) {
      // The one that gives way is taken apart when nobody waits for it.
      var kept: (number: Int, article: AnnotatedArticle)? = (number, article)
      recent.withLock { swap(&$0[number % Self.places], &kept) }
    }
  }

  /// Up to so many articles are held, for they need no great memory.
  public static let heldArticles = 12_000

  private let file: Int32
  private let heldCount: Int
  private let state = Mutex(State())
  /// Parts of 16 numbers in turn go to one cache, as they do to one thread.
  private let caches = (0..<16).map { _ in Cache() }

  /// Makes a spool in a file of `folder`, which is written once there are more than `heldCount`
  /// articles.
  public init(in folder: String, holding heldCount: Int = heldArticles) {
    self.heldCount = heldCount
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
    let number = state.withLock { state in
      state.places.append(Place(id: article.article.id, offset: 0, text: 0, rest: 0))
      state.held[state.places.count - 1] = article
      return state.places.count - 1
    }
    if number == heldCount { for number in 0..<heldCount { writeOut(number) } }
    if number >= heldCount { writeOut(number) }
    return number
  }

  /// Writes an article that is held into the file; where that fails it stays held.
  private func writeOut(_ number: Int) {
    guard let article = state.withLock({ $0.held[number] }) else { return }
    let rest = SpooledArticle.bytes(article)
    let text = article.article.text.bytes
    let offset = state.withLock { state in
      defer { state.end += text.count + rest.count }
      return state.end
    }
    guard write(text, at: offset), write(rest, at: offset + text.count) else { return }
    state.withLock { state in
      state.places[number] = Place(
        id: article.article.id, offset: offset, text: text.count, rest: rest.count)
      state.held[number] = nil
    }
  }

  /// The article of a number.
  public func article(_ number: Int) -> AnnotatedArticle {
    let cache = caches[number / 16 % caches.count]
    if let known = cache.article(number) { return known }
    let (place, held) = state.withLock { state in
      (state.places[number], state.held.isEmpty ? nil : state.held[number])
    }
    if let held { return held }
    let article = decoded(place)
    cache.keep(article, number)
    return article
  }

  /// The bytes of an article's text, or of a part of it.
  public func text(_ number: Int, _ range: Range<Int>?) -> [UInt8] {
    // Threads wait for each other here: under the lock nothing is copied that need not be.
    let (offset, size, held) = state.withLock { state in
      (
        state.places[number].offset, state.places[number].text,
        state.held.isEmpty ? nil : state.held[number]?.article.text.bytes
      )
    }
    if let held {
      return range.map { Array(held[$0.clamped(to: 0..<held.count)]) } ?? held
    }
    let range = (range ?? 0..<size).clamped(to: 0..<size)
    return read(range.count, at: offset + range.lowerBound)
  }

  private func decoded(_ place: Place) -> AnnotatedArticle {
    let text = read(place.text, at: place.offset)
    let article = Article(id: place.id, text: SourceText(repairing: text))
    // What this process has just written can be read, or the machine is broken.
    return
      (try? SpooledArticle.annotated(
        read(place.rest, at: place.offset + place.text), article: article))
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
