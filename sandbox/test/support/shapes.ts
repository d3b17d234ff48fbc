import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench } from './bench';
import { until } from './until';

const SHAPES = join(__dirname, '..', '..', '..', 'test', 'fixtures', 'webhookShapes');

/** Every path to a value, with the value's type: what two bodies of one shape share. */
function outline(value: unknown, path = ''): string[] {
	if (Array.isArray(value)) return value.flatMap((each) => outline(each, `${path}[]`));
	if (typeof value !== 'object' || value === null) return [`${path}: ${typeof value}`];
	return Object.entries(value).flatMap(([key, member]) => outline(member, `${path}.${key}`));
}

function outlineOf(shape: string, absent: readonly string[] = []): string[] {
	const lines = outline(JSON.parse(readFileSync(join(SHAPES, `${shape}.json`), 'utf8')));
	return lines.filter((line) => !absent.some((part) => line.includes(part))).sort();
}

/** Expects the newest webhook that has this text in it to have the shape of the reference; `absent` are parts it may lack. */
export async function expectShape(
	bench: { current: Bench },
	text: string,
	expected: { shape: string; absent?: readonly string[] },
): Promise<void> {
	const body = await until(
		text,
		() => bench.current.receiver.received.findLast(({ bytes }) => bytes.includes(text))?.json,
	);
	expect(outline(body).sort()).toEqual(outlineOf(expected.shape, expected.absent));
}
