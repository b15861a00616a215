/// The steps of resolving a corpus and of storing what came of it, in their order.
public enum ResolvingStep: Sendable, CaseIterable {
  case names, dates, copies, events, claims, conflicts, relations, storing

  /// What is being done, for a line of progress.
  public var text: String {
    switch self {
    case .names: "linking names"
    case .dates: "dating articles"
    case .copies: "finding copies"
    case .events: "merging events"
    case .claims: "gathering claims"
    case .conflicts: "finding conflicts"
    case .relations: "drawing relations"
    case .storing: "storing facts"
    }
  }

  /// The share of the whole time that has passed when the step begins, as measured on 10,000 articles.
  public var share: Double {
    switch self {
    case .names: 0
    case .dates: 0.06
    case .copies: 0.16
    case .events: 0.2
    case .claims: 0.46
    case .conflicts: 0.49
    case .relations: 0.56
    case .storing: 0.68
    }
  }
}
