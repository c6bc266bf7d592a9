import Documents
import KubernetesClient

/// The Deployment of one of OCM's operators; hub's and agent's differ only in what is listed here.
///
/// Written after OCM's deploy/klusterlet and deploy/cluster-manager: the program serves its probes
/// on 8443, writes only below /tmp and runs without any privilege.
struct OperatorDeployment {
  /// Name of Deployment, label and ServiceAccount.
  let name: String
  /// Name of the container; changing it in a later release would replace the container.
  let container: String
  /// The operator's sub-command and its flags.
  let arguments: [String]
  /// Environment variables besides POD_NAME.
  let environment: [(String, String)]
  /// The most memory a pod may take; nil leaves it open.
  let memoryLimit: String?
  /// Images, replicas and placement.
  let options: OperatorOptions

  /// The Deployment.
  var object: ManifestObject {
    ManifestObject(
      .deployments, name: name, namespace: Names.Namespace.openClusterManagement,
      labels: [("app", name)],
      body: [
        "spec": [
          "replicas": .integer(options.replicas),
          "selector": ["matchLabels": ["app": .string(name)]],
          "template": [
            "metadata": [
              "annotations": [
                "target.workload.openshift.io/management":
                  #"{"effect": "PreferredDuringScheduling"}"#
              ],
              "labels": ["app": .string(name)],
            ],
            "spec": podSpecification,
          ],
        ]
      ])
  }

  private var podSpecification: Value {
    var specification: Value = [
      "affinity": Self.spread(name),
      "containers": [containerSpecification],
      "securityContext": ["runAsNonRoot": true],
      "serviceAccountName": .string(name),
      "volumes": [["name": "tmpdir", "emptyDir": .object(Object())]],
    ]
    for (key, value) in options.placement.members {
      specification[key] = value
    }
    specification["priorityClassName"] = options.priorityClassName.map(Value.string)
    return specification
  }

  private var containerSpecification: Value {
    let verbosity = options.logVerbosity.map { ["--v=\($0)"] } ?? []
    let podName: Value = [
      "name": "POD_NAME", "valueFrom": ["fieldRef": ["fieldPath": "metadata.name"]],
    ]
    var resources: Value = ["requests": ["cpu": "2m", "memory": "16Mi"]]
    if let memoryLimit { resources["limits"] = ["memory": .string(memoryLimit)] }
    return [
      "name": .string(container),
      "image": .string(options.images.image(.registrationOperator)),
      "imagePullPolicy": .string(options.images.pullPolicy.rawValue),
      "args": .strings(["/registration-operator"] + arguments + verbosity),
      "env": .array(
        [podName]
          + environment.map { name, value in ["name": .string(name), "value": .string(value)] }),
      "securityContext": [
        "allowPrivilegeEscalation": false,
        "capabilities": ["drop": ["ALL"]],
        "privileged": false,
        "readOnlyRootFilesystem": true,
        "runAsNonRoot": true,
      ],
      "livenessProbe": Self.probe,
      "readinessProbe": Self.probe,
      "resources": resources,
      "volumeMounts": [["name": "tmpdir", "mountPath": "/tmp"]],
    ]
  }

  private static let probe: Value = [
    "httpGet": ["path": "/healthz", "port": 8443, "scheme": "HTTPS"],
    "initialDelaySeconds": 2,
    "periodSeconds": 10,
  ]

  /// Pods rather on different zones, then on different nodes, but on the same if there is no other.
  private static func spread(_ name: String) -> Value {
    let weights = [("topology.kubernetes.io/zone", 70), ("kubernetes.io/hostname", 30)]
    return [
      "podAntiAffinity": [
        "preferredDuringSchedulingIgnoredDuringExecution": .array(
          weights.map { key, weight in
            [
              "weight": .integer(weight),
              "podAffinityTerm": [
                "labelSelector": ["matchLabels": ["app": .string(name)]],
                "topologyKey": .string(key),
              ],
            ]
          })
      ]
    ]
  }
}
