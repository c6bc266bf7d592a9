#!/bin/bash

__mcctl_cursor_index_in_current_word() {
    local remaining="${COMP_LINE}"

    local word
    for word in "${COMP_WORDS[@]::COMP_CWORD}"; do
        remaining="${remaining##*([[:space:]])"${word}"*([[:space:]])}"
    done

    local -ir index="$((COMP_POINT - ${#COMP_LINE} + ${#remaining}))"
    if [[ "${index}" -le 0 ]]; then
        printf 0
    else
        printf %s "${index}"
    fi
}

# positional arguments:
#
# - 1: the current (sub)command's count of positional arguments
#
# required variables:
#
# - repeating_flags: the repeating flags that the current (sub)command can accept
# - non_repeating_flags: the non-repeating flags that the current (sub)command can accept
# - repeating_options: the repeating options that the current (sub)command can accept
# - non_repeating_options: the non-repeating options that the current (sub)command can accept
# - positional_number: value ignored
# - unparsed_words: unparsed words from the current command line
#
# modified variables:
#
# - non_repeating_flags: remove flags for this (sub)command that are already on the command line
# - non_repeating_options: remove options for this (sub)command that are already on the command line
# - positional_number: set to the current positional number
# - unparsed_words: remove all flags, options, and option values for this (sub)command
__mcctl_offer_flags_options() {
    local -ir positional_count="${1}"
    positional_number=0

    local was_flag_option_terminator_seen=false
    local is_parsing_option_value=false

    local -ar unparsed_word_indices=("${!unparsed_words[@]}")
    local -i word_index
    for word_index in "${unparsed_word_indices[@]}"; do
        if "${is_parsing_option_value}"; then
            # This word is an option value:
            # Reset marker for next word iff not currently the last word
            [[ "${word_index}" -ne "${unparsed_word_indices[${#unparsed_word_indices[@]} - 1]}" ]] && is_parsing_option_value=false
            unset "unparsed_words[${word_index}]"
            # Do not process this word as a flag or an option
            continue
        fi

        local word="${unparsed_words["${word_index}"]}"
        if ! "${was_flag_option_terminator_seen}"; then
            case "${word}" in
            --)
                unset "unparsed_words[${word_index}]"
                # by itself -- is a flag/option terminator, but if it is the last word, it is the start of a completion
                if [[ "${word_index}" -ne "${unparsed_word_indices[${#unparsed_word_indices[@]} - 1]}" ]]; then
                    was_flag_option_terminator_seen=true
                fi
                continue
                ;;
            -*)
                # ${word} is a flag or an option
                # If ${word} is an option, mark that the next word to be parsed is an option value
                local option
                for option in "${repeating_options[@]}" "${non_repeating_options[@]}"; do
                    [[ "${word}" = "${option}" ]] && is_parsing_option_value=true && break
                done

                # Remove ${word} from ${non_repeating_flags} or ${non_repeating_options} so it isn't offered again
                local not_found=true
                local -i index
                for index in "${!non_repeating_flags[@]}"; do
                    if [[ "${non_repeating_flags[${index}]}" = "${word}" ]]; then
                        unset "non_repeating_flags[${index}]"
                        non_repeating_flags=("${non_repeating_flags[@]}")
                        not_found=false
                        break
                    fi
                done
                if "${not_found}"; then
                    for index in "${!non_repeating_flags[@]}"; do
                        if [[ "${non_repeating_flags[${index}]}" = "${word}" ]]; then
                            unset "non_repeating_flags[${index}]"
                            non_repeating_flags=("${non_repeating_flags[@]}")
                            break
                        fi
                    done
                fi
                unset "unparsed_words[${word_index}]"
                continue
                ;;
            esac
        fi

        # ${word} is neither a flag, nor an option, nor an option value
        if [[ "${positional_number}" -lt "${positional_count}" || "${positional_count}" -lt 0 ]]; then
            # ${word} is a positional
            ((positional_number++))
            unset "unparsed_words[${word_index}]"
        else
            if [[ -z "${word}" ]]; then
                # Could be completing a flag, option, or subcommand
                positional_number=-1
            else
                # ${word} is a subcommand or invalid, so stop processing this (sub)command
                positional_number=-2
            fi
            break
        fi
    done

    unparsed_words=("${unparsed_words[@]}")

    if\
        ! "${was_flag_option_terminator_seen}"\
        && ! "${is_parsing_option_value}"\
        && [[ ("${cur}" = -* && "${positional_number}" -ge 0) || "${positional_number}" -eq -1 ]]
    then
        COMPREPLY+=($(compgen -W "${repeating_flags[*]} ${non_repeating_flags[*]} ${repeating_options[*]} ${non_repeating_options[*]}" -- "${cur}"))
    fi
}

__mcctl_add_completions() {
    local completion
    while IFS='' read -r completion; do
        COMPREPLY+=("${completion}")
    done < <(IFS=$'\n' compgen "${@}" -- "${cur}")
}

__mcctl_custom_complete() {
    if [[ -n "${cur}" || -z ${COMP_WORDS[${COMP_CWORD}]} || "${COMP_LINE:${COMP_POINT}:1}" != ' ' ]]; then
        local -ar words=("${COMP_WORDS[@]}")
    else
        local -ar words=("${COMP_WORDS[@]::${COMP_CWORD}}" '' "${COMP_WORDS[@]:${COMP_CWORD}}")
    fi

    "${COMP_WORDS[0]}" "${@}" "${words[@]}"
}

_mcctl() {
    local state
    state="$(shopt -p;shopt -po)"
    trap "${state//$'\n'/;}" RETURN
    shopt -s extglob
    set +o history +o posix

    local -xr SAP_SHELL=bash
    local -x SAP_SHELL_VERSION
    SAP_SHELL_VERSION="$(IFS='.';printf %s "${BASH_VERSINFO[*]}")"
    local -r SAP_SHELL_VERSION

    local -r cur="${2}"
    local -r prev="${3}"

    local -i positional_number
    local -a unparsed_words=("${COMP_WORDS[@]:1:${COMP_CWORD}}")

    local -a repeating_flags=()
    local -a non_repeating_flags=(-h --help)
    local -a repeating_options=()
    local -a non_repeating_options=()
    __mcctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    init|import|accept|create|scale|status|check|diff|get|apply|upgrade|delete|token|bundle|gate|version|completion|explain|help)
        # Offer subcommand argument completions
        "_mcctl_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'init import accept create scale status check diff get apply upgrade delete token bundle gate version completion explain help' -- "${cur}"))
        ;;
    esac
}

_mcctl_init() {
    repeating_flags=()
    non_repeating_flags=(--shared-bootstrap --no-shared-bootstrap --allow-downgrade --force-conflicts -y --yes --wait --no-wait --no-headers -h --help)
    repeating_options=(--image --image-digest --feature-gate --node-selector --toleration --resource-request --resource-limit --auto-approve)
    non_repeating_options=(--ocm-version --image-registry --image-pull-secret --image-pull-policy --priority-class --operator-verbosity --operator-replicas --dry-run --timeout -o --output)
    __mcctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--ocm-version')
        return
        ;;
    '--image-registry')
        return
        ;;
    '--image')
        return
        ;;
    '--image-digest')
        return
        ;;
    '--image-pull-secret')
        __mcctl_add_completions -f
        return
        ;;
    '--image-pull-policy')
        __mcctl_add_completions -W 'Always'$'\n''IfNotPresent'$'\n''Never'
        return
        ;;
    '--feature-gate')
        return
        ;;
    '--node-selector')
        return
        ;;
    '--toleration')
        return
        ;;
    '--priority-class')
        return
        ;;
    '--resource-request')
        return
        ;;
    '--resource-limit')
        return
        ;;
    '--operator-verbosity')
        return
        ;;
    '--operator-replicas')
        return
        ;;
    '--auto-approve')
        return
        ;;
    '--dry-run')
        __mcctl_add_completions -W 'none'$'\n''client'$'\n''server'$'\n''diff'
        return
        ;;
    '--timeout')
        __mcctl_add_completions -W '30s'$'\n''1m'$'\n''5m'$'\n''10m'$'\n''30m'$'\n''1h'
        return
        ;;
    '-o'|'--output')
        __mcctl_add_completions -W 'table'$'\n''wide'$'\n''json'$'\n''yaml'$'\n''name'$'\n''jsonpath='$'\n''custom-columns='
        return
        ;;
    esac
}

