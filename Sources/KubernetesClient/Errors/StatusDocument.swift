import Documents

/// A `Status` document, with which API servers answer what does not succeed.
struct StatusDocument: Sendable {
  let document: Value

  /// Reads a Status; nil when the document is something else. Some answers leave out `kind`.
  init?(_ document: Value) {
    let isStatus = document["kind"]?.string == "Status"
    let looksLikeStatus = document["kind"] == nil && document["status"]?.string == "Failure"
    guard isStatus || looksLikeStatus else { return nil }
    self.document = document
  }

  var isFailure: Bool { document["status"]?.string == "Failure" }
  var code: Int? { document["code"]?.int }
  var reason: String { document["reason"]?.string ?? "" }
  var message: String { document["message"]?.string ?? "" }

  /// The name of the object that the server speaks of.
  var name: String? {
    document.at("details", "name")?.string.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The group of the object that the server speaks of.
  var group: String { document.at("details", "group")?.string ?? "" }

  /// The plural, or for failed validation the kind, of the object that the server speaks of.
  var kind: String { document.at("details", "kind")?.string ?? "" }

  /// How long the server asks to wait.
  var retryAfter: Duration? {
    document.at("details", "retryAfterSeconds")?.int.map { .seconds($0) }
  }

  /// The token with which an expired list may go on, from a later version of the collection.
  var continueToken: String? {
    document.at("metadata", "continue")?.string.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// What is wrong with which field.
  var causes: [FieldCause] {
    (document.at("details", "causes")?.array ?? []).map {
      FieldCause(
        field: $0["field"]?.string ?? "", reason: $0["reason"]?.string ?? "",
        message: $0["message"]?.string ?? "")
    }
  }

  /// The conflicts of a server-side apply; the manager is quoted in the message.
  var applyConflicts: [ApplyConflict] {
    causes.filter { $0.reason == "FieldManagerConflict" }.map {
      ApplyConflict(
        manager: $0.message.quoted(after: "conflict with ") ?? "", field: $0.field,
        message: $0.message)
    }
  }
}

extension String {
  /// The text in double quotes right after `prefix`, as Go's `%q` writes it.
  func quoted(after prefix: String) -> String? {
    guard let start = firstRange(of: prefix + "\"")?.upperBound,
      let end = self[start...].firstIndex(of: "\"")
    else { return nil }
    return String(self[start..<end])
  }
}
