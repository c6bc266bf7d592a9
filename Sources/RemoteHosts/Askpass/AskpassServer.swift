import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Answers the questions that ``Askpass`` passes on.
final class AskpassServer: Sendable {
  /// Gives the answer to a prompt; nil for none.
  typealias Answerer = @Sendable (AskpassPrompt) async -> String?

  private let socket: LocalSocket
  private let answerers = Mutex<[String: Answerer]>([:])

  /// Starts to listen.
  ///
  /// - Parameter folder: the private folder.
  init(folder: String) throws(RemoteHostError) {
    let path = "\(folder)/\(Askpass.socketName)"
    guard let socket = LocalSocket.listening(at: path) else {
      throw .localFile(path: path, reason: String(cString: strerror(errno)))
    }
    self.socket = socket
    let socketOnly = socket
    DetachedThread.start { [weak self] in
      while let connection = socketOnly.accepted() {
        guard let self else { return connection.shut() }
        // A person may take long to answer, and others must not wait for that.
        DetachedThread.start { self.serve(connection) }
      }
      socketOnly.shut()
    }
  }

  /// Says who answers for a connection.
  func answer(for host: String, by answerer: @escaping Answerer) {
    answerers.withLock { $0[host] = answerer }
  }

  /// Ends it.
  func stop() {
    socket.wake()
  }

  private func serve(_ connection: LocalSocket) {
    let words = String(decoding: connection.readToEnd(limit: 64 << 10), as: UTF8.self)
      .split(separator: "\u{0}", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    guard words.count == 3, let answerer = answerers.withLock({ $0[words[0]] }) else {
      return connection.shut()
    }
    let prompt = AskpassPrompt(words[2], kind: words[1])
    Task {
      let answer = await answerer(prompt)
      // A few bytes into an empty socket never block.
      connection.writeAll(answer.map { Array("+\($0)".utf8) } ?? [UInt8(ascii: "-")])
      connection.shut()
    }
  }
}

/// Threads for calls that block.
enum DetachedThread {
  private final class Work: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Runs the work on a new thread, or not at all when there can be none.
  static func start(_ run: @escaping @Sendable () -> Void) {
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let context = Unmanaged.passRetained(Work(run))
    let status = pthread_create(
      &thread, nil,
      { context in
        #if canImport(Darwin)
          Unmanaged<Work>.fromOpaque(context).takeRetainedValue().run()
        #else
          guard let context else { return nil }
          Unmanaged<Work>.fromOpaque(context).takeRetainedValue().run()
        #endif
        return nil
      }, context.toOpaque())
    guard status == 0 else { return context.release() }
    #if canImport(Darwin)
      if let thread { pthread_detach(thread) }
    #else
      pthread_detach(thread)
    #endif
  }
}