_mcctl_import() {
    repeating_flags=()
    non_repeating_flags=(--keep-credential --keep-token --rejoin --move --force-conflicts --accept --no-accept --offline --wait --no-wait --allow-loopback --probe -y --yes --no-headers -h --help)
    repeating_options=(--label --annotation --gate --addon --agent-annotation --image --image-digest --feature-gate --node-selector --toleration --resource-request --resource-limit)
    non_repeating_options=(-f --file -l --selector --names-from --retry-failed --parallel --max-failures --cluster-timeout --cluster-kubeconfig --cluster-context --hosting-cluster-kubeconfig --hosting-cluster-context --clusterset --cluster-url --cluster-ca-file --credential-validity --token-ttl --credential-type --evict-after --mode --hub-token-file --hub-url --hub-server --hub-ca-file --hub-ca-pin --probe-image --hub-proxy --hub-proxy-ca-file --hub-host-alias --agent-mode --agent-kubeconfig --certificate-validity --ocm-version --image-registry --image-pull-secret --image-pull-policy --priority-class --operator-verbosity --dry-run --timeout -o --output --bundle)
    __mcctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '-f'|'--file')
        __mcctl_add_completions -f
        return
        ;;
    '-l'|'--selector')
        return
        ;;
    '--names-from')
        __mcctl_add_completions -f
        return
        ;;
    '--retry-failed')
        __mcctl_add_completions -f
        return
        ;;
    '--parallel')
        return
        ;;
    '--max-failures')
        return
        ;;
    '--cluster-timeout')
        __mcctl_add_completions -W '30s'$'\n''1m'$'\n''5m'$'\n''10m'$'\n''30m'$'\n''1h'
        return
        ;;
    '--cluster-kubeconfig')
        __mcctl_add_completions -f
        return
        ;;
    '--cluster-context')
        __mcctl_add_completions -W "$(__mcctl_custom_complete ---completion import -- --cluster-context "${COMP_CWORD}" "$(__mcctl_cursor_index_in_current_word)")"
        return
        ;;
    '--hosting-cluster-kubeconfig')
        __mcctl_add_completions -f
        return
        ;;
    '--hosting-cluster-context')
        __mcctl_add_completions -W "$(__mcctl_custom_complete ---completion import -- --hosting-cluster-context "${COMP_CWORD}" "$(__mcctl_cursor_index_in_current_word)")"
        return
        ;;
    '--label')
        return
        ;;
    '--annotation')
        return
        ;;
    '--clusterset')
        return
        ;;
    '--gate')
        return
        ;;
    '--addon')
        return
        ;;
    '--cluster-url')
        return
        ;;
    '--cluster-ca-file')
        __mcctl_add_completions -f
        return
        ;;
    '--credential-validity'|'--token-ttl')
        __mcctl_add_completions -W '30s'$'\n''1m'$'\n''5m'$'\n''10m'$'\n''30m'$'\n''1h'
        return
        ;;
    '--credential-type')
        __mcctl_add_completions -W 'service-account'$'\n''bootstrap-token'
        return
        ;;
    '--evict-after')
        __mcctl_add_completions -W '30s'$'\n''1m'$'\n''5m'$'\n''10m'$'\n''30m'$'\n''1h'
        return
        ;;
    '--mode')
        __mcctl_add_completions -W 'auto'$'\n''manual'
        return
        ;;
    '--hub-token-file')
        __mcctl_add_completions -f
        return
        ;;
    '--hub-url'|'--hub-server')
        return
        ;;
    '--hub-ca-file')
        __mcctl_add_completions -f
        return
        ;;
    '--hub-ca-pin')
        return
        ;;
    '--probe-image')
        return
        ;;
    '--hub-proxy')
        return
        ;;
    '--hub-proxy-ca-file')
        __mcctl_add_completions -f
        return
        ;;
    '--hub-host-alias')
        return
        ;;
    '--agent-mode')
        __mcctl_add_completions -W 'Singleton'$'\n''Default'$'\n''Hosted'$'\n''SingletonHosted'
        return
        ;;
    '--agent-kubeconfig')
        __mcctl_add_completions -f
        return
        ;;
    '--certificate-validity')
        __mcctl_add_completions -W '30s'$'\n''1m'$'\n''5m'$'\n''10m'$'\n''30m'$'\n''1h'
        return
        ;;
    '--agent-annotation')
        return
        ;;
    '--ocm-version')
        return
        ;;
    '--image-registry')
        return
        ;;
    '--image')
        return
        ;;
    '--image-digest')
        return
        ;;
    '--image-pull-secret')
        __mcctl_add_completions -f
        return
        ;;
    '--image-pull-policy')
        __mcctl_add_completions -W 'Always'$'\n''IfNotPresent'$'\n''Never'
        return
        ;;
    '--feature-gate')
        return
        ;;
    '--node-selector')
        return
        ;;
    '--toleration')
        return
        ;;
    '--priority-class')
        return
        ;;
    '--resource-request')
        return
        ;;
    '--resource-limit')
        return
        ;;
    '--operator-verbosity')
        return
        ;;
    '--dry-run')
        __mcctl_add_completions -W 'none'$'\n''client'$'\n''server'$'\n''diff'
        return
        ;;
    '--timeout')
        __mcctl_add_completions -W '30s'$'\n''1m'$'\n''5m'$'\n''10m'$'\n''30m'$'\n''1h'
        return
        ;;
    '-o'|'--output')
        __mcctl_add_completions -f
        return
        ;;
    '--bundle')
        __mcctl_add_completions -f
        return
        ;;
    esac
}

