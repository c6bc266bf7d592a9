import Documents

/// Deployments and their relatives: labels must fit the selector, images get a pull policy.
struct WorkloadStrategy: ResourceStrategy {
  /// Whether the kind selects its pods by a selector that must fit the template.
  var hasSelector = true

  var countsGenerations: Bool { true }

  func fillDefaults(_ object: inout Value) {
    var path = ["spec", "template", "spec"]
    if object.at("spec", "jobTemplate") != nil {
      path.insert("jobTemplate", at: 1); path.insert("spec", at: 2)
    }
    guard var spec = object.at(path) else { return }
    PodDefaults.fill(&spec)
    object.set(spec, at: path)
    if object["kind"]?.string == "Deployment",
      object.at("spec", "strategy", "type")?.string == "RollingUpdate"
    {
      let given = object.at("spec", "strategy", "rollingUpdate")
      var limits = given ?? [:]
      for name in ["maxUnavailable", "maxSurge"] where limits[name] == nil { limits[name] = "25%" }
      object.set(limits, at: "spec", "strategy", "rollingUpdate")
    }
  }

  func prepareForCreate(_ object: inout Value, _ context: WriteContext) {
    object["status"] = [:]
  }

  func problems(of object: Value) -> [FieldCause] {
    guard hasSelector, object["kind"]?.string != "ReplicationController" else { return [] }
    guard let selector = object.at("spec", "selector"), !selector.isNull else {
      return [.required("spec.selector")]
    }
    let template = object.at("spec", "template") ?? [:]
    if !LabelSelector(object: selector).matches(template) {
      let labels = template.at("metadata", "labels") ?? [:]
      return [
        .invalid(
          "spec.template.metadata.labels", labels, "`selector` does not match template `labels`")
      ]
    }
    return PodDefaults.problems(of: template["spec"] ?? [:], at: "spec.template.spec")
  }

  func problems(of object: Value, old: Value, subresource: String?) -> [FieldCause] {
    guard subresource == nil, hasSelector, let selector = object.at("spec", "selector"),
      selector != old.at("spec", "selector")
    else { return [] }
    return [.invalid("spec.selector", selector, "field is immutable")]
  }
}
