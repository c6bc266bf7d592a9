/// The stable name of a kind of failure: it is printed with every error, and `docs/errors/ID.md`
/// explains it. Names are never reused for another meaning.
public enum ErrorID: String, Sendable, Hashable, CaseIterable {
  // MARK: Reaching a cluster
  case unreachable = "cluster.unreachable"
  case nameNotResolved = "cluster.name-not-resolved"
  case certificateRefused = "cluster.certificate-refused"
  case connectionLost = "cluster.connection-lost"
  case proxyFailed = "cluster.proxy-failed"
  case notKubernetes = "cluster.not-kubernetes"
  case notReady = "cluster.not-ready"
  case serverError = "cluster.server-error"
  case requestTimedOut = "cluster.request-timed-out"

  // MARK: Access
  case unauthorized = "access.unauthorized"
  case forbidden = "access.forbidden"
  case notPermitted = "access.not-permitted"

  // MARK: Objects
  case objectNotFound = "object.not-found"
  case objectExists = "object.already-exists"
  case objectConflict = "object.conflict"
  case objectInvalid = "object.invalid"
  case fieldConflict = "object.field-conflict"
  case webhookFailed = "object.webhook-failed"
  case typeMissing = "object.type-missing"
  case documentInvalid = "document.invalid"

  // MARK: Hub
  case hubOCMMissing = "hub.ocm-missing"
  case hubNewer = "hub.newer-version"

  // MARK: Names and input
  case invalidClusterName = "name.invalid-cluster"
  case invalidObjectName = "name.invalid-object"
  case invalidRequest = "request.invalid"

  // MARK: Import
  case identityConflict = "import.identity-conflict"
  case importedUnderOtherName = "import.imported-under-other-name"
  case joinedOtherHub = "import.joined-other-hub"
  case loopbackURL = "import.loopback-url"
  case hubURLUnverified = "import.hub-url-unverified"
  case hubCAMissing = "import.hub-ca-missing"
  case beingDeleted = "import.being-deleted"
  case foreignKlusterlet = "import.foreign-agent"
  case probeFailed = "import.probe-failed"
  case nothingToRejoin = "import.nothing-to-rejoin"
  case keyMismatch = "import.key-mismatch"
  case agentMissing = "cluster.agent-missing"
  case agentElsewhere = "import.agent-elsewhere"
  case requestRefused = "import.request-refused"
  case noManagedCluster = "import.no-managed-cluster"
  case connectionDetailsMissing = "import.connection-details-missing"

  case hubCAPin = "import.hub-ca-pin"

  // MARK: Bundles and fleets
  case bundleTargetExists = "bundle.target-exists"
  case bundleUnwritable = "bundle.unwritable"
  case bundleUnreadable = "bundle.unreadable"
  case bundleInvalid = "bundle.invalid"
  case bundleCredential = "bundle.credential"
  case bundleCheckFailed = "bundle.check-failed"
  case fleetInput = "fleet.input"

  // MARK: Upgrade
  case versionSkew = "upgrade.version-skew"
  case releaseUnknown = "upgrade.release-unknown"
  case imageByDigest = "upgrade.image-by-digest"

