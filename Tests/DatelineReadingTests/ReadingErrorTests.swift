import DatelineReading
import Testing

@Suite struct ReadingErrorTests {
  @Test func `errors about different files differ`() {
    #expect(ReadingError.missing(path: "a") != ReadingError.missing(path: "b"))
  }
}
