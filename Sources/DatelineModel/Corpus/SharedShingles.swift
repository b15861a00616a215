/// Which articles hold which shingle, for shingles that several hold.
///
/// Flat arrays and one sort: a table with a list for each shingle took more memory than the articles.
struct SharedShingles {
  /// The articles of all shared shingles, shingle by shingle, in order.
  private var holders: [Int32] = []
  /// Where the articles of each shared shingle begin, and the end.
  private var starts: [Int32] = [0]
  /// For each article: its shared shingles, from one start to the next.
  private var shingles: [Int32] = []
  private var firstShingles: [Int32] = []

  /// The most articles that are looked at for one shingle: what more share is furniture.
  private static let most = 64

  /// Indexes `sketches`, for each article its shingles, each once.
  init(_ sketches: [[UInt64]]) {
    var pairs: [(shingle: UInt64, article: Int32)] = []
    pairs.reserveCapacity(sketches.reduce(0) { $0 + $1.count })
    for (article, sketch) in sketches.enumerated() {
      for shingle in sketch { pairs.append((shingle, Int32(article))) }
    }
    pairs.sort { $0 < $1 }
    var uses: [(article: Int32, shingle: Int32)] = []
    var place = 0
    while place < pairs.count {
      let end = pairs[place...].firstIndex { $0.shingle != pairs[place].shingle } ?? pairs.count
      if end - place > 1 {
        for pair in pairs[place..<end] { uses.append((pair.article, Int32(starts.count - 1))) }
        holders += pairs[place..<min(end, place + Self.most)].map(\.article)
        starts.append(Int32(holders.count))
      }
      place = end
    }
    uses.sort { $0 < $1 }
    shingles = uses.map(\.shingle)
    var next = 0
    for article in sketches.indices {
      firstShingles.append(Int32(next))
      while next < uses.count, uses[next].article == article { next += 1 }
    }
    firstShingles.append(Int32(next))
  }

  /// Calls `body` with the first articles that hold each shingle of an article, which is among them:
  /// one that shares several comes several times.
  func forEachHolder(ofShinglesIn article: Int, _ body: (Int) -> Void) {
    for place in Int(firstShingles[article])..<Int(firstShingles[article + 1]) {
      let shingle = Int(shingles[place])
      for holder in Int(starts[shingle])..<Int(starts[shingle + 1]) { body(Int(holders[holder])) }
    }
  }
}
