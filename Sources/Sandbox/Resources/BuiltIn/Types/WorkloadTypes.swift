extension BuiltInTypes {
  /// Deployments, jobs and their relatives.
  static let workloadTypes = """
    package io.k8s.api.apps.v1 apps v1
    RollingUpdateDeployment: How pods are replaced bit by bit.
      maxUnavailable intOrString ="25%"
      maxSurge intOrString ="25%"
    DeploymentStrategy: How pods are replaced.
      type string =RollingUpdate
      rollingUpdate RollingUpdateDeployment
    DeploymentSpec: What a deployment is to be.
      replicas int =1
      selector LabelSelector # *
      template PodTemplateSpec ! *
      strategy DeploymentStrategy ! % ={}
      minReadySeconds int
      revisionHistoryLimit int =10
      paused bool
      progressDeadlineSeconds int =600 :9
    DeploymentCondition: One aspect of a deployment's state.
      type string *
      status string *
      lastUpdateTime time :6
      lastTransitionTime time
      reason string :4
      message string
    DeploymentStatus: What a deployment is.
      observedGeneration long
      replicas int
      updatedReplicas int
      readyReplicas int :7
      availableReplicas int :4
      unavailableReplicas int
      terminatingReplicas int :9
      conditions [DeploymentCondition] @type :6
      collisionCount int :8
    kind Deployment: Deployment keeps pods running and replaces them when their template changes.
      spec DeploymentSpec !
      status DeploymentStatus !
    ReplicaSetSpec: What a replica set is to be.
      replicas int =1
      minReadySeconds int :4
      selector LabelSelector # * :2
      template PodTemplateSpec !
    ReplicaSetStatus: What a replica set is.
      replicas int
      fullyLabeledReplicas int
      readyReplicas int :4
      availableReplicas int
      terminatingReplicas int :7
      observedGeneration long :3
      conditions [any] @type :6
    kind ReplicaSet: ReplicaSet keeps a number of equal pods running.
      spec ReplicaSetSpec !
      status ReplicaSetStatus !
    DaemonSetSpec: What a daemon set is to be.
      selector LabelSelector # *
      template PodTemplateSpec ! *
      updateStrategy any !
      minReadySeconds int
      revisionHistoryLimit int =10 :6
    DaemonSetStatus: What a daemon set is.
      currentNumberScheduled int
      numberMisscheduled int
      desiredNumberScheduled int
      numberReady int
      observedGeneration long
      updatedNumberScheduled int
      numberAvailable int
      numberUnavailable int
      collisionCount int
      conditions [any] @type
    kind DaemonSet: DaemonSet keeps a pod running on every node.
      spec DaemonSetSpec !
      status DaemonSetStatus !
    StatefulSetSpec: What a stateful set is to be.
      replicas int =1
      selector LabelSelector # *
      template PodTemplateSpec ! *
      volumeClaimTemplates [any]
      serviceName string
      podManagementPolicy string =OrderedReady
      updateStrategy any !
      revisionHistoryLimit int =10
      minReadySeconds int
      persistentVolumeClaimRetentionPolicy any
      ordinals any
    StatefulSetStatus: What a stateful set is.
      observedGeneration long
      replicas int
      readyReplicas int
      currentReplicas int
      updatedReplicas int
      currentRevision string
      updateRevision string
      collisionCount int :9
      conditions [any] @type
      availableReplicas int
    kind StatefulSet: StatefulSet keeps pods with names and storage of their own running.
      spec StatefulSetSpec !
      status StatefulSetStatus !
    kind ControllerRevision: ControllerRevision is a state that a controller can go back to.
      data any
      revision long *
    package io.k8s.api.batch.v1 batch v1
    JobSpec: What a job is to be.
      parallelism int =1
      completions int
      activeDeadlineSeconds long
      podFailurePolicy any :11
      successPolicy any :16
      backoffLimit int =6 :7
      backoffLimitPerIndex int :12
      maxFailedIndexes int
      selector LabelSelector # :4
      manualSelector bool
      template PodTemplateSpec ! *
      ttlSecondsAfterFinished int :8
      completionMode string =NonIndexed
      suspend bool =false
      podReplacementPolicy string :14
      managedBy string
    JobCondition: One aspect of a job's state.
      type string *
      status string *
      lastProbeTime time
      lastTransitionTime time
      reason string
      message string
    JobStatus: What a job is.
      conditions [JobCondition] ^type
      startTime time
      completionTime time
      active int
      succeeded int
      failed int
      terminating int :11
      completedIndexes string :7
      failedIndexes string :10
      uncountedTerminatedPods any :8
      ready int
    kind Job: Job runs pods until enough of them have ended well.
      spec JobSpec !
      status JobStatus !
    JobTemplateSpec: What jobs made from a template are to be.
      metadata ObjectMeta !
      spec JobSpec !
    CronJobSpec: What a cron job is to be.
      schedule string *
      timeZone string :8
      startingDeadlineSeconds long :2
      concurrencyPolicy string =Allow
      suspend bool =false
      jobTemplate JobTemplateSpec ! *
      successfulJobsHistoryLimit int =3
      failedJobsHistoryLimit int =1
    CronJobStatus: What a cron job is.
      active [ObjectReference]
      lastScheduleTime time :4
      lastSuccessfulTime time
    kind CronJob: CronJob makes jobs at set times.
      spec CronJobSpec !
      status CronJobStatus !
    package io.k8s.api.autoscaling.v1 autoscaling v1
    CrossVersionObjectReference: An object of any version.
      kind string *
      name string *
      apiVersion string
    ScaleSpec: How many replicas are wanted.
      replicas int
    ScaleStatus: How many replicas there are.
      replicas int *
      selector string
    kind Scale: Scale is the number of replicas of something.
      spec ScaleSpec !
      status ScaleStatus !
    HorizontalPodAutoscalerSpec: What an autoscaler is to be.
      scaleTargetRef CrossVersionObjectReference ! # *
      minReplicas int =1
      maxReplicas int *
      targetCPUUtilizationPercentage int
    kind HorizontalPodAutoscaler: HorizontalPodAutoscaler fits the number of replicas to the load.
      spec HorizontalPodAutoscalerSpec !
      status any !
    package io.k8s.api.autoscaling.v2 autoscaling v2
    CrossVersionObjectReference: An object of any version.
      kind string *
      name string *
      apiVersion string
    HorizontalPodAutoscalerSpec: What an autoscaler is to be.
      scaleTargetRef CrossVersionObjectReference ! *
      minReplicas int =1
      maxReplicas int *
      metrics [any]
      behavior any
    kind HorizontalPodAutoscaler: HorizontalPodAutoscaler fits the number of replicas to the load.
      spec HorizontalPodAutoscalerSpec !
      status any !
    package io.k8s.api.policy.v1 policy v1
    PodDisruptionBudgetSpec: How many pods have to stay.
      minAvailable intOrString
      selector LabelSelector #
      maxUnavailable intOrString
      unhealthyPodEvictionPolicy string
    kind PodDisruptionBudget: PodDisruptionBudget limits how many pods may go at once.
      spec PodDisruptionBudgetSpec !
      status any !
    kind Eviction: Eviction takes a pod off its node, budgets permitting.
      deleteOptions any
    """
}
