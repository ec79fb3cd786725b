// swift-tools-version: 6.2
import PackageDescription

/// Swift 6 mode for every target: strict, and a warning is an error.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "kontor",
  products: [.executable(name: "kontor", targets: ["kontor"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    // C libraries: each behind the one target that uses it.
    .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"])]),
    .systemLibrary(
      name: "CLibXML2System", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "CLibXML2", dependencies: ["CLibXML2System"]),
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(
      name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(
      name: "CLibXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .target(name: "CPhoneNumber", linkerSettings: [.linkedLibrary("phonenumber")]),

    // The pipeline, from the words to the command line.
    .target(name: "Records", swiftSettings: strict),
    .target(
      name: "Formats",
      dependencies: ["Records", "CLibCSV", "CLibXML2", "CLibZip", "CLibXLSXWriter"],
      swiftSettings: strict),
    .target(name: "Normalization", dependencies: ["Records"], swiftSettings: strict),
    .target(
      name: "Phones", dependencies: ["Records", "Normalization", "CPhoneNumber"],
      swiftSettings: strict),
    .target(name: "Linkage", dependencies: ["Records"], swiftSettings: strict),
    .target(name: "Survivorship", dependencies: ["Records"], swiftSettings: strict),
    .target(
      name: "Store",
      dependencies: [
        "Records", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ], swiftSettings: strict),
    .target(name: "Reports", dependencies: ["Records"], swiftSettings: strict),
    .target(
      name: "Pipeline",
      dependencies: [
        "Records", "Formats", "Normalization", "Phones", "Linkage", "Survivorship", "Store",
        "Reports", "Yams", "CLibCrypto",
      ], exclude: ["Exports/Known"], swiftSettings: strict, plugins: ["EmbedKnownExports"]),
    .target(
      name: "Review",
      dependencies: [
        "Pipeline", "Records", "Reports", "Store", "FlyingFox",
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "kontor",
      dependencies: [
        "Pipeline", "Review", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),

    // Known exports are files for people; the program carries them as text.
    .executableTarget(name: "embed-exports", path: "Sources/Embedding/Tool", swiftSettings: strict),
    .plugin(
      name: "EmbedKnownExports", capability: .buildTool(), dependencies: ["embed-exports"],
      path: "Sources/Embedding/Plugin"),

    // Tests mirror the sources.
    .target(
      name: "Support", dependencies: ["Records", "Formats"], path: "Tests/Support",
      swiftSettings: strict),
    .testTarget(
      name: "RecordsTests", dependencies: ["Records", "Support"],
      swiftSettings: strict),
    .testTarget(
      name: "FormatsTests", dependencies: ["Formats", "Records", "Support"],
      swiftSettings: strict),
    .testTarget(
      name: "NormalizationTests", dependencies: ["Normalization", "Records", "Support"],
      swiftSettings: strict),
    .testTarget(
      name: "PhonesTests", dependencies: ["Phones", "Records", "Support"],
      swiftSettings: strict),
    .testTarget(
      name: "LinkageTests", dependencies: ["Linkage", "Records", "Support"],
      swiftSettings: strict),
    .testTarget(
      name: "SurvivorshipTests", dependencies: ["Survivorship", "Records", "Support"],
      swiftSettings: strict),
    .testTarget(
      name: "StoreTests",
      dependencies: [
        "Store", "Records", "Support", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ReportsTests", dependencies: ["Reports", "Records", "Support"],
      swiftSettings: strict),
    .testTarget(
      name: "PipelineTests",
      dependencies: [
        "Pipeline", "Records", "Formats", "Linkage", "Reports", "Store", "Survivorship", "Support",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ReviewTests",
      dependencies: ["Review", "Pipeline", "Records", "Reports", "Store", "Support"],
      swiftSettings: strict),
    .testTarget(
      name: "KontorTests", dependencies: ["Pipeline", "Records", "Support"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
