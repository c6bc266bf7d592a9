extension BuiltInTypes {
  /// Scheduling, flow control, node and device kinds.
  static let clusterTypes = """
    package io.k8s.api.scheduling.v1 scheduling.k8s.io v1
    kind PriorityClass: PriorityClass names how important pods are.
      value int *
      globalDefault bool
      description string
      preemptionPolicy string =PreemptLowerPriority
    package io.k8s.api.node.v1 node.k8s.io v1
    kind RuntimeClass: RuntimeClass names a way to run containers.
      handler string *
      overhead any
      scheduling any
    package io.k8s.api.flowcontrol.v1 flowcontrol.apiserver.k8s.io v1
    kind FlowSchema: FlowSchema sorts requests into levels.
      spec any !
      status any !
    kind PriorityLevelConfiguration: PriorityLevelConfiguration limits the requests of a level.
      spec any !
      status any !
    package io.k8s.api.resource.v1 resource.k8s.io v1
    kind DeviceClass: DeviceClass names a sort of device.
      spec any !
    kind ResourceClaim: ResourceClaim is a wish for devices.
      spec any !
      status any !
    kind ResourceClaimTemplate: ResourceClaimTemplate describes claims.
      spec any !
    kind ResourceSlice: ResourceSlice lists devices.
      spec any !
    """
}
