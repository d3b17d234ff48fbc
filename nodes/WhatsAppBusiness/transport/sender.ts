import { InvalidInput } from '../../../core/errors/invalidInput';
import { getPlatformCredential } from './credential';
import type { OperationContext } from '../shared/operation';
import { readString } from '../shared/parameters';

/** The phone number ID to send from: the chosen one, else the credential's. */
export async function readSender({ n8n, itemIndex, run }: OperationContext): Promise<string> {
	const chosen = readString(n8n, { name: 'phoneNumberId', itemIndex });
	if (chosen !== '') return chosen;
	const credential = await run.once('credential', async () => await getPlatformCredential(n8n));
	if (credential.phoneNumberId !== '') return credential.phoneNumberId;
	throw new InvalidInput([
		{ field: 'Sender', message: 'choose a phone number, or put a Phone Number ID into the credential' },
	]);
}
