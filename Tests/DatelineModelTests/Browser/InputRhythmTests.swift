import DatelineModel
import Testing

@Suite struct InputRhythmTests {
  private func rhythm(_ times: [Int]) -> InputRhythm {
    var rhythm = InputRhythm()
    for time in times { rhythm.noteInput(at: .milliseconds(time)) }
    return rhythm
  }

  @Test(arguments: [
    [], [0], [0, 30], [0, 400, 800, 1200, 1600], [0, 33, 66, 99, 132, 900],
  ])
  func `linked panes follow single keys at once`(_ times: [Int]) {
    #expect(rhythm(times).pause < 100)
  }

  @Test(arguments: [
    [0, 33, 66], [0, 33, 66, 99, 132], [0, 1, 2, 3, 140, 141], [0, 100, 200, 300, 400, 500],
  ])
  func `linked panes wait until a key that repeats is let go`(_ times: [Int]) {
    #expect(rhythm(times).pause > 150)
  }

  @Test func `bunches of a key that repeats lengthen the pause, and single keys end that`() {
    let even = [0, 33, 66, 99, 132, 165]
    #expect(rhythm(even).pause == 400)
    #expect(rhythm(even + [425]).pause == 520)
    #expect(rhythm(even + [425, 926]).pause == 1000)
    #expect(rhythm(even + [425, 2500]).pause < 100)
  }
}
