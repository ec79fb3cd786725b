// swift-tools-version: 6.2
import PackageDescription

// The readers are internal to the project, so its sources are compiled into the fuzzer with its
// instrumentation: the folders beside Sources/readers are links to those of the project above.
let fuzzed: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .unsafeFlags(["-sanitize=fuzzer", "-parse-as-library"]),
]

let package = Package(
  name: "fuzz",
  targets: [
    .systemLibrary(name: "CLibCSV"),
    .systemLibrary(name: "CLibXML2System", pkgConfig: "libxml-2.0"),
    .target(name: "CLibXML2", dependencies: ["CLibXML2System"]),
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip"),
    .systemLibrary(name: "CLibXLSXWriter"),
    .target(name: "Records", swiftSettings: fuzzed),
    .target(
      name: "Formats", dependencies: ["Records", "CLibCSV", "CLibXML2", "CLibZip", "CLibXLSXWriter"],
      swiftSettings: fuzzed),
    .executableTarget(
      name: "readers", dependencies: ["Formats", "Records"], swiftSettings: fuzzed,
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])]),
  ],
  swiftLanguageModes: [.v6]
)
