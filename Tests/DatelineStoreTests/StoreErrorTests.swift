import DatelineStore
import Testing

@Suite struct StoreErrorTests {
  @Test func `errors about different files differ`() {
    #expect(StoreError.system(path: "a", code: 2) != StoreError.system(path: "b", code: 2))
  }
}
