import Documents
import KubernetesClient
import OpenClusterManagement

/// What becomes of a work's objects on the managed cluster, in one line.
struct WorkPreview: Sendable {
  let work: ManifestWork
  let policy: UnregisterRequest.WorksPolicy
  /// Only the hub's side is done, and so everything stays.
  let hubOnly: Bool

  /// How many objects are named one by one.
  private static let named = 5

  /// For example `takes ConfigMap default/hello along; held by example.com/backup`.
  var note: String? {
    let held = work.value.userFinalizerHolders.map(\.description)
    let parts = [objects, held.isEmpty ? nil : "held by \(held.joined(separator: ", "))"]
    let text = parts.compactMap(\.self).joined(separator: "; ")
    return text.isEmpty ? nil : text
  }

  private var objects: String? {
    let names = self.names
    guard !names.isEmpty else { return nil }
    if hubOnly || isOrphaned {
      return "\(Self.list(names)) \(names.count == 1 ? "stays" : "stay") on the cluster"
    }
    let rule =
      work.deletionPolicy == "SelectivelyOrphan" ? ", but for what its deleteOption keeps" : ""
    return "takes \(Self.list(names)) along\(rule)"
  }

  private var isOrphaned: Bool {
    work.deletionPolicy == "Orphan" || policy == .orphan && work.addOn == nil
  }

  /// As the agent reports them; before it does, as the work has them.
  private var names: [String] {
    let reported = work.manifestStatuses.map { Self.name($0.kind, $0.namespace, $0.name) }
    guard reported.isEmpty else { return reported }
    return work.manifests.map { manifest in
      Self.name(
        manifest["kind"]?.string ?? "object", manifest.at("metadata", "namespace")?.string,
        manifest.at("metadata", "name")?.string ?? "")
    }
  }

  private static func name(_ kind: String, _ namespace: String?, _ name: String) -> String {
    "\(kind) \(namespace.map { "\($0)/" } ?? "")\(name)"
  }

  private static func list(_ names: [String]) -> String {
    let more = names.count - named
    return names.prefix(named).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }
}
