import { checkGifFile } from '../../../core/template/gif';
import { problemsOf } from '../message/problemsOf';

const LARGEST = 3_670_016;

test.each([
	['video/mp4', LARGEST, []],
	['Video/MP4; codecs=avc1', 1, []],
	['video/mp4', LARGEST + 1, ['the file has 3,670,017 bytes, at most 3.5 MB are allowed for a GIF']],
	['image/gif', 1, ['the MIME type image/gif is not accepted for a GIF, which is sent as video/mp4']],
	['video/3gpp', 1, ['the MIME type video/3gpp is not accepted for a GIF, which is sent as video/mp4']],
])('%s of %i bytes', (mimeType, bytes, messages) => {
	expect(problemsOf(() => checkGifFile({ field: 'Header GIF', mimeType, bytes }))).toEqual(
		messages.map((message) => ({ field: 'Header GIF', message })),
	);
});
