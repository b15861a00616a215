import DatelineText
import Testing

@Suite struct DayNumberTests {
  @Test func `a day number and its calendar date are the same day`() {
    for raw in stride(from: Int32(-800_000), through: 200_000, by: 37) {
      let day = DayNumber(rawValue: raw)
      let date = day.date
      #expect(DayNumber(year: date.year, month: date.month, day: date.day) == day)
    }
  }

  @Test(arguments: [
    ("1970-01-01", 4), ("2025-10-09", 4), ("2000-02-29", 2), ("1900-03-01", 4), ("1789-07-14", 2),
  ])
  func `weekdays are those of the calendar`(iso: String, weekday: Int) {
    let parts = iso.split(separator: "-").compactMap { Int($0) }
    let day = DayNumber(year: parts[0], month: parts[1], day: parts[2])
    #expect(day.weekday == weekday)
    #expect(day.iso == iso)
  }
}
