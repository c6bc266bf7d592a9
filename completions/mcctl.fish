function __mcctl_should_offer_completions_for_flags_or_options -a expected_commands
    set -l non_repeating_flags_or_options $argv[2..]
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __mcctl_parse_tokens
    test "$commands" = "$expected_commands"; and return $non_repeating_flags_or_options_absent
end

function __mcctl_should_offer_completions_for_positional -a expected_commands positional_index_comparison expected_positional_index
    set -l non_repeating_flags_or_options
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __mcctl_parse_tokens
    test "$commands" = "$expected_commands" -a \( "$positional_index" "$positional_index_comparison" "$expected_positional_index" \)
end

function __mcctl_parse_tokens -S
    set -l unparsed_tokens (__mcctl_tokens -pc)
    switch $unparsed_tokens[1]
    case 'mcctl'
        __mcctl_parse_subcommand 0 'h/help'
        switch $unparsed_tokens[1]
        case 'init'
            __mcctl_parse_subcommand 0 'ocm-version=' 'image-registry=' 'image=+' 'image-digest=+' 'image-pull-secret=' 'image-pull-policy=' 'feature-gate=+' 'node-selector=+' 'toleration=+' 'priority-class=' 'resource-request=+' 'resource-limit=+' 'operator-verbosity=' 'operator-replicas=' 'auto-approve=+' 'shared-bootstrap' 'no-shared-bootstrap' 'allow-downgrade' 'force-conflicts' 'dry-run=' 'timeout=' 'y/yes' 'wait' 'no-wait' 'o/output=' 'no-headers' 'h/help'
        case 'import'
            __mcctl_parse_subcommand -r 1 'f/file=' 'l/selector=' 'names-from=' 'retry-failed=' 'parallel=' 'max-failures=' 'cluster-timeout=' 'cluster-kubeconfig=' 'cluster-context=' 'hosting-cluster-kubeconfig=' 'hosting-cluster-context=' 'label=+' 'annotation=+' 'clusterset=' 'gate=+' 'addon=+' 'cluster-url=' 'cluster-ca-file=' 'credential-validity=' 'credential-type=' 'keep-credential' 'rejoin' 'move' 'evict-after=' 'force-conflicts' 'accept' 'no-accept' 'mode=' 'offline' 'hub-token-file=' 'wait' 'no-wait' 'hub-url=' 'hub-ca-file=' 'hub-ca-pin=' 'allow-loopback' 'probe' 'probe-image=' 'hub-proxy=' 'hub-proxy-ca-file=' 'hub-host-alias=' 'agent-mode=' 'agent-kubeconfig=' 'certificate-validity=' 'agent-annotation=+' 'ocm-version=' 'image-registry=' 'image=+' 'image-digest=+' 'image-pull-secret=' 'image-pull-policy=' 'feature-gate=+' 'node-selector=+' 'toleration=+' 'priority-class=' 'resource-request=+' 'resource-limit=+' 'operator-verbosity=' 'dry-run=' 'timeout=' 'y/yes' 'o/output=' 'bundle=' 'no-headers' 'h/help'
        case 'accept'
            __mcctl_parse_subcommand -r 1 'requester=+' 'request=+' 'wait-for-request' 'wait' 'no-wait' 'keep-credential' 'cluster-kubeconfig=' 'cluster-context=' 'parallel=' 'max-failures=' 'cluster-timeout=' 'dry-run=' 'timeout=' 'y/yes' 'o/output=' 'no-headers' 'h/help'
        case 'create'
            __mcctl_parse_subcommand 1 'declared' 'l/selector=' 'f/file=' 'from-clusterfile=' 'image=' 'image-file=' 'masters=' 'nodes=' 'sealer-binary=' 'ssh-user=' 'ssh-port=' 'ssh-key=' 'ssh-password-file=' 'jump-host=' 'known-hosts=' 'ignore=+' 'hub-url=' 'hub-ca-file=' 'hub-ca-pin=' 'allow-loopback' 'probe' 'probe-image=' 'hub-proxy=' 'hub-proxy-ca-file=' 'hub-host-alias=' 'undo' 'store-credentials' 'transcript=' 'idle-timeout=' 'dry-run=' 'timeout=' 'y/yes' 'o/output=' 'no-headers' 'h/help'
        case 'scale'
            __mcctl_parse_subcommand 1 'f/file=' 'add-nodes=' 'add-masters=' 'remove-nodes=' 'remove-masters=' 'lost-hosts=' 'one-by-one' 'ssh-user=' 'ssh-port=' 'ssh-key=' 'ssh-password-file=' 'jump-host=' 'known-hosts=' 'ignore=+' 'force' 'delete-emptydir-data' 'drain-timeout=' 'transcript=' 'idle-timeout=' 'dry-run=' 'timeout=' 'y/yes' 'o/output=' 'no-headers' 'h/help'
        case 'status'
            __mcctl_parse_subcommand -r 1 'l/selector=' 'clusterset=' 'consistent' 'not-registered' 'sort-by=' 'w/watch' 'wait-for=' 'cluster-kubeconfig=' 'cluster-context=' 'via-gateway' 'timeout=' 'o/output=' 'no-headers' 'h/help'
        case 'check'
            __mcctl_parse_subcommand 0 'h/help'
            switch $unparsed_tokens[1]
            case 'hub'
                __mcctl_parse_subcommand 0 'fail-on=' 'expires-within=' 'timeout=' 'o/output=' 'no-headers' 'h/help'
            case 'cluster'
                __mcctl_parse_subcommand -r 1 'cluster-kubeconfig=' 'cluster-context=' 'via-gateway' 'fail-on=' 'expires-within=' 'timeout=' 'o/output=' 'no-headers' 'h/help'
            case 'hosts'
                __mcctl_parse_subcommand 0 'f/file=' 'ssh-user=' 'ssh-port=' 'ssh-key=' 'ssh-password-file=' 'jump-host=' 'known-hosts=' 'parallel=' 'ignore=+' 'fail-on=' 'timeout=' 'o/output=' 'no-headers' 'h/help'
            case 'bundle'
                __mcctl_parse_subcommand 1 'cluster-kubeconfig=' 'cluster-context=' 'fail-on=' 'expires-within=' 'timeout=' 'o/output=' 'no-headers' 'kubeconfig=' 'context=' 'as=' 'as-group=+' 'request-timeout=' 'h/help'
            end
        case 'diff'
            __mcctl_parse_subcommand 0 'f/file=' 'strict' 'timeout=' 'o/output=' 'no-headers' 'h/help'
        case 'get'
            __mcctl_parse_subcommand 0 'h/help'
            switch $unparsed_tokens[1]
            case 'clusters'
                __mcctl_parse_subcommand 0 'l/selector=' 'clusterset=' 'consistent' 'o/output=' 'no-headers' 'h/help'
            case 'works'
                __mcctl_parse_subcommand 0 'cluster=' 'o/output=' 'no-headers' 'h/help'
            end
        case 'apply'
            __mcctl_parse_subcommand 0 'f/filename=+' 'cluster=' 'work=' 'wait-for=' 'dry-run=' 'timeout=' 'y/yes' 'wait' 'no-wait' 'o/output=' 'no-headers' 'h/help'
        case 'upgrade'
            __mcctl_parse_subcommand -r 1 'agents' 'image=+' 'force' 'f/file=' 'image-file=' 'ssh-user=' 'ssh-port=' 'ssh-key=' 'ssh-password-file=' 'jump-host=' 'known-hosts=' 'ignore=+' 'transcript=' 'idle-timeout=' 'l/selector=' 'clusterset=' 'cluster-kubeconfig=' 'cluster-context=' 'ocm-version=' 'image-registry=' 'image-digest=+' 'canary' 'no-canary' 'wait' 'no-wait' 'parallel=' 'max-failures=' 'cluster-timeout=' 'dry-run=' 'timeout=' 'y/yes' 'o/output=' 'no-headers' 'h/help'
        case 'delete'
            __mcctl_parse_subcommand 0 'h/help'
            switch $unparsed_tokens[1]
            case 'clusters'
                __mcctl_parse_subcommand -r 1 'l/selector=' 'f/file=' 'parallel=' 'max-failures=' 'cluster-timeout=' 'cluster-kubeconfig=' 'cluster-context=' 'via-gateway' 'hosting-cluster-kubeconfig=' 'hosting-cluster-context=' 'destroy' 'lost-hosts=' 'ssh-user=' 'ssh-port=' 'ssh-key=' 'ssh-password-file=' 'jump-host=' 'known-hosts=' 'transcript=' 'idle-timeout=' 'works=' 'hub-only' 'force-finalizers' 'lost' 'cleanup-script=' 'explain' 'detach' 'purge-namespace' 'keep-namespace' 'ignore-not-found' 'dry-run=' 'timeout=' 'y/yes' 'wait' 'no-wait' 'o/output=' 'no-headers' 'h/help'
            case 'works'
                __mcctl_parse_subcommand -r 1 'cluster=' 'ignore-not-found' 'dry-run=' 'timeout=' 'y/yes' 'wait' 'no-wait' 'o/output=' 'no-headers' 'h/help'
            end
        case 'token'
            __mcctl_parse_subcommand 0 'h/help'
            switch $unparsed_tokens[1]
            case 'create'
                __mcctl_parse_subcommand 1 'validity=' 'type=' 'dry-run=' 'timeout=' 'y/yes' 'o/output=' 'no-headers' 'h/help'
            case 'list'
                __mcctl_parse_subcommand 0 'o/output=' 'no-headers' 'h/help'
            case 'revoke'
                __mcctl_parse_subcommand -r 1 'ignore-not-found' 'parallel=' 'max-failures=' 'cluster-timeout=' 'dry-run=' 'timeout=' 'y/yes' 'o/output=' 'no-headers' 'h/help'
            end
        case 'bundle'
            __mcctl_parse_subcommand 0 'h/help'
            switch $unparsed_tokens[1]
            case 'create'
                __mcctl_parse_subcommand 0 'f/file=' 'archive' 'offline' 'parallel=' 'max-failures=' 'cluster-timeout=' 'dry-run=' 'timeout=' 'y/yes' 'o/output=' 'bundle=' 'no-headers' 'h/help'
            case 'images'
                __mcctl_parse_subcommand -r 1 'ocm-version=' 'image-registry=' 'image=+' 'image-digest=+' 'agent-mode=' 'hub' 'skopeo' 'o/output=' 'no-headers' 'h/help'
            case 'inspect'
                __mcctl_parse_subcommand 1 'o/output=' 'no-headers' 'h/help'
            case 'verify'
                __mcctl_parse_subcommand 1 'cluster-kubeconfig=' 'cluster-context=' 'timeout=' 'o/output=' 'no-headers' 'kubeconfig=' 'context=' 'as=' 'as-group=+' 'request-timeout=' 'h/help'
            end
        case 'gate'
            __mcctl_parse_subcommand 0 'h/help'
            switch $unparsed_tokens[1]
            case 'add'
                __mcctl_parse_subcommand -r 2 'dry-run=' 'timeout=' 'y/yes' 'o/output=' 'no-headers' 'h/help'
            case 'remove'
                __mcctl_parse_subcommand -r 2 'dry-run=' 'timeout=' 'y/yes' 'o/output=' 'no-headers' 'h/help'
            case 'list'
                __mcctl_parse_subcommand -r 1 'o/output=' 'no-headers' 'h/help'
            case 'set'
                __mcctl_parse_subcommand 2 'status=' 'reason=' 'message=' 'dry-run=' 'timeout=' 'y/yes' 'o/output=' 'no-headers' 'h/help'
            end
        case 'version'
            __mcctl_parse_subcommand 0 'hub' 'o/output=' 'no-headers' 'h/help'
        case 'completion'
            __mcctl_parse_subcommand 1 'h/help'
        case 'explain'
            __mcctl_parse_subcommand 1 'o/output=' 'no-headers' 'h/help'
        case 'help'
            __mcctl_parse_subcommand -r 1 
        end
    end
