// swift-tools-version: 6.2
import PackageDescription

// The kernels are internal to Linkage, so its sources are compiled into the benchmark: the folders
// Sources/Records and Sources/kernels/Linkage are links to those of the project above.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "benchmarks",
  targets: [
    .target(name: "Records", swiftSettings: strict),
    .executableTarget(
      name: "kernels", dependencies: ["Records"], swiftSettings: strict,
      linkerSettings: [.linkedLibrary("m")]),
    .executableTarget(name: "whole", swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
