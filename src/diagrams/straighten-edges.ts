/**
 * Removes the small steps of right-angled edges: if an edge leaves or enters a box beside its own column, and the box extends over that
 * column, the port moves to the column.
 *
 * A port does not move if the edge would then leave its label, touch a box, follow or cross another edge, or come close to another port.
 * Edges that are not right-angled stay unchanged.
 */
export function straightenEdges(edges: Point[][], boxes: Box[], labels: readonly (EdgeLabel | undefined)[] = []): Point[][] {
  const routed = edges.map(withoutCollinear);
  for (const [at, edge] of routed.entries()) {
    const others = routed.filter((_, other) => other !== at);
    if (!isRightAngled(edge)) continue;
    routed[at] = withoutStep(edge, others, boxes, labels[at]);
    // An edge with one step could move at both ends; it moves at its start.
    if (routed[at].length > 4) routed[at] = withoutStep(routed[at].toReversed(), others, boxes, labels[at]).toReversed();
  }
  return routed;
}

function withoutStep(edge: Point[], others: Point[][], boxes: Box[], label: EdgeLabel | undefined): Point[] {
  const [port, before, after, next, ...rest] = edge;
  if (!port || !before || !after || !next || port.x !== before.x || before.y !== after.y || after.x !== next.x) return edge;
  const isOnPort = label && label.y > Math.min(port.y, before.y) && label.y < Math.max(port.y, before.y);
  if (isOnPort && Math.abs(label.x - after.x) > label.width / 4) return edge;
  const moved = { x: after.x, y: port.y };
  const box = boxes.find((candidate) => isOn(port, candidate));
  const fits = box && moved.x >= box.x + box.inset && moved.x <= box.x + box.width - box.inset;
  const isFree =
    !boxes.some((other) => other !== box && meets(moved, after, other)) &&
    !others.some((other) => other.some((point, index) => index > 0 && blocks(moved, after, other[index - 1]!, point)));
  return fits && isFree ? [moved, next, ...rest] : edge;
}

/** Returns the path data of a right-angled edge with rounded corners. It stops `gap` before the end, to leave room for the arrowhead. */
export function roundedPath(edge: Point[], radius = 6, gap = 4): string {
  const end = edge.length - 1;
  return edge.reduce((path, point, at) => {
    const before = edge[at - 1];
    if (!before) return `M${point.x} ${point.y}`;
    if (at === end) return `${path}L${toward(point, before, gap)}`;
    const after = edge[at + 1]!;
    const cut = Math.min(radius, distance(before, point) / 2, distance(point, after) / 2);
    return `${path}L${toward(point, before, cut)}Q${point.x} ${point.y} ${toward(point, after, cut)}`;
  }, '');
}

export function isRightAngled(edge: Point[]): boolean {
  return edge.length > 1 && edge.every(({ x, y }, at) => at === 0 || x === edge[at - 1]!.x || y === edge[at - 1]!.y);
}

function withoutCollinear(edge: Point[]): Point[] {
  const rounded = edge.map(({ x, y }) => ({ x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 }));
  return rounded.filter((point, at) => {
    const [before, after] = [rounded[at - 1], rounded[at + 1]];
    return !before || !after || !((before.x === point.x && point.x === after.x) || (before.y === point.y && point.y === after.y));
  });
}

/** The least distance to other edges and boxes, in pixels. */
const clearance = 16;

function blocks(from: Point, to: Point, start: Point, end: Point): boolean {
  const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
  const apart = Math.max(start.y, end.y) < top || Math.min(start.y, end.y) > bottom;
  const beside = Math.max(start.x, end.x) < from.x - clearance || Math.min(start.x, end.x) > from.x + clearance;
  return !apart && !beside;
}

function meets(from: Point, to: Point, box: Box): boolean {
  const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
  return from.x > box.x - clearance && from.x < box.x + box.width + clearance && bottom > box.y && top < box.y + box.height;
}

const isOn = ({ x, y }: Point, box: Box) => x >= box.x && x <= box.x + box.width && (Math.abs(y - box.y) < 2 || Math.abs(y - box.y - box.height) < 2);
const distance = (from: Point, to: Point) => Math.hypot(to.x - from.x, to.y - from.y);

function toward(from: Point, to: Point, by: number): string {
  const share = by / distance(from, to);
  return `${from.x + (to.x - from.x) * share} ${from.y + (to.y - from.y) * share}`;
}

export type Point = { x: number; y: number };
/** The centre of the text on an edge, and its width. */
export type EdgeLabel = Point & { width: number };
/** The box of a node. An edge may not touch it within `inset` of its corners. */
export type Box = Point & { width: number; height: number; inset: number };
