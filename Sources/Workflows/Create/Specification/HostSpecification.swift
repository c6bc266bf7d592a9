import Documents

/// One machine of a cluster to be created.
public struct HostSpecification: Sendable, Hashable {
  /// The role of a machine of the control plane, in sealer's words.
  public static let master = "master"
  /// The role of every other machine, in sealer's words.
  public static let node = "node"

  /// Its IP address; sealer takes no names.
  public let address: String
  /// `master` or `node`, and further words, which become `node-role.kubernetes.io/…` labels.
  public let roles: [String]
  /// The host name that it has to have; nil for any.
  public let hostname: String?
  /// How it is reached, what holds for all hosts applied.
  public let ssh: SSHSpecification
  /// Settings of the image for this host alone, those of ACK Distro among them.
  public let env: [String: String]
  /// Labels for its node.
  public let labels: [String: String]
  /// Taints for its node.
  public let taints: [String]

  /// Whether it belongs to the control plane.
  public var isMaster: Bool { roles.contains(Self.master) }

  /// Reads a host.
  ///
  /// - Parameter ssh: what holds for all hosts.
  init(_ value: Value, over ssh: Value) {
    address = value["address"]?.string ?? ""
    roles = value["roles"]?.strings ?? [Self.node]
    hostname = value["hostname"]?.string
    self.ssh = SSHSpecification(MergePatch.apply(value["ssh"] ?? .object(Object()), to: ssh))
    env = value["env"].texts.merging(ACKDistroSettings.variables(value["ackDistro"])) { $1 }
    labels = value["labels"].texts
    taints = value["taints"]?.strings ?? []
  }
}
