extension SealerFailure {
  /// The texts of each failure, the most telling first: what stands further up explains what stands below it
  /// (sealer 0.8 to 0.11 and the scripts of ACK Distro).
  static let texts: [(failure: SealerFailure, anyOf: [String])] = [
    (.crash, ["panic: runtime error", "goroutine 1 [running]"]),
    (.usage, ["unknown flag:", "unknown command ", "unknown shorthand flag"]),
    (.addressInvalid, ["is range format but invalid", "input IP(", "cannot both be empty"]),
    (
      .alreadyMember,
      ["is already in the current cluster", "duplicated ip", "failed to merge master ip"]
    ),
    (
      .clusterfileInvalid,
      [
        "failed to load clusterfile", "failed to decode Cluster", "empty clusterfile",
        "no hosts specified", "all hosts must be in same ip family", "taint effect",
      ]
    ),
    (
      .hostNameRepeated,
      ["cannot be repeated", "HostNameDuplicate on host", "HostNameDuplicate fails"]
    ),
    (.timeSkew, ["is not synchronized", "TimeDiff on host", "TimeDiff fails"]),
    (.hostTooSmall, ["InstanceResource on host", "failed to find device"]),
    (.diskFull, ["no space left on device"]),
    (.registryDown, ["attempt to start registry", "sea.hub:5000"]),
    (.imageArchitecture, ["no image found in manifest list", "failed to mount image"]),
    (.keyRefused, ["attempted methods [none publickey]"]),
    (.authentication, ["unable to authenticate"]),
    (.keyExchange, ["no common algorithm"]),
    (
      .imageMissing,
      ["initializing source docker://", "manifest unknown", "pinging container registry"]
    ),
    (
      .hostUnreachable,
      [
        "i/o timeout", "no route to host", "connection refused", "failed to connect node",
        "failed to create ssh session",
      ]
    ),
    (.notRoot, ["in rootless mode", "permission denied"]),
    (.portInUse, ["[ERROR Port-"]),
    (.leftovers, ["[ERROR FileAvailable", "[ERROR DirAvailable"]),
    (.staleCertificates, ["exists already but has got the wrong"]),
    (.healthCheck, ["time health check fail", "failed to run hook: post_install"]),
    (.apiUnreachable, ["failed to new k8s runtime client via adminconf"]),
    (.kubeletUnhealthy, ["timed out waiting for the condition"]),
    (.scriptFailed, ["Panic error: ", "failed to run hook: ", "failed to install docker"]),
    (.preflight, ["failed to validate cluster", "[FATAL]", "[preflight] Some fatal errors"]),
    (.copyFailed, ["failed to copy local file("]),
    (
      .stateMissing,
      ["configmaps \"sealer-clusterfile\" not found", "/root/.sealer/Clusterfile: no such file"]
    ),
  ]
}
