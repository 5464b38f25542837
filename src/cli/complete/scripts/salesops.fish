# salesops: completion for fish. In ~/.config/fish/config.fish:  salesops completions fish | source
function __salesops_complete
    set -lx COMPLETE fish
    set -l words (commandline -opc)
    command $words[1] -- $words (commandline -ct) 2>/dev/null
end
complete -c salesops -f -k -a '(__salesops_complete)'
