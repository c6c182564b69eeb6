// swift-tools-version: 6.2
import PackageDescription

// The targets are the floors of the house. A target imports only from floors below its own,
// and SwiftPM enforces it: what is not listed under `dependencies` cannot be imported.

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "themaradar",
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2")
  ],
  targets: [
    .target(name: "Discussion", swiftSettings: strict),
    .target(
      name: "Configuration",
      dependencies: [.product(name: "Yams", package: "Yams")],
      swiftSettings: strict
    ),
    .testTarget(name: "ConfigurationTests", dependencies: ["Configuration"], swiftSettings: strict),
    .testTarget(name: "DiscussionTests", dependencies: ["Discussion"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
