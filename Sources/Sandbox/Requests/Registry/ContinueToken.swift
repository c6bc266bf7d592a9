import Documents
import Foundation

/// Where a list in pages goes on: the revision it shows and the key to start from
/// (`apiserver/pkg/storage/continue.go`).
struct ContinueToken: Sendable {
  /// Revision that all pages show.
  let revision: UInt64
  /// The last object of the page before.
  let last: ObjectKey

  private static let version = "meta.k8s.io/v1"

  /// Stands for whatever revision is the latest.
  static let latest = UInt64.max

  init(revision: UInt64, last: ObjectKey) {
    self.revision = revision
    self.last = last
  }

  /// Reads a token.
  init(_ text: String) throws(APIFailure) {
    guard let bytes = Self.decode(text) else {
      throw Self.invalid("illegal base64 data at input byte 0")
    }
    guard let value = try? JSON.decode(bytes), value.object != nil else {
      let first = bytes.first.map { String(UnicodeScalar($0)) } ?? ""
      throw Self.invalid(
        bytes.isEmpty
          ? "unexpected end of JSON input"
          : "invalid character '\(first)' looking for beginning of value")
    }
    guard value["v"]?.string == Self.version else {
      throw .badRequest(
        "invalid continue token: server does not recognize this encoded version"
          + " \"\(value["v"]?.string ?? "")\"")
    }
    let stated = value["rv"]?.int ?? 0
    revision = stated < 0 ? Self.latest : UInt64(stated)
    let start = (value["start"]?.string ?? "").trimming(while: { $0 == "\0" })
    let parts = start.split(separator: "/", maxSplits: 1).map(String.init)
    last =
      parts.count == 2
      ? ObjectKey(namespace: parts[0], name: parts[1])
      : ObjectKey(namespace: "", name: parts.first ?? "")
  }

  /// The token as the URL carries it.
  var text: String {
    let start = last.namespace.isEmpty ? last.name : "\(last.namespace)/\(last.name)"
    let value: Value = [
      "v": .string(Self.version),
      "rv": .integer(revision == Self.latest ? -1 : Int(clamping: revision)),
      "start": .string(start + "\0"),
    ]
    return Data(JSON.encode(value)).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  /// The answer to a token whose revision is no longer known, with one that goes on from the same
  /// place with what is there now.
  var expired: APIFailure {
    let failure = APIFailure.expired(
      "The provided continue parameter is too old to display a consistent list result. You can"
        + " start a new list without the continue parameter, or use the continue token in this"
        + " response to retrieve the remainder of the results. Continuing with the provided token"
        + " results in an inconsistent list - objects that were created, modified, or deleted"
        + " between the time the first chunk was returned and now may show up in the list.")
    var status = failure.status
    let latest = ContinueToken(revision: Self.latest, last: last)
    status["metadata"] = ["continue": .string(latest.text)]
    return APIFailure(status: status, code: failure.code)
  }

  private static func invalid(_ why: String) -> APIFailure {
    .badRequest("invalid continue token: continue key is not valid: \(why)")
  }

  private static func decode(_ text: String) -> [UInt8]? {
    var standard = text.replacing("-", with: "+").replacing("_", with: "/")
    while standard.utf8.count % 4 != 0 { standard += "=" }
    return Data(base64Encoded: standard).map(Array.init)
  }
}
