import DatelineText
import Testing

@testable import DatelineModel

@Suite struct EventKindsTests {
  @Test func `every type is of one class`() {
    for type in EventType.allCases {
      let holders = EventKinds.classes.indices.filter { EventKinds.classes[$0].contains(type) }
      #expect(holders == [EventKinds.class(of: type)])
    }
  }

  @Test func `types that are looked up under one number are of one class`() {
    for left in EventType.allCases {
      for right in EventType.allCases
      where EventKinds.family(left, nil) == EventKinds.family(right, nil) {
        #expect(EventKinds.class(of: left) == EventKinds.class(of: right))
      }
    }
  }
}