_mcctl_accept() {
    repeating_flags=()
    non_repeating_flags=(--wait-for-request --wait --no-wait --keep-credential --keep-token -y --yes --no-headers -h --help)
    repeating_options=(--requester --request)
    non_repeating_options=(--cluster-kubeconfig --cluster-context --parallel --max-failures --cluster-timeout --dry-run --timeout -o --output)
    __mcctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--requester')
        return
        ;;
    '--request')
        return
        ;;
    '--cluster-kubeconfig')
        __mcctl_add_completions -f
        return
        ;;
    '--cluster-context')
        __mcctl_add_completions -W "$(__mcctl_custom_complete ---completion accept -- --cluster-context "${COMP_CWORD}" "$(__mcctl_cursor_index_in_current_word)")"
        return
        ;;
    '--parallel')
        return
        ;;
    '--max-failures')
        return
        ;;
    '--cluster-timeout')
        __mcctl_add_completions -W '30s'$'\n''1m'$'\n''5m'$'\n''10m'$'\n''30m'$'\n''1h'
        return
        ;;
    '--dry-run')
        __mcctl_add_completions -W 'none'$'\n''client'$'\n''server'$'\n''diff'
        return
        ;;
    '--timeout')
        __mcctl_add_completions -W '30s'$'\n''1m'$'\n''5m'$'\n''10m'$'\n''30m'$'\n''1h'
        return
        ;;
    '-o'|'--output')
        __mcctl_add_completions -W 'table'$'\n''wide'$'\n''json'$'\n''yaml'$'\n''name'$'\n''jsonpath='$'\n''custom-columns='
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __mcctl_add_completions -W "$(__mcctl_custom_complete ---completion accept -- positional@0 "${COMP_CWORD}" "$(__mcctl_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_mcctl_create() {
    repeating_flags=()
    non_repeating_flags=(--declared --allow-loopback --probe --undo --store-credentials -y --yes --no-headers -h --help)
    repeating_options=(--ignore)
    non_repeating_options=(-l --selector -f --file --from-clusterfile --image --image-file --masters --nodes --sealer-binary --ssh-user --ssh-port --ssh-key --ssh-password-file --jump-host --known-hosts --hub-url --hub-server --hub-ca-file --hub-ca-pin --probe-image --hub-proxy --hub-proxy-ca-file --hub-host-alias --transcript --idle-timeout --dry-run --timeout -o --output)
    __mcctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '-l'|'--selector')
        return
        ;;
    '-f'|'--file')
        __mcctl_add_completions -f
        return
        ;;
    '--from-clusterfile')
        __mcctl_add_completions -f
        return
        ;;
    '--image')
        return
        ;;
    '--image-file')
        __mcctl_add_completions -f
        return
        ;;
    '--masters')
        return
        ;;
    '--nodes')
        return
        ;;
    '--sealer-binary')
        __mcctl_add_completions -f
        return
        ;;
    '--ssh-user')
        return
        ;;
    '--ssh-port')
        return
        ;;
    '--ssh-key')
        __mcctl_add_completions -f
        return
        ;;
    '--ssh-password-file')
        __mcctl_add_completions -f
        return
        ;;
    '--jump-host')
        return
        ;;
    '--known-hosts')
        __mcctl_add_completions -f
        return
        ;;
    '--ignore')
        return
        ;;
    '--hub-url'|'--hub-server')
        return
        ;;
    '--hub-ca-file')
        __mcctl_add_completions -f
        return
        ;;
    '--hub-ca-pin')
        return
        ;;
    '--probe-image')
        return
        ;;
    '--hub-proxy')
        return
        ;;
    '--hub-proxy-ca-file')
        __mcctl_add_completions -f
        return
        ;;
    '--hub-host-alias')
        return
        ;;
    '--transcript')
        __mcctl_add_completions -f
        return
        ;;
    '--idle-timeout')
        __mcctl_add_completions -W '30s'$'\n''1m'$'\n''5m'$'\n''10m'$'\n''30m'$'\n''1h'
        return
        ;;
    '--dry-run')
        __mcctl_add_completions -W 'none'$'\n''client'$'\n''server'$'\n''diff'
        return
        ;;
    '--timeout')
        __mcctl_add_completions -W '30s'$'\n''1m'$'\n''5m'$'\n''10m'$'\n''30m'$'\n''1h'
        return
        ;;
    '-o'|'--output')
        __mcctl_add_completions -W 'table'$'\n''wide'$'\n''json'$'\n''yaml'$'\n''name'$'\n''jsonpath='$'\n''custom-columns='
        return
        ;;
    esac
}

_mcctl_scale() {
    repeating_flags=()
    non_repeating_flags=(--one-by-one --force --delete-emptydir-data -y --yes --no-headers -h --help)
    repeating_options=(--ignore)
    non_repeating_options=(-f --file --add-nodes --add-masters --remove-nodes --remove-masters --lost-hosts --ssh-user --ssh-port --ssh-key --ssh-password-file --jump-host --known-hosts --drain-timeout --transcript --idle-timeout --dry-run --timeout -o --output)
    __mcctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '-f'|'--file')
        __mcctl_add_completions -f
        return
        ;;
    '--add-nodes')
        return
        ;;
    '--add-masters')
        return
        ;;
    '--remove-nodes')
        return
        ;;
    '--remove-masters')
        return
        ;;
    '--lost-hosts')
        return
        ;;
    '--ssh-user')
        return
        ;;
    '--ssh-port')
        return
        ;;
    '--ssh-key')
        __mcctl_add_completions -f
        return
        ;;
    '--ssh-password-file')
        __mcctl_add_completions -f
        return
        ;;
    '--jump-host')
        return
        ;;
    '--known-hosts')
        __mcctl_add_completions -f
        return
        ;;
    '--ignore')
        return
        ;;
    '--drain-timeout')
        __mcctl_add_completions -W '30s'$'\n''1m'$'\n''5m'$'\n''10m'$'\n''30m'$'\n''1h'
        return
        ;;
    '--transcript')
        __mcctl_add_completions -f
        return
        ;;
    '--idle-timeout')
        __mcctl_add_completions -W '30s'$'\n''1m'$'\n''5m'$'\n''10m'$'\n''30m'$'\n''1h'
        return
        ;;
    '--dry-run')
        __mcctl_add_completions -W 'none'$'\n''client'$'\n''server'$'\n''diff'
        return
        ;;
    '--timeout')
        __mcctl_add_completions -W '30s'$'\n''1m'$'\n''5m'$'\n''10m'$'\n''30m'$'\n''1h'
        return
        ;;
    '-o'|'--output')
        __mcctl_add_completions -W 'table'$'\n''wide'$'\n''json'$'\n''yaml'$'\n''name'$'\n''jsonpath='$'\n''custom-columns='
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __mcctl_add_completions -W "$(__mcctl_custom_complete ---completion scale -- positional@0 "${COMP_CWORD}" "$(__mcctl_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_mcctl_status() {
    repeating_flags=()
    non_repeating_flags=(--consistent --not-registered -w --watch --via-gateway --no-headers -h --help)
    repeating_options=()
    non_repeating_options=(-l --selector --clusterset --sort-by --wait-for --cluster-kubeconfig --cluster-context --timeout -o --output)
    __mcctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '-l'|'--selector')
        return
        ;;
    '--clusterset')
        return
        ;;
    '--sort-by')
        __mcctl_add_completions -W 'name'$'\n''registered'$'\n''age'$'\n''version'$'\n''reason'$'\n''since'$'\n''clusterset'$'\n''heartbeat'
        return
        ;;
    '--wait-for')
        __mcctl_add_completions -W 'registered'
        return
        ;;
    '--cluster-kubeconfig')
        __mcctl_add_completions -f
        return
        ;;
    '--cluster-context')
        __mcctl_add_completions -W "$(__mcctl_custom_complete ---completion status -- --cluster-context "${COMP_CWORD}" "$(__mcctl_cursor_index_in_current_word)")"
        return
        ;;
    '--timeout')
        __mcctl_add_completions -W '30s'$'\n''1m'$'\n''5m'$'\n''10m'$'\n''30m'$'\n''1h'
        return
        ;;
    '-o'|'--output')
        __mcctl_add_completions -W 'table'$'\n''wide'$'\n''json'$'\n''yaml'$'\n''name'$'\n''jsonpath='$'\n''custom-columns='
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __mcctl_add_completions -W "$(__mcctl_custom_complete ---completion status -- positional@0 "${COMP_CWORD}" "$(__mcctl_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_mcctl_check() {
    repeating_flags=()
    non_repeating_flags=(-h --help)
    repeating_options=()
    non_repeating_options=()
    __mcctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    hub|cluster|hosts|bundle)
        # Offer subcommand argument completions
        "_mcctl_check_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'hub cluster hosts bundle' -- "${cur}"))
        ;;
    esac
}

