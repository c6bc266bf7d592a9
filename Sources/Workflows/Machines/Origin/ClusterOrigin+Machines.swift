public import Documents
import OpenClusterManagement

extension ClusterOrigin {
  /// A description of all machines that something of the cluster may be on: those that it is made of, those that it was to
  /// have, and those that were to leave. What the document says of a machine is preferred: how it is logged in to may have
  /// changed.
  public var everyMachine: Value {
    let declared = DescriptionDifference.hosts(document)
    var hosts: [Value] = []
    let known =
      [present, applied].compactMap(\.self).flatMap(DescriptionDifference.hosts)
      + (change?.removed ?? [])
    for host in known where !hosts.contains(where: { DescriptionDifference.isSame($0, host) }) {
      hosts.append(declared.first { DescriptionDifference.isSame($0, host) } ?? host)
    }
    var every = present
    every.set(.array(hosts), at: "spec", "hosts")
    every.set(document.at("spec", "ssh"), at: "spec", "ssh")
    return every
  }

  /// A description of the cluster as it is, reached and registered as the document says: to go on with what has been begun,
  /// whatever else is declared by now.
  var unchanged: Value {
    guard change != nil || applied != nil else { return document }
    var value = present
    for member in ["ssh", "checks", "import"] {
      value.set(document.at("spec", member), at: "spec", member)
    }
    return value
  }
}
