/** What a SARIF result says of a finding: the message, the places, the changes that mend it (section 3.27). */
import type { Diagnostic, Fix, RelatedPlace } from '../../model/diagnostic.ts';
import type { Range } from '../../model/text-range.ts';
import { advice } from './sentences.ts';

/** A path as the host of the code knows it. */
type HostPath = (file: string) => string;

/** `message`, `locations` and, where the finding has them, `relatedLocations` and `fixes`. */
export function resultOf(diagnostic: Diagnostic, hostPath: HostPath): object {
  const { file, range, related = [], fix, alternatives = [] } = diagnostic;
  const fixes = fix === undefined ? alternatives : [fix, ...alternatives];
  return {
    message: messageOf(advice(diagnostic)),
    locations: [{ physicalLocation: place(file, range, hostPath) }],
    ...(related.length === 0
      ? {}
      : { relatedLocations: related.map((other, id) => relatedLocation(other, id, hostPath)) }),
    ...(fixes.length === 0 ? {} : { fixes: fixes.map((each) => fixOf(each, file, hostPath)) }),
  };
}

/** `[text](target)` would be a link in a message (section 3.11.6). */
function messageOf(text: string): object {
  return { text: text.replaceAll('](', '\\](') };
}

function place(file: string, range: Range, hostPath: HostPath): object {
  return { artifactLocation: artifact(file, hostPath), region: region(range) };
}

function relatedLocation({ file, range, message }: RelatedPlace, id: number, hostPath: HostPath): object {
  return { id, physicalLocation: place(file, range, hostPath), message: messageOf(message) };
}

function fixOf({ title, edits }: Fix, file: string, hostPath: HostPath): object {
  const replacements = edits.map(({ range, text }) => ({
    deletedRegion: region(range),
    insertedContent: { text },
  }));
  return {
    description: messageOf(title),
    artifactChanges: [{ artifactLocation: artifact(file, hostPath), replacements }],
  };
}

function region({ start, end }: Range): object {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

/** A relative URI (RFC 3986): every segment percent-encoded, a colon in the first one, too. */
function artifact(file: string, hostPath: HostPath): object {
  const uri = hostPath(file).toWellFormed().split('/').map(encodeURIComponent).join('/');
  return { uri, uriBaseId: 'SRCROOT' };
}
