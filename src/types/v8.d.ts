declare module 'v8' {
  interface DefaultDeserializer {
    /** Reads an array; documented, and missing in @types/node. */
    _readHostObject(): unknown;
  }
}

export {};
