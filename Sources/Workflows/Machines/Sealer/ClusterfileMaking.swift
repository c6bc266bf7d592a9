import Documents
import KubernetesClient
import Sealer

/// Makes a Clusterfile of a specification. Machines are logged in to by a key of the cluster's own; the only secrets in
/// it are passwords of registries.
struct ClusterfileMaking: Sendable {
  let specification: ClusterSpecification
  /// The machines; of the specification's, those that are the cluster's for now.
  let hosts: [HostSpecification]
  let inputs: FleetInputs
  /// The key's file on the first master.
  let key: String
  /// The user as whom each machine is logged in to, by address.
  let users: [String: String]

  /// The Clusterfile.
  func clusterfile() throws -> Clusterfile {
    let user = user(specification.firstMaster)
    let port = specification.firstMaster.ssh.port ?? 22
    let ordered = hosts.filter(\.isMaster) + hosts.filter { !$0.isMaster }
    let groups = ordered.map { host in
      var group = ClusterfileHost(addresses: [host.address], roles: host.roles)
      if self.user(host) != user { group.ssh.user = self.user(host) }
      if (host.ssh.port ?? 22) != port { group.ssh.port = host.ssh.port ?? 22 }
      group.env = host.env
      group.labels = host.labels
      group.taints = host.taints
      return group
    }
    var cluster = ClusterDocument(image: specification.image.name, hosts: groups)
    cluster.env = specification.env
    cluster.ssh = ClusterfileSSH(user: user, port: port, key: key)
    cluster.containerRuntime = specification.containerRuntime
    cluster.localRegistry = try registry(specification.registry.local, "local")
    cluster.externalRegistry = try registry(specification.registry.external, "external")
    cluster.hostAliases = specification.hostAliases.map { ($0.ip, $0.hostnames) }
    cluster.dataRoot = specification.dataRoot
    let kubeadm = KubeadmKind.allCases.compactMap { kind -> Value? in
      guard let members = specification.kubeadm[kind]?.object else { return nil }
      var document: Value = [
        "apiVersion": .string(kind.apiVersion), "kind": .string(kind.rawValue),
      ]
      for (member, value) in members { document[member] = value }
      return document
    }
    return Clusterfile(cluster: cluster, kubeadm: kubeadm, extra: specification.extraDocuments)
  }

  private func user(_ host: HostSpecification) -> String {
    users[host.address] ?? host.ssh.user ?? "root"
  }

  private func registry(
    _ registry: RegistrySpecification.Registry?, _ member: String
  ) throws -> ClusterDocument.Registry? {
    guard let registry else { return nil }
    var document = ClusterDocument.Registry()
    document.domain = registry.domain
    document.port = registry.port
    document.username = registry.username
    document.password = try registry.password.map {
      var text = try inputs.secret($0, field: "registry.\(member).password").revealed
      while text.last?.isNewline == true { text.removeLast() }
      return text
    }
    document.isHighlyAvailable = registry.isHighlyAvailable
    document.isInsecure = registry.isInsecure
    return document
  }
}