end

function __mcctl_tokens
    if test (string split -m 1 -f 1 -- . "$FISH_VERSION") -gt 3
        commandline --tokens-raw $argv
    else
        commandline -o $argv
    end
end

function __mcctl_parse_subcommand -S -a positional_count
    argparse -s r -- $argv
    set -l option_specs $argv[2..]
    set -l is_repeating_positional $_flag_r
    set -el _flag_r
    set -a commands $unparsed_tokens[1]
    set positional_index 0
    while true
        set -e unparsed_tokens[1]
        argparse -sn "$commands" $option_specs -- $unparsed_tokens 2> /dev/null
        set unparsed_tokens $argv
        set positional_index (math $positional_index + 1)
        for non_repeating_flag_or_option in $non_repeating_flags_or_options
            if set -ql "_flag_$(string replace -a - _ -- $non_repeating_flag_or_option)"
                set non_repeating_flags_or_options_absent 1
                break
            end
        end
        test (count $unparsed_tokens) -eq 0 -o \( -z "$is_repeating_positional" -a "$positional_index" -gt "$positional_count" \) && break
    end
end

function __mcctl_complete_directories
    set -l token (commandline -t)
    string match -- '*/' $token
    set -l subdirs $token*/
    printf %s\n $subdirs
end

function __mcctl_custom_completion
    set -x SAP_SHELL fish
    set -x SAP_SHELL_VERSION $FISH_VERSION
    set -l tokens (__mcctl_tokens -p)
    if test -z "$(__mcctl_tokens -t)"
        set -l index (count (__mcctl_tokens -pc))
        set tokens $tokens[..$index] \'\' $tokens[(math $index + 1)..]
    end
    command $tokens[1] $argv $tokens
end

