import ArgumentParser
import DatelineText
import Foundation

/// Clusters the given names of documents, so that alias resolution can be scored alone.
struct AliasCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "alias", abstract: "Cluster the given names of documents (JSON in, JSON out).")

  @Argument(help: "A JSON list of documents with sents and entities.")
  var file: String

  func run() throws {
    let documents = try JSONDecoder().decode(
      [AliasDocument].self, from: Data(try LabFile.bytes(file)))
    let encoded = try JSONEncoder().encode(documents.map { $0.clusters() })
    print(String(decoding: encoded, as: UTF8.self))
  }
}
