/// What sealer failed at, told from its text: it knows no exit status but 0 and 1 (2 for a crash).
public enum SealerFailure: String, Sendable, Hashable, CaseIterable {
  case hostUnreachable = "host-unreachable"
  case authentication = "authentication"
  case keyRefused = "key-refused"
  case keyExchange = "key-exchange"
  case addressInvalid = "address-invalid"
  case alreadyMember = "already-member"
  case clusterfileInvalid = "clusterfile-invalid"
  case imageMissing = "image-missing"
  case imageArchitecture = "image-architecture"
  case notRoot = "not-root"
  case diskFull = "disk-full"
  case copyFailed = "copy-failed"
  case hostNameRepeated = "host-name-repeated"
  case timeSkew = "time-skew"
  case hostTooSmall = "host-too-small"
  case preflight = "preflight"
  case portInUse = "port-in-use"
  case leftovers = "leftovers"
  case kubeletUnhealthy = "kubelet-unhealthy"
  case registryDown = "registry-down"
  case apiUnreachable = "api-unreachable"
  case healthCheck = "health-check"
  case scriptFailed = "script-failed"
  case stateMissing = "state-missing"
  case staleCertificates = "stale-certificates"
  case crash = "crash"
  case usage = "usage"
  case unknown = "unknown"

  /// Whether the cluster works though sealer says that it failed.
  public var leavesWorkingCluster: Bool { self == .healthCheck }

  /// Whether the hosts have to be cleaned before another attempt, at whatever stage it is seen.
  public var needsCleaning: Bool {
    switch self {
    case .portInUse, .leftovers, .staleCertificates, .kubeletUnhealthy, .apiUnreachable: true
    default: false
    }
  }
}
