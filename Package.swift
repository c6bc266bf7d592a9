// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A test target that mirrors one module.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, path: "Tests/\(name)", swiftSettings: strict)
}

let package = Package(
  name: "mcctl",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "mcctl", targets: ["mcctl"]),
    .executable(name: "mcctl-sandbox", targets: ["mcctl-sandbox"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-asn1", from: "1.7.4"),
    .package(url: "https://github.com/apple/swift-certificates", from: "1.21.1"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.5.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    // The sandbox alone serves HTTP; nothing below reaches the mcctl program.
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.8.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.4.0"),
  ],
  targets: [
    .target(name: "CCurl", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    .target(name: "CFileSystem"),
    .systemLibrary(
      name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .target(name: "CZlib", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    .target(name: "Archives", dependencies: ["CZlib"], swiftSettings: strict),
    .target(
      name: "Documents",
      dependencies: [
        "CYAML", .product(name: "OrderedCollections", package: "swift-collections"),
      ],
      swiftSettings: strict),
    .target(
      name: "KubernetesClient",
      dependencies: [
        "CCurl", "Documents",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SwiftASN1", package: "swift-asn1"),
        .product(name: "SystemPackage", package: "swift-system"),
        .product(name: "X509", package: "swift-certificates"),
      ],
      swiftSettings: strict),
    .target(
      name: "OpenClusterManagement",
      dependencies: [
        "Documents", "KubernetesClient",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "SwiftASN1", package: "swift-asn1"),
        .product(name: "X509", package: "swift-certificates"),
      ],
      swiftSettings: strict),
    .target(name: "Sealer", dependencies: ["Documents"], swiftSettings: strict),
    .target(
      name: "RemoteHosts",
      dependencies: [
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: strict),
    .target(
      name: "Workflows",
      dependencies: [
        "Archives", "CFileSystem", "Documents", "KubernetesClient", "OpenClusterManagement",
        "RemoteHosts",
        "Sealer",
      ],
      swiftSettings: strict),
    .target(name: "Terminal", swiftSettings: strict),
    .target(
      name: "McctlCommands",
      dependencies: [
        "Documents", "KubernetesClient", "OpenClusterManagement", "RemoteHosts", "Sealer",
        "Terminal",
        "Workflows",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),
    .executableTarget(name: "mcctl", dependencies: ["McctlCommands"], swiftSettings: strict),
    .target(
      name: "Sandbox",
      dependencies: [
        "Documents",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "_CryptoExtras", package: "swift-crypto"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HummingbirdHTTP2", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "SwiftASN1", package: "swift-asn1"),
        .product(name: "X509", package: "swift-certificates"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "mcctl-sandbox",
      dependencies: [
        "Sandbox", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    tests("ArchivesTests", ["Archives"]),
    tests("SealerTests", ["Sealer", "Documents"]),
    tests("DocumentsTests", ["Documents"]),
    tests(
      "KubernetesClientTests",
      [
        "KubernetesClient", "Documents",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "SwiftASN1", package: "swift-asn1"),
        .product(name: "X509", package: "swift-certificates"),
      ]),
    tests(
      "OpenClusterManagementTests",
      [
        "OpenClusterManagement", "Documents", "KubernetesClient",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "SwiftASN1", package: "swift-asn1"),
        .product(name: "X509", package: "swift-certificates"),
      ]),
    tests(
      "WorkflowsTests",
      [
        "Workflows", "Archives", "Documents", "KubernetesClient", "OpenClusterManagement",
        "RemoteHosts", "Sandbox", "Sealer",
      ]),
    // Hosts with a real sshd, for every test that needs them.
    .target(
      name: "LoopbackHosts", path: "Tests/LoopbackHosts", exclude: ["host.sh"],
      swiftSettings: strict),
    // Measures copies to such hosts; see docs/performance.md.
    .executableTarget(
      name: "copy-measure", dependencies: ["LoopbackHosts", "RemoteHosts"],
      path: "Tests/Performance/CopyMeasure", swiftSettings: strict),
    tests("RemoteHostsTests", ["RemoteHosts", "LoopbackHosts", "mcctl"]),
    tests("TerminalTests", ["Terminal"]),
    tests(
      "McctlCommandsTests",
      [
        "McctlCommands", "Documents", "KubernetesClient", "OpenClusterManagement", "Terminal",
        "Workflows", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    tests(
      "SandboxTests",
      [
        "Sandbox", "Documents", .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ]),
    tests("ArchitectureTests", []),
    .testTarget(
      name: "EndToEndTests", dependencies: ["LoopbackHosts", "mcctl", "mcctl-sandbox"],
      path: "Tests/EndToEndTests",
      exclude: ["Support/relay.py", "Support/terminal.py", "Support/write_gate.py"],
      swiftSettings: strict),
  ]
)
