import DatelineText

/// A place of the gazetteer where something happened that passes the filter.
public struct MappedPlace: Hashable, Sendable {
  /// The place.
  public var entity: EntityID
  /// Degrees north, in hundredths.
  public var latitude: Int
  /// Degrees east, in hundredths.
  public var longitude: Int
  /// The events that happened there, as rows of the corpus, in order of time.
  public var events: [Int]

  /// Makes a place.
  public init(entity: EntityID, latitude: Int, longitude: Int, events: [Int]) {
    self.entity = entity
    self.latitude = latitude
    self.longitude = longitude
    self.events = events
  }
}

extension Model {
  /// How many places are looked up in the gazetteer's coordinates at most: those of most events.
  private static let placeLimit = 200

  /// The places of the listed events that are on the map, those of most events first; of fewer
  /// events than the threshold asks for none.
  ///
  /// Cost: looks at the places of each listed event, a microsecond or two each.
  var mappedPlaces: [MappedPlace] {
    var rows: [EntityID: [Int]] = [:]
    for row in listing.events {
      for place in corpus.places(ofEventAt: row) where rows[place]?.last != row {
        rows[place, default: []].append(row)
      }
    }
    let busiest = rows.filter { $0.value.count >= place.graph.threshold }.sorted { left, right in
      left.value.count != right.value.count
        ? left.value.count > right.value.count : left.key < right.key
    }
    return busiest.prefix(Self.placeLimit).compactMap { id, events in
      guard let place = corpus.entity(id)?.place, let latitude = place.latitude,
        let longitude = place.longitude
      else { return nil }
      return MappedPlace(
        entity: id, latitude: Int(latitude), longitude: Int(longitude), events: events)
    }
  }

  /// The place under the cursor of the map; nil where no map is shown.
  public var selectedPlace: MappedPlace? {
    guard place.graph.view == .map, listing.places.indices.contains(place.graph.list.row) else {
      return nil
    }
    return listing.places[place.graph.list.row]
  }

  /// The first sentence of the first event at the place under the cursor of the map, and how many
  /// events there are.
  var placeEvidence: (provenance: Provenance, count: Int)? {
    guard let place = selectedPlace, let first = place.events.first,
      let support = corpus.facts.timeline[first].supports.first
    else { return nil }
    return (support.provenance, place.events.count)
  }

  /// How many sentences of a place the user can go through.
  private static let sentenceLimit = 100

  /// The first sentence of each event at the place under the cursor of the map.
  var placeSupports: [Provenance] {
    selectedPlace?.events.prefix(Self.sentenceLimit).compactMap {
      corpus.facts.timeline[$0].supports.first?.provenance
    } ?? []
  }
}

extension Corpus {
  /// Where the event in `row` happened. Cost: far less than making the event.
  func places(ofEventAt row: Int) -> [EntityID] {
    stored?.corpus.places(ofEventAt: row) ?? facts.timeline[row].places
  }
}
