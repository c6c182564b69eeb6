// swift-tools-version: 6.2
import PackageDescription

// The targets are the floors of the house. A target imports only from floors below its own,
// and SwiftPM enforces it: what is not listed under `dependencies` cannot be imported.

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

// GMime's headers, as `pkg-config --cflags gmime-3.0` gives them on Debian. Asked through `pkgConfig:` SwiftPM would
// warn on every build of the `-pthread` that comes along.
#if arch(arm64)
  let multiarch = "aarch64-linux-gnu"
#else
  let multiarch = "x86_64-linux-gnu"
#endif
let gmimeHeaders = [
  "/usr/include/gmime-3.0", "/usr/include/glib-2.0", "/usr/lib/\(multiarch)/glib-2.0/include",
]

let package = Package(
  name: "themaradar",
  products: [
    .executable(name: "themaradar", targets: ["themaradar"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // Floor 5: the command line.
    .executableTarget(
      name: "themaradar",
      dependencies: [
        "Pipeline",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),

    // Floor 4: the night.
    .target(
      name: "Pipeline",
      dependencies: [
        "Storage", "Dashboards", "Importers", "Moderation", "Triage", "Topics", "Spikes", "Embeddings",
        "Archives", "Language", "Configuration", "Records", "Discussion", "CFileSystem",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict
    ),

    // Floor 3: what is kept and what is shown.
    .target(
      name: "Storage",
      dependencies: [
        "Discussion",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: strict
    ),
    .target(
      name: "Dashboards",
      dependencies: [
        "Moderation", "Discussion", "Records",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      resources: [.embedInCode("Templates")],
      swiftSettings: strict
    ),

    // Floor 2: the domain's work, pure functions over values.
    .target(
      name: "Importers",
      dependencies: [
        "Archives", "Configuration", "Discussion", "Records", "CXML2", "CMail",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict
    ),
    .target(name: "Moderation", dependencies: ["Discussion"], swiftSettings: strict),
    .target(
      name: "Triage", dependencies: ["CTriageData", "Language", "Discussion"],
      swiftSettings: strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]),
    // Numeric work that is a hundred times slower without optimisation: tests run whole nights on it.
    .target(
      name: "Topics", dependencies: ["Language", "Discussion"],
      swiftSettings: strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]),
    .target(
      name: "Spikes", dependencies: ["Discussion"],
      swiftSettings: strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]),
    .target(name: "Embeddings", dependencies: ["Records"], swiftSettings: strict),

    // Floor 1: containers and text.
    .target(
      name: "Archives",
      dependencies: [
        "CArchive", "Discussion",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict
    ),
    .target(name: "Language", dependencies: ["CSnowball", "Discussion"], swiftSettings: strict),

    // Floor 0: the domain's values, plain records, and the system's libraries.
    .target(name: "Discussion", swiftSettings: strict),
    .target(
      name: "Configuration",
      dependencies: [.product(name: "Yams", package: "Yams")],
      swiftSettings: strict
    ),
    .target(name: "Records", dependencies: ["CSimdjson"], swiftSettings: strict),
    .systemLibrary(
      name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(name: "CSnowball", providers: [.apt(["libstemmer-dev"])]),
    .systemLibrary(
      name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(
      name: "CMail",
      cSettings: [.unsafeFlags(gmimeHeaders.map { "-I" + $0 })],
      linkerSettings: ["gmime-3.0", "gobject-2.0", "glib-2.0"].map { .linkedLibrary($0) }
    ),
    .target(name: "CTriageData"),
    .target(name: "CSimdjson", linkerSettings: [.linkedLibrary("simdjson")]),
    .target(name: "CFileSystem"),

    // Tests, a target each, and what they share.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(name: "DiscussionTests", dependencies: ["Discussion"], swiftSettings: strict),
    .testTarget(name: "ConfigurationTests", dependencies: ["Configuration"], swiftSettings: strict),
    .testTarget(name: "RecordsTests", dependencies: ["Records", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "ArchivesTests", dependencies: ["Archives", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "LanguageTests", dependencies: ["Language", "Discussion", "TestSupport"],
      exclude: ["Resources", "make_tokens_golden.py", "score_questions.py", "train_questions.py"],
      swiftSettings: strict),
    .testTarget(
      name: "ImportersTests",
      dependencies: ["Importers", "Records", "Archives", "Discussion", "TestSupport"],
      exclude: ["score_exports.py", "score_hostile.py"], swiftSettings: strict),
    .testTarget(
      name: "StorageTests",
      dependencies: ["Storage", "Discussion", .product(name: "GRDB", package: "GRDB.swift"), "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "DashboardsTests",
      dependencies: ["Dashboards", "Discussion", "Moderation", "Records", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "PipelineTests",
      dependencies: [
        "Pipeline", "Storage", "Topics", "Spikes", "Moderation", "Language", "Configuration", "Records",
        "Discussion", "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "SpikesTests", dependencies: ["Spikes", "Discussion", "TestSupport"], exclude: ["Golden"],
      swiftSettings: strict),
    .testTarget(
      name: "ModerationTests", dependencies: ["Moderation", "Discussion", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "TriageTests", dependencies: ["Triage", "Discussion", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "TopicsTests", dependencies: ["Topics", "Language", "Discussion", "TestSupport"],
      exclude: ["score_all.py", "make_leiden_golden.py", "make_tfidf_golden.py"], swiftSettings: strict),
    .testTarget(
      name: "EmbeddingsTests", dependencies: ["Embeddings", "Records", "TestSupport"],
      exclude: ["Models", "make_model2vec_golden.py", "minilm_vectors.py"], swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests", dependencies: ["themaradar", "Storage", "Discussion"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)

// `pipelines/fuzz` builds this with libFuzzer, which brings a main function of its own.
if Context.environment["THEMARADAR_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Fuzzing", dependencies: ["Importers", "Archives"], path: "Tests/Fuzzing", exclude: ["Corpus"],
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]))
}
