/**
 * Removes the small steps of right-angled lines: where a line leaves or enters a box beside its own column and the box is wide
 * enough above or below that column, the port moves to the column.
 *
 * `words` are the places of the words on the lines. A move is not made if it would take a line out of its words, touch a
 * box, follow or cross another line, or crowd another port. Lines that are not right-angled are returned unchanged.
 */
export function straighten(lines: Point[][], boxes: Box[], words: readonly (Words | undefined)[] = []): Point[][] {
  const routed = lines.map(withoutCollinear);
  for (const [at, line] of routed.entries()) {
    const others = routed.filter((_, other) => other !== at);
    if (!isRightAngled(line)) continue;
    routed[at] = withoutStep(line, others, boxes, words[at]);
    // A line with one step could move at both ends; it moves where it leaves.
    if (routed[at].length > 4) routed[at] = withoutStep(routed[at].toReversed(), others, boxes, words[at]).toReversed();
  }
  return routed;
}

function withoutStep(line: Point[], others: Point[][], boxes: Box[], words: Words | undefined): Point[] {
  const [port, before, after, next, ...rest] = line;
  if (!port || !before || !after || !next || port.x !== before.x || before.y !== after.y || after.x !== next.x) return line;
  const isOnPort = words && words.y > Math.min(port.y, before.y) && words.y < Math.max(port.y, before.y);
  if (isOnPort && Math.abs(words.x - after.x) > words.width / 4) return line;
  const moved = { x: after.x, y: port.y };
  const box = boxes.find((candidate) => isOn(port, candidate));
  const fits = box && moved.x >= box.x + box.inset && moved.x <= box.x + box.width - box.inset;
  const isFree =
    !boxes.some((other) => other !== box && meets(moved, after, other)) &&
    !others.some((other) => other.some((point, index) => index > 0 && isInTheWay(moved, after, other[index - 1]!, point)));
  return fits && isFree ? [moved, next, ...rest] : line;
}

/** A right-angled line with rounded corners, as path data that stops `gap` before its end to leave room for the head. */
export function roundedPath(line: Point[], radius = 6, gap = 4): string {
  const end = line.length - 1;
  return line.reduce((path, point, at) => {
    const before = line[at - 1];
    if (!before) return `M${point.x} ${point.y}`;
    if (at === end) return `${path}L${toward(point, before, gap)}`;
    const after = line[at + 1]!;
    const cut = Math.min(radius, distance(before, point) / 2, distance(point, after) / 2);
    return `${path}L${toward(point, before, cut)}Q${point.x} ${point.y} ${toward(point, after, cut)}`;
  }, '');
}

export function isRightAngled(line: Point[]): boolean {
  return line.length > 1 && line.every(({ x, y }, at) => at === 0 || x === line[at - 1]!.x || y === line[at - 1]!.y);
}

function withoutCollinear(line: Point[]): Point[] {
  const whole = line.map(({ x, y }) => ({ x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 }));
  return whole.filter((point, at) => {
    const [before, after] = [whole[at - 1], whole[at + 1]];
    return !before || !after || !((before.x === point.x && point.x === after.x) || (before.y === point.y && point.y === after.y));
  });
}

const clearance = 16;

function isInTheWay(from: Point, to: Point, start: Point, end: Point): boolean {
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
/** The centre of the words on a line, and their width. */
export type Words = Point & { width: number };
/** The frame of a node, and how far from its corners a line may touch it. */
export type Box = Point & { width: number; height: number; inset: number };
