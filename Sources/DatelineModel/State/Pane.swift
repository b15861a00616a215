/// A region of the screen that shows one kind of thing.
public enum Pane: Int, Hashable, Sendable, CaseIterable {
  case articles = 1
  case timeline
  case graph
  case claims
  case reader

  /// The name in the title bar.
  public var title: String {
    switch self {
    case .articles: "ARTICLES"
    case .timeline: "TIMELINE"
    case .graph: "GRAPH"
    case .claims: "CLAIMS"
    case .reader: "READER"
    }
  }
}
