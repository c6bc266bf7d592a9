import Testing

@testable import Sealer

/// Every command line that mcctl can make, held against the flags that sealer has: as the real 0.11.0 lists them, and as
/// the sources of 0.8 to 0.10 have them.
@Suite("Command lines of sealer")
struct CommandLineTests {
  static let commands: [SealerCommand] = [
    .version, .images, .load(file: "/var/lib/mcctl/a/image.tar"),
    .pull(image: "registry.example/a:1", platform: "linux/arm64"),
    .pull(image: "registry.example/a:1", platform: nil),
    .create(clusterfile: "/var/lib/mcctl/a/Clusterfile", ignoresCache: false),
    .create(clusterfile: "/var/lib/mcctl/a/Clusterfile", ignoresCache: true),
    .join(clusterfile: "/var/lib/mcctl/a/Clusterfile", ignoresCache: true),
    .join(clusterfile: "/var/lib/mcctl/a/Clusterfile", ignoresCache: false),
    .remove(masters: ["10.0.0.12"], nodes: [], clusterfile: "/f"),
    .remove(masters: ["10.0.0.12", "10.0.0.13"], nodes: ["10.0.0.21"], clusterfile: "/f"),
    .remove(masters: [], nodes: ["10.0.0.21"], clusterfile: nil),
    .destroy(clusterfile: "/root/.sealer/Clusterfile"), .destroy(clusterfile: nil),
    .upgrade(image: "registry.example/a:2", clusterfile: "/f", cluster: "my-cluster"),
    .rollback(image: "registry.example/a:1", cluster: "my-cluster"), .check, .upgradeUsage,
  ]

  /// A case that is new has to be tested too.
  @Test("all kinds are among those that are tested")
  func complete() {
    let kinds = Set(
      Self.commands.map { command in
        switch command {
        case .version: "version"
        case .images: "images"
        case .load: "load"
        case .pull: "pull"
        case .create: "create"
        case .join: "join"
        case .remove: "remove"
        case .destroy: "destroy"
        case .upgrade: "upgrade"
        case .rollback: "rollback"
        case .check: "check"
        case .upgradeUsage: "upgradeUsage"
        }
      })
    #expect(kinds.count == 12)
  }

