import Documents
import FoundationEssentials

/// The keys of Secret `mcctl-cluster`.
enum OriginKey: String, Sendable {
  /// What the cluster is to be made of: a document of kind Cluster.
  case specification
  /// The folder from which its paths start.
  case folder
  /// What the cluster was made of last, in the form of the specification. mcctl writes it when that is done.
  case applied
  /// The change that is under way.
  case change
  /// What that change makes of the cluster, in the form of the specification.
  case target
  /// How many changes have been begun.
  case changes

  /// The text under the key; nil for none.
  func text(_ secret: Value) -> String? {
    secret.at("data", rawValue)?.string.flatMap { Data(base64Encoded: $0) }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// The form in which a text stands in a Secret.
  static func data(_ text: String) -> Value {
    .string(Data(text.utf8).base64EncodedString())
  }
}
