import ArgumentParser
import Documents
import Terminal
import Workflows

/// Runs one parsed command: opens what it reports to, listens for signals, prints the result or the error in one place,
/// and sees to it that the last event is written whatever happens.
struct CommandHarness {
  let invocation: Invocation
  let command: any McctlCommand

  /// Returns the exit status.
  func run() async -> ExitStatus {
    var report = ErrorReport(streams: invocation.streams)
    do {
      let settings = try command.reporting.settings(invocation)
      let format = try command.resultOptions?.format(invocation)
      report = ErrorReport(
        streams: invocation.streams, color: settings.color, isJSON: format?.isJSON ?? false)
      let printer = ResultPrinter(
        streams: invocation.streams, format: format ?? .table,
        showsHeader: !(command.resultOptions?.noHeaders ?? false), color: settings.color)
      let reporter = try Reporter(
        operation: type(of: command).operation, settings: settings, invocation: invocation)
      try reporter.begin()
      return await run(reporter, printer, report)
    } catch {
      return report.print(UserFacingError(mapping: error))
    }
  }

  private func run(
    _ reporter: Reporter, _ printer: ResultPrinter, _ report: ErrorReport
  ) async -> ExitStatus {
    let context = CommandContext(invocation: invocation, reporter: reporter, printer: printer)
    let ending = await CommandRace(invocation: invocation, reporter: reporter).run {
      [command] in try await command.run(context)
    }
    reporter.finish()
    do {
      let outcome = try ending.outcome()
      if !reporter.ownsStandardOutput { try printer.print(outcome) }
      if let closing = outcome.closing, invocation.streams.terminal.errorIsTerminal {
        reporter.note(closing)
      }
      try reporter.end(outcome)
      report.print(outcome.failures)
      return outcome.status
    } catch TerminalError.brokenPipe {
      // The reader has seen all it wanted to see.
      reporter.end(quietlyAs: .done)
      return .done
    } catch {
      let failure = ending.error(for: error)
      reporter.end(failure)
      return ending.isQuiet ? failure.status : report.print(failure)
    }
  }
}