complete -c 'mcctl' -f
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl" -eq 1' -fa 'init' -d 'Make a cluster a hub: install Open Cluster Management on it.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl" -eq 1' -fa 'import' -d 'Register existing clusters with the hub: one, or a whole fleet.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl" -eq 1' -fa 'accept' -d 'Approve and accept clusters that ask to join, after verifying the request.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl" -eq 1' -fa 'create' -d 'Make a cluster of bare Linux machines with sealer, and register it.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl" -eq 1' -fa 'scale' -d 'Add machines to a cluster that mcctl created, or remove some.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl" -eq 1' -fa 'status' -d 'Show which clusters are registered, and what keeps the others from it.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl" -eq 1' -fa 'check' -d 'Look at a hub, clusters, machines or a bundle, and change nothing.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl" -eq 1' -fa 'diff' -d 'Show how a fleet file and the hub differ.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl" -eq 1' -fa 'get' -d 'List clusters, or what is handed out to them.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl" -eq 1' -fa 'apply' -d 'Hand objects out to a cluster, and wait until they are there.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl" -eq 1' -fa 'upgrade' -d 'Move a cluster to another image, or the agents of clusters to another release.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl" -eq 1' -fa 'delete' -d 'Take clusters out of the hub, or works from clusters.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl" -eq 1' -fa 'token' -d 'Join credentials: one per cluster, scoped and short-lived.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl" -eq 1' -fa 'bundle' -d 'Join bundles: for clusters that only reach out, and for air-gapped sites.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl" -eq 1' -fa 'gate' -d 'Readiness gates: conditions that hold a cluster\'s registration back.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl" -eq 1' -fa 'version' -d 'Show the version of mcctl, and of the hub if asked.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl" -eq 1' -fa 'completion' -d 'Print the completion script of a shell.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl" -eq 1' -fa 'explain' -d 'Explain an error or a check by its id, or the exit codes.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl" -eq 1' -fa 'help' -d 'Show subcommand help information.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl init" ocm-version' -l 'ocm-version' -d 'The release of Open Cluster Management.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl init" image-registry' -l 'image-registry' -d 'Registry and path in front of the images\' names.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl init"' -l 'image' -d 'Take one image from elsewhere: its name (registration-operator, registration, work, placement, addon-manager) and the whole reference; may be repeated.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl init"' -l 'image-digest' -d 'Take one image by digest; may be repeated.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl init" image-pull-secret' -l 'image-pull-secret' -d 'A .dockerconfigjson with credentials for the registry.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl init" image-pull-policy' -l 'image-pull-policy' -d 'When the operator\'s image is pulled anew.' -rfka 'Always IfNotPresent Never'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl init"' -l 'feature-gate' -d 'Switch a feature gate of OCM; may be repeated.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl init"' -l 'node-selector' -d 'Run only on nodes with this label; may be repeated.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl init"' -l 'toleration' -d 'Put up with a taint: key, key:Effect or key=value:Effect; may be repeated.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl init" priority-class' -l 'priority-class' -d 'The PriorityClass of the operator\'s pods.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl init"' -l 'resource-request' -d 'What containers request, such as cpu=100m; may be repeated.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl init"' -l 'resource-limit' -d 'What containers are limited to, such as memory=512Mi; may be repeated.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl init" operator-verbosity' -l 'operator-verbosity' -d 'How much OCM\'s operator logs, as klog counts.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl init" operator-replicas' -l 'operator-replicas' -d 'How many pods OCM\'s operator has on the hub.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl init"' -l 'auto-approve' -d 'Let the hub itself approve requests of this user, unverified; needs the feature gate ManagedClusterAutoApproval. May be repeated.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl init" shared-bootstrap' -l 'shared-bootstrap' -d 'Set up the shared identity with which other tools (clusteradm) let clusters join.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl init" no-shared-bootstrap' -l 'no-shared-bootstrap' -d 'Set up the shared identity with which other tools (clusteradm) let clusters join.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl init" allow-downgrade' -l 'allow-downgrade' -d 'Install an older release over a newer one.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl init" force-conflicts' -l 'force-conflicts' -d 'Take over fields of the hub\'s objects that another tool manages.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl init" dry-run' -l 'dry-run' -d 'Change nothing. client, also without a value: print the plan; server: send everything with dryRun=All; diff: print the plan with the fields that differ, and end with status 2 if there are any.' -rfka 'none client server diff'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl init" timeout' -l 'timeout' -d 'The longest the whole command may take, such as 90s, 5m or 1h30m; 0 for no limit (default: 10m). [environment: MCCTL_TIMEOUT]' -rfka '30s 1m 5m 10m 30m 1h'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl init" y yes' -s 'y' -l 'yes' -d 'Ask nothing: the answer to every question is yes.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl init" wait' -l 'wait' -d 'Wait until the effect is there, or end when everything is written.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl init" no-wait' -l 'no-wait' -d 'Wait until the effect is there, or end when everything is written.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl init" o output' -s 'o' -l 'output' -d 'table, wide, json, yaml, name, jsonpath=TEMPLATE or custom-columns=SPEC. [environment: MCCTL_OUTPUT]' -rfka 'table wide json yaml name jsonpath= custom-columns='
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl init" no-headers' -l 'no-headers' -d 'Print tables without their header.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl init" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" f file' -s 'f' -l 'file' -d 'A fleet file; - for standard input. With names, only those of it are imported.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" l selector' -s 'l' -l 'selector' -d 'Import the clusters whose records wait on the hub and match; \'\' for all that wait.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" names-from' -l 'names-from' -d 'A file with the names of clusters, one a line; - for standard input.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" retry-failed' -l 'retry-failed' -d 'Import only what is not done by this result of an earlier run: what it printed with -o json, or its --events file.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" parallel' -l 'parallel' -d 'How many clusters are worked on at a time (default: 16).' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" max-failures' -l 'max-failures' -d 'Begin no more clusters once so many have failed (default: go on with the others).' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" cluster-timeout' -l 'cluster-timeout' -d 'The longest that one cluster may take of the time the whole command has.' -rfka '30s 1m 5m 10m 30m 1h'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" cluster-kubeconfig' -l 'cluster-kubeconfig' -d 'The managed cluster\'s kubeconfig; where it is not given, the hub\'s kubeconfig is looked in.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" cluster-context' -l 'cluster-context' -d 'The managed cluster\'s context; needed without --cluster-kubeconfig.' -rfka '(__mcctl_custom_completion ---completion import -- --cluster-context (count (__mcctl_tokens -pc)) (__mcctl_tokens -tC))'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" hosting-cluster-kubeconfig' -l 'hosting-cluster-kubeconfig' -d 'The kubeconfig of the cluster that a hosted agent runs on (default: it runs on the hub).' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" hosting-cluster-context' -l 'hosting-cluster-context' -d 'The context of that cluster.' -rfka '(__mcctl_custom_completion ---completion import -- --hosting-cluster-context (count (__mcctl_tokens -pc)) (__mcctl_tokens -tC))'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import"' -l 'label' -d 'A label for the cluster; may be repeated.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import"' -l 'annotation' -d 'An annotation for the cluster; may be repeated.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" clusterset' -l 'clusterset' -d 'The cluster set to put the cluster into.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import"' -l 'gate' -d 'A condition that must be True before the cluster counts as registered; may be repeated.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import"' -l 'addon' -d 'An addon to enable on the cluster, by its name on the hub; may be repeated.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" cluster-url' -l 'cluster-url' -d 'The cluster\'s URL to tell the hub (default: the server in its kubeconfig).' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" cluster-ca-file' -l 'cluster-ca-file' -d 'Certificates (PEM) that verify --cluster-url.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" credential-validity token-ttl' -l 'credential-validity' -l 'token-ttl' -d 'How long the credential with which the agent asks for its certificate is valid (default: 1h, and 24h with --mode manual).' -rfka '30s 1m 5m 10m 30m 1h'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" credential-type' -l 'credential-type' -d 'What that credential is: service-account, or bootstrap-token where the hub\'s API server takes those.' -rfka 'service-account bootstrap-token'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" keep-credential keep-token' -l 'keep-credential' -l 'keep-token' -d 'Keep that credential instead of revoking it in the end.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" rejoin' -l 'rejoin' -d 'Have an agent that is there join again: for one whose certificate has expired, or whose hub does not know it any more.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" move' -l 'move' -d 'Take the cluster over from the hub that its agent is joined to now; what that hub handed out stays on it.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" evict-after' -l 'evict-after' -d 'With --move, have what the other hub handed out removed after that time instead.' -rfka '30s 1m 5m 10m 30m 1h'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" force-conflicts' -l 'force-conflicts' -d 'Take over fields of the agent\'s objects that another tool manages.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" accept' -l 'accept' -d 'Verify and approve the agent\'s request and accept the cluster, or leave that to accept.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" no-accept' -l 'no-accept' -d 'Verify and approve the agent\'s request and accept the cluster, or leave that to accept.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" mode' -l 'mode' -d 'auto: install the agent from here; manual: make a bundle (-o) for somebody to apply where only the cluster reaches the hub.' -rfka 'auto manual'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" offline' -l 'offline' -d 'Make the bundle without a hub, from --hub-server, --hub-ca-file and --hub-token-file.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" hub-token-file' -l 'hub-token-file' -d 'With --offline, a file with the credential to join with; - for standard input.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" wait' -l 'wait' -d 'Wait until the cluster is registered, or end when everything is written (default: wait, but not with --mode manual).'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" no-wait' -l 'no-wait' -d 'Wait until the cluster is registered, or end when everything is written (default: wait, but not with --mode manual).'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" hub-server hub-url' -l 'hub-url' -l 'hub-server' -d 'The hub\'s URL as the cluster reaches it (default: the server in the hub\'s kubeconfig).' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" hub-ca-file' -l 'hub-ca-file' -d 'Certificates (PEM) that verify --hub-url.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" hub-ca-pin' -l 'hub-ca-pin' -d 'The one authority to be trusted, by the SHA-256 of its public key (sha256:…, as kubeadm prints it). Without a --hub-ca-file its certificate is had from the hub.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" allow-loopback' -l 'allow-loopback' -d 'Allow a loopback hub URL, which an agent can reach only on this very machine.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" probe' -l 'probe' -d 'Before anything is written, have a short pod on the cluster connect to the hub\'s URL, and delete it again.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" probe-image' -l 'probe-image' -d 'The image of that pod, which has to have curl (default: that of the agent\'s operator).' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" hub-proxy' -l 'hub-proxy' -d 'The proxy on the agent\'s way to the hub.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" hub-proxy-ca-file' -l 'hub-proxy-ca-file' -d 'Certificates (PEM) of a proxy that ends TLS.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" hub-host-alias' -l 'hub-host-alias' -d 'A name of the hub that the agent\'s pods cannot resolve, and its address.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" agent-mode' -l 'agent-mode' -d 'How the agent is deployed.' -rfka 'Singleton Default Hosted SingletonHosted'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" agent-kubeconfig' -l 'agent-kubeconfig' -d 'In the hosted modes, a kubeconfig of the managed cluster for the agent.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" certificate-validity' -l 'certificate-validity' -d 'How long the agent\'s certificate is asked for, 1h or more (default: as the hub decides).' -rfka '30s 1m 5m 10m 30m 1h'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import"' -l 'agent-annotation' -d 'An annotation the agent reports, agent.open-cluster-management.io/…; may be repeated.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" ocm-version' -l 'ocm-version' -d 'The release of Open Cluster Management.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" image-registry' -l 'image-registry' -d 'Registry and path in front of the images\' names.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import"' -l 'image' -d 'Take one image from elsewhere: its name (registration-operator, registration, work, placement, addon-manager) and the whole reference; may be repeated.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import"' -l 'image-digest' -d 'Take one image by digest; may be repeated.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" image-pull-secret' -l 'image-pull-secret' -d 'A .dockerconfigjson with credentials for the registry.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" image-pull-policy' -l 'image-pull-policy' -d 'When the operator\'s image is pulled anew.' -rfka 'Always IfNotPresent Never'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import"' -l 'feature-gate' -d 'Switch a feature gate of OCM; may be repeated.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import"' -l 'node-selector' -d 'Run only on nodes with this label; may be repeated.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import"' -l 'toleration' -d 'Put up with a taint: key, key:Effect or key=value:Effect; may be repeated.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" priority-class' -l 'priority-class' -d 'The PriorityClass of the operator\'s pods.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import"' -l 'resource-request' -d 'What containers request, such as cpu=100m; may be repeated.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import"' -l 'resource-limit' -d 'What containers are limited to, such as memory=512Mi; may be repeated.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" operator-verbosity' -l 'operator-verbosity' -d 'How much OCM\'s operator logs, as klog counts.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" dry-run' -l 'dry-run' -d 'Change nothing. client, also without a value: print the plan; server: send everything with dryRun=All; diff: print the plan with the fields that differ, and end with status 2 if there are any.' -rfka 'none client server diff'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" timeout' -l 'timeout' -d 'The longest the whole command may take, such as 90s, 5m or 1h30m; 0 for no limit (default: 10m). [environment: MCCTL_TIMEOUT]' -rfka '30s 1m 5m 10m 30m 1h'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" y yes' -s 'y' -l 'yes' -d 'Ask nothing: the answer to every question is yes.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" o output' -s 'o' -l 'output' -d 'Where the bundle goes: a directory, a .tar.gz, a .yaml, or - for the manifests on standard output. Or, with the bundle named by --bundle or for a result without one, its format: table, wide, json, yaml, name, jsonpath=TEMPLATE or custom-columns=SPEC. [environment: MCCTL_OUTPUT]' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" bundle' -l 'bundle' -d 'Where the bundle goes, when -o is a format.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" no-headers' -l 'no-headers' -d 'Print tables without their header.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl import" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl accept" -ge 1' -fka '(__mcctl_custom_completion ---completion accept -- positional@0 (count (__mcctl_tokens -pc)) (__mcctl_tokens -tC))'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl accept"' -l 'requester' -d 'A user who may have made the request, beside those the hub hands out; may be repeated.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl accept"' -l 'request' -d 'Look only at this certificate request, where several agents ask for the same cluster; may be repeated.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl accept" wait-for-request' -l 'wait-for-request' -d 'Wait for a request when there is none yet.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl accept" wait' -l 'wait' -d 'Wait until the clusters are registered.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl accept" no-wait' -l 'no-wait' -d 'Wait until the clusters are registered.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl accept" keep-credential keep-token' -l 'keep-credential' -l 'keep-token' -d 'With --wait, keep the cluster\'s join credential instead of revoking it in the end.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl accept" cluster-kubeconfig' -l 'cluster-kubeconfig' -d 'The managed cluster\'s kubeconfig; where it is not given, the hub\'s kubeconfig is looked in.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl accept" cluster-context' -l 'cluster-context' -d 'The managed cluster\'s context; needed without --cluster-kubeconfig.' -rfka '(__mcctl_custom_completion ---completion accept -- --cluster-context (count (__mcctl_tokens -pc)) (__mcctl_tokens -tC))'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl accept" parallel' -l 'parallel' -d 'How many clusters are worked on at a time (default: 16).' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl accept" max-failures' -l 'max-failures' -d 'Begin no more clusters once so many have failed (default: go on with the others).' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl accept" cluster-timeout' -l 'cluster-timeout' -d 'The longest that one cluster may take of the time the whole command has.' -rfka '30s 1m 5m 10m 30m 1h'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl accept" dry-run' -l 'dry-run' -d 'Change nothing. client, also without a value: print the plan; server: send everything with dryRun=All; diff: print the plan with the fields that differ, and end with status 2 if there are any.' -rfka 'none client server diff'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl accept" timeout' -l 'timeout' -d 'The longest the whole command may take, such as 90s, 5m or 1h30m; 0 for no limit (default: 10m). [environment: MCCTL_TIMEOUT]' -rfka '30s 1m 5m 10m 30m 1h'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl accept" y yes' -s 'y' -l 'yes' -d 'Ask nothing: the answer to every question is yes.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl accept" o output' -s 'o' -l 'output' -d 'table, wide, json, yaml, name, jsonpath=TEMPLATE or custom-columns=SPEC. [environment: MCCTL_OUTPUT]' -rfka 'table wide json yaml name jsonpath= custom-columns='
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl accept" no-headers' -l 'no-headers' -d 'Print tables without their header.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl accept" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl create" declared' -l 'declared' -d 'Bring about what is declared on the hub: create, scale, upgrade and destroy clusters as their ManagedCluster and Secret mcctl-cluster say. What destroys something needs --yes.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl create" l selector' -s 'l' -l 'selector' -d 'With --declared: only clusters whose labels match, such as key=value, key in (a,b), !key.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl create" f file' -s 'f' -l 'file' -d 'The file that describes the cluster (kind Cluster), - for standard input.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl create" from-clusterfile' -l 'from-clusterfile' -d 'An existing Clusterfile of sealer\'s to create the cluster of.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl create" image' -l 'image' -d 'The cluster image.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl create" image-file' -l 'image-file' -d 'A tar archive to load the image from.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl create" masters' -l 'masters' -d 'Addresses of the masters, parted by commas; an odd number. sealer runs on the first.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl create" nodes' -l 'nodes' -d 'Addresses of the other machines, parted by commas.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl create" sealer-binary' -l 'sealer-binary' -d 'The sealer program to install, where it is not there.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl create" ssh-user' -l 'ssh-user' -d 'Who logs in: root, or someone with sudo (default: root).' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl create" ssh-port' -l 'ssh-port' -d 'The SSH port (default: 22).' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl create" ssh-key' -l 'ssh-key' -d 'A file with the private key to log in with.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl create" ssh-password-file' -l 'ssh-password-file' -d 'A file with the password to log in with.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl create" jump-host' -l 'jump-host' -d 'A host to go through.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl create" known-hosts' -l 'known-hosts' -d 'A file with the keys of the machines, as known_hosts.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl create"' -l 'ignore' -d 'Ids of checks of hosts that may warn and fail, parted by commas; beside checks.ignore of the file.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl create" hub-server hub-url' -l 'hub-url' -l 'hub-server' -d 'The hub\'s URL as the cluster reaches it (default: the server in the hub\'s kubeconfig).' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl create" hub-ca-file' -l 'hub-ca-file' -d 'Certificates (PEM) that verify --hub-url.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl create" hub-ca-pin' -l 'hub-ca-pin' -d 'The one authority to be trusted, by the SHA-256 of its public key (sha256:…, as kubeadm prints it). Without a --hub-ca-file its certificate is had from the hub.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl create" allow-loopback' -l 'allow-loopback' -d 'Allow a loopback hub URL, which an agent can reach only on this very machine.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl create" probe' -l 'probe' -d 'Before anything is written, have a short pod on the cluster connect to the hub\'s URL, and delete it again.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl create" probe-image' -l 'probe-image' -d 'The image of that pod, which has to have curl (default: that of the agent\'s operator).' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl create" hub-proxy' -l 'hub-proxy' -d 'The proxy on the agent\'s way to the hub.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl create" hub-proxy-ca-file' -l 'hub-proxy-ca-file' -d 'Certificates (PEM) of a proxy that ends TLS.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl create" hub-host-alias' -l 'hub-host-alias' -d 'A name of the hub that the agent\'s pods cannot resolve, and its address.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl create" undo' -l 'undo' -d 'Take away what a creation that failed or was interrupted left, on the machines and the hub.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl create" store-credentials' -l 'store-credentials' -d 'Keep the passwords and passphrases that the description names on the hub, in Secret mcctl-cluster-credentials of the cluster\'s namespace; later commands read there what they do not find here.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl create" transcript' -l 'transcript' -d 'Where to keep what sealer says, without credentials (default: ~/.local/state/mcctl/NAME.log).' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl create" idle-timeout' -l 'idle-timeout' -d 'How long sealer may say nothing before mcctl stops listening, 0 for any time; sealer itself goes on (default: 15m).' -rfka '30s 1m 5m 10m 30m 1h'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl create" dry-run' -l 'dry-run' -d 'Change nothing. client, also without a value: print the plan; server: send everything with dryRun=All; diff: print the plan with the fields that differ, and end with status 2 if there are any.' -rfka 'none client server diff'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl create" timeout' -l 'timeout' -d 'The longest the whole command may take, such as 90s, 5m or 1h30m; 0 for no limit (default: 10m). [environment: MCCTL_TIMEOUT]' -rfka '30s 1m 5m 10m 30m 1h'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl create" y yes' -s 'y' -l 'yes' -d 'Ask nothing: the answer to every question is yes.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl create" o output' -s 'o' -l 'output' -d 'table, wide, json, yaml, name, jsonpath=TEMPLATE or custom-columns=SPEC. [environment: MCCTL_OUTPUT]' -rfka 'table wide json yaml name jsonpath= custom-columns='
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl create" no-headers' -l 'no-headers' -d 'Print tables without their header.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl create" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl scale" -eq 1' -fka '(__mcctl_custom_completion ---completion scale -- positional@0 (count (__mcctl_tokens -pc)) (__mcctl_tokens -tC))'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl scale" f file' -s 'f' -l 'file' -d 'The file that describes the cluster (kind Cluster), with all machines that it shall have; - for standard input.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl scale" add-nodes' -l 'add-nodes' -d 'Addresses of machines that join, parted by commas.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl scale" add-masters' -l 'add-masters' -d 'Addresses of machines that join as masters, parted by commas.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl scale" remove-nodes' -l 'remove-nodes' -d 'Addresses of machines that leave, parted by commas.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl scale" remove-masters' -l 'remove-masters' -d 'Addresses of masters that leave, parted by commas.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl scale" lost-hosts' -l 'lost-hosts' -d 'Those among the machines that leave that are gone: they are not logged in to, nor drained.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl scale" one-by-one' -l 'one-by-one' -d 'Let nodes join and leave one by one too, as masters do.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl scale" ssh-user' -l 'ssh-user' -d 'Who logs in: root, or someone with sudo (default: root).' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl scale" ssh-port' -l 'ssh-port' -d 'The SSH port (default: 22).' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl scale" ssh-key' -l 'ssh-key' -d 'A file with the private key to log in with.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl scale" ssh-password-file' -l 'ssh-password-file' -d 'A file with the password to log in with.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl scale" jump-host' -l 'jump-host' -d 'A host to go through.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl scale" known-hosts' -l 'known-hosts' -d 'A file with the keys of the machines, as known_hosts.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl scale"' -l 'ignore' -d 'Ids of checks of hosts that may warn and fail, parted by commas; beside checks.ignore of the file.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl scale" force' -l 'force' -d 'Evict pods too that nothing makes anew elsewhere.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl scale" delete-emptydir-data' -l 'delete-emptydir-data' -d 'Evict pods too whose emptyDir volumes are lost by it.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl scale" drain-timeout' -l 'drain-timeout' -d 'How long the pods of a group of machines may take to go (default: 5m).' -rfka '30s 1m 5m 10m 30m 1h'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl scale" transcript' -l 'transcript' -d 'Where to keep what sealer says, without credentials (default: ~/.local/state/mcctl/NAME.log).' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl scale" idle-timeout' -l 'idle-timeout' -d 'How long sealer may say nothing before mcctl stops listening, 0 for any time; sealer itself goes on (default: 15m).' -rfka '30s 1m 5m 10m 30m 1h'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl scale" dry-run' -l 'dry-run' -d 'Change nothing. client, also without a value: print the plan; server: send everything with dryRun=All; diff: print the plan with the fields that differ, and end with status 2 if there are any.' -rfka 'none client server diff'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl scale" timeout' -l 'timeout' -d 'The longest the whole command may take, such as 90s, 5m or 1h30m; 0 for no limit (default: 10m). [environment: MCCTL_TIMEOUT]' -rfka '30s 1m 5m 10m 30m 1h'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl scale" y yes' -s 'y' -l 'yes' -d 'Ask nothing: the answer to every question is yes.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl scale" o output' -s 'o' -l 'output' -d 'table, wide, json, yaml, name, jsonpath=TEMPLATE or custom-columns=SPEC. [environment: MCCTL_OUTPUT]' -rfka 'table wide json yaml name jsonpath= custom-columns='
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl scale" no-headers' -l 'no-headers' -d 'Print tables without their header.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl scale" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl status" -ge 1' -fka '(__mcctl_custom_completion ---completion status -- positional@0 (count (__mcctl_tokens -pc)) (__mcctl_tokens -tC))'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl status" l selector' -s 'l' -l 'selector' -d 'Only clusters whose labels match: key=value, key!=value, key in (a,b), key, !key.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl status" clusterset' -l 'clusterset' -d 'Only clusters of this cluster set.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl status" consistent' -l 'consistent' -d 'Read from etcd; without it lists come from the API server\'s cache, faster and a little old.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl status" not-registered' -l 'not-registered' -d 'Only clusters that are not registered.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl status" sort-by' -l 'sort-by' -d 'What the rows are sorted by.' -rfka 'name registered age version reason since clusterset heartbeat'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl status" w watch' -s 'w' -l 'watch' -d 'Go on showing every change until stopped.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl status" wait-for' -l 'wait-for' -d 'End when all of the clusters have come that far.' -rfka 'registered'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl status" cluster-kubeconfig' -l 'cluster-kubeconfig' -d 'The managed cluster\'s kubeconfig; where it is not given, the hub\'s kubeconfig is looked in.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl status" cluster-context' -l 'cluster-context' -d 'The managed cluster\'s context; needed without --cluster-kubeconfig.' -rfka '(__mcctl_custom_completion ---completion status -- --cluster-context (count (__mcctl_tokens -pc)) (__mcctl_tokens -tC))'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl status" via-gateway' -l 'via-gateway' -d 'Reach the managed cluster through cluster-gateway on the hub.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl status" timeout' -l 'timeout' -d 'The longest the whole command may take, such as 90s, 5m or 1h30m; 0 for no limit (default: 10m). [environment: MCCTL_TIMEOUT]' -rfka '30s 1m 5m 10m 30m 1h'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl status" o output' -s 'o' -l 'output' -d 'table, wide, json, yaml, name, jsonpath=TEMPLATE or custom-columns=SPEC. [environment: MCCTL_OUTPUT]' -rfka 'table wide json yaml name jsonpath= custom-columns='
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl status" no-headers' -l 'no-headers' -d 'Print tables without their header.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl status" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl check" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl check" -eq 1' -fa 'hub' -d 'Look at the hub from all sides, and change nothing.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl check" -eq 1' -fa 'cluster' -d 'Look at clusters from the hub, and at one from inside, and change nothing.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl check" -eq 1' -fa 'hosts' -d 'Look at the machines of a cluster that is to be created, and change nothing.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl check" -eq 1' -fa 'bundle' -d 'Look whether a bundle is whole, still valid, and fits its hub and its cluster.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl check hub" fail-on' -l 'fail-on' -d 'End with status 3 from this level on.' -rfka 'warn fail'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl check hub" expires-within' -l 'expires-within' -d 'Warn of certificates and tokens that end within this time, such as 30d or 12h.' -rfka '30s 1m 5m 10m 30m 1h'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl check hub" timeout' -l 'timeout' -d 'The longest the whole command may take, such as 90s, 5m or 1h30m; 0 for no limit (default: 10m). [environment: MCCTL_TIMEOUT]' -rfka '30s 1m 5m 10m 30m 1h'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl check hub" o output' -s 'o' -l 'output' -d 'table, short (only what warns or fails), junit, wide, json, yaml, name, jsonpath=TEMPLATE or custom-columns=SPEC. [environment: MCCTL_OUTPUT]' -rfka 'table short junit wide json yaml name jsonpath= custom-columns='
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl check hub" no-headers' -l 'no-headers' -d 'Print tables without their header.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl check hub" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl check cluster" -ge 1' -fka '(__mcctl_custom_completion ---completion check cluster -- positional@0 (count (__mcctl_tokens -pc)) (__mcctl_tokens -tC))'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl check cluster" cluster-kubeconfig' -l 'cluster-kubeconfig' -d 'The managed cluster\'s kubeconfig; where it is not given, the hub\'s kubeconfig is looked in.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl check cluster" cluster-context' -l 'cluster-context' -d 'The managed cluster\'s context; needed without --cluster-kubeconfig.' -rfka '(__mcctl_custom_completion ---completion check cluster -- --cluster-context (count (__mcctl_tokens -pc)) (__mcctl_tokens -tC))'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl check cluster" via-gateway' -l 'via-gateway' -d 'Reach the managed cluster through cluster-gateway on the hub.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl check cluster" fail-on' -l 'fail-on' -d 'End with status 3 from this level on.' -rfka 'warn fail'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl check cluster" expires-within' -l 'expires-within' -d 'Warn of certificates and tokens that end within this time, such as 30d or 12h.' -rfka '30s 1m 5m 10m 30m 1h'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl check cluster" timeout' -l 'timeout' -d 'The longest the whole command may take, such as 90s, 5m or 1h30m; 0 for no limit (default: 10m). [environment: MCCTL_TIMEOUT]' -rfka '30s 1m 5m 10m 30m 1h'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl check cluster" o output' -s 'o' -l 'output' -d 'table, short (only what warns or fails), junit, wide, json, yaml, name, jsonpath=TEMPLATE or custom-columns=SPEC. [environment: MCCTL_OUTPUT]' -rfka 'table short junit wide json yaml name jsonpath= custom-columns='
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl check cluster" no-headers' -l 'no-headers' -d 'Print tables without their header.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl check cluster" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl check hosts" f file' -s 'f' -l 'file' -d 'The file that describes the cluster (kind Cluster), - for standard input.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl check hosts" ssh-user' -l 'ssh-user' -d 'Who logs in: root, or someone with sudo (default: root).' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl check hosts" ssh-port' -l 'ssh-port' -d 'The SSH port (default: 22).' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl check hosts" ssh-key' -l 'ssh-key' -d 'A file with the private key to log in with.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl check hosts" ssh-password-file' -l 'ssh-password-file' -d 'A file with the password to log in with.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl check hosts" jump-host' -l 'jump-host' -d 'A host to go through.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl check hosts" known-hosts' -l 'known-hosts' -d 'A file with the keys of the machines, as known_hosts.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl check hosts" parallel' -l 'parallel' -d 'How many machines are looked at at a time.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl check hosts"' -l 'ignore' -d 'Ids of checks of hosts that may warn and fail, parted by commas; beside checks.ignore of the file.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl check hosts" fail-on' -l 'fail-on' -d 'End with status 3 from this level on.' -rfka 'warn fail'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl check hosts" timeout' -l 'timeout' -d 'The longest the whole command may take, such as 90s, 5m or 1h30m; 0 for no limit (default: 10m). [environment: MCCTL_TIMEOUT]' -rfka '30s 1m 5m 10m 30m 1h'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl check hosts" o output' -s 'o' -l 'output' -d 'table, short (only what warns or fails), junit, wide, json, yaml, name, jsonpath=TEMPLATE or custom-columns=SPEC. [environment: MCCTL_OUTPUT]' -rfka 'table short junit wide json yaml name jsonpath= custom-columns='
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl check hosts" no-headers' -l 'no-headers' -d 'Print tables without their header.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl check hosts" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl check bundle" -eq 1' -F
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl check bundle" cluster-kubeconfig' -l 'cluster-kubeconfig' -d 'The managed cluster\'s kubeconfig; where it is not given, the hub\'s kubeconfig is looked in.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl check bundle" cluster-context' -l 'cluster-context' -d 'The managed cluster\'s context; needed without --cluster-kubeconfig.' -rfka '(__mcctl_custom_completion ---completion check bundle -- --cluster-context (count (__mcctl_tokens -pc)) (__mcctl_tokens -tC))'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl check bundle" fail-on' -l 'fail-on' -d 'End with status 3 from this level on.' -rfka 'warn fail'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl check bundle" expires-within' -l 'expires-within' -d 'Warn of certificates and tokens that end within this time, such as 30d or 12h.' -rfka '30s 1m 5m 10m 30m 1h'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl check bundle" timeout' -l 'timeout' -d 'The longest the whole command may take, such as 90s, 5m or 1h30m; 0 for no limit (default: 10m). [environment: MCCTL_TIMEOUT]' -rfka '30s 1m 5m 10m 30m 1h'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl check bundle" o output' -s 'o' -l 'output' -d 'table, short (only what warns or fails), junit, wide, json, yaml, name, jsonpath=TEMPLATE or custom-columns=SPEC. [environment: MCCTL_OUTPUT]' -rfka 'table short junit wide json yaml name jsonpath= custom-columns='
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl check bundle" no-headers' -l 'no-headers' -d 'Print tables without their header.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl check bundle" kubeconfig' -l 'kubeconfig' -d 'The hub\'s kubeconfig, in place of KUBECONFIG or ~/.kube/config.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl check bundle" context' -l 'context' -d 'The hub\'s context in the kubeconfig. [environment: MCCTL_CONTEXT]' -rfka '(__mcctl_custom_completion ---completion check bundle -- --context (count (__mcctl_tokens -pc)) (__mcctl_tokens -tC))'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl check bundle" as' -l 'as' -d 'Act as this user.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl check bundle"' -l 'as-group' -d 'Act as a member of this group; may be repeated.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl check bundle" request-timeout' -l 'request-timeout' -d 'The longest that one request may take, such as 30s; 0 for no limit of its own. [environment: MCCTL_REQUEST_TIMEOUT]' -rfka '30s 1m 5m 10m 30m 1h'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl check bundle" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl diff" f file' -s 'f' -l 'file' -d 'The fleet file; - for standard input.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl diff" strict' -l 'strict' -d 'Clusters that the hub has and the file has not are differences too.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl diff" timeout' -l 'timeout' -d 'The longest the whole command may take, such as 90s, 5m or 1h30m; 0 for no limit (default: 10m). [environment: MCCTL_TIMEOUT]' -rfka '30s 1m 5m 10m 30m 1h'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl diff" o output' -s 'o' -l 'output' -d 'table, wide, json, yaml, name, jsonpath=TEMPLATE or custom-columns=SPEC. [environment: MCCTL_OUTPUT]' -rfka 'table wide json yaml name jsonpath= custom-columns='
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl diff" no-headers' -l 'no-headers' -d 'Print tables without their header.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl diff" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl get" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl get" -eq 1' -fa 'clusters' -d 'List the clusters of the hub as the hub\'s API server prints them.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl get" -eq 1' -fa 'works' -d 'List what is handed out to clusters as ManifestWorks.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl get clusters" l selector' -s 'l' -l 'selector' -d 'Only clusters whose labels match: key=value, key!=value, key in (a,b), key, !key.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl get clusters" clusterset' -l 'clusterset' -d 'Only clusters of this cluster set.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl get clusters" consistent' -l 'consistent' -d 'Read from etcd; without it lists come from the API server\'s cache, faster and a little old.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl get clusters" o output' -s 'o' -l 'output' -d 'table, wide, json, yaml, name, jsonpath=TEMPLATE or custom-columns=SPEC. [environment: MCCTL_OUTPUT]' -rfka 'table wide json yaml name jsonpath= custom-columns='
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl get clusters" no-headers' -l 'no-headers' -d 'Print tables without their header.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl get clusters" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl get works" cluster' -l 'cluster' -d 'Only works of this cluster.' -rfka '(__mcctl_custom_completion ---completion get works -- --cluster (count (__mcctl_tokens -pc)) (__mcctl_tokens -tC))'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl get works" o output' -s 'o' -l 'output' -d 'table, wide, json, yaml, name, jsonpath=TEMPLATE or custom-columns=SPEC. [environment: MCCTL_OUTPUT]' -rfka 'table wide json yaml name jsonpath= custom-columns='
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl get works" no-headers' -l 'no-headers' -d 'Print tables without their header.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl get works" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl apply"' -s 'f' -l 'filename' -d 'A file of YAML or JSON documents, or - for standard input; may be repeated.' -rfa '(set -l exts \'yaml\' \'yml\' \'json\';for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.{$exts};printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl apply" cluster' -l 'cluster' -d 'The cluster\'s name on the hub.' -rfka '(__mcctl_custom_completion ---completion apply -- --cluster (count (__mcctl_tokens -pc)) (__mcctl_tokens -tC))'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl apply" work' -l 'work' -d 'Name of the ManifestWork.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl apply" wait-for' -l 'wait-for' -d 'What to wait for.' -rfka 'nothing applied available'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl apply" dry-run' -l 'dry-run' -d 'Change nothing. client, also without a value: print the plan; server: send everything with dryRun=All; diff: print the plan with the fields that differ, and end with status 2 if there are any.' -rfka 'none client server diff'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl apply" timeout' -l 'timeout' -d 'The longest the whole command may take, such as 90s, 5m or 1h30m; 0 for no limit (default: 10m). [environment: MCCTL_TIMEOUT]' -rfka '30s 1m 5m 10m 30m 1h'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl apply" y yes' -s 'y' -l 'yes' -d 'Ask nothing: the answer to every question is yes.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl apply" wait' -l 'wait' -d 'Wait until the effect is there, or end when everything is written.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl apply" no-wait' -l 'no-wait' -d 'Wait until the effect is there, or end when everything is written.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl apply" o output' -s 'o' -l 'output' -d 'table, wide, json, yaml, name, jsonpath=TEMPLATE or custom-columns=SPEC. [environment: MCCTL_OUTPUT]' -rfka 'table wide json yaml name jsonpath= custom-columns='
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl apply" no-headers' -l 'no-headers' -d 'Print tables without their header.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl apply" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl upgrade" -ge 1' -fka '(__mcctl_custom_completion ---completion upgrade -- positional@0 (count (__mcctl_tokens -pc)) (__mcctl_tokens -tC))'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl upgrade" agents' -l 'agents' -d 'Upgrade the agents, not the clusters.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl upgrade"' -l 'image' -d 'The cluster image to move to. With --agents, take one image from elsewhere: name=reference, where the name is registration-operator, registration, work, placement or addon-manager; may be repeated.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl upgrade" force' -l 'force' -d 'Move all the same between versions between which no way is known, or against one that is older.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl upgrade" f file' -s 'f' -l 'file' -d 'The file that describes the cluster (kind Cluster), with the image that it shall be of; - for standard input.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl upgrade" image-file' -l 'image-file' -d 'A tar archive to load the image from.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl upgrade" ssh-user' -l 'ssh-user' -d 'Who logs in: root, or someone with sudo (default: root).' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl upgrade" ssh-port' -l 'ssh-port' -d 'The SSH port (default: 22).' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl upgrade" ssh-key' -l 'ssh-key' -d 'A file with the private key to log in with.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl upgrade" ssh-password-file' -l 'ssh-password-file' -d 'A file with the password to log in with.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl upgrade" jump-host' -l 'jump-host' -d 'A host to go through.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl upgrade" known-hosts' -l 'known-hosts' -d 'A file with the keys of the machines, as known_hosts.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl upgrade"' -l 'ignore' -d 'Ids of checks of hosts that may warn and fail, parted by commas; beside checks.ignore of the file.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl upgrade" transcript' -l 'transcript' -d 'Where to keep what sealer says, without credentials (default: ~/.local/state/mcctl/NAME.log).' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl upgrade" idle-timeout' -l 'idle-timeout' -d 'How long sealer may say nothing before mcctl stops listening, 0 for any time; sealer itself goes on (default: 15m).' -rfka '30s 1m 5m 10m 30m 1h'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl upgrade" l selector' -s 'l' -l 'selector' -d 'All clusters of the hub whose labels match.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl upgrade" clusterset' -l 'clusterset' -d 'All clusters of this cluster set.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl upgrade" cluster-kubeconfig' -l 'cluster-kubeconfig' -d 'The kubeconfig with the clusters\' contexts, or of each cluster, where {name} stands for its name; where it is not given, the hub\'s is looked in.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl upgrade" cluster-context' -l 'cluster-context' -d 'The context of each cluster; {name} stands for its name (default: {name}, and the current context of a kubeconfig that is for one cluster alone).' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl upgrade" ocm-version' -l 'ocm-version' -d 'The release of OCM (default: the hub\'s).' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl upgrade" image-registry' -l 'image-registry' -d 'Registry and path to take the images from (default: each from where it is now).' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl upgrade"' -l 'image-digest' -d 'Take one image by digest; may be repeated.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl upgrade" canary' -l 'canary' -d 'Of several clusters, upgrade the first one alone at first.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl upgrade" no-canary' -l 'no-canary' -d 'Of several clusters, upgrade the first one alone at first.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl upgrade" wait' -l 'wait' -d 'Wait until the effect is there, or end when everything is written.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl upgrade" no-wait' -l 'no-wait' -d 'Wait until the effect is there, or end when everything is written.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl upgrade" parallel' -l 'parallel' -d 'How many clusters are worked on at a time (default: 16).' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl upgrade" max-failures' -l 'max-failures' -d 'Begin no more clusters once so many have failed (default: go on with the others).' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl upgrade" cluster-timeout' -l 'cluster-timeout' -d 'The longest that one cluster may take of the time the whole command has.' -rfka '30s 1m 5m 10m 30m 1h'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl upgrade" dry-run' -l 'dry-run' -d 'Change nothing. client, also without a value: print the plan; server: send everything with dryRun=All; diff: print the plan with the fields that differ, and end with status 2 if there are any.' -rfka 'none client server diff'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl upgrade" timeout' -l 'timeout' -d 'The longest the whole command may take, such as 90s, 5m or 1h30m; 0 for no limit (default: 10m). [environment: MCCTL_TIMEOUT]' -rfka '30s 1m 5m 10m 30m 1h'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl upgrade" y yes' -s 'y' -l 'yes' -d 'Ask nothing: the answer to every question is yes.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl upgrade" o output' -s 'o' -l 'output' -d 'table, wide, json, yaml, name, jsonpath=TEMPLATE or custom-columns=SPEC. [environment: MCCTL_OUTPUT]' -rfka 'table wide json yaml name jsonpath= custom-columns='
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl upgrade" no-headers' -l 'no-headers' -d 'Print tables without their header.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl upgrade" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl delete" -eq 1' -fa 'clusters' -d 'Take clusters out of the hub, on both sides, with nothing left behind.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl delete" -eq 1' -fa 'works' -d 'Take works, and the objects they applied, from a cluster.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl delete clusters" -ge 1' -fka '(__mcctl_custom_completion ---completion delete clusters -- positional@0 (count (__mcctl_tokens -pc)) (__mcctl_tokens -tC))'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete clusters" l selector' -s 'l' -l 'selector' -d 'The clusters whose labels match: key=value, key!=value, key in (a,b), key, !key.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete clusters" f file' -s 'f' -l 'file' -d 'The clusters of a fleet file, which also says how they are reached; - for standard input.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete clusters" parallel' -l 'parallel' -d 'How many clusters are worked on at a time (default: 16).' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete clusters" max-failures' -l 'max-failures' -d 'Begin no more clusters once so many have failed (default: go on with the others).' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete clusters" cluster-timeout' -l 'cluster-timeout' -d 'The longest that one cluster may take of the time the whole command has.' -rfka '30s 1m 5m 10m 30m 1h'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete clusters" cluster-kubeconfig' -l 'cluster-kubeconfig' -d 'The managed cluster\'s kubeconfig; where it is not given, the hub\'s kubeconfig is looked in.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete clusters" cluster-context' -l 'cluster-context' -d 'The managed cluster\'s context; needed without --cluster-kubeconfig.' -rfka '(__mcctl_custom_completion ---completion delete clusters -- --cluster-context (count (__mcctl_tokens -pc)) (__mcctl_tokens -tC))'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete clusters" via-gateway' -l 'via-gateway' -d 'Reach the managed cluster through cluster-gateway on the hub.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete clusters" hosting-cluster-kubeconfig' -l 'hosting-cluster-kubeconfig' -d 'The kubeconfig of the cluster that a hosted agent runs on (default: it runs on the hub).' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete clusters" hosting-cluster-context' -l 'hosting-cluster-context' -d 'The context of that cluster.' -rfka '(__mcctl_custom_completion ---completion delete clusters -- --hosting-cluster-context (count (__mcctl_tokens -pc)) (__mcctl_tokens -tC))'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete clusters" destroy' -l 'destroy' -d 'Take the cluster off its machines, too, which mcctl must have created it of: everything on them that is the cluster\'s goes, with all data. What the machines are is forgotten last.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete clusters" lost-hosts' -l 'lost-hosts' -d 'With --destroy: addresses of machines that are gone, parted by commas. They are not contacted.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete clusters" ssh-user' -l 'ssh-user' -d 'Who logs in: root, or someone with sudo (default: root).' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete clusters" ssh-port' -l 'ssh-port' -d 'The SSH port (default: 22).' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete clusters" ssh-key' -l 'ssh-key' -d 'A file with the private key to log in with.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete clusters" ssh-password-file' -l 'ssh-password-file' -d 'A file with the password to log in with.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete clusters" jump-host' -l 'jump-host' -d 'A host to go through.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete clusters" known-hosts' -l 'known-hosts' -d 'A file with the keys of the machines, as known_hosts.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete clusters" transcript' -l 'transcript' -d 'Where to keep what sealer says, without credentials (default: ~/.local/state/mcctl/NAME.log).' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete clusters" idle-timeout' -l 'idle-timeout' -d 'How long sealer may say nothing before mcctl stops listening, 0 for any time; sealer itself goes on (default: 15m).' -rfka '30s 1m 5m 10m 30m 1h'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete clusters" works' -l 'works' -d 'What becomes of what works brought to the cluster: delete, as far as the works do not say otherwise, or orphan, to leave it there. What addons brought goes in any case.' -rfka 'delete orphan'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete clusters" hub-only' -l 'hub-only' -d 'Do only the hub\'s side; the agent and what it applied stay on the cluster.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete clusters" force-finalizers' -l 'force-finalizers' -d 'With --hub-only, take OCM\'s finalizers off works and addons that no agent can finish.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete clusters" lost' -l 'lost' -d 'The cluster is lost: do the hub\'s side alone, and take OCM\'s finalizers off what no agent can finish any more. Refused while the agent shows signs of life.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete clusters" cleanup-script' -l 'cleanup-script' -d 'With --lost or --hub-only, write a script that takes the agent off the cluster, should it come back.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete clusters" explain' -l 'explain' -d 'Change nothing, and say for each thing that holds the deletion back: what, since when, who can clear it, and by which command.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete clusters" detach' -l 'detach' -d 'Stop managing the cluster and keep its record: the hub no longer accepts its agent. What was handed out stays. Importing it again undoes that.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete clusters" purge-namespace' -l 'purge-namespace' -d 'Delete the cluster\'s namespace on the hub with whatever others put into it.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete clusters" keep-namespace' -l 'keep-namespace' -d 'Keep the cluster\'s namespace on the hub.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete clusters" ignore-not-found' -l 'ignore-not-found' -d 'Treat a cluster that does not exist as done.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete clusters" dry-run' -l 'dry-run' -d 'Change nothing. client, also without a value: print the plan; server: send everything with dryRun=All; diff: print the plan with the fields that differ, and end with status 2 if there are any.' -rfka 'none client server diff'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete clusters" timeout' -l 'timeout' -d 'The longest the whole command may take, such as 90s, 5m or 1h30m; 0 for no limit (default: 10m). [environment: MCCTL_TIMEOUT]' -rfka '30s 1m 5m 10m 30m 1h'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete clusters" y yes' -s 'y' -l 'yes' -d 'Ask nothing: the answer to every question is yes.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete clusters" wait' -l 'wait' -d 'Wait until the effect is there, or end when everything is written.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete clusters" no-wait' -l 'no-wait' -d 'Wait until the effect is there, or end when everything is written.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete clusters" o output' -s 'o' -l 'output' -d 'table, wide, json, yaml, name, jsonpath=TEMPLATE or custom-columns=SPEC. [environment: MCCTL_OUTPUT]' -rfka 'table wide json yaml name jsonpath= custom-columns='
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete clusters" no-headers' -l 'no-headers' -d 'Print tables without their header.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete clusters" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete works" cluster' -l 'cluster' -d 'The cluster\'s name on the hub.' -rfka '(__mcctl_custom_completion ---completion delete works -- --cluster (count (__mcctl_tokens -pc)) (__mcctl_tokens -tC))'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete works" ignore-not-found' -l 'ignore-not-found' -d 'Treat a work that does not exist as done.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete works" dry-run' -l 'dry-run' -d 'Change nothing. client, also without a value: print the plan; server: send everything with dryRun=All; diff: print the plan with the fields that differ, and end with status 2 if there are any.' -rfka 'none client server diff'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete works" timeout' -l 'timeout' -d 'The longest the whole command may take, such as 90s, 5m or 1h30m; 0 for no limit (default: 10m). [environment: MCCTL_TIMEOUT]' -rfka '30s 1m 5m 10m 30m 1h'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete works" y yes' -s 'y' -l 'yes' -d 'Ask nothing: the answer to every question is yes.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete works" wait' -l 'wait' -d 'Wait until the effect is there, or end when everything is written.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete works" no-wait' -l 'no-wait' -d 'Wait until the effect is there, or end when everything is written.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete works" o output' -s 'o' -l 'output' -d 'table, wide, json, yaml, name, jsonpath=TEMPLATE or custom-columns=SPEC. [environment: MCCTL_OUTPUT]' -rfka 'table wide json yaml name jsonpath= custom-columns='
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete works" no-headers' -l 'no-headers' -d 'Print tables without their header.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl delete works" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl token" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl token" -eq 1' -fa 'create' -d 'Make a credential with which one cluster alone can ask to join.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl token" -eq 1' -fa 'list' -d 'List the join credentials of the hub, without their tokens.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl token" -eq 1' -fa 'revoke' -d 'Revoke the join credentials of clusters.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl token create" -eq 1' -fka '(__mcctl_custom_completion ---completion token create -- positional@0 (count (__mcctl_tokens -pc)) (__mcctl_tokens -tC))'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl token create" validity' -l 'validity' -d 'How long it is valid; a hub may shorten it.' -rfka '30s 1m 5m 10m 30m 1h'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl token create" credential-type type' -l 'type' -l 'credential-type' -d 'What it is: service-account or bootstrap-token.' -rfka 'service-account bootstrap-token'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl token create" dry-run' -l 'dry-run' -d 'Change nothing. client, also without a value: print the plan; server: send everything with dryRun=All; diff: print the plan with the fields that differ, and end with status 2 if there are any.' -rfka 'none client server diff'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl token create" timeout' -l 'timeout' -d 'The longest the whole command may take, such as 90s, 5m or 1h30m; 0 for no limit (default: 10m). [environment: MCCTL_TIMEOUT]' -rfka '30s 1m 5m 10m 30m 1h'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl token create" y yes' -s 'y' -l 'yes' -d 'Ask nothing: the answer to every question is yes.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl token create" o output' -s 'o' -l 'output' -d 'table, wide, json, yaml, name, jsonpath=TEMPLATE or custom-columns=SPEC. [environment: MCCTL_OUTPUT]' -rfka 'table wide json yaml name jsonpath= custom-columns='
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl token create" no-headers' -l 'no-headers' -d 'Print tables without their header.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl token create" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl token list" o output' -s 'o' -l 'output' -d 'table, wide, json, yaml, name, jsonpath=TEMPLATE or custom-columns=SPEC. [environment: MCCTL_OUTPUT]' -rfka 'table wide json yaml name jsonpath= custom-columns='
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl token list" no-headers' -l 'no-headers' -d 'Print tables without their header.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl token list" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl token revoke" -ge 1' -fka '(__mcctl_custom_completion ---completion token revoke -- positional@0 (count (__mcctl_tokens -pc)) (__mcctl_tokens -tC))'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl token revoke" ignore-not-found' -l 'ignore-not-found' -d 'Treat a cluster without a credential as done.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl token revoke" parallel' -l 'parallel' -d 'How many clusters are worked on at a time (default: 16).' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl token revoke" max-failures' -l 'max-failures' -d 'Begin no more clusters once so many have failed (default: go on with the others).' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl token revoke" cluster-timeout' -l 'cluster-timeout' -d 'The longest that one cluster may take of the time the whole command has.' -rfka '30s 1m 5m 10m 30m 1h'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl token revoke" dry-run' -l 'dry-run' -d 'Change nothing. client, also without a value: print the plan; server: send everything with dryRun=All; diff: print the plan with the fields that differ, and end with status 2 if there are any.' -rfka 'none client server diff'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl token revoke" timeout' -l 'timeout' -d 'The longest the whole command may take, such as 90s, 5m or 1h30m; 0 for no limit (default: 10m). [environment: MCCTL_TIMEOUT]' -rfka '30s 1m 5m 10m 30m 1h'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl token revoke" y yes' -s 'y' -l 'yes' -d 'Ask nothing: the answer to every question is yes.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl token revoke" o output' -s 'o' -l 'output' -d 'table, wide, json, yaml, name, jsonpath=TEMPLATE or custom-columns=SPEC. [environment: MCCTL_OUTPUT]' -rfka 'table wide json yaml name jsonpath= custom-columns='
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl token revoke" no-headers' -l 'no-headers' -d 'Print tables without their header.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl token revoke" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl bundle" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl bundle" -eq 1' -fa 'create' -d 'Make the bundles of all clusters of a fleet that only reach out.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl bundle" -eq 1' -fa 'images' -d 'List the images that managed clusters take.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl bundle" -eq 1' -fa 'inspect' -d 'Show what a bundle is, without its secrets.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl bundle" -eq 1' -fa 'verify' -d 'Look whether a bundle is whole, still valid, and fits its hub and its cluster.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl bundle create" f file' -s 'f' -l 'file' -d 'The fleet file; - for standard input.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl bundle create" archive' -l 'archive' -d 'Write a .tar.gz for each cluster in place of a directory.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl bundle create" offline' -l 'offline' -d 'Ask no hub.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl bundle create" parallel' -l 'parallel' -d 'How many clusters are worked on at a time (default: 16).' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl bundle create" max-failures' -l 'max-failures' -d 'Begin no more clusters once so many have failed (default: go on with the others).' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl bundle create" cluster-timeout' -l 'cluster-timeout' -d 'The longest that one cluster may take of the time the whole command has.' -rfka '30s 1m 5m 10m 30m 1h'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl bundle create" dry-run' -l 'dry-run' -d 'Change nothing. client, also without a value: print the plan; server: send everything with dryRun=All; diff: print the plan with the fields that differ, and end with status 2 if there are any.' -rfka 'none client server diff'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl bundle create" timeout' -l 'timeout' -d 'The longest the whole command may take, such as 90s, 5m or 1h30m; 0 for no limit (default: 10m). [environment: MCCTL_TIMEOUT]' -rfka '30s 1m 5m 10m 30m 1h'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl bundle create" y yes' -s 'y' -l 'yes' -d 'Ask nothing: the answer to every question is yes.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl bundle create" o output' -s 'o' -l 'output' -d 'Where the bundle goes: a directory, a .tar.gz, a .yaml, or - for the manifests on standard output. Or, with the bundle named by --bundle or for a result without one, its format: table, wide, json, yaml, name, jsonpath=TEMPLATE or custom-columns=SPEC. [environment: MCCTL_OUTPUT]' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl bundle create" bundle' -l 'bundle' -d 'Where the bundle goes, when -o is a format.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl bundle create" no-headers' -l 'no-headers' -d 'Print tables without their header.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl bundle create" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl bundle images" -ge 1' -F
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl bundle images" ocm-version' -l 'ocm-version' -d 'The release of Open Cluster Management.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl bundle images" image-registry' -l 'image-registry' -d 'Registry and path in front of the images\' names.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl bundle images"' -l 'image' -d 'Take one image from elsewhere: its name (registration-operator, registration, work, placement, addon-manager) and the whole reference; may be repeated.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl bundle images"' -l 'image-digest' -d 'Take one image by digest; may be repeated.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl bundle images" agent-mode' -l 'agent-mode' -d 'How the agent is deployed.' -rfka 'Singleton Default Hosted SingletonHosted'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl bundle images" hub' -l 'hub' -d 'Add the images that the hub takes.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl bundle images" skopeo' -l 'skopeo' -d 'Print them as the input of skopeo sync --src yaml.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl bundle images" o output' -s 'o' -l 'output' -d 'table, wide, json, yaml, name, jsonpath=TEMPLATE or custom-columns=SPEC. [environment: MCCTL_OUTPUT]' -rfka 'table wide json yaml name jsonpath= custom-columns='
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl bundle images" no-headers' -l 'no-headers' -d 'Print tables without their header.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl bundle images" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl bundle inspect" -eq 1' -F
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl bundle inspect" o output' -s 'o' -l 'output' -d 'table, wide, json, yaml, name, jsonpath=TEMPLATE or custom-columns=SPEC. [environment: MCCTL_OUTPUT]' -rfka 'table wide json yaml name jsonpath= custom-columns='
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl bundle inspect" no-headers' -l 'no-headers' -d 'Print tables without their header.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl bundle inspect" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl bundle verify" -eq 1' -F
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl bundle verify" cluster-kubeconfig' -l 'cluster-kubeconfig' -d 'The managed cluster\'s kubeconfig; where it is not given, the hub\'s kubeconfig is looked in.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl bundle verify" cluster-context' -l 'cluster-context' -d 'The managed cluster\'s context; needed without --cluster-kubeconfig.' -rfka '(__mcctl_custom_completion ---completion bundle verify -- --cluster-context (count (__mcctl_tokens -pc)) (__mcctl_tokens -tC))'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl bundle verify" timeout' -l 'timeout' -d 'The longest the whole command may take, such as 90s, 5m or 1h30m; 0 for no limit (default: 10m). [environment: MCCTL_TIMEOUT]' -rfka '30s 1m 5m 10m 30m 1h'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl bundle verify" o output' -s 'o' -l 'output' -d 'table, wide, json, yaml, name, jsonpath=TEMPLATE or custom-columns=SPEC. [environment: MCCTL_OUTPUT]' -rfka 'table wide json yaml name jsonpath= custom-columns='
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl bundle verify" no-headers' -l 'no-headers' -d 'Print tables without their header.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl bundle verify" kubeconfig' -l 'kubeconfig' -d 'The hub\'s kubeconfig, in place of KUBECONFIG or ~/.kube/config.' -rF
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl bundle verify" context' -l 'context' -d 'The hub\'s context in the kubeconfig. [environment: MCCTL_CONTEXT]' -rfka '(__mcctl_custom_completion ---completion bundle verify -- --context (count (__mcctl_tokens -pc)) (__mcctl_tokens -tC))'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl bundle verify" as' -l 'as' -d 'Act as this user.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl bundle verify"' -l 'as-group' -d 'Act as a member of this group; may be repeated.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl bundle verify" request-timeout' -l 'request-timeout' -d 'The longest that one request may take, such as 30s; 0 for no limit of its own. [environment: MCCTL_REQUEST_TIMEOUT]' -rfka '30s 1m 5m 10m 30m 1h'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl bundle verify" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl gate" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl gate" -eq 1' -fa 'add' -d 'Let a cluster count as registered only when further conditions are True.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl gate" -eq 1' -fa 'remove' -d 'Take readiness gates off a cluster.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl gate" -eq 1' -fa 'list' -d 'List readiness gates, and what each says.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl gate" -eq 1' -fa 'set' -d 'Open or close a readiness gate: set its condition on the cluster.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl gate add" -eq 1' -fka '(__mcctl_custom_completion ---completion gate add -- positional@0 (count (__mcctl_tokens -pc)) (__mcctl_tokens -tC))'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl gate add" dry-run' -l 'dry-run' -d 'Change nothing. client, also without a value: print the plan; server: send everything with dryRun=All; diff: print the plan with the fields that differ, and end with status 2 if there are any.' -rfka 'none client server diff'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl gate add" timeout' -l 'timeout' -d 'The longest the whole command may take, such as 90s, 5m or 1h30m; 0 for no limit (default: 10m). [environment: MCCTL_TIMEOUT]' -rfka '30s 1m 5m 10m 30m 1h'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl gate add" y yes' -s 'y' -l 'yes' -d 'Ask nothing: the answer to every question is yes.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl gate add" o output' -s 'o' -l 'output' -d 'table, wide, json, yaml, name, jsonpath=TEMPLATE or custom-columns=SPEC. [environment: MCCTL_OUTPUT]' -rfka 'table wide json yaml name jsonpath= custom-columns='
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl gate add" no-headers' -l 'no-headers' -d 'Print tables without their header.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl gate add" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl gate remove" -eq 1' -fka '(__mcctl_custom_completion ---completion gate remove -- positional@0 (count (__mcctl_tokens -pc)) (__mcctl_tokens -tC))'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl gate remove" dry-run' -l 'dry-run' -d 'Change nothing. client, also without a value: print the plan; server: send everything with dryRun=All; diff: print the plan with the fields that differ, and end with status 2 if there are any.' -rfka 'none client server diff'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl gate remove" timeout' -l 'timeout' -d 'The longest the whole command may take, such as 90s, 5m or 1h30m; 0 for no limit (default: 10m). [environment: MCCTL_TIMEOUT]' -rfka '30s 1m 5m 10m 30m 1h'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl gate remove" y yes' -s 'y' -l 'yes' -d 'Ask nothing: the answer to every question is yes.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl gate remove" o output' -s 'o' -l 'output' -d 'table, wide, json, yaml, name, jsonpath=TEMPLATE or custom-columns=SPEC. [environment: MCCTL_OUTPUT]' -rfka 'table wide json yaml name jsonpath= custom-columns='
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl gate remove" no-headers' -l 'no-headers' -d 'Print tables without their header.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl gate remove" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl gate list" -ge 1' -fka '(__mcctl_custom_completion ---completion gate list -- positional@0 (count (__mcctl_tokens -pc)) (__mcctl_tokens -tC))'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl gate list" o output' -s 'o' -l 'output' -d 'table, wide, json, yaml, name, jsonpath=TEMPLATE or custom-columns=SPEC. [environment: MCCTL_OUTPUT]' -rfka 'table wide json yaml name jsonpath= custom-columns='
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl gate list" no-headers' -l 'no-headers' -d 'Print tables without their header.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl gate list" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl gate set" -eq 1' -fka '(__mcctl_custom_completion ---completion gate set -- positional@0 (count (__mcctl_tokens -pc)) (__mcctl_tokens -tC))'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl gate set" status' -l 'status' -d 'What the condition says; only True opens the gate.' -rfka 'True False Unknown'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl gate set" reason' -l 'reason' -d 'One CamelCase word for programs.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl gate set" message' -l 'message' -d 'A sentence for people.' -rfka ''
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl gate set" dry-run' -l 'dry-run' -d 'Change nothing. client, also without a value: print the plan; server: send everything with dryRun=All; diff: print the plan with the fields that differ, and end with status 2 if there are any.' -rfka 'none client server diff'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl gate set" timeout' -l 'timeout' -d 'The longest the whole command may take, such as 90s, 5m or 1h30m; 0 for no limit (default: 10m). [environment: MCCTL_TIMEOUT]' -rfka '30s 1m 5m 10m 30m 1h'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl gate set" y yes' -s 'y' -l 'yes' -d 'Ask nothing: the answer to every question is yes.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl gate set" o output' -s 'o' -l 'output' -d 'table, wide, json, yaml, name, jsonpath=TEMPLATE or custom-columns=SPEC. [environment: MCCTL_OUTPUT]' -rfka 'table wide json yaml name jsonpath= custom-columns='
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl gate set" no-headers' -l 'no-headers' -d 'Print tables without their header.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl gate set" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl version" hub' -l 'hub' -d 'Ask the hub for its Kubernetes version.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl version" o output' -s 'o' -l 'output' -d 'table, wide, json, yaml, name, jsonpath=TEMPLATE or custom-columns=SPEC. [environment: MCCTL_OUTPUT]' -rfka 'table wide json yaml name jsonpath= custom-columns='
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl version" no-headers' -l 'no-headers' -d 'Print tables without their header.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl version" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl completion" -eq 1' -fka 'bash zsh fish'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl completion" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_positional "mcctl explain" -eq 1' -fka 'accept.ambiguous-requests accept.no-request accept.request-not-found access.forbidden access.not-permitted access.unauthorized bundle.check-failed bundle.credential bundle.invalid bundle.target-exists bundle.unreadable bundle.unwritable change.machines-unfit change.not-created change.not-possible change.under-way check.failed cluster.agent-missing cluster.certificate-refused cluster.connection-lost cluster.name-not-resolved cluster.not-kubernetes cluster.not-ready cluster.proxy-failed cluster.request-timed-out cluster.server-error cluster.unreachable confirmation.declined confirmation.needed create.cluster-exists create.endpoint-unreachable create.host-taken create.image-file create.machines-unfit create.name-taken create.nothing-to-undo create.registered create.specification-changed create.specification-missing create.stalled declared.missing declared.refused delete.cluster-alive delete.cluster-unreachable delete.leaving-unseen delete.namespace-not-empty delete.needs-cluster delete.not-created delete.not-found delete.other-cluster delete.residue delete.works-left document.invalid events.unwritable explain.unknown-id file.unreadable fleet.input gateway.entry-taken gateway.not-served gateway.unfit gateway.unknown-cluster host.checksum host.command-failed host.command-timed-out host.file host.job-conflict host.locked host.no-space hub.cluster-not-found hub.newer-version hub.ocm-missing import.agent-elsewhere import.being-deleted import.connection-details-missing import.foreign-agent import.hub-ca-missing import.hub-ca-pin import.hub-url-unverified import.identity-conflict import.imported-under-other-name import.joined-other-hub import.key-mismatch import.loopback-url import.no-managed-cluster import.nothing-to-rejoin import.probe-failed import.request-refused input.unreadable kubeconfig.certificate kubeconfig.incomplete kubeconfig.invalid kubeconfig.missing kubeconfig.no-context kubeconfig.unknown-context kubeconfig.unreadable kubeconfig.unsupported name.invalid-cluster name.invalid-object object.already-exists object.conflict object.field-conflict object.invalid object.not-found object.type-missing object.webhook-failed output.template output.unwritable request.invalid run.interrupted run.unexpected scale.drain-blocked scale.host-in-use scale.host-not-lost scale.host-present scale.host-unknown scale.host-unreachable scale.masters scale.pods-lost sealer.address-invalid sealer.already-member sealer.api-unreachable sealer.authentication sealer.clusterfile-invalid sealer.copy-failed sealer.crash sealer.disk-full sealer.health-check sealer.host-name-repeated sealer.host-too-small sealer.host-unreachable sealer.image-architecture sealer.image-missing sealer.key-exchange sealer.key-refused sealer.kubelet-unhealthy sealer.leftovers sealer.missing sealer.not-root sealer.port-in-use sealer.preflight sealer.registry-down sealer.script-failed sealer.stale-certificates sealer.state-missing sealer.time-skew sealer.unknown sealer.usage sealer.version ssh.authentication ssh.connection-lost ssh.failed ssh.host-key-changed ssh.host-key-unknown ssh.missing ssh.name-not-resolved ssh.refused ssh.sudo ssh.timed-out ssh.unreachable token.bootstrap-tokens-off token.not-found upgrade.image-by-digest upgrade.no-path upgrade.nodes-not-ready upgrade.release-unknown upgrade.sealer-cannot upgrade.version-skew usage wait.timed-out work.failed work.invalid work.not-found agent.api agent.bootstrap agent.certificate agent.clock agent.definitions agent.deployments agent.identity agent.klusterlet agent.leftovers agent.operator agent.version bundle.authorities bundle.expiry bundle.files bundle.manifests cluster.addons cluster.conditions cluster.deleting cluster.lease cluster.manifests cluster.record cluster.registered cluster.requests cluster.works fleet.addon-versions fleet.addons fleet.addresses fleet.deleting fleet.gates fleet.heartbeats fleet.reachable fleet.waiting host.architecture host.clock host.cluster host.cpu host.disk host.firewall host.from-master host.image host.kernel host.leftovers host.memory host.modules host.name host.os host.ports host.programs host.reachable host.resolution host.root host.runtime host.selinux host.swap hub.agent-certificates hub.api hub.certificate hub.clock hub.credential hub.kubeconfig hub.ocm.components hub.ocm.conditions hub.ocm.feature-gates hub.ocm.installed hub.ocm.operator hub.ocm.version hub.requests hub.rights hub.tokens hub.webhooks.answering hub.webhooks.authority hub.webhooks.configured path.address path.to-cluster path.to-hub residue.namespaces residue.rbac exit-codes'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl explain" o output' -s 'o' -l 'output' -d 'table, wide, json, yaml, name, jsonpath=TEMPLATE or custom-columns=SPEC. [environment: MCCTL_OUTPUT]' -rfka 'table wide json yaml name jsonpath= custom-columns='
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl explain" no-headers' -l 'no-headers' -d 'Print tables without their header.'
complete -c 'mcctl' -n '__mcctl_should_offer_completions_for_flags_or_options "mcctl explain" h help' -s 'h' -l 'help' -d 'Show help information.'
