import { refuseGroup } from '../../../core/message/toGroup';
import { problemsOf } from './problemsOf';

test('refuses a group and says what a group takes; people pass', () => {
	expect(problemsOf(() => refuseGroup({ kind: 'group', groupId: 'R1JPVVA' }))).toEqual([
		{ field: 'To', message: 'must be a person: groups take text, media, templates of text or media, and pins only' },
	]);
	expect(problemsOf(() => refuseGroup({ kind: 'phone', e164: '+15550123456', digits: '15550123456' }))).toEqual([]);
	expect(problemsOf(() => refuseGroup({ kind: 'userId', userId: 'US.1' }))).toEqual([]);
});
