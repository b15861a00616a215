import ArgumentParser
import DatelineText
import Foundation

/// Derives the embedded name lexicons from the open gazetteers.
struct LexiconCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build-lexicons", abstract: "Derive the embedded name lexicons from gazetteers.")

  @Option(help: "The folder that holds gazetteer/ and ner/.")
  var data: String

  @Option(help: "The folder with the database files of WordNet 3.0, to make its lists again too.")
  var wordnet: String?

  @Option(help: "The folder of the embedded lexicons.")
  var out = "Sources/CDatelineData/lexicon"

  func run() throws {
    let common = try commonWords()
    try LabFile.write(
      ["#words that open text writes in lower case, most frequent first"] + common,
      to: "\(out)/common.tsv")
    try LabFile.write(places(), to: "\(out)/places.tsv")
    try LabFile.write(metonyms(), to: "\(out)/metonyms.tsv")
    try LabFile.write(actors(), to: "\(out)/actors.tsv")
    try LabFile.write(people(common: Set(common)), to: "\(out)/people.tsv")
    if let wordnet {
      let lists = try WordNetLists(folder: wordnet)
      try LabFile.write(lists.kindRows(known: Set(common)), to: "\(out)/kinds.tsv")
      try LabFile.write(lists.nameRows(common: Set(common)), to: "\(out)/proper.tsv")
    }
  }

  private func rows(_ file: String) throws -> [[String]] {
    try LabFile.lines("\(data)/gazetteer/\(file)").filter { !$0.isEmpty && !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  /// Words that the training text writes in lower case at least twice, and more often than not.
  private func commonWords() throws -> [String] {
    var lower: [String: Int] = [:]
    var upper: [String: Int] = [:]
    for name in ["gmb", "ewt", "docred", "wikigold", "politics"] {
      for line in try LabFile.lines("\(data)/ner/\(name).train.tsv") {
        let word = String(line.prefix { $0 != "\t" })
        guard word.utf8.count > 1, word.utf8.allSatisfy({ isLetter($0) }) else { continue }
        let folded = word.lowercased()
        if folded == word { lower[folded, default: 0] += 1 } else { upper[folded, default: 0] += 1 }
      }
    }
    let kept = lower.filter { $0.value >= 2 && $0.value * 2 > upper[$0.key, default: 0] }
    return kept.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.map(\.key)
  }

  private func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

  /// Cities and first-level divisions: kind, name, aliases, country, division, thousands of people,
  /// degrees north and east in hundredths.
  private func places() throws -> [String] {
    var result = ["#kind\tname\taliases\tiso2\tadmin1\tthousands\tlat100\tlon100"]
    for row in try rows("admin1.tsv") where row.count >= 3 {
      let code = row[0].split(separator: ".").map(String.init)
      guard code.count == 2 else { continue }
      let alias = row[2] == row[1] ? "" : row[2]
      result.append("A\t\(row[1])\t\(alias)\t\(code[0])\t\(code[1])\t\t\t")
    }
    for row in try rows("cities15000.tsv") where row.count >= 9 && row[3] != "fcode" {
      let population = Int(row[6]) ?? 0
      let folded = FoldedText.fold(row[0])
      let aliases = row[2].split(separator: "|").map(String.init).filter {
        $0.utf8.count >= 4 && FoldedText.fold($0) != folded && $0.first?.isUppercase == true
      }
      let kept = aliases.prefix(population >= 500_000 ? 6 : 3).joined(separator: "|")
      let kind = row[3] == "PPLC" ? "C" : row[3] == "PPLA" ? "P" : row[3] == "PPLX" ? "X" : "T"
      result.append(
        "\(kind)\t\(row[0])\t\(kept)\t\(row[4])\t\(row[5])\t\(population / 1000)"
          + "\t\(hundredths(row[7]))\t\(hundredths(row[8]))")
    }
    return result
  }

  private func hundredths(_ degrees: String) -> String {
    Double(degrees).map { String(Int(($0 * 100).rounded())) } ?? ""
  }

  private func metonyms() throws -> [String] {
    ["#surface\tiso2\tinstitution"]
      + (try rows("metonyms.tsv")).filter { $0.count >= 3 }
      .map { $0.prefix(3).joined(separator: "\t") }
  }

  /// Organisations: kind (M militant, I intergovernmental, N non-governmental, B business, S state
  /// body), canonical name, aliases.
  private func actors() throws -> [String] {
    var result = ["#kind\tname\taliases"]
    for row in try rows("actors_militant.tsv") where row.count >= 3 {
      result.append(actor("M", row))
    }
    let kinds = ["IGO": "I", "NGO": "N", "MNC": "B", "MED": "B"]
    for row in try rows("actors_international.tsv") where row.count >= 3 {
      let codes = row[1].split(separator: "|").map { String($0.prefix(3)) }
      if codes.contains("ELI") || row[0].hasPrefix("Secretary") { continue }
      if let kind = codes.compactMap({ kinds[$0] }).first { result.append(actor(kind, row)) }
    }
    let state: Set<String> = ["MIL", "SPY", "COP", "LEG", "REB", "UAF"]
    for row in try rows("actors_countries.tsv") where row.count >= 3 {
      let codes = row[1].split(separator: "|").map { String($0.dropFirst(3).prefix(3)) }
      guard codes.contains(where: state.contains), isOrganization(row[0]) else { continue }
      result.append(actor("S", row))
    }
    return result
  }

  private func actor(_ kind: String, _ row: [String]) -> String {
    let aliases = row[2].split(separator: "|").filter { $0.utf8.count >= 2 }
    return "\(kind)\t\(row[0])\t\(aliases.joined(separator: "|"))"
  }

  private func isOrganization(_ name: String) -> Bool {
    let heads: Set<Substring> = [
      "Army", "Force", "Forces", "Service", "Guard", "Guards", "Movement", "Front", "Council",
      "Party", "Police", "Agency", "Assembly", "Bureau", "Corps", "Union", "Rifles", "Bet",
      "Ministry", "Organization", "Coalition", "Intelligence", "Navy", "Security",
    ]
    return name.split(separator: " ").contains(where: heads.contains)
  }

  /// Given names (G), surnames (S) and full names of office-holders (P).
  private func people(common: Set<String>) throws -> [String] {
    var given = Set(
      try LabFile.lines("\(data)/gazetteer/given_names.txt").filter { !$0.isEmpty })
    var firsts: [String: Int] = [:]
    var lasts: [String: Int] = [:]
    var full: Set<String> = []
    for row in try rows("actors_countries.tsv") where row.count >= 2 {
      let codes = row[1].split(separator: "|").map { String($0.dropFirst(3).prefix(3)) }
      let words = row[0].split(separator: " ").map(String.init)
      guard codes.contains("GOV") || codes.contains("ELI"), (2...4).contains(words.count),
        words.allSatisfy({ isNamePart($0, common: common) })
      else { continue }
      full.insert(row[0])
      firsts[words[0], default: 0] += 1
      lasts[words[words.count - 1], default: 0] += 1
    }
    for (name, count) in firsts where count >= 2 { given.insert(name) }
    return ["#kind (G given, S surname, P full)\tname"]
      + given.sorted().map { "G\t\($0)" }
      + lasts.keys.sorted().map { "S\t\($0)" }
      + full.sorted().map { "P\t\($0)" }
  }

  private func isNamePart(_ word: String, common: Set<String>) -> Bool {
    let particles: Set<String> = ["al", "bin", "de", "van", "der", "el", "la", "da", "di", "do"]
    let folded = word.lowercased()
    if particles.contains(folded) { return true }
    return word.utf8.count >= 2 && word.first?.isUppercase == true
      && !word.contains(where: { $0.isNumber }) && !common.contains(folded)
  }
}
