import DatelineText

extension Corpus {
  /// How far an event is asserted and by whom: "stated", "attributed to Peru".
  public func standing(of event: TimelineEvent) -> String {
    let words = event.supports.lazy.filter { $0.status == event.status }.map(\.claimantText)
      .first { !$0.isEmpty }
    return standing(event.status, by: event.claimants, words ?? "")
  }

  /// How far one telling asserts its event and by whom.
  public func standing(of support: TimelineEvent.Support) -> String {
    standing(support.status, by: support.claimants, support.claimantText)
  }

  private func standing(_ status: FactStatus, by claimants: [EntityID], _ words: String) -> String {
    let spoken = words.onOneLine
    let names =
      claimants.isEmpty
      ? spoken.isEmpty ? "" : "“\(spoken)”" : claimants.map { name($0) }.joined(separator: ", ")
    switch status {
    case .stated: return status.rawValue
    case .attributed:
      return names.isEmpty ? "attributed, to whom is unclear" : "attributed to \(names)"
    case .denied, .unconfirmed, .planned, .hypothetical:
      return names.isEmpty ? status.rawValue : "\(status.rawValue), according to \(names)"
    }
  }
}