_mcctl_check_hub() {
    repeating_flags=()
    non_repeating_flags=(--no-headers -h --help)
    repeating_options=()
    non_repeating_options=(--fail-on --expires-within --timeout -o --output)
    __mcctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--fail-on')
        __mcctl_add_completions -W 'warn'$'\n''fail'
        return
        ;;
    '--expires-within')
        __mcctl_add_completions -W '30s'$'\n''1m'$'\n''5m'$'\n''10m'$'\n''30m'$'\n''1h'
        return
        ;;
    '--timeout')
        __mcctl_add_completions -W '30s'$'\n''1m'$'\n''5m'$'\n''10m'$'\n''30m'$'\n''1h'
        return
        ;;
    '-o'|'--output')
        __mcctl_add_completions -W 'table'$'\n''short'$'\n''junit'$'\n''wide'$'\n''json'$'\n''yaml'$'\n''name'$'\n''jsonpath='$'\n''custom-columns='
        return
        ;;
    esac
}

_mcctl_check_cluster() {
    repeating_flags=()
    non_repeating_flags=(--via-gateway --no-headers -h --help)
    repeating_options=()
    non_repeating_options=(--cluster-kubeconfig --cluster-context --fail-on --expires-within --timeout -o --output)
    __mcctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--cluster-kubeconfig')
        __mcctl_add_completions -f
        return
        ;;
    '--cluster-context')
        __mcctl_add_completions -W "$(__mcctl_custom_complete ---completion check cluster -- --cluster-context "${COMP_CWORD}" "$(__mcctl_cursor_index_in_current_word)")"
        return
        ;;
    '--fail-on')
        __mcctl_add_completions -W 'warn'$'\n''fail'
        return
        ;;
    '--expires-within')
        __mcctl_add_completions -W '30s'$'\n''1m'$'\n''5m'$'\n''10m'$'\n''30m'$'\n''1h'
        return
        ;;
    '--timeout')
        __mcctl_add_completions -W '30s'$'\n''1m'$'\n''5m'$'\n''10m'$'\n''30m'$'\n''1h'
        return
        ;;
    '-o'|'--output')
        __mcctl_add_completions -W 'table'$'\n''short'$'\n''junit'$'\n''wide'$'\n''json'$'\n''yaml'$'\n''name'$'\n''jsonpath='$'\n''custom-columns='
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __mcctl_add_completions -W "$(__mcctl_custom_complete ---completion check cluster -- positional@0 "${COMP_CWORD}" "$(__mcctl_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_mcctl_check_hosts() {
    repeating_flags=()
    non_repeating_flags=(--no-headers -h --help)
    repeating_options=(--ignore)
    non_repeating_options=(-f --file --ssh-user --ssh-port --ssh-key --ssh-password-file --jump-host --known-hosts --parallel --fail-on --timeout -o --output)
    __mcctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '-f'|'--file')
        __mcctl_add_completions -f
        return
        ;;
    '--ssh-user')
        return
        ;;
    '--ssh-port')
        return
        ;;
    '--ssh-key')
        __mcctl_add_completions -f
        return
        ;;
    '--ssh-password-file')
        __mcctl_add_completions -f
        return
        ;;
    '--jump-host')
        return
        ;;
    '--known-hosts')
        __mcctl_add_completions -f
        return
        ;;
    '--parallel')
        return
        ;;
    '--ignore')
        return
        ;;
    '--fail-on')
        __mcctl_add_completions -W 'warn'$'\n''fail'
        return
        ;;
    '--timeout')
        __mcctl_add_completions -W '30s'$'\n''1m'$'\n''5m'$'\n''10m'$'\n''30m'$'\n''1h'
        return
        ;;
    '-o'|'--output')
        __mcctl_add_completions -W 'table'$'\n''short'$'\n''junit'$'\n''wide'$'\n''json'$'\n''yaml'$'\n''name'$'\n''jsonpath='$'\n''custom-columns='
        return
        ;;
    esac
}

_mcctl_check_bundle() {
    repeating_flags=()
    non_repeating_flags=(--no-headers -h --help)
    repeating_options=(--as-group)
    non_repeating_options=(--cluster-kubeconfig --cluster-context --fail-on --expires-within --timeout -o --output --kubeconfig --context --as --request-timeout)
    __mcctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--cluster-kubeconfig')
        __mcctl_add_completions -f
        return
        ;;
    '--cluster-context')
        __mcctl_add_completions -W "$(__mcctl_custom_complete ---completion check bundle -- --cluster-context "${COMP_CWORD}" "$(__mcctl_cursor_index_in_current_word)")"
        return
        ;;
    '--fail-on')
        __mcctl_add_completions -W 'warn'$'\n''fail'
        return
        ;;
    '--expires-within')
        __mcctl_add_completions -W '30s'$'\n''1m'$'\n''5m'$'\n''10m'$'\n''30m'$'\n''1h'
        return
        ;;
    '--timeout')
        __mcctl_add_completions -W '30s'$'\n''1m'$'\n''5m'$'\n''10m'$'\n''30m'$'\n''1h'
        return
        ;;
    '-o'|'--output')
        __mcctl_add_completions -W 'table'$'\n''short'$'\n''junit'$'\n''wide'$'\n''json'$'\n''yaml'$'\n''name'$'\n''jsonpath='$'\n''custom-columns='
        return
        ;;
    '--kubeconfig')
        __mcctl_add_completions -f
        return
        ;;
    '--context')
        __mcctl_add_completions -W "$(__mcctl_custom_complete ---completion check bundle -- --context "${COMP_CWORD}" "$(__mcctl_cursor_index_in_current_word)")"
        return
        ;;
    '--as')
        return
        ;;
    '--as-group')
        return
        ;;
    '--request-timeout')
        __mcctl_add_completions -W '30s'$'\n''1m'$'\n''5m'$'\n''10m'$'\n''30m'$'\n''1h'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __mcctl_add_completions -f
        return
        ;;
    esac
}

_mcctl_diff() {
    repeating_flags=()
    non_repeating_flags=(--strict --no-headers -h --help)
    repeating_options=()
    non_repeating_options=(-f --file --timeout -o --output)
    __mcctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '-f'|'--file')
        __mcctl_add_completions -f
        return
        ;;
    '--timeout')
        __mcctl_add_completions -W '30s'$'\n''1m'$'\n''5m'$'\n''10m'$'\n''30m'$'\n''1h'
        return
        ;;
    '-o'|'--output')
        __mcctl_add_completions -W 'table'$'\n''wide'$'\n''json'$'\n''yaml'$'\n''name'$'\n''jsonpath='$'\n''custom-columns='
        return
        ;;
    esac
}

_mcctl_get() {
    repeating_flags=()
    non_repeating_flags=(-h --help)
    repeating_options=()
    non_repeating_options=()
    __mcctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    clusters|works)
        # Offer subcommand argument completions
        "_mcctl_get_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'clusters works' -- "${cur}"))
        ;;
    esac
}

_mcctl_get_clusters() {
    repeating_flags=()
    non_repeating_flags=(--consistent --no-headers -h --help)
    repeating_options=()
    non_repeating_options=(-l --selector --clusterset -o --output)
    __mcctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '-l'|'--selector')
        return
        ;;
    '--clusterset')
        return
        ;;
    '-o'|'--output')
        __mcctl_add_completions -W 'table'$'\n''wide'$'\n''json'$'\n''yaml'$'\n''name'$'\n''jsonpath='$'\n''custom-columns='
        return
        ;;
    esac
}

