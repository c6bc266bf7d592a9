import OpenClusterManagement

/// Versions as the tags of images tell them.
enum ImageTag {
  /// `v1.3.1` of `quay.io/open-cluster-management/registration:v1.3.1`; nil without a tag, also when only
  /// a digest is given.
  static func tag(_ image: String) -> String? {
    let name = image.prefix { $0 != "@" }
    guard let colon = name.lastIndex(of: ":") else { return nil }
    let tag = name[name.index(after: colon)...]
    return tag.isEmpty || tag.contains("/") ? nil : String(tag)
  }

  /// The release behind a tag; nil for `latest` and the like.
  static func version(_ image: String) -> OCMVersion? {
    tag(image).flatMap { try? OCMVersion(parsing: $0) }
  }
}
