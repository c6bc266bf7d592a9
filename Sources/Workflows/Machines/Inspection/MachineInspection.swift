/// What the checks of the machines found before anything is changed there: those of `mcctl check hosts`.
struct MachineInspection: Sendable {
  let report: CheckReport
  /// The machines.
  let hosts: [HostSpecification]

  /// Looks at machines at the same time.
  ///
  /// - Parameter nodes: those of the cluster, where it stands already.
  static func made(
    _ machines: Machines, of subjects: [HostChecks.Subject], nodes: ClusterNodes? = nil,
    purpose: HostNeeds.Purpose = .joining
  ) async throws -> MachineInspection {
    MachineInspection(
      report: try await HostChecks(on: machines, subjects, nodes: nodes, purpose: purpose).report(),
      hosts: subjects.map(\.host))
  }

  /// Why nothing is to be done with these machines; nil when all is well enough. A plan that is only to be shown is shown
  /// with it; where one is to be carried out, it is thrown, after the warnings were told.
  ///
  /// - Parameter id: what the failure is called.
  func refusal(_ id: ErrorID, _ context: PlanningContext) throws -> WorkflowError? {
    guard let refusal = refusal(id) else { return nil }
    guard !context.mode.carriesOut else {
      for warning in warnings { try context.narrator.emit(.warning(warning)) }
      throw refusal
    }
    return WorkflowError(mapping: refusal)
  }

  /// Why nothing is to be done with these machines; nil when all is well enough.
  func refusal(_ id: ErrorID) -> MachinesUnfit? {
    let failed = report.results.filter { $0.verdict.level == .fail }
    return failed.isEmpty ? nil : MachinesUnfit(id: id, failed: failed)
  }

  /// What somebody should look at: a line for each finding, with the machines it is true of.
  var warnings: [String] {
    var machines: [String: [String]] = [:]
    var findings: [String] = []
    for result in report.results where result.verdict.level == .warn {
      let finding = "\(result.article.id): \(result.verdict.message)"
      if machines[finding] == nil { findings.append(finding) }
      machines[finding, default: []].append(result.subject ?? "")
    }
    return findings.map { "\($0) (\(Self.list(machines[$0] ?? [])))" }
  }

  /// What a dry run shows, and where it stands among the steps. All was looked at when the plan was made.
  var step: Step {
    let changes = hosts.map { host in
      let own = CheckReport(results: report.results.filter { $0.subject == host.address })
      return PlannedChange.machine(
        host, .unchanged, "Machine", host.address, note: Self.sentence(own))
    }
    return .onMachines(id: "checks", title: "look at the machines", changes) { [report] _ in
      StepResult(.unchanged, message: Self.sentence(report))
    }
  }

  private static func sentence(_ report: CheckReport) -> String {
    let levels: [(CheckLevel, String)] = [
      (.pass, "passed"), (.warn, "warned"), (.fail, "failed"), (.skip, "skipped"),
    ]
    let parts = levels.filter { report.count($0.0) > 0 }.map { "\(report.count($0.0)) \($0.1)" }
    return "checks: \(parts.joined(separator: ", "))"
  }

  private static func list(_ machines: [String]) -> String {
    let more = machines.count > 6 ? " and \(machines.count - 5) more" : ""
    return machines.prefix(more.isEmpty ? 6 : 5).joined(separator: ", ") + more
  }
}
