/// Takes secrets out of what people and logs get to see.
///
/// Masked are: the data of Secrets; values under names such as `token`, `password` and
/// `client-key-data`; private keys, JWTs, bearer and bootstrap tokens wherever they stand in a text;
/// and all of these inside texts that are YAML, JSON or base64 of it, such as kubeconfigs in
/// ConfigMaps and the annotation `kubectl.kubernetes.io/last-applied-configuration`.
/// Certificates are public and stay. Empty texts stay empty, which tells an operator more.
public enum Masking {
  /// What stands in place of a secret.
  public static let mask = "***"

  /// The value with its secrets masked.
  ///
  /// - Parameter isSecret: whether it is known to be a Secret, or a patch of one or a list of such,
  ///   which does not say so itself.
  public static func masked(_ value: Value, isSecret: Bool = false) -> Value {
    ValueMasker(assumesSecret: isSecret).masked(value)
  }

  /// The text with its secrets masked: a body, a header, a line of a log, an error message.
  ///
  /// - Parameter isSecret: whether the text is known to be the body of a request for Secrets.
  public static func masked(text: String, isSecret: Bool = false) -> String {
    ValueMasker(assumesSecret: isSecret).masked(text: text)
  }

  /// The value of the HTTP header `name`, masked when that header carries credentials.
  public static func masked(header name: String, value: String) -> String {
    SecretNames.isSecret(name) ? mask : masked(text: value)
  }

  /// Both values with their secrets masked, so that one can still see which of them differ: such a
  /// secret is `*** (before)` on one side and `*** (after)` on the other.
  public static func masked(before: Value, after: Value) -> (before: Value, after: Value) {
    var pair = (before: masked(before), after: masked(after))
    markDifferences((before, after), in: &pair)
    return pair
  }

  private static func markDifferences(
    _ original: (before: Value, after: Value), in masked: inout (before: Value, after: Value)
  ) {
    guard original.before != original.after else { return }
    switch (masked.before, masked.after) {
    case (.object(var before), .object(var after)):
      for (key, value) in before {
        guard let other = after[key], let old = original.before[key], let new = original.after[key]
        else { continue }
        var pair = (before: value, after: other)
        markDifferences((old, new), in: &pair)
        before[key] = pair.before
        after[key] = pair.after
      }
      masked = (.object(before), .object(after))
    case (.array(var before), .array(var after)):
      for index in 0..<min(before.count, after.count) {
        guard let old = original.before[index], let new = original.after[index] else { continue }
        var pair = (before: before[index], after: after[index])
        markDifferences((old, new), in: &pair)
        before[index] = pair.before
        after[index] = pair.after
      }
      masked = (.array(before), .array(after))
    case (.string(let before), .string(let after)) where before == after:
      masked = (.string("\(before) (before)"), .string("\(after) (after)"))
    default:
      break
    }
  }
}
