/** The last part of an address: `c_1234` of `http://vocabulary.example.org/agriculture#c_1234`. */
export function localName(address: string): string {
  const parts = address.split(/[/#]/).filter((part) => part !== '');
  const last = parts.length > 2 || !address.includes('//') ? (parts.at(-1) ?? '') : '';
  return decoded(last.slice(address.includes('//') ? 0 : last.lastIndexOf(':') + 1));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
