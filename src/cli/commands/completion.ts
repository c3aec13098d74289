import type { Command } from '../../model/command.ts';
import { scripts } from '../completion/scripts/index.ts';

/** `press completion`: a script by which a shell completes what somebody types. */
export const completion: Command = {
  name: 'completion',
  summary: 'Print a script by which bash, zsh or fish completes what you type.',
  details: [
    'Save it once. From then on the Tab key completes commands, options and their values, the terms of the vocabulary, saved feeds, and the ids of releases, drafts among them. ' +
      'The script asks press at each Tab, so it need not be made again when the vocabulary changes.',
    'bash: «press completion bash > ~/.press-completion.bash», and a line «source ~/.press-completion.bash» in ~/.bashrc; on a Mac in ~/.bash_profile.',
    'zsh: «mkdir -p ~/.zfunc && press completion zsh > ~/.zfunc/_press», and in ~/.zshrc the lines «fpath=(~/.zfunc $fpath)» and «autoload -Uz compinit && compinit», in this order.',
    'fish: «press completion fish > ~/.config/fish/completions/press.fish».',
    'A new window of the terminal then has it. The shell has to find the program by the name «press».',
  ],
  arguments: [
    { name: 'shell', summary: 'bash, zsh or fish', required: true, variadic: false, choices: [...scripts.keys()] },
  ],
  options: [],
  examples: [
    { line: 'completion bash > ~/.press-completion.bash', summary: 'for bash' },
    { line: 'completion fish > ~/.config/fish/completions/press.fish', summary: 'for fish, which finds it there' },
  ],
  async run({ arguments: [shell = ''], environment }) {
    await environment.out(scripts.get(shell) ?? '');
    return 0;
  },
};
