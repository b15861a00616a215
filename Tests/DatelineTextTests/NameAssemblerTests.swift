import TestSupport
import Testing

@testable import DatelineText

@Suite struct NameAssemblerTests {
  /// The names that are made where a model took the marked words of `marked`, which blanks part into
  /// tokens, for names of the type numbered `type` in `NameTag.types`.
  private func names(_ marked: MarkedText, _ type: Int) -> [(text: String, type: EntityType)] {
    let bytes = Array(marked.text.utf8)
    var spans: [Range<Int>] = []
    var start = 0
    for (index, byte) in (bytes + [0x20]).enumerated() where byte == 0x20 {
      if index > start { spans.append(start..<index) }
      start = index + 1
    }
    let document = NameDocument(bytes: bytes, spans: spans, sentences: [spans.indices])
    let tags = spans.map { span in
      guard let name = marked.spans.first(where: { $0.range.contains(span.lowerBound) }) else {
        return NameTag.outside
      }
      return name.range.lowerBound == span.lowerBound ? NameTag.begin(type) : .inside(type)
    }
    var assembler = NameAssembler(document, tags: tags)
    assembler.assemble()
    return assembler.names.map { (document.text(of: $0.tokens), $0.type) }
  }

  /// The names of two sentences, of which the second begins at word 8, where a model took the words
  /// for what `tags` says.
  private func names(_ text: String, tags known: [(Int, NameTag)]) -> [String: EntityType] {
    var spans: [Range<Int>] = []
    var start = 0
    for (index, byte) in (Array(text.utf8) + [0x20]).enumerated() where byte == 0x20 {
      spans.append(start..<index)
      start = index + 1
    }
    let document = NameDocument(
      bytes: Array(text.utf8), spans: spans, sentences: [0..<8, 8..<spans.count])
    var tags = [NameTag](repeating: .outside, count: spans.count)
    for (index, tag) in known { tags[index] = tag }
    var assembler = NameAssembler(document, tags: tags)
    assembler.assemble()
    return Dictionary(
      assembler.names.map { (document.text(of: $0.tokens), $0.type) }, uniquingKeysWith: { $1 })
  }

  @Test func `a first name stays where the surname alone is known from elsewhere`() {
    let found = names(
      "Anna Lind met Joe Park in Oslo . Lind said nothing .",
      tags: [
        (0, .begin(0)), (1, .inside(0)), (3, .begin(0)), (4, .inside(0)), (8, .begin(0)),
      ])
    #expect(
      found.filter { $0.value == .person }.keys.sorted() == ["Anna Lind", "Joe Park", "Lind"])
  }

  @Test(arguments: [
    ("Anna Velmor", "Velmor", EntityType.person), ("Anna Hamas", "Hamas", .organization),
  ])
  func `a single word that ends a person's name is that person, unless lists know a body`(
    full: String, surname: String, type: EntityType
  ) {
    let found = names(
      "\(full) met the others there today . \(surname) said nothing .",
      tags: [(0, .begin(0)), (1, .inside(0)), (8, .begin(1))])
    #expect(found[full] == .person)
    #expect(found[surname] == type)
  }

  @Test(arguments: [
    ("They stay until ⟦Mubarak resigns⟧ .", 0, "Mubarak", EntityType.person),
    ("From ⟦Geneva February⟧ to ⟦Geneva The⟧ last", 2, "Geneva", .geopolitical),
    ("It was ⟦the Muslim⟧ view of things .", 1, "Muslim", .group),
    ("The ⟦Christian⟧ minority left the town .", 4, "Christian", .group),
    ("He said ⟦Sorry Jack⟧ to him .", 0, "Jack", .person),
    ("For ⟦Mubarak - Mubarak⟧ has left .", 0, "Mubarak", .person),
    ("A tie with the ⟦West⟧ is new .", 2, "West", .location),
  ])
  func `what is no part of a name falls off, what lists know keeps its type`(
    _ marked: String, _ type: Int, _ name: String, _ expected: EntityType
  ) {
    let found = names(MarkedText(marked), type)
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.text == name && $0.type == expected })
  }

  @Test(arguments: [
    ("The ⟦Policy⟧ was read aloud .", 3),
    ("updated ⟦Sat⟧ Jan 22", 4), ("We saw ⟦anti-Mubarak⟧ protesters .", 5),
    ("On ⟦AL⟧ VELBOOK tonight .", 2), ("They cut off the ⟦Internet⟧ at once .", 5),
  ])
  func `common words and compounds in small letters are no names`(_ marked: String, _ type: Int) {
    #expect(names(MarkedText(marked), type).isEmpty)
  }

  @Test(arguments: [
    ("Said US President Velm there .", "US", EntityType.geopolitical),
    ("In Taliban - led areas .", "Taliban", .organization),
  ])
  func `what lists know and hardly anything else is called is a name unasked`(
    _ text: String, _ name: String, _ type: EntityType
  ) {
    let found = names(MarkedText(text), 0)
    #expect(found.map(\.text) == [name])
    #expect(found.map(\.type) == [type])
  }

  @Test(arguments: ["He met Jordan there .", "It was us all .", "The Policy was read ."])
  func `what may be anything else is no name unasked`(_ text: String) {
    #expect(names(MarkedText(text), 0).isEmpty)
  }

  @Test(arguments: [
    ("It was on ⟦VelBook⟧ last night .", 3, EntityType.miscellaneous),
    ("The ⟦Velmorians⟧ and others left .", 3, .group),
    ("They watched ⟦Velmora Open⟧ there .", 4, .event),
  ])
  func `a people sounds like one`(_ marked: String, _ type: Int, _ expected: EntityType) {
    #expect(names(MarkedText(marked), type).map(\.type) == [expected])
  }
}
