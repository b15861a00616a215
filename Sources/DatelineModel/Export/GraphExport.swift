import DatelineText

/// The entity graph as a file for another program. Pure: the same graph gives the same bytes.
public struct GraphExport: Sendable {
  private let entities: [Entity]
  private let relations: [Relation]
  private let names: [EntityID: String]

  /// Takes the relations to export and the entities at their ends; entities without relations are
  /// left out.
  public init(entities: [Entity], relations: [Relation]) {
    let ends = Set(relations.flatMap { [$0.source, $0.target] })
    self.entities = entities.filter { ends.contains($0.id) }
    let known = Set(self.entities.map(\.id))
    self.relations = relations.filter { known.contains($0.source) && known.contains($0.target) }
    names = entities.reduce(into: [:]) { $0[$1.id] = $1.name }
  }

  /// The graph in GEXF 1.3 (gexf.net), for Gephi: with dates as spells of edges.
  public var gexf: String {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <gexf xmlns="http://gexf.net/1.3" version="1.3">
      <graph defaultedgetype="directed" mode="dynamic" timeformat="date">
      <attributes class="node"><attribute id="type" title="type" type="string"/>\
      <attribute id="articles" title="articles" type="integer"/></attributes>
      <attributes class="edge"><attribute id="kind" title="kind" type="string"/>\
      <attribute id="status" title="status" type="string"/>\
      <attribute id="claimedBy" title="claimedBy" type="string"/></attributes>
      <nodes>

      """
    for entity in entities {
      text += "<node id=\"\(Markup.xml(entity.id.key))\" label=\"\(Markup.xml(entity.name))\">"
      text += "<attvalues><attvalue for=\"type\" value=\"\(entity.type.rawValue)\"/>"
      text += "<attvalue for=\"articles\" value=\"\(entity.articles.count)\"/></attvalues></node>\n"
    }
    text += "</nodes>\n<edges>\n"
    for (index, relation) in relations.enumerated() {
      text += "<edge id=\"\(index)\" source=\"\(Markup.xml(relation.source.key))\" "
      text += "target=\"\(Markup.xml(relation.target.key))\" weight=\"\(relation.weight)\" "
      text += "type=\"\(relation.kind.isSymmetric ? "undirected" : "directed")\" "
      text += "label=\"\(relation.kind.rawValue)\"\(Self.spell(relation.interval))>"
      text += "<attvalues><attvalue for=\"kind\" value=\"\(relation.kind.rawValue)\"/>"
      text += "<attvalue for=\"status\" value=\"\(relation.status.rawValue)\"/>"
      text += "<attvalue for=\"claimedBy\" value=\"\(Markup.xml(claimants(of: relation)))\"/>"
      text += "</attvalues></edge>\n"
    }
    return text + "</edges>\n</graph>\n</gexf>\n"
  }

  /// The graph in GraphML (graphml.graphdrawing.org).
  public var graphML: String {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
      <key id="name" for="node" attr.name="name" attr.type="string"/>
      <key id="type" for="node" attr.name="type" attr.type="string"/>
      <key id="articles" for="node" attr.name="articles" attr.type="int"/>

      """
    let edgeKeys = ["kind", "status", "claimedBy", "earliest", "latest"]
    for key in edgeKeys {
      text += "<key id=\"\(key)\" for=\"edge\" attr.name=\"\(key)\" attr.type=\"string\"/>\n"
    }
    text += "<key id=\"weight\" for=\"edge\" attr.name=\"weight\" attr.type=\"int\"/>\n"
    text += "<graph id=\"entities\" edgedefault=\"directed\">\n"
    for entity in entities {
      text += "<node id=\"\(Markup.xml(entity.id.key))\">"
      text += Self.datum("name", entity.name) + Self.datum("type", entity.type.rawValue)
      text += Self.datum("articles", String(entity.articles.count)) + "</node>\n"
    }
    for (index, relation) in relations.enumerated() {
      text += "<edge id=\"e\(index)\" source=\"\(Markup.xml(relation.source.key))\" "
      text += "target=\"\(Markup.xml(relation.target.key))\""
      text += relation.kind.isSymmetric ? " directed=\"false\">" : ">"
      let values = [
        relation.kind.rawValue, relation.status.rawValue, claimants(of: relation),
        relation.interval?.earliest?.iso ?? "", relation.interval?.latest?.iso ?? "",
      ]
      for (key, value) in zip(edgeKeys, values) where !value.isEmpty {
        text += Self.datum(key, value)
      }
      text += Self.datum("weight", String(relation.weight)) + "</edge>\n"
    }
    return text + "</graph>\n</graphml>\n"
  }

  /// The graph in the DOT language (graphviz.org): edges that are only claimed are dashed.
  public var dot: String {
    var text = "digraph entities {\n"
    for entity in entities {
      text += "  \(Markup.dot(entity.id.key)) [label=\(Markup.dot(entity.name))];\n"
    }
    for relation in relations {
      text += "  \(Markup.dot(relation.source.key)) -> \(Markup.dot(relation.target.key)) "
      text += "[label=\(Markup.dot(relation.kind.rawValue))"
      if relation.kind.isSymmetric { text += ", dir=none" }
      if relation.status != .stated { text += ", style=dashed" }
      text += ", penwidth=\(min(relation.weight, 6))];\n"
    }
    return text + "}\n"
  }

  private func claimants(of relation: Relation) -> String {
    relation.claimedBy.map { names[$0] ?? $0.key }.joined(separator: "; ")
  }

  private static func datum(_ key: String, _ value: String) -> String {
    "<data key=\"\(key)\">\(Markup.xml(value))</data>"
  }

  /// The start and end attributes of an edge, as far as they are known.
  private static func spell(_ interval: DayInterval?) -> String {
    var text = ""
    if let first = interval?.earliest { text += " start=\"\(first.iso)\"" }
    if let last = interval?.latest { text += " end=\"\(last.iso)\"" }
    return text
  }
}
