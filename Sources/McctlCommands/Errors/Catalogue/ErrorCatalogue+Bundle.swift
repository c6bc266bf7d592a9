import Workflows

extension ErrorCatalogue {
  /// Bundles for clusters that only reach out.
  static let bundles: [ErrorArticle] = [
    ErrorArticle(
      .hubCAPin, .refused, "the hub's certificates do not have the pin",
      meaning: """
        The certificates that were given, or that the hub publishes for whoever joins, do not include one with the \
        pinned public key. Nothing was trusted, and no credential was sent.
        """,
      causes: [
        "The pin is of another hub, or of the hub's serving certificate instead of its authority.",
        "Without --hub-ca-file: the hub publishes nothing (kube-public/cluster-info), or somebody stands in between.",
      ],
      remedies: [
        "Compute the pin where the hub is known: openssl x509 -pubkey -in ca.crt | openssl pkey -pubin -outform der | openssl dgst -sha256",
        "Name the certificates with --hub-ca-file.",
      ]),
    ErrorArticle(
      .bundleTargetExists, .refused, "something else is where the bundle was to go",
      meaning:
        "A bundle replaces a bundle. Anything else that is there is left alone; nothing was written.",
      remedies: ["Name another file or directory.", "Move what is there out of the way."]),
    ErrorArticle(
      .bundleUnwritable, .failed, "the bundle cannot be written",
      meaning: "The system did not let the file or directory be written, in its own words.",
      causes: ["The directory above it does not exist.", "The disk is full."],
      remedies: ["Make room, or write somewhere else; then run the same command again."]),
    ErrorArticle(
      .bundleUnreadable, .failed, "the bundle cannot be read",
      meaning: "There is no such file or directory, or it must not be read.",
      remedies: ["Look at the path and at its permissions."]),
    ErrorArticle(
      .bundleInvalid, .refused, "it is no bundle that can be trusted",
      meaning: """
        A bundle is a directory or a .tar.gz with the files that its bundle.json lists, each with the SHA-256 that \
        stands there, and nothing else. The message says what is different.
        """,
      causes: [
        "It was changed or cut off on the way.",
        "It holds names that lead elsewhere, links, or more than a bundle may hold.",
      ],
      remedies: ["Have it sent again.", "Make a new one: mcctl import NAME --mode manual -o OUT"]),
    ErrorArticle(
      .bundleCredential, .refused, "the credential for the bundle cannot be used",
      meaning: "It is empty, not a single word, or has ended already.",
      remedies: [
        "Make a new one at the hub: mcctl token create NAME --validity 24h -o jsonpath={.token}"
      ]),
    ErrorArticle(
      .bundleCheckFailed, .refused, "a check of the bundle failed",
      meaning:
        "mcctl bundle verify looked at the bundle; the table says which checks failed and why.",
      causes: [
        "The bundle's credential has ended or was revoked.",
        "The hub has other certificates by now.",
      ],
      remedies: ["Make a new bundle: mcctl import NAME --mode manual -o OUT"]),
    ErrorArticle(
      .fleetInput, .failed, "what the fleet file names is not there, or does not fit",
      meaning: """
        A fleet file holds no secrets: it names files, from its own folder, and environment variables. One of them \
        is missing, or a value cannot be used.
        """,
      remedies: [
        "Set the variable, or put the file in its place.",
        "See what each field takes: docs/schemas/fleet.schema.json",
      ]),
  ]
}
