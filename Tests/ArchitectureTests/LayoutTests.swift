import Testing

/// The layout of docs/architecture.md, held by reading the sources.
@Suite("Layout")
struct LayoutTests {
  let tree = SourceTree()

  @Test("The top level holds what the design names and nothing else")
  func topLevel() throws {
    let allowed: Set = [
      "Package.swift", "Package.resolved", "Sources", "Tests", "completions", "docs", "examples",
      "README.md", "LICENSE",
    ]
    let extra = try tree.names(in: ".").filter { !allowed.contains($0) }
    #expect(extra.isEmpty)
  }

  /// What each module may import of the project: the arrows point one way.
  static let arrows: [String: Set<String>] = [
    "Archives": ["CZlib"],
    "Documents": ["CYAML"],
    "KubernetesClient": ["CCurl", "Documents"],
    "OpenClusterManagement": ["Documents", "KubernetesClient"],
    "RemoteHosts": [],
    "Sealer": ["Documents"],
    "Workflows": [
      "Archives", "CFileSystem", "Documents", "KubernetesClient", "OpenClusterManagement",
      "RemoteHosts", "Sealer",
    ],
    "Terminal": [],
    "McctlCommands": [
      "Documents", "KubernetesClient", "OpenClusterManagement", "RemoteHosts", "Sealer",
      "Terminal", "Workflows",
    ],
    "mcctl": ["McctlCommands"],
    "Sandbox": ["Documents"],
    "mcctl-sandbox": ["Sandbox"],
  ]

  /// Modules that stand for a library of the system.
  let systemLibraries = ["CCurl", "CFileSystem", "CYAML", "CZlib"]

  @Test("Every module has its arrows", arguments: arrows.keys.sorted())
  func keepsItsArrows(module: String) throws {
    let files = tree.swiftFiles(below: "Sources/\(module)")
    #expect(!files.isEmpty)
    let allowed = try #require(Self.arrows[module])
    let ours = Set(Self.arrows.keys).union(systemLibraries)
    let wrong = try files.flatMap { try tree.imports(of: $0) }
      .filter { ours.contains($0.module) && !allowed.contains($0.module) && $0.module != module }
    #expect(wrong.isEmpty)
  }

  @Test("Every folder of Sources is a known module")
  func knownModules() throws {
    let known = Set(Self.arrows.keys).union(systemLibraries)
    #expect(try Set(tree.names(in: "Sources")).subtracting(known).isEmpty)
  }

  @Test(
    "What ships imports neither Foundation nor a server library",
    arguments: arrows.keys.filter { !$0.lowercased().contains("sandbox") }.sorted())
  func lightImports(module: String) throws {
    let heavy: Set = [
      "Foundation", "FoundationNetworking", "Hummingbird", "NIOCore", "NIOPosix", "NIOSSL",
      "AsyncHTTPClient", "Sandbox",
    ]
    let wrong = try tree.swiftFiles(below: "Sources/\(module)")
      .flatMap { try tree.imports(of: $0) }
      .filter { heavy.contains($0.module) }
    #expect(wrong.isEmpty)
  }

  @Test("Only the plan runner can make a write grant")
  func writeGrant() throws {
    let holders = try tree.swiftFiles(below: "Sources")
      .filter { try tree.text($0).contains("@_spi(WriteGrant) import") }
    #expect(holders == ["Sources/Workflows/Engine/Running/PlanRunner.swift"])
  }

  @Test("Only the plan runner, and the lock that keeps others out meanwhile, can change hosts")
  func hostWriteGrant() throws {
    let holders = try tree.swiftFiles(below: "Sources")
      .filter { try tree.text($0).contains("@_spi(HostWriteGrant) import") }
    #expect(
      holders == [
        "Sources/Workflows/Engine/Running/PlanRunner.swift",
        "Sources/Workflows/Machines/Hosts/Machines+Lock.swift",
      ])
  }

  @Test("What only looks at a host has no command in it that changes something")
  func looks() throws {
    let scripts = try tree.swiftFiles(below: "Sources/Workflows").flatMap { try tree.looks(in: $0) }
    #expect(scripts.count >= 10)
    let words = [
      "rm", "rmdir", "mv", "cp", "ln", "install", "mkdir", "mktemp", "touch", "truncate", "tee",
      "dd", "chmod", "chown", "kill", "pkill", "mount", "umount", "useradd", "usermod",
      "setenforce", "swapoff", "modprobe", "reboot", "systemctl start", "systemctl stop",
      "systemctl restart",
    ]
    let changing = try Regex("(^|[\\s;&|({`])(\(words.joined(separator: "|")))(\\s|$)")
    let writing = /sed +-i|(^|[^<&])>>? *(?!\/dev\/null)["'$\/~.a-zA-Z_]/
    for line in ["touch \"$1\"", "a && rm -f b"] { #expect(line.firstMatch(of: changing) != nil) }
    for line in ["cat >\"$1\"", "echo a >>b"] { #expect(line.firstMatch(of: writing) != nil) }
    for (file, script) in scripts {
      for line in script.split(separator: "\n")
      where !line.drop(while: \.isWhitespace).hasPrefix("#") {
        #expect(line.firstMatch(of: changing) == nil, "\(file): \(line)")
        #expect(line.firstMatch(of: writing) == nil, "\(file): \(line)")
      }
    }
  }

  @Test("The program's entry is a few lines")
  func thinEntry() throws {
    let lines = try tree.text("Sources/mcctl/main.swift").split(separator: "\n")
    #expect(lines.count < 30)
  }

  @Test("No source file outgrows its design")
  func fileLengths() throws {
    let long = try tree.swiftFiles(below: "Sources")
      .filter {
        try tree.text($0).split(separator: "\n", omittingEmptySubsequences: false).count > 350
      }
    #expect(long.isEmpty)
  }

  @Test("Libraries do not print, exit or read the environment")
  func quietLibraries() throws {
    let modules = [
      "Archives", "Documents", "KubernetesClient", "OpenClusterManagement", "RemoteHosts",
      "Sealer",
      "Workflows",
    ]
    let forbidden = /(?:^|[\s({])(?:print|debugPrint|exit|abort|getenv|fatalError)\(|ProcessInfo/
    // A look at the bytes first: the expression is slow, and nearly no line needs it.
    let words = ["print(", "Print(", "exit(", "abort(", "getenv(", "fatalError(", "ProcessInfo"]
    for file in modules.flatMap({ tree.swiftFiles(below: "Sources/\($0)") }) {
      let text = try tree.text(file)
      guard words.contains(where: text.contains) else { continue }
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      for (number, line) in lines.enumerated() where !line.contains("//") {
        let found = line.firstMatch(of: forbidden)
        #expect(found == nil, "\(file):\(number + 1): \(line)")
      }
    }
  }
}
