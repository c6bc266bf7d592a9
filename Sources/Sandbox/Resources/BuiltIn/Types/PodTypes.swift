extension BuiltInTypes {
  /// Pods and what they are made of.
  static let podTypes = """
    package io.k8s.api.core.v1 core v1
    ResourceRequirements: What a container needs and may use.
      limits {quantity}
      requests {quantity}
      claims [any]
    VolumeResourceRequirements: How much storage is wanted.
      limits {quantity}
      requests {quantity}
    PersistentVolumeClaimSpec: What a claim is to be.
      accessModes [string]
      selector LabelSelector #
      resources VolumeResourceRequirements !
      volumeName string
      storageClassName string
      volumeMode string =Filesystem
      dataSource any
      dataSourceRef any
      volumeAttributesClassName string
    KeyToPath: A key of a secret or config map as a file.
      key string *
      path string *
      mode int
    SecretVolumeSource: A volume with the data of a secret.
      secretName string
      items [KeyToPath]
      defaultMode int =420
      optional bool
    ConfigMapVolumeSource: A volume with the data of a config map.
      name string
      items [KeyToPath]
      defaultMode int =420
      optional bool
    EmptyDirVolumeSource: An empty volume that lives as long as the pod.
      medium string
      sizeLimit quantity
    HostPathVolumeSource: A path of the node.
      path string *
      type string
    ProjectedVolumeSource: A volume made of several sources.
      sources [any]
      defaultMode int =420
    PersistentVolumeClaimVolumeSource: A volume that a claim got.
      claimName string *
      readOnly bool
    DownwardAPIVolumeSource: A volume with facts about the pod.
      items [any]
      defaultMode int =420
    Volume: A volume of a pod.
      name string *
      hostPath HostPathVolumeSource
      emptyDir EmptyDirVolumeSource
      secret SecretVolumeSource
      configMap ConfigMapVolumeSource
      projected ProjectedVolumeSource
      persistentVolumeClaim PersistentVolumeClaimVolumeSource
      downwardAPI DownwardAPIVolumeSource
      csi any
      ephemeral any
      nfs any
      image any
      awsElasticBlockStore any
      azureDisk any
      azureFile any
      cephfs any
      cinder any
      fc any
      flexVolume any
      flocker any
      gcePersistentDisk any
      gitRepo any
      glusterfs any
      iscsi any
      photonPersistentDisk any
      portworxVolume any
      quobyte any
      rbd any
      scaleIO any
      storageos any
      vsphereVolume any
    VolumeMount: Where a volume is in a container.
      name string *
      readOnly bool
      recursiveReadOnly string
      mountPath string *
      subPath string
      mountPropagation string
      subPathExpr string
    ContainerPort: A port of a container.
      name string
      hostPort int
      containerPort int *
      protocol string =TCP
      hostIP string
    ObjectFieldSelector: A field of the pod.
      apiVersion string =v1
      fieldPath string *
    ResourceFieldSelector: A resource of the container.
      containerName string
      resource string *
      divisor quantity
    ConfigMapKeySelector: A key of a config map.
      name string
      key string *
      optional bool
    SecretKeySelector: A key of a secret.
      name string
      key string *
      optional bool
    EnvVarSource: Where the value of a variable comes from.
      fieldRef ObjectFieldSelector
      resourceFieldRef ResourceFieldSelector #
      configMapKeyRef ConfigMapKeySelector #
      secretKeyRef SecretKeySelector #
      fileKeyRef any
    EnvVar: A variable of a container's environment.
      name string *
      value string
      valueFrom EnvVarSource
    ExecAction: A command.
      command [string]
    HTTPHeader: A header.
      name string *
      value string *
    HTTPGetAction: An HTTP request.
      path string
      port intOrString *
      host string
      scheme string =HTTP
      httpHeaders [HTTPHeader]
    TCPSocketAction: A TCP connection.
      port intOrString *
      host string
    GRPCAction: A gRPC health check.
      port int *
      service string
    Probe: How a container's health is found out.
      exec ExecAction
      httpGet HTTPGetAction
      tcpSocket TCPSocketAction
      grpc GRPCAction
      initialDelaySeconds int
      timeoutSeconds int =1
      periodSeconds int =10
      successThreshold int =1
      failureThreshold int =3
      terminationGracePeriodSeconds long
    SecurityContext: Privileges of a container.
      capabilities any
      privileged bool
      seLinuxOptions any
      windowsOptions any
      runAsUser long
      runAsGroup long
      runAsNonRoot bool
      readOnlyRootFilesystem bool
      allowPrivilegeEscalation bool
      procMount string
      seccompProfile any
      appArmorProfile any
    Container: A container of a pod.
      name string *
      image string
      command [string]
      args [string]
      workingDir string
      ports [ContainerPort] @containerPort,protocol
      envFrom [any]
      env [EnvVar] @name
      resources ResourceRequirements ! ={}
      resizePolicy [any]
      restartPolicy string
      restartPolicyRules [any]
      volumeMounts [VolumeMount] @mountPath
      volumeDevices [any]
      livenessProbe Probe
      readinessProbe Probe
      startupProbe Probe
      lifecycle any
      terminationMessagePath string =/dev/termination-log
      terminationMessagePolicy string =File
      imagePullPolicy string
      securityContext SecurityContext
      stdin bool
      stdinOnce bool
      tty bool
    Toleration: A taint that a pod tolerates.
      key string
      operator string
      value string
      effect string
      tolerationSeconds long
    HostAlias: A line of /etc/hosts.
      ip string *
      hostnames [string]
    Affinity: Which nodes a pod likes.
      nodeAffinity any
      podAffinity any
      podAntiAffinity any
    PodSecurityContext: Privileges of a pod.
      seLinuxOptions any
      windowsOptions any
      runAsUser long
      runAsGroup long
      runAsNonRoot bool
      supplementalGroups [long]
      supplementalGroupsPolicy string
      fsGroup long
      sysctls [any]
      fsGroupChangePolicy string
      seccompProfile any
      appArmorProfile any
      seLinuxChangePolicy string
    PodSpec: What a pod is to be.
      volumes [Volume] @name %
      initContainers [Container] @name
      containers [Container] @name *
      ephemeralContainers [any]
      restartPolicy string =Always
      terminationGracePeriodSeconds long =30
      activeDeadlineSeconds long
      dnsPolicy string =ClusterFirst
      nodeSelector {string} #
      serviceAccountName string
      serviceAccount string
      automountServiceAccountToken bool
      nodeName string
      hostNetwork bool
      hostPID bool
      hostIPC bool
      shareProcessNamespace bool
      securityContext PodSecurityContext ={}
      imagePullSecrets [LocalObjectReference] @name
      hostname string
      subdomain string
      affinity Affinity
      schedulerName string =default-scheduler
      tolerations [Toleration]
      hostAliases [HostAlias] @ip
      priorityClassName string
      priority int
      dnsConfig any
      readinessGates [any]
      runtimeClassName string
      enableServiceLinks bool =true
      preemptionPolicy string
      overhead {quantity}
      topologySpreadConstraints [any]
      setHostnameAsFQDN bool
      os any
      hostUsers bool
      schedulingGates [any]
      resourceClaims [any]
      resources any
      hostnameOverride string
      workloadRef any
    PodCondition: One aspect of a pod's state.
      type string *
      observedGeneration long
      status string *
      lastProbeTime time
      lastTransitionTime time
      reason string
      message string
    PodStatus: What a pod is.
      observedGeneration long
      phase string
      conditions [PodCondition] @type
      message string
      reason string
      nominatedNodeName string
      hostIP string
      hostIPs [any]
      podIP string
      podIPs [any]
      startTime time
      initContainerStatuses [any]
      containerStatuses [any]
      qosClass string
      ephemeralContainerStatuses [any]
      resize string
      resourceClaimStatuses [any]
      allocatedResources any
      resources any
      extendedResourceClaimStatus any
    kind Pod: Pod is a collection of containers that run on a host.
      spec PodSpec !
      status PodStatus !
    PodTemplateSpec: What pods made from a template are to be.
      metadata ObjectMeta !
      spec PodSpec !
    kind PodTemplate: PodTemplate describes copies of a pod.
      template PodTemplateSpec !
    ReplicationControllerSpec: What a replication controller is to be.
      replicas int =1
      minReadySeconds int
      selector {string} #
      template PodTemplateSpec
    kind ReplicationController: ReplicationController keeps a number of pods running.
      spec ReplicationControllerSpec !
      status any !
    """
}
