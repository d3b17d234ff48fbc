import { Problems } from '../errors/invalidInput';
import { checkText } from './check';
import { checkDegrees } from './checkNumber';
import { LIMITS } from './limits';

export interface LocationMessage {
	type: 'location';
	location: { latitude: number; longitude: number; name?: string; address?: string };
}

/**
 * A place on the map (cloud-api 1.3); needs an open customer service window.
 *
 * @param input.latitude decimal degrees, as a number or its text
 * @param input.longitude the same
 * @throws {InvalidInput} naming `Latitude`, `Longitude`, `Name` or `Address`
 */
export function buildLocation(input: {
	latitude: unknown;
	longitude: unknown;
	name?: string;
	address?: string;
}): LocationMessage {
	const problems = new Problems();
	const latitude = checkDegrees(problems, { field: 'Latitude', value: input.latitude, max: LIMITS.latitude });
	const longitude = checkDegrees(problems, { field: 'Longitude', value: input.longitude, max: LIMITS.longitude });
	const name = checkText(problems, { field: 'Name', value: input.name, optional: true });
	const address = checkText(problems, { field: 'Address', value: input.address, optional: true });
	problems.throwIfAny();
	return {
		type: 'location',
		location: { latitude, longitude, ...(name !== '' && { name }), ...(address !== '' && { address }) },
	};
}
