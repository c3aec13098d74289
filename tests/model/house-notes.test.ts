import { describe, expect, it } from 'vitest';
import { clear, clearForStaff, type ClearedRelease } from '../../src/model/embargo.ts';
import { withoutHouseNotes, withoutWhatIsToCome } from '../../src/model/house-notes.ts';
import { testNow, testRelease, type ReleaseData } from '../support/editions.ts';

const moment = { now: testNow, timezone: 'Europe/Vienna' };

function cleared(data: ReleaseData, body = 'Text.'): ClearedRelease {
  const clearance = clear(testRelease({ id: 'a', ...data }, body), moment);
  if (!clearance.public) throw new Error('not public');
  return clearance.release;
}

describe('a note of the house', () => {
  const note = '<!-- SECRET > more -->';
  const noted = {
    title: `Title ${note} here`,
    summary: `${note}Summary`,
    place: ['Vienna', `Baku${note}`, note],
    corrections: [{ date: '2020-02-01', kind: 'correction', note: `Six ${note}` }],
    contacts: [{ name: `Name${note}`, role: note }],
    attachments: [{ href: '/a.pdf', title: `File ${note}` }],
    custom: [{ deep: [`x${note}y`] }],
  };

  it('is in no text of a cleared release, wherever it stood', () => {
    for (const release of [cleared(noted, `a ${note} b`), clearForStaff(testRelease({ id: 'a', ...noted }), moment)])
      expect(JSON.stringify(release)).not.toContain('SECRET');
    const { title, summary, places, corrections, data, body } = cleared(noted, `a ${note} b`);
    expect({ title, summary, places, body }).toEqual({
      title: 'Title  here',
      summary: 'Summary',
      places: ['Vienna', 'Baku'],
      body: 'a  b',
    });
    expect(corrections[0]?.note).toBe('Six ');
    expect(data['custom']).toEqual([{ deep: ['xy'] }]);
    expect(Object.getPrototypeOf(data)).toBeNull();
  });

  it('reaches to the end when it is never closed, and leaves a release without any as it is', () => {
    expect(cleared({ summary: 'Seen <!-- not seen' }).summary).toBe('Seen');
    expect(cleared({ summary: '<!-- nothing else -->' }).summary).toBeUndefined();
    const release = testRelease({ id: 'a', summary: 'a < b' });
    expect(clearForStaff(release, moment).data).toBe(release.data);
    expect(withoutHouseNotes(release)).toBe(release);
  });

  it('leaves no blank at the end of a title, and nothing else as it was not', () => {
    const custom = { list: ['', note, `b${note}`], number: 5, none: null, yes: true };
    const release = cleared({ title: `Title ${note}`, custom });
    expect(release.title).toBe('Title');
    expect(release.summary).toBeUndefined();
    expect(release.data['custom']).toEqual({ list: ['', 'b'], number: 5, none: null, yes: true });
  });
});

describe('what is dated later than now', () => {
  const soon = '2026-06-02';
  const past = { date: '2020-02-01', kind: 'correction', note: 'Past' };
  const coming = { date: '2026-06-01T12:00:01Z', kind: 'update', note: 'Coming' };

  it('is not out yet: neither the correction nor the update, and no key of the file tells of them', () => {
    const release = cleared({ updated: soon, corrections: [past, coming] });
    expect(release.corrections.map((each) => each.note)).toEqual(['Past']);
    expect(release.updated).toBeUndefined();
    expect(release.data['corrections']).toEqual([past]);
    expect(Object.keys(release.data)).not.toContain('updated');
    expect(Object.keys(cleared({ corrections: [coming] }).data)).not.toContain('corrections');
  });

  it('is out once its moment has come, a day with its beginning in the newsroom’s zone', () => {
    const now = { date: '2026-06-01T12:00:00Z', kind: 'update', note: 'Now' };
    const today = { date: '2026-06-01', kind: 'update', note: 'Today' };
    const release = cleared({ updated: '2026-06-01', corrections: [now, today] });
    expect(release.corrections).toHaveLength(2);
    expect(release.updated?.text).toBe('2026-06-01');
  });

  it('is seen by those who may see everything', () => {
    const release = clearForStaff(testRelease({ id: 'a', updated: soon, corrections: [coming] }), moment);
    expect(release.corrections).toHaveLength(1);
    expect(release.updated?.text).toBe(soon);
  });

  it('takes nothing else along', () => {
    const fields = ['elections', 'education', 'law-and-order'];
    const release = cleared({ fields, updated: '2020-02-01', corrections: [coming, past] });
    expect(release.data).toMatchObject({ fields, updated: '2020-02-01', corrections: [past] });
    expect(release.updated?.text).toBe('2020-02-01');
    expect(cleared({ updated: soon, corrections: [past] }).updated).toBeUndefined();
    const whole = testRelease({ id: 'a', updated: soon, corrections: [coming] });
    expect(withoutWhatIsToCome(whole, () => true)).toBe(whole);
  });

  it('stays in also where nobody can read its date', () => {
    const release = cleared({ corrections: [coming, past, { ...past, date: 'soon' }] });
    expect(release.corrections).toEqual([past]);
    expect(release.data['corrections']).toEqual([past]);
  });
});
