/**
 * Joins calls that come at the same time into one: the first starts a batch in the next moment, and what comes while a
 * batch is under way makes the next one. For a store whose every call costs the same for one record as for forty.
 */
export class Batcher<Input, Output> {
	private waiting: Array<{ input: Input; resolve: (output: Output) => void; reject: (error: unknown) => void }> = [];

	private isBusy = false;

	/** @param run gives an output for each input, in their order; when it throws, all of the batch fail */
	constructor(private readonly run: (inputs: Input[]) => Promise<Output[]>) {}

	async add(input: Input): Promise<Output> {
		return await new Promise<Output>((resolve, reject) => {
			this.waiting.push({ input, resolve, reject });
			void this.drain();
		});
	}

	private async drain(): Promise<void> {
		if (this.isBusy) return;
		this.isBusy = true;
		// The others of this moment have not called yet.
		await Promise.resolve();
		while (this.waiting.length > 0) {
			const batch = this.waiting;
			this.waiting = [];
			await this.run(batch.map(({ input }) => input)).then(
				(outputs) => batch.forEach(({ resolve }, index) => resolve(outputs[index] as Output)),
				(error: unknown) => batch.forEach(({ reject }) => reject(error)),
			);
		}
		this.isBusy = false;
	}
}
