import type { MermaidConfig } from 'mermaid';
import mermaid from 'mermaid/package.json' with { type: 'json' };

/** Raise it when the code of this folder changes the files of a drawing, so that stored drawings are drawn again. */
export const CACHE_VERSION = 2;

export const mermaidVersion: string = mermaid.version;

/** Font size and line height of all text, in pixels. `diagram.css` sets the same font size. */
export const textSize = { font: 15, line: 19.5 };

/**
 * The types of diagram that keep their meaning without colours and are the same in every run. Excluded are pie and similar charts (their
 * legend is the colours), journey (HTML) and git (random names).
 */
export const supportedTypes: ReadonlySet<string> = new Set([
  'flowchart',
  'flowchart-v2',
  'flowchart-elk',
  'sequence',
  'state',
  'stateDiagram',
  'class',
  'classDiagram',
  'er',
  'timeline',
]);

/** Returns the error message for a type that is not supported. */
export function unsupportedType(type: string): string {
  return `A diagram of type "${type}" cannot be drawn here; write a flowchart, sequenceDiagram, stateDiagram-v2, classDiagram, erDiagram or timeline.`;
}

/**
 * Returns the configuration of Mermaid. It sets every option that changes a drawing, because a major version of Mermaid may change the defaults. The
 * colours are black and white: `classify-shapes.ts` distinguishes lines from shapes by colour, and the CSS of the site colours the classes. A source
 * cannot override an option (`secure`).
 */
export function mermaidConfig(fontFamily: string, source: string, placement: Placement = placements[0]): MermaidConfig {
  const size = `${textSize.font}px`;
  const pinned: MermaidConfig = {
    startOnLoad: false,
    suppressErrorRendering: true,
    securityLevel: 'strict',
    deterministicIds: true,
    look: 'classic',
    layout: 'elk',
    elk: { preset: 'default', considerModelOrder: 'NODES_AND_EDGES', straightenEdges: true, lineHops: false, ...layering(source), ...placement },
    htmlLabels: false,
    theme: 'base',
    themeVariables: { ...colours, fontFamily, fontSize: size },
    themeCSS: `text, tspan { font-family: ${fontFamily} !important; font-size: ${size} !important; } .edgeLabel text, .edgeLabel tspan { font-size: 14px !important; font-weight: 600; }`,
    fontFamily,
    fontSize: textSize.font,
    flowchart: { curve: 'rounded', wrappingWidth: 170, padding: 16, diagramPadding: 4 },
    sequence: { useMaxWidth: false, mirrorActors: false, wrap: true, actorFontSize: size, noteFontSize: size, messageFontSize: size },
    state: { useMaxWidth: false, minNodeWidth: 0 },
  };
  return { ...pinned, secure: [...Object.keys(pinned), 'secure', 'maxTextSize', 'maxEdges', 'handDrawnSeed', 'dompurifyConfig'] };
}

/**
 * Returns the layering option: in a flowchart from left to right, each node is in the column after its last predecessor, and nodes without a
 * predecessor are in the first column.
 */
const layering = (source: string) => (/^\s*flowchart LR\b/m.test(source) ? { layeringStrategy: 'LONGEST_PATH_SOURCE' as const } : {});

/** Ways to place nodes. Which is best depends on the flowchart. The last one takes minutes for a large flowchart. */
export const placements = [
  { nodePlacementStrategy: 'BRANDES_KOEPF', nodePlacementAlignment: 'BALANCED' },
  { nodePlacementStrategy: 'BRANDES_KOEPF', nodePlacementAlignment: 'NONE' },
  { nodePlacementStrategy: 'NETWORK_SIMPLEX' },
] as const;

export type Placement = (typeof placements)[number];

const colours = {
  background: '#ffffff',
  primaryColor: '#ffffff',
  primaryBorderColor: '#000000',
  primaryTextColor: '#000000',
  lineColor: '#000000',
  textColor: '#000000',
};
