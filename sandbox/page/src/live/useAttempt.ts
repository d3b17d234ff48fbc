import { useState } from 'preact/hooks';
import type { Notice } from '../components/toast';

/** Runs calls and keeps the last refusal as a notice; what a call changed comes back through the event stream. */
export function useAttempt() {
	const [notice, setNotice] = useState<Notice>();
	const attempt = async <T>(call: () => Promise<T>): Promise<{ answer?: T; taken: boolean }> => {
		try {
			return { answer: await call(), taken: true };
		} catch (error) {
			setNotice({ kind: 'refusal', text: error instanceof Error ? error.message : String(error) });
			return { taken: false };
		}
	};
	return { attempt, notice, setNotice };
}
