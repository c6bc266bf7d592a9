extension BuiltInTypes {
  /// Roles, reviews, tokens, certificates and leases.
  static let accessTypes = """
    package io.k8s.api.rbac.v1 rbac.authorization.k8s.io v1
    PolicyRule: What may be done to what.
      verbs [string] *
      apiGroups [string]
      resources [string]
      resourceNames [string]
      nonResourceURLs [string]
    Subject: Who is meant.
      kind string *
      apiGroup string
      name string *
      namespace string
    RoleRef: The role that is given.
      apiGroup string =rbac.authorization.k8s.io
      kind string *
      name string *
    AggregationRule: Which roles a role is put together from.
      clusterRoleSelectors [LabelSelector]
    kind Role: Role is a set of permissions in a namespace.
      rules [PolicyRule]
    kind ClusterRole: ClusterRole is a set of permissions for the whole cluster or any namespace.
      rules [PolicyRule]
      aggregationRule AggregationRule
    kind RoleBinding: RoleBinding gives a role to users in a namespace.
      subjects [Subject]
      roleRef RoleRef ! # *
    kind ClusterRoleBinding: ClusterRoleBinding gives a cluster role to users everywhere.
      subjects [Subject]
      roleRef RoleRef ! # *
    package io.k8s.api.coordination.v1 coordination.k8s.io v1
    LeaseSpec: Who holds a lease, and since when.
      holderIdentity string
      leaseDurationSeconds int
      acquireTime time
      renewTime time
      leaseTransitions int
      strategy string
      preferredHolder string
    kind Lease: Lease is a claim that has to be renewed.
      spec LeaseSpec !
    package io.k8s.api.certificates.v1 certificates.k8s.io v1
    CertificateSigningRequestSpec: What a certificate is to be.
      request bytes *
      signerName string * :7
      expirationSeconds int
      usages [string] :5
      username string :2
      uid string
      groups [string]
      extra {[string]} :6
    CertificateSigningRequestCondition: Whether a request is approved, denied or failed.
      type string *
      status string * :6
      reason string :2
      message string
      lastUpdateTime time
      lastTransitionTime time
    CertificateSigningRequestStatus: What became of a request.
      conditions [CertificateSigningRequestCondition] @type
      certificate bytes
    kind CertificateSigningRequest: CertificateSigningRequest asks the cluster for a certificate.
      spec CertificateSigningRequestSpec ! *
      status CertificateSigningRequestStatus !
    package io.k8s.api.authentication.v1 authentication.k8s.io v1
    UserInfo: Who a user is.
      username string
      uid string
      groups [string]
      extra {[string]}
    BoundObjectReference: What a token is bound to.
      kind string
      apiVersion string
      name string
      uid string
    TokenRequestSpec: What a token is to be.
      audiences [string]
      expirationSeconds long =3600 :4
      boundObjectRef BoundObjectReference :3
    TokenRequestStatus: The token.
      token string *
      expirationTimestamp time *
    kind TokenRequest: TokenRequest asks for a token of a service account.
      spec TokenRequestSpec ! *
      status TokenRequestStatus !
    TokenReviewSpec: The token in question.
      token string
      audiences [string]
    TokenReviewStatus: Whom the token stands for.
      authenticated bool
      user UserInfo !
      audiences [string] :4
      error string :3
    kind TokenReview: TokenReview tells whom a token stands for.
      spec TokenReviewSpec ! *
      status TokenReviewStatus !
    SelfSubjectReviewStatus: Who the user is.
      userInfo UserInfo !
    kind SelfSubjectReview: SelfSubjectReview tells who the user is.
      status SelfSubjectReviewStatus !
    package io.k8s.api.authorization.v1 authorization.k8s.io v1
    ResourceAttributes: A request for a resource.
      namespace string
      verb string
      group string
      version string
      resource string
      subresource string
      name string
      fieldSelector any
      labelSelector any
    NonResourceAttributes: A request for a path.
      path string
      verb string
    SubjectAccessReviewSpec: Who wants to do what.
      resourceAttributes ResourceAttributes
      nonResourceAttributes NonResourceAttributes
      user string
      groups [string]
      extra {[string]}
      uid string
    SelfSubjectAccessReviewSpec: What the user wants to do.
      resourceAttributes ResourceAttributes
      nonResourceAttributes NonResourceAttributes
    SubjectAccessReviewStatus: Whether it is allowed.
      allowed bool *
      denied bool :4
      reason string :2
      evaluationError string
    kind SubjectAccessReview: SubjectAccessReview tells whether somebody may do something.
      spec SubjectAccessReviewSpec ! *
      status SubjectAccessReviewStatus !
    kind LocalSubjectAccessReview: LocalSubjectAccessReview asks within one namespace.
      spec SubjectAccessReviewSpec ! *
      status SubjectAccessReviewStatus !
    kind SelfSubjectAccessReview: SelfSubjectAccessReview tells whether the user may do something.
      spec SelfSubjectAccessReviewSpec ! *
      status SubjectAccessReviewStatus !
    SelfSubjectRulesReviewSpec: The namespace in question.
      namespace string
    SubjectRulesReviewStatus: What the user may do.
      resourceRules [any] *
      nonResourceRules [any] *
      incomplete bool *
      evaluationError string
    kind SelfSubjectRulesReview: SelfSubjectRulesReview lists what the user may do in a namespace.
      spec SelfSubjectRulesReviewSpec ! *
      status SubjectRulesReviewStatus !
    """
}
