import Foundation
import Testing

/// The credentials that a fleet file names, from the environment, from files and from the hub, are used and
/// never shown.
@Suite("Secrets of fleets", .serialized, .clusters(1, flags: ["--hub-prepared"]))
struct FleetSecretStories {
  let clusters: Clusters

  init() throws {
    clusters = try .required()
  }

  @Test("A kubeconfig in the environment, one in a Secret on the hub, and a pull secret in a file")
  func imported() async throws {
    let planted = try await plant()
    for (entry, environment) in [
      ("kubeconfig: '${EDGE_KUBECONFIG}'", ["EDGE_KUBECONFIG": planted.kubeconfig]),
      ("kubeconfigSecret: {namespace: \(planted.namespace), name: access}", [:]),
    ] {
      let name = Story.clusterName()
      let fleet = try fleet("{name: \(name), \(entry)}", pullSecret: true)
      for words in [
        ["import", "-f", fleet, "--dry-run=diff"], ["import", "-f", fleet, "--dry-run=server"],
        ["import", "-f", fleet], ["diff", "-f", fleet], ["import", "-f", fleet],
      ] {
        let outcome = try await check(words, environment, planted.watch)
        let isPlan = words.contains("--dry-run=diff")
        #expect(outcome.status == (isPlan ? 2 : 0), "\(outcome)")
      }
      let deleted = try await clusters.mcctl(Story.deleting(name, clusters.first))
      #expect(deleted.status == 0, "\(deleted)")
    }
    let removed = try await clusters.kubectl(
      clusters.hub, "delete", "namespace", planted.namespace, "--wait=false")
    #expect(removed.status == 0, "\(removed)")
  }

  @Test("What cannot be read is refused without what stands in it")
  func refused() async throws {
    let secret = "planted-\(UUID().uuidString)"
    let watch = SecretWatch(secrets: ["planted": secret])
    let name = Story.clusterName()
    for (entry, value) in [
      ("kubeconfig: '${EDGE_KUBECONFIG}'", "users: [{user: {token: \(secret)}"),
      ("kubeconfig: '${EDGE_KUBECONFIG}'", "\(secret)"),
      ("kubeconfig: '${EDGE_KUBECONFIG}'", "{apiVersion: v1, kind: Config, users: \(secret)}"),
      ("mode: manual, token: '${EDGE_KUBECONFIG}'", "two words \(secret)"),
      ("mode: manual, token: \(secret)", ""),
      ("kubeconfig: \(secret)", ""),
    ] {
      let fleet = try fleet("{name: \(name), \(entry)}")
      let command =
        entry.contains("manual")
        ? ["bundle", "create", "-f", fleet, "--bundle", "bundles", "--offline"]
        : ["import", "-f", fleet]
      let outcome = try await check(command, ["EDGE_KUBECONFIG": value], watch)
      #expect(outcome.status != 0, "\(entry): \(outcome)")
      #expect(outcome.stderr.contains("\"error\""), "\(outcome)")
      #expect(!outcome.stderr.contains("say where"), "\(outcome)")
    }
  }

  @Test("Tokens for bundles that are made without a hub")
  func bundled() async throws {
    let secret = "abcdef.\(UUID().uuidString.lowercased().filter { $0 != "-" }.prefix(16))"
    let fleet = try fleet("{name: edge-1, mode: manual, token: '${EDGE_TOKEN}'}", pullSecret: true)
    let watch = SecretWatch(secrets: ["token": secret, "pull secret": Self.password])
    let outcome = try await check(
      ["bundle", "create", "-f", fleet, "--bundle", "made", "--offline"], ["EDGE_TOKEN": secret],
      watch)
    #expect(outcome.status == 0, "\(outcome)")
    let made = clusters.folder.appending(path: "made/edge-1")
    var holders: Set<String> = []
    for file in FileManager.default.enumerator(atPath: made.path)?.compactMap({ $0 as? String })
      ?? []
    {
      let text = (try? String(contentsOf: made.appending(path: file), encoding: .utf8)) ?? ""
      let decoded = text.matches(of: /[A-Za-z0-9+\/=]{40,}/).compactMap {
        Data(base64Encoded: String($0.0)).map { String(decoding: $0, as: UTF8.self) }
      }
      if ([text] + decoded).contains(where: { !watch.found(in: $0).isEmpty }) {
        holders.insert(file)
      }
    }
    #expect(holders == ["manifests/03-secrets.yaml"])
  }

