/** `press withdraw`: a release is taken back, and those who have it are told. */
import type { SavedFeed } from '../../model/settings.ts';
import { isPublic, type Subject } from '../subject.ts';
import { recorded } from './correct.ts';
import { remarkOn } from './note.ts';
import { feedNames } from './readers.ts';
import type { Verb, VerbPlan } from './verb.ts';

export interface WithdrawWish {
  readonly note: string;
  /** Whether somebody knows that readers had it, although it is not public now. */
  readonly wasPublic: boolean;
  /** Ids of the formats that announce what was withdrawn. */
  readonly telling: ReadonlySet<string>;
}

export function withdraw(wish: WithdrawWish): Verb {
  return { word: 'withdraw', wantsValid: false, plan: (subject) => plan(subject, wish) };
}

/** Only what readers had leaves a notice; anything else goes without a trace. */
function plan(subject: Subject, { note, wasPublic, telling }: WithdrawWish): VerbPlan {
  const { manuscript, moment, publicness } = subject;
  const entry = publicness.release?.corrections.findLast(({ kind }) => kind === 'withdrawal');
  if (manuscript.data?.['status'] === 'withdrawn')
    return {
      kind: 'nothing',
      sentence: `It has been withdrawn already${entry === undefined ? '' : `, on ${entry.date}`}.`,
    };
  const hadReaders = wasPublic || isPublic(subject);
  const record = hadReaders
    ? recorded(subject, { kind: 'withdrawal', note })
    : remarkOn('status', { word: 'withdraw', note }, moment);
  return {
    kind: 'change',
    changes: [...record, { kind: 'set', key: 'status', value: 'withdrawn' }],
    told: hadReaders ? tellOfNotices(subject, telling) : ['It is not public, so no reader is told anything.'],
  };
}

function tellOfNotices({ carriedBy }: Subject, telling: ReadonlySet<string>): string[] {
  const canTell = ({ formats }: SavedFeed): boolean => formats.some((format) => telling.has(format));
  const [loud, silent] = [carriedBy.filter(canTell), carriedBy.filter((feed) => !canTell(feed))];
  const told = feedNames(loud);
  const untold = feedNames(silent);
  return [
    ...(told === undefined ? [] : [`The next export tells readers of ${told} that it was withdrawn, and why.`]),
    ...(untold === undefined ? [] : [`In ${untold} it is simply gone: no format there can tell.`]),
    '«press export --withdrawn» lists what was withdrawn, for those who have to be told in person.',
  ];
}
