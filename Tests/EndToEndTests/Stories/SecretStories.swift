import Foundation
import Synchronization
import Testing

/// Credentials are sent where they belong and shown nowhere.
@Suite("Secrets", .serialized, .clusters(1, flags: ["--hub-prepared"]))
struct SecretStories {
  let clusters: Clusters

  init() throws {
    clusters = try .required()
  }

  @Test("At the highest verbosity no credential is in any output, event, command line or file")
  func nowhere() async throws {
    let name = Story.clusterName()
    let planted = try await plant()
    let filesBefore = try files()
    let importing =
      Story.importing(name, planted.managed) + [
        "--kubeconfig", planted.hub, "--image-pull-secret", planted.pullSecret, "--keep-credential",
      ]
    let loud = ["-v8", "-o", "json", "--events", "events.jsonl"]
    for words in [
      importing + ["--dry-run=diff"] + loud, importing + ["--dry-run=server"] + loud,
      importing + loud, ["status", name, "--kubeconfig", planted.hub] + loud,
      ["status", "--as", "nobody", "--kubeconfig", planted.hub] + loud,
    ] {
      try await check(words, planted.watch)
    }
    let minted = try await mintedToken()
    try await check(importing + ["--rejoin"] + loud, planted.watch)
    let again = try await mintedToken()
    #expect(again != minted)
    let deleting = Story.deleting(name, planted.managed) + ["--kubeconfig", planted.hub]
    let watch = SecretWatch(
      secrets: planted.watch.secrets.merging(
        ["minted token": minted, "rejoin token": again]) { $1 })
    for output in outputs.all { #expect(watch.found(in: output) == [], "\(output.suffix(2000))") }
    try await check(deleting + loud, watch)
    #expect(try files().subtracting(filesBefore) == ["events.jsonl"])
  }

  @Test("A bundle's credential is in its manifests and nowhere else")
  func inABundle() async throws {
    let name = Story.clusterName()
    let loud = ["-v8", "--events", "bundle.jsonl"]
    var outputs: [String] = []
    let made = try await clusters.mcctl(
      ["import", name, "--mode", "manual", "-o", name, "--allow-loopback"] + loud)
    try #require(made.status == 0, "\(made)")
    outputs += [made.stdout, made.stderr]
    let folder = clusters.folder.appending(path: name)
    let token = try #require(try bundledToken(folder), "no token is in the bundle")
    let watch = SecretWatch(secrets: ["token": token])
    for words in [["bundle", "inspect", name], ["bundle", "verify", name], ["token", "list"]] {
      let (outcome, seen) = try await watch.whileWatchingProcesses { [clusters] in
        try await clusters.mcctl(words + loud)
      }
      #expect(outcome.status == 0, "\(outcome)")
      #expect(seen == [])
      outputs += [outcome.stdout, outcome.stderr]
    }
    let events = clusters.folder.appending(path: "bundle.jsonl")
    outputs.append(try String(contentsOf: events, encoding: .utf8))
    for output in outputs { #expect(watch.found(in: output) == [], "\(output.suffix(2000))") }
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where !file.hasSuffix(".yaml") {
      let path = folder.appending(path: file)
      #expect(
        watch.found(in: (try? String(contentsOf: path, encoding: .utf8)) ?? "") == [], "\(file)")
    }
    let revoked = try await clusters.mcctl("token", "revoke", name)
    #expect(revoked.status == 0, "\(revoked)")
  }

  /// The token in the bootstrap kubeconfig of a bundle's manifests, which files below the folder hold.
  private func bundledToken(_ folder: URL) throws -> String? {
    let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    for file in files ?? [] where file.hasSuffix(".yaml") {
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      for match in text.matches(of: /[A-Za-z0-9+\/=]{200,}/) {
        guard let data = Data(base64Encoded: String(match.0)) else { continue }
        let kubeconfig = String(decoding: data, as: UTF8.self)
        if let token = kubeconfig.firstMatch(of: /eyJ[A-Za-z0-9_.-]+/) { return String(token.0) }
      }
    }
    return nil
  }

  @Test(
    "A token that is asked for goes to standard output alone",
    arguments: ["service-account", "bootstrap-token"])
  func askedFor(type: String) async throws {
    let name = Story.clusterName()
    let created = try await clusters.mcctl(
      "token", "create", name, "--type", type, "-v8", "--events", "token.jsonl", "-o",
      "jsonpath={.token}")
    #expect(created.status == 0 && !created.stdout.isEmpty, "\(created)")
    let watch = SecretWatch(secrets: ["token": created.stdout])
    let events = clusters.folder.appending(path: "token.jsonl")
    #expect(watch.found(in: created.stderr) == [])
    #expect(watch.found(in: try String(contentsOf: events, encoding: .utf8)) == [])
    let listed = try await clusters.mcctl("token", "list", "-o", "json", "-v8")
    #expect(listed.status == 0 && watch.found(in: listed.stdout + listed.stderr) == [])
    let revoked = try await clusters.mcctl("token", "revoke", name)
    #expect(revoked.status == 0, "\(revoked)")
  }

  /// What all runs of the story have printed.
  private let outputs = Outputs()

  private func check(_ words: [String], _ watch: SecretWatch) async throws {
    let (outcome, seen) = try await watch.whileWatchingProcesses { [clusters] in
      try await clusters.mcctl(words)
    }
    let isRefusal = words.contains("nobody")
    #expect(isRefusal ? outcome.status == 4 : [0, 2].contains(outcome.status), "\(outcome)")
    #expect(outcome.stderr.contains("/api"), "the run was not loud: \(outcome)")
    #expect(seen == [])
    let events = clusters.folder.appending(path: "events.jsonl")
    for output in [outcome.stdout, outcome.stderr, try String(contentsOf: events, encoding: .utf8)]
    {
      #expect(watch.found(in: output) == [])
      outputs.add(output)
    }
  }

  /// Kubeconfigs and files with credentials that are known to the story.
  private struct Planted {
    let hub: String
    let managed: String
    let pullSecret: String
    let watch: SecretWatch
  }

  private func plant() async throws -> Planted {
    let token = try await administratorToken()
    var hub = try await KubeconfigDraft(of: clusters.hub, clusters: clusters)
    // The token comes out of a program, which is how it is with cloud providers.
    let answer = """
      {"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential",\
      "status":{"token":"\(token)"}}
      """
    let file = try clusters.file("credential.json", answer)
    hub.user = [
      "exec": [
        "apiVersion": "client.authentication.k8s.io/v1", "command": "cat", "args": [file],
        "interactiveMode": "Never",
      ]
    ]
    let managed = try await KubeconfigDraft(of: clusters.first, clusters: clusters)
    let password = "planted-password-\(UUID().uuidString)"
    let pullSecret = #"{"auths":{"registry.example":{"username":"u","password":"\#(password)"}}}"#
    var secrets = ["hub token": token, "pull secret": password]
    for field in ["client-key-data", "token"] {
      secrets["managed \(field)"] = managed.user[field] as? String
    }
    let watch = SecretWatch(secrets: secrets)
    #expect(watch.found(in: answer) == ["hub token"])
    return Planted(
      hub: try hub.write("planted-hub", in: clusters.folder),
      managed: try managed.write("planted-managed", in: clusters.folder),
      pullSecret: try clusters.file("pull.json", pullSecret),
      watch: watch)
  }

  private func administratorToken() async throws -> String {
    let name = Story.clusterName()
    let account = ["create", "serviceaccount", name, "-n", "default"]
    let binding = [
      "create", "clusterrolebinding", name, "--clusterrole=cluster-admin",
      "--serviceaccount=default:\(name)",
    ]
    for words in [account, binding, ["create", "token", name, "-n", "default"]] {
      let outcome = try await Program.run(
        "kubectl", ["--kubeconfig", clusters.hub] + words,
        environment: ["HOME": clusters.folder.path])
      try #require(outcome.status == 0, "\(outcome)")
      if words[1] == "token" {
        return outcome.stdout.trimmingCharacters(in: .whitespacesAndNewlines)
      }
    }
    return ""
  }

  /// The token with which the agent asked to join.
  private func mintedToken() async throws -> String {
    let outcome = try await clusters.kubectl(
      clusters.first, "get", "secret", "bootstrap-hub-kubeconfig", "-n",
      "open-cluster-management-agent", "-o", "jsonpath={.data.kubeconfig}")
    let kubeconfig = try #require(Data(base64Encoded: outcome.stdout), "\(outcome)")
    let text = String(decoding: kubeconfig, as: UTF8.self)
    return String(try #require(text.firstMatch(of: /eyJ[A-Za-z0-9_.-]+/), "no token is in it").0)
  }

  private func files() throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: clusters.folder.path))
  }
}

/// Texts that are gathered in the course of a story.
private final class Outputs: Sendable {
  private let texts = Mutex<[String]>([])

  var all: [String] { texts.withLock { $0 } }

  func add(_ text: String) { texts.withLock { $0.append(text) } }
}
