import Documents
public import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// Looks at one cluster from all sides; it writes nothing. A right that is missing for anything but the
/// record itself makes a note, not a failure.
public struct StatusDetails: Sendable {
  private let name: String
  private let moment: @Sendable () -> Date

  /// Prepares to look at the cluster of that name.
  public init(_ name: String, now: @escaping @Sendable () -> Date = { Date() }) {
    self.name = name
    moment = now
  }

  /// What there is to tell; nil when the hub has no record of that name. Looks into the cluster itself
  /// when it is reached from here.
  public func details(
    on clusters: Clusters, within deadline: Deadline = .none
  ) async throws(WorkflowError) -> ClusterDetails? {
    do {
      return try await deadline.race(
        onlyReads: true, waitingFor: { BlockingFact(answersOf: clusters) }
      ) {
        try await details(clusters)
      }
    } catch {
      throw WorkflowError(
        reading: clusters.hub, HubWithoutOCM.explaining(error, clusters.hub.connection))
    }
  }

  private func details(_ clusters: Clusters) async throws -> ClusterDetails? {
    let hub = clusters.hub.reader
    async let look = inside(clusters)
    async let lease = noting("the lease") {
      try await hub.getIfPresent(.leases, Names.Lease.managedCluster, namespace: name)
        .map(Lease.init)
    }
    async let requests = noting("certificate requests") {
      try await RequestApproval(clusterName: name).read(hub)
    }
    async let addOns = noting("addons") {
      try await hub.list(.managedClusterAddOns, namespace: name).items.map(ManagedClusterAddOn.init)
    }
    async let works = noting("works") {
      try await hub.list(.manifestWorks, namespace: name).items.map(ManifestWork.init)
    }
    async let manager = noting("the hub's release") {
      try await hub.presentList(.clusterManagers).first.map(ClusterManager.init)
    }
    async let version = noting("the hub's version") { try await hub.version() }
    guard let value = try await hub.getIfPresent(.managedClusters, name) else { return nil }
    let record = ManagedCluster(value)
    let (held, asked, added) = try await (lease, requests, addOns)
    let (handed, managed, served) = try await (works, manager, version)
    let now = moment()
    let signed = asked.value ?? []
    let state = RegistrationState.evaluate(record, lease: held.value ?? nil, now: now)
    var details = ClusterDetails(
      row: StatusRow(record, lease: held.value ?? nil, requests: asked.value, now: now),
      requirements: state.requirements, record: record, platform: PlatformFacts(record),
      origin: ClusterDetails.Origin(record))
    details.lease = held.value ?? nil
    details.certificate = Self.certificate(signed)
    details.hasAsked = asked.value.map { $0.contains { $0.addOn == nil } }
    details.hubVersion = (managed.value ?? nil)?.registrationImage.flatMap(ImageTag.version)
    details.hubKubernetes = served.value?.gitVersion
    details.addOns = added.value.map {
      $0.map(ClusterDetails.AddOn.init).sorted { $0.name < $1.name }
    }
    details.works = handed.value.map(ClusterDetails.Works.init)
    details.notes =
      [held.note, asked.note, added.note, handed.note, managed.note, served.note]
      .compactMap(\.self) + state.warnings.compactMap(\.note)
    if let (facts, certificate) = try await look {
      details.inside = facts
      details.certificate = certificate ?? details.certificate
      details.notes += facts.notes
    }
    details.noteOutcome(state)
    return details
  }

  private func inside(
    _ clusters: Clusters
  ) async throws -> (InsideFacts, ClusterDetails.AgentCertificate?)? {
    guard let managed = clusters.managed else { return nil }
    return try await InsideLook(reader: managed.reader).facts()
  }

  /// The hub keeps an issued certificate for about an hour, in the request it was asked for with.
  private static func certificate(
    _ requests: [CertificateSigningRequest]
  ) -> ClusterDetails.AgentCertificate? {
    requests.filter { $0.addOn == nil }.compactMap { request in
      guard let pem = request.certificatePEM,
        let end = AuthorityPin.earliestEnd(pem: Array(pem.utf8))
      else { return nil }
      return ClusterDetails.AgentCertificate(
        expires: end, source: "certificate request \(request.name)")
    }.max { $0.expires < $1.expires }
  }
}

extension ClusterDetails {
  /// The condition on the record is as old as the last command that saw to it.
  fileprivate mutating func noteOutcome(_ state: RegistrationState) {
    guard let written = record.condition(Names.ConditionType.registered),
      written.isTrue != state.isRegistered
    else { return }
    notes.append(
      "the condition \(written.type) on the record says \(written.status.rawValue), which is no longer so;"
        + " mcctl status \(row.name) --wait-for registered brings it up to date")
  }
}

extension ClusterDetails.AddOn {
  fileprivate init(_ addOn: ManagedClusterAddOn) {
    self.init(name: addOn.name, isAvailable: addOn.isAvailable, trouble: addOn.trouble)
  }
}

extension ClusterDetails.Works {
  /// So many works are named that are not as they should be.
  private static let named = 5

  fileprivate init(_ works: [ManifestWork]) {
    self.init()
    total = works.count
    for work in works.sorted(by: { $0.name < $1.name }) {
      if work.isApplied { applied += 1 }
      if work.isAvailable { available += 1 }
      guard !work.isApplied || !work.isAvailable, problems.count < Self.named else { continue }
      let state = work.isApplied ? "not available" : "not applied"
      problems.append("\(work.name): \(work.firstProblem ?? state)")
    }
  }
}

extension ClusterDetails.Origin {
  /// Reads managed fields and annotations.
  fileprivate init(_ record: ManagedCluster) {
    let entries = (record.value.at("metadata", "managedFields")?.array ?? []).filter {
      $0["subresource"]?.string == nil
    }
    let first = entries.min { one, other in
      (Timestamp.date(one["time"]) ?? .distantFuture)
        < (Timestamp.date(other["time"]) ?? .distantFuture)
    }
    manager = first?["manager"]?.string
    let accepted = record.annotations[Names.Annotation.automaticallyAcceptedOn]
    let mode = record.annotations[Names.Annotation.importMode]
    isBundle = mode == "manual"
    words =
      switch mode {
      case "manual": "imported by a bundle"
      case .some(let mode): "imported (\(mode))"
      case nil where record.annotations[Names.Annotation.clusterIdentity] != nil:
        "imported by mcctl"
      case nil where accepted != nil: "created by its agent, accepted automatically"
      case nil: "created by \(manager ?? "somebody unknown")"
      }
  }
}

extension RegistrationState.Warning {
  /// What is told of it on the page; nil for what the page shows anyway.
  fileprivate var note: String? {
    switch self {
    case .beingDeleted, .noClientConfig: nil
    case .clockNotSynced(let words): "the agent's clock differs from the hub's: \(words)"
    case .certificateNotRenewed(let words): "the agent cannot renew its certificate: \(words)"
    case .staleHeartbeat(let last, let seconds):
      "the hub calls it available, but the agent was last heard of at \(Timestamp.text(last)), more than"
        + " \(seconds)s ago"
    }
  }
}
