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

# What runs now, as lines of pid, signal and mark. Read once: whoever starts the stack again while we are still waiting
# writes new pid files, and those processes are none of our business.
left_behind=$(
    for file in "$folder"/*.pid "$folder"/*/*.pid; do
        [ -r "$file" ] || continue
        { read -r pid && IFS= read -r mark && read -r politely; } <"$file" || continue
        echo "$pid $politely $mark"
    done
)

# Signals those that are still the processes their pid files were written for; false if there are none.
signal_all() {
    echo "$left_behind" | {
        found=1
        while read -r pid politely mark; do
            [ -n "$pid" ] || continue
            case "$(command_line "$pid") " in
                *"$mark "*)
                    found=0
                    case $1 in
                        CHECK) ;;
                        KILL) kill -KILL "$pid" 2>/dev/null ;;
                        *) kill "-$politely" "$pid" 2>/dev/null && kill -CONT "$pid" 2>/dev/null ;;
                    esac
                    ;;
            esac
        done
        return "$found"
    }
}

if [ "$afterwards" = REMOVE ]; then
    signal_all KILL
    sleep 1
    rm -rf "$folder" || { sleep 2 && rm -rf "$folder"; }
else
    signal_all POLITELY
    seconds=0
    while signal_all CHECK && [ "$seconds" -lt 15 ]; do
        sleep 1
        seconds=$((seconds + 1))
    done
    signal_all KILL
fi
