/// Why a cluster is not created: nothing has been changed.
enum CreateRefusal: WorkflowFailure {
  /// The hub has a cluster of that name that mcctl did not create.
  case nameTaken(name: String)
  /// The first master belongs to another cluster, or to another hub.
  case hostTaken(host: String, by: String)
  /// The first master has a Kubernetes that mcctl did not put there.
  case clusterExists(host: String)
  /// The cluster exists already and was made of something else.
  case changed(name: String, what: String)
  /// Nothing of that cluster is there to be undone.
  case nothing(name: String)
  /// What is registered is not undone but deleted.
  case registered(name: String)

  var id: ErrorID {
    switch self {
    case .nameTaken: .createNameTaken
    case .hostTaken: .createHostTaken
    case .clusterExists: .createClusterExists
    case .changed: .createChanged
    case .nothing: .createNothing
    case .registered: .createRegistered
    }
  }

  var category: ExitCategory {
    if case .nothing = self { return .notFound }
    return .refused
  }

  var what: String {
    switch self {
    case .nameTaken(let name):
      "the hub has a cluster \(name) already, which mcctl did not create"
    case .hostTaken(let host, let owner): "\(host) is the first master of \(owner)"
    case .clusterExists(let host): "\(host) has a Kubernetes cluster already"
    case .changed(let name, let what):
      "\(name) exists already, and \(what) is not as it was created"
    case .nothing(let name): "there is nothing of a creation of \(name) to be undone"
    case .registered(let name): "\(name) is registered with the hub"
    }
  }

  var why: String? {
    switch self {
    case .clusterExists: "/etc/kubernetes/admin.conf is there, and mcctl has no claim on the host"
    default: nil
    }
  }

  var next: [String] {
    switch self {
    case .nameTaken: ["choose another name"]
    case .hostTaken: ["choose another first master, or destroy that cluster first"]
    case .clusterExists:
      ["register it as it is: mcctl import NAME --cluster-kubeconfig FILE", "or remove it first"]
    case .changed(let name, _):
      [
        "change its machines: mcctl scale \(name) -f FILE, or its image: mcctl upgrade \(name) -f FILE",
        "leave the file out to go on: mcctl create \(name)",
      ]
    case .nothing: []
    case .registered(let name):
      [
        "take it out of the hub and off its machines: mcctl delete \(name) --destroy"
      ]
    }
  }
}
