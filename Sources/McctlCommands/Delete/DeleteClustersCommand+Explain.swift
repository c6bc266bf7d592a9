import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement
import Terminal
import Workflows

extension DeleteClustersCommand {
  /// `--explain`: says what holds the deletion back, and changes nothing.
  func runExplain(_ context: CommandContext, _ hub: ClusterAccess) async throws -> CommandOutcome {
    var managed = try context.managedCluster(cluster, self.hub)
    if managed == nil { managed = try await managedCluster(of: names[0], context, hub) }
    let findings = try await DeletionExplanation(
      name: names[0], now: context.invocation.now
    ).findings(on: Clusters(hub: hub, managed: managed))
    let now = context.invocation.now()
    context.reporter.note(
      Self.headline(
        names[0], isDeleted: findings.deletionTimestamp != nil,
        isHeld: !findings.blockers.isEmpty))
    let lines = findings.blockers.map { Self.line($0, now) + "\n" }
    var document = ListDocument.of(findings.blockers.map(\.document))
    document["deletionTimestamp"] = findings.deletionTimestamp.map {
      .string(Timestamp.text($0))
    }
    return CommandOutcome(
      document: document, human: .text(lines.joined()),
      names: findings.blockers.map(\.object))
  }

  /// Whether the deletion has begun, and whether anything is in its way.
  private static func headline(_ name: String, isDeleted: Bool, isHeld: Bool) -> String {
    switch (isDeleted, isHeld) {
    case (true, true): "\(name) is being deleted, and this holds it back:"
    case (true, false): "\(name) is being deleted, and nothing holds it back"
    case (false, true): "\(name) is not being deleted; this would hold it back:"
    case (false, false): "\(name) is not being deleted, and nothing would hold it back"
    }
  }

  /// What, since when, who can clear it, and the command, in one line.
  private static func line(_ blocker: DeletionBlocker, _ now: Date) -> String {
    let age = blocker.since.map {
      " for \(ElapsedTime.text(.seconds(Int(max(0, now.timeIntervalSince($0))))))"
    }
    return
      "\(blocker.object) \(blocker.reason)\(age ?? ""); \(blocker.who) can clear it: \(blocker.command)"
      .singleLine
  }

  /// `--detach`: stops managing, and keeps the records.
  func runDetach(_ context: CommandContext, _ hub: ClusterAccess) async throws -> CommandOutcome {
    let clusters = Clusters(hub: hub)
    context.announce(clusters)
    let found = try await DeletionMembers(command: self, context: context, hub: hub).find()
    return try await context.each(found.members.map(\.name), many, try context.runner(change)) {
      name, runner in
      let result = try await runner.run(
        DetachCluster(name: name, waits: waiting.wait), on: clusters)
      return CommandOutcome(
        result, mode: runner.mode, names: [ResourceName.cluster(name)],
        sentence: { report in
          report.isUnchanged
            ? "cluster \(name) unchanged: it is detached already"
            : "cluster \(name) detached; import it again to undo that"
        })
    }
  }
}
