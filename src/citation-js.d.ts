import '@citation-js/core';

/** @citation-js/plugin-ris tells no types. */
declare module '@citation-js/core' {
  namespace plugins {
    namespace output {
      interface Formats {
        ris: (options?: { format?: 'text' }) => string;
      }
    }
  }
}
