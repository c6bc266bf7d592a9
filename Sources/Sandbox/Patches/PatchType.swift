/// The kinds of patches, by their content type.
enum PatchType: String, Sendable {
  case json = "application/json-patch+json"
  case merge = "application/merge-patch+json"
  case strategic = "application/strategic-merge-patch+json"
  case apply = "application/apply-patch+yaml"

  /// Reads a content type; custom resources know no strategic merge patch.
  init(contentType: String, _ definition: ResourceDefinition) throws(APIFailure) {
    let known = PatchType(rawValue: contentType)
    if let known, known != .strategic || !definition.isCustom {
      self = known
      return
    }
    let custom: [PatchType] = [.json, .merge, .apply]
    let accepted = definition.isCustom ? custom : [.json, .merge, .strategic, .apply]
    throw .unsupportedMediaType(accepted.map(\.rawValue))
  }
}
