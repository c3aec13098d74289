import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { commandNames, loadCommand } from '../../src/cli/commands/index.ts';
import { listedCommand } from '../../src/cli/listed-command.ts';
import { root } from '../support/session.ts';

const path = `${root}src/cli/generated/command-list.ts`;

it('the list of commands says what their cards say', async () => {
  const rows = (await Promise.all(commandNames.map(loadCommand))).map(
    (card) => `  ${JSON.stringify(listedCommand(card))},\n`,
  );
  const text = `// Generated from the cards in src/cli/commands/ by tests/cli/command-list.test.ts, when UPDATE_GOLDEN=1
import type { ListedCommand } from '../listed-command.ts';

export const commandList: readonly ListedCommand[] = [
${rows.join('')}];
`;
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, text);
  expect(readFileSync(path, 'utf8'), 'the list is stale; UPDATE_GOLDEN=1 writes it anew').toBe(text);
});
