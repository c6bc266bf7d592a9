import Documents

/// Namespaces: they stay, terminating, until the finalizers of their spec are gone.
struct NamespaceStrategy: ResourceStrategy {
  var names: NameRule { .label }

  func fillDefaults(_ object: inout Value) {
    guard let name = object.at("metadata", "name") else { return }
    object.set(name, at: "metadata", "labels", "kubernetes.io/metadata.name")
  }

  func prepareForCreate(_ object: inout Value, _ context: WriteContext) {
    var finalizers = object.at("spec", "finalizers")?.strings ?? []
    if !finalizers.contains("kubernetes") { finalizers.append("kubernetes") }
    object.set(.array(finalizers.map(Value.string)), at: "spec", "finalizers")
    object["status"] = ["phase": "Active"]
  }

  func prepareForUpdate(
    _ object: inout Value, old: Value, subresource: String?, _ context: WriteContext
  ) {
    switch subresource {
    case "finalize": object["status"] = old["status"]
    case "status": object["spec"] = old["spec"]
    default:
      object["spec"] = old["spec"]
      object["status"] = old["status"]
    }
  }

  func beginDeletion(_ object: inout Value) -> Bool {
    object.set("Terminating", at: "status", "phase")
    return true
  }

  func holdsDeletion(_ object: Value) -> Bool {
    !(object.at("spec", "finalizers")?.array ?? []).isEmpty
  }
}
