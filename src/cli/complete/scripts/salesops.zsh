#compdef salesops
# salesops: completion for zsh. In ~/.zshrc, after compinit:  source <(salesops completions zsh)
_salesops() {
    local -a lines whole open shown_whole shown_open
    local line value
    lines=("${(@f)$(COMPLETE=zsh ${(Q)words[1]} -- "${(@Q)words[1,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
    for line in $lines; do
        value=${line%%$'\t'*}
        if [[ $value == *[=/:.] ]]; then
            open+=("$value")
            shown_open+=("${line/$'\t'/  }")
        elif [[ -n $value ]]; then
            whole+=("$value")
            shown_whole+=("${line/$'\t'/  }")
        fi
    done
    (( $#whole + $#open )) || return 1
    if (( $#whole + $#open > 1 )) && [[ ${whole[1]-${open[1]}} != "$PREFIX"* ]]; then
        # What is typed is the beginning of none of them: list them, and leave the word.
        compstate[insert]=''
        compstate[list]='list force'
    fi
    (( $#whole )) && compadd -U -V salesops -l -d shown_whole -- $whole
    (( $#open )) && compadd -U -S '' -V salesops-open -l -d shown_open -- $open
    return 0
}
compdef _salesops salesops
