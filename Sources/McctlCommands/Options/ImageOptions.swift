import ArgumentParser
import OpenClusterManagement

/// Images that come from elsewhere than the registry, or by digest.
struct ImageOptions: ParsableArguments {
  @Option(
    name: .customLong("image"),
    help: ArgumentHelp(
      """
      Take one image from elsewhere: its name (registration-operator, registration, work, placement, addon-manager) \
      and the whole reference; may be repeated.
      """, valueName: "name=reference"))
  var images: [KeyValueArgument] = []

  @Option(
    name: .customLong("image-digest"),
    help: ArgumentHelp(
      "Take one image by digest; may be repeated.", valueName: "name=sha256:…"))
  var digests: [KeyValueArgument] = []

  mutating func validate() throws { try NamedImages(images: images, digests: digests).check() }

  /// The references of the named images; a digest is added to the one that the image has otherwise.
  func references(in source: ImageSource) -> [ImageSource.Component: String] {
    NamedImages(images: images, digests: digests).references(in: source)
  }
}

/// Images of OCM that flags name one by one: whole references, and digests.
struct NamedImages {
  let images: [KeyValueArgument]
  let digests: [KeyValueArgument]

  /// Throws for names and digests that are none.
  func check() throws {
    for image in images + digests where ImageSource.Component(rawValue: image.key) == nil {
      let known = ImageSource.Component.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("\"\(image.key)\" is no image of OCM; there are \(known)")
    }
    for digest in digests where !Self.isDigest(digest.value) {
      throw ValidationError(
        "--image-digest \(digest.key): write sha256: and 64 hexadecimal digits")
    }
  }

  /// The references of the named images; a digest is added to the one that the image has otherwise.
  func references(in source: ImageSource) -> [ImageSource.Component: String] {
    var source = source
    for image in images {
      guard let component = ImageSource.Component(rawValue: image.key) else { continue }
      source.overrides[component] = image.value
    }
    for digest in digests {
      guard let component = ImageSource.Component(rawValue: digest.key) else { continue }
      source.overrides[component] = "\(source.image(component))@\(digest.value)"
    }
    return source.overrides
  }

  private static func isDigest(_ text: String) -> Bool {
    guard text.hasPrefix("sha256:") else { return false }
    let digits = text.dropFirst("sha256:".count)
    return digits.utf8.count == 64 && digits.allSatisfy { $0.isHexDigit && !$0.isUppercase }
  }
}
