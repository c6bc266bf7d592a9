import ArgumentParser
import KubernetesClient
import OpenClusterManagement
import Workflows

extension ImportCommand {
  /// The flags lead to clusters beyond one that is named and reached by them.
  var isForMany: Bool {
    source.file != nil || source.selector != nil || source.namesFrom != nil || names.count > 1
      || names == ["-"] || names.isEmpty && contextPattern != nil
  }

  /// What `--cluster-context` matches; nil when it names one context.
  var contextPattern: ContextPattern? { cluster.clusterContext.flatMap(ContextPattern.init) }

  /// What only makes sense for many, and what does not for them.
  func validateMany() throws {
    let ways = [source.file != nil, source.selector != nil, contextPattern != nil, takesNames]
    if ways.count(where: \.self) > 1 {
      throw ValidationError(
        "a fleet file, a selector, names and a pattern of contexts exclude each other")
    }
    if source.selector != nil, !names.isEmpty {
      throw ValidationError("-l and names exclude each other")
    }
    if names.contains("-"), names.count > 1 || source.namesFrom != nil || source.file != nil {
      throw ValidationError("- for names from standard input stands alone")
    }
    if cluster.clusterContext != nil, contextPattern == nil {
      throw ValidationError("--cluster-context is for one cluster, or a pattern such as 'edge-*'")
    }
    if hosting.isGiven {
      throw ValidationError("--hosting-cluster-… is for one cluster at a time")
    }
    if isManual { throw ValidationError("--mode manual for many clusters stands in a fleet file") }
    if source.file != nil { try validateFile() }
    if source.file == nil, result.target != nil {
      throw ValidationError("bundles are made for clusters of a fleet file with mode manual")
    }
    if let retry = source.retryFailed, retry == reporting.events {
      throw ValidationError("--events would overwrite the result that --retry-failed reads")
    }
    try validateComponents()
  }

  private func validateFile() throws {
    let given: [(String, Bool)] = [
      ("--label", !flags.labels.isEmpty), ("--annotation", !flags.annotations.isEmpty),
      ("--clusterset", flags.clusterSet != nil), ("--gate", !flags.gates.isEmpty),
      ("--addon", !flags.addOns.isEmpty), ("--cluster-url", flags.clusterURL != nil),
      ("--cluster-ca-file", flags.clusterCaFile != nil), ("--hub-url", address.hubURL != nil),
      ("--hub-ca-file", address.hubCaFile != nil), ("--hub-ca-pin", address.hubCAPin != nil),
      ("--hub-proxy", address.hubProxy != nil), ("--hub-host-alias", address.hubHostAlias != nil),
      ("--token-ttl", flags.credentialValidity != nil),
      ("--agent-mode", agent.agentMode != .singleton),
      ("--agent-kubeconfig", agent.agentKubeconfig != nil),
      ("--certificate-validity", agent.certificateValidity != nil),
      ("--agent-annotation", !agent.agentAnnotations.isEmpty),
      ("--image-registry", components.registry != ImageSource.publicRegistry),
      ("--image", !components.images.images.isEmpty),
      ("--image-digest", !components.images.digests.isEmpty),
      ("--image-pull-secret", components.imagePullSecret != nil),
      ("--feature-gate", !components.featureGates.isEmpty),
    ]
    if let (flag, _) = given.first(where: \.1) {
      throw ValidationError("\(flag) does not go with -f: what clusters are to be is in the file")
    }
  }

  /// Names were given, in one way or the other, and no file that they choose from.
  private var takesNames: Bool {
    source.file == nil && source.selector == nil && (!names.isEmpty || source.namesFrom != nil)
  }

  /// Imports many.
  func runMany(_ context: CommandContext) async throws -> CommandOutcome {
    let hub = try context.hub(self.hub)
    let finding = ImportMembers(command: self, context: context, hub: hub)
    let found = try await finding.find()
    let run = ManyImport(
      command: self, context: context, hub: hub, fleet: found.fleet, inputs: found.inputs,
      standard: finding.kubeconfig)
    return try await run.run(try await remaining(found.members, context))
  }

  /// Without what an earlier run has done.
  private func remaining(
    _ members: [ImportMember], _ context: CommandContext
  ) async throws -> [ImportMember] {
    guard let path = source.retryFailed else { return members }
    let bytes = try await InputFile.read(
      path, flag: "--retry-failed", orInputOf: context.invocation.streams)
    let last = try LastResult(
      parsing: String(decoding: bytes, as: UTF8.self),
      source: path == "-" ? "standard input" : path)
    let remaining = members.filter { !last.done.contains($0.name) }
    let count = members.count - remaining.count
    context.reporter.note("\(count) of \(members.count) were done before")
    return remaining
  }
}
