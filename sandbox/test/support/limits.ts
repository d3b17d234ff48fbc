import { expectRefusal, type Bench } from './bench';

/** `count` letters. */
export const chars = (count: number) => 'x'.repeat(count);

/** `count` things. */
export const many = <T>(count: number, make: (index: number) => T) =>
	Array.from({ length: count }, (_, index) => make(index));

/** Expects that a message goes. */
export async function expectAccepted(bench: { current: Bench }, message: object): Promise<void> {
	const answer = await bench.current.send(message);
	expect(answer.data.error).toBeUndefined();
	expect(answer.status).toBe(200);
}

/** A message at a limit goes, one beyond it is refused with 131009 naming the parameter. */
export function limitTest(
	bench: { current: Bench },
	input: { name: string; limit: number; message: (count: number) => object; details: string },
): void {
	test(`${input.name}: ${input.limit} go, ${input.limit + 1} do not`, async () => {
		await expectAccepted(bench, input.message(input.limit));
		expectRefusal(await bench.current.send(input.message(input.limit + 1)), { code: 131009, details: input.details });
	});
}
