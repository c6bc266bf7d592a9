import Documents
import KubernetesClient
import OpenClusterManagement

/// Waits until the API server serves a type whose CRD was just created.
struct DefinitionWait: Sendable {
  let definition: ObjectReference
  let reader: APIReader
  let location: ClusterLocation

  func run(_ context: StepContext) async throws {
    let source = WatchSource(
      key: "definition", reader: reader, type: definition.type, name: definition.name)
    try await Wait<Void>(sources: [source]) { objects in
      let conditions = objects["definition"].first?.at("status", "conditions")?.array ?? []
      let established = conditions.first { $0["type"]?.string == "Established" }
      if established?["status"]?.string == "True" { return .satisfied(()) }
      let refused = conditions.first {
        $0["type"]?.string == "NamesAccepted" && $0["status"]?.string == "False"
      }
      let reason = refused?["message"]?.string ?? "the API server has not taken it in yet"
      return .waiting(
        BlockingFact(
          goal: "\(definition) to be established", reason: reason, object: definition,
          location: location,
          inspect: definition.inspectCommand(location.connection)))
    }.run(context)
  }
}
