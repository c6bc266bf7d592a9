import FoundationEssentials
import OpenClusterManagement

/// Why a bundle is not made, not written, or not taken for one.
enum BundleFailure: WorkflowFailure {
  /// Something else is where the bundle was to go.
  case targetExists(path: String)
  /// The file or directory cannot be written.
  case unwritable(path: String, reason: String)
  /// The file or directory cannot be read.
  case unreadable(path: String, reason: String)
  /// It is no bundle, or was changed.
  case invalid(path: String, reasons: [String])
  /// The credential for a bundle has ended already.
  case credentialEnded(expires: Date)
  /// What was given as a credential is none.
  case credentialUnusable(reason: String)
  /// None of the given certificates has the given pin.
  case pinMismatch(pin: String, found: [String])
  /// The certificates could not be had from the hub.
  case authoritiesUnavailable(url: String, reason: String)

  var id: ErrorID {
    switch self {
    case .targetExists: .bundleTargetExists
    case .unwritable: .bundleUnwritable
    case .unreadable: .bundleUnreadable
    case .invalid: .bundleInvalid
    case .credentialEnded, .credentialUnusable: .bundleCredential
    case .pinMismatch, .authoritiesUnavailable: .hubCAPin
    }
  }

  var category: ExitCategory {
    switch self {
    case .unwritable, .unreadable, .authoritiesUnavailable: .failed
    case .targetExists, .invalid, .credentialEnded, .credentialUnusable, .pinMismatch: .refused
    }
  }

  var what: String {
    switch self {
    case .targetExists(let path): "\(path) exists and is no bundle"
    case .unwritable(let path, _): "cannot write the bundle \(path)"
    case .unreadable(let path, _): "cannot read the bundle \(path)"
    case .invalid(let path, _): "\(path) is no bundle that can be trusted"
    case .credentialEnded: "the credential has ended"
    case .credentialUnusable: "the credential cannot be used"
    case .pinMismatch: "the hub's certificates are not the ones that were pinned"
    case .authoritiesUnavailable(let url, _): "cannot get the hub's certificates from \(url)"
    }
  }

  var why: String? {
    switch self {
    case .targetExists: nil
    case .unwritable(_, let reason), .unreadable(_, let reason), .credentialUnusable(let reason),
      .authoritiesUnavailable(_, let reason):
      reason
    case .invalid(_, let reasons): reasons.joined(separator: "; ")
    case .credentialEnded(let expires): "it was valid until \(Timestamp.text(expires))"
    case .pinMismatch(let pin, let found):
      "\(pin) was pinned; found \(found.isEmpty ? "no certificate" : found.joined(separator: ", "))"
    }
  }

  var next: [String] {
    switch self {
    case .targetExists: ["name another file or directory, or move it out of the way"]
    case .unwritable: ["make room, or write somewhere else"]
    case .unreadable: []
    case .invalid: ["have it sent again, or a new one made"]
    case .credentialEnded, .credentialUnusable:
      ["make a new one at the hub: mcctl token create CLUSTER -o jsonpath={.token}"]
    case .pinMismatch: ["find out which is right before anything is trusted"]
    case .authoritiesUnavailable: ["name the certificates with --hub-ca-file"]
    }
  }
}
