declare module 'jsonld' {
  const jsonld: {
    toRDF(document: object, options: { documentLoader: (address: string) => unknown }): Promise<unknown>;
  };
  export default jsonld;
}
