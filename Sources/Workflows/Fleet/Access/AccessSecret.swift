import Documents
import FoundationEssentials
public import KubernetesClient
import OpenClusterManagement

/// A Secret on the hub that leads to a cluster: with a key `kubeconfig`, or with `server`, `token` and, if the
/// server's certificate is not publicly known, `caBundle`. Tools of OCM distributions read the same keys.
public struct AccessSecret: Sendable {
  /// The Secret.
  public let reference: ObjectReference
  /// The way to the cluster.
  public let connection: ConnectionConfig
  /// It stays once it has been used.
  public let isKept: Bool

  /// The Secret of the name that OCM distributions look for in a cluster's namespace.
  public static func automatic(of cluster: String) -> ObjectReference {
    ObjectReference(type: .secrets, namespace: cluster, name: Names.Secret.autoImport)
  }

  /// Reads a Secret from the hub; nil when there is none.
  ///
  /// - Parameters:
  ///   - context: the context of its kubeconfig; nil for the current one.
  ///   - environment: where proxies come from.
  /// - Throws: `WorkflowError` when it cannot be read, leads nowhere, or would have this machine run a program or
  ///   read a file: whoever writes Secrets on the hub has no say about that.
  public static func read(
    _ reference: ObjectReference, context: String?, on hub: ClusterAccess,
    environment: [String: String]
  ) async throws(WorkflowError) -> AccessSecret? {
    do {
      let found = try await hub.reader.getIfPresent(
        .secrets, reference.name, namespace: reference.namespace)
      guard let secret = found else { return nil }
      return try AccessSecret(
        secret, reference, context: context, hub: hub, environment: environment)
    } catch {
      throw WorkflowError(reading: hub, error)
    }
  }

  private init(
    _ secret: Value, _ reference: ObjectReference, context: String?, hub: ClusterAccess,
    environment: [String: String]
  ) throws {
    self.reference = reference
    let annotation = Names.Annotation.keepAutoImportSecret
    isKept = secret.at("metadata", "annotations", annotation) != nil
    let unusable = { (reason: String) in
      AccessSecretUnusable(
        secret: reference, reason: reason,
        location: ClusterLocation(side: .hub, connection: hub.connection))
    }
    guard let text = Self.kubeconfig(secret) else {
      throw unusable("it has neither a kubeconfig nor server and token")
    }
    if let reason = try Self.reach(beyond: text) { throw unusable(reason) }
    do {
      connection = try Kubeconfig.fromText(
        text, source: "Secret \(reference.description)", environment: environment
      ).resolve(context: context)
    } catch {
      throw unusable("\(error)")
    }
  }

  private static func kubeconfig(_ secret: Value) -> String? {
    func text(_ key: String) -> String? {
      secret.at("data", key)?.string.flatMap { Data(base64Encoded: $0) }
        .map { String(decoding: $0, as: UTF8.self) }.flatMap { $0.isEmpty ? nil : $0 }
    }
    if let kubeconfig = text("kubeconfig") { return kubeconfig }
    guard let server = text("server"), let token = text("token") else { return nil }
    var cluster: Value = ["server": .string(server)]
    cluster["certificate-authority-data"] = text("caBundle").map {
      .string(Data($0.utf8).base64EncodedString())
    }
    let name: Value = "cluster"
    return JSON.text([
      "apiVersion": "v1", "kind": "Config", "current-context": name,
      "contexts": [["name": name, "context": ["cluster": name, "user": name]]],
      "clusters": [["name": name, "cluster": cluster]],
      "users": [["name": name, "user": ["token": .string(token)]]],
    ])
  }

  /// Why a kubeconfig must not be used; nil when it keeps to itself.
  private static func reach(beyond text: String) throws -> String? {
    let document = try YAML.decode(text)
    let users = (document["users"]?.array ?? []).compactMap { $0["user"]?.object }
    let clusters = (document["clusters"]?.array ?? []).compactMap { $0["cluster"]?.object }
    let programs = ["exec", "auth-provider"]
    let files = ["tokenFile", "client-certificate", "client-key", "certificate-authority"]
    for members in users + clusters {
      if let key = programs.first(where: { members[$0] != nil }) {
        return "its kubeconfig would run a program of this machine (\(key))"
      }
      if let key = files.first(where: { members[$0] != nil }) {
        return "its kubeconfig would read a file of this machine (\(key))"
      }
    }
    return nil
  }
}

/// A Secret that was to lead to a cluster does not.
struct AccessSecretUnusable: WorkflowFailure {
  let secret: ObjectReference
  let reason: String
  let location: ClusterLocation?

  var id: ErrorID { .noManagedCluster }
  var category: ExitCategory { .failed }
  var what: String { "\(secret) does not lead to a cluster" }
  var why: String? { reason }
  var next: [String] {
    ["it needs a key kubeconfig with everything in it, or server, token and caBundle"]
  }
}

/// No way to a cluster was given, and the hub has none.
public struct NoWayToCluster: WorkflowFailure {
  let cluster: String
  let looked: String

  /// Says where a way to the cluster was looked for.
  public init(cluster: String, looked: String) {
    self.cluster = cluster
    self.looked = looked
  }

  /// `import.no-managed-cluster`.
  public var id: ErrorID { .noManagedCluster }
  /// Refused: nothing was tried.
  public var category: ExitCategory { .refused }
  /// What is missing.
  public var what: String { "there is no way to \(cluster)" }
  /// Where it was looked for.
  public var why: String? { looked }
  /// How to give one.
  public var next: [String] {
    [
      "name it with --cluster-kubeconfig and --cluster-context",
      "or put its kubeconfig into Secret \(Names.Secret.autoImport) in namespace \(cluster) of the hub",
    ]
  }
}
