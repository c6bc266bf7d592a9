import Documents
import OpenClusterManagement

/// Holds a document against the grammar, and the clusters against each other. The first thing that is wrong is
/// thrown with its place.
struct FleetCheck {
  let document: LocatedDocument

  func check() throws(DocumentError) {
    try FileCheck(document: document, refusesVariables: true).object(FleetGrammar.document, at: [])
    var seen: [String: Int] = [:]
    for (index, cluster) in (document.value.at("spec", "clusters")?.array ?? []).enumerated() {
      let name = cluster["name"]?.string ?? ""
      let path: [PathElement] = ["spec", "clusters", .index(index), "name"]
      if let first = seen[name] {
        let line = document.position(of: ["spec", "clusters", .index(first), "name"])?.line ?? 0
        throw document.error("cluster \"\(name)\" is here twice, first in line \(line)", at: path)
      }
      seen[name] = index
      do throws(ClusterNameError) {
        try ClusterName.validate(name)
      } catch {
        throw document.error(error.description, at: path)
      }
    }
  }
}
