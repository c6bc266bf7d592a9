import ArgumentParser
import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement
import Workflows

extension ImportCommand {
  /// What only makes sense with `--mode manual`, and what does not with it.
  func validateManual() throws {
    guard let target = result.target else {
      throw ValidationError(
        "say where the bundle goes: -o DIRECTORY, -o FILE.tar.gz, -o FILE.yaml, or -o -")
    }
    if cluster.isGiven {
      throw ValidationError("--mode manual does not reach the cluster: leave --cluster-… out")
    }
    if target == "-" {
      if manual.wait == true {
        throw ValidationError("--wait needs the bundle in a file, so that it can be carried away")
      }
      if reporting.events == "-" {
        throw ValidationError(
          "--events - would put the credential among the events; name a file with --events")
      }
    }
    if address.probe {
      throw ValidationError("--probe runs a pod on the cluster, which --mode manual does not reach")
    }
    if flags.rejoin {
      throw ValidationError(
        "--rejoin writes to the cluster; for one that is not reached, make a bundle and apply it there"
      )
    }
    if agent.agentMode.isHosted {
      throw ValidationError("a bundle is for an agent on its own cluster, not for a hosted one")
    }
    if manual.offline { try validateOffline() }
  }

  private func validateOffline() throws {
    guard address.hubURL != nil else {
      throw ValidationError("--offline needs --hub-server, the hub's URL")
    }
    guard address.hubCaFile != nil || address.hubCAPin != nil else {
      throw ValidationError("--offline needs --hub-ca-file or --hub-ca-pin")
    }
    if flags.credentialValidity != nil {
      throw ValidationError("--token-ttl is for a credential made at the hub, not with --offline")
    }
    if !flags.labels.isEmpty || !flags.annotations.isEmpty || flags.clusterSet != nil
      || !flags.gates.isEmpty || !flags.addOns.isEmpty
    {
      throw ValidationError(
        "labels, annotations, set, gates and addons are kept on the hub, which --offline does not reach"
      )
    }
  }

  /// Registers the intent on the hub and writes the bundle.
  func runManual(_ context: CommandContext) async throws -> CommandOutcome {
    let target = BundleTarget(result.target ?? "-")
    if manual.offline { return try await runOffline(context, target) }
    let request = ManualImportRequest(
      try request(), target: target, toolVersion: ProgramVersion.current)
    let clusters = Clusters(hub: try context.hub(hub))
    let result = try await context.perform(ManualImport(request), on: clusters, change)
    var outcome = CommandOutcome(
      result, mode: try change.dryRun.mode, names: [ResourceName.cluster(name)],
      sentence: Self.sentence)
    if let stream = result.report?.stream {
      context.reporter.note(Self.sentence(result.report))
      outcome.human = .text(stream)
      outcome.eventDocument = outcome.document
    }
    return outcome
  }

  /// Writes a bundle without asking anybody.
  private func runOffline(
    _ context: CommandContext, _ target: BundleTarget
  ) async throws -> CommandOutcome {
    let bundle = try OfflineBundle(
      try await offlineRequest(context), now: context.invocation.now
    ).bundle()
    let isDry = try !change.dryRun.mode.isPersistent
    if isDry {
      context.reporter.note("dry run: no file is written")
    } else {
      try target.save(bundle)
    }
    let made = MadeBundle(bundle, path: target.path)
    let isStream = target.path == nil && !isDry
    if isStream { context.reporter.note(made.sentence) }
    return CommandOutcome(
      document: made.document, human: .text(isStream ? bundle.stream : made.sentence + "\n"),
      names: [ResourceName.cluster(name)])
  }

  private func offlineRequest(_ context: CommandContext) async throws -> OfflineBundleRequest {
    let server = address.hubURL ?? ""
    let token = try await InputFile.read(
      manual.hubTokenFile ?? "-", flag: "--hub-token-file", orInputOf: context.invocation.streams)
    var request = OfflineBundleRequest(
      name: name, hubServer: server, hubCABundle: try await authorities(server),
      token: Secret(String(decoding: token, as: UTF8.self)),
      toolVersion: ProgramVersion.current)
    request.hubCAPin = address.hubCAPin
    request.allowsLoopback = address.allowLoopback
    request.clusterURL = flags.clusterURL
    request.agent = try agent.settings(components, address)
    return request
  }

  private func authorities(_ server: String) async throws -> [UInt8] {
    if let file = address.hubCaFile { return try InputFile.read(file, flag: "--hub-ca-file") }
    guard let pin = address.hubCAPin else { return [] }
    return try await HubAuthorities(server: server, pin: pin).fetch()
  }

  /// What is said of a cluster that was imported by a bundle.
  static func sentence(_ report: ManualImportReport?) -> String {
    guard let report else { return "" }
    switch report.outcome {
    case .unchanged: return "cluster \(report.name) unchanged: it has joined already"
    case .registered: return "cluster \(report.name) registered"
    case .bundled:
      let until = report.expires.map { ", valid until \(Timestamp.text($0))" } ?? ""
      return "cluster \(report.name) bundled\(report.bundle.map { " in \($0)" } ?? "")\(until)"
    }
  }
}
