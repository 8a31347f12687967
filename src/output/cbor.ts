/** Reads and writes the types of CBOR (RFC 8949) that Pagefind uses: integers, texts and arrays. */

export type Cbor = number | string | Cbor[];

const [NUMBER, NEGATIVE, TEXT, ARRAY] = [0, 1, 3, 4];

export function decode(bytes: Buffer): Cbor {
  let at = 0;
  const read = (): Cbor => {
    const first = bytes[at++]!;
    const type = first >> 5;
    let number = first & 31;
    if (number > 23) {
      const size = 2 ** (number - 24);
      number = bytes.readUIntBE(at, size);
      at += size;
    }
    if (type === NUMBER) return number;
    if (type === NEGATIVE) return -1 - number;
    if (type === TEXT) return bytes.subarray(at, (at += number)).toString();
    if (type === ARRAY) {
      const list: Cbor[] = [];
      for (; number > 0; number -= 1) list.push(read());
      return list;
    }
    throw new Error(`A file of Pagefind has a value of the unknown type ${type}.`);
  };
  return read();
}

export function encode(value: Cbor): Buffer {
  let bytes = Buffer.allocUnsafe(2 ** 14);
  let at = 0;
  const grow = (added: number): void => {
    if (at + added > bytes.length) bytes = Buffer.concat([bytes], 2 * (at + added));
  };
  const head = (type: number, number: number): void => {
    const size = number < 24 ? 0 : number < 2 ** 8 ? 1 : number < 2 ** 16 ? 2 : 4;
    grow(1 + size);
    bytes[at++] = (type << 5) | (size > 0 ? 24 + Math.log2(size) : number);
    if (size > 0) at = bytes.writeUIntBE(number, at, size);
  };
  const write = (one: Cbor): void => {
    if (typeof one === 'number') head(one < 0 ? NEGATIVE : NUMBER, one < 0 ? -1 - one : one);
    else if (typeof one === 'string') {
      const length = Buffer.byteLength(one);
      head(TEXT, length);
      grow(length);
      at += bytes.write(one, at);
    } else {
      head(ARRAY, one.length);
      one.forEach(write);
    }
  };
  write(value);
  return bytes.subarray(0, at);
}
