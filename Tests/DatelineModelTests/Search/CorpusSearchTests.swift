import DatelineModel
import DatelineText
import TestSupport
import Testing

/// What a query without words lists.
@Suite struct CorpusSearchTests {
  private func sentences(_ query: String) throws -> [String] {
    let corpus = SampleCorpus.corpus
    return corpus.search(try Filter.parse(query)).compactMap { hit in
      corpus.article(hit.provenance.article).map { $0.article.text[hit.provenance.span] }
    }
  }

  @Test func `a query for an entity lists the sentences that name it`() throws {
    let found = try sentences("ent:lind")
    #expect(!found.isEmpty)
    for sentence in found { #expect(sentence.contains("Lind")) }
  }

  @Test func `a query for a type lists the sentences that tell of such events`() throws {
    let found = try sentences("type:protest")
    #expect(found.contains { $0.hasPrefix("Dockers of the Dock Union stopped work") })
    #expect(!found.contains { $0.hasPrefix("Minister Anna Lind met") })
  }

  @Test func `a query for a source lists how its articles begin`() throws {
    #expect(try sentences("src:morning").count == 1)
  }
}
