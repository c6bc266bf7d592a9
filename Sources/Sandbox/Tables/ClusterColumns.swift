import Documents
import Foundation

/// Tables of the other built-in kinds, after `kubernetes/pkg/printers/internalversion`.
extension TableColumn {
  static let dataCount = TableColumn(name: "Data", type: "string") { object, _ in
    let text = object["data"]?.object?.count ?? 0
    return .integer(text + (object["binaryData"]?.object?.count ?? 0))
  }

  static let endpointAddresses = TableColumn(name: "Endpoints", type: "string") { object, _ in
    let all = (object["subsets"]?.array ?? []).flatMap { subset in
      (subset["addresses"]?.array ?? []).flatMap { address in
        (subset["ports"]?.array ?? []).map {
          "\(address["ip"]?.string ?? ""):\($0["port"]?.int ?? 0)"
        }
      }
    }
    return .string(all.isEmpty ? "<none>" : all.joined(separator: ","))
  }

  static let ofEvents: [TableColumn] = [
    TableColumn(name: "Last Seen", type: "string") { object, now in
      Age.since(
        object["lastTimestamp"] ?? object["eventTime"] ?? object["deprecatedLastTimestamp"], now)
    },
    .text("Type", "type"), .text("Reason", "reason"),
    TableColumn(name: "Object", type: "string") { object, _ in
      let about = object["involvedObject"] ?? object["regarding"]
      let kind = about?["kind"]?.string?.lowercased() ?? ""
      return .string("\(kind)/\(about?["name"]?.string ?? "")")
    },
    TableColumn(name: "Message", type: "string") { object, _ in
      object["message"] ?? object["note"] ?? ""
    },
    TableColumn(
      name: "Name", type: "string", format: "name", priority: 1, cell: TableColumn.name.cell),
  ]

  static let ofServices: [TableColumn] = [
    .name, .text("Type", "spec", "type"),
    .text("Cluster-IP", "spec", "clusterIP", missing: "<none>"),
    TableColumn(name: "External-IP", type: "string") { object, _ in
      let ingress = object.at("status", "loadBalancer", "ingress")?.array ?? []
      let names = ingress.compactMap { ($0["ip"] ?? $0["hostname"])?.string }
      return .string(names.isEmpty ? "<none>" : names.joined(separator: ","))
    },
    TableColumn(name: "Port(s)", type: "string") { object, _ in
      let ports = (object.at("spec", "ports")?.array ?? []).map {
        "\($0["port"]?.int ?? 0)/\($0["protocol"]?.string ?? "TCP")"
      }
      return .string(ports.isEmpty ? "<none>" : ports.joined(separator: ","))
    },
    .age, .selector("spec", "selector"),
  ]

  static let ofNodes: [TableColumn] = [
    .name,
    TableColumn(name: "Status", type: "string") { object, _ in
      let isReady = condition("Ready", of: object)?["status"]?.string == "True"
      let isClosed = object.at("spec", "unschedulable")?.bool == true
      return .string((isReady ? "Ready" : "NotReady") + (isClosed ? ",SchedulingDisabled" : ""))
    },
    TableColumn(name: "Roles", type: "string") { object, _ in
      let prefix = "node-role.kubernetes.io/"
      let labels = object.at("metadata", "labels")?.object ?? Object()
      let roles = labels.keys.filter { $0.hasPrefix(prefix) }.map { $0.dropFirst(prefix.count) }
      return .string(roles.isEmpty ? "<none>" : roles.joined(separator: ","))
    },
    .age, .text("Version", "status", "nodeInfo", "kubeletVersion"),
  ]

  static let ofBindings: [TableColumn] = [
    .name,
    TableColumn(name: "Role", type: "string") { object, _ in
      let role = object["roleRef"]
      return .string("\(role?["kind"]?.string ?? "")/\(role?["name"]?.string ?? "")")
    },
    .age, subjects("Users", "User"), subjects("Groups", "Group"),
    subjects("ServiceAccounts", "ServiceAccount"),
  ]

  static let ofSigningRequests: [TableColumn] = [
    .name, .age, .text("SignerName", "spec", "signerName"), .text("Requestor", "spec", "username"),
    TableColumn(name: "RequestedDuration", type: "string") { object, _ in
      guard let seconds = object.at("spec", "expirationSeconds")?.int else { return "<none>" }
      return .string(Age.human(seconds: seconds))
    },
    TableColumn(name: "Condition", type: "string") { object, _ in
      .string(signingState(object))
    },
  ]

  static let ofAPIServices: [TableColumn] = [
    .name,
    TableColumn(name: "Service", type: "string") { object, _ in
      guard let service = object.at("spec", "service"), !service.isNull else { return "Local" }
      return .string("\(service["namespace"]?.string ?? "")/\(service["name"]?.string ?? "")")
    },
    TableColumn(name: "Available", type: "string") { object, _ in
      condition("Available", of: object)?["status"] ?? "Unknown"
    },
    .age,
  ]

  private static func condition(_ type: String, of object: Value) -> Value? {
    (object.at("status", "conditions")?.array ?? []).first { $0["type"]?.string == type }
  }

  private static func subjects(_ name: String, _ kind: String) -> TableColumn {
    TableColumn(name: name, type: "string", priority: 1) { object, _ in
      let subjects = (object["subjects"]?.array ?? []).filter { $0["kind"]?.string == kind }
      let names = subjects.map { subject in
        let name = subject["name"]?.string ?? ""
        return subject["namespace"]?.string.map { "\($0)/\(name)" } ?? name
      }
      return .string(names.joined(separator: ", "))
    }
  }

  private static func signingState(_ request: Value) -> String {
    let conditions = request.at("status", "conditions")?.array ?? []
    let types = conditions.compactMap { $0["type"]?.string }
    var state =
      types.contains("Denied") ? "Denied" : types.contains("Approved") ? "Approved" : "Pending"
    if types.contains("Failed") { state += ",Failed" }
    let certificate = request.at("status", "certificate")?.string ?? ""
    return certificate.isEmpty ? state : state + ",Issued"
  }
}
