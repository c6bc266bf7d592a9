public import KubernetesClient

/// Gets what a fleet file only names: files, and secrets from files and environment variables.
public struct FleetInputs: Sendable {
  /// The folder of the fleet file, from which paths start.
  public let folder: String
  /// The environment variables.
  public let environment: [String: String]
  /// What the hub keeps of secrets that cannot be had here, by ``StoredCredentials/key(_:)``.
  public var stored: [String: Secret] = [:]

  /// Prepares to read.
  public init(folder: String, environment: [String: String]) {
    self.folder = folder
    self.environment = environment
  }

  /// Bytes beyond which no file is read: certificates, tokens and kubeconfigs are far smaller.
  private static let largest = 4 << 20

  /// The bytes of a file.
  ///
  /// - Parameter field: the member that names it, for errors.
  public func bytes(_ path: String, field: String) throws(WorkflowError) -> [UInt8] {
    let whole = path.hasPrefix("/") ? path : "\(folder)/\(path)"
    do {
      guard let bytes = try FileSystem.read(whole, limit: Self.largest, followsLinks: true) else {
        throw WorkflowError(FleetFailure.unreadable(field, path, reason: "it is too large"))
      }
      return bytes
    } catch let failure as FileSystem.Failure {
      throw WorkflowError(FleetFailure.unreadable(field, path, reason: failure.reason))
    } catch {
      throw WorkflowError(mapping: error)
    }
  }

  /// The secret: as it can be had here, or else as the hub keeps it.
  public func secret(_ secret: FleetSecret, field: String) throws(WorkflowError) -> Secret {
    do {
      return try local(secret, field: field)
    } catch {
      guard let kept = stored[StoredCredentials.key(secret)] else { throw error }
      return kept
    }
  }

  private func local(_ secret: FleetSecret, field: String) throws(WorkflowError) -> Secret {
    switch secret {
    case .file(let path):
      return Secret(String(decoding: try bytes(path, field: field), as: UTF8.self))
    case .environment(let name):
      guard let text = environment[name], !text.isEmpty else {
        throw WorkflowError(FleetFailure.unset(field, variable: name))
      }
      return Secret(text)
    }
  }
}

/// What a fleet file names is not there, or does not fit.
enum FleetFailure: WorkflowFailure {
  /// A file that a member names cannot be read.
  case unreadable(String, String, reason: String)
  /// An environment variable that a member names is not set.
  case unset(String, variable: String)
  /// A member's value does not fit.
  case unusable(String, reason: String)

  var id: ErrorID { .fleetInput }
  var category: ExitCategory {
    switch self {
    case .unreadable, .unset: .failed
    case .unusable: .usage
    }
  }
  var what: String {
    switch self {
    case .unreadable(let field, let path, _):
      "cannot read \(path), which the fleet's \(field) names"
    case .unset(let field, let variable):
      "environment variable \(variable), which the fleet's \(field) names, is not set"
    case .unusable(let field, _): "the fleet's \(field) cannot be used"
    }
  }
  var why: String? {
    switch self {
    case .unreadable(_, _, let reason), .unusable(_, let reason): reason
    case .unset: nil
    }
  }
  var next: [String] {
    switch self {
    case .unreadable: ["paths in a fleet file start from its own folder"]
    case .unset(_, let variable): ["export \(variable)=…"]
    case .unusable: []
    }
  }
}
