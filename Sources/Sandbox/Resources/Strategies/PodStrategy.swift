import Documents

/// Pods: they begin as pending and cannot change what they run.
struct PodStrategy: ResourceStrategy {
  var countsGenerations: Bool { true }

  func fillDefaults(_ object: inout Value) {
    guard var spec = object["spec"] else { return }
    PodDefaults.fill(&spec)
    object["spec"] = spec
  }

  func prepareForCreate(_ object: inout Value, _ context: WriteContext) {
    object["status"] = ["phase": "Pending", "qosClass": "BestEffort"]
    if object.at("spec", "serviceAccountName") == nil {
      object.set("default", at: "spec", "serviceAccountName")
      object.set("default", at: "spec", "serviceAccount")
    }
  }

  func problems(of object: Value) -> [FieldCause] {
    PodDefaults.problems(of: object["spec"] ?? [:], at: "spec")
  }
}

/// What pods and pod templates have in common.
enum PodDefaults {
  /// Fills in what depends on other fields of a pod's spec.
  static func fill(_ spec: inout Value) {
    for list in ["initContainers", "containers"] {
      guard let containers = spec[list]?.array else { continue }
      spec[list] = .array(containers.map(filled))
    }
    if let account = spec["serviceAccountName"] { spec["serviceAccount"] = account }
  }

  /// What is wrong with the containers of a pod's spec.
  static func problems(of spec: Value, at path: String) -> [FieldCause] {
    let containers = spec["containers"]?.array ?? []
    if containers.isEmpty { return [.required("\(path).containers")] }
    return containers.enumerated().flatMap { index, container -> [FieldCause] in
      ["name", "image"].compactMap { field in
        let isMissing = (container[field]?.string ?? "").isEmpty
        return isMissing ? .required("\(path).containers[\(index)].\(field)") : nil
      }
    }
  }

  private static func filled(_ container: Value) -> Value {
    var container = container
    if container["imagePullPolicy"] == nil, let image = container["image"]?.string {
      let name = image.split(separator: "/").last ?? ""
      let isLatest = !name.contains(":") && !name.contains("@") || name.hasSuffix(":latest")
      container["imagePullPolicy"] = isLatest ? "Always" : "IfNotPresent"
    }
    return container
  }
}
