// The checks of bundles are made by BundleVerification; what there is to know about them stands here.
extension CheckCatalogue {
  static let bundle: [CheckArticle] = [
    CheckArticle(
      "bundle.files", .bundle, "the files are as they were made",
      meaning:
        "Compares every file with the SHA-256 in bundle.json, and looks for files too many or missing.",
      fails: "a file was changed, is missing, or was added.",
      remedies: ["have the bundle carried over again, or made anew"]),
    CheckArticle(
      "bundle.manifests", .bundle, "the manifests are those of a bundle",
      meaning:
        "Reads the manifests: the cluster and the hub in them have to be those that bundle.json names.",
      fails: "they cannot be read, or name another cluster or hub.",
      remedies: ["have a new bundle made: mcctl import NAME --mode manual -o OUT"]),
    CheckArticle(
      "bundle.authorities", .bundle, "the bundle has valid certificates of the hub",
      meaning:
        "Compares the certificates in the manifests with the pins in bundle.json, and looks when they end.",
      fails: "there are none, they are others, or one has ended.",
      remedies: [
        "have a new bundle made, with --hub-ca-file where the hub's certificates are not found"
      ]),
    CheckArticle(
      "bundle.expiry", .bundle, "the credential in the bundle is valid",
      meaning: "Reads when the credential ends with which the agent is to ask for its certificate.",
      warns: "less than an hour is left, or it does not tell.", fails: "it has ended.",
      remedies: ["have a new bundle made, with a longer --credential-validity"]),
    CheckArticle(
      "hub.certificate", .bundle, "the bundle's certificates verify the hub",
      meaning:
        "With a way to the hub (--kubeconfig or --context), connects with nothing but what is in the bundle.",
      fails: "the hub's certificate is not verified by them.",
      remedies: [
        "have a new bundle made: the hub's certificates were renewed, or it is another hub"
      ]),
    CheckArticle(
      "hub.credential", .bundle, "the hub takes the bundle's credential",
      meaning:
        "Asks the hub, with the bundle's credential, whether it may create the ManagedCluster.",
      fails: "the hub does not know the credential, or gives it no right.",
      remedies: ["have a new bundle made: the credential was revoked, or has ended"]),
    CheckArticle(
      "cluster.manifests", .bundle, "the cluster takes the manifests",
      meaning:
        "With a way to the cluster, sends the manifests in a server-side dry run, which keeps nothing.",
      fails: "the cluster refuses one of them.",
      remedies: ["read the reason: rights, admission, or a type that the cluster does not serve"]),
  ]
}
