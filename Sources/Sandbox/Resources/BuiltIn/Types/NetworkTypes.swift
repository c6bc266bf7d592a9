extension BuiltInTypes {
  /// Ingresses, network policies and endpoint slices.
  static let networkTypes = """
    package io.k8s.api.networking.v1 networking.k8s.io v1
    IngressSpec: What an ingress is to be.
      ingressClassName string :4
      defaultBackend any :1
      tls [any]
      rules [any]
    kind Ingress: Ingress lets HTTP traffic in from outside.
      spec IngressSpec !
      status any !
    IngressClassSpec: What an ingress class is to be.
      controller string
      parameters any
    kind IngressClass: IngressClass names the controller of ingresses.
      spec IngressClassSpec !
    NetworkPolicySpec: Which traffic is let through.
      podSelector LabelSelector !
      ingress [any]
      egress [any]
      policyTypes [string]
    kind NetworkPolicy: NetworkPolicy tells which traffic pods may have.
      spec NetworkPolicySpec !
    kind IPAddress: IPAddress is an address that is in use.
      spec any !
    kind ServiceCIDR: ServiceCIDR is a range of addresses for services.
      spec any !
      status any !
    package io.k8s.api.discovery.v1 discovery.k8s.io v1
    kind EndpointSlice: EndpointSlice is a part of the addresses behind a service.
      addressType string * :4
      endpoints [any] * :2
      ports [any]
    package io.k8s.api.events.v1 events.k8s.io v1
    kind Event: Event is a report of something that happened in the cluster.
      eventTime time
      series any
      reportingController string
      reportingInstance string
      action string
      reason string
      regarding ObjectReference !
      related ObjectReference
      note string
      type string
      deprecatedSource any
      deprecatedFirstTimestamp time
      deprecatedLastTimestamp time
      deprecatedCount int
    """
}
