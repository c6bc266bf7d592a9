import Documents

/// Rules of custom resources (`apiextensions-apiserver/pkg/registry/customresource`).
struct CustomResourceStrategy: ResourceStrategy {
  let hasStatus: Bool

  var countsGenerations: Bool { true }
  var allowsUnconditionalUpdate: Bool { false }

  func prepareForCreate(_ object: inout Value, _ context: WriteContext) {
    if hasStatus { object["status"] = nil }
  }
}
