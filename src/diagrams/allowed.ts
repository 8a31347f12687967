/** The elements and attributes of a cleaned drawing. Cleaning removes all others, and a stored drawing with others is rejected. */

const list = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements that show nothing without children. */
export const CONTAINERS = list('g a defs text tspan marker symbol clipPath');
/** Elements that may contain words. */
export const TEXTS = list('text tspan textPath title desc');
export const ELEMENTS: ReadonlySet<string> = new Set([
  ...CONTAINERS,
  ...list('title desc path rect circle ellipse line polyline polygon textPath use'),
]);

/** Attributes of geometry. */
export const GEOMETRY = list(
  'id d x y x1 y1 x2 y2 cx cy r rx ry width height points transform dx dy text-anchor viewBox refX refY markerWidth markerHeight markerUnits orient marker-start marker-mid marker-end clip-path startOffset',
);

/** All other attributes, with their allowed values. */
export const VALUES: Readonly<Record<string, RegExp>> = {
  class:
    /^(?:(?:diagram|node|question|outcome|duty|terms|risk|clear|edge|assumed|edge-label|cluster|arrow|shape|band|line|solid|dashed|strong|em)(?: |$))+$/,
  href: /^(?:#[\w.-]+|\/(?!\/)[^\s\\]*|kb:[\w.-]+)$/,
  tabindex: /^-1$/,
  role: /^img$/,
  xmlns: /^http:\/\/www\.w3\.org\/2000\/svg$/,
  'aria-hidden': /^true$/,
  'aria-labelledby': /^[\w -]+$/,
  'data-node': /./,
  'data-edge': /./,
  'data-label': /./,
  id: /^[\w-]+$/,
  'marker-start': /^url\(#[\w-]+\)$/,
  'marker-mid': /^url\(#[\w-]+\)$/,
  'marker-end': /^url\(#[\w-]+\)$/,
  'clip-path': /^url\(#[\w-]+\)$/,
};

/** A link into the site. */
export const LINK = VALUES.href!;
