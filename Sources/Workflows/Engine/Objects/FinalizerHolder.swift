import Documents
import FoundationEssentials
import OpenClusterManagement

/// A finalizer on an object, and who put it there as far as `metadata.managedFields` tells.
struct FinalizerHolder: Sendable, Hashable, CustomStringConvertible {
  /// The finalizer.
  let finalizer: String
  /// The field manager that put it there; nil when nothing tells.
  let manager: String?
  /// When that manager last changed the object; nil when nothing tells.
  let since: Date?

  /// For people: `example.com/backup (put there by backup-controller)`.
  var description: String {
    manager.map { "\(finalizer) (put there by \($0))" } ?? finalizer
  }
}

extension Value {
  /// The object's finalizers, in their order.
  var finalizers: [String] { at("metadata", "finalizers")?.array?.compactMap(\.string) ?? [] }

  /// Who holds the object by which finalizer.
  var finalizerHolders: [FinalizerHolder] {
    let entries = at("metadata", "managedFields")?.array ?? []
    return finalizers.map { finalizer in
      let entry = entries.first {
        $0.at("fieldsV1", "f:metadata", "f:finalizers", "v:\"\(finalizer)\"") != nil
      }
      return FinalizerHolder(
        finalizer: finalizer, manager: entry?["manager"]?.string,
        since: Timestamp.date(entry?["time"]))
    }
  }

  /// Those of them that neither OCM, nor mcctl, nor Kubernetes put there.
  var userFinalizerHolders: [FinalizerHolder] {
    finalizerHolders.filter { Names.Finalizer.isUserFinalizer($0.finalizer) }
  }
}
