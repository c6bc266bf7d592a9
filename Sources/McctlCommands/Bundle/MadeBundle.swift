import Documents
import OpenClusterManagement

/// A bundle that was made without a hub, as a result.
struct MadeBundle {
  let bundle: JoinBundle
  let path: String?

  init(_ bundle: JoinBundle, path: String?) {
    self.bundle = bundle
    self.path = path
  }

  /// The machine form, as an import by a bundle has it.
  var document: Value {
    var value: Value = [
      "name": .string(bundle.description.cluster), "outcome": "bundled",
      "hubURL": .string(bundle.description.hubServer),
    ]
    value["bundle"] = path.map(Value.string)
    value["expires"] = bundle.description.expires.map { .string(Timestamp.text($0)) }
    return value
  }

  var sentence: String {
    let until =
      bundle.description.expires.map { "valid until \(Timestamp.text($0))" }
      ?? "valid for a time that its credential does not tell"
    return
      "cluster \(bundle.description.cluster) bundled\(path.map { " in \($0)" } ?? ""), \(until)"
  }
}
