import Documents

/// Strategic merge patches of built-in kinds.
enum StrategicMerge {
  static func apply(_ patch: Value, to object: Value, _ schema: Schema) throws(APIFailure) -> Value
  {
    MergePatch.apply(patch, to: object)
  }
}