_mcctl_get_works() {
    repeating_flags=()
    non_repeating_flags=(--no-headers -h --help)
    repeating_options=()
    non_repeating_options=(--cluster -o --output)
    __mcctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--cluster')
        __mcctl_add_completions -W "$(__mcctl_custom_complete ---completion get works -- --cluster "${COMP_CWORD}" "$(__mcctl_cursor_index_in_current_word)")"
        return
        ;;
    '-o'|'--output')
        __mcctl_add_completions -W 'table'$'\n''wide'$'\n''json'$'\n''yaml'$'\n''name'$'\n''jsonpath='$'\n''custom-columns='
        return
        ;;
    esac
}

_mcctl_apply() {
    repeating_flags=()
    non_repeating_flags=(-y --yes --wait --no-wait --no-headers -h --help)
    repeating_options=(-f --filename)
    non_repeating_options=(--cluster --work --wait-for --dry-run --timeout -o --output)
    __mcctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '-f'|'--filename')
        __mcctl_add_completions -o plusdirs -fX '!*.@(yaml|yml|json)'
        return
        ;;
    '--cluster')
        __mcctl_add_completions -W "$(__mcctl_custom_complete ---completion apply -- --cluster "${COMP_CWORD}" "$(__mcctl_cursor_index_in_current_word)")"
        return
        ;;
    '--work')
        return
        ;;
    '--wait-for')
        __mcctl_add_completions -W 'nothing'$'\n''applied'$'\n''available'
        return
        ;;
    '--dry-run')
        __mcctl_add_completions -W 'none'$'\n''client'$'\n''server'$'\n''diff'
        return
        ;;
    '--timeout')
        __mcctl_add_completions -W '30s'$'\n''1m'$'\n''5m'$'\n''10m'$'\n''30m'$'\n''1h'
        return
        ;;
    '-o'|'--output')
        __mcctl_add_completions -W 'table'$'\n''wide'$'\n''json'$'\n''yaml'$'\n''name'$'\n''jsonpath='$'\n''custom-columns='
        return
        ;;
    esac
}

_mcctl_upgrade() {
    repeating_flags=()
    non_repeating_flags=(--agents --force --canary --no-canary --wait --no-wait -y --yes --no-headers -h --help)
    repeating_options=(--image --ignore --image-digest)
    non_repeating_options=(-f --file --image-file --ssh-user --ssh-port --ssh-key --ssh-password-file --jump-host --known-hosts --transcript --idle-timeout -l --selector --clusterset --cluster-kubeconfig --cluster-context --ocm-version --image-registry --parallel --max-failures --cluster-timeout --dry-run --timeout -o --output)
    __mcctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--image')
        return
        ;;
    '-f'|'--file')
        __mcctl_add_completions -f
        return
        ;;
    '--image-file')
        __mcctl_add_completions -f
        return
        ;;
    '--ssh-user')
        return
        ;;
    '--ssh-port')
        return
        ;;
    '--ssh-key')
        __mcctl_add_completions -f
        return
        ;;
    '--ssh-password-file')
        __mcctl_add_completions -f
        return
        ;;
    '--jump-host')
        return
        ;;
    '--known-hosts')
        __mcctl_add_completions -f
        return
        ;;
    '--ignore')
        return
        ;;
    '--transcript')
        __mcctl_add_completions -f
        return
        ;;
    '--idle-timeout')
        __mcctl_add_completions -W '30s'$'\n''1m'$'\n''5m'$'\n''10m'$'\n''30m'$'\n''1h'
        return
        ;;
    '-l'|'--selector')
        return
        ;;
    '--clusterset')
        return
        ;;
    '--cluster-kubeconfig')
        __mcctl_add_completions -f
        return
        ;;
    '--cluster-context')
        return
        ;;
    '--ocm-version')
        return
        ;;
    '--image-registry')
        return
        ;;
    '--image-digest')
        return
        ;;
    '--parallel')
        return
        ;;
    '--max-failures')
        return
        ;;
    '--cluster-timeout')
        __mcctl_add_completions -W '30s'$'\n''1m'$'\n''5m'$'\n''10m'$'\n''30m'$'\n''1h'
        return
        ;;
    '--dry-run')
        __mcctl_add_completions -W 'none'$'\n''client'$'\n''server'$'\n''diff'
        return
        ;;
    '--timeout')
        __mcctl_add_completions -W '30s'$'\n''1m'$'\n''5m'$'\n''10m'$'\n''30m'$'\n''1h'
        return
        ;;
    '-o'|'--output')
        __mcctl_add_completions -W 'table'$'\n''wide'$'\n''json'$'\n''yaml'$'\n''name'$'\n''jsonpath='$'\n''custom-columns='
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __mcctl_add_completions -W "$(__mcctl_custom_complete ---completion upgrade -- positional@0 "${COMP_CWORD}" "$(__mcctl_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_mcctl_delete() {
    repeating_flags=()
    non_repeating_flags=(-h --help)
    repeating_options=()
    non_repeating_options=()
    __mcctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    clusters|works)
        # Offer subcommand argument completions
        "_mcctl_delete_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'clusters works' -- "${cur}"))
        ;;
    esac
}

_mcctl_delete_clusters() {
    repeating_flags=()
    non_repeating_flags=(--via-gateway --destroy --hub-only --force-finalizers --lost --explain --detach --purge-namespace --keep-namespace --ignore-not-found -y --yes --wait --no-wait --no-headers -h --help)
    repeating_options=()
    non_repeating_options=(-l --selector -f --file --parallel --max-failures --cluster-timeout --cluster-kubeconfig --cluster-context --hosting-cluster-kubeconfig --hosting-cluster-context --lost-hosts --ssh-user --ssh-port --ssh-key --ssh-password-file --jump-host --known-hosts --transcript --idle-timeout --works --cleanup-script --dry-run --timeout -o --output)
    __mcctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '-l'|'--selector')
        return
        ;;
    '-f'|'--file')
        __mcctl_add_completions -f
        return
        ;;
    '--parallel')
        return
        ;;
    '--max-failures')
        return
        ;;
    '--cluster-timeout')
        __mcctl_add_completions -W '30s'$'\n''1m'$'\n''5m'$'\n''10m'$'\n''30m'$'\n''1h'
        return
        ;;
    '--cluster-kubeconfig')
        __mcctl_add_completions -f
        return
        ;;
    '--cluster-context')
        __mcctl_add_completions -W "$(__mcctl_custom_complete ---completion delete clusters -- --cluster-context "${COMP_CWORD}" "$(__mcctl_cursor_index_in_current_word)")"
        return
        ;;
    '--hosting-cluster-kubeconfig')
        __mcctl_add_completions -f
        return
        ;;
    '--hosting-cluster-context')
        __mcctl_add_completions -W "$(__mcctl_custom_complete ---completion delete clusters -- --hosting-cluster-context "${COMP_CWORD}" "$(__mcctl_cursor_index_in_current_word)")"
        return
        ;;
    '--lost-hosts')
        return
        ;;
    '--ssh-user')
        return
        ;;
    '--ssh-port')
        return
        ;;
    '--ssh-key')
        __mcctl_add_completions -f
        return
        ;;
    '--ssh-password-file')
        __mcctl_add_completions -f
        return
        ;;
    '--jump-host')
        return
        ;;
    '--known-hosts')
        __mcctl_add_completions -f
        return
        ;;
    '--transcript')
        __mcctl_add_completions -f
        return
        ;;
    '--idle-timeout')
        __mcctl_add_completions -W '30s'$'\n''1m'$'\n''5m'$'\n''10m'$'\n''30m'$'\n''1h'
        return
        ;;
    '--works')
        __mcctl_add_completions -W 'delete'$'\n''orphan'
        return
        ;;
    '--cleanup-script')
        __mcctl_add_completions -f
        return
        ;;
    '--dry-run')
        __mcctl_add_completions -W 'none'$'\n''client'$'\n''server'$'\n''diff'
        return
        ;;
    '--timeout')
        __mcctl_add_completions -W '30s'$'\n''1m'$'\n''5m'$'\n''10m'$'\n''30m'$'\n''1h'
        return
        ;;
    '-o'|'--output')
        __mcctl_add_completions -W 'table'$'\n''wide'$'\n''json'$'\n''yaml'$'\n''name'$'\n''jsonpath='$'\n''custom-columns='
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __mcctl_add_completions -W "$(__mcctl_custom_complete ---completion delete clusters -- positional@0 "${COMP_CWORD}" "$(__mcctl_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_mcctl_delete_works() {
    repeating_flags=()
    non_repeating_flags=(--ignore-not-found -y --yes --wait --no-wait --no-headers -h --help)
    repeating_options=()
    non_repeating_options=(--cluster --dry-run --timeout -o --output)
    __mcctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--cluster')
        __mcctl_add_completions -W "$(__mcctl_custom_complete ---completion delete works -- --cluster "${COMP_CWORD}" "$(__mcctl_cursor_index_in_current_word)")"
        return
        ;;
    '--dry-run')
        __mcctl_add_completions -W 'none'$'\n''client'$'\n''server'$'\n''diff'
        return
        ;;
    '--timeout')
        __mcctl_add_completions -W '30s'$'\n''1m'$'\n''5m'$'\n''10m'$'\n''30m'$'\n''1h'
        return
        ;;
    '-o'|'--output')
        __mcctl_add_completions -W 'table'$'\n''wide'$'\n''json'$'\n''yaml'$'\n''name'$'\n''jsonpath='$'\n''custom-columns='
        return
        ;;
    esac
}

