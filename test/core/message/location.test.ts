import { buildLocation } from '../../../core/message/location';
import { problemsOf } from './problemsOf';

test('builds a place with and without name and address', () => {
	expect(buildLocation({ latitude: 52.516275, longitude: '13.377704', name: 'Gate', address: 'Pariser Platz' })).toEqual({
		type: 'location',
		location: { latitude: 52.516275, longitude: 13.377704, name: 'Gate', address: 'Pariser Platz' },
	});
	expect(buildLocation({ latitude: 0, longitude: 0, name: '', address: ' ' })).toEqual({
		type: 'location',
		location: { latitude: 0, longitude: 0 },
	});
});

test.each([
	['Latitude', 90, (value: number) => buildLocation({ latitude: value, longitude: 0 })],
	['Longitude', 180, (value: number) => buildLocation({ latitude: 0, longitude: value })],
] as const)('%s goes to %d degrees on both sides', (field, max, build) => {
	expect(problemsOf(() => [build(max), build(-max)])).toEqual([]);
	for (const value of [max + 0.001, -max - 0.001]) {
		expect(problemsOf(() => build(value))).toEqual([{ field, message: `must be -${max} to ${max}, not ${value}` }]);
	}
});

test('reports every problem at once; no coordinate is not zero', () => {
	expect(problemsOf(() => buildLocation({ latitude: '', longitude: '13,4' }))).toEqual([
		{ field: 'Latitude', message: 'must not be empty' },
		{ field: 'Longitude', message: 'must be decimal degrees such as 52.516275, not "13,4"' },
	]);
});
