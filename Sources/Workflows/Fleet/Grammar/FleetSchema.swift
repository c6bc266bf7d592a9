public import Documents

/// The JSON Schema of the fleet file (draft 2020-12), for editors.
public enum FleetSchema {
  /// The schema.
  public static var document: Value {
    FileSchema.document(FleetGrammar.document, title: "A fleet of clusters for mcctl")
  }
}
