import ArgumentParser

/// The way to managed clusters that leads through the hub.
struct GatewayOptions: ParsableArguments {
  @Flag(
    help: "Reach the managed cluster through cluster-gateway on the hub.")
  var viaGateway = false
}
