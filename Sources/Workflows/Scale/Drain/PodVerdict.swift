import Documents

/// What becomes of a pod when its node is emptied; as kubectl's drain decides (`k8s.io/kubectl/pkg/drain/filters.go`).
enum PodVerdict: Sendable, Hashable {
  /// It is evicted.
  case evict
  /// It goes already; it is waited for.
  case going
  /// It stays to the end, for this reason.
  case stay(String)
  /// It would be lost, for this reason; a flag has to allow it.
  case refuse(String, flag: String)

  /// Decides.
  init(_ pod: Value, _ policy: DrainPolicy) {
    let annotations = pod.at("metadata", "annotations")?.object ?? Object()
    if annotations["kubernetes.io/config.mirror"] != nil {
      self = .stay("kubelet runs it from a file of the machine")
      return
    }
    let hasEnded = ["Succeeded", "Failed"].contains(pod.at("status", "phase")?.string ?? "")
    let controller = (pod.at("metadata", "ownerReferences")?.array ?? [])
      .first { $0["controller"]?.bool == true }
    if controller?["kind"]?.string == "DaemonSet", !hasEnded {
      self = .stay("its DaemonSet runs one on every node")
      return
    }
    if pod.isBeingDeleted {
      self = .going
      return
    }
    let volumes = pod.at("spec", "volumes")?.array ?? []
    if controller == nil, !hasEnded, !policy.force {
      self = .refuse("nothing makes it anew elsewhere", flag: "--force")
    } else if !hasEnded, !policy.deletesEmptyDirData,
      volumes.contains(where: { $0["emptyDir"] != nil })
    {
      self = .refuse(
        "what is in its emptyDir volumes would be lost", flag: "--delete-emptydir-data")
    } else {
      self = .evict
    }
  }
}