_mcctl_token() {
    repeating_flags=()
    non_repeating_flags=(-h --help)
    repeating_options=()
    non_repeating_options=()
    __mcctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    create|list|revoke)
        # Offer subcommand argument completions
        "_mcctl_token_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'create list revoke' -- "${cur}"))
        ;;
    esac
}

_mcctl_token_create() {
    repeating_flags=()
    non_repeating_flags=(-y --yes --no-headers -h --help)
    repeating_options=()
    non_repeating_options=(--validity --type --credential-type --dry-run --timeout -o --output)
    __mcctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--validity')
        __mcctl_add_completions -W '30s'$'\n''1m'$'\n''5m'$'\n''10m'$'\n''30m'$'\n''1h'
        return
        ;;
    '--type'|'--credential-type')
        __mcctl_add_completions -W 'service-account'$'\n''bootstrap-token'
        return
        ;;
    '--dry-run')
        __mcctl_add_completions -W 'none'$'\n''client'$'\n''server'$'\n''diff'
        return
        ;;
    '--timeout')
        __mcctl_add_completions -W '30s'$'\n''1m'$'\n''5m'$'\n''10m'$'\n''30m'$'\n''1h'
        return
        ;;
    '-o'|'--output')
        __mcctl_add_completions -W 'table'$'\n''wide'$'\n''json'$'\n''yaml'$'\n''name'$'\n''jsonpath='$'\n''custom-columns='
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __mcctl_add_completions -W "$(__mcctl_custom_complete ---completion token create -- positional@0 "${COMP_CWORD}" "$(__mcctl_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_mcctl_token_list() {
    repeating_flags=()
    non_repeating_flags=(--no-headers -h --help)
    repeating_options=()
    non_repeating_options=(-o --output)
    __mcctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '-o'|'--output')
        __mcctl_add_completions -W 'table'$'\n''wide'$'\n''json'$'\n''yaml'$'\n''name'$'\n''jsonpath='$'\n''custom-columns='
        return
        ;;
    esac
}

_mcctl_token_revoke() {
    repeating_flags=()
    non_repeating_flags=(--ignore-not-found -y --yes --no-headers -h --help)
    repeating_options=()
    non_repeating_options=(--parallel --max-failures --cluster-timeout --dry-run --timeout -o --output)
    __mcctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--parallel')
        return
        ;;
    '--max-failures')
        return
        ;;
    '--cluster-timeout')
        __mcctl_add_completions -W '30s'$'\n''1m'$'\n''5m'$'\n''10m'$'\n''30m'$'\n''1h'
        return
        ;;
    '--dry-run')
        __mcctl_add_completions -W 'none'$'\n''client'$'\n''server'$'\n''diff'
        return
        ;;
    '--timeout')
        __mcctl_add_completions -W '30s'$'\n''1m'$'\n''5m'$'\n''10m'$'\n''30m'$'\n''1h'
        return
        ;;
    '-o'|'--output')
        __mcctl_add_completions -W 'table'$'\n''wide'$'\n''json'$'\n''yaml'$'\n''name'$'\n''jsonpath='$'\n''custom-columns='
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __mcctl_add_completions -W "$(__mcctl_custom_complete ---completion token revoke -- positional@0 "${COMP_CWORD}" "$(__mcctl_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_mcctl_bundle() {
    repeating_flags=()
    non_repeating_flags=(-h --help)
    repeating_options=()
    non_repeating_options=()
    __mcctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    create|images|inspect|verify)
        # Offer subcommand argument completions
        "_mcctl_bundle_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'create images inspect verify' -- "${cur}"))
        ;;
    esac
}

_mcctl_bundle_create() {
    repeating_flags=()
    non_repeating_flags=(--archive --offline -y --yes --no-headers -h --help)
    repeating_options=()
    non_repeating_options=(-f --file --parallel --max-failures --cluster-timeout --dry-run --timeout -o --output --bundle)
    __mcctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '-f'|'--file')
        __mcctl_add_completions -f
        return
        ;;
    '--parallel')
        return
        ;;
    '--max-failures')
        return
        ;;
    '--cluster-timeout')
        __mcctl_add_completions -W '30s'$'\n''1m'$'\n''5m'$'\n''10m'$'\n''30m'$'\n''1h'
        return
        ;;
    '--dry-run')
        __mcctl_add_completions -W 'none'$'\n''client'$'\n''server'$'\n''diff'
        return
        ;;
    '--timeout')
        __mcctl_add_completions -W '30s'$'\n''1m'$'\n''5m'$'\n''10m'$'\n''30m'$'\n''1h'
        return
        ;;
    '-o'|'--output')
        __mcctl_add_completions -f
        return
        ;;
    '--bundle')
        __mcctl_add_completions -f
        return
        ;;
    esac
}

_mcctl_bundle_images() {
    repeating_flags=()
    non_repeating_flags=(--hub --skopeo --no-headers -h --help)
    repeating_options=(--image --image-digest)
    non_repeating_options=(--ocm-version --image-registry --agent-mode -o --output)
    __mcctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--ocm-version')
        return
        ;;
    '--image-registry')
        return
        ;;
    '--image')
        return
        ;;
    '--image-digest')
        return
        ;;
    '--agent-mode')
        __mcctl_add_completions -W 'Singleton'$'\n''Default'$'\n''Hosted'$'\n''SingletonHosted'
        return
        ;;
    '-o'|'--output')
        __mcctl_add_completions -W 'table'$'\n''wide'$'\n''json'$'\n''yaml'$'\n''name'$'\n''jsonpath='$'\n''custom-columns='
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __mcctl_add_completions -f
        return
        ;;
    esac
}

_mcctl_bundle_inspect() {
    repeating_flags=()
    non_repeating_flags=(--no-headers -h --help)
    repeating_options=()
    non_repeating_options=(-o --output)
    __mcctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '-o'|'--output')
        __mcctl_add_completions -W 'table'$'\n''wide'$'\n''json'$'\n''yaml'$'\n''name'$'\n''jsonpath='$'\n''custom-columns='
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __mcctl_add_completions -f
        return
        ;;
    esac
}

