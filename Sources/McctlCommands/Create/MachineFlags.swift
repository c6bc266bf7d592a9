import ArgumentParser
import Documents

/// A cluster to be created: a file that describes it, or, for the simple case, flags.
struct MachineFlags: ParsableArguments {
  @Option(
    name: [.customShort("f"), .customLong("file")],
    help: ArgumentHelp(
      "The file that describes the cluster (kind Cluster), - for standard input.", valueName: "file"
    ),
    completion: .file())
  var file: String?

  @Option(
    help: ArgumentHelp(
      "An existing Clusterfile of sealer's to create the cluster of.", valueName: "file"),
    completion: .file())
  var fromClusterfile: String?

  @Option(help: ArgumentHelp("The cluster image.", valueName: "reference"))
  var image: String?

  @Option(
    help: ArgumentHelp("A tar archive to load the image from.", valueName: "file"),
    completion: .file())
  var imageFile: String?

  @Option(
    help: ArgumentHelp(
      "Addresses of the masters, parted by commas; an odd number. sealer runs on the first.",
      valueName: "addresses"))
  var masters: String?

  @Option(
    help: ArgumentHelp("Addresses of the other machines, parted by commas.", valueName: "addresses")
  )
  var nodes: String?

  @Option(
    help: ArgumentHelp("The sealer program to install, where it is not there.", valueName: "file"),
    completion: .file())
  var sealerBinary: String?

  @OptionGroup var ssh: SSHOptions
  @OptionGroup var checks: IgnoredChecks

  /// Whether the flags alone describe a cluster.
  var describesAlone: Bool { image != nil || masters != nil || nodes != nil }

  mutating func validate() throws {
    let sources = [file != nil, fromClusterfile != nil, describesAlone].filter(\.self).count
    if sources > 1 {
      throw ValidationError(
        "-f, --from-clusterfile and --image with --masters exclude each other")
    }
    if describesAlone, image == nil || masters == nil {
      throw ValidationError("without a file, --image and --masters are needed")
    }
  }

  /// The document that the flags alone describe.
  func document(_ name: String, _ absolute: (String) -> String) -> Value {
    var hosts = Self.addresses(masters).map { address -> Value in
      ["address": .string(address), "roles": ["master"]]
    }
    hosts += Self.addresses(nodes).map { ["address": .string($0)] }
    let value: Value = [
      "apiVersion": "mcctl.dev/v1", "kind": "Cluster", "metadata": ["name": .string(name)],
      "spec": ["image": ["name": .string(image ?? "")], "hosts": .array(hosts)],
    ]
    return overriding(value, absolute)
  }

  /// A document with what the flags say over it.
  func overriding(_ document: Value, _ absolute: (String) -> String) -> Value {
    var document = document
    if let imageFile { document.set(.string(absolute(imageFile)), at: "spec", "image", "file") }
    if let sealerBinary {
      document.set(.string(absolute(sealerBinary)), at: "spec", "sealer", "binary")
    }
    for (member, value) in ssh.members(absolute).object ?? Object() {
      document.set(value, at: "spec", "ssh", member)
    }
    return checks.overriding(document)
  }

  /// Addresses that are parted by commas.
  static func addresses(_ text: String?) -> [String] {
    (text ?? "").split(separator: ",").map { String($0.filter { !$0.isWhitespace }) }
  }
}
