import { buildCallPermissionRequest } from '../../../core/message/requestCallPermission';
import { buildContactInfoRequest } from '../../../core/message/requestContactInfo';
import { buildLocationRequest } from '../../../core/message/requestLocation';
import { problemsOf } from './problemsOf';

test.each([
	[buildLocationRequest, 'location_request_message', 'send_location'],
	[buildContactInfoRequest, 'contact_request', 'request_contact_info'],
	[buildCallPermissionRequest, 'call_permission_request', 'call_permission_request'],
] as const)('%p builds %s; its body may have 1024 characters', (build, type, name) => {
	expect(build({ body: 'Where are you?' })).toEqual({
		type: 'interactive',
		interactive: { type, body: { text: 'Where are you?' }, action: { name } },
	});
	expect(problemsOf(() => build({ body: 'x'.repeat(1024) }))).toEqual([]);
	expect(problemsOf(() => build({ body: 'x'.repeat(1025) }))).toEqual([
		{ field: 'Body', message: 'has 1,025 characters, at most 1,024 are allowed' },
	]);
});

test('only the call permission may go without a body', () => {
	const empty = [{ field: 'Body', message: 'must not be empty' }];
	expect(problemsOf(() => buildLocationRequest({ body: '' }))).toEqual(empty);
	expect(problemsOf(() => buildContactInfoRequest({ body: ' ' }))).toEqual(empty);
	expect(buildCallPermissionRequest({ body: '' })).toEqual({
		type: 'interactive',
		interactive: { type: 'call_permission_request', action: { name: 'call_permission_request' } },
	});
});