_mcctl_bundle_verify() {
    repeating_flags=()
    non_repeating_flags=(--no-headers -h --help)
    repeating_options=(--as-group)
    non_repeating_options=(--cluster-kubeconfig --cluster-context --timeout -o --output --kubeconfig --context --as --request-timeout)
    __mcctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--cluster-kubeconfig')
        __mcctl_add_completions -f
        return
        ;;
    '--cluster-context')
        __mcctl_add_completions -W "$(__mcctl_custom_complete ---completion bundle verify -- --cluster-context "${COMP_CWORD}" "$(__mcctl_cursor_index_in_current_word)")"
        return
        ;;
    '--timeout')
        __mcctl_add_completions -W '30s'$'\n''1m'$'\n''5m'$'\n''10m'$'\n''30m'$'\n''1h'
        return
        ;;
    '-o'|'--output')
        __mcctl_add_completions -W 'table'$'\n''wide'$'\n''json'$'\n''yaml'$'\n''name'$'\n''jsonpath='$'\n''custom-columns='
        return
        ;;
    '--kubeconfig')
        __mcctl_add_completions -f
        return
        ;;
    '--context')
        __mcctl_add_completions -W "$(__mcctl_custom_complete ---completion bundle verify -- --context "${COMP_CWORD}" "$(__mcctl_cursor_index_in_current_word)")"
        return
        ;;
    '--as')
        return
        ;;
    '--as-group')
        return
        ;;
    '--request-timeout')
        __mcctl_add_completions -W '30s'$'\n''1m'$'\n''5m'$'\n''10m'$'\n''30m'$'\n''1h'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __mcctl_add_completions -f
        return
        ;;
    esac
}

_mcctl_gate() {
    repeating_flags=()
    non_repeating_flags=(-h --help)
    repeating_options=()
    non_repeating_options=()
    __mcctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    add|remove|list|set)
        # Offer subcommand argument completions
        "_mcctl_gate_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'add remove list set' -- "${cur}"))
        ;;
    esac
}

_mcctl_gate_add() {
    repeating_flags=()
    non_repeating_flags=(-y --yes --no-headers -h --help)
    repeating_options=()
    non_repeating_options=(--dry-run --timeout -o --output)
    __mcctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--dry-run')
        __mcctl_add_completions -W 'none'$'\n''client'$'\n''server'$'\n''diff'
        return
        ;;
    '--timeout')
        __mcctl_add_completions -W '30s'$'\n''1m'$'\n''5m'$'\n''10m'$'\n''30m'$'\n''1h'
        return
        ;;
    '-o'|'--output')
        __mcctl_add_completions -W 'table'$'\n''wide'$'\n''json'$'\n''yaml'$'\n''name'$'\n''jsonpath='$'\n''custom-columns='
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __mcctl_add_completions -W "$(__mcctl_custom_complete ---completion gate add -- positional@0 "${COMP_CWORD}" "$(__mcctl_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_mcctl_gate_remove() {
    repeating_flags=()
    non_repeating_flags=(-y --yes --no-headers -h --help)
    repeating_options=()
    non_repeating_options=(--dry-run --timeout -o --output)
    __mcctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--dry-run')
        __mcctl_add_completions -W 'none'$'\n''client'$'\n''server'$'\n''diff'
        return
        ;;
    '--timeout')
        __mcctl_add_completions -W '30s'$'\n''1m'$'\n''5m'$'\n''10m'$'\n''30m'$'\n''1h'
        return
        ;;
    '-o'|'--output')
        __mcctl_add_completions -W 'table'$'\n''wide'$'\n''json'$'\n''yaml'$'\n''name'$'\n''jsonpath='$'\n''custom-columns='
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __mcctl_add_completions -W "$(__mcctl_custom_complete ---completion gate remove -- positional@0 "${COMP_CWORD}" "$(__mcctl_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_mcctl_gate_list() {
    repeating_flags=()
    non_repeating_flags=(--no-headers -h --help)
    repeating_options=()
    non_repeating_options=(-o --output)
    __mcctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '-o'|'--output')
        __mcctl_add_completions -W 'table'$'\n''wide'$'\n''json'$'\n''yaml'$'\n''name'$'\n''jsonpath='$'\n''custom-columns='
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __mcctl_add_completions -W "$(__mcctl_custom_complete ---completion gate list -- positional@0 "${COMP_CWORD}" "$(__mcctl_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_mcctl_gate_set() {
    repeating_flags=()
    non_repeating_flags=(-y --yes --no-headers -h --help)
    repeating_options=()
    non_repeating_options=(--status --reason --message --dry-run --timeout -o --output)
    __mcctl_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--status')
        __mcctl_add_completions -W 'True'$'\n''False'$'\n''Unknown'
        return
        ;;
    '--reason')
        return
        ;;
    '--message')
        return
        ;;
    '--dry-run')
        __mcctl_add_completions -W 'none'$'\n''client'$'\n''server'$'\n''diff'
        return
        ;;
    '--timeout')
        __mcctl_add_completions -W '30s'$'\n''1m'$'\n''5m'$'\n''10m'$'\n''30m'$'\n''1h'
        return
        ;;
    '-o'|'--output')
        __mcctl_add_completions -W 'table'$'\n''wide'$'\n''json'$'\n''yaml'$'\n''name'$'\n''jsonpath='$'\n''custom-columns='
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __mcctl_add_completions -W "$(__mcctl_custom_complete ---completion gate set -- positional@0 "${COMP_CWORD}" "$(__mcctl_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_mcctl_version() {
    repeating_flags=()
    non_repeating_flags=(--hub --no-headers -h --help)
    repeating_options=()
    non_repeating_options=(-o --output)
    __mcctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '-o'|'--output')
        __mcctl_add_completions -W 'table'$'\n''wide'$'\n''json'$'\n''yaml'$'\n''name'$'\n''jsonpath='$'\n''custom-columns='
        return
        ;;
    esac
}

_mcctl_completion() {
    repeating_flags=()
    non_repeating_flags=(-h --help)
    repeating_options=()
    non_repeating_options=()
    __mcctl_offer_flags_options 1

    # Offer positional completions
    case "${positional_number}" in
    1)
        __mcctl_add_completions -W 'bash'$'\n''zsh'$'\n''fish'
        return
        ;;
    esac
}

