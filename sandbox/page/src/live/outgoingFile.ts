import type { OutgoingFile } from './api';

/** Bytes turned into characters at once: longer argument lists overflow the stack. */
const CHUNK = 0x8000;

function toBase64(bytes: Uint8Array): string {
	let characters = '';
	for (let at = 0; at < bytes.length; at += CHUNK) characters += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
	return btoa(characters);
}

function kindOf(mimeType: string): OutgoingFile['kind'] {
	const [family] = mimeType.split('/');
	return family === 'image' || family === 'video' || family === 'audio' ? family : 'document';
}

/** A picked file as the control API takes it. */
export async function readOutgoingFile(file: File): Promise<OutgoingFile> {
	const mimeType = file.type || 'application/octet-stream';
	const base64 = toBase64(new Uint8Array(await file.arrayBuffer()));
	return { kind: kindOf(mimeType), mimeType, base64, filename: file.name };
}
