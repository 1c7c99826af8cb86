# Run by Guard with the guarded folder and what to do afterwards. Standard input is a pipe from the JVM that is
# watched: reading it ends when that JVM does.
trap '' INT TERM HUP
folder=$1
afterwards=$2

while read -r _; do :; done

command_line() {
    if [ -r "/proc/$1/cmdline" ]; then
        tr '\0' ' ' <"/proc/$1/cmdline"
    else
        ps -o command= -p "$1" 2>/dev/null
    fi
}

# Signals the processes that are still the ones their pid files were written for; false if there were none.
signal_all() {
    found=1
    for file in "$folder"/*.pid "$folder"/*/*.pid; do
        [ -r "$file" ] || continue
        { read -r pid && read -r mark && read -r politely; } <"$file" || continue
        case $(command_line "$pid") in
            *"$mark"*)
                found=0
                [ "$1" = CHECK ] || kill "-${1:-$politely}" "$pid" 2>/dev/null
                [ "$1" = KILL ] || kill -CONT "$pid" 2>/dev/null
                ;;
        esac
    done
    return "$found"
}

if [ "$afterwards" = REMOVE ]; then
    signal_all KILL
    sleep 1
    rm -rf "$folder" || { sleep 2 && rm -rf "$folder"; }
else
    signal_all ''
    seconds=0
    while signal_all CHECK && [ "$seconds" -lt 10 ]; do
        sleep 1
        seconds=$((seconds + 1))
    done
    signal_all KILL
fi
