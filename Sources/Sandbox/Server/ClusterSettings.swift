/// What a simulated cluster does differently when a test wants it to.
struct ClusterSettings: Sendable {
  /// Whether the storage can report how far watches are. One that cannot answers watches that want
  /// initial events and bookmarks with an error, as API servers on some storages do.
  var reportsProgress = true
  var watchLimits = WatchLimits()
}
