extension BuiltInTypes {
  /// Persistent volumes and storage classes.
  static let volumeTypes = """
    package io.k8s.api.core.v1 core v1
    PersistentVolumeSpec: What a volume is to be.
      capacity {quantity}
      accessModes [string] :3
      claimRef ObjectReference #
      persistentVolumeReclaimPolicy string =Retain
      storageClassName string
      mountOptions [string]
      volumeMode string =Filesystem
      nodeAffinity any
      volumeAttributesClassName string
      awsElasticBlockStore any :2.2
      azureDisk any :2.16
      azureFile any :2.13
      cephfs any :2.9
      cinder any :2.8
      csi any :2.22
      fc any :2.10
      flexVolume any :2.12
      flocker any :2.11
      gcePersistentDisk any :2.1
      glusterfs any :2.4
      hostPath any :2.3
      iscsi any :2.7
      local any :2.20
      nfs any :2.5
      photonPersistentDisk any :2.17
      portworxVolume any :2.18
      quobyte any :2.15
      rbd any :2.6
      scaleIO any :2.19
      storageos any :2.21
      vsphereVolume any :2.14
    PersistentVolumeStatus: What a volume is.
      phase string
      message string
      reason string
      lastPhaseTransitionTime time
    kind PersistentVolume: PersistentVolume is a piece of storage.
      spec PersistentVolumeSpec !
      status PersistentVolumeStatus !
    PersistentVolumeClaimStatus: What a claim is.
      phase string
      accessModes [string]
      capacity {quantity}
      conditions [any]
      allocatedResources {quantity}
      allocatedResourceStatuses {string} :7
      currentVolumeAttributesClassName string
      modifyVolumeStatus any
    kind PersistentVolumeClaim: PersistentVolumeClaim is a wish for storage.
      spec PersistentVolumeClaimSpec !
      status PersistentVolumeClaimStatus !
    package io.k8s.api.storage.v1 storage.k8s.io v1
    kind StorageClass: StorageClass describes how storage is made.
      provisioner string *
      parameters {string}
      reclaimPolicy string =Delete
      mountOptions [string]
      allowVolumeExpansion bool
      volumeBindingMode string =Immediate
      allowedTopologies [any]
    kind CSIDriver: CSIDriver tells of a storage driver.
      spec any !
    kind CSINode: CSINode tells which storage drivers a node has.
      spec any !
    kind CSIStorageCapacity: CSIStorageCapacity tells how much storage is left.
      nodeTopology LabelSelector #
      storageClassName string *
      capacity quantity
      maximumVolumeSize quantity
    kind VolumeAttachment: VolumeAttachment attaches a volume to a node.
      spec any !
      status any !
    kind VolumeAttributesClass: VolumeAttributesClass describes changeable attributes of volumes.
      driverName string *
      parameters {string}
    """
}
