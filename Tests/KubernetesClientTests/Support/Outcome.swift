import Documents

@testable import KubernetesClient

/// What came of a call, as one line that a table of tests can hold.
func outcome(of call: () async throws -> Value) async -> String {
  do {
    let value = try await call()
    let kind = value["kind"]?.string ?? "-"
    let name = value.at("metadata", "name")?.string ?? value["status"]?.string ?? "-"
    return "\(kind) \(name)"
  } catch let error as KubernetesError {
    return outcome(of: error)
  } catch {
    return "unexpected \(error)"
  }
}

func outcome(of error: KubernetesError) -> String {
  switch error {
  case .transport: "transport"
  case .credential(let error, _): "credential \(error)"
  case .unauthorized: "unauthorized"
  case .forbidden(let what, _):
    "forbidden \(what.user ?? "-") \(what.verb) \(what.resource) [\(what.group)] "
      + "\(what.namespace ?? "-") \(what.name ?? "-")"
  case .admissionDenied(let by, _): "admissionDenied \(by)"
  case .namespaceTerminating(let name, _): "namespaceTerminating \(name)"
  case .notFound(let object, _): "notFound \(object.map(String.init(describing:)) ?? "-")"
  case .resourceTypeMissing(let type, _): "resourceTypeMissing \(type)"
  case .alreadyExists(let object, _): "alreadyExists \(object.map(String.init(describing:)) ?? "-")"
  case .conflict: "conflict"
  case .applyConflict(let conflicts, _):
    "applyConflict " + conflicts.map { "\($0.manager):\($0.field)" }.joined(separator: " ")
  case .gone: "gone"
  case .invalid(let causes, _):
    "invalid " + causes.map { "\($0.field)=\($0.reason)" }.joined(separator: " ")
  case .badRequest(let context): "badRequest \(context.status ?? 0) \(context.reason ?? "-")"
  case .tooManyRequests(let delay, _): "tooManyRequests \(delay.map { "\($0)" } ?? "-")"
  case .server(let webhook, let context):
    "server \(context.status ?? 0) \(webhook ?? context.reason ?? "-")"
  case .notKubernetes(let answer, _): "notKubernetes \(answer)"
  case .decoding(let error, _): "decoding \(error.message)"
  }
}

/// The ``KubernetesError`` that a call throws, as one line.
func failure(of call: () async throws -> some Any) async -> String {
  do {
    _ = try await call()
    return "no error"
  } catch let error as KubernetesError {
    return outcome(of: error)
  } catch {
    return "unexpected \(error)"
  }
}
