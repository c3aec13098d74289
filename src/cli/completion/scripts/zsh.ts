/** For zsh with its completion system. */
export const zsh = `#compdef press
# Completion of press for zsh, made by «press completion zsh».
# It reads lines that press prints, and runs nothing of what stands in them.

_press() {
  local kind value description
  local -a values shown
  while IFS=$'\\t' read -r value description; do
    if [[ -z "$kind" ]]; then
      kind="$value"
    else
      values+=("$value")
      shown+=("$value\${description:+  -- $description}")
    fi
  done < <(command press __complete zsh "\${(@)words[2,CURRENT-1]}" "$PREFIX" 2>/dev/null)
  if [[ "$PREFIX" == --*=* && "$kind" == (paths|folders) ]]; then
    compset -P '*='
  fi
  case "$kind" in
    words) compadd -l -d shown -a -- values ;;
    parts) compadd -S '' -a -- values ;;
    folders) _files -/ ;;
    *) _files ;;
  esac
}

if [[ "\${funcstack[1]}" == _press ]]; then
  _press "$@"
else
  compdef _press press
fi
`;
