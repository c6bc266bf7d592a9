import Documents
import OpenClusterManagement

/// Why a ManifestWork cannot be made of what was given. OCM's own checks of works (work/webhook) are
/// made here too, since a hub whose webhooks are not up makes none.
enum WorkInvalid: WorkflowFailure, Hashable {
  case name(String)
  case nothing
  case incomplete(index: Int, field: String)
  case generatedName(index: Int)
  case duplicate(String)
  case tooLarge(bytes: Int)

  /// The most bytes that the manifests of one work may have (OCM, work/webhook manifestLimit).
  static let manifestLimit = 500 * 1024

  var id: ErrorID { .workInvalid }
  var category: ExitCategory { .usage }
  var what: String {
    switch self {
    case .name(let name): "\"\(name)\" cannot be the name of a work"
    case .nothing: "a work needs at least one object"
    case .incomplete(let index, let field): "object \(index + 1) of the work has no \(field)"
    case .generatedName(let index):
      "object \(index + 1) of the work has a generateName; a work needs fixed names"
    case .duplicate(let object): "\(object) is in the work twice"
    case .tooLarge(let bytes):
      "the work has \(bytes) bytes of objects; at most \(Self.manifestLimit) are possible"
    }
  }
  var next: [String] {
    if case .tooLarge = self { ["split the objects over several works"] } else { [] }
  }
}

extension ApplyWorkRequest {
  /// Checks name and objects as OCM does.
  func validate() throws(WorkInvalid) {
    let allowed = name.allSatisfy {
      $0.isASCII && ($0.isLowercase || $0.isNumber || "-.".contains($0))
    }
    // The agent's record of a work is named with a hash before it (OCM, work AppliedManifestWork).
    guard allowed, !name.isEmpty, name.count < 189 else { throw .name(name) }
    guard !manifests.isEmpty else { throw .nothing }
    var seen: Set<String> = []
    for (index, manifest) in manifests.enumerated() {
      let identity = try Self.identity(manifest, index)
      guard seen.insert(identity).inserted else { throw .duplicate(identity) }
    }
    let bytes = manifests.reduce(0) { $0 + JSON.encode($1).count }
    guard bytes <= WorkInvalid.manifestLimit else { throw .tooLarge(bytes: bytes) }
  }

  private static func identity(_ manifest: Value, _ index: Int) throws(WorkInvalid) -> String {
    guard let apiVersion = manifest["apiVersion"]?.string, !apiVersion.isEmpty else {
      throw .incomplete(index: index, field: "apiVersion")
    }
    guard let kind = manifest["kind"]?.string, !kind.isEmpty else {
      throw .incomplete(index: index, field: "kind")
    }
    guard manifest.at("metadata", "generateName") == nil else { throw .generatedName(index: index) }
    guard let name = manifest.at("metadata", "name")?.string, !name.isEmpty else {
      throw .incomplete(index: index, field: "metadata.name")
    }
    let namespace = manifest.at("metadata", "namespace")?.string.map { "\($0)/" } ?? ""
    return "\(kind).\(apiVersion) \(namespace)\(name)"
  }
}
