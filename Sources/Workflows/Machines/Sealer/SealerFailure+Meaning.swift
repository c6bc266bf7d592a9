public import Sealer

extension SealerFailure {
  /// What happened, to follow "sealer failed: ".
  public var title: String { explanation.title }
  /// What to do about it, before the same command is run again.
  public var remedies: [String] { explanation.remedies }
  /// What it means to the caller.
  public var category: ExitCategory {
    switch self {
    case .authentication, .keyRefused: .authentication
    default: .failed
    }
  }

  /// Its stable name.
  public var id: ErrorID { ErrorID(rawValue: "sealer.\(rawValue)") ?? .unexpected }

  private struct Explanation {
    let title: String
    let remedies: [String]

    init(_ title: String, _ remedies: String...) {
      self.title = title
      self.remedies = remedies
    }
  }

  private var explanation: Explanation {
    switch self {
    case .hostUnreachable, .authentication, .keyRefused, .keyExchange, .addressInvalid,
      .hostNameRepeated, .timeSkew, .hostTooSmall, .notRoot, .diskFull, .copyFailed:
      ofHosts
    case .clusterfileInvalid, .imageMissing, .imageArchitecture, .alreadyMember, .stateMissing,
      .usage, .crash, .unknown:
      ofInput
    case .preflight, .portInUse, .leftovers, .staleCertificates, .kubeletUnhealthy, .registryDown,
      .apiUnreachable, .healthCheck, .scriptFailed:
      ofInstallation
    }
  }

  private var ofHosts: Explanation {
    switch self {
    case .hostUnreachable:
      Explanation(
        "the first master does not reach another host",
        "see that the first master reaches every host on its SSH port, without a jump host",
        "look for firewalls between the hosts")
    case .authentication:
      Explanation(
        "a host does not let the first master log in",
        "see that the user of spec.ssh may log in with a key (PubkeyAuthentication, AllowUsers)",
        "run the same command again: the cluster's key is spread anew")
    case .keyRefused:
      Explanation(
        "a host does not take the cluster's key",
        "see that sshd there reads ~/.ssh/authorized_keys and takes ed25519 keys (AuthorizedKeysFile, PubkeyAcceptedAlgorithms)",
        "run the same command again: the cluster's key is spread anew")
    case .keyExchange:
      Explanation(
        "a host and sealer have no key exchange or cipher in common",
        "allow an older one in the host's sshd_config (KexAlgorithms, Ciphers), or use a newer sealer"
      )
    case .addressInvalid:
      Explanation("sealer does not take an address", "give every host an IP address")
    case .hostNameRepeated:
      Explanation(
        "two hosts have the same name",
        "give every host a name of its own: hostnamectl set-hostname")
    case .timeSkew:
      Explanation(
        "the clocks of the hosts differ", "have chrony or ntpd keep the time on every host")
    case .hostTooSmall:
      Explanation(
        "a host has too little CPU, memory or disk",
        "use a larger machine or disk", "or ignore it: spec.ackDistro.ignoreErrors")
    case .notRoot:
      Explanation("sealer may not do what it has to", "log in as root, or as a user with sudo")
    case .diskFull:
      Explanation(
        "a disk is full",
        "make room: an image takes twice its size in /tmp and /var/lib, and once more on every host"
      )
    default:
      Explanation(
        "files did not arrive on a host, though sealer went on",
        "look at the disk and the connection of the host that the transcript names")
    }
  }

  private var ofInput: Explanation {
    switch self {
    case .clusterfileInvalid:
      Explanation("sealer does not understand the Clusterfile", "correct what it names")
    case .imageMissing:
      Explanation(
        "the image is not there and cannot be pulled",
        "name a tar archive of it: spec.image.file, made by sealer save on a host that has it",
        "or the login of its registry: spec.image.registryAuth")
    case .imageArchitecture:
      Explanation(
        "the image is not made for a host's architecture",
        "load an archive for that architecture: sealer pull --platform linux/arm64, sealer save")
    case .alreadyMember:
      Explanation(
        "a host is in the cluster already",
        "take it out of the list, or remove what a failed attempt left of it")
    case .stateMissing:
      Explanation(
        "sealer knows no cluster on this host", "see that the first master is still the same host")
    case .usage:
      Explanation(
        "this sealer does not know a flag", "install a version that mcctl knows: 0.8 to 0.11")
    case .crash:
      Explanation("sealer crashed", "look at the transcript, and try another version of sealer")
    default:
      Explanation(
        "it is no failure that mcctl knows", "look at the transcript for what sealer said last")
    }
  }

  private var ofInstallation: Explanation {
    switch self {
    case .preflight:
      Explanation(
        "the image's checks of the hosts failed",
        "repair what the transcript names, or ignore it: spec.ackDistro.ignoreErrors")
    case .portInUse:
      Explanation(
        "a port that Kubernetes needs is in use",
        "end what listens there; what an earlier attempt left is cleaned by the same command")
    case .leftovers:
      Explanation(
        "a host has files of an earlier cluster",
        "remove them with kubeadm reset, or run the same command again if they are of this one")
    case .staleCertificates:
      Explanation(
        "certificates of an earlier attempt do not fit",
        "run the same command again: it cleans them away")
    case .kubeletUnhealthy:
      Explanation(
        "kubelet did not come up", "see why on the host: journalctl -u kubelet",
        "look at swap, the cgroup driver and the container runtime")
    case .registryDown:
      Explanation(
        "the registry on the masters does not serve",
        "see that port 5000 is free and open between the hosts")
    case .apiUnreachable:
      Explanation(
        "the API server did not answer on the first master",
        "look at its log on the host: crictl logs, docker logs")
    case .healthCheck:
      Explanation(
        "the cluster runs, and the image's health check fails",
        "see what it complains of: trident health-check on the first master",
        "run the same command again: it goes on with the cluster as it is")
    default:
      Explanation(
        "a script of the image failed",
        "look at the transcript above the failure for what it did last")
    }
  }
}
