/// The parts of a snapshot, by their place in its header.
enum SnapshotSection: Int, CaseIterable {
  /// What the snapshot was made of, as strings.
  case stamp
  /// Files that could not be read.
  case failures
  /// By article: identifiers, texts, what lists show, what the reader shows.
  case articleIDs, texts, heads, articles
  /// By entity: identifiers, names, everything.
  case entityIDs, entityNames, entities
  /// The other facts, by row.
  case events, relations, claims, conflicts
  /// By article: rows of events and relations, and for each mention its entity and 1, or 0.
  case eventsOfArticles, relationsOfArticles, entitiesOfMentions
  /// By entity: rows of its relations.
  case relationsOfEntities
  /// Indices of the articles, newest first.
  case articlesByDate
  /// By article: what it copies and 1, or 0; its main entity and 1, or 0.
  case originals, mainEntities
  /// First and last day; `noDay` where there is none.
  case firstDays, lastDays, articleFirstDays, articleLastDays, relationFirstDays, relationLastDays
  /// By claim: the row of its event and 1, or 0. By article: the row of its first claim.
  case claimEvents, firstClaims
  /// By relation: in how many articles it rests; its type, and 32 times the number of its sentences.
  case relationWeights, relationKinds
  /// By conflict: two numbers, twice the row of a claim or event and 2, and 1 more for an event; or 0.
  case conflictSides
  /// By kind and family: rows of claims and relations.
  case claimGroups, relationGroups
  /// Words and what else filters ask for, in the order of their bytes, with `Postings` of each; the
  /// same for the beginnings of terms.
  case terms, termRows, prefixes, prefixRows
  /// By entity: `Postings` of the rows that it takes part in.
  case entityRows
  /// Rows of the entities, those in most articles first.
  case entitiesByWeight
  /// Hashes of identifiers with rows, by hash.
  case eventRows, claimRows, conflictRows
  /// The row of the entity with most relations and 1, or 0.
  case mostConnected
  /// What `SnapshotSummary` holds.
  case summary

  /// The first bytes of the file: what it is, and its form.
  static let magic = Array("DATELNS4".utf8)
  /// The header: magic, the length of the file, and for each section where its bytes start, where
  /// its table of starts lies, how many rows it has and how wide a start is, all 64 bits wide.
  static let headerSize = 16 + allCases.count * recordSize
  /// The bytes of a section's entry in the header.
  static let recordSize = 32
  /// Added to the width of the starts of a section whose rows are packed: behind its starts, which
  /// count unpacked bytes, it has the number of its blocks, and for each, and for the end, where it
  /// begins in the unpacked bytes and in the packed ones, all 64 bits wide.
  static let packed = 16
  /// From so many bytes on a block is packed: unpacking one takes some twelve microseconds.
  static let blockSize = 4096
  /// Stands for a day that is not known.
  static let noDay = UInt32(bitPattern: Int32.min)

  /// The hash of an identifier by which its row is found.
  static func hash(_ id: String) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for byte in id.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return hash
  }
}
