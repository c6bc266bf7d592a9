import Documents
import FoundationEssentials
public import KubernetesClient
import OpenClusterManagement

/// Secret `mcctl-cluster-credentials` in a created cluster's namespace: what the specification names and does not hold,
/// so that any colleague, or a controller, can go on. It is there only when somebody asked for it.
public struct StoredCredentials: Sendable {
  /// The Secret's type.
  static let type = "mcctl.dev/cluster-credentials"

  /// The secrets by their keys; see ``key(_:)``.
  public let secrets: [String: Secret]

  init(secrets: [String: Secret]) { self.secrets = secrets }

  /// The key of a secret: `env.NAME`, or `file.PATH`, in which `_` and everything that a key may not hold is written as
  /// `_` and two hexadecimal digits a byte.
  static func key(_ secret: FleetSecret) -> String {
    switch secret {
    case .environment(let name): "env." + escaped(name)
    case .file(let path): "file." + escaped(path)
    }
  }

  private static func escaped(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return text.utf8.reduce(into: "") { escaped, byte in
      let character = Character(UnicodeScalar(byte))
      if byte < 0x80, character.isLetter || character.isNumber || byte == 0x2D || byte == 0x2E {
        escaped.append(character)
      } else {
        escaped += "_\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
  }

  /// The Secret of a cluster.
  static func reference(_ cluster: String) -> ObjectReference {
    ObjectReference(type: .secrets, namespace: cluster, name: Names.Secret.clusterCredentials)
  }

  /// Reads what the hub keeps; nothing where there is none, or where the caller may not read it.
  public static func read(
    _ cluster: String, on hub: ClusterAccess
  ) async throws(WorkflowError) -> StoredCredentials {
    do {
      let secret = try await hub.reader.present(reference(cluster))
      guard secret?["type"]?.string == type else { return StoredCredentials(secrets: [:]) }
      let pairs = (secret?["data"]?.object ?? Object()).compactMap { key, value in
        value.string.flatMap { Data(base64Encoded: $0) }.map {
          (key, Secret(String(decoding: $0, as: UTF8.self)))
        }
      }
      return StoredCredentials(secrets: Dictionary(pairs, uniquingKeysWith: { $1 }))
    } catch KubernetesError.forbidden {
      return StoredCredentials(secrets: [:])
    } catch {
      throw WorkflowError(reading: hub, error)
    }
  }

  /// Gets everything that a specification names.
  ///
  /// - Throws: `fleet.input` for what cannot be had here.
  init(of specification: ClusterSpecification, _ inputs: FleetInputs) throws {
    let pairs = try specification.secrets.map { named in
      (Self.key(named.secret), try inputs.secret(named.secret, field: named.field))
    }
    secrets = Dictionary(pairs, uniquingKeysWith: { $1 })
  }

  /// The Secret as it shall be.
  func desired(_ cluster: String) -> DesiredObject {
    let data = secrets.sorted { $0.key < $1.key }.map { key, secret in
      (key, Value.string(Data(secret.revealed.utf8).base64EncodedString()))
    }
    let value: Value = [
      "apiVersion": "v1", "kind": "Secret", "type": .string(Self.type),
      "metadata": [
        "name": .string(Names.Secret.clusterCredentials), "namespace": .string(cluster),
        "labels": [
          Names.Label.managedBy: .string(Names.Label.managedByValue),
          Names.Label.clusterName: .string(cluster),
        ],
      ],
      "data": .object(Object(data)),
    ]
    return DesiredObject(type: .secrets, value: value)
  }
}

extension ClusterSpecification {
  /// True when it names nothing secret.
  public var namesNoSecrets: Bool { secrets.isEmpty }

  /// Everything secret that it names, with the member that does.
  var secrets: [(field: String, secret: FleetSecret)] {
    var named: [(String, FleetSecret?)] = [
      ("image.registryAuth", image.registryAuth),
      ("registry.local.password", registry.local?.password),
      ("registry.external.password", registry.external?.password),
    ]
    for host in hosts {
      named.append(("ssh.password of \(host.address)", host.ssh.password))
      named.append(("ssh.keyPassphrase of \(host.address)", host.ssh.keyPassphrase))
    }
    return named.compactMap { field, secret in secret.map { (field: field, secret: $0) } }
  }
}
