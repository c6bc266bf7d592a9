extension BuiltInResources {
  static let apps = ResourceTable(
    group: "apps", version: "v1",
    rows: [
      .init(
        plural: "controllerrevisions", kind: "ControllerRevision",
        columns: [.name, .number("Revision", "revision"), .age]),
      .init(
        plural: "daemonsets", kind: "DaemonSet", short: ["ds"], categories: ["all"],
        subresources: [.status("DaemonSet")], strategy: WorkloadStrategy(),
        columns: TableColumn.ofDaemonSets),
      .init(
        plural: "deployments", kind: "Deployment", short: ["deploy"], categories: ["all"],
        subresources: [.scale, .status("Deployment")], strategy: WorkloadStrategy(),
        columns: TableColumn.ofDeployments),
      .init(
        plural: "replicasets", kind: "ReplicaSet", short: ["rs"], categories: ["all"],
        subresources: [.scale, .status("ReplicaSet")], strategy: WorkloadStrategy(),
        columns: TableColumn.ofReplicaSets, fields: ["status.replicas"]),
      .init(
        plural: "statefulsets", kind: "StatefulSet", short: ["sts"], categories: ["all"],
        subresources: [.scale, .status("StatefulSet")], strategy: WorkloadStrategy(),
        columns: TableColumn.ofStatefulSets),
    ])

  static let batch = ResourceTable(
    group: "batch", version: "v1",
    rows: [
      .init(
        plural: "cronjobs", kind: "CronJob", short: ["cj"], categories: ["all"],
        subresources: [.status("CronJob")], strategy: WorkloadStrategy(hasSelector: false),
        columns: [
          .name, .text("Schedule", "spec", "schedule"), .text("Suspend", "spec", "suspend"), .age,
        ]),
      .init(
        plural: "jobs", kind: "Job", categories: ["all"], subresources: [.status("Job")],
        strategy: WorkloadStrategy(hasSelector: false), columns: TableColumn.ofJobs,
        fields: ["status.successful"]),
    ])

  static let autoscaling2 = autoscaling(version: "v2")
  static let autoscaling1 = autoscaling(version: "v1")

  private static func autoscaling(version: String) -> ResourceTable {
    ResourceTable(
      group: "autoscaling", version: version,
      rows: [
        .init(
          plural: "horizontalpodautoscalers", kind: "HorizontalPodAutoscaler", short: ["hpa"],
          categories: ["all"], subresources: [.status("HorizontalPodAutoscaler")])
      ])
  }

  static let policy = ResourceTable(
    group: "policy", version: "v1",
    rows: [
      .init(
        plural: "poddisruptionbudgets", kind: "PodDisruptionBudget", short: ["pdb"],
        subresources: [.status("PodDisruptionBudget")],
        strategy: PlainStrategy(countsGenerations: true))
    ])

  static let scheduling = ResourceTable(
    group: "scheduling.k8s.io", version: "v1",
    rows: [
      .init(
        plural: "priorityclasses", kind: "PriorityClass", scope: .cluster, short: ["pc"],
        columns: [.name, .number("Value", "value"), .age])
    ])

  static let node = ResourceTable(
    group: "node.k8s.io", version: "v1",
    rows: [
      .init(
        plural: "runtimeclasses", kind: "RuntimeClass", scope: .cluster,
        columns: [.name, .text("Handler", "handler"), .age])
    ])

  static let devices = ResourceTable(
    group: "resource.k8s.io", version: "v1",
    rows: [
      .init(plural: "deviceclasses", kind: "DeviceClass", scope: .cluster),
      .init(
        plural: "resourceclaims", kind: "ResourceClaim",
        subresources: [.status("ResourceClaim")]),
      .init(plural: "resourceclaimtemplates", kind: "ResourceClaimTemplate"),
      .init(plural: "resourceslices", kind: "ResourceSlice", scope: .cluster),
    ])
}
