/** For bash from 3.2 on, which is the one of a Mac. */
export const bash = `# Completion of press for bash, made by «press completion bash».
# It reads lines that press prints, and runs nothing of what stands in them.

_press() {
  local rest="\${COMP_LINE:0:$COMP_POINT}" kind='' before='' i word blank sign value description
  local -a words
  words=()
  rest="\${rest#*"\${COMP_WORDS[0]}"}"
  # bash takes a word apart at «=» and «:»; where no blank stands between, it is put together again.
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word="\${COMP_WORDS[i]}"
    blank="\${rest%%[![:space:]]*}"
    rest="\${rest#"$blank"}"
    if ((i == COMP_CWORD)); then word="$rest"; fi
    rest="\${rest#"$word"}"
    if ((i > 1)) && [[ -z "$blank" ]]; then
      words[\${#words[@]} - 1]+="$word"
    else
      words+=("$word")
    fi
  done
  word="\${words[\${#words[@]} - 1]}"
  # What it offers begins behind the last such sign.
  for sign in = :; do
    blank="\${word%"\${word##*"$sign"}"}"
    if [[ "$COMP_WORDBREAKS" == *"$sign"* ]] && ((\${#blank} > \${#before})); then before="$blank"; fi
  done
  COMPREPLY=()
  while IFS=$'\\t' read -r value description; do
    if [[ -z "$kind" ]]; then
      kind="$value"
    else
      COMPREPLY+=("\${value#"$before"}")
    fi
  done < <(command press __complete bash "\${words[@]}" 2>/dev/null)
  case "$kind" in
    words) compopt +o default ;;
    parts) compopt +o default -o nospace ;;
    folders) compopt +o default -o dirnames ;;
  esac 2>/dev/null
  return 0
}

complete -o default -F _press press
`;
