import axios from 'axios';
import { GraphError } from '../errors';
import { newId } from '../ids';

const TIMEOUT_MS = 10_000;

/** Verifies a callback with the GET challenge (cloud-api 4.1). Throws 2200 unless it answers 200 and the bare challenge. */
export async function verifyCallback(input: { url: string; verifyToken: string }): Promise<void> {
	const challenge = newId.challenge();
	const reason = await axios
		.get<string>(input.url, {
			params: { 'hub.mode': 'subscribe', 'hub.challenge': challenge, 'hub.verify_token': input.verifyToken },
			maxRedirects: 0,
			proxy: false,
			responseType: 'text',
			timeout: TIMEOUT_MS,
			transformResponse: [(data: string) => data],
			validateStatus: () => true,
		})
		.then(({ status, data }) => {
			if (status !== 200) return `HTTP Status Code = ${status}`;
			return data.trim() === challenge ? undefined : 'the challenge was not returned';
		})
		.catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
	if (reason === undefined) return;
	throw new GraphError({
		code: 2200,
		message: `(#2200) Callback verification failed with the following errors: ${reason}`,
		details: reason,
	});
}
