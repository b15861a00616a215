import DatelineModel
import DatelineScreen
import TestSupport
import Testing

/// A frame takes over the panes that did not change, and is the same as one drawn from nothing.
@Suite struct FrameTests {
  @Test(arguments: 0..<16) func `a frame after another is as one drawn from nothing`(seed: UInt64) {
    var random = TestSupport.SeededGenerator(seed: seed)
    var driver = BrowserDriver(rows: 24, columns: seed % 2 == 0 ? 80 : 130)
    var last: Frame?
    for step in 0..<150 {
      let scalar = driver.wander(&random, step: step)
      let frame = Screen.frame(driver.model, after: last)
      #expect(frame.grid == Screen.render(driver.model), "after key \(step), \(scalar)")
      last = frame
    }
  }

  @Test func `what changes with a size, a look or an overlay is drawn anew`() {
    var driver = BrowserDriver()
    var last = Screen.frame(driver.model, after: nil)
    driver.press("?")
    last = Screen.frame(driver.model, after: last)
    driver.press("Esc")
    last = Screen.frame(driver.model, after: last)
    #expect(last.grid == Screen.render(driver.model))
    driver.send(.resized(ScreenSize(rows: 30, columns: 100)))
    last = Screen.frame(driver.model, after: last)
    #expect(last.grid == Screen.render(driver.model))
    let ascii = Appearance(isASCII: true)
    last = Screen.frame(driver.model, appearance: ascii, after: last)
    #expect(last.grid == Screen.render(driver.model, appearance: ascii))
  }
}
