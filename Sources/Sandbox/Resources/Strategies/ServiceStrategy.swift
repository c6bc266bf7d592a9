import Documents

/// Services: they get an address within the cluster.
struct ServiceStrategy: ResourceStrategy {
  var names: NameRule { .serviceLabel }
  var allowsCreateOnUpdate: Bool { true }

  func fillDefaults(_ object: inout Value) {
    let ports = object.at("spec", "ports")?.array ?? []
    guard !ports.isEmpty else { return }
    let filled = ports.map { port -> Value in
      var port = port
      if port["targetPort"] == nil { port["targetPort"] = port["port"] }
      return port
    }
    object.set(.array(filled), at: "spec", "ports")
  }

  func prepareForCreate(_ object: inout Value, _ context: WriteContext) {
    object["status"] = ["loadBalancer": [:]]
    guard object.at("spec", "type")?.string != "ExternalName",
      object.at("spec", "clusterIP") == nil
    else { return }
    let address = Value.string("10.96.\(Int.random(in: 0...255)).\(Int.random(in: 1...254))")
    object.set(address, at: "spec", "clusterIP")
    object.set([address], at: "spec", "clusterIPs")
    object.set(["IPv4"], at: "spec", "ipFamilies")
    object.set("SingleStack", at: "spec", "ipFamilyPolicy")
  }

  func prepareForUpdate(
    _ object: inout Value, old: Value, subresource: String?, _ context: WriteContext
  ) {
    for field in ["clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy"]
    where object.at("spec", field) == nil {
      object.set(old.at("spec", field), at: "spec", field)
    }
  }
}
