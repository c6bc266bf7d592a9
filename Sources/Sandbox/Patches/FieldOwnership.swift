import Documents

/// Records in `metadata.managedFields` who wrote which fields.
struct FieldOwnership {
  let schema: Schema

  /// Gives the writer the fields that an update changed.
  func recordUpdate(
    _ object: inout Value, old: Value?, subresource: String?, _ context: WriteContext
  ) {
  }
}
