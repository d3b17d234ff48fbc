import { InvalidInput } from '../../../../core/errors/invalidInput';
import type { OperationContext } from '../../shared/operation';
import { readString } from '../../shared/parameters';

/** The media ID, refused when empty: Graph would take the path for another object. */
export function readMediaId({ n8n, itemIndex }: OperationContext): string {
	const mediaId = readString(n8n, { name: 'mediaId', itemIndex });
	if (mediaId === '') throw new InvalidInput([{ field: 'Media ID', message: 'must not be empty' }]);
	return mediaId;
}
