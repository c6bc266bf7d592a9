extension BuiltInResources {
  static let networking = ResourceTable(
    group: "networking.k8s.io", version: "v1",
    rows: [
      .init(
        plural: "ingressclasses", kind: "IngressClass", scope: .cluster,
        strategy: PlainStrategy(countsGenerations: true),
        columns: [.name, .text("Controller", "spec", "controller"), .age]),
      .init(
        plural: "ingresses", kind: "Ingress", short: ["ing"],
        subresources: [.status("Ingress")], strategy: PlainStrategy(countsGenerations: true),
        columns: [.name, .text("Class", "spec", "ingressClassName", missing: "<none>"), .age]),
      .init(plural: "ipaddresses", kind: "IPAddress", scope: .cluster, short: ["ip"]),
      .init(
        plural: "networkpolicies", kind: "NetworkPolicy", short: ["netpol"],
        strategy: PlainStrategy(countsGenerations: true)),
      .init(
        plural: "servicecidrs", kind: "ServiceCIDR", scope: .cluster,
        subresources: [.status("ServiceCIDR")]),
    ])

  static let discovery = ResourceTable(
    group: "discovery.k8s.io", version: "v1",
    rows: [
      .init(
        plural: "endpointslices", kind: "EndpointSlice",
        strategy: PlainStrategy(countsGenerations: true),
        columns: [.name, .text("AddressType", "addressType"), .age])
    ])

  static let events = ResourceTable(
    group: "events.k8s.io", version: "v1",
    rows: [
      .init(
        plural: "events", kind: "Event", short: ["ev"],
        strategy: PlainStrategy(allowsCreateOnUpdate: true), columns: TableColumn.ofEvents)
    ])

  static let storage = ResourceTable(
    group: "storage.k8s.io", version: "v1",
    rows: [
      .init(plural: "csidrivers", kind: "CSIDriver", scope: .cluster),
      .init(plural: "csinodes", kind: "CSINode", scope: .cluster),
      .init(plural: "csistoragecapacities", kind: "CSIStorageCapacity"),
      .init(
        plural: "storageclasses", kind: "StorageClass", scope: .cluster, short: ["sc"],
        columns: [.name, .text("Provisioner", "provisioner"), .age]),
      .init(
        plural: "volumeattachments", kind: "VolumeAttachment", scope: .cluster,
        subresources: [.status("VolumeAttachment")]),
      .init(
        plural: "volumeattributesclasses", kind: "VolumeAttributesClass", scope: .cluster,
        short: ["vac"]),
    ])
}
