import type { Bench } from '../setup';

/** Runs the operations of QR codes as a workflow does. */
export function codesOf(bench: Bench) {
	return {
		async run(operation: string, parameters: object = {}, more: object = {}) {
			const run = await bench.run({ resource: 'link', operation, parameters: { ...parameters }, onError: 'continueRegularOutput', ...more });
			expect(run.error).toBeUndefined();
			return run.outputs[0] ?? [];
		},
		/** Makes a code without an image; gives its ID. */
		async make(prefilledMessage: string, more: object = {}): Promise<string> {
			const [item] = await this.run('createQrCode', { prefilledMessage, imageFormat: 'none', ...more });
			return String(item?.json.code);
		},
	};
}
