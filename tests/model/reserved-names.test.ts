import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commandNames, loadCommand } from '../../src/cli/commands/index.ts';
import { globalOptions } from '../../src/cli/options/globals.ts';
import { selectionOptions } from '../../src/cli/options/selection-options.ts';
import { reservedProperties, unfitFacetName } from '../../src/model/reserved-names.ts';

describe('the name of a facet', () => {
  it.each(['field', 'topic', 'ministry', 'topic-2', 'a', 'notable', 'nothing', 'x9-y'])('may be %s', (name) => {
    expect(unfitFacetName(name, ['country', 'topics'])).toBeUndefined();
  });

  it.each([
    ['date', 'it is an option or a query field of press'],
    ['not', 'it is an option or a query field of press'],
    ['not-topic', 'an option that begins like that leaves something out'],
    ['no-topic', 'an option that begins like that leaves something out'],
    ['topic-', 'a hyphen stands between two letters or digits'],
    ['a--b', 'a hyphen stands between two letters or digits'],
    ['sub-ject', 'its option would be mistaken for that of «subject»'],
  ])('may not be %s: %s', (name, why) => {
    expect(unfitFacetName(name, ['subject'])).toBe(why);
  });

  it('may not be an option of a command that has the facets for options, nor one of every command', async () => {
    const cards = await Promise.all(commandNames.map(loadCommand));
    const flags = [
      ...globalOptions,
      ...selectionOptions,
      ...cards.filter((card) => card.facets !== undefined).flatMap((card) => card.options),
    ].map((option) => option.flags);
    const names = [...flags, '--help', '--version'].map((each) => /--([a-z-]+)/.exec(each)?.[1] ?? '');
    expect(names.filter((name) => unfitFacetName(name, []) === undefined)).toEqual([]);
    expect(names.length).toBeGreaterThan(30);
  });
});

describe('the key of a facet', () => {
  it('may not be one that the schema of releases knows', () => {
    const schema = JSON.parse(readFileSync(new URL('../../schemas/release.schema.json', import.meta.url), 'utf8')) as {
      properties: object;
    };
    expect(Object.keys(schema.properties).filter((key) => !reservedProperties.has(key))).toEqual([]);
  });
});
