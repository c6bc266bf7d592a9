import Documents
import OpenClusterManagement

/// Holds a document of kind Cluster against its grammar, and its parts against each other. The first thing that is
/// wrong is thrown with its place.
///
/// What sealer itself would take in silence is wrong here: fields and kinds that it drops, text that it hands to a
/// shell as it is, taints that it misreads (reference: sealer 0.8 to 0.11, pkg/clusterfile, pkg/env, utils/taint).
struct ClusterCheck {
  let document: LocatedDocument
  /// The whole file.
  let text: String

  func check() throws(DocumentError) {
    try FileCheck(document: document, refusesVariables: true).object(
      ClusterGrammar.document, at: [])
    if let name = document.value.at("metadata", "name")?.string {
      do throws(ClusterNameError) {
        try ClusterName.validate(name)
      } catch {
        throw document.error(error.description, at: ["metadata", "name"])
      }
    }
    try checkPrograms()
    try checkSSH(at: ["spec", "ssh"])
    try checkHosts()
    try checkNetwork()
    try checkSettings()
    try checkRegistry()
    try checkKubeadm()
    try checkExtraDocuments()
    try checkIgnoredChecks()
  }

  /// The text at `path`; nil when there is none.
  func string(_ path: PathElement...) -> String? { document.value.at(path)?.string }

  /// The elements at `path`; none when there is no list.
  func elements(_ path: [PathElement]) -> [Value] { document.value.at(path)?.array ?? [] }

  /// Throws unless the text at `path` satisfies a condition, or is not there.
  func require(
    _ path: [PathElement], _ wanted: String, _ holds: (String) -> Bool
  ) throws(DocumentError) {
    guard let text = document.value.at(path)?.string, !holds(text) else { return }
    throw document.error("\(path.pathText) must be \(wanted)", at: path)
  }

  /// Throws when a text holds what a shell would take for more than text.
  func requireShellSafe(_ path: [PathElement]) throws(DocumentError) {
    guard let text = document.value.at(path)?.string,
      let special = PlainText.shellSpecial(in: text)
    else { return }
    throw document.error(
      "\(path.pathText) contains \(special), and sealer hands this text to a shell as it is",
      at: path)
  }

  private func checkPrograms() throws(DocumentError) {
    try require(["spec", "image", "name"], "an image reference: registry/path:tag") {
      PlainText.isWord($0, signs: "._-/:@")
    }
    try require(["spec", "image", "platform"], "os/architecture, such as linux/amd64") { text in
      text == "linux/amd64" || text == "linux/arm64"
    }
    for part in ["image", "sealer"] {
      try require(["spec", .key(part), "sha256"], "64 hexadecimal digits", PlainText.isSHA256)
    }
    try require(["spec", "sealer", "version"], "a version of sealer, such as v0.11.0") {
      PlainText.isWord($0, signs: ".-+")
    }
    if string("spec", "image", "sha256") != nil, string("spec", "image", "file") == nil {
      throw document.error(
        "spec.image.sha256 is that of spec.image.file, which is missing",
        at: ["spec", "image", "sha256"])
    }
    if string("spec", "sealer", "sha256") != nil, string("spec", "sealer", "binary") == nil {
      throw document.error(
        "spec.sealer.sha256 is that of spec.sealer.binary, which is missing",
        at: ["spec", "sealer", "sha256"])
    }
    try require(["spec", "dataRoot"], "an absolute path without blanks and signs of the shell") {
      $0.hasPrefix("/") && PlainText.isWord($0, signs: "/._-")
    }
  }

  /// A check that does not exist would be left out in vain.
  private func checkIgnoredChecks() throws(DocumentError) {
    for index in elements(["spec", "checks", "ignore"]).indices {
      try require(
        ["spec", "checks", "ignore", .index(index)], "the id of a check of hosts (docs/checks)"
      ) { $0.hasPrefix("host.") && CheckCatalogue.article($0) != nil }
    }
  }

  /// Checks how hosts are reached.
  func checkSSH(at path: [PathElement]) throws(DocumentError) {
    guard let ssh = document.value.at(path) else { return }
    try require(path + ["user"], "a user's name") { PlainText.isWord($0, signs: "._-") }
    if let port = ssh["port"]?.int, !(1...65_535).contains(port) {
      throw document.error(
        "\((path + ["port"]).pathText) must be between 1 and 65535", at: path + ["port"])
    }
    try require(path + ["jumpHost"], "[user@]host[:port]") {
      PlainText.isWord($0, signs: "._-@:[]")
    }
    for (index, fingerprint) in (ssh["hostKeys"]?.strings ?? []).enumerated() {
      guard !fingerprint.hasPrefix("SHA256:") || !PlainText.isWord(fingerprint, signs: ":+/=")
      else { continue }
      let place = path + ["hostKeys", .index(index)]
      throw document.error(
        "\(place.pathText) must be a fingerprint as ssh-keygen -l shows it: SHA256:…", at: place)
    }
  }
}
