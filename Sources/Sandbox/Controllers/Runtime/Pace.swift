/// How fast the simulation runs. The defaults shorten the waits of real clusters (image pulls,
/// resyncs of seconds to minutes) so that a registration takes a second or two; nothing in them
/// shortens what is written in objects, such as lease durations.
struct Pace: Sendable {
  /// From a Deployment that can run to its running, ready pod.
  var podStart: Duration = .milliseconds(120)
  /// From a process that ended to its restart in the same pod.
  var restart: Duration = .milliseconds(250)
  /// Between looks at what nothing announces, such as permissions on another cluster (OCM: 30 s).
  var resync: Duration = .seconds(1)
  /// Between an operator's questions to the hub whether its kubeconfig still lets agents work (OCM: 30 s).
  var hubCheck: Duration = .seconds(15)
  /// Between passes of a cleanup that waits for others (OCM: 5 s).
  var requeue: Duration = .milliseconds(300)
  /// The longest wait before a failed reconciliation is tried again.
  var longestRetry: Duration = .seconds(1)
}