_mcctl_explain() {
    repeating_flags=()
    non_repeating_flags=(--no-headers -h --help)
    repeating_options=()
    non_repeating_options=(-o --output)
    __mcctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '-o'|'--output')
        __mcctl_add_completions -W 'table'$'\n''wide'$'\n''json'$'\n''yaml'$'\n''name'$'\n''jsonpath='$'\n''custom-columns='
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __mcctl_add_completions -W 'accept.ambiguous-requests'$'\n''accept.no-request'$'\n''accept.request-not-found'$'\n''access.forbidden'$'\n''access.not-permitted'$'\n''access.unauthorized'$'\n''bundle.check-failed'$'\n''bundle.credential'$'\n''bundle.invalid'$'\n''bundle.target-exists'$'\n''bundle.unreadable'$'\n''bundle.unwritable'$'\n''change.machines-unfit'$'\n''change.not-created'$'\n''change.not-possible'$'\n''change.under-way'$'\n''check.failed'$'\n''cluster.agent-missing'$'\n''cluster.certificate-refused'$'\n''cluster.connection-lost'$'\n''cluster.name-not-resolved'$'\n''cluster.not-kubernetes'$'\n''cluster.not-ready'$'\n''cluster.proxy-failed'$'\n''cluster.request-timed-out'$'\n''cluster.server-error'$'\n''cluster.unreachable'$'\n''confirmation.declined'$'\n''confirmation.needed'$'\n''create.cluster-exists'$'\n''create.endpoint-unreachable'$'\n''create.host-taken'$'\n''create.image-file'$'\n''create.machines-unfit'$'\n''create.name-taken'$'\n''create.nothing-to-undo'$'\n''create.registered'$'\n''create.specification-changed'$'\n''create.specification-missing'$'\n''create.stalled'$'\n''declared.missing'$'\n''declared.refused'$'\n''delete.cluster-alive'$'\n''delete.cluster-unreachable'$'\n''delete.leaving-unseen'$'\n''delete.namespace-not-empty'$'\n''delete.needs-cluster'$'\n''delete.not-created'$'\n''delete.not-found'$'\n''delete.other-cluster'$'\n''delete.residue'$'\n''delete.works-left'$'\n''document.invalid'$'\n''events.unwritable'$'\n''explain.unknown-id'$'\n''file.unreadable'$'\n''fleet.input'$'\n''gateway.entry-taken'$'\n''gateway.not-served'$'\n''gateway.unfit'$'\n''gateway.unknown-cluster'$'\n''host.checksum'$'\n''host.command-failed'$'\n''host.command-timed-out'$'\n''host.file'$'\n''host.job-conflict'$'\n''host.locked'$'\n''host.no-space'$'\n''hub.cluster-not-found'$'\n''hub.newer-version'$'\n''hub.ocm-missing'$'\n''import.agent-elsewhere'$'\n''import.being-deleted'$'\n''import.connection-details-missing'$'\n''import.foreign-agent'$'\n''import.hub-ca-missing'$'\n''import.hub-ca-pin'$'\n''import.hub-url-unverified'$'\n''import.identity-conflict'$'\n''import.imported-under-other-name'$'\n''import.joined-other-hub'$'\n''import.key-mismatch'$'\n''import.loopback-url'$'\n''import.no-managed-cluster'$'\n''import.nothing-to-rejoin'$'\n''import.probe-failed'$'\n''import.request-refused'$'\n''input.unreadable'$'\n''kubeconfig.certificate'$'\n''kubeconfig.incomplete'$'\n''kubeconfig.invalid'$'\n''kubeconfig.missing'$'\n''kubeconfig.no-context'$'\n''kubeconfig.unknown-context'$'\n''kubeconfig.unreadable'$'\n''kubeconfig.unsupported'$'\n''name.invalid-cluster'$'\n''name.invalid-object'$'\n''object.already-exists'$'\n''object.conflict'$'\n''object.field-conflict'$'\n''object.invalid'$'\n''object.not-found'$'\n''object.type-missing'$'\n''object.webhook-failed'$'\n''output.template'$'\n''output.unwritable'$'\n''request.invalid'$'\n''run.interrupted'$'\n''run.unexpected'$'\n''scale.drain-blocked'$'\n''scale.host-in-use'$'\n''scale.host-not-lost'$'\n''scale.host-present'$'\n''scale.host-unknown'$'\n''scale.host-unreachable'$'\n''scale.masters'$'\n''scale.pods-lost'$'\n''sealer.address-invalid'$'\n''sealer.already-member'$'\n''sealer.api-unreachable'$'\n''sealer.authentication'$'\n''sealer.clusterfile-invalid'$'\n''sealer.copy-failed'$'\n''sealer.crash'$'\n''sealer.disk-full'$'\n''sealer.health-check'$'\n''sealer.host-name-repeated'$'\n''sealer.host-too-small'$'\n''sealer.host-unreachable'$'\n''sealer.image-architecture'$'\n''sealer.image-missing'$'\n''sealer.key-exchange'$'\n''sealer.key-refused'$'\n''sealer.kubelet-unhealthy'$'\n''sealer.leftovers'$'\n''sealer.missing'$'\n''sealer.not-root'$'\n''sealer.port-in-use'$'\n''sealer.preflight'$'\n''sealer.registry-down'$'\n''sealer.script-failed'$'\n''sealer.stale-certificates'$'\n''sealer.state-missing'$'\n''sealer.time-skew'$'\n''sealer.unknown'$'\n''sealer.usage'$'\n''sealer.version'$'\n''ssh.authentication'$'\n''ssh.connection-lost'$'\n''ssh.failed'$'\n''ssh.host-key-changed'$'\n''ssh.host-key-unknown'$'\n''ssh.missing'$'\n''ssh.name-not-resolved'$'\n''ssh.refused'$'\n''ssh.sudo'$'\n''ssh.timed-out'$'\n''ssh.unreachable'$'\n''token.bootstrap-tokens-off'$'\n''token.not-found'$'\n''upgrade.image-by-digest'$'\n''upgrade.no-path'$'\n''upgrade.nodes-not-ready'$'\n''upgrade.release-unknown'$'\n''upgrade.sealer-cannot'$'\n''upgrade.version-skew'$'\n''usage'$'\n''wait.timed-out'$'\n''work.failed'$'\n''work.invalid'$'\n''work.not-found'$'\n''agent.api'$'\n''agent.bootstrap'$'\n''agent.certificate'$'\n''agent.clock'$'\n''agent.definitions'$'\n''agent.deployments'$'\n''agent.identity'$'\n''agent.klusterlet'$'\n''agent.leftovers'$'\n''agent.operator'$'\n''agent.version'$'\n''bundle.authorities'$'\n''bundle.expiry'$'\n''bundle.files'$'\n''bundle.manifests'$'\n''cluster.addons'$'\n''cluster.conditions'$'\n''cluster.deleting'$'\n''cluster.lease'$'\n''cluster.manifests'$'\n''cluster.record'$'\n''cluster.registered'$'\n''cluster.requests'$'\n''cluster.works'$'\n''fleet.addon-versions'$'\n''fleet.addons'$'\n''fleet.addresses'$'\n''fleet.deleting'$'\n''fleet.gates'$'\n''fleet.heartbeats'$'\n''fleet.reachable'$'\n''fleet.waiting'$'\n''host.architecture'$'\n''host.clock'$'\n''host.cluster'$'\n''host.cpu'$'\n''host.disk'$'\n''host.firewall'$'\n''host.from-master'$'\n''host.image'$'\n''host.kernel'$'\n''host.leftovers'$'\n''host.memory'$'\n''host.modules'$'\n''host.name'$'\n''host.os'$'\n''host.ports'$'\n''host.programs'$'\n''host.reachable'$'\n''host.resolution'$'\n''host.root'$'\n''host.runtime'$'\n''host.selinux'$'\n''host.swap'$'\n''hub.agent-certificates'$'\n''hub.api'$'\n''hub.certificate'$'\n''hub.clock'$'\n''hub.credential'$'\n''hub.kubeconfig'$'\n''hub.ocm.components'$'\n''hub.ocm.conditions'$'\n''hub.ocm.feature-gates'$'\n''hub.ocm.installed'$'\n''hub.ocm.operator'$'\n''hub.ocm.version'$'\n''hub.requests'$'\n''hub.rights'$'\n''hub.tokens'$'\n''hub.webhooks.answering'$'\n''hub.webhooks.authority'$'\n''hub.webhooks.configured'$'\n''path.address'$'\n''path.to-cluster'$'\n''path.to-hub'$'\n''residue.namespaces'$'\n''residue.rbac'$'\n''exit-codes'
        return
        ;;
    esac
}

_mcctl_help() {
    :
}

complete -o filenames -F _mcctl mcctl
