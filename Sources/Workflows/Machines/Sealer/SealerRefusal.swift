/// Why sealer cannot be used, or its image not be brought: nothing has been changed.
enum SealerRefusal: WorkflowFailure {
  /// There is no sealer on the first master, and none was brought along.
  case missing(host: String)
  /// The sealer on the first master is of another version.
  case version(host: String, found: String, wanted: String)
  /// A file that is to be copied there is not the one that was meant.
  case file(path: String, reason: String)

  var id: ErrorID {
    switch self {
    case .missing: .sealerMissing
    case .version: .sealerVersion
    case .file: .createImageFile
    }
  }

  var category: ExitCategory { .refused }

  var what: String {
    switch self {
    case .missing(let host): "there is no sealer on \(host)"
    case .version(let host, let found, let wanted):
      "the sealer on \(host) is \(found), and \(wanted) is wanted"
    case .file(let path, _): "the file \(path) cannot be used"
    }
  }

  var why: String? {
    if case .file(_, let reason) = self { reason } else { nil }
  }

  var next: [String] {
    switch self {
    case .missing: ["name the program to install: spec.sealer.binary, or --sealer-binary"]
    case .version:
      ["name the program to install: spec.sealer.binary", "or leave spec.sealer.version out"]
    case .file: ["name another file, or correct its sha256"]
    }
  }
}
