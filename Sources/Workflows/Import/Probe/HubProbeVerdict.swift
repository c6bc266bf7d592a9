import Documents

/// What the status of a probe's Pod says.
enum HubProbeVerdict: Sendable, Hashable {
  /// It connected: the hub answered over TLS that the given certificates verify.
  case reached
  /// It could not; the cause and curl's words.
  case failed(Cause, String)
  /// It has not ended yet, and what it waits for.
  case running(String)

  /// Why a connection did not come about.
  enum Cause: String, Sendable, Hashable, CaseIterable {
    case nameNotResolved
    case refused
    case timedOut
    case certificateRefused
    case proxy
    case image
    case other

    /// In words, to follow "a pod on the cluster".
    var spoken: String {
      switch self {
      case .nameNotResolved: "does not resolve the hub's name"
      case .refused: "finds nothing that listens at the hub's address"
      case .timedOut: "gets no answer from the hub's address"
      case .certificateRefused: "does not get the hub's certificate verified"
      case .proxy: "does not get through the proxy"
      case .image: "does not start with the probe's image"
      case .other: "does not reach the hub"
      }
    }

    /// What to do about it.
    var remedy: String {
      switch self {
      case .nameNotResolved:
        "name an address that pods resolve with --hub-url, or its IP with --hub-host-alias"
      case .refused: "check address and port of --hub-url from the cluster's network"
      case .timedOut: "let the cluster's network through to the hub: firewalls, routes, --hub-proxy"
      case .certificateRefused: "name the certificates that verify the hub with --hub-ca-file"
      case .proxy: "check --hub-proxy and --hub-proxy-ca-file"
      case .image: "name an image that has curl and can be pulled there with --probe-image"
      case .other: "look at what curl says"
      }
    }

    /// By curl's exit status (curl, EXIT CODES).
    init(exitCode: Int) {
      switch exitCode {
      case 5, 97: self = .proxy
      case 6: self = .nameNotResolved
      case 7: self = .refused
      case 28: self = .timedOut
      case 35, 51, 53, 54, 58, 60, 77, 83, 90: self = .certificateRefused
      case 126, 127, 128: self = .image
      default: self = .other
      }
    }
  }

  /// Reads a Pod.
  init(_ pod: Value) {
    let status = pod.at("status", "containerStatuses")?[0]?["state"]
    if let ended = status?["terminated"] {
      let code = ended["exitCode"]?.int ?? -1
      let words = ended["message"]?.string ?? ended["reason"]?.string ?? ""
      let line = words.split(whereSeparator: \.isNewline).last.map(String.init) ?? words
      // Whatever HTTP status it was: the server answered over TLS.
      self = code == 0 ? .reached : .failed(Cause(exitCode: code), "\(line) (curl exit \(code))")
      return
    }
    if pod.at("status", "phase")?.string == "Failed" {
      let reason = pod.at("status", "reason")?.string ?? "Failed"
      self = .failed(.timedOut, "\(reason): \(pod.at("status", "message")?.string ?? "")")
      return
    }
    if let waiting = status?["waiting"], let reason = waiting["reason"]?.string {
      let detail = waiting["message"]?.string.map { ": \($0)" } ?? ""
      self =
        Self.hopeless.contains(reason)
        ? .failed(.image, reason + detail) : .running(reason + detail)
      return
    }
    let scheduled = pod.at("status", "conditions")?.array?.first {
      $0["type"]?.string == "PodScheduled" && $0["status"]?.string == "False"
    }
    self = .running(scheduled?["message"]?.string ?? "it has not started yet")
  }

  /// What a container waits for that never comes (kubelet, container state reasons).
  private static let hopeless: Set<String> = [
    "ErrImagePull", "ImagePullBackOff", "InvalidImageName", "ErrImageNeverPull",
    "CreateContainerError", "CreateContainerConfigError", "RunContainerError",
  ]
}

/// The agent could not reach the hub, as a Pod in its place has found.
struct HubUnreachableFromCluster: WorkflowFailure {
  let url: String
  let cause: HubProbeVerdict.Cause
  let words: String
  let location: ClusterLocation?

  var id: ErrorID { .probeFailed }
  var category: ExitCategory { .refused }
  var what: String { "a pod on the cluster \(cause.spoken): \(url)" }
  var why: String? { words }
  var next: [String] { [cause.remedy] }
}
