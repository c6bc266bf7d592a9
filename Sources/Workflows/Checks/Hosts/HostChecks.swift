import FoundationEssentials
import RemoteHosts
import Synchronization

/// Looks at machines that are to become a cluster, to join one or to get another image, all at the same time; it writes
/// nothing.
public struct HostChecks: Sendable {
  private let machines: Machines
  private let subjects: [Subject]
  private let nodes: ClusterNodes?
  private let needs: HostNeeds
  private let ignored: Set<String>
  private let observe: @Sendable (CheckProgress) -> Void

  /// A machine, and which checks are made of it.
  struct Subject: Sendable, Hashable {
    let host: HostSpecification
    let extent: Extent
  }

  /// Which checks are made of a machine.
  enum Extent: Sendable, Hashable {
    /// All: nothing of a cluster should be there yet.
    case all
    /// Those that make sense where something of a cluster may be: without what is there already, and its ports.
    case withoutLeftovers
    /// What matters to the first master of a cluster that others join: whether it reaches them.
    case reachingOthers
    /// What matters to a machine of a cluster that gets another image.
    case upgrade
  }

  /// Prepares to look at the machines of a cluster that is to be created.
  ///
  /// - Parameter ignored: ids of checks whose warnings and failures do not count, beside those that the file names.
  public init(
    on machines: Machines, ignored: Set<String> = [],
    observe: @escaping @Sendable (CheckProgress) -> Void = { _ in }
  ) {
    self.init(
      on: machines, machines.specification.hosts.map { Subject(host: $0, extent: .all) },
      ignored: ignored, observe: observe)
  }

  /// Prepares to look at these machines.
  ///
  /// - Parameter nodes: those of the cluster, where it stands already.
  init(
    on machines: Machines, _ subjects: [Subject], nodes: ClusterNodes? = nil,
    purpose: HostNeeds.Purpose = .joining, ignored: Set<String> = [],
    observe: @escaping @Sendable (CheckProgress) -> Void = { _ in }
  ) {
    self.machines = machines
    self.subjects = subjects
    self.nodes = nodes
    needs = HostNeeds(machines.specification, purpose)
    self.ignored = ignored.union(machines.specification.ignoredChecks)
    self.observe = observe
  }

  private var specification: ClusterSpecification { machines.specification }

  /// Makes the checks.
  ///
  /// - Throws: ``WorkflowError``: the deadline passed before all were made; a secret of the file cannot be read.
  public func report(within deadline: Deadline = .none) async throws(WorkflowError) -> CheckReport {
    do {
      return try await deadline.race(
        onlyReads: true,
        waitingFor: {
          BlockingFact(
            goal: "answers of the machines", reason: "looking at them has not ended")
        }
      ) { try await madeReport() }
    } catch {
      throw WorkflowError(mapping: error)
    }
  }

  private func madeReport() async throws -> CheckReport {
    let looks = await machines.connections.each(subjects) { subject in
      (subject.host.address, try await finding(subject.host))
    }
    try Task.checkCancellation()
    let findings = Dictionary(try looks.map { try $0.get() }, uniquingKeysWith: { $1 })
    var results: [CheckResult] = []
    for subject in subjects {
      let context = HostCheckContext(
        host: subject.host, specification: specification, findings: findings, nodes: nodes,
        needs: needs)
      results += try await CheckRunner(
        checks: CheckCatalogue.host.filter { subject.extent.takes($0.article) }, context: context,
        subject: subject.host.address, observe: observe
      ).run().map(judged)
    }
    return CheckReport(results: results)
  }

  /// A result that is not to count is told all the same.
  private func judged(_ result: CheckResult) -> CheckResult {
    guard ignored.contains(result.article.id), result.verdict.level >= .warn else { return result }
    return CheckResult(
      result.article, subject: result.subject,
      CheckVerdict(
        .skip, "ignored: \(result.verdict.message)", details: result.verdict.details),
      duration: result.duration)
  }

  private func finding(_ host: HostSpecification) async throws -> HostFinding {
    do {
      let session = try await machines.session(host)
      let isRoot = if case .none = session.privilege { false } else { true }
      let arrived = Mutex<Date?>(nil)
      let result = try await session.look(
        "look at it", HostFactsScript.text,
        arguments: [
          needs.paths(of: host).joined(separator: " "),
          names(for: host).joined(separator: " "), places(for: host).joined(separator: " "),
        ], asRoot: isRoot, idleTimeout: .seconds(30), timeout: .seconds(60)
      ) { piece in
        guard case .output = piece else { return }
        arrived.withLock { $0 = $0 ?? Date() }
      }
      return .found(
        try HostFacts(result.text, received: arrived.withLock { $0 } ?? Date()), session.privilege)
    } catch let error as RemoteHostError {
      return .failed(error)
    } catch let error as HostFacts.Unreadable {
      return .unreached(error.description)
    }
  }

  /// Names that the machine has to resolve: that of the registry, where the image has to be pulled.
  private func names(for host: HostSpecification) -> [String] {
    guard host.address == specification.firstMaster.address, specification.image.file == nil else {
      return []
    }
    return specification.image.registryHost.map { [$0] } ?? []
  }

  /// What the machine has to reach: sealer logs in to all others from the first master.
  private func places(for host: HostSpecification) -> [String] {
    guard host.address == specification.firstMaster.address else { return [] }
    return subjects.map(\.host).filter { $0.address != host.address }.map {
      "\($0.address)/\($0.ssh.port ?? 22)"
    }
  }
}

extension HostChecks.Extent {
  /// Whether a check is made.
  fileprivate func takes(_ article: CheckArticle) -> Bool {
    switch self {
    case .all: true
    case .withoutLeftovers: article.category != .leftovers
    case .reachingOthers: article.category == .login
    case .upgrade:
      article.category == .login
        || ["host.disk", "host.clock", "host.architecture", "host.image"].contains(article.id)
    }
  }
}

extension ImageSpecification {
  /// The host name of the registry, without its port; nil for a name without one.
  var registryHost: String? {
    guard let first = name.split(separator: "/").first, name.contains("/") else { return nil }
    let host = first.split(separator: ":").first.map(String.init) ?? ""
    return host.contains(".") || host == "localhost" ? host : nil
  }
}
