import CDatelineData

/// Cities and first-level divisions of the world, found by name.
///
/// Parsed at first use: an index from names to rows; a row is read when it is asked for.
package struct PlaceGazetteer: Sendable {
  /// A name of a place, and where to look for others that fall on the same slot.
  private struct Name {
    let hash: UInt64
    let row: UInt32
    let next: Int32
  }

  private var names: [Name] = []
  /// The last name of each slot; -1 where there is none.
  private var slots = [Int32](repeating: -1, count: 1 << 16)

  /// The embedded gazetteer.
  package static let embedded = PlaceGazetteer()

  private init() {
    let data = dateline_lexicon_places()
    var scanner = TableScanner(data)
    names.reserveCapacity(60_000)
    scanner.forEachRow { fields in
      guard fields.count >= 8, let row = fields[0].baseAddress else { return }
      let offset = UInt32(row - data.bytes)
      let first = names.count
      add(fields[1], offset, since: first)
      TableScanner.forEachPart(of: fields[2]) { add($0, offset, since: first) }
    }
  }

  /// Adds a name of the row at `offset`, whose other names are those from number `first` on.
  private mutating func add(
    _ name: UnsafeBufferPointer<UInt8>, _ offset: UInt32, since first: Int
  ) {
    var hash = PhraseHash()
    hash.append(folding: name)
    if names[first...].contains(where: { $0.hash == hash.value }) { return }
    let slot = Self.slot(of: hash.value)
    let next = slots[slot]
    slots[slot] = Int32(names.count)
    names.append(Name(hash: hash.value, row: offset, next: next))
  }

  private static func slot(of hash: UInt64) -> Int { Int(hash >> 48) }

  /// The rows of the places called `name`, in order.
  private func rows(named name: String) -> [UInt32] {
    let hash = PhraseHash(folding: name).value
    var rows: [UInt32] = []
    var index = slots[Self.slot(of: hash)]
    while index >= 0 {
      let name = names[Int(index)]
      if name.hash == hash { rows.append(name.row) }
      index = name.next
    }
    return rows.reversed()
  }

  /// The place called `name` that fits best among countries that are spoken of so often: company
  /// counts first, then divisions before towns, then size. Nil where none is called so, or where it
  /// would be a small town in a country that nothing else speaks of.
  package func place(named name: String, among company: [String: Int]) -> PlaceLink? {
    var best: (score: Int, link: PlaceLink)?
    for offset in rows(named: name) {
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
