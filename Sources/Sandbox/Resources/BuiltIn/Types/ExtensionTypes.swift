extension BuiltInTypes {
  /// Kinds with which the API itself is extended.
  static let extensionTypes = """
    package io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1 apiextensions.k8s.io v1
    CustomResourceDefinitionNames: Names of a custom resource.
      plural string *
      singular string
      shortNames [string]
      kind string *
      listKind string
      categories [string]
    CustomResourceSubresourceScale: Where the fields of /scale are.
      specReplicasPath string *
      statusReplicasPath string *
      labelSelectorPath string
    CustomResourceSubresources: Subresources of a custom resource.
      status any
      scale CustomResourceSubresourceScale
    CustomResourceColumnDefinition: A column of tables.
      name string *
      type string *
      format string
      description string
      priority int
      jsonPath string *
    CustomResourceValidation: Structure of a custom resource.
      openAPIV3Schema any
    SelectableField: A field by which lists can be selected.
      jsonPath string *
    CustomResourceDefinitionVersion: One version of a custom resource.
      name string *
      served bool *
      storage bool *
      deprecated bool :7
      deprecationWarning string
      schema CustomResourceValidation :4
      subresources CustomResourceSubresources
      additionalPrinterColumns [CustomResourceColumnDefinition]
      selectableFields [SelectableField] :9
    CustomResourceConversion: How versions are converted.
      strategy string *
      webhook any
    CustomResourceDefinitionSpec: What a custom resource is to be.
      group string *
      names CustomResourceDefinitionNames ! * :3
      scope string *
      versions [CustomResourceDefinitionVersion] * :7
      conversion CustomResourceConversion ={"strategy":"None"} :9
      preserveUnknownFields bool
    CustomResourceDefinitionCondition: One aspect of a definition's state.
      type string *
      status string *
      lastTransitionTime time
      reason string
      message string
      observedGeneration long
    CustomResourceDefinitionStatus: What a custom resource is.
      conditions [CustomResourceDefinitionCondition] @type
      acceptedNames CustomResourceDefinitionNames !
      storedVersions [string]
      observedGeneration long
    kind CustomResourceDefinition: CustomResourceDefinition makes a new resource.
      spec CustomResourceDefinitionSpec ! *
      status CustomResourceDefinitionStatus !
    package io.k8s.kube-aggregator.pkg.apis.apiregistration.v1 apiregistration.k8s.io v1
    ServiceReference: A service.
      namespace string
      name string
      port int
    APIServiceSpec: Who serves a version of a group.
      service ServiceReference
      group string
      version string
      insecureSkipTLSVerify bool
      caBundle bytes
      groupPriorityMinimum int * :7
      versionPriority int *
    APIServiceCondition: One aspect of an API service's state.
      type string *
      status string *
      lastTransitionTime time
      reason string
      message string
    APIServiceStatus: What an API service is.
      conditions [APIServiceCondition] @type
    kind APIService: APIService tells who serves a version of a group.
      spec APIServiceSpec !
      status APIServiceStatus !
    package io.k8s.api.admissionregistration.v1 admissionregistration.k8s.io v1
    kind MutatingWebhookConfiguration: MutatingWebhookConfiguration lists webhooks that change objects.
      webhooks [any] @name
    kind ValidatingWebhookConfiguration: ValidatingWebhookConfiguration lists webhooks that check objects.
      webhooks [any] @name
    kind ValidatingAdmissionPolicy: ValidatingAdmissionPolicy checks objects with expressions.
      spec any !
      status any !
    kind ValidatingAdmissionPolicyBinding: ValidatingAdmissionPolicyBinding puts a policy to work.
      spec any !
    kind MutatingAdmissionPolicy: MutatingAdmissionPolicy changes objects with expressions.
      spec any !
    kind MutatingAdmissionPolicyBinding: MutatingAdmissionPolicyBinding puts a policy to work.
      spec any !
    """
}
