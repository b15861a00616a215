import ArgumentParser
import DatelineReading
import Glibc

/// What is read, and how: the same for all subcommands.
struct Inputs: Sendable {
  /// Files and folders; `-` for standard input.
  var paths: [String]
  /// Names of JSON fields, where they differ from the usual.
  var map: String?
  /// How many articles are annotated at the same time.
  var jobs = Self.processors
  /// Whether an index of what was read is used and kept.
  var hasIndex = true

  /// How many processors there are.
  static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// How files are read.
  func options() throws -> ReadingOptions {
    var options = ReadingOptions()
    if let map {
      do { options.fields = try FieldMap(mapping: map) } catch {
        throw ValidationError(error.description)
      }
    }
    return options
  }

  /// Ends with a plain message where a path leads nowhere: a browser that opens empty would not say
  /// that the name was mistyped.
  ///
  /// - Parameter names: The subcommands that the first path may be meant for.
  func requirePaths(suggesting names: [String] = []) throws {
    let missing = paths.filter { $0 != "-" && access($0, F_OK) != 0 }
    guard let first = missing.first else { return }
    if first == paths.first, let name = Spelling.nearest(to: first, among: names) {
      throw ValidationError(
        "There is no file ‘\(printable(first))’ and no such subcommand; did you mean ‘\(name)’?")
    }
    for path in missing {
      let error = ReadingError.failed(path, code: ENOENT)
      StandardOutput.message("dateline: " + printable(error.description))
    }
    throw ExitStatus.someInputsFailed
  }

  /// The files to read, and the paths that are none.
  func listing() -> SourceListing { ArticleSource.files(at: paths) }
}
