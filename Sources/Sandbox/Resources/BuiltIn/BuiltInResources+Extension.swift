extension BuiltInResources {
  static let apiExtensions = ResourceTable(
    group: "apiextensions.k8s.io", version: "v1",
    rows: [
      .init(
        plural: "customresourcedefinitions", kind: "CustomResourceDefinition", scope: .cluster,
        short: ["crd", "crds"], categories: extensions,
        subresources: [.status("CustomResourceDefinition")],
        strategy: CustomResourceDefinitionStrategy(), columns: [.name, .createdAt])
    ])

  static let apiRegistration = ResourceTable(
    group: "apiregistration.k8s.io", version: "v1",
    rows: [
      .init(
        plural: "apiservices", kind: "APIService", scope: .cluster, categories: extensions,
        subresources: [.status("APIService")],
        strategy: PlainStrategy(allowsUnconditionalUpdate: false),
        columns: TableColumn.ofAPIServices)
    ])

  static let admission = ResourceTable(
    group: "admissionregistration.k8s.io", version: "v1",
    rows: [
      policy("mutatingadmissionpolicies", "MutatingAdmissionPolicy"),
      policy("mutatingadmissionpolicybindings", "MutatingAdmissionPolicyBinding"),
      policy("mutatingwebhookconfigurations", "MutatingWebhookConfiguration"),
      policy(
        "validatingadmissionpolicies", "ValidatingAdmissionPolicy",
        [.status("ValidatingAdmissionPolicy")]),
      policy("validatingadmissionpolicybindings", "ValidatingAdmissionPolicyBinding"),
      policy("validatingwebhookconfigurations", "ValidatingWebhookConfiguration"),
    ])

  static let flowControl = ResourceTable(
    group: "flowcontrol.apiserver.k8s.io", version: "v1",
    rows: [
      .init(
        plural: "flowschemas", kind: "FlowSchema", scope: .cluster,
        subresources: [.status("FlowSchema")]),
      .init(
        plural: "prioritylevelconfigurations", kind: "PriorityLevelConfiguration",
        scope: .cluster, subresources: [.status("PriorityLevelConfiguration")]),
    ])

  private static let extensions = ["api-extensions"]

  private static func policy(_ plural: String, _ kind: String, _ subresources: [Subresource] = [])
    -> ResourceTable.Row
  {
    ResourceTable.Row(
      plural: plural, kind: kind, scope: .cluster, categories: extensions,
      subresources: subresources, strategy: PlainStrategy(countsGenerations: true))
  }
}
