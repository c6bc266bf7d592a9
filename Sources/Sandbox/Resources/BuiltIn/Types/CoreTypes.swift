extension BuiltInTypes {
  /// Types of the core group, but for pods and volumes.
  static let coreTypes = """
    package io.k8s.api.core.v1 core v1
    LocalObjectReference: An object of the same namespace.
      name string
    ObjectReference: An object.
      kind string
      namespace string
      name string
      uid string
      apiVersion string
      resourceVersion string
      fieldPath string
    SecretReference: A secret of any namespace.
      name string
      namespace string
    NamespaceCondition: One aspect of a namespace's state.
      type string *
      status string *
      lastTransitionTime time :4
      reason string
      message string
    NamespaceSpec: What a namespace is to be.
      finalizers [string]
    NamespaceStatus: What a namespace is.
      phase string
      conditions [NamespaceCondition] @type
    kind Namespace: Namespace provides a scope for names.
      spec NamespaceSpec !
      status NamespaceStatus !
    kind Secret: Secret holds data of a certain type that is not to be shown.
      immutable bool :5
      data {bytes} :2
      stringData {string} :4
      type string =Opaque :3
    kind ConfigMap: ConfigMap holds configuration data for pods to consume.
      immutable bool :4
      data {string} :2
      binaryData {bytes}
    kind ServiceAccount: ServiceAccount is an identity for processes.
      secrets [ObjectReference] @name
      imagePullSecrets [LocalObjectReference] ^name
      automountServiceAccountToken bool
    EventSource: What reported an event.
      component string
      host string
    EventSeries: Events of the same sort that came one after another.
      count int
      lastObservedTime time
    kind Event: Event is a report of something that happened in the cluster.
      involvedObject ObjectReference ! *
      reason string
      message string
      source EventSource !
      firstTimestamp time
      lastTimestamp time
      count int
      type string
      eventTime time
      series EventSeries
      action string
      related ObjectReference
      reportingComponent string
      reportingInstance string
    ServicePort: A port that a service exposes.
      name string
      protocol string =TCP
      appProtocol string :6
      port int * :3
      targetPort intOrString
      nodePort int
    ClientIPConfig: How long sessions stay with one endpoint.
      timeoutSeconds int
    SessionAffinityConfig: Settings of session affinity.
      clientIP ClientIPConfig
    ServiceSpec: What a service is to be.
      ports [ServicePort] @port,protocol
      selector {string} #
      clusterIP string
      clusterIPs [string] :18
      type string =ClusterIP :4
      externalIPs [string]
      sessionAffinity string =None :7
      loadBalancerIP string
      loadBalancerSourceRanges [string]
      externalName string
      externalTrafficPolicy string
      healthCheckNodePort int
      publishNotReadyAddresses bool
      sessionAffinityConfig SessionAffinityConfig
      ipFamilies [string] :19
      ipFamilyPolicy string :17
      allocateLoadBalancerNodePorts bool :20
      loadBalancerClass string
      internalTrafficPolicy string =Cluster
      trafficDistribution string
    LoadBalancerIngress: Where a load balancer is reached.
      ip string
      hostname string
      ipMode string
      ports [any]
    LoadBalancerStatus: State of a load balancer.
      ingress [LoadBalancerIngress]
    ServiceStatus: What a service is.
      loadBalancer LoadBalancerStatus !
      conditions [Condition] @type
    kind Service: Service names a set of pods and how to reach them.
      spec ServiceSpec !
      status ServiceStatus !
    EndpointAddress: One address.
      ip string *
      hostname string :3
      nodeName string
      targetRef ObjectReference :2
    EndpointPort: One port.
      name string
      port int *
      protocol string =TCP
      appProtocol string
    EndpointSubset: Addresses with their ports.
      addresses [EndpointAddress]
      notReadyAddresses [EndpointAddress]
      ports [EndpointPort]
    kind Endpoints: Endpoints are the addresses behind a service.
      subsets [EndpointSubset]
    Taint: Keeps pods that do not tolerate it off a node.
      key string *
      value string
      effect string *
      timeAdded time
    NodeSpec: What a node is to be.
      podCIDR string
      podCIDRs [string] ~ :7
      providerID string :3
      unschedulable bool
      taints [Taint]
      configSource any
      externalID string :2
    NodeCondition: One aspect of a node's state.
      type string *
      status string *
      lastHeartbeatTime time
      lastTransitionTime time
      reason string
      message string
    NodeAddress: One address of a node.
      type string *
      address string *
    NodeSystemInfo: What a node runs.
      machineID string *
      systemUUID string *
      bootID string *
      kernelVersion string *
      osImage string *
      containerRuntimeVersion string *
      kubeletVersion string *
      kubeProxyVersion string *
      operatingSystem string *
      architecture string *
      swap any
    NodeStatus: What a node is.
      capacity {quantity}
      allocatable {quantity}
      phase string
      conditions [NodeCondition] @type
      addresses [NodeAddress] @type
      daemonEndpoints any
      nodeInfo NodeSystemInfo !
      images [any]
      volumesInUse [string]
      volumesAttached [any]
      config any
      runtimeHandlers [any]
      features any
      declaredFeatures [string]
    kind Node: Node is a machine of the cluster.
      spec NodeSpec !
      status NodeStatus !
    LimitRangeSpec: Limits of a namespace.
      limits [any] *
    kind LimitRange: LimitRange sets limits for the resources of a namespace.
      spec LimitRangeSpec !
    ResourceQuotaSpec: Limits of a namespace as a whole.
      hard {quantity}
      scopes [string]
      scopeSelector any
    ResourceQuotaStatus: Limits and use.
      hard {quantity}
      used {quantity}
    kind ResourceQuota: ResourceQuota limits what a namespace may use.
      spec ResourceQuotaSpec !
      status ResourceQuotaStatus !
    kind Binding: Binding ties a pod to a node.
      target ObjectReference ! *
    """
}
