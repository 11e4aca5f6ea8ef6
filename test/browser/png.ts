import { deflateSync, inflateSync } from 'node:zlib';

/** A picture with at most 256 colours. */
export interface IndexedPicture {
  readonly width: number;
  readonly height: number;
  /** Number of the colour of each pixel, row by row. */
  readonly pixels: Uint8Array;
  /** Red, green and blue of each colour. */
  readonly palette: Uint8Array;
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Writes a picture as a PNG. */
export function encodePng({ width, height, pixels, palette }: IndexedPicture): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3], 8); // 8 bits a pixel, with a palette
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const chunks = [
    chunk('IHDR', head),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', []),
  ];
  return Buffer.concat([Buffer.from(SIGNATURE), ...chunks]);
}

/** Makes a PNG of a browser smaller: it keeps up to 256 frequent colours that differ, and the others become the nearest of them. */
export function shrinkPng(png: Buffer): Uint8Array {
  const { width, height, samples, size } = decodePng(png);
  const colours = Array.from({ length: width * height }, (_, index) => samples.readUIntBE(index * size, 3));
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const palette: number[] = [];
  for (const [colour] of [...counts].sort(([, a], [, b]) => b - a)) {
    if (palette.length < 256 && palette.every((other) => distance(colour, other) > ALIKE)) palette.push(colour);
  }
  const numbers = new Map([...counts.keys()].map((colour) => [colour, nearest(colour, palette)]));
  const pixels = Uint8Array.from(colours, (colour) => numbers.get(colour) ?? 0);
  return encodePng({ width, height, pixels, palette: Uint8Array.from(palette.flatMap(partsOf)) });
}

function nearest(colour: number, palette: readonly number[]): number {
  const distances = palette.map((other) => distance(colour, other));
  return distances.indexOf(Math.min(...distances));
}

/** Two colours with at most this distance look alike. */
const ALIKE = 100;

function distance(one: number, other: number): number {
  const [[red, green, blue], [r, g, b]] = [partsOf(one), partsOf(other)];
  return (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
}

function partsOf(colour: number): [red: number, green: number, blue: number] {
  return [colour >> 16, (colour >> 8) & 255, colour & 255];
}

interface DecodedPicture {
  readonly width: number;
  readonly height: number;
  /** The colours, with `size` bytes for each pixel. */
  readonly samples: Buffer;
  readonly size: number;
}

/** Reads a PNG with 8 bits for each of red, green, blue and perhaps alpha, as browsers write it. */
function decodePng(png: Buffer): DecodedPicture {
  const [width, height, size] = [png.readUInt32BE(16), png.readUInt32BE(20), png[25] === 6 ? 4 : 3];
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const filtered = inflateSync(Buffer.concat(parts));
  const line = width * size;
  const samples = Buffer.alloc(line * height);
  for (let index = 0; index < samples.length; index += 1) {
    const [x, y] = [index % line, Math.floor(index / line)];
    const left = x < size ? 0 : (samples[index - size] ?? 0);
    const up = samples[index - line] ?? 0;
    const corner = x < size ? 0 : (samples[index - line - size] ?? 0);
    samples[index] = (filtered[y * (line + 1) + 1 + x] ?? 0) + guess(filtered[y * (line + 1)] ?? 0, left, up, corner);
  }
  return { width, height, samples, size };
}

/** What each filter of PNG (section 9.2 of its specification) expects a byte to be. */
function guess(filter: number, left: number, up: number, corner: number): number {
  if (filter === 4) {
    const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
    return a <= b && a <= c ? left : b <= c ? up : corner;
  }
  return [0, left, up, (left + up) >> 1][filter] ?? 0;
}

/** A chunk of a PNG: length, type, data, and the CRC of type and data. */
function chunk(type: string, data: Uint8Array | number[]): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), Uint8Array.from(data)]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(typed), 4);
  return Buffer.concat([ends.subarray(0, 4), typed, ends.subarray(4)]);
}

/** The CRC of ISO 3309, bit by bit. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
