import Workflows

extension ErrorCatalogue {
  /// The run itself.
  static let run: [ErrorArticle] = [
    ErrorArticle(
      .timedOut, .timedOut, "the time given passed",
      meaning: """
        --timeout is the time for the whole command. The message says what it was waiting for, what holds that up as far \
        as can be seen, and since when. What was started goes on in the cluster.
        """,
      causes: [
        "Pods do not start: images cannot be pulled, nodes have no room, a policy is in the way.",
        "The agent cannot reach the hub.",
        "The time was short.",
      ],
      remedies: [
        "Run the command the message names to see more.",
        "Run the same command again, with a longer --timeout; it goes on where it was.",
        "Where pods may never come up, end without waiting: --no-wait",
      ]),
    ErrorArticle(
      .interrupted, .interrupted, "it was stopped",
      meaning:
        "A signal came: Ctrl-C, a closed terminal, or SIGTERM. What had been done by then is listed and stays.",
      remedies: ["Run the same command again; it goes on where it stopped."]),
    ErrorArticle(
      .eventsUnwritable, .failed, "events cannot be written",
      meaning: """
        The file named with --events could not be opened or written. It is found out before anything is changed; when \
        it happens later, the run stops at that point.
        """,
      causes: ["The disk is full.", "The directory does not exist, or may not be written."],
      remedies: ["Name another file, then run the same command again."]),
    ErrorArticle(
      .unexpected, .failed, "something happened that mcctl does not know",
      meaning: "A failure without an explanation of its own. The message has what was seen.",
      remedies: ["Run it again with -v4, and report it with what is printed."]),
  ]

  /// The command line.
  static let commandLine: [ErrorArticle] = [
    ErrorArticle(
      .usage, .usage, "the command line makes no sense",
      meaning:
        "A command, flag or value is unknown or missing, or some do not go together. No server was asked.",
      remedies: ["See the command's --help."]),
    ErrorArticle(
      .inputUnreadable, .failed, "a file cannot be read",
      meaning: "A file that a flag names, or standard input, could not be read.",
      remedies: ["Correct the path, or its owner and mode."]),
    ErrorArticle(
      .outputUnwritable, .failed, "the result cannot be written",
      meaning: "Standard output could not be written. What was changed in clusters stays changed.",
      causes: ["The disk is full."],
      remedies: ["Make room, or write somewhere else; mcctl status shows how things stand."]),
    ErrorArticle(
      .outputTemplate, .failed, "the result does not fit the template",
      meaning:
        "A jsonpath or custom-columns expression met a document that it cannot be applied to.",
      remedies: ["Look at the fields there are with -o json."]),
    ErrorArticle(
      .confirmationNeeded, .refused, "somebody has to agree first",
      meaning: """
        The command destroys something. On a terminal it asks for a name; here standard input or standard error is no \
        terminal, and --yes was not given. No request was made.
        """,
      remedies: ["Agree beforehand with --yes.", "See what would vanish with --dry-run."]),
    ErrorArticle(
      .confirmationDeclined, .refused, "the question was not answered with the name",
      meaning: "Anything but the exact name counts as no. Nothing was changed.",
      remedies: ["Run it again, and type the name."]),
    ErrorArticle(
      .unknownErrorID, .notFound, "there is no error with that id",
      meaning: "Ids stand in the last line of an error.",
      remedies: ["List all: mcctl explain"]),
    ErrorArticle(
      .checkFailed, .refused, "a check failed",
      meaning: """
        mcctl check found something that is not as it should be, or with --fail-on warn something that somebody should \
        look at. Nothing was changed. The report on standard output has every check with what was found.
        """,
      remedies: [
        "Do what the report says under the check.", "See what a check looks at: mcctl explain ID",
      ]),
  ]
}
