import DatelineModel
import Testing

@Suite struct InputRhythmTests {
  private func rhythm(_ times: [Int]) -> InputRhythm {
    var rhythm = InputRhythm()
    for time in times { rhythm.noteInput(at: .milliseconds(time)) }
    return rhythm
  }

  @Test(arguments: [
    [], [0], [0, 400, 800, 1200, 1600], [0, 30, 60, 90], [0, 33, 66, 99, 132, 900],
  ])
  func `linked panes follow single keys at once`(_ times: [Int]) {
    #expect(rhythm(times).pause < 100)
  }

  @Test(arguments: [[0, 33, 66, 99, 132], [0, 1, 2, 3, 140, 141], [0, 100, 200, 300, 400, 500]])
  func `linked panes wait until a key that repeats is let go`(_ times: [Int]) {
    #expect(rhythm(times).pause > 150)
  }
}
