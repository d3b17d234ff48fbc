import { mayCarryToken } from '../../../core/message/mediaUrl';

const META = 'https://graph.facebook.com';
const SANDBOX = 'http://127.0.0.1:5680';

test.each([
	['https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1&ext=2&hash=3', META],
	['https://graph.facebook.com/v26.0/1', META],
	['https://fbsbx.com/x', META],
	['https://mmg.whatsapp.net/v/1.enc', META],
	['https://lookaside.fbsbx.com/x', SANDBOX],
	['http://127.0.0.1:5680/_media/1?ext=2', SANDBOX],
	['https://proxy.example/graph/_media/1', 'https://proxy.example/graph'],
])('the token may go to %s with the base URL %s', (url, baseUrl) => {
	expect(mayCarryToken({ url, baseUrl })).toBe(true);
});

test.each([
	['http://lookaside.fbsbx.com/x', META],
	['https://lookaside.fbsbx.com:8443/x', META],
	['https://evilfbsbx.com/x', META],
	['https://fbsbx.com.evil.example/x', META],
	['https://graph.facebook.com@evil.example/x', META],
	['https://evil.example/graph.facebook.com', META],
	['https://evil.example\\@graph.facebook.com/', META],
	['http://127.0.0.1:5680/_media/1', META],
	['http://127.0.0.1:5681/_media/1', SANDBOX],
	['https://127.0.0.1:5680/_media/1', SANDBOX],
	['http://127.0.0.1:5680.evil.example/', SANDBOX],
	['ftp://graph.facebook.com/x', META],
	['file:///etc/passwd', 'file:///etc'],
	['data:text/plain,x', 'data:text/plain,y'],
	['', META],
	['/v26.0/1', META],
	['https://evil.example/x', ''],
])('the token may not go to %s with the base URL %s', (url, baseUrl) => {
	expect(mayCarryToken({ url, baseUrl })).toBe(false);
});
