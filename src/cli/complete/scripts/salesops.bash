# salesops: completion for bash. In ~/.bashrc:  eval "$(salesops completions bash)"
_salesops() {
    local line
    COMPREPLY=()
    while IFS= read -r line; do
        COMPREPLY+=("$line")
    done < <(COMPLETE=bash COMPLETE_TYPE="$COMP_TYPE" "$1" -- "${COMP_WORDS[@]:0:COMP_CWORD+1}" 2>/dev/null)
    if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *[=/:.] ]]; then
        compopt -o nospace 2>/dev/null
    fi
}
complete -o nosort -F _salesops salesops 2>/dev/null || complete -F _salesops salesops
