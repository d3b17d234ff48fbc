import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** n8n's own folder for this test file: its settings and its binary data go there, never into the user's n8n. */
export const engineFolder = mkdtempSync(join(tmpdir(), 'engine-'));

// n8n-core reads these while it is being loaded, so this module is imported before it.
process.env.N8N_USER_FOLDER = engineFolder;
process.env.N8N_ENCRYPTION_KEY = 'test-only-encryption-key';
process.env.N8N_BINARY_DATA_STORAGE_PATH = join(engineFolder, 'binaryData');

afterAll(() => {
	rmSync(engineFolder, { recursive: true, force: true });
});
