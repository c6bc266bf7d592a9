import Documents
import Logging

/// A program that containers of the simulated clusters run: the part of an image that matters.
protocol Program: Sendable {
  /// Runs in a pod until the task is cancelled, or returns to be started again in the same pod.
  func run(in pod: RunningPod) async throws
}

/// Finds the program of a command line such as `/registration-operator hub`; nil for images that
/// nothing is simulated of: their pods run and do nothing.
typealias ProgramCatalog = @Sendable (_ commandLine: [String]) -> (any Program)?

/// A pod whose containers run.
struct RunningPod: Sendable {
  let template: PodTemplate
  /// Name of the Pod object.
  let name: String
  /// What the pod's `emptyDir` volumes hold: kept across restarts of the program, gone with the pod.
  let scratch: PodScratch
  let logger: Logger

  /// The value of `--flag=value`; nil when the flag is missing.
  func argument(_ flag: String) -> String? {
    let prefix = "--\(flag)="
    return template.commandLine.first { $0.hasPrefix(prefix) }
      .map { String($0.dropFirst(prefix.count)) }
  }

  /// All values of a flag that may be given several times.
  func arguments(_ flag: String) -> [String] {
    let prefix = "--\(flag)="
    return template.commandLine.filter { $0.hasPrefix(prefix) }
      .map { String($0.dropFirst(prefix.count)) }
  }
}

/// Files that a program wrote into its pod's memory volumes.
actor PodScratch {
  private(set) var files: [String: [UInt8]] = [:]

  /// Adds or replaces files; nothing is ever removed, as with a dump of a Secret.
  func write(_ contents: [String: [UInt8]]) {
    files.merge(contents) { _, new in new }
  }
}
