/// Recognises what admission says in messages, since a Status has no field for it.
enum AdmissionMessages {
  /// The webhook or policy that refused a change
  /// (apiserver `plugin/webhook/errors`, `plugin/policy/validating`).
  static func denier(in message: String) -> String? {
    if message.contains("denied the request"),
      let name = message.quoted(after: "admission webhook ")
    {
      return name
    }
    for kind in ["ValidatingAdmissionPolicy", "MutatingAdmissionPolicy"] {
      guard message.contains("denied request"),
        let start = message.firstRange(of: "\(kind) '")?.upperBound,
        let end = message[start...].firstIndex(of: "'")
      else { continue }
      return String(message[start..<end])
    }
    return nil
  }

  /// The webhook that the server could not ask.
  static func unreachableWebhook(in message: String) -> String? {
    message.quoted(after: "failed calling webhook ")
  }
}
