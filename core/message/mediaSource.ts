import type { Problems } from '../errors/invalidInput';
import { objectOf } from '../shared/json';
import { checkText, checkUrl } from './check';

/** A file in a message: the ID of an upload, or a public address that Meta fetches (and caches for 10 minutes). */
export type MediaSource = { id: string } | { link: string };

/** The source with an ID or a checked web address; notes in `problems` a source that has neither. */
export function checkSource(
	problems: Problems,
	input: { field: string; source: MediaSource },
): MediaSource {
	const source = objectOf(input.source);
	const { field } = input;
	const id = checkText(problems, { field, value: source.id, optional: true });
	if (id !== '') return { id };
	const link = checkText(problems, { field, value: source.link, optional: true });
	if (link === '') problems.add(field, 'must not be empty; give a media ID or a link');
	checkUrl(problems, { field, url: link });
	return { link };
}
