/** Texts without a language are in the main language of their facet: what moves to another facet may have to say so. */
import type { DatedLabelEntry, LabelText, TermEntry } from '../model/generated/taxonomy-file.ts';

/** The entry for a facet whose main language is `to`; it was written for one whose main language is `from`. */
export function entryInLanguage(entry: TermEntry, from: string, to: string): TermEntry {
  const said = (text: LabelText): LabelText => inLanguage(text, from, to);
  const dated = (list: readonly DatedLabelEntry[]): DatedLabelEntry[] =>
    list.map((each) => ({ ...each, label: said(each.label) }));
  const { label, description, aliases, names, roles } = entry;
  return {
    ...entry,
    ...(label === undefined ? {} : { label: said(label) }),
    ...(description === undefined ? {} : { description: said(description) }),
    ...(aliases === undefined ? {} : { aliases: aliases.map(said) }),
    ...(names === undefined ? {} : { names: dated(names) }),
    ...(roles === undefined ? {} : { roles: dated(roles) }),
  };
}

function inLanguage(text: LabelText, from: string, to: string): LabelText {
  if (typeof text === 'string') return { [from]: text };
  const [[lang, only] = ['', ''], another] = Object.entries(text);
  return lang === to && another === undefined ? only : text;
}
