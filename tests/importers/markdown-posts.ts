/** Posts of other site builders as the importer gets them: a file's path, its text, and press's own reader of YAML. */
import { markdown } from '../../src/importers/markdown.ts';
import type { ImportSource, SourceRelease } from '../../src/model/importer.ts';
import type { FrontMatter } from '../../src/model/manuscript.ts';
import { archive, now } from '../operations/bring-in-fixture.ts';

const repository = await archive();

/** The strict reader: what `press import` hands to importers. */
export function readYaml(block: string): FrontMatter | undefined {
  const { data, faults } = repository.manuscriptFrom('source.md', Buffer.from(`---\n${block}\n---\n`));
  return faults.length === 0 ? data : undefined;
}

/** A file as `press import` opens it, on 1 May 2026. */
export function postSource(text: string, name = '_posts/2019-02-22-forum.md'): ImportSource {
  return { name, bytes: Buffer.from(text), text, readYaml, now };
}

/** The one release of a post. */
export function readPost(text: string, name?: string): SourceRelease {
  const [release, other] = markdown.read(postSource(text, name));
  if (release === undefined || other !== undefined) throw new Error('One release was expected.');
  return release;
}

/** A post with the lines of its front matter, and a body. */
export function post(lines: string, body = 'The forum opens.\n', name?: string): SourceRelease {
  return readPost(`---\n${lines}\n---\n${body}`, name);
}

/** The value of a key that goes over to front matter. */
export function valueOf(release: SourceRelease, key: string): unknown {
  return release.frontMatter?.get(key)?.value;
}
