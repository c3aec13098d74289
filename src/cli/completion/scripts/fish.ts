/** For fish from 3.1 on. */
export const fish = String.raw`# Completion of press for fish, made by «press completion fish».
# It reads lines that press prints, and runs nothing of what stands in them.

function __press_candidates
    set -l words (commandline -opc)
    set -e words[1]
    set -l token (commandline -ct)
    set -l answer (command press __complete fish $words "$token" 2>/dev/null)
    # In «--output=releases/» the path stands behind the name of the option.
    set -l option (string match -r -- '^--[^=]*=' "$token")
    set -l begun (string replace -r -- '^--[^=]*=' '' "$token")
    switch "$answer[1]"
        case words parts
            printf '%s\n' $answer[2..]
        case folders
            printf '%s\n' "$option"(__fish_complete_directories "$begun")
        case '*'
            printf '%s\n' "$option"(__fish_complete_path "$begun")
    end
end

complete -c press -f -a '(__press_candidates)'
`;
