declare module 'v8' {
  interface DefaultDeserializer {
    /** Reads an array. Node documents it, but @types/node lacks it. */
    _readHostObject(): unknown;
  }
}

export {};
