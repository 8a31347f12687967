/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** What the components inside a page's text need to know. */
    scene: {
      edition: import('./model/edition.ts').Edition;
      page: { id: string; file: string; lang: string };
    };
    /** Resolves when the chapter before has been rendered: there is one scene, and chapters take turns on it. */
    turn?: Promise<void>;
  }
}
