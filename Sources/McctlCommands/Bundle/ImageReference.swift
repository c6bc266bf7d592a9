import Documents

/// An image's reference in its parts: `registry/repository:tag@digest`.
struct ImageReference: Sendable, Hashable {
  /// The whole reference.
  let text: String
  /// Host of the registry, with its port; Docker's own where none is named.
  let registry: String
  /// The path within the registry.
  let repository: String
  /// The tag; nil when there is none.
  let tag: String?
  /// `sha256:…`; nil when there is none.
  let digest: String?

  init(_ text: String) {
    self.text = text
    let parts = text.split(separator: "@", maxSplits: 1).map(String.init)
    var rest = parts.first ?? text
    digest = parts.count == 2 ? parts[1] : nil
    let name = rest.split(separator: "/").last ?? ""
    if let colon = name.lastIndex(of: ":") {
      tag = String(name[name.index(after: colon)...])
      rest = String(rest.dropLast(name.distance(from: colon, to: name.endIndex)))
    } else {
      tag = nil
    }
    let first = rest.prefix { $0 != "/" }
    let isHost = first.contains(".") || first.contains(":") || first == "localhost"
    registry = isHost && first.count < rest.count ? String(first) : "docker.io"
    repository = isHost && first.count < rest.count ? String(rest.dropFirst(first.count + 1)) : rest
  }

  /// The machine form: `{"image", "registry", "repository", "tag", "digest"}`.
  var document: Value {
    var value: Value = [
      "image": .string(text), "registry": .string(registry), "repository": .string(repository),
    ]
    value["tag"] = tag.map(Value.string)
    value["digest"] = digest.map(Value.string)
    return value
  }

  /// What `skopeo sync --src yaml` takes (skopeo-sync(1)).
  static func skopeo(_ references: [ImageReference]) -> Value {
    var value: Value = .object(Object())
    for reference in references {
      let path = [reference.registry, "images", reference.repository]
      var versions = value.at(path)?.array ?? []
      versions.append(.string(reference.digest ?? reference.tag ?? "latest"))
      value.set(.array(versions), at: path)
    }
    return value
  }
}
