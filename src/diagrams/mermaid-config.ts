import type { MermaidConfig } from 'mermaid';
import mermaid from 'mermaid/package.json' with { type: 'json' };

/** Raise when drafting or slimming changes the files of a drawing, so that stored drawings are drawn again. */
export const edition = 2;

export const mermaidVersion: string = mermaid.version;

/** Size of all lettering and distance of its lines, in pixels; `diagram.css` sets the same size. */
export const lettering = { size: 15, leading: 19.5 };

/**
 * The types of diagram whose meaning survives without colours, and which come out the same every time: not pie and its
 * kin (colour is the key), not journey (HTML), not git (random names).
 */
export const drawable: ReadonlySet<string> = new Set([
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

export function refusal(type: string): string {
  return `A diagram of type "${type}" cannot be drawn here; write a flowchart, sequenceDiagram, stateDiagram-v2, classDiagram, erDiagram or timeline.`;
}

/**
 * Every default of Mermaid that shapes a drawing, pinned: a major of Mermaid has changed look, theme and layout at
 * once. The colours are black on white on purpose: `drafting.ts` reads from them what is line, shape or mark, and the
 * site's CSS colours those. A source may set none of these for itself (`secure`).
 */
export function look(fontFamily: string, source: string, placement: Placement = placements[0]): MermaidConfig {
  const size = `${lettering.size}px`;
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
    themeVariables: { ...ink, fontFamily, fontSize: size },
    themeCSS: `text, tspan { font-family: ${fontFamily} !important; font-size: ${size} !important; } .edgeLabel text, .edgeLabel tspan { font-size: 14px !important; font-weight: 600; }`,
    fontFamily,
    fontSize: lettering.size,
    flowchart: { curve: 'rounded', wrappingWidth: 170, padding: 16, diagramPadding: 4 },
    sequence: { useMaxWidth: false, mirrorActors: false, wrap: true, actorFontSize: size, noteFontSize: size, messageFontSize: size },
    state: { useMaxWidth: false, minNodeWidth: 0 },
  };
  return { ...pinned, secure: [...Object.keys(pinned), 'secure', 'maxTextSize', 'maxEdges', 'handDrawnSeed', 'dompurifyConfig'] };
}

/** What reads from left to right stands in columns: each node right after the last of those that lead to it, what nothing leads to in the first. */
const layering = (source: string) => (/^\s*flowchart LR\b/m.test(source) ? { layeringStrategy: 'LONGEST_PATH_SOURCE' as const } : {});

/** Ways to place nodes, none of which is the tidiest for every flowchart; the last takes minutes for a large one. */
export const placements = [
  { nodePlacementStrategy: 'BRANDES_KOEPF', nodePlacementAlignment: 'BALANCED' },
  { nodePlacementStrategy: 'BRANDES_KOEPF', nodePlacementAlignment: 'NONE' },
  { nodePlacementStrategy: 'NETWORK_SIMPLEX' },
] as const;

export type Placement = (typeof placements)[number];

const ink = {
  background: '#ffffff',
  primaryColor: '#ffffff',
  primaryBorderColor: '#000000',
  primaryTextColor: '#000000',
  lineColor: '#000000',
  textColor: '#000000',
};
