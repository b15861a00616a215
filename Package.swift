// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// Every Swift target is built in language mode 6 with warnings as errors.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

/// The release program holds the Swift runtime and Foundation itself: loading and binding them as
/// libraries took a third of the time before the first frame. It has a fixed address, so that its
/// 95,000 pointers are not written anew, page by page, at each start; and the other libraries in it
/// as well, through the linker scripts in `Linking`, where their archives are installed, as Debian's
/// packages for developers have them.
let staticRuntime: [LinkerSetting] = [
  .unsafeFlags(
    [
      "-static-stdlib", "-lFoundation", "-lFoundationInternationalization",
      "-lFoundationEssentials", "-lCoreFoundation", "-l_FoundationICU", "-l_FoundationCShims",
      "-l_FoundationCollections", "-ldispatch", "-lBlocksRuntime", "-lstdc++", "-Xclang-linker",
      "-no-pie",
    ] + archives, .when(platforms: [.linux], configuration: .release))
]

/// What lets the linker take archives where it would take shared libraries.
var archives: [String] {
  let names = ["libsqlite3.a", "libncursesw.a", "libtinfo.a", "libz.a"]
  let isComplete = ["/usr/lib/x86_64-linux-gnu/", "/usr/lib/aarch64-linux-gnu/"].contains {
    folder in
    names.allSatisfy { FileManager.default.fileExists(atPath: folder + $0) }
  }
  return isComplete
    ? ["-L", Context.packageDirectory + "/Linking", "-Xclang-linker", "-static-libgcc"] : []
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")

let package = Package(
  name: "dateline",
  products: [
    .executable(name: "dateline", targets: ["dateline"]),
    .executable(name: "dateline-lab", targets: ["dateline-lab"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    // SQLite for the index: migrations, write-ahead logging.
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/google/swift-benchmark", from: "0.1.2"),
  ],
  targets: [
    // Lexicons and trained weights, embedded with #embed: bytes, and the two instructions
    // that Swift cannot say, to prefetch and to multiply pairs.
    .target(name: "CDatelineData"),
    // One article in, one annotated article out: pure functions.
    .target(name: "DatelineText", dependencies: ["CDatelineData"], swiftSettings: strict),
    // Many articles, and what the reader is doing.
    .target(name: "DatelineModel", dependencies: ["DatelineText"], swiftSettings: strict),
    // Model to cells; no terminal.
    .target(
      name: "DatelineScreen", dependencies: ["DatelineModel", "DatelineText"],
      swiftSettings: strict),
    // Bytes to articles.
    .target(
      name: "DatelineReading", dependencies: ["CArchive", "DatelineText"], swiftSettings: strict),
    // All that knows libarchive (libarchive-dev to build, libarchive13 at run time, loaded when an
    // archive is read): zip, tar, gz, bz2, xz and zst from memory.
    .target(name: "CArchive"),
    // What lasts: the index and the decision log.
    .target(
      name: "DatelineStore", dependencies: ["CDeflate", "DatelineModel", "DatelineText", grdb],
      swiftSettings: strict),
    // All that knows zlib (zlib1g-dev): bytes in fewer bytes.
    .target(name: "CDeflate", linkerSettings: [.linkedLibrary("z")]),
    // All that knows ncursesw.
    .target(name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw")]),
    .executableTarget(
      name: "dateline",
      dependencies: [
        "DatelineText", "DatelineModel", "DatelineScreen", "DatelineReading", "DatelineStore",
        "CNcurses", argumentParser,
      ],
      swiftSettings: strict, linkerSettings: staticRuntime),
    // The products of matrices that training spends its time on.
    .target(name: "CDatelineLab"),
    // Trains the weights and scores them; never needed at run time.
    .executableTarget(
      name: "dateline-lab",
      dependencies: ["CDatelineData", "CDatelineLab", "DatelineText", argumentParser],
      swiftSettings: strict),
    // Measures the stages of the pipeline in a release build.
    .executableTarget(
      name: "dateline-bench",
      dependencies: [
        "DatelineText", "DatelineModel", "DatelineReading",
        .product(name: "Benchmark", package: "swift-benchmark"),
      ],
      swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["DatelineText", "DatelineModel"],
      path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "DatelineTextTests", dependencies: ["CDatelineData", "DatelineText", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "DatelineModelTests",
      dependencies: ["DatelineModel", "DatelineReading", "DatelineText", "TestSupport"],
      exclude: ["Stories"], swiftSettings: strict),
    .testTarget(
      name: "DatelineScreenTests",
      dependencies: ["DatelineScreen", "DatelineModel", "DatelineText", "TestSupport"],
      exclude: ["Screens"], swiftSettings: strict),
    .testTarget(
      name: "DatelineReadingTests",
      dependencies: ["DatelineReading", "DatelineText", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "DatelineStoreTests",
      dependencies: ["DatelineStore", "DatelineModel", "DatelineText", "TestSupport", grdb],
      swiftSettings: strict),
    .testTarget(
      name: "DatelineLabTests", dependencies: ["DatelineText", "dateline-lab"],
      swiftSettings: strict),
    // Runs the built program in a real pseudo-terminal.
    .testTarget(
      name: "DatelineEndToEndTests", dependencies: ["dateline", "TestSupport"],
      swiftSettings: strict),
  ]
)
