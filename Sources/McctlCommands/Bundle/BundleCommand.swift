import ArgumentParser

/// `mcctl bundle`, which groups what can be done with join bundles.
struct BundleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bundle",
    abstract: "Join bundles: for clusters that only reach out, and for air-gapped sites.",
    usage: "mcctl bundle create|images|inspect|verify [options]",
    subcommands: [
      BundleCreateCommand.self, BundleImagesCommand.self, BundleInspectCommand.self,
      BundleVerifyCommand.self,
    ])
}
