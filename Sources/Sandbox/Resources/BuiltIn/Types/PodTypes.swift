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
      selector LabelSelector # :4
      resources VolumeResourceRequirements ! :2
      volumeName string
      storageClassName string :5
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
      name string :1.1
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
      hostPath HostPathVolumeSource :2.1
      emptyDir EmptyDirVolumeSource :2.2
      secret SecretVolumeSource :2.6
      configMap ConfigMapVolumeSource :2.19
      projected ProjectedVolumeSource :2.26
      persistentVolumeClaim PersistentVolumeClaimVolumeSource :2.10
      downwardAPI DownwardAPIVolumeSource :2.16
      csi any :2.28
      ephemeral any :2.29
      nfs any :2.7
      image any :2.30
      awsElasticBlockStore any :2.4
      azureDisk any :2.22
      azureFile any :2.18
      cephfs any :2.14
      cinder any :2.13
      fc any :2.17
      flexVolume any :2.12
      flocker any :2.15
      gcePersistentDisk any :2.3
      gitRepo any :2.5
      glusterfs any :2.9
      iscsi any :2.8
      photonPersistentDisk any :2.23
      portworxVolume any :2.24
      quobyte any :2.21
      rbd any :2.11
      scaleIO any :2.25
      storageos any :2.27
      vsphereVolume any :2.20
    VolumeMount: Where a volume is in a container.
      name string *
      readOnly bool
      recursiveReadOnly string :7
      mountPath string * :3
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
      name string :1.1
      key string *
      optional bool
    SecretKeySelector: A key of a secret.
      name string :1.1
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
      exec ExecAction :1.1
      httpGet HTTPGetAction :1.2
      tcpSocket TCPSocketAction :1.3
      grpc GRPCAction :1.4
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
      windowsOptions any :10
      runAsUser long :4
      runAsGroup long :8
      runAsNonRoot bool :5
      readOnlyRootFilesystem bool
      allowPrivilegeEscalation bool
      procMount string :9
      seccompProfile any :11
      appArmorProfile any
    Container: A container of a pod.
      name string *
      image string
      command [string]
      args [string]
      workingDir string
      ports [ContainerPort] @containerPort,protocol
      envFrom [any] :19
      env [EnvVar] @name :7
      resources ResourceRequirements ! ={}
      resizePolicy [any] :23
      restartPolicy string
      restartPolicyRules [any]
      volumeMounts [VolumeMount] @mountPath :9
      volumeDevices [any] :21
      livenessProbe Probe :10
      readinessProbe Probe
      startupProbe Probe :22
      lifecycle any :12
      terminationMessagePath string =/dev/termination-log
      terminationMessagePolicy string =File :20
      imagePullPolicy string :14
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
      windowsOptions any :8
      runAsUser long :2
      runAsGroup long :6
      runAsNonRoot bool :3
      supplementalGroups [long]
      supplementalGroupsPolicy string :12
      fsGroup long :5
      sysctls [any] :7
      fsGroupChangePolicy string :9
      seccompProfile any
      appArmorProfile any
      seLinuxChangePolicy string :13
    PodSpec: What a pod is to be.
      volumes [Volume] @name %
      initContainers [Container] @name :20
      containers [Container] @name * :2
      ephemeralContainers [any] :34
      restartPolicy string =Always :3
      terminationGracePeriodSeconds long =30
      activeDeadlineSeconds long
      dnsPolicy string =ClusterFirst
      nodeSelector {string} #
      serviceAccountName string
      serviceAccount string
      automountServiceAccountToken bool :21
      nodeName string :10
      hostNetwork bool
      hostPID bool
      hostIPC bool
      shareProcessNamespace bool :27
      securityContext PodSecurityContext ={} :14
      imagePullSecrets [LocalObjectReference] @name
      hostname string
      subdomain string
      affinity Affinity
      schedulerName string =default-scheduler
      tolerations [Toleration] :22
      hostAliases [HostAlias] @ip
      priorityClassName string
      priority int
      dnsConfig any
      readinessGates [any] :28
      runtimeClassName string
      enableServiceLinks bool =true
      preemptionPolicy string
      overhead {quantity}
      topologySpreadConstraints [any]
      setHostnameAsFQDN bool :35
      os any
      hostUsers bool
      schedulingGates [any]
      resourceClaims [any]
      resources any
      hostnameOverride string
      schedulingGroup any :43
    PodCondition: One aspect of a pod's state.
      type string *
      observedGeneration long :7
      status string * :2
      lastProbeTime time
      lastTransitionTime time
      reason string
      message string
    PodStatus: What a pod is.
      observedGeneration long :17
      phase string :1
      conditions [PodCondition] @type
      message string
      reason string
      nominatedNodeName string :11
      hostIP string :5
      hostIPs [any] :16
      podIP string :6
      podIPs [any] :12
      startTime time :7
      initContainerStatuses [any] :10
      containerStatuses [any] :8
      qosClass string
      ephemeralContainerStatuses [any] :13
      resize string
      resourceClaimStatuses [any]
      allocatedResources any :19
      resources any
      extendedResourceClaimStatus any :18
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
      minReadySeconds int :4
      selector {string} # :2
      template PodTemplateSpec
    kind ReplicationController: ReplicationController keeps a number of pods running.
      spec ReplicationControllerSpec !
      status any !
    """
}
