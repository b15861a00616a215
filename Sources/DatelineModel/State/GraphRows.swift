/// The rows of the graph pane: relations under the headings of their families, or the steps of paths.
///
/// Cost: four bytes a relation, or nothing where the rows lie in a stored corpus; some bytes more a
/// step.
public struct GraphRows: Hashable, Sendable {
  private var families = SectionedRows()
  /// The steps of paths; empty where families are listed.
  private var steps: [GraphRow] = []

  /// Makes an empty list.
  public init() {}

  /// Lists steps.
  init(_ steps: [GraphRow]) { self.steps = steps }

  /// Lists the relations of each family, whose rows are given in the order of the families.
  init(families: [Table<UInt32>]) {
    for (family, rows) in zip(RelationFamily.allCases, families) {
      self.families.append(family.heading, rows)
    }
  }

  /// How many of the rows are relations.
  var edgeCount: Int {
    families.count - families.sections.count
      + steps.count { if case .edge = $0 { true } else { false } }
  }

  /// The position of the first row of a relation; nil where it is not listed.
  func position(of relation: Int) -> Int? {
    if let position = families.position(of: relation) { return position }
    return steps.firstIndex {
      if case .edge(let row, _) = $0 { row == relation } else { false }
    }
  }
}

extension GraphRows: RandomAccessCollection {
  /// The first row is 0.
  public var startIndex: Int { 0 }
  /// How many rows there are.
  public var endIndex: Int { families.count + steps.count }
  /// The row at `position`.
  public subscript(position: Int) -> GraphRow {
    guard position < families.count else { return steps[position - families.count] }
    switch families[position] {
    case .heading(let text): return .heading(text)
    case .claim(let row), .conflict(let row): return .edge(relation: row, hop: 0)
    }
  }
}
