import Documents

/// What the query of a write says besides the object: dry run, field manager, field validation.
struct WriteOptions: Sendable {
  let isDryRun: Bool
  let manager: String?
  let fieldValidation: FieldValidation
  /// Server-side apply takes fields away from others.
  let isForced: Bool

  /// - Parameter options: the kind of the options in messages, such as `CreateOptions`.
  init(_ query: Query, options: String) throws(APIFailure) {
    let dryRun = query.all("dryRun")
    for value in dryRun where value != "All" {
      throw Self.invalid(options, .notSupported("dryRun", .string(value), ["All"]))
    }
    isDryRun = !dryRun.isEmpty
    let manager = query["fieldManager"].flatMap { $0.isEmpty ? nil : $0 }
    if let manager, manager.utf8.count > 128 {
      throw Self.invalid(options, .tooLong("fieldManager", max: 128))
    }
    self.manager = manager
    let validation = query["fieldValidation"] ?? ""
    if validation.isEmpty {
      fieldValidation = .warn
    } else if let known = FieldValidation(rawValue: validation) {
      fieldValidation = known
    } else {
      throw Self.invalid(
        options,
        .notSupported("fieldValidation", .string(validation), ["Ignore", "Strict", "Warn"]))
    }
    isForced = query.flag("force") ?? false
  }

  /// The context of a write by a user; without a field manager the program's name from the user
  /// agent counts.
  func context(user: UserInfo, userAgent: String) -> WriteContext {
    let program = userAgent.split(separator: "/").first.map(String.init) ?? "unknown"
    return WriteContext(
      user: user, manager: manager ?? program, isDryRun: isDryRun,
      fieldValidation: fieldValidation)
  }

  private static func invalid(_ options: String, _ cause: FieldCause) -> APIFailure {
    .invalid(group: "meta.k8s.io", kind: options, name: "", [cause])
  }
}
