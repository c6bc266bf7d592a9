public import Documents

/// The JSON Schema of the file that describes a cluster to be created (draft 2020-12), for editors.
public enum ClusterSchema {
  /// The schema.
  public static var document: Value {
    FileSchema.document(ClusterGrammar.document, title: "A cluster for mcctl to create")
  }
}
