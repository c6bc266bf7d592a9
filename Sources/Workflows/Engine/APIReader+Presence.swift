import Documents
import KubernetesClient

extension APIReader {
  /// The objects of a type, none when the server does not serve it.
  func presentList(
    _ type: ResourceType, namespace: String? = nil, _ options: ListOptions = ListOptions()
  ) async throws -> [Value] {
    do {
      return try await list(type, namespace: namespace, options).items
    } catch KubernetesError.resourceTypeMissing {
      return []
    }
  }

  /// The object, nil also when the server does not serve its type.
  func present(_ object: ObjectReference) async throws -> Value? {
    do {
      return try await getIfPresent(object.type, object.name, namespace: object.namespace)
    } catch KubernetesError.resourceTypeMissing {
      return nil
    }
  }
}
