extension BuiltInResources {
  static let core = ResourceTable(
    group: "", version: "v1",
    rows: coreOfPods + coreOfCluster + coreOfConfiguration)

  private static let coreOfConfiguration: [ResourceTable.Row] = [
    .init(
      plural: "configmaps", kind: "ConfigMap", short: ["cm"],
      columns: [.name, .dataCount, .age]),
    .init(
      plural: "endpoints", kind: "Endpoints", short: ["ep"],
      strategy: PlainStrategy(allowsCreateOnUpdate: true),
      columns: [.name, .endpointAddresses, .age]),
    .init(
      plural: "events", kind: "Event", short: ["ev"],
      strategy: PlainStrategy(allowsCreateOnUpdate: true), columns: TableColumn.ofEvents,
      fields: eventFields),
    .init(
      plural: "limitranges", kind: "LimitRange", short: ["limits"],
      columns: [.name, .createdAt]),
    .init(
      plural: "secrets", kind: "Secret", strategy: SecretStrategy(),
      columns: [.name, .text("Type", "type"), .count("Data", "data"), .age], fields: ["type"]),
    .init(
      plural: "serviceaccounts", kind: "ServiceAccount", short: ["sa"],
      subresources: [
        Subresource(
          name: "token", kind: "TokenRequest", group: "authentication.k8s.io", version: "v1",
          verbs: [.create])
      ],
      columns: [.name, .count("Secrets", "secrets"), .age]),
    .init(
      plural: "services", kind: "Service", short: ["svc"], categories: ["all"],
      subresources: [.status("Service")], strategy: ServiceStrategy(),
      columns: TableColumn.ofServices, fields: ["spec.clusterIP", "spec.type"]),
  ]

  private static let coreOfCluster: [ResourceTable.Row] = [
    .init(
      plural: "namespaces", kind: "Namespace", scope: .cluster, short: ["ns"],
      subresources: [
        Subresource(name: "finalize", kind: "Namespace", verbs: [.update]),
        .status("Namespace"),
      ],
      strategy: NamespaceStrategy(),
      columns: [.name, .text("Status", "status", "phase"), .age], fields: ["status.phase"],
      verbs: [.create, .delete, .get, .list, .patch, .update, .watch]),
    .init(
      plural: "nodes", kind: "Node", scope: .cluster, short: ["no"],
      subresources: [.status("Node")], columns: TableColumn.ofNodes,
      fields: ["spec.unschedulable"]),
    .init(
      plural: "persistentvolumes", kind: "PersistentVolume", scope: .cluster, short: ["pv"],
      subresources: [.status("PersistentVolume")],
      columns: [
        .name, .text("Capacity", "spec", "capacity", "storage"),
        .text("Reclaim Policy", "spec", "persistentVolumeReclaimPolicy"),
        .text("Status", "status", "phase"), .age,
      ]),
    .init(
      plural: "resourcequotas", kind: "ResourceQuota", short: ["quota"],
      subresources: [.status("ResourceQuota")]),
  ]

  private static let coreOfPods: [ResourceTable.Row] = [
    .init(
      plural: "persistentvolumeclaims", kind: "PersistentVolumeClaim", short: ["pvc"],
      subresources: [.status("PersistentVolumeClaim")],
      columns: [
        .name, .text("Status", "status", "phase"), .text("Volume", "spec", "volumeName"), .age,
      ]),
    .init(
      plural: "pods", kind: "Pod", short: ["po"], categories: ["all"],
      subresources: [
        Subresource(name: "binding", kind: "Binding", verbs: [.create]),
        Subresource(
          name: "eviction", kind: "Eviction", group: "policy", version: "v1", verbs: [.create]),
        Subresource(name: "log", kind: "Pod", verbs: [.get]), .status("Pod"),
      ],
      strategy: PodStrategy(), columns: TableColumn.ofPods, fields: podFields),
    .init(
      plural: "podtemplates", kind: "PodTemplate", strategy: PlainStrategy(countsGenerations: true)),
    .init(
      plural: "replicationcontrollers", kind: "ReplicationController", short: ["rc"],
      categories: ["all"], subresources: [.scale, .status("ReplicationController")],
      strategy: WorkloadStrategy(), columns: TableColumn.ofReplicaSets),
  ]

  private static let podFields: Set<String> = [
    "spec.nodeName", "spec.restartPolicy", "spec.schedulerName", "spec.serviceAccountName",
    "spec.hostNetwork", "status.phase", "status.podIP", "status.nominatedNodeName",
  ]

  static let eventFields: Set<String> = [
    "involvedObject.kind", "involvedObject.namespace", "involvedObject.name",
    "involvedObject.uid", "involvedObject.apiVersion", "involvedObject.resourceVersion",
    "involvedObject.fieldPath", "reason", "reportingComponent", "source", "type",
  ]
}
