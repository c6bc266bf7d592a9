extension APIReader {
  /// Follows the objects of a type, or the one named: first ``WatchEvent/initial(_:)``, then changes.
  ///
  /// It never ends by itself. A request that ends is resumed where it was; when the server has
  /// forgotten that place (410), everything is listed again and told as another
  /// ``WatchEvent/initial(_:)``. What will not heal is thrown: refused credentials, missing
  /// rights, a type that is not served, a certificate that does not verify. The rest is retried with
  /// growing pauses and told to ``WatchOptions/onInterruption``.
  ///
  /// Watching stops when the loop over the events does. The loop ends without an error when its task
  /// was cancelled before.
  public func watch(
    _ type: ResourceType, namespace: String? = nil, name: String? = nil,
    _ options: WatchOptions = WatchOptions()
  ) -> AsyncThrowingStream<WatchEvent, any Error> {
    let target = WatchTarget(type: type, namespace: namespace, name: name)
    let watch = WatchReading(session: session, target: target, options: options)
    return AsyncThrowingStream(unfolding: { try await watch.next() })
  }
}
