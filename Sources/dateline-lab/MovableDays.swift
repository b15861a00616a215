import ArgumentParser
import Glibc

/// `dateline-lab movable-days`: computes the table of days that follow the moon.
///
/// Method: new and full moons after Meeus, "Astronomical Algorithms", chapter 49 (the twelve largest
/// terms, good to some minutes); Rosh Hashanah by the arithmetic of the Hebrew calendar. Diwali is
/// the evening of the new moon after mid-October in India; Holi the day after the full moon of
/// March; the lunar new year the day of the new moon between 21 January and 20 February in China.
struct MovableDays: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "movable-days",
    abstract: "Prints Diwali, Holi, the lunar new year and Rosh Hashanah of 1900 to 2100.")

  func run() {
    print("# Days that follow the moon: name, year, month, day. Computed, not copied: made by")
    print("# dateline-lab movable-days. A day may differ by one from a country's own calendar.")
    for year in 1900...2100 {
      show("diwali", year, diwali(year))
      show("holi", year, holi(year))
      show("lunar", year, lunarNewYear(year))
      show("rosh", year, roshHashanah(year))
    }
  }

  private func show(_ name: String, _ year: Int, _ day: Int) {
    let date = civil(day)
    print("\(name)\t\(year)\t\(date.month)\t\(date.day)")
  }

  // MARK: - Holidays, as Julian day numbers

  private func diwali(_ year: Int) -> Int {
    let moon = phase(after: julian(year, 10, 17), full: false) + 5.5 / 24
    return Int((moon - 18.0 / 24 + 0.5).rounded(.down))
  }

  private func holi(_ year: Int) -> Int {
    let moon = phase(after: julian(year, 3, 1), full: true) + 5.5 / 24
    return Int((moon + 0.5).rounded(.down)) + (hour(moon) < 18 ? 0 : 1)
  }

  private func lunarNewYear(_ year: Int) -> Int {
    Int((phase(after: julian(year, 1, 20) + 0.67, full: false) + 8.0 / 24 + 0.5).rounded(.down))
  }

  private func roshHashanah(_ year: Int) -> Int {
    let hebrew = year + 3761
    let months = (235 * hebrew - 234) / 19
    let parts = 12_084 + 13_753 * months
    var day = months * 29 + parts / 25_920
    if (3 * (day + 1)) % 7 < 3 { day += 1 }
    return day + 347_998 + adjustment(hebrew)
  }

  /// The delay that keeps Hebrew years at a lawful length.
  private func adjustment(_ hebrew: Int) -> Int {
    func start(_ year: Int) -> Int {
      let months = (235 * year - 234) / 19
      let parts = 12_084 + 13_753 * months
      let day = months * 29 + parts / 25_920
      return (3 * (day + 1)) % 7 < 3 ? day + 1 : day
    }
    if start(hebrew + 1) - start(hebrew) == 356 { return 2 }
    return start(hebrew) - start(hebrew - 1) == 382 ? 1 : 0
  }

  // MARK: - Astronomy and calendar

  private func hour(_ julian: Double) -> Double {
    let day = julian + 0.5
    return (day - day.rounded(.down)) * 24
  }

  /// The first new or full moon after a Julian date, in universal time.
  private func phase(after julian: Double, full: Bool) -> Double {
    var lunation = ((julian - 2_451_550.1) / 29.530588861).rounded(.down) - 1
    if full { lunation += 0.5 }
    while time(lunation) < julian { lunation += 1 }
    return time(lunation)
  }

  private func time(_ lunation: Double) -> Double {
    let century = lunation / 1236.85
    let radians = Double.pi / 180
    let sun = (2.5534 + 29.10535670 * lunation) * radians
    let moon = (201.5643 + 385.81693528 * lunation + 0.0107582 * century * century) * radians
    let node = (160.7108 + 390.67050284 * lunation) * radians
    let isFull = lunation != lunation.rounded(.down)
    let first =
      isFull ? (-0.40614, 0.17302, 0.01614, 0.01043) : (-0.40720, 0.17241, 0.01608, 0.01039)
    let terms =
      first.0 * sin(moon) + first.1 * sin(sun) + first.2 * sin(2 * moon) + first.3 * sin(2 * node)
      + 0.00739 * sin(moon - sun) - 0.00514 * sin(moon + sun) + 0.00208 * sin(2 * sun)
      - 0.00111 * sin(moon - 2 * node) - 0.00057 * sin(moon + 2 * node)
      + 0.00056 * sin(2 * moon + sun) - 0.00042 * sin(3 * moon)
    let mean = 2_451_550.09766 + 29.530588861 * lunation + 0.00015437 * century * century
    return mean + terms - 0.0008
  }

  private func julian(_ year: Int, _ month: Int, _ day: Int) -> Double {
    let shift = (14 - month) / 12
    let years = year + 4800 - shift
    let months = month + 12 * shift - 3
    let number =
      day + (153 * months + 2) / 5 + 365 * years + years / 4 - years / 100 + years / 400 - 32_045
    return Double(number) - 0.5
  }

  private func civil(_ day: Int) -> (month: Int, day: Int) {
    let shifted = day + 32_044
    let era = (4 * shifted + 3) / 146_097
    let rest = shifted - 146_097 * era / 4
    let year = (4 * rest + 3) / 1461
    let ofYear = rest - 1461 * year / 4
    let month = (5 * ofYear + 2) / 153
    return (month < 10 ? month + 3 : month - 9, ofYear - (153 * month + 2) / 5 + 1)
  }
}
