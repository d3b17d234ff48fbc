import { parseGroup } from '../../../core/phone/group';
import { problemsOf } from '../message/problemsOf';

test.each(['R1JPVVAtRVhBTVBMRS0x', 'group:R1JPVVAtRVhBTVBMRS0x', ' Group: R1JPVVAtRVhBTVBMRS0x '])('reads %j', (value) => {
	expect(parseGroup(value)).toEqual({ kind: 'group', groupId: 'R1JPVVAtRVhBTVBMRS0x' });
});

test.each(['+15550123456', 'whatsapp:15550123456', 'US.90817263540918273645', 'R1JP VVAt'])('refuses %j', (value) => {
	expect(problemsOf(() => parseGroup(value))).toEqual([
		{ field: 'To', message: `must be the ID of a group, such as groupId of the trigger, not "${value}"` },
	]);
});

test.each(['', 'group:', null, undefined])('refuses %j as empty', (value) => {
	expect(problemsOf(() => parseGroup(value))).toEqual([{ field: 'To', message: 'must not be empty' }]);
});
