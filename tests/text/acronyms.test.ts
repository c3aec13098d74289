import { describe, expect, it } from 'vitest';
import { acronymsIn, spelledOut } from '../../src/text/acronyms.ts';

describe('acronymsIn', () => {
  it.each([
    ['The CEC and NGOs met ГКЧП.', ['CEC', 'NGO', 'ГКЧП']],
    ['the NSA’s and (FISA)', ['NSA', 'FISA']],
    ['U.S. G20 COVID-19 iOS PATRIOTS A/B ABC-led PCLOB.gov a@BC', []],
    ['No AB.', ['AB']],
  ])('of %s', (text, expected) => {
    expect(Array.from(acronymsIn(text), ({ word }) => word)).toEqual(expected);
  });
});

describe('spelledOut', () => {
  it.each([
    'Organization for Security and Co-operation in Europe (OSCE)',
    'OSCE (an organization of 57 States)',
    'OSCE, or the Organization',
    'the Organization (the “OSCE”)',
    'The OSCE works. It is the Organization for Security and Co-operation in Europe.',
    'Организация по безопасности и сотрудничеству в Европе (OSCE)',
  ])('knows it from «%s»', (text) => {
    expect([...spelledOut(text, new Set(['OSCE']))]).toEqual(['OSCE']);
  });

  it('knows small words with and without their connections', () => {
    const text = 'weapons of mass destruction (and) internally displaced persons; WMD, IDP and XYZ';
    expect([...spelledOut(text, new Set(['WMD', 'IDP', 'XYZ']))].sort()).toEqual(['IDP', 'WMD']);
  });

  it('does not take brackets that are closed, or the acronym itself, for an explanation', () => {
    expect(spelledOut('It met (in Baku) the OSCE. The OSCE is old.', new Set(['OSCE'])).size).toBe(0);
  });
});
