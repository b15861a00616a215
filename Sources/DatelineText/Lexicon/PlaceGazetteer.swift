import CDatelineData

/// Cities and first-level divisions of the world, found by name.
///
/// Parsed at first use: an index from names to rows; a row is read when it is asked for.
package struct PlaceGazetteer: Sendable {
  /// Slots of the index: the hash of a name and the offset of its row.
  private var offsets: [UInt64: [UInt32]] = [:]

  /// The embedded gazetteer.
  package static let embedded = PlaceGazetteer()

  private init() {
    let data = dateline_lexicon_places()
    var scanner = TableScanner(data)
    offsets.reserveCapacity(60_000)
    scanner.forEachRow { fields in
      guard fields.count >= 8, let row = fields[0].baseAddress else { return }
      let offset = UInt32(row - data.bytes)
      add(fields[1], offset)
      TableScanner.forEachPart(of: fields[2]) { add($0, offset) }
    }
  }

  private mutating func add(_ name: UnsafeBufferPointer<UInt8>, _ offset: UInt32) {
    var hash = PhraseHash()
    hash.append(folding: name)
    if offsets[hash.value]?.last != offset { offsets[hash.value, default: []].append(offset) }
  }

  /// The place called `name` that fits best among countries that are spoken of so often: company
  /// counts first, then divisions before towns, then size. Nil where none is called so, or where it
  /// would be a small town in a country that nothing else speaks of.
  package func place(named name: String, among company: [String: Int]) -> PlaceLink? {
    let candidates = offsets[PhraseHash(folding: name).value] ?? []
    var best: (score: Int, link: PlaceLink)?
    for offset in candidates {
      guard let (link, size) = row(at: offset) else { continue }
      let score = min(company[link.country, default: 0], 20) * 400 + size
      if score >= 100, best.map({ $0.score < score }) ?? true { best = (score, link) }
    }
    return best?.link
  }

  /// A row, and its size: thousands of people, capitals and divisions counted as large.
  private func row(at offset: UInt32) -> (PlaceLink, Int)? {
    let data = dateline_lexicon_places()
    let rest = UnsafeBufferPointer(start: data.bytes + Int(offset), count: data.count - Int(offset))
    let line = rest.prefix { $0 != 0x0A }
    let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
    guard fields.count >= 8, let kind = fields[0].first else { return nil }
    func text(_ index: Int) -> String { String(decoding: fields[index], as: UTF8.self) }
    let link = PlaceLink(
      name: text(1), country: text(3), admin1: text(4).isEmpty ? nil : text(4),
      latitude: Int32(text(6)), longitude: Int32(text(7)))
    let people = Int(text(5)) ?? 0
    switch kind {
    case UInt8(ascii: "A"): return (link, 600)
    case UInt8(ascii: "C"): return (link, 2_000 + people)
    default: return (link, people)
    }
  }
}