  @Test("have only flags that the real 0.11.0 lists", arguments: commands)
  func newest(command: SealerCommand) throws {
    let words = command.arguments(for: try #require(SealerRelease("v0.11.0")))
    let global = try Recording("help").flags()
    let name = try #require(Self.name(in: words, global: global))
    let known = try global.merging(
      name == "version"
        ? ["--short": false] : Recording("help-\(name.replacing(" ", with: "-"))").flags()
    ) { $1 }
    try Self.check(words, name, known)
  }

  /// Flags by command, from the sources of the releases; those with `=` take a value.
  static let older: [String: [String: String]] = [
    "0.10.0": [
      "version": "--short", "images": "--json -a --digests -n --no-trunc -q --history",
      "load": "-i= -q --tmp-dir=",
      "pull": "--platform= --policy= -q --skip-tls-verify",
      "run": "-m= -n= -u= -p= --port= --pk= --pk-passwd= --apps= -e= -f= --mode= --ignore-cache",
      "apply": "-f= --force -m= -e= --masters= --nodes= -u= -p= --port= --pk= --ignore-cache",
      "delete": "-m= --masters= -n= --nodes= -a --all -f= -e= --force -p --prune",
      "upgrade": "-f= --apps= --ignore-cache", "rollback": "--apps= --ignore-cache",
      "alpha check": "--pre --post",
    ],
    "0.9.4-beta2": [
      "version": "--short", "images": "--json -a --digests -n --no-trunc -q --history",
      "load": "-i= -q --tmp-dir=",
      "pull": "--platform= --policy= -q --skip-tls-verify",
      "run": "-m= -n= -u= -p= --port= --pk= -e= -f= --mode=",
      "apply": "-f= --force -m= -e= --masters= --nodes=",
      "delete": "-m= --masters= -n= --nodes= -a --all -f= -e= --force -p --prune",
      "upgrade": "--apps=", "rollback": "--apps=",
      "alpha check": "--pre --post",
    ],
    "0.8.7": [
      "version": "--short", "images": "--json -a --digests -n --no-trunc -q --history",
      "load": "-i= -q --tmp-dir=",
      "pull": "--platform= --policy= -q --skip-tls-verify",
      "apply": "-f= --force",
      "delete": "-c= --cluster= -m= --masters= -n= --nodes= -a --all -f= --force",
      "upgrade": "-c=", "rollback": "-c=", "check": "--pre --post",
    ],
  ]

  @Test("have only flags that 0.8, 0.9 and 0.10 have", arguments: commands, older.keys.sorted())
  func olderReleases(command: SealerCommand, release: String) throws {
    let words = command.arguments(for: try #require(SealerRelease(release)))
    let global = try Recording("help").flags()
    let name = try #require(Self.name(in: words, global: global))
    let flags = try #require(Self.older[release]?[name], "\(release) has no command \(name)")
    let own = flags.split(separator: " ").map {
      (String($0.filter { $0 != "=" }), $0.hasSuffix("="))
    }
    try Self.check(words, name, global.merging(own) { $1 })
  }

  /// The command's words, after the flags in front of it.
  private static func name(in words: [String], global: [String: Bool]) -> String? {
    var rest = words[...]
    while let first = rest.first, first.hasPrefix("-") {
      rest = rest.dropFirst(global[first] == true ? 2 : 1)
    }
    guard let name = rest.first else { return nil }
    return name == "alpha" ? rest.prefix(2).joined(separator: " ") : name
  }

  private struct Flag { let takesValue: Bool }

  private static func check(_ words: [String], _ name: String, _ known: [String: Bool]) throws {
    var rest = words[...]
    while let word = rest.popFirst() {
      guard word.hasPrefix("-") else { continue }
      let flag: Bool? = known[word]
      let takesValue = try #require(flag.map { Flag(takesValue: $0) }, "\(name) has no \(word)")
      if takesValue.takesValue {
        let next = rest.popFirst()
        let value = try #require(next, "\(word) lacks its value")
        #expect(!value.hasPrefix("-"))
      }
    }
    let credentials: Set = ["-p", "--passwd", "--pk-passwd", "-d", "--debug"]
    if name != "delete" { #expect(credentials.isDisjoint(with: words)) }
    #expect(Set(["--passwd", "--pk-passwd", "-d", "--debug"]).isDisjoint(with: words))
  }

  @Test("are those with which the real 0.11.0 was recorded, where they need no cluster")
  func recorded() throws {
    let newest = try #require(SealerRelease("v0.11.0"))
    let version = SealerCommand.version.arguments(for: newest).joined(separator: " ")
    #expect(try Recording("version-short").command == "sealer \(version)")
  }

  @Test("never ask, since nobody could answer")
  func prompts() throws {
    for release in ["0.8.7", "0.9.3", "0.10.0", "0.11.0"] {
      let release = try #require(SealerRelease(release))
      for command in Self.commands {
        let words = command.arguments(for: release)
        if words.contains("delete") { #expect(words.contains("--force")) }
      }
    }
  }

  @Test(
    "the version is read from what sealer prints",
    arguments: [("version", "0.11.0", 11), ("version-short", "0.11.0", 11)])
  func versions(recording: String, text: String, minor: Int) throws {
    let release = try #require(SealerRelease(Recording(recording).stdout))
    #expect(release.description == text && release.minor == minor)
    #expect(SealerRelease("0.9.4-beta2")?.minor == 9)
    #expect(SealerRelease("1.0.0") == nil && SealerRelease("") == nil)
  }

  @Test("the list of images stands on standard error, behind a log prefix")
  func images() throws {
    let empty = try Recording("images-json")
    #expect(!ImageListing.contains("a:1", in: empty.stderr))
    let text = empty.stderr.replacing(
      "[]\n", with: "[{\"id\": \"x\", \"names\": [\"docker.io/library/a:1\", \"r.example/b:2\"]}]\n"
    )
    #expect(
      ImageListing.contains("a:1", in: text) && ImageListing.contains("r.example/b:2", in: text))
    #expect(!ImageListing.contains("b:2", in: text))
  }
}
