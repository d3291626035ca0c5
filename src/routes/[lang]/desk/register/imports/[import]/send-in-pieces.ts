/** A large file over a line that may break: the browser goes on where it stopped, by itself and after a new start. */

/** What became of it: `done`, `broken` (try again, it goes on), or why the file was not taken. */
export async function sendInPieces(
	file: File,
	to: { readonly purpose: string; readonly owner: string },
	progress: (percent: number) => void,
): Promise<string> {
	const { Upload, DetailedError } = await import('tus-js-client');
	return new Promise((resolve) => {
		const upload = new Upload(file, {
			endpoint: '/uploads/tus',
			chunkSize: 8_000_000,
			retryDelays: [0, 1000, 3000, 5000, 10_000, 20_000],
			metadata: { ...to, name: file.name },
			removeFingerprintOnSuccess: true,
			onProgress: (sent, all) => progress(all > 0 ? (sent / all) * 100 : 0),
			onSuccess: () => resolve('done'),
			onError: (error) => {
				const response = error instanceof DetailedError ? error.originalResponse : undefined;
				const status = response?.getStatus() ?? 0;
				resolve(status === 422 || status === 413 ? response?.getBody().trim() || 'too-large' : 'broken');
			},
		});
		void upload.findPreviousUploads().then(([before]) => {
			if (before) upload.resumeFromPreviousUpload(before);
			upload.start();
		});
	});
}
