public import Documents

/// A Clusterfile: what sealer is to make, as its own documents. It can hold credentials, and is written 0600 only.
public struct Clusterfile: Sendable, Hashable {
  /// The cluster.
  public var cluster: ClusterDocument
  /// Configuration of kubeadm that is merged into the image's.
  public var kubeadm: [Value]
  /// Further documents, kept as they were written.
  public var extra: String?

  /// Puts one together.
  public init(cluster: ClusterDocument, kubeadm: [Value] = [], extra: String? = nil) {
    self.cluster = cluster
    self.kubeadm = kubeadm
    self.extra = extra
  }

  /// The text. Every text that YAML would read as something else is quoted, since sealer's reader changes the type
  /// of what is not (a password 000000 becomes 0).
  public func text(for release: SealerRelease) -> String {
    var text = YAML.text(all: [cluster.document(for: release)] + kubeadm)
    if let extra {
      if !extra.hasPrefix("---") { text += "---\n" }
      text += extra
      // Not hasSuffix: a carriage return and a line feed are one character.
      if text.utf8.last != UInt8(ascii: "\n") { text += "\n" }
    }
    return text
  }

  /// The addresses of all machines in a Clusterfile that sealer wrote; none in what cannot be read.
  public static func addresses(in text: String) -> [String] {
    let documents = (try? YAML.decodeAll(text)) ?? []
    let cluster = documents.first { $0["kind"]?.string == "Cluster" }
    return (cluster?.at("spec", "hosts")?.array ?? []).flatMap { $0["ips"]?.strings ?? [] }
  }
}

/// How sealer logs in to machines, in a Clusterfile. Nil is left out.
public struct ClusterfileSSH: Sendable, Hashable {
  /// Who logs in.
  public var user: String?
  /// The port; sealer wants it as a text.
  public var port: Int?
  /// The private key's file on the first master.
  public var key: String?
  /// The password. A secret, which sealer stores in clear.
  public var password: String?

  /// Says nothing, unless told.
  public init(
    user: String? = nil, port: Int? = nil, key: String? = nil, password: String? = nil
  ) {
    self.user = user
    self.port = port
    self.key = key
    self.password = password
  }

  var document: Value? {
    var value = Value.object(Object())
    value["user"] = user.map(Value.string)
    value["port"] = port.map { .string(String($0)) }
    value["pk"] = key.map(Value.string)
    value["passwd"] = password.map(Value.string)
    return value.object?.isEmpty == true ? nil : value
  }
}

/// One group of machines of a Clusterfile that are alike.
public struct ClusterfileHost: Sendable, Hashable {
  /// Their addresses.
  public var addresses: [String]
  /// Their roles.
  public var roles: [String]
  /// How they differ from the others in how they are reached.
  public var ssh = ClusterfileSSH()
  /// Settings for them alone.
  public var env: [String: String] = [:]
  /// Labels for their nodes.
  public var labels: [String: String] = [:]
  /// Taints for their nodes.
  public var taints: [String] = []

  /// Names machines.
  public init(addresses: [String], roles: [String]) {
    self.addresses = addresses
    self.roles = roles
  }

  var document: Value {
    var value: Value = [
      "ips": .array(addresses.map(Value.string)), "roles": .array(roles.map(Value.string)),
    ]
    value["ssh"] = ssh.document
    if !env.isEmpty { value["env"] = ClusterDocument.list(env) }
    if !labels.isEmpty { value["labels"] = ClusterDocument.map(labels) }
    if !taints.isEmpty { value["taints"] = .array(taints.map(Value.string)) }
    return value
  }
}
