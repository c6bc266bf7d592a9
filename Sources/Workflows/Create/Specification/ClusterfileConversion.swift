public import Documents
import Sealer

/// A Clusterfile of sealer's as a document of kind Cluster. What sealer's own reader would drop is refused.
public struct ClusterfileConversion: Sendable {
  /// The document of kind Cluster.
  public let document: Value
  /// Passwords that stand in the Clusterfile, by the variables that the document names them by. They are for this
  /// process alone.
  public let secrets: [String: String]

  /// Reads a Clusterfile.
  ///
  /// - Throws: `DocumentError` with line and column for documents and members that sealer does not read.
  public init(parsing bytes: [UInt8], source: String, name: String) throws(DocumentError) {
    let text = String(decoding: bytes, as: UTF8.self)
    let documents = try YAML.locatedDocuments(text, source: source)
    for document in documents { try ClusterfileCheck(document).check(allowsCluster: true) }
    let clusters = documents.filter { $0.value["kind"]?.string == "Cluster" }
    guard let cluster = clusters.first, clusters.count == 1 else {
      throw DocumentError("a Clusterfile needs one document of kind Cluster", source: source)
    }
    var reading = Reading()
    let specification = try reading.specification(cluster)
    let others = ClusterfileParts(bytes).others(than: "Cluster", of: documents.map(\.value))
    var result: Value = [
      "apiVersion": .string(ClusterGrammar.apiVersion), "kind": .string(ClusterGrammar.kind),
      "metadata": ["name": .string(name)], "spec": specification,
    ]
    if let others { result.set(.string(others), at: "spec", "extraDocuments") }
    document = result
    secrets = reading.secrets
  }

  private struct Reading {
    var secrets: [String: String] = [:]

    mutating func specification(_ cluster: LocatedDocument) throws(DocumentError) -> Value {
      let spec = cluster.value["spec"] ?? .null
      for member in ["cmd", "cmd_args", "appNames"] where spec[member] != nil {
        throw cluster.error("mcctl has no place for spec.\(member)", at: ["spec", .key(member)])
      }
      var value: Value = ["image": ["name": spec["image"] ?? ""]]
      value["ssh"] = ssh(spec["ssh"])
      value["env"] = variables(spec["env"])
      value["containerRuntime"] = spec.at("containerRuntime", "type")
      value["hostAliases"] = spec["hostAliases"]
      value["dataRoot"] = spec["dataRoot"]
      for (theirs, ours) in [("localRegistry", "local"), ("externalRegistry", "external")] {
        guard var registry = spec.at("registry", theirs) else { continue }
        guard registry["cert"] == nil else {
          throw cluster.error(
            "mcctl has no place for cert", at: ["spec", "registry", .key(theirs), "cert"])
        }
        registry["password"] = registry["password"]?.string.map { secret($0) }
        value.set(registry, at: "registry", ours)
      }
      value["hosts"] = .array(hosts(spec))
      return value
    }

    private mutating func hosts(_ spec: Value) -> [Value] {
      var hosts: [Value] = []
      for group in spec["hosts"]?.array ?? [] {
        var host = Value.object(Object())
        host["roles"] = group["roles"]
        host["ssh"] = ssh(group["ssh"])
        host["env"] = variables(group["env"])
        host["labels"] = group["labels"]
        host["taints"] = group["taints"]
        for address in group["ips"]?.strings ?? [] {
          var one: Value = ["address": .string(address)]
          for (member, value) in host.object ?? Object() { one[member] = value }
          hosts.append(one)
        }
      }
      return hosts
    }

    /// `pk` is a file on the first master, by which sealer logs in; mcctl makes a key of its own for that.
    private mutating func ssh(_ ssh: Value?) -> Value? {
      guard let ssh else { return nil }
      var value = Value.object(Object())
      value["user"] = ssh["user"]
      value["port"] = ssh["port"]?.string.flatMap { Int($0) }.map(Value.integer)
      value["password"] = ssh["passwd"]?.string.map { secret($0) }
      return value.object?.isEmpty == true ? nil : value
    }

    private mutating func secret(_ text: String) -> Value {
      let variable = "MCCTL_CLUSTERFILE_SECRET_\(secrets.count + 1)"
      secrets[variable] = text
      return ["env": .string(variable)]
    }

    private func variables(_ list: Value?) -> Value? {
      guard let list = list?.strings else { return nil }
      var members = Object()
      for variable in list {
        let parts = variable.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        members[String(parts[0])] = .string(parts.count > 1 ? String(parts[1]) : "")
      }
      return .object(members)
    }
  }
}
