/** `press hold`: a release stays in, or goes no further, until somebody publishes it. */
import { isPublic, type Subject } from '../subject.ts';
import { remarkOn } from './note.ts';
import { goesOut, tellOfVersions, warnOfReaders } from './readers.ts';
import type { Verb, VerbPlan } from './verb.ts';

export function hold({ note }: { readonly note: string | undefined }): Verb {
  return { word: 'hold', wantsValid: false, plan: (subject) => plan(subject, note) };
}

function plan(subject: Subject, note: string | undefined): VerbPlan {
  const { manuscript, moment } = subject;
  const status = manuscript.data?.['status'];
  const remark = remarkOn('status', { word: 'hold', note }, moment);
  if (status === 'hold')
    return remark.length === 0
      ? { kind: 'nothing', sentence: 'It is on hold already.' }
      : { kind: 'change', changes: remark, told: [] };
  if (status === 'withdrawn') return { kind: 'nothing', sentence: 'It has been withdrawn, so it stays in anyway.' };
  return {
    kind: 'change',
    changes: [...remark, { kind: 'set', key: 'status', value: 'hold' }],
    told: [
      ...(isPublic(subject) ? warnOfReaders(subject) : []),
      ...tellOfVersions(subject.versions.filter(goesOut), (id) => `press hold ${id}`),
    ],
  };
}
