public import OpenClusterManagement

/// A bundle as it was found: its files, and what its own description says about them.
public struct FoundBundle: Sendable, Hashable {
  /// The path it was found at.
  public let path: String
  /// What `bundle.json` says.
  public let description: BundleDescription
  /// The files by path, without `bundle.json`. Some hold the credential.
  let files: [String: BundleFile]

  /// What is different from what `bundle.json` lists, one sentence a file; empty when nothing is.
  public var faults: [String] {
    var faults: [String] = []
    for expected in description.files {
      guard let file = files[expected.path] else {
        faults.append("\(expected.path) is missing")
        continue
      }
      if file.contents.count != expected.size || file.digest != expected.digest {
        faults.append("\(expected.path) was changed")
      }
    }
    let listed = Set(description.files.map(\.path))
    return faults + files.keys.filter { !listed.contains($0) }.sorted().map { "\($0) was added" }
  }

  /// The text of a file; nil when there is none.
  func text(_ path: String) -> String? {
    files[path].map { String(decoding: $0.contents, as: UTF8.self) }
  }
}
