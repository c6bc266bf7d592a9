import Documents

/// The Go types behind the built-in kinds, read from the tables in `Types/`.
///
/// A table is text. `package NAME GROUP VERSION` starts a Go package; `Name: summary` starts a type
/// and `kind Name: summary` one with `apiVersion`, `kind` and `metadata`; the indented lines below
/// are its fields: `name type marks…`. Types are `string int long bool number time bytes quantity
/// intOrString any`, the name of a type, `[T]` for a list and `{T}` for a map of T. Marks: `*`
/// required, `!` a struct that is not a pointer, `#` merged as a whole, `~` a list that is a set,
/// `@a,b` a list that is a map by the fields a and b, `^a` merged by `a` in strategic merge patches
/// alone, `%` with `$retainKeys` in them, `=value` a default (JSON, or a bare word), `:n` the number
/// in the protobuf form when it is not that of the field before plus one, `:n.m` when the field is
/// in a message of its own there.
struct BuiltInTypes: Sendable {
  /// A Go package that kinds live in.
  struct Package: Sendable, Hashable {
    /// Prefix of published definitions such as `io.k8s.api.core.v1`.
    let name: String
    let group: String
    let version: String
  }

  /// All published definitions by their names.
  let definitions: [String: Schema]
  private let kinds: [String: Schema]

  /// The types of a Kubernetes API server, read once.
  static let standard = BuiltInTypes(
    tables: [
      metaTypes, coreTypes, podTypes, volumeTypes, workloadTypes, accessTypes, networkTypes,
      clusterTypes, extensionTypes,
    ])

  init(tables: [String]) {
    var reader = BuiltInTypeReader()
    for table in tables { reader.read(table) }
    definitions = reader.definitions
    kinds = reader.kinds
  }

  /// The type of a kind's objects; one that knows the metadata alone when no table has it.
  func schema(group: String, version: String, kind: String) -> Schema {
    kinds["\(group)/\(version)/\(kind)"] ?? Self.untyped
  }

  /// The type of `metadata`.
  var objectMeta: Schema {
    definitions["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"] ?? .any
  }

  /// What a DELETE may carry.
  var deleteOptions: Schema {
    definitions["io.k8s.apimachinery.pkg.apis.meta.v1.DeleteOptions"] ?? .any
  }

  private static let untyped = Schema(Schema.Content(type: .object, preservesUnknown: true))
}
