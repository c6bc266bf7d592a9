/// `host.architecture`: the image is for the machine's architecture.
struct HostArchitectureCheck: Check {
  typealias Context = HostCheckContext

  let article = CheckArticle(
    "host.architecture", .machine, "the image is for the machine's architecture",
    meaning: """
      sealer gives each machine what the image on the first master has for its architecture. Looks at what the image has, \
      where it is there; where it is not, at the first master and at the nodes that the cluster has already. What is pulled \
      or loaded is for one architecture alone, unless its platform says otherwise.
      """,
    warns:
      "the machine has another architecture than the first master, and the image is not there.",
    fails:
      "the image on the first master is not for it, or no node of the cluster that the machine is to join has it.",
    remedies: [
      "use a machine with the first master's architecture",
      "bring an image for both to the first master: sealer load, or sealer pull --platform",
    ])

  func run(_ context: HostCheckContext) async throws -> CheckVerdict {
    guard let own = try context.facts.imageArchitecture else {
      return .skip("host.os tells of the architecture")
    }
    guard let master = context.firstMaster else { return .skip("the first master was not reached") }
    let image = master.architectures(ofImage: context.specification.image.name)
    if !image.isEmpty {
      return image.contains(own)
        ? .pass("the image has \(own)")
        : .fail("it is \(own), and the image on the first master is for \(Self.list(image))")
    }
    let nodes = context.nodes?.all.compactMap(\.architecture) ?? []
    let present = Set(nodes + [master.imageArchitecture].compactMap(\.self))
    if present.contains(own) { return .pass(own) }
    return context.nodes == nil
      ? .warn("it is \(own), and the first master is \(Self.list(present))")
      : .fail("it is \(own), and the cluster's nodes are \(Self.list(present))")
  }

  private static func list(_ names: Set<String>) -> String {
    names.sorted().joined(separator: " and ")
  }
}
