import Documents
import Foundation
import Testing

@testable import KubernetesClient

@Suite struct LoadingTests {
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
  }

  private func load(
    explicit: String? = nil, _ list: String? = nil, pod: ServiceAccountMount? = nil,
    environment: [String: String] = [:]
  ) throws -> Kubeconfig {
    var environment = environment
    environment["KUBECONFIG"] = list
    return try Kubeconfig.load(
      explicitPath: explicit, environment: environment, homeDirectory: directory.path,
      pod: pod ?? ServiceAccountMount(directory: "\(directory.path)/nothing"))
  }

  /// A file that names cluster, user and context `name`, and sets things that only it sets.
  private func write(_ name: String, server: String, current: Bool = true) throws -> String {
    let text = kubeconfig(
      cluster: "{server: \"https://\(server)\"}", user: "{token: of-\(server)}",
      context: "{cluster: c, user: u, namespace: in-\(server)}")
    let lines = text.split(separator: "\n").filter { current || !$0.hasPrefix("current") }
    return try directory.write(lines.joined(separator: "\n"), to: name)
  }

  @Test func homeDirectory() throws {
    try directory.write(kubeconfig(), to: ".kube/config")
    let config = try load()
    #expect(config.contexts == ["x"])
    #expect(config.sources == ["\(directory.path)/.kube/config"])
    #expect(try load("").contexts == ["x"])
  }

  @Test func firstFileCountsForEveryEntryAsAWhole() throws {
    let first = try write("1", server: "one", current: false)
    let second = try write("2", server: "two")
    let third = try directory.write(
      kubeconfig(user: "{username: extra, password: p}").replacing(": x", with: ": third"), to: "3")
    let config = try load("\(first):\(directory.path)/missing::\(second):\(third)")
    #expect(config.currentContext == "x")
    #expect(config.contexts == ["third", "x"])
    #expect(config.sources == [first, second, third])
    let resolved = try config.resolve()
    #expect(resolved.server == "https://one")
    #expect(resolved.credential == .token(Secret("of-one")))
    #expect(resolved.namespace == "in-one")
    #expect(resolved.source == first)
    #expect(try config.resolve(context: "third").server == "https://one")
  }

  /// What kubectl makes of the same files.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/kubectl")))
  func mergedAsKubectlDoes() throws {
    let first = try write("1", server: "one", current: false)
    let second = try write("2", server: "two")
    let third = try directory.write(
      """
      current-context: z
      clusters: [{name: d, cluster: {server: "https://d", certificate-authority: sub/ca.crt}}]
      users: [{name: v, user: {tokenFile: ./token, client-key: ../k}}]
      contexts: [{name: z, context: {cluster: d, user: v}}, {name: x, context: {cluster: d}}]
      """, to: "deep/3")
    let list = [third, "\(directory.path)/none", second, first].joined(separator: ":")
    let output = try run(
      "/usr/bin/kubectl", ["config", "view", "--raw", "-o", "json"], ["KUBECONFIG": list])
    let theirs = try JSON.decode(output)
    let ours = try load(list)
    #expect(ours.currentContext == theirs["current-context"]?.string)
    #expect(ours.contexts == names(theirs, "contexts"))
    #expect(ours.clusters.keys.sorted() == names(theirs, "clusters"))
    #expect(ours.users.keys.sorted() == names(theirs, "users"))
    for context in theirs["contexts"]?.array ?? [] {
      let entry = ours.contextEntries[context["name"]?.string ?? ""]
      #expect(entry?.cluster == context.at("context", "cluster")?.string)
      #expect(entry?.namespace == context.at("context", "namespace")?.string)
    }
    for user in theirs["users"]?.array ?? [] {
      let entry = ours.users[user["name"]?.string ?? ""]
      #expect(entry?.token?.revealed == user.at("user", "token")?.string)
      #expect(normal(entry?.tokenFile) == inThird(user.at("user", "tokenFile")?.string))
      #expect(normal(entry?.clientKeyPath) == inThird(user.at("user", "client-key")?.string))
    }
    for cluster in theirs["clusters"]?.array ?? [] {
      let entry = ours.clusters[cluster["name"]?.string ?? ""]
      #expect(entry?.server == cluster.at("cluster", "server")?.string)
      #expect(
        normal(entry?.certificateAuthorityPath)
          == inThird(cluster.at("cluster", "certificate-authority")?.string))
    }
  }

  private func names(_ document: Value, _ list: String) -> [String] {
    (document[list]?.array ?? []).compactMap { $0["name"]?.string }.sorted()
  }

  private func normal(_ path: String?) -> String? {
    path.map { URL(filePath: $0).standardizedFileURL.path }
  }

  /// What a path in the third file leads to: kubectl shows paths relative to the file they are from.
  private func inThird(_ path: String?) -> String? {
    normal(path.map { "\(directory.path)/deep/\($0)" })
  }

  private func run(
    _ program: String, _ arguments: [String], _ environment: [String: String]
  ) throws -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardOutput = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  @Test func explicitFileAlone() throws {
    let first = try write("1", server: "one")
    let second = try write("2", server: "two")
    #expect(try load(explicit: second, first).resolve().server == "https://two")
  }

  @Test func explicitFileMustExist() throws {
    let path = "\(directory.path)/none"
    #expect(
      kubeconfigError { try load(explicit: path) } == "the kubeconfig \(path) does not exist")
  }

  @Test func nothingAnywhere() throws {
    let empty = try directory.write("# nothing yet\n", to: "empty")
    let none = "\(directory.path)/none"
    #expect(
      kubeconfigError { try load("\(none):\(empty)") }
        == "there is no kubeconfig: \(none), \(empty) do not exist or are empty")
    #expect(
      kubeconfigError { try load(explicit: empty) }
        == "\(empty): it has no clusters, users and contexts")
  }

  @Test func unreadableFiles() throws {
    try directory.write("x", to: "folder/x")
    let folder = "\(directory.path)/folder"
    #expect(
      kubeconfigError { try load(explicit: folder) }
        == "the kubeconfig \(folder) cannot be read: is a directory")
    #expect(
      kubeconfigError { try load("\(folder)/x/config") }.hasSuffix(
        "cannot be read: not a directory")
    )
  }

  @Test func endlessFile() {
    #expect(
      kubeconfigError { try load(explicit: "/dev/zero") }
        == "the kubeconfig /dev/zero cannot be read: it has more than 16777216 bytes")
  }

  @Test func oneBadFileOfAListIsAnError() throws {
    let good = try write("1", server: "one")
    let bad = try directory.write("clusters: [", to: "2")
    #expect(kubeconfigError { try load("\(good):\(bad)") }.hasPrefix("\(bad):"))
  }

  @Test func jsonIsYAML() throws {
    let text = JSON.text(try YAML.decode(kubeconfig(user: "{token: t}")))
    let path = try directory.write(text, to: "config.json")
    #expect(try load(explicit: path).resolve().credential == .token(Secret("t")))
  }

  /// As a shell's `--kubeconfig <(…)` gives it.
  @Test func pipe() throws {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data(kubeconfig().utf8))
    try pipe.fileHandleForWriting.close()
    let path = "/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)"
    #expect(try load(explicit: path).contexts == ["x"])
  }

  @Test func pod() throws {
    try directory.write("tok\n", to: "sa/token")
    try directory.write("CA", to: "sa/ca.crt")
    try directory.write("agents\n", to: "sa/namespace")
    let mount = ServiceAccountMount(directory: "\(directory.path)/sa")
    let variables = ["KUBERNETES_SERVICE_HOST": "fd00::1", "KUBERNETES_SERVICE_PORT": "443"]
    let config = try load(pod: mount, environment: variables)
    #expect(config.contexts == ["in-cluster"])
    let resolved = try config.resolve(overrides: ConnectionOverrides(impersonatedUser: "alice"))
    #expect(resolved.server == "https://[fd00::1]:443")
    #expect(resolved.credential == .tokenFile(path: "\(directory.path)/sa/token", fallback: nil))
    #expect(resolved.tls.caBundle == Array("CA".utf8))
    #expect(resolved.namespace == "agents")
    #expect(resolved.impersonation?.user == "alice")
    #expect(
      kubeconfigError { try config.resolve(context: "prod") }
        == "there is no context \"prod\"; the contexts are in-cluster")
    // A kubeconfig comes before the Pod's own account.
    try directory.write(kubeconfig(), to: ".kube/config")
    #expect(try load(pod: mount, environment: variables).contexts == ["x"])
  }

  @Test func outsideAPodItsAccountIsOfNoUse() throws {
    try directory.write("tok", to: "sa/token")
    let mount = ServiceAccountMount(directory: "\(directory.path)/sa")
    #expect(kubeconfigError { try load(pod: mount) }.hasPrefix("there is no kubeconfig"))
  }
}