  private static let password = "planted-password-\(UUID().uuidString)"

  /// A fleet file of one cluster.
  private func fleet(_ cluster: String, pullSecret: Bool = false) throws -> String {
    _ = try clusters.file(
      "fleet-pull.json",
      #"{"auths":{"registry.example":{"username":"u","password":"\#(Self.password)"}}}"#)
    let agent = pullSecret ? "\n    agent: {imagePullSecret: {file: fleet-pull.json}}" : ""
    return try clusters.file(
      "fleet.yaml",
      """
      apiVersion: mcctl.dev/v1
      kind: Fleet
      spec:
        hub: {url: "\(hubURL)", caFile: hub-ca.crt, allowLoopback: true}
        defaults:
          labels: {region: north}\(agent)
        clusters:
        - \(cluster)
      """)
  }

  private var hubURL: String {
    get throws {
      let text = try String(contentsOfFile: clusters.hub, encoding: .utf8)
      return String(try #require(text.firstMatch(of: /https:\/\/[0-9.:]+/)).0)
    }
  }

  /// Runs a command loudly, and looks for secrets in all that it shows and in all command lines.
  private func check(
    _ words: [String], _ environment: [String: String], _ watch: SecretWatch
  ) async throws -> Outcome {
    _ = try await clusters.authority(clusters.hub, "hub")
    let events = clusters.folder.appending(path: "fleet-events.jsonl")
    let loud = words.first == "diff" ? ["-v8"] : ["-v8", "-o", "json", "--events", events.path]
    let (outcome, seen) = try await watch.whileWatchingProcesses { [clusters] in
      try await clusters.mcctl(words + loud, environment: environment)
    }
    #expect(seen == [])
    let told = (try? String(contentsOf: events, encoding: .utf8)) ?? ""
    for output in [outcome.stdout, outcome.stderr, told] {
      #expect(watch.found(in: output) == [], "\(output.suffix(3000))")
    }
    return outcome
  }

  private struct Planted {
    let kubeconfig: String
    let namespace: String
    let watch: SecretWatch
  }

  /// The managed cluster's kubeconfig as text, and another for the same cluster in a Secret on the hub.
  private func plant() async throws -> Planted {
    let name = Story.clusterName()
    let account = try await clusters.kubectl(
      clusters.first, "create", "serviceaccount", name, "-n", "default")
    try #require(account.status == 0, "\(account)")
    let binding = try await clusters.kubectl(
      clusters.first, "create", "clusterrolebinding", name, "--clusterrole=cluster-admin",
      "--serviceaccount=default:\(name)")
    try #require(binding.status == 0, "\(binding)")
    let token = try await clusters.kubectl(clusters.first, "create", "token", name, "-n", "default")
    try #require(token.status == 0, "\(token)")
    let secret = token.stdout.trimmingCharacters(in: .whitespacesAndNewlines)
    let draft = try await KubeconfigDraft(of: clusters.first, clusters: clusters)
    let authority = try #require(draft.cluster["certificate-authority-data"] as? String)
    let manifest = """
      apiVersion: v1
      kind: Namespace
      metadata: {name: \(name)}
      ---
      apiVersion: v1
      kind: Secret
      metadata: {name: access, namespace: \(name)}
      data: {caBundle: \(authority)}
      stringData: {server: "\(draft.server)", token: \(secret)}
      """
    let applied = try await clusters.kubectl(
      clusters.hub, "apply", "--server-side", "-f", "-", input: manifest)
    try #require(applied.status == 0, "\(applied)")
    let kubeconfig = try String(
      contentsOfFile: draft.write("planted-edge", in: clusters.folder), encoding: .utf8)
    let key = try #require(draft.user["client-key-data"] as? String, "\(draft.user.keys)")
    return Planted(
      kubeconfig: kubeconfig, namespace: name,
      watch: SecretWatch(secrets: ["key": key, "token": secret, "pull secret": Self.password]))
  }
}
