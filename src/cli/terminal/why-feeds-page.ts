/** In which saved feeds a release is, will be, or is announced as withdrawn. */
import type { Why } from '../../operations/why.ts';
import type { FeedAnswer } from '../../operations/why-feeds.ts';
import { rows, section, wrapped, type Row, type Screen } from './sheet.ts';

export interface WhyScreen extends Screen {
  /** Ids of the formats that tell readers what was withdrawn. */
  readonly telling: ReadonlySet<string>;
  /** Whether an earlier moment than that of the run is asked about. */
  readonly isEarlier: boolean;
}

export function feedSections(why: Why, screen: WhyScreen): string[] {
  const isWithdrawn = why.subject.publicness.release?.status === 'withdrawn';
  if (isWithdrawn) return withdrawnSections(why, screen);
  const carried = why.feeds.filter(({ standing }) => standing === 'carried');
  const others = why.feeds.filter(({ standing }) => standing !== 'carried');
  const heading = why.isPublic ? 'In these saved feeds' : 'Once it is public, in these saved feeds';
  return [
    ...section(heading, [...table(carried, screen), ...aboutWithdrawal(carried, screen)], screen),
    ...section(carried.length === 0 ? 'In no saved feed' : 'Not in these', table(others, screen), screen),
  ];
}

/** Readers are told where a format can; only of what they had. */
function withdrawnSections({ feeds, tombstone }: Why, screen: WhyScreen): string[] {
  if (tombstone === undefined) {
    const text = 'No feed says that it was withdrawn: no withdrawal of a public release is on record in the file.';
    return section('Readers', wrapped(text, screen), screen);
  }
  const meant = feeds.filter(({ standing }) => standing === 'carried');
  const tells = ({ feed }: FeedAnswer): boolean => feed.formats.some((format) => screen.telling.has(format));
  const silent = meant.filter((answer) => !tells(answer));
  const untold = meant.length === 0 ? wrapped(untoldWords, screen) : [];
  return [
    ...section('These saved feeds tell that it was withdrawn', table(meant.filter(tells), screen), screen),
    ...section('In these it is simply gone: no format there can tell', table(silent, screen), screen),
    ...section('Readers', untold, screen),
  ];
}

const untoldWords =
  'No saved feed asks for it, so none tells that it was withdrawn. «press export --withdrawn» lists it for those who have to be told in person.';

function table(answers: readonly FeedAnswer[], { paint, width }: Screen): string[] {
  const lines = answers.map((answer): Row => {
    const cells = [answer.feed.id, answer.query === '' ? 'everything' : answer.query];
    const text = reasonOf(answer);
    return answer.standing === 'broken' ? { cells, text, paint: (line) => paint.bad(line) } : { cells, text };
  });
  return rows(lines, { width });
}

function reasonOf({ standing, because, position, feed }: FeedAnswer): string {
  if (standing === 'broken') return because.join(' ');
  const facts = because.length === 0 ? 'it takes every release' : because.join(', ');
  if (standing === 'full') return `→ ${facts}; but it holds ${feed.limit ?? 0}, and all of them are newer`;
  return `→ ${facts}${position === undefined ? '' : `; number ${position} of at most ${feed.limit ?? position}`}`;
}

function aboutWithdrawal(carried: readonly FeedAnswer[], screen: WhyScreen): string[] {
  const formats = [...new Set(carried.flatMap(({ feed }) => feed.formats))];
  if (formats.length === 0) return [];
  const telling = formats.filter((format) => screen.telling.has(format));
  const silent = formats.filter((format) => !screen.telling.has(format));
  const loud =
    telling.length === 0 ? 'no format there can tell its readers' : `${listed(telling)} will tell its readers`;
  const rest = telling.length === 0 || silent.length === 0 ? '' : `; ${listed(silent)} cannot`;
  return wrapped(`Should it ever be withdrawn, ${loud}${rest}.`, screen).map((line) => screen.paint.quiet(line));
}

function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
