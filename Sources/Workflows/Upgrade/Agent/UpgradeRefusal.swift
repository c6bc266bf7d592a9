import OpenClusterManagement

/// Why an agent is not moved to another release. Nothing has been written when one of these is thrown.
enum UpgradeRefusal: WorkflowFailure {
  /// The cluster that was named is not the one that the hub knows by that name.
  case otherCluster(name: String, recorded: String, found: String, cluster: ClusterLocation)
  /// The agent is newer than what is asked for.
  case downgrade(name: String, from: OCMVersion, to: OCMVersion, cluster: ClusterLocation)
  /// The hub is older than what is asked for.
  case newerThanHub(name: String, to: OCMVersion, hub: OCMVersion, location: ClusterLocation)
  /// Neither the operator asked for a release nor does the hub tell its own.
  case releaseUnknown(location: ClusterLocation)
  /// An image is named by its digest, which names one release alone.
  case imageByDigest(name: String, image: String, cluster: ClusterLocation)

  var category: ExitCategory { .refused }

  var id: ErrorID {
    switch self {
    case .otherCluster: .identityConflict
    case .downgrade, .newerThanHub: .versionSkew
    case .releaseUnknown: .releaseUnknown
    case .imageByDigest: .imageByDigest
    }
  }

  var what: String {
    switch self {
    case .otherCluster(let name, _, _, _): "the cluster that was reached is not \(name)"
    case .downgrade(let name, let from, let to, _):
      "the agent of \(name) is of release \(from), newer than \(to)"
    case .newerThanHub(let name, let to, let hub, _):
      "the agent of \(name) would be of release \(to), newer than the hub's \(hub)"
    case .releaseUnknown: "which release the hub is of is not known"
    case .imageByDigest(let name, _, _): "an image of \(name)'s agent is named by its digest"
    }
  }

  var location: ClusterLocation? {
    switch self {
    case .otherCluster(_, _, _, let cluster), .downgrade(_, _, _, let cluster),
      .imageByDigest(_, _, let cluster):
      cluster
    case .newerThanHub(_, _, _, let location), .releaseUnknown(let location): location
    }
  }

  var why: String? {
    switch self {
    case .otherCluster(_, let recorded, let found, _):
      "the hub's record is of cluster \(recorded)\nthe one that was reached is cluster \(found)"
    case .downgrade: "older releases may not read what newer ones wrote"
    case .newerThanHub: "an agent may use what an older hub does not serve; the hub goes first"
    case .releaseUnknown: "the tag of its operator's image is no release"
    case .imageByDigest(_, let image, _): image
    }
  }

  var next: [String] {
    switch self {
    case .otherCluster: ["name the right one with --cluster-kubeconfig and --cluster-context"]
    case .downgrade: ["if it has to be: --force"]
    case .newerThanHub: ["upgrade the hub first, or take its release; if it has to be: --force"]
    case .releaseUnknown: ["name the release with --ocm-version"]
    case .imageByDigest: ["name the new image with --image or --image-digest"]
    }
  }
}
