import FoundationEssentials
import KubernetesClient
import OpenClusterManagement
import Workflows

/// Finds out which clusters an import of many is about. All that can be known to be wrong is refused before any of them
/// is touched.
struct ImportMembers: Sendable {
  let command: ImportCommand
  let context: CommandContext
  let hub: ClusterAccess
  /// Where contexts of clusters are looked for; or why they cannot be.
  let kubeconfig: Result<Kubeconfig, any Error>

  /// What was found.
  struct Found: Sendable {
    var members: [ImportMember]
    var fleet: Fleet?
    var inputs: FleetInputs
  }

  init(command: ImportCommand, context: CommandContext, hub: ClusterAccess) {
    self.command = command
    self.context = context
    self.hub = hub
    let path = command.cluster.clusterKubeconfig ?? command.hub.kubeconfig
    kubeconfig = Result { try context.kubeconfig(path) }
  }

  func find() async throws -> Found {
    let source = command.source
    let here = FleetInputs(folder: ".", environment: context.invocation.environment)
    if let file = source.file { return try await fromFile(file) }
    if let selector = source.selector {
      let names = try await WaitingClusters(selector: selector).names(on: hub)
      return Found(members: names.map { ImportMember(name: $0, source: .record) }, inputs: here)
    }
    if let pattern = command.contextPattern {
      return Found(members: try contexts(pattern), inputs: here)
    }
    let names = try await names()
    return Found(members: names.map { ImportMember(name: $0, source: .name) }, inputs: here)
  }

  private func fromFile(_ file: String) async throws -> Found {
    let opened = try await FleetFile(file, context)
    var clusters = opened.fleet.clusters
    let wanted = Set(command.names + (try await namesFromFile()))
    if !wanted.isEmpty {
      let known = Set(clusters.map(\.name))
      if let unknown = wanted.subtracting(known).min() {
        throw UserFacingError(
          .usage, status: .usage, what: "the fleet has no cluster \(unknown)",
          location: .file(opened.source))
      }
      clusters = clusters.filter { wanted.contains($0.name) }
    }
    if let lost = clusters.first(where: { $0.mode == .auto && !$0.hasAccess }) {
      throw UserFacingError(
        id: ErrorID.fleetInput.rawValue, status: .usage,
        what: "the fleet does not say how cluster \(lost.name) is reached",
        location: .file(opened.source),
        next: ["give it kubeconfig, context or kubeconfigSecret, or mode: manual"])
    }
    if command.result.target == nil, let manual = clusters.first(where: { $0.mode == .manual }) {
      throw UserFacingError(
        .usage, status: .usage,
        what: "cluster \(manual.name) has mode manual, and it is not said where bundles go",
        location: .file(opened.source), next: ["name a directory with --bundle"])
    }
    return Found(
      members: clusters.map { ImportMember(name: $0.name, source: .file($0)) },
      fleet: opened.fleet, inputs: opened.inputs)
  }

  /// Clusters by the contexts that match, except the hub's own.
  private func contexts(_ pattern: ContextPattern) throws -> [ImportMember] {
    let kubeconfig = try kubeconfig.get()
    let hubContext = hub.connection.contextName
    let matching = kubeconfig.contexts.filter { pattern.matches($0) && $0 != hubContext }
    guard !matching.isEmpty else {
      throw UserFacingError(
        id: CommandErrorID.kubeconfigUnknownContext.rawValue, status: .usage,
        what: "no context matches \(command.cluster.clusterContext ?? "")",
        why: "the contexts are \(kubeconfig.contexts.joined(separator: ", "))")
    }
    for name in matching {
      do throws(ClusterNameError) {
        try ClusterName.validate(name)
      } catch {
        var failure = UserFacingError(mapping: error)
        failure.what = "context \(name) is no name for a cluster"
        failure.why = error.description
        failure.next = [
          "import it by itself: mcctl import NAME --cluster-context '\(name)'",
          "or rename it: kubectl config rename-context '\(name)' NAME",
        ]
        throw failure
      }
    }
    return matching.map { ImportMember(name: $0, source: .context($0)) }
  }

  private func names() async throws -> [String] {
    if command.names == ["-"] { return try await read("-", flag: "NAME") }
    var seen: Set<String> = []
    let all = command.names + (try await namesFromFile())
    for name in all { try ClusterName.validate(name) }
    guard !all.isEmpty else {
      throw UserFacingError(.usage, status: .usage, what: "there are no names to import")
    }
    return all.filter { seen.insert($0).inserted }
  }

  private func namesFromFile() async throws -> [String] {
    guard let path = command.source.namesFrom else { return [] }
    return try await read(path, flag: "--names-from")
  }

  /// Names one a line; empty lines and what follows `#` do not count.
  private func read(_ path: String, flag: String) async throws -> [String] {
    let bytes = try await InputFile.read(
      path, flag: flag, orInputOf: context.invocation.streams)
    let source = path == "-" ? "standard input" : path
    var names: [String] = []
    for (index, line) in String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).enumerated() {
      let text = line.prefix { $0 != "#" }.filter { !$0.isWhitespace }
      guard !text.isEmpty, !names.contains(text) else { continue }
      do throws(ClusterNameError) {
        try ClusterName.validate(text)
      } catch {
        var failure = UserFacingError(mapping: error)
        failure.location = .file("\(source):\(index + 1)")
        throw failure
      }
      names.append(text)
    }
    guard !names.isEmpty else {
      throw UserFacingError(
        .usage, status: .usage, what: "there are no names to import", location: .file(source))
    }
    return names
  }
}
