export type { MediaSource } from '../../../../core/message/mediaSource';
export { downloadMedia, getMedia, type SizeCap } from './download';
export { chunksOfFile, readInputFile, type InputFile } from './inputFile';
export { checkMediaInput, resolveFile, resolveMedia, type MediaInput, type ResolvedMedia } from './resolve';
export { uploadSample, uploadSampleFile } from './resumable';
export { uploadMedia, type KnownUpload, type UploadedMedia, type UploadMemory } from './upload';
