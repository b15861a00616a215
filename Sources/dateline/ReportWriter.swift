import DatelineModel

/// Writes reports beside the loop; a report that was asked for is finished before the program ends.
struct ReportWriter: Sendable {
  private let work = RunningWork()

  /// Writes a report into a new file at `path`, and says what became of it.
  func write(
    _ contents: ReportContents, of corpus: Corpus, to path: String,
    then say: @escaping @Sendable (Notice) -> Void
  ) {
    work.start {
      do throws(NewFile.Failure) {
        try NewFile.write(ReportExport(corpus, contents).markdown, to: path)
        say(Notice("report of \(counted(contents.events.count, "event")) in \(path)"))
      } catch {
        say(Notice("no report: \(error.text)", tone: .error))
      }
    }
  }

  /// Waits until all are written.
  func finish() { work.finish() }
}
