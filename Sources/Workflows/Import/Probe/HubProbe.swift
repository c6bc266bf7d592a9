import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// A Pod that connects to the hub from where the agent will run: with the agent's own image unless
/// another is named, the address and the certificates that the agent is told, and no credential.
struct HubProbe: Sendable {
  let cluster: String
  let hub: ClusterEndpoint
  /// The image; it has to have curl.
  let image: String
  let agent: AgentSettings

  /// Where the Pod runs: before the agent's own namespaces exist.
  static let namespace = "default"
  /// Marks what belongs to a probe, with the cluster's name.
  static let label = "\(Names.domain)/probe"
  /// Carries the hub's certificates into the Pod.
  private static let authorities = "\(Names.domain)/probe-authorities"
  private static let folder = "/etc/hub"
  /// The longest that connecting takes, seconds.
  private static let patience = 15
  /// A probe that nobody looks at any more ends by itself after so many seconds.
  private static let life = 300

  /// The Pod's name, and its pull Secret's.
  var name: String { AgentNames.shortened("mcctl-probe-\(cluster)", to: 63) }

  /// What is made, in order: the Secret to pull with, where there is one, and the Pod.
  var objects: [(type: ResourceType, value: Value)] {
    (pullSecret.map { [(ResourceType.secrets, $0)] } ?? []) + [(.pods, pod)]
  }

  /// The same as references, the Pod first.
  var references: [ObjectReference] {
    [.pods, .secrets].map {
      ObjectReference(type: $0, namespace: Self.namespace, name: name)
    }
  }

  private var metadata: Value {
    [
      "name": .string(name), "namespace": .string(Self.namespace),
      "labels": [
        Names.Label.managedBy: .string(Names.Label.managedByValue), Self.label: .string(cluster),
      ],
    ]
  }

  private var pullSecret: Value? {
    guard let credentials = agent.operatorOptions.pullCredentials else { return nil }
    return [
      "apiVersion": "v1", "kind": "Secret", "metadata": metadata,
      "type": "kubernetes.io/dockerconfigjson",
      "data": [".dockerconfigjson": .string(Data(credentials).base64EncodedString())],
    ]
  }

  private var pod: Value {
    var metadata = metadata
    if let bundle = bundle {
      metadata.set(
        .string(String(decoding: bundle, as: UTF8.self)), at: "annotations", Self.authorities)
    }
    return ["apiVersion": "v1", "kind": "Pod", "metadata": metadata, "spec": specification]
  }

  /// What is trusted on the way: the hub's authorities and those of a proxy that ends TLS.
  private var bundle: [UInt8]? {
    guard let own = hub.certificateAuthorities else { return agent.hubProxyCABundle }
    guard let proxy = agent.hubProxyCABundle else { return own }
    return own + [UInt8(ascii: "\n")] + proxy
  }

  private var specification: Value {
    var specification: Value = [
      "restartPolicy": "Never", "activeDeadlineSeconds": .integer(Self.life),
      "terminationGracePeriodSeconds": 0, "automountServiceAccountToken": false,
      "enableServiceLinks": false,
      "securityContext": [
        "runAsNonRoot": true, "runAsUser": 65532, "seccompProfile": ["type": "RuntimeDefault"],
      ], "containers": [container],
    ]
    if bundle != nil {
      let path = "metadata.annotations['\(Self.authorities)']"
      specification["volumes"] = [
        [
          "name": "authorities",
          "downwardAPI": [
            "items": [["path": "ca.crt", "fieldRef": ["fieldPath": .string(path)]]]
          ],
        ]
      ]
    }
    if let alias = agent.hubHostAlias {
      specification["hostAliases"] = [
        ["ip": .string(alias.ip), "hostnames": [.string(alias.hostname)]]
      ]
    }
    if pullSecret != nil { specification["imagePullSecrets"] = [["name": .string(name)]] }
    for (key, value) in agent.operatorOptions.placement.members { specification[key] = value }
    return specification
  }

  private var container: Value {
    var container: Value = [
      "name": "probe", "image": .string(image), "command": .array(command.map(Value.string)),
      "terminationMessagePolicy": "FallbackToLogsOnError",
      "resources": ["requests": ["cpu": "2m", "memory": "16Mi"], "limits": ["memory": "128Mi"]],
      "securityContext": [
        "allowPrivilegeEscalation": false, "readOnlyRootFilesystem": true,
        "capabilities": ["drop": ["ALL"]],
      ],
    ]
    if bundle != nil {
      container["volumeMounts"] = [
        ["name": "authorities", "mountPath": .string(Self.folder), "readOnly": true]
      ]
    }
    return container
  }

  private var command: [String] {
    let trust = bundle == nil ? [] : ["--cacert", "\(Self.folder)/ca.crt"]
    let proxy = agent.hubProxyURL.map { ["--proxy", $0] } ?? ["--noproxy", "*"]
    return ["curl", "--silent", "--show-error", "--output", "/dev/null", "--max-time"]
      + [String(Self.patience)] + trust + proxy + ["\(hub.url)/version"]
  }
}
