import { withoutComments } from '../model/house-notes.ts';
import { fenceOf, type Manuscript } from '../model/manuscript.ts';
import { placeOf } from '../model/places.ts';
import type { Release } from '../model/release.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';

/** What is written for journalists; reports go to others, and a newsroom’s own types are its own affair. */
const FOR_THE_MEDIA: ReadonlySet<string> = new Set(['press-release', 'media-advisory', 'statement']);

const ADDRESS_IN_TEXT = /[^\s@<>]@[\p{L}\p{N}-]+\.\p{L}/u;

export const contactMissing: Rule = {
  id: 'contact-missing',
  topic: 'style',
  severity: 'info',
  isOffByDefault: true,
  scope: 'release',
  summary: 'A release for the media names nobody whom journalists can call or write to.',
  why:
    'A journalist who has a question before the deadline asks whoever stands below the text. Without a name and a way to reach it the ' +
    'question goes to somebody else, or the story is not written. Newsrooms with one desk for everything may do without, so the rule is ' +
    'off until press.yaml turns it on.',
  examples: [
    {
      wrong: sampleRelease(),
      right: sampleRelease({ contacts: '[{name: Press Desk, email: press@example.org}]' }),
    },
    {
      wrong: sampleRelease({ contacts: '[{name: A. Example, role: Press Officer}]' }),
      right: sampleRelease({ contacts: '[{name: A. Example, role: Press Officer, phone: "+43 1 555 01 00"}]' }),
    },
  ],
  *check(release, manuscript): Generator<Finding> {
    if (release.status !== 'published' && release.status !== 'approved') return;
    if (!FOR_THE_MEDIA.has(release.type) || isAddressInText(release)) return;
    if (release.contacts.length === 0) yield nobody(release, manuscript);
    else if (release.contacts.every(({ phone, email }) => phone === undefined && email === undefined))
      yield unreachable(manuscript);
  },
};

/** Many put the contact at the foot of the text. */
function isAddressInText({ body }: Release): boolean {
  return body.includes('@') && ADDRESS_IN_TEXT.test(withoutComments(body));
}

function nobody({ status }: Release, manuscript: Manuscript): Finding {
  return {
    ...fenceOf(manuscript),
    message: `The release is «${status}», but it names nobody whom journalists can ask.`,
    hint: 'Add «contacts» with a name and a telephone number or an e-mail address.',
  };
}

function unreachable(manuscript: Manuscript): Finding {
  return {
    ...placeOf(manuscript, ['contacts']),
    message: 'None of the contacts has a telephone number or an e-mail address.',
    hint: 'Add «phone» or «email» to at least one of them.',
  };
}
