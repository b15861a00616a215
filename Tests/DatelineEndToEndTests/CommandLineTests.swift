import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// The command line as scripts use it: forms, offsets, exit statuses.
@Suite struct CommandLineTests {
  struct Span: Decodable {
    var start: Int
    var end: Int
    var text: String?
  }

  struct ExtractLine: Decodable {
    struct Attribution: Decodable {
      var source: [[Int]]
      var cue: [[Int]]
      var content: [[Int]]
    }
    var schema: Int
    var id: String
    var error: String?
    var text: String?
    var timexes: [Span]?
    var mentions: [Span]?
    var sentences: [Span]?
    var furniture: [Span]?
    var events: [Span]?
    var attributions: [Attribution]?
  }

  private func lines(_ output: String) throws -> [ExtractLine] {
    try output.split(separator: "\n").map {
      try JSONDecoder().decode(ExtractLine.self, from: Data($0.utf8))
    }
  }

  @Test func `every span of every article is the slice at its offsets`() throws {
    let outcome = try BuiltProgram.run(["extract", BuiltProgram.seeds])
    #expect(outcome.status == 0)
    let records = try lines(outcome.output)
    #expect(records.count == 5)
    for record in records {
      let scalars = Array(try #require(record.text).unicodeScalars)
      let spans = [record.timexes, record.mentions, record.sentences, record.furniture]
      for span in spans.compactMap({ $0 }).joined() {
        #expect(0 <= span.start && span.start < span.end && span.end <= scalars.count)
        guard let text = span.text else { continue }
        #expect(Array(text.unicodeScalars) == Array(scalars[span.start..<span.end]))
      }
      for attribution in record.attributions ?? [] {
        for pair in attribution.source + attribution.cue + attribution.content {
          #expect(pair.count == 2 && pair[0] < pair[1] && pair[1] <= scalars.count)
        }
      }
    }
  }

  @Test func `the text of a plain text file is the whole file unchanged`() throws {
    let scratch = try TemporaryFolder()
    let text = "\n\nA headline\n\n\u{FEFF}Kabul – “tête”\r\n\tThe end.  \n\n"
    let path = try scratch.write("a.txt", text)
    let outcome = try BuiltProgram.run(["extract", path])
    #expect(try lines(outcome.output).first?.text == text)
  }

  @Test func `from a pipe there is one line out for each line in, in order`() throws {
    let input = """
      {"id":"b","text":"Talks began on Monday.","date":"2024-05-01"}
      this is no JSON
      {"id":"a","body":"Nothing happened."}
      {"id":"c"}

      """
    let outcome = try BuiltProgram.run(["extract", "-"], input: input)
    #expect(outcome.status == 0)
    let records = try lines(outcome.output)
    #expect(records.map(\.schema) == [1, 1, 1, 1])
    #expect(records[0].id == "b" && records[0].error == nil)
    #expect(records[1].error != nil)
    #expect(records[2].id == "a" && records[2].text == "Nothing happened.")
    #expect(records[3].error != nil)
  }

  @Test(arguments: ["articles", "timeline", "entities", "graph", "claims"])
  func `each view of the corpus repeats itself byte for byte`(verb: String) throws {
    let first = try BuiltProgram.run([verb, BuiltProgram.seeds, "--json"])
    let second = try BuiltProgram.run([verb, "--jobs", "1", BuiltProgram.seeds, "--json"])
    #expect(first.status == 0)
    #expect(first.output == second.output)
    #expect(!first.output.isEmpty)
  }

  struct EntityList: Decodable {
    struct Office: Decodable, Equatable {
      struct Support: Decodable, Equatable {
        var article: String
        var start: Int
        var end: Int
        var quote: String
      }
      var title: String
      var of: String?
      var earliest: String?
      var latest: String?
      var supports: [Support]
    }
    struct Entity: Decodable {
      var name: String
      var roles: [Office]
    }
    var entities: [Entity]
  }

  @Test func `entities say which offices somebody holds, whom they serve, and where it stands`()
    throws
  {
    let scratch = try TemporaryFolder()
    try scratch.write(
      "a.txt",
      "Talks\n\nOSLO, March 9, 2021 - Norwegian Foreign Minister Ine Solberg left Norway on Monday.\n"
    )
    let output = try BuiltProgram.run(["entities", "--json", scratch.path]).output
    let found = try JSONDecoder().decode(EntityList.self, from: Data(output.utf8)).entities
    let support = EntityList.Office.Support(
      article: "a.txt", start: 39, end: 67, quote: "Foreign Minister Ine Solberg")
    #expect(
      found.first { $0.name == "Ine Solberg" }?.roles == [
        EntityList.Office(
          title: "Foreign Minister", of: "Norway", earliest: "2021-03-09", latest: "2021-03-09",
          supports: [support])
      ])
    #expect(found.filter { $0.name != "Ine Solberg" }.allSatisfy { $0.roles.isEmpty })
    let text = try BuiltProgram.run(["entities", scratch.path]).output
    #expect(text.contains("PER    Ine Solberg  Foreign Minister, Norway  1 article\n"))
  }

  @Test func `a missing file is named and the rest is done`() throws {
    let scratch = try TemporaryFolder()
    let here = try scratch.write("here.txt", "The minister resigned on 3 May 2024.")
    let outcome = try BuiltProgram.run([
      "extract", scratch.path + "/gone.txt", here,
    ])
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("gone.txt"))
    #expect(try lines(outcome.output).contains { $0.id == "here.txt" && $0.error == nil })
  }

  @Test func `a path that leads nowhere ends the browser with its name`() throws {
    let outcome = try BuiltProgram.run(["/nowhere/articels"])
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("/nowhere/articels is not there"))
    #expect(outcome.output.isEmpty)
  }

  @Test(arguments: [("timline", "timeline"), ("clams", "claims"), ("exrtact", "extract")])
  func `a mistyped subcommand is told from a path`(word: String, name: String) throws {
    let outcome = try BuiltProgram.run([word])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("did you mean ‘\(name)’"))
    let path = try BuiltProgram.run(["/nowhere/\(word)"])
    #expect(path.status == 3)
  }

  @Test(arguments: [
    ["extract", "--nonsense"], ["timeline", "--from", "yesterday"], ["--nonsense"],
  ])
  func `a command line that makes no sense ends with status 2`(arguments: [String]) throws {
    let outcome = try BuiltProgram.run(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty && !outcome.errors.isEmpty)
  }

  @Test func `no control character of an article reaches text output`() throws {
    let scratch = try TemporaryFolder()
    try scratch.write(
      "x.txt", "Minister \u{1B}[31mJane Doe\u{07} visited Paris on 3 May 2024.\u{9B}2J\u{202E}")
    for verb in ["articles", "entities", "timeline", "claims"] {
      let output = try BuiltProgram.run([verb, scratch.path]).output
      let controls = output.unicodeScalars.filter {
        $0.properties.generalCategory == .control && $0 != "\n" || $0 == "\u{202E}"
      }
      #expect(controls.isEmpty, "\(verb) lets \(controls) through")
    }
  }
}