  // MARK: Create
  case createMachinesUnfit = "create.machines-unfit"
  case createStalled = "create.stalled"
  case createHostTaken = "create.host-taken"
  case createClusterExists = "create.cluster-exists"
  case createNameTaken = "create.name-taken"
  case createChanged = "create.specification-changed"
  case createUnknown = "create.specification-missing"
  case createUnreachable = "create.endpoint-unreachable"
  case createRegistered = "create.registered"
  case createNothing = "create.nothing-to-undo"
  case createImageFile = "create.image-file"
  case sealerMissing = "sealer.missing"
  case sealerVersion = "sealer.version"
  case sealerHostUnreachable = "sealer.host-unreachable"
  case sealerAuthentication = "sealer.authentication"
  case sealerKeyRefused = "sealer.key-refused"
  case sealerKeyExchange = "sealer.key-exchange"
  case sealerAddressInvalid = "sealer.address-invalid"
  case sealerAlreadyMember = "sealer.already-member"
  case sealerClusterfileInvalid = "sealer.clusterfile-invalid"
  case sealerImageMissing = "sealer.image-missing"
  case sealerImageArchitecture = "sealer.image-architecture"
  case sealerNotRoot = "sealer.not-root"
  case sealerDiskFull = "sealer.disk-full"
  case sealerCopyFailed = "sealer.copy-failed"
  case sealerHostNameRepeated = "sealer.host-name-repeated"
  case sealerTimeSkew = "sealer.time-skew"
  case sealerHostTooSmall = "sealer.host-too-small"
  case sealerPreflight = "sealer.preflight"
  case sealerPortInUse = "sealer.port-in-use"
  case sealerLeftovers = "sealer.leftovers"
  case sealerKubeletUnhealthy = "sealer.kubelet-unhealthy"
  case sealerRegistryDown = "sealer.registry-down"
  case sealerApiUnreachable = "sealer.api-unreachable"
  case sealerHealthCheck = "sealer.health-check"
  case sealerScriptFailed = "sealer.script-failed"
  case sealerStateMissing = "sealer.state-missing"
  case sealerStaleCertificates = "sealer.stale-certificates"
  case sealerCrash = "sealer.crash"
  case sealerUsage = "sealer.usage"
  case sealerUnknown = "sealer.unknown"

  // MARK: Accept
  case noRequest = "accept.no-request"
  case ambiguousRequests = "accept.ambiguous-requests"
  case requestNotFound = "accept.request-not-found"
  case clusterNotFound = "hub.cluster-not-found"

  // MARK: Delete
  case deleteNotFound = "delete.not-found"
  case deleteOtherCluster = "delete.other-cluster"
  case deleteNeedsCluster = "delete.needs-cluster"
  case deleteAlive = "delete.cluster-alive"
  case namespaceNotEmpty = "delete.namespace-not-empty"
  case worksOrphaned = "delete.works-left"
  case residue = "delete.residue"
  case leavingUnseen = "delete.leaving-unseen"

  // MARK: The gateway
  case gatewayNotServed = "gateway.not-served"
  case gatewayUnknownCluster = "gateway.unknown-cluster"
  case gatewayUnfit = "gateway.unfit"
  case gatewayEntryTaken = "gateway.entry-taken"

  // MARK: Credentials and works
  case credentialNotFound = "token.not-found"
  case bootstrapTokensOff = "token.bootstrap-tokens-off"
  case workInvalid = "work.invalid"
  case workNotFound = "work.not-found"
  case workFailed = "work.failed"

  // MARK: Hosts over SSH
  case sshNameNotResolved = "ssh.name-not-resolved"
  case sshUnreachable = "ssh.unreachable"
  case sshRefused = "ssh.refused"
  case sshTimedOut = "ssh.timed-out"
  case sshFailed = "ssh.failed"
  case sshMissing = "ssh.missing"
  case sshAuthentication = "ssh.authentication"
  case sshHostKeyUnknown = "ssh.host-key-unknown"
  case sshHostKeyChanged = "ssh.host-key-changed"
  case sshConnectionLost = "ssh.connection-lost"
  case sshSudo = "ssh.sudo"
  case hostCommandFailed = "host.command-failed"
  case hostCommandTimedOut = "host.command-timed-out"
  case hostFile = "host.file"
  case hostNoSpace = "host.no-space"
  case hostChecksum = "host.checksum"
  case hostLocked = "host.locked"
  case hostJobConflict = "host.job-conflict"
  case localFile = "file.unreadable"

  // MARK: The run itself
  case timedOut = "wait.timed-out"
  case interrupted = "run.interrupted"
  case eventsUnwritable = "events.unwritable"
  case unexpected = "run.unexpected"
}
