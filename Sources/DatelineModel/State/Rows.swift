public import DatelineText

/// One row of the graph pane in its list and path views.
public enum GraphRow: Hashable, Sendable {
  /// A heading; never selected.
  case heading(String)
  /// A relation, by its row in the corpus. `hop` counts the steps of a path from 0.
  case edge(relation: Int, hop: Int)
}

/// One row of the claims pane.
public enum ClaimRow: Hashable, Sendable {
  /// A heading; never selected.
  case heading(String)
  /// Two claims that clash, by their identifiers.
  case conflict(String, String)
  /// A claim, by its identifier.
  case claim(String)
}

/// The nearest neighbours of an entity, and how often each two share a sentence or an event.
public struct Neighbourhood: Hashable, Sendable {
  /// The entities: the middle one first, then the nearest.
  public var nodes: [EntityID] = []
  /// How many supports connect each two, row by row.
  public var weights: [[Int]] = []
  /// How many neighbours there are in all.
  public var total = 0

  /// Makes an empty neighbourhood.
  public init() {}
}

/// The rows of all panes: what passes the scope. Derived; made anew when scope or corpus change.
public struct Listing: Hashable, Sendable {
  /// Articles that pass, as indices into the corpus, in the order of display.
  public var articles: [Int] = []
  /// Events that pass, as indices, in order of time, the undated last.
  public var events: [Int] = []
  /// Relations that pass, as rows of the graph pane.
  public var graph: [GraphRow] = []
  /// Claims that pass.
  public var claims: [ClaimRow] = []
  /// The neighbours, for matrix and ring.
  public var neighbours = Neighbourhood()
  /// The entity in the middle; nil where all relations are listed.
  public var ego: EntityID?

  /// Makes empty lists.
  public init() {}
}

/// What in the other panes belongs to the selected row. Derived; made anew after a pause.
public struct Linked: Hashable, Sendable {
  /// The pane whose selection is followed.
  public var source = Pane.articles
  /// Articles that tell it.
  public var articles: Set<ArticleID> = []
  /// Events that belong to it, as indices.
  public var events: Set<Int> = []
  /// Relations that belong to it, as indices.
  public var relations: Set<Int> = []
  /// The entity that stands out in it.
  public var ego: EntityID?

  /// Makes links to nothing.
  public init() {}
}
