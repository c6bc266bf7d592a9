/// `host.cpu`: there are enough processors.
struct HostProcessorsCheck: Check {
  typealias Context = HostCheckContext

  let article = CheckArticle(
    "host.cpu", .machine, "there are enough processors",
    meaning: "A master takes two processors, as kubeadm does, and any other machine one.",
    fails: "there are fewer.", remedies: ["give the machine more processors"])

  func run(_ context: HostCheckContext) async throws -> CheckVerdict {
    let (there, needed) = (
      try context.facts.processors, context.needs.processors(context.host)
    )
    let text = "\(there) of \(needed) that are needed"
    return there < needed ? .fail(text) : .pass("\(there)")
  }
}

/// `host.memory`: there is enough memory.
struct HostMemoryCheck: Check {
  typealias Context = HostCheckContext

  let article = CheckArticle(
    "host.memory", .machine, "there is enough memory",
    meaning:
      "A master takes 4 GiB, any other machine 2 GiB. kubeadm refuses masters with less than 1700 MiB.",
    warns: "there is less than nine tenths of that.",
    fails: "a master has less than 1700 MiB, any other machine less than 1 GiB.",
    remedies: ["give the machine more memory"])

  func run(_ context: HostCheckContext) async throws -> CheckVerdict {
    let there = try context.facts.memory
    let wanted = context.needs.memory(context.host)
    let least = (context.host.isMaster ? 1700 : 1024) << 20
    let text = "\(there.inGiB) of \(wanted.inGiB) that are wanted"
    if there < least { return .fail(text) }
    return there < wanted / 10 * 9 ? .warn(text) : .pass(there.inGiB)
  }
}

/// `host.disk`: there is enough room where images and containers go.
struct HostDiskCheck: Check {
  typealias Context = HostCheckContext

  let article = CheckArticle(
    "host.disk", .machine, "there is enough room where images and containers go",
    meaning: """
      Adds up, for each file system, what is to lie on it: sealer's data, the container runtime, the kubelet, etcd on \
      masters, and on the first master the image's archive and store, unless the image is there. Before an upgrade only \
      what comes beside what is there: the new image unpacked and its containers' images, and a backup of etcd.
      """,
    warns: "a file system has less room than is wanted.",
    fails: "a file system has less than half of that.",
    remedies: [
      "make room, or mount a larger disk at the path",
      "set dataRoot or ContainerDataRoot to another disk",
    ])

  func run(_ context: HostCheckContext) async throws -> CheckVerdict {
    let disks = try context.facts.disks
    let hasImage = try context.facts.hasImage(context.specification.image.name)
    var wanted: [String: (bytes: Int, paths: [String], free: Int)] = [:]
    for (path, bytes) in context.needs.room(context.host, hasImage: hasImage) {
      guard let disk = disks.first(where: { $0.path == path }) else { continue }
      let entry = wanted[disk.mount] ?? (0, [], disk.free)
      wanted[disk.mount] = (entry.bytes + bytes, entry.paths + [path], disk.free)
    }
    let lines = wanted.sorted { $0.key < $1.key }.map { mount, need in
      (
        text: "\(mount): \(need.free.inGiB) free of \(need.bytes.inGiB) that are wanted "
          + "(\(need.paths.joined(separator: ", ")))",
        need: need
      )
    }
    guard !lines.isEmpty else { return .skip("the host does not tell of its disks") }
    let short = lines.filter { $0.need.free < $0.need.bytes }
    let details = short.map(\.text)
    if short.contains(where: { $0.need.free < $0.need.bytes / 2 }) {
      return .fail("there is far too little room", details: details)
    }
    guard short.isEmpty else { return .warn("there is less room than is wanted", details: details) }
    return .pass(
      lines.map { "\($0.need.free.inGiB) free on \(wanted.count > 1 ? $0.text : "the disk")" }[0])
  }
}

/// `host.swap`: memory is not swapped out.
struct HostSwapCheck: Check {
  typealias Context = HostCheckContext

  let article = CheckArticle(
    "host.swap", .machine, "memory is not swapped out",
    meaning:
      "The kubelet does not start with swap. sealer switches it off, until the machine is restarted.",
    warns: "there is swap.",
    remedies: ["swapoff -a, and take the line out of /etc/fstab"])

  func run(_ context: HostCheckContext) async throws -> CheckVerdict {
    let swaps = try context.facts.swaps
    return swaps.isEmpty ? .pass("there is none") : .warn(swaps.joined(separator: ", "))
  }
}

extension Int {
  /// Bytes, in words.
  fileprivate var inGiB: String {
    let tenths = (self * 10) >> 30
    return tenths < 10 ? "\(self >> 20) MiB" : "\(tenths / 10).\(tenths % 10) GiB"
  }
}
