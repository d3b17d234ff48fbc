import { canonicalMimeType, endingOf, mimeTypeOf } from '../../../core/message/mediaTypes';

test.each([
	['audio/ogg; codecs=opus', 'audio/ogg'],
	['AUDIO/OPUS', 'audio/ogg'],
	[' image/jpg ', 'image/jpeg'],
	['application/zip', 'application/zip'],
	['', ''],
])('canonicalMimeType(%j) is %j', (given, expected) => {
	expect(canonicalMimeType(given)).toBe(expected);
});

test.each([
	[{ mimeType: 'application/octet-stream', fileName: 'Invoice 7.PDF' }, 'application/pdf'],
	[{ mimeType: 'binary/octet-stream', fileName: 'a.tar.jpeg' }, 'image/jpeg'],
	[{ mimeType: '', fileName: 'note.opus ' }, 'audio/ogg'],
	[{ mimeType: 'image/png', fileName: 'a.pdf' }, 'image/png'],
	[{ mimeType: 'application/octet-stream', fileName: 'pdf' }, 'application/octet-stream'],
	[{ mimeType: 'application/octet-stream', fileName: 'a.exe' }, 'application/octet-stream'],
	[{ mimeType: 'application/octet-stream' }, 'application/octet-stream'],
])('mimeTypeOf(%j) is %j', (file, expected) => {
	expect(mimeTypeOf(file)).toBe(expected);
});

test.each([
	['audio/ogg; codecs=opus', 'ogg'],
	['image/jpeg', 'jpg'],
	['audio/mpeg', 'mp3'],
	['text/plain', 'txt'],
	['application/zip', undefined],
	['', undefined],
])('endingOf(%j) is %j', (mimeType, expected) => {
	expect(endingOf(mimeType)).toBe(expected);
});
