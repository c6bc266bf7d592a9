extension BuiltInTypes {
  /// Persistent volumes and storage classes.
  static let volumeTypes = """
    package io.k8s.api.core.v1 core v1
    PersistentVolumeSpec: What a volume is to be.
      capacity {quantity}
      accessModes [string]
      claimRef ObjectReference #
      persistentVolumeReclaimPolicy string =Retain
      storageClassName string
      mountOptions [string]
      volumeMode string =Filesystem
      nodeAffinity any
      volumeAttributesClassName string
      awsElasticBlockStore any
      azureDisk any
      azureFile any
      cephfs any
      cinder any
      csi any
      fc any
      flexVolume any
      flocker any
      gcePersistentDisk any
      glusterfs any
      hostPath any
      iscsi any
      local any
      nfs any
      photonPersistentDisk any
      portworxVolume any
      quobyte any
      rbd any
      scaleIO any
      storageos any
      vsphereVolume any
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
      allocatedResourceStatuses {string}
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
