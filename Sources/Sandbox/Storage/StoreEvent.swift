/// One change of the storage, as watches see it.
struct StoreEvent: Sendable {
  /// What happened to the object.
  enum Change: Sendable { case added, modified, deleted }

  let change: Change
  let resource: ResourceKey
  /// The object after the change; on delete its last state, with the revision of the delete.
  let object: StoredObject
  /// The object before the change; nil when it was added.
  let previous: StoredObject?

  var revision: UInt64 { object.revision }
}

/// What a watch gets from the storage, in order.
enum StoreSignal: Sendable {
  case event(StoreEvent)
  /// Every change up to this revision has been sent.
  case progress(UInt64)
}
