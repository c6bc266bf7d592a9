public import FoundationEssentials
public import KubernetesClient
import OpenClusterManagement

/// Looks at a bundle that was found, and at the hub if there is a way to it.
public struct BundleVerification: Sendable {
  /// Makes a reader for a connection.
  public typealias Connector = @Sendable (ConnectionConfig) throws -> APIReader

  private let bundle: FoundBundle
  private let now: @Sendable () -> Date
  private let contents: Result<BundleContents, any Error>

  /// Prepares to look; `now` tells whether the credential is still valid.
  public init(_ bundle: FoundBundle, now: @escaping @Sendable () -> Date = { Date() }) {
    self.bundle = bundle
    self.now = now
    contents = Result { try BundleContents(bundle) }
  }

  /// What can be seen without asking anybody.
  public func checks() -> [BundleCheck] {
    [fileCheck, manifestCheck, authorityCheck, expiryCheck]
  }

  /// The objects of the manifests, for a dry run on the managed cluster.
  public func manifests() throws(WorkflowError) -> BundleObjects {
    do {
      return BundleObjects(
        cluster: bundle.description.cluster, objects: try contents.get().objects)
    } catch {
      throw WorkflowError(
        BundleFailure.invalid(path: bundle.path, reasons: ["\(error)"]))
    }
  }

  /// Whether the bundle's certificates verify the hub and the hub takes its credential. Asked with
  /// nothing but what is in the bundle; the credential goes over a verified connection only.
  ///
  /// - Parameter server: the hub's URL from here; the bundle's may not lead anywhere from here.
  public func checks(atHub server: String, connect: Connector) async -> [BundleCheck] {
    guard case .success(let contents) = contents else {
      return ["hub.certificate", "hub.credential"].map {
        BundleCheck(
          id: $0, title: Self.titles[$0] ?? $0, state: .skip, detail: "the manifests are unusable")
      }
    }
    let bootstrap = contents.bootstrap
    let config = ConnectionConfig(
      contextName: bundle.description.cluster, clusterName: "hub", server: server,
      tls: TLSSettings(caBundle: bootstrap.certificateAuthorities),
      credential: .token(bootstrap.token), source: bundle.path)
    do {
      let create = AccessAttributes("create", .managedClusters)
      let decision = try await connect(config).review(create)
      let detail =
        decision.isAllowed
        ? "the hub takes it" : "the hub knows it, but lets it create no ManagedCluster"
      return [
        check("hub.certificate", .pass, "verified \(server)"),
        check("hub.credential", decision.isAllowed ? .pass : .fail, detail),
      ]
    } catch {
      return failed(error, server)
    }
  }

  private func failed(_ error: any Error, _ server: String) -> [BundleCheck] {
    switch error {
    case KubernetesError.transport(.tls(let failure), _):
      return [
        check("hub.certificate", .fail, "\(server): \(failure)"),
        check("hub.credential", .skip, "it is not sent to a server that is not verified"),
      ]
    case KubernetesError.transport(let failure, _):
      return [
        check("hub.certificate", .skip, "\(failure)"), check("hub.credential", .skip, "\(failure)"),
      ]
    case let error as KubernetesError:
      return [
        check("hub.certificate", .pass, "verified \(server)"),
        check("hub.credential", .fail, error.reason),
      ]
    default:
      return [
        check("hub.certificate", .fail, "\(error)"), check("hub.credential", .skip, "not asked"),
      ]
    }
  }
}

extension BundleVerification {
  /// What checks are called.
  static let titles = [
    "bundle.files": "files are as they were made", "bundle.manifests": "manifests are a bundle's",
    "bundle.authorities": "certificates of the hub", "bundle.expiry": "credential is valid",
    "hub.certificate": "certificates verify the hub", "hub.credential": "hub takes the credential",
    "cluster.manifests": "cluster takes the manifests",
  ]

  private func check(
    _ id: String, _ state: BundleCheck.State, _ detail: String
  ) -> BundleCheck {
    BundleCheck(id: id, title: Self.titles[id] ?? id, state: state, detail: detail)
  }

  private var fileCheck: BundleCheck {
    let faults = bundle.faults
    let count = bundle.description.files.count
    return faults.isEmpty
      ? check("bundle.files", .pass, "\(count) files, by SHA-256")
      : check("bundle.files", .fail, faults.joined(separator: "; "))
  }

  private var manifestCheck: BundleCheck {
    switch contents {
    case .failure(let error): return check("bundle.manifests", .fail, "\(error)")
    case .success(let contents):
      let described = bundle.description
      guard contents.clusterName == described.cluster else {
        return check(
          "bundle.manifests", .fail,
          "the agent would register as \(contents.clusterName ?? "nothing")")
      }
      guard contents.bootstrap.server == described.hubServer else {
        return check(
          "bundle.manifests", .fail, "the agent would join \(contents.bootstrap.server)")
      }
      return check(
        "bundle.manifests", .pass,
        "\(contents.objects.count) objects for \(described.cluster), hub \(described.hubServer)")
    }
  }

  private var authorityCheck: BundleCheck {
    guard case .success(let contents) = contents else {
      return check("bundle.authorities", .skip, "the manifests are unusable")
    }
    let authorities = contents.bootstrap.certificateAuthorities
    let pins = AuthorityPin.pins(pem: authorities).map(\.text)
    guard !pins.isEmpty else {
      return check("bundle.authorities", .fail, "there are no certificates for the hub")
    }
    guard Set(bundle.description.authorityPins).isSubset(of: pins) else {
      return check(
        "bundle.authorities", .fail,
        "they are not the ones that bundle.json names: \(pins.joined(separator: ", "))")
    }
    if let end = AuthorityPin.earliestEnd(pem: authorities), end <= now() {
      return check("bundle.authorities", .fail, "one of them ended \(Timestamp.text(end))")
    }
    return check("bundle.authorities", .pass, pins.joined(separator: ", "))
  }

  /// A credential with less left than this is hardly carried anywhere in time, seconds.
  private static let shortRest: TimeInterval = 3600

  private var expiryCheck: BundleCheck {
    guard case .success(let contents) = contents else {
      return check("bundle.expiry", .skip, "the manifests are unusable")
    }
    let claims = BearerTokenClaims(token: contents.bootstrap.token.revealed)
    guard let expires = claims?.expires ?? bundle.description.expires else {
      return check("bundle.expiry", .warn, "the credential does not tell when it ends")
    }
    let left = expires.timeIntervalSince(now())
    let text = Timestamp.text(expires)
    if left <= 0 { return check("bundle.expiry", .fail, "it ended \(text)") }
    guard left > Self.shortRest else {
      return check("bundle.expiry", .warn, "it ends soon: \(text)")
    }
    return check("bundle.expiry", .pass, "until \(text)")
  }
}
