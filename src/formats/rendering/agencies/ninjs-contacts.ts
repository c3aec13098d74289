import type { Contact } from '../../../model/release.ts';
import { plainLine } from '../plain-text.ts';

/** A way to reach somebody, as ninjs 3.1 has it. */
export interface ContactInfo {
  readonly type: 'email' | 'phone' | 'name';
  readonly role: string | undefined;
  readonly name: string | undefined;
  readonly value: string;
}

/** One entry for each way to reach each person; a person without any is there by name. */
export function contactInfoOf(contacts: readonly Contact[]): readonly ContactInfo[] {
  return contacts.flatMap(waysTo);
}

function waysTo(contact: Contact): ContactInfo[] {
  const name = plainLine(contact.name ?? '') || undefined;
  const role = plainLine(contact.role ?? '') || undefined;
  const ways: ContactInfo[] = [];
  for (const type of ['email', 'phone'] as const) {
    const value = plainLine(contact[type] ?? '');
    if (value !== '') ways.push({ type, role, name, value });
  }
  if (ways.length === 0 && name !== undefined) ways.push({ type: 'name', role, name: undefined, value: name });
  return ways;
}
