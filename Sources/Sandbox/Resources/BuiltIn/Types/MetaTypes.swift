extension BuiltInTypes {
  /// Types that objects of all groups share.
  static let metaTypes = """
    package io.k8s.apimachinery.pkg.apis.meta.v1 meta.k8s.io v1
    ManagedFieldsEntry: Which manager owns which fields.
      manager string
      operation string
      apiVersion string
      time time
      fieldsType string :6
      fieldsV1 fields
      subresource string
    OwnerReference: An object that this one belongs to and goes with.
      apiVersion string * :5
      kind string * :1
      name string * :3
      uid string *
      controller bool :6
      blockOwnerDeletion bool
    ObjectMeta: Metadata that all persisted objects have.
      name string
      generateName string
      namespace string
      selfLink string
      uid string
      resourceVersion string
      generation long
      creationTimestamp time
      deletionTimestamp time
      deletionGracePeriodSeconds long
      labels {string}
      annotations {string}
      ownerReferences [OwnerReference] @uid
      finalizers [string] ~
      managedFields [ManagedFieldsEntry] :17
    LabelSelectorRequirement: One condition of a label selector.
      key string *
      operator string *
      values [string]
    LabelSelector: Selects objects by their labels.
      matchLabels {string}
      matchExpressions [LabelSelectorRequirement]
    Condition: One aspect of an object's state.
      type string *
      status string *
      observedGeneration long
      lastTransitionTime time *
      reason string *
      message string *
    Preconditions: What must be true of an object that is deleted.
      uid string
      resourceVersion string
    DeleteOptions: How an object is deleted.
      gracePeriodSeconds long
      preconditions Preconditions
      orphanDependents bool
      propagationPolicy string
      dryRun [string]
    FieldSelectorRequirement: One condition of a field selector.
      key string *
      operator string *
      values [string]
    """
}
